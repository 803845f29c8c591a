// A brief case, one of many domains of a list, asks fewer names and comes to the same verdict. A full run knows more in one
// case only: names for mail programs are not asked in a brief one.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Case, Turn } from "../../../web/src/contract";
import { Stage, allStories } from "../support/stage";
import { answerTurn, maxRounds, opening, type Story } from "../support/story";

const stage = new Stage();
after(() => stage.close());

async function play(story: Story, extra: Partial<Case>): Promise<{ turn: Turn; why: Set<string> }> {
  const { nonce: _none, ...rest } = opening(story);
  const current: Case = { ...rest, ...extra };
  const why = new Set<string>();
  for (let round = 0; round <= maxRounds; round += 1) {
    const turn = await stage.quickly(current);
    assert.deepEqual(extra.brief ? turn.ask.probes : [], [], "nothing is opened");
    for (const query of turn.ask.queries) why.add(query.why);
    if (!answerTurn(story, current, turn)) return { turn, why };
  }
  throw new Error(`${story.story}: the questions do not end`);
}

const verdictOf = ({ diagnosis: { action, problems, records } }: Turn): object => ({
  action,
  cause: problems[0]?.causes[0]?.id,
  state: problems[0]?.causes[0]?.state,
  records: records.filter(({ later }) => !later).map(({ change, host, type, value }) => [change, host, type, value]),
});

test("the verdict on a domain is that of a full run, without optional records and without opening anything", async () => {
  const stories = allStories().filter(({ story }) => !story.complaint && !story.start && !story.replies);
  const asked = new Set<string>();
  const differ: string[] = [];
  for (const { story } of stories) {
    const [full, brief] = [await play(story, {}), await play(story, { brief: true })];
    for (const why of brief.why) asked.add(why);
    if (JSON.stringify(verdictOf(full.turn)) !== JSON.stringify(verdictOf(brief.turn))) differ.push(story.story);
  }
  assert.ok(stories.length > 150, `${stories.length} stories`);
  assert.deepEqual(differ, ["mail goes to Singapore, and mail programs are sent to China"]);
  const optional = ["name-servers", "client-host", "mta-sts", "tls-rpt", "bimi", "caa", "fresh-serial"];
  assert.deepEqual(
    optional.filter((why) => asked.has(why)),
    [],
  );
});
