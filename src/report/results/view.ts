import { childrenOf } from "../../compiler/ir/children.ts";
import type {
  Cell,
  Expr,
  Measure,
  PlacementBody,
  PopulationBody,
  SubjectKind,
} from "../../compiler/ir/ir.ts";
import type { Language } from "../../diagnostics/message.ts";
import type { Tables, TypeTable } from "../../runtime/abi.ts";
import { jsonRational } from "../../runtime/json-numbers.ts";
import { divide, type Rational, subtract, toText } from "../../runtime/rational.ts";
import type {
  CohortResult,
  JsonNumber,
  JsonValue,
  RecordResult,
  SubjectResult,
} from "../../runtime/result.ts";

/** A result and the measure it was computed by: what everything that shows results asks of the two together. */
export interface ResultInput {
  readonly result: CohortResult;
  readonly measure: Measure;
  readonly tables: Tables;
  readonly language: Language;
}

/** The measure alone. */
export type PlanView = Omit<ResultInput, "result">;

/** The measure and what a result says of itself, before any subject is at hand. */
export interface MeasureView extends PlanView {
  readonly head: Omit<CohortResult, "subjects">;
}

/** What a score is compared by; `groups` are names of values or facts, as `按 县 分组` says. */
export interface RankedBy {
  readonly kind: string;
  readonly score: string;
  readonly order: "descending" | "ascending";
  readonly groups: readonly string[];
  /** The value that has the place, as `分类名次 = 名次(…)`; null: the place is counted from the score. */
  readonly place: string | null;
  /** What parts equals; `name` null: a figure that results do not show. */
  readonly tieBreak: { readonly name: string | null; readonly order: "descending" | "ascending" } | null;
  /** The cell of the condition of those who rank; null: all do. */
  readonly pool: number | null;
}

/** The kinds that are assessed themselves, not records of others. */
export const declaredKinds = (m: Measure): readonly SubjectKind[] => m.subjects.filter((k) => !k.of);

/** The results of a kind; of a list with rules of its own, those of the records. */
export function resultsOf(
  result: CohortResult,
  m: Measure,
  kind: SubjectKind,
): readonly (SubjectResult | RecordResult)[] {
  const { of } = kind;
  if (!of) return result.subjects.filter((x) => x.kind === kind.name);
  const { name, fields } = m.subjects[of.subject]!;
  const list = fields[of.list]!.name;
  return result.subjects.flatMap((x) => (x.kind === name ? (x.records?.[list] ?? []) : []));
}

/** A subject and its records. */
export const withRecords = (x: SubjectResult): readonly (SubjectResult | RecordResult)[] => [
  x,
  ...Object.values(x.records ?? {}).flat(),
];

/** A computed value, or a fact where a measure goes by what was reported. */
export function figureOf(x: SubjectResult | RecordResult, name: string): JsonValue | undefined {
  return Object.hasOwn(x.values, name)
    ? x.values[name]
    : Object.hasOwn(x.facts, name)
      ? x.facts[name]
      : undefined;
}

/** A figure that can be compared; null while it is not known. */
export function scoreFigure(x: SubjectResult, name: string): JsonNumber | null {
  const value = figureOf(x, name);
  return typeof value === "number" || (typeof value === "object" && value !== null && "num" in value)
    ? value
    : null;
}

/**
 * The rankings of a measure: each score that subjects of a kind are graded by in their order, once; then the ranks that
 * it names as values.
 */
export function rankedBy(m: Measure): RankedBy[] {
  const found: RankedBy[] = [];
  for (const { subject, body } of m.cells) {
    if (body.kind !== "placement") continue;
    const by = rankingOf(m, subject, body, body.score);
    if (by !== null && !found.some((f) => f.kind === by.kind && f.score === by.score)) found.push(by);
  }
  for (const cell of m.cells) {
    const rank = rankGiven(m, cell);
    if (rank === null || rank.operand === null || cell.name === null) continue;
    const by = rankingOf(m, cell.subject, rank, rank.operand);
    if (by === null) continue;
    const counted = rank.ties === "share" && rank.tieBreak === null && rank.pool === null;
    if (!counted || !found.some((f) => JSON.stringify(f) === JSON.stringify(by)))
      found.push({ ...by, place: cell.name });
  }
  return found;
}

/** The rank that a cell is or repeats; null: it is none. */
function rankGiven(m: Measure, { body }: Cell): PopulationBody | null {
  const given =
    body.kind === "expression" && body.expr.op === "cell" && body.expr.of === "subject"
      ? m.cells[body.expr.cell]?.body
      : body;
  return given?.kind === "population" && given.fn === "rank" ? given : null;
}

