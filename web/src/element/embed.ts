// The classic loader: a script tag in an article, or [data-alimail-checker] containers, become frames of embed.html.
//
// Settings are data attributes of the container or of the tag: lang, subject, complaint, start, theme (auto, light, dark). The room
// that the container has, with the min-height that the article gave it, is kept: a frame never becomes lower, so nothing jumps.
// Law: a classic script, so ASCII; no globals; the page around is asked nothing and given nothing but a height.
import titles from "frame-titles";

const script = document.currentScript as HTMLScriptElement | null;
const home = script?.src ?? document.querySelector<HTMLScriptElement>('script[src*="/embed.js"]')?.src ?? "";
const lowest = 560; // pixels, where the article reserves nothing
const frames: { frame: HTMLIFrameElement; reserve: number }[] = [];

function put(box: HTMLElement, settings: DOMStringMap): void {
  if (box.querySelector("iframe")) return; // by another copy of this file
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
  box.textContent = ""; // the link for those without scripts
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

// Its own place, where the article has no container: asked once all of the article is there.
function fallBack(): void {
  if (find() || !script || !document.body.contains(script)) return;
  const box = document.createElement("div");
  script.after(box);
  put(box, script.dataset);
}

// The source and not the origin: a sandboxed frame has none.
addEventListener("message", ({ source, data }: MessageEvent) => {
  for (const { frame, reserve } of frames) {
    if (source === frame.contentWindow && data && data.type === "alimail-height" && data.height > 0)
      frame.style.height = `${Math.max(reserve, Math.min(data.height, 20000))}px`;
  }
});

find();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", fallBack);
else fallBack();
