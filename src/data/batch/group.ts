import { idOf } from "../table.ts";
import { linked, type OpenTable } from "./open-table.ts";
import { unspooled } from "./partition-rows.ts";
import { hashOf } from "./subject-index.ts";
import { restoreRow } from "./table-stream.ts";

/** Subjects that are linked with each other, so that only all of them together can be computed. */
export interface Group {
  readonly subjects: number;
  readonly rows: number;
  /** Whom most rows speak of or lead to, most first: a slip in the data is found there. */
  readonly leading: readonly string[];
}

/** @param lines rows of a partition on disk */
export function groupIn(lines: Uint8Array, tables: readonly OpenTable[]): Omit<Group, "subjects"> {
  const named = new Map<string, number>();
  const count = (id: string): void => {
    const before = named.get(id);
    if (before !== undefined || named.size < MOST) named.set(id, (before ?? 0) + 1);
  };
  let rows = 0;
  for (const { table, row, id: own } of rowsIn(lines, tables)) {
    rows++;
    count(own);
    for (const link of table.links) for (const id of linked(row, link)) count(id);
    for (const { id } of row.subject?.links ?? []) count(id);
  }
  const [first, ...others] = [...named].sort(([, a], [, b]) => b - a).slice(0, NAMED);
  // Beside one that all rows lead to, the next is nobody in particular.
  const leading = first === undefined ? [] : [first, ...others.filter(([, n]) => n * 3 >= first[1])];
  return { rows, leading: leading.map(([id]) => id) };
}

/**
 * Some subjects of a group with all that is said of them, and whoever is linked to, so that they are computed much as all of them are.
 * @returns null: it is nearly all of the group
 */
export function sampleOf(lines: Uint8Array, tables: readonly OpenTable[]): Sample | null {
  const every = Math.ceil(lines.length / SAMPLE);
  if (every < 2) return null;
  const targets = new Set<string>();
  for (const { table, row } of rowsIn(lines, tables)) {
    for (const link of table.links) for (const id of linked(row, link)) targets.add(id);
    for (const { id } of row.subject?.links ?? []) targets.add(id);
  }
  const parts: Uint8Array[] = [];
  let [size, of] = [0, 0];
  let [chosen, among] = [0, 0];
  for (const { id, line } of rowsIn(lines, tables)) {
    const isTarget = targets.has(id);
    const isIn = isTarget || Math.abs(hashOf(id)) % every === 0;
    if (!isTarget) among += line.length;
    if (!isIn) continue;
    if (isTarget) of += line.length;
    else chosen += line.length;
    parts.push(line);
    size += line.length;
  }
  if (size > lines.length / 2 || chosen === 0) return null;
  const rows = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    rows.set(part, at);
    at += part.length;
  }
  return { rows, times: (of + among) / size };
}

export interface Sample {
  /** Lines of a partition. */
  readonly rows: Uint8Array;
  /** So many times as much is said in all of the group. */
  readonly times: number;
}

/** Bytes of a sample. */
const SAMPLE = 512 * 1024;

function* rowsIn(lines: Uint8Array, tables: readonly OpenTable[]) {
  const decoder = new TextDecoder();
  for (let from = 0; from < lines.length; ) {
    const end = lines.indexOf(LINE_END, from) + 1;
    const line = lines.subarray(from, end);
    const found = unspooled(decoder.decode(line));
    from = end;
    if (!("row" in found)) continue;
    const table = tables[found.table]!;
    const row = { ...restoreRow(found.row), ...(found.row.subject && { subject: found.row.subject }) };
    yield { table, row, line, id: idOf(row, table.key) };
  }
}

const LINE_END = 10;
/** Different ids that are counted: one that many rows lead to is soon met. */
const MOST = 50_000;
const NAMED = 2;
