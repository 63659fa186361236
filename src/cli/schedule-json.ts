import type { TaskProgress } from "../procedures/progress.ts";
import type { Schedule, Task } from "../procedures/schedule.ts";
import { dayText } from "../runtime/calendar.ts";

/** Schedules and progress as data; the schema is in `schemas/output.schema.json`. */

const day = (d: number | null) => (d === null ? null : dayText(d));

export function scheduleJson(schedule: Schedule, measure: string, cite: (index: number) => string) {
  return {
    measure,
    year: schedule.year,
    outOfForce: schedule.outOfForce,
    tasks: schedule.tasks.map((t) => taskJson(t, cite)),
  };
}

function taskJson(t: Task, cite: (index: number) => string) {
  const { from, to, moved, open } = t.window;
  return {
    id: t.id,
    clause: cite(t.cite),
    procedure: t.procedure,
    step: t.step,
    period: t.period,
    who: t.who,
    verb: t.verb,
    what: t.what,
    toWhom: t.toWhom,
    deadline: t.deadline,
    from: day(from),
    to: day(to),
    moved: day(moved),
    open: open === null ? null : "day" in open ? { ...open, day: day(open.day) } : open,
    after: t.after,
  };
}

export function progressJson(
  year: number,
  on: number,
  progress: readonly TaskProgress[],
  measure: string,
  cite: (index: number) => string,
) {
  return {
    measure,
    year,
    on: dayText(on),
    tasks: progress.map((p) => ({
      ...taskJson(p.task, cite),
      state: p.state,
      done: day(p.done),
      wasLate: p.wasLate,
      returned: day(p.returned),
      stillOpen: p.open,
      waitsFor: p.waitsFor.map((t) => ({ id: t.id, who: t.who })),
    })),
  };
}
