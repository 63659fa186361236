import fc from "fast-check";
import type {
  Bound,
  Expr,
  Field,
  GradeBody,
  Measure,
  PlacementBody,
  PlacementRow,
  Type,
} from "../../src/compiler/ir/ir.ts";
import { NO_SPAN } from "../../src/source/span.ts";
import { fraction } from "../reference/fraction.ts";
import { legible, type MeasureCase } from "./case.ts";
import { buildCohort, cohortParts } from "./cohort.ts";
import { Draft, type Row } from "./draft.ts";
import { constant } from "./expressions.ts";
import { Tape, tapeNumbers } from "./tape.ts";
import { numberType, TRUTH } from "./types.ts";

/**
 * Measures that are one placement over facts: score and tie break of few values, pool, group and two
 * ceilings. Ranks go wrong in corners that measures of all kinds reach too seldom.
 */
export function arbitraryPlacementCase(): fc.Arbitrary<MeasureCase> {
  return fc.tuple(tapeNumbers(40), cohortParts).map(([numbers, parts]) => {
    const measure = placementMeasure(new Tape(numbers));
    return legible({ measure, ...buildCohort(measure, parts, { holes: false }) });
  });
}

const ROW: Row = { subject: 0, list: null };
const GRADE: Type = { kind: "choice", enumeration: 0 };

function placementMeasure(tape: Tape): Measure {
  const draft = new Draft();
  draft.enumerations.push({ name: "等次", kind: "scale", members: ["差", "中", "良", "优"], former: [] });
  const points = numberType("分", fraction(0), fraction(tape.pick([3, 5, 9])), fraction(1));
  const places = numberType("次", fraction(0), fraction(4), fraction(1));
  const share = numberType("", fraction(0), fraction(1), fraction(1, 10));
  const types: [string, Type][] = [
    ["编号", { kind: "text" }],
    ["分数", points],
    ["次要分", points],
    ["入围", TRUTH],
    ["受限", TRUTH],
    ["严重受限", TRUTH],
    ["县", { kind: "text" }],
  ];
  const fields = types.map(([name, type]): Field => {
    return {
      name,
      alias: null,
      description: null,
      type,
      optional: false,
      default: null,
      sources: [],
      asFraction: false,
      span: NO_SPAN,
    };
  });
  draft.subjects.push({ name: "村", key: 0, fields });
  for (const [name, type] of [
    ["名额", places],
    ["比例", share],
  ] as const) {
    draft.parameters.push({ name, type, value: null, above: null, cite: null, span: NO_SPAN });
  }
  const fact = (field: number) =>
    draft.addExpression(ROW, null, { op: "field", type: fields[field]!.type as Type, of: "subject", field });
  const score = fact(1);
  const order = () => tape.pick(["descending", "ascending"] as const);
  const tieBreak = tape.chance(3) ? { cell: fact(2), order: order() } : null;
  const pool = tape.chance(2) ? fact(3) : null;
  const ceilings = tape.times(tape.below(3), (i): Bound => {
    const when = fact(4 + i);
    const reason = { cite: draft.cite(), holds: when, atoms: [], text: "受限" };
    const clause = draft.addClause(0, when, [reason], "最高评为", draft.cite());
    return { clause, when, grade: tape.below(3), veto: false };
  });
  const groups = tape.chance(4) ? [fact(6)] : [];
  const tops = tape.times(1 + tape.below(2), (i) => placementRow(draft, tape, "top", 3 - i));
  const bottoms = tape.times(tape.below(2), () => placementRow(draft, tape, "bottom", 0));
  const body: PlacementBody = {
    kind: "placement",
    enumeration: 0,
    score,
    order: order(),
    tieBreak,
    ties: tape.pick(["share", "out", "open"] as const),
    pool,
    groups,
    ceilings,
    rows: [...tops, ...bottoms],
    rest: tape.chance(5) ? null : 1,
  };
  const value = draft.addCell(ROW, null, GRADE, body);
  const base = { guard: null, value, cite: draft.cite() };
  const effects = { notAssessed: [], raises: [], reductions: [], floors: [], ceilings, after: [] };
  const tied = pool === null ? [] : tape.times(tape.below(3), () => tiedToPool(draft, tape, pool, fact(5)));
  const plain: GradeBody = { kind: "grade", enumeration: 0, bases: [base], ...effects };
  draft.addCell(
    ROW,
    "考核等次",
    GRADE,
    tied.reduce((grade, add) => add(grade), plain),
  );
  return draft.finish();
}

/** An effect whose condition follows from who is in the pool, or excludes it, or both. */
function tiedToPool(draft: Draft, tape: Tape, pool: number, other: number): (grade: GradeBody) => GradeBody {
  const cell = (cell: number): Expr => ({ op: "cell", type: TRUTH, of: "subject", cell });
  const out: Expr = { op: "not", type: TRUTH, arg: cell(pool) };
  const how = tape.pick(["same", "wider", "narrower"] as const);
  const expr: Expr =
    how === "same" ? out : { op: how === "wider" ? "or" : "and", type: TRUTH, args: [out, cell(other)] };
  const when = draft.addExpression(ROW, null, expr);
  const reason = { cite: draft.cite(), holds: when, atoms: [], text: "落选" };
  const at = { clause: draft.addClause(0, when, [reason], "最高评为", draft.cite()), when };
  const bound = { ...at, grade: tape.below(4), veto: false };
  const shift = { ...at, steps: 1 + tape.below(2), limit: tape.chance(3) ? tape.below(4) : null };
  const kind = tape.pick(["ceilings", "ceilings", "floors", "raises", "reductions", "notAssessed"] as const);
  return (grade) => {
    const [base] = grade.bases;
    const outside = [...(base!.pool?.outside ?? []), ...(how === "narrower" ? [] : [when])];
    const inside = [...(base!.pool?.inside ?? []), ...(how === "wider" ? [] : [when])];
    const effect = kind === "ceilings" || kind === "floors" ? bound : kind === "notAssessed" ? at : shift;
    return { ...grade, bases: [{ ...base!, pool: { outside, inside } }], [kind]: [...grade[kind], effect] };
  };
}

function placementRow(draft: Draft, tape: Tape, end: "top" | "bottom", grade: number): PlacementRow {
  const common = { end, grade, cite: draft.cite(), text: end === "top" ? "前" : "后" };
  const parameter = (parameter: number): Expr => ({
    op: "parameter",
    type: draft.parameters[parameter]!.type,
    parameter,
  });
  const rounding = tape.pick(["half-up", "down", "up"] as const);
  switch (tape.below(4)) {
    case 1:
      return { ...common, amount: parameter(0), share: null };
    case 2:
      return {
        ...common,
        amount: constant("", fraction(tape.pick([5, 2, 3, 10]), 10)),
        share: { base: tape.chance(2) ? "everyone" : null, rounding },
      };
    case 3:
      return {
        ...common,
        amount: parameter(1),
        share: { base: tape.chance(3) ? parameter(0) : null, rounding },
      };
    default:
      return { ...common, amount: constant("次", fraction(1 + tape.below(3))), share: null };
  }
}
