import { describe, expect, test } from "vitest";
import { CHINA } from "../../src/data/holidays.ts";
import { calendarDay, parseDay } from "../../src/runtime/calendar.ts";
import { subjectsOf, values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** Dates counted in working days, by the table of holidays that the call gives. */

const measure = measureOfText(`办法 督办
对象 单位,标识 代码
  代码: 文字
  通知日期: 日期
第一条 期限 = 通知日期 后3个工作日内
`);
const last = (通知日期: string, calendar?: typeof CHINA) =>
  evaluateChecked(measure, { 单位: [{ 代码: "1", 通知日期 }] }, calendar ? { calendar } : {});

describe("working days", () => {
  test("weekends, holidays and working weekends", () => {
    const day = (from: string) => values(last(from, CHINA), "期限")[0];
    expect(day("2024-03-01")).toBe("2024-03-06");
    expect(day("2024-04-03")).toBe("2024-04-09");
    expect(day("2024-09-30")).toBe("2024-10-10");
    expect(day("2025-01-27")).toBe("2025-02-07");
    expect(day("2026-02-13")).toBe("2026-02-25");
    expect(day("2018-12-28")).toBe("2019-01-03");
  });

  test("a year without a table leaves the date open, and says so", () => {
    for (const e of [last("2024-03-01"), last("2026-12-30", CHINA)]) {
      expect(values(e, "期限")).toEqual([null]);
      expect(JSON.stringify(subjectsOf(e)[0]!.undetermined)).toContain("missing-calendar");
    }
  });
});

describe("the announced holidays", () => {
  const weekday = (text: string) => (((parseDay(text)! + 4) % 7) + 7) % 7;

  test("people work on weekends only, and never on a day off", () => {
    for (const day of CHINA.work) {
      expect([0, 6], day).toContain(weekday(day));
      expect(CHINA.off, day).not.toContain(day);
    }
  });

  test("are whole days of the years they are for", () => {
    for (const day of [...CHINA.off, ...CHINA.work])
      expect(CHINA.years).toContain(calendarDay(parseDay(day)!).year);
  });

  /** Statutory days off (11, from 2025 on 13) and moved working days make up for the weekdays off. */
  test("give back as many weekdays as they take beyond the statutory days", () => {
    const of = (year: number) => (day: string) => day.startsWith(`${year}`);
    for (const year of CHINA.years) {
      const weekdaysOff = CHINA.off.filter(of(year)).filter((d) => ![0, 6].includes(weekday(d))).length;
      const taken = weekdaysOff - CHINA.work.filter(of(year)).length;
      expect(taken, `${year}`).toBeGreaterThanOrEqual(8);
      expect(taken, `${year}`).toBeLessThanOrEqual(13);
    }
  });
});
