import { isoDate } from "../../data/dates.ts";
import { CHINA } from "../../data/holidays.ts";
import { readLog } from "../../data/progress-log.ts";
import { actText } from "../../data/schedule-out.ts";
import type { Language } from "../../diagnostics/message.ts";
import { orNone, worded } from "../../diagnostics/phrases.ts";
import { hasErrors, type Problem, problem } from "../../diagnostics/problem.ts";
import { doneDays, progressOf, type State, type TaskProgress } from "../../procedures/progress.ts";
import { openReason, scheduleOf } from "../../procedures/schedule.ts";
import { dayText, parseDay } from "../../runtime/calendar.ts";
import { WorkDays } from "../../runtime/work-calendar.ts";
import { answer, openPoints, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { textOption, withoutResult } from "../evaluation.ts";
import { loadMeasure } from "../load-measure.ts";
import { progressJson } from "../schedule-json.ts";
import { printProblems, type Session } from "../session.ts";
import { table } from "../table.ts";
import { yearOption } from "../year-option.ts";

/**
 * `banfa progress MEASURE --log FILE --date DAY`: what is due, late, or waiting for whom. Exit codes: 0 nothing is
 * late, 1 something is, 2 the measure or the log cannot be read, or the call is wrong.
 */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const loaded = await loadMeasure(String(args[0]));
  const language = s.language(loaded.language);
  const { measure } = loaded;
  const refuse = (problems: readonly Problem[]) => {
    stop(s, [{ source: null, problems }], language);
    return 2;
  };
  if (measure === null) return stop(s, withoutResult(loaded, "BF9020"), language);
  const date = isoDate(textOption(options.date) ?? "");
  if (date === null) {
    const expected = worded("expected", "day-such-as");
    return refuse([
      problem("BF9004", { option: "--date", value: textOption(options.date) ?? "", ...expected }),
    ]);
  }
  const year = yearOption({ year: date.slice(0, 4), ...options });
  if (typeof year !== "number") return refuse([year]);
  const cite = (index: number) => measure.citations[index]?.text ?? "";
  const scheduling = { year, calendar: new WorkDays(CHINA), citations: cite };
  const planned = scheduleOf(measure, scheduling);
  const { log, problems } = readLog(String(options.log), planned);
  if (hasErrors(problems)) return refuse(problems);
  const on = parseDay(date)!;
  // What runs from a step that is done runs from the day it was done.
  const first = progressOf(planned, log, on);
  const progress = progressOf(scheduleOf(measure, { ...scheduling, done: doneDays(first) }), log, on);
  const found = [...problems, ...outOfOrder(progress)];
  return answer(s, {
    language,
    config: loaded.config,
    found: [
      { source: null, problems: [...found, ...lateTasks(progress, on)], name: String(options.log) },
      openPoints(loaded),
    ],
    json: (lists) => ({
      ...progressJson(year, on, progress, measure.name, cite),
      problems: lists.flat(),
    }),
    text: () => {
      s.io.out(`${text(progress, measure.name, on, s, language, cite)}\n`);
      printProblems(s, { source: null, problems: found }, language, "err");
    },
  });
}

/** What is late, as findings. */
function lateTasks(progress: readonly TaskProgress[], on: number): Problem[] {
  return progress.flatMap(({ state, task, open }) => {
    const { to } = task.window;
    if (state !== "late" || to === null) return [];
    const who = orNone(open);
    return [problem("BF4206", { task: task.id, day: dayText(to), days: on - to, who })];
  });
}

/** Done before what it waits for. */
function outOfOrder(progress: readonly TaskProgress[]): Problem[] {
  const byId = new Map(progress.map((p) => [p.task.id, p]));
  return progress.flatMap((p) =>
    p.task.after.flatMap((id) => {
      const before = byId.get(id)!;
      if (p.done === null || (before.done !== null && before.done <= p.done)) return [];
      const later = before.done === null ? null : dayText(before.done);
      return [
        problem("BF4205", {
          task: p.task.id,
          day: dayText(p.done),
          before: id,
          ...(later === null
            ? worded("earlier", "not-done-yet")
            : worded("earlier", "done-only-on", { day: later })),
        }),
      ];
    }),
  );
}

