/** What data there may be: for every fact a few values, those that the versions treat differently first. */
import type * as ir from "../../compiler/ir/ir.ts";
import { divide, multiply, type Rational, rational } from "../../runtime/rational.ts";
import type { Data } from "../decode.ts";
import { relevantFacts } from "../relevant.ts";
import type { Version } from "../replay.ts";
import { aimed } from "./aim.ts";
import { looksBack, type Past, pasts } from "./past.ts";
import { sharesOf } from "./shares.ts";
import { isWithin, type Row, shown, Values } from "./values.ts";

/** A subject to try. */
export interface Attempt {
  readonly row: Row;
  readonly past: Past;
}

/** Of each other kind, so many subjects for links to lead to. */
const LINKED = 8;
/** Results of so many years are supplied, so that it is known that there were no others. */
const YEARS = 9;

/** Ways to fill open figures. */
const SETS = 8;

interface Fact {
  readonly name: string;
  readonly values: readonly unknown[];
}

export class Space {
  readonly key: string;
  /** Ways to fill the figures that the measure leaves open. */
  readonly parameters: readonly Row[];
  readonly #versions: readonly [Version, Version];
  readonly #year: number;
  readonly #kind: number;
  readonly #values: Values;
  readonly #facts: readonly Fact[];
  /** Those that can matter. */
  readonly #relevant: readonly Fact[];
  readonly #numbers: readonly ir.Field[];
  readonly #pasts: readonly Past[];
  readonly #looksBack: boolean;

