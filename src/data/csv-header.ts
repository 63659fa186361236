import { type Problem, type ProblemExtras, problem } from "../diagnostics/problem.ts";
import { nearest } from "../diagnostics/suggest.ts";
import {
  type Column,
  columnOfYear,
  datedColumn,
  isPeriodName,
  type KindSchema,
  PERIOD_COLUMN,
  spellings,
} from "../facts/data-schema.ts";
import { equal, ONE } from "../runtime/rational.ts";
import { fold } from "./cells.ts";
import { columnKey, headingOf, remarkedUnits, splitUnit } from "./csv-table.ts";
import { placeIn, type TableWhere } from "./places.ts";
import { conversion } from "./units.ts";

/** What a table is read for: its subject kind, or the records of one list field of that kind. */
export interface TableTarget {
  readonly kind: KindSchema;
  /** Name of the list field; null: the table holds the subjects themselves. */
  readonly list: string | null;
  readonly columns: readonly Column[];
  /** Spellings of the column that holds the subject's id. */
  readonly keys: readonly string[];
}

export interface HeaderColumn {
  /** Index of the cell in its row. */
  readonly cell: number;
  readonly column: Column;
  /** Unit of numbers written without one; null: the field's own. */
  readonly unit: string | null;
}

export interface Header {
  /** Index of the cell with the subject's id; null: missing. */
  readonly key: number | null;
  readonly columns: readonly HeaderColumn[];
  readonly problems: readonly Problem[];
  /** Required columns that are not there. */
  readonly missing: readonly string[];
}

/** The target of a subject table, or of `对象名.列表字段`. */
export function tableTarget(kind: KindSchema, list: string | null): TableTarget | null {
  if (list === null) {
    const key = kind.columns.find((c) => c.name === kind.key);
    return { kind, list, columns: kind.columns, keys: key === undefined ? [kind.key] : spellings(key) };
  }
  const field = kind.columns.find((c) => c.name === list || c.alias === list);
  if (field === undefined || field.type.kind !== "list") return null;
  const periodic = field.type.frequency !== "many";
  // A field that the measure calls 月份 stands before the heading of that name; the record then has no period.
  const declared = field.type.columns;
  const columns = periodic ? [PERIOD_COLUMN, ...declared] : declared;
  // Where a record has a field of the same name, that name means the record's; the subject's is 对象名.标识.
  const qualified = [`${kind.name}.${kind.key}`, `${kind.name}${kind.key}`];
  const own = declared.some((c) => c.name === kind.key);
  return { kind, list: field.name, columns, keys: own ? qualified : [kind.key, ...qualified] };
}

