import { type Problem, problem } from "../../diagnostics/problem.ts";
import { isDecision } from "../analyze/decisions.ts";
import type { FieldSymbol, KindSymbol, Model, RecordSymbol } from "../analyze/model.ts";
import { alsoAt, oncePerClause, readings } from "./reading.ts";

/**
 * EVID: a fact that decides something, and nobody is named who establishes it. Facts that are judged
 * (did it happen, how grave was it) and facts that are counted or measured are told apart: for the first a
 * name is missing, for the second also how it is measured.
 */
export function unattributedFacts(model: Model): Problem[] {
  const read = readings(model);
  const judged = (f: FieldSymbol): boolean =>
    f.type?.kind === "truth" ||
    (f.type?.kind === "choice" && model.enumerations[f.type.enumeration]!.kind === "levels");
  const raise = (code: "BF3112" | "BF3162", owner: KindSymbol | RecordSymbol, fields: FieldSymbol[]) => {
    if (fields.length === 0) return [];
    const uses = oncePerClause(fields.flatMap((f) => read.get(f.name) ?? []));
    return [
      problem(
        code,
        { subject: owner.name, fields: fields.map((f) => f.name).join("、") },
        { span: owner.node.name.span, related: alsoAt(uses, "这里要用", "needed here") },
      ),
    ];
  };
  const declared = model.kinds.filter((k) => !k.of);
  return declared.flatMap((kind) => {
    const unnamed = kind.fields.filter(
      (f) =>
        !isDecision(f.node) &&
        !f.derived &&
        kind.node.fields.includes(f.node) &&
        !f.node.attributes.some((a) => a.kind === "source"),
    );
    const measured = unnamed.filter(
      (f) =>
        f.index !== kind.key &&
        (f.type?.kind === "number" || f.type?.kind === "date" || f.type?.kind === "list") &&
        read.has(f.name),
    );
    return [...raise("BF3112", kind, unnamed.filter(judged)), ...raise("BF3162", kind, measured)];
  });
}
