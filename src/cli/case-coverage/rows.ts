import { childrenOf } from "../../compiler/ir/children.ts";
import type { Band, Cell, Expr, Measure } from "../../compiler/ir/ir.ts";
import { compare, type Rational } from "../../runtime/rational.ts";
import { type MarginalBand, marginalBands } from "./marginal.ts";
import type { Places } from "./places.ts";
import type { Entry, Point, Probes, Sight } from "./points.ts";
import type { Table, TableRow } from "./tables.ts";
import { SIGNS, type Words } from "./words.ts";

/**
 * Rows of bands, ranks, cases and decision tables. A row is reached when a subject is put into it; a row
 * inside another row's result only when the outer row is in force too.
 */

type Seen = Point["seen"];

export class RowEntries {
  readonly entries: Entry[] = [];
  /** Where rows of bands stand, for their limits. */
  readonly bandsAt = new Map<Band, number>();
  /** Limits of 分段累计 bands. */
  readonly marginal: { readonly band: MarginalBand; readonly cell: Cell; readonly row: TableRow }[] = [];
  readonly #measure: Measure;
  readonly #probes: Probes;
  readonly #words: Words;
  readonly #places: Places;
  readonly #tables: readonly Table[];
  readonly #clauseCells: ReadonlySet<number>;
  /** What a cell decides: its own name, and the scales of which it is a base. */
  readonly #decides: ReadonlyMap<number, ReadonlySet<string>>;
  /** Tables already taken, by kind of subject: two tables in one article are taken in turn. */
  readonly #taken = new Set<string>();

  constructor(measure: Measure, probes: Probes, words: Words, places: Places, tables: readonly Table[]) {
    this.#measure = measure;
    this.#probes = probes;
    this.#words = words;
    this.#places = places;
    this.#tables = tables.filter((t) => !t.ladder);
    this.#clauseCells = new Set(measure.clauses.map((c) => c.when));
    this.#decides = decidedBy(measure);
    const guards = guardsOf(measure);
    for (const cell of measure.cells) {
      const guard = guards.get(cell.id);
      const inForce: Seen = guard ? (s) => guard.some((g) => s.is(g, true)) : () => true;
      if (cell.body.kind === "expression") {
        this.#marginal(cell.body.expr, cell, inForce);
        this.#visit(cell.body.expr, cell, inForce);
      }
      if (cell.body.kind === "placement") this.#ranks(cell, inForce);
    }
  }

