import type { CalendarDate, Holder } from "../../src/compiler/ir/ir.ts";
import { daysOfRecords } from "./aggregate.ts";
import { orderDates } from "./calendar.ts";
import { evaluate } from "./expression.ts";
import type { Held, Value } from "./value.ts";
import { type Subject, scopeOf, type World } from "./world.ts";

/** Who held a post on the days that are asked for; nobody while one of them is open. */
export function heldBy(world: World, s: Subject, posts: readonly Held[], holder: Holder): readonly string[] {
  const first = { year: world.year, month: 1, day: 1 };
  const last = { year: world.year, month: 12, day: 31 };
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
