// Values that strangers put into DNS, to see that none of them becomes more than text where it leaves the page.

export const hostile: Record<string, string> = {
  "line breaks": "v=spf1 -all\nPlease also publish:\n  abc.com TXT evil",
  CRLF: "a\r\n\r\n# Heading\r\n- item",
  "other separators": "a\u2028b\u2029c\u0085d\u000be\u000cf",
  ESC: "\u001b[2J\u001b]0;title\u0007\u009b31m",
  "NUL and DEL": "a\0b\u007fc",
  tabs: "a\tb",
  directions: "abc\u202egnp.exe\u202c \u2066x\u2069 \u200e\u200f\u061c",
  "no width": "pa\u200by\u200cpa\u200dl\u2060\ufeff.com\u00ad",
  tags: "a\u{e0041}\u{e0042}b",
  "lone surrogates": "a\ud800b\udc00c\udbff",
  backticks: "```\n````\n`code`",
  pipes: "| a | b |\n|---|---|\n| c | d |",
  links: "[click](https://evil.example) <https://evil.example> https://evil.example www.evil.example",
  images: "![x](https://evil.example/pixel.png)",
  HTML: "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;<!--",
  "headings and lists": "# a\n1. b\n- c\n> d\n***\n---\n===",
  emphasis: "*a* _b_ ~~c~~ $d$ \\e",
  commands: "$(reboot) `reboot` ; rm -rf ~ && x | y > z \"'",
  "4 kB": "x y".repeat(1366),
  "4 kB of breaks": "\n".repeat(4096),
};

/** What nobody sees, or what begins a line, without the line feed that our own lines end with. */
export const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|\udb40/;
