import type { CalendarDate, Holder } from "../../src/compiler/ir/ir.ts";
import { daysOfRecords } from "./aggregate.ts";
import { daysInMonth, orderDates } from "./calendar.ts";
import { evaluate } from "./expression.ts";
import type { Held, Value } from "./value.ts";
import { type Subject, scopeOf, type World } from "./world.ts";

/** Who held a post on the days that are asked for; nobody while one of them is open. */
export function heldBy(world: World, s: Subject, posts: readonly Held[], holder: Holder): readonly string[] {
  const months = { month: 1, quarter: 3, "half-year": 6, year: 12 }[world.measure.period];
  const from = (world.period - 1) * months;
  const first = { year: world.year, month: from + 1, day: 1 };
  const last = { year: world.year, month: from + months, day: daysInMonth(world.year, from + months) };
  const within = (from: CalendarDate, to: CalendarDate): readonly string[] =>
    posts
      .filter((p) => !p.from || orderDates(p.from, to) <= 0)
      .filter((p) => !p.to || orderDates(p.to, from) >= 0)
      .map((p) => p.name);
  const days: Value[] = [];
  switch (holder.when) {
    case "any":
      return [...new Set(within(first, last))];
    case "end":
      return [...new Set(within(last, last))];
    case "day":
      days.push(evaluate(holder.day, scopeOf(world, s)));
      break;
    case "records": {
      const records = daysOfRecords(holder.of, holder.date, scopeOf(world, s));
      if (records === undefined) return [];
      days.push(...records);
    }
  }
  if (days.some((d) => d.kind !== "date")) return [];
  return [...new Set(days.flatMap((d) => (d.kind === "date" ? within(d.value, d.value) : [])))];
}
