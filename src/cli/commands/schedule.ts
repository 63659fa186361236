import { writeFileAtomically } from "../../data/atomic-write.ts";
import { CHINA } from "../../data/holidays.ts";
import { actText, remark, scheduleCsv, scheduleIcs } from "../../data/schedule-out.ts";
import type { Language } from "../../diagnostics/message.ts";
import { worded } from "../../diagnostics/phrases.ts";
import { problem } from "../../diagnostics/problem.ts";
import { type Schedule, scheduleOf, type Task } from "../../procedures/schedule.ts";
import { dayText } from "../../runtime/calendar.ts";
import { WorkDays } from "../../runtime/work-calendar.ts";
import { answer, openPoints, stop } from "../answer.ts";
import type { Argument, Options } from "../command.ts";
import { textOption, withoutResult } from "../evaluation.ts";
import { loadMeasure } from "../load-measure.ts";
import { scheduleJson } from "../schedule-json.ts";
import type { Session } from "../session.ts";
import { table } from "../table.ts";
import { yearOption } from "../year-option.ts";

/**
 * `banfa schedule MEASURE --year YEAR`: the procedures of a measure as dates of one year. Exit codes: 0, or 2 where
 * the measure cannot be read or the call is wrong.
 */
export async function execute(s: Session, args: readonly Argument[], options: Options): Promise<number> {
  const loaded = await loadMeasure(String(args[0]));
  const language = s.language(loaded.language);
  const { measure } = loaded;
  if (measure === null) return stop(s, withoutResult(loaded, "BF9020"), language);
  const year = yearOption(options);
  if (typeof year !== "number") return stop(s, [{ source: null, problems: [year] }], language);
  const out = textOption(options.out);
  const ending = out === undefined ? null : (/\.(csv|ics|json)$/i.exec(out)?.[1]?.toLowerCase() ?? "");
  if (ending === "") {
    const expected = worded("expected", "schedule-file");
    const wrong = problem("BF9004", { option: "--out", value: out!, ...expected });
    return stop(s, [{ source: null, problems: [wrong] }], language);
  }
  const cite = (index: number) => measure.citations[index]?.text ?? "";
  const schedule = scheduleOf(measure, { year, calendar: new WorkDays(CHINA), citations: cite });
  if (out !== undefined) {
    const text =
      ending === "csv"
        ? scheduleCsv(schedule, cite, language)
        : ending === "ics"
          ? scheduleIcs(schedule, measure.name, cite, language)
          : `${JSON.stringify(scheduleJson(schedule, measure.name, cite), null, 2)}\n`;
    const failed = writeFileAtomically(out, [text]);
    if (failed) return stop(s, [{ source: null, problems: [failed] }], language);
  }
  return answer(s, {
    language,
    config: loaded.config,
    found: [openPoints(loaded)],
    json: (problems) => ({ ...scheduleJson(schedule, measure.name, cite), problems: problems.flat() }),
    text: () => s.io.out(`${text(schedule, measure.name, cite, s, language, out)}\n`),
  });
}

const WORDS = {
  zh: {
    title: (name: string, year: number) => `${name}：${year}年日程`,
    by: "最迟",
    who: "谁",
    what: "做什么",
    clause: "依据",
    remarks: "期限",
    dated: "有日期的",
    open: "日期待定的",
    times: (n: number) => `一年${n}次`,
    none: "本办法没有程序",
    outOfForce: (n: number) => `另有${n}项在办法施行以前或者失效以后，没有列出`,
    written: (file: string) => `已写入 ${file}`,
    from: (a: string, b: string) => `${a} 至 ${b}`,
  },
  en: {
    title: (name: string, year: number) => `${name}: schedule of ${year}`,
    by: "by",
    who: "who",
    what: "does what",
    clause: "clause",
    remarks: "deadline",
    dated: "With a date",
    open: "With an open date",
    times: (n: number) => `${n} times a year`,
    none: "This measure has no procedures",
    outOfForce: (n: number) => `${n} more lie before or after the measure is in force and are left out`,
    written: (file: string) => `Written to ${file}`,
    from: (a: string, b: string) => `${a} to ${b}`,
  },
} as const;

type Words = (typeof WORDS)[Language];

function text(
  schedule: Schedule,
  name: string,
  cite: (index: number) => string,
  s: Session,
  language: Language,
  out: string | undefined,
): string {
  const words: Words = WORDS[language];
  const lines = [s.paint.strong(words.title(name, schedule.year))];
  if (schedule.tasks.length === 0) lines.push("", words.none);
  const dated = schedule.tasks.filter((t) => t.window.to !== null);
  const ordered = [...dated].sort((a, b) => a.window.to! - b.window.to! || a.cite - b.cite);
  const heads = (first: string) =>
    [first, words.who, words.what, words.clause, words.remarks].map((head) => ({ head }));
  const rest = (t: Task) => [
    t.who.join("、"),
    actText(t) + (t.toWhom.length === 0 ? "" : ` → ${t.toWhom.join("、")}`),
    cite(t.cite),
    remark(t, language),
  ];
  const day = (t: Task) => {
    const { from, to } = t.window;
    // A window of less than a month is itself the date: 10月21日至31日.
    return from !== null && from !== to && to! - from < 15
      ? words.from(dayText(from), dayText(to!))
      : dayText(to!);
  };
  const put = (title: string, first: string, rows: readonly string[][]) => {
    if (rows.length === 0) return;
    const style = { indent: 2, columns: s.io.columns, head: s.paint.faint };
    lines.push("", s.paint.info(title), ...table(heads(first), rows, style));
  };
  put(
    words.dated,
    words.by,
    ordered.map((t) => [day(t), ...rest(t)]),
  );
  put(
    words.open,
    "",
    byAct(schedule.tasks.filter((t) => t.window.to === null)).map((group) => {
      const [t] = group;
      return [group.length === 1 ? t!.period : words.times(group.length), ...rest(t!)];
    }),
  );
  if (schedule.outOfForce > 0) lines.push("", words.outOfForce(schedule.outOfForce));
  if (out !== undefined) lines.push("", words.written(out));
  return lines.join("\n");
}

/** Acts that are open for the same reason in all their periods are one line. */
function byAct(tasks: readonly Task[]): Task[][] {
  const groups = new Map<string, Task[]>();
  for (const t of tasks) {
    const open = t.window.open;
    const same = open?.kind === "unwritten" || open?.kind === "no-start";
    const key = same ? t.id.slice(0, t.id.lastIndexOf("/")) : t.id;
    const group = groups.get(key);
    if (group) group.push(t);
    else groups.set(key, [t]);
  }
  return [...groups.values()];
}
