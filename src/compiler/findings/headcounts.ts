import { labelled } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { Model } from "../analyze/model.ts";

/** OVL: two headcounts with limits of their own: may the same people count for both? */
export function samePeople(model: Model): Problem[] {
  const duties = model.provisions.flatMap(({ statement: s, scoping }) =>
    s.kind === "requirement" ? headcounts(s.condition).map((h) => ({ ...h, span: s.span, scoping })) : [],
  );
  return duties.flatMap((second, i) => {
    const first = duties
      .slice(0, i)
      .find(
        (f) =>
          f.name !== second.name &&
          (f.scoping.subjects?.[0]?.text ?? "") === (second.scoping.subjects?.[0]?.text ?? "") &&
          shareStem(f.name, second.name),
      );
    if (!first) return [];
    return [
      problem(
        "BF3201",
        { first: first.name, second: second.name },
        { span: second.span, related: [labelled("other-headcount", first.span)] },
      ),
    ];
  });
}

function headcounts(e: ast.Condition): { name: string }[] {
  const limit =
    e.kind === "compare"
      ? [e.left, e.test.value]
      : e.kind === "between"
        ? [e.value, (e.range.low ?? e.range.high)!.value]
        : e.kind === "is"
          ? [e.value, e.values[0]!]
          : [];
  const [of, value] = limit;
  return of?.kind === "path" && value?.kind === "number" && value.unit === "人"
    ? [{ name: of.segments.at(-1)!.text }]
    : [];
}

function shareStem(a: string, b: string): boolean {
  for (let i = 0; i + 3 <= a.length; i++) if (b.includes(a.slice(i, i + 3))) return true;
  return false;
}
