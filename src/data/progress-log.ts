import { extname } from "node:path";
import { orNone } from "../diagnostics/phrases.ts";
import { hasErrors, type Problem, problem } from "../diagnostics/problem.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { between, type LogEntry } from "../procedures/progress.ts";
import type { Schedule, Task } from "../procedures/schedule.ts";
import { parseDay } from "../runtime/calendar.ts";
import { clean, fold } from "./cells.ts";
import { eachRow, findHeader, unifyLineEnds } from "./csv-table.ts";
import { isoDate } from "./dates.ts";
import { entry, isList, isRecord } from "./document.ts";
import { readDocument } from "./read-document.ts";
import { readText } from "./read-text.ts";

/**
 * A log of finished steps: a table (CSV) or a list (YAML, JSON) with a line for what somebody has done. The table that
 * `banfa schedule --out 日程.csv` writes is such a log: whoever finishes a step fills in the day.
 */

/** The columns, by their names in both languages; `task` and `done` have to be there. */
export const LOG_COLUMNS = {
  task: ["任务", "task"],
  who: ["谁", "who"],
  done: ["完成日期", "done"],
  outcome: ["结果", "outcome"],
  to: ["退回到", "to"],
} as const;

type Column = keyof typeof LOG_COLUMNS;
const COLUMNS = Object.keys(LOG_COLUMNS) as Column[];

const OUTCOMES: Readonly<Record<string, LogEntry["outcome"]>> = {
  "": "done",
  完成: "done",
  done: "done",
  退回: "returned",
  returned: "returned",
};

interface Line {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

export function readLog(
  path: string,
  schedule: Schedule,
): { readonly log: readonly LogEntry[]; readonly problems: readonly Problem[] } {
  const { lines, problems } = /\.(?:csv|tsv|txt)$/i.test(extname(path)) ? fromTable(path) : fromList(path);
  const found: Problem[] = [...problems];
  const tasks = new Map(schedule.tasks.map((t) => [fold(t.id), t]));
  const byId = new Map(schedule.tasks.map((t) => [t.id, t]));
  const log: LogEntry[] = [];
  for (const { row, cells } of lines) {
    const at = (column: Column) => ({ data: { file: path, row, field: LOG_COLUMNS[column][0] } });
    const id = clean(cells.task ?? "");
    const date = clean(cells.done ?? "");
    const written = clean(cells.outcome ?? "");
    // A task of the form that nobody has finished yet.
    if (date === "" && OUTCOMES[written.toLowerCase()] !== "returned") continue;
    const task = tasks.get(fold(id));
    if (task === undefined) {
      const near =
        nearest(
          id,
          [...tasks.values()].map((t) => t.id),
        ) ??
        schedule.tasks[0]?.id ??
        "";
      found.push(problem("BF4201", { task: id, year: schedule.year, near }, at("task")));
      continue;
    }
    const iso = isoDate(date);
    if (iso === null) {
      found.push(problem("BF4202", { task: task.id, text: date }, at("done")));
      continue;
    }
    const outcome = Object.hasOwn(OUTCOMES, written.toLowerCase()) ? OUTCOMES[written.toLowerCase()]! : null;
    if (outcome === null) {
      found.push(problem("BF4203", { task: task.id, text: written }, at("outcome")));
      continue;
    }
    const who = clean(cells.who ?? "");
    // The form names all who act in one cell.
    const all = who === "" || fold(who) === fold(task.who.join("、"));
    const one = all ? null : (task.who.find((w) => fold(w) === fold(who)) ?? null);
    if (!all && one === null) {
      found.push(problem("BF4204", { task: task.id, who, known: task.who }, at("who")));
      continue;
    }
    const back = clean(cells.to ?? "");
    const to = back === "" ? null : (tasks.get(fold(back)) ?? null);
    if (back !== "" && (outcome !== "returned" || to === null || between(byId, to.id, task).length === 0)) {
      found.push(problem("BF4207", { task: task.id, text: back, known: before(byId, task) }, at("to")));
      continue;
    }
    log.push({ task: task.id, day: parseDay(iso)!, who: one, outcome, ...(to && { to: to.id }) });
  }
  return { log, problems: found };
}

/** The tasks that lead to a task, the nearest first. */
function before(byId: ReadonlyMap<string, Task>, task: Task): readonly string[] {
  const found = new Set(task.after);
  for (const id of found) for (const earlier of byId.get(id)?.after ?? []) found.add(earlier);
  return orNone([...found].slice(0, 5));
}

interface Lines {
  readonly lines: readonly Line[];
  readonly problems: readonly Problem[];
}

function fromTable(path: string): Lines {
  const { file, problems } = readText(path);
  if (file === null) return { lines: [], problems };
  const text = unifyLineEnds(file.text);
  const names = (c: Column) => LOG_COLUMNS[c].map((n) => fold(n));
  const start = findHeader(text, new Set(COLUMNS.flatMap(names)), new Set(names("task")));
  const places = new Map<Column, number>();
  for (const column of COLUMNS) {
    const i = start.names.findIndex((n) => names(column).includes(n));
    if (i >= 0) places.set(column, i);
  }
  if (start.headerRow === null || !places.has("task") || !places.has("done"))
    return { lines: [], problems: [...problems, problem("BF4200", {}, { data: { file: path } })] };
  const lines: Line[] = [];
  eachRow(text, start.delimiter, (cells, row) => {
    if (row <= start.headerRow! || cells.every((c) => c.trim() === "")) return;
    const read = [...places].map(([column, i]) => [column, cells[i] ?? ""]);
    lines.push({ row, cells: Object.fromEntries(read) as Line["cells"] });
  });
  return { lines, problems };
}

function fromList(path: string): Lines {
  const { document, problems } = readDocument(path);
  if (document === null || hasErrors(problems)) return { lines: [], problems };
  const list = isList(document.value) ? document.value : entry(document.value, "log");
  if (!isList(list) || !list.every(isRecord))
    return { lines: [], problems: [...problems, problem("BF4200", {}, { data: { file: path } })] };
  const top = isList(document.value) ? [] : ["log"];
  const lines = list.map((item, i) => {
    const read = COLUMNS.flatMap((column) => {
      const value = LOG_COLUMNS[column].map((n) => entry(item, n)).find((v) => v !== undefined);
      return value === undefined || value === null ? [] : [[column, String(value)]];
    });
    return {
      row: document.lineOf([...top, i]),
      cells: Object.fromEntries(read) as Line["cells"],
    };
  });
  return { lines, problems };
}
