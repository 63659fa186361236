import type { Schedule, Task } from "./schedule.ts";

/** What a log of finished steps says about a schedule on a day: what is done, due, late, or waits for whom. */

export interface LogEntry {
  /** Id of a task. */
  readonly task: string;
  readonly day: number;
  /** One of those who act; null: all of them. */
  readonly who: string | null;
  /** Returned: what this task was to take over has to be made anew. */
  readonly outcome: "done" | "returned";
  /** Returned so far back: the id of a task before this one; absent: to those right before it. */
  readonly to?: string;
}

export type State =
  | "done"
  /** Its last day is over. */
  | "late"
  /** It can be done now. */
  | "due"
  /** Something before it is not done. */
  | "waiting"
  /** Its first day has not come. */
  | "ahead";

export interface TaskProgress {
  readonly task: Task;
  readonly state: State;
  /** Day on which the last of those who act was done; null: not done. */
  readonly done: number | null;
  /** Done, but after the last day. */
  readonly wasLate: boolean;
  /** The day on which it was sent back and has not been done since; null: it was not. */
  readonly returned: number | null;
  /** Those who act and have not yet. */
  readonly open: readonly string[];
  readonly waitsFor: readonly Task[];
}

/** @param on the day, as a day number */
export function progressOf(schedule: Schedule, log: readonly LogEntry[], on: number): TaskProgress[] {
  const entries = log.filter((e) => e.day <= on);
  const sentBack = returns(schedule, entries);
  const byTask = new Map<string, LogEntry[]>();
  for (const e of entries) byTask.set(e.task, [...(byTask.get(e.task) ?? []), e]);
  const finished = new Map(
    schedule.tasks.map((t) => [t.id, finish(t, byTask.get(t.id) ?? [], sentBack.get(t.id) ?? null)]),
  );
  const byId = new Map(schedule.tasks.map((t) => [t.id, t]));
  return schedule.tasks.map((task) => {
    const { done, open, returned } = finished.get(task.id)!;
    const waitsFor = task.after.flatMap((id) => (finished.get(id)!.done === null ? [byId.get(id)!] : []));
    const { from, to } = task.window;
    const state = ((): State => {
      if (done !== null) return "done";
      if (to !== null && to < on) return "late";
      // What is done every month without a first day cannot be due before its month.
      if ((from ?? task.periodStart) > on) return "ahead";
      return waitsFor.length > 0 ? "waiting" : "due";
    })();
    return {
      ...{ task, state, done, open, waitsFor, returned },
      wasLate: done !== null && to !== null && done > to,
    };
  });
}

/** When the work on each task was last sent back. */
function returns(schedule: Schedule, entries: readonly LogEntry[]): Map<string, number> {
  const byId = new Map(schedule.tasks.map((t) => [t.id, t]));
  const found = new Map<string, number>();
  const put = (id: string, day: number) => found.set(id, Math.max(day, found.get(id) ?? day));
  for (const e of entries) {
    if (e.outcome !== "returned") continue;
    put(e.task, e.day);
    const task = byId.get(e.task);
    if (!task) continue;
    for (const id of e.to === undefined ? task.after : between(byId, e.to, task)) put(id, e.day);
  }
  return found;
}

/** A task before another, and all that lead from it to that one: what is made anew when it goes back that far. */
export function between(byId: ReadonlyMap<string, Task>, first: string, last: Task): readonly string[] {
  const leads = new Map<string, boolean>([[first, true]]);
  const follow = (id: string): boolean => {
    let known = leads.get(id);
    if (known === undefined) {
      // Steps do not wait for themselves; were there a circle, it would lead nowhere.
      leads.set(id, false);
      known = (byId.get(id)?.after ?? []).map(follow).includes(true);
      leads.set(id, known);
    }
    return known;
  };
  return last.after.map(follow).includes(true) ? [...leads].flatMap(([id, is]) => (is ? [id] : [])) : [];
}

function finish(task: Task, entries: readonly LogEntry[], sentBack: number | null) {
  // What was done on the day it was sent back was done before: a return looks at something.
  const valid = entries.filter((e) => e.outcome === "done" && (sentBack === null || e.day > sentBack));
  const all = valid.filter((e) => e.who === null).map((e) => e.day);
  const days = task.who.map((who) => {
    const own = valid.filter((e) => e.who === who).map((e) => e.day);
    return Math.min(...all, ...own);
  });
  const open = task.who.filter((_, i) => days[i] === Number.POSITIVE_INFINITY);
  const done = open.length > 0 ? null : Math.max(...days);
  return { done, open, returned: done === null ? sentBack : null };
}

/** The tasks that are done, with their days: what runs from them runs from there. */
export function doneDays(progress: readonly TaskProgress[]): ReadonlyMap<string, number> {
  return new Map(progress.flatMap((p) => (p.done === null ? [] : [[p.task.id, p.done]])));
}
