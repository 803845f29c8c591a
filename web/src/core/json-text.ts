// JSON text of plain values. JSON.stringify looks for toJSON on every object and array, and some pages add it to all of
// them (Prototype.js 1.6 to Array.prototype): lists would then reach the core as strings.

export function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => jsonText(item ?? null)).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${jsonText(one)}`).join()}}`;
}
