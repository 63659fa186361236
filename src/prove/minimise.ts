/**
 * A plainer example: as few facts as can be that are not at rest, and round figures. Every step is tried on the real
 * evaluators and kept only when the example still shows what it showed.
 */
import type * as ir from "../compiler/ir/ir.ts";
import type { Data } from "./decode.ts";

type Plain = Record<string, unknown>;

/** Most evaluations spent on one example. */
const TRIES = 600;

export function minimised(
  measure: ir.Measure,
  data: Data,
  kind: string,
  keeps: (data: Data) => boolean,
): Data {
  let best = data;
  let left = TRIES;
  const attempt = (next: Data): boolean => {
    if (left <= 0) return false;
    left -= 1;
    if (!keeps(next)) return false;
    best = next;
    return true;
  };

  attempt({ ...best, context: { ...best.context, history: [] } });
  // Mostly nobody else matters at all.
  attempt({ ...best, cohort: { [kind]: best.cohort[kind]!.slice(0, 1) } });
  // Other subjects, last first, so that those that stay keep their places; many at once where that will do.
  for (const name of Object.keys(best.cohort))
    for (let many = best.cohort[name]!.length; many >= 1; many = Math.floor(many / 2))
      for (let end = best.cohort[name]!.length; end > (name === kind ? 1 : 0); end -= many) {
        const start = Math.max(name === kind ? 1 : 0, end - many);
        if (end <= best.cohort[name]!.length)
          attempt(withRows(best, name, best.cohort[name]!.toSpliced(start, end - start)));
      }
  pastOnlyOf(best, attempt);

  for (const name of Object.keys(best.cohort)) {
    const subject = measure.subjects.find((s) => s.name === name);
    if (!subject) continue;
    for (let i = 0; i < best.cohort[name]!.length; i++)
      simplify(
        measure,
        subject.fields,
        subject.key,
        () => best.cohort[name]![i] as Plain,
        (row) => attempt(withRows(best, name, best.cohort[name]!.with(i, row))),
      );
  }
  return best;
}

/** Earlier results of those who are left, year by year only where they are needed. */
function pastOnlyOf(best: Data, attempt: (next: Data) => boolean): void {
  const given = best.context.history ?? [];
  if (given.length === 0) return;
  const ids = new Map(
    Object.entries(best.cohort).map(([kind, rows]) => [kind, new Set(rows.flatMap((r) => Object.values(r)))]),
  );
  let history = given.map((y) => ({
    ...y,
    subjects: y.subjects.filter((s) => ids.get(s.kind)?.has(s.id)),
  }));
  const tried = (next: typeof history): void => {
    if (attempt({ ...best, context: { ...best.context, history: next } })) history = next;
  };
  if (!attempt({ ...best, context: { ...best.context, history } })) return;
  for (const [i, year] of given.entries())
    if (year.subjects.length > 0) tried(history.map((y, k) => (k === i ? { ...y, subjects: [] } : y)));
}

const withRows = (data: Data, kind: string, rows: readonly Plain[]): Data => ({
  ...data,
  cohort: { ...data.cohort, [kind]: rows },
});

/** Field by field: at rest if that will do, else a rounder figure. */
function simplify(
  measure: ir.Measure,
  fields: readonly ir.Field[],
  key: number | null,
  current: () => Plain,
  attempt: (row: Plain) => boolean,
): void {
  for (const [i, field] of fields.entries()) {
    if (i === key || field.derived || field.type.kind === "link") continue;
    const { name, type } = field;
    const set = (value: unknown) => attempt({ ...current(), [name]: value });
    if (type.kind === "list") {
      const columns = measure.records[type.record]!.fields;
      const records = () => (current()[name] ?? []) as readonly Plain[];
      if (records().length > 0 && set([])) continue;
      for (let at = records().length - 1; at >= 0; at--)
        if (!set(records().toSpliced(at, 1)))
          simplify(
            measure,
            columns,
            null,
            () => records()[at]!,
            (row) => set(records().with(at, row)),
          );
      continue;
    }
    const now = current()[name];
    if (field.default && now !== undefined && attempt(without(current(), name))) continue;
    for (const value of atRest(measure, field)) if (value === now || set(value)) break;
    if (type.kind === "number" && typeof current()[name] === "number")
      roundFigure(current()[name] as number, set);
  }
}

const without = (row: Plain, name: string): Plain => {
  const { [name]: _, ...rest } = row;
  return rest;
};

function atRest(measure: ir.Measure, { type }: ir.Field): readonly unknown[] {
  switch (type.kind) {
    case "truth":
      return [false];
    case "choice":
      return measure.enumerations[type.enumeration]!.members.slice(0, 1);
    case "number":
      return [0];
    case "date":
    case "text":
    case "party":
    case "link":
    case "links":
    case "list":
      return [];
  }
}

const STEPS = [100, 50, 10, 5, 1, 0.5, 0.1, 0.01];

/** The roundest figure on either side that will do. */
function roundFigure(value: number, set: (value: number) => boolean): void {
  for (const step of STEPS) {
    const places = Math.max(0, Math.ceil(-Math.log10(step)));
    const near = [Math.floor(value / step) * step, Math.ceil(value / step) * step];
    for (const candidate of near.map((n) => Number(n.toFixed(places))))
      if (candidate === value || set(candidate)) return;
  }
}
