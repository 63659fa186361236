import type * as ast from "../../../parser/ast.ts";
import { compare, divide, type Rational, rational, toText } from "../../../runtime/rational.ts";
import { checkCoverage, type Interval } from "../../analyze/coverage.ts";
import type * as ir from "../ir.ts";
import { operatorOf } from "./comparisons.ts";
import { type Lowering, type Scope, TRUTH } from "./lowering.ts";
import { lowerOperand, type NumberExpr, reportUnits, sameUnit } from "./numbers.ts";

/**
 * Bands whose limits are open values (`不低于 优秀起点`). Whether they cover everything cannot be seen from
 * figures; the declared order of the open values (`参数 丙起点 < 乙起点 < 甲起点`) decides it: limits are
 * put in that order and their places are checked as if they were numbers.
 */

/** A limit: an open value or a figure; equal ones share the key. */
interface Limit {
  readonly key: string;
  readonly text: string;
  readonly expr: NumberExpr;
  /** null: an open value. */
  readonly value: Rational | null;
}

interface OpenRow {
  readonly low: { readonly limit: Limit; readonly included: boolean } | null;
  readonly high: { readonly limit: Limit; readonly included: boolean } | null;
}

/** Does any row use something other than a figure as its limit? */
export function hasOpenLimits(rows: readonly ast.Row<ast.BandTest>[]): boolean {
  return rows.some((r) => tailsOf(r.test).some((t) => t.value.kind !== "number" && !isNegative(t.value)));
}

const isNegative = (e: ast.Expression): boolean =>
  e.kind === "unary" && e.op === "-" && e.operand.kind === "number";

function tailsOf(test: ast.BandTest): ast.ComparisonTail[] {
  if (test.kind === "compare") return [test.test];
  if (test.kind === "between") return [test.range.low, test.range.high].filter((t) => t !== undefined);
  return [];
}

export function lowerOpenBands(
  lowering: Lowering,
  s: ast.BandChoice,
  value: NumberExpr,
  results: readonly ir.Expr[],
  type: ir.Type,
  scope: Scope,
): ir.Expr | null {
  const rows: (OpenRow | "rest")[] = [];
  for (const row of s.rows) {
    if (row.test.kind === "rest") {
      rows.push("rest");
      continue;
    }
    if (row.test.kind !== "compare" && row.test.kind !== "between")
      return lowering.unsupported("这种分段与参数界限混用", "this band beside open limits", row.test.span);
    let open: OpenRow = { low: null, high: null };
    for (const tail of tailsOf(row.test)) {
      const limit = limitOf(lowering, tail.value, value, s.value, scope);
      if (!limit) return null;
      const op = operatorOf(lowering, tail);
      if (op === ">=" || op === ">") open = { ...open, low: { limit, included: op === ">=" } };
      else if (op === "<=" || op === "<") open = { ...open, high: { limit, included: op === "<=" } };
      else return lowering.unsupported("这种分段与参数界限混用", "this band beside open limits", tail.span);
    }
    rows.push(open);
  }
  const places = order(lowering, rows, s);
  if (!places) return null;
  reportFindings(lowering, s, rows, places);

  // Rows are exclusive and cover everything, so a chain of tests gives the same as looking up the band.
  const chain = rows.flatMap((row, index) => (row === "rest" ? [] : [{ row, index }]));
  const rest = rows.indexOf("rest");
  const last = rest >= 0 ? results[rest]! : results[chain.at(-1)!.index]!;
  return (rest >= 0 ? chain : chain.slice(0, -1)).reduceRight<ir.Expr>(
    (otherwise, { row, index }) =>
      ({ op: "if", type, condition: testOf(row, value), then: results[index]!, otherwise }) as ir.Expr,
    last,
  );
}

function testOf(row: OpenRow, value: NumberExpr): ir.Expr {
  const parts: ir.Expr[] = [];
  if (row.low)
    parts.push({
      op: "compare",
      type: TRUTH,
      cmp: row.low.included ? ">=" : ">",
      left: value,
      right: row.low.limit.expr,
    });
  if (row.high)
    parts.push({
      op: "compare",
      type: TRUTH,
      cmp: row.high.included ? "<=" : "<",
      left: value,
      right: row.high.limit.expr,
    });
  if (parts.length === 1) return parts[0]!;
  return parts.length === 0
    ? { op: "truth", type: TRUTH, value: true }
    : { op: "and", type: TRUTH, args: parts };
}

