import { AtomicFile } from "../../../data/atomic-write.ts";
import { Scratch } from "../../../data/scratch.ts";
import type { Problem } from "../../../diagnostics/problem.ts";
import type { PageFacts } from "../../../report/results/page-facts.ts";
import { PageGatherer } from "../../../report/results/page-gather.ts";
import type { MeasureView } from "../../../report/results/view.ts";
import type { SubjectResult } from "../../../runtime/result.ts";
import { type EncodeSetup, FIGURES_LINE, FIRST_TABLE, SUBJECT_LINE } from "./encode.ts";
import { linesOf } from "./lines.ts";
import { RowFile } from "./row-file.ts";
import { type ResultSink, type SinkInput, whyUnwritten } from "./sink.ts";

type PageModule = typeof import("../../../report/results/page.ts");

/** A page: the figures add up as subjects go by, lists wait on disk until they can be put in order. */
export class PageSink implements ResultSink {
  readonly #path: string;
  readonly #file: AtomicFile;
  readonly #scratch: Scratch;
  readonly #view: MeasureView;
  readonly #stores: RowFile[] = [];
  readonly #page: PageModule;
  readonly #all: PageGatherer;

  private constructor(path: string, file: AtomicFile, scratch: Scratch, view: MeasureView, page: PageModule) {
    this.#path = path;
    this.#file = file;
    this.#scratch = scratch;
    this.#view = view;
    this.#page = page;
    this.#all = new PageGatherer(view, { limit: page.EXPLAINED, by: null }, (list) => {
      const store = new RowFile(scratch.path(String(list)), true);
      this.#stores.push(store);
      return store;
    });
  }

  static async open(path: string, setup: EncodeSetup, input: SinkInput): Promise<PageSink | Problem> {
    // It brings the charts with it.
    const page = await import("../../../report/results/page.ts");
    const file = AtomicFile.open(path);
    if ("code" in file) return file;
    const scratch = Scratch.beside(path);
    if ("code" in scratch) {
      file.abandon();
      return scratch;
    }
    const { measure, tables, empty } = input;
    const view = { head: empty, measure, tables, language: setup.language };
    return new PageSink(path, file, scratch, view, page);
  }

  add(parts: Uint8Array): Problem | null {
    let whole: Buffer | null = null;
    try {
      for (const [to, line] of linesOf(parts))
        if (to === SUBJECT_LINE) whole = line;
        else if (to !== FIGURES_LINE) this.#all.addRow(to - FIRST_TABLE, line);
        else {
          const subject = whole;
          this.#all.add(JSON.parse(line.toString("utf8")) as PageFacts, () => {
            const text = subject?.toString("utf8") ?? "";
            return () => JSON.parse(text) as SubjectResult;
          });
        }
      return null;
    } catch (error) {
      return this.#failed(error);
    }
  }

  async finish(): Promise<Problem | null> {
    try {
      const failed = this.#file.write(this.#page.pageOf(this.#view, this.#all)) ?? this.#file.commit();
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

  #failed(error: unknown): Problem | null {
    this.abandon();
    return whyUnwritten(error, this.#path);
  }

  #clear(): void {
    for (const store of this.#stores) store.close();
    this.#scratch.remove();
  }
}
