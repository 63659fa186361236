import { AtomicFile } from "../../../data/atomic-write.ts";
import { Scratch } from "../../../data/scratch.ts";
import { writeLargeWorkbook } from "../../../data/workbook/write-large.ts";
import type { Problem } from "../../../diagnostics/problem.ts";
import { Figures, type SubjectFigures } from "../../../report/results/figures.ts";
import { TableGatherer } from "../../../report/results/gather.ts";
import { resultMarkdown } from "../../../report/results/markdown.ts";
import { figureTables, tablePlans } from "../../../report/results/tables.ts";
import type { MeasureView } from "../../../report/results/view.ts";
import { RESULT_WORDS } from "../../../report/results/words.ts";
import { type EncodeSetup, FIGURES_LINE, FIRST_TABLE } from "./encode.ts";
import { linesOf } from "./lines.ts";
import { RowFile } from "./row-file.ts";
import { sheetOf } from "./sheets.ts";
import { type Pace, type ResultSink, type SinkInput, UNHURRIED, Unwritten, whyUnwritten } from "./sink.ts";

/** Workbooks and Markdown: the rows of each table wait on disk until all subjects are known. */
export class TableSink implements ResultSink {
  readonly #path: string;
  readonly #file: AtomicFile;
  readonly #scratch: Scratch;
  readonly #view: MeasureView;
  readonly #workbook: boolean;
  readonly #stores: readonly RowFile[];
  readonly #tables: readonly TableGatherer[];
  readonly #figures = new Figures();

  private constructor(
    path: string,
    file: AtomicFile,
    scratch: Scratch,
    setup: EncodeSetup,
    input: SinkInput,
  ) {
    const { tables, measure, empty } = input;
    this.#path = path;
    this.#file = file;
    this.#scratch = scratch;
    this.#workbook = setup.format === "xlsx";
    this.#view = { head: empty, measure, tables, language: setup.language };
    const plans = tablePlans(this.#view, setup.kinds);
    this.#stores = plans.map((p, i) => new RowFile(scratch.path(String(i)), p.order.by !== "given"));
    this.#tables = plans.map((p, i) => new TableGatherer(p, this.#stores[i]!));
  }

  static open(path: string, setup: EncodeSetup, input: SinkInput): TableSink | Problem {
    const file = AtomicFile.open(path);
    if ("code" in file) return file;
    const scratch = Scratch.beside(path);
    if (!("code" in scratch)) return new TableSink(path, file, scratch, setup, input);
    file.abandon();
    return scratch;
  }

  add(parts: Uint8Array): Problem | null {
    try {
      for (const [to, line] of linesOf(parts))
        if (to === FIGURES_LINE) this.#figures.add(JSON.parse(line.toString("utf8")) as SubjectFigures);
        else this.#tables[to - FIRST_TABLE]!.add(line);
      return null;
    } catch (error) {
      return this.#failed(error);
    }
  }

  async finish(pace = UNHURRIED): Promise<Problem | null> {
    const present = this.#view.measure.subjects
      .map((k) => k.name)
      .filter((name) => this.#figures.countOf(name) > 0);
    try {
      const figures = figureTables(this.#view, this.#figures);
      const tables = this.#tables.flatMap((t) => t.table(present) ?? []);
      const { head, language } = this.#view;
      const title = head.measure.title ?? head.measure.name;
      if (this.#workbook) {
        const sheets = [...figures.map((t) => ({ ...t, size: [...t.rows()].length })), ...tables].map((t) =>
          sheetOf(t, RESULT_WORDS[language], pace),
        );
        const period = head.period ?? RESULT_WORDS[language].year(head.year);
        await writeLargeWorkbook((bytes) => this.#write(bytes), sheets, { title: `${title} ${period}` });
      } else await this.#markdown(resultMarkdown(title, [...figures, ...tables]), pace);
      const failed = this.#file.commit();
      this.#clear();
      return failed;
    } catch (error) {
      return this.#failed(error);
    }
  }

  abandon(): void {
    this.#file.abandon();
    this.#clear();
  }

  async #markdown(pieces: Iterable<string>, pace: Pace): Promise<void> {
    let text = "";
    let made = 0;
    for (const piece of pieces) {
      text += piece;
      pace.made(++made);
      if (text.length < BATCH) continue;
      this.#write(Buffer.from(text, "utf8"));
      text = "";
      // Lets a Ctrl-C be heard.
      await new Promise((resolve) => setImmediate(resolve));
      if (pace.stopped()) throw new Unwritten(null);
    }
    this.#write(Buffer.from(text, "utf8"));
  }

  #write(bytes: Uint8Array): void {
    const failed = this.#file.write(bytes);
    if (failed !== null) throw new Unwritten(failed);
  }

  #failed(error: unknown): Problem | null {
    this.abandon();
    return whyUnwritten(error, this.#path);
  }

  #clear(): void {
    for (const store of this.#stores) store.close();
    this.#scratch.remove();
  }
}

/** Characters written at once. */
const BATCH = 1 << 18;
