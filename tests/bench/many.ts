// What a list of domains costs: the time of the core for 1,000 replayed domains, how it grows, and the memory of the wasm.
// Resolvers answer from the stories at once, and what they cost is not counted.
//
// It fails where the core takes longer than 3 seconds for 1,000 domains or more than 64 MB, or where twice the domains take far
// more than twice the time.

import type { Turn } from "../../web/src/contract";
import { jsonText } from "../../web/src/core/json-text";
import { advanceText } from "../../web/src/core/module";
import { withValues } from "../../web/src/core/values";
import type { Core } from "../../web/src/core/core";
import { publicResolvers } from "../../web/src/lookup/resolvers";
import { createKeeper } from "../../web/src/many/keep";
import { createList } from "../../web/src/many/list";
import { createPolite } from "../../web/src/many/polite";
import { memory } from "../web/many/memory";
import { replayed } from "../web/many/replayed";
import { startMeasured } from "../web/support/measured-core";

const at = "2026-11-23T08:00:00.000Z";
const mostMs = 3000;
const mostBytes = 64 * 2 ** 20;
const mostGrowth = 2.6; // for twice the domains: linear is 2, and machines with other work are not exact

const { module, bytes } = await startMeasured();

interface Cost {
  domains: number;
  ms: number; // of processor time in the core, with the JSON of both sides
  calls: number;
  questions: number;
}

async function costOf(count: number): Promise<Cost> {
  const world = replayed(count, () => at);
  const cost: Cost = { domains: count, ms: 0, calls: 0, questions: 0 };
  const core: Core = {
    version: () => module.version(),
    advance: (input) => {
      const from = process.cpuUsage(); // not the clock: the machine may have other work
      const turn = withValues(JSON.parse(advanceText(module, jsonText(input))) as Turn);
      const { user, system } = process.cpuUsage(from);
      cost.ms += (user + system) / 1000;
      cost.calls += 1;
      return turn;
    },
  };
  await new Promise<void>((ended) => {
    const list = createList({
      loadCore: () => Promise.resolve(core),
      resolvers: publicResolvers,
      keeper: createKeeper(() => storage),
      online: () => true,
      onChange: ({ phase }) => phase === "done" && ended(),
      now: () => new Date(at),
      makePolite: (onTrouble) =>
        createPolite({
          ...{ resolvers: publicResolvers, onTrouble, ask: world.ask, limits: { inFlight: 64, perSecond: 1e9 } },
          clock: { now: () => Date.now(), later: (work, ms) => (setTimeout(work, ms), () => undefined) },
        }),
    });
    const storage = memory();
    void list.take(world.domains.join("\n"));
  });
  cost.questions = world.asked.length;
  return cost;
}

await costOf(250); // warm
const costs: Cost[] = [];
for (const count of [250, 500, 1000]) costs.push(await costOf(count));
for (const { domains, ms, calls, questions } of costs) {
  const each = (value: number): string => (value / domains).toFixed(2);
  console.log(
    `${domains} domains: ${ms.toFixed(0)} ms in the core, ${each(ms)} ms, ${each(calls)} calls, ${each(questions)} questions each`,
  );
}
const [few, , most] = costs as [Cost, Cost, Cost];
const growth = Math.sqrt(most.ms / few.ms); // for each doubling
console.log(`twice the domains take ${growth.toFixed(2)} times as long (linear: 2)`);
console.log(`memory of the wasm: ${(bytes() / 2 ** 20).toFixed(1)} MB`);
const over = [most.ms > mostMs, bytes() > mostBytes, growth > mostGrowth].filter(Boolean).length;
console.log(`#counts ${3 - over} ${over}`);
process.exitCode = over ? 1 : 0;
