import { describe, expect, test } from "vitest";
import { versionOf } from "../../src/prove/replay.ts";
import { prove } from "../../src/prove/verdict.ts";
import { loadZ3 } from "../../src/prove/z3.ts";
import { audit, MEASURES, readMeasure } from "./audit.ts";
import { mutantsOf } from "./mutants.ts";

/** A few mutants of each measure here; `npm run mutations` has all of them. */
const SAMPLE = 3;
const times = Number(process.env.BANFA_RUNS ?? 1);
const seed = Number(process.env.BANFA_SEED ?? 1);

describe.each(MEASURES)("mutants of %s", (name) => {
  test("are told apart by an example wherever a search tells them apart", { timeout: 600_000 }, async () => {
    const solver = await loadZ3();
    const all = mutantsOf(readMeasure(name)).length;
    const every = Math.max(1, Math.floor(all / (SAMPLE * times)));
    const found = await audit(name, solver!, { every, seed, cohorts: 60, timeoutMs: 20_000 });
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((a) => a.verdict === "missed")).toEqual([]);
    expect(found.some((a) => a.verdict === "detected")).toBe(true);
  });
});

/**
 * What no random cohort has: so many records of one sort in the year, a member with notices of the year before, votes of
 * every group of raters, with weights that come to 100% and one level worth less than the others.
 */
test.each([
  ["nandan", "或者 县级表扬次数 4次以上: or 第3项去掉"],
  ["xizang", "上年应召未召 1人以上: 1 → 2"],
  ["yingshan", "现场评议·乡镇分管领导: min 第2项去掉"],
  ["yingshan", "现场评议: add 第1项去掉"],
  ["yingshan", "现场评议: == → !="],
  ["yingshan", "现场评议: max 第1项去掉"],
] as const)("a mutant of %s that hangs on what no random cohort has is told apart without a solver: %s", async (name, text) => {
  const measure = readMeasure(name);
  const mutant = mutantsOf(measure).find((m) => m.text.includes(text));
  const proof = await prove(versionOf(measure), versionOf(mutant!.measure), { solver: null, year: 2018 });
  expect(proof.status).toBe("differs");
});
