import { addDocumentRows } from "../../src/data/batch/document-rows.ts";
import { UNHEARD } from "../../src/data/batch/pace.ts";
import { restoreRow, type StreamedRow, tableStreams } from "../../src/data/batch/table-stream.ts";
import { CohortBuilder } from "../../src/data/cohort.ts";
import { type DataFiles, type DataInput, readDataFiles } from "../../src/data/data-files.ts";
import { Table } from "../../src/data/table.ts";
import type { DataSchema } from "../../src/facts/data-schema.ts";
import type { FactPlace } from "../../src/facts/positions.ts";

/** What reading files came to, in a form that can be compared: facts, what was said, and the place of every fact. */
export function told({ cohort, positions, problems }: Omit<DataFiles, "unreadable">) {
  const places: unknown[] = [];
  for (const [kind, subjects] of Object.entries(cohort))
    subjects.forEach((subject, index) => {
      const place = (at: Omit<FactPlace, "kind" | "index">) =>
        places.push(positions.place({ kind, index, ...at }));
      place({ field: null, list: null });
      for (const [field, value] of Object.entries(subject)) {
        place({ field, list: null });
        if (!Array.isArray(value)) continue;
        value.forEach((record, at) => {
          for (const of of Object.keys(record as object)) place({ field: of, list: { field, index: at } });
        });
      }
    });
  return { cohort, problems, places };
}

/** The files as their streams give them: rows that have been on disk meanwhile. */
export async function throughStreams(inputs: readonly DataInput[], schema: DataSchema, chunk?: number) {
  const streams = await tableStreams(inputs, schema, {
    memory: 128,
    pace: UNHEARD,
    ...(chunk !== undefined && { chunk }),
  });
  if (!("tables" in streams)) return streams;
  const builder = new CohortBuilder(schema);
  const problems = [];
  for (const { where, target, header, headerRow, notes, document, stream, close } of streams.tables) {
    if (document !== undefined) {
      const rows: StreamedRow[] = [];
      for await (const { rows: some } of stream()) rows.push(...JSON.parse(JSON.stringify(some)));
      problems.push(...notes);
      addDocumentRows(where.file, target.kind, document, rows, true, builder);
      continue;
    }
    const table = new Table(where, target, builder);
    problems.push(...notes);
    table.header(header, headerRow);
    for await (const { rows } of stream())
      for (const row of rows) table.row(restoreRow(JSON.parse(JSON.stringify(row))), row.number);
    problems.push(...table.finish());
    close();
  }
  problems.push(...builder.problems());
  return told({ cohort: builder.cohort(), positions: builder, problems });
}

export const ordinarily = async (inputs: readonly DataInput[], schema: DataSchema) =>
  told(await readDataFiles(inputs, schema));
