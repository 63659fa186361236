import { load } from "../../compiler/emit/load.ts";
import type { Measure } from "../../compiler/ir/ir.ts";
import { Unsplittable } from "../../data/batch/csv-batches.ts";
import { tellIds } from "../../data/batch/id-problems.ts";
import type { PieceSource } from "../../data/batch/piece-source.ts";
import type { WholeReason } from "../../data/batch/streams/stream.ts";
import { parseDataArgument } from "../../data/data-files.ts";
import { placeText } from "../../data/places.ts";
import type { Scratch } from "../../data/scratch.ts";
import type { Language } from "../../diagnostics/message.ts";
import { worded } from "../../diagnostics/phrases.ts";
import { type DataPlace, hasErrors, type Problem, problem } from "../../diagnostics/problem.ts";
import { dataSchemaOf } from "../../facts/data-schema.ts";
import { describeFactProblem } from "../../facts/fact-problems.ts";
import type { DataPositions } from "../../facts/positions.ts";
import { firstByData } from "../../runtime/batch-limits.ts";
import { MarksOfAll } from "../../runtime/batch-marks.ts";
import { BatchPasses } from "../../runtime/batch-passes.ts";
import { Unpacker } from "../../runtime/batch-transfer.ts";
import type { CompiledMeasure } from "../../runtime/compiled.ts";
import type { EvaluationContext } from "../../runtime/context.ts";
import { cohortResult, settleCohort } from "../../runtime/evaluate.ts";
import type { Options } from "../command.ts";
import type { OutFormat } from "../data-options.ts";
import { listOption, readSettings, textOption } from "../evaluation.ts";
import { outFormat } from "../outputs.ts";
import type { Session } from "../session.ts";
import { type Again, NOTHING_LEARNT } from "./again.ts";
import { DEFAULT_BUDGET, megabytes, openRanksOf, planFor, ranksOf } from "./budget.ts";
import { BatchCounts } from "./counts.ts";
import { exhausted } from "./exhausted.ts";
import { SmallHeap } from "./heap.ts";
import { Ids } from "./ids.ts";
import { InOrder } from "./in-order.ts";
import type { BatchOutcome, Ended, InPieces, NeedsWhole } from "./outcome.ts";
import { PastFiles } from "./past.ts";
import type { Done, FirstWithin, Report, WorkSetup } from "./piece-work.ts";
import { Progress } from "./progress.ts";
import { ResultOrder } from "./result-order.ts";
import { openSink } from "./results/open-sink.ts";
import { type ResultSink, whyUnwritten } from "./results/sink.ts";
import { eachPiece, Sender } from "./sender.ts";
import { piecesOf } from "./source.ts";
import { Stop } from "./stop.ts";
import { MissingFacts } from "./strict.ts";
import { type Hand, HeapExhausted, handsFor } from "./threads.ts";
import { behind, Told } from "./told.ts";

/**
 * `banfa run` over data that need not fit into memory: pieces of them go to threads and their results out, in the order of
 * the files, and only what ranks are made of stays. Whatever cannot be done so is done in the ordinary way, with the same result.
 */

