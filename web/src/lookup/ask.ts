// One query at one resolver: RFC 8484 GET, and the JSON form where the first gave no DNS answer.
//
// Law of this file: it never throws and judges no DNS. Whatever a resolver sends becomes one item of the case's answers:
// its bytes, or the way in which it failed. Only the headers and options below are sent, so that no preflight is asked
// for and nothing but the name is told.

import type { Answer, Failure, Query } from "../contract";
import { startDeadline, stopped, type Deadline } from "./deadline";
import { heardOut, watchCsp } from "./csp";
import type { Resolver } from "./resolvers";

export const maxBody = 65535; // bytes, RFC 8484 section 6; a JSON body that needs more is none of ours either

export type Path = "wire" | "json";

export interface AskOptions {
  timeoutMs: number; // for both paths together
  now: () => Date;
  online: () => boolean;
  firstPath: Path;
}

export interface Asked {
  answer: Answer;
  path: Path;
  settled: boolean; // a DNS answer came, whatever it says
  gaveUp: boolean; // and it says that this resolver could not, or would not, find out: another one may
}

interface Reply {
  path: Path;
  status?: number;
  contentType?: string;
  bytes?: Uint8Array;
  failure?: Failure;
}

/** Undefined where the person cancelled: then there is nothing to tell. */
export async function askOne(
  query: Query,
  resolver: Resolver,
  options: AskOptions,
  signal: AbortSignal,
): Promise<Asked | undefined> {
  watchCsp();
  const deadline = startDeadline(options.timeoutMs, signal);
  try {
    const first = await get(query, resolver, options.firstPath, deadline, options.online);
    if (deadline.state() === "cancelled") return undefined;
    const reply = wantsSecond(first) ? better(first, await second(query, resolver, options, deadline)) : first;
    if (deadline.state() === "cancelled") return undefined;
    const at = options.now().toISOString();
    return { answer: toAnswer(query, resolver, reply, at), path: reply.path, settled: isDns(reply), gaveUp: isRefusal(reply) };
  } finally {
    deadline.end();
  }
}

function second(query: Query, resolver: Resolver, options: AskOptions, deadline: Deadline): Promise<Reply> {
  const path = options.firstPath === "wire" ? "json" : "wire";
  return get(query, resolver, path, deadline, options.online);
}

async function get(
  query: Query,
  resolver: Resolver,
  path: Path,
  deadline: Deadline,
  online: () => boolean,
): Promise<Reply> {
  const reply: Reply = { path };
  if (!online()) return { path, failure: "offline" };
  try {
    const response = await deadline.race(fetch(address(query, resolver, path), request(resolver, path, deadline.signal)));
    if (response === stopped) return { path, failure: "timeout" };
    reply.status = response.status;
    reply.contentType = (response.headers.get("content-type") ?? "").slice(0, 200);
    const bytes = await deadline.race(readBody(response));
    if (bytes === stopped) return { ...reply, failure: "timeout" };
    return bytes ? { ...reply, bytes } : { ...reply, failure: "unreadable" };
  } catch {
    // Before there was a status, a TypeError says no more than "no readable answer": no CORS, reset, TLS, filter, policy.
    if (reply.status === undefined) {
      await heardOut(resolver.wireUrl);
      return { path, failure: online() ? "blocked" : "offline" };
    }
    return { ...reply, failure: "unreadable" }; // the body broke off
  }
}

function address(query: Query, resolver: Resolver, path: Path): string {
  const url = new URL(path === "wire" ? resolver.wireUrl : resolver.jsonUrl);
  if (path === "wire") {
    url.searchParams.set("dns", query.wire);
  } else {
    url.searchParams.set("name", query.name);
    url.searchParams.set("type", query.type);
    if (query.checkingDisabled) url.searchParams.set("cd", "1");
  }
  return url.href;
}

function request(resolver: Resolver, path: Path, signal: AbortSignal): RequestInit {
  const accept = path === "wire" ? "application/dns-message" : resolver.jsonAccept;
  return {
    headers: accept ? { accept } : {},
    cache: "no-store", // a cached reply carries TTLs that did not count down
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal,
  };
}

/** Undefined where the body is longer than any answer may be. */
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

// Enough to choose the path, not more: the core decodes.
function isDns(reply: Reply): boolean {
  const { status, bytes } = reply;
  if (!bytes || status === undefined || status < 200 || status > 299) return false;
  if (isJson(reply)) return bytes.length > 1;
  const type = (reply.contentType ?? "").toLowerCase();
  return bytes.length >= 12 && !type.startsWith("text/");
}

// SERVFAIL or REFUSED, RFC 1035 section 4.1.1.
function isRefusal(reply: Reply): boolean {
  if (!reply.bytes || !isDns(reply)) return false;
  if (!isJson(reply)) return [2, 5].includes((reply.bytes[3] ?? 0) & 15);
  return /"status"\s*:\s*[25]\b/i.test(new TextDecoder().decode(reply.bytes.subarray(0, 200)));
}

function isJson(reply: Reply): boolean {
  const type = (reply.contentType ?? "").toLowerCase();
  if (type.includes("json")) return true;
  // Some gateways send their JSON as text/plain or as what the wire form would be.
  return reply.path === "json" && !type.includes("html") && reply.bytes?.[0] === 0x7b;
}

function wantsSecond(reply: Reply): boolean {
  if (isDns(reply) || reply.failure === "timeout" || reply.failure === "offline") return false;
  return reply.status !== 429; // who asks us to slow down is not asked twice
}

// Which of two replies tells more: DNS, then something with an HTTP status, then the first.
function better(first: Reply, other: Reply): Reply {
  if (isDns(other)) return other;
  return first.status === undefined && other.status !== undefined ? other : first;
}

function toAnswer(query: Query, resolver: Resolver, reply: Reply, at: string): Answer {
  const answer: Answer = { resolver: resolver.id, name: query.name, type: query.type, at };
  if (query.checkingDisabled) answer.checkingDisabled = true;
  if (reply.status !== undefined) answer.status = reply.status;
  if (reply.contentType) answer.contentType = reply.contentType;
  if (reply.failure) answer.failure = reply.failure;
  if (!reply.bytes) return answer;
  if (isText(reply)) answer.body = new TextDecoder().decode(reply.bytes);
  else answer.bodyBase64 = base64(reply.bytes);
  return answer;
}

function isText(reply: Reply): boolean {
  return isJson(reply) || /^(text\/|application\/(xml|xhtml))/i.test(reply.contentType ?? "");
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  // In pieces: a call takes no 65,535 arguments in every engine.
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}
