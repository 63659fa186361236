import {
  after,
  HALF_A_YEAR,
  type Occurrence,
  type OpenDate,
  occurrences,
  openWindow,
  type Window,
  windowOf,
} from "../compiler/calendar/window.ts";
import type { Measure, ProcedureData, Recurrence } from "../compiler/ir/ir.ts";
import { dayNumber } from "../runtime/calendar.ts";
import type { WorkDays } from "../runtime/work-calendar.ts";

/**
 * The procedures of a measure over one year: every act as a task for every period it falls in, with its first and
 * last day, and the tasks it waits for.
 *
 * An act without a deadline of its own has that of the act before it in the same step; a step without one is done as
 * often as the dated step before it (else the next dated one, else once), on a day that nobody has said.
 */

/** One act in one period. */
export interface Task {
  /** `第六条(一)/月度考核/2/2026-03`: stable while the measure keeps its labels. */
  readonly id: string;
  readonly procedure: string;
  /** Index of the citation. */
  readonly cite: number;
  /** Label of the step, `2` or `(一)`; its number from 1 where it has none. */
  readonly step: string;
  readonly period: string;
  /** The first day of that period. */
  readonly periodStart: number;
  readonly who: readonly string[];
  readonly verb: string;
  readonly what: readonly string[];
  readonly toWhom: readonly string[];
  /** As written; null: none. */
  readonly deadline: string | null;
  readonly window: Window;
  /** Ids of tasks to be done before this one. */
  readonly after: readonly string[];
}

export interface Schedule {
  readonly year: number;
  /** In the order of the measure, each act period by period. */
  readonly tasks: readonly Task[];
  /** Tasks left out because the measure is not in force on their days. */
  readonly outOfForce: number;
}

export interface ScheduleOptions {
  readonly year: number;
  /** null: as if no day were off. */
  readonly calendar: WorkDays | null;
  readonly citations: (index: number) => string;
  /** Tasks that are done, by id, with the day; what runs from them runs from that day. */
  readonly done?: ReadonlyMap<string, number>;
}

type Step = ProcedureData["steps"][number];

interface Act {
  readonly step: Step;
  readonly label: string;
  /** Number of the step from 0, and of the act in it. */
  readonly position: number;
  readonly nth: number;
  /** Its own deadline or that of the step. */
  readonly deadline: Step["deadline"];
  readonly recurrence: Recurrence;
}

interface Procedure {
  readonly data: ProcedureData;
  readonly acts: readonly Act[];
}

export function scheduleOf(measure: Measure, options: ScheduleOptions): Schedule {
  const scheduler = new Scheduler(measure, options);
  return scheduler.run();
}

class Scheduler {
  readonly #options: ScheduleOptions;
  readonly #measure: Measure;
  #procedures: readonly Procedure[];
  readonly #tasks = new Map<string, Task>();
  /** Being worked out: an event that depends on itself has no day. */
  readonly #open = new Set<string>();

  constructor(measure: Measure, options: ScheduleOptions) {
    this.#measure = measure;
    this.#options = options;
    this.#procedures = measure.procedures.map((data) => ({ data, acts: actsOf(data, measure.period) }));
    this.#procedures = this.#procedures.map((p) => ({ ...p, acts: p.acts.map((a) => this.#asOftenAs(a)) }));
  }

  run(): Schedule {
    const all = this.#procedures.flatMap((p) =>
      p.acts.flatMap((a) => occurrences(a.recurrence, this.#options.year).map((at) => this.#task(p, a, at))),
    );
    const inForce = all.filter((t) => this.#inForce(t.window));
    const kept = new Set(inForce.map((t) => t.id));
    return {
      year: this.#options.year,
      tasks: inForce.map((t) => ({ ...t, after: t.after.filter((id) => kept.has(id)) })),
      outOfForce: all.length - inForce.length,
    };
  }

  /** `季度考核 结束后10日内` is done as often as what it runs from. */
  #asOftenAs(a: Act): Act {
    const event = a.deadline?.anchor;
    if (!event || a.deadline.recurrence !== null) return a;
    const source = this.#sources(event, a)[0];
    return source ? { ...a, recurrence: source.act.recurrence } : a;
  }

  /**
   * The acts whose end is the event: the last step of the procedure of that name, or the first that hands it over, before
   * this one in its own procedure if there is such.
   */
  #sources(event: string, self: Act): { readonly procedure: Procedure; readonly act: Act }[] {
    const procedure = this.#procedures.find((p) => p.data.name === event);
    const last = procedure?.acts.at(-1);
    if (procedure && last)
      return procedure.acts
        .filter((a) => a.position === last.position && a !== self)
        .map((act) => ({ procedure, act }));
    const handsOver = (a: Act) => a.step.what.includes(event);
    const own = this.#procedures.find((p) => p.acts.some((a) => a.step === self.step));
    const before = own?.acts.find((a) => a.position < self.position && handsOver(a));
    // Of several who sign, the last one ends it.
    if (own && before)
      return own.acts
        .filter((a) => a.position === before.position && handsOver(a))
        .map((act) => ({ procedure: own, act }));
    for (const p of this.#procedures) {
      const act = p.acts.find((a) => a.step !== self.step && handsOver(a));
      if (act) return [{ procedure: p, act }];
    }
    return [];
  }

