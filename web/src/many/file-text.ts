// The text of a file, in the encoding that it is in: UTF-8, UTF-16 with its mark, or what spreadsheets save for the person's
// language, which no mark tells.

const ofSpreadsheets: Record<string, string> = { "zh-CN": "gb18030", "zh-TW": "big5", ja: "shift_jis" };
const others = "windows-1252"; // has a character for every byte

/** `whole`: whether the file ends here, or was cut, perhaps within a character. */
export function textOf(bytes: ArrayBuffer, language: string, whole = true): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return decoded(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decoded(bytes, "utf-16be");
  for (let cut = 0; cut < (whole ? 1 : 4); cut += 1) {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes.slice(0, Math.max(0, bytes.byteLength - cut)));
    } catch {
      // Another encoding, or more bytes of the last character.
    }
  }
  return decoded(bytes, ofSpreadsheets[language] ?? others);
}

const decoded = (bytes: ArrayBuffer, encoding: string): string => new TextDecoder(encoding).decode(bytes);
