import { type Problem, problem } from "../../diagnostics/problem.ts";
import { isDecision } from "../analyze/decisions.ts";
import type { Model } from "../analyze/model.ts";

/** EVID: a fact that rests on a judgement, and nobody is named who makes it. */
export function unattributedFacts(model: Model): Problem[] {
  return model.kinds.flatMap((kind) => {
    const fields = kind.fields.filter((f) => {
      const judged =
        f.type?.kind === "truth" ||
        (f.type?.kind === "choice" && model.enumerations[f.type.enumeration]!.kind === "levels");
      return (
        judged && !isDecision(f.node) && !f.derived && !f.node.attributes.some((a) => a.kind === "source")
      );
    });
    if (fields.length === 0) return [];
    return [
      problem(
        "BF3112",
        { subject: kind.name, fields: fields.map((f) => f.name).join("、") },
        { span: kind.node.name.span },
      ),
    ];
  });
}