function limitOf(
  lowering: Lowering,
  e: ast.Expression,
  value: NumberExpr,
  node: ast.Expression,
  scope: Scope,
): Limit | null {
  const expr = lowerOperand(lowering, e, scope, value.type);
  if (!expr) return null;
  if (!sameUnit(value.type, expr.type))
    return reportUnits(lowering, node, value.type, e, expr.type, "分段", "used as a band");
  const text = lowering.text(e.span);
  if (expr.op === "number") return { key: `=${toText(expr.value)}`, text, expr, value: expr.value };
  if (expr.op === "parameter")
    return { key: lowering.model.parameters[expr.parameter]!.name, text, expr, value: null };
  return lowering.unsupported("用计算出来的值作分段的界限", "bands bounded by computed values", e.span);
}

/** The place of each limit from the lowest up; null when the declared order does not settle it. */
function order(
  lowering: Lowering,
  rows: readonly (OpenRow | "rest")[],
  s: ast.BandChoice,
): Map<string, number> | null {
  const limits = new Map<string, Limit>();
  for (const row of rows)
    if (row !== "rest") for (const end of [row.low, row.high]) if (end) limits.set(end.limit.key, end.limit);
  const all = [...limits.values()];
  const below = (a: Limit, b: Limit): boolean | null => {
    if (a.value && b.value) return compare(a.value, b.value) < 0;
    for (const chain of lowering.model.orders) {
      const [i, j] = [chain.indexOf(a.key), chain.indexOf(b.key)];
      if (i >= 0 && j >= 0) return i < j;
    }
    return null;
  };
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1))
      if (below(a, b) === null)
        return lowering.report(
          "BF3120",
          { first: a.text, second: b.text },
          { span: { start: s.span.start, end: s.value.span.end } },
        );
  const sorted = all.sort((a, b) => (below(a, b) ? -1 : 1));
  return new Map(sorted.map((l, i) => [l.key, i]));
}

function reportFindings(
  lowering: Lowering,
  s: ast.BandChoice,
  rows: readonly (OpenRow | "rest")[],
  places: ReadonlyMap<string, number>,
): void {
  const names = [...places.keys()].map((key) => key.replace(/^=/, ""));
  const place = (end: OpenRow["low"]): Interval["low"] =>
    end && { value: rational(places.get(end.limit.key)!), included: end.included };
  const closed = rows.flatMap((row, index) =>
    row === "rest" ? [] : [{ index, interval: { low: place(row.low), high: place(row.high) } }],
  );
  const dense: ir.NumberType = {
    kind: "number",
    dimension: "",
    low: null,
    high: null,
    step: null,
    display: { unit: "", factor: rational(1) },
  };
  const findings = checkCoverage(
    closed.map((c) => c.interval),
    dense,
    rows.includes("rest"),
  );
  const test = (i: number) => s.rows[closed[i]!.index]!.test.span;
  // A place is the limit itself when whole, and between two limits otherwise.
  const shown = (at: Rational): string => {
    if (at.den === 1n)
      return names[Number(at.num)] ?? (at.num < 0n ? `低于${names[0]}` : `高于${names.at(-1)}`);
    const lower = Number(
      divide(rational(at.num - (((at.num % at.den) + at.den) % at.den)), rational(at.den)).num,
    );
    return `${names[lower] ?? ""}与${names[lower + 1] ?? ""}之间`;
  };
  for (const f of findings) {
    if (f.kind === "gap")
      lowering.report(
        "BF3101",
        {
          range: shown(f.witness),
          rangeEn: shown(f.witness),
          what: "结果",
          whatEn: "result",
          witness: shown(f.witness),
          ways: "补上一段，或者加一行“其余 …”。",
          waysEn: "Add a band, or a row for the rest.",
        },
        { span: f.after === null ? s.value.span : test(f.after) },
      );
    else if (f.kind === "overlap")
      lowering.report(
        "BF3102",
        {
          witness: shown(f.witness),
          first: lowering.text(test(f.first)),
          second: lowering.text(test(f.second)),
        },
        {
          span: test(f.second),
          related: [{ span: test(f.first), zh: "另一段在这里", en: "the other band" }],
        },
      );
  }
}
