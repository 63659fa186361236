import { load } from "../compiler/emit/load.ts";
import type { Measure } from "../compiler/ir/ir.ts";
import { AtomicFile } from "../data/atomic-write.ts";
import { Unsplittable } from "../data/batch/csv-batches.ts";
import { type BatchSource, batchSource, merged, type TableBatch } from "../data/batch/table-batches.ts";
import { parseDataArgument } from "../data/data-files.ts";
import { resultCsv, resultJson } from "../data/results-out.ts";
import type { Language } from "../diagnostics/message.ts";
import { hasErrors, type Problem, problem } from "../diagnostics/problem.ts";
import { dataSchemaOf } from "../facts/data-schema.ts";
import { describeFactProblem } from "../facts/fact-problems.ts";
import type { DataPositions, FactPlace, ParameterPositions } from "../facts/positions.ts";
import { BatchEvaluation, batchable } from "../runtime/batch.ts";
import type { CohortResult, SubjectResult } from "../runtime/result.ts";
import { BatchCounts } from "./batch-summary.ts";
import type { Options } from "./command.ts";
import { listOption, readSettings, textOption } from "./evaluation.ts";
import { outFormat } from "./outputs.ts";
import { Progress } from "./progress.ts";
import type { Session } from "./session.ts";

/**
 * `banfa run` over a file that need not fit into memory: rows come in batches and their results go out, and only what
 * ranks are made of stays. Whatever cannot be done so is done in the ordinary way, with the same result.
 */

export interface BatchRun {
  readonly counts: BatchCounts;
  readonly problems: readonly Problem[];
  readonly out: string;
}

/** null: the ordinary way is to be taken; `notes` says why, where batches were asked for. */
export async function runInBatches(
  s: Session,
  measure: Measure,
  options: Options,
  language: Language,
): Promise<{ readonly run: BatchRun | null; readonly notes: readonly Problem[]; readonly stopped?: true }> {
  const asked = options.batch === true;
  const refused = (reason: string, reasonEn: string) => ({
    run: null,
    notes: asked ? [problem("BF9028", { reason, reasonEn })] : [],
  });
  const inputs = listOption(options.data).map(parseDataArgument);
  const [input, ...others] = inputs;
  const out = textOption(options.out);
  const format = outFormat(options);
  if (
    out === undefined ||
    (format !== "csv" && format !== "json") ||
    options.strict === true ||
    options.markErrors !== undefined
  ) {
    return refused(
      "要把结果写成 .csv 或 .json，而且不带 --strict、--mark-errors",
      "it needs --out with .csv or .json, without --strict and --mark-errors",
    );
  }
  const schema = dataSchemaOf(measure);
  const compiled = load(measure);
  if (!batchable(compiled)) {
    return refused(
      "这个办法有记录、历年数据或者互相引用",
      "the measure has records, values of earlier years or links",
    );
  }
  const source = input === undefined || others.length > 0 ? null : batchSource(input, schema);
  if (source === null)
    return refused(
      "数据不是一个可以分段读的 CSV 文件",
      "the data are not one CSV file that can be read in pieces",
    );
  const settings = readSettings(options, schema, language);
  if (!settings.ok || (settings.unusable && hasErrors(settings.problems))) return { run: null, notes: [] };

  const kindIndex = compiled.tables.subjects.findIndex((k) => k.name === source.kind.name);
  const evaluation = new BatchEvaluation(compiled, settings.context);
  const progress = new Progress(s, language, evaluation.rounds + 1);
  const stop = new Stop();
  const file = AtomicFile.open(out);
  if ("code" in file) return { run: { counts: new BatchCounts(), problems: [file], out }, notes: [] };
  try {
    for (let round = 0; round < evaluation.rounds; round++) {
      await eachBatch(source, round, progress, stop, ({ builder }, start) => {
        evaluation.collect(builder.cohort(), startsOf(kindIndex, start));
        return evaluation.trouble === null;
      });
      if (stop.asked || evaluation.trouble !== null) break;
      evaluation.endRound();
    }
    const writer = new ResultWriter(file, format === "csv", language);
    const counts = new BatchCounts();
    const problems: Problem[] = [];
    const ids = new Ids();
    if (!stop.asked && evaluation.trouble === null) {
      await eachBatch(source, evaluation.rounds, progress, stop, (batch, start) => {
        const done = evaluation.report(batch.builder.cohort(), startsOf(kindIndex, start));
        problems.push(...batch.problems, ...said(done.problems, batch.builder, start, settings.positions));
        counts.add(done.subjects);
        for (const subject of done.subjects) ids.add(subject.id);
        const failed = writer.add(evaluation.head()!, done.subjects);
        if (failed !== null) problems.push(failed);
        return failed === null && evaluation.trouble === null;
      });
    }
    if (stop.asked) {
      file.abandon();
      return { run: null, notes: [problem("BF9029", {})], stopped: true };
    }
    if (evaluation.trouble !== null || writer.uneven || ids.doubtful) {
      file.abandon();
      return refused(
        "编号或者百分数要看全部数据才能判断",
        "ids or percentages can be judged only with all data at hand",
      );
    }
    const head = evaluation.head();
    if (head === null) {
      file.abandon();
      return refused("没有数据", "there are no data");
    }
    const failed = writer.finish(head) ?? file.commit();
    if (failed !== null && !problems.some((p) => p.code === "BF4011")) problems.push(failed);
    return {
      run: { counts, problems: [...source.notes, ...merged(problems), ...settings.problems], out },
      notes: [],
    };
  } catch (error) {
    file.abandon();
    if (!(error instanceof Unsplittable)) throw error;
    return refused(
      "文件里的引号或者编码要看全文才能判断",
      "its quotes or its encoding can be judged only with the whole text at hand",
    );
  } finally {
    progress.end();
    stop.end();
  }
}