  constructor(versions: readonly [Version, Version], kind: string, year: number) {
    const measures = [versions[0].ir, versions[1].ir] as const;
    this.#versions = versions;
    this.#year = year;
    this.#values = new Values(measures, year);
    const [measure] = measures;
    this.#kind = measure.subjects.findIndex((s) => s.name === kind);
    const { fields, key } = measure.subjects[this.#kind]!;
    const there = fields.filter((f, i) => i !== key && !f.derived);
    this.key = fields[key]!.name;
    this.#numbers = there.filter((f) => f.type.kind === "number");
    this.#facts = there.map((f) => ({ name: f.name, values: this.#values.ofField(f) }));
    const relevant = relevantFacts(measures, kind);
    const known = this.#facts.filter((f) => relevant.has(f.name));
    this.#relevant = known.length > 0 ? known : this.#facts;
    this.#looksBack = looksBack(measures);
    this.#pasts = this.#looksBack ? pasts(this.#values, this.#kind) : [[]];
    this.parameters = this.#parameters();
  }

  /** A cohort of the kind, with subjects of the other kinds around it. */
  data(attempts: readonly Attempt[], parameters: Row, turn = 0): Data {
    const { measure } = this.#values;
    const { name: kind } = measure.subjects[this.#kind]!;
    const named = attempts.map(({ row }, i) => ({ ...row, [this.key]: `名${i + 1}` }));
    const cohort: Record<string, Row[]> = { [kind]: named };
    for (const [k, s] of measure.subjects.entries())
      if (!s.of && k !== this.#kind) cohort[s.name] = this.#others(k, attempts.length, turn);
    const cohortResult = (ago: number): NonNullable<Data["context"]["history"]>[number] => ({
      measure: { name: measure.name, title: null, documentNumber: null },
      year: this.#year - ago,
      date: null,
      subjects: attempts.flatMap(({ past }, i) => {
        const values = past[ago - 1];
        return values ? [pastResult(measure, kind, `名${i + 1}`, values)] : [];
      }),
    });
    const history = this.#looksBack ? Array.from({ length: YEARS }, (_, i) => cohortResult(i + 1)) : [];
    return {
      cohort,
      context: {
        ...{ year: this.#year, date: `${this.#year}-12-31`, parameters, history },
        ...(measure.period !== "year" && { period: 1 }),
      },
    };
  }

  /**
   * One at rest, and one for each of the values of their facts, with the others at rest or what is so or not so turned;
   * in turn, as there are more of them than subjects. Links to the kind lead to its subjects.
   */
  #others(kind: number, subjects: number, turn: number): Row[] {
    const { measure } = this.#values;
    const { name, fields, key } = measure.subjects[kind]!;
    const own = fields.filter((f, i) => i !== key && !f.derived);
    const leads = (f: ir.Field) =>
      (f.type.kind === "link" || f.type.kind === "links") && f.type.subject === this.#kind;
    const facts = own
      .filter((f) => !leads(f))
      .map((f) => ({ name: f.name, values: this.#values.ofField(f) }));
    const rest = Object.fromEntries(facts.map((f) => [f.name, f.values[0]]));
    const turned = own.filter((f) => f.type.kind === "truth").map((f) => [f.name, true] as const);
    const turns = [rest, { ...rest, ...Object.fromEntries(turned) }].flatMap((ground) =>
      facts.flatMap((f) => f.values.slice(1).map((v) => ({ ...ground, [f.name]: v }))),
    );
    const many = own.some(leads) ? subjects * 2 : LINKED;
    return Array.from({ length: many }, (_, i) => {
      const row: Row = {
        ...(i === 0 ? rest : (turns[((i - 1 + turn * many) * 7) % Math.max(1, turns.length)] ?? rest)),
      };
      for (const f of own)
        if (leads(f))
          row[f.name] = f.type.kind === "link" ? `名${(i % subjects) + 1}` : [`名${(i % subjects) + 1}`];
      return { ...row, [fields[key]!.name]: `${name}${i + 1}` };
    });
  }

  #parameters(): Row[] {
    const { parameters } = this.#values.measure;
    const open = parameters.filter((p) => p.value === null);
    const rung = (p: ir.Parameter): number => (p.above === null ? 0 : 1 + rung(parameters[p.above]!));
    const inOrder = (p: ir.Parameter) =>
      p.above !== null || parameters.some((q) => parameters[q.above ?? -1] === p);
    const at = (n: number): Row =>
      Object.fromEntries(
        open.map((p, i) => {
          const values = this.#values.ofType(p.type, false);
          const plain =
            p.type.kind === "number" ? [1, 2, 5, 10].filter((v) => values.every((x) => x !== v)) : [];
          const fits = plain.filter(
            (v) => p.type.kind === "number" && isWithin(multiply(rational(v), p.type.display.factor), p.type),
          );
          const all = [...fits, ...values];
          if (inOrder(p)) {
            // Figures that have to rise from one to the next.
            const rising = all.toSorted((a, b) => Number.parseFloat(`${a}`) - Number.parseFloat(`${b}`));
            return [p.name, rising[Math.min(n + rung(p), rising.length - 1)]];
          }
          return [p.name, all[(n * (1 + (i % 3))) % all.length]];
        }),
      );
    if (open.length === 0) return [{}];
    const shares = sharesOf(this.#versions, open);
    const sets = Array.from({ length: SETS }, (_, n) => at(n));
    const [alike] = shares;
    if (!alike) return sets;
    // What is added up by weights is one of several: each figure once the least of them, once the greatest.
    const apart = open
      .filter((p) => p.type.kind === "number" && !(p.name in alike))
      .flatMap((p) => {
        const figures = sets.flatMap((set) => (typeof set[p.name] === "number" ? [Number(set[p.name])] : []));
        return [Math.min(...figures), Math.max(...figures)].map((v) => ({ ...at(0), ...alike, [p.name]: v }));
      });
    return [...sets.map((set, n) => ({ ...set, ...shares[n % shares.length] })), ...apart];
  }

  /** Every fact alone on each ground, figures at their limits, then several at once, always in the same order. */
  *attempts(): Generator<Attempt> {
    const grounds = [...this.#grounds()];
    const [none] = this.#pasts as readonly [Past];
    const plain = (row: Row): Attempt => ({ row, past: none });
    yield* grounds.map(plain);
    for (const ground of grounds.slice(0, 3))
      for (const { name, values } of this.#relevant)
        for (const value of values) if (value !== ground[name]) yield plain({ ...ground, [name]: value });
    const dataOf = (rows: readonly Row[]) => this.data(rows.map(plain), this.parameters[0]!);
    for (const row of aimed(this.#versions, this.#values, this.#kind, grounds, dataOf)) yield plain(row);
    for (const past of this.#pasts.slice(1)) for (const row of grounds.slice(0, 4)) yield { row, past };
    yield* this.#pairs(grounds);
    let seed = 1;
    const below = (n: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % n;
    };
    while (true) {
      const row = { ...grounds[below(grounds.length)]! };
      for (let n = 2 + below(4); n > 0; n--) {
        const facts = below(4) > 0 ? this.#relevant : this.#facts;
        const { name, values } = facts[below(facts.length)] ?? {};
        if (name !== undefined && values) row[name] = values[below(values.length)];
      }
      yield { row, past: this.#pasts[below(this.#pasts.length)]! };
    }
  }

  /** Two facts at once, a few values of each. */
  *#pairs(grounds: readonly Row[]): Generator<Attempt> {
    const few = this.#relevant.slice(0, 8).map((f) => ({ ...f, values: f.values.slice(0, 5) }));
    for (const ground of grounds.slice(0, 2))
      for (const [i, a] of few.entries())
        for (const b of few.slice(i + 1))
          for (const x of a.values)
            for (const y of b.values)
              if (x !== ground[a.name] && y !== ground[b.name])
                yield { row: { ...ground, [a.name]: x, [b.name]: y }, past: this.#pasts[0]! };
  }

  /** Everything at rest; at its most; and all figures such that their sums and means are at a limit. */
  *#grounds(): Generator<Row> {
    const row = (pick: (values: readonly unknown[]) => unknown): Row =>
      Object.fromEntries(this.#facts.map((f) => [f.name, pick(f.values)]));
    const rest = row((v) => v[0]);
    yield rest;
    yield { ...rest, ...this.#figures((f) => (f.type.kind === "number" ? f.type.high : null)) };
    yield row((v) => v.at(-1));
    for (const { value, dimension } of this.#values.constants.slice(0, 12)) {
      yield {
        ...rest,
        ...this.#figures((f) => (f.type.kind === "number" && f.type.dimension === dimension ? value : null)),
      };
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
}

type PastResult = NonNullable<Data["context"]["history"]>[number]["subjects"][number];

function pastResult(measure: ir.Measure, kind: string, id: string, said: Readonly<Row>): PastResult {
  const graded = new Set(measure.cells.flatMap((c) => (c.body.kind === "grade" ? [c.name] : [])));
  const values: Record<string, PastResult["values"][string]> = {};
  const grades: Record<string, PastResult["grades"][string]> = {};
  for (const [name, value] of Object.entries(said)) {
    if (!graded.has(name)) values[name] = value as PastResult["values"][string];
    else
      grades[name] = {
        ...{ grade: String(value), possible: [String(value)], base: null, raises: [], reductions: [] },
        ...{ floors: [], ceilings: [], after: [], notAssessed: [] },
      };
  }
  return {
    id,
    kind,
    facts: {},
    values,
    grades,
    clauses: [],
    consequences: [],
    findings: [],
    undetermined: [],
  };
}
