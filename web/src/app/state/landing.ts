// Where the page comes to rest when a result appears: its headline has the focus, and the first line of its card is at the
// window's edge. A reply inside the card changes the card in place.

/** Whether the person has not moved on: the focus is on what they pressed (inside the checker), or nowhere. */
export const isFree = (inside: Element | null, origin: Element | null): boolean =>
  inside ? inside === origin : (document.activeElement ?? document.body) === document.body;

export function land(heading: HTMLElement, origin: Element | null): void {
  heading.focus({ preventScroll: true });
  const card = heading.parentElement as HTMLElement;
  const { top } = card.getBoundingClientRect();
  const isInPlace = origin?.closest("[part~=verdict]") && top >= 0 && top < innerHeight / 2;
  if (!isInPlace) card.scrollIntoView({ block: "start" });
}
