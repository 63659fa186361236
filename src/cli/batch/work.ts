import type { PieceSource } from "../../data/batch/piece-source.ts";
import type { WholeReason } from "../../data/batch/streams/stream.ts";
import { placeText } from "../../data/places.ts";
import { worded } from "../../diagnostics/phrases.ts";
import { type DataPlace, type Problem, problem } from "../../diagnostics/problem.ts";
import { MarksOfAll } from "../../runtime/batch-marks.ts";
import { BatchPasses } from "../../runtime/batch-passes.ts";
import { Unpacker } from "../../runtime/batch-transfer.ts";
import type { CompiledMeasure } from "../../runtime/compiled.ts";
import type { EvaluationContext } from "../../runtime/context.ts";
import { SharedCauses } from "../../runtime/shared-causes.ts";
import type { Again } from "./again.ts";
import {
  type Allowance,
  fits,
  leastFor,
  type OpenValues,
  type Plan,
  planFor,
  ranksOf,
  unsettledOf,
} from "./budget.ts";
import { BatchCounts } from "./counts.ts";
import { exhausted } from "./exhausted.ts";
import { READING, SmallHeap } from "./heap.ts";
import { Ids } from "./ids.ts";
import type { InOrder } from "./in-order.ts";
import type { Ended, InPieces } from "./outcome.ts";
import type { Done, FirstWithin, Report, WorkSetup } from "./piece-work.ts";
import type { Progress } from "./progress.ts";
import { ResultOrder } from "./result-order.ts";
import type { ResultSink } from "./results/sink.ts";
import { eachPiece, Sender } from "./sender.ts";
import type { Stop } from "./stop.ts";
import type { MissingFacts } from "./strict.ts";
import { type Hand, HeapExhausted, handsFor } from "./threads.ts";
import { behind, type Told } from "./told.ts";

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

/** The rounds over all pieces: one for each stratum of ranks, and one that reports. */
export class Work {
  readonly #job: Job;
  readonly #allowance: Allowance;
  readonly #setup: WorkSetup;
  readonly #passes: BatchPasses;
  readonly #causes = new SharedCauses();
  readonly #incoming = new Unpacker((number) => this.#causes.at(number), SAME_NUMBERS);
  readonly #sender: Sender;
  readonly #counts = new BatchCounts();
  readonly #ids = new Ids();
  readonly #heap = new SmallHeap(READING, 1);
  /** Megabytes that stay whatever the data say. */
  readonly #stays: number;
  /** Causes that came in in earlier rounds. */
  #told = 0;
  /** Megabytes that threads leave to values that are not settled. */
  #reserved = 0;
  #plan: Plan | null = null;
  #hands: readonly Hand[] = [];
  readonly #order: ResultOrder;
  readonly #marks = new MarksOfAll<FirstWithin>();
  #trouble: Done["trouble"] = null;
  /** Megabytes that would do for the largest group, as far as a sample of it tells. */
  #heaviest = 0;
  /** Megabytes that the data take, more than there are. */
  #least: number | null = null;

  constructor(job: Job, setup: WorkSetup, allowance: Allowance) {
    const { compiled, context, source } = job;
    this.#job = job;
    this.#setup = setup;
    this.#allowance = allowance;
    this.#passes = new BatchPasses(compiled, context);
    this.#sender = new Sender(this.#passes, this.#causes, (pass) => compiled.tables.cells[pass]!.subject);
    this.#order = new ResultOrder(compiled.tables, source.places);
    this.#stays = ranksOf(compiled.tables, source.subjects) + source.memory;
  }

