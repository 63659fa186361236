import type { Problem } from "../../../diagnostics/problem.ts";
import type { DataSchema } from "../../../facts/data-schema.ts";
import type { MissingColumns } from "../../cohort.ts";
import type { TableTarget } from "../../csv-header.ts";
import type { DocumentPath } from "../../document.ts";
import type { DataInput } from "../../input-target.ts";
import type { TableWhere } from "../../places.ts";
import type { PlainCells } from "../../workbook/plain-cells.ts";
import type { Pace } from "../pace.ts";

/** A table of an input file, some rows at a time; as often as asked. */
export interface TableStream {
  readonly where: TableWhere;
  readonly target: TableTarget;
  readonly header: readonly string[];
  /** From 1. */
  readonly headerRow: number;
  /** What is said of the file and its title before anything about its header. */
  readonly notes: readonly Problem[];
  /** About how many rows follow the header. */
  readonly rows: number;
  /** Bytes that stay in memory of its file, told by one of the tables in it. */
  readonly kept?: number;
  /** Of a document, which has no header. */
  readonly document?: DocumentList;
  /** The rows under the header, in the order of the table; `share` is how much has been read, 0 to 1. @throws Unsplittable */
  stream(): AsyncGenerator<StreamedRows>;
  close(): void;
}

export interface StreamedRows {
  readonly rows: readonly StreamedRow[];
  readonly share: number;
}

/** Plain data: goes to disk as a line of JSON, and to threads. */
export interface StreamedRow {
  /** Its number in the table, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Of a sheet: what the cells are besides their texts. */
  readonly sheet?: PlainCells;
  /** Of a document: the subject; the only cell is its id. */
  readonly subject?: DocumentSubject;
}

/** A subject as it is written in a document, its records included. */
export interface DocumentSubject {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Whom it or one of its records is linked with. */
  readonly links: readonly { readonly kind: string; readonly id: string }[];
}

/** What is known of all subjects of a list in a document; plain data. */
export interface DocumentList {
  /** Where in the document it stands. */
  readonly path: DocumentPath;
  /** Fields that some subject has. */
  readonly fields: readonly string[];
  readonly missing: MissingColumns | null;
}

export interface StreamOptions {
  /** Megabytes that DuckDB may take, where it reads. */
  readonly memory: number;
  /** Bytes of a text that are read at once. */
  readonly chunk?: number;
  readonly pace: Pace;
}

/** Why a file is only read as a whole. */
export interface WholeReason {
  readonly reason: string;
  readonly reasonEn: string;
}

export type NoStreams =
  /** Read as a whole, the same files may be all right. */
  | { readonly whole: WholeReason }
  /** A file that cannot be read or understood in whatever way; there may be more to say about the others. */
  | { readonly problem: Problem };

export type TableStreams = { readonly tables: readonly TableStream[] } | NoStreams;

/** One file of a run, with what is known of it before it is opened. */
export interface StreamInput {
  readonly input: DataInput;
  readonly schema: DataSchema;
  readonly options: StreamOptions;
}
