/** Figures over the population of a kind, when everything is known. */
import type { Pass, PopulationTable } from "./abi.ts";
import { groupsOf } from "./placement.ts";
import { add, compare as compareRational, divide, type Rational, rational, ZERO } from "./rational.ts";

/** @returns false when a mean, maximum or minimum is over nobody */
export function populate<Row>(rows: readonly Row[], pass: Pass<Row>, table: PopulationTable): boolean {
  for (const members of groupsOf(rows, pass.group)) {
    const pool = pass.pool === null ? members : members.filter(pass.pool);
    if (table.fn === "rank") {
      rank(members, pool, pass, table.ties);
      continue;
    }
    const value = figure(pool, pass, table.fn);
    if (value === null) return false;
    const set = pass.set as (row: Row, value: unknown) => void;
    for (const row of members) set(row, value);
  }
  return true;
}

/** One more than the number of pool members that stand better; with ties out, equals stand better too. */
function rank<Row>(
  members: readonly Row[],
  pool: readonly Row[],
  pass: Pass<Row>,
  ties: "share" | "out",
): void {
  const compare = pass.compare!;
  const set = pass.set as (row: Row, value: number) => void;
  const sorted = pool.slice().sort(compare);
  const inPool = pass.pool;
  for (const row of members) {
    // First place where nobody stands better, or for ties out, where nobody stands better or equal.
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const c = compare(sorted[middle]!, row);
      if (c < 0 || (c === 0 && ties === "out")) low = middle + 1;
      else high = middle;
    }
    // With ties out the row itself was counted among its equals when it is in the pool.
    const self = ties === "out" && (inPool === null || inPool(row)) ? 1 : 0;
    set(row, 1 + low - self);
  }
}

function figure<Row>(
  pool: readonly Row[],
  pass: Pass<Row>,
  fn: "max" | "min" | "mean" | "sum" | "count",
): number | bigint | Rational | null {
  if (fn === "count") return pool.length;
  const operand = pass.operand!;
  const rep = pass.operandRep!;
  if (fn === "sum" || fn === "mean") {
    if (fn === "mean" && pool.length === 0) return null;
    if (rep.kind === "rat") {
      let sum = ZERO;
      for (const row of pool) sum = add(sum, operand(row) as Rational);
      return fn === "sum" ? sum : divide(sum, rational(pool.length));
    }
    let sum: number | bigint;
    if (rep.kind === "int" && pass.sumRep?.kind === "int") {
      let total = 0;
      for (const row of pool) total += operand(row) as number;
      sum = total;
    } else {
      let total = 0n;
      for (const row of pool) total += BigInt(operand(row) as number | bigint);
      sum = total;
    }
    return fn === "sum" ? sum : rational(BigInt(sum), BigInt(pool.length) * BigInt(rep.scale));
  }
  if (pool.length === 0) return null;
  const sign = fn === "max" ? 1 : -1;
  let best = operand(pool[0]!);
  for (const row of pool) {
    const value = operand(row);
    const c =
      rep.kind === "rat"
        ? compareRational(value as Rational, best as Rational)
        : (value as number) > (best as number)
          ? 1
          : (value as number) < (best as number)
            ? -1
            : 0;
    if (c * sign > 0) best = value;
  }
  return best as number | bigint | Rational;
}
