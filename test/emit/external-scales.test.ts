import { expect, test } from "vitest";
import { measureOfText } from "./text.ts";

/** An effect on a scale that another assessment decides is for or against somebody by what it gives. */
test("a grade of the upper half is in somebody's favour", () => {
  const measure = measureOfText(`办法 甲
外部等次 年度考核 由高到低 优秀、称职、基本称职、不称职
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
第一条
  1、得分 90分以上 的,年度考核 评为 优秀
  2、得分 60分以下 的,年度考核 评为 不称职
  3、得分 70分以下 的,年度考核 最高评为 称职
  4、得分 80分以上 的,年度考核 最低评为 称职
`);
  expect(measure.actions.map((a) => [a.name, a.polarity])).toEqual([
    ["年度考核 评为 优秀", "positive"],
    ["年度考核 评为 不称职", "negative"],
    ["年度考核 最高评为 称职", "negative"],
    ["年度考核 最低评为 称职", "positive"],
  ]);
});
