import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dataSchemaOf } from "../../src/facts/data-schema.ts";
import { grades, possible, subjectsOf, values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** 可不适用: 不适用 is a value of its own, missing is not, and each rule says what holds. */

const folder = join(import.meta.dirname, "../cases/check/good/not-applicable");
const measure = measureOfText(readFileSync(join(folder, "input.banfa"), "utf8"));
const months = (marks: readonly unknown[]) => marks.map((任务分, i) => ({ 期: i + 1, 任务分 }));
const TWELVE = [10, 5, "不适用", 10, 10, 10, 10, 10, 10, 10, 10, 10];

const village = (more: Record<string, unknown> = {}) => ({
  ...{ 编号: "1", 完成率: 80, 例会: 3, 整改: true, 评价: "好", 月报: months(TWELVE) },
  ...more,
});
const run = (more: Record<string, unknown> = {}) => evaluateChecked(measure, { 村: [village(more)] });

describe("not applicable", () => {
  test("where everything applies nothing changes", () => {
    const e = run();
    expect(["产业", "会议", "整改分", "评价分", "任务"].map((n) => values(e, n)[0])).toEqual([
      20, 3, 5, 10, 105,
    ]);
    expect(grades(e, "考核等次")).toEqual(["好"]);
  });

  test("each rule gives what it says for it", () => {
    const e = run({ 完成率: "不适用", 例会: "不适用", 整改: "不适用", 评价: "不适用" });
    expect(["产业", "会议", "整改分", "评价分", "总分"].map((n) => values(e, n)[0])).toEqual([
      15, 5, 3, 6, 29,
    ]);
    expect(grades(e, "考核等次")).toEqual(["中"]);
    expect(subjectsOf(e)[0]!.facts).toMatchObject({ 完成率: "不适用", 整改: "不适用" });
    expect(Object.keys(subjectsOf(e)[0]!.facts)).not.toContain("完成率·适用");
    expect(subjectsOf(e)[0]!.clauses.map((c) => c.cite)).not.toContain("第四条(一)");
  });

  test("tests of it are false, without it they hold", () => {
    expect(grades(run({ 完成率: 40, 例会: 5 }), "考核等次")).toEqual(["中"]);
    expect(grades(run({ 完成率: 49.99, 例会: 5, 整改: false }), "考核等次")).toEqual(["差"]);
  });

  test("missing is either", () => {
    const e = run({ 整改: undefined });
    expect(possible(e, "考核等次")).toEqual([["好", "差"]]);
    expect(JSON.stringify(subjectsOf(e)[0]!.undetermined)).toContain('"field":"整改"');
    expect(JSON.stringify(subjectsOf(e)[0]!.undetermined)).not.toContain("·适用");
  });

  test("it is accepted only where it is declared, and the truth beside it is no column", () => {
    const e = evaluateChecked(measure, { 村: [{ ...village(), 编号: "不适用", 整改·适用: true }] });
    expect(e.problems).toMatchObject([{ field: "整改·适用", issue: "unknown-field" }]);
    const wrong = evaluateChecked(measure, { 村: [village({ 完成率: "不适" })] });
    expect(wrong.problems).toMatchObject([{ field: "完成率", issue: "wrong-type" }]);
    const columns = dataSchemaOf(measure).kinds[0]!.columns.map((c) => c.name);
    expect(columns).toEqual(["编号", "完成率", "例会", "整改", "评价", "月报"]);
  });
});
