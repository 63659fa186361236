/** A grade with its effects, as statements: base, raises, reductions, floors, ceilings, later reductions. */
import type { GradeBody, Measure, Shift } from "../ir/ir.ts";
import { type Code, integer, joined, js } from "./fragments.ts";
import { NOWHERE, type Places } from "./places.ts";

/** Declares `g` and leaves the grade in it, -1 for none; `of` is the code of a cell. */
export function gradeCode(
  measure: Measure,
  body: GradeBody,
  of: (cell: number) => Code,
  places: Places = NOWHERE,
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
  for (const f of body.floors)
    effects.push(
      js`${places.clause(f.clause)}if (${of(f.when)} && g < ${integer(f.grade)}) g = ${integer(f.grade)};`,
    );
  for (const c of body.ceilings)
    effects.push(
      js`${places.clause(c.clause)}if (${of(c.when)} && g > ${integer(c.grade)}) g = ${integer(c.grade)};`,
    );
  shift(body.after, false);
  for (const n of body.notAssessed) lines.push(js`${places.clause(n.clause)}if (${of(n.when)}) g = -1;`);
  if (effects.length > 0) lines.push(js`if (g >= 0) {\n${joined(effects, "\n")}\n}`);
  return joined(lines, "\n");
}
