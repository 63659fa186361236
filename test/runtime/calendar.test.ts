import { describe, expect, test } from "vitest";
import { addPeriod, calendarDay, dayNumber, dayText, parseDay } from "../../src/runtime/calendar.ts";

describe("the calendar", () => {
  test("days and dates are inverse over four centuries", () => {
    for (let day = dayNumber(1799, 12, 25); day < dayNumber(2205, 1, 1); day += 17) {
      const d = calendarDay(day);
      expect(dayNumber(d.year, d.month, d.day)).toBe(day);
    }
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayText(dayNumber(2000, 2, 29))).toBe("2000-02-29");
  });

  test.each([
    ["2018-04-23", 1, 0, 0, "2019-04-23"],
    ["2016-02-29", 1, 0, 0, "2017-02-28"],
    ["2018-08-31", 0, 6, 0, "2019-02-28"],
    ["2018-01-31", 0, 1, 0, "2018-02-28"],
    ["2018-12-31", 0, 0, 1, "2019-01-01"],
    ["2018-03-31", 0, -1, 0, "2018-02-28"],
  ])("from %s by %d years %d months %d days ends on %s", (from, years, months, days, until) => {
    expect(dayText(addPeriod(parseDay(from)!, years, months, days))).toBe(until);
  });

  test.each(["2018-4-3", "2018/04/03", "2018.4.3", "2018年4月3日"])("reads %s", (text) => {
    expect(dayText(parseDay(text)!)).toBe("2018-04-03");
  });
  test.each(["2018-02-29", "2018-13-01", "2018/04-03", "18-4-3", "", "2018年4月"])("refuses %j", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});
