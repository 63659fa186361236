import { load } from "../../compiler/emit/load.ts";
import type { Measure } from "../../compiler/ir/ir.ts";
import type { PartitionFrame } from "../../data/batch/partition-rows.ts";
import { eachBatch, type Piece, type PieceFrame } from "../../data/batch/piece-rows.ts";
import { type PastSubject, withSubjects } from "../../data/batch/streams/history.ts";
import { hashOf } from "../../data/batch/subject-index.ts";
import type { CohortBuilder } from "../../data/cohort.ts";
import { besides, FormCheck } from "../../data/form-check.ts";
import type { DataPlace, Problem } from "../../diagnostics/problem.ts";
import { type DataSchema, dataSchemaOf } from "../../facts/data-schema.ts";
import { describeFactProblem } from "../../facts/fact-problems.ts";
import type { Tables } from "../../runtime/abi.ts";
import { type Batch, BatchPart, type GatheredBatch, type Passed, type Trouble } from "../../runtime/batch.ts";
import type { Known, Marks, SeenColumn } from "../../runtime/batch-marks.ts";
import { type PackedColumn, type PackedGathered, Packer, Unpacker } from "../../runtime/batch-transfer.ts";
import type { EvaluationContext } from "../../runtime/context.ts";
import type { FactProblem } from "../../runtime/facts.ts";
import type { SubjectResult } from "../../runtime/result.ts";
import { type SharedCauseList, SharedCauses } from "../../runtime/shared-causes.ts";
import { BatchCounts, type Counted } from "./counts.ts";
import { living } from "./heap.ts";
import { type Encode, type EncodeSetup, encoderFor } from "./results/encode.ts";
import { type Missing, MissingInPieces } from "./strict.ts";

/**
 * What is done with one piece of a large file, in a thread of its own or in the one there is. What goes in and comes out is
 * plain data.
 */

/** What is the same for all pieces. */
export interface WorkSetup {
  readonly measure: Measure;
  readonly context: EvaluationContext;
  readonly frame: PieceFrame | PartitionFrame;
  readonly encode: EncodeSetup;
  /** What all pieces together came to, where they were gone through before. */
  readonly known: Known;
  /** Facts that are missing are told, too. */
  readonly strict: boolean;
}

export interface Task {
  readonly piece: Piece;
  /** The how manyeth of the round, from 0. */
  readonly number: number;
  /** A round that gathers what its passes are made of; null: the last, which reports. */
  readonly round: number | null;
  /** What earlier passes gave the subjects of this piece. */
  readonly passed: readonly (readonly [pass: number, column: PackedColumn])[];
  /** Causes of many subjects that this thread does not know yet. */
  readonly shared: SharedCauseList;
}

export interface Done {
  readonly rows: number;
  /** Subjects and records of each kind. */
  readonly sizes: readonly number[];
  /** Ids that are not fit to tell subjects apart, or the place of a link that may lead to anybody. */
  readonly trouble: "ids" | DataPlace | null;
  /** What is to be judged of all pieces together. */
  readonly marks: Marks<FirstWithin>;
  /** Of each subject, in the first round over a table. */
  readonly ids: Float64Array;
  /** Of records that are compared with others, in the first round. */
  readonly owners: GatheredBatch["owners"];
  readonly gathered: readonly PackedGathered[];
  /** Of a round that reports. */
  readonly report: Report | null;
}

/** The first doubtful value of a column. */
export interface FirstWithin {
  /** Rows are counted as those of other problems are. */
  readonly problem: Problem;
  /** The how manyeth subject of its batch has it, from 0; a partition is one batch. */
  readonly subject: number;
}

export interface Report {
  readonly counts: Counted;
  /** Rows of a table are counted from the beginning of the piece, those of a partition from that of their file. */
  readonly problems: readonly Problem[];
  /** Where they are asked for. */
  readonly missing: Missing | null;
  /** The subjects as the file is made of them, some after the others. */
  readonly body: readonly Uint8Array[];
  /** Bytes of each subject in it. */
  readonly lengths: Uint32Array;
}

export class PieceWork {
  readonly #setup: WorkSetup;
  readonly #schema: DataSchema;
  readonly #part: BatchPart;
  readonly #kinds: Tables["subjects"];
  readonly #causes = new SharedCauses();
  readonly #unpacker = new Unpacker((number) => this.#causes.at(number));
  readonly #form: FormCheck;
  readonly #encode: Encode;
  readonly #missing: MissingInPieces | null;

  constructor(setup: WorkSetup) {
    this.#setup = setup;
    const compiled = load(setup.measure);
    this.#schema = dataSchemaOf(setup.measure);
    this.#part = new BatchPart(compiled, setup.context, setup.known);
    this.#kinds = compiled.tables.subjects;
    this.#form = new FormCheck(setup.measure);
    this.#missing = setup.strict ? new MissingInPieces() : null;
    this.#encode = encoderFor(setup.encode, compiled.tables, setup.measure);
  }

  /** @throws Unsplittable */
  do({ piece, round, passed, shared }: Task): Done {
    this.#causes.learn(shared);
    this.#unpacker.begin();
    const given = new Map(passed.map(([pass, column]) => [pass, this.#unpacker.column(column)]));
    return round === null ? this.#report(piece, given) : this.#gather(piece, round, given);
  }

  /** Bytes that live in the heap while a piece is computed. */
  weigh(piece: Piece): number {
    const bytes = living();
    const before = bytes();
    let most = 0;
    eachBatch(piece, this.#setup.frame, this.#schema, ({ builder, past }) =>
      this.#part.weigh(builder.cohort(), this.#history(past), () => {
        most = Math.max(most, bytes() - before);
      }),
    );
    return most;
  }

  /** Earlier results, with those that came with the rows of their subjects. */
  #history(past: readonly PastSubject[]): EvaluationContext["history"] {
    const { history } = this.#setup.context;
    return history === undefined || past.length === 0 ? history : withSubjects(history, past);
  }

