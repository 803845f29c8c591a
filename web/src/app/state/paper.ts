// What is opened for printing, as paper cannot be tapped: steps and checks, the argument, what was ruled out. It is closed again
// afterwards. A fold whose content has not come yet stays closed, and so is not on the paper, which does not wait.

const forPaper = "[data-test=fold-steps], [data-test=fold-why], .quiet";

/** Listens until the function that it returns is called. `root` is asked late: a page is drawn before it is attached. */
export function followPrinting(root: () => ParentNode | undefined): () => void {
  let opened: HTMLDetailsElement[] = [];
  const before = (): void => {
    opened = [...(root()?.querySelectorAll<HTMLDetailsElement>(forPaper) ?? [])].filter(
      ({ open, childElementCount }) => !open && childElementCount > 1,
    );
    for (const fold of opened) fold.open = true;
  };
  const after = (): void => {
    for (const fold of opened) fold.open = false;
    opened = [];
  };
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}
