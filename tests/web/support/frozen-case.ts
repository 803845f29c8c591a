// The saved example of a frozen account, with a mailbox and a password in it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../../../web/src/contract";
import { root } from "./root";

export const saved: Case = {
  ...(JSON.parse(readFileSync(join(root, "web/examples/account-frozen.json"), "utf8")) as Case),
  subject: "wang@abc.example",
  complaint: "wang@abc.example: AccountFrozen\npassword: hunter2",
};
