/**
 * Many cases that no row holds for, told as few: each told case leaves out what makes no difference to it. The cases
 * are the combinations of one value per thing looked at; a *box* is a set of values for each, all of whose
 * combinations are left out.
 */

/** What became of a combination: a row holds for it, none does, or it cannot occur. */
export const HELD = 0;
export const LEFT_OUT = 1;
export const IMPOSSIBLE = 2;
const TOLD = 3;

/** One thing that is looked at. */
export interface Axis {
  readonly size: number;
  /** Of numbers, the places of their values from the lowest up: a box holds neighbours only. */
  readonly ascending: readonly number[] | null;
}

export interface Box {
  /** For every axis the values in the box, the one found first in front; null where all of them are. */
  readonly values: readonly (readonly number[] | null)[];
}

/**
 * @param became by combination; the last axis turns fastest
 * @param most no more boxes than these
 * @returns `whole`: no combination was left over
 */
export function gapBoxes(
  axes: readonly Axis[],
  became: Uint8Array,
  most: number,
): { readonly boxes: readonly Box[]; readonly whole: boolean } {
  const strides = stridesOf(axes);
  const boxes: Box[] = [];
  for (;;) {
    const first = became.indexOf(LEFT_OUT);
    if (first < 0) return { boxes, whole: true };
    if (boxes.length === most) return { boxes, whole: false };
    const sets = axes.map((axis, i) => [Math.floor(first / strides[i]!) % axis.size]);
    for (const [i, axis] of axes.entries()) grow(sets, i, axis, strides, became);
    for (const place of placesIn(sets, strides)) if (became[place] === LEFT_OUT) became[place] = TOLD;
    boxes.push({ values: sets.map((set, i) => (set.length === axes[i]!.size ? null : set)) });
  }
}

function stridesOf(axes: readonly Axis[]): number[] {
  const strides: number[] = new Array(axes.length).fill(1);
  for (let i = axes.length - 2; i >= 0; i--) strides[i] = strides[i + 1]! * axes[i + 1]!.size;
  return strides;
}

/** Adds to one side of a box every value with which all its combinations stay left out. */
function grow(sets: number[][], i: number, axis: Axis, strides: readonly number[], became: Uint8Array): void {
  const own = sets[i]!;
  const fits = (value: number): boolean => {
    for (const place of placesIn(sets.with(i, [value]), strides)) if (became[place] === HELD) return false;
    return true;
  };
  if (axis.ascending === null) {
    for (let value = 0; value < axis.size; value++) if (!own.includes(value) && fits(value)) own.push(value);
    return;
  }
  const at = axis.ascending.indexOf(own[0]!);
  for (const step of [1, -1])
    for (let k = at + step; k >= 0 && k < axis.size; k += step) {
      const value = axis.ascending[k]!;
      if (!fits(value)) break;
      own.push(value);
    }
}

function* placesIn(
  sets: readonly (readonly number[])[],
  strides: readonly number[],
  from = 0,
  base = 0,
): Generator<number> {
  const set = sets[from];
  if (set === undefined) yield base;
  else for (const value of set) yield* placesIn(sets, strides, from + 1, base + value * strides[from]!);
}
