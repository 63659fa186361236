import { expect, test } from "vitest";
import { subjectsOf, values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** Rates as types, numbers of subjects in the unit they are counted in, ratios that are spoken of in percent. */

const measure = measureOfText(`办法 甲
参数 单价: 元/分 = 5元/分
参数 扣法: 0至2分/次
参数 最低队数: 个 = 2个
措施 惩处: 约谈
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
  通报: 次数
  补助标准: 元/户
  户数: 户
第一条
  奖金 = 单价 × 得分
  扣分 = 扣法 × 通报
  补助 = 补助标准 × 户数
  队数 = 全体人数
  够 = 队数 不少于 3个
  够二 = 全体人数 2户以上
  够三 = 全体人数 不少于 最低队数
  完成率 = 得分 ÷ 80分
  系数 = 得分 ÷ 80分
第二条 完成率 超过90% 的,对 本人 约谈
`);
const village = { 编号: "1", 得分: 96, 通报: 3, 补助标准: 200.5, 户数: 4 };
const run = (parameters: Record<string, unknown> = { 扣法: 1.5 }) =>
  evaluateChecked(measure, { 村: [village, { ...village, 编号: "2", 得分: 60 }] }, { parameters });

test("a rate times what it is a rate of", () => {
  const e = run();
  expect(["奖金", "扣分", "补助"].map((n) => values(e, n)[0])).toEqual([480, 4.5, 802]);
  expect(values(run({}), "扣分")).toEqual([null, null]);
});
test("a number of subjects", () => {
  expect(["队数", "够", "够二", "够三"].map((n) => values(run(), n)[0])).toEqual([2, false, true, true]);
});
test("a ratio compared with a percentage is shown as one", () => {
  const [first] = subjectsOf(run());
  expect([first!.values.完成率, first!.values.系数]).toEqual([120, 1.2]);
  expect(first!.clauses[0]!.figures[0]).toMatchObject({ value: 120, unit: "%" });
});
