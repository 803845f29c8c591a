// The page for a list of domains: joins the model with its blocks.
import { Component, createRef } from "preact";
import { save } from "../app/handover/save";
import type { Panel } from "../app/state/panels";
import type { View } from "../app/state/view";
import type { Language } from "../words/language";
import type { Words } from "../words/words";
import { csvOf } from "./export";
import { Filters } from "./filters";
import { Intake, type AskedNames } from "./intake";
import type { List, ListState } from "./list";
import { politeLimits } from "./polite";
import type { PaceLimits } from "./pace";
import { compare, isWorthAnotherLook, kindOf, type Column, type Kind, type Row } from "./row";
import { Table, type Sorting } from "./table";
import { Notices, Progress, Read } from "./told-list";

interface ManyProps {
  words: Words;
  languages: readonly Language[];
  list: List;
  state: ListState;
  limits?: PaceLimits;
  resolvers: AskedNames;
  nameOf(resolver: string): string;
  onLanguage(language: Language): void;
}

interface ManyState {
  sorting: Sorting;
  kind: Kind | "all";
  query: string;
  page: number;
  opened?: string | undefined;
  panel?: Panel;
  said: string; // in the one live region
}

const perPage = 100; // rows: a page of a thousand takes a phone a second to draw

export class Many extends Component<ManyProps, ManyState> {
  override state: ManyState = { sorting: { column: undefined, down: false }, kind: "all", query: "", page: 0, said: "" };

  private heading = createRef<HTMLHeadingElement>();
  private view?: View;

  // A button that has done its work goes away, and who pressed it by the keyboard must not begin at the top of the page again.
  override componentDidUpdate(before: ManyProps) {
    const heading = this.heading.current;
    if (!heading || before.state.phase === this.props.state.phase) return;
    if ((heading.getRootNode() as ShadowRoot).activeElement === null && document.hasFocus()) heading.focus({ preventScroll: true });
  }

  // The same object while nothing in it changes: rows compare it.
  private viewOf({ words, languages, nameOf }: ManyProps, panel: Panel | undefined): View {
    if (this.view?.words !== words || this.view.panel !== panel) {
      this.view = {
        words,
        languages,
        nameOf,
        regionOf: () => "own",
        packs: [],
        loadPacks: () => Promise.resolve(),
        unfold: () => Promise.resolve(),
        dress: () => Promise.resolve(),
        system: "any",
        onSystem: () => undefined,
        announce: (said) => this.setState({ said }),
        onPanel: (chosen) => this.setState({ panel: chosen }),
        describe: () => undefined,
        fields: () => ({ subject: "", complaint: "", start: "" }),
        ...(panel ? { panel } : {}),
      };
    }
    return this.view;
  }

  private sort = (column: Column) =>
    this.setState(({ sorting }) => ({ sorting: { column, down: sorting.column === column && !sorting.down }, page: 0 }));

  private open = (domain: string) => this.setState(({ opened }) => ({ opened: opened === domain ? undefined : domain }));

  private run = (text: string) => {
    this.setState({ kind: "all", query: "", page: 0, opened: undefined });
    void this.props.list.take(text);
  };

  private export = () => {
    const { list, words, nameOf } = this.props;
    save(`domains-${new Date().toISOString().slice(0, 10)}.csv`, csvOf(list.state().rows, { words, nameOf }), "text/csv");
  };