export async function runInBatches(
  s: Session,
  measure: Measure,
  options: Options,
  language: Language,
  /** Rows of a partition, where tests want many. */
  rows?: number,
): Promise<BatchOutcome> {
  const strict = options.strict === true;
  const asked = [options.batch, options.threads, options.reader].some((o) => o !== undefined);
  const otherwise = (whole: WholeReason, why: readonly Problem[] = []): BatchOutcome =>
    // The ordinary way has all data in memory, however much that is.
    options.memory !== undefined
      ? { kind: "refused", problems: [problem("BF9043", { ...whole }), ...why] }
      : { kind: "otherwise", notes: asked ? [problem("BF9028", { ...whole })] : [] };
  const out = textOption(options.out);
  const format = outFormat(options);
  if (out === undefined || format === null || options.markErrors !== undefined)
    return otherwise(worded("reason", "batch-needs-out"));
  const schema = dataSchemaOf(measure);
  const past = new PastFiles(schema, rows !== undefined);
  const settings = readSettings(options, schema, (path) => past.read(path));
  if (!settings.ok || (settings.unusable && hasErrors(settings.problems)))
    return { kind: "otherwise", notes: [] };
  const { context } = settings;
  const compiled = load(measure);
  if (firstByData(compiled, context)) return otherwise(worded("reason", "batch-first-by-data"));
  const ofSettings = settleCohort(compiled, {}, context).problems.map((p) =>
    describeFactProblem(p, NOWHERE(schema), settings.positions),
  );

  /** The ordinary way tells the rows for itself. */
  const instead = async ({ whole, ids }: NeedsWhole): Promise<BatchOutcome> => {
    const rows = new Told();
    if (ids === true && options.memory !== undefined)
      await tellIds(listOption(options.data).map(parseDataArgument), schema, (p) => rows.add(p));
    return otherwise(whole, rows.problems());
  };

  // Heard before there is anything that could be left behind.
  const left: { sink?: ResultSink; order?: InOrder; scratch?: Scratch } = {};
  const stop = new Stop(() => {
    left.sink?.abandon();
    left.order?.close();
    left.scratch?.remove();
  });
  const progress = new Progress(s, language);
  const heap = new SmallHeap(READING, 1);
  try {
    const pieces = await piecesOf(
      {
        ...{ data: listOption(options.data), schema, compiled, out, ...(rows !== undefined && { rows }) },
        past: past.streams,
        duckdb: options.reader === "duckdb",
        stopped: () => stop.asked,
        progress: (share, rows) => {
          heap.check();
          progress.prepare(share, rows);
        },
      },
      (scratch) => {
        left.scratch = scratch;
      },
    );
    if (pieces.kind === "whole") return await instead(pieces);
    // There may be more to say of what is wrong with the files, and the ordinary way says all of it.
    if (pieces.kind === "refused" && options.memory === undefined) return { kind: "otherwise", notes: [] };
    if (pieces.kind !== "pieces") return pieces;
    const { source } = pieces.of;
    try {
      const { kinds } = source;
      const empty = cohortResult(compiled, settleCohort(compiled, {}, context).context, []);
      const encode = { format, language, kinds };
      const budget: Budget = {
        megabytes: megabytes(textOption(options.memory) ?? "") ?? DEFAULT_BUDGET,
        threads: options.threads === undefined ? null : Number(options.threads),
        withDuckdb:
          options.reader === "duckdb" || listOption(options.data).some((d) => /\.parquet$/i.test(d)),
        out: format,
      };
      // What only all pieces together tell is mostly as each of them takes it; else they are gone through once more.
      for (let learnt = NOTHING_LEARNT; ; ) {
        const { known, doubtful, alone } = learnt;
        const told = new Told();
        for (const p of [...ofSettings, ...doubtful]) told.add(p);
        const sink = await openSink(out, encode, { measure, tables: compiled.tables, empty });
        if ("code" in sink)
          return { kind: "done", run: { counts: new BatchCounts(), problems: [sink], out } };
        left.sink = sink;
        const order =
          source.places === null ? null : new InOrder(left.scratch!.path("results"), source.subjects);
        if (order !== null) left.order = order;
        const missing = strict ? new MissingFacts() : null;
        const all = () => [...source.notes, ...told.problems(), ...settings.problems];
        const refusal = async (): Promise<Ended | null> => {
          if (missing === null) return null;
          await missing.tell(source, schema, told);
          const count = all().filter((p) => p.severity === "error").length + told.unlisted;
          return count > 0 ? { kind: "refused", problems: all(), sum: problem("BF9024", { count }) } : null;
        };
        const own = { told, sink, order, missing, refusal };
        const work = new Work({ source, compiled, context, progress, stop, ...own });
        const setup = { measure, context, frame: source.frame, encode, known, strict };
        const ended = await work.run(setup, { ...budget, alone });
        if (ended.kind === "again") {
          sink.abandon();
          order?.discard();
          learnt = { ...learnt, ...ended.learnt };
          continue;
        }
        if (ended.kind === "whole") return await instead(ended);
        if (ended.kind !== "pieces") return ended;
        return { kind: "done", run: { counts: ended.of, problems: all(), out } };
      }
    } finally {
      source.close();
    }
  } catch (error) {
    if (error instanceof Unsplittable) return otherwise(worded("reason", "batch-needs-whole-text"));
    const failed = whyUnwritten(error, out);
    return { kind: "refused", problems: failed === null ? [] : [failed] };
  } finally {
    // Nothing is to be abandoned of a file that has its name.
    left.sink?.abandon();
    left.order?.close();
    left.scratch?.remove();
    progress.end();
    stop.end();
  }
}

