/**
 * The difference of two texts as a unified diff, as `patch` reads it: lines of context, `-` for what goes and
 * `+` for what comes. The shortest difference by lines; of very different texts all lines.
 */

const CONTEXT = 3;
/** Pairs of lines compared at most; beyond it the changed part is shown as removed and added whole. */
const MOST_PAIRS = 4_000_000;

/** "" when the texts are equal. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return "";
  const changes = changesOf(linesOf(before), linesOf(after));
  return [`--- ${name}\n`, `+++ ${name}\n`, ...hunks(changes)].join("");
}

interface Change {
  readonly kind: " " | "-" | "+";
  /** With its line end, where it has one. */
  readonly line: string;
}

/** Lines with their ends, so that a changed line end is a change. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function changesOf(a: readonly string[], b: readonly string[]): Change[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const same = (line: string): Change => ({ kind: " ", line });
  return [
    ...a.slice(0, start).map(same),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
}

/** By the longest common subsequence. */
function middle(a: readonly string[], b: readonly string[]): Change[] {
  const changes: Change[] = [];
  const width = b.length + 1;
  const comparable = a.length * b.length <= MOST_PAIRS;
  // common[i * width + j]: lines that the rest of a from i and of b from j have in common.
  const common = new Uint32Array(comparable ? (a.length + 1) * width : 0);
  for (let i = a.length - 1; comparable && i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (comparable && i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ kind: " ", line: a[i]! });
      i++;
      j++;
    } else if (
      i < a.length &&
      (j === b.length || !comparable || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      changes.push({ kind: "-", line: a[i++]! });
    } else changes.push({ kind: "+", line: b[j++]! });
  }
  return changes;
}

function* hunks(changes: readonly Change[]): Generator<string> {
  let from = 0;
  let before = 1;
  let after = 1;
  const count = (list: readonly Change[], ...kinds: string[]) =>
    list.filter((c) => kinds.includes(c.kind)).length;
  while (true) {
    const first = changes.findIndex((c, i) => i >= from && c.kind !== " ");
    if (first < 0) return;
    let last = first;
    for (let i = first; i < changes.length && i <= last + 2 * CONTEXT + 1; i++)
      if (changes[i]!.kind !== " ") last = i;
    const start = Math.max(from, first - CONTEXT);
    const end = Math.min(changes.length, last + CONTEXT + 1);
    const skipped = changes.slice(from, start);
    before += count(skipped, " ", "-");
    after += count(skipped, " ", "+");
    const hunk = changes.slice(start, end);
    const old = count(hunk, " ", "-");
    const now = count(hunk, " ", "+");
    yield `@@ -${range(before, old)} +${range(after, now)} @@\n`;
    for (const { kind, line } of hunk)
      yield line.endsWith("\n") ? kind + line : `${kind}${line}\n\\ No newline at end of file\n`;
    before += old;
    after += now;
    from = end;
  }
}

/** Of nothing, the line before it is named. */
function range(start: number, length: number): string {
  return length === 0 ? `${start - 1},0` : length === 1 ? String(start) : `${start},${length}`;
}
