import { describe, expect, test } from "vitest";
import { load } from "../../src/compiler/emit/load.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import { explainSubject } from "../../src/runtime/explain.ts";
import { partsOf } from "../../src/runtime/open-causes.ts";
import { Builder, bound, lit, num, param, row, SCORE, TEXT, TRUTH } from "./build.ts";
import { evaluate, grades, possible, values } from "./run.ts";

type Place = Parameters<Builder["place"]>[3];

/** Grades 差 < 中 < 好 by rank of 分, with 受限 capping at 中. */
function ranked(parts: (b: Builder) => Place): Measure {
  const b = new Builder();
  const g = b.scale("等次", "差", "中", "好");
  const s = b.subject("人");
  const score = b.field(s, "分", SCORE);
  const capped = b.field(s, "受限", TRUTH);
  const county = b.field(s, "县", TEXT);
  b.expr(s, null, b.fact(s, score));
  b.expr(s, null, b.fact(s, capped));
  b.expr(s, null, b.fact(s, county));
  const place = b.place(s, g, 0, { rest: 1, ...parts(b) });
  const clause = b.clause(s, 1, "第三条", "最高评为 中");
  b.grade(s, "等次", g, place, { ceilings: [bound(clause, 1, 1)] }, 1);
  return b.measure();
}

const people = (scores: readonly (number | null)[], more: Record<string, unknown>[] = []) => ({
  人: scores.map((分, i) => ({ 编号: String(i), 分, 受限: false, 县: "甲", ...more[i] })),
});
const top = (n: string, share = false) => [row("top", 2, lit(n), share)];

