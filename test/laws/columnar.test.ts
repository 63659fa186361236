import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import { REASON_BITS } from "../../src/runtime/columnar.ts";
import { FullEvaluator } from "../../src/runtime/full.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { runs } from "./runs.ts";

const path = "policies/guangxi/measure.banfa";
const { measure } = compile(new SourceText(path, readFileSync(path, "utf8")));
const evaluator = new FullEvaluator(load(measure!));

const hundredths = (max: number) => fc.integer({ min: 0, max }).map((n) => n / 100);
const leader = fc.record({
  平时考核分: hundredths(3000),
  年终考核分: hundredths(7000),
  加减分: fc.integer({ min: -500, max: 500 }).map((n) => n / 100),
  建房进度: hundredths(10000),
  安全事故: fc.constantFrom("无", "损失较大", "损失严重", "人员死亡"),
  资金问题: fc.constantFrom("无", "违反规定", "严重违反规定"),
  监管问题: fc.constantFrom("无", "通报督办", "问责"),
  弄虚作假: fc.boolean(),
  违纪违法: fc.boolean(),
});

/** Columns in and out say what records and outcomes say. */
test("columns and records give the same results", () => {
  fc.assert(
    fc.property(
      fc.array(leader, { minLength: 1, maxLength: 30 }),
      fc.nat(5),
      fc.boolean(),
      (leaders, places, whole) => {
        const context = { year: 2018, parameters: { 优秀名额: places }, history: [] };
        const records = leaders.map((l, i) => ({ 编号: `${i}`, ...l }));
        const { outcomes } = evaluator.evaluateAll({ 包点领导: records }, context);
        const columns = Object.fromEntries(
          Object.keys(leaders[0]!).map((name) => {
            const values = leaders.map((l) => l[name as keyof typeof l]);
            const numbers = whole && typeof values[0] === "number";
            return [
              name,
              numbers
                ? { scaled: Int32Array.from(values as number[], (v) => Math.round(v * 100)), by: 100 }
                : values,
            ];
          }),
        );
        const out = evaluator.evaluateColumns({ kind: "包点领导", columns }, context);
        // A column of percentages that all lie within 0 to 1 is doubtful in both forms.
        if (out === null) {
          expect(leaders.every((l) => l.建房进度 <= 1)).toBe(true);
          return;
        }
        const { codes, members } = out.grades.考核等次!;
        const score = out.values.综合得分 as { scaled: Int32Array; by: number };
        expect(
          Array.from(codes, (code, i) => ({
            grade: members[code] ?? null,
            score: score.scaled[i]! / score.by,
            reasons: out.reasons.citations.filter(
              (_, k) => (out.reasons.words[Math.floor(k / REASON_BITS)]![i]! >> (k % REASON_BITS)) & 1,
            ),
          })),
        ).toEqual(
          outcomes.包点领导!.map((o) => ({
            grade: o.grades.考核等次,
            score: o.values.综合得分,
            reasons: o.reasons,
          })),
        );
      },
    ),
    runs(200),
  );
});
