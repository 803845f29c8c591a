// Work that is done once for all who want it, and again after a failure.

export function once<T>(kept: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  let promise = kept.get(key);
  if (!promise) {
    promise = work();
    kept.set(key, promise);
    promise.catch(() => kept.delete(key));
  }
  return promise;
}