describe("grades by rank", () => {
  test("ties share, stay out, or stay open", () => {
    const scores = [90, 80, 80, 70];
    const by = (ties: "share" | "out" | "open") => ranked(() => ({ ties, rows: top("2") }));
    expect(grades(evaluate(by("share"), people(scores)), "等次")).toEqual(["好", "好", "好", "中"]);
    expect(grades(evaluate(by("out"), people(scores)), "等次")).toEqual(["好", "中", "中", "中"]);
    const open = evaluate(by("open"), people(scores));
    expect(possible(open, "等次")).toEqual([["好"], ["好", "中"], ["好", "中"], ["中"]]);
    expect(open.result.subjects[1]!.undetermined[0]!.because).toEqual([{ kind: "tie", cite: "第一条" }]);
  });

  test("bottom rows count from the end; top rows fill first", () => {
    const m = ranked(() => ({ rows: [row("top", 2, lit("1")), row("bottom", 0, lit("2"))] }));
    expect(grades(evaluate(m, people([50, 90, 70, 60])), "等次")).toEqual(["差", "好", "中", "差"]);
    expect(grades(evaluate(m, people([50, 90])), "等次")).toEqual(["差", "好"]);
    expect(grades(evaluate(m, people([90])), "等次")).toEqual(["好"]);
  });

  test("a share is rounded as it says", () => {
    const m = ranked(() => ({ rows: top("0.3", true) }));
    expect(grades(evaluate(m, people([9, 8, 7, 6, 5])), "等次")).toEqual(["好", "好", "中", "中", "中"]);
  });

  test("groups are ranked apart, a pool bounds who takes part", () => {
    const m = ranked(() => ({ rows: top("1"), groups: [2] }));
    const e = evaluate(m, people([9, 8, 7], [{}, {}, { 县: "乙" }]));
    expect(grades(e, "等次")).toEqual(["好", "中", "好"]);
    const pooled = ranked(() => ({ rows: top("1"), pool: 1, rest: 0 }));
    expect(grades(evaluate(pooled, people([9, 8], [{}, { 受限: true }])), "等次")).toEqual(["差", "中"]);
  });

  test("a restricted subject is passed over", () => {
    const m = ranked(() => ({ rows: top("1"), ceilings: [bound(0, 1, 1)] }));
    expect(grades(evaluate(m, people([9, 8], [{ 受限: true }])), "等次")).toEqual(["中", "好"]);
  });

  test("an open quota leaves open only those it may reach", () => {
    const m = ranked((b) => {
      const p = b.parameter("名额", num("1", "2", "1", "名"));
      return { rows: [row("top", 2, param(p, num("1", "2", "1", "名")))] };
    });
    const e = evaluate(m, people([9, 8, 7]));
    expect(possible(e, "等次")).toEqual([["好"], ["好", "中"], ["中"]]);
    expect(e.result.subjects[1]!.undetermined[0]!.because).toEqual([
      { kind: "open-parameter", name: "名额", cite: "第一条" },
    ]);
    expect(grades(evaluate(m, people([9, 8, 7]), { parameters: { 名额: 2 } }), "等次")).toEqual([
      "好",
      "好",
      "中",
    ]);
  });

  test("a missing score leaves open whom it may overtake, nobody else", () => {
    const m = ranked(() => ({ rows: top("2") }));
    const e = evaluate(m, people([90, 80, 70, null]));
    expect(possible(e, "等次")).toEqual([["好"], ["好", "中"], ["中"], ["好", "中"]]);
    expect(e.result.subjects[1]!.undetermined[0]!.because).toEqual([
      { kind: "missing-fact", subject: "3", field: "分" },
    ]);
  });

  test("many subjects, few of them open, are placed quickly", () => {
    const m = ranked(() => ({ rows: top("0.2", true) }));
    const scores = Array.from({ length: 4000 }, (_, i) => (i % 500 === 0 ? null : ((i * 37) % 10001) / 100));
    const before = performance.now();
    const e = evaluate(m, people(scores));
    expect(performance.now() - before).toBeLessThan(8000);
    expect(e.result.subjects.filter((s) => s.grades.等次!.grade === null).length).toBeLessThan(40);
  });

  test("many subjects, all of them open, in one group or with an unknown one, cost n log n", () => {
    const m = ranked(() => ({ rows: [...top("0.2", true), row("bottom", 0, lit("5"))], groups: [2] }));
    const seconds = (n: number, scores: (i: number) => number | null): number => {
      const more = Array.from({ length: n }, (_, i) => ({ 县: i % 9 === 0 ? null : `${i % 7}`, 受限: null }));
      const cohort = people(
        more.map((_, i) => scores(i)),
        more,
      );
      const before = process.cpuUsage();
      evaluateCohort(load(m), cohort, { year: 2018 });
      return process.cpuUsage(before).user / 1e6;
    };
    const scores = (i: number): number | null => (i % 3 === 0 ? null : ((i * 37) % 10001) / 100);
    seconds(500, scores);
    // A square would make it 64 times.
    expect(seconds(8000, scores)).toBeLessThan(25 * Math.max(0.05, seconds(1000, scores)));
  });

  test("many causes that differ only in the subject are one, beside the subject's own", () => {
    const m = ranked(() => ({ rows: top("3") }));
    const scores = Array.from({ length: 14 }, (_, i) => (i < 12 ? null : 60));
    const e = evaluate(m, people(scores, [{}, { 受限: null }]));
    const because = (i: number) =>
      e.result.subjects[i]!.undetermined.find((u) => u.what === "grade")!.because;
    const many = {
      ...{ kind: "many-subjects", issue: "missing-fact", field: "分", count: 12 },
      subjects: ["0", "1", "2"],
    };
    const own = (id: string, field: string) => ({ kind: "missing-fact", subject: id, field });
    expect(because(5)).toEqual([own("5", "分"), many]);
    // Whatever the score turns out to be, the ceiling may still lower what it gives.
    expect(because(1)).toEqual([own("1", "分"), own("1", "受限"), many]);
    expect(because(13)).toEqual([many]);
    expect(partsOf(because(13)[0]!)).toHaveLength(12);
    const said = (lang: "zh" | "en") => explainSubject(e.result.subjects[13]!, lang, load(m).tables).join();
    expect(said("zh")).toContain("12个对象（0、1、2 等）没有填报 分");
    expect(said("en")).toContain("分 is missing for 12 subjects (0, 1, 2 and others)");
  });

  test("an open tie is a cause in every row in which it stands", () => {
    const rows = [row("top", 2, lit("1")), row("bottom", 0, lit("1"))];
    const e = evaluate(
      ranked(() => ({ ties: "open", rows })),
      people([90, 90, 60, 50, 50]),
    );
    expect(possible(e, "等次")).toEqual([["好", "中"], ["好", "中"], ["中"], ["中", "差"], ["中", "差"]]);
    const ties = [{ kind: "tie", cite: "第一条" }];
    expect(e.result.subjects[0]!.undetermined[0]!.because).toEqual(ties);
  });
});

describe("figures over the population", () => {
  function figures(): Measure {
    const b = new Builder();
    const s = b.subject("人");
    const score = b.field(s, "分", SCORE);
    b.expr(s, null, b.fact(s, score));
    for (const fn of ["rank", "max", "min", "mean", "sum", "count"] as const)
      b.population(s, fn, num(null, null, null), fn, { operand: fn === "count" ? null : 0 });
    b.population(s, "rank out", num(null, null, null), "rank", { operand: 0, ties: "out" });
    return b.measure();
  }

  test("on complete data", () => {
    const e = evaluate(figures(), people([90, 80, 80]));
    expect(values(e, "rank")).toEqual([1, 2, 2]);
    expect(values(e, "rank out")).toEqual([1, 3, 3]);
    expect(e.result.subjects[0]!.values).toMatchObject({ max: 90, min: 80, sum: 250, count: 3 });
    expect(values(e, "mean")[0]).toEqual({ num: "250", den: "3", text: "83.333333" });
  });

  test("with a missing score", () => {
    const e = evaluate(figures(), people([90, null, 10]));
    expect(values(e, "rank")).toEqual([null, null, null]);
    const open = (name: string) => e.result.subjects[0]!.undetermined.find((u) => u.name === name)!.possible;
    expect(open("rank")).toEqual(["1分", "2分"]);
    expect(open("sum")).toEqual(["100分", "200分"]);
    expect(open("max")).toEqual(["90分", "100分"]);
  });
});
