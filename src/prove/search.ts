import type { Version } from "./replay.ts";
import type { Witness } from "./witness.ts";
export interface SearchOptions {
  readonly year: number;
  readonly renamed: ReadonlyMap<string, string>;
  readonly tries?: number | undefined;
}
export function searchWitness(
  _v: readonly [Version, Version],
  _k: string,
  _o: SearchOptions,
): Witness | null {
  return null;
}
