import type { Pace } from "../../data/batch/pace.ts";
import { partitioned } from "../../data/batch/partitions.ts";
import { type PieceSource, pieceSource } from "../../data/batch/piece-source.ts";
import type { PastStream } from "../../data/batch/streams/history.ts";
import type { WholeReason } from "../../data/batch/streams/stream.ts";
import { tableStreams } from "../../data/batch/table-stream.ts";
import { parseDataArgument } from "../../data/data-files.ts";
import { Scratch } from "../../data/scratch.ts";
import { worded } from "../../diagnostics/phrases.ts";
import type { DataSchema } from "../../facts/data-schema.ts";
import { oneRowEach } from "../../runtime/batch-limits.ts";
import type { CompiledMeasure } from "../../runtime/compiled.ts";
import { DUCKDB } from "./budget.ts";
import type { InPieces } from "./outcome.ts";

/** The data of a run in pieces: those of one file as they stand there, others by the subjects that they speak of. */

export interface SourceRequest {
  readonly data: readonly string[];
  readonly schema: DataSchema;
  readonly compiled: CompiledMeasure;
  /** The file of results, beside which rows may wait. */
  readonly out: string;
  /** Results of earlier periods that go where their subjects are. */
  readonly past: readonly PastStream[];
  /** CSV is read by DuckDB as well. */
  readonly duckdb: boolean;
  /** About how many rows a piece has, where it is not to be as it is best. */
  readonly rows?: number;
  readonly pace: Pace;
  readonly progress: (share: number, rows: number) => void;
}

export interface Pieces {
  readonly source: PieceSource;
  /** Where more can wait beside it. */
  readonly scratch: Scratch | null;
}

/** @param hold is given the folder on disk as soon as there is one, so that it goes whatever happens */
export async function piecesOf(
  request: SourceRequest,
  hold: (scratch: Scratch) => void,
): Promise<InPieces<Pieces>> {
  const { data, schema, compiled, out, past, duckdb, pace, progress } = request;
  const inputs = data.map(parseDataArgument);
  const chunk = request.rows === undefined ? {} : { chunk: request.rows * ROW };
  const options = { duckdb, memory: DUCKDB, pace, ...chunk };
  const [only, ...others] = inputs;
  if (only !== undefined && others.length === 0 && past.length === 0 && oneRowEach(compiled)) {
    const source = await pieceSource(only, schema, options);
    if (source !== null && "code" in source) return { kind: "refused", problems: [source] };
    if (source !== null) return { kind: "pieces", of: { source, scratch: null } };
  }
  if (inputs.length === 0) return whole(worded("reason", "batch-no-data"));
  const opened = await tableStreams(inputs, schema, options);
  if ("whole" in opened) return whole(opened.whole);
  if ("problem" in opened) return { kind: "refused", problems: [opened.problem] };
  const { tables } = opened;
  const close = () => tables.forEach((table) => void table.close());
  const scratch = Scratch.beside(out, "rows");
  if ("code" in scratch) {
    close();
    return { kind: "refused", problems: [scratch] };
  }
  hold(scratch);
  try {
    const rows = request.rows === undefined ? {} : { rows: request.rows };
    const made = await partitioned(tables, schema, {
      path: scratch.path("rows"),
      ...rows,
      past,
      pace,
      progress,
    });
    if ("source" in made) return { kind: "pieces", of: { source: made.source, scratch } };
    close();
    return { kind: "whole", ...made };
  } catch (error) {
    close();
    throw error;
  }
}

/** Bytes of a row, about. */
const ROW = 32;

const whole = (why: WholeReason): InPieces<never> => ({ kind: "whole", whole: why });
