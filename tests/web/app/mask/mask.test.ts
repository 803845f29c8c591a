// Passwords never leave, addresses only if they are wanted. Text about passwords stays, as it tells the cause.

import assert from "node:assert/strict";
import { test } from "node:test";
import { maskSecrets } from "../../../../web/src/app/mask/mask";
import { addressMasker } from "../../../../web/src/app/mask/mask-address";

// None of these contains a password.
const silent = [
  "",
  "I forgot my password",
  "the password is wrong",
  "The password is not accepted, although it is right",
  "Incorrect password",
  "535 Error: authentication failed, wrong password",
  "Wrong user name or password: please check and try again",
  "password error: 526 Authentication failure",
  "Invalid password: 535 5.7.8 authentication failed",
  "password: correct, I checked it twice",
  "Is it the security password or the login password?",
  "password reset does not work since 2026-11-20",
  "password 8 characters, POP3 and IMAP4 on",
  "Authentication-Results: mx.example; spf=pass smtp.mailfrom=abc.com; dkim=pass; dmarc=pass",
  "The bypass: works on mobile data",
  "Security > Password > Settings",
  "AUTH LOGIN is refused with 535",
  "密码错误",
  "密码错误：526 Authentication failure",
  "密码是对的，但是登录不了",
  "密码：忘记了",
  "忘记密码怎么办？",
  "密码535错误",
  "授权码在哪里看？",
  "提示账号或密码不正确",
  "为什么提示弱口令，不能发信",
  "密码 8 位以上",
  "安全密码和登录密码有什么区别",
  "503 Service Unavailable",
  "Frozen",
];
for (const text of silent) test(`stays: ${text}`, () => assert.equal(maskSecrets(text), text));

const masked: [string, string][] = [
  ["password: hunter2", "password: ***"],
  ["Password: correct-horse battery", "Password: ***"],
  ["password hunter2", "password ***"],
  ["PASSWORD=hunter2", "PASSWORD=***"],
  ["pwd=hunter2&user=joe", "pwd=***&user=joe"],
  ["pass = hunter2", "pass = ***"],
  ["pass: hunter2", "pass: ***"],
  ["passwd : Sommer 2026!", "passwd : ***"],
  ["my password is hunter2 and it fails", "my password is *** and it fails"],
  ["password is 'sommerzeit'", "password is '***'"],
  ["Wrong password: hunter2", "Wrong password: ***"],
  ["I typed password hunter2!, then 526 came", "I typed password ***, then 526 came"],
  ["password: abc12345, then error 526", "password: ***, then error 526"],
  ["Security password (client): Xy9kkl2w", "Security password (client): ***"],
  ["password for joe@abc.com: hunter2", "password for joe@abc.com: ***"],
  ['{"user": "joe", "password": "hunter2", "port": 465}', '{"user": "joe", "password": "***", "port": 465}'],
  ["<password>hunter2</password>", "<password>***</password>"],
  ["curl --password hunter2 smtp.qiye.aliyun.com", "curl --password *** smtp.qiye.aliyun.com"],
  ["smtp://joe:hunter2@smtp.qiye.aliyun.com:465", "smtp://joe:***@smtp.qiye.aliyun.com:465"],
  ["User:\njoe\nPassword:\nhunter2\n526 came", "User:\njoe\nPassword:\n***\n526 came"],
  ["Password: hunter2\r\nError 526\r\n", "Password: ***\r\nError 526\r\n"],
  ["密码：Abc12345", "密码：***"],
  ["密码：Abc12345，提示 526", "密码：***，提示 526"],
  ["密码: Abc12345", "密码: ***"],
  ["密码是Abc12345，还是登录不了", "密码是***，还是登录不了"],
  ["密码是admin登不上", "密码是***登不上"],
  ["账号 joe@abc.com 密码 Abc12345", "账号 joe@abc.com 密码 ***"],
  ["账号密码：joe / abc12345", "账号密码：***"],
  ["授权码：abcdefghijklmnop", "授权码：***"],
  ["授权码abcd1234efgh", "授权码***"],
  ["密碼：Abc12345", "密碼：***"],
  ["口令=abc123", "口令=***"],
  ["密码：我的是Abc12345", "密码：我的是***"],
  ["Authorization: Basic am9lOmh1bnRlcjI=", "Authorization: Basic ***"],
  ["authorization: Bearer eyJhbGciOi.J9", "authorization: Bearer ***"],
  ["AUTH PLAIN AGpvZQBodW50ZXIy", "AUTH PLAIN ***"],
  [
    "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: am9l\nS: 334 UGFzc3dvcmQ6\nC: aHVudGVyMg==\nS: 526 Authentication failure[0]",
    "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: ***\nS: 334 UGFzc3dvcmQ6\nC: ***\nS: 526 Authentication failure[0]",
  ],
  ["USER joe@abc.com\nPASS hunter2\n-ERR", "USER joe@abc.com\nPASS ***\n-ERR"],
  ["a1 LOGIN joe@abc.com hunter2\na1 NO LOGIN failed", "a1 LOGIN joe@abc.com ***\na1 NO LOGIN failed"],
  ["a2 AUTHENTICATE PLAIN AGpvZQBodW50ZXIy", "a2 AUTHENTICATE PLAIN ***"],
];
for (const [text, expected] of masked) {
  test(`is masked: ${text.replace(/\s+/g, " ")}`, () => {
    assert.equal(maskSecrets(text), expected);
    assert.equal(maskSecrets(expected), expected);
  });
}

const addresses: [string, string][] = [
  ["joe@abc.com", "***1@abc.com"],
  ["<joe@abc.com> to <ann@abc.com>, again joe@ABC.com", "<***1@abc.com> to <***2@abc.com>, again ***1@ABC.com"],
  ["我的邮箱是wang@abc.com，抄送 张三@abc.com", "我的邮箱是***1@abc.com，抄送 ***2@abc.com"],
  ["wang＠abc.com", "***1＠abc.com"],
  ["rcpt=joe.smith+x@mail.abc.com.cn", "rcpt=***1@mail.abc.com.cn"],
  ["postmaster@abc.com and MAILER-DAEMON@mx.abc.com", "postmaster@abc.com and MAILER-DAEMON@mx.abc.com"],
  ["meet me @ home, 5 @ 3", "meet me @ home, 5 @ 3"],
  ["smtp.qiye.aliyun.com:465 [198.51.100.7]", "smtp.qiye.aliyun.com:465 [198.51.100.7]"],
  ["wang@abc.com的邮箱, wang@abc.com", "***1@abc.com的邮箱, ***1@abc.com"],
];
for (const [text, expected] of addresses) {
  test(`addresses: ${text}`, () => {
    assert.equal(addressMasker()(text), expected);
    assert.equal(addressMasker()(expected), expected);
  });
}

test("one mailbox keeps its number from one text to the next", () => {
  const mask = addressMasker();
  assert.deepEqual(["joe@abc.com", "ann@abc.com joe@abc.com"].map(mask), ["***1@abc.com", "***2@abc.com ***1@abc.com"]);
});