  #task(p: Procedure, a: Act, at: Occurrence): Task {
    const id = this.#idOf(p, a, at);
    const known = this.#tasks.get(id);
    if (known) return known;
    this.#open.add(id);
    const before = this.#before(p, a, at);
    const task: Task = {
      id,
      procedure: p.data.name,
      cite: p.data.cite,
      step: a.label,
      period: at.name,
      periodStart: at.start,
      who: a.step.who,
      verb: a.step.verb,
      what: a.step.what,
      toWhom: a.step.toWhom,
      deadline: a.deadline?.text ?? a.step.duration?.text ?? null,
      window: this.#window(a, at, before),
      after: (a.nth > 0 ? before : [...new Set([...before, ...this.#eventTasks(a, at)])]).map((t) => t.id),
    };
    this.#open.delete(id);
    this.#tasks.set(id, task);
    return task;
  }

  #idOf(p: Procedure, a: Act, at: Occurrence): string {
    const nth = a.nth === 0 ? "" : `#${a.nth + 1}`;
    return `${this.#options.citations(p.data.cite)}/${p.data.name}/${a.label}${nth}/${at.name}`;
  }

  #window(a: Act, at: Occurrence, before: readonly Task[]): Window {
    const { calendar } = this.#options;
    const { duration } = a.step;
    if (a.deadline !== null) {
      const found = windowOf(a.deadline, at, this.#endOf(this.#eventTasks(a, at)), calendar);
      if (a.recurrence !== "year" || !isLongBefore(found, before)) return found;
      // 每年10月考核, 每年3月底前反馈: in March of the next year.
      const next = occurrences("year", this.#options.year + 1)[0]!;
      return windowOf(a.deadline, next, null, calendar);
    }
    if (duration?.unit && before.length > 0) {
      const start = this.#endOf(before);
      const [{ verb, what }] = before as readonly [Task];
      const event = [verb, ...(what.length > 0 ? [what.join("、")] : [])].join(" ");
      return start === null
        ? openWindow(null, { kind: "event", event })
        : after(start, { count: duration.count, unit: duration.unit }, calendar);
    }
    return openWindow(null, { kind: "unwritten" });
  }

  /** The last of the days on which all these are done, or due. */
  #endOf(tasks: readonly Task[]): number | null {
    if (tasks.length === 0) return null;
    const days = tasks.map((t) => this.#options.done?.get(t.id) ?? t.window.to);
    return days.every((d) => d !== null) ? Math.max(...days) : null;
  }

  /** The tasks of the same period whose end is the event that the deadline runs from. */
  #eventTasks(a: Act, at: Occurrence): Task[] {
    const event = a.deadline?.anchor;
    if (!event) return [];
    return this.#sources(event, a)
      .filter(({ procedure, act }) => !this.#open.has(this.#idOf(procedure, act, at)))
      .filter(({ act }) => occurrences(act.recurrence, this.#options.year).some((o) => o.name === at.name))
      .map(({ procedure, act }) => this.#task(procedure, act, at));
  }

  /** The acts right before in the same procedure and the same period. */
  #before(p: Procedure, a: Act, at: Occurrence): Task[] {
    const earlier = p.acts.filter(
      (o) => o.position < a.position || (o.position === a.position && o.nth < a.nth),
    );
    for (let i = earlier.length - 1; i >= 0; i--) {
      const act = earlier[i]!;
      const same = occurrences(act.recurrence, this.#options.year).find((o) => o.name === at.name);
      if (same) return [this.#task(p, act, same)];
    }
    return [];
  }

  #inForce({ from, to }: Window): boolean {
    const { effective, expires } = this.#measure;
    const day = (d: Measure["effective"]) => (d ? dayNumber(d.year, d.month, d.day) : null);
    const [first, last] = [day(effective), day(expires)];
    if (first !== null && to !== null && to < first) return false;
    return !(last !== null && from !== null && from > last);
  }
}

/** Whether a window ends more than half a year before what comes before it begins. */
function isLongBefore({ to, moved, open }: Window, before: readonly Task[]): boolean {
  const end = moved ?? to ?? (open?.kind === "unannounced" ? open.day : null);
  return before.some(({ window: w }) => {
    const first = w.from ?? w.to;
    return end !== null && first !== null && first - end > HALF_A_YEAR;
  });
}

/** The acts of a procedure with the deadlines and periods that hold for them. */
function actsOf(p: ProcedureData, assessed: Recurrence): Act[] {
  let label = "";
  let position = -1;
  let nth = 0;
  let deadline: Step["deadline"] = null;
  const acts = p.steps.map((step) => {
    if (step.first) {
      position++;
      nth = 0;
      deadline = step.deadline;
      label = (step.label ?? String(position + 1)).replace(/[.、．]$/, "");
    } else {
      nth++;
      deadline = step.deadline ?? deadline;
    }
    return { step, label, position, nth, deadline };
  });
  const dated = acts.map((a) => (a.deadline ? (a.deadline.recurrence ?? "year") : null));
  return acts.map((a, i) => {
    const earlier = dated.slice(0, i + 1).findLast((r) => r !== null);
    return { ...a, recurrence: earlier ?? dated.slice(i).find((r) => r !== null) ?? assessed };
  });
}

/** What is open about a task's last day, for people. */
export function openReason(open: OpenDate, language: "zh" | "en"): string {
  const zh = language === "zh";
  switch (open.kind) {
    case "unwritten":
      return zh ? "没有写期限" : "no deadline is written";
    case "vague":
      return zh ? `“${open.words}”是哪几日没有写` : `which days “${open.words}” means is not said`;
    case "unannounced":
      return zh ? `${open.year}年的放假安排还没有公布` : `the days off of ${open.year} are not announced yet`;
    case "event":
      return zh ? `“${open.event}”没有日期` : `“${open.event}” has no day`;
    case "no-start":
      return zh ? `“${open.words}”没有写从哪天起算` : `“${open.words}” does not say from when`;
  }
}
