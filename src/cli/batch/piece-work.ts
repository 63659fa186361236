import { load } from "../../compiler/emit/load.ts";
import type { Measure } from "../../compiler/ir/ir.ts";
import type { PartitionFrame } from "../../data/batch/partition-rows.ts";
import { eachBatch, type Piece, type PieceFrame } from "../../data/batch/piece-rows.ts";
import { type PastSubject, withSubjects } from "../../data/batch/streams/history.ts";
import { hashOf } from "../../data/batch/subject-index.ts";
import { besides, FormCheck } from "../../data/form-check.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { type DataSchema, dataSchemaOf } from "../../facts/data-schema.ts";
import { describeFactProblem } from "../../facts/fact-problems.ts";
import { BatchPart, type Passed, type Trouble } from "../../runtime/batch.ts";
import {
  type PackedColumn,
  type PackedGathered,
  type PackedShared,
  Packer,
  Unpacker,
} from "../../runtime/batch-transfer.ts";
import type { EvaluationContext } from "../../runtime/context.ts";
import { BatchCounts, type Counted } from "./counts.ts";
import { type Encode, type EncodeSetup, encoderFor } from "./results/encode.ts";

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
}

export interface Task {
  readonly piece: Piece;
  /** A round that gathers what its passes are made of; null: the last, which reports. */
  readonly round: number | null;
  /** What earlier passes gave the subjects of this piece. */
  readonly passed: readonly (readonly [pass: number, column: PackedColumn])[];
  readonly shared: PackedShared;
}

export interface Done {
  readonly rows: number;
  /** Subjects and records of each kind. */
  readonly sizes: readonly number[];
  readonly trouble: Trouble | null;
  readonly gathered: readonly PackedGathered[];
  readonly shared: PackedShared;
  /** Of a round that reports. */
  readonly report: Report | null;
}

export interface Report {
  readonly counts: Counted;
  readonly ids: Float64Array;
  /** Rows of a table are counted from the beginning of the piece, those of a partition from that of their file. */
  readonly problems: readonly Problem[];
  /** The subjects as the file is made of them, one batch after the other. */
  readonly body: readonly Uint8Array[];
  /** Bytes of each subject in it. */
  readonly lengths: Uint32Array;
}

export class PieceWork {
  readonly #setup: WorkSetup;
  readonly #schema: DataSchema;
  readonly #part: BatchPart;
  readonly #unpacker = new Unpacker();
  readonly #form: FormCheck;
  readonly #encode: Encode;

  constructor(setup: WorkSetup) {
    this.#setup = setup;
    const compiled = load(setup.measure);
    this.#schema = dataSchemaOf(setup.measure);
    this.#part = new BatchPart(compiled, setup.context);
    this.#form = new FormCheck(setup.measure);
    this.#encode = encoderFor(setup.encode, compiled.tables, setup.measure);
  }

  /** @throws Unsplittable */
  do({ piece, round, passed, shared }: Task): Done {
    this.#unpacker.learn(shared);
    const given = new Map(passed.map(([pass, column]) => [pass, this.#unpacker.column(column)]));
    return round === null ? this.#report(piece, given) : this.#gather(piece, round, given);
  }

  /** Earlier results, with those that came with the rows of their subjects. */
  #history(past: readonly PastSubject[]): EvaluationContext["history"] {
    const { history } = this.#setup.context;
    return history === undefined || past.length === 0 ? history : withSubjects(history, past);
  }

  #gather(piece: Piece, round: number, passed: Passed): Done {
    const packer = new Packer();
    const gathered: PackedGathered[] = [];
    const sizes = new Sizes();
    const rows = eachBatch(piece, this.#setup.frame, this.#schema, ({ builder, past }) => {
      const done = this.#part.gather(round, builder.cohort(), passed, sizes.all, this.#history(past));
      gathered.push(packer.gathered(done.gathered));
      sizes.add(done.sizes);
    });
    return {
      rows,
      sizes: sizes.all,
      trouble: this.#part.trouble,
      gathered,
      shared: packer.shared(),
      report: null,
    };
  }

  #report(piece: Piece, passed: Passed): Done {
    const { frame } = this.#setup;
    const counts = new BatchCounts();
    const ids: number[] = [];
    const problems: Problem[] = [];
    const body: Uint8Array[] = [];
    const lengths: number[] = [];
    const sizes = new Sizes();
    const rows = eachBatch(piece, frame, this.#schema, ({ builder, past, problems: found }) => {
      const cohort = builder.cohort();
      const done = this.#part.report(cohort, passed, sizes.all, this.#history(past));
      const refused = besides(this.#form.refused(cohort), done.problems);
      sizes.add(done.sizes);
      // What is wrong with the settings is said once, by whoever read them.
      const facts = [...done.problems, ...refused]
        .filter((p) => p.index >= 0)
        .map((p) => describeFactProblem(p, builder, null));
      for (const p of [...found, ...facts]) problems.push(p);
      if (done.subjects.length === 0) return;
      counts.add(done.subjects);
      for (const s of done.subjects) ids.push(hashOf(s.id));
      const part = this.#encode(done.subjects);
      body.push(part.body);
      lengths.push(...part.lengths);
    });
    const report: Report = {
      counts: counts.plain(),
      ids: Float64Array.from(ids),
      problems,
      body,
      lengths: Uint32Array.from(lengths),
    };
    return { rows, sizes: sizes.all, trouble: this.#part.trouble, gathered: [], shared: [], report };
  }
}

/** Sums by kind. */
class Sizes {
  all: readonly number[] = [];

  add(sizes: readonly number[]): void {
    this.all = sizes.map((size, kind) => size + (this.all[kind] ?? 0));
  }
}
