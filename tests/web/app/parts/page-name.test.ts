// What a link to a page is called.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isAlibabas, pageName } from "../../../../web/src/app/parts/page-name";
import { provider } from "../../support/core-data";

for (const [url, name, alibabas] of [
  ["https://help.aliyun.com/en/document_detail/36710.html", "36710", true],
  ["https://www.alibabacloud.com/help/faq-detail/109004.htm", "109004", true],
  ["https://www.alibabacloud.com/help/en/alibaba-mail/latest/frozen", "frozen", true],
  ["https://status.aliyun.com/", "status.aliyun.com", true],
  ["https://alimail.console.aliyun.com", "alimail.console.aliyun.com", true],
  ["https://www.rfc-editor.org/rfc/rfc7208#section-5.1", "rfc7208", false],
  ["https://aliyun.com.evil.example/36710.html", "36710", false],
  ["https://notaliyun.com/36710", "36710", false],
] as const) {
  test(`${url} is ${name}`, () => {
    assert.equal(pageName(url), name);
    assert.equal(isAlibabas(url), alibabas);
  });
}

test("the name of every page of the catalogue is short, and no two pages have the same", () => {
  const names = Object.values(provider.sources).map(pageName);
  for (const name of names) assert.ok(name.length > 0 && name.length <= 33, name);
  assert.equal(new Set(names).size, new Set(Object.values(provider.sources)).size);
});
