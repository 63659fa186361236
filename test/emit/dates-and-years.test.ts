import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CohortResult } from "../../src/runtime/result.ts";
import { possible, subjectsOf, values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** Days, periods and full years as the Civil Code counts them, and figures over the results of several years. */

const folder = join(import.meta.dirname, "../cases/check/good");
const read = (name: string) => measureOfText(readFileSync(join(folder, name, "input.banfa"), "utf8"));

describe("dates", () => {
  const measure = read("dates");
  const run = (
    通知日期: string,
    办结日期: string | undefined,
    负责人出生日期 = "1970-01-01",
    date = "2018-12-31",
  ) =>
    evaluateChecked(
      measure,
      { 单位: [{ 代码: "1", 通知日期, ...(办结日期 && { 办结日期 }), 负责人出生日期 }] },
      { date },
    );
  const fired = (e: ReturnType<typeof run>) => subjectsOf(e)[0]!.clauses.map((c) => c.cite);

  test("the first day is not counted", () => {
    expect(values(run("2018-01-01", "2018-01-31"), "办理天数")).toEqual([30]);
    expect(values(run("2018-01-31", "2018-01-31"), "办理天数")).toEqual([0]);
    expect(values(run("2018-02-01", "2018-01-31"), "办理天数")).toEqual([-1]);
  });

  test("a period of days or a year includes its last day", () => {
    expect(fired(run("2018-01-01", "2018-01-31"))).not.toContain("第二条(一)");
    expect(fired(run("2018-01-01", "2018-02-01"))).toContain("第二条(一)");
    expect(fired(run("2016-02-29", "2017-02-28"))).not.toContain("第二条(二)");
    expect(fired(run("2016-02-29", "2017-03-01"))).toContain("第二条(二)");
  });

  test("a month ends on the corresponding day, or at the month's end", () => {
    expect(values(run("2018-01-31", "2018-01-31"), "最后期限")).toEqual(["2018-02-28"]);
    expect(values(run("2016-01-31", "2018-01-31"), "最后期限")).toEqual(["2016-02-29"]);
    expect(values(run("2018-02-28", "2018-01-31"), "最后期限")).toEqual(["2018-03-28"]);
  });

  test("within a period: from the day it begins to its last", () => {
    const within = (通知: string, 办结: string) => fired(run(通知, 办结)).includes("第二条(五)");
    expect(within("2018-09-01", "2018-04-22")).toBe(false);
    expect(within("2018-09-01", "2018-04-23")).toBe(true);
    expect(within("2018-09-01", "2018-05-23")).toBe(true);
    expect(within("2018-09-01", "2018-05-24")).toBe(false);
    expect(within("2018-09-01", "2018-09-04")).toBe(true);
    expect(within("2018-09-01", "2018-09-05")).toBe(false);
  });

  test("a year of age is full on the birthday", () => {
    const age = (born: string, date: string) =>
      values(run("2018-01-01", "2018-01-01", born, date), "负责人年龄");
    expect(age("1958-12-31", "2018-12-31")).toEqual([60]);
    expect(age("1959-01-01", "2018-12-31")).toEqual([59]);
    expect(age("1960-02-29", "2018-02-28")).toEqual([58]);
    expect(age("1960-02-29", "2018-02-27")).toEqual([57]);
  });

  test("an unknown date leaves open what is counted from it", () => {
    const e = run("2018-01-01", undefined);
    expect(values(e, "办理天数")).toEqual([null]);
    expect(values(e, "最后期限")).toEqual(["2018-02-01"]);
    expect(fired(e)).toEqual([]);
    expect(JSON.stringify(subjectsOf(e)[0]!.undetermined)).toContain("办结日期");
  });
});

describe("years", () => {
  const measure = read("years");
  const person = (得分: number, 通报次数 = 0) => ({ 干部: [{ 编号: "1", 得分, 通报次数 }] });
  const year = (n: number, 考核等次: string | null, 得分 = 80, 通报次数 = 0): CohortResult =>
    ({
      year: n,
      subjects:
        考核等次 === null
          ? []
          : [
              {
                id: "1",
                kind: "干部",
                facts: { 编号: "1", 得分, 通报次数 },
                values: {},
                grades: { 考核等次: { grade: 考核等次, possible: [考核等次] } },
              },
            ],
    }) as unknown as CohortResult;
  const run = (cohort: ReturnType<typeof person>, history: CohortResult[] | undefined) =>
    evaluateChecked(measure, cohort, history === undefined ? {} : { history });
  const fired = (e: ReturnType<typeof run>) => subjectsOf(e)[0]!.clauses.map((c) => c.cite);
  const good = [year(2017, "优秀", 90, 1), year(2016, "称职", 70, 0), year(2015, "优秀", 95, 2)];

  test("近 counts this year, 前 does not", () => {
    const e = run(person(80, 1), good);
    expect(values(e, "三年通报")).toEqual([2]);
    expect(values(e, "三年平均")).toEqual([80]);
    expect(values(e, "最好成绩")).toEqual([90]);
    expect(possible(e, "考核等次")).toEqual([["优秀"]]);
  });

  test("last year's grades raise this year's without a cycle", () => {
    expect(
      possible(run(person(80), [year(2017, "优秀"), year(2016, "称职"), year(2015, "称职")]), "考核等次"),
    ).toEqual([["称职"]]);
  });

  test("a year without a result is left out of a mean", () => {
    const e = run(person(80), [year(2017, null), year(2016, "称职", 60)]);
    expect(values(e, "三年平均")).toEqual([70]);
  });

  test("times add up over the whole history", () => {
    const bad = [year(2017, "不称职"), year(2016, "称职"), year(2015, "不称职")];
    expect(fired(run(person(50), bad))).toContain("第三条(一)");
    expect(fired(run(person(80), bad))).not.toContain("第三条(一)");
  });

  test("every full two times: in the year in which the second is reached", () => {
    const every = (score: number, history: CohortResult[]) =>
      fired(run(person(score), history)).includes("第三条(二)");
    const once = [year(2017, "不称职"), year(2016, "称职"), year(2015, "称职")];
    expect(every(50, once)).toBe(true);
    expect(every(80, once)).toBe(false);
    const twice = [year(2017, "不称职"), year(2016, "不称职"), year(2015, "称职")];
    expect(every(80, twice)).toBe(false);
    expect(every(50, twice)).toBe(false);
  });

  test("two times within three years", () => {
    const within = (history: CohortResult[]) => fired(run(person(50), history)).includes("第三条(三)");
    expect(within([year(2017, "称职"), year(2016, "不称职"), year(2015, "称职")])).toBe(true);
    expect(within([year(2017, "称职"), year(2016, "称职"), year(2015, "不称职")])).toBe(false);
  });

  test("the length of a run passes over a year without a result, and is open where nobody supplied the year", () => {
    expect(
      values(run(person(95), [year(2017, null), year(2016, "优秀"), year(2015, "称职")]), "连续优秀"),
    ).toEqual([2]);
    expect(values(run(person(50), good), "连续优秀")).toEqual([0]);
    expect(values(run(person(95), []), "连续优秀")).toEqual([1]);
    expect(values(run(person(95), [year(2017, "优秀")]), "连续优秀")).toEqual([null]);
    expect(values(run(person(95), undefined), "连续优秀")).toEqual([null]);
  });

  test("without a history nothing is guessed", () => {
    const e = run(person(95, 3), undefined);
    expect(fired(e)).toEqual([]);
    expect(values(e, "三年通报")).toEqual([null]);
    expect(values(e, "不称职年数")).toEqual([null]);
    expect(JSON.stringify(subjectsOf(e)[0]!.undetermined)).toContain("missing-history");
  });
});
