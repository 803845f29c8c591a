// A storage that can be full.

export function memory(room = Infinity): Pick<Storage, "getItem" | "setItem" | "removeItem" | "length" | "key"> {
  const items = new Map<string, string>();
  const size = (): number => [...items].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, text) => {
      if (size() - (items.get(key) ?? "").length + text.length > room) throw new Error("QuotaExceededError");
      items.set(key, text);
    },
    removeItem: (key) => void items.delete(key),
  };
}
