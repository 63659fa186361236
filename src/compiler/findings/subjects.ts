import { type Problem, problem } from "../../diagnostics/problem.ts";
import { walk } from "../../parser/children.ts";
import type { KindSymbol, Model, Provision } from "../analyze/model.ts";
import { alsoAt, mentions, rulesOf } from "./reading.ts";

/** SUBJ: somebody is declared as assessed, and no rule is about him. */
export function idleSubjects(model: Model): Problem[] {
  if (model.kinds.length < 2) return [];
  const rules = rulesOf(model).filter(
    ({ statement: s }) => s.kind !== "procedure" && s.kind !== "draw" && s.kind !== "set-parameter",
  );
  const mentioned = mentions(model);
  return model.kinds.flatMap((kind) =>
    rules.some((p) => isAbout(p, kind))
      ? []
      : [
          problem(
            "BF3183",
            { subject: kind.name },
            {
              span: kind.node.name.span,
              related: alsoAt(mentioned.get(kind.name) ?? [], "这里提到", "mentioned here"),
            },
          ),
        ],
  );
}

/** The rule is scoped to the kind, or is unscoped and reads one of its fields. */
function isAbout({ statement, scoping }: Provision, kind: KindSymbol): boolean {
  if (scoping.subjects?.some((n) => n.text === kind.name)) return true;
  let found = false;
  walk(statement, (n) => {
    if (n.kind === "scoped") found ||= n.subjects.some((s) => s.text === kind.name);
    else if (n.kind === "path" && scoping.subjects === null)
      found ||=
        kind.fieldByName.has(n.segments[0]!.text) && n.segments[0]!.text !== kind.fields[kind.key]?.name;
    return !found;
  });
  return found;
}
