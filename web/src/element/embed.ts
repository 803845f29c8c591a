// The classic loader: turns a script tag in an article, or every [data-alimail-checker] container, into a frame of
// embed.html.
//
// Settings are data attributes of the container or of the script tag: lang, subject, complaint, start, theme (auto, light,
// dark). A frame is never lower than the container was before, including its min-height, so the article does not jump.
// Law: a classic script, so ASCII only; no globals; it asks the page around for nothing, and changes only the frame there.
import titles from "frame-titles";

const script = document.currentScript as HTMLScriptElement | null;
const home = script?.src ?? document.querySelector<HTMLScriptElement>('script[src*="/embed.js"]')?.src ?? "";
const lowest = 560; // pixels, where the article reserves no space
const frames: { frame: HTMLIFrameElement; reserve: number }[] = [];

function put(box: HTMLElement, settings: DOMStringMap): void {
  if (box.querySelector("iframe")) return; // another copy of this file was faster
  const lang = settings["lang"] ?? box.closest<HTMLElement>("[lang]")?.lang ?? navigator.language;
  const scheme = getComputedStyle(box).colorScheme ?? "";
  const theme = settings["theme"] ?? (scheme === "dark" ? scheme : /dark/.test(scheme) ? "auto" : "");
  const link = new URLSearchParams({ v: "1", lang, theme });
  for (const key of ["subject", "complaint", "start"]) link.set(key, settings[key] ?? "");
  const reserve = Math.max(box.clientHeight, lowest);
  const frame = document.createElement("iframe");
  frame.title = titleIn(lang);
  frame.loading = "lazy";
  frame.allow = "clipboard-write";
  frame.setAttribute("sandbox", "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads");
  const { style } = frame;
  style.display = "block";
  style.width = "100%";
  style.height = `${reserve}px`;
  style.border = "0";
  style.colorScheme = theme === "auto" ? "light dark" : theme || "light";
  frame.src = new URL(`embed.html#${link}`, home).href;
  box.textContent = ""; // removes the link for browsers without scripts
  box.append(frame);
  frames.push({ frame, reserve });
}

function titleIn(lang: string): string {
  const alike = Object.keys(titles).find((tag) => tag.slice(0, 2) === lang.slice(0, 2)) ?? "en";
  return (titles[lang] ?? titles[alike]) as string;
}

function find(): number {
  const boxes = document.querySelectorAll<HTMLElement>("[data-alimail-checker]");
  boxes.forEach((box) => put(box, box.dataset));
  return boxes.length;
}

// Without a container the frame goes where the script tag is. That is known only when the whole article is there.
function fallBack(): void {
  if (find() || !script || !document.body.contains(script)) return;
  const box = document.createElement("div");
  script.after(box);
  put(box, script.dataset);
}

// Compared by source, not by origin: a sandboxed frame has no origin.
addEventListener("message", ({ source, data }: MessageEvent) => {
  for (const { frame, reserve } of frames) {
    if (source === frame.contentWindow && data && data.type === "alimail-height" && data.height > 0)
      frame.style.height = `${Math.max(reserve, Math.min(data.height, 20000))}px`;
  }
});

find();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", fallBack);
else fallBack();
