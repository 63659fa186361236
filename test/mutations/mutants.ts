import type * as ir from "../../src/compiler/ir/ir.ts";
import { add, multiply, type Rational, rational, subtract } from "../../src/runtime/rational.ts";

/**
 * Small changes of a measure, each of which a careless hand could make: a threshold one step off, a comparison turned
 * round, an item left out, a grade moved, a weight shifted. Made on the IR, so that every one of them is a measure.
 */

export type Sort =
  | "threshold"
  | "comparison"
  | "item"
  | "grade"
  | "weight"
  | "places"
  | "consequence"
  | "length";

export interface Mutant {
  readonly sort: Sort;
  /** The clause that it is in, and what was done. */
  readonly text: string;
  readonly measure: ir.Measure;
}

type Path = readonly (string | number)[];

interface Edit {
  readonly sort: Sort;
  readonly text: string;
  readonly path: Path;
  readonly value: unknown;
}

export function mutantsOf(measure: ir.Measure): Mutant[] {
  const cited = (cite: number) => measure.citations[cite]?.text ?? "";
  const edits = [
    ...measure.cells.flatMap((cell, i) =>
      bodyEdits(measure, cell, ["cells", i, "body"]).map((e) => ({
        ...e,
        text: `${cited(cell.cite)} ${cell.name ?? cell.text}: ${e.text}`,
      })),
    ),
    ...measure.consequences.flatMap((c, i) =>
      consequenceEdits(c, ["consequences", i]).map((e) => ({ ...e, text: `${cited(c.cite)}: ${e.text}` })),
    ),
  ];
  return edits.map(({ sort, text, path, value }) => ({
    sort,
    text,
    measure: replaced(measure, path, value) as ir.Measure,
  }));
}

function replaced(node: unknown, path: Path, value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(node)) return node.with(first as number, replaced(node[first as number], rest, value));
  return { ...(node as object), [first]: replaced((node as Record<string, unknown>)[first], rest, value) };
}

const show = (r: Rational): string => (r.den === 1n ? `${r.num}` : `${r.num}/${r.den}`);
const HUNDREDTH = rational(1, 100);

function bodyEdits(measure: ir.Measure, cell: ir.Cell, path: Path): Edit[] {
  const { body } = cell;
  const top = (enumeration: number) => measure.enumerations[enumeration]!.members.length - 1;
  switch (body.kind) {
    case "expression":
      return exprEdits(measure, body.expr, [...path, "expr"]);
    case "grade":
      return [
        ...(["floors", "ceilings"] as const).flatMap((which) =>
          body[which].flatMap((b, i) =>
            gradeEdits(b.grade, top(body.enumeration), [...path, which, i, "grade"]),
          ),
        ),
        ...(["raises", "reductions", "after", "notAssessed", "floors", "ceilings"] as const).flatMap(
          (which) =>
            body[which].map(
              (_, i): Edit => ({
                sort: "item",
                text: `${which} ${i} 去掉`,
                path: [...path, which],
                value: body[which].toSpliced(i, 1),
              }),
            ),
        ),
        ...(["raises", "reductions", "after"] as const).flatMap((which) =>
          body[which].map(
            (s, i): Edit => ({
              sort: "grade",
              text: `${s.steps}档 → ${s.steps + 1}档`,
              path: [...path, which, i, "steps"],
              value: s.steps + 1,
            }),
          ),
        ),
      ];
    case "placement":
      return body.rows.flatMap((r, i) => [
        ...gradeEdits(r.grade, top(body.enumeration), [...path, "rows", i, "grade"]),
        ...(r.amount.op === "number"
          ? stepsFrom(r.amount.value, r.share ? HUNDREDTH : rational(1)).map(
              (value): Edit => ({
                sort: "places",
                text: `名额 ${show((r.amount as { value: Rational }).value)} → ${show(value)}`,
                path: [...path, "rows", i, "amount", "value"],
                value,
              }),
            )
          : []),
      ]);
    case "population":
      return [];
  }
}

