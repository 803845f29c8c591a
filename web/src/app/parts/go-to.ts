// Moves the focus to another place of the page, and opens the fold that it belongs to.

export const goTo = (place: string) => (event: Event) => {
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  const target = root.querySelector<HTMLElement>(place);
  if (target?.parentElement instanceof HTMLDetailsElement) target.parentElement.open = true;
  target?.focus();
};
