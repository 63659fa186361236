import fc from "fast-check";
import type { Field, ListType, Measure, NumberType, Type } from "../../src/compiler/ir/ir.ts";
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
import type { HistoryYear } from "../reference/reference.ts";
import type { CohortCase } from "./cohort.ts";
import { Tape } from "./tape.ts";
import { thresholdsOf } from "./walk.ts";

/**
 * Complete data for a measure of real size. Where `cohort.ts` takes every fact by itself, a subject here has a
 * character: all goes well, all goes badly, all but one thing does; its records resemble each other; its links
 * lead to subjects that are there. Without that, clauses that ask for five facts together or for five notices
 * from one office would hardly ever fire.
 */
export function lifelikeCohort(measure: Measure): fc.Arbitrary<CohortCase> {
  return fc
    .array(fc.nat({ max: 5039 }), { minLength: 1500, maxLength: 1500 })
    .map((numbers) => new Maker(measure, new Tape(numbers)).cohort());
}

const YEAR = 2018;
const DAYS = [`${YEAR}-03-31`, `${YEAR}-06-01`, `${YEAR}-12-31`, `${YEAR - 1}-12-31`, `${YEAR}-01-01`];
const SHARES = [fraction(1), fraction(1, 2)];

/** How a subject fares: its truths are mostly `truth`, its figures in the lower, middle or upper part. */
interface Character {
  readonly truth: boolean;
  /** One in so many facts is otherwise; 0: none. */
  readonly slips: number;
  readonly level: 0 | 1 | 2 | null;
  /** Options are the first of their list, the last one, or any. */
  readonly option: "first" | "last" | "any";
}

class Maker {
  readonly #measure: Measure;
  readonly #tape: Tape;
  readonly #near: ReadonlyMap<string, readonly Fraction[]>;
  readonly #given = new Map<string, Fraction[]>();
  readonly #days = [...DAYS];

