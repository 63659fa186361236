/**
 * Kinds of subject with very many clauses. V8 makes fast code only of functions up to a certain size (60 KB of its own
 * code), so one function of all clauses would stay slow. Conditions that look at nothing but facts and earlier stages
 * are computed by functions of their own, one for each word of reasons, which leave a bit for each; what reads such a
 * condition reads its bit, and what many conditions bring about alike is asked of whole words.
 */
import { usesOfBody } from "../analyze/uses.ts";
import type { Cell } from "../ir/ir.ts";
import { type Code, integer, joined, js, name } from "./fragments.ts";

/** Reasons are bits of small integers. */
export const BITS = 30;

/** From so many such reasons on; below, one function is the faster. */
export const MANY = 240;

/** The conditions of one word of reasons. */
export interface ClauseBlock {
  readonly word: number;
  readonly cells: readonly Cell[];
  /** Places of its reasons in `SimpleKind.reasons`. */
  readonly reasons: readonly number[];
}

export interface ClauseBlocks {
  readonly blocks: readonly ClauseBlock[];
  /** By cell, the place of a reason that is this condition. */
  readonly places: ReadonlyMap<number, number>;
}

interface Reason {
  /** The cells in its code; one: it is that condition. */
  readonly uses: readonly number[];
}

/**
 * @param known the reasons of the stage
 * @param many from how many of them on it is worth it
 * @returns null where there are fewer
 */
export function clauseBlocks(
  row: readonly Cell[],
  reasons: readonly Reason[],
  known: readonly number[],
  many: number,
): ClauseBlocks | null {
  const own = new Map(row.map((c) => [c.id, c]));
  const places = new Map<number, number>();
  const blocks = new Map<number, { readonly cells: Map<number, Cell>; readonly reasons: number[] }>();
  for (const i of known) {
    const [id, ...others] = reasons[i]!.uses;
    const cell = others.length === 0 ? own.get(id!) : undefined;
    if (cell === undefined || cell.body.kind !== "expression") continue;
    if (!places.has(cell.id) && [...usesOfBody(cell.body).same].some((used) => own.has(used))) continue;
    if (!places.has(cell.id)) places.set(cell.id, i);
    const word = Math.floor(i / BITS);
    const block = blocks.get(word) ?? { cells: new Map<number, Cell>(), reasons: [] as number[] };
    block.cells.set(cell.id, cell);
    block.reasons.push(i);
    blocks.set(word, block);
  }
  const size = [...blocks.values()].reduce((sum, b) => sum + b.reasons.length, 0);
  if (size < many) return null;
  return {
    places,
    blocks: [...blocks].map(([word, b]) => ({ word, cells: [...b.cells.values()], reasons: b.reasons })),
  };
}

/** Whether the condition holds, over the words `w<n>`. */
export function bitCode({ places }: ClauseBlocks, cell: number): Code {
  const place = places.get(cell)!;
  return js`((${name("w", Math.floor(place / BITS))} & ${integer(1 << (place % BITS))}) !== 0)`;
}

/** Whether any of the conditions holds: those without a bit are in local variables. */
export function anyCode({ places }: ClauseBlocks, cells: readonly number[]): Code {
  const masks = new Map<number, number>();
  const others: Code[] = [];
  for (const cell of new Set(cells)) {
    const place = places.get(cell);
    if (place === undefined) others.push(name("c", cell));
    else {
      const word = Math.floor(place / BITS);
      masks.set(word, (masks.get(word) ?? 0) | (1 << (place % BITS)));
    }
  }
  const words = [...masks].map(([word, mask]) => js`(${name("w", word)} & ${integer(mask)}) !== 0`);
  return js`(${joined([...words, ...others], " || ")})`;
}
