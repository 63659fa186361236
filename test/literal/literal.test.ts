import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ACCURACY_PAGES, accuracyPage } from "./accuracy-page.ts";
import { type Comparison, compareAll } from "./compare.ts";

/**
 * The regulations as literally written: most of what their readers found is found, most of what is found was
 * found by them, and every difference has been looked at. `npm run findings` prints the comparison.
 */

const MEASURES = 6;
const comparisons = compareAll(join(import.meta.dirname, "../cases/literal"));

describe.each(comparisons)("literal $measure", (c) => {
  it("has the clauses that its inventory names", () => {
    expect(c.unknownClauses).toEqual([]);
  });

  it("gives a reason for every pair that is not found, and a verdict on every finding that matches none", () => {
    expect(c.notFound.filter((p) => p.reason === null).map((p) => `${p.id} ${p.class}`)).toEqual([]);
    expect(c.unmatched.filter((f) => f.verdict === null).map((f) => `${f.code} ${f.at}`)).toEqual([]);
    expect(c.stale).toEqual([]);
  });
});

describe("the regulations together", () => {
  const share = (part: readonly unknown[], whole: readonly unknown[]) => part.length / whole.length;

  it("reach the bounds, over all expected pairs", () => {
    const all = <T>(of: (c: Comparison) => readonly T[]) => comparisons.flatMap(of);
    expect(comparisons).toHaveLength(MEASURES);
    expect(all((c) => c.pairs)).toHaveLength(494);
    expect(
      share(
        all((c) => c.found),
        all((c) => c.pairs),
      ),
    ).toBeGreaterThanOrEqual(0.85);
    expect(
      share(
        all((c) => c.unmatched),
        all((c) => c.findings),
      ),
    ).toBeLessThanOrEqual(0.2);
  });
});

describe.each(["en", "zh"] as const)("the page of figures (%s)", (language) => {
  it("has the figures of this comparison", async () => {
    const page = join(import.meta.dirname, "../../docs/ambiguities", ACCURACY_PAGES[language]);
    await expect(accuracyPage(comparisons, language)).toMatchFileSnapshot(page);
  });
});
