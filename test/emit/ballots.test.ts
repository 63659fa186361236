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

describe("weights that are set later", () => {
  const measure = measureOfText(`办法 双评
对象 第一书记,标识 编号
  编号: 文字
第一条 测评 评议:
  1. 评委 代表、领导、群众
  2. 档次 好 10分、较好 7分、差 2分
`);
  const groups = ["代表", "领导", "群众"] as const;
  const vote = fc.record({
    评委: fc.constantFrom(...groups),
    档次: fc.constantFrom("好", "较好", "差"),
    票数: fc.integer({ min: 1, max: 3 }),
  });
  const named = (weights: readonly number[]) =>
    Object.fromEntries(groups.map((g, i) => [`评议·${g}权重`, weights[i]!]));
  const run = (votes: readonly object[], parameters: Record<string, unknown>) =>
    evaluateChecked(measure, { 第一书记: [{ 编号: "1", 评议票: [...votes] }] }, { parameters });

  test("leave possible just what some weights that total 100% make of the votes", () => {
    const all = [0, 50, 100].flatMap((a) => [0, 50, 100].map((b) => [a, b, 100 - a - b]));
    const weights = all.filter((w) => w[2]! >= 0);
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 4 }), (more) => {
        // Each group votes, or there is no score at all.
        const votes = [...groups.map((g) => ({ 评委: g, 档次: "较好", 票数: 1 })), ...more];
        const scores = weights.map((w) => shown(values(run(votes, named(w)), "评议")[0])!);
        const [least, most] = [Math.min(...scores), Math.max(...scores)];
        const open = run(votes, {});
        const [left] = open.result.subjects[0]!.undetermined;
        const range = left?.possible.map((p) => Number.parseFloat(p)) ?? [
          shown(values(open, "评议")[0]),
          shown(values(open, "评议")[0]),
        ];
        expect(range[0]).toBeCloseTo(least, 1);
        expect(range[1]).toBeCloseTo(most, 1);
      }),
      { numRuns: 15 },
    );
  });
  test("and do not total 100% leave no score", () => {
    const votes = [
      { 评委: "代表", 档次: "好" },
      { 评委: "领导", 档次: "差" },
      { 评委: "群众", 档次: "差" },
    ];
    expect(values(run(votes, named([40, 30, 30])), "评议")).toEqual([5.2]);
    const [left] = run(votes, named([50, 30, 30])).result.subjects[0]!.undetermined;
    expect(left).toMatchObject({
      possible: ["2分", "10分"],
      because: [{ kind: "weights", name: "评议", cite: "第一条" }],
    });
  });
  test("stay within the points also where a group has not voted", () => {
    const [left] = run([{ 评委: "代表", 档次: "好" }], {}).result.subjects[0]!.undetermined;
    expect(left!.possible).toEqual(["2分", "10分"]);
  });
});
