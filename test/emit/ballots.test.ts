import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** Votes: trimmed means against the definition on a sorted list, and votes that do not count. */

const text = (rows: string, more = "") => `办法 双评
参数 差的分值: 0至10分
参数 最少人数: 人
对象 第一书记,标识 编号
  编号: 文字
第一条 测评 评议:
  1. 评委 代表
  2. 档次 好 10分、较好 7分、一般 7分、差 差的分值
${rows}
${more}`;

const LEVELS = ["好", "较好", "一般", "差"] as const;
const POINTS = { 好: 10, 较好: 7, 一般: 7, 差: 0 } as const;
const ballots = (levels: readonly string[]) => levels.map((l) => ({ 评委: "代表", 档次: l, 票数: 1 }));

/** The mean without the first and last of the sorted points; null where nobody is left. */
function trimmedMean(levels: readonly (typeof LEVELS)[number][], top: number, bottom: number): number | null {
  const points = levels.map((l) => POINTS[l]).sort((a, b) => b - a);
  const kept = points.slice(top, Math.max(top, points.length - bottom));
  return kept.length === 0 ? null : kept.reduce<number>((sum, p) => sum + p, 0) / kept.length;
}

/** A number of a result, or null. */
function shown(value: unknown): number | null {
  if (typeof value === "object" && value !== null && "num" in value) {
    const { num, den } = value as { num: number | string; den: number | string };
    return Number(num) / Number(den);
  }
  return value as number | null;
}

describe("a trimmed mean", () => {
  const cast = fc.array(fc.constantFrom(...LEVELS), { minLength: 1, maxLength: 9 });
  const parameters = { 差的分值: 0 };
  test("drops so many votes at each end", () => {
    const measure = measureOfText(text("  3. 去掉 最高 2票、最低 1票"));
    fc.assert(
      fc.property(cast, (levels) => {
        const e = evaluateChecked(
          measure,
          { 第一书记: [{ 编号: "1", 评议票: ballots(levels) }] },
          { parameters },
        );
        const [value] = values(e, "评议");
        const expected = trimmedMean(levels, 2, 1);
        if (expected === null) expect(value).toBeNull();
        else expect(shown(value)).toBeCloseTo(expected, 12);
      }),
      { numRuns: 60 },
    );
  });
  test("drops a rounded share", () => {
    const measure = measureOfText(text("  3. 去掉 最高 20%、最低 1/3,向下取整"));
    fc.assert(
      fc.property(cast, (levels) => {
        const e = evaluateChecked(
          measure,
          { 第一书记: [{ 编号: "1", 评议票: ballots(levels) }] },
          { parameters },
        );
        const n = levels.length;
        const expected = trimmedMean(levels, Math.floor(n / 5), Math.floor(n / 3));
        expect(shown(values(e, "评议")[0])).toBeCloseTo(expected!, 12);
      }),
      { numRuns: 60 },
    );
  });
  test("stays open with the points of a level", () => {
    const measure = measureOfText(text("  3. 去掉 最低 1票"));
    const run = (levels: readonly string[]) =>
      values(evaluateChecked(measure, { 第一书记: [{ 编号: "1", 评议票: ballots(levels) }] }), "评议");
    expect(run(["好", "差"])).toEqual([null]);
    expect(run(["好", "好"])).toEqual([10]);
  });
});

describe("a vote that does not count", () => {
  const measure = measureOfText(
    text(
      "  3. 法定人数 2/3以上、代表 不少于 最少人数\n  4. 有效票 发出票 80%以上",
      "第二条 得分 = 若 评议·有效 则 评议 否则 0分",
    ),
  );
  const facts = {
    编号: "1",
    评议·到会人数: 20,
    评议·应到人数: 30,
    评议·代表到会人数: 5,
    评议·有效票数: 8,
    评议·发出票数: 10,
    评议票: ballots(["好"]),
  };
  const run = (more: Record<string, unknown>, parameters: Record<string, unknown> = { 最少人数: 5 }) =>
    evaluateChecked(measure, { 第一书记: [{ ...facts, ...more }] }, { parameters });
  test("just reaches what is asked for", () => {
    const e = run({});
    expect([...values(e, "评议"), ...values(e, "得分"), ...values(e, "评议·有效")]).toEqual([10, 10, true]);
  });
  test.each([
    ["quorum", { 评议·到会人数: 19 }, "第一条3"],
    ["quorum of a group", { 评议·代表到会人数: 4 }, "第一条3"],
    ["valid votes", { 评议·有效票数: 7 }, "第一条4"],
  ])("misses its %s, and the measure says what then holds", (_, more, cite) => {
    const e = run(more);
    expect([...values(e, "评议"), ...values(e, "得分"), ...values(e, "评议·有效")]).toEqual([null, 0, false]);
    const open = e.result.subjects[0]!.undetermined;
    expect(open.map((u) => [u.name, u.because])).toEqual([
      ["评议", [{ kind: "not-valid", name: "评议", cite }]],
    ]);
  });
  test("is open with an open minimum", () => {
    expect(values(run({}, {}), "得分")).toEqual([null]);
    expect(values(run({ 评议·有效票数: 7 }, {}), "得分")).toEqual([0]);
  });
});
