/** Figures over the subjects that one is linked with. */
import type * as ir from "../../compiler/ir/ir.ts";
import { rational, ZERO } from "../../runtime/rational.ts";
import { minus, whole } from "../formulas/linear.ts";
import { figure, type Num } from "../formulas/numbers.ts";
import { numberOf, truthOf, type Value } from "../formulas/values.ts";
import type { Encoder, Scope } from "./encoder.ts";
import { extremeOf, type Member, meanOf } from "./lists.ts";

export function linked(encoder: Encoder, e: ir.Expr & { op: "linked" }, scope: Scope): Value {
  const { terms, numbers } = encoder;
  const { over } = e;
  const { side, row } = scope;
  const { measure } = side;
  if (encoder.world.bounds.cohort === null || over.how === "field" || scope.ago > 0 || row.record)
    return encoder.abstract("link", e, scope);
  const other = measure.subjects[over.subject]!;
  const field = other.fields[over.field]!;
  if (field.type.kind !== "link" || other.of || field.applies !== undefined)
    return encoder.abstract("link", e, scope);
  const type = field.type;
  const members = encoder.rowsOf(other.name).map((r): Member => {
    const at = encoder.scope(side, r);
    const link = encoder.expr({ op: "field", type, of: "subject", field: over.field }, at);
    if (link.kind !== "name") throw new Error("a link is a name");
    const here = terms.isZero(minus(link.number, whole(row.index!)));
    const where = e.where === null ? terms.true : truthOf(encoder.cell(side, e.where, r));
    const value = e.value === null ? figure(rational(1)) : numberOf(encoder.cell(side, e.value, r));
    return { belongs: terms.and(r.present, here, where), value };
  });
  const nobody = encoder.undefinedNumber(encoder.keyOf(e, scope), scope);
  const num = (): Num => {
    switch (e.fn) {
      case "count":
        return numbers.count(members.map((m) => m.belongs));
      case "sum":
        return numbers.add(members.map((m) => numbers.pick(m.belongs, m.value, figure(ZERO))));
      case "mean":
        return meanOf(encoder, members, nobody);
      case "max":
      case "min":
        return extremeOf(encoder, e.fn, members, nobody);
    }
  };
  return { kind: "number", num: num() };
}
