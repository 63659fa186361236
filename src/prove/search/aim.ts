/**
 * Subjects for whom a figure that a rule tests stands at its limit, or a step beside it. How a figure follows a fact is
 * seen on the evaluator: a fact is moved, and the figure with it; from there to the limit is a division.
 */
import { loadProbes } from "../../compiler/emit/load.ts";
import { childrenOf } from "../../compiler/ir/children.ts";
import type * as ir from "../../compiler/ir/ir.ts";
import { evaluateCohort } from "../../runtime/evaluate.ts";
import { exactOf, Interval } from "../../runtime/open-values.ts";
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  type Rational,
  rational,
  subtract,
  toText,
} from "../../runtime/rational.ts";
import type { Data } from "../decode.ts";
import type { Version } from "../replay.ts";
import { type Row, shown, type Values } from "./values.ts";

/** A figure that is tested, with its limits. */
interface Target {
  readonly figure: ir.Expr & { readonly type: ir.NumberType };
  readonly limits: readonly Rational[];
  /** Only one version has this test. */
  readonly changed: boolean;
}

/** A fact that is a figure, or a column of a list, which is then the same in all records. */
interface Lever {
  readonly type: ir.NumberType;
  readonly low: Rational;
  readonly high: Rational;
  set(row: Row, value: Rational): Row;
}

/** Most figures that are aimed at. */
const TARGETS = 40;

export function* aimed(
  versions: readonly [Version, Version],
  values: Values,
  kind: number,
  grounds: readonly Row[],
  dataOf: (rows: readonly Row[]) => Data,
): Generator<Row> {
  const levers = leversOf(values, kind);
  if (levers.length === 0) return;
  const seen = new Set<string>();
  for (const [version, target] of targetsOf(versions, kind)) {
    const rows = grounds.slice(0, target.changed ? 4 : 2);
    const figures = figuresOf(version, kind, target, dataOf, [
      ...rows,
      ...rows.flatMap((row) => levers.flatMap((l) => [l.set(row, l.low), l.set(row, l.high)])),
    ]);
    if (figures === null) continue;
    for (const [g, row] of rows.entries()) {
      const moves = levers.map((lever, l) => {
        const at = rows.length + 2 * (g * levers.length + l);
        return { lever, low: figures[at] ?? null, high: figures[at + 1] ?? null };
      });
      const step = target.figure.type.step ?? rational(1, 100);
      for (const limit of target.limits)
        for (const by of [rational(0), step, rational(-step.num, step.den)]) {
          const made = moved(row, moves, add(limit, by));
          const key = made && JSON.stringify(made);
          if (!made || seen.has(key!)) continue;
          seen.add(key!);
          yield made;
        }
    }
  }
}

interface Move {
  readonly lever: Lever;
  readonly low: Rational | null;
  readonly high: Rational | null;
}

/**
 * The row with a figure of that value, moving one fact where its range is enough. Else all facts that raise the figure
 * stand in the same part of their ranges.
 */
function moved(row: Row, moves: readonly Move[], wanted: Rational): Row | null {
  const useful = moves.filter((m) => m.low && m.high && compare(m.low, m.high) !== 0);
  for (const { lever, low, high } of useful) {
    const share = divide(subtract(wanted, low!), subtract(high!, low!));
    if (share.num < 0n || compare(share, rational(1)) > 0) continue;
    return lever.set(row, between(lever, share));
  }
  const rising = useful.filter((m) => compare(m.low!, m.high!) < 0);
  const [first] = rising;
  if (!first || rising.length < 2) return null;
  // With all at their lowest the figure is what the first gives at its lowest less what the others add.
  const spans = rising.map((m) => subtract(m.high!, m.low!));
  const total = spans.reduce((a, b) => add(a, b));
  const base = subtract(first.low!, subtract(total, spans[0]!));
  const share = divide(subtract(wanted, base), total);
  if (share.num < 0n || compare(share, rational(1)) > 0) return null;
  return rising.reduce((r, { lever }) => lever.set(r, between(lever, share)), row);
}

/** A share of the way from the lowest to the highest, on the step of the fact. */
function between({ type, low, high }: Lever, share: Rational): Rational {
  const exact = add(low, multiply(subtract(high, low), share));
  if (type.step === null) return exact;
  return multiply(rational(floor(divide(exact, type.step))), type.step);
}

