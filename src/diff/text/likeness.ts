/** How alike two texts are, by pairs of neighbouring characters: fine for words without spaces between them. */

/** Pairs of neighbouring characters with their numbers. */
export function pieces(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  for (let i = 0; i + 1 < plain.length; i++) {
    const piece = plain.slice(i, i + 2);
    found.set(piece, (found.get(piece) ?? 0) + 1);
  }
  return found;
}

/** Dice's coefficient: 0 nothing in common, 1 the same pieces. */
export function similarity(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [common, total] = [0, 0];
  for (const [piece, count] of a) {
    total += count;
    common += Math.min(count, b.get(piece) ?? 0);
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}

export const likeness = (a: string, b: string): number => similarity(pieces(a), pieces(b));