  constructor(measure: Measure, tape: Tape) {
    this.#measure = measure;
    this.#tape = tape;
    this.#near = new Map(
      [...thresholdsOf(measure)].map(([d, texts]) => [d, [...texts].map((t) => readFraction(t)!)]),
    );
  }

  cohort(): CohortCase {
    const tape = this.#tape;
    const parameters: Record<string, unknown> = {};
    for (const p of this.#measure.parameters) {
      if (p.value !== null) continue;
      const { type } = p;
      const value = type.kind === "number" ? this.#number(type, this.#character(), []) : null;
      if (value !== null && type.kind === "number") {
        this.#given.set(type.dimension, [...(this.#given.get(type.dimension) ?? []), value]);
        parameters[p.name] = written(value, type);
      } else {
        parameters[p.name] = this.#value(type, this.#character(), []);
        if (type.kind === "date") this.#days.push(String(parameters[p.name]));
      }
    }
    const kinds = this.#measure.subjects.filter((kind) => !kind.of);
    const counts = new Map(kinds.map((kind) => [kind.name, 1 + tape.below(kinds.length > 4 ? 2 : 4)]));
    // Now and then a crowd: ranks and quotas need one.
    const crowd = tape.pick(kinds);
    if (!tape.chance(3)) counts.set(crowd.name, tape.pick([6, 9, 12, 13]));
    const cohort = Object.fromEntries(
      kinds.map((kind) => [
        kind.name,
        tape.times(counts.get(kind.name)!, (i) =>
          this.#subject(kind.fields, kind.key, `${kind.name}${i}`, counts),
        ),
      ]),
    );
    return {
      cohort,
      context: { year: YEAR, date: `${YEAR}-12-31`, parameters, history: this.#history(cohort) },
    };
  }

  #character(): Character {
    const tape = this.#tape;
    const slips = tape.pick([0, 0, 20, 8]);
    switch (tape.below(6)) {
      case 0:
      case 1:
        return { truth: false, slips, level: 2, option: "first" };
      case 2:
        return { truth: true, slips, level: 2, option: "any" };
      case 3:
        return { truth: tape.chance(2), slips: 8, level: 1, option: "any" };
      case 4:
        return { truth: tape.chance(2), slips, level: 0, option: "last" };
      default:
        return { truth: true, slips: 2, level: null, option: "any" };
    }
  }

  #subject(
    fields: readonly Field[],
    key: number,
    id: string,
    counts: ReadonlyMap<string, number>,
  ): Record<string, unknown> {
    const character = this.#character();
    const figures: Figure[] = [];
    return Object.fromEntries(
      fields.flatMap((f, i): [string, unknown][] => {
        if (i === key) return [[f.name, id]];
        if (f.derived) return [];
        if (f.type.kind === "list") return [[f.name, this.#records(f.type, character)]];
        if (f.type.kind === "link" || f.type.kind === "links") {
          const { name } = this.#measure.subjects[f.type.subject]!;
          return [[f.name, `${name}${this.#tape.below(counts.get(name) ?? 1)}`]];
        }
        return this.#fact(f, f.type, character, figures);
      }),
    );
  }

  #fact(f: Field, type: Type, character: Character, figures: Figure[]): [string, unknown][] {
    if (f.default !== null && this.#tape.chance(3)) return [];
    if (f.applies !== undefined && this.#tape.chance(6)) return [[f.name, "不适用"]];
    if (type.kind !== "number") return [[f.name, this.#value(type, character, figures)]];
    const value = this.#number(type, character, figures);
    figures.push({ dimension: type.dimension, value });
    return [[f.name, written(value, type)]];
  }

  /** One record of each sort, or several that resemble the first. */
  #records({ record, frequency }: ListType, character: Character): Record<string, unknown>[] {
    const tape = this.#tape;
    const columns = this.#measure.records[record]!.fields.filter((c) => !c.derived && c.type.kind !== "list");
    const one = (): Record<string, unknown> => {
      const figures: Figure[] = [];
      const like = { ...character, option: "any" as const };
      return Object.fromEntries(columns.flatMap((c) => this.#fact(c, c.type as Type, like, figures)));
    };
    if (frequency !== "many") {
      const full = { month: 12, quarter: 4, "half-year": 2, year: 1 }[frequency];
      return tape.times(tape.chance(4) ? tape.below(full + 1) : full, one);
    }
    const sort = columns.find((c) => c.type.kind === "choice");
    if (sort?.type.kind === "choice" && tape.chance(2)) {
      const { members } = this.#measure.enumerations[sort.type.enumeration]!;
      const like = one();
      return members.map((member) => ({ ...like, [sort.name]: member }));
    }
    const like = one();
    return tape.times(tape.pick(character.option === "first" ? [0, 0, 1, 4] : [0, 1, 2, 3, 4, 5, 6]), () => {
      const other = one();
      return Object.fromEntries(
        Object.entries(like).map(([name, value]) => [name, tape.chance(8) ? (other[name] ?? value) : value]),
      );
    });
  }

  #value(type: Exclude<Type, NumberType> | Type, character: Character, figures: readonly Figure[]): unknown {
    const tape = this.#tape;
    const slips = () => character.slips > 0 && tape.chance(character.slips);
    switch (type.kind) {
      case "number":
        return written(this.#number(type, character, figures), type);
      case "truth":
        return character.truth !== slips();
      case "choice": {
        const { members } = this.#measure.enumerations[type.enumeration]!;
        if (character.option === "any" || slips()) return tape.pick(members);
        return character.option === "first" ? members[0]! : members.at(-1)!;
      }
      case "text":
        return tape.pick(["甲", "乙"]);
      case "date":
        return shifted(tape.pick(this.#days), tape.pick([0, 0, 1, -1, 40]));
      case "party":
        return tape.pick([["张"], ["张", "王"], "李", []]);
      case "link":
      case "links":
        throw new Error("links are made with their subject");
    }
  }

  /** At a limit or beside it, like another figure of the same subject, or anywhere in its part of the range. */
  #number(type: NumberType, { level }: Character, figures: readonly Figure[]): Fraction {
    const tape = this.#tape;
    const step = type.step ?? fraction(1, 100);
    const { low, high, display } = type;
    const inType = (x: Fraction): Fraction => {
      const whole = roundTo(x, step, "down");
      if (low && order(whole, low) < 0) return low;
      return high && order(whole, high) > 0 ? high : whole;
    };
    const beside = () => times(step, fraction(tape.pick([0, 0, 1, -1])));
    const others = figures.filter((f) => f.dimension === type.dimension).map((f) => f.value);
    if (others.length > 0 && tape.chance(3))
      return inType(plus(times(tape.pick(others), tape.pick(SHARES)), beside()));
    const limits = [...(this.#near.get(type.dimension) ?? []), ...(this.#given.get(type.dimension) ?? [])];
    const bounded = low !== null && high !== null;
    if (bounded && limits.length > 0 && tape.chance(level === null ? 2 : 6))
      return inType(plus(tape.pick(limits), beside()));
    if (!bounded) {
      const round = fraction(tape.pick([10, 40, 60, 80, 100, 5000]));
      const from = limits.length > 0 && tape.chance(2) ? tape.pick(limits) : times(round, display.factor);
      const steps = level === 2 ? [0, 1, 2] : level === 0 ? [-1, -2] : [-1, 0, 1];
      if (level === 0 && tape.chance(3)) return inType(fraction(0));
      return inType(plus(from, times(step, fraction(tape.pick(steps)))));
    }
    const [from, width] = level === null ? [0, 3] : level === 2 ? [tape.pick([2, 2.7]), 1] : [level, 1];
    const share = Math.min(1, (from + (tape.below(5040) / 5039) * width) / 3);
    return inType(
      plus(low, times(plus(high, times(low, fraction(-1))), fraction(Math.round(share * 5039), 5039))),
    );
  }

  /** Grades of the two years before. */
  #history(cohort: Readonly<Record<string, readonly Record<string, unknown>[]>>): HistoryYear[] {
    const { subjects, cells, enumerations } = this.#measure;
    const tape = this.#tape;
    return [YEAR - 1, YEAR - 2].map((year) => ({
      year,
      subjects: subjects.flatMap((kind, k) =>
        (cohort[kind.name] ?? []).flatMap((raw) => {
          if (tape.chance(5)) return [];
          const grades = cells.flatMap((c) => {
            if (c.subject !== k || c.name === null || c.body.kind !== "grade") return [];
            const grade = tape.pick(enumerations[c.body.enumeration]!.members);
            return [[c.name, { grade, possible: [grade] }] as const];
          });
          const id = String(raw[kind.fields[kind.key]!.name]);
          return [{ id, kind: kind.name, facts: {}, values: {}, grades: Object.fromEntries(grades) }];
        }),
      ),
    }));
  }
}

interface Figure {
  readonly dimension: string;
  readonly value: Fraction;
}

/** A figure as people write it; 0.5 in a percentage column is doubted to mean 50%. */
function written(value: Fraction, { display, dimension }: NumberType): string {
  const shown = over(value, display.factor);
  const doubted = dimension === "" && shown.num > 0n && shown.num < shown.den;
  return showFraction(doubted ? plus(shown, fraction(1)) : shown);
}

function shifted(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
