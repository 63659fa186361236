import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { grades, possible, subjectsOf, values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** 可以, 择一 and 酌情: until somebody decides, both outcomes; then the one decided. */

const folder = join(import.meta.dirname, "../cases/check/good/decisions");
const measure = measureOfText(readFileSync(join(folder, "input.banfa"), "utf8"));

const village = (基础分: number, more: Record<string, unknown> = {}) => ({
  ...{ 编号: "1", 基础分, 造假: false, 失职: false, 示范: false, 态度差: false, 客观原因: false },
  ...more,
});
const run = (facts: Record<string, unknown>) => evaluateChecked(measure, { 村: [facts], 户: [] });

describe("decisions", () => {
  test("nobody is asked where no clause leaves anything to decide", () => {
    const e = run(village(92));
    expect(grades(e, "考核等次")).toEqual(["优秀"]);
    expect(subjectsOf(e)[0]!.undetermined).toEqual([]);
  });

  test("a choice of grades is a ceiling at the mildest, then the one chosen", () => {
    const open = run(village(92, { 造假: true }));
    expect(possible(open, "考核等次")).toEqual([["合格", "不合格"]]);
    expect(JSON.stringify(subjectsOf(open)[0]!.undetermined)).toContain("决定·第四条(一)");
    const decided = run(village(92, { 造假: true, "决定·第四条(一)": "合格" }));
    expect(grades(decided, "考核等次")).toEqual(["合格"]);
    expect(grades(run(village(92, { 造假: true, "决定·第四条(一)": "不合格" })), "考核等次")).toEqual([
      "不合格",
    ]);
  });

  test("a discretionary ceiling and a discretionary reduction are decided one by one", () => {
    const ceiling = "决定·第四条(二)·最高评为良好";
    const reduction = "决定·第四条(二)·降低等次";
    const given = (more: Record<string, unknown>) =>
      possible(run(village(92, { 失职: true, ...more })), "考核等次");
    expect(given({})).toEqual([["优秀", "良好"]]);
    expect(given({ [ceiling]: true })).toEqual([["良好"]]);
    expect(given({ [ceiling]: false, [reduction]: false })).toEqual([["优秀"]]);
    expect(given({ [ceiling]: false, [reduction]: true })).toEqual([["良好"]]);
  });

  test("an exemption that may be granted counts once it is", () => {
    const facts = { 造假: true, 客观原因: true, "决定·第四条(一)": "不合格" };
    const granted = (given: boolean) =>
      grades(run(village(92, { ...facts, "决定·第四条(四)": given })), "考核等次");
    // Each bound is open by itself, so the milder one counts as possible too.
    expect(possible(run(village(92, facts)), "考核等次")).toEqual([["优秀", "合格", "不合格"]]);
    expect(granted(true)).toEqual(["优秀"]);
    expect(granted(false)).toEqual(["不合格"]);
  });

  test("points within a range are decided within it", () => {
    const bad = { 态度差: true, "决定·第五条(一)1": 5 };
    const e = run(village(80, { ...bad, 决定·第二条: 2.5 }));
    expect(values(e, "得分")).toEqual([77.5]);
    expect(values(e, "作风")).toEqual([5]);
    const open = run(village(80, bad));
    expect(values(open, "得分")).not.toEqual([77]);
    expect(grades(open, "考核等次")).toEqual(["良好"]);
    const outside = run(village(80, { ...bad, 决定·第二条: 4 }));
    expect(outside.problems).toMatchObject([{ field: "决定·第二条" }]);
  });
});
