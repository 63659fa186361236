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

/** RFC 5545, section 3.1: lines unfolded, names apart from parameters and values, texts without their escapes. */
function readCalendar(text: string) {
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  const lines = text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  const properties = new Map<string, string>();
  const events: Map<string, string>[] = [];
  let into = properties;
  for (const line of lines) {
    const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line)!;
    if (line === "BEGIN:VEVENT") {
      into = new Map();
      events.push(into);
    } else if (line === "END:VEVENT") into = properties;
    else if (name !== "BEGIN" && name !== "END") {
      const plain = ["UID", "DTSTAMP", "DTSTART", "DTEND", "PRODID"].includes(name!);
      if (!plain) expect(value!.replace(/\\[\\;,nN]/g, ""), line).not.toMatch(/[\\;,]/);
      const words = value!.replace(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? "\n" : c));
      expect(into.has(name!), line).toBe(false);
      into.set(name!, words);
    }
  }
  return { properties, events };
}

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

  it("is read back by a reader of the standard, whatever the names are", () => {
    const name = "考核;甲,乙\\丙".padEnd(60, "长");
    const text = `办法 「${name}」
施行 2026年1月1日
对象 村,标识 编号
  编号: 文字
第一条
  程序 「程序,一;二」:
    1. 「镇党委,政府;办」 每月10日前 报送 「表\\一,表二」 给 「县里;市里」
`;
    const other = compile(new SourceText("m.banfa", text)).measure!;
    const citeOther = (i: number) => other.citations[i]!.text;
    const plan = scheduleOf(other, { year: 2026, calendar: new WorkDays(CHINA), citations: citeOther });
    for (const [s, m, c] of [
      [plan, other, citeOther],
      [schedule, measure, cite],
    ] as const) {
      const { properties, events } = readCalendar(scheduleIcs(s, m.name, c, "zh"));
      expect(properties.get("VERSION")).toBe("2.0");
      expect(properties.has("PRODID")).toBe(true);
      expect(properties.get("X-WR-CALNAME")).toBe(`${m.name} 2026`);
      const dated = s.tasks.filter((t) => t.window.to !== null);
      expect(events.map((e) => e.get("SUMMARY"))).toEqual(
        dated.map((t) => {
          const to = t.toWhom.length === 0 ? "" : ` → ${t.toWhom.join("、")}`;
          return `${t.who.join("、")}：${[t.verb, t.what.join("、")].filter((p) => p !== "").join(" ")}${to}`;
        }),
      );
      for (const [i, e] of events.entries()) {
        expect(e.get("DTSTAMP")).toBe("20260101T000000Z");
        expect(e.get("DESCRIPTION")?.split("\n").at(-1)).toBe(dated[i]!.id);
        expect(e.get("DTSTART")! < e.get("DTEND")!).toBe(true);
      }
    }
  });

  it("folds its lines at 75 octets and ends them as the standard says", () => {
    for (const line of made().split("\r\n")) {
      expect(line).not.toContain("\n");
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });
});
