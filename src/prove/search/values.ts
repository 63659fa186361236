/** Which values of facts are worth trying: the ends of their ranges, and the limits that rules name with their neighbours. */
import { childrenOf } from "../../compiler/ir/children.ts";
import type * as ir from "../../compiler/ir/ir.ts";
import { PERIOD_KEY, periodText } from "../../runtime/fact-periods.ts";
import { add, divide, type Rational, rational, toText } from "../../runtime/rational.ts";
import { written } from "../encode/facts.ts";
import { lengthOf } from "../encode/lists.ts";

export type Row = Record<string, unknown>;

/** Most figures tried of one fact. */
const VALUES = 30;
/** Most records tried of a list. */
const RECORDS = 12;
/** Most lists of records of every sort. */
const SORTED = 60;

export interface Constant {
  readonly value: Rational;
  readonly dimension: string;
}

/** The values of facts of one measure; `constants` are the figures that rules of either version name. */
export class Values {
  readonly measure: ir.Measure;
  readonly constants: readonly Constant[];

  readonly #year: number;

  constructor(measures: readonly [ir.Measure, ir.Measure], year: number) {
    this.measure = measures[0];
    this.#year = year;
    this.constants = constantsOf(measures);
  }

  /** The first is the fact at rest. */
  ofField(field: ir.Field): readonly unknown[] {
    const { type } = field;
    if (type.kind !== "list") return this.ofType(type, field.asFraction);
    const columns = this.measure.records[type.record]!.fields.filter((f) => !f.derived);
    const varied = columns.map((c) => ({ name: c.name, values: this.ofField(c) }));
    const plain = Object.fromEntries(varied.map((c) => [c.name, c.values[0]]));
    const records = [
      plain,
      ...varied.flatMap((c) => c.values.slice(1, 10).map((v) => ({ ...plain, [c.name]: v }))),
    ];
    if (type.frequency === "many")
      return [
        [],
        ...records.flatMap((r) => this.#counts().map((n) => Array.from({ length: n }, () => r))),
        ...this.#ofEverySort(columns),
      ];
    const whole = (r: Row) => this.records(type, r);
    // In one period only, and in all of them.
    return records.flatMap((r) => [whole(r), whole(plain).with(0, whole(r)[0]!)]);
  }

  /**
   * Lists that have a record of every sort (a vote of each group of raters), with one figure each: all alike in what
   * else they choose, and one sort apart from the others.
   */
  #ofEverySort(columns: readonly ir.Field[]): Row[][] {
    const choices = columns.filter((c) => c.type.kind === "choice");
    const plain = Object.fromEntries(columns.map((c) => [c.name, this.#some(c)]));
    return choices
      .flatMap((sort) =>
        choices.flatMap((said) => {
          if (said === sort) return [];
          const [sorts, words] = [this.ofField(sort), this.ofField(said)];
          const list = (of: (s: number) => unknown): Row[] =>
            sorts.map((s, i) => ({ ...plain, [sort.name]: s, [said.name]: of(i) }));
          return words.flatMap((word, w) => [
            list(() => word),
            ...sorts.map((_, apart) => list((i) => (i === apart ? word : words[(w + 1) % words.length]))),
          ]);
        }),
      )
      .slice(0, SORTED);
  }

  /** A value that is not nothing: of figures one, or the least above zero. */
  #some(field: ir.Field): unknown {
    const { type, asFraction } = field;
    const values = this.ofField(field);
    if (type.kind !== "number") return values[0];
    const one = [type.display.factor, type.step, type.high].find((v) => v && v.num > 0n && isWithin(v, type));
    return one ? shown(one, type, asFraction) : values[0];
  }

  /** A list full of one record. */
  records(type: ir.ListType, record: Row): Row[] {
    const { frequency } = type;
    const length = frequency === "many" ? 2 : lengthOf(type, this.measure.period, 0);
    return Array.from({ length }, (_, i) =>
      frequency === "many" ? record : { ...record, [PERIOD_KEY]: periodText(frequency, i + 1) },
    );
  }

  /** In the assessed year, in the one before, and at their ends. */
  #days(): string[] {
    const year = this.#year;
    const before = ["06-30", "12-31"].map((day) => `${year - 1}-${day}`);
    return [`${year}-06-30`, before[0]!, `${year}-12-31`, `${year}-01-01`, before[1]!, `${year - 4}-01-01`];
  }

  #counts(): number[] {
    const named = this.constants
      .filter(({ value }) => value.den === 1n && value.num > 0n && value.num < RECORDS)
      .flatMap(({ value }) => [Number(value.num) - 1, Number(value.num), Number(value.num) + 1]);
    return [...new Set([1, 2, 3, ...named])].filter((n) => n > 0).slice(0, 8);
  }

