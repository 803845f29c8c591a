// Text from outside as one line of printable text. What DNS holds is written by strangers: a line break in it must not
// begin a line of ours, and no sign may turn the direction of what follows or be there without being seen.
//
// Law: everything that leaves the page goes through one of these functions: the message, the bundle, records, commands.

// Controls, signs of direction, of no width, of the order of bytes, separators, and halves of characters.
const unseen =
  /[\ud800-\udbff][\udc00-\udfff]|[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\uffff]/g;

const escape = (text: string): string =>
  [...Array(text.length).keys()].map((at) => `\\u${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`).join("");

// Of characters of two halves, only tags are never seen (U+E0000 to U+E007F).
const shown = (found: string): string => (found.length === 2 && !/^\udb40[\udc00-\udc7f]/.test(found) ? found : escape(found));

/** Signs that nobody sees are written as escapes such as \u202E; a line break too. */
export const oneLine = (text: string): string => text.replace(unseen, shown);

/** JSON text with the same values, in which such signs are escapes. It may be of several lines, as JSON.stringify writes it. */
export const printableJson = (json: string): string => json.replace(unseen, (found) => (found === "\n" ? found : shown(found)));
