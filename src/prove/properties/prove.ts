/**
 * What holds of one measure for every subject, with proof, or an example where it does not. Examples are replayed on
 * the evaluators; an example of one question answers whichever others it can.
 */
import { loadProbes } from "../../compiler/emit/load.ts";
import { evaluateCohort } from "../../runtime/evaluate.ts";
import type { ExplainLanguage } from "../../runtime/explain.ts";
import { type Data, decode } from "../decode.ts";
import type { Bounds } from "../encode/encoder.ts";
import { minimised } from "../minimise.ts";
import { explained, resultOf, type Version } from "../replay.ts";
import { Asking, type Effort, type Solver } from "../solver.ts";
import { assertionProperties } from "./assertions.ts";
import { clauseProperties, onlyBy, type Unit } from "./clauses.ts";
import { type Feeding, feedings, monotoneQuestion, type Pair } from "./monotone.ts";
import type { About, Example, Outcome, Property, PropertyName, Proved } from "./property.ts";
import { PROPERTIES } from "./property.ts";
import { type Question, type Sought, seek } from "./seeking.ts";
import { tableProperties } from "./tables.ts";

export interface ProvingOptions {
  /** The assessed year. */
  readonly year: number;
  readonly only?: readonly PropertyName[];
  /** For one question to the solver. */
  readonly timeoutMs?: number;
  readonly language: ExplainLanguage;
  /** A clock, for times. */
  readonly now?: () => number;
}

export interface Proofs {
  /** In the order of the kinds of property and of the measure. */
  readonly proved: readonly Proved[];
  readonly effort: Effort;
}

export async function proveMeasure(
  solver: Solver,
  version: Version,
  options: ProvingOptions,
): Promise<Proofs> {
  const asking = new Asking(solver, options.timeoutMs ?? 5000, options.now);
  const proving = new Proving(asking, version, options);
  const proved = await proving.run(new Set(options.only ?? PROPERTIES));
  const order = (p: Proved) => PROPERTIES.indexOf(p.name);
  return { proved: proved.toSorted((a, b) => order(a) - order(b)), effort: asking.effort };
}

class Proving {
  readonly #asking: Asking;
  readonly #version: Version;
  readonly #options: ProvingOptions;

  constructor(asking: Asking, version: Version, options: ProvingOptions) {
    this.#asking = asking;
    this.#version = version;
    this.#options = options;
  }

