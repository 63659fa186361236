import type {
  Argument,
  Atom,
  Bound,
  Consequence,
  Expr,
  GradeBody,
  Holder,
  NumberType,
  PlacementBody,
  PlacementRow,
  PopulationBody,
  Reason,
  Shift,
  Target,
  Type,
} from "../../src/compiler/ir/ir.ts";
import { NO_SPAN } from "../../src/source/span.ts";
import { fraction } from "../reference/fraction.ts";
import { SCALE, SECOND_SCALE } from "./data-model.ts";
import type { Draft, Row } from "./draft.ts";
import { anyNumber, choice, constant, leaves, number, truth } from "./expressions.ts";
import type { Tape } from "./tape.ts";
import { numberType, TRUTH } from "./types.ts";

/** The rules of a generated measure: clauses with what they do, grades, ranks, population figures, duties. */

const rowOf = (subject: number): Row => ({ subject, list: null });

/** A clause with a list of reasons; returns its index and the cell that says whether it fires. */
function clause(draft: Draft, tape: Tape, subject: number, effect: string): { clause: number; when: number } {
  const row = rowOf(subject);
  const cite = draft.cite();
  const reasons = tape.times(1 + tape.below(3), (): Reason => {
    const expr = truth(draft, tape, row, 1 + tape.below(2));
    const holds = draft.addExpression(row, null, expr);
    return { cite: draft.cite(), holds, atoms: atomsOf(expr, holds), text: `情形${holds}` };
  });
  const args = reasons.map((r): Expr => ({ op: "cell", type: TRUTH, of: "subject", cell: r.holds }));
  const count = tape.chance(5) ? Math.min(2, args.length) : 1;
  const any: Expr =
    count > 1 ? { op: "at-least", type: TRUTH, count, args } : { op: "or", type: TRUTH, args };
  const when = args.length === 1 ? reasons[0]!.holds : draft.addExpression(row, null, any);
  return { clause: draft.addClause(subject, when, reasons, effect, cite), when };
}

function atomsOf(expr: Expr, holds: number): Atom[] {
  if (expr.op !== "compare" || (expr.left.op !== "field" && expr.left.op !== "cell")) return [];
  return [{ holds, name: "该项", value: expr.left, test: "合于条件" }];
}

// ───────────────────────────────── grades ─────────────────────────────────

export function addGrade(draft: Draft, tape: Tape, subject: number): void {
  const enumeration = tape.chance(3) ? SECOND_SCALE : SCALE;
  const type: Type = { kind: "choice", enumeration };
  const top = draft.enumerations[enumeration]!.members.length - 1;
  const grade = () => tape.below(top + 1);
  const bounds = (effect: string, count: number): Bound[] =>
    tape.times(count, () => ({
      ...clause(draft, tape, subject, effect),
      grade: grade(),
      veto: tape.chance(3),
    }));
  const shifts = (effect: string, count: number): Shift[] =>
    tape.times(count, () => ({
      ...clause(draft, tape, subject, effect),
      steps: 1 + tape.below(2),
      limit: tape.chance(2) ? grade() : null,
    }));
  const ceilings = bounds("最高评为", tape.below(3));
  const floors = bounds("最低评为", tape.below(2));
  const raises = shifts("提高", tape.below(3));
  const reductions = shifts("降低", tape.below(3));
  const after = shifts("再降低", tape.chance(4) ? 1 : 0);
  const notAssessed = tape.times(tape.chance(4) ? 1 : 0, () => clause(draft, tape, subject, "不予评定"));
  const bases = addBases(draft, tape, subject, enumeration, ceilings);
  const body: GradeBody = {
    kind: "grade",
    enumeration,
    bases,
    notAssessed,
    raises,
    reductions,
    floors,
    ceilings,
    after,
  };
  draft.addCell(rowOf(subject), draft.name("等次"), type, body);
}

/** One base, or two of which exactly one holds. */
function addBases(
  draft: Draft,
  tape: Tape,
  subject: number,
  enumeration: number,
  ceilings: readonly Bound[],
): GradeBody["bases"] {
  const row = rowOf(subject);
  const value = () =>
    tape.below(5) < 2 && isCompared(draft, subject)
      ? addPlacement(draft, tape, subject, enumeration, ceilings)
      : draft.addExpression(row, null, choice(draft, tape, row, enumeration, 2));
  if (!tape.chance(4)) return [{ guard: null, value: value(), cite: draft.cite() }];
  const condition = draft.addExpression(row, null, truth(draft, tape, row, 1));
  const inverse = draft.addExpression(row, null, { op: "not", type: TRUTH, arg: cellExpr(TRUTH, condition) });
  const guards = tape.chance(3) ? [condition] : [condition, inverse];
  return guards.map((guard) => ({ guard, value: value(), cite: draft.cite() }));
}

const cellExpr = (type: Type, cell: number): Expr => ({ op: "cell", type, of: "subject", cell });

/** Records without periods are not set against each other. */
const isCompared = (draft: Draft, subject: number): boolean => draft.subjects[subject]!.of?.period !== null;

