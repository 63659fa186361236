import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { grades, possible, subjectsOf, values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** What a clause says of a figure that does not apply holds wherever the figure is used. */

const folder = join(import.meta.dirname, "../cases/check/good/not-applicable-everywhere");
const measure = measureOfText(readFileSync(join(folder, "input.banfa"), "utf8"));
const village = {
  ...{ 编号: "1", 平时: 80, 测评: 90, 考评: 70, 评议: 60, 访谈: 80, 满意度: 40, 搬迁率: 50, 入户: 2 },
  ...{ 新建: false, 作风: 30, 纪律: 80 },
};
const run = (more: Record<string, unknown> = {}) =>
  evaluateChecked(measure, { 村: [{ ...village, ...more }] });
const value = (name: string, more: Record<string, unknown> = {}) => values(run(more), name)[0];

describe("a figure that does not apply", () => {
  test("changes nothing where it does", () => {
    const names = ["得分", "均分", "折半", "总分", "党建", "亮点", "合计分", "满意分"];
    expect(names.map((n) => value(n))).toEqual([78, 70, 70, 60, 9, 2.5, 89, 4]);
    expect(grades(run(), "考核等次")).toEqual(["好"]);
  });
  test("leaves a weighted sum with its weight: (16 + 35) ÷ 70%", () => {
    expect(value("得分", { 测评: "不适用" })).toMatchObject({ num: "510", den: "7" });
    expect(value("得分", { 测评: undefined })).toBeNull();
  });
  test("counts what is said, also in tests of it", () => {
    expect(["均分", "折半"].map((n) => value(n, { 评议: "不适用", 访谈: "不适用" }))).toEqual([80, 80]);
    expect(value("折半", { 访谈: 59 })).toBe(29.75);
  });
  test("takes an indicator that is a formula out of the total and of its group", () => {
    // (10 + 30) × 100 ÷ 60; (4) × 20 ÷ 10
    expect(value("总分", { 搬迁率: "不适用" })).toMatchObject({ num: "200", den: "3" });
    expect(["党建", "亮点", "合计分"].map((n) => value(n, { 搬迁率: "不适用" }))).toEqual([8, 2, 88]);
  });
  test("takes out an indicator that people score, and an item of an indicator the subject", () => {
    const e = run({ 新建: true });
    expect(values(e, "总分")[0]).toBe(50);
    expect(possible(e, "考核等次")).toEqual([[]]);
    expect(subjectsOf(e)[0]!.clauses.map((c) => c.cite)).toContain("第三条2");
  });
  test("leaves nothing known of what is computed from it where the subject is not assessed", () => {
    const e = run({ 满意度: "不适用" });
    expect(possible(e, "考核等次")).toEqual([[]]);
    expect(values(e, "满意分")).toEqual([null]);
    const open = subjectsOf(e)[0]!.undetermined.map((u) => [u.name, u.because]);
    expect(open).toEqual([["满意分", [{ kind: "inapplicable", name: "满意度" }]]]);
    expect(subjectsOf(e)[0]!.clauses.map((c) => c.effect)).not.toContain("评为 中");
  });
});
