// <alimail-checker>: the shell. It draws a first form as soon as it has the few words of one language, and loads the app
// when the element becomes visible or is touched. It contacts no resolver before the person presses
// the button.
//
// Attributes: subject, complaint, start, lang, resolvers, theme (auto, light, dark). Properties: fields (what is typed),
// turn (the latest). Events, bubbling and composed: alimail-ready, -start, -progress, -diagnosis, -error, -language. Slots:
// heading, share. custom-elements.json lists them all; tests/web/element/manifest.test.ts compares it with the code.
// What is between the tags is shown until the shell has its words, and stays if they do not arrive.
// Law: no globals, no storage; only createElement and textContent, so it works under any policy of a host page.
import { adopt } from "../style/sheet";
import type { Turn } from "../contract";
import type { Mounted } from "../app/main";
import baseCss from "../style/base.css";
import { chooseLanguage, languages, languagesOf, type Language } from "../words/language";
import words, { type ShellWords } from "shell-words";

const tag = "alimail-checker";

class AlimailChecker extends HTMLElement {
  static observedAttributes = ["subject", "complaint", "start", "lang", "theme"];

  declare turn?: Turn; // set by the app

  private root = element("div", { class: "root", part: "root", role: "region" });
  private place = element("div", {});
  private bar = element("div", {}); // title, lead and languages; in an article, which has said the first two, the languages alone
  private note = element("p", { class: "consent", role: "alert" });
  private texts: ShellWords = {};
  private tongue: Language | undefined; // the language that is drawn
  private wanted: Language | undefined; // the language that was chosen; its words may still be loading
  private loading: Promise<Mounted | undefined> | undefined;
  private pressed = false; // whether the button was pressed before the app was there
  private sight = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.load());

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    adopt(shadow, baseCss, "base.css");
    this.root.append(element("slot", { name: "heading" }), element("slot", {}));
    shadow.append(this.root);
    for (const use of ["focusin", "pointerdown"]) this.root.addEventListener(use, () => this.load());
  }

  connectedCallback() {
    this.dress();
    this.speak();
  }

  disconnectedCallback() {
    this.sight.disconnect();
    // An element that is only moved is connected again when this runs.
    void this.loading?.then((app) => this.isConnected || app?.stop());
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null) {
    if (!this.isConnected) return;
    if (name === "theme") this.dress();
    else if (name === "lang") this.speak();
    else if (this.loading) void this.loading.then((app) => app?.prefill({ [name]: value ?? "" }));
    else this.draw();
  }

  // If the words of a language do not load, the language before it comes back; if there is none, what is between the tags
  // stays.
  private speak() {
    const chosen = (this.wanted = chooseLanguage(languagesOf(this)));
    const before = this.tongue;
    if (chosen === before) return this.draw();
    const back = () => before && this.wanted === chosen && (this.lang = before.tag);
    wordsOf(chosen.tag).then((module) => {
      if (this.wanted !== chosen || !this.isConnected) return;
      this.texts = module.default;
      this.tongue = chosen;
      this.draw();
      this.loading?.then((app) => app?.setLanguage(chosen)).catch(back);
    }, back);
  }

  // Dark only where the page around can be dark too: a dark block in a white article helps nobody.
  private dress() {
    const around = getComputedStyle(this.parentElement ?? this).colorScheme ?? "";
    const theme = this.getAttribute("theme") ?? "auto";
    this.root.dataset["theme"] = theme !== "auto" ? theme : around === "dark" ? around : around.includes("dark") ? theme : "light";
    // Some pages redefine rem, for example as 62.5 % or as a share of the width. Without this, everything here would change
    // size.
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.root.style.setProperty("zoom", rem < 12 || rem > 32 ? String(16 / rem) : "");
  }

  private load() {
    this.sight.disconnect();
    this.loading ??= inTime(import("../app/main"))
      .then(({ mount }) => mount({ host: this, place: this.place, language: this.tongue as Language, languages, adopt }))
      .then(
        (app) => {
          if (this.pressed && this.isConnected) app.run();
          return app;
        },
        () => {
          // The next use tries to load it again. Where a module stalls, or its failure is kept, only a new page helps.
          const code = "core-not-loaded";
          const again = button({ "data-test": "reload" }, this.text("reload"), reload);
          if (this.pressed) this.note.replaceChildren(this.text(code), " ", again, " ", this.elsewhere());
          this.pressed = false;
          this.dispatchEvent(new CustomEvent("alimail-error", { detail: { code }, bubbles: true, composed: true }));
          return (this.loading = undefined);
        },
      );
  }

  private press = () => {
    this.pressed = true;
    this.note.replaceChildren();
    this.load();
  };

  get fields() {
    const typed = (name: string) =>
      this.root.querySelector<HTMLInputElement>(`#${name},[name=${name}]:checked`)?.value ?? this.getAttribute(name) ?? "";
    return { subject: typed("subject"), complaint: typed("complaint"), start: typed("start") };
  }

  // A link to our own page, where no policy of a host page applies. It carries neither what was pasted nor the mailbox.
  private elsewhere() {
    const { subject, start } = this.fields;
    const state = new URLSearchParams({ lang: this.root.lang, start, subject: subject.split("@").pop() as string });
    const href = new URL("index.html#" + state, import.meta.url).href;
    return element("a", { href, target: "_blank", rel: "noopener", "data-test": "new-tab" }, this.text("new-tab"));
  }

  private text(key: Exclude<keyof ShellWords, "chips">) {
    return this.texts[key] ?? key;
  }

  private draw() {
    const { tongue, root } = this;
    if (!tongue) return;
    root.lang = tongue.tag;
    root.dir = tongue.dir;
    root.setAttribute("aria-label", this.text("title"));
    const isArticle = !this.querySelector("[slot=heading]");
    const menu = this.menu();
    const { bar } = this;
    this.bar = isArticle
      ? menu
      : element(
          "div",
          { class: "head", part: "head" },
          menu,
          element("slot", { name: "heading" }),
          element("p", { class: "lead" }, this.text("lead")),
        );
    if (this.loading) {
      const held = bar.contains((this.shadowRoot as ShadowRoot).activeElement);
      bar.replaceWith(this.bar);
      return held && menu.focus();
    }
    this.place.replaceChildren(this.form());
    root.replaceChildren(...(isArticle ? [this.place, this.bar] : [this.bar, this.place]), element("slot", { name: "share" }));
    this.sight.observe(this);
  }

  private menu() {
    const names = languages.map(({ tag, name }) => element("option", { value: tag, lang: tag }, name));
    const menu = element("select", { "data-test": "language", "aria-label": this.text("language") }, ...names) as HTMLSelectElement;
    menu.value = this.root.lang;
    menu.onchange = () => (this.lang = menu.value);
    return menu;
  }

  // The same shape as the app's form, so nothing moves when the app replaces it.
  private form() {
    const field = (kind: string, name: "subject" | "complaint") => {
      const box = element(kind, { id: name, class: "box", "data-test": name }) as HTMLInputElement;
      box.value = this.getAttribute(name) ?? "";
      return element("div", {}, element("label", { for: name }, this.text(name)), box);
    };
    // The app marks the one that the attribute names.
    const chips = Object.entries(this.texts.chips ?? {}).map(([value, text]) =>
      element("label", { class: "chip" }, element("input", { type: "radio", name: "start", value }), element("span", {}, text)),
    );
    const subject = field("input", "subject");
    subject.addEventListener("keydown", ({ key, isComposing }) => key === "Enter" && !isComposing && this.press());
    return element(
      "div",
      { class: "form blank", part: "form" },
      element("fieldset", { class: "chips" }, element("legend", {}, this.text("start")), ...chips),
      subject,
      field("textarea", "complaint"),
      button({ class: "primary", "data-test": "run" }, this.text("run"), this.press),
      this.note,
    );
  }
}

// Some browsers keep the failure of a module, and one that stalls cannot be stopped: so the second attempt has another address.
const wordsOf = (tag: string, query = ""): Promise<{ default: ShellWords }> =>
  inTime(import(words[tag] + query)).catch((error) => (query ? Promise.reject(error) : wordsOf(tag, "?1")));

// Our own page hears it and keeps what was typed (offline/register.ts).
function reload() {
  dispatchEvent(new Event("alimail-reload"));
  location.reload();
}

/** As load/in-time.ts does it, which would be one more file to wait for. */
const inTime = <T>(work: Promise<T>): Promise<T> => Promise.race([work, new Promise<never>((_, fail) => setTimeout(fail, 20_000))]);

function button(attributes: Record<string, string>, text: string, press: () => void): HTMLElement {
  const node = element("button", attributes, text);
  node.onclick = press;
  return node;
}

function element(name: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const node = document.createElement(name);
  for (const key of Object.keys(attributes)) node.setAttribute(key, attributes[key] as string);
  node.append(...children);
  return node;
}

// When a page loads two copies of this file, the first one wins and the second does nothing.
if (!customElements.get(tag)) customElements.define(tag, AlimailChecker);
