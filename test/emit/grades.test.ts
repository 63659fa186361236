import { describe, expect, test } from "vitest";
import { load } from "../../src/compiler/emit/load.ts";
import type { Atom } from "../../src/compiler/ir/ir.ts";
import { explainSubject } from "../../src/runtime/explain.ts";
import {
  Builder,
  bands,
  bound,
  cmp,
  DATE,
  link,
  lit,
  member,
  num,
  or,
  PARTY,
  param,
  SCORE,
  shift,
  TRUTH,
  via,
} from "./build.ts";
import { evaluate, grades, possible } from "./run.ts";

/** 差 < 中 < 良 < 优 by bands of 分; 造假 is a veto, 表扬 raises, 批评 reduces. */
function assessed() {
  const b = new Builder();
  const g = b.scale("等次", "差", "中", "良", "优");
  const s = b.subject("人");
  const score = b.field(s, "分", SCORE);
  const fields = ["造假", "表扬", "批评", "未满一年"].map((name) => b.field(s, name, TRUTH));
  const [fraud, praise, blame, short] = fields.map((f) => b.expr(s, null, b.fact(s, f)));
  const low = b.expr(s, null, cmp(b.fact(s, score), "<", lit("60")));
  const veto = b.expr(s, null, or(b.cell(low), b.cell(fraud!)));
  const base = b.expr(
    s,
    null,
    bands(b.fact(s, score), [
      ["90", true, null, false, member(g, 3)],
      ["75", true, "90", false, member(g, 2)],
      [null, false, "75", false, member(g, 1)],
    ]),
  );
  const atom: Atom = { holds: low, name: "分", value: b.fact(s, score), test: "低于60分" };
  const vetoed = b.clause(s, veto, "第十七条(二)", "评为 差", [atom]);
  const raised = b.clause(s, praise!, "第四条", "提高1个等次");
  const reduced = b.clause(s, blame!, "第五条", "降低1个等次");
  const out = b.clause(s, short!, "第六条", "不予评定");
  const grade = b.grade(s, "等次", g, base, {
    raises: [shift(raised, praise!, 1)],
    reductions: [shift(reduced, blame!, 1)],
    ceilings: [bound(vetoed, veto, 0, true)],
    notAssessed: [{ clause: out, when: short! }],
  });
  return { b, s, g, grade, vetoed };
}
const person = (分: unknown, more: Record<string, unknown> = {}) => ({
  编号: "1",
  分,
  造假: false,
  表扬: false,
  批评: "否",
  未满一年: false,
  ...more,
});

describe("grades", () => {
  test.each([
    [90, {}, "优"],
    [89.99, {}, "良"],
    [60, {}, "中"],
    [59.99, {}, "差"],
    [95, { 造假: true }, "差"],
    [80, { 表扬: true }, "优"],
    [95, { 表扬: true, 批评: "是" }, "良"],
    [95, { 造假: true, 表扬: true }, "差"],
    [95, { 未满一年: true }, null],
  ])("%s with %o is %s", (score, more, expected) => {
    const e = evaluate(assessed().b.measure(), { 人: [person(score, more)] });
    expect(grades(e, "等次")).toEqual([expected]);
  });

  test("what is decided is decided with facts missing", () => {
    const m = assessed().b.measure();
    const fraud = evaluate(m, { 人: [person(null, { 造假: true })] });
    expect(grades(fraud, "等次")).toEqual(["差"]);
    const score = evaluate(m, { 人: [person(null)] });
    expect(possible(score, "等次")).toEqual([["优", "良", "中", "差"]]);
    const blame = evaluate(m, { 人: [person(80, { 批评: undefined })] });
    expect(possible(blame, "等次")).toEqual([["良", "中"]]);
    expect(blame.result.subjects[0]!.grades.等次!.reductions).toEqual([
      { cites: ["第五条"], certain: false, steps: 1 },
    ]);
    expect(blame.result.subjects[0]!.undetermined).toMatchObject([
      { what: "grade", name: "等次", because: [{ kind: "missing-fact", subject: "1", field: "批评" }] },
      { what: "clause", name: "降低1个等次", cite: "第五条" },
    ]);
  });

  test("the result says why, in data and in words", () => {
    const { b } = assessed();
    const e = evaluate(b.measure(), { 人: [person(58.5)] });
    const s = e.result.subjects[0]!;
    expect(s.grades.等次!.base).toEqual({
      grade: "中",
      possible: ["中"],
      cites: ["第一条"],
      text: "第3行",
      figures: [{ name: "分", value: 58.5, unit: "分", test: "" }],
    });
    expect(s.grades.等次!.ceilings).toEqual([
      { cites: ["第十七条(二)"], certain: true, grade: "差", veto: true },
    ]);
    expect(s.clauses).toEqual([
      {
        cite: "第十七条(二)",
        path: ["第十七条(二)"],
        title: null,
        figures: [{ name: "分", value: 58.5, unit: "分", test: "低于60分" }],
        condition: "c5",
        effect: "评为 差",
      },
    ]);
    const { tables } = load(b.measure());
    expect(explainSubject(s, "zh", tables)).toEqual([
      "等次：依第一条先评为 中（分 58.50分，第3行）；依第十七条(二) 评为 差；结果为 差。",
      "分 58.50分，低于60分，依第十七条(二) 评为 差。",
    ]);
    expect(explainSubject(s, "en", tables)).toContain("分 58.50分 (低于60分): under 第十七条(二), 评为 差.");
  });
});

