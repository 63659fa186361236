import type * as ir from "../../compiler/ir/ir.ts";
import type { Bool } from "../formulas/formula.ts";
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

/** A figure that the measure leaves open: one for all versions. */
export function parameter(encoder: Encoder, name: string, type: ir.Type, side: Side): Value {
  const declared = (s: Side): Declared[] =>
    s.measure.parameters
      .filter((p) => p.name === name && p.type.kind === type.kind && p.value === null)
      .map((p) => ({ field: { ...dateField, name, type: p.type }, measure: s.measure }));
  const all = [...declared(side), ...encoder.sides.filter((s) => s !== side).flatMap(declared)];
  return encoder.own(encoder.facts.of(PARAMETERS, encoder.inOrder(all)).value, all, type);
}