/** Which cell of a row belongs to which field, and everything that is wrong with the header, once. */
export function readHeader(
  cells: readonly string[],
  target: TableTarget,
  where: TableWhere,
  row: number,
): Header {
  const problems: Problem[] = [];
  const at = (field?: string, cell?: number): ProblemExtras => ({ data: placeIn(where, row, field, cell) });
  const byName = new Map<string, Column>();
  for (const column of target.columns) for (const s of spellings(column)) byName.set(fold(s), column);
  const keys = new Set(target.keys.map(fold));
  const found = new Map<string, HeaderColumn>();
  const dropped = new Set<string>();
  const unknown: { readonly text: string; readonly cell: number }[] = [];
  let key: number | null = null;

  const last = cells.findLastIndex((c) => c.trim() !== "");
  for (let cell = 0; cell <= last; cell++) {
    const text = headingOf(cells[cell]!, (name) => byName.has(name) || keys.has(name));
    const dated = byName.has(fold(text)) ? null : datedHeader(text, target.columns);
    if (dated !== null) {
      const before = found.get(dated.column.name);
      const unit = headerUnit(dated.heading, dated.column);
      const stated = otherUnit(dated.column, unit ?? null, remarkedUnits(cells[cell]!, text));
      if (before)
        problems.push(
          problem("BF4025", { column: text, first: before.cell + 1, second: cell + 1 }, at(text, cell)),
        );
      else if (unit === undefined)
        problems.push(wrongUnit(dated.heading, dated.column, at(dated.column.name, cell)));
      else if (stated !== undefined)
        problems.push(twoUnits(dated.column, unit, stated, at(dated.column.name, cell)));
      if (before || unit === undefined || stated !== undefined) dropped.add(dated.column.name);
      found.set(dated.column.name, { cell, column: dated.column, unit: unit ?? null });
      continue;
    }
    const name = byName.has(fold(text)) || keys.has(fold(text)) ? fold(text) : columnKey(text);
    const column = byName.get(name);
    const id = keys.has(name) ? "" : (column?.name ?? `\u0000${name}`);
    const before = id === "" ? key : (found.get(id)?.cell ?? null);
    if (before !== null) {
      problems.push(problem("BF4025", { column: text, first: before + 1, second: cell + 1 }, at(text, cell)));
      if (id !== "") dropped.add(id);
    } else if (id === "") {
      key = cell;
      if (target.list === null && column !== undefined) found.set(column.name, { cell, column, unit: null });
    } else if (column === undefined) {
      unknown.push({ text: text === "" ? `#${cell + 1}` : text, cell });
    } else if (column.type.kind === "list") {
      problems.push(listColumn(column, target, at(column.name, cell)));
      dropped.add(column.name);
    } else {
      const unit = headerUnit(text, column);
      const stated =
        unit === undefined ? undefined : otherUnit(column, unit, remarkedUnits(cells[cell]!, text));
      if (unit === undefined) problems.push(wrongUnit(text, column, at(column.name, cell)));
      else if (stated !== undefined) problems.push(twoUnits(column, unit, stated, at(column.name, cell)));
      if (unit === undefined || stated !== undefined) dropped.add(column.name);
      found.set(column.name, { cell, column, unit: unit ?? null });
    }
  }

  problems.push(...unknownColumns(unknown, target, new Set([...found.keys(), ...dropped]), at));
  if (key === null) problems.push(problem("BF4023", { key: target.keys[0]! }, at(target.keys[0])));
  if (saysNoPeriod(target, found))
    problems.push(problem("BF4038", { list: target.list ?? "", column: PERIOD_COLUMN.name }, at()));
  const suggested = new Set(problems.map((p) => p.parameters.suggestion));
  const years = new Set(
    [...found.values()].map(({ column }) => datedColumn(column.name, target.columns)?.column),
  );
  const missing = target.columns
    .filter((c) => c.required && c.type.kind !== "list" && !found.has(c.name) && !dropped.has(c.name))
    .filter((c) => !years.has(c))
    .map((c) => c.name)
    .filter((n) => !suggested.has(n) && !(target.list === null && n === target.kind.key));
  return { key, columns: [...found.values()].filter((c) => !dropped.has(c.column.name)), problems, missing };
}

/** Records of months, quarters or half-years, none of which says of which. */
function saysNoPeriod(
  { kind, list, columns }: TableTarget,
  found: ReadonlyMap<string, HeaderColumn>,
): boolean {
  const type = kind.columns.find((c) => c.name === list)?.type;
  if (type?.kind !== "list" || type.frequency === "many" || type.frequency === "year") return false;
  return !columns.some((c) => isPeriodName(c.name) && found.has(c.name));
}

/**
 * `产值(2025)`, `产值(2025年,万元)`, `产值(2025)(万元)`, `2025年产值(万元)`: the column of a year of a field that has
 * several, with its heading without the year; null: no such column.
 */
function datedHeader(
  text: string,
  columns: readonly Column[],
): { readonly column: Column; readonly heading: string } | null {
  const before = /^(\d{4})年(?:度)?(.+)$/.exec(text);
  const inside = /^([^()[\]]+)[([](\d{4})年?(?:[,、;\s]([^()[\]]*))?[)\]](.*)$/.exec(text);
  if (!before && !inside) return null;
  const year = before?.[1] ?? inside![2]!;
  const unit = inside?.[3]?.trim() ? `(${inside[3].trim()})` : "";
  const heading = before?.[2] ?? `${inside![1]!.trim()}${unit}${inside![4]!.trim()}`;
  const key = columnKey(heading);
  const column = columns.find((c) => c.yearly && spellings(c).some((s) => fold(s) === key));
  return column ? { column: columnOfYear(column, year), heading } : null;
}

