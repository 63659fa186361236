import { eachBatch } from "../../data/batch/piece-rows.ts";
import type { PieceSource } from "../../data/batch/piece-source.ts";
import { hashOf, SubjectIndex } from "../../data/batch/subject-index.ts";
import type { CohortBuilder } from "../../data/cohort.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { DataSchema } from "../../facts/data-schema.ts";
import type { Cause, SubjectResult } from "../../runtime/result.ts";
import { keyOf, type MissingFact, missingFact, missingOf, rowsOf } from "../missing-facts.ts";
import { behind, type Told } from "./told.ts";

/**
 * `--strict` in batches: every fact whose absence leaves something undetermined, once, however many subjects wait for it. A
 * batch knows the places of its own subjects only; those of others are looked for at the end, where nobody else told them.
 */

/** What a piece has; plain data. */
export interface Missing {
  /** Of each fact, what tells it from others. */
  readonly keys: Float64Array;
  /** The first of them. */
  readonly facts: readonly FoundMissing[];
}

export interface FoundMissing {
  readonly key: number;
  readonly fact: MissingFact;
  /** At its place, and the how manyeth subject of its batch it is about; null: the subject is in another batch. */
  readonly own: { readonly problem: Problem; readonly at: number } | null;
}

/** More than these are counted only. */
export const MOST_MISSING = 5000;

/** What a thread finds in its pieces. */
export class MissingInPieces {
  readonly #shared = new Set<Cause>();
  #keys = new Set<number>();
  #facts: FoundMissing[] = [];

  add(subjects: readonly SubjectResult[], builder: CohortBuilder): void {
    const rows = rowsOf(subjects);
    const starts = new Map<string, number>();
    for (const [i, { kind }] of subjects.entries()) if (!starts.has(kind)) starts.set(kind, i);
    for (const of of subjects)
      for (const fact of missingOf(of, this.#shared)) {
        const key = hashOf(keyOf(fact));
        if (this.#keys.has(key)) continue;
        this.#keys.add(key);
        if (this.#facts.length >= MOST_MISSING) continue;
        const row = rows.get(fact.subject);
        const own = row && {
          problem: missingFact(fact, { data: builder.place({ ...row, field: fact.field, list: null }) }),
          at: starts.get(row.kind)! + row.index,
        };
        this.#facts.push({ key, fact, own: own ?? null });
      }
  }

  /** Those of the piece that is done. */
  take(): Missing {
    const missing: Missing = { keys: Float64Array.from(this.#keys), facts: this.#facts };
    [this.#keys, this.#facts] = [new Set(), []];
    return missing;
  }
}

/** The facts that all pieces wait for: some bytes each, and of some thousand where they are. */
export class MissingFacts {
  readonly #keys = new SubjectIndex();
  readonly #facts = new Map<number, FoundMissing>();

  /** @param before rows of the file before the piece @param placeOf where a subject of it stands among all */
  add({ keys, facts }: Missing, before: number, placeOf: (at: number) => number): void {
    for (const key of keys) this.#keys.addHash(key);
    for (const found of facts) {
      const { key } = found;
      const known = this.#facts.get(key);
      if (known === undefined && this.#facts.size >= MOST_MISSING) continue;
      const own = found.own && { problem: behind(before, found.own.problem), at: placeOf(found.own.at) };
      // Of two subjects of different kinds with one id, the one that comes first in the result.
      if (!known?.own || (own !== null && own.at < known.own.at)) this.#facts.set(key, { ...found, own });
    }
  }

  get count(): number {
    return this.#keys.size;
  }

  /** Says where those are that the data must have. */
  async tell(source: PieceSource, schema: DataSchema, told: Told): Promise<void> {
    const wanted = new Map<string, FoundMissing[]>();
    for (const found of this.#facts.values()) {
      const { subject } = found.fact;
      if (found.own === null) wanted.set(subject, [...(wanted.get(subject) ?? []), found]);
    }
    if (wanted.size > 0) await this.#locate(wanted, source, schema);
    for (const { own, fact } of this.#facts.values()) told.add(own?.problem ?? missingFact(fact));
    told.addUnlisted(this.count - this.#facts.size);
  }

  async #locate(
    wanted: ReadonlyMap<string, readonly FoundMissing[]>,
    source: PieceSource,
    schema: DataSchema,
  ): Promise<void> {
    let [before, number] = [source.before, 0];
    for await (const { piece } of source.pieces()) {
      const rows = eachBatch(piece, source.frame, schema, ({ builder }) => {
        let at = 0;
        for (const kind of schema.kinds) {
          const ids = builder.ids(kind);
          for (const [id, facts] of wanted) {
            const index = ids.get(id);
            if (index === undefined) continue;
            const keys = Float64Array.from(facts, (f) => f.key);
            const found = facts.map((f) => {
              const data = builder.place({ kind: kind.name, index, field: f.fact.field, list: null });
              return { ...f, own: { problem: missingFact(f.fact, { data }), at: at + index } };
            });
            const shift = "tables" in source.frame ? 0 : before;
            const places = source.places?.(number);
            this.add({ keys, facts: found }, shift, (own) => places?.[own] ?? number);
          }
          at += builder.cohort()[kind.name]?.length ?? 0;
        }
      });
      before += rows;
      number++;
    }
  }
}
