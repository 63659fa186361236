import { load } from "../../compiler/emit/load.ts";
import type { Measure } from "../../compiler/ir/ir.ts";
import { Unsplittable } from "../../data/batch/csv-batches.ts";
import { tellIds } from "../../data/batch/id-problems.ts";
import { Stopped } from "../../data/batch/pace.ts";
import type { WholeReason } from "../../data/batch/streams/stream.ts";
import { parseDataArgument } from "../../data/data-files.ts";
import { clearLeftovers } from "../../data/leftovers.ts";
import { SameFiles } from "../../data/same-files.ts";
import type { Scratch } from "../../data/scratch.ts";
import { BrokenText } from "../../data/unsplittable.ts";
import type { Language } from "../../diagnostics/message.ts";
import { worded } from "../../diagnostics/phrases.ts";
import { hasErrors, type Problem, problem } from "../../diagnostics/problem.ts";
import { dataSchemaOf } from "../../facts/data-schema.ts";
import { describeFactProblem } from "../../facts/fact-problems.ts";
import type { DataPositions } from "../../facts/positions.ts";
import { firstByData } from "../../runtime/batch-limits.ts";
import { cohortResult, settleCohort } from "../../runtime/evaluate.ts";
import type { Options } from "../command.ts";
import { listOption, readSettings, textOption } from "../evaluation.ts";
import { outFormat } from "../outputs.ts";
import type { Session } from "../session.ts";
import { NOTHING_LEARNT } from "./again.ts";
import { type Allowance, DEFAULT_BUDGET, megabytes } from "./budget.ts";
import { BatchCounts } from "./counts.ts";
import { READING, SmallHeap } from "./heap.ts";
import { InOrder } from "./in-order.ts";
import type { BatchOutcome, Ended, NeedsWhole } from "./outcome.ts";
import { PastFiles } from "./past.ts";
import { Progress } from "./progress.ts";
import { openSink } from "./results/open-sink.ts";
import { type ResultSink, whyUnwritten } from "./results/sink.ts";
import { piecesOf } from "./source.ts";
import { Stop } from "./stop.ts";
import { MissingFacts } from "./strict.ts";
import { Told } from "./told.ts";
import { Work } from "./work.ts";

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
  const files = new SameFiles([
    ...listOption(options.data).map((argument) => parseDataArgument(argument).path),
    ...listOption(options.history),
  ]);
  const changed = (): Ended | null => {
    const file = files.changed();
    return file === null ? null : { kind: "refused", problems: [problem("BF9046", {}, { data: { file } })] };
  };
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
      await tellIds(listOption(options.data).map(parseDataArgument), schema, stop, (p) => rows.add(p));
    return otherwise(whole, rows.problems());
  };

  // Heard before there is anything that could be left behind.
  const left: { sink?: ResultSink; order?: InOrder; scratch?: Scratch; behind: readonly Problem[] } = {
    behind: [],
  };
  const progress = new Progress(s, language);
  const heap = new SmallHeap(READING, 1);
  const stop = new Stop(
    () => {
      left.sink?.abandon();
      left.order?.close();
      left.scratch?.remove();
    },
    (path, share) => {
      heap.check();
      progress.looked(path, share);
    },
  );
  try {
    const pieces = await piecesOf(
      {
        ...{ data: listOption(options.data), schema, compiled, out, ...(rows !== undefined && { rows }) },
        past: past.streams,
        duckdb: options.reader === "duckdb",
        pace: stop,
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
    const names = clearLeftovers(out);
    if (names.length > 0) left.behind = [problem("BF9045", { names })];
    try {
      const { kinds } = source;
      const empty = cohortResult(compiled, settleCohort(compiled, {}, context).context, []);
      const encode = { format, language, kinds };
      const allowance: Omit<Allowance, "alone"> = {
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
        const all = () => [...left.behind, ...source.notes, ...told.problems(), ...settings.problems];
        const refusal = async (): Promise<Ended | null> => {
          const other = changed();
          if (other !== null || missing === null) return other;
          await missing.tell(source, schema, told);
          const count = all().filter((p) => p.severity === "error").length + told.unlisted;
          return count > 0 ? { kind: "refused", problems: all(), sum: problem("BF9024", { count }) } : null;
        };
        const own = { told, sink, order, missing, refusal };
        const ended = await new Work(
          { source, compiled, context, progress, stop, ...own },
          { measure, context, frame: source.frame, encode, known, strict },
          { ...allowance, alone },
        ).run();
        if (ended.kind === "again") {
          sink.abandon();
          order?.discard();
          learnt = { ...learnt, ...ended.learnt };
          continue;
        }
        if (ended.kind === "whole") return await instead(ended);
        if (ended.kind !== "pieces") return ended;
        // Of partitions the tables without rows are known beforehand.
        const none =
          ended.of.subjects === 0 && !("tables" in source.frame) ? [nobody(source.frame.path)] : [];
        return { kind: "done", run: { counts: ended.of, problems: [...none, ...all()], out } };
      }
    } finally {
      source.close();
    }
  } catch (error) {
    if (error instanceof Stopped)
      return { kind: "stopped", problem: problem("BF9029", {}), exitCode: stop.exitCode };
    const other = changed();
    if (other !== null) return other;
    if (error instanceof BrokenText) {
      const { path, line } = error;
      return otherwise(worded("reason", BROKEN[error.is], { path, line }));
    }
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

const nobody = (file: string): Problem => problem("BF4034", {}, { data: { file } });

const BROKEN = { "endless-row": "batch-endless-row", "no-text": "batch-no-text" } as const;

const NOWHERE = (schema: DataPositions["schema"]): DataPositions => ({
  schema,
  place: () => ({ file: "" }),
  firstRow: () => null,
});