/** Names near a declared one are slips; the others are other people's columns and only mentioned. */
function unknownColumns(
  unknown: readonly { readonly text: string; readonly cell: number }[],
  target: TableTarget,
  taken: ReadonlySet<string>,
  at: (field?: string, cell?: number) => ProblemExtras,
): Problem[] {
  const problems: Problem[] = [];
  const unused: string[] = [];
  const free = target.columns.filter((c) => !taken.has(c.name)).map((c) => c.name);
  const kind = target.list === null ? target.kind.name : `${target.kind.name}.${target.list}`;
  for (const { text: column, cell } of unknown) {
    const suggestion = nearest(splitUnit(column).name, free);
    const twin =
      suggestion === null ? [...taken].find((t) => differInOne(t, splitUnit(column).name)) : undefined;
    if (twin !== undefined) problems.push(problem("BF4035", { column, twin }, at(column, cell)));
    else if (suggestion === null) unused.push(column);
    else problems.push(problem("BF4021", { column, kind, suggestion }, at(column, cell)));
  }
  if (unused.length > 0) problems.push(problem("BF4022", { columns: unused }, at()));
  return problems;
}

/** One character is another: of names that say more than two, a slip or an old column rather than another fact. */
function differInOne(a: string, b: string): boolean {
  const [left, right] = [[...a], [...b]];
  if (left.length !== right.length || left.length < 3) return false;
  return left.filter((c, i) => c !== right[i]).length === 1;
}

/** The unit in brackets after the name: null for none or a remark, undefined for one that cannot be converted. */
function headerUnit(header: string, column: Column): string | null | undefined {
  if (column.type.kind !== "number" || fold(header) === fold(column.name)) return null;
  const { unit: written } = splitUnit(header);
  const unit = written?.replace(/^(?:计量|金额|货币)?单位[:\s]*/, "") ?? null;
  if (unit === null || unit === "") return null;
  const { type } = column;
  const fits = (part: string) => part !== "" && conversion(part, type.unit) !== null;
  if (fits(unit)) return unit;
  // 2025年,万元 and 万元,保留2位: one of several remarks is the unit.
  const parts = [...new Set(unit.split(/[,、;\s]+/).map((part) => part.replace(/^\d{4}年度?/, "")))].filter(
    fits,
  );
  if (parts.length === 1) return parts[0]!;
  // 满分30分, 0-100: a remark with a figure in it is no unit.
  return parts.length === 0 && /\d/.test(unit) ? null : undefined;
}

/** A unit of another size that is stated elsewhere for the column; undefined: none. */
function otherUnit(column: Column, unit: string | null, stated: readonly string[]): string | undefined {
  if (column.type.kind !== "number") return undefined;
  const own = unit ?? column.type.unit;
  return stated.find((other) => {
    const factor = conversion(other, own);
    return factor !== null && !equal(factor, ONE);
  });
}

function twoUnits(column: Column, unit: string | null, stated: string, extras: ProblemExtras): Problem {
  const expected = unit ?? (column.type.kind === "number" ? column.type.unit : "");
  const heading = `${column.name}（${stated}）`;
  return problem("BF4036", { field: column.name, stated, expected, heading }, extras);
}

function wrongUnit(header: string, column: Column, extras: ProblemExtras): Problem {
  const { name, unit } = splitUnit(header);
  const expected = column.type.kind === "number" ? column.type.unit : "";
  return problem("BF4030", { column: name, found: unit ?? "", field: column.name, expected }, extras);
}

function listColumn(column: Column, target: TableTarget, extras: ProblemExtras): Problem {
  const example = `--data ${target.kind.name}.${column.name}=FILE.csv`;
  return problem("BF4031", { field: column.name, key: target.kind.key, example }, extras);
}
