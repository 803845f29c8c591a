// "Which is closest?", where the person's words leave it open: the best three kinds, all others in a fold, and none of these.
// What was chosen can be changed and taken back.
import { goTo } from "../parts/go-to";
import { choosable, isTopic, titleOf } from "../parts/kinds";
import { wordsOr, type View } from "../state/view";

interface ClosestProps {
  view: View;
  kinds: string[] | undefined; // that the core offers now
  offered: string[] | undefined; // that it offered in this case
  start: string;
  none: boolean; // whether the person said that it is none of these
  brief?: boolean; // where there is an answer already: names alone
  onChoose(kind: string): void;
  onNone(none: boolean): void;
}

const best = 3;

export function Closest(props: ClosestProps) {
  const { view, kinds, offered, start, none, onChoose, onNone } = props;
  const { words } = view;
  if (kinds) {
    return (
      <section class="piece closest" part="closest" data-test="closest">
        <Kinds {...props} kinds={kinds} />
      </section>
    );
  }
  if (!offered || !(start || none)) return null;
  return (
    <section class="piece chosen" part="closest">
      <details class="row" data-test="closest-chosen" data-value={start || "none"}>
        <summary>
          <span class="name">{words.t("ui.closest.title")}</span>
          <span class="hint">{start ? (titleOf(words, start) ?? start) : words.t("ui.closest.none")}</span>
        </summary>
        <div class="inner closest">
          <Kinds {...props} kinds={offered} />
          <button type="button" class="copy" data-test="closest-undo" onClick={() => (start ? onChoose("") : onNone(false))}>
            {words.t("ui.undo")}
          </button>
        </div>
      </details>
    </section>
  );
}

function Kinds({ view, kinds, start, none, brief, onChoose, onNone }: ClosestProps & { kinds: string[] }) {
  const { words } = view;
  const all = choosable(words, kinds);
  const others = all.slice(best);
  const button = (kind: string, hint = "") => (
    <button
      key={kind}
      type="button"
      class="secondary"
      aria-pressed={kind === start}
      data-test={`closest-${kind}`}
      onClick={() => onChoose(kind)}
    >
      <span class="name">{titleOf(words, kind)}</span>
      {hint && <span class="hint">{hint}</span>}
    </button>
  );
  const group = (title: string, some: string[]) =>
    some.length > 0 && (
      <div role="group" aria-label={words.t(title)}>
        <p class="label" aria-hidden="true">
          {words.t(title)}
        </p>
        <div class="kinds">{some.map((kind) => button(kind))}</div>
      </div>
    );
  return (
    <fieldset>
      <legend>
        <h3>{words.t("ui.closest.title")}</h3>
      </legend>
      <p class="hint">{words.t("ui.closest.hint")}</p>
      <div class={brief ? "kinds" : "best"}>
        {all.slice(0, best).map((kind) => button(kind, brief ? "" : wordsOr(words, `problem.${kind}.symptom`)))}
      </div>
      {others.length > 0 && (
        <details class="row" data-test="closest-more">
          <summary>
            <span class="name">{words.t("ui.closest.more")}</span>
            <span class="hint">{others.length}</span>
          </summary>
          <div class="inner">
            {group(
              "ui.closest.problems",
              others.filter((kind) => !isTopic(words, kind)),
            )}
            {group(
              "ui.closest.topics",
              others.filter((kind) => isTopic(words, kind)),
            )}
          </div>
        </details>
      )}
      <button type="button" class="secondary" aria-pressed={none && !start} data-test="closest-none" onClick={() => onNone(true)}>
        {words.t("ui.closest.none")}
      </button>
    </fieldset>
  );
}

interface NoneProps {
  view: View;
  onChoose(kind: string): void;
}

const ticket = "contact-support";

/** What to do next, where the person said that it is none of these. */
export function NoneOfThese({ view, onChoose }: NoneProps) {
  const { words } = view;
  const support = titleOf(words, ticket);
  return (
    <section class="piece" part="closest" data-test="closest-next">
      <h3>{words.t("ui.closest.next")}</h3>
      <p>{words.t("ui.closest.next.text")}</p>
      <div class="replies">
        <button type="button" class="secondary" data-test="closest-describe" onClick={view.describe}>
          {words.t("ui.closest.describe")}
        </button>
        {support && (
          <button type="button" class="secondary" data-test="closest-support" onClick={() => onChoose(ticket)}>
            {support}
          </button>
        )}
        <button type="button" class="secondary" data-test="closest-bundle" onClick={goTo("[data-test=bundle] > summary")}>
          {words.t("ui.bundle")}
        </button>
      </div>
    </section>
  );
}
