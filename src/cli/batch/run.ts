import { load } from "../../compiler/emit/load.ts";
import type { Measure } from "../../compiler/ir/ir.ts";
import { Unsplittable } from "../../data/batch/csv-batches.ts";
import { type PieceSource, pieceSource } from "../../data/batch/piece-source.ts";
import { parseDataArgument } from "../../data/data-files.ts";
import type { Language } from "../../diagnostics/message.ts";
import { type PlainWord, worded } from "../../diagnostics/phrases.ts";
import { hasErrors, type Problem, problem } from "../../diagnostics/problem.ts";
import { dataSchemaOf } from "../../facts/data-schema.ts";
import { describeFactProblem } from "../../facts/fact-problems.ts";
import type { DataPositions } from "../../facts/positions.ts";
import { BatchPasses, batchable } from "../../runtime/batch.ts";
import { Packer, Unpacker } from "../../runtime/batch-transfer.ts";
import { cohortResult, settleCohort } from "../../runtime/evaluate.ts";
import type { Options } from "../command.ts";
import { listOption, readSettings, textOption } from "../evaluation.ts";
import { outFormat } from "../outputs.ts";
import type { Session } from "../session.ts";
import { DEFAULT_BUDGET, DUCKDB, megabytes, openRanksOf, planFor, ranksOf } from "./budget.ts";
import { BatchCounts } from "./counts.ts";
import { SmallHeap } from "./heap.ts";
import { Ids } from "./ids.ts";
import type { Done, Task } from "./piece-work.ts";
import { Progress } from "./progress.ts";
import { openSink } from "./results/open-sink.ts";
import type { ResultSink } from "./results/sink.ts";
import { Stop } from "./stop.ts";
import { type Hand, HeapExhausted, handsFor } from "./threads.ts";
import { Told } from "./told.ts";

/**
 * `banfa run` over a file that need not fit into memory: pieces of it go to threads and their results out, in the order of
 * the file, and only what ranks are made of stays. Whatever cannot be done so is done in the ordinary way, with the same result.
 */

export interface BatchRun {
  readonly counts: BatchCounts;
  readonly problems: readonly Problem[];
  readonly out: string;
}

export type BatchOutcome =
  | { readonly kind: "done"; readonly run: BatchRun }
  /** The ordinary way is to be taken; the notes say why, where batches were asked for. */
  | { readonly kind: "otherwise"; readonly notes: readonly Problem[] }
  | { readonly kind: "stopped"; readonly problem: Problem }
  /** Neither way: the budget forbids it. */
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

export async function runInBatches(
  s: Session,
  measure: Measure,
  options: Options,
  language: Language,
): Promise<BatchOutcome> {
  const asked = [options.batch, options.threads, options.reader].some((o) => o !== undefined);
  const otherwise = (reason: PlainWord): BatchOutcome =>
    // The ordinary way has all data in memory, however much that is.
    options.memory !== undefined
      ? { kind: "refused", problems: [problem("BF9043", worded("reason", reason))] }
      : { kind: "otherwise", notes: asked ? [problem("BF9028", worded("reason", reason))] : [] };
  const [input, ...others] = listOption(options.data).map(parseDataArgument);
  const out = textOption(options.out);
  const format = outFormat(options);
  if (out === undefined || format === null || options.strict === true || options.markErrors !== undefined) {
    return otherwise("batch-needs-out");
  }
  const schema = dataSchemaOf(measure);
  const compiled = load(measure);
  if (!batchable(compiled)) {
    return otherwise("batch-simple-measures");
  }
  const withDuckdb = options.reader === "duckdb" || /\.parquet$/i.test(input?.path ?? "");
  const budget = megabytes(textOption(options.memory) ?? "") ?? DEFAULT_BUDGET;
  const threads = options.threads === undefined ? null : Number(options.threads);
  const source =
    input === undefined || others.length > 0
      ? null
      : await pieceSource(input, schema, { duckdb: options.reader === "duckdb", memory: DUCKDB });
  if (source === null) return otherwise("batch-one-file");
  if ("code" in source) return { kind: "refused", problems: [source] };
  const settings = readSettings(options, schema);
  if (!settings.ok || (settings.unusable && hasErrors(settings.problems))) {
    source.close();
    return { kind: "otherwise", notes: [] };
  }

  const ranks = ranksOf(compiled.tables, source.subjects);
  const { plan, least } = planFor(budget, threads, ranks, withDuckdb, format);
  if (plan === null) {
    source.close();
    return { kind: "refused", problems: [problem("BF9041", { budget, least })] };
  }
  const { context } = settings;
  const passes = new BatchPasses(compiled, context);
  const told = new Told();
  for (const p of settleCohort(compiled, {}, context).problems)
    told.add(describeFactProblem(p, NOWHERE(schema), settings.positions));
  const encode = { format, language, kinds: [source.frame.kind] };
  const empty = cohortResult(compiled, settleCohort(compiled, {}, context).context, []);
  // Heard before there is anything that could be left behind.
  const opened: { sink: ResultSink | null } = { sink: null };
  const stop = new Stop(() => opened.sink?.abandon());
  const sink = await openSink(out, encode, { measure, tables: compiled.tables, empty });
  if ("code" in sink) {
    stop.end();
    source.close();
    return { kind: "done", run: { counts: new BatchCounts(), problems: [sink], out } };
  }
  opened.sink = sink;
  const setup = { measure, context, frame: source.frame, encode };
  let hands = handsFor(setup, plan.threads, plan.heap);
  const progress = new Progress(s, language, passes.rounds);
  const counts = new BatchCounts();
  const ids = new Ids();
  let trouble = false;
  try {
    const sender = new Sender(hands, passes);
    for (let round = 0; round <= passes.rounds && !stop.asked && !trouble; round++) {
      const last = round === passes.rounds;
      sender.begin(last ? null : round);
      let row = source.before;
      await eachPiece(source, sender, (done, share) => {
        trouble ||= done.trouble !== null;
        if (stop.asked || trouble) return false;
        sender.know(done.subjects);
        const incoming = new Unpacker();
        incoming.learn(done.shared);
        for (const of of done.gathered) passes.add(incoming.gathered(of));
        if (done.report !== null) {
          told.addAll(done.report.problems, row);
          counts.join(done.report.counts);
          ids.add(done.report.ids);
          for (const body of done.report.body) {
            const failed = sink.add(body);
            if (failed === null) continue;
            told.add(failed);
            return false;
          }
        }
        row += done.rows;
        progress.show(round, share, row);
        return true;
      });
      if (last || stop.asked || trouble) continue;
      if (passes.exact) passes.endRound();
      else {
        // Who may stand between which places takes more; the threads then have less.
        const open = planFor(budget, threads, ranks + openRanksOf(passes.size), withDuckdb);
        if (open.plan === null) {
          sink.abandon();
          return { kind: "refused", problems: [problem("BF9041", { budget, least: open.least })] };
        }
        for (const hand of hands) hand.end();
        passes.endRound();
        hands = handsFor(setup, open.plan.threads, open.plan.heap);
        sender.hire(hands);
      }
    }
    if (stop.asked) {
      sink.abandon();
      return { kind: "stopped", problem: problem("BF9029", {}) };
    }
    if (trouble || ids.doubtful) {
      sink.abandon();
      return otherwise("batch-needs-all-data");
    }
    // Their memory is for the writer from here on.
    for (const hand of hands) hand.end();
    const heap = new SmallHeap(WRITING);
    const failed = await sink.finish({
      stopped: () => stop.asked,
      made: (rows) => {
        heap.check();
        progress.writing(rows);
      },
    });
    if (stop.asked) return { kind: "stopped", problem: problem("BF9029", {}) };
    if (failed !== null && !told.has("BF4011")) told.add(failed);
    return {
      kind: "done",
      run: { counts, problems: [...source.notes, ...told.problems(), ...settings.problems], out },
    };
  } catch (error) {
    sink.abandon();
    if (error instanceof HeapExhausted)
      return { kind: "refused", problems: [problem("BF9041", { budget, least: Math.ceil(budget * 1.5) })] };
    if (!(error instanceof Unsplittable)) throw error;
    return otherwise("batch-needs-whole-text");
  } finally {
    for (const hand of hands) hand.end();
    source.close();
    progress.end();
    stop.end();
  }
}