function addPlacement(
  draft: Draft,
  tape: Tape,
  subject: number,
  enumeration: number,
  ceilings: readonly Bound[],
): number {
  const top = draft.enumerations[enumeration]!.members.length - 1;
  const population = populationOf(draft, tape, subject);
  const rows = tape.times(1 + tape.below(2), (i) => placementRow(draft, tape, "top", Math.max(0, top - i)));
  if (tape.chance(3)) rows.push(placementRow(draft, tape, "bottom", 0));
  const body: PlacementBody = {
    kind: "placement",
    enumeration,
    score: draft.addExpression(rowOf(subject), null, anyNumber(draft, tape, rowOf(subject), tape.below(2))),
    ...population,
    ties: tape.pick(["share", "out", "open"] as const),
    ceilings: tape.chance(2) ? ceilings : [],
    rows,
    rest: tape.chance(4) ? null : Math.max(0, top - 1),
  };
  return draft.addCell(rowOf(subject), null, { kind: "choice", enumeration }, body);
}

function placementRow(draft: Draft, tape: Tape, end: "top" | "bottom", grade: number): PlacementRow {
  const parameter = (dimension: string): Expr[] =>
    draft.parameters.flatMap((p, parameter) =>
      p.type.kind === "number" && p.type.dimension === dimension
        ? [{ op: "parameter", type: p.type, parameter }]
        : [],
    );
  const cite = draft.cite();
  const text = end === "top" ? "前" : "后";
  if (!tape.chance(3)) {
    const amount = tape.pick([constant("次", fraction(1 + tape.below(3))), ...parameter("次")]);
    return { end, grade, cite, amount, share: null, text };
  }
  const base = tape.chance(3)
    ? tape.pick([constant("次", fraction(4)), "everyone" as const, ...parameter("次")])
    : null;
  const amount = tape.pick([
    constant("", fraction(tape.pick([20, 50, 30, 25, 100]), 100)),
    ...parameter("").filter(isShare),
  ]);
  return {
    end,
    grade,
    cite,
    amount,
    share: { base, rounding: tape.pick(["half-up", "down", "up"] as const) },
    text,
  };
}

const isShare = (e: Expr) => e.type.kind === "number" && e.type.high !== null;

/** Order, tie break, pool and groups, shared by ranks and population figures. */
function populationOf(draft: Draft, tape: Tape, subject: number) {
  const row = rowOf(subject);
  const order = () => tape.pick(["descending", "ascending"] as const);
  const tieBreak = tape.chance(3)
    ? { cell: draft.addExpression(row, null, anyNumber(draft, tape, row, 0)), order: order() }
    : null;
  const pool = tape.chance(3) ? draft.addExpression(row, null, truth(draft, tape, row, 1)) : null;
  const keys = leaves(
    draft,
    row,
    (t) => t.kind === "text" || t.kind === "choice" || t.kind === "truth",
  ).filter((e) => e.op !== "parameter" && !(e.op === "field" && e.field === 0));
  const groups = keys.length > 0 && tape.chance(3) ? [draft.addExpression(row, null, tape.pick(keys))] : [];
  const { fields, of } = draft.subjects[subject]!;
  if (of?.period != null) {
    const type = fields[of.period]!.type as NumberType;
    groups.unshift(draft.addExpression(row, null, { op: "field", type, of: "subject", field: of.period }));
  }
  return { order: order(), tieBreak, pool, groups };
}

export function addPopulation(draft: Draft, tape: Tape, subject: number): void {
  if (!isCompared(draft, subject)) return;
  const fn = tape.pick(["rank", "max", "min", "mean", "sum", "count"] as const);
  const operandExpr = anyNumber(draft, tape, rowOf(subject), 1);
  const body: PopulationBody = {
    kind: "population",
    fn,
    operand: fn === "count" ? null : draft.addExpression(rowOf(subject), null, operandExpr),
    ...populationOf(draft, tape, subject),
    ties: tape.pick(["share", "out"] as const),
  };
  const { dimension, step, low } = operandExpr.type;
  const nonNegative = low !== null && low.num >= 0n ? fraction(0) : null;
  const type =
    fn === "rank" || fn === "count"
      ? numberType("次", fraction(fn === "rank" ? 1 : 0), null, fraction(1))
      : fn === "sum"
        ? numberType(dimension, nonNegative, null, step)
        : numberType(dimension, null, null, fn === "mean" ? null : step);
  draft.addCell(rowOf(subject), draft.name("总体"), type, body);
}

// ─────────────────────── consequences and requirements ───────────────────────