function startsOf(kind: number, start: number): number[] {
  const starts: number[] = [];
  starts[kind] = start;
  return starts;
}

/** @param visit false: enough */
async function eachBatch(
  source: BatchSource,
  round: number,
  progress: Progress,
  stop: Stop,
  visit: (batch: TableBatch, start: number) => boolean,
): Promise<void> {
  let start = 0;
  for (const batch of source.batches()) {
    if (batch.rows > 0 || batch.problems.length > 0) {
      if (!visit(batch, start)) return;
      start += batch.rows;
    }
    progress.show(round, batch.share, start);
    // Lets a Ctrl-C be heard.
    await new Promise((resolve) => setImmediate(resolve));
    if (stop.asked) return;
  }
}

/** What is wrong with facts of a batch; subjects are numbered from the first of the file. */
function said(
  found: ReturnType<BatchEvaluation["report"]>["problems"],
  builder: DataPositions,
  start: number,
  parameters: ParameterPositions | null,
): Problem[] {
  const own = found.filter((p) => start === 0 || p.index >= 0);
  const shifted: DataPositions = {
    schema: builder.schema,
    place: (at: FactPlace) => builder.place({ ...at, index: at.index - start }),
    firstRow: (kind, id) => builder.firstRow(kind, id),
  };
  return own.map((p) =>
    describeFactProblem(p.index < 0 ? p : { ...p, index: p.index + start }, shifted, parameters),
  );
}

/** Ctrl-C stops at the next batch; a second one at once. */
class Stop {
  asked = false;
  readonly #hear = () => {
    this.asked = true;
    process.off("SIGINT", this.#hear);
  };

  constructor() {
    process.on("SIGINT", this.#hear);
    process.on("SIGTERM", this.#hear);
  }

  end(): void {
    process.off("SIGINT", this.#hear);
    process.off("SIGTERM", this.#hear);
  }
}

/** Whether an id occurs twice, by eight bytes each; two ids that only look alike so are a doubt too. */
class Ids {
  #hashes = new Float64Array(1 << 16);
  #size = 0;

  add(id: string): void {
    if (this.#size === this.#hashes.length) {
      const larger = new Float64Array(this.#size * 2);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#hashes[this.#size++] = hash(id);
  }

  get doubtful(): boolean {
    const sorted = this.#hashes.subarray(0, this.#size).sort();
    for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) return true;
    return false;
  }
}

/** 53 bits of two mixed products. */
function hash(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** The pieces of a result, batch after batch, as they are when all subjects are there at once. */
class ResultWriter {
  readonly #file: AtomicFile;
  readonly #csv: boolean;
  readonly #language: Language;
  #header: string | null = null;
  /** Batches would have different columns. */
  uneven = false;

  constructor(file: AtomicFile, csv: boolean, language: Language) {
    this.#file = file;
    this.#csv = csv;
    this.#language = language;
  }

  add(head: CohortResult, subjects: readonly SubjectResult[]): Problem | null {
    if (subjects.length === 0) return null;
    const pieces = [...this.#pieces(head, subjects)];
    const first = this.#header === null;
    const header = pieces.shift()!;
    this.#header ??= header;
    this.uneven ||= header !== this.#header;
    if (!this.#csv) {
      pieces.pop();
      if (!first && pieces.length > 0) pieces[0] = `,${pieces[0]}`;
    }
    return this.#file.write((first ? header : "") + pieces.join(""));
  }

  finish(head: CohortResult): Problem | null {
    const pieces = [...this.#pieces(head, [])];
    if (this.#header === null) return this.#file.write(pieces.join(""));
    return this.#csv ? null : this.#file.write("\n  ]\n}\n");
  }

  #pieces(head: CohortResult, subjects: readonly SubjectResult[]): Generator<string> {
    const result = { ...head, subjects };
    return this.#csv ? resultCsv(result, this.#language) : resultJson(result);
  }
}
