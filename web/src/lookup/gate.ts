// Runs at most so many tasks at the same time; others wait in order.

export type Gate = <T>(task: () => Promise<T>) => Promise<T>;

/** `limit` is asked before each task begins, and may grow. */
export function createGate(limit: () => number): Gate {
  const waiting: (() => void)[] = [];
  let open = 0;
  return async (task) => {
    if (open >= limit()) await new Promise<void>((resolve) => waiting.push(resolve));
    else open += 1;
    try {
      return await task();
    } finally {
      open -= 1;
      // A place goes directly to the next in the queue, so no later task can take it.
      while (waiting.length > 0 && open < limit()) {
        open += 1;
        waiting.shift()?.();
      }
    }
  };
}
