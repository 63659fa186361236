import { expect, test } from "vitest";
import { load } from "../../src/compiler/emit/load.ts";
import type { CompiledMeasure } from "../../src/runtime/compiled.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import {
  Builder,
  bands,
  bound,
  cmp,
  link,
  lit,
  member,
  num,
  round,
  row,
  SCORE,
  sum,
  TRUTH,
  times,
  via,
} from "./build.ts";

/** The same measure with an open program that must not be asked for cells. */
function strictOnly(compiled: CompiledMeasure): CompiledMeasure {
  const refuse = () => {
    throw new Error("the open program ran");
  };
  const cells = compiled.open.cells.map((c) => c && refuse);
  return { ...compiled, open: { ...compiled.open, cells } };
}

function everything() {
  const b = new Builder();
  const g = b.scale("等次", "差", "中", "好");
  const r = b.record("月表");
  const points = b.recordField(r, "分", SCORE);
  const village = b.subject("村");
  const months = b.field(village, "月报", { kind: "list", record: r, frequency: "month" });
  const capped = b.field(village, "受限", TRUTH);
  const rows = b.rowsOf(village, months);
  const column = b.expr(rows, null, times(b.fact(rows, points), lit("0.9")));
  const mean = b.expr(
    village,
    "均分",
    {
      op: "aggregate",
      type: num("0", "100", null),
      fn: "mean",
      list: months,
      value: b.column(column),
      where: cmp(b.column(column), ">", lit("1")),
      missing: "drop",
      window: null,
    },
    1,
  );
  const when = b.expr(village, null, b.fact(village, capped));
  const clause = b.clause(village, when, "第二条", "最高评为 中");
  const place = b.place(village, g, mean, { rows: [row("top", 2, lit("0.5"), true)], rest: 1 }, 2);
  const grade = b.grade(village, "等次", g, place, { ceilings: [bound(clause, when, 1)] }, 2);
  b.population(village, "总分", num(null, null, null), "sum", { operand: mean }, 2);
  const team = b.subject("队");
  const at = b.field(team, "村", link(village));
  const good = b.expr(team, "村好", cmp(via(at, b.cell(grade)), "==", member(g, 2)), 3);
  b.expr(
    team,
    "得分",
    { op: "if", type: SCORE, condition: b.cell(good), then: via(at, b.cell(mean)), otherwise: lit("0") },
    3,
  );
  b.expr(team, "取整", round(sum(via(at, b.cell(mean)), lit("0.005")), "0.01"), 3);
  b.expr(
    team,
    "档",
    bands(b.cell(good + 1), [
      ["60", true, null, false, member(g, 2)],
      [null, false, "60", false, member(g, 0)],
    ]),
    3,
  );
  return b.measure();
}
const cohort = {
  村: [80, 90, 70].map((x, i) => ({
    编号: `${i}`,
    受限: i === 1,
    月报: [
      { 期: 1, 分: x },
      { 期: 3, 分: 1 },
      { 期: 4, 分: x + 5 },
    ],
  })),
  队: [0, 1, 2].map((i) => ({ 编号: `${i}`, 村: `${i}` })),
};

test("complete data never reach the open program", () => {
  const compiled = load(everything());
  const strict = evaluateCohort(strictOnly(compiled), cohort, { year: 2018 });
  const open = evaluateCohort(compiled, cohort, { year: 2018 }, "open");
  expect(strict.result).toEqual(open.result);
  expect(strict.result.subjects.map((s) => s.grades.等次?.grade)).toEqual([
    "好",
    "中",
    "中",
    undefined,
    undefined,
    undefined,
  ]);
  expect(strict.result.subjects.slice(3).map((s) => s.values)).toMatchObject([
    { 村好: true, 得分: 74.25, 取整: 74.26, 档: "好" },
    { 村好: false, 得分: 0, 取整: 83.26, 档: "差" },
    { 村好: false, 得分: 0, 取整: 65.26, 档: "差" },
  ]);
  expect(strict.result.subjects[0]!.values.总分).toBe(222.75);
});

test("a fact that no cell reads may be missing", () => {
  const b = new Builder();
  const s = b.subject("人");
  b.expr(s, "倍", times(b.fact(s, b.field(s, "分", SCORE)), lit("2")));
  b.field(s, "备注", SCORE);
  const e = evaluateCohort(strictOnly(load(b.measure())), { 人: [{ 编号: "1", 分: 3 }] }, { year: 2018 });
  expect(e.result.subjects[0]).toMatchObject({ values: { 倍: 6 }, facts: { 备注: null } });
});
