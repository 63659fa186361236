import { idOf } from "../table.ts";
import { linked, type OpenTable } from "./open-table.ts";
import { unspooled } from "./partition-rows.ts";
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
  const decoder = new TextDecoder();
  let rows = 0;
  for (let from = 0; from < lines.length; ) {
    const end = lines.indexOf(LINE_END, from);
    const found = unspooled(decoder.decode(lines.subarray(from, end)));
    from = end + 1;
    if (!("row" in found)) continue;
    rows++;
    const { key, links } = tables[found.table]!;
    const row = restoreRow(found.row);
    count(idOf(row, key));
    for (const link of links) for (const id of linked(row, link)) count(id);
    for (const { id } of found.row.subject?.links ?? []) count(id);
  }
  const [first, ...others] = [...named].sort(([, a], [, b]) => b - a).slice(0, NAMED);
  // Beside one that all rows lead to, the next is nobody in particular.
  const leading = first === undefined ? [] : [first, ...others.filter(([, n]) => n * 3 >= first[1])];
  return { rows, leading: leading.map(([id]) => id) };
}

const LINE_END = 10;
/** Different ids that are counted: one that many rows lead to is soon met. */
const MOST = 50_000;
const NAMED = 2;
