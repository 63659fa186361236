import type * as ir from "../ir.ts";
import { structuralKey } from "../structural-key.ts";
import type { Lowering } from "./lowering.ts";

/**
 * A fact that keeps a subject out of a ranking often lowers its grade as well (不含 突出问题 者 … 突出问题 的,评为 较差).
 * Which conditions of effects follow from the pool, or exclude it, shows in how they are written; so of a subject for
 * which the fact is missing no grade stays possible that it could only get with the fact both ways.
 */
export function poolConditions(
  lowering: Lowering,
  base: ir.GradeBase,
  conditions: readonly number[],
): ir.GradeBase {
  const body = lowering.drafts[base.value]!.body;
  if (body?.kind !== "placement" || body.pool === null) return base;
  const ways = new Ways(lowering.drafts);
  // While the guard holds, none of the ways in which it fails takes anybody out.
  const known = new Set(base.guard === null ? [] : ways.cell(base.guard, false).map(keyOf));
  const leaving = ways.cell(body.pool, false).filter((way) => !known.has(keyOf(way)));
  if (leaving.length === 0) return base;
  const outside: number[] = [];
  const inside: number[] = [];
  for (const id of new Set(conditions)) {
    const holding = ways.cell(id, true);
    if (leaving.every((way) => holding.some((h) => follows(h, way)))) outside.push(id);
    if (holding.every((way) => leaving.some((l) => follows(l, way)))) inside.push(id);
  }
  return outside.length + inside.length > 0 ? { ...base, pool: { outside, inside } } : base;
}

/** What holds together, each by its key. */
type Way = readonly string[];

const keyOf = (way: Way): string => way.toSorted().join("&");

/** Whether all that `result` asks for is in `way`. */
const follows = (result: Way, way: Way): boolean => result.every((part) => way.includes(part));

/** More ways than this are taken as one: the whole condition. */
const LIMIT = 100;

/** The ways in which a condition comes to hold, or not to hold. */
class Ways {
  readonly #drafts: Lowering["drafts"];
  /** Of cells; they share each other, so each is opened once. */
  readonly #known = new Map<string, readonly Way[]>();

  constructor(drafts: Lowering["drafts"]) {
    this.#drafts = drafts;
  }

  of(e: ir.Expr, holds: boolean): readonly Way[] {
    const whole = [[`${holds ? "" : "!"}${structuralKey(e)}`]];
    if (e.op === "not") return this.of(e.arg, !holds);
    if (e.op === "and" || e.op === "or") {
      const parts = e.args.map((a) => this.of(a, holds));
      const all =
        (e.op === "or") === holds
          ? parts.flat()
          : parts.every((p) => p.length === 1)
            ? [parts.flatMap((p) => p[0]!)]
            : whole;
      return all.length > LIMIT || all.some((way) => way.length > LIMIT) ? whole : all;
    }
    return e.op === "cell" && e.of === "subject" ? this.cell(e.cell, holds) : whole;
  }

  cell(id: number, holds: boolean): readonly Way[] {
    const key = `${holds ? "" : "!"}${id}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      const { body } = this.#drafts[id]!;
      known = body?.kind === "expression" ? this.of(body.expr, holds) : [[`${holds ? "" : "!"}cell ${id}`]];
      this.#known.set(key, known);
    }
    return known;
  }
}
