import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { Code, js, name, text } from "../../src/compiler/emit/fragments.ts";
import { emitJs } from "../../src/compiler/emit/js-from-ir.ts";
import { load } from "../../src/compiler/emit/load.ts";
import { schemaFromIr } from "../../src/compiler/emit/schema-from-ir.ts";
import { explainSubject } from "../../src/runtime/explain.ts";
import { Builder, num, SCORE } from "./build.ts";
import { HOSTILE, named } from "./hostile-measure.ts";
import { evaluate } from "./run.ts";

describe("hostile names", () => {
  test.each(HOSTILE)("%j is only data", (n) => {
    const m = named(n);
    const emitted = emitJs(m);
    expect(emitted).not.toMatch(/<\/script|[\u2028\u2029\ufeff]/);
    expect(emitJs(named(n))).toBe(emitted);
    const row = (id: string, score: unknown) =>
      JSON.parse(
        JSON.stringify([
          [`${n}1`, id],
          [n, score],
          [`${n}w`, n],
        ]),
        (_, v) => v,
      ) as [string, unknown][];
    const cohort = Object.create(null) as Record<string, Record<string, unknown>[]>;
    cohort[n] = [row(n, 0), row("2", 5), row("3", "?")].map((entries) => {
      const record = Object.create(null) as Record<string, unknown>;
      for (const [key, value] of entries) record[key] = value;
      return record;
    });
    const e = evaluate(m, cohort, { history: [] });
    const [first, second, third] = e.result.subjects;
    expect(Object.keys(first!.values)).toEqual([`${n}值`, `${n}文`, `${n}比`, `${n}往`]);
    expect(first!.grades[n]).toMatchObject({ grade: n });
    expect(second!.grades[n]).toMatchObject({ grade: `${n}2` });
    expect(third!.grades[n]).toMatchObject({ grade: null });
    expect(e.problems).toMatchObject([{ field: n, issue: "wrong-type", value: "?" }]);
    expect(first!.consequences).toMatchObject([{ target: n, action: n, by: [n] }]);
    expect(explainSubject(first!, "zh", load(m).tables).join("")).toContain(n);
    expect((globalThis as { pwned?: boolean }).pwned).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("data with prototype keys do no harm", () => {
    const b = new Builder();
    const s = b.subject("人");
    b.field(s, "分", SCORE);
    const raw = JSON.parse('{"__proto__":[{"x":1}],"人":[{"编号":"1","__proto__":{"分":3},"分":1}]}');
    const e = evaluate(b.measure(), raw, { parameters: JSON.parse('{"__proto__":1}') });
    expect(e.problems.map((p) => p.issue).sort()).toEqual([
      "unknown-field",
      "unknown-kind",
      "unknown-parameter",
    ]);
    expect(e.result.subjects[0]!.facts).toEqual({ 编号: "1", 分: 1 });
  });
});

describe("fragments", () => {
  test("a text is one quoted literal", () => {
    for (const n of HOSTILE) {
      const quoted = text(n).toString();
      expect(quoted).toMatch(/^"[^\u2028\u2029<>]*"$/);
      expect(JSON.parse(quoted)).toBe(n);
    }
  });
  test("strings do not pass as code, nor numbers as names", () => {
    // @ts-expect-error a string is no Code
    expect(() => js`${"alert(1)"}`).toThrow();
    expect(() => name("c", 1.5)).toThrow(RangeError);
    expect(name("Row", 0, 4)).toBeInstanceOf(Code);
  });
});

describe("the schema of the data", () => {
  test("is accepted by a strict validator and accepts what the runtime reads", () => {
    const b = new Builder();
    const g = b.options("类", "甲", "乙");
    const r = b.record("月表");
    b.recordField(r, "分", SCORE);
    const s = b.subject("人");
    b.field(s, "完成率", num("0", "3", "0.0001", "%"), {
      alias: "rate",
      description: "完成情况",
      sources: ["统计局"],
    });
    b.field(s, "类别", { kind: "choice", enumeration: g });
    b.field(s, "月报", { kind: "list", record: r, frequency: "month" });
    const schema = schemaFromIr(b.measure());
    const validate = new Ajv({ strict: true }).compile(schema);
    expect(validate({ 人: [{ 编号: "1", 完成率: 47.5, 类别: "甲", 月报: [{ 期: "3月", 分: 9 }] }] })).toBe(
      true,
    );
    expect(validate({ 人: [{ 编号: "1", rate: null }] })).toBe(true);
    expect(validate({ 人: [{ 编号: "1", rate: 301 }] })).toBe(false);
    expect(validate({ 人: [{ 编号: "1", 类别: "丙" }] })).toBe(false);
    expect(validate({ 人: [{ 完成率: 1 }] })).toBe(false);
    expect(JSON.stringify(schema)).toContain("完成情况;%,0~300,精确到0.01;来源:统计局");
  });
  test("of hostile names compiles", () => {
    for (const n of HOSTILE.filter((h) => h !== "\ud800"))
      expect(() => new Ajv({ strict: true }).compile(schemaFromIr(named(n)))).not.toThrow();
  });
});
