// Starts work that is slow on a phone after the press that caused it has been drawn.

const longestWait = 100; // milliseconds: a hidden page draws nothing, and still has to work

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
