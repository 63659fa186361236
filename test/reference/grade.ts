import type { CellBody, GradeBase } from "../../src/compiler/ir/ir.ts";
import { evaluatePlacement, type Placement } from "./placement.ts";
import { choiceValue, NONE, possibleOf, type Truth, truthOf, type Value } from "./value.ts";
import { cellOf, type Subject, type World } from "./world.ts";

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

/** A condition is settled for a moment: the id of its cell, and whether it holds. */
type Settled = ReadonlyMap<number, boolean>;

/** base → raises → reductions → floors → ceilings → reductions said to come after. */
function afterEffects(
  body: Grade,
  s: Subject,
  top: number,
  base: ReadonlySet<number>,
  settled: Settled = new Map(),
): ReadonlySet<number> {
  const holds = (e: { readonly when: number }): Truth => settled.get(e.when) ?? truthOf(cellOf(s, e.when));
  let possible = base;
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
  return possible;
}

export function evaluateGrade(world: World, body: Grade, s: Subject, top: number): Value {
  const certain = body.bases.find((b) => b.guard === null || truthOf(cellOf(s, b.guard)) === true);
  if (certain?.pool) checkPool(world, certain, certain.pool, s);
  const ranking = certain && world.measure.cells[certain.value]!.body;
  if (certain && ranking?.kind === "placement") {
    const cases = casesOf(world, certain, ranking, s);
    if (cases) return choiceValue(cases.flatMap((c) => [...afterEffects(body, s, top, c.start, c.settled)]));
  }
  return choiceValue(afterEffects(body, s, top, baseOf(body, s)));
}

/** What the measure says of its conditions and the pool is so. */
function checkPool(
  world: World,
  base: GradeBase,
  { outside, inside }: NonNullable<GradeBase["pool"]>,
  s: Subject,
): void {
  const ranking = world.measure.cells[base.value]!.body;
  const pool =
    ranking.kind === "placement" && ranking.pool !== null ? truthOf(cellOf(s, ranking.pool)) : null;
  const wrong =
    pool === true
      ? inside.filter((c) => truthOf(cellOf(s, c)) === true)
      : pool === false
        ? outside.filter((c) => truthOf(cellOf(s, c)) === false)
        : [];
  if (wrong.length > 0) throw new Error(`cells ${wrong} against the pool of cell ${base.value}`);
}

interface Case {
  readonly start: ReadonlySet<number>;
  readonly settled: Settled;
}

/** A subject of whom the ranking does not know everything is looked at case by case; null: it does. */
function casesOf(world: World, base: GradeBase, ranking: Placement, s: Subject): readonly Case[] | null {
  const all = possibleOf(cellOf(s, base.value));
  const unknown = (cell: number): boolean => truthOf(cellOf(s, cell)) === undefined;
  const ceilings = ranking.ceilings.filter((c) => unknown(c.when));
  const maybeOut = ranking.pool !== null && unknown(ranking.pool);
  if (all.size === 1 || (ceilings.length === 0 && !maybeOut)) return null;
  if (ranking.pool !== null && truthOf(cellOf(s, ranking.pool)) === false) return null;
  const settle = (cells: readonly number[], holds: boolean): Settled => new Map(cells.map((c) => [c, holds]));
  const rest = ranking.rest ?? NONE;
  const cases: Case[] = ceilings.map((c) => ({
    start: new Set([...all].filter((g) => g === rest || g <= c.grade)),
    settled: settle([c.when], true),
  }));
  const inside = [...ceilings.map((c) => c.when), ...(maybeOut ? (base.pool?.inside ?? []) : [])];
  cases.push({
    start: possibleOf(evaluatePlacement(world, ranking, s, true)),
    settled: settle(inside, false),
  });
  if (maybeOut) cases.push({ start: new Set([rest]), settled: settle(base.pool?.outside ?? [], true) });
  return cases;
}
