/**
 * Looking back from a record to the ones before it in its list (上期, 连续2个月 inside 每份). Before the first period
 * of the list stand the records of earlier results: before January, last December.
 */
import type { OpenContext } from "./abi.ts";
import type { TypeTable } from "./abi-tables.ts";
import { periodText } from "./fact-periods.ts";
import { type PastFunction, PastRow, type Records } from "./history.ts";
import { type Anything, type Look, lengthOfRun, runOf, type Then, valueThen } from "./looking-back.ts";
import { and } from "./open-logic.ts";
import type { OpenRow } from "./open-rows.ts";
import {
  type Causes,
  type Interval,
  membersOf,
  type OpenValue,
  type Truth,
  Unknown,
  whyOf,
} from "./open-values.ts";
import { type PeriodLength, periodName, periodsPerYear, periodsWithin, serialOf } from "./periods.ts";

/** Where the records of a kind hang together, and what is looked at in them. */
export interface RecordSteps {
  readonly subject: number;
  readonly list: number;
  /** Derived fields of the record. */
  readonly owner: number;
  readonly period: number;
  readonly frequency: PeriodLength;
  readonly look: { readonly field: number } | { readonly cell: number };
  /** Grades that it looks at: without them it is a record without a result. */
  readonly grades: readonly number[];
}

function lookFrom(row: OpenRow, context: OpenContext, steps: RecordSteps, evaluate: PastFunction): Look {
  const owner = context.row(steps.subject, row.f[steps.owner] as number);
  const list = owner.l[steps.list]!;
  const at = (row.f[steps.period] as Interval).low!;
  const period = Number(at.num / at.den);
  const [first] = periodsWithin(context, steps.frequency);
  const { look } = steps;
  return (back) => {
    if (period - back < first) return earlier(row.kind, owner.id, period - back, context, steps, evaluate);
    const i = list.periods.indexOf(period - back);
    const record = (list.records as readonly OpenRow[] | null)?.[i];
    if (record === undefined) {
      const absent = [periodText(steps.frequency, period - back)];
      return {
        value: null,
        without: "result",
        why: [{ kind: "missing-period", subject: owner.id, field: list.field, periods: absent }],
      };
    }
    const value = "cell" in look ? record.c[look.cell]! : record.f[look.field]!;
    return { value, graded: and(...steps.grades.map((id) => given(record.c[id]!))), why: [] };
  };
}

function given(grade: OpenValue): Truth {
  if (!membersOf(grade as Parameters<typeof membersOf>[0]).includes(-1)) return true;
  return grade === -1 ? false : new Unknown(whyOf(grade));
}

/** A record of a period (counted from the first of the assessed year, at most 0 or in an earlier assessed period). */
function earlier(
  kind: number,
  owner: string,
  period: number,
  context: OpenContext,
  { frequency }: RecordSteps,
  evaluate: PastFunction,
): Then {
  const history = context.history as Records | null;
  const each = periodsPerYear(frequency);
  const year = context.year + Math.floor((period - 1) / each);
  const number = period - (year - context.year) * each;
  // The assessed period in which it lies; of several the last.
  const per = periodsPerYear(context.per);
  const within = Math.max(Math.ceil((number * per) / each), 1);
  const then = { year, period: within, per: context.per };
  const why: Causes = [
    { kind: "missing-history", year, ...(then.per !== "year" && { period: periodName(then) }) },
  ];
  if (history?.empty) return { value: null, without: "any-period", why };
  const serial = serialOf(then);
  if (!history?.has(serial)) {
    const earliest = history?.earliestBefore(serialOf(context)) ?? null;
    return { value: null, without: "knowledge", beyond: earliest === null || serial < earliest, why };
  }
  const found = history.row(serial, kind, `${owner}/${periodText(frequency, number)}`);
  if (found === undefined) return { value: null, without: "result", why };
  const view = new PastRow(found, history, why);
  const value = evaluate(view, context);
  return { value, graded: view.graded, why };
}

export const recordBefore = (
  row: OpenRow,
  context: OpenContext,
  steps: RecordSteps,
  back: number,
  kind: TypeTable["kind"],
  anything: Anything,
  evaluate: PastFunction,
): OpenValue => valueThen(lookFrom(row, context, steps, evaluate)(back), kind, anything);

export const runOfRecords = (
  row: OpenRow,
  context: OpenContext,
  steps: RecordSteps,
  length: number,
  gap: "breaks" | "skips",
  evaluate: PastFunction,
  now: Truth,
): Truth => runOf(lookFrom(row, context, steps, evaluate), length, gap, now);

export const lengthOfRecordRun = (
  row: OpenRow,
  context: OpenContext,
  steps: RecordSteps,
  gap: "breaks" | "skips",
  evaluate: PastFunction,
  now: Truth,
): Interval => lengthOfRun(lookFrom(row, context, steps, evaluate), gap, now);