/** Hands out pieces with what earlier passes gave their subjects. */
class Sender {
  #hands: readonly Hand[] = [];
  #packers: readonly Packer[] = [];
  readonly #passes: BatchPasses;
  /** By piece, in the order of the file: the number of its first subject; known after the first round. */
  readonly #starts: number[] = [0];
  #known = 0;
  #round: number | null = null;
  #sent = 0;

  constructor(hands: readonly Hand[], passes: BatchPasses) {
    this.#passes = passes;
    this.hire(hands);
  }

  hire(hands: readonly Hand[]): void {
    this.#hands = hands;
    this.#packers = hands.map(() => new Packer());
  }

  get full(): boolean {
    return this.#hands.every((hand) => hand.waiting >= QUEUE);
  }

  begin(round: number | null): void {
    this.#round = round;
    this.#sent = 0;
    this.#known = 0;
  }

  /** How many subjects the next piece of the file has. */
  know(subjects: number): void {
    const start = this.#starts[this.#known++]!;
    this.#starts[this.#known] = start + subjects;
  }

  send(piece: Task["piece"]): Promise<Done> {
    const [from, to] = [this.#starts[this.#sent] ?? 0, this.#starts[this.#sent + 1] ?? 0];
    this.#sent++;
    const at = this.#hands.reduce((best, h, i) => (h.waiting < this.#hands[best]!.waiting ? i : best), 0);
    const packer = this.#packers[at]!;
    const passed = [...this.#passes.passed].map(
      ([pass, column]) => [pass, packer.part(column, from, to)] as const,
    );
    return this.#hands[at]!.do({ piece, round: this.#round, passed, shared: packer.shared() });
  }
}

/** Megabytes that the heap may grow by while a file is made of what waits on disk. */
const WRITING = 48;

/** Pieces that a thread has before it: one to compute, one to go on with. */
const QUEUE = 2;

/** Goes through the file once; `visit` gets what became of each piece in the order of the file. @param visit false: enough */
async function eachPiece(
  source: PieceSource,
  sender: Sender,
  visit: (done: Done, share: number) => boolean,
): Promise<void> {
  const running: { readonly done: Promise<Done>; readonly share: number }[] = [];
  const take = async (): Promise<boolean> => {
    const { done, share } = running.shift()!;
    return visit(await done, share);
  };
  try {
    for await (const { piece, share } of source.pieces()) {
      while (sender.full && running.length > 0) if (!(await take())) return;
      const done = sender.send(piece);
      // What fails while others are waited for is told when its turn comes.
      done.catch(() => {});
      running.push({ done, share });
    }
    while (running.length > 0) if (!(await take())) return;
  } finally {
    await Promise.allSettled(running.map((r) => r.done));
  }
}

const NOWHERE = (schema: DataPositions["schema"]): DataPositions => ({
  schema,
  place: () => ({ file: "" }),
  firstRow: () => null,
});
