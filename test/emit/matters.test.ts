import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { subjectsOf, values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** Dated records: windows of years, one matter once, at most so many a quarter. */

const file = join(import.meta.dirname, "../cases/check/good/matters/input.banfa");
const measure = measureOfText(readFileSync(file, "utf8"));

type Notice = readonly [事由: string | undefined, 级别: string, 日期: string | undefined, 扣分: number];
const run = (...notices: Notice[]) =>
  evaluateChecked(measure, {
    单位: [
      {
        代码: "1",
        成立日期: "2016-07-01",
        通报: notices.map(([事由, 级别, 日期, 扣分]) => ({
          ...{ 级别, 扣分 },
          ...(事由 !== undefined && { 事由 }),
          ...(日期 !== undefined && { 日期 }),
        })),
      },
    ],
  });

describe("dated records", () => {
  test("one matter counts once, with the highest figure", () => {
    const e = run(
      ["甲", "市", "2018-01-05", 1],
      ["甲", "市", "2018-02-05", 3],
      ["甲", "国家", "2018-02-06", 2],
      ["乙", "市", "2018-07-01", 4],
    );
    expect(values(e, "事项数")).toEqual([2]);
    expect(values(e, "扣分合计")).toEqual([9]);
  });

  test("at most one a quarter; a quarter of another year is another one", () => {
    const e = run(
      ["甲", "国家", "2018-03-31", 0],
      ["乙", "国家", "2018-01-01", 0],
      ["丙", "国家", "2018-04-01", 0],
      ["丁", "国家", "2017-04-02", 0],
    );
    expect(values(e, "季度计次")).toEqual([2]);
    expect(values(e, "季度事项")).toEqual([3]);
  });

  test("a matter falls into the quarter of its first record", () => {
    const e = run(
      ["甲", "市", "2018-03-31", 0],
      ["甲", "市", "2018-04-01", 0],
      ["乙", "市", "2018-04-02", 0],
    );
    expect(values(e, "季度事项")).toEqual([2]);
    expect(values(run(["甲", "市", "2018-04-01", 0], ["乙", "市", "2018-04-02", 0]), "季度事项")).toEqual([
      1,
    ]);
  });

  test("近3年 has this year, 前2年 has not", () => {
    const days = ["2018-12-31", "2016-01-01", "2015-12-31", "2019-01-01", "2017-06-01"];
    const e = run(...days.map((日期, i): Notice => [`${i}`, "市", 日期, 0]));
    expect(values(e, "三年次数")).toEqual([3]);
    expect(values(e, "往年次数")).toEqual([2]);
    expect(subjectsOf(e)[0]!.clauses.map((c) => c.cite)).toEqual(["第二条"]);
  });

  test("since a day: that day included, to the end of the assessed year", () => {
    const days = ["2016-06-30", "2016-07-01", "2018-04-22", "2018-04-23", "2018-12-31", "2019-01-01"];
    const e = run(...days.map((日期, i): Notice => [`${i}`, "市", 日期, 0]));
    expect(values(e, "成立以来")).toEqual([4]);
    expect(values(e, "四月以来")).toEqual([2]);
  });

  test("what is unknown about a record leaves open what it may change", () => {
    const e = run([undefined, "市", "2018-04-01", 2], ["乙", "市", undefined, 1]);
    expect(values(e, "事项数")).toEqual([null]);
    expect(values(e, "三年次数")).toEqual([null]);
    const sure = run(["甲", "市", undefined, 2], ["甲", "市", "2018-05-01", 1]);
    expect(values(sure, "事项数")).toEqual([1]);
  });
});
