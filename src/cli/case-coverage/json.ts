import { type CoverageReport, percentOf } from "./door.ts";

/** The report as JSON: shares by category, kinds without data, and every entry with its points. */
export function coverageJson({ shares, entries, kinds }: CoverageReport): unknown {
  return {
    shares: Object.fromEntries(
      shares.map(({ category, ...share }) => [
        category,
        { ...share, percent: percentOf({ category, ...share }) },
      ]),
    ),
    kindsWithoutData: kinds.filter((k) => k.subjects === 0).map((k) => k.name),
    entries: entries.map(({ data: _, points, ...entry }) => ({
      ...entry,
      points: points.map(({ state, fact, count }) => ({ state, count, fact })),
    })),
  };
}