const WORDS = {
  zh: {
    title: (name: string, day: string) => `${name}：${day}的进度`,
    counts: (n: Record<State, number>) =>
      `已办${n.done}项，逾期${n.late}项，该办${n.due}项，等前一步${n.waiting}项，未到时候${n.ahead}项`,
    late: "逾期",
    due: "现在该办",
    waiting: "等前一步",
    by: "最迟",
    who: "还差谁",
    what: "做什么",
    period: "期间",
    clause: "依据",
    remarks: "说明",
    overdue: (n: number) => `逾期${n}天`,
    left: (n: number) => (n === 0 ? "今天到期" : `还有${n}天`),
    waits: (who: string, what: string) => `等${who}${what}`,
    returned: (day: string) => `${day}退回，要重办`,
    nothing: "没有逾期的，也没有现在该办的",
  },
  en: {
    title: (name: string, day: string) => `${name}: progress on ${day}`,
    counts: (n: Record<State, number>) =>
      `${n.done} done, ${n.late} late, ${n.due} due, ${n.waiting} waiting, ${n.ahead} not yet`,
    late: "Late",
    due: "Due now",
    waiting: "Waiting",
    by: "by",
    who: "still to act",
    what: "does what",
    period: "period",
    clause: "clause",
    remarks: "remarks",
    overdue: (n: number) => `${n} day${n === 1 ? "" : "s"} late`,
    left: (n: number) => (n === 0 ? "due today" : `${n} day${n === 1 ? "" : "s"} left`),
    waits: (who: string, what: string) => `waits for ${who}: ${what}`,
    returned: (day: string) => `sent back on ${day}, to be done anew`,
    nothing: "Nothing is late and nothing is due",
  },
} as const;

function text(
  progress: readonly TaskProgress[],
  name: string,
  on: number,
  s: Session,
  language: Language,
  cite: (index: number) => string,
): string {
  const words = WORDS[language];
  const counts: Record<State, number> = { done: 0, late: 0, due: 0, waiting: 0, ahead: 0 };
  for (const p of progress) counts[p.state]++;
  const lines = [s.paint.strong(words.title(name, dayText(on))), words.counts(counts)];
  const remarks = (p: TaskProgress) => {
    const { to, open } = p.task.window;
    return [
      ...p.waitsFor.map((t) => words.waits(t.who.join("、"), actText(t))),
      p.returned === null ? null : words.returned(dayText(p.returned)),
      to === null
        ? open && openReason(open, language)
        : to < on
          ? words.overdue(on - to)
          : words.left(to - on),
    ]
      .filter((r) => r !== null)
      .join(language === "zh" ? "；" : "; ");
  };
  for (const state of ["late", "due", "waiting"] as const) {
    const rows = progress
      .filter((p) => p.state === state)
      .sort(
        (a, b) =>
          (a.task.window.to ?? Infinity) - (b.task.window.to ?? Infinity) || a.task.cite - b.task.cite,
      )
      .map((p) => [
        p.task.window.to === null ? "" : dayText(p.task.window.to),
        p.open.join("、"),
        actText(p.task),
        p.task.period,
        cite(p.task.cite),
        remarks(p),
      ]);
    if (rows.length === 0) continue;
    const heads = [words.by, words.who, words.what, words.period, words.clause, words.remarks];
    const style = { indent: 2, columns: s.io.columns, head: s.paint.faint };
    const paint = state === "late" ? s.paint.error : s.paint.info;
    lines.push(
      "",
      paint(words[state]),
      ...table(
        heads.map((head) => ({ head })),
        rows,
        style,
      ),
    );
  }
  if (counts.late + counts.due === 0) lines.push("", words.nothing);
  return lines.join("\n");
}
