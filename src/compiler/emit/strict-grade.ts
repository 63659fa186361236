/** A grade with its effects, as statements: base, raises, reductions, floors, ceilings, later reductions. */
import type { Bound, GradeBody, Measure, Shift } from "../ir/ir.ts";
import { type Code, integer, joined, js } from "./fragments.ts";
import { NOWHERE, type Places } from "./places.ts";

/**
 * Declares `g` and leaves the grade in it, -1 for none; `of` is the code of a cell.
 * @param any whether one of several cells holds; where it is given, clauses that do the same are asked together
 */
export function gradeCode(
  measure: Measure,
  body: GradeBody,
  of: (cell: number) => Code,
  places: Places = NOWHERE,
  any: ((cells: readonly number[]) => Code) | null = null,
): Code {
  const best = measure.enumerations[body.enumeration]!.members.length - 1;
  const lines: Code[] = [js`let g = -1;`];
  let base = js``;
  for (const b of body.bases.toReversed()) {
    const set = js`{ g = ${of(b.value)}; }`;
    base =
      b.guard === null
        ? set
        : js`if (${of(b.guard)}) ${set}${base.toString() === "" ? base : js` else ${base}`}`;
  }
  lines.push(base);
  const effects: Code[] = [];
  const shift = (list: readonly Shift[], up: boolean): void => {
    const sorted = list.toSorted((a, b) =>
      up ? (a.limit ?? best) - (b.limit ?? best) : (b.limit ?? 0) - (a.limit ?? 0),
    );
    for (const s of sorted) {
      const moved = up
        ? js`Math.max(g, Math.min(g + ${integer(s.steps)}, ${integer(s.limit ?? best)}))`
        : js`Math.min(g, Math.max(g - ${integer(s.steps)}, ${integer(s.limit ?? 0)}))`;
      effects.push(js`${places.clause(s.clause)}if (${of(s.when)}) g = ${moved};`);
    }
  };
  shift(body.raises, true);
  shift(body.reductions, false);
  const bounds = (list: readonly Bound[], beyond: Code): void => {
    const bound = (grade: number, holds: Code): Code =>
      any === null
        ? js`if (${holds} && g ${beyond} ${integer(grade)}) g = ${integer(grade)};`
        : js`if (g ${beyond} ${integer(grade)} && ${holds}) g = ${integer(grade)};`;
    // The order of bounds on one side is of no consequence.
    if (any !== null)
      for (const grade of new Set(list.map((b) => b.grade))) {
        const cells = list.flatMap((b) => (b.grade === grade ? [b.when] : []));
        effects.push(bound(grade, any(cells)));
      }
    else for (const b of list) effects.push(js`${places.clause(b.clause)}${bound(b.grade, of(b.when))}`);
  };
  bounds(body.floors, js`<`);
  bounds(body.ceilings, js`>`);
  shift(body.after, false);
  if (any !== null && body.notAssessed.length > 0)
    lines.push(js`if (${any(body.notAssessed.map((n) => n.when))}) g = -1;`);
  else for (const n of body.notAssessed) lines.push(js`${places.clause(n.clause)}if (${of(n.when)}) g = -1;`);
  if (effects.length > 0) lines.push(js`if (g >= 0) {\n${joined(effects, "\n")}\n}`);
  return joined(lines, "\n");
}
