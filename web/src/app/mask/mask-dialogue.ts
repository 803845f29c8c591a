// Passwords in protocol dialogues: AUTH and what follows it, PASS, LOGIN. Base64 does not hide anything.

const from = "(?:\\[?[\\d:.T/ -]{5,30}\\]?\\s)?\\s*(?:c(?:lient)?\\s?:|->|>{1,3}|=>|\\(out\\))?\\s*"; // an optional time and speaker
const auth = new RegExp(`^(${from}auth(?:enticate)?\\s+(?:plain|login|cram-md5|xoauth2|ntlm))(?:(\\s+)\\S{4,})?\\s*$`, "i");
const pass = new RegExp(`^(${from}PASS\\s+)\\S.*$`);
const login = new RegExp(`^(${from}(?=\\S*[\\d.])[\\w.]{1,12}\\s+LOGIN\\s+\\S{1,100}\\s+)\\S+\\s*$`);
const authenticate = new RegExp(`^(${from}[\\w.]{1,12}\\s+AUTHENTICATE\\s+[\\w-]+)(?:(\\s+)\\S{4,})?\\s*$`, "i");
const prompt = /(?:^|[\s:])334(?:\s|$)/;
const credential = new RegExp(`^(${from})([a-z0-9+/]{4,}={0,2})\\s*$`, "i");
const serverReply = /(?:^|[\s:])[245]\d\d[\s-]/;
const longest = 6; // lines that an exchange may take

export function maskDialogue(lines: readonly string[], mask: string): string[] {
  let open = 0;
  return lines.map((line) => {
    const bare = line.replace(/\r$/, "");
    const end = line.slice(bare.length);
    const begun = auth.exec(bare) ?? authenticate.exec(bare);
    if (begun) {
      open = longest;
      return (begun[1] ?? "") + (begun[2] ? begun[2] + mask : "") + end;
    }
    const told = pass.exec(bare) ?? login.exec(bare);
    if (told) return (told[1] ?? "") + mask + end;
    if (prompt.test(bare)) open = longest;
    else if (serverReply.test(bare)) open = 0;
    else if (open > 0) {
      open -= 1;
      const given = credential.exec(bare);
      if (given) return (given[1] ?? "") + mask + end;
    }
    return line;
  });
}
