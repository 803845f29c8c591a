// At most so many tasks at a time; the others wait in the order in which they came.

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
      // The place goes straight to the next in the queue, so nobody can slip in between.
      const next = waiting.shift();
      if (next) next();
      else open -= 1;
    }
  };
}
