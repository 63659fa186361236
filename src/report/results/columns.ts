import type { Measure } from "../../compiler/ir/ir.ts";
import type { ResultCell } from "./cells.ts";
import type { ResultWords } from "./words.ts";

/**
 * The results of a cohort as tables, for whoever lays them out: a workbook (a sheet each), Markdown (a section each),
 * a flat file. What is empty is left out. Rows are made when they are asked for.
 */
export interface ResultTable {
  readonly key: keyof ResultWords["sheets"];
  readonly title: string;
  readonly columns: readonly ResultColumn[];
  readonly rows: () => Iterable<readonly ResultCell[]>;
}

export interface ResultColumn {
  readonly head: string;
  /** `id`: kept as text whatever it looks like; `number`: figures; `wide`: text that may be long. */
  readonly kind: "id" | "text" | "number" | "wide";
}

export const id = (head: string): ResultColumn => ({ head, kind: "id" });
export const text = (head: string): ResultColumn => ({ head, kind: "text" });
export const wide = (head: string): ResultColumn => ({ head, kind: "wide" });
export const figure = (head: string): ResultColumn => ({ head, kind: "number" });

export const headed = (name: string, unit: string): string => (unit === "" ? name : `${name}(${unit})`);

export function keyOf(m: Measure, kind: string, words: ResultWords): string {
  const k = m.subjects.find((x) => x.name === kind && !x.of);
  return k?.fields[k.key]?.name ?? words.id;
}

export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Names that any of them has, in the order of their first appearance. */
export function namesOf<T>(list: readonly T[], table: (x: T) => Readonly<Record<string, unknown>>): string[] {
  const names = new Set<string>();
  for (const x of list) for (const name of Object.keys(table(x))) names.add(name);
  return [...names];
}
