// DNS messages for the lab: enough of RFC 1035 to ask a server, to show its answer in a JSON dialect, and to spoil it.
//
// Own code on purpose: the core's decoder is what the browser suite tests, so the lab may not lean on it.

/** @type {Record<string, number>} */
export const TYPES = Object.freeze({
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  OPT: 41,
  CAA: 257,
});

/** @typedef {{name: string, type: number, ttl: number, data: RecordData}} LabRecord */
/** @typedef {{address: string} | {name: string} | {preference: number, name: string} | {strings: Buffer[]}
 *   | {soa: string[]} | {bytes: Buffer}} RecordData */
/** @typedef {{id: number, rcode: number, tc: boolean, rd: boolean, ra: boolean, question: {name: string, type: number},
 *   answer: LabRecord[], authority: LabRecord[]}} LabMessage */

/** @param {string | number} type */
export const typeNumber = (type) => (/^\d+$/.test(String(type)) ? Number(type) : (TYPES[String(type).toUpperCase()] ?? 0));

/**
 * @param {string} name  without the final dot; "" is the root
 * @param {string | number} type
 */
export function encodeQuery(name, type, id = 0) {
  const labels = name
    .split(".")
    .filter(Boolean)
    .map((label) => Buffer.from(label, "latin1"));
  const header = Buffer.from([id >> 8, id & 255, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  const tail = Buffer.from([0, typeNumber(type) >> 8, typeNumber(type) & 255, 0, 1]);
  return Buffer.concat([header, ...labels.flatMap((label) => [Buffer.from([label.length]), label]), tail]);
}

/** @param {Buffer} bytes @returns {LabMessage} */
export function decode(bytes) {
  let at = 12;
  const counts = [4, 6, 8].map((offset) => bytes.readUInt16BE(offset));
  const [name, next] = readName(bytes, at);
  const question = { name, type: bytes.readUInt16BE(next) };
  at = next + 4;
  const section = (/** @type {number} */ count) => {
    const records = [];
    for (let index = 0; index < count; index += 1) {
      const [owner, start] = readName(bytes, at);
      const type = bytes.readUInt16BE(start);
      const length = bytes.readUInt16BE(start + 8);
      records.push({ name: owner, type, ttl: bytes.readUInt32BE(start + 4), data: readData(bytes, type, start + 10, length) });
      at = start + 10 + length;
    }
    return records;
  };
  return {
    id: bytes.readUInt16BE(0),
    rcode: bytes[3] & 15,
    tc: (bytes[2] & 2) !== 0,
    rd: (bytes[2] & 1) !== 0,
    ra: (bytes[3] & 128) !== 0,
    question,
    answer: section(counts[1]),
    authority: section(counts[2]),
  };
}

/** @returns {[string, number]} the name, and where the bytes go on */
function readName(/** @type {Buffer} */ bytes, /** @type {number} */ start) {
  const labels = [];
  let at = start;
  let after = 0;
  for (let steps = 0; steps < 128; steps += 1) {
    const length = bytes[at];
    if (length === 0) return [labels.join(".").toLowerCase(), after || at + 1];
    if (length >= 192) {
      after ||= at + 2;
      at = bytes.readUInt16BE(at) & 0x3fff;
    } else {
      labels.push(bytes.toString("latin1", at + 1, at + 1 + length));
      at += length + 1;
    }
  }
  throw new Error("a name without an end");
}

/** @returns {RecordData} */
function readData(/** @type {Buffer} */ bytes, /** @type {number} */ type, /** @type {number} */ at, /** @type {number} */ length) {
  const end = at + length;
  switch (type) {
    case TYPES.A:
      return { address: [...bytes.subarray(at, end)].join(".") };
    case TYPES.AAAA:
      return { address: bytes.toString("hex", at, end).match(/.{4}/g)?.join(":") ?? "" };
    case TYPES.NS:
    case TYPES.CNAME:
    case TYPES.PTR:
      return { name: readName(bytes, at)[0] };
    case TYPES.MX:
      return { preference: bytes.readUInt16BE(at), name: readName(bytes, at + 2)[0] };
    case TYPES.TXT: {
      const strings = [];
      for (let here = at; here < end; here += bytes[here] + 1) strings.push(bytes.subarray(here + 1, here + 1 + bytes[here]));
      return { strings };
    }
    case TYPES.SOA: {
      const [mname, second] = readName(bytes, at);
      const [rname, numbers] = readName(bytes, second);
      return { soa: [`${mname}.`, `${rname}.`, ...[0, 4, 8, 12, 16].map((skip) => String(bytes.readUInt32BE(numbers + skip)))] };
    }
    default:
      return { bytes: bytes.subarray(at, end) };
  }
}

/** An answer without records and with this rcode, to this query. */
export function answerWithRcode(/** @type {Buffer} */ query, /** @type {number} */ rcode) {
  const questionEnd = readName(query, 12)[1] + 4;
  const answer = Buffer.from(query.subarray(0, questionEnd));
  answer.writeUInt16BE(0x8180 | rcode, 2);
  answer.fill(0, 6, 12);
  return answer;
}

/** The same answer to another question: the first letter of the name changes, and with it every compressed owner. */
export function answerToAnother(/** @type {Buffer} */ answer) {
  const lie = Buffer.from(answer);
  lie[13] = lie[13] === 0x78 ? 0x79 : 0x78;
  return lie;
}

/** The same question with the TC bit and nothing else, as a server says "this did not fit". */
export function answerCutByServer(/** @type {Buffer} */ query) {
  const answer = answerWithRcode(query, 0);
  answer[2] |= 2;
  return answer;
}
