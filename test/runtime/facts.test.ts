import { describe, expect, test } from "vitest";
import { Builder, choice, DATE, link, lit, num, PARTY, SCORE, TEXT, TRUTH } from "../emit/build.ts";
import { evaluate } from "../emit/run.ts";

function kinds() {
  const b = new Builder();
  const level = b.options("级别", "自治区", "市", "县");
  const s = b.subject("人");
  b.field(s, "得分", SCORE, { alias: "score" });
  b.field(s, "进度", num("0", "1", "0.0001", "%"));
  b.field(s, "小数", num("0", "1", "0.0001", "%"), { asFraction: true });
  b.field(s, "级别", choice(level));
  b.field(s, "是否", TRUTH);
  b.field(s, "日期", DATE);
  b.field(s, "领导", PARTY);
  b.field(s, "上级", link(s));
  b.field(s, "备注", TEXT);
  b.field(s, "加分", SCORE, { default: lit("5") });
  return b.measure();
}
const m = kinds();
const read = (...rows: Record<string, unknown>[]) =>
  evaluate(m, { 人: rows.map((r, i) => ({ 编号: `${i}`, ...r })) });
const facts = (row: Record<string, unknown>) => read(row).result.subjects[0]!.facts;
const issue = (row: Record<string, unknown>) =>
  read(row).problems.map((p) => [p.field, p.issue, p.value, p.detail]);

describe("facts as people write them", () => {
  test("numbers", () => {
    for (const raw of [58.5, "58.5", " ５８．５ ", "58.50", "58.5分"])
      expect(facts({ 得分: raw })).toMatchObject({ 得分: 58.5 });
    expect(facts({ score: 60 })).toMatchObject({ 得分: 60, 加分: 5 });
    expect(facts({ 得分: null, score: "" })).toMatchObject({ 得分: null });
    expect(facts({ 进度: 47.5, 小数: 0.475 })).toMatchObject({ 进度: 47.5, 小数: 47.5 });
  });
  test("the rest", () => {
    expect(
      facts({ 是否: "是", 级别: " 市 ", 日期: "2018年4月23日", 领导: ["甲", "乙"], 备注: 12 }),
    ).toMatchObject({
      是否: true,
      级别: "市",
      日期: "2018-04-23",
      领导: ["甲", "乙"],
      备注: "12",
    });
    expect(facts({ 是否: "false", 领导: "甲", 上级: "0" })).toMatchObject({
      是否: false,
      领导: ["甲"],
      上级: "0",
    });
  });
});

describe("mistakes in facts", () => {
  test.each([
    [{ 得分: "abc" }, ["得分", "wrong-type", "abc", ""]],
    [{ 得分: true }, ["得分", "wrong-type", "true", ""]],
    [{ 得分: Number.NaN }, ["得分", "wrong-type", "null", ""]],
    [{ 得分: 100.01 }, ["得分", "out-of-range", "100.01", "0~100分"]],
    [{ 得分: 1.005 }, ["得分", "too-precise", "1.005", "0.01分"]],
    [{ 得分: "1e999" }, ["得分", "out-of-range", "1e999", "0~100分"]],
    [{ 级别: "自治县" }, ["级别", "unknown-member", "自治县", "自治区"]],
    [{ 是否: 1 }, ["是否", "wrong-type", "1", ""]],
    [{ 日期: "2018-02-30" }, ["日期", "bad-date", "2018-02-30", ""]],
    [{ 上级: "9" }, ["上级", "no-such-subject", "9", "0"]],
    [{ 得份: 1 }, ["得份", "unknown-field", "1", "得分"]],
  ])("%o", (row, expected) => {
    const found = issue(row);
    expect(found.map((f) => f.slice(0, 3))).toEqual([expected.slice(0, 3)]);
    if (expected[1] !== "no-such-subject") expect(found[0]![3]).toBe(expected[3]);
  });

  test("a percentage column that lies within 0 to 1 is refused whole", () => {
    const e = read({ 进度: 0.475 }, { 进度: 1 }, { 进度: 0 });
    expect(e.problems).toMatchObject([
      { index: 0, field: "进度", issue: "doubtful-percent", value: "0.475", detail: "3" },
    ]);
    expect(e.result.subjects.map((s) => s.facts.进度)).toEqual([null, null, null]);
    expect(read({ 进度: 0.47 }, { 进度: 47 }).problems).toEqual([]);
    expect(read({ 进度: 1 }, { 进度: 0 }).problems).toEqual([]);
    expect(read({ 进度: "0.5%" }).problems).toEqual([]);
  });

  test("ids: missing, doubled, of a wrong type", () => {
    const e = evaluate(m, {
      人: [{ 编号: "a" }, { 编号: "a" }, { 编号: "" }, { 编号: "a" }, { 编号: {} }, 3 as never],
    });
    expect(e.result.subjects.map((s) => s.id)).toEqual(["a", "a#2", "#3", "a#3", "#5", "#6"]);
    expect(e.problems.map((p) => [p.index, p.issue])).toEqual([
      [1, "duplicate-id"],
      [2, "missing-id"],
      [3, "duplicate-id"],
      [4, "wrong-type"],
      [5, "wrong-type"],
    ]);
  });

  test("kinds and parameters", () => {
    const e = evaluate(m, { 入: [], 人: "x" as never }, { parameters: { x: 1 }, date: "2018-02-30" });
    expect(e.problems.map((p) => [p.kind, p.issue, p.detail])).toEqual([
      ["", "bad-date", ""],
      ["", "unknown-parameter", ""],
      ["人", "wrong-type", ""],
      ["入", "unknown-kind", ""],
    ]);
    expect(e.result).toMatchObject({ date: null, subjects: [] });
  });

  test("an unknown column is reported once", () => {
    expect(read({ x: 1 }, { x: 2 }).problems.length).toBe(1);
  });
});
