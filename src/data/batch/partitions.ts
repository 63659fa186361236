import { worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type { DataSchema } from "../../facts/data-schema.ts";
import { Growing } from "../../runtime/growing.ts";
import { readHeader } from "../csv-header.ts";
import { placeIn } from "../places.ts";
import { idOf } from "../table.ts";
import { Components } from "./components.ts";
import { groupIn, sampleOf } from "./group.ts";
import { isNothing, isRemark, type Link, linked, type OpenTable } from "./open-table.ts";
import type { Pace } from "./pace.ts";
import { frameOf, type PartitionFrame, spooled, spooledPast } from "./partition-rows.ts";
import type { PieceSource } from "./piece-source.ts";
import { Spool } from "./spool.ts";
import type { PastStream } from "./streams/history.ts";
import type { WholeReason } from "./streams/stream.ts";
import { hashOf, SubjectIndex } from "./subject-index.ts";
import { restoreRow, type StreamedRow, type TableStream } from "./table-stream.ts";

/**
 * The tables of a run in partitions, each with all rows of its subjects and with all subjects that they are linked with, so
 * that it is evaluated as if there were no others (but for ranks). The tables are gone through twice: for the ids and the
 * links, and for the rows, which go to their partition on disk. Of a subject, numbers stay in memory.
 */

export interface PartitionOptions {
  /** The file that rows wait in. */
  readonly path: string;
  /** About how many rows a partition has. */
  readonly rows?: number;
  readonly past: readonly PastStream[];
  readonly pace: Pace;
  /** How much has been done, 0 to 1, and rows gone through. */
  readonly progress?: (share: number, rows: number) => void;
}

export type Partitioned =
  | { readonly source: PieceSource }
  /** Only with all data at hand can be said what they mean. */
  | { readonly whole: WholeReason; readonly ids?: true };

export async function partitioned(
  tables: readonly TableStream[],
  schema: DataSchema,
  options: PartitionOptions,
): Promise<Partitioned> {
  const survey = new Survey(tables, schema);
  const doubt = await survey.make(options);
  if (doubt !== null) return doubt;
  const most = options.rows ?? rowsOfPart(survey.rows);
  const { tables: open } = survey;
  const { partOf, parts, whole } = survey.components().parts(most);
  const count = Math.max(1, parts);
  const spool = new Spool(options.path, count, WAITING);
  try {
    await survey.spread(spool, partOf, options);
  } catch (error) {
    spool.close();
    throw error;
  }
  const places = placesOf(partOf, count);
  const kept = tables.reduce((sum, table) => sum + (table.kept ?? 0), 0);
  const source: PieceSource = {
    frame: survey.frame(),
    kinds: schema.kinds.map((k) => k.name).filter((name) => survey.sizeOf(name) > 0),
    notes: survey.notes(),
    subjects: partOf.length,
    memory: (partOf.length * OF_SUBJECT + WAITING + kept) / (1024 * 1024),
    places,
    before: 0,
    async *pieces() {
      for (let part = 0; part < count; part++)
        yield { piece: { rows: spool.read(part), first: part === 0 }, share: (part + 1) / count };
    },
    heaviest() {
      let part = -1;
      for (let p = 0; p < count; p++)
        if (whole[p] === 1 && (part < 0 || spool.sizeOf(p) > spool.sizeOf(part))) part = p;
      const sample = part < 0 ? null : sampleOf(spool.read(part), open);
      return sample === null ? null : { piece: part, ...sample };
    },
    group(part) {
      if (whole[part] !== 1) return null;
      const group = groupIn(spool.read(part), open);
      const subjects = partOf.reduce((n, of) => (of === part ? n + 1 : n), 0);
      return group.rows > most ? { ...group, subjects } : null;
    },
    close() {
      spool.close();
      for (const table of tables) table.close();
    },
  };
  return { source };
}

/** Bytes that wait in memory for their turn to be written. */
const WAITING = 16 * 1024 * 1024;
/** Bytes that stay of a subject: where its id is found, its component, partition and place, and where its result waits. */
const OF_SUBJECT = 96;

/** So many that the program runs warm, and so few partitions that each has room to wait in. */
const rowsOfPart = (rows: number): number => Math.max(1000, Math.ceil(rows / 4000));

/** By partition, the places of its subjects in the result; null: they stand in the order of the result anyway. */
function placesOf(partOf: Int32Array, parts: number): ((part: number) => Uint32Array) | null {
  let inOrder = true;
  for (let i = 1; i < partOf.length && inOrder; i++) inOrder = partOf[i]! >= partOf[i - 1]!;
  if (inOrder) return null;
  const starts = new Uint32Array(parts + 1);
  for (const part of partOf) starts[part + 1]!++;
  for (let part = 0; part < parts; part++) starts[part + 1]! += starts[part]!;
  const filled = starts.slice();
  const subjects = new Uint32Array(partOf.length);
  for (const [subject, part] of partOf.entries()) subjects[filled[part]!++] = subject;
  return (part) => subjects.subarray(starts[part]!, starts[part + 1]!);
}

/** What must be known of all tables before their rows are put into partitions. */
class Survey {
  readonly #streams: readonly TableStream[];
  readonly #schema: DataSchema;
  readonly #kinds: readonly KindSurvey[];
  readonly tables: OpenTable[] = [];
  /** Links from subjects, which are followed when all ids are known. */
  readonly #links = {
    from: new Growing(Int32Array),
    kinds: new Growing(Int32Array),
    ids: new Growing(Float64Array),
  };
  readonly #empty: TableStream[] = [];
  rows = 0;

  constructor(streams: readonly TableStream[], schema: DataSchema) {
    this.#streams = streams;
    this.#schema = schema;
    this.#kinds = schema.kinds.map(() => new KindSurvey());
  }

  /** Goes through all tables. @returns null: all is known that is needed */
  async make({ progress }: PartitionOptions): Promise<Exclude<Partitioned, { source: unknown }> | null> {
    for (const [number, stream] of this.#streams.entries()) {
      const { target, where, header, headerRow } = stream;
      const { key, columns } = readHeader(header, target, where, headerRow);
      if (key === null) return { whole: worded("reason", "batch-no-key", { file: where.file }) };
      const links = columns.flatMap((c): Link[] =>
        c.column.type.kind === "link" || c.column.type.kind === "links"
          ? [{ ...c, to: this.#kindOf(c.column.type.subject) }]
          : [],
      );
      this.tables.push({ stream, number, key, links, kind: this.#kindOf(target.kind.name) });
    }
    for (const table of this.tables) {
      const before = this.rows;
      for await (const { rows, share } of table.stream.stream()) {
        if (!rows.every((row) => this.#look(table, row)))
          return { whole: worded("reason", "batch-ids"), ids: true };
        progress?.((table.number + share) / this.tables.length / 2, this.rows);
      }
      if (this.rows === before && table.stream.document === undefined) this.#empty.push(table.stream);
    }
    return null;
  }

  /** Puts every row into the part of its subject. @throws Stopped */
  async spread(spool: Spool, partOf: Int32Array, { past, pace, progress }: PartitionOptions): Promise<void> {
    const bases = this.#bases();
    let done = 0;
    for (const { stream, number, key, kind } of this.tables)
      for await (const { rows, share } of stream.stream()) {
        for (const row of rows) {
          if (isNothing(row)) continue;
          const subject = this.#kinds[kind]!.index.find(idOf(restoreRow(row), key));
          // Records of nobody are spoken of with the first.
          spool.add(subject < 0 ? 0 : partOf[bases[kind]! + subject]!, spooled(number, row));
          done++;
        }
        progress?.((1 + (number + share) / this.tables.length) / 2, done);
      }
    for (const { stream, first } of past)
      for (const { subjects } of stream.subjects()) {
        for (const of of subjects) {
          const kind = this.#schema.kinds.findIndex((k) => k.name === of.kind);
          const subject = this.#kinds[kind]?.index.find(of.id) ?? -1;
          // Whoever is no subject of this period is looked back at by nobody.
          if (subject < 0) continue;
          spool.add(partOf[bases[kind]! + subject]!, spooledPast({ ...of, period: first + of.period }));
        }
        await pace.turn();
      }
    spool.end();
  }

  components(): Components {
    const bases = this.#bases();
    const rows = new Float64Array(bases.at(-1)!);
    for (const [kind, { rows: own }] of this.#kinds.entries()) rows.set(own.data(), bases[kind]);
    const components = new Components(rows);
    const { from, kinds, ids } = this.#links;
    for (let i = 0; i < from.length; i += 1) {
      // The kind of who links, and of whom it links to.
      const [own, to] = [kinds.at(2 * i), kinds.at(2 * i + 1)];
      const other = this.#kinds[to]!.index.findHash(ids.at(i));
      if (other >= 0) components.join(bases[own]! + from.at(i), bases[to]! + other);
    }
    return components;
  }

  frame(): PartitionFrame {
    return { tables: this.#streams.map(frameOf) };
  }

  notes(): readonly Problem[] {
    return [
      ...this.#streams.flatMap((s) => s.notes),
      ...this.#empty.map(({ where }) => problem("BF4034", {}, { data: placeIn(where) })),
    ];
  }

  sizeOf(kind: string): number {
    return this.#kinds[this.#kindOf(kind)]!.index.size;
  }

  /** What a row says of who there is. @returns false: it cannot be put with its subject */
  #look({ stream, number, kind, key, links }: OpenTable, row: StreamedRow): boolean {
    if (isNothing(row)) return true;
    const facts = restoreRow(row);
    this.rows++;
    // Told when it is read with the rows of the first part.
    if (isRemark(row, key)) return true;
    const id = idOf(facts, key);
    const own = this.#kinds[kind]!;
    if (stream.target.list === null && (id === "" || own.see(id, number) === "twice")) return false;
    const subject = own.index.find(id);
    if (subject < 0) return true;
    own.rows.set(subject, own.rows.at(subject) + 1);
    for (const link of links) for (const of of linked(facts, link)) this.#link(kind, subject, link.to, of);
    for (const link of row.subject?.links ?? []) this.#link(kind, subject, this.#kindOf(link.kind), link.id);
    return true;
  }

  #link(kind: number, subject: number, to: number, id: string): void {
    this.#links.from.push(subject);
    this.#links.kinds.push(kind);
    this.#links.kinds.push(to);
    this.#links.ids.push(hashOf(id));
  }

  /** Where the subjects of each kind begin when all kinds are numbered through; at the end, how many there are. */
  #bases(): number[] {
    const bases = [0];
    for (const { index } of this.#kinds) bases.push(bases.at(-1)! + index.size);
    return bases;
  }

  #kindOf(name: string): number {
    return this.#schema.kinds.findIndex((k) => k.name === name);
  }
}

/** Who is of one kind. */
export class KindSurvey {
  readonly index = new SubjectIndex();
  /** Rows that speak of a subject. */
  readonly rows = new Growing(Float64Array);
  /** The first table that had a row of a subject's own. */
  readonly #seen = new Growing(Int32Array);

  /** @returns twice: the table that had it first has it once more; in another table it is more said of the same subject */
  see(id: string, table: number): "new" | "known" | "twice" {
    const before = this.index.size;
    const subject = this.index.add(id);
    if (subject < before) return this.#seen.at(subject) === table ? "twice" : "known";
    this.rows.push(0);
    this.#seen.push(table);
    return "new";
  }
}
