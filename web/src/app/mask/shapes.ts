// Passwords and keys that need no label: in addresses, headers, commands, code, or known by their own form.
import type { Range } from "./labels";
import data from "./secrets.json";
import { bare, either, found, isRemark, looksEncoded, looksSecret } from "./words";

// The first group is what stays; the secret is the rest of the match, unless `ok` refuses it.
interface Rule {
  pattern: RegExp;
  ok?: (secret: string) => boolean;
}

const names = `(?:${either([...data.labels, ...data.words, ...data.short])})`;
const rule = (source: string, ok?: Rule["ok"]): Rule => ({ pattern: new RegExp(source, "gi"), ...(ok ? { ok } : {}) });

const rules: Rule[] = [
  rule("((?:proxy-)?authorization:\\s{0,4}(?:(?:basic|bearer|digest|plain|login|ntlm|negotiate)\\s{1,4})?)\\S.*"),
  rule("((?:^|[^\\w-])(?:set-)?cookie2?:\\s{0,4})\\S.*"),
  rule("((?:^|[^\\w-])x-[\\w-]{0,30}(?:key|token|secret|auth|password)\\s{0,2}:\\s{0,4})\\S.*"),
  rule("(\\bbearer\\s{1,4})[\\w.~+/=-]+", (secret) => secret.length >= 8 && looksEncoded(secret)),
  rule('(\\bauth(?:enticate)?\\s{1,4}(?:plain|login|xoauth2?|oauthbearer|cram-md5|ntlm)\\s{1,4}"?)[a-z0-9+/=]+', looksEncoded),
  rule("([?&;](?:key|code|sig|signature|auth|session|sid|ticket|sso|pwd|pass|state|jwt)=)[^&\\s#\"'<>]+", (secret) => secret.length >= 4),
  rule("(\\b(?:sid|ssid|sessionid|phpsessid|jsessionid|csrftoken|jwt)\\s?[=:]\\s?)[^&;\\s\"'<>]+"),
  rule(`(--?[\\w-]{0,20}${names}(?:\\s{1,3}|=)["']?)[^\\s"'-][^\\s"']*`),
  rule("(\\s-ap\\s{1,3}[\"']?)[^\\s\"']+"),
  rule("(\\s(?:-u|--user|--proxy-user)[\\s=]{1,3}[\"']?[^\\s:\"']{1,100}:)[^\\s\"']+"),
  rule(`(<(?:[\\w:.-]{0,30}[:._-])?[a-z]{0,20}${names}(?:\\s[^<>]{0,80})?>)[^<]+`),
  rule(`(${names}</key>\\s{0,4}<string>)[^<]+`),
  rule(`(["'][\\w.-]{0,30}${names}["']\\s{1,3}(?:[\\w-]{1,20}=["'][^"']{0,60}["']\\s{1,3})?value\\s?=\\s?["'])[^"'<>]+`),
  rule(`(${names}["']\\s{0,2}[,:]\\s{0,2}["'])(?:[^"'\\\\]|\\\\.)+`),
  rule("(\\bsshpass\\s{1,3}-p\\s{0,3})\\S+"),
  rule("((?:login|auth|authenticate|credentials?)\\s?\\(\\s?[\"'][^\"']{1,100}[\"']\\s{0,2},\\s{0,2}[\"'])[^\"']+"),
  rule(
    "(@[\\w.-]{3,100}(?:\\s{0,2}[:/|\u3001]|,(?=\\S)|\\s{1,2}(?:and|with|plus)\\s|\\s?[\u548c\u53ca\u3068])\\s{0,2})[\\x21-\\x7e]+",
    (secret) => looksSecret(secret) && !/[:/@[\]]/.test(secret),
  ),
  rule(
    "(\\b(?:typed|entered|used|using|tried|put)\\s)(?:[\\x21-\\x7e]{1,30}\\s){2,6}(?=as\\s(?:(?:the|my|our|a|new)\\s){0,2}pass(?:word|phrase|code)\\b)",
    (secret) => !isRemark(secret),
  ),
  rule("(\\b(?:LTAI|AKIA)[0-9a-z]{12,26}\\s{0,3}[/:,|]?\\s{0,3})[0-9a-z/+]{24,64}"),
  rule("(\\b(?:the|my|this|that|a|sms|text|login)\\scode(?:\\s[a-z]{1,12}){0,4}\\s(?:is|was)\\s)\\d{4,8}\\b"),
  rule(
    `((?:${either(data.keys)})\\s{0,2}(?:[:=\\uff1a]|${either(data.behindIs)})?\\s{0,2})[0-9a-z+/]{12,}`,
    (secret) => looksSecret(secret) && !/^MI[A-Z]/.test(secret), // a public key is for everybody
  ),
  rule(
    "((?:^|[\\s\"'=:(,]))(?:LTAI[0-9a-z]{12,}|AKIA[0-9a-z]{12,}|sk-[\\w-]{16,}|gh[pousr]_\\w{16,}|xox[abprs]-[\\w-]{10,}|AIza[\\w-]{20,}|glpat-[\\w-]{12,}|npm_\\w{16,}|SG\\.[\\w.-]{12,}|eyJ[\\w-]{8,400}\\.[\\w.-]{4,})",
  ),
];

