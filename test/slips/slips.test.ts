import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpus, toCsv } from "./corpus.ts";
import { median, score } from "./score.ts";
import { SLIPS_PAGES, slipsPage } from "./slips-page.ts";

/**
 * One slip, one message: the corpus of slips over the six measures. When a measure changes,
 * `npx vitest run test/slips --update` draws the corpus up again; look at what changed. `npm run slips` prints
 * the slips whose first message is not the expected one.
 */

const root = join(import.meta.dirname, "../..");
const cases = corpus(join(root, "policies"));
const scored = score(join(root, "policies"), cases);

describe("the corpus of slips", () => {
  it("is what the generator draws with its seed", async () => {
    await expect(toCsv(cases)).toMatchFileSnapshot(join(root, "test/cases/slips/corpus.csv"));
  });

  it("has at least 300 slips, over all six measures", () => {
    expect(cases.length).toBeGreaterThanOrEqual(300);
    expect(new Set(cases.map((c) => c.measure)).size).toBe(6);
  });

  it("changes a line each time", () => {
    expect(cases.filter((c) => c.after === c.before)).toEqual([]);
  });
});

describe("the messages", () => {
  it("are about the slip, first: code and line, in at least 95%", () => {
    expect(scored.filter((s) => s.hit).length / scored.length).toBeGreaterThanOrEqual(0.95);
  });

  it("are one for a slip, in the median", () => {
    expect(median(scored.map((s) => s.messages))).toBe(1);
  });

  it.each(["en", "zh"] as const)("have their figures on the page (%s)", async (language) => {
    const page = join(root, "docs/diagnostics", SLIPS_PAGES[language]);
    await expect(slipsPage(scored, language)).toMatchFileSnapshot(page);
  });
});