export function addConsequences(draft: Draft, tape: Tape, subject: number): void {
  const fired = clause(draft, tape, subject, "处理");
  const cite = draft.clauses[fired.clause]!.cite;
  for (let left = 1 + tape.below(2); left > 0; left--) {
    const actions = tape.some(
      draft.actions.map((_, i) => i),
      tape.chance(6) ? 2 : 1,
    );
    const aimed = target(draft, tape, subject);
    draft.consequences.push({
      clause: fired.clause,
      cite,
      target: aimed,
      ...repeatOf(draft, tape, subject, aimed),
      actions: actions.map((action) => ({ action, argument: argument(draft, tape, subject, action) })),
      modality: tape.pick(["must", "may", "advisory", "discretionary"] as const),
      by: [],
      combine: tape.chance(3) ? tape.pick(["cumulate", "heaviest"] as const) : null,
      mitigations: tape.chance(4) ? [{ cite, when: fired.when }] : [],
      spares: tape.chance(4) ? spares(draft, tape, subject) : [],
      span: NO_SPAN,
    });
  }
}

/** 逐一 or 只计一次, where several subjects or records can bring the same about. */
function repeatOf(draft: Draft, tape: Tape, subject: number, aimed: Target): Pick<Consequence, "repeat"> {
  const linked = (aimed.kind === "party" || aimed.kind === "subject") && aimed.links.length > 0;
  if (!linked && !draft.subjects[subject]!.of) return {};
  const repeat = tape.pick([undefined, "each", "once"] as const);
  return repeat ? { repeat } : {};
}

/** 对 某人 免除: under the condition of some clause, the names of a party field. */
function spares(draft: Draft, tape: Tape, subject: number): Consequence["spares"] {
  const own = draft.clauses.filter((c) => c.subject === subject);
  type Spared = Consequence["spares"][number];
  return draft.subjects[subject]!.fields.flatMap((f, field): Spared[] =>
    f.type.kind === "party" && !f.type.dated
      ? [{ when: tape.pick(own).when, links: [], field }]
      : f.type.kind === "link"
        ? [{ when: tape.pick(own).when, links: [field], field: null }]
        : [],
  ).slice(0, 1);
}

/** Who held a post: at the end, at any time, on a day, or on the days of records. */
function holderOf(draft: Draft, tape: Tape, subject: number): Holder {
  const list = draft.subjects[subject]!.fields.findIndex((f) => f.type.kind === "list");
  const type = draft.subjects[subject]!.fields[list]?.type;
  const date = type?.kind === "list" ? draft.records[type.record]!.fields.length - 1 : 0;
  const days = leaves(draft, rowOf(subject), (t) => t.kind === "date");
  const count = numberType("次", fraction(0), null, fraction(1));
  const all = {
    op: "aggregate",
    type: count,
    fn: "count",
    list,
    value: null,
    where: null,
    missing: "drop",
  } as const;
  return tape.pick<Holder>([
    { when: "end" },
    { when: "any" },
    ...days.map((day): Holder => ({ when: "day", day })),
    ...(list < 0 ? [] : [{ when: "records", of: { ...all, window: null }, date } as const]),
  ]);
}

function target(draft: Draft, tape: Tape, subject: number): Target {
  const { fields, of } = draft.subjects[subject]!;
  const targets: Target[] = [{ kind: "role", text: "主管部门" }];
  if (!of) targets.unshift({ kind: "self" });
  fields.forEach((f, i) => {
    if (f.type.kind === "party") {
      const holder = f.type.dated ? { holder: holderOf(draft, tape, subject) } : {};
      const party: Target = { kind: "party", links: [], field: i, text: f.name, ...holder };
      // Posts are few and have much to get wrong.
      targets.push(...(f.type.dated ? [party, party, party] : [party]));
    }
    if (f.type.kind === "link") {
      const called = i === of?.owner ? "本人" : f.name;
      targets.push({ kind: "subject", links: [i], text: called });
      // 对 所在单位.主要领导
      draft.subjects[f.type.subject]?.fields.forEach((p, field) => {
        if (p.type.kind === "party" && !p.type.dated)
          targets.push({ kind: "party", links: [i], field, text: `${called}.${p.name}` });
      });
    }
  });
  return tape.pick(targets);
}

function argument(draft: Draft, tape: Tape, subject: number, action: number): Argument | null {
  const kind = draft.actions[action]!.argument;
  if (kind === null) return null;
  if (kind === "分数") return { kind: "value", expr: number(draft, tape, rowOf(subject), "分", 0) };
  const dates = leaves(draft, rowOf(subject), (t) => t.kind === "date");
  const start: Expr = { op: "context", type: { kind: "date" }, what: "date" };
  const months = tape.pick([0, 1, 6]);
  const from = tape.pick([null, start, ...dates]);
  return {
    kind: "period",
    years: tape.below(2),
    months,
    days: months === 0 ? 1 + tape.below(60) : 0,
    from,
    text: "一定期间",
  };
}

export function addRequirement(draft: Draft, tape: Tape, subject: number): void {
  const row = rowOf(subject);
  const when = tape.chance(3) ? draft.addExpression(row, null, truth(draft, tape, row, 1)) : null;
  const holds = draft.addExpression(row, null, truth(draft, tape, row, 1));
  const polarity = tape.pick(["duty", "prohibition"] as const);
  draft.requirements.push({
    cite: draft.cite(),
    subject,
    polarity,
    when,
    holds,
    atoms: [],
    text: `要求${holds}`,
    span: NO_SPAN,
  });
}
