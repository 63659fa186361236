import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { grades, possible, subjectsOf } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** Rows that leave a subject without a grade. */

const folder = join(import.meta.dirname, "../cases/check/good/unassessed-rows");
const measure = measureOfText(readFileSync(join(folder, "input.banfa"), "utf8"));
const run = (more: Record<string, unknown>) =>
  evaluateChecked(measure, { 村: [{ 编号: "1", 得分: 85, 完成率: 70, 新设: false, ...more }] });

describe("rows without a grade", () => {
  test("others are graded as the rows say", () => {
    expect([...grades(run({}), "考核等次"), ...grades(run({}), "建设等次")]).toEqual(["好", "甲等"]);
  });
  test("where it does not apply, or the case is left out, there is no grade and a clause says why", () => {
    const e = run({ 得分: "不适用", 新设: true });
    expect([...possible(e, "考核等次"), ...possible(e, "建设等次")]).toEqual([[], []]);
    expect(subjectsOf(e)[0]!.clauses.map((c) => c.cite)).toEqual(["第一条", "第二条1"]);
  });
});
