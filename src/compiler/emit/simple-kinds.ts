/**
 * Kinds of subject whose rules look at nothing but plain facts of the subject itself and at rankings: numbers,
 * truths, options, dates, texts. For these the direct and the columnar program compute in local variables,
 * stage by stage. Everything else (links, lists of records, facts that may not apply) is left to the strict and
 * the open program.
 */
import { usesOfBody } from "../analyze/uses.ts";
import { childrenOf } from "../ir/children.ts";
import type { Bound, Cell, Expr, Field, GradeBody, Measure } from "../ir/ir.ts";
import {
  anyCode,
  bitCode,
  type ClauseBlock,
  type ClauseBlocks,
  clauseBlocks,
  MANY,
} from "./clause-blocks.ts";
import { type Code, integer, joined, js, name } from "./fragments.ts";
import { NOWHERE, type Places } from "./places.ts";
import { type Shape, shapeOf } from "./represent.ts";
import { Block, type Num, Temporaries } from "./strict-block.ts";
import { value } from "./strict-expressions.ts";
import { gradeCode } from "./strict-grade.ts";

/** What a row function of such a kind may do. A new operation is not taken until it is listed here. */
const OPERATIONS: ReadonlySet<Expr["op"]> = new Set([
  ...(["number", "truth", "member", "text", "date", "field", "cell", "parameter", "context"] as const),
  ...(["negate", "add", "multiply", "min", "max", "divide", "round", "if", "bands"] as const),
  ...(["compare", "one-of", "and", "or", "not", "at-least", "run"] as const),
  ...(["days-between", "full-years", "later"] as const),
]);

const PLAIN: ReadonlySet<Field["type"]["kind"]> = new Set([
  "number",
  "truth",
  "choice",
  "text",
  "date",
] as const);

export interface SimpleStage {
  readonly stratum: number;
  /** Facts it reads, by field. */
  readonly fields: readonly number[];
  /** Cells of earlier stages that it reads. */
  readonly earlier: readonly number[];
  /** Statements that declare `c<id>` for each of its cells; they may return false. */
  readonly code: Code;
  /** Those of its cells that are read after it. */
  readonly kept: readonly number[];
  /** Placements of which it settles the ceilings: the highest grade that each subject may get. */
  readonly ceilings: readonly { readonly cell: number; readonly code: Code }[];
  /** Placements whose ceilings it reads. */
  readonly limits: readonly number[];
  /** Reasons that are known when it has run, as places in `SimpleKind.reasons`. */
  readonly reasons: readonly number[];
  /** Functions that run before its code, and leave bits of reasons that the code reads as `w<word>`. */
  readonly parts: readonly SimplePart[];
}

/** Computes the conditions of one word of reasons. */
export interface SimplePart {
  readonly word: number;
  readonly fields: readonly number[];
  readonly earlier: readonly number[];
  readonly code: Code;
  readonly reasons: readonly number[];
}

/** A citation that a subject's result lists when `code`, over local variables, holds. */
export interface SimpleReason {
  readonly cite: number;
  readonly code: Code;
}

export interface SimpleKind {
  readonly kind: number;
  /** All facts it reads, by field. */
  readonly fields: readonly number[];
  readonly stages: readonly SimpleStage[];
  /** In the order in which results list them. */
  readonly reasons: readonly SimpleReason[];
}

type Info = Pick<Num, "shape" | "held"> | null;

