// Keeps the list and what was found, for this tab only: it survives that the page is loaded again. One entry a domain, so that
// keeping one costs the same however long the list is.
//
// Law: it never throws. Storage may be full, or forbidden in a frame: then the list goes on, and the page says so.
import type { Row } from "./row";

export interface Keeper {
  list(rows: readonly Row[]): boolean; // false: not kept
  row(index: number, row: Row): boolean;
  read(): Row[];
  forget(): void;
}

type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem" | "length" | "key">;

const prefix = "alimail-many ";
const head = `${prefix}list`;

export function createKeeper(storage: () => Kept): Keeper {
  const tried = (work: (kept: Kept) => void): boolean => {
    try {
      work(storage());
      return true;
    } catch {
      return false;
    }
  };

  const forget = (): void => {
    tried((kept) => {
      const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? "");
      for (const key of keys) if (key.startsWith(prefix)) kept.removeItem(key);
    });
  };

  return {
    list: (rows) => {
      forget();
      const all = rows.map(({ domain, subject, typed }) => ({ domain, subject, typed }));
      return tried((kept) => kept.setItem(head, JSON.stringify(all)));
    },
    row: (index, row) => tried((kept) => kept.setItem(prefix + index, JSON.stringify(row))),
    read: () => {
      let rows: Row[] = [];
      tried((kept) => {
        const all = JSON.parse(kept.getItem(head) ?? "[]") as Pick<Row, "domain" | "subject" | "typed">[];
        rows = all.map((one, index): Row => {
          const row = JSON.parse(kept.getItem(prefix + index) ?? "null") as Row | null;
          // What was on its way when the page was left has to be asked again.
          return row?.domain === one.domain && row.state !== "running" ? row : { ...one, state: "queued" };
        });
      });
      return rows;
    },
    forget,
  };
}
