// One query to one resolver: RFC 8484 GET, and the JSON format if the first gave no DNS answer. Either may be first.
//
// Law of this file: it never throws and does not interpret DNS. What a resolver sends becomes one item of the case's
// answers: its bytes, or how it failed. It sends only the headers and options below, which avoids a preflight and reveals
// nothing but the name.

import type { Answer, Failure, Query } from "../contract";
import { startDeadline, stopped, type Deadline } from "./deadline";
import { heardOut, watchCsp } from "./csp";
import type { Resolver } from "./resolvers";

export const maxBody = 65535; // bytes, RFC 8484 section 6; a longer JSON body is not an answer either

export type Format = "wire" | "json";

export interface AskOptions {
  timeoutMs: number; // for both formats together
  now: () => Date;
  online: () => boolean;
  firstFormat: Format;
}

export interface Asked {
  answer: Answer;
  format: Format;
  settled: boolean; // a DNS answer came, whatever it says
  gaveUp: boolean; // the answer is SERVFAIL or REFUSED: another resolver may know more
  limited: boolean; // the resolver says that it is asked too much
  retryAfter: number | undefined; // seconds until it wants to be asked again, if it says so and lets a page read it
}

interface Received {
  format: Format;
  status?: number;
  contentType?: string;
  retryAfter?: string | null;
  bytes?: Uint8Array;
  failure?: Failure;
}

/** Undefined if the person canceled: there is nothing to report. */
export async function askOne(query: Query, resolver: Resolver, options: AskOptions, signal: AbortSignal): Promise<Asked | undefined> {
  watchCsp();
  const deadline = startDeadline(options.timeoutMs, signal);
  try {
    const first = await get(query, resolver, options.firstFormat, deadline, options.online);
    if (deadline.state() === "cancelled") return undefined;
    const received = wantsSecond(first) ? better(first, await second(query, resolver, options, deadline)) : first;
    if (deadline.state() === "cancelled") return undefined;
    const at = options.now().toISOString();
    return {
      answer: toAnswer(query, resolver, received, at),
      format: received.format,
      settled: isDns(received),
      gaveUp: isRefusal(received),
      limited: isLimit(received),
      retryAfter: received.retryAfter ? secondsIn(received.retryAfter, options.now()) : undefined,
    };
  } finally {
    deadline.end();
  }
}

function second(query: Query, resolver: Resolver, options: AskOptions, deadline: Deadline): Promise<Received> {
  const format = options.firstFormat === "wire" ? "json" : "wire";
  return get(query, resolver, format, deadline, options.online);
}

async function get(query: Query, resolver: Resolver, format: Format, deadline: Deadline, online: () => boolean): Promise<Received> {
  const received: Received = { format };
  if (!online()) return { format, failure: "offline" };
  try {
    const response = await deadline.race(fetch(address(query, resolver, format), request(resolver, format, deadline.signal)));
    if (response === stopped) return { format, failure: "timeout" };
    received.status = response.status;
    received.retryAfter = response.headers.get("retry-after");
    received.contentType = (response.headers.get("content-type") ?? "").slice(0, 200);
    const bytes = await deadline.race(readBody(response));
    if (bytes === stopped) return { ...received, failure: "timeout" };
    return bytes ? { ...received, bytes } : { ...received, failure: "unreadable" };
  } catch {
    // Without a status, a TypeError only says that there was no readable answer: no CORS, reset, TLS, filter, policy.
    if (received.status === undefined) {
      await heardOut(resolver.wireUrl);
      return { format, failure: online() ? "blocked" : "offline" };
    }
    return { ...received, failure: "unreadable" }; // the body broke off
  }
}

function address(query: Query, resolver: Resolver, format: Format): string {
  const url = new URL(format === "wire" ? resolver.wireUrl : resolver.jsonUrl);
  if (format === "wire") {
    url.searchParams.set("dns", query.wire);
  } else {
    url.searchParams.set("name", query.name);
    url.searchParams.set("type", query.type);
    if (query.checkingDisabled) url.searchParams.set("cd", "1");
  }
  return url.href;
}

function request(resolver: Resolver, format: Format, signal: AbortSignal): RequestInit {
  const accept = format === "wire" ? "application/dns-message" : resolver.jsonAccept;
  return {
    headers: accept ? { accept } : {},
    cache: "no-store", // a cached response has TTLs that did not count down
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal,
  };
}

/** Undefined if the body is longer than any answer may be. */
async function readBody(response: Response): Promise<Uint8Array | undefined> {
  if (!response.body) return new Uint8Array(0);
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBody) {
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

// Only enough to choose the format: the core decodes.
function isDns(received: Received): boolean {
  const { status, bytes } = received;
  if (!bytes || status === undefined || status < 200 || status > 299) return false;
  if (isJson(received)) return bytes.length > 1;
  const type = (received.contentType ?? "").toLowerCase();
  return bytes.length >= 12 && !type.startsWith("text/");
}

// SERVFAIL or REFUSED, RFC 1035 section 4.1.1.
function isRefusal(received: Received): boolean {
  if (!received.bytes || !isDns(received)) return false;
  if (!isJson(received)) return [2, 5].includes((received.bytes[3] ?? 0) & 15);
  return /"status"\s*:\s*[25]\b/i.test(new TextDecoder().decode(received.bytes.subarray(0, 200)));
}

function isJson(received: Received): boolean {
  const type = (received.contentType ?? "").toLowerCase();
  if (type.includes("json")) return true;
  // Some gateways send JSON as text/plain or as application/dns-message.
  return received.format === "json" && !type.includes("html") && received.bytes?.[0] === 0x7b;
}

function wantsSecond(received: Received): boolean {
  if (isDns(received) || received.failure === "timeout" || received.failure === "offline") return false;
  return !isLimit(received); // do not ask twice when asked to slow down
}

// RFC 6585 section 4, RFC 9110 section 15.6.4.
const isLimit = ({ status, retryAfter }: Received): boolean => status === 429 || (status === 503 && Boolean(retryAfter));

// RFC 9110 section 10.2.3: seconds, or a date.
function secondsIn(text: string, now: Date): number | undefined {
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  return seconds >= 0 ? seconds : undefined;
}

// The one that tells more: a DNS answer, then anything with an HTTP status, then the first.
function better(first: Received, other: Received): Received {
  if (isDns(other)) return other;
  return first.status === undefined && other.status !== undefined ? other : first;
}

/** What is reported while a request goes on that has not ended in time. */
export const timeoutOf = (query: Query, resolver: Resolver, at: Date): Answer =>
  toAnswer(query, resolver, { format: "wire", failure: "timeout" }, at.toISOString());

function toAnswer(query: Query, resolver: Resolver, received: Received, at: string): Answer {
  const answer: Answer = { resolver: resolver.id, name: query.name, type: query.type, at };
  if (query.checkingDisabled) answer.checkingDisabled = true;
  if (received.status !== undefined) answer.status = received.status;
  if (received.contentType) answer.contentType = received.contentType;
  if (received.failure) answer.failure = received.failure;
  if (!received.bytes) return answer;
  if (isText(received)) answer.body = new TextDecoder().decode(received.bytes);
  else answer.bodyBase64 = base64(received.bytes);
  return answer;
}

function isText(received: Received): boolean {
  return isJson(received) || /^(text\/|application\/(xml|xhtml))/i.test(received.contentType ?? "");
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  // In pieces, as not every engine takes 65,535 arguments.
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}