interface Job {
  readonly source: PieceSource;
  readonly compiled: CompiledMeasure;
  readonly context: EvaluationContext;
  readonly told: Told;
  readonly progress: Progress;
  readonly stop: Stop;
  readonly sink: ResultSink;
  /** Where results wait that do not come in their order. */
  readonly order: InOrder | null;
  /** `--strict`: facts that are missing. */
  readonly missing: MissingFacts | null;
  /** Why no file is made of the results. */
  readonly refusal: () => Promise<Ended | null>;
}

interface Budget {
  readonly megabytes: number;
  /** null: as many as the machine has. */
  readonly threads: number | null;
  readonly withDuckdb: boolean;
  readonly out: OutFormat;
  /** One thread has all of it. */
  readonly alone?: boolean;
}

/** The rounds over all pieces: one for each stratum of ranks, and one that reports. */
class Work {
  readonly #job: Job;
  readonly #passes: BatchPasses;
  readonly #counts = new BatchCounts();
  readonly #ids = new Ids();
  readonly #heap = new SmallHeap(READING, 1);
  readonly #order: ResultOrder;
  readonly #marks = new MarksOfAll<FirstWithin>();
  #trouble: Done["trouble"] = null;
  #hands: readonly Hand[] = [];

  constructor(job: Job) {
    this.#job = job;
    this.#passes = new BatchPasses(job.compiled, job.context);
    this.#order = new ResultOrder(job.compiled.tables, job.source.places);
  }

