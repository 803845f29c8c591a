// The script of the guide for embedders: puts this folder's address and the current hash into the snippets, and copies
// them.
const home = new URL(".", import.meta.url);

function fillIn(node: Element, hash: string | undefined): void {
  const text = node.textContent ?? "";
  const known = hash ? text.replace("sha384-\u2026", hash) : text.replace(/ integrity="[^"]*"/, "");
  node.textContent = known.replace(/https:\/\/YOUR-HOST\//g, home.href).replace(/https:\/\/YOUR-HOST/g, home.origin);
}

function addCopy(box: Element): void {
  const label = { en: "Copy", "zh-CN": "\u590d\u5236" };
  const done = { en: "Copied", "zh-CN": "\u5df2\u590d\u5236" };
  const tag = box.closest('[lang="zh-CN"]') ? "zh-CN" : "en";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "share";
  button.textContent = label[tag];
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => {
    const code = box.querySelector("code") as HTMLElement;
    const select = (): void => getSelection()?.selectAllChildren(code); // the last resort: select it
    if (!navigator.clipboard) return select();
    navigator.clipboard.writeText(code.textContent ?? "").then(() => {
      button.textContent = done[tag];
      setTimeout(() => (button.textContent = label[tag]), 4000);
    }, select);
  });
  box.after(button);
}

async function hashes(): Promise<Record<string, string>> {
  try {
    return (await (await fetch(new URL("integrity.json", home).href, { cache: "no-cache" })).json()) as Record<string, string>;
  } catch {
    return {}; // the snippet then has no hash
  }
}

void hashes().then((all) => document.querySelectorAll("[data-snippet] code").forEach((code) => fillIn(code, all["alimail-checker.js"])));
document.querySelectorAll("[data-snippet]").forEach(addCopy);
