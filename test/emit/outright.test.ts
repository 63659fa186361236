import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { grades, possible, subjectsOf, values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** Results set outright: 计 in a clause, 直接评为 in a row, 列为最后一名 in a ranking. */

const folder = join(import.meta.dirname, "../cases/check/good/outright");
const measure = measureOfText(readFileSync(join(folder, "input.banfa"), "utf8"));
const village = (编号: string, 基础分: number, more: Record<string, unknown> = {}) => ({
  ...{ 编号, 基础分, 事故: 1, 造假: false, 瞒报: false, 新设: false },
  ...more,
});
const run = (...村: Record<string, unknown>[]) => evaluateChecked(measure, { 村 });

describe("set outright", () => {
  test("points replace the value; of several the least counts", () => {
    const e = run(
      village("1", 80),
      village("2", 80, { 造假: true }),
      village("3", 80, { 瞒报: true }),
      village("4", 80, { 造假: true, 瞒报: true }),
    );
    expect(values(e, "得分")).toEqual([80, 0, 10, 0]);
    expect(values(e, "安全")).toEqual([8, 8, 0, 0]);
    const open = run(village("1", 80, { 瞒报: undefined }), village("2", 50));
    expect(values(open, "得分")[0]).toBeNull();
  });

  test("a row grades directly", () => {
    const e = run(village("1", 80, { 新设: true }), village("2", 80), village("3", 10));
    expect(grades(e, "建设等次")).toEqual(["乙等", "甲等", "乙等"]);
  });

  test("whoever is put last stands behind everybody else, and shows the score that was given", () => {
    const e = run(village("1", 99, { 造假: true }), village("2", 1), village("3", 2));
    expect(grades(e, "考核等次")).toEqual(["差", "中", "好"]);
    expect(subjectsOf(e)[0]!.grades.考核等次!.base!.figures).toMatchObject([{ name: "基础分", value: 99 }]);
    const two = run(village("1", 99, { 造假: true }), village("2", 98, { 造假: true }), village("3", 2));
    expect(grades(two, "考核等次")).toEqual(["中", "差", "好"]);
  });

  test("whether somebody is last may be open", () => {
    const e = run(village("1", 99, { 造假: undefined }), village("2", 1), village("3", 2));
    expect(possible(e, "考核等次")).toEqual([
      ["好", "中", "差"],
      ["中", "差"],
      ["好", "中"],
    ]);
  });
});
