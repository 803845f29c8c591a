// Style sheets that come with a later file of the checker. What they are for is drawn when they apply.
import type { adopt } from "./sheet";

export interface Sheet {
  css: string;
  file: string;
}

/** Once each. A constructed sheet applies at once, a link when its file has come; one that does not come is no reason to show nothing. */
export async function adoptLate(root: ShadowRoot, sheets: readonly Sheet[], add: typeof adopt): Promise<void> {
  const links = (): HTMLLinkElement[] => [...root.querySelectorAll("link")];
  const before = links();
  for (const { css, file } of sheets) if (!before.some(({ href }) => href.endsWith(`/${file}`))) add(root, css, file);
  await Promise.all(links().flatMap((link) => (before.includes(link) ? [] : ended(link))));
}

const ended = (link: HTMLLinkElement): Promise<unknown> =>
  new Promise((done) => {
    link.addEventListener("load", done);
    link.addEventListener("error", done);
  });