/** null: a kind that has something else. */
export function simpleKind(
  measure: Measure,
  kind: number,
  infos: readonly Info[],
  hoist: (code: Code) => Code,
  places: Places = NOWHERE,
  many: number = MANY,
): SimpleKind | null {
  const subject = measure.subjects[kind]!;
  const cells = measure.cells.filter((c) => c.subject === kind);
  if (subject.fields[subject.key]?.type.kind !== "text" || subject.of) return null;
  // A result shows the records that rules are about.
  if (measure.subjects.some(({ of }) => of?.subject === kind)) return null;
  if (subject.fields.some((f) => f.yearly)) return null;
  const seen = new Seen();
  for (const cell of cells) {
    if (!PLAIN.has(cell.type.kind)) return null;
    if (cell.body.kind === "expression" && !seen.visit(cell.body.expr)) return null;
    if (
      cell.body.kind === "placement" &&
      measure.enumerations[cell.body.enumeration]!.members.length >= NO_CEILING
    )
      return null;
  }
  for (const field of seen.fields) {
    const { type, applies, derived } = subject.fields[field]!;
    if (applies !== undefined || derived) return null;
    if (!PLAIN.has(type.kind)) return null;
    if (type.kind === "number" && !bounded(shapeOf(type))) return null;
  }
  const strata = [...new Set(cells.map((c) => c.stratum))].sort((a, b) => a - b);
  const reasons = reasonsOf(measure, kind);
  const later = neededLater(measure, cells, reasons);
  const ceilings = ceilingsOf(cells);
  const stages = strata.map((stratum): SimpleStage => {
    const own = cells.filter((c) => c.stratum === stratum);
    const row = own.filter((c) => c.body.kind === "expression" || c.body.kind === "grade");
    const reads = new Seen();
    for (const cell of row) if (cell.body.kind === "expression") reads.visit(cell.body.expr);
    const known = reasons.flatMap((r, i) => (r.stratum === stratum ? [i] : []));
    const limits = ceilings.filter((c) => stratumOf(measure, c.uses) === stratum);
    const used = new Set([
      ...limits.flatMap((c) => c.uses),
      ...row.flatMap((c) => [...readsOf(measure, c)]),
      ...known.flatMap((i) => reasons[i]!.uses),
    ]);
    const computed = new Set(row.map((c) => c.id));
    const blocks = clauseBlocks(row, reasons, known, many);
    const inParts = new Set(blocks?.blocks.flatMap((b) => b.reasons));
    // Conditions that something else than grades and their own reasons reads.
    const read = new Set([
      ...row.flatMap((c) =>
        c.body.kind === "expression" && !blocks?.places.has(c.id) ? [...readsOf(measure, c)] : [],
      ),
      ...limits.flatMap((c) => c.uses),
      ...known.flatMap((i) => (inParts.has(i) ? [] : reasons[i]!.uses)),
      ...later,
    ]);
    const partOf = ({ word, cells: members, reasons: own }: ClauseBlock): SimplePart => {
      const facts = new Seen();
      for (const c of members) if (c.body.kind === "expression") facts.visit(c.body.expr);
      return {
        word,
        fields: [...facts.fields].sort((a, b) => a - b),
        earlier: [...new Set(members.flatMap((c) => [...readsOf(measure, c)]))].sort((a, b) => a - b),
        code: rowCode(measure, kind, members, infos, hoist, places),
        reasons: own,
      };
    };
    return {
      stratum,
      fields: [...reads.fields].sort((a, b) => a - b),
      earlier: [...used].filter((id) => !computed.has(id)).sort((a, b) => a - b),
      code: rowCode(measure, kind, row, infos, hoist, places, blocks, read),
      parts: blocks?.blocks.map(partOf) ?? [],
      kept: row.filter((c) => later.has(c.id)).map((c) => c.id),
      ceilings: limits,
      limits: row.flatMap((c) => (c.body.kind === "grade" ? (placedUnder(measure, c.body) ?? []) : [])),
      reasons: known,
    };
  });
  return {
    kind,
    fields: [...seen.fields].sort((a, b) => a - b),
    stages,
    reasons,
  };
}

const bounded = (shape: Shape): boolean => shape.low !== null && shape.high !== null && shape.step !== null;

/** Facts and operations of some expressions. */
class Seen {
  readonly fields = new Set<number>();
  /** false: it has an operation that is not taken. */
  visit(expr: Expr): boolean {
    if (!OPERATIONS.has(expr.op)) return false;
    if (expr.op === "if" && expr.out) return false; // reported as not applicable
    if ((expr.op === "field" || expr.op === "cell") && expr.of !== "subject") return false;
    if (expr.op === "field") this.fields.add(expr.field);
    return childrenOf(expr).every((child) => this.visit(child));
  }
}

function rowCode(
  measure: Measure,
  kind: number,
  cells: readonly Cell[],
  infos: readonly Info[],
  hoist: (code: Code) => Code,
  places: Places,
  blocks: ClauseBlocks | null = null,
  read: ReadonlySet<number> = new Set(),
): Code {
  const block = new Block(new Temporaries());
  for (const cell of cells) {
    if (blocks?.places.has(cell.id)) {
      if (read.has(cell.id)) block.push(js`const ${name("c", cell.id)} = ${bitCode(blocks, cell.id)};`);
      continue;
    }
    block.mark(places.cell(cell));
    const local = name("c", cell.id);
    if (cell.body.kind === "expression") {
      const scope = {
        measure,
        cells: infos,
        kind,
        list: null,
        // Who asks for earlier results, where a run does.
        row: js`R.asker(${integer(kind)}, i, I[i])`,
        record: null,
        cite: measure.citations[cell.cite]?.text ?? "",
        hoist,
        places,
        local: true,
      };
      block.push(js`const ${local} = ${value(cell.body.expr, scope, block).code};`);
    } else if (cell.body.kind === "grade") {
      const placed = placedUnder(measure, cell.body);
      if (placed !== null) {
        const [base, limit] = [name("c", placed), js`${name("K", placed)}[i]`];
        block.push(js`const ${local} = ${base} > ${limit} ? ${limit} : ${base};`);
        continue;
      }
      const of = (id: number): Code => (blocks?.places.has(id) ? bitCode(blocks, id) : name("c", id));
      const any = blocks && ((ids: readonly number[]): Code => anyCode(blocks, ids));
      block.push(js`let ${local};\n{\n${gradeCode(measure, cell.body, of, places, any)}\n${local} = g;\n}`);
    }
  }
  return block.code();
}

const stratumOf = (measure: Measure, cells: readonly number[]): number =>
  Math.max(...cells.map((id) => measure.cells[id]!.stratum));

/** The ceilings of each placement as one grade, the strictest that holds. */
/** Above every grade, and small enough for a column of grades. */
const NO_CEILING = 127;

