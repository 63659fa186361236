import { describe, expect, test } from "vitest";
import type { Expr, ListType } from "../../src/compiler/ir/ir.ts";
import { Builder, bands, cmp, DATE, lit, member, num, SCORE, sum, TRUTH, times } from "./build.ts";
import { evaluate, grades, values } from "./run.ts";

type Aggregate = Extract<Expr, { op: "aggregate" }>;

function listed(frequency: ListType["frequency"], parts: Partial<Aggregate>): Builder {
  const b = new Builder();
  const r = b.record("表");
  const score = b.recordField(r, "分", SCORE);
  b.recordField(r, "日期", DATE);
  const s = b.subject("人");
  const list = b.field(s, "表", { kind: "list", record: r, frequency });
  const rows = b.rowsOf(s, list);
  const column = b.expr(rows, null, sum(times(b.fact(rows, score), lit("0.5")), lit("10")));
  const result: Aggregate = {
    op: "aggregate",
    type: num(null, null, null),
    fn: "mean",
    list,
    value: b.column(column),
    where: null,
    missing: "drop",
    window: null,
    ...parts,
  };
  b.expr(s, "结果", result, 1);
  return b;
}
const run = (b: Builder, 表: unknown, context = {}) =>
  evaluate(b.measure(), { 人: [{ 编号: "1", 表 }] }, context);
const months = (...scores: number[]) => scores.map((分, i) => ({ 期: i + 1, 分, 日期: `2018-0${i + 1}-15` }));

describe("figures over lists", () => {
  test("a mean over months, with absent ones dropped, as zero, or leaving no figure", () => {
    expect(values(run(listed("month", {}), months(80, 90, 85.5)), "结果")).toEqual([
      { num: "631", den: "12", text: "52.583333" },
    ]);
    expect(values(run(listed("month", { missing: "zero" }), months(80, 90)), "结果")).toEqual([8.75]);
    const none = run(listed("quarter", { missing: "not-assessed" }), months(80, 90));
    expect(values(none, "结果")).toEqual([null]);
    expect(none.result.subjects[0]!.undetermined[0]!.because).toEqual([
      { kind: "missing-period", subject: "1", field: "表", periods: ["第3季度", "第4季度"] },
    ]);
    expect(
      values(run(listed("quarter", { missing: "not-assessed" }), months(80, 90, 70, 60)), "结果"),
    ).toEqual([47.5]);
  });

  test("an empty list is none, an absent list is missing", () => {
    const count = listed("many", { fn: "count", value: null });
    expect(values(run(count, []), "结果")).toEqual([0]);
    expect(values(run(count, undefined), "结果")).toEqual([null]);
    const empty = run(listed("many", {}), []);
    expect(empty.result.subjects[0]!.undetermined[0]!.because).toEqual([{ kind: "empty", name: "表" }]);
  });

  test.each([
    ["sum", 125],
    ["max", 55],
    ["min", 0],
    ["count", 3],
  ] as const)("%s of a list", (fn, expected) => {
    const b = listed("many", {
      fn,
      value: fn === "count" ? null : { op: "field", type: SCORE, of: "record", field: 0 },
    });
    expect(values(run(b, [{ 分: 70 }, { 分: 55 }, { 分: 0 }]), "结果")).toEqual([
      fn === "max" ? 70 : expected,
    ]);
  });

  test("windows: this year, and the months up to 评定日 without its first day", () => {
    const year = listed("many", { fn: "count", value: null, window: { date: 1, kind: "this-year" } });
    const dated = (...days: string[]) => days.map((日期) => ({ 分: 1, 日期 }));
    expect(values(run(year, dated("2017-12-31", "2018-01-01", "2018-12-31", "2019-01-01")), "结果")).toEqual([
      2,
    ]);
    const recent = listed("many", {
      fn: "count",
      value: null,
      window: { date: 1, kind: "months", months: 12 },
    });
    const list = dated("2017-06-30", "2017-07-01", "2018-06-30", "2018-07-01");
    expect(values(run(recent, list, { date: "2018-06-30" }), "结果")).toEqual([2]);
    const undated = run(recent, list);
    expect(undated.result.subjects[0]!.undetermined[0]).toMatchObject({
      possible: ["0分", "4分"],
      because: [{ kind: "missing-date" }],
    });
    const unknown = run(year, [{ 分: 1 }, { 分: 1, 日期: "2018年2月3日" }]);
    expect(unknown.result.subjects[0]!.undetermined[0]!.possible).toEqual(["1分", "2分"]);
  });
});