export function shaped(line: string): Range[] {
  const known = rules.flatMap(({ pattern, ok }) =>
    found(pattern, line).flatMap(({ 0: whole, 1: head = "", index }): Range[] => {
      const start = index + head.length;
      const value = whole.slice(head.length).trimEnd();
      const secret = ok ? value.slice(0, bare(value).end) : value;
      return secret && (!ok || ok(secret)) ? [[start, start + secret.length]] : [];
    }),
  );
  return [...known, ...inAddresses(line), ...encoded(line)];
}

const address = /:\/\/([^\s"'<>]+)/g;

// "scheme://user:password@host": the password may itself hold "@" and "/", so the last "@" of the address counts.
function inAddresses(line: string): Range[] {
  return found(address, line).flatMap(({ index, 1: rest = "" }): Range[] => {
    const start = index + 3;
    const end = rest.lastIndexOf("@");
    const slash = rest.indexOf("/");
    const user = rest.indexOf(":");
    const query = rest.search(/[?#]/);
    if (end < 1 || (query >= 0 && query < end && slash >= 0 && slash < query)) return [];
    if (user > 0 && user < end) {
      const isPort = /^\d{1,5}\//.test(rest.slice(user + 1, user + 7));
      return isPort || (slash >= 0 && slash < user) || end === user + 1 ? [] : [[start + user + 1, start + end]];
    }
    return (slash < 0 || end < slash) && looksSecret(rest.slice(0, end)) ? [[start, start + end]] : [];
  });
}

const base64 = /[A-Za-z0-9+/]{8,}={0,2}/g;

// What AUTH PLAIN and XOAUTH2 send, wherever it is quoted: base64 of names and passwords between NUL or ^A.
function encoded(line: string): Range[] {
  return found(base64, line).flatMap(({ 0: text, index }): Range[] => {
    if (text.length > 4000 || text.replace(/=/g, "").length % 4 === 1) return [];
    const plain = atob(text.replace(/=/g, ""));
    const isPlain = /^[\x20-\x7e]{0,255}\0[\x20-\xff]{1,255}\0[\x20-\xff]{1,255}$/.test(plain);
    return isPlain || /^user=[^\x01]{0,300}\x01auth=/.test(plain) ? [[index, index + text.length]] : [];
  });
}

/** The lines of a private key: `inside` is what the line before returned. */
export function keyBlock(line: string, inside: boolean): { inside: boolean; range?: Range } {
  if (/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/.test(line)) return { inside: !/-----END /.test(line) };
  if (!inside || /-----END /.test(line)) return { inside: false };
  return line.trim() ? { inside: true, range: [0, line.trimEnd().length] } : { inside: true };
}
