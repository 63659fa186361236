/** What the author claims: nobody meets the condition of an assertion and not what it says. */
import type * as ir from "../../compiler/ir/ir.ts";
import { type About, all, not, type Property } from "./property.ts";

/** Whoever is a counterexample of an assertion. */
export const refutes = ({ when, holds }: ir.Assertion): ir.Expr => all([...(when ? [when] : []), not(holds)]);

/** Each assertion, and that it speaks of somebody: where nobody meets its condition it says nothing. */
export function assertionProperties(measure: ir.Measure): Property[] {
  return measure.assertions.flatMap((a): Property[] => {
    const about = {
      cites: [measure.citations[a.cite]!.text],
      text: a.text,
      what: "assertion",
      span: a.span,
    } satisfies About;
    const claim: Property = {
      ...{ name: "assertion", kind: a.subject, wanted: "none" },
      truth: refutes(a),
      about,
    };
    if (a.when === null) return [claim];
    return [claim, { name: "dead", kind: a.subject, wanted: "some", truth: a.when, about }];
  });
}
