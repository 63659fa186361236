import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, wording } from "../../src/index.ts";

/** What an application meets at the edges of the library. */

const { measure } = compile(readFileSync("policies/guangxi/measure.banfa", "utf8"));
const leaders = measure!;
const context = { year: 2018, parameters: { 优秀名额: 1 }, history: [] };
const leader = (编号: string, 年终考核分: number) => ({
  ...{ 编号, 平时考核分: 25, 年终考核分, 加减分: 0, 建房进度: 100 },
  ...{ 安全事故: "无", 资金问题: "无", 监管问题: "无", 弄虚作假: false, 违纪违法: false },
});

describe("one subject", () => {
  it("is of a kind that is named where there are several", () => {
    expect(() => leaders.evaluate({}, context)).toThrow("kind must be one of: 包点领导, 考核人员");
    expect(() => leaders.evaluateColumns({ columns: {} }, context)).toThrow(TypeError);
  });

  it("has no rank among others", () => {
    const outcome = leaders.evaluate(leader("甲", 60), { ...context, kind: "包点领导" });
    expect(outcome.grades).toEqual({ 考核等次: null });
    expect(outcome.causes).toEqual([{ kind: "other-subjects", name: expect.any(String) }]);
    expect(leaders.missing(leader("甲", 60), { ...context, kind: "包点领导" })).toEqual([]);
  });

  it("is assessed in a period that the measure has", () => {
    const { measure: quarterly } = compile(
      "办法 甲\n考核周期 每季度\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n第一条 总分 = 得分 × 2\n",
    );
    const facts = { 编号: "A", 得分: 50 };
    expect(quarterly!.evaluate(facts, { year: 2026, period: 2 }).values).toEqual({ 总分: 100 });
    expect(() => quarterly!.evaluate(facts, { year: 2026 })).toThrow(RangeError);
    expect(quarterly!.evaluateAll({ 村: [facts] }, { year: 2026, period: 5 }).problems).toHaveLength(1);
  });
});

describe("parameters with a declared order", () => {
  const { measure: banded } = compile(
    "办法 甲\n参数 C起点 < B起点: 0至100分\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n第一条\n  等次 档 由高到低 A、B、C\n  依 得分 评定 档:\n    不低于 B起点 为 A\n    不低于 C起点 不满 B起点 为 B\n    低于 C起点 为 C\n",
  );
  const run = (parameters: Readonly<Record<string, unknown>>) =>
    banded!.evaluateAll({ 村: [{ 编号: "甲", 得分: 72 }] }, { year: 2026, parameters });

  it("are refused out of that order, since one score would lie in two bands", () => {
    for (const parameters of [
      { C起点: 80, B起点: 70 },
      { C起点: 70, B起点: 70 },
    ]) {
      const { problems, outcomes } = run(parameters);
      expect(problems.map((p) => [p.issue, p.field, p.detail])).toEqual([
        ["parameter-order", "B起点", "C起点"],
      ]);
      expect(outcomes.村![0]!.grades).toEqual({ 档: null });
    }
    expect(run({ C起点: 60, B起点: 70 }).problems).toEqual([]);
  });

  it("lie between those given where they are open", () => {
    expect(run({ C起点: 80 }).outcomes.村![0]!.grades).toEqual({ 档: "C" });
    expect(run({ B起点: 70 }).outcomes.村![0]!.grades).toEqual({ 档: "A" });
  });
});

describe("facts that cannot be read", () => {
  it("are said in words, subject by subject; what is missing is no mistake", () => {
    const [first, second, third] = leaders.evaluateAll(
      { 包点领导: [leader("甲", 50), { 编号: "乙", 平时考核分: 35, 弄虚做假: true }, leader("甲", 60)] },
      context,
    ).outcomes.包点领导!;
    expect(first!.problems).toEqual([]);
    const said = second!.problems.map((p) => leaders.describe(p));
    expect(said.map((p) => p.data)).toEqual([
      { file: "包点领导", row: 2, field: "弄虚做假" },
      { file: "包点领导", row: 2, field: "平时考核分" },
    ]);
    expect(said.map((p) => wording(p, "zh").message)).toEqual([
      "“包点领导”没有字段“弄虚做假”，想必是“弄虚作假”（共 1 处）。",
      "“平时考核分”是35分，允许的范围是0~30分。",
    ]);
    const again = leaders.describe(third!.problems[0]!);
    expect(wording(again, "en").message).toBe("The “编号” 甲 of “包点领导” is already taken in row 1.");
    const alone = leaders.evaluate({ 编号: "乙", 平时考核分: 35 }, { kind: "包点领导", year: 2018 });
    expect(alone.problems.map((p) => p.issue)).toEqual(["out-of-range"]);
  });
});

describe("a cohort", () => {
  it("may be empty", () => {
    expect(leaders.evaluateAll({ 包点领导: [] }, context).outcomes.包点领导).toEqual([]);
    expect(leaders.evaluateAll({ 包点领导: [] }, { year: 2018 }).outcomes.包点领导).toEqual([]);
  });

  it("with one id twice tells the two apart and says so, in whatever order they come", () => {
    const again = [leader("乙", 60), leader("甲", 50), leader("乙", 40)];
    const { outcomes, problems, result } = leaders.evaluateAll({ 包点领导: again }, context);
    expect(outcomes.包点领导!.map((o) => o.id)).toEqual(result.subjects.map((s) => s.id));
    expect(new Set(outcomes.包点领导!.map((o) => o.id)).size).toBe(3);
    expect(problems.map((p) => p.issue)).toEqual(["duplicate-id"]);
  });

  it("with ids in no order goes the same way as one in order", () => {
    const ids = (outcomes: readonly { id: string }[] | undefined) => outcomes!.map((o) => o.id);
    const mixed = ["L10", "L2", "L1"].map((id) => leader(id, 50));
    const all = leaders.evaluateAll({ 包点领导: mixed }, context);
    expect(ids(all.outcomes.包点领导)).toEqual(["L10", "L2", "L1"]);
    expect(all.problems).toEqual([]);
  });
});