  async run(setup: WorkSetup, budget: Budget): Promise<InPieces<BatchCounts> | Again> {
    const { source, compiled, told, stop, sink, order, progress } = this.#job;
    const passes = this.#passes;
    const stays = ranksOf(compiled.tables, source.subjects) + source.memory;
    const planned = (alone = false) =>
      planFor(budget.megabytes, budget.threads, stays, budget.withDuckdb, budget.out, alone);
    const { plan, least } = planned(budget.alone);
    const tooLittle = (megabytes: number): InPieces<BatchCounts> => ({
      kind: "refused",
      problems: [problem("BF9041", { budget: budget.megabytes, least: megabytes })],
    });
    if (plan === null) return tooLittle(least);
    this.#hands = handsFor(setup, plan.threads, plan.heap);
    try {
      const sender = new Sender(this.#hands, passes, (pass) => compiled.tables.cells[pass]!.subject);
      for (let round = 0; round <= passes.rounds && !stop.asked && this.#trouble === null; round++) {
        const last = round === passes.rounds;
        await this.#round(sender, round, last);
        if (round === 0 && !stop.asked && this.#trouble === null) {
          if (this.#ids.doubtful) this.#trouble = "ids";
          const { known, doubtful } = this.#marks;
          if (JSON.stringify(known) !== JSON.stringify(setup.known))
            return { kind: "again", learnt: { known, doubtful: doubtful.map((d) => d.problem) } };
        }
        if (last || stop.asked || this.#trouble !== null) continue;
        if (passes.exact) passes.endRound((kind) => this.#order.of(kind));
        else {
          // Who may stand between which places takes more; the threads then have less.
          const more = stays + openRanksOf(passes.size);
          const open = planFor(
            budget.megabytes,
            budget.threads,
            more,
            budget.withDuckdb,
            budget.out,
            budget.alone,
          );
          if (open.plan === null) return tooLittle(open.least);
          for (const hand of this.#hands) hand.end();
          passes.endRound((kind) => this.#order.of(kind));
          this.#hands = handsFor(setup, open.plan.threads, open.plan.heap);
          sender.hire(this.#hands);
        }
      }
    } catch (error) {
      if (error instanceof HeapExhausted)
        return planned(true).plan!.heap.old > plan.heap.old
          ? { kind: "again", learnt: { alone: true } }
          : exhausted(error, source, budget.megabytes);
      throw error;
    } finally {
      for (const hand of this.#hands) hand.end();
    }
    if (stop.asked) return STOPPED;
    if (this.#trouble === "ids") return { kind: "whole", whole: worded("reason", "batch-ids"), ids: true };
    if (this.#trouble !== null) return { kind: "whole", whole: looseReason(this.#trouble) };
    const refused = await this.#job.refusal();
    if (refused !== null) return refused;
    if (order !== null)
      for (const bytes of order.all()) {
        const failed = sink.add(bytes);
        if (failed !== null) told.add(failed);
        if (stop.asked) return STOPPED;
        if (failed !== null) return { kind: "pieces", of: this.#counts };
      }
    // Their memory is for the writer from here on.
    for (const hand of this.#hands) hand.end();
    const heap = new SmallHeap(WRITING);
    const failed = await sink.finish({
      stopped: () => stop.asked,
      made: (rows) => {
        heap.check();
        progress.writing(rows);
      },
    });
    if (stop.asked) return STOPPED;
    if (failed !== null && !told.has("BF4011")) told.add(failed);
    return { kind: "pieces", of: this.#counts };
  }

  async #round(sender: Sender, round: number, last: boolean): Promise<void> {
    const { source, told, progress, stop } = this.#job;
    sender.begin(last ? null : round);
    const inPartitions = "tables" in source.frame;
    let row = source.before;
    let piece = 0;
    await eachPiece(source, sender, (done, share) => {
      this.#trouble ??= done.trouble;
      if (stop.asked || this.#trouble !== null) return false;
      sender.know(done.sizes);
      const incoming = new Unpacker();
      incoming.learn(done.shared);
      for (const of of done.gathered) this.#passes.add(incoming.gathered(of));
      if (round === 0) this.#look(done, inPartitions ? 0 : row, piece);
      if (done.report !== null) {
        told.addAll(done.report.problems, inPartitions ? 0 : row);
        this.#counts.join(done.report.counts);
        const places = source.places?.(piece);
        const at = piece;
        if (done.report.missing !== null)
          this.#job.missing?.add(done.report.missing, inPartitions ? 0 : row, (i) => places?.[i] ?? at);
        const failed = this.#write(done.report, piece);
        if (failed !== null) {
          told.add(failed);
          return false;
        }
      }
      row += done.rows;
      piece++;
      this.#heap.check();
      progress.show({ round, rounds: this.#passes.rounds, share, rows: row });
      return true;
    });
  }

  /** What only all pieces together tell. @param before rows of the file before the piece */
  #look({ marks, ids, sizes, owners }: Done, before: number, piece: number): void {
    const { source } = this.#job;
    const columns = marks.columns.map(({ within, ...of }) => ({
      ...of,
      within: within && { subject: within.subject, problem: behind(before, within.problem) },
    }));
    this.#order.add(sizes, owners);
    const places = source.places?.(piece);
    this.#marks.see({ ...marks, columns }, ({ subject }) =>
      places === undefined ? piece : places[subject]!,
    );
    // Partitions are made by ids, so that one that occurs twice has been noticed.
    if (!("tables" in source.frame)) this.#ids.add(ids);
  }

  #write({ body, lengths }: Report, piece: number): Problem | null {
    const { source, sink, order } = this.#job;
    if (order === null) {
      for (const bytes of body) {
        const failed = sink.add(bytes);
        if (failed !== null) return failed;
      }
      return null;
    }
    // A partition is one batch, so that it has one body; or none, where nobody is in it.
    const [bytes] = body;
    if (bytes !== undefined) order.add(bytes, lengths, source.places!(piece));
    return null;
  }
}

const STOPPED: InPieces<never> = { kind: "stopped", problem: problem("BF9029", {}) };

const looseReason = ({ field = "", ...at }: DataPlace): WholeReason =>
  worded("reason", "batch-links", { field, place: placeText(at) });

/** Megabytes that the heap may grow by before garbage is looked for, while data are read and handed out. */
const READING = 48;
/** Megabytes that the heap may grow by while a file is made of what waits on disk. */
const WRITING = 48;

const NOWHERE = (schema: DataPositions["schema"]): DataPositions => ({
  schema,
  place: () => ({ file: "" }),
  firstRow: () => null,
});