  #visit(expr: Expr, cell: Cell, inForce: Seen): void {
    if (expr.op === "aggregate") return; // rows in it are looked up, not written here
    if (expr.op === "bands") this.#bands(expr, cell, inForce);
    else if (expr.op === "if") this.#cases(expr, cell, inForce);
    else for (const part of childrenOf(expr)) this.#visit(part, cell, inForce);
  }

  #bands(expr: Extract<Expr, { op: "bands" }>, cell: Cell, inForce: Seen): void {
    const probe = this.#probes.of(expr.arg, cell.subject, null);
    const name = this.#words.name(expr.arg, cell.subject, null, cell.text);
    const table = this.#take(cell, (t) => {
      const written = t.rows.filter((r) => !r.rest);
      return written.length === expr.rows.length && written.every((r, i) => r.text === expr.rows[i]!.text);
    });
    const written = table?.rows.filter((r) => !r.rest);
    this.#visit(expr.arg, cell, inForce);
    for (const [i, band] of expr.rows.entries()) {
      const chosen: Seen = (s) => inForce(s) && within(s.number(probe), band);
      if (written) this.bandsAt.set(band, written[i]!.at);
      this.#add("band", cell, `${name} ${band.text}`, written?.[i], chosen, band.cite);
      this.#visit(band.result, cell, chosen);
    }
    if (expr.otherwise === null) return;
    const chosen: Seen = (s) => {
      const value = s.number(probe);
      return inForce(s) && value !== null && !expr.rows.some((band) => within(value, band));
    };
    const rest = table?.rows.find((r) => r.rest);
    this.#add("band", cell, `${name} ${rest?.text ?? this.#rest()}`, rest, chosen);
    this.#visit(expr.otherwise, cell, chosen);
  }

  #marginal(expr: Expr, cell: Cell, inForce: Seen): void {
    const bands = marginalBands(expr);
    const table =
      bands.length === 0 ? undefined : this.#take(cell, (t) => t.marginal && t.rows.length === bands.length);
    if (!table) return;
    const written = table.downwards ? table.rows.toReversed() : table.rows;
    for (const [i, band] of bands.entries()) {
      const row = written[i]!;
      const name = this.#words.name(band.value, cell.subject, null, cell.text);
      const probe = this.#probes.of(band.part, cell.subject, null);
      const chosen: Seen = (s) => inForce(s) && (s.number(probe)?.num ?? 0n) > 0n;
      this.#add("band", cell, `${name} ${row.text}`, row, chosen);
      this.marginal.push({ band, cell, row });
    }
  }

  /** A chain of conditions: a table of cases, or a condition inside a formula. */
  #cases(expr: Extract<Expr, { op: "if" }>, cell: Cell, inForce: Seen): void {
    const branches: { condition: Expr; then: Expr }[] = [];
    let otherwise: Expr = expr;
    while (otherwise.op === "if") {
      branches.push({ condition: otherwise.condition, then: otherwise.then });
      otherwise = otherwise.otherwise;
    }
    const table = this.#take(cell, (t) => t.rows.length === branches.length + 1);
    const written = table && [...table.rows.filter((r) => !r.rest), ...table.rows.filter((r) => r.rest)];
    const listed = table !== undefined || !(this.#byClauses(branches) || isConversion(branches));
    const before: number[] = [];
    const passed = (s: Sight, probes: readonly number[]) => probes.every((p) => s.truth(p) === false);
    for (const [i, { condition, then }] of branches.entries()) {
      const earlier = [...before];
      const probe = this.#probes.of(condition, cell.subject, null);
      before.push(probe);
      const chosen: Seen = (s) => inForce(s) && passed(s, earlier) && s.truth(probe) === true;
      if (listed)
        this.#add("case", cell, written?.[i]?.text ?? this.#condition(condition, cell), written?.[i], chosen);
      this.#visit(condition, cell, inForce);
      this.#visit(then, cell, chosen);
    }
    const chosen: Seen = (s) => inForce(s) && passed(s, before);
    const last = written?.at(-1);
    const goal = table?.target ?? cell.name ?? cell.text;
    const text = last && !last.rest ? last.text : `${goal} ${last?.text ?? this.#rest()}`;
    if (listed) this.#add("case", cell, text, last, chosen);
    this.#visit(otherwise, cell, chosen);
  }

  /** Points and limits that depend on a clause: whether it fires is counted with the clause. */
  #byClauses(branches: readonly { readonly condition: Expr }[]): boolean {
    return branches.every(({ condition: c }) => c.op === "cell" && this.#clauseCells.has(c.cell));
  }

  #ranks(cell: Cell, inForce: Seen): void {
    if (cell.body.kind !== "placement") return;
    const { rows, rest, enumeration, score } = cell.body;
    const name = this.#words.name(
      { op: "cell", type: this.#measure.cells[score]!.type, of: "subject", cell: score },
      cell.subject,
      null,
      cell.text,
    );
    const table = this.#take(cell, (t) => {
      const written = t.rows.filter((r) => !r.rest);
      return written.length === rows.length && written.every((r, i) => r.text === rows[i]!.text);
    });
    const written = table?.rows.filter((r) => !r.rest);
    const got =
      (grade: number): Seen =>
      (s) =>
        inForce(s) && s.cell(cell.id) === grade;
    for (const [i, row] of rows.entries())
      this.#add("place", cell, `${name} ${row.text}`, written?.[i], got(row.grade), row.cite);
    if (rest === null) return;
    const last = table?.rows.find((r) => r.rest);
    const members = this.#measure.enumerations[enumeration]!.members;
    this.#add("place", cell, `${name} ${last?.text ?? members[rest]}`, last, got(rest));
  }

  #add(
    what: "band" | "case" | "place",
    cell: Cell,
    text: string,
    row: TableRow | undefined,
    seen: Seen,
    cite = cell.cite,
  ): void {
    this.entries.push({
      category: "rows",
      what,
      cite,
      kind: cell.subject,
      list: null,
      at: row?.at ?? this.#places.find(cite, cell.text).at,
      text,
      points: [{ state: "chosen", fact: { zh: text, en: text }, seen }],
    });
  }

  /** The first table of the cell's provision for what it decides that fits and is not taken for its kind. */
  #take(cell: Cell, fits: (table: Table) => boolean): Table | undefined {
    const span = this.#places.span(cell.cite);
    const targets = this.#decides.get(cell.id);
    const found = this.#tables.find(
      (t) =>
        t.span.start >= span.start &&
        t.span.start < span.end &&
        t.target !== null &&
        targets?.has(t.target) === true &&
        !this.#taken.has(`${cell.subject}/${t.span.start}`) &&
        fits(t),
    );
    if (found) this.#taken.add(`${cell.subject}/${found.span.start}`);
    return found;
  }

  #condition(e: Expr, cell: Cell): string {
    if (e.op === "cell") return this.#measure.cells[e.cell]!.text;
    if (e.op === "compare") {
      const side = (x: Expr) => this.#words.name(x, cell.subject, null, cell.text);
      return `${side(e.left)} ${SIGNS[e.cmp]} ${side(e.right)}`;
    }
    return this.#words.name(e, cell.subject, null, cell.name ?? cell.text);
  }

  #rest(): string {
    return this.#measure.language === "zh" ? "其余" : "the rest";
  }
}

function within(value: Rational | null, { low, high }: Band): boolean {
  if (value === null) return false;
  const above = low === null || compare(value, low.value) >= (low.included ? 0 : 1);
  return above && (high === null || compare(value, high.value) <= (high.included ? 0 : -1));
}

/** `依 原等次 评定 绩效等次` without rows: each option becomes the grade of its name. */
function isConversion(branches: readonly { readonly condition: Expr; readonly then: Expr }[]): boolean {
  return branches.every(({ condition, then }) => condition.op === "one-of" && then.op === "member");
}

function decidedBy(measure: Measure): Map<number, Set<string>> {
  const names = new Map<number, Set<string>>();
  const add = (cell: number, name: string | null) => {
    if (name !== null) names.set(cell, (names.get(cell) ?? new Set()).add(name));
  };
  for (const { id, name, body } of measure.cells) {
    add(id, name);
    if (body.kind === "grade") for (const base of body.bases) add(base.value, name);
  }
  return names;
}

/** Cells that are a grade's base only for some subjects, with the conditions for being among them. */
function guardsOf(measure: Measure): Map<number, number[]> {
  const guards = new Map<number, number[]>();
  const always = new Set<number>();
  for (const { body } of measure.cells) {
    if (body.kind !== "grade") continue;
    for (const { guard, value } of body.bases)
      if (guard === null) always.add(value);
      else guards.set(value, [...(guards.get(value) ?? []), guard]);
  }
  for (const cell of always) guards.delete(cell);
  return guards;
}