  ofType(type: ir.Type, asFraction: boolean): readonly unknown[] {
    switch (type.kind) {
      case "truth":
        return [false, true];
      case "choice":
        return this.measure.enumerations[type.enumeration]!.members;
      case "date":
        return this.#days();
      case "text":
        return ["某", "某某"];
      case "party":
        return [[], ["某"]];
      case "link":
        return [1, 2, 3, 4].map((n) => `${this.measure.subjects[type.subject]!.name}${n}`);
      case "links":
        return [[], ...[1, 2, 3].map((n) => [`${this.measure.subjects[type.subject]!.name}${n}`])];
      case "number": {
        const values = this.figures(type).map((v) => shown(v, type, asFraction));
        return values.length > 0 ? values : [0];
      }
    }
  }

  /** Zero, the ends, and every limit of the same dimension with the steps beside it. */
  figures(type: ir.NumberType): readonly Rational[] {
    const step = type.step ?? divide(type.display.factor, rational(100));
    const near = this.constants
      .filter((c) => c.dimension === type.dimension)
      .flatMap(({ value }) => [value, add(value, step), add(value, rational(-step.num, step.den))]);
    const ends = [rational(0), type.low, type.high].filter((r) => r !== null);
    const all = [...ends, ...near].filter((v) => isWithin(v, type));
    return [...new Map(all.map((v) => [toText(v), v])).values()].slice(0, VALUES);
  }
}

/** Every figure that the rules name, those that only one version has first. */
function constantsOf(measures: readonly [ir.Measure, ir.Measure]): readonly Constant[] {
  const [a, b] = measures.map((m) => {
    const found = new Map<string, Constant>();
    const see = (value: Rational, type: ir.Type): void => {
      if (type.kind !== "number") return;
      const { dimension } = type;
      found.set(`${toText(value)} ${dimension}`, { value, dimension });
    };
    const visit = (e: ir.Expr): void => {
      if (e.op === "number") see(e.value, e.type);
      if (e.op === "bands")
        for (const { low, high } of e.rows)
          for (const end of [low, high]) if (end) see(end.value, e.arg.type);
      for (const inner of childrenOf(e)) visit(inner);
    };
    for (const { body } of m.cells) if (body.kind === "expression") visit(body.expr);
    for (const p of m.parameters) if (p.value) visit(p.value);
    return found;
  }) as [Map<string, Constant>, Map<string, Constant>];
  const only = (x: Map<string, Constant>, y: Map<string, Constant>) => [...x].filter(([k]) => !y.has(k));
  const common = [...a].filter(([k]) => b.has(k));
  return [...only(a, b), ...only(b, a), ...common].map(([, c]) => c);
}

const isBelow = (a: Rational, b: Rational): boolean => a.num * b.den < b.num * a.den;

export function isWithin(v: Rational, { low, high, step }: ir.NumberType): boolean {
  if ((low && isBelow(v, low)) || (high && isBelow(high, v))) return false;
  return step === null || divide(v, step).den === 1n;
}

/** A figure as data have it. */
export const shown = (v: Rational, { display }: ir.NumberType, asFraction: boolean): unknown =>
  written(asFraction ? v : divide(v, display.factor));
