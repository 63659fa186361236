import type { CoverageReport, ReachedEntry } from "./door.ts";

/**
 * The report in the LCOV tracefile format that editors and CI services read. A line counts as often as the
 * least reached thing that stands on it; the two sides of a condition or a limit are branches of its line.
 */
export function coverageLcov(report: CoverageReport, file: string): string {
  const files = [...new Set(report.entries.map((e) => e.file))];
  // The measure itself first, and also when nothing in it is counted.
  const others = files.filter((f) => f !== undefined).sort();
  return [undefined, ...others].map((f) => recordOf(report.entries, f, f ?? file)).join("");
}

function recordOf(entries: readonly ReachedEntry[], of: string | undefined, file: string): string {
  const counts = new Map<number, number>();
  const branches: string[] = [];
  let hit = 0;
  let found = 0;
  for (const [block, entry] of entries.entries()) {
    if (entry.file !== of) continue;
    const times = countOf(entry);
    if (times !== null) counts.set(entry.line, Math.min(counts.get(entry.line) ?? times, times));
    if (entry.points.length < 2 && entry.what !== "limit") continue;
    for (const [branch, { count }] of entry.points.entries()) {
      // A dash says that the branch was never evaluated, not that the other side was taken.
      branches.push(`BRDA:${entry.line},${block},${branch},${entry.data ? count : "-"}`);
      found++;
      if (count > 0) hit++;
    }
  }
  const lines = [...counts].sort(([a], [b]) => a - b);
  return [
    "TN:",
    `SF:${file}`,
    ...branches,
    `BRF:${found}`,
    `BRH:${hit}`,
    ...lines.map(([line, count]) => `DA:${line},${count}`),
    `LF:${lines.length}`,
    `LH:${lines.filter(([, count]) => count > 0).length}`,
    "end_of_record",
    "",
  ].join("\n");
}

/** How often the line of an entry counts; null for limits, which are only branches of it. */
function countOf({ what, points }: ReachedEntry): number | null {
  if (what === "limit") return null;
  if (what === "requirement") return points.reduce((sum, p) => sum + p.count, 0);
  return points[0]?.count ?? 0;
}
