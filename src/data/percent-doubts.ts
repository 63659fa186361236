import { type Problem, type ProblemExtras, problem } from "../diagnostics/problem.ts";
import type { HeaderColumn } from "./csv-header.ts";

/**
 * Numbers between 0 and 1 in columns of percentages: 0.92 pasted or typed into a cell that does not show percentages is
 * read as 0.92%, and whoever meant 92% should hear of it. A column with other small percentages may well have some below
 * 1%. One that has nothing else and no sign in its heading is refused when the facts are read, and not spoken of here.
 *
 * Parts of a table tell what they have, be it nothing ({@link PercentDoubts.problems}); what comes of it is settled when all
 * are there ({@link settlePercents}).
 */
export class PercentDoubts {
  readonly #columns: Doubted[];

  constructor(columns: readonly HeaderColumn[]) {
    this.#columns = columns.flatMap(({ cell, column, unit }) => {
      const { type } = column;
      if (type.kind !== "number") return [];
      const signed = unit !== null && unit.normalize("NFKC") === "%";
      if (!signed && (unit !== null || type.unit !== "%" || type.asFraction)) return [];
      return [{ cell, field: column.name, certain: signed, small: false, count: 0, row: 1, value: "" }];
    });
  }

  see(cells: readonly string[], row: number): void {
    for (const column of this.#columns) {
      const text = cells[column.cell] ?? "";
      if (text === "" || column.small) continue;
      const first = text.charCodeAt(0);
      // Nearly all begin with another digit than 0.
      if (first >= 0x31 && first <= 0x39) {
        column.certain ||= OTHER.test(text);
        column.small = SMALL.test(text);
      } else if (BETWEEN.test(text.normalize("NFKC"))) {
        if (column.count++ === 0) [column.row, column.value] = [row, text.trim()];
      } else column.certain ||= OTHER.test(text);
    }
  }

  problems(at: (row: number, field: string, cell: number) => ProblemExtras): Problem[] {
    return this.#columns.flatMap(({ cell, field, certain, small, count, row, value }) => {
      if (count === 0 && !certain && !small) return [];
      const found = problem("BF4037", { field, count, value }, at(row, field, cell));
      return [
        { ...found, parameters: { ...found.parameters, certain: Number(certain), small: Number(small) } },
      ];
    });
  }
}

interface Doubted {
  readonly cell: number;
  readonly field: string;
  /** The heading has a percent sign, or some value does or is more than 1: such a column is not refused as a whole. */
  certain: boolean;
  /** Some are from 1% to 10%. */
  small: boolean;
  count: number;
  /** The first of them. */
  row: number;
  value: string;
}

const BETWEEN = /^\s*'?0?\.\d*[1-9]\d*\s*$/;
/** Neither 0 nor 1. */
const OTHER = /[2-9%\uff05]|\d\s*\d|\d\.\d*[1-9]/;
const SMALL = /^[1-9](?:\.\d+)?\s*[%\uff05]?\s*$/;

/** What all parts of a table come to, at the place of the first. */
export function settlePercents(problems: readonly Problem[]): Problem[] {
  const columns = new Map<string, Problem>();
  const keyOf = ({ data }: Problem): string => JSON.stringify([data?.file, data?.sheet, data?.field]);
  for (const p of problems) {
    if (p.code !== CODE) continue;
    const before = columns.get(keyOf(p));
    columns.set(keyOf(p), before === undefined ? p : bothPercents(before, p));
  }
  return problems.flatMap((p) => {
    if (p.code !== CODE) return [p];
    const all = columns.get(keyOf(p));
    columns.delete(keyOf(p));
    const { field = "", count = 0, value = "", certain, small } = all?.parameters ?? {};
    if (all === undefined || count === 0 || certain === 0 || small === 1) return [];
    return [{ ...all, parameters: { field, count, value } }];
  });
}

const CODE = "BF4037";

/** What two parts of a column come to. */
export function bothPercents(a: Problem, b: Problem): Problem {
  const sum = (name: string) => Number(a.parameters[name]) + Number(b.parameters[name]);
  const has = ({ parameters }: Problem) => parameters.count !== 0;
  const bFirst = has(b) && (!has(a) || (b.data?.row ?? 0) < (a.data?.row ?? 0));
  const first = bFirst ? b : a;
  const [certain, small] = [Math.min(1, sum("certain")), Math.min(1, sum("small"))];
  return { ...first, parameters: { ...first.parameters, count: sum("count"), certain, small } };
}
