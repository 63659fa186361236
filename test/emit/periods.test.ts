import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CohortResult } from "../../src/runtime/result.ts";
import { evaluate, subjectsOf, values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** A quarterly measure: its period, its monthly forms, and what it remembers of earlier quarters. */

const folder = join(import.meta.dirname, "../cases/check/good");
const measure = measureOfText(readFileSync(join(folder, "quarters/input.banfa"), "utf8"));

const reports = (...scores: number[]) => scores.map((得分) => ({ 得分 }));
const person = (月报表: object[], 通报表: object[] = []) => ({ 干部: [{ 编号: "1", 月报表, 通报表 }] });
const quarter = (period: string, grade: string | null, 得分 = 80): CohortResult =>
  ({
    year: Number(period.slice(0, 4)),
    period,
    subjects:
      grade === null
        ? []
        : [
            {
              id: "1",
              kind: "干部",
              facts: {},
              values: { 得分 },
              grades: { 考核等次: { grade, possible: [grade] } },
            },
          ],
  }) as unknown as CohortResult;
const run = (cohort: ReturnType<typeof person>, history?: CohortResult[], period = 1) =>
  evaluateChecked(measure, cohort, { year: 2026, period, ...(history && { history }) });
const fired = (e: ReturnType<typeof run>) => subjectsOf(e)[0]!.clauses.map((c) => c.cite);

describe("an assessed quarter", () => {
  test("expects its three monthly forms", () => {
    expect(values(run(person(reports(90, 90, 60))), "得分")).toEqual([80]);
    expect(values(run(person(reports(90, 90))), "得分")).toEqual([60]);
    expect(values(run(person([{ 期: "4月", 得分: 90 }]), [], 2), "得分")).toEqual([30]);
  });

  test("takes no forms of other quarters", () => {
    const e = evaluate(measure, person([{ 期: "1月", 得分: 90 }]), { year: 2026, period: 2 });
    expect(e.problems.map((p) => p.issue)).toEqual(["bad-period"]);
  });

  test("is named in the result", () => {
    expect(run(person([]), []).result.period).toBe("2026-Q1");
  });

  test("is asked for: without it nothing is computed", () => {
    for (const period of [{}, { period: 5 }]) {
      const e = evaluate(measure, person(reports(90, 90, 90)), { year: 2026, ...period });
      expect(e.problems.map((p) => p.issue)).toEqual(["bad-period"]);
      expect(e.result.subjects).toEqual([]);
    }
  });

  test("bounds dated records; the year goes on up to its end", () => {
    const days = ["2025-12-31", "2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01"];
    const e = run(
      person(
        reports(90, 90, 90),
        days.map((日期) => ({ 日期 })),
      ),
      [],
      2,
    );
    expect(values(e, "本期通报")).toEqual([2]);
    expect(values(e, "本年通报")).toEqual([3]);
  });
});

describe("earlier quarters", () => {
  const bad = reports(50, 50, 50);
  test("the one before the first quarter lies in the year before", () => {
    const e = run(person(bad), [quarter("2025-Q4", "不称职", 55), quarter("2025-Q3", "称职", 70)]);
    expect(values(e, "上期得分")).toEqual([55]);
    expect(fired(e)).toEqual(["第三条(一)", "第三条(三)", "第三条(四)"]);
    expect(values(e, "两年合计")).toEqual([null]);
  });

  test("a former name of a grade is read", () => {
    expect(fired(run(person(bad), [quarter("2025-Q4", "不合格")]))).toContain("第三条(一)");
  });

  test("a quarter without a result is skipped where the measure says so", () => {
    const e = run(person(bad), [
      quarter("2025-Q4", "不称职"),
      quarter("2025-Q3", null),
      quarter("2025-Q2", "不称职"),
    ]);
    expect(fired(e)).toContain("第三条(二)");
  });

  test("years are calendar years, this one up to now", () => {
    const history = [
      quarter("2026-Q2", "称职", 70),
      quarter("2026-Q1", "优秀", 95),
      ...[1, 2, 3, 4].flatMap((q) => [
        quarter(`2025-Q${q}`, "称职", 60 + q),
        quarter(`2024-Q${q}`, "称职", 60),
      ]),
      quarter("2023-Q4", "优秀", 100),
    ];
    const e = run(person(reports(80, 80, 80)), history, 3);
    expect(values(e, "本年最好")).toEqual([95]);
    expect(values(e, "两年合计")).toEqual([490]);
    expect(values(e, "三期平均")).toEqual([{ num: "245", den: "3", text: "81.666667" }]);
  });

  test("a missing quarter is named", () => {
    const e = run(person(bad), [quarter("2025-Q3", "称职")]);
    expect(JSON.stringify(subjectsOf(e)[0]!.undetermined)).toContain('"period":"2025-Q4"');
  });
});