describe("periods", () => {
  const b = listed("month", { fn: "sum" });
  const problems = (表: unknown) => run(b, 表).problems.map((p) => [p.issue, p.list?.index ?? null, p.value]);
  test("are read in the ways people write them", () => {
    expect(
      problems([
        { 期: "3月", 分: 1 },
        { 期: "2018-04", 分: 1 },
        { 期: "2018年5月", 分: 1 },
        { period: 6, 分: 1 },
      ]),
    ).toEqual([]);
    expect(problems([{ 分: 1 }, { 分: 1 }])).toEqual([]);
  });
  test("are refused when doubled, of another year, or of no year", () => {
    expect(
      problems([
        { 期: 3, 分: 1 },
        { 期: "3月", 分: 2 },
      ]),
    ).toEqual([["duplicate-period", 1, "3月"]]);
    expect(problems([{ 期: 13, 分: 1 }])).toEqual([["bad-period", 0, "13"]]);
    expect(problems([{ 期: "2017-03", 分: 1 }])).toEqual([["bad-period", 0, "2017-03"]]);
    // The row that lacks it, where others say theirs.
    expect(problems([{ 期: 1, 分: 1 }, { 分: 1 }])).toEqual([["bad-period", 1, ""]]);
  });
});

describe("earlier years", () => {
  function graded() {
    const b = new Builder();
    const g = b.scale("等次", "差", "中", "好");
    b.renamed(g, "合格", 1);
    const s = b.subject("人");
    const score = b.field(s, "分", SCORE);
    const gone = b.field(s, "不评", TRUTH);
    const base = b.expr(
      s,
      null,
      bands(b.fact(s, score), [
        ["90", true, null, false, member(g, 2)],
        ["60", true, "90", false, member(g, 1)],
        [null, false, "60", false, member(g, 0)],
      ]),
    );
    const out = b.expr(s, null, b.fact(s, gone));
    const clause = b.clause(s, out, "第六条", "不予评定");
    const grade = b.grade(s, "等次", g, base, { notAssessed: [{ clause, when: out }] });
    const middle = cmp(b.cell(grade), "==", member(g, 1));
    b.expr(s, "上年等次", { op: "past", type: b.cell(grade).type, back: 1, arg: b.cell(grade) });
    b.expr(s, "上年分", { op: "past", type: SCORE, back: 1, arg: b.fact(s, score) });
    for (const gap of ["breaks", "skips"] as const)
      b.expr(s, gap, { op: "run", type: TRUTH, length: 2, gap, arg: middle });
    return b.measure();
  }
  const m = graded();
  const one = (分: number, 不评 = false) => ({ 人: [{ 编号: "1", 分, 不评 }] });
  const year = (n: number, 分: number, 不评 = false) =>
    evaluate(m, one(分, 不评), { year: n, history: [] }).result;
  const shown = (context: object) => evaluate(m, one(70), context).result.subjects[0]!.values;

  test("no history, a first year, and a year not supplied", () => {
    expect(shown({})).toMatchObject({ 上年等次: null, breaks: null, skips: null });
    expect(shown({ history: [] })).toMatchObject({
      上年等次: null,
      上年分: null,
      breaks: false,
      skips: false,
    });
    expect(shown({ history: [year(2016, 70)] })).toMatchObject({ breaks: null, skips: null });
    expect(evaluate(m, one(95)).result.subjects[0]!.values).toMatchObject({ breaks: false, skips: false });
  });

  test("a run is broken by a year without a grade, or skips it", () => {
    expect(shown({ history: [year(2017, 70)] })).toMatchObject({
      上年等次: "中",
      上年分: 70,
      breaks: true,
      skips: true,
    });
    const history = [year(2017, 70, true), year(2016, 75)];
    expect(shown({ history })).toMatchObject({ 上年等次: null, breaks: false, skips: true });
  });

  test("grades by former names, and grades that were open", () => {
    const past = year(2017, 70);
    const grade = past.subjects[0]!.grades.等次!;
    const with_ = (change: object) => [
      { ...past, subjects: [{ ...past.subjects[0]!, grades: { 等次: { ...grade, ...change } } }] },
    ];
    expect(shown({ history: with_({ grade: "合格" }) })).toMatchObject({ 上年等次: "中", breaks: true });
    expect(shown({ history: with_({ grade: null, possible: ["中", "差"] }) })).toMatchObject({
      breaks: null,
    });
    expect(shown({ history: with_({ grade: null, possible: ["差"] }) })).toMatchObject({ breaks: false });
    expect(grades(evaluate(m, one(70), { history: [past] }), "等次")).toEqual(["中"]);
  });
});
