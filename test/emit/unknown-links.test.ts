import { expect, test } from "vitest";
import { load } from "../../src/compiler/emit/load.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import { subjectsOf, values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

const UNITS = `办法 甲
对象 单位,标识 编号
  编号: 文字
对象 干部,标识 工号
  工号: 文字
  所在单位: 对象 单位,可缺,反称 所属人员
  个人分: 0至100分
第一条 单位: 人数 = 计数(所属人员)
第二条 单位: 最高分 = 最高(所属人员.个人分)
`;

/** Every other one of the staff does not say where he belongs. */
const cohort = (n: number) => ({
  单位: Array.from({ length: n }, (_, i) => ({ 编号: `U${i}` })),
  干部: Array.from({ length: n }, (_, i) => ({
    工号: `P${i}`,
    个人分: i % 101,
    ...(i % 2 === 0 && { 所在单位: `U${i}` }),
  })),
});

test("those whose link is unknown may belong to each", () => {
  const e = evaluateChecked(measureOfText(UNITS), cohort(4));
  const possible = (i: number) => subjectsOf(e)[i]!.undetermined.map((u) => u.possible);
  expect(possible(0)).toEqual([
    ["1人", "3人"],
    ["0分", "3分"],
  ]);
  expect(possible(1)).toEqual([
    ["0人", "2人"],
    ["-∞", "∞"],
  ]);
  expect(values(e, "人数").slice(0, 4)).toEqual([null, null, null, null]);
});

test("they are gathered once, not for each", () => {
  const seconds = (n: number): number => {
    const before = process.cpuUsage();
    evaluateCohort(load(measureOfText(UNITS)), cohort(n), { year: 2026 });
    return process.cpuUsage(before).user / 1e6;
  };
  seconds(500);
  // A square would make it 64 times.
  expect(seconds(8000)).toBeLessThan(25 * Math.max(0.05, seconds(1000)));
});
