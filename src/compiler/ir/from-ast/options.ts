import { enumerated, inMessage, phrase, unsaid, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import type * as ir from "../ir.ts";
import { rowText } from "./band-findings.ts";
import { restAsRows } from "./band-fixes.ts";
import { operatorOf, unknownMember } from "./comparisons.ts";
import { type Lowering, TRUTH } from "./lowering.ts";
import { neverNotApplicable } from "./not-applicable.ts";

/** Rows over options or levels: `为 山区`, `为 平原、城郊`, `不为 山区`; levels also by rank, `达到 严重`. */

/** The members a row names; "rest" for 其余, null after a report. */
export function membersOf(
  lowering: Lowering,
  test: ast.BandTest,
  enumeration: ir.Enumeration,
  node: ast.Expression,
): readonly number[] | "rest" | null {
  const all = enumeration.members.map((_, i) => i);
  const member = (v: ast.Expression): number | null => {
    const name = v.kind === "path" && v.segments.length === 1 ? v.segments[0]!.text : lowering.text(v.span);
    const found = enumeration.members.indexOf(name);
    return found < 0 ? unknownMember(lowering, enumeration, name, lowering.text(node.span), v.span) : found;
  };
  const beyond = (tail: ast.ComparisonTail): readonly number[] | null => {
    const op = operatorOf(lowering, tail);
    if (enumeration.kind === "options" && op !== "==" && op !== "!=")
      return lowering.report(
        "BF2018",
        { name: lowering.text(node.span), word: tail.word },
        { span: tail.span },
      );
    const at = member(tail.value);
    return at === null ? null : all.filter((i) => holds(i, op, at));
  };
  switch (test.kind) {
    case "rest":
      return "rest";
    case "not-applicable":
      return neverNotApplicable(lowering, node); // where it may not apply, the row is read before
    case "compare":
      return beyond(test.test);
    case "between": {
      const low = test.range.low ? beyond(test.range.low) : all;
      const high = test.range.high ? beyond(test.range.high) : all;
      return low && high && low.filter((i) => high.includes(i));
    }
    case "equals": {
      const members = test.values.map(member);
      if (members.some((m) => m === null)) return null;
      return test.negated ? all.filter((i) => !members.includes(i)) : (members as number[]);
    }
  }
}

function holds(i: number, op: ast.ComparisonOperator, at: number): boolean {
  switch (op) {
    case "<":
      return i < at;
    case "<=":
      return i <= at;
    case ">":
      return i > at;
    case ">=":
      return i >= at;
    case "==":
      return i === at;
    case "!=":
      return i !== at;
  }
}

/** The members of every row, checked to cover all without overlap; null after a report that ends it. */
export function optionRows(
  lowering: Lowering,
  s: Pick<ast.BandChoice, "value" | "rows" | "span" | "target">,
  enumeration: ir.Enumeration,
  { topDown, covers }: { readonly topDown: boolean; readonly covers: boolean },
): readonly (readonly number[] | "rest")[] | null {
  const takenBy = new Map<number, number>();
  const rows: (readonly number[] | "rest" | null)[] = [];
  for (const [index, row] of s.rows.entries()) {
    const members = membersOf(lowering, row.test, enumeration, s.value);
    rows.push(members);
    if (members === "rest" || members === null) continue;
    const doubled = new Map<number, number[]>();
    for (const member of members) {
      const other = takenBy.get(member);
      if (other !== undefined && !topDown) doubled.set(other, [...(doubled.get(other) ?? []), member]);
      takenBy.set(member, index);
    }
    for (const [other, both] of doubled)
      lowering.report(
        "BF3102",
        {
          ...inMessage("witness", enumerated(both.map((m) => enumeration.members[m]!))),
          first: rowText(lowering, s.rows[other]!),
          second: rowText(lowering, row),
          ...unsaid("more"),
          ...worded("ways", "keep-in-one-row"),
        },
        { span: row.span },
        ` ${other}`,
      );
  }
  if (!rows.every((r) => r !== null)) return null;
  const left = enumeration.members.filter((_, m) => !takenBy.has(m));
  if (left.length > 0 && covers && !rows.includes("rest"))
    lowering.report(
      "BF3115",
      { of: lowering.text(s.value.span), members: left },
      {
        span: { start: s.span.start, end: s.target?.span.end ?? s.value.span.end },
        fixes: restAsRows(lowering, s.rows, phrase("rest")),
      },
    );
  return rows;
}

export const isOneOf = (arg: ir.Expr, members: readonly number[]): ir.Expr => ({
  op: "one-of",
  type: TRUTH,
  arg,
  members,
});