  async run(only: ReadonlySet<PropertyName>): Promise<Proved[]> {
    const measure = this.#version.ir;
    const { dead, units } = clauseProperties(measure);
    const truths = [...assertionProperties(measure), ...dead, ...tableProperties(measure)].filter((p) =>
      only.has(p.name),
    );
    const found = await this.#truths(truths);
    if (only.has("subsumed")) found.push(...(await this.#subsumed(units)));
    if (only.has("monotone"))
      for (const feeding of feedings(measure)) found.push(await this.#monotone(feeding));
    return found;
  }

  // ─────────────────────────── truths of a subject ───────────────────────────

  /** Each property with an outcome. Those of which somebody is wanted are asked first: their examples answer others. */
  async #truths(properties: readonly Property[]): Promise<Proved[]> {
    const look = this.#looker(properties);
    const seen = new Map<number, Data>();
    const outcomes = new Map<number, Proved>();
    const inOrder = properties.map((p, i) => ({ p, i })).sort((a, b) => rank(a.p) - rank(b.p));
    for (const { p, i } of inOrder) {
      const known = seen.get(i);
      const [sought, cost] = known
        ? [{ status: "example", example: known } as const, { milliseconds: 0, queries: 0 }]
        : await this.#costing(() =>
            this.#seek(p, (data) => {
              const hold = look(data, p.kind);
              if (hold === null || !hold.has(i)) return false;
              for (const k of hold) if (!seen.has(k)) seen.set(k, data);
              return true;
            }),
          );
      const outcome = this.#outcome(p, sought, (data) => look(data, p.kind)?.has(i) ?? false);
      outcomes.set(i, { name: p.name, kind: this.#kindName(p.kind), about: p.about, outcome, ...cost });
    }
    return properties.map((_, i) => outcomes.get(i)!);
  }

  #outcome(p: Property, sought: Sought<Data>, keeps: (data: Data) => boolean): Outcome {
    switch (sought.status) {
      case "unknown":
        return sought;
      case "none": {
        const { within, where } = sought;
        const size = sizeOf(within);
        if (p.wanted === "none") return { status: "holds", within: size, ...(where && { where }) };
        if (size === null && !where) return { status: "fails", example: null };
        return { status: "unknown", reason: "bounds", free: [], within };
      }
      case "example": {
        if (p.wanted === "some") return { status: "holds", within: null };
        const data = minimised(this.#version.ir, sought.example, this.#kindName(p.kind), keeps);
        return { status: "fails", example: this.#example(data, p.kind) };
      }
    }
  }

  /** Which of the truths hold for the subject of the data, by the evaluators; null: the data are not valid. */
  #looker(properties: readonly Property[]) {
    const { ir: measure, compiled } = this.#version;
    const kinds = new Map<
      number,
      { readonly at: number[]; readonly probes: ReturnType<typeof loadProbes> }
    >();
    return (data: Data, kind: number): ReadonlySet<number> | null => {
      let own = kinds.get(kind);
      if (!own) {
        const at = properties.flatMap((p, i) => (p.kind === kind ? [i] : []));
        own = {
          at,
          probes: loadProbes(
            measure,
            at.map((i) => ({ expr: properties[i]!.truth, kind, list: null })),
          ),
        };
        kinds.set(kind, own);
      }
      const { at, probes } = own;
      let hold: Set<number> | null = null;
      const { problems } = evaluateCohort(compiled, data.cohort, data.context, "auto", (row, context) => {
        if (row.kind !== kind || row.index !== 0) return;
        hold = new Set(at.filter((_, k) => probes[k]!(row, NO_RECORD, context) === true));
      });
      return problems.length > 0 ? null : hold;
    };
  }

  #seek(p: Property, confirms: (data: Data) => boolean): Promise<Sought<Data>> {
    const question: Question<Data> = {
      measures: [this.#version.ir],
      kind: this.#kindName(p.kind),
      pose: (encoder, row) => encoder.truth(p.truth, encoder.scope(encoder.sides[0]!, row)),
      confirm: (encoder, values, row) => {
        const data = decode(encoder, values, row);
        return confirms(data) ? data : null;
      },
    };
    return seek(this.#asking, question, this.#options.year);
  }

  // ──────────────────────────────── subsumed ────────────────────────────────

  /** Who meets it and none of its rivals together; where nobody does, which rival alone is to blame. */
  async #subsumed(units: readonly Unit[]): Promise<Proved[]> {
    const rivalled = units.filter((u) => u.rivals.length > 0);
    const together = await this.#truths(rivalled.map((u) => onlyBy(u, u.rivals)));
    const found: Proved[] = [];
    const said = new Set<string>();
    for (const [i, proved] of together.entries()) {
      const unit = rivalled[i]!;
      if (proved.outcome.status !== "fails") {
        found.push(proved);
        continue;
      }
      const [alive] = await this.#truths([{ ...onlyBy(unit, []), truth: unit.truth }]);
      // What nobody meets is dead, which is said elsewhere.
      if (alive!.outcome.status !== "holds") continue;
      const single = await this.#truths(unit.rivals.map((r) => onlyBy(unit, [r])));
      const alone = unit.rivals.filter((_, k) => single[k]!.outcome.status === "fails");
      const by = alone.length > 0 ? alone.slice(0, 1) : unit.rivals;
      const key = (u: Unit) => `${u.about.cites[0]}|${u.about.text}`;
      // Of two that say the same, the second is said to repeat the first.
      if (alone.length === 1 && said.has(`${key(by[0]!)} ${key(unit)}`)) continue;
      said.add(`${key(unit)} ${key(by[0]!)}`);
      const cites = [...new Set([...unit.about.cites, ...by.flatMap((r) => r.about.cites)])];
      found.push({ ...proved, about: { ...unit.about, cites } });
    }
    return found;
  }

  // ──────────────────────────────── monotone ────────────────────────────────

  async #monotone(feeding: Feeding): Promise<Proved> {
    const measure = this.#version.ir;
    const [{ rising, falling }, cost] = await this.#costing(async () => {
      const ask = (way: "lowers" | "raises") =>
        seek(
          this.#asking,
          monotoneQuestion(measure, feeding, way, (pair) => this.#shows(feeding, pair, way)),
          this.#options.year,
        );
      const first = await ask("lowers");
      return { rising: first, falling: first.status === "example" ? await ask("raises") : null };
    });
    const { name, span } = measure.subjects[feeding.kind]!.fields[feeding.field]!;
    const grade = measure.cells[feeding.grade]!;
    const about: About = {
      cites: [measure.citations[grade.cite]!.text],
      text: `${name} → ${grade.name ?? grade.text}`,
      what: "fact",
      span,
    };
    const kind = this.#kindName(feeding.kind);
    return { name: "monotone", kind, about, outcome: this.#follows(feeding, rising, falling), ...cost };
  }

