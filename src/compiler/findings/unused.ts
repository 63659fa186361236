import { type Problem, problem } from "../../diagnostics/problem.ts";
import { walk } from "../../parser/children.ts";
import { isDecision } from "../analyze/decisions.ts";
import type { Model } from "../analyze/model.ts";
import { rulesOf } from "./reading.ts";

/**
 * Facts that are reported and that no clause mentions. Texts and dates may be there to be read by people; a number, a
 * yes or no and an option that everybody has to report are asked for in order to be used.
 */
export function unusedFacts(model: Model): Problem[] {
  if (rulesOf(model).length === 0) return [];
  const layered = model.file.body.some((i) => i.kind === "measure" && i.extends !== undefined);
  if (layered) return [];
  // A ballot reads the columns of its votes as a whole, without naming one.
  const votes = model.provisions.some((p) => p.statement.kind === "ballot");
  const owners = [...model.kinds.filter((k) => !k.of), ...(votes ? [] : model.records)];
  const own = new Set(owners.flatMap((o) => o.fields.map((f) => f.node.name)));
  const mentioned = new Set<string>();
  walk(model.file, (n) => {
    if (n.kind === "name" && !own.has(n)) mentioned.add(n.text);
    return undefined;
  });
  return owners.flatMap((owner) => {
    const idle = owner.fields.filter(
      (f) =>
        owner.node.fields.includes(f.node) &&
        (f.type?.kind === "number" || f.type?.kind === "truth" || f.type?.kind === "choice") &&
        !f.derived &&
        !isDecision(f.node) &&
        !f.node.attributes.some((a) => a.kind === "optional") &&
        !mentioned.has(f.name),
    );
    if (idle.length === 0) return [];
    const names = idle.map((f) => f.name);
    return [problem("BF5111", { subject: owner.name, names }, { span: idle[0]!.node.name.span })];
  });
}
