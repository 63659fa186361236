/**
 * "Did you mean": the nearest of the known names. Chinese names are short (two to eight characters) and
 * every character carries meaning, so the usual limit of two edits is both too lax for 优秀 and too strict
 * for a name that was shortened; shared characters therefore count beside edits.
 *
 * Order of reading: `nearest`, `closeness`, `editDistance`.
 */

/** Longer words are not compared: nobody mistypes one, and the comparison costs their product. */
const LONGEST = 64;

/**
 * The candidate a writer most likely meant by `word`, or null when none is near. Case, character width
 * and the order of `candidates` do not matter; `word` itself is never proposed.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestScore = 0;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const score = closeness(word, candidate);
    if (score > bestScore || (score === bestScore && best !== null && candidate < best)) {
      if (score > 0) best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** The same, where no other candidate is as near: 中片 is 东片 as little as 西片. */
export function clearlyNearest(word: string, candidates: Iterable<string>): string | null {
  const near = [...new Set(candidates)].map((c) => (c === word ? 0 : closeness(word, c)));
  const best = Math.max(0, ...near);
  return best > 0 && near.filter((s) => s === best).length === 1
    ? [...new Set(candidates)][near.indexOf(best)]!
    : null;
}

/** Up to `limit` candidates that are near `word`, the nearest first. */
export function nearestOf(word: string, candidates: Iterable<string>, limit: number): string[] {
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === word) continue;
    const score = closeness(word, candidate);
    if (score > 0) scored.push({ candidate, score });
  }
  scored.sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? -1 : 1));
  return scored.slice(0, limit).map((s) => s.candidate);
}

/** How near two words are: 0 for not near, 2 for the same word in another width or case. */
function closeness(a: string, b: string): number {
  const left = characters(a);
  const right = characters(b);
  const longest = Math.max(left.length, right.length);
  const shortest = Math.min(left.length, right.length);
  if (shortest === 0 || longest > LONGEST) return 0;
  const distance = editDistance(left, right);
  if (distance === 0) return 2;
  const shared = sharedCharacters(left, right);
  const dice = (2 * shared) / (left.length + right.length);
  // One edit in a two-character Han word leaves a whole syllable in common; in a two-letter Latin word nothing.
  const allowed = longest >= 3 ? Math.max(1, Math.floor(longest / 3)) : isHan(left) && isHan(right) ? 1 : 0;
  const contained = shared === shortest && shortest >= 2 && isSubsequence(left, right);
  const rearranged = longest >= 4 && dice >= 0.75;
  const near = (distance <= allowed && shared > 0) || (contained && shortest / longest >= 0.4) || rearranged;
  // People rarely slip at the beginning of a word: among equals the one that starts alike.
  return near ? 1 - distance / longest + dice / 4 + commonPrefix(left, right) / longest / 20 : 0;
}

function commonPrefix(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function characters(word: string): string[] {
  return [...word.normalize("NFKC").toLowerCase()];
}

function isHan(word: readonly string[]): boolean {
  return word.every((c) => /\p{Script=Han}/u.test(c));
}

function isSubsequence(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let found = 0;
  for (const c of long) if (c === short[found]) found++;
  return found === short.length;
}

function sharedCharacters(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const c of a) counts.set(c, (counts.get(c) ?? 0) + 1);
  let shared = 0;
  for (const c of b) {
    const left = counts.get(c) ?? 0;
    if (left === 0) continue;
    shared++;
    counts.set(c, left - 1);
  }
  return shared;
}

/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other
 * (optimal string alignment, the restricted form of Damerau's distance).
 */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  let twoAgo: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, twoAgo[j - 2]! + 1);
      }
      row.push(cost);
    }
    twoAgo = previous;
    previous = row;
  }
  return previous[b.length]!;
}