  #follows(feeding: Feeding, rising: Sought<Pair>, falling: Sought<Pair> | null): Outcome {
    const settled = (s: Sought<Pair>, direction: "rising" | "falling"): Outcome | null => {
      if (s.status === "unknown") return s;
      if (s.status === "example") return null;
      return { status: "holds", within: sizeOf(s.within), ...(s.where && { where: s.where }), direction };
    };
    const known = settled(rising, "rising") ?? (falling && settled(falling, "falling"));
    if (known || rising.status !== "example") return known!;
    const { data, to } = rising.example;
    const name = this.#version.ir.subjects[feeding.kind]!.fields[feeding.field]!.name;
    const keeps = (d: Data): boolean => {
      const from = d.cohort[this.#kindName(feeding.kind)]?.[0] as Record<string, unknown> | undefined;
      return from !== undefined && this.#shows(feeding, { data: d, from: from[name], to }, "lowers");
    };
    const smaller = minimised(this.#version.ir, data, this.#kindName(feeding.kind), keeps);
    const subject = smaller.cohort[this.#kindName(feeding.kind)]![0] as Record<string, unknown>;
    const example = this.#example(smaller, feeding.kind, { fact: name, from: subject[name], to });
    return { status: "fails", example };
  }

  /** By the evaluators: the higher figure has the lower grade, or the higher one. */
  #shows({ kind, field, grade }: Feeding, { data, from, to }: Pair, way: "lowers" | "raises"): boolean {
    const { ir: measure } = this.#version;
    const { name } = measure.subjects[kind]!.fields[field]!;
    if (typeof from !== "number" || typeof to !== "number" || from >= to) return false;
    const { name: graded, body } = measure.cells[grade]!;
    if (body.kind !== "grade" || graded === null) return false;
    const { members } = measure.enumerations[body.enumeration]!;
    const of = (d: Data): number => {
      const got = this.#result(d, kind)?.grades[graded]?.grade;
      return got ? members.indexOf(got) : -1;
    };
    const [before, after] = [of(data), of(withFact(data, this.#kindName(kind), name, to))];
    if (before < 0 || after < 0) return false;
    return way === "lowers" ? after < before : after > before;
  }

  // ──────────────────────────────── examples ────────────────────────────────

  #kindName(kind: number): string {
    return this.#version.ir.subjects[kind]!.name;
  }

  #id(data: Data, kind: number): string {
    const { fields, key } = this.#version.ir.subjects[kind]!;
    const subject = data.cohort[this.#kindName(kind)]![0] as Record<string, unknown>;
    return String(subject[fields[key]!.name]);
  }

  #result(data: Data, kind: number) {
    return resultOf(this.#version, data, this.#kindName(kind), this.#id(data, kind));
  }

  #example(data: Data, kind: number, changed?: NonNullable<Example["changed"]>): Example {
    const result = this.#result(data, kind);
    const grades = (r: typeof result) =>
      Object.fromEntries(Object.entries(r?.grades ?? {}).map(([name, g]) => [name, g.grade]));
    const other = changed && withFact(data, this.#kindName(kind), changed.fact, changed.to);
    return {
      id: this.#id(data, kind),
      data,
      grades: grades(result),
      sentences: result ? explained(this.#version, result, this.#options.language) : [],
      ...(changed && { changed }),
      ...(other && { changedGrades: grades(this.#result(other, kind)) }),
    };
  }

  async #costing<T>(what: () => Promise<T>): Promise<[T, { milliseconds: number; queries: number }]> {
    const { times } = this.#asking.effort;
    const before = times.length;
    const value = await what();
    const own = times.slice(before);
    return [value, { milliseconds: own.reduce((a, b) => a + b, 0), queries: own.length }];
  }
}

/** null: as large as it likes. */
const sizeOf = (within: Bounds): Bounds | null =>
  (within.cohort ?? within.records ?? within.years) === null ? null : within;

const rank = (p: Property): number => (p.wanted === "some" ? 0 : 1);

const NO_RECORD = undefined as unknown as Parameters<ReturnType<typeof loadProbes>[number]>[1];

function withFact(data: Data, kind: string, fact: string, value: unknown): Data {
  const rows = data.cohort[kind] ?? [];
  const first = { ...(rows[0] as object), [fact]: value };
  return { ...data, cohort: { ...data.cohort, [kind]: [first, ...rows.slice(1)] } };
}