const stepsFrom = (value: Rational, step: Rational): Rational[] =>
  [add(value, step), subtract(value, step)].filter((v) => v.num >= 0n);

function gradeEdits(grade: number, top: number, path: Path): Edit[] {
  return [grade - 1, grade + 1]
    .filter((g) => g >= 0 && g <= top)
    .map((value) => ({ sort: "grade", text: `第${grade}等 → 第${value}等`, path, value }));
}

const TURNED = { "<": ">=", "<=": "<", ">": ">=", ">=": "<", "==": "!=", "!=": "==" } as const;

function exprEdits(measure: ir.Measure, e: ir.Expr, path: Path): Edit[] {
  const inside = (x: ir.Expr | null | undefined, ...at: Path): Edit[] =>
    x ? exprEdits(measure, x, [...path, ...at]) : [];
  switch (e.op) {
    case "compare": {
      const turned: Edit = {
        sort: "comparison",
        text: `${e.cmp} → ${TURNED[e.cmp]}`,
        path: [...path, "cmp"],
        value: TURNED[e.cmp],
      };
      const side = e.right;
      const limits =
        side.op === "number"
          ? stepsFrom(side.value, stepOf(e.left.type)).map(
              (value): Edit => ({
                sort: "threshold",
                text: `${show(side.value)} → ${show(value)}`,
                path: [...path, "right", "value"],
                value,
              }),
            )
          : [];
      const grades =
        side.op === "member"
          ? gradeEdits(side.value, sizeOf(measure, side.type) - 1, [...path, "right", "value"])
          : [];
      return [turned, ...limits, ...grades, ...inside(e.left, "left"), ...inside(side, "right")];
    }
    case "one-of":
      return [
        ...(e.members.length > 1
          ? e.members.map(
              (m, i): Edit => ({
                sort: "item",
                text: `第${m}项去掉`,
                path: [...path, "members"],
                value: e.members.toSpliced(i, 1),
              }),
            )
          : []),
        ...inside(e.arg, "arg"),
      ];
    case "and":
    case "or":
    case "at-least":
      return [
        ...(e.args.length > 1
          ? e.args.map(
              (_, i): Edit => ({
                sort: "item",
                text: `${e.op} 第${i + 1}项去掉`,
                path: [...path, "args"],
                value: e.args.toSpliced(i, 1),
              }),
            )
          : []),
        ...e.args.flatMap((a, i) => inside(a, "args", i)),
      ];
    case "bands":
      return [
        ...limitsOf(e).flatMap((limit) =>
          [stepOf(e.arg.type), negative(stepOf(e.arg.type))]
            .filter((by) =>
              limit.every((v) => !boundsOf(e).some((x) => same(x, add(v, by)) && !limit.includes(x))),
            )
            .map((by): Edit => {
              const moved = (end: ir.Band["low"]): ir.Band["low"] =>
                end && limit.some((v) => same(v, end.value)) ? { ...end, value: add(end.value, by) } : end;
              return {
                sort: "threshold",
                text: `界限 ${limit.map(show).join("、")} → ${limit.map((v) => show(add(v, by))).join("、")}`,
                path: [...path, "rows"],
                value: e.rows.map((r) => ({ ...r, low: moved(r.low), high: moved(r.high) })),
              };
            }),
        ),
        ...e.rows.flatMap((r, i) =>
          r.result.op === "member"
            ? gradeEdits(r.result.value, sizeOf(measure, r.result.type) - 1, [
                ...path,
                "rows",
                i,
                "result",
                "value",
              ])
            : inside(r.result, "rows", i, "result"),
        ),
        ...inside(e.arg, "arg"),
        ...inside(e.otherwise, "otherwise"),
      ];
    case "multiply":
      return e.args.flatMap((a, i) =>
        a.op === "number"
          ? [rational(9, 10), rational(11, 10)].map(
              (by): Edit => ({
                sort: "weight",
                text: `${show(a.value)} 乘 ${show(by)}`,
                path: [...path, "args", i, "value"],
                value: multiply(a.value, by),
              }),
            )
          : inside(a, "args", i),
      );
    case "add":
    case "min":
    case "max":
      return [
        ...(e.args.length > 2
          ? e.args.map(
              (_, i): Edit => ({
                sort: "item",
                text: `${e.op} 第${i + 1}项去掉`,
                path: [...path, "args"],
                value: e.args.toSpliced(i, 1),
              }),
            )
          : []),
        ...e.args.flatMap((a, i) => inside(a, "args", i)),
      ];
    case "run":
      return [
        {
          sort: "length",
          text: `连续${e.length} → ${e.length + 1}`,
          path: [...path, "length"],
          value: e.length + 1,
        },
      ];
    case "aggregate":
      return [...inside(e.where, "where"), ...inside(e.value, "value")];
    case "if":
      return [
        ...inside(e.condition, "condition"),
        ...inside(e.then, "then"),
        ...inside(e.otherwise, "otherwise"),
      ];
    case "not":
    case "negate":
    case "round":
      return inside(e.arg, "arg");
    case "divide":
      return [...inside(e.left, "left"), ...inside(e.right, "right")];
    case "via":
      return inside(e.target, "target");
    case "number":
    case "truth":
    case "member":
    case "text":
    case "date":
    case "field":
    case "cell":
    case "parameter":
    case "context":
    case "linked":
    case "past":
    case "run-length":
    case "over-years":
    case "days-between":
    case "full-years":
    case "later":
      return [];
  }
}

