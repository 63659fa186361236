import { describe, expect, it } from "vitest";
import { emitJs } from "../../src/compiler/emit/js-from-ir.ts";
import { load } from "../../src/compiler/emit/load.ts";
import { runDirect } from "../../src/runtime/direct.ts";
import { Evaluator } from "../../src/runtime/measure.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** Clauses of every effect on a grade, on plain facts, on joined conditions and on values of other clauses. */
function manyClauses(n: number): string {
  const lines = ["办法 甲", "对象 村,标识 编号", "  编号: 文字", "  得分: 0至100分", "  已查: 是否"];
  for (let f = 0; f < 9; f++) lines.push(`  指标${"一二三四五六七八九"[f]!}: 0至100分`);
  lines.push("第一条 等次 等级 由高到低 优、良、中、差", "  依 得分 评定 等级:");
  lines.push(
    "    90分以上 为 优",
    "    75分以上不满90分 为 良",
    "    60分以上不满75分 为 中",
    "    不满60分 为 差",
  );
  for (let i = 0; i < n; i++) {
    const fact = `指标${"一二三四五六七八九"[i % 9]!}`;
    const low = `${fact} 低于${(i % 7) + 1}分`;
    const condition =
      i % 11 === 0 ? `${low} 且 已查` : i % 13 === 0 ? `${low} 或 得分 高于${99 - (i % 3)}分` : low;
    const effect = ["最高评为 良", "最高评为 中", "评为 差", "最低评为 中", "降低1个等次", "不予评定"];
    lines.push(`第${i + 2}条 ${condition} 的,${effect[i % 17 === 0 ? 5 : i % 5]!}`);
  }
  return `${lines.join("\n")}\n`;
}

const cohort = {
  村: Array.from({ length: 60 }, (_, i) => ({
    编号: `村${i}`,
    得分: (i * 37) % 101,
    已查: i % 3 === 0,
    ...Object.fromEntries(
      [..."一二三四五六七八九"].map((c, f) => [`指标${c}`, i % 4 === 0 ? 50 : (i * (f + 3)) % 60]),
    ),
  })),
};

describe("many clauses", () => {
  const measure = measureOfText(manyClauses(400));

  it("have functions of their own, a word of reasons each", () => {
    expect(emitJs(measure).includes("function part0_0_0(")).toBe(true);
    expect(emitJs(measureOfText(manyClauses(40))).includes("function part")).toBe(false);
  });

  it("say what the other programs and the oracle say", () => {
    const { result } = evaluateChecked(measure, cohort);
    const compiled = load(measure);
    const all = new Evaluator(compiled).evaluateAll(cohort, { year: 2018 });
    const nobody = { problems: [], reportOf: () => result.subjects[0]! };
    expect(runDirect(compiled, cohort, { year: 2018 }, nobody)).not.toBeNull();
    for (const [i, outcome] of all.outcomes.村!.entries()) {
      const report = result.subjects[i]!;
      expect(outcome.grades.等级).toBe(report.grades.等级!.grade);
      expect(outcome.reasons).toEqual(report.clauses.map((c) => c.cite));
    }
    expect(new Set(all.outcomes.村!.map((o) => o.grades.等级)).size).toBeGreaterThan(2);
  });

  it("give up on a fact out of its range", () => {
    const nobody = { problems: [], reportOf: () => expect.fail() };
    const wrong = { 村: [{ ...cohort.村[0]!, 指标九: 101 }] };
    expect(runDirect(load(measure), wrong, { year: 2018 }, nobody)).toBeNull();
  });
});
