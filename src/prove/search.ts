/**
 * A search for somebody whom two versions treat differently, with nothing but the evaluators: figures at the limits that
 * the versions name and one step beside them, fact by fact and several at once. It proves nothing; it finds examples
 * where there is no solver, where the solver gives up, and in cohorts larger than a proof goes into.
 */
import { childrenOf } from "../compiler/ir/children.ts";
import type * as ir from "../compiler/ir/ir.ts";
import { PERIOD_KEY, periodText } from "../runtime/fact-periods.ts";
import { CohortOutcomes } from "../runtime/measure.ts";
import { add, divide, multiply, type Rational, rational, toText } from "../runtime/rational.ts";
import type { SubjectResult } from "../runtime/result.ts";
import type { Data } from "./decode.ts";
import { written } from "./encode/facts.ts";
import { lengthOf } from "./encode/lists.ts";
import { relevantFacts } from "./relevant.ts";
import { changesBetween, ORDER, type Version } from "./replay.ts";
import { confirmed, type Witness } from "./witness.ts";

export interface SearchOptions {
  readonly year: number;
  /** See {@link changesBetween}. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Most subjects that are evaluated. */
  readonly tries?: number | undefined;
}

const TRIES = 1200;
/** So many subjects are one cohort: rankings and quotas then have something to rank. */
const COHORT = 40;
/** Most figures tried of one fact. */
const VALUES = 24;

type Row = Record<string, unknown>;

/** The first subject found, as plain as it can be made. */
export function searchWitness(
  versions: readonly [Version, Version],
  kind: string,
  { year, renamed, tries = TRIES }: SearchOptions,
): Witness | null {
  const space = new Space([versions[0].ir, versions[1].ir], kind);
  let cohort: Row[] = [];
  let left = tries;
  const context = (parameters: Row): Data["context"] => ({
    year,
    date: `${year}-12-31`,
    parameters,
    history: [],
    ...(versions[0].ir.period !== "year" && { period: 1 }),
  });
  const tried = (rows: readonly Row[], parameters: Row): Witness | null => {
    const named = rows.map((row, i) => ({ ...row, [space.key]: `名${i + 1}` }));
    const data: Data = { cohort: { ...space.others, [kind]: named }, context: context(parameters) };
    const results = versions.map((v) => resultsOf(v, data, kind));
    const [a, b] = results;
    if (!a || !b) return rows.length === 1 ? null : firstOf(halves(rows), (half) => tried(half, parameters));
    const found = named
      .map((row) => {
        const [x, y] = [a, b].map((r) => r.get(String(row[space.key])));
        return { row, changes: x && y ? changesBetween(x, y, renamed) : [] };
      })
      .filter((f) => f.changes.length > 0)
      .sort((x, y) => ORDER.indexOf(x.changes[0]!.aspect) - ORDER.indexOf(y.changes[0]!.aspect));
    return firstOf(found, ({ row }) => {
      const own = [row, ...named.filter((r) => r !== row)];
      const turned = { ...data, cohort: { ...data.cohort, [kind]: own } };
      return confirmed(versions, turned, kind, renamed, () => true);
    });
  };
  for (const parameters of space.parameters())
    for (const row of space.rows()) {
      cohort.push(row);
      if (cohort.length < COHORT) continue;
      const witness = tried(cohort, parameters);
      if (witness) return witness;
      left -= cohort.length;
      cohort = [];
      if (left <= 0) return null;
    }
  return null;
}

const halves = <T>(all: readonly T[]): readonly (readonly T[])[] => [
  all.slice(0, all.length >> 1),
  all.slice(all.length >> 1),
];

function firstOf<T, R>(all: readonly T[], look: (each: T) => R | null): R | null {
  for (const each of all) {
    const found = look(each);
    if (found !== null) return found;
  }
  return null;
}

/** null where the data are not valid for the version. */
function resultsOf(v: Version, data: Data, kind: string): ReadonlyMap<string, SubjectResult> | null {
  const outcomes = new CohortOutcomes(v.compiled, data.cohort, data.context);
  if (outcomes.problems.length > 0) return null;
  return new Map((outcomes.outcomes[kind] ?? []).map((o) => [o.id, o.report]));
}

/** What data there may be: for every fact a few values, those that the versions treat differently first. */
class Space {
  readonly key: string;
  /** One subject of each other kind, for links to lead to. */
  readonly others: Readonly<Record<string, readonly Row[]>>;
  readonly #measure: ir.Measure;
  readonly #constants: readonly Constant[];
  readonly #fields: readonly { readonly name: string; readonly values: readonly unknown[] }[];
  /** Those that can matter. */
  readonly #varied: readonly { readonly name: string; readonly values: readonly unknown[] }[];
  readonly #numbers: readonly ir.Field[];

