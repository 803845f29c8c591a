// As much of a DOM as Preact uses, to test without a browser what a block shows and what its buttons do. No layout, no
// styles, no selectors except [data-test]: the browser suite has those.

type Handler = (event: object) => void;

class FakeNode {
  parentNode: FakeElement | null = null;
  readonly nodeType: number = 0;

  get nextSibling(): FakeNode | null {
    const around = this.parentNode?.childNodes ?? [];
    return around[around.indexOf(this) + 1] ?? null;
  }
  remove(): void {
    this.parentNode?.removeChild(this);
  }
  get textContent(): string {
    return "";
  }
}

class FakeText extends FakeNode {
  override readonly nodeType = 3;
  constructor(public data: string) {
    super();
  }
  override get textContent(): string {
    return this.data;
  }
}

export class FakeElement extends FakeNode {
  override readonly nodeType = 1;
  readonly childNodes: FakeNode[] = [];
  readonly attributes: { name: string; value: string }[] = [];
  readonly style = {};
  readonly handlers = new Map<string, Handler>();
  value = ""; // what Preact sets as properties
  checked = false;
  open = false;

  constructor(
    readonly localName: string,
    readonly namespaceURI: string,
  ) {
    super();
  }
  get firstChild(): FakeNode | null {
    return this.childNodes[0] ?? null;
  }
  insertBefore(node: FakeNode, before: FakeNode | null): FakeNode {
    node.remove();
    const at = before ? this.childNodes.indexOf(before) : -1;
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, node);
    node.parentNode = this;
    return node;
  }
  appendChild(node: FakeNode): FakeNode {
    return this.insertBefore(node, null);
  }
  removeChild(node: FakeNode): FakeNode {
    this.childNodes.splice(this.childNodes.indexOf(node), 1);
    node.parentNode = null;
    return node;
  }
  setAttribute(name: string, value: unknown): void {
    this.removeAttribute(name);
    this.attributes.push({ name, value: String(value) });
  }
  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((each) => each.name === name);
    if (at >= 0) this.attributes.splice(at, 1);
  }
  get(name: string): string | undefined {
    return this.attributes.find((each) => each.name === name)?.value;
  }
  addEventListener(type: string, handler: Handler): void {
    this.handlers.set(type.toLowerCase(), handler);
  }
  removeEventListener(type: string): void {
    this.handlers.delete(type.toLowerCase());
  }
  getRootNode(): object {
    return { activeElement: null };
  }
  override get textContent(): string {
    return this.childNodes.map((node) => node.textContent).join("");
  }
  *all(): Iterable<FakeElement> {
    yield this;
    for (const node of this.childNodes) if (node instanceof FakeElement) yield* node.all();
  }
  /** Elements whose attribute has this value: by("data-test", "verdict"). */
  by(name: string, value: string): FakeElement[] {
    return [...this.all()].filter((each) => each.get(name) === value);
  }
  test(id: string): FakeElement | undefined {
    return this.by("data-test", id)[0];
  }
  /** Calls the handler that Preact has set, as a browser would. */
  fire(type: string, event: object = {}): void {
    const handler = this.handlers.get(type);
    if (!handler) throw new Error(`nothing listens to ${type} on ${this.localName}`);
    handler.call(this, { type, currentTarget: this, target: this, preventDefault() {}, ...event });
  }
}

/** Installs the document and returns the element to draw into. */
export function stageDocument(): FakeElement {
  const create = (name: string, namespace = ""): FakeElement => new FakeElement(name, namespace);
  const document = {
    createElement: (name: string) => create(name),
    createElementNS: (namespace: string, name: string) => create(name, namespace),
    createTextNode: (text: string) => new FakeText(text),
    addEventListener() {},
    removeEventListener() {},
  };
  const location = new URL("https://check.example/mail/?a#subject=abc.example"); // what was typed is in the fragment
  const requestIdleCallback = (work: () => void): unknown => setTimeout(work);
  Object.assign(globalThis, { document, location, window: globalThis, requestIdleCallback });
  if (!("navigator" in globalThis)) Object.assign(globalThis, { navigator: {} });
  return create("div", "http://www.w3.org/1999/xhtml");
}

/** Preact draws after the current handlers have ended; what comes when the browser is idle is there too. */
export const drawn = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
