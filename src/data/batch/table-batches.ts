import type { Problem } from "../../diagnostics/problem.ts";
import { problem } from "../../diagnostics/problem.ts";
import { type DataSchema, type KindSchema, spellings } from "../../facts/data-schema.ts";
import { fold } from "../cells.ts";
import { CohortBuilder } from "../cohort.ts";
import { kindOfTable } from "../csv.ts";
import { tableTarget } from "../csv-header.ts";
import { eachRow, findHeader } from "../csv-table.ts";
import type { DataInput } from "../data-files.ts";
import { Table } from "../table.ts";
import { type CsvFile, csvPieces, inspectCsv, Unsplittable } from "./csv-batches.ts";

/** The subjects of a large table, some thousand at a time, each batch with its own way back to the file. */

export interface TableBatch {
  readonly kind: KindSchema;
  readonly builder: CohortBuilder;
  readonly rows: number;
  readonly problems: readonly Problem[];
  /** How much of the file has been read, 0 to 1. */
  readonly share: number;
}

export interface BatchSource {
  readonly file: CsvFile;
  readonly kind: KindSchema;
  readonly notes: readonly Problem[];
  /** Every call goes through the file anew. @throws Unsplittable */
  batches(): Generator<TableBatch>;
}

/** Subjects evaluated together: enough that the program runs warm, few enough to be forgotten soon. */
const BATCH = 1000;

/** null: a file that is read as a whole. */
export function batchSource(input: DataInput, schema: DataSchema): BatchSource | null {
  const { path, list } = input;
  if (list !== null || !/\.(?:csv|tsv|txt)$/i.test(path)) return null;
  const file = inspectCsv(path);
  if (file === null) return null;
  const first = firstPiece(path, file);
  if (first === null) return null;
  const kind =
    input.kind === null
      ? schema.kinds.length === 1
        ? (schema.kinds[0] ?? null)
        : kindOfTable(first, schema)
      : (schema.kinds.find((k) => k.name === input.kind) ?? null);
  const target = kind === null ? null : tableTarget(kind, null);
  if (kind === null || target === null) return null;
  const known = new Set([...target.columns.flatMap(spellings), ...target.keys].map(fold));
  const start = findHeader(first, known, new Set(target.keys.map(fold)));
  const { headerRow, delimiter } = start;
  if (headerRow === null) return null;
  const data = { file: path };
  const title = start.title.slice(0, 40);
  const notes = [
    ...(file.encoding === "UTF-8" ? [] : [problem("BF4008", { path, encoding: file.encoding }, { data })]),
    ...(headerRow === 1
      ? []
      : [
          problem(
            "BF4029",
            { header: headerRow, count: headerRow - 1, title },
            { data: { ...data, row: 1 } },
          ),
        ]),
  ];
  return {
    file,
    kind,
    notes,
    *batches() {
      let header: readonly string[] | null = null;
      let row = 0;
      let read = 0;
      for (const piece of csvPieces(path, file)) {
        const [before, now] = [read, piece.read];
        read = now;
        const lines: (readonly string[])[] = [];
        const start = row;
        if (piece.text === "") {
          // One blank row.
          row++;
          continue;
        }
        eachRow(piece.text, delimiter, (cells, _, badQuote) => {
          // After a quote without a partner, where rows end depends on the whole file.
          if (badQuote) throw new Unsplittable();
          lines.push(cells);
          row++;
        });
        for (let from = 0; from < lines.length; from += BATCH) {
          const builder = new CohortBuilder(schema);
          const table = new Table({ file: path }, target, builder);
          const first = header === null;
          if (header !== null) table.header(header, headerRow);
          const to = Math.min(lines.length, from + BATCH);
          for (let i = from; i < to; i++) {
            const number = start + i + 1;
            if (number === headerRow) {
              header = lines[i]!;
              table.header(header, headerRow);
            } else if (number > headerRow) table.row({ cells: lines[i]! }, number);
          }
          const found = [...table.finish(), ...builder.problems()];
          const problems = first ? found : found.filter((p) => p.data?.row !== headerRow);
          const rows = builder.cohort()[kind.name]?.length ?? 0;
          const share = (before + ((now - before) * to) / lines.length) / file.size;
          yield { kind, builder, rows, problems: problems.filter((p) => p.code !== "BF4034"), share };
        }
      }
    },
  };
}

function firstPiece(path: string, file: CsvFile): string | null {
  try {
    for (const piece of csvPieces(path, file)) return piece.text;
  } catch (error) {
    if (!(error instanceof Unsplittable)) throw error;
  }
  return null;
}

/** Messages that each batch gives for itself, as one: rows that are too short. */
export function merged(problems: readonly Problem[]): Problem[] {
  const short = problems.filter((p) => p.code === "BF4027");
  if (short.length < 2) return [...problems];
  const count = short.reduce((sum, p) => sum + Number(p.parameters.count), 0);
  const one: Problem = { ...short[0]!, parameters: { ...short[0]!.parameters, count } };
  return [...problems.filter((p) => p.code !== "BF4027"), one];
}