  constructor(measures: readonly [ir.Measure, ir.Measure], kind: string) {
    const [measure] = measures;
    this.#measure = measure;
    this.#constants = constantsOf(measures);
    const { fields, key } = measure.subjects.find((s) => s.name === kind)!;
    const there = fields.filter((f, i) => i !== key && !f.derived);
    this.key = fields[key]!.name;
    this.#numbers = there.filter((f) => f.type.kind === "number");
    this.#fields = there.map((f) => ({ name: f.name, values: this.#values(f) }));
    const relevant = relevantFacts(measures, kind);
    const varied = this.#fields.filter((f) => relevant.has(f.name));
    this.#varied = varied.length > 0 ? varied : this.#fields;
    this.others = Object.fromEntries(
      measure.subjects
        .filter((s) => !s.of && s.name !== kind)
        .map((s) => [
          s.name,
          [
            Object.fromEntries(
              s.fields.flatMap((f, i) =>
                f.derived ? [] : [[f.name, i === s.key ? `${s.name}1` : this.#values(f)[0]]],
              ),
            ),
          ],
        ]),
    );
  }

  /** Figures that the measure leaves open, in a few ways. */
  *parameters(): Generator<Row> {
    const open = this.#measure.parameters.filter((p) => p.value === null);
    const at = (n: number): Row =>
      Object.fromEntries(
        open.map((p) => {
          const values = this.#ofType(p.type, false);
          return [p.name, values[n % values.length]];
        }),
      );
    yield at(0);
    if (open.length > 0) for (const n of [1, 2, 3]) yield at(n);
  }

  /** Every fact alone on each ground, then several at once, always in the same order. */
  *rows(): Generator<Row> {
    const grounds = [...this.#grounds()];
    yield* grounds;
    let seed = 1;
    const below = (n: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % n;
    };
    for (const ground of grounds.slice(0, 3))
      for (const { name, values } of this.#varied)
        for (const value of values) if (value !== ground[name]) yield { ...ground, [name]: value };
    while (true) {
      const row = { ...grounds[below(grounds.length)]! };
      for (let n = 2 + below(3); n > 0; n--) {
        const { name, values } = this.#varied[below(this.#varied.length)] ?? {};
        if (name !== undefined && values) row[name] = values[below(values.length)];
      }
      yield row;
    }
  }

  /** Everything at rest; at its most; and all figures such that their sums and means are at a limit. */
  *#grounds(): Generator<Row> {
    const row = (pick: (values: readonly unknown[]) => unknown): Row =>
      Object.fromEntries(this.#fields.map((f) => [f.name, pick(f.values)]));
    const rest = row((v) => v[0]);
    yield rest;
    const top = { ...rest, ...this.#figures((f) => (f.type.kind === "number" ? f.type.high : null)) };
    yield top;
    yield row((v) => v.at(-1));
    for (const { value, dimension } of this.#constants.slice(0, 12)) {
      yield { ...rest, ...this.#figures((f) => (dimensionOf(f) === dimension ? value : null)) };
      const share = divide(value, rational(value.num > value.den ? 100 : 1));
      yield {
        ...rest,
        ...this.#figures((f) =>
          f.type.kind === "number" && f.type.high ? multiply(f.type.high, share) : null,
        ),
      };
    }
  }

  #figures(value: (f: ir.Field) => Rational | null): Row {
    const row: Row = {};
    for (const f of this.#numbers) {
      const v = value(f);
      if (v && f.type.kind === "number" && isWithin(v, f.type)) row[f.name] = shown(v, f.type, f.asFraction);
    }
    return row;
  }

  #values(field: ir.Field): readonly unknown[] {
    const { type } = field;
    if (type.kind !== "list") return this.#ofType(type, field.asFraction);
    const columns = this.#measure.records[type.record]!.fields.filter((f) => !f.derived);
    const varied = columns.map((c) => ({ name: c.name, values: this.#values(c) }));
    const plain = Object.fromEntries(varied.map((c) => [c.name, c.values[0]]));
    const records = [
      plain,
      ...varied.flatMap((c) => c.values.slice(1, 8).map((v) => ({ ...plain, [c.name]: v }))),
    ];
    const { frequency } = type;
    if (frequency === "many")
      return [[], ...records.flatMap((r) => [1, 2, 3, 5].map((n) => Array.from({ length: n }, () => r)))];
    const length = lengthOf(type, this.#measure.period, 0);
    const whole = (r: Row) =>
      Array.from({ length }, (_, i) => ({ ...r, [PERIOD_KEY]: periodText(frequency, i + 1) }));
    // In one period only, and in all of them.
    return records.flatMap((r) => [whole(r), whole(plain).with(0, whole(r)[0]!)]);
  }

  #ofType(type: ir.Type, asFraction: boolean): readonly unknown[] {
    switch (type.kind) {
      case "truth":
        return [false, true];
      case "choice":
        return this.#measure.enumerations[type.enumeration]!.members;
      case "date":
        return ["2024-01-01", "2024-06-30", "2024-12-31", "2023-12-31", "2020-01-01"];
      case "text":
        return ["某", "某某"];
      case "party":
        return [[], ["某"]];
      case "link":
        return [`${this.#measure.subjects[type.subject]!.name}1`];
      case "links":
        return [[], [`${this.#measure.subjects[type.subject]!.name}1`]];
      case "number": {
        const step = type.step ?? type.display.factor;
        const near = this.#constants
          .filter((c) => c.dimension === type.dimension)
          .flatMap(({ value }) => [value, add(value, step), add(value, rational(-step.num, step.den))]);
        const ends = [rational(0), type.low, type.high].filter((r) => r !== null);
        const all = [...ends, ...near].filter((v) => isWithin(v, type));
        const unique = [...new Map(all.map((v) => [toText(v), v])).values()].slice(0, VALUES);
        const values = unique.map((v) => shown(v, type, asFraction));
        return values.length > 0 ? values : [0];
      }
    }
  }
}

interface Constant {
  readonly value: Rational;
  readonly dimension: string;
}

const dimensionOf = ({ type }: ir.Field): string | null => (type.kind === "number" ? type.dimension : null);

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

function isWithin(v: Rational, { low, high, step }: ir.NumberType): boolean {
  if ((low && isBelow(v, low)) || (high && isBelow(high, v))) return false;
  return step === null || divide(v, step).den === 1n;
}

const shown = (v: Rational, { display }: ir.NumberType, asFraction: boolean): unknown =>
  written(asFraction ? v : divide(v, display.factor));
