import { historyStream, type PastStream } from "../../data/batch/streams/history.ts";
import { type ReadHistory, readHistory } from "../../data/history.ts";
import type { DataSchema } from "../../facts/data-schema.ts";
import { isLarge } from "./large.ts";

/** The files of `--history`: of a large one only the periods are kept, and its subjects come as a stream. */
export class PastFiles {
  readonly streams: PastStream[] = [];
  readonly #schema: DataSchema;
  readonly #all: boolean;
  /** Periods of the files so far. */
  #periods = 0;

  /** @param all of small files too */
  constructor(schema: DataSchema, all: boolean) {
    this.#schema = schema;
    this.#all = all;
  }

  /** What a file has, without the subjects of a stream. */
  read(path: string): ReadHistory {
    const stream = this.#all || isLarge(path) ? historyStream(path, this.#schema) : null;
    const read = stream?.read ?? readHistory(path, this.#schema);
    if (stream !== null && read.history !== null) this.streams.push({ stream, first: this.#periods });
    this.#periods += read.history?.length ?? 0;
    return read;
  }
}
