/**
 * What outcomes of the direct program share. Few sets of clauses occur in a cohort, and fewer grades; a list and an
 * object for each row would take more time in the garbage collector than the rules take to compute.
 */

type Reasons = readonly string[];

const NONE: Reasons = Object.freeze([]);

/** So many sets of clauses are remembered; beyond it they are hardly ever met again. */
const MOST = 4096;

/** The bits of a word of reasons. */
const BITS = 30;

/**
 * The citations that hold for row `i`, in the order of the measure; frozen where rows share them.
 * @param texts by reason; reason k is bit k % 30 of word ⌊k ÷ 30⌋
 */
export function reasonsBy(texts: Reasons, words: readonly Int32Array[]): (i: number) => Reasons {
  const [only] = words;
  if (!only) return () => NONE;
  if (words.length > 1) return (i) => listed(texts, words, i);
  const known = new Map<number, Reasons>([[0, NONE]]);
  return (i) => {
    const bits = only[i]!;
    const before = known.get(bits);
    if (before !== undefined) return before;
    const reasons = listed(texts, words, i);
    if (known.size < MOST) known.set(bits, Object.freeze(reasons));
    return reasons;
  };
}

function listed(texts: Reasons, words: readonly Int32Array[], i: number): string[] {
  let size = 0;
  for (const word of words) for (let bits = word[i]!; bits !== 0; bits &= bits - 1) size++;
  const reasons = new Array<string>(size);
  let at = 0;
  for (let w = 0; w < words.length; w++)
    for (let bits = words[w]![i]!; bits !== 0; bits &= bits - 1)
      reasons[at++] = texts[w * BITS + 31 - Math.clz32(bits & -bits)]!;
  return reasons;
}

/** The grades of a row of a kind with one scale, by the grade's place in it. */
export function gradesBy(
  scale: string,
  members: readonly string[],
): (grade: number) => Readonly<Record<string, string | null>> {
  const each = members.map((m) => Object.freeze({ [scale]: m }));
  const none = Object.freeze({ [scale]: null });
  return (grade) => each[grade] ?? none;
}
