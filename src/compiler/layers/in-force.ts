import type { CalendarDate, Measure } from "../ir/ir.ts";

/**
 * Which of several versions of a measure holds on a day: in force from the day of its 施行 (without one: always) up to
 * the day before its 失效. Two at once are no choice of the program's: the older one has to say when it ends.
 */
export function inForce<T extends Pick<Measure, "effective" | "expires">>(
  versions: readonly T[],
  day: CalendarDate,
): readonly T[] {
  return versions.filter(
    ({ effective, expires }) =>
      (effective === null || number(effective) <= number(day)) &&
      (expires === null || number(day) < number(expires)),
  );
}

const number = ({ year, month, day }: CalendarDate): number => (year * 100 + month) * 100 + day;
