import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import type { Model } from "../analyze/model.ts";
import { alsoAt, type Place, rulesOf } from "./reading.ts";
import { gradesOf, listed } from "./rules.ts";

/**
 * GAP: a grade stands on the scale and nobody can get it, because no row, ceiling, floor or graded condition
 * ends in it. A rise or fall by steps can end anywhere, so a scale with one is left alone; so is a scale that
 * nothing assigns, which is an error of its own.
 */
export function gradesNobodyGets(model: Model): Problem[] {
  return [...model.scales.values()].flatMap((scale) => {
    const members = gradesOf(model, scale.name)!;
    const { given, base, open } = endings(model, scale.name, members);
    const never = members.filter((m) => !given.has(m)).reverse();
    if (open || base.length === 0 || never.length === 0) return [];
    const named = scale.node.grades.find((g) => g.name.text === never[0])!.name;
    return [
      problem(
        "BF3249",
        { scale: scale.name, grades: listed([...never]) },
        { span: named.span, related: alsoAt(base, "grade-is-assigned-here") },
      ),
    ];
  });
}

interface Endings {
  readonly given: ReadonlySet<string>;
  /** Where the scale is assigned. */
  readonly base: readonly Place[];
  /** Whether something ends in a grade that the text does not name. */
  readonly open: boolean;
}

/** The grades of a scale (lowest first) that the rules can end in. */
function endings(model: Model, scale: string, members: readonly string[]): Endings {
  const given = new Set<string>();
  const base: Place[] = [];
  let open = false;
  const give = (names: readonly ast.Name[]) => {
    for (const n of names) given.add(n.text);
  };
  // An effect without a scale may be on any scale that has its grade.
  const on = (name: ast.Name | undefined) => name === undefined || name.text === scale;
  for (const provision of rulesOf(model)) {
    const { statement: s } = provision;
    if (s.kind === "definition" && s.name.text === scale) open = true;
    if ("target" in s && s.target?.text === scale) base.push({ span: s.target.span, provision });
    walk(s, (n) => {
      if (n.kind === "row" && n.result.kind === "grade") give([n.result.grade]);
      else if (n.kind === "direct-grade" && on(n.scale)) give([n.grade]);
      else if (n.kind === "shift-effect" && on(n.scale)) open = true;
      else if (n.kind === "grade-effect" && on(n.scale)) {
        if (n.verb !== "forbid") give(n.grades);
        else for (const g of n.grades) given.add(members[members.indexOf(g.text) - 1] ?? "");
      }
      return undefined;
    });
    if (s.kind === "decision-table" && s.target?.text === scale)
      for (const row of s.rows) {
        if (row.result.kind === "path" && row.result.segments.length === 1) give(row.result.segments);
        else open = true;
      }
  }
  return { given, base, open };
}