function ceilingsOf(
  cells: readonly Cell[],
): readonly { readonly cell: number; readonly uses: readonly number[]; readonly code: Code }[] {
  return cells.flatMap(({ id, body }) => {
    if (body.kind !== "placement" || body.ceilings.length === 0) return [];
    const strictest = body.ceilings.toSorted((a, b) => a.grade - b.grade);
    const code = strictest.reduceRight(
      (rest, c) => js`${name("c", c.when)} ? ${integer(c.grade)} : ${rest}`,
      integer(NO_CEILING),
    );
    return [{ cell: id, uses: body.ceilings.map((c) => c.when), code }];
  });
}

/** The placement whose grade only its own ceilings can lower, as 不含 受限者 has it; null: not of this form. */
function placedUnder(measure: Measure, body: GradeBody): number | null {
  const [base, ...others] = body.bases;
  if (base === undefined || others.length > 0 || base.guard !== null) return null;
  const placement = measure.cells[base.value]!.body;
  const { notAssessed, raises, reductions, floors, ceilings, after } = body;
  if (
    placement.kind !== "placement" ||
    [notAssessed, raises, reductions, floors, after].some((e) => e.length > 0)
  )
    return null;
  const key = (c: Bound): string => `${c.when}/${c.grade}`;
  const own = new Set(placement.ceilings.map(key));
  return ceilings.length > 0 && ceilings.length === own.size && ceilings.every((c) => own.has(key(c)))
    ? base.value
    : null;
}

/** The cells of the same row that its code reads. */
function readsOf(measure: Measure, { body }: Cell): Iterable<number> {
  const placed = body.kind === "grade" ? placedUnder(measure, body) : null;
  return placed === null ? usesOfBody(body).same : [placed];
}

interface OrderedReason extends SimpleReason {
  readonly uses: readonly number[];
  readonly stratum: number;
}

/** As the report lists them: every reason of a clause that fires, or the clause itself when none is known. */
function reasonsOf(measure: Measure, kind: number): OrderedReason[] {
  const list: OrderedReason[] = [];
  const add = (cite: number, code: Code, uses: readonly number[]): void => {
    list.push({ cite, code, uses, stratum: stratumOf(measure, uses) });
  };
  for (const clause of measure.clauses) {
    if (clause.subject !== kind) continue;
    const when = name("c", clause.when);
    const ways = waysOf(measure, clause.when);
    for (const { cite, holds } of clause.reasons) {
      const own = name("c", holds);
      // What is one of the ways for the clause to fire needs no second look at the clause.
      if (ways.has(holds)) add(cite, own, [holds]);
      else add(cite, js`${when} && ${own}`, [clause.when, holds]);
    }
    const known = new Set(clause.reasons.map((r) => r.holds));
    if (isCovered(measure, clause.when, known)) continue;
    const others = [...known].map((id) => js` && !${name("c", id)}`);
    add(clause.cite, js`${when}${joined(others, "")}`, [clause.when, ...known]);
  }
  return list;
}

/** The alternatives of an `or` cell, also through cells that are alternatives themselves; null for another cell. */
function alternatives(measure: Measure, id: number): readonly Expr[] | null {
  const { body } = measure.cells[id]!;
  return body.kind === "expression" && body.expr.op === "or" ? flat(body.expr) : null;
}

const flat = (expr: Expr): readonly Expr[] => (expr.op === "or" ? expr.args.flatMap(flat) : [expr]);

/** Cells of which each alone makes the cell true, itself among them. */
function waysOf(measure: Measure, id: number, ways: Set<number> = new Set()): ReadonlySet<number> {
  ways.add(id);
  for (const way of alternatives(measure, id) ?? [])
    if (way.op === "cell" && !ways.has(way.cell)) waysOf(measure, way.cell, ways);
  return ways;
}

/** Whether the cell is true only together with one of the `known`. */
function isCovered(measure: Measure, id: number, known: ReadonlySet<number>): boolean {
  if (known.has(id)) return true;
  const ways = alternatives(measure, id);
  return ways?.every((way) => way.op === "cell" && isCovered(measure, way.cell, known)) ?? false;
}

/** Cells that are read after their stage: by later ones, by passes over the cohort, as results. */
function neededLater(
  measure: Measure,
  cells: readonly Cell[],
  reasons: readonly OrderedReason[],
): ReadonlySet<number> {
  const later = new Set<number>();
  for (const cell of cells) {
    const uses = usesOfBody(cell.body);
    for (const id of readsOf(measure, cell)) if (measure.cells[id]!.stratum !== cell.stratum) later.add(id);
    const apart = cell.body.kind === "placement" ? cell.body.ceilings.map((c) => c.when) : [];
    for (const id of uses.across) if (!apart.includes(id)) later.add(id);
    if (cell.name !== null) later.add(cell.id);
  }
  // Ceilings are settled in the last stage that one of them needs.
  for (const { uses } of ceilingsOf(cells))
    for (const id of uses) if (measure.cells[id]!.stratum !== stratumOf(measure, uses)) later.add(id);
  for (const reason of reasons)
    for (const id of reason.uses) if (measure.cells[id]!.stratum !== reason.stratum) later.add(id);
  return later;
}
