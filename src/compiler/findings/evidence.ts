import { type Problem, problem } from "../../diagnostics/problem.ts";
import { oneSource } from "../analyze/closings.ts";
import { isDecision } from "../analyze/decisions.ts";
import type { FieldSymbol, KindSymbol, Model, RecordSymbol } from "../analyze/model.ts";
import { alsoAt, brief, groupBy, oncePerClause, readings } from "./reading.ts";
import { isOneBody, isScore } from "./scorers.ts";

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
        { subject: owner.name, ...brief(fields.map((f) => f.name)) },
        { span: owner.node.name.span, related: alsoAt(uses, "needed-here") },
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
    return [
      ...raise("BF3112", kind, unnamed.filter(judged)),
      ...raise("BF3162", kind, measured),
      ...severalRegisters(model, kind, read),
    ];
  });
}

/** A figure that several registers give: which prevails when they differ. Scores have scorers, not registers. */
function severalRegisters(model: Model, kind: KindSymbol, read: ReturnType<typeof readings>): Problem[] {
  const found = kind.fields.flatMap((f) => {
    if (f.type?.kind !== "number" || isScore(f.name, f.type.dimension) || !read.has(f.name)) return [];
    const names = f.node.attributes.flatMap((a) => (a.kind === "source" ? a.names : []));
    return names.length > 1 && !isOneBody(names) ? [{ f, names: names.map((n) => n.text) }] : [];
  });
  return groupBy(found, (x) => x.names.join()).map((group) =>
    problem(
      "BF3280",
      { fields: group.map((x) => x.f.name), sources: group[0]!.names },
      {
        span: group[0]!.f.node.name.span,
        related: alsoAt(oncePerClause(group.flatMap((x) => read.get(x.f.name) ?? [])), "needed-here"),
        fixes: group.length > 1 ? [] : group[0]!.f.node.attributes.flatMap((a) => oneSource(model, a)),
      },
    ),
  );
}
