import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** 剔除后折算: the marks of the others are scaled up to the full marks. */

const folder = join(import.meta.dirname, "../cases/check/good/rescaled");
const measure = measureOfText(readFileSync(join(folder, "input.banfa"), "utf8"));
const run = (more: Record<string, unknown>) =>
  evaluateChecked(measure, { 村: [{ 编号: "1", 事故: 1, 例会: 3, 易地搬迁率: 90, 作风: 18, ...more }] });

describe("an item that leaves the total", () => {
  test("counts as any other where it applies", () => {
    expect(values(run({}), "总分")).toEqual([75]);
  });
  test("leaves its marks to the others: (30 + 15) × 100 ÷ 60", () => {
    expect(values(run({ 易地搬迁率: "不适用" }), "总分")).toEqual([75]);
    expect(values(run({ 易地搬迁率: "不适用", 例会: 4 }), "总分")[0]).toMatchObject({ num: "250", den: "3" });
    expect(values(run({ 易地搬迁率: "不适用" }), "搬迁")).toEqual(["不适用"]);
  });
  test("beside an indicator that people score, and before deductions", () => {
    const e = run({ 易地搬迁率: "不适用", 事故: 3 });
    expect(values(e, "总分")[0]).toMatchObject({ num: "110", den: "3" });
    expect(values(e, "总评分")[0]).toMatchObject({ num: "140", den: "3" });
  });
  test("is open while it is not known whether it applies", () => {
    expect(values(run({ 易地搬迁率: undefined }), "总分")).toEqual([null]);
  });
});

test("a group whose members have all left has left too", () => {
  const grouped = measureOfText(`办法 甲
对象 村,标识 编号
  编号: 文字
  甲率: 百分比,可不适用
  乙率: 百分比,可不适用
第一条
  指标组 搬迁,合计最高15分:
    (一) 指标 甲项,满分10分 = 甲率 × 10分
    (二) 指标 乙项,满分10分 = 乙率 × 10分
  指标 其他,满分85分 = 85分
  甲率 不适用 的,剔除后折算
  乙率 不适用 的,剔除后折算
  总分 = 搬迁 + 其他
`);
  const both = evaluateChecked(grouped, { 村: [{ 编号: "1", 甲率: "不适用", 乙率: "不适用" }] });
  expect(["甲项", "乙项", "搬迁", "总分"].map((n) => values(both, n)[0])).toEqual([
    "不适用",
    "不适用",
    "不适用",
    100,
  ]);
  const one = evaluateChecked(grouped, { 村: [{ 编号: "1", 甲率: 50, 乙率: "不适用" }] });
  expect(["甲项", "乙项", "搬迁"].map((n) => values(one, n)[0])).toEqual([5, "不适用", 10]);
});
