// Runs at most so many tasks at the same time; others wait in order.

export type Gate = <T>(task: () => Promise<T>) => Promise<T>;

export function createGate(limit: number): Gate {
  const waiting: (() => void)[] = [];
  let open = 0;
  return async (task) => {
    if (open >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else open += 1;
    try {
      return await task();
    } finally {
      // The place goes directly to the next in the queue, so no later task can take it.
      const next = waiting.shift();
      if (next) next();
      else open -= 1;
    }
  };
}
