import fc from "fast-check";
import type { Field, ListType, Measure, NumberType, Type } from "../../src/compiler/ir/ir.ts";
import type { JsonValue } from "../../src/runtime/result.ts";
import {
  type Fraction,
  fraction,
  order,
  over,
  plus,
  readFraction,
  roundTo,
  showFraction,
  times,
} from "../reference/fraction.ts";
import type { HistoryYear, RawCohort, ReferenceContext } from "../reference/reference.ts";
import type { HistoryRow, HistoryValues } from "../reference/world.ts";
import { Tape, tapeNumbers } from "./tape.ts";
import { thresholdsOf } from "./walk.ts";

/** A measure with data for it. */
export interface CohortCase {
  readonly cohort: RawCohort;
  readonly context: ReferenceContext;
}

export interface CohortOptions {
  /** Whether facts, parameters, lists and history may be missing. */
  readonly holes: boolean;
}

export const cohortParts = fc.record({
  /** One tape a subject; subjects of all kinds in turn. */
  subjects: fc.array(tapeNumbers(40), { maxLength: 9, size: "max" }),
  parameters: tapeNumbers(6),
  /** One tape a year, the last year first. */
  history: fc.option(fc.array(tapeNumbers(40), { maxLength: 3 }), { nil: undefined }),
  date: fc.boolean(),
  period: fc.nat(11),
  calendar: fc.boolean(),
});

export interface CohortParts {
  readonly subjects: readonly (readonly number[])[];
  readonly parameters: readonly number[];
  readonly history: readonly (readonly number[])[] | undefined;
  readonly date: boolean;
  readonly period: number;
  readonly calendar: boolean;
}

const YEAR = 2018;

/** Years with a table of holidays; beyond them nobody can tell. */
const HOLIDAYS = {
  years: [2016, 2017, 2018, 2019],
  off: ["2018-02-01", "2018-02-02", "2018-06-18", "2019-01-01"],
  work: ["2018-02-03", "2018-06-10"],
};
const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** Cohorts for a measure: figures near its thresholds, many of them equal, with or without holes. */
export function arbitraryCohort(measure: Measure, options: CohortOptions): fc.Arbitrary<CohortCase> {
  return cohortParts.map((parts) => buildCohort(measure, parts, options));
}

export function buildCohort(measure: Measure, parts: CohortParts, options: CohortOptions): CohortCase {
  const facts = new FactMaker(measure, options);
  const cohort: Record<string, Record<string, unknown>[]> = {};
  const supplied = measure.subjects.filter((kind) => !kind.of);
  for (const kind of supplied) cohort[kind.name] = [];
  parts.subjects.forEach((numbers, i) => {
    const kind = supplied[i % supplied.length]!;
    cohort[kind.name]!.push(facts.subject(kind.fields, kind.key, `${i}`, new Tape(numbers)));
  });

  const parameters: Record<string, unknown> = {};
  const tape = new Tape(parts.parameters);
  for (const p of measure.parameters) {
    if (p.value === null && !(options.holes && tape.chance(3)))
      parameters[p.name] = facts.written(p.type, tape);
  }
  const each = 12 / MONTHS[measure.period];
  const period = 1 + (parts.period % each);
  const history = parts.history?.map((numbers, i) =>
    facts.year(before(measure, period, i + 1), cohort, new Tape(numbers)),
  );
  // Two of three years say more than none: the middle one is missing now and then.
  if (history && options.holes && history.length === 3 && tape.chance(3)) history.splice(1, 1);
  return {
    cohort,
    context: {
      year: YEAR,
      ...(measure.period !== "year" && { period }),
      ...(parts.date || !options.holes ? { date: "2018-12-31" } : {}),
      parameters,
      ...(parts.calendar || !options.holes ? { calendar: HOLIDAYS } : {}),
      ...(history || !options.holes ? { history: history ?? [] } : {}),
    },
  };
}

/** The period so many before the assessed one. */
function before(measure: Measure, period: number, back: number): Pick<HistoryYear, "year" | "period"> {
  const each = 12 / MONTHS[measure.period];
  const index = YEAR * each + period - 1 - back;
  const [year, number] = [Math.floor(index / each), (index % each) + 1];
  switch (measure.period) {
    case "month":
      return { year, period: `${year}-${String(number).padStart(2, "0")}` };
    case "quarter":
      return { year, period: `${year}-Q${number}` };
    case "half-year":
      return { year, period: `${year}-H${number}` };
    case "year":
      return { year };
  }
}

