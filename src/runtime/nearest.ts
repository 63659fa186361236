/** The known name nearest to a misspelt one. */

/** Edits between two short texts: insert, delete, replace, or swap of neighbours. */
function distance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let d = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d = Math.min(d, before[j - 2]! + 1);
      row.push(d);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}

/** The nearest of `known` when it is near enough to be meant, and no other is as near; longer words may differ more. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const word = [...name].slice(0, 64);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const other = [...candidate].slice(0, 64);
    const shared = word.some((c) => other.includes(c));
    const limit = Math.max(1, Math.floor(Math.max(word.length, other.length) / 2));
    const d = distance(word, other);
    if (d <= least && d <= limit && shared) {
      best = d < least ? candidate : undefined;
      least = d;
    }
  }
  return best;
}
