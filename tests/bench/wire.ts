// Writes DNS messages (RFC 1035 section 4) for the benchmark of hostile answers. Names may be raw bytes, because a hostile
// server compresses them as no honest one would.

export const types = { A: 1, NS: 2, CNAME: 5, SOA: 6, MX: 15, TXT: 16, AAAA: 28, OPT: 41, CAA: 257 } as const;
export type Type = keyof typeof types;

export interface WireRecord {
  owner?: Buffer; // by default a pointer to the name of the question
  type: Type;
  data: Buffer;
}

export interface Sections {
  rcode?: number;
  answer?: WireRecord[];
  authority?: WireRecord[];
  options?: Buffer; // of the OPT record
}

export const asked = Buffer.from([0xc0, 12]); // a pointer to the name of the question
export const maxBytes = 65_535;

export const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);

export function name(text: string): Buffer {
  const labels = text.split(".").filter(Boolean);
  return Buffer.concat([...labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label, "latin1")]), Buffer.from([0])]);
}

/** At most 255 bytes for each character string. */
export function txt(text: string | Buffer, each = 255): Buffer {
  const bytes = Buffer.from(text);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += each) {
    const part = bytes.subarray(at, at + each);
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat(parts);
}

export const mx = (preference: number, exchange: Buffer): Buffer => Buffer.concat([u16(preference), exchange]);
export const soa = (server: Buffer, mailbox: Buffer): Buffer => Buffer.concat([server, mailbox, Buffer.alloc(20, 1)]);

/** RFC 8914: an option of an OPT record. */
export const extendedError = (code: number, text: string): Buffer =>
  Buffer.concat([u16(15), u16(2 + text.length), u16(code), Buffer.from(text)]);

/** The answer to a question. Records that do not fit into 64 kB are left out. */
export function message(question: string, type: string, { rcode = 0, answer = [], authority = [], options }: Sections): Buffer {
  const parts = [name(question), u16(types[type as Type] ?? 1), u16(1)];
  const opt = options && record({ owner: Buffer.from([0]), type: "OPT", data: options });
  let left = maxBytes - 12 - parts.reduce((sum, part) => sum + part.length, 0) - (opt?.length ?? 0);
  const put = (records: WireRecord[]): number => {
    let count = 0;
    for (const each of records) {
      const bytes = record(each);
      if (bytes.length > left) break;
      left -= bytes.length;
      parts.push(bytes);
      count += 1;
    }
    return count;
  };
  const counts = [1, put(answer), put(authority), opt ? 1 : 0];
  return Buffer.concat([u16(0), u16(0x8180 | rcode), ...counts.map(u16), ...parts, opt ?? Buffer.alloc(0)]);
}

function record({ owner = asked, type, data }: WireRecord): Buffer {
  return Buffer.concat([owner, u16(types[type]), u16(1), u16(0), u16(600), u16(data.length), data]);
}
