import { type Problem, problem } from "../../diagnostics/problem.ts";
import { isDecision } from "../analyze/decisions.ts";
import type { Model } from "../analyze/model.ts";
import { alsoAt, oncePerClause, readings } from "./reading.ts";

/** Words of degree and of merit: where they begin nobody can say without a test. */
const DEGREE = /较[大多好差低高重轻快慢强弱]|严重|突出|明显|显著|恶劣|优异|出色|不力|不到位|不认真|不积极/;

/**
 * VAGUE, as far as a rule can be given: a yes-or-no fact whose name is a matter of degree, on which a clause turns and
 * which no text explains. Whether an explanation is good enough needs a reader.
 */
export function termsWithoutTest(model: Model): Problem[] {
  const read = readings(model);
  return [...model.kinds.filter((k) => !k.of), ...model.records].flatMap((owner) => {
    const loose = owner.fields.filter(
      (f) =>
        f.type?.kind === "truth" &&
        owner.node.fields.includes(f.node) &&
        DEGREE.test(f.name) &&
        read.has(f.name) &&
        !isDecision(f.node) &&
        !f.node.attributes.some((a) => a.kind === "description"),
    );
    if (loose.length === 0) return [];
    const uses = oncePerClause(loose.flatMap((f) => read.get(f.name) ?? []));
    return [
      problem(
        "BF3260",
        { fields: loose.map((f) => f.name) },
        { span: loose[0]!.node.name.span, related: alsoAt(uses, "needed-here") },
      ),
    ];
  });
}