function leversOf(values: Values, kind: number): Lever[] {
  const { measure } = values;
  const lever = (field: ir.Field, set: (row: Row, value: unknown) => Row): Lever[] => {
    const { type, asFraction } = field;
    if (type.kind !== "number" || field.derived) return [];
    const low = type.low ?? rational(0);
    const named = values.figures(type);
    const largest = named.reduce((a, b) => (compare(a, b) < 0 ? b : a), rational(100));
    const high = type.high ?? multiply(largest, rational(2));
    return [{ type, low, high, set: (row, v) => set(row, shown(v, type, asFraction)) }];
  };
  return measure.subjects[kind]!.fields.flatMap((field, i) => {
    if (i === measure.subjects[kind]!.key) return [];
    const { type } = field;
    if (type.kind !== "list") return lever(field, (row, v) => ({ ...row, [field.name]: v }));
    const columns = measure.records[type.record]!.fields.filter((c) => !c.derived);
    const plain = Object.fromEntries(columns.map((c) => [c.name, values.ofField(c)[0]]));
    return columns.flatMap((c) =>
      lever(c, (row, v) => ({
        ...row,
        [field.name]: values.records(type, { ...plain, [c.name]: v }),
      })),
    );
  });
}

/** Tests of figures of the subject itself, those that only one version has first. */
function targetsOf(versions: readonly [Version, Version], kind: number): (readonly [Version, Target])[] {
  const name = versions[0].ir.subjects[kind]!.name;
  const found = versions.map((version) => {
    const { ir: measure } = version;
    const own = measure.subjects.findIndex((s) => s.name === name);
    const texts = new Map<string, Target>();
    const see = (figure: ir.Expr, limits: readonly Rational[]) => {
      if (figure.type.kind !== "number" || limits.length === 0) return;
      const text = JSON.stringify([figure, limits.map(toText)], (_, v: unknown) =>
        typeof v === "bigint" ? String(v) : v,
      );
      texts.set(text, { figure: figure as Target["figure"], limits, changed: false });
    };
    const visit = (e: ir.Expr): void => {
      // Inside these, what is looked at is a record, another subject or another year.
      if (e.op === "via" || e.op === "aggregate" || e.op === "past" || e.op === "run") return;
      if (e.op === "run-length" || e.op === "over-years") return;
      if (e.op === "compare") {
        if (e.right.op === "number") see(e.left, [e.right.value]);
        else if (e.left.op === "number") see(e.right, [e.left.value]);
        else if (e.left.type.kind === "number") {
          const difference = { op: "negate", type: e.right.type as ir.NumberType, arg: e.right } as ir.Expr;
          see({ op: "add", type: e.left.type, args: [e.left, difference] } as ir.Expr, [rational(0)]);
        }
      }
      if (e.op === "bands")
        see(
          e.arg,
          e.rows.flatMap((r) => [r.low, r.high].flatMap((end) => (end ? [end.value] : []))),
        );
      for (const inner of childrenOf(e)) visit(inner);
    };
    for (const c of measure.cells) if (c.subject === own && c.body.kind === "expression") visit(c.body.expr);
    return { version, texts };
  });
  const [a, b] = found as [(typeof found)[number], (typeof found)[number]];
  const of = (x: typeof a, y: typeof a, changed: boolean) =>
    [...x.texts]
      .filter(([text]) => y.texts.has(text) !== changed)
      .map(([, target]) => [x.version, { ...target, changed }] as const);
  return [...of(b, a, true), ...of(a, b, true), ...of(a, b, false)].slice(0, TARGETS);
}

/** The figure of each of the rows; null where the data are not valid. */
function figuresOf(
  { ir: measure, compiled }: Version,
  kind: number,
  { figure }: Target,
  dataOf: (rows: readonly Row[]) => Data,
  rows: readonly Row[],
): (Rational | null)[] | null {
  const data = dataOf(rows);
  const [probe] = loadProbes(measure, [{ expr: figure, kind, list: null }]);
  const found: (Rational | null)[] = rows.map(() => null);
  const { problems } = evaluateCohort(compiled, data.cohort, data.context, "auto", (row, context) => {
    if (row.kind !== kind) return;
    const value = probe!(row, NO_RECORD, context);
    found[row.index] = value instanceof Interval ? exactOf(value) : null;
  });
  return problems.length > 0 ? null : found;
}

const NO_RECORD = undefined as unknown as Parameters<ReturnType<typeof loadProbes>[number]>[1];