/** Of subjects, not of their records; null: what it goes by has no name. */
function rankingOf(
  m: Measure,
  subject: number,
  { order, groups, tieBreak, pool }: Pick<PlacementBody, "order" | "groups" | "tieBreak" | "pool">,
  compared: number,
): RankedBy | null {
  const { name: kind, of } = m.subjects[subject]!;
  const score = nameOf(m, compared);
  if (of || score === null) return null;
  return {
    kind,
    score,
    order,
    groups: groups.flatMap((g) => nameOf(m, g) ?? []),
    place: null,
    tieBreak: tieBreak && { name: nameOf(m, tieBreak.cell), order: tieBreak.order },
    pool,
  };
}

/** The ranking that the grades of a kind go by. */
const gradedBy = (m: Measure, kind: string): RankedBy | undefined =>
  rankedBy(m).find((r) => r.kind === kind && r.place === null);

/** The name of a cell, or of the cell or field that it only repeats. */
export function nameOf(m: Measure, id: number): string | null {
  const cell = m.cells[id];
  if (cell === undefined) return null;
  if (cell.name !== null) return cell.name;
  return cell.body.kind === "expression" ? nameOfExpr(m, cell, cell.body.expr) : null;
}

function nameOfExpr(m: Measure, at: Cell, expr: Expr): string | null {
  if ((expr.op === "field" || expr.op === "cell") && expr.of === "record") return null;
  if (expr.op === "field") return m.subjects[at.subject]?.fields[expr.field]?.name ?? null;
  return expr.op === "cell" ? (m.cells[expr.cell]?.name ?? null) : null;
}

/** Bounds of bands over a score, in the unit in which it is shown. */
export interface Threshold {
  readonly at: number;
  readonly text: string;
}

/**
 * The score of a kind that its grades go by, with the bounds of its bands: the one that is ranked, or else the one
 * that is banded. null: grades go by something else.
 */
export function scoreOf(
  m: Measure,
  kind: string,
): { readonly name: string; readonly bounds: readonly Threshold[] } | null {
  let name = gradedBy(m, kind)?.score ?? null;
  const bounds = new Map<string, Threshold>();
  for (const cell of m.cells) {
    if (m.subjects[cell.subject]?.name !== kind || cell.body.kind !== "expression") continue;
    const { expr } = cell.body;
    if (expr.op !== "bands" || cell.type.kind !== "choice") continue;
    const { arg } = expr;
    const of = nameOfExpr(m, cell, arg.op === "round" ? arg.arg : arg);
    if (of === null || arg.type.kind !== "number" || (name !== null && name !== of)) continue;
    name = of;
    const { factor } = arg.type.display;
    for (const row of expr.rows) {
      if (row.low === null) continue;
      const value = divide(row.low.value, factor);
      bounds.set(toText(value), { at: toNumber(value), text: toText(value) });
    }
  }
  if (name !== null)
    for (const at of compared(m, kind, name)) bounds.set(toText(at), { at: toNumber(at), text: toText(at) });
  return name === null ? null : { name, bounds: [...bounds.values()].sort((a, b) => a.at - b.at) };
}

/** Figures that conditions hold the score against: 综合得分 低于70分. */
function compared(m: Measure, kind: string, score: string): Rational[] {
  const found: Rational[] = [];
  for (const cell of m.cells) {
    if (m.subjects[cell.subject]?.name !== kind || cell.body.kind !== "expression") continue;
    const visit = (e: Expr): void => {
      if (e.op === "compare" && e.right.op === "number" && nameOfExpr(m, cell, e.left) === score)
        found.push(divide(e.right.value, e.right.type.display.factor));
      for (const child of childrenOf(e)) visit(child);
    };
    visit(cell.body.expr);
  }
  return found;
}

export const toNumber = (r: Rational): number => Number(r.num) / Number(r.den);

/** In a list of subjects: −1 when `a` stands first, by the exact figures; what is undetermined stands last. */
export function byScore(
  score: string,
  order: "descending" | "ascending",
): (a: SubjectResult, b: SubjectResult) => number {
  const sign = order === "descending" ? -1 : 1;
  return (a, b) => {
    const [x, y] = [jsonRational(figureOf(a, score)), jsonRational(figureOf(b, score))];
    if (x === undefined || y === undefined) return (x === undefined ? 1 : 0) - (y === undefined ? 1 : 0);
    const { num } = subtract(x, y);
    return num === 0n ? 0 : sign * (num < 0n ? -1 : 1);
  };
}

/** A value as text, empty where it is not known. */
export function plainText(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return "text" in value ? value.text : value.join("、");
  return String(value);
}

/** The type of a named value or fact of a kind, for its unit. */
export function typeOf(tables: Tables, kind: string, name: string): TypeTable | undefined {
  const index = tables.subjects.findIndex((s) => s.name === kind);
  const cell = tables.cells.find((c) => c.subject === index && c.name === name);
  if (cell) return cell.type;
  const field = tables.subjects[index]?.fields.find((f) => f.name === name);
  return field && field.type.kind !== "list" ? field.type : undefined;
}

export function unitOf(tables: Tables, kind: string, name: string): string {
  const type = typeOf(tables, kind, name);
  return type?.kind === "number" ? type.unit : "";
}
