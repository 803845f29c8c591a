// <alimail-checker>: the shell. It draws a first form as soon as it has the few words of one language, and brings the app when
// the element is seen or touched. Neither the core nor any resolver is asked before the person presses the button.
//
// Attributes: subject, complaint, start, lang, resolvers, theme (auto, light, dark). Properties: fields (what is typed), turn
// (the latest). Events, bubbling and composed: alimail-ready, -start, -progress, -diagnosis, -error, -language. Slots: heading,
// share. custom-elements.json beside this file lists them all; tests/web/element/manifest.test.ts keeps it true.
// What stands between the tags is shown until the shell has its words, and for good without them.
// Law: no globals, no storage; createElement and textContent only, so that any policy of a host page is kept.
import { adopt } from "../style/sheet";
import type { Turn } from "../contract";
import type { Mounted } from "../app/main";
import baseCss from "../style/base.css";
import { chooseLanguage, languages, languagesOf, type Language } from "../words/language";
import words from "shell-words";

const tag = "alimail-checker";

class AlimailChecker extends HTMLElement {
  static observedAttributes = ["subject", "complaint", "start", "lang", "theme"];

  declare turn?: Turn; // set by the app

  private root = element("div", { class: "root", part: "root", role: "region" });
  private place = element("div", {});
  private note = element("p", { class: "consent", role: "alert" });
  private texts: Record<string, string> = {};
  private tongue: Language | undefined; // drawn
  private wanted: Language | undefined; // its words may still be on their way
  private loading: Promise<Mounted | undefined> | undefined;
  private pressed = false; // the button, before the app was there
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
    // Later, for an element that is only moved is back by then.
    void this.loading?.then((app) => this.isConnected || app?.stop());
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null) {
    if (!this.isConnected) return;
    if (name === "theme") this.dress();
    else if (name === "lang") this.speak();
    else if (this.loading) void this.loading.then((app) => app?.prefill({ [name]: value ?? "" }));
    else this.draw();
  }

  // Without its words another language is given up, and before the first one what stands between the tags stays.
  private speak() {
    const chosen = (this.wanted = chooseLanguage(languagesOf(this)));
    const before = this.tongue;
    if (chosen === before) return this.draw();
    const back = () => before && this.wanted === chosen && (this.lang = before.tag);
    (words[chosen.tag] as (typeof words)[string])().then((module) => {
      if (this.wanted !== chosen || !this.isConnected) return;
      this.texts = module.default;
      this.tongue = chosen;
      this.draw();
      this.loading?.then((app) => app?.setLanguage(chosen)).catch(back);
    }, back);
  }

  // Dark only where the page around can be dark as well: a dark block in a white article helps nobody.
  private dress() {
    const around = getComputedStyle(this.parentElement ?? this).colorScheme ?? "";
    const theme = this.getAttribute("theme") ?? "auto";
    this.root.dataset["theme"] = theme !== "auto" ? theme : around === "dark" ? around : around.includes("dark") ? theme : "light";
    // Pages that make rem their own unit, such as 62.5 % or a share of the width, would shrink or blow up everything here.
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.root.style.setProperty("zoom", rem < 12 || rem > 32 ? String(16 / rem) : "");
  }

  private load() {
    this.sight.disconnect();
    this.loading ??= import("../app/main")
      .then(({ mount }) => mount({ host: this, place: this.place, language: this.tongue as Language, languages, adopt }))
      .then(
        (app) => {
          if (this.pressed && this.isConnected) app.run();
          return app;
        },
        () => {
          // A file that did not arrive is asked for again with the next use.
          if (this.pressed) this.note.replaceChildren(this.text("core-not-loaded"), " ", this.elsewhere());
          this.pressed = false;
          const detail = { code: "core-not-loaded" };
          this.dispatchEvent(new CustomEvent("alimail-error", { detail, bubbles: true, composed: true }));
          return (this.loading = undefined);
        },
      );
  }

  private press = () => {
    this.pressed = true;
    this.note.textContent = "";
    this.load();
  };

  get fields() {
    const typed = (name: string) =>
      this.root.querySelector<HTMLInputElement>(`#${name},[name=${name}]:checked`)?.value ??
      this.getAttribute(name) ??
      "";
    return { subject: typed("subject"), complaint: typed("complaint"), start: typed("start") };
  }

  // Where no policy of a host page counts. What was pasted stays here, and whose mailbox it is.
  private elsewhere() {
    const { subject, start } = this.fields;
    const state = new URLSearchParams({ lang: this.root.lang, start, subject: subject.replace(/.*@/, "") });
    const href = new URL("index.html#" + state, import.meta.url).href;
    return element("a", { href, target: "_blank", rel: "noopener", "data-test": "new-tab" }, this.text("new-tab"));
  }

  private text(key: string) {
    return this.texts[key] ?? key;
  }

  private draw() {
    const { tongue, root } = this;
    if (!tongue) return;
    root.lang = tongue.tag;
    root.dir = tongue.dir;
    root.setAttribute("aria-label", this.text("title"));
    const head = this.head();
    if (this.loading) {
      const held = (this.shadowRoot?.activeElement as HTMLElement | null)?.dataset["test"];
      root.firstChild?.replaceWith(head);
      return head.querySelector<HTMLElement>(`[data-test="${held}"]`)?.focus();
    }
    this.place.replaceChildren(this.form());
    root.replaceChildren(head, this.place, element("slot", { name: "share" }));
    this.sight.observe(this);
  }

  private head() {
    const heading = element("slot", { name: "heading" }, element("h2", { class: "title" }, this.text("title")));
    const switches = languages.map((language) => {
      const button = element(
        "button",
        {
          lang: language.tag,
          "data-test": `lang-${language.tag}`,
          "aria-pressed": String(language.tag === this.root.lang),
        },
        language.name,
      );
      button.addEventListener("click", () => void (this.lang = language.tag));
      return button;
    });
    const group = element("div", { class: "languages", role: "group", "aria-label": this.text("language") }, ...switches);
    return element(
      "div",
      { class: "head", part: "head" },
      heading,
      group,
      element("p", { class: "lead" }, this.text("lead")),
    );
  }

  // The same shape as the app's form, so that nothing moves when that takes its place.
  private form() {
    const field = (kind: string, name: string) => {
      const box = element(kind, { id: name, class: "box", "data-test": name }) as HTMLInputElement;
      box.value = this.getAttribute(name) ?? "";
      return element(
        "div",
        { class: "field" },
        element("label", { for: name }, this.text(name)),
        element("p", { class: "hint" }, "\u00a0"),
        box,
      );
    };
    const subject = field("input", "subject");
    subject.addEventListener("keydown", ({ key, isComposing }) => key === "Enter" && !isComposing && this.press());
    const button = element("button", { class: "primary", "data-test": "run" }, this.text("run"));
    button.addEventListener("click", this.press);
    return element(
      "div",
      { class: "form blank", part: "form" },
      subject,
      field("textarea", "complaint"),
      element("div", { class: "choices" }),
      button,
      this.note,
    );
  }
}

function element(name: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const node = document.createElement(name);
  for (const key of Object.keys(attributes)) node.setAttribute(key, attributes[key] as string);
  node.append(...children);
  return node;
}

// Two copies of this file on one page: the first wins, no error.
if (!customElements.get(tag)) customElements.define(tag, AlimailChecker);