  /** Partitions are made by ids, which have been looked at. */
  #whole(round: number | null): Whole {
    const { frame } = this.#setup;
    return new Whole(this.#kinds, (round ?? 0) === 0 && !("tables" in frame));
  }

  #gather(piece: Piece, round: number, passed: Passed): Done {
    const packer = new Packer((cause) => this.#causes.numberOf(cause));
    const gathered: PackedGathered[] = [];
    const owners: GatheredBatch["owners"][number][] = [];
    const whole = this.#whole(round);
    const rows = eachBatch(piece, this.#setup.frame, this.#schema, ({ builder, past }) => {
      const done = this.#part.gather(round, builder.cohort(), passed, whole.sizes, this.#history(past));
      gathered.push(packer.gathered(done.gathered));
      whole.add(done, builder, this.#part.trouble);
      if (round === 0) owners.push(...done.owners);
    });
    return { rows, ...whole.seen, owners, gathered, report: null };
  }

  /** Some results at a time, which are bytes before the next are made; where missing facts are told, all of a batch. */
  *#some(results: Iterable<SubjectResult>): Generator<readonly SubjectResult[]> {
    const most = this.#missing === null ? AT_ONCE : Number.POSITIVE_INFINITY;
    let some: SubjectResult[] = [];
    for (const result of results) {
      some.push(result);
      if (some.length < most) continue;
      yield some;
      some = [];
    }
    if (some.length > 0) yield some;
  }

  #report(piece: Piece, passed: Passed): Done {
    const { frame } = this.#setup;
    const counts = new BatchCounts();
    const problems: Problem[] = [];
    const body: Uint8Array[] = [];
    const lengths: number[] = [];
    const whole = this.#whole(null);
    const rows = eachBatch(piece, frame, this.#schema, ({ builder, past, problems: found }) => {
      const cohort = builder.cohort();
      const done = this.#part.report(cohort, passed, whole.sizes, this.#history(past));
      const refused = besides(this.#form.refused(cohort), done.problems);
      whole.add(done, builder, this.#part.trouble);
      // What is wrong with the settings is said once, by whoever read them.
      const facts = [...done.problems, ...refused]
        .filter((p) => p.index >= 0)
        .map((p) => describeFactProblem(p, builder, null));
      for (const p of [...found, ...facts]) problems.push(p);
      for (const subjects of this.#some(done.subjects())) {
        counts.add(subjects);
        this.#missing?.add(subjects, builder);
        const part = this.#encode(subjects);
        body.push(part.body);
        lengths.push(...part.lengths);
      }
    });
    const report: Report = {
      counts: counts.plain(),
      missing: this.#missing?.take() ?? null,
      problems,
      body,
      lengths: Uint32Array.from(lengths),
    };
    return { rows, ...whole.seen, owners: [], gathered: [], report };
  }
}

/** Results that are there at once. */
const AT_ONCE = 64;

/** What the batches of a piece come to besides their results. */
class Whole {
  readonly #kinds: Tables["subjects"];
  readonly #columns = new Map<string, SeenColumn<FirstWithin>>();
  readonly #periods: Marks["periods"][number][] = [];
  readonly #ids: number[] = [];
  #trouble: Done["trouble"] = null;
  /** By kind, of the batches so far. */
  sizes: readonly number[] = [];

  readonly #withIds: boolean;

  /** @param withIds those of subjects are told, too */
  constructor(kinds: Tables["subjects"], withIds: boolean) {
    this.#kinds = kinds;
    this.#withIds = withIds;
  }

  add({ sizes, marks }: Pick<Batch, "sizes" | "marks">, builder: CohortBuilder, trouble: Trouble | null) {
    this.#periods.push(...marks.periods);
    for (const { column, beyond, within } of marks.columns) {
      const before = this.#columns.get(column);
      const first = within === null ? null : this.#firstOf(within, sizes, builder);
      this.#columns.set(column, {
        column,
        beyond: beyond || before?.beyond === true,
        within: before?.within ?? first,
      });
    }
    if (trouble !== null) this.#trouble ??= trouble === "ids" ? trouble : builder.place(trouble);
    for (const { name, key } of this.#withIds ? builder.schema.kinds : [])
      for (const record of builder.cohort()[name] ?? []) this.#ids.push(hashOf(String(record[key]).trim()));
    this.sizes = sizes.map((size, kind) => size + (this.sizes[kind] ?? 0));
  }

  get seen(): Pick<Done, "sizes" | "marks" | "trouble" | "ids"> {
    return {
      sizes: this.sizes,
      marks: { columns: [...this.#columns.values()], periods: this.#periods },
      trouble: this.#trouble,
      ids: Float64Array.from(this.#ids),
    };
  }

  #firstOf(found: FactProblem, sizes: readonly number[], builder: CohortBuilder): FirstWithin {
    let subject = found.index;
    for (const [kind, { name, of }] of this.#kinds.entries()) {
      if (name === found.kind) break;
      if (!of) subject += sizes[kind]!;
    }
    return { problem: describeFactProblem(found, builder, null), subject };
  }
}
