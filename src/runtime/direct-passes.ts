/** Passes over a cohort whose cells are columns: a row is its index. */
import type { CellTable, Columns, OpenContext, OpenProgram, Pass, Tables } from "./abi.ts";
import { fillingOrder, ladderOf } from "./ladder.ts";
import { exactly } from "./open-values.ts";
import { place } from "./placement.ts";
import { fillByKeys } from "./placement-keys.ts";
import { placesOf } from "./placement-open.ts";
import { populate } from "./population.ts";
import { compare, type Rational, rational } from "./rational.ts";

/** @returns false when the open program is needed */
export function passColumns(
  tables: Tables,
  open: OpenProgram,
  id: number,
  size: number,
  cells: Columns,
  /** The highest grade that each may get; null: no ceilings. */
  ceilings: Int8Array | Int32Array | null,
  context: OpenContext,
): boolean {
  const cell = tables.cells[id]!;
  const { placement } = cell;
  if (placement === null) return populate(indexes(size), passOf(tables, id, cells, null), cell.population!);
  const amounts = open.amounts[id]!;
  const places = (r: number, pool: number, everyone: number): number | null => {
    const all = exactly(rational(everyone));
    const [low, high] = placesOf(placement.rows[r]!, amounts[r]!, pool, all, context);
    return low === high ? low : null;
  };
  const keyed = placement.tieBreak === null && placement.groups.length === 0 && placement.pool === null;
  const scores = cells[placement.score]!;
  if (!keyed || Array.isArray(scores))
    return place(indexes(size), passOf(tables, id, cells, ceilings), placement, places);

  const amountsOf: number[] = [];
  for (const r of placement.rows.keys()) {
    const n = places(r, size, size);
    if (n === null) return false;
    amountsOf.push(n);
  }
  const keys = placement.order === "ascending" ? scores.map((v) => -v) : scores;
  const ladder = ladderOf(placement);
  const rungs = placement.rows.length < 127 ? new Int8Array(size) : new Int32Array(size);
  if (!fillByKeys(placement, ladder, fillingOrder(placement), amountsOf, keys, ceilings, rungs)) return false;
  const grades = cells[id] as Int8Array;
  const gradeOf = Int32Array.from(ladder.grades);
  for (let i = 0; i < size; i++) grades[i] = gradeOf[rungs[i]!]!;
  return true;
}

const indexes = (size: number): number[] => Array.from({ length: size }, (_, i) => i);

function passOf(
  tables: Tables,
  id: number,
  cells: Columns,
  ceilings: Int8Array | Int32Array | null,
): Pass<number> {
  const cell: CellTable = tables.cells[id]!;
  const { placement, population } = cell;
  const { order, tieBreak, pool, groups } = (placement ?? population)!;
  const ranked = placement ? placement.score : population!.fn === "rank" ? population!.operand : null;
  const operand = population && ranked === null ? population.operand : null;
  const out = cells[id]!;
  const rep = (c: number) => {
    const { type } = tables.cells[c]!;
    return type.kind === "number" ? type.rep : null;
  };
  let compareRows: Pass<number>["compare"] = null;
  if (ranked !== null) {
    const first = comparing(cells[ranked]!, order);
    const second = tieBreak && comparing(cells[tieBreak.cell]!, tieBreak.order);
    compareRows = second ? (a, b) => first(a, b) || second(a, b) : first;
  }
  const operandRep = operand === null ? null : rep(operand);
  const scores = ranked === null ? null : cells[ranked]!;
  const sign = order === "descending" ? 1 : -1;
  return {
    pool: pool === null ? null : (i) => cells[pool]![i] === 1,
    group:
      groups.length === 0
        ? null
        : groups.length === 1
          ? (i) => keyOf(cells[groups[0]!]![i])
          : (i) => JSON.stringify(groups.map((g) => keyOf(cells[g]![i]))),
    compare: compareRows,
    key:
      scores === null || tieBreak !== null || Array.isArray(scores)
        ? null
        : (i) => sign * (scores[i] as number),
    ceiling: ceilings === null ? null : (i) => ceilings[i]!,
    operand: operand === null ? null : (i) => cells[operand]![i],
    operandRep,
    sumRep: population?.fn === "sum" ? rep(id) : operandRep,
    set: (i, value) => {
      out[i] = value;
    },
  };
}

/** Equal for equal values. */
function keyOf(value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  return typeof value === "object" && value !== null
    ? `${(value as Rational).num}/${(value as Rational).den}`
    : value;
}

function comparing(
  column: NonNullable<Columns[number]>,
  order: "ascending" | "descending",
): (a: number, b: number) => number {
  const sign = order === "descending" ? -1 : 1;
  return (a, b) => {
    const [p, q] = [column[a] as number | Rational, column[b] as number | Rational];
    if (typeof p === "object") return sign * compare(p, q as Rational);
    return p > (q as number) ? sign : p < (q as number) ? -sign : 0;
  };
}
