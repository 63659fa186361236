import type * as ast from "../../../parser/ast.ts";
import { compare, ZERO } from "../../../runtime/rational.ts";
import type { KindSymbol, Provision } from "../../analyze/model.ts";
import { hullType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import { truthCell } from "./conditions.ts";
import { least, sum } from "./indicators.ts";
import { type Lowering, refer, subjectScope, TRUTH } from "./lowering.ts";
import { constant, lowerOperand, type NumberExpr } from "./numbers.ts";
import { noteMarks, outOnce, rescaledSum, unless } from "./rescale.ts";
import { lowerPoints } from "./scores.ts";
import { leavesOf } from "./treatments.ts";

/** Groups of indicators: a joint cap over their sum, or the best of them. */

/** 合计最高15分 over the indicators of a group, or the best of them. */
export function defineGroup(lowering: Lowering, provision: Provision, kind: KindSymbol): ir.Expr | null {
  const s = provision.statement;
  if (s.kind !== "indicator-group") return null;
  const scope = subjectScope(kind, provision.cite);
  const members: NumberExpr[] = [];
  for (const name of memberNames(s.items)) {
    const member = lowerOperand(lowering, { kind: "path", span: name.span, segments: [name] }, scope);
    if (!member) return null;
    members.push(member);
  }
  if (members.length === 0) return lowering.report("BF3118", { name: s.name.text }, { span: s.name.span });
  const best = s.bounds.some((b) => b.kind === "best-one");
  let value: NumberExpr = best ? bestOf(lowering, members) : groupSum(lowering, members, kind);
  let marks = groupMarks(lowering, members, best);
  for (const b of s.bounds) {
    if (b.kind !== "together-highest" && b.kind !== "highest") continue;
    const cap = lowerPoints(lowering, b.value, scope, value.type);
    if (!cap) return null;
    value = least(value, cap);
    marks = marks && (best ? cap : least(marks, cap));
  }
  const [leaves] = groupLeaves(lowering, members, kind);
  noteMarks(lowering, lowering.mention(kind.index, s.name.text), marks, leaves ? [leaves] : []);
  return leaves ? outOnce(refer(truthCell(lowering, scope, leaves, s.name.span)), value) : value;
}

/** The marks of a group: of all its members, or of the best endowed; null where some are not known. */
function groupMarks(lowering: Lowering, members: readonly NumberExpr[], best: boolean): NumberExpr | null {
  const marks = members.map((m) =>
    m.op === "cell" ? (lowering.rescaled.get(m.cell)?.full ?? null) : marksOfField(m),
  );
  if (marks.some((m) => m === null)) return null;
  const known = marks as NumberExpr[];
  return best ? { op: "max", type: known.map((m) => m.type).reduce(hullType), args: known } : sum(known);
}

/** An indicator that people score is a fact from 0 to its full marks. */
const marksOfField = (e: NumberExpr): NumberExpr | null =>
  e.op === "field" && e.type.high ? constant(e.type.high, { ...e.type, low: e.type.high, step: null }) : null;

/** A group leaves its total when all its members have left it. */
function groupLeaves(lowering: Lowering, members: readonly NumberExpr[], kind: KindSymbol): ir.Expr[] {
  const leaves = members.map((m) => leavesOf(lowering, m, kind));
  return leaves.some((l) => l === null) ? [] : [all(leaves as ir.Expr[])];
}

/** The best of the members; one that has left is not among them. */
function bestOf(lowering: Lowering, members: readonly NumberExpr[]): NumberExpr {
  const type = members.map((m) => m.type).reduce(hullType);
  const value: NumberExpr = { op: "max", type, args: members };
  // A member that has left counts 0, which is never better than what the others give.
  if (type.low !== null && compare(type.low, ZERO) >= 0) lowering.scaled.add(value);
  return value;
}

/** The sum of the members, scaled up where some leave; 0 where all have left, as the group itself then has. */
function groupSum(lowering: Lowering, members: readonly NumberExpr[], kind: KindSymbol): NumberExpr {
  const plain = sum(members);
  const scaled = rescaledSum(lowering, plain, kind) as NumberExpr;
  const leaves = members.map((m) => leavesOf(lowering, m, kind));
  if (scaled === plain || leaves.some((l) => l === null)) return scaled;
  const value = unless(all(leaves as ir.Expr[]), scaled);
  return value;
}

const all = (args: readonly ir.Expr[]): ir.Expr =>
  args.length === 1 ? args[0]! : { op: "and", type: TRUTH, args };

/** What a group adds up: indicators, groups within it, and votes. */
const GIVES_POINTS: ReadonlySet<string> = new Set(["indicator", "indicator-group", "ballot"]);

function memberNames(sections: readonly ast.Section[]): ast.Name[] {
  return sections.flatMap((section) =>
    section.body.flatMap((item) => {
      if (item.kind === "section") return memberNames([item]);
      return GIVES_POINTS.has(item.kind) ? [(item as ast.Indicator | ast.Ballot).name] : [];
    }),
  );
}
