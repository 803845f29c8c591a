// The SPF record with everything it includes, as a tree, and how many of the ten lookups it takes (RFC 7208 section 4.6.4).
import type { Policy, PolicyState } from "../../contract";
import { HopIcon } from "../parts/icons";
import { Code } from "../parts/rich";
import { branches, type Branch } from "./branches";
import type { View } from "../state/view";

const limit = 10;
const mostSquares = 30;

const marks: Record<PolicyState, "good" | "bad" | "unknown"> = {
  fine: "good",
  pending: "unknown",
  unknown: "unknown",
  cut: "unknown",
  absent: "bad",
  several: "bad",
  broken: "bad",
  loop: "bad",
};

export function SpfTree({ view, policy }: { view: View; policy?: Policy }) {
  if (!policy?.nodes.some(({ record }) => record)) return null;
  const { words } = view;
  const { lookups, voidLookups, complete, nodes } = policy;
  const isWrong = lookups > limit || voidLookups > 2 || nodes.some(({ state }) => marks[state] === "bad");
  return (
    <details class="row deep" part="policy" data-test="policy" open={isWrong}>
      <summary>
        <h4>{words.t("ui.policy")}</h4>
        <span class="hint" data-test="policy-count">
          {words.t(complete ? "ui.policy.count" : "ui.policy.at-least", { count: lookups, limit })}
        </span>
      </summary>
      <Meter count={lookups} />
      {voidLookups > 0 && <p class="hint">{words.t("ui.policy.void", { count: voidLookups, limit: 2 })}</p>}
      <Branches view={view} below={branches(nodes)} />
    </details>
  );
}

// One square for each lookup. Those over the limit also differ in shape.
function Meter({ count }: { count: number }) {
  const squares = Math.min(mostSquares, Math.max(limit, count));
  return (
    <svg class="meter" viewBox={`0 0 ${squares * 14} 12`} aria-hidden="true" focusable="false">
      {Array.from({ length: squares }, (_, index) => {
        const x = index * 14 + 1;
        const d = index < limit ? `M${x} 1h10v10h-10z` : `M${x} 1l10 10M${x + 10} 1l-10 10`;
        return <path key={index} d={d} class={index >= limit ? "over" : index < count ? "used" : "free"} />;
      })}
    </svg>
  );
}

function Branches({ view, below }: { view: View; below: Branch[] }) {
  const { words } = view;
  return (
    <ul class="tree">
      {below.map(({ node, below: further }, index) => (
        <li key={index} data-test="policy-node" data-state={node.state}>
          <p>
            <Code text={node.term || node.domain} />{" "}
            <span class="state" data-mark={marks[node.state]}>
              <HopIcon state={marks[node.state]} /> {words.t(`policy-state.${node.state}`)}
            </span>{" "}
            {node.lookups > 0 && <span class="hint">{words.t("ui.evidence.count", { count: node.lookups })}</span>}
          </p>
          {node.record && <Code text={bounded(node.record)} />}
          {further.length > 0 && <Branches view={view} below={further} />}
        </li>
      ))}
    </ul>
  );
}

const longest = 600; // characters of one record; the evidence has the whole record

const bounded = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}\u2026` : text);
