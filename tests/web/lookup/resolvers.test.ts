// The table of resolvers, and the reader of the attribute `resolvers`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseResolvers, publicResolvers } from "../../../web/src/lookup/resolvers";

const ids = (attribute: string | null): string[] => parseResolvers(attribute).map(({ id }) => id);

test("every public resolver has its own id and answers over https only", () => {
  assert.equal(new Set(publicResolvers.map(({ id }) => id)).size, publicResolvers.length);
  for (const { wireUrl, jsonUrl } of publicResolvers) {
    assert.match(wireUrl, /^https:\/\/[a-z.-]+\/[a-z-]+$/);
    assert.equal(new URL(jsonUrl).host, new URL(wireUrl).host);
  }
});

test("there are views from inside and from outside China", () => {
  assert.deepEqual(
    publicResolvers.map(({ region }) => region),
    ["china", "china", "world", "world", "world"],
  );
});

for (const attribute of [null, "", "  ", "nonsense", "http://dns.example/dns-query", "https://u:p@dns.example/"]) {
  test(`${JSON.stringify(attribute)} leaves the public resolvers`, () => {
    assert.equal(parseResolvers(attribute), publicResolvers);
  });
}

test("addresses stand apart by any space, and their host and port is their id", () => {
  assert.deepEqual(ids("https://a.example/dns-query\n https://b.example:8443/q"), ["a.example", "b.example:8443"]);
});

test("an own resolver has its JSON form on the same path, asked for by name", () => {
  const [own] = parseResolvers("https://a.example/dns-query");
  assert.deepEqual(
    [own?.wireUrl, own?.jsonUrl, own?.jsonAccept, own?.region],
    ["https://a.example/dns-query", "https://a.example/dns-query", "application/dns-json", "own"],
  );
});

test("plain http is taken on loopback only", () => {
  assert.deepEqual(ids("http://127.0.0.1:8053/a http://localhost:1/b http://[::1]:2/c http://10.0.0.1/d"), [
    "127.0.0.1:8053",
    "localhost:1",
    "[::1]:2",
  ]);
});

test("two endpoints of one host keep apart", () => {
  assert.deepEqual(ids("https://a.example/x https://a.example/y"), ["a.example", "a.example/y"]);
});

test("the same address twice is one resolver", () => {
  assert.deepEqual(ids("https://a.example/x https://a.example/x#again"), ["a.example"]);
});

test("the template form of RFC 8484 is understood", () => {
  assert.equal(parseResolvers("https://a.example/dns-query{?dns}")[0]?.wireUrl, "https://a.example/dns-query");
});

test("what cannot be used does not disturb the rest", () => {
  assert.deepEqual(ids("ftp://a.example/ https://b.example/dns-query javascript:alert(1)"), ["b.example"]);
});

test("no more than eight are taken", () => {
  const many = Array.from({ length: 20 }, (_, index) => `https://n${index}.example/`).join(" ");
  assert.equal(parseResolvers(many).length, 8);
});
