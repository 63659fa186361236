import { describe, expect, test } from "vitest";
import { emitJs } from "../../src/compiler/emit/js-from-ir.ts";
import { ANY, Builder, bands, cmp, lit, member, num, over, round, SCORE, sum, times } from "./build.ts";
import { evaluate, values } from "./run.ts";

function weighted(): Builder {
  const b = new Builder();
  const s = b.subject("人");
  const x = b.field(s, "甲", SCORE);
  const y = b.field(s, "乙", SCORE);
  const total = sum(times(b.fact(s, x), lit("0.3")), times(b.fact(s, y), lit("0.7")));
  b.expr(s, "得分", total);
  b.expr(s, "取整", round(total, "0.01"));
  b.expr(s, "达到70", cmp(b.cell(0), ">=", lit("70")));
  b.expr(s, "取整达到70", cmp(b.cell(1), ">=", lit("70")));
  b.expr(s, "低于69.995", cmp(b.cell(0), "<", lit("69.995")));
  return b;
}

describe("numbers", () => {
  test("a weighted sum is exact where floats are not", () => {
    const e = evaluate(weighted().measure(), { 人: [{ 编号: "1", 甲: 1.08, 乙: 99.53 }] });
    expect(e.result.subjects[0]!.values).toMatchObject({
      得分: 69.995,
      取整: 70,
      达到70: false,
      取整达到70: true,
      "低于69.995": false,
    });
  });

  test("whole ranges fit integers: the row code has no BigInt", () => {
    const row = /function stage0_0[\s\S]*?return true/.exec(emitJs(weighted().measure()))![0];
    expect(row).not.toMatch(/BigInt|\dn\b|R\.(add|multiply|compare)/);
  });

  test("a fact without bounds is a small integer, and a huge one is still exact", () => {
    const b = new Builder();
    const s = b.subject("人");
    const x = b.field(s, "甲", num(null, null, "0.01"));
    const y = b.field(s, "乙", SCORE);
    b.expr(s, "得分", sum(b.fact(s, x), b.fact(s, y)));
    b.expr(s, "低于0", cmp(b.cell(0), "<", lit("0")));
    const m = b.measure();
    expect(/function stage0_0[\s\S]*?return true/.exec(emitJs(m))![0]).not.toMatch(/BigInt|\dn\b/);
    const rows = [
      { 编号: "1", 甲: -60.5, 乙: 60 },
      { 编号: "2", 甲: "123456789012345678901.25", 乙: 0.5 },
    ];
    const { result, problems } = evaluate(m, { 人: rows });
    expect(problems).toEqual([]);
    expect(result.subjects.map((r) => r.values)).toMatchObject([
      { 得分: -0.5, 低于0: true },
      { 得分: { text: "123456789012345678901.75" }, 低于0: false },
    ]);
  });

  test.each([
    ["half-up", "2.345", 2.35],
    ["half-up", "-2.345", -2.35],
    ["down", "-2.341", -2.35],
    ["up", "-2.349", -2.34],
    ["up", "2.341", 2.35],
  ] as const)("rounding %s of %s", (mode, value, expected) => {
    const b = new Builder();
    const s = b.subject("人");
    const x = b.field(s, "数", num("-10", "10", "0.001"));
    b.expr(s, "结果", round(b.fact(s, x), "0.01", mode));
    expect(values(evaluate(b.measure(), { 人: [{ 编号: "1", 数: value }] }), "结果")).toEqual([expected]);
  });

  test("quotients stay fractions until they are rounded", () => {
    const b = new Builder();
    const s = b.subject("人");
    const x = b.field(s, "甲", num("0", "1000", "1"));
    const y = b.field(s, "乙", num("0", "1000", "1"));
    const ratio = over(b.fact(s, x), b.fact(s, y));
    b.expr(s, "比", ratio);
    b.expr(s, "三倍", times(ratio, lit("3")));
    b.expr(s, "四舍五入", round(ratio, "0.01"));
    const e = evaluate(b.measure(), { 人: [{ 编号: "1", 甲: 2, 乙: 3 }] });
    expect(e.result.subjects[0]!.values).toMatchObject({
      比: { num: "2", den: "3", text: "0.666667" },
      三倍: 2,
      四舍五入: 0.67,
    });
    const zero = evaluate(b.measure(), {
      人: [
        { 编号: "1", 甲: 2, 乙: 0 },
        { 编号: "2", 甲: 1, 乙: 4 },
      ],
    });
    expect(values(zero, "比")).toEqual([null, 0.25]);
    expect(zero.result.subjects[0]!.undetermined[0]).toMatchObject({
      name: "比",
      because: [{ kind: "zero-divisor", cite: "第一条" }],
    });
  });

  test("numbers beyond 2^53 and unbounded ones are exact", () => {
    const b = new Builder();
    const s = b.subject("人");
    const x = b.field(s, "大", num("0", "9007199254740991", "1"));
    const y = b.field(s, "无界", num(null, null, "0.01"));
    const z = b.field(s, "任意", ANY);
    b.expr(s, "积", times(b.fact(s, x), b.fact(s, x)));
    b.expr(s, "和", sum(b.fact(s, y), b.fact(s, x)));
    b.expr(s, "差一", cmp(sum(b.fact(s, x), lit("1")), ">", b.fact(s, x)));
    b.expr(s, "商", times(b.fact(s, z), lit("3")));
    const cohort = { 人: [{ 编号: "1", 大: "9007199254740991", 无界: "0.01", 任意: "1e-7" }] };
    const e = evaluate(b.measure(), cohort);
    expect(e.result.subjects[0]!.values).toMatchObject({
      积: { text: "81129638414606663681390495662081" },
      和: { text: "9007199254740991.01" },
      差一: true,
      商: 3e-7,
    });
  });

  test("a guarded division by zero stays in the strict program", () => {
    const b = new Builder();
    const s = b.subject("人");
    const x = b.field(s, "甲", num("0", "10", "1"));
    b.expr(s, "比", {
      op: "if",
      type: ANY,
      condition: cmp(b.fact(s, x), "==", lit("0")),
      then: lit("0"),
      otherwise: over(lit("1"), b.fact(s, x)),
    });
    expect(
      values(
        evaluate(b.measure(), {
          人: [
            { 编号: "1", 甲: 0 },
            { 编号: "2", 甲: 8 },
          ],
        }),
        "比",
      ),
    ).toEqual([0, 0.125]);
  });

  test("bands decide on both sides of every limit", () => {
    const b = new Builder();
    const g = b.scale("等次", "差", "中", "好");
    const s = b.subject("人");
    const x = b.field(s, "分", SCORE);
    b.expr(
      s,
      "结果",
      bands(b.fact(s, x), [
        ["90", true, null, false, member(g, 2)],
        ["60", true, "90", false, member(g, 1)],
        [null, false, "60", false, member(g, 0)],
      ]),
    );
    const scores = [100, 90, 89.99, 60, 59.99, 0];
    const e = evaluate(b.measure(), { 人: scores.map((分, i) => ({ 编号: String(i), 分 })) });
    expect(values(e, "结果")).toEqual(["好", "好", "中", "中", "差", "差"]);
  });
});