  override render(props: ManyProps, { sorting, kind, query, page, opened, panel, said }: ManyState) {
    const { words, list, state, limits = politeLimits, resolvers } = props;
    const view = this.viewOf(props, panel);
    const { phase, rows } = state;
    const matching = sorted(matched(rows, kind, query), sorting);
    const pages = Math.max(1, Math.ceil(matching.length / perPage));
    const at = Math.min(page, pages - 1);
    const shown = matching.slice(at * perPage, (at + 1) * perPage);
    const isAtWork = phase === "running" || phase === "reading";
    return (
      <>
        <Head {...props} />
        {rows.length === 0 ? (
          <Intake view={view} limits={limits} resolvers={resolvers} compact={false} busy={isAtWork} onRun={this.run} />
        ) : (
          <details class="row" data-test="new-list">
            <summary>
              <span class="name">{words.t("many.another")}</span>
            </summary>
            <Intake view={view} limits={limits} resolvers={resolvers} compact busy={isAtWork} onRun={this.run} />
          </details>
        )}
        <Notices view={view} list={state} />
        {phase !== "idle" && (
          <section data-test="result">
            <h2 ref={this.heading} tabIndex={-1} class="visually-hidden">
              {words.t("many.table")}
            </h2>
            <Progress view={view} list={state} limits={limits} />
            <Read view={view} summary={state.summary} />
            <div class="acts">
              {phase === "running" && this.act("stop", list.stop)}
              {phase === "stopped" && this.act("go-on", list.goOn)}
              {!isAtWork &&
                rows.some(isWorthAnotherLook) &&
                this.act("again", list.again, { count: rows.filter(isWorthAnotherLook).length })}
              {rows.length > 0 && this.act("export", this.export)}
              {!isAtWork && rows.length > 0 && this.act("forget", list.forget)}
            </div>
            {rows.length > 0 && (
              <>
                <Filters
                  view={view}
                  rows={rows}
                  kind={kind}
                  query={query}
                  onKind={(chosen) => this.setState({ kind: chosen, page: 0 })}
                  onQuery={(typed) => this.setState({ query: typed, page: 0 })}
                />
                {matching.length === 0 && (
                  <p class="hint" role="status" data-test="none">
                    {words.t("many.none")}
                  </p>
                )}
                {matching.length > 0 && (
                  <Table
                    view={view}
                    rows={shown}
                    sorting={sorting}
                    opened={opened}
                    stopped={phase === "stopped"}
                    onSort={this.sort}
                    onOpen={this.open}
                  />
                )}
                {pages > 1 && this.pager(words, at, pages)}
              </>
            )}
          </section>
        )}
        <p class="visually-hidden" role="status">
          {said}
        </p>
      </>
    );
  }

  private act(id: string, press: () => void, args = {}) {
    return (
      <button key={id} type="button" class="second" data-test={id} onClick={press}>
        {this.props.words.t(`many.${id}`, args)}
      </button>
    );
  }

  private pager(words: Words, at: number, pages: number) {
    const step = (id: string, to: number) => (
      <button type="button" class="second" data-test={id} disabled={to < 0 || to >= pages} onClick={() => this.setState({ page: to })}>
        {words.t(`many.${id}`)}
      </button>
    );
    return (
      <nav class="acts" aria-label={words.t("many.pages")}>
        {step("page-before", at - 1)}
        <span aria-live="polite">{words.t("many.page", { page: at + 1, total: pages })}</span>
        {step("page-after", at + 1)}
      </nav>
    );
  }
}

function Head({ words, languages, onLanguage }: ManyProps) {
  return (
    <div class="head">
      <select
        data-test="language"
        aria-label={words.t("ui.language")}
        value={words.tag}
        onChange={({ currentTarget }) => {
          const chosen = languages.find(({ tag }) => tag === currentTarget.value);
          if (chosen) onLanguage(chosen);
        }}
      >
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag} selected={tag === words.tag}>
            {name}
          </option>
        ))}
      </select>
      <h1 class="title">{words.t("many.title")}</h1>
      <p class="lead">
        {words.t("many.lead")} <a href={`index.html#lang=${words.tag}`}>{words.t("many.back")}</a>
      </p>
    </div>
  );
}

function matched(rows: readonly Row[], kind: Kind | "all", query: string): Row[] {
  const wanted = query.trim().toLowerCase();
  return rows.filter(
    (row) => (kind === "all" || kindOf(row) === kind) && (wanted === "" || row.domain.includes(wanted) || row.typed?.includes(wanted)),
  );
}

function sorted(rows: Row[], { column, down }: Sorting): Row[] {
  if (column === undefined) return rows;
  return rows.sort((one, other) => (down ? compare(column, other, one) : compare(column, one, other)));
}
