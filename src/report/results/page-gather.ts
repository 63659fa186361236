import { Growing } from "../../runtime/growing.ts";
import type { SubjectResult } from "../../runtime/result.ts";
import { Figures, reach } from "./figures.ts";
import { type RowStore, rowLine, TableGatherer } from "./gather.ts";
import type { PageConsequence, PageFacts, PageList } from "./page-facts.ts";
import { pageLists } from "./page-facts.ts";
import { GroupGatherer, type Grouping } from "./page-groups.ts";
import { declaredKinds, type PlanView, scoreOf } from "./view.ts";
import { RESULT_WORDS } from "./words.ts";

/** What the page shows, gathered subject by subject; of most of them only figures stay. */

/** Rows of one list; a workbook has them all. */
export const MOST_ROWS = 1000;
/** Names of one line of consequences. */
const NAMED = 60;

/** One measure on one target, with whom it hits. */
export interface ConsequenceLine {
  readonly q: PageConsequence;
  count: number;
  /** The first of them. */
  readonly named: { readonly subject: Person; readonly who: readonly string[] }[];
}

/** Whoever is named on the page. */
export interface Person {
  readonly kind: string;
  readonly id: string;
}

export const personKey = ({ kind, id }: Person): string => `${kind}\u0000${id}`;

/** A subject that may be explained, and its number among all. */
interface Explainable {
  readonly number: number;
  readonly subject: () => SubjectResult;
}

export class PageGatherer {
  readonly lists: readonly PageList[];
  readonly figures = new Figures();
  positive = 0;
  negative = 0;
  /** Subjects that miss a requirement. */
  unmetSubjects = 0;
  unmetRows = 0;
  readonly unmet: { readonly subject: Person; readonly row: PageFacts["unmet"][number] }[] = [];
  readonly open: { readonly subject: Person; readonly waiting: PageFacts["waiting"] }[] = [];
  readonly causes = new Map<string, { count: number; own: string | null }>();
  readonly #limit: number;
  readonly #tables: readonly TableGatherer[];
  readonly #groups = new Map<string, GroupGatherer>();
  readonly #scores = new Map<string, Growing<Float64Array>>();
  readonly #consequences = new Map<string, Map<string, Lines>>();
  readonly #first: Explainable[] = [];
  readonly #others: Explainable[] = [];

  /** @param limit how many subjects are explained one by one @param store where the rows of a list are kept */
  constructor(
    view: PlanView,
    { limit, by }: { readonly limit: number; readonly by: string | null },
    store: (list: number) => RowStore,
  ) {
    const { measure, language } = view;
    this.#limit = limit;
    this.lists = pageLists(view);
    this.#tables = this.lists.map(({ plan }, i) => new TableGatherer(plan, store(i)));
    for (const { name } of declaredKinds(measure)) {
      this.#groups.set(name, new GroupGatherer(measure, name, by, RESULT_WORDS[language].everyone));
      if (scoreOf(measure, name) !== null) this.#scores.set(name, new Growing(Float64Array));
    }
  }

  /** @param keep asked only where it may be explained: how to get at the whole of it later */
  add(facts: PageFacts, keep: () => () => SubjectResult): void {
    const { figures, id } = facts;
    const { kind } = figures;
    const person = { kind, id };
    const number = this.figures.subjects;
    this.figures.add(figures);
    if (facts.positive) this.positive++;
    if (facts.negative) this.negative++;
    if (facts.unmet.length > 0) this.unmetSubjects++;
    for (const row of facts.unmet) {
      this.unmetRows++;
      if (this.unmet.length < MOST_ROWS) this.unmet.push({ subject: person, row });
    }
    for (const { named, own } of facts.causes) {
      const before = this.causes.get(named);
      // What somebody else waits for too is named, for it settles more than its own subject.
      this.causes.set(named, { count: (before?.count ?? 0) + 1, own: before === undefined ? own : null });
    }
    if (figures.open && this.open.length < MOST_ROWS)
      this.open.push({ subject: person, waiting: facts.waiting });
    this.#groups.get(kind)?.add(facts);
    if (facts.score !== null) this.#scores.get(kind)?.push(facts.score);
    for (const c of facts.consequences) this.#consequence(c, person);
    // Who is undetermined or worse off comes first, for they will ask.
    const asks = figures.open || facts.negative || facts.unmet.length > 0;
    const list = asks ? this.#first : this.#others;
    if (list.length < this.#limit) list.push({ number, subject: keep() });
  }

  /** A row of a list, as a line. */
  addRow(list: number, line: Uint8Array): void {
    this.#tables[list]!.add(line);
  }

  /** The rows of lists that a subject has. */
  addRows(s: SubjectResult): void {
    for (const [i, { plan }] of this.lists.entries())
      for (const row of plan.rowsOf(s)) this.addRow(i, TEXT.encode(rowLine(row)));
  }

  #consequence(q: PageConsequence, subject: Person): void {
    const inner = reach(this.#consequences, q.order.outer, () => new Map<string, Lines>());
    reach(inner, q.order.inner, () => new Lines()).add(q, subject);
  }

  grouping(kind: string): Grouping {
    return this.#groups.get(kind)?.grouping() ?? { by: "", groups: [] };
  }

  /** The scores of a kind that are known. */
  scores(kind: string): Float64Array {
    return this.#scores.get(kind)?.data() ?? new Float64Array(0);
  }

  table(list: number): ReturnType<TableGatherer["table"]> {
    return this.#tables[list]!.table(this.figures.kinds);
  }

  /** By whoever acts; in it by target and action, each in the order of first appearance. */
  actors(): ReadonlyMap<string, { readonly lines: readonly ConsequenceLine[]; readonly count: number }> {
    const actors = new Map<string, { lines: ConsequenceLine[]; count: number }>();
    for (const inner of this.#consequences.values())
      for (const { kept, count } of inner.values()) {
        const [first] = kept;
        const actor = reach(actors, first!.q.actor, () => ({ lines: [], count: 0 }));
        actor.lines.push(...kept);
        actor.count += count;
      }
    return actors;
  }

  /** Whom to explain when not everybody has room, in the order of the data. */
  explained(): readonly Explainable[] {
    return [...this.#first, ...this.#others].slice(0, this.#limit).sort((a, b) => a.number - b.number);
  }
}

/** Lines of one target and action; of those for which there is no room, only that they are there is kept. */
class Lines {
  readonly #lines = new Map<string, ConsequenceLine>();
  readonly #others = new Set<string>();

  add(q: PageConsequence, subject: Person): void {
    const key = JSON.stringify([q.target, q.action, q.argument, q.modality, q.until]);
    let line = this.#lines.get(key);
    if (line === undefined) {
      if (this.#lines.size === MOST_ROWS) {
        this.#others.add(key);
        return;
      }
      line = { q, count: 0, named: [] };
      this.#lines.set(key, line);
    }
    line.count++;
    if (line.named.length < NAMED) line.named.push({ subject, who: q.who });
  }

  get kept(): readonly ConsequenceLine[] {
    return [...this.#lines.values()];
  }

  get count(): number {
    return this.#lines.size + this.#others.size;
  }
}

const TEXT = new TextEncoder();