describe("consequences", () => {
  test("bases are merged, 应当 absorbs 可以, the later end wins, an open end most of all", () => {
    const { b, s, vetoed } = assessed();
    const ban = b.action("不得提拔");
    const when = b.expr(s, null, b.cell(1));
    const praised = b.clause(s, when, "第七条", "x");
    const from = b.field(s, "决定日", DATE);
    const period = (years: number, dated: boolean) => ({
      kind: "period" as const,
      years,
      months: 0,
      days: 0,
      from: dated ? b.fact(s, from) : null,
      text: `${years}年`,
    });
    b.consequence(vetoed, ban, { actions: [{ action: ban, argument: period(1, true) }], modality: "may" });
    b.consequence(praised, ban, { actions: [{ action: ban, argument: period(2, true) }], by: ["组织部"] });
    const facts = { 造假: true, 表扬: true, 决定日: "2016-02-29" };
    const e = evaluate(b.measure(), { 人: [person(80, facts)] });
    expect(e.result.subjects[0]!.consequences).toMatchObject([
      {
        target: "本人",
        targetIds: ["1"],
        action: "不得提拔",
        argument: "2年",
        from: "2016-02-29",
        until: "2018-02-28",
        modality: "must",
        by: ["组织部"],
        cites: ["第十七条(二)", "第七条"],
      },
    ]);
    b.consequence(praised, ban, { actions: [{ action: ban, argument: period(3, false) }] });
    const open = evaluate(b.measure(), { 人: [person(80, facts)] });
    expect(open.result.subjects[0]!.consequences).toMatchObject([
      { argument: "3年", from: null, until: null },
    ]);
  });

  test("an unset argument is 待定 and listed; a pending choice names its measures", () => {
    const { b, s, vetoed } = assessed();
    const points = num("0", "10", "0.1");
    const p = b.parameter("扣分", points);
    const [cut, out, down] = [b.action("扣减"), b.action("免职"), b.action("降职")];
    const value = { kind: "value" as const, expr: param(p, points) };
    b.consequence(vetoed, cut, { actions: [{ action: cut, argument: value }] });
    b.consequence(vetoed, out, {
      actions: [out, down].map((action) => ({ action, argument: null })),
      target: { kind: "role", text: "分管领导" },
    });
    const boss = b.field(s, "领导", PARTY);
    b.consequence(vetoed, down, { target: { kind: "party", links: [], field: boss, text: "领导" } });
    const e = evaluate(b.measure(), { 人: [person(10, { 领导: ["负责人甲", "负责人乙"] })] });
    expect(e.result.subjects[0]!.consequences).toMatchObject([
      { action: "扣减", argument: "待定" },
      { target: "分管领导", targetIds: [], action: "免职、降职", choice: ["免职", "降职"] },
      { target: "领导", targetIds: ["负责人甲", "负责人乙"], action: "降职" },
    ]);
    expect(e.result.subjects[0]!.undetermined).toEqual([
      {
        what: "consequence",
        name: "扣减",
        cite: "第十七条(二)",
        possible: ["0分", "10分"],
        because: [{ kind: "open-parameter", name: "扣分", cite: "第一条" }],
        target: "本人",
        part: "amount",
      },
    ]);
    const set = evaluate(b.measure(), { 人: [person(10)] }, { parameters: { 扣分: "1.5" } });
    expect(set.result.subjects[0]!.consequences[0]).toMatchObject({ argument: "1.5分" });
  });

  test("duties and prohibitions give findings", () => {
    const { b, s } = assessed();
    b.requirement(s, 1, "duty");
    b.requirement(s, 2, "prohibition");
    const e = evaluate(b.measure(), { 人: [person(80, { 批评: null })] });
    expect(e.result.subjects[0]!.findings.map((f) => f.status)).toEqual(["not-met", "undetermined"]);
  });
});

test("a value seen through a link follows the linked subject", () => {
  const b = new Builder();
  const g = b.scale("等次", "差", "好");
  const village = b.subject("村");
  const score = b.field(village, "分", SCORE);
  const team = b.subject("队");
  const at = b.field(team, "所在村", link(village));
  const base = b.expr(
    village,
    null,
    bands(b.fact(village, score), [
      ["60", true, null, false, member(g, 1)],
      [null, false, "60", false, member(g, 0)],
    ]),
  );
  const grade = b.grade(village, "等次", g, base);
  b.expr(team, "村好", cmp(via(at, b.cell(grade)), "==", member(g, 1)), 1);
  const e = evaluate(b.measure(), {
    村: [
      { 编号: "A", 分: 70 },
      { 编号: "B", 分: 50 },
    ],
    队: [
      { 编号: "1", 所在村: "A" },
      { 编号: "2", 所在村: "B" },
      { 编号: "3", 所在村: "C" },
    ],
  });
  expect(e.result.subjects.slice(2).map((s) => s.values.村好)).toEqual([true, false, null]);
  expect(e.problems).toMatchObject([
    { kind: "队", index: 2, field: "所在村", issue: "no-such-subject", value: "C" },
  ]);
});
