import ical, { ICalEventTransparency } from "ical-generator";
import type { Language } from "../diagnostics/message.ts";
import { openReason, type Schedule, type Task } from "../procedures/schedule.ts";
import { dayText } from "../runtime/calendar.ts";
import { sha256 } from "../source/sha256.ts";
import { LOG_COLUMNS } from "./progress-log.ts";
import { csvCell } from "./results-out.ts";

/** A schedule as files: a table to fill in, and a calendar for the programs that show one. */

const HEADS = {
  zh: [LOG_COLUMNS.task[0], "条款", "期间", LOG_COLUMNS.who[0], "做什么", "给谁", "从", "最迟", "说明"],
  en: [
    LOG_COLUMNS.task[1],
    "clause",
    "period",
    LOG_COLUMNS.who[1],
    "what",
    "to whom",
    "from",
    "by",
    "remarks",
  ],
} as const;

/** One line a task, with empty columns for the day and the outcome: what {@link readLog} reads back. */
export function scheduleCsv(schedule: Schedule, cite: (index: number) => string, language: Language): string {
  const at = language === "zh" ? 0 : 1;
  const heads = [...HEADS[language], LOG_COLUMNS.done[at], LOG_COLUMNS.outcome[at]];
  const rows = schedule.tasks.map((t) => [
    t.id,
    cite(t.cite),
    t.period,
    t.who.join("、"),
    actText(t),
    t.toWhom.join("、"),
    t.window.from === null ? "" : dayText(t.window.from),
    t.window.to === null ? "" : dayText(t.window.to),
    remark(t, language),
    "",
    "",
  ]);
  return `\ufeff${[heads, ...rows].map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** `汇总 队员考核结果、工作队考核结果`. */
export const actText = (t: Pick<Task, "verb" | "what">): string =>
  [t.verb, t.what.join("、")].filter((p) => p !== "").join(" ");

/** The deadline as written, and what is to be said about the day. */
export function remark(t: Task, language: Language): string {
  const zh = language === "zh";
  const { moved, open } = t.window;
  const nominal = open?.kind === "unannounced" && open.day !== null ? dayText(open.day) : null;
  return [
    t.deadline,
    moved === null ? null : zh ? `${dayText(moved)}休息，顺延` : `moved from ${dayText(moved)}, a day off`,
    open === null || (open.kind === "unwritten" && t.deadline !== null)
      ? null
      : open.kind === "unwritten"
        ? openReason(open, language)
        : `${zh ? "待定" : "open"}: ${openReason(open, language)}${nominal === null ? "" : ` (${nominal})`}`,
  ]
    .filter((p) => p !== null)
    .join(zh ? "；" : "; ");
}

/** Tasks with a last day, as events of whole days (RFC 5545). The same schedule gives the same bytes. */
export function scheduleIcs(
  schedule: Schedule,
  measure: string,
  cite: (index: number) => string,
  language: Language,
): string {
  // The library escapes the texts of events, not the name of the calendar.
  const name = `${measure} ${schedule.year}`.replace(/[\\;,]/g, "\\$&").replace(/\s+/g, " ");
  const calendar = ical({ name, prodId: "//banfa//schedule//ZH" });
  // The moment of making has to be there, and must not depend on the clock.
  const stamp = new Date(Date.UTC(schedule.year, 0, 1));
  for (const t of schedule.tasks) {
    const { from, to } = t.window;
    if (to === null) continue;
    const event = calendar.createEvent({
      id: `${sha256(`${measure}\n${t.id}`).slice(0, 32)}@banfa`,
      stamp,
      // What may be done over weeks is shown on the day by which it has to be done.
      start: midnight(from !== null && to - from < 15 ? from : to),
      end: midnight(to + 1),
      allDay: true,
      summary: `${t.who.join("、")}：${actText(t)}${t.toWhom.length === 0 ? "" : ` → ${t.toWhom.join("、")}`}`,
      description: [cite(t.cite), t.procedure, t.period, remark(t, language), t.id].join("\n"),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.createCategory({ name: t.procedure });
  }
  return `${calendar.toString().replace(/\r\n$/, "")}\r\n`;
}

/** The library takes the day of whole-day events in UTC, so that the zone of the machine does not matter. */
const midnight = (day: number): Date => new Date(Date.parse(`${dayText(day)}T00:00:00Z`));
