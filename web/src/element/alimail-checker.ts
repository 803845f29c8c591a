// <alimail-checker>: the shell. It draws a first form at once and brings the app when the element is seen or touched;
// nothing else is fetched before that, and neither the core nor any resolver before the person presses the button.
//
// Attributes: subject, complaint, start, lang, resolvers, theme (auto, light, dark). Property: fields (what is typed).
// Events, bubbling and composed: alimail-diagnosis (detail is the turn), alimail-language. Slots: heading, share.
// What stands between the tags is shown until this file runs, and for good without it.
// Law: no globals, no storage; createElement and textContent only, so that any policy of a host page is kept.
import { adopt } from "../app/sheet";
import type { Mounted } from "../app/main";
import baseCss from "../app/base.css";
import { chooseLanguage, languages, languagesOf, type Language } from "../language";
import texts from "shell-words";

const tag = "alimail-checker";

class AlimailChecker extends HTMLElement {
  static observedAttributes = ["subject", "complaint", "start", "lang", "theme"];

  private root = element("div", { class: "root", part: "root", role: "region" });
  private place = element("div", {});
  private note = element("p", { class: "consent", role: "alert" });
  private tongue: Language | undefined;
  private loading: Promise<Mounted | undefined> | undefined;
  private pressed = false; // the button, before the app was there
  private sight = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.load());

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    adopt(shadow, baseCss, "base.css");
    shadow.append(this.root);
    for (const use of ["focusin", "pointerdown"]) this.root.addEventListener(use, () => this.load());
  }

  connectedCallback() {
    this.draw();
    this.dress();
    this.sight.observe(this);
  }

  disconnectedCallback() {
    this.sight.disconnect();
    // Later, for an element that is only moved is back by then.
    void this.loading?.then((app) => this.isConnected || app?.stop());
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null) {
    if (!this.isConnected) return;
    if (name === "theme") this.dress();
    else if (name === "lang") this.draw();
    else if (this.loading) void this.loading.then((app) => app?.prefill({ [name]: value ?? "" }));
    else this.draw();
  }

  // Dark only where the page around can be dark as well: a dark block in a white article helps nobody.
  private dress() {
    const around = getComputedStyle(this.parentElement ?? this).colorScheme ?? "";
    const theme = this.getAttribute("theme") ?? "auto";
    this.root.dataset["theme"] = theme !== "auto" || around.includes("dark") ? theme : "light";
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
          if (this.pressed) this.note.textContent = this.text("core.core-not-loaded");
          this.pressed = false;
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

  private text(key: string) {
    return texts[this.root.lang]?.[key] ?? key;
  }

  private draw() {
    const before = this.tongue;
    const chosen = chooseLanguage(languagesOf(this));
    this.tongue = chosen;
    this.root.lang = chosen.tag;
    this.root.dir = chosen.dir;
    this.root.setAttribute("aria-label", this.text("ui.title"));
    const head = this.head();
    if (this.loading) {
      this.root.firstChild?.replaceWith(head);
      if (chosen === before) return;
      const back = () => before && this.tongue === chosen && (this.lang = before.tag); // its words did not arrive
      this.loading.then((app) => app?.setLanguage(chosen)).catch(back);
    } else {
      this.place.replaceChildren(this.form());
      this.root.replaceChildren(head, this.place, element("slot", { name: "share" }));
    }
  }

  private head() {
    const heading = element("slot", { name: "heading" }, element("h2", { class: "title" }, this.text("ui.title")));
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
      button.addEventListener("click", () => {
        this.lang = language.tag;
        this.shadowRoot?.querySelector<HTMLElement>(`[data-test="lang-${language.tag}"]`)?.focus();
      });
      return button;
    });
    const group = element("div", { class: "languages", role: "group", "aria-label": this.text("ui.language") }, ...switches);
    return element(
      "div",
      { class: "head", part: "head" },
      heading,
      group,
      element("p", { class: "lead" }, this.text("ui.lead")),
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
        element("label", { for: name }, this.text(`ui.${name}`)),
        element("p", { class: "hint" }, "\u00a0"),
        box,
      );
    };
    const subject = field("input", "subject");
    subject.addEventListener("keydown", ({ key, isComposing }) => key === "Enter" && !isComposing && this.press());
    const button = element("button", { class: "primary", "data-test": "run" }, this.text("ui.run"));
    button.addEventListener("click", this.press);
    return element(
      "div",
      { class: "form blank" },
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
