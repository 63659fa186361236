import { load } from "../../compiler/emit/load.ts";
import type { Measure } from "../../compiler/ir/ir.ts";
import { evaluateCohort } from "../../runtime/evaluate.ts";

/**
 * A first case of a measure that somebody else wrote: a subject of which nothing is known yet, and what is open about
 * it. It passes, and each fact that is filled in makes it say more.
 */
export function firstCase(measure: Measure, name: string): string {
  const year = measure.effective?.year ?? 2024;
  const kind = measure.subjects.findIndex((s) => !s.of);
  const subject = measure.subjects[kind]!;
  const key = subject.fields[subject.key]!.name;
  const { result } = evaluateCohort(load(measure), { [subject.name]: [{ [key]: "A" }] }, { year });
  const own = result.subjects.find((s) => s.id === "A");
  const grades = Object.entries(own?.grades ?? {}).flatMap(([scale, { grade, possible }]) => {
    const of = grade === null ? possible : [grade];
    return of.length === 0 ? [] : [`${quoted(scale)}: [${of.map(quoted).join(", ")}]`];
  });
  const expected = grades.length > 0 ? `grades: { ${grades.join(", ")} }` : "clauses: []";
  return `measure: measure.banfa
defaults: { year: ${year} }
cases:
  - name: ${quoted(name)}
    data: { ${quoted(subject.name)}: [{ ${quoted(key)}: A }] }
    expect: { A: { ${expected} } }
`;
}

/** Any text is a string of YAML when it is one of JSON. */
const quoted = (text: string): string => JSON.stringify(text);
