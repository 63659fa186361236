import type { CellBody } from "../../src/compiler/ir/ir.ts";
import { choiceValue, NONE, possibleOf, type Truth, truthOf, type Value } from "./value.ts";
import { cellOf, type Subject } from "./world.ts";

export type Grade = CellBody & { kind: "grade" };

/** The base, before any effect: the base whose guard holds; "none" where none does. */
export function baseOf(body: Grade, s: Subject): ReadonlySet<number> {
  const guarded = body.bases.map((b) => ({
    holds: b.guard === null ? true : truthOf(cellOf(s, b.guard)),
    value: possibleOf(cellOf(s, b.value)),
  }));
  const certain = guarded.find((g) => g.holds === true);
  if (certain) return certain.value;
  const open = guarded.filter((g) => g.holds === undefined);
  return new Set([...open.flatMap((g) => [...g.value]), NONE]);
}

/** base → raises → reductions → floors → ceilings → reductions said to come after. */
export function evaluateGrade(body: Grade, s: Subject, top: number): Value {
  const holds = (e: { readonly when: number }): Truth => truthOf(cellOf(s, e.when));
  let possible = baseOf(body, s);
  const apply = (truth: Truth, f: (q: number) => number) => {
    const after = [...possible].map((q) => (q === NONE ? NONE : f(q)));
    if (truth === true) possible = new Set(after);
    if (truth === undefined) possible = new Set([...possible, ...after]);
  };
  for (const e of body.notAssessed) apply(holds(e), () => NONE);
  for (const e of [...body.raises].sort((a, b) => (a.limit ?? top) - (b.limit ?? top))) {
    apply(holds(e), (q) => Math.max(q, Math.min(q + e.steps, e.limit ?? top)));
  }
  const lower = (shifts: Grade["reductions"]) => {
    for (const e of [...shifts].sort((a, b) => (b.limit ?? 0) - (a.limit ?? 0))) {
      apply(holds(e), (q) => Math.min(q, Math.max(q - e.steps, e.limit ?? 0)));
    }
  };
  lower(body.reductions);
  for (const e of body.floors) apply(holds(e), (q) => Math.max(q, e.grade));
  for (const e of body.ceilings) apply(holds(e), (q) => Math.min(q, e.grade));
  lower(body.after);
  return choiceValue(possible);
}
