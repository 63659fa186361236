import { AtomicFile } from "../../../data/atomic-write.ts";
import { openDuckdb } from "../../../data/duckdb.ts";
import { parquetColumns, writeParquet } from "../../../data/parquet-out.ts";
import { errorCode } from "../../../data/read-text.ts";
import { Scratch } from "../../../data/scratch.ts";
import { type Problem, problem } from "../../../diagnostics/problem.ts";
import { DUCKDB } from "../budget.ts";
import { type EncodeSetup, flatColumns } from "./encode.ts";
import { type ResultSink, type SinkInput, UNHURRIED } from "./sink.ts";

/** Parquet: rows wait as text on disk until DuckDB makes the file of them. */
export class ParquetSink implements ResultSink {
  readonly #path: string;
  readonly #scratch: Scratch;
  readonly #rows: AtomicFile;
  readonly #columns: ReturnType<typeof parquetColumns>;

  private constructor(
    path: string,
    scratch: Scratch,
    rows: AtomicFile,
    setup: EncodeSetup,
    input: SinkInput,
  ) {
    this.#path = path;
    this.#scratch = scratch;
    this.#rows = rows;
    this.#columns = parquetColumns(input.tables, flatColumns(input.tables, setup.kinds));
  }

  static async open(path: string, setup: EncodeSetup, input: SinkInput): Promise<ParquetSink | Problem> {
    const data = { file: path };
    const connection = await openDuckdb(DUCKDB, 1);
    if (connection === null) return problem("BF9026", { file: path }, { data });
    connection.closeSync();
    const scratch = Scratch.beside(path);
    if ("code" in scratch) return scratch;
    const rows = AtomicFile.open(scratch.path(ROWS));
    if (!("code" in rows)) return new ParquetSink(path, scratch, rows, setup, input);
    scratch.remove();
    return rows;
  }

  add(parts: Uint8Array): Problem | null {
    return this.#rows.write(parts);
  }

  async finish(pace = UNHURRIED): Promise<Problem | null> {
    const failed = this.#rows.commit();
    if (failed !== null) {
      this.abandon();
      return failed;
    }
    const path = this.#path;
    try {
      await writeParquet({
        from: this.#scratch.path(ROWS),
        temporary: this.#scratch.path("parquet"),
        to: path,
        columns: this.#columns,
        memory: DUCKDB,
        stopped: () => pace.stopped(),
      });
      return null;
    } catch (error) {
      const reason = errorCode(error).split("\n", 1)[0] ?? "";
      return problem("BF4011", { path, reason }, { data: { file: path } });
    } finally {
      this.#scratch.remove();
    }
  }

  abandon(): void {
    this.#rows.abandon();
    this.#scratch.remove();
  }
}

const ROWS = "rows";
