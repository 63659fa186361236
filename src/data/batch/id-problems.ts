import type { Problem } from "../../diagnostics/problem.ts";
import type { DataSchema } from "../../facts/data-schema.ts";
import { describeFactProblem } from "../../facts/fact-problems.ts";
import { CohortBuilder } from "../cohort.ts";
import { readHeader } from "../csv-header.ts";
import type { DataInput } from "../input-target.ts";
import { idOf } from "../table.ts";
import { isNothing, isRemark } from "./open-table.ts";
import type { Pace } from "./pace.ts";
import { addRows, frameOf } from "./partition-rows.ts";
import { KindSurvey } from "./partitions.ts";
import { restoreRow, type StreamedRow, type TableStream, tableStreams } from "./table-stream.ts";

/**
 * Tells every subject whose id is missing or occurs twice, as it is told when all data are read at once. The files are gone
 * through twice: for the ids that occur twice, and for their rows.
 */
export async function tellIds(
  inputs: readonly DataInput[],
  schema: DataSchema,
  pace: Pace,
  tell: (problem: Problem) => void,
): Promise<void> {
  const opened = await tableStreams(inputs, schema, { memory: MEMORY, pace });
  if (!("tables" in opened)) return;
  const tables = opened.tables.filter((t) => t.target.list === null);
  try {
    const twice = new Set<string>();
    for await (const { own, id, is } of sightings(tables, schema))
      if (is === "twice" && twice.size < MOST) twice.add(nameOf(own, id));
    const firsts = new Map<string, number | null>();
    for await (const { own, id, is, row, stream, index } of sightings(tables, schema)) {
      const name = nameOf(own, id);
      if (is === "known" || (is === "new" && !twice.has(name))) continue;
      const builder = new CohortBuilder(schema);
      addRows(frameOf(stream), [row], false, builder);
      const at = { kind: own, index: 0, list: null };
      if (is === "new") {
        firsts.set(name, builder.place({ ...at, field: null }).row ?? null);
        continue;
      }
      const place = builder.place({ ...at, field: stream.target.kind.key });
      const issue = is === "none" ? "missing-id" : "duplicate-id";
      tell(
        describeFactProblem(
          { kind: own, index, id, field: stream.target.kind.key, issue, value: id, detail: "" },
          { schema, place: () => place, firstRow: () => firsts.get(name) ?? null },
        ),
      );
    }
  } finally {
    for (const table of opened.tables) table.close();
  }
}

/** A row that speaks of a subject. */
interface Sighting {
  readonly stream: TableStream;
  readonly row: StreamedRow;
  /** The kind of the subject. */
  readonly own: string;
  readonly id: string;
  /** none: the row has no id. */
  readonly is: ReturnType<KindSurvey["see"]> | "none";
  /** The how manyeth subject of its kind it would be. */
  readonly index: number;
}

async function* sightings(tables: readonly TableStream[], schema: DataSchema): AsyncGenerator<Sighting> {
  const kinds = new Map(schema.kinds.map((k) => [k.name, { survey: new KindSurvey(), size: 0 }]));
  for (const [number, stream] of tables.entries()) {
    const { target, where, header, headerRow } = stream;
    const { key } = readHeader(header, target, where, headerRow);
    if (key === null) continue;
    const own = target.kind.name;
    const kind = kinds.get(own)!;
    for await (const { rows } of stream.stream())
      for (const row of rows) {
        if (isNothing(row) || isRemark(row, key)) continue;
        const id = idOf(restoreRow(row), key);
        const is = id === "" ? "none" : kind.survey.see(id, number);
        yield { stream, row, own, id, is, index: kind.size };
        if (is !== "known") kind.size++;
      }
  }
}

/** Different ids that are told; beyond it they are one slip repeated. */
const MOST = 100_000;
/** Megabytes that DuckDB may take. */
const MEMORY = 128;

const nameOf = (kind: string, id: string): string => JSON.stringify([kind, id]);