class FactMaker {
  readonly #measure: Measure;
  readonly #holes: boolean;
  readonly #thresholds: Map<string, readonly Fraction[]>;

  constructor(measure: Measure, options: CohortOptions) {
    this.#measure = measure;
    this.#holes = options.holes;
    this.#thresholds = new Map(
      [...thresholdsOf(measure)].map(([d, texts]) => [d, [...texts].map((t) => readFraction(t)!)]),
    );
  }

  subject(fields: readonly Field[], key: number, id: string, tape: Tape): Record<string, unknown> {
    return Object.fromEntries(
      fields.flatMap((f, i) => {
        if (i === key) return [[f.name, id]];
        if (f.derived) return [];
        if (f.type.kind !== "list") {
          const fact = this.fact(f, f.type, tape);
          return f.yearly && tape.chance(2) ? this.byYear(f, f.type, fact, tape) : fact;
        }
        if (this.#holes && tape.chance(6)) return [];
        const { fields: columns } = this.#measure.records[f.type.record]!;
        const full =
          f.type.frequency === "many"
            ? 3
            : Math.max(1, MONTHS[this.#measure.period] / MONTHS[f.type.frequency]);
        const count = tape.chance(2) ? full : tape.below(Math.min(full, 4) + 1);
        return [[f.name, tape.times(count, () => this.record(columns, tape))]];
      }),
    );
  }

  record(columns: readonly Field[], tape: Tape): Record<string, unknown> {
    return Object.fromEntries(
      columns.flatMap((c) => (c.type.kind === "list" || c.derived ? [] : this.fact(c, c.type, tape))),
    );
  }

  /** The entry of a field; none for a hole, or where the default is to be taken. */
  fact(field: Field, type: Type, tape: Tape): [string, unknown][] {
    const left = tape.below(6) === 5;
    if (left && (this.#holes || field.default !== null)) return tape.chance(2) ? [[field.name, null]] : [];
    if (field.applies !== undefined && tape.chance(4)) return [[field.name, "不适用"]];
    const value = this.written(type, tape);
    if (field.asFraction && type.kind === "number") {
      return [[field.name, showFraction(times(readFraction(String(value))!, type.display.factor))]];
    }
    return [[field.name, type.kind === "number" && type.dimension === "" ? plainPercent(value) : value]];
  }

  /** The same fact with values of some other years beside it. */
  byYear(field: Field, type: Type, fact: readonly [string, unknown][], tape: Tape): [string, unknown][] {
    const years: Record<string, unknown> = {};
    if (fact.length > 0) years[YEAR] = fact[0]![1];
    for (const year of [YEAR - 1, YEAR - 2, YEAR - 3, YEAR + 1])
      if (tape.chance(2))
        for (const [, value] of this.fact({ ...field, default: null }, type, tape)) years[year] = value;
    return [[field.name, years]];
  }

  /** A value as people write it. */
  written(type: Type, tape: Tape): unknown {
    switch (type.kind) {
      case "number": {
        const shown = showFraction(over(this.#number(type, tape), type.display.factor));
        return shown.length < 15 && tape.chance(2) ? Number(shown) : shown;
      }
      case "truth":
        return tape.chance(2);
      case "choice":
        return tape.pick(this.#measure.enumerations[type.enumeration]!.members);
      case "text":
        return tape.pick(["甲", "乙"]);
      case "date":
        return tape.pick([
          "2018-06-01",
          "2018-06-02",
          "2018-12-31",
          "2017-12-31",
          "2018-05-31",
          "2020-02-29",
        ]);
      case "party":
        if (type.dated)
          return tape.pick([
            [
              { 姓名: "张", 自: "2018-06-02" },
              { 姓名: "王", 至: "2018-06-01" },
            ],
            [{ 姓名: "张" }, { 姓名: "王", 自: "2018-12-31", 至: "2018-12-31" }],
            [{ 姓名: "王", 自: "2017-01-01", 至: "2018-05-31" }],
            [],
          ]);
        return tape.pick([["张", "王"], ["王", "张"], "张", ["张"], []]);
      case "link":
        // Subjects of the other kind have the ids of the other parity; an id that nobody has leads nowhere.
        return `${tape.below(this.#holes ? 10 : 6)}`;
      case "links":
        return tape.times(tape.below(4), () => `${tape.below(this.#holes ? 9 : 4)}`);
    }
  }

  /** A value as results show it: decimals of at most 15 digits as numbers, others as fractions. */
  shown(type: Type, tape: Tape): JsonValue {
    const value = this.written(type, tape);
    if (type.kind !== "number") return value as JsonValue;
    const text = String(value);
    const number = readFraction(text)!;
    if (text.replace(/\D/g, "").length <= 15) return Number(text);
    return { num: String(number.num), den: String(number.den), text };
  }

  /** At a threshold, one step beside it, at an end of the range, or one of a few equal figures. */
  #number(type: NumberType, tape: Tape): Fraction {
    const step = type.step ?? fraction(1, 100);
    const inType = (x: Fraction): Fraction => {
      const whole = roundTo(x, step, "down");
      if (type.low && order(whole, type.low) < 0) return type.low;
      return type.high && order(whole, type.high) > 0 ? type.high : whole;
    };
    const near = this.#thresholds.get(type.dimension) ?? [];
    const start = near.length > 0 && tape.below(4) > 0 ? tape.pick(near) : (type.low ?? fraction(0));
    const steps = tape.pick([0, 0, 1, -1, 2, 7]);
    return inType(plus(start, times(step, fraction(steps))));
  }

  /** An earlier year by hand: subjects come and go, grades carry former names, some things were open. */
  year(then: Pick<HistoryYear, "year" | "period">, cohort: RawCohort, tape: Tape): HistoryYear {
    const { subjects } = this.#measure;
    return {
      ...then,
      subjects: subjects.flatMap((kind, k) =>
        (cohort[kind.name] ?? []).flatMap((raw): HistoryRow[] => {
          if (tape.chance(3)) return [];
          const records = subjects.flatMap(({ of }, r) => {
            if (of?.subject !== k || tape.chance(6)) return [];
            const { name, type } = kind.fields[of.list]!;
            const supplied = raw[name];
            if (type.kind !== "list" || !Array.isArray(supplied)) return [];
            const told = supplied.flatMap((_, i) =>
              tape.chance(4)
                ? []
                : [{ record: recordName(type.frequency, i + 1), ...this.#remembered(r, tape) }],
            );
            return [[name, told] as const];
          });
          return [
            {
              id: String(raw[kind.fields[kind.key]!.name]),
              kind: kind.name,
              ...this.#remembered(k, tape),
              ...(records.length > 0 && { records: Object.fromEntries(records) }),
            },
          ];
        }),
      ),
    };
  }

  /** What an earlier result says of a subject or a record of a kind. */
  #remembered(kind: number, tape: Tape): HistoryValues {
    const { subjects, cells, enumerations } = this.#measure;
    const named = cells.filter((c) => c.subject === kind && c.name !== null);
    const open = () => this.#holes && tape.chance(6);
    const grades = new Map<string, HistoryRow["grades"][string]>();
    const values = new Map<string, JsonValue>();
    for (const c of named) {
      if (c.body.kind !== "grade") {
        values.set(c.name!, open() ? null : this.shown(c.type, tape));
        continue;
      }
      const { members, former } = enumerations[c.body.enumeration]!;
      const grade = tape.pick([...members, ...former.map((f) => f.name)]);
      if (tape.chance(6)) grades.set(c.name!, { grade: null, possible: [] });
      else if (open()) grades.set(c.name!, { grade: null, possible: members.slice(0, 2).reverse() });
      else grades.set(c.name!, { grade, possible: [grade] });
    }
    const facts = subjects[kind]!.fields.flatMap((f) =>
      f.type.kind === "list" || f.derived || open() ? [] : [[f.name, this.shown(f.type, tape)] as const],
    );
    return {
      facts: Object.fromEntries(facts),
      values: Object.fromEntries(values),
      grades: Object.fromEntries(grades),
    };
  }
}

/** How a result names a record. */
function recordName(frequency: ListType["frequency"], n: number): string {
  if (frequency === "month") return `${n}月`;
  if (frequency === "quarter") return `第${n}季度`;
  if (frequency === "half-year") return n === 1 ? "上半年" : "下半年";
  return frequency === "year" ? "全年" : String(n);
}

/** 0.5 in a percentage column is doubted to mean 50%; that is for tests of data, not of meaning. */
function plainPercent(written: unknown): unknown {
  const number = readFraction(String(written))!;
  if (number.num <= 0n || number.num >= number.den) return written;
  return showFraction(plus(number, fraction(1)));
}
