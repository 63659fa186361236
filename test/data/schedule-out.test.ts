import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { CHINA } from "../../src/data/holidays.ts";
import { scheduleIcs } from "../../src/data/schedule-out.ts";
import { scheduleOf } from "../../src/procedures/schedule.ts";
import { dayText } from "../../src/runtime/calendar.ts";
import { WorkDays } from "../../src/runtime/work-calendar.ts";
import { SourceText } from "../../src/source/source-text.ts";

/** The calendar file, as the programs that import it read it (RFC 5545). */

const path = "test/cases/cli/schedule/measure.banfa";
const measure = compile(new SourceText(path, readFileSync(path, "utf8"))).measure!;
const cite = (i: number) => measure.citations[i]!.text;
const schedule = scheduleOf(measure, { year: 2026, calendar: new WorkDays(CHINA), citations: cite });
const made = () => scheduleIcs(schedule, measure.name, cite, "zh");
const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe("a schedule as a calendar", () => {
  it("is the same wherever it is made", () => {
    process.env.TZ = "Asia/Shanghai";
    const east = made();
    process.env.TZ = "America/New_York";
    expect(made()).toBe(east);
  });

  it("has an event of whole days for every task with a last day, which ends the day after it", () => {
    const text = made();
    const dated = schedule.tasks.filter((t) => t.window.to !== null);
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(dated.length);
    const ends = [...text.matchAll(/^DTEND;VALUE=DATE:(\d{8})/gm)].map((m) => m[1]);
    expect(ends).toEqual(dated.map((t) => dayText(t.window.to! + 1).replaceAll("-", "")));
    expect(new Set(text.match(/^UID:.*$/gm)).size).toBe(dated.length);
  });

  it("folds its lines at 75 octets and ends them as the standard says", () => {
    for (const line of made().split("\r\n")) {
      expect(line).not.toContain("\n");
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });
});