  async run(): Promise<InPieces<BatchCounts> | Again> {
    const { stop, source, refusal } = this.#job;
    const { megabytes } = this.#allowance;
    const passes = this.#passes;
    const { plan, least } = planFor(this.#allowance, this.#stays);
    if (plan === null) return this.#tooLittle(least);
    this.#hire(plan);
    try {
      const tooHeavy = await this.#weigh(plan);
      if (tooHeavy !== null) return tooHeavy;
      for (let round = 0; round <= passes.rounds && !this.#isOver; round++) {
        const last = round === passes.rounds;
        await this.#round(round, last);
        if (round === 0 && !this.#isOver) {
          if (this.#ids.doubtful) this.#trouble = "ids";
          const { known, doubtful } = this.#marks;
          if (JSON.stringify(known) !== JSON.stringify(this.#setup.known))
            return { kind: "again", learnt: { known, doubtful: doubtful.map((d) => d.problem) } };
        }
        if (last || this.#isOver) continue;
        passes.settle();
        if (this.#needed() > this.#reserved && !(await this.#provide(this.#open))) continue;
        passes.endRound(
          (kind) => this.#order.of(kind),
          () => this.#heap.check(),
        );
        this.#told = this.#incoming.causes;
      }
    } catch (error) {
      if (error instanceof HeapExhausted)
        return this.#hasMoreAlone
          ? { kind: "again", learnt: { alone: true } }
          : exhausted(error, source, megabytes, Math.max(this.#heaviest, Math.ceil(megabytes * MORE)));
      throw error;
    } finally {
      // Their memory is for the writer from here on.
      await this.#dismiss();
    }
    if (stop.asked) return this.#stopped;
    if (this.#least !== null) return this.#tooLittle(this.#least);
    if (this.#trouble === "ids") return { kind: "whole", whole: worded("reason", "batch-ids"), ids: true };
    if (this.#trouble !== null) return { kind: "whole", whole: looseReason(this.#trouble) };
    return (await refusal()) ?? this.#finish();
  }

  get #inPartitions(): boolean {
    return "tables" in this.#job.source.frame;
  }

  get #isOver(): boolean {
    return this.#job.stop.asked || this.#trouble !== null || this.#least !== null;
  }

  get #stopped(): InPieces<never> {
    return { kind: "stopped", problem: problem("BF9029", {}), exitCode: this.#job.stop.exitCode };
  }

  async #finish(): Promise<InPieces<BatchCounts>> {
    const { told, stop, sink, order, progress } = this.#job;
    progress.writing(null);
    if (order !== null)
      for (const bytes of order.all()) {
        const failed = sink.add(bytes);
        if (failed !== null) told.add(failed);
        await stop.turn();
        if (failed !== null) return { kind: "pieces", of: this.#counts };
      }
    const heap = new SmallHeap(WRITING);
    const failed = await sink.finish({
      stopped: () => stop.asked,
      made: (rows) => {
        heap.check();
        progress.writing(rows);
      },
    });
    if (stop.asked) return this.#stopped;
    if (failed !== null && !told.has("BF4011")) told.add(failed);
    return { kind: "pieces", of: this.#counts };
  }

  // ─────────────────────────────── rounds ───────────────────────────────

  async #round(round: number, last: boolean): Promise<void> {
    const { source, progress, stop } = this.#job;
    this.#sender.begin(last ? null : round);
    let row = source.before;
    let piece = 0;
    let [before, readBefore] = [this.#open, 0];
    // What the data will come to, if what is left of them is like the last piece.
    let expected = before;
    let short = false;
    await eachPiece(source, this.#sender, {
      piece: (done, share) => {
        this.#trouble ??= done.trouble;
        if (stop.asked || this.#trouble !== null) return false;
        this.#sender.know(done.sizes);
        this.#incoming.begin();
        for (const of of done.gathered) this.#passes.add(this.#incoming.gathered(of));
        if (round === 0) this.#look(done, row, piece);
        if (done.report !== null && !this.#report(done.report, row, piece)) return false;
        row += done.rows;
        piece++;
        const now = this.#open;
        expected = expectedOf(before, now, readBefore, share);
        [before, readBefore] = [now, share];
        short = this.#needed() > this.#reserved && !this.#has(expected);
        this.#heap.check();
        progress.show({ round, rounds: this.#passes.rounds, share, rows: row });
        return true;
      },
      get pause() {
        return short;
      },
      paused: async () => {
        short = false;
        return this.#provide(expected);
      },
    });
  }

  /** @returns whether the next piece may come */
  #report(report: Report, row: number, piece: number): boolean {
    const { told, source, missing } = this.#job;
    told.addAll(report.problems, this.#inPartitions ? 0 : row);
    this.#counts.join(report.counts);
    const places = source.places?.(piece);
    if (report.missing !== null)
      missing?.add(report.missing, this.#inPartitions ? 0 : row, (i) => places?.[i] ?? piece);
    const failed = this.#write(report, piece);
    if (failed !== null) told.add(failed);
    return failed === null;
  }

  /** What only all pieces together tell. @param row rows of the file before the piece */
  #look({ marks, ids, sizes, owners }: Done, row: number, piece: number): void {
    const { source } = this.#job;
    const before = this.#inPartitions ? 0 : row;
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
    if (!this.#inPartitions) this.#ids.add(ids);
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
    order.add(body, lengths, source.places!(piece));
    return null;
  }

  // ─────────────────────────────── memory ───────────────────────────────

  #tooLittle(least: number): InPieces<never> {
    return { kind: "refused", problems: [problem("BF9041", { budget: this.#allowance.megabytes, least })] };
  }

  get #open(): OpenValues {
    const causes = this.#incoming.causes - this.#told;
    return { ...this.#passes.unsettled, causes, told: this.#told };
  }

  /** Megabytes that values that are not settled take by now. */
  #needed(): number {
    return unsettledOf(this.#open);
  }

  /** A group that cannot be cut is computed as a whole: whether there is room for the largest is known by some of it, before anything is computed. */
  async #weigh(plan: Plan): Promise<InPieces<never> | Again | null> {
    const { source } = this.#job;
    const heaviest = source.heaviest?.() ?? null;
    if (heaviest === null) return null;
    const { piece, rows, times } = heaviest;
    const asked = this.#hands[0]!.weigh({ weigh: { rows, first: false } });
    if (asked === null) return null;
    const heap = ((await asked) * times) / (1024 * 1024);
    this.#heaviest = leastFor(this.#allowance, this.#stays, heap * PERHAPS + BESIDES);
    if (heap * SURELY <= plan.heap.old) return null;
    const { plan: alone } = planFor({ ...this.#allowance, alone: true }, this.#stays);
    if (
      !this.#allowance.alone &&
      alone !== null &&
      alone.heap.old > plan.heap.old &&
      heap * SURELY <= alone.heap.old
    )
      return { kind: "again", learnt: { alone: true } };
    const { megabytes } = this.#allowance;
    const least = this.#heaviest;
    return least > megabytes ? exhausted({ piece }, source, megabytes, least) : null;
  }

  /** Whether one thread would have more than each has. */
  get #hasMoreAlone(): boolean {
    const { plan } = planFor({ ...this.#allowance, alone: true }, this.#stays + this.#reserved);
    return plan !== null && this.#plan !== null && plan.heap.old > this.#plan.heap.old;
  }

  /** Whether the threads there are leave room for so much; it is theirs no longer. */
  #has(expected: OpenValues): boolean {
    const megabytes = unsettledOf(expected);
    if (this.#plan === null || !fits(this.#allowance, this.#plan, this.#stays + megabytes)) return false;
    this.#reserved = megabytes;
    return true;
  }

  /**
   * Makes room for values that are not settled: the threads go, and others come with less memory. Where there is not enough for what
   * is expected there may be for what comes.
   * @returns false: there is not even enough for what there is
   */
  async #provide(expected: OpenValues): Promise<boolean> {
    const megabytes = unsettledOf(expected);
    const wanted = planFor(this.#allowance, this.#stays + megabytes);
    const most = this.#allowance.megabytes - planFor(this.#allowance, this.#stays).least;
    this.#reserved = wanted.plan === null ? most : megabytes;
    const { plan } = wanted.plan === null ? planFor(this.#allowance, this.#stays + most) : wanted;
    if (plan === null || this.#needed() > this.#reserved) {
      this.#least = wanted.least;
      return false;
    }
    await this.#dismiss();
    this.#hire(plan);
    return true;
  }

  #hire(plan: Plan): void {
    this.#plan = plan;
    this.#hands = handsFor(this.#setup, plan.threads, plan.heap);
    this.#sender.hire(this.#hands);
  }

  async #dismiss(): Promise<void> {
    await Promise.all(this.#hands.map((hand) => hand.end()));
    this.#hands = [];
  }
}

/** What there will be when all data have been read, from what there was before the last piece and after it. */
function expectedOf(before: OpenValues, now: OpenValues, readBefore: number, read: number): OpenValues {
  const left = read > readBefore ? Math.max(0, 1 - read) / (read - readBefore) : 0;
  return {
    slots: now.slots + (now.slots - before.slots) * left,
    named: now.named + (now.named - before.named) * left,
    causes: now.causes + (now.causes - before.causes) * left,
    compared: read > 0 ? now.compared / Math.min(1, read) : now.compared,
    passed: now.passed,
    told: now.told,
  };
}

const looseReason = ({ field = "", ...at }: DataPlace): WholeReason =>
  worded("reason", "batch-links", { field, place: placeText(at) });

/** Of what a sample tells, so much is needed at least, and so much at the most. */
const SURELY = 0.95;
const PERHAPS = 1.5;
/** Megabytes of the heap that are not for the group. */
const BESIDES = 64;
/** Where that was not enough either. */
const MORE = 1.2;
/** Megabytes that the heap may grow by while a file is made of what waits on disk. */
const WRITING = 48;
/** Scores are not of many different values; for more than these to be looked up would take what it saves. */
const SAME_NUMBERS = 1 << 15;
