// Work that takes longer than a blink on a slow phone, begun once the press that asked for it has been drawn.

const longestWait = 100; // milliseconds: a page out of sight draws nothing, and still has to work

export function afterPaint(work: () => void): void {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    work();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, longestWait);
}
