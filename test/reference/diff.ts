import type { Comparable, ComparableConsequence } from "./comparable.ts";

/** One line for each place in which two results differ: where, what the first says, what the second says. */
export function diff(first: Comparable, second: Comparable): string[] {
  const lines: string[] = [];
  const report = (place: string, a: unknown, b: unknown) =>
    lines.push(`${place}: ${JSON.stringify(a) ?? "absent"} ≠ ${JSON.stringify(b) ?? "absent"}`);
  for (const id of keys(first.subjects, second.subjects)) {
    const [a, b] = [first.subjects[id], second.subjects[id]];
    if (!a || !b) {
      report(id, a && "present", b && "present");
      continue;
    }
    for (const name of keys(a.values, b.values)) {
      if (!sameValue(a.values[name], b.values[name])) report(`${id} ${name}`, a.values[name], b.values[name]);
    }
    for (const name of keys(a.grades, b.grades)) {
      const [x, y] = [a.grades[name], b.grades[name]];
      if (!same(x?.grade, y?.grade) || !same(x?.possible, y?.possible)) report(`${id} ${name}`, x, y);
      else if (!same(x?.effects, y?.effects)) report(`${id} effects on ${name}`, x?.effects, y?.effects);
      else if (x?.base && y?.base && !same(x.base, y.base)) report(`${id} base of ${name}`, x.base, y.base);
    }
    for (const name of keys(a.consequences, b.consequences)) {
      const [x, y] = [a.consequences[name], b.consequences[name]];
      if (!sameConsequence(x, y)) report(`${id} consequence ${name}`, x, y);
    }
    for (const list of ["clauses", "openClauses", "openConsequences", "findings"] as const) {
      if (!same(a[list], b[list])) report(`${id} ${list}`, a[list], b[list]);
    }
  }
  return lines;
}

const keys = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** `~` alone says only that the value is open. */
function sameValue(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  const [x, y] = [a ?? "", b ?? ""];
  return x.startsWith("~") && y.startsWith("~") && (x === "~" || y === "~");
}

function sameConsequence(
  a: ComparableConsequence | undefined,
  b: ComparableConsequence | undefined,
): boolean {
  if (!a || !b || !same(a.cites, b.cites) || !same(a.mitigation, b.mitigation)) return false;
  const agree = (x: string | undefined, y: string | undefined) =>
    x === undefined || y === undefined || x === y;
  return agree(a.details, b.details) && agree(a.days, b.days);
}
