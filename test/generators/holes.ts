import type { Field, Measure } from "../../src/compiler/ir/ir.ts";
import type { HistoryYear } from "../reference/reference.ts";
import type { HistoryRow } from "../reference/world.ts";
import type { CohortCase } from "./cohort.ts";
import { Tape } from "./tape.ts";

/**
 * Forgets some of what a complete case says, so that the complete one is a completion of the result. A fact
 * with a default is kept: leaving it out would say something else, not less.
 */
export function punchHoles(measure: Measure, whole: CohortCase, numbers: readonly number[]): CohortCase {
  const { year, period, calendar, date, parameters, history } = whole.context;
  const tape = new Tape(numbers);
  const forget = () => tape.chance(5);
  const thin = (fields: readonly Field[], key: number | null, raw: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      fields.flatMap((f, i): [string, unknown][] => {
        if (!Object.hasOwn(raw, f.name)) return [];
        const years = f.yearly ? raw[f.name] : null;
        // What is known of earlier years stays: without it the history would speak.
        if (typeof years === "object" && years !== null)
          return [[f.name, f.default === null && forget() ? { ...years, [year]: null } : years]];
        if (i !== key && f.default === null && forget()) return tape.chance(2) ? [[f.name, null]] : [];
        const value = raw[f.name];
        if (f.type.kind !== "list" || !Array.isArray(value)) return [[f.name, value]];
        const columns = measure.records[f.type.record]!.fields;
        return [[f.name, value.map((r: Record<string, unknown>) => thin(columns, null, r))]];
      }),
    );
  const cohort = Object.fromEntries(
    measure.subjects
      .filter((kind) => !kind.of)
      .map((kind) => [
        kind.name,
        (whole.cohort[kind.name] ?? []).map((raw) => thin(kind.fields, kind.key, raw)),
      ]),
  );
  const kept = Object.entries(parameters ?? {}).filter(() => !forget());
  const dateKept = date !== undefined && !forget();
  const historyKept = history !== undefined && !forget();
  return {
    cohort,
    context: {
      year,
      ...(period === undefined ? {} : { period }),
      ...(calendar === undefined || forget() ? {} : { calendar }),
      ...(dateKept ? { date } : {}),
      parameters: Object.fromEntries(kept),
      ...(historyKept ? { history: forgetYears(measure, history, tape) } : {}),
    },
  };
}

/**
 * A year nobody supplies any more; results of which something was still open. The earliest year stays: a count as
 * far back as the years go (累计) says less of fewer years, and not something open.
 */
function forgetYears(measure: Measure, history: readonly HistoryYear[], tape: Tape): HistoryYear[] {
  const left = history.filter((_, i) => i === history.length - 1 || !tape.chance(6));
  return left.map((h) => ({ ...h, subjects: h.subjects.map((row) => forgetRow(measure, row, tape)) }));
}

function forgetRow(measure: Measure, row: HistoryRow, tape: Tape): HistoryRow {
  const open = <T>(entries: Readonly<Record<string, T>>, opened: (name: string, value: T) => T) =>
    Object.fromEntries(Object.entries(entries).map(([n, v]) => [n, tape.chance(6) ? opened(n, v) : v]));
  return {
    ...row,
    facts: open(row.facts, () => null),
    values: open(row.values, () => null),
    grades: open(row.grades, (name, g) => {
      const cell = measure.cells.find((c) => c.name === name);
      if (cell?.body.kind !== "grade" || g.grade === null) return g;
      const { members } = measure.enumerations[cell.body.enumeration]!;
      return { grade: null, possible: [...new Set([g.grade, members[0]!])] };
    }),
  };
}
