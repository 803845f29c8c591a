// JSON text of plain values. JSON.stringify asks every object and array for a toJSON, which some pages give to all of them
// (Prototype.js 1.6 to Array.prototype); the core is then handed strings for lists. This asks nobody.

export function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => jsonText(item ?? null)).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${jsonText(one)}`).join()}}`;
}
