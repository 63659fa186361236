import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { besides, FormCheck } from "../../src/data/form-check.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import type { RawCohort } from "../../src/runtime/facts.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { arbitraryCase } from "../generators/case.ts";
import { contextOf } from "./product.ts";
import { runs } from "./runs.ts";

/**
 * The JSON Schema of a measure and the evaluation agree about facts: what the evaluation takes the schema takes too, and
 * nothing that the schema refuses escapes the evaluation, whatever is put in the place of a fact.
 */

const WRONG: readonly unknown[] = [
  1e9,
  -1e9,
  0.123456789,
  "",
  "  ",
  "无",
  "四十",
  "2018-02-30",
  "2018-4-23",
  true,
  false,
  null,
  [],
  {},
  ["x"],
  { a: 1 },
  [null],
  [{}],
  "不适用",
  "9".repeat(80),
];

/** A cohort with some facts, or facts of records, replaced. */
function spoilt(cohort: RawCohort, picks: readonly (readonly [number, number, number])[]): RawCohort {
  const copy = structuredClone(cohort) as Record<string, Record<string, unknown>[]>;
  const rows = Object.values(copy).flat();
  for (const [row, field, value] of picks) {
    const record = rows.length === 0 ? undefined : rows[row % rows.length];
    if (record === undefined) continue;
    const places = Object.entries(record).flatMap(([name, v]): [Record<string, unknown>, string][] => [
      [record, name],
      ...(Array.isArray(v) ? v : []).flatMap((r): [Record<string, unknown>, string][] =>
        typeof r === "object" && r !== null
          ? Object.keys(r).map((n) => [r as Record<string, unknown>, n])
          : [],
      ),
    ]);
    const place = places[field % places.length];
    if (place !== undefined) place[0][place[1]] = WRONG[value % WRONG.length];
  }
  return copy as RawCohort;
}

function check(measure: Measure, cohort: RawCohort, context: Parameters<typeof evaluateCohort>[2]): void {
  const { problems } = evaluateCohort(load(measure), cohort, context);
  const refused = new FormCheck(measure).refused(cohort as never);
  expect(besides(refused, problems)).toEqual([]);
}

const picks = fc.array(fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)), { maxLength: 4 });

describe("the form of facts", () => {
  test.each([[false], [true]])("is judged alike by the schema and the evaluation (holes: %s)", (holes) => {
    fc.assert(
      fc.property(arbitraryCase({ holes }), picks, (c, p) => {
        check(c.measure, spoilt(c.cohort, p), contextOf(c.context));
      }),
      runs(20),
    );
  });

  it("is told at its fact, with what is wrong with it", () => {
    const text = `办法 试
对象 人,标识 编号
  编号: 文字
  分: 0至30分
  类: 选项 甲、乙
  月表: 考核表 每月一份
记录 考核表
  得: 0至10分
第一条 总分 = 分`;
    const { measure } = compile(new SourceText("m.banfa", text));
    const cohort = { 人: [{ 编号: "A", 分: 31, 类: "丙", 月表: [{ 得: 1 }, { 得: 11 }] }] };
    const refused = new FormCheck(measure!).refused(cohort as never);
    expect(
      refused.map(({ field, list, issue, value }) => [
        list?.field ?? "",
        list?.index ?? "",
        field,
        issue,
        value,
      ]),
    ).toEqual([
      ["", "", "分", "out-of-range", "31"],
      ["", "", "类", "unknown-member", "丙"],
      ["月表", 1, "得", "out-of-range", "11"],
    ]);
  });
});
