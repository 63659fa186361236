import type * as ir from "../../compiler/ir/ir.ts";
import { add, compare, multiply, type Rational, rational, round } from "../../runtime/rational.ts";
import type { Bool } from "../formulas/formula.ts";
import { figure } from "../formulas/numbers.ts";
import type { Value } from "../formulas/values.ts";
import type { Encoder, Side } from "./encoder.ts";
import type { Declared, Row } from "./facts.ts";

/** What stands beside the data: the date of the assessment, and open parameters. */
const NEVER: Bool = { id: 0, op: "true" };
export const CALL: Row = { path: "|评定日", kind: "", present: NEVER, index: null };
export const PARAMETERS: Row = { path: "|参数", kind: "", present: NEVER, index: null };

const dateField: ir.Field = {
  name: "评定日",
  alias: null,
  description: null,
  type: { kind: "date" },
  optional: false,
  default: null,
  sources: [],
  asFraction: false,
  span: { start: 0, end: 0 },
};

/** 评定日, free within the year and the one after. */
export function assessmentDate(encoder: Encoder) {
  return encoder.facts.of(CALL, [{ field: dateField, measure: encoder.sides[0]!.measure }]);
}

/** Ten of the unit, or what is nearest to the middle of a range that has two ends. */
function plainValue({ low, high, step, display }: ir.NumberType): Rational {
  const ten = multiply(rational(10), display.factor);
  const middle = low && high ? multiply(add(low, high), rational(1, 2)) : ten;
  const inRange = (r: Rational) => (!low || compare(r, low) >= 0) && (!high || compare(r, high) <= 0);
  const wanted = inRange(ten) ? ten : middle;
  const onStep = step ? round(wanted, step, "down") : wanted;
  return inRange(onStep) ? onStep : (low ?? high ?? onStep);
}

/** A figure that the measure leaves open: one for all versions. */
export function parameter(encoder: Encoder, name: string, type: ir.Type, side: Side): Value {
  const declared = (s: Side): Declared[] =>
    s.measure.parameters
      .filter((p) => p.name === name && p.type.kind === type.kind && p.value === null)
      .map((p) => ({ field: { ...dateField, name, type: p.type }, measure: s.measure }));
  const all = [...declared(side), ...encoder.sides.filter((s) => s !== side).flatMap(declared)];
  const free = encoder.facts.of(PARAMETERS, encoder.inOrder(all)).value;
  const { parameters } = side.measure;
  const own = parameters.find((p) => p.name === name);
  const below = own?.above == null ? undefined : parameters[own.above];
  if (below && free.kind === "number") {
    const under = parameter(encoder, below.name, below.type, side);
    if (under.kind === "number")
      encoder.numbers.conditions.push(encoder.numbers.compare("<", under.num, free.num));
  }
  const ordered =
    below !== undefined || parameters.some((p) => p.above !== null && parameters[p.above] === own);
  if (!ordered && encoder.world.plainParameters && free.kind === "number" && type.kind === "number") {
    const plain = figure(plainValue(type));
    encoder.numbers.conditions.push(encoder.numbers.compare("==", free.num, plain));
    return { kind: "number", num: plain };
  }
  return encoder.own(free, all, type);
}
