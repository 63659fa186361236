import { type Problem, problem } from "../diagnostics/problem.ts";
import { type DataSchema, type KindSchema, spellings } from "../facts/data-schema.ts";
import { fold } from "./cells.ts";
import type { CohortBuilder } from "./cohort.ts";
import { type TableTarget, tableTarget } from "./csv-header.ts";
import {
  eachRow,
  findHeader,
  HEADER_SEARCH,
  HEADER_TEXT,
  headerAmong,
  underTitle,
  unifyLineEnds,
} from "./csv-table.ts";
import { Table } from "./table.ts";

/**
 * A CSV file into the cohort. A row whose cells do not fit the header keeps only its id, because after a stray comma
 * every value may stand under the wrong name.
 */
export function readCsv(file: string, text: string, target: TableTarget, builder: CohortBuilder): Problem[] {
  const lines = unifyLineEnds(text);
  const known = new Set([...target.columns.flatMap(spellings), ...target.keys].map(fold));
  const start = findHeader(lines, known, new Set(target.keys.map(fold)));
  const headerRow = start.headerRow;
  if (headerRow === null) return [noHeader(file, target)];
  const problems: Problem[] = [];
  if (headerRow > 1) {
    const title = start.title.slice(0, 40);
    problems.push(problem("BF4029", { header: headerRow, count: headerRow - 1, title }, at(file, 1)));
  }
  const table = new Table({ file }, target, builder);
  eachRow(lines, start.delimiter, (cells, row, badQuote) => {
    if (row === headerRow) table.header(underTitle(cells, start.title), row);
    else if (row > headerRow) table.row({ cells, badQuote }, row);
  });
  return [...problems, ...table.finish()];
}

/**
 * The kind whose subjects a table holds, told by its header: the only kind whose id column is there; among
 * several, the only one whose required columns are all there. Null when that does not single out one.
 */
export function kindOfTable(text: string, schema: DataSchema): KindSchema | null {
  const lines = unifyLineEnds(text.slice(0, HEADER_TEXT));
  return kindOf(schema, (known, keys) => findHeader(lines, known, keys).names);
}

/** The same, of a table whose header is known to be one. */
export function kindOfHeader(names: readonly string[], schema: DataSchema): KindSchema | null {
  return kindOf(schema, (known, keys) => headerAmong([names], known, keys)?.names ?? []);
}

function kindOf(
  schema: DataSchema,
  header: (known: ReadonlySet<string>, keys: ReadonlySet<string>) => readonly string[],
): KindSchema | null {
  const candidates = schema.kinds.flatMap((kind) => {
    const target = tableTarget(kind, null);
    if (target === null) return [];
    const keys = new Set(target.keys.map(fold));
    const known = new Set([...target.columns.flatMap(spellings).map(fold), ...keys]);
    const names = new Set(header(known, keys));
    return [...keys].some((k) => names.has(k)) ? [{ kind, names }] : [];
  });
  if (candidates.length === 1) return candidates[0]!.kind;
  const complete = candidates.filter(({ kind, names }) =>
    kind.columns.every(
      (c) => !c.required || c.type.kind === "list" || spellings(c).some((s) => names.has(fold(s))),
    ),
  );
  return complete.length === 1 ? complete[0]!.kind : null;
}

function at(file: string, row: number, field?: string) {
  return { data: field === undefined ? { file, row } : { file, row, field } };
}

/** Said of a text in whose first rows no column is named. */
export function noHeader(file: string, target: TableTarget): Problem {
  const names = target.columns.filter((c) => c.type.kind !== "list").map((c) => c.name);
  const example = [...new Set([target.keys[0]!, ...names])].slice(0, 6).join(",");
  return problem("BF4020", { rows: HEADER_SEARCH, key: target.keys[0]!, example }, { data: { file } });
}
