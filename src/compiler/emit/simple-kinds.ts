/**
 * Kinds of subject whose rules look at nothing but plain facts of the subject itself and at rankings: numbers,
 * truths, options, dates, texts. For these the direct and the columnar program compute in local variables,
 * stage by stage. Everything else (links, lists of records, facts that may not apply) is left to the strict and
 * the open program.
 */
import { usesOfBody } from "../analyze/uses.ts";
import { childrenOf } from "../ir/children.ts";
import type { Cell, Expr, Field, Measure } from "../ir/ir.ts";
import { type Code, integer, js, name } from "./fragments.ts";
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
  /** Reasons that are known when it has run, as places in `SimpleKind.reasons`. */
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
): SimpleKind | null {
  const subject = measure.subjects[kind]!;
  const cells = measure.cells.filter((c) => c.subject === kind);
  if (subject.fields[subject.key]?.type.kind !== "text" || subject.of) return null;
  // A result shows the records that rules are about.
  if (measure.subjects.some(({ of }) => of?.subject === kind)) return null;
  const seen = new Seen();
  for (const cell of cells) {
    if (!PLAIN.has(cell.type.kind)) return null;
    if (cell.body.kind === "expression" && !seen.visit(cell.body.expr)) return null;
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
  const stages = strata.map((stratum): SimpleStage => {
    const own = cells.filter((c) => c.stratum === stratum);
    const row = own.filter((c) => c.body.kind === "expression" || c.body.kind === "grade");
    const reads = new Seen();
    for (const cell of row) if (cell.body.kind === "expression") reads.visit(cell.body.expr);
    const known = reasons.flatMap((r, i) => (r.stratum === stratum ? [i] : []));
    const used = new Set([
      ...row.flatMap((c) => [...usesOfBody(c.body).same]),
      ...known.flatMap((i) => reasons[i]!.uses),
    ]);
    const computed = new Set(row.map((c) => c.id));
    return {
      stratum,
      fields: [...reads.fields].sort((a, b) => a - b),
      earlier: [...used].filter((id) => !computed.has(id)).sort((a, b) => a - b),
      code: rowCode(measure, kind, row, infos, hoist),
      kept: row.filter((c) => later.has(c.id)).map((c) => c.id),
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
): Code {
  const block = new Block(new Temporaries());
  for (const cell of cells) {
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
        local: true,
      };
      block.push(js`const ${local} = ${value(cell.body.expr, scope, block).code};`);
    } else if (cell.body.kind === "grade") {
      const of = (id: number): Code => name("c", id);
      block.push(js`let ${local};\n{\n${gradeCode(measure, cell.body, of)}\n${local} = g;\n}`);
    }
  }
  return block.code();
}

interface OrderedReason extends SimpleReason {
  readonly uses: readonly number[];
  readonly stratum: number;
}

/** As the report lists them: every reason of a clause that fires, or the clause itself when none is known. */
function reasonsOf(measure: Measure, kind: number): OrderedReason[] {
  const list: OrderedReason[] = [];
  const add = (cite: number, code: Code, uses: readonly number[]): void => {
    const stratum = Math.max(...uses.map((id) => measure.cells[id]!.stratum));
    list.push({ cite, code, uses, stratum });
  };
  for (const clause of measure.clauses) {
    if (clause.subject !== kind) continue;
    const when = name("c", clause.when);
    let none = when;
    for (const { cite, holds } of clause.reasons) {
      const own = name("c", holds);
      add(cite, holds === clause.when ? when : js`${when} && ${own}`, [clause.when, holds]);
      none = js`${none} && !${own}`;
    }
    if (clause.reasons.some((r) => r.holds === clause.when)) continue;
    add(clause.cite, none, [clause.when, ...clause.reasons.map((r) => r.holds)]);
  }
  return list;
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
    for (const id of uses.same) if (measure.cells[id]!.stratum !== cell.stratum) later.add(id);
    for (const id of uses.across) later.add(id);
    if (cell.name !== null) later.add(cell.id);
  }
  for (const reason of reasons)
    for (const id of reason.uses) if (measure.cells[id]!.stratum !== reason.stratum) later.add(id);
  return later;
}
