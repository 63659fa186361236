import type { PieceSource } from "../../data/batch/piece-source.ts";
import type { Tables } from "../../runtime/abi.ts";
import { Growing } from "../../runtime/growing.ts";

/**
 * The order that rows of a kind have when all subjects are evaluated at once, where pieces come in another: what stays open
 * names its causes in that order.
 */
export class ResultOrder {
  readonly #kinds: Tables["subjects"];
  readonly #places: PieceSource["places"];
  /** By piece, rows of each kind. */
  readonly #sizes: (readonly number[])[] = [];
  /** Of records that are rows: where their subject stands, those of lacking records behind all others. */
  readonly #owners = new Map<number, Growing<Float64Array>>();

  constructor({ subjects }: Tables, places: PieceSource["places"]) {
    this.#kinds = subjects;
    this.#places = places;
  }

  /** The next piece. @param owners by kind of records, of each row its subject in the piece; negative (from -1): it lacks it */
  add(sizes: readonly number[], owners: readonly (readonly [kind: number, owners: Int32Array])[]): void {
    const piece = this.#sizes.push(sizes) - 1;
    for (const [kind, of] of owners) {
      const keys = this.#owners.get(kind) ?? new Growing(Float64Array);
      this.#owners.set(kind, keys);
      const owner = this.#kinds[kind]!.of!.subject;
      for (const i of of)
        keys.push(i < 0 ? BEHIND + this.#place(piece, owner, ~i) : this.#place(piece, owner, i));
    }
  }

  /** The rows of a kind in that order, by their place in the pieces; null: they have it anyway. */
  of(kind: number): Uint32Array | null {
    const keys = this.#owners.get(kind)?.data() ?? this.#keysOf(kind);
    if (keys === null) return null;
    let inOrder = true;
    for (let i = 1; i < keys.length && inOrder; i++) inOrder = keys[i]! >= keys[i - 1]!;
    // The sort keeps the records of a subject in their order.
    return inOrder ? null : Uint32Array.from(keys, (_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
  }

  #keysOf(kind: number): Float64Array | null {
    if (this.#places === null) return null;
    const keys = new Growing(Float64Array);
    for (const [piece, sizes] of this.#sizes.entries())
      for (let i = 0; i < (sizes[kind] ?? 0); i++) keys.push(this.#place(piece, kind, i));
    return keys.data();
  }

  /** Where a subject stands among all. */
  #place(piece: number, kind: number, index: number): number {
    // In the order of the result, pieces follow each other.
    if (this.#places === null) return piece;
    const sizes = this.#sizes[piece]!;
    let at = index;
    for (let before = 0; before < kind; before++) if (!this.#kinds[before]!.of) at += sizes[before]!;
    return this.#places(piece)[at]!;
  }
}

/** After every subject. */
const BEHIND = 2 ** 32;