const stepOf = (type: ir.Type): Rational => (type.kind === "number" ? (type.step ?? HUNDREDTH) : rational(1));
const sizeOf = (measure: ir.Measure, type: ir.Type): number =>
  type.kind === "choice" ? measure.enumerations[type.enumeration]!.members.length : 0;

const same = (a: Rational, b: Rational): boolean => show(a) === show(b);
const negative = (r: Rational): Rational => subtract(rational(0), r);

function boundsOf(e: ir.Expr & { op: "bands" }): Rational[] {
  const all = e.rows.flatMap((r) => [r.low?.value, r.high?.value]).filter((b) => b !== undefined);
  return [...new Map(all.map((b) => [show(b), b])).values()];
}

/**
 * The limits between rows, each once. 80至89分 and 90分以上 meet where there are whole points only: both ends move, or
 * there would be points for which no row is, which is no measure.
 */
function limitsOf(e: ir.Expr & { op: "bands" }): Rational[][] {
  const step = stepOf(e.arg.type);
  const ends = (side: "low" | "high") => e.rows.flatMap((r) => (r[side]?.included ? [r[side].value] : []));
  const partner = (b: Rational): Rational | undefined =>
    ends("low").some((x) => same(x, b)) ? ends("high").find((x) => same(add(x, step), b)) : undefined;
  const partners = boundsOf(e).flatMap((b) => partner(b) ?? []);
  return boundsOf(e)
    .filter((b) => !partners.some((p) => same(p, b)))
    .map((b) => {
      const other = partner(b);
      return other ? [boundsOf(e).find((x) => same(x, other))!, b] : [b];
    });
}

function consequenceEdits(c: ir.Consequence, path: Path): Edit[] {
  const [first] = c.actions;
  const { argument } = first!;
  const dropped: Edit = {
    sort: "consequence",
    text: "改作可以",
    path: [...path, "modality"],
    value: c.modality === "may" ? "must" : "may",
  };
  const longer: Edit[] =
    argument?.kind === "period"
      ? [
          {
            sort: "consequence",
            text: "期限加1个月",
            path: [...path, "actions", 0, "argument", "months"],
            value: argument.months + 1,
          },
        ]
      : [];
  return [dropped, ...longer];
}
