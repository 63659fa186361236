import type { Measure } from "../../compiler/ir/ir.ts";
import type { Tables } from "../../runtime/abi.ts";
import type { JsonNumber, SubjectResult } from "../../runtime/result.ts";
import type { ResultCell } from "./cells.ts";
import type { ResultWords } from "./words.ts";

/**
 * The results of a cohort as tables, for whoever lays them out: a workbook (a sheet each), Markdown (a section each). What
 * is empty is left out. Rows are made when they are asked for.
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

/**
 * A table before anybody knows how many rows it has: what each subject puts into it, so that subjects may be looked at one
 * by one and forgotten. Rows are plain data.
 */
export interface TablePlan {
  readonly key: keyof ResultWords["sheets"];
  /** @param present the kinds that turned out to have subjects */
  readonly title: (present: readonly string[]) => string;
  readonly columns: readonly PlannedColumn[];
  readonly order: RowOrder;
  readonly rowsOf: (s: SubjectResult) => Iterable<PlannedRow>;
}

export interface PlannedColumn extends ResultColumn {
  /** Left out where no row says anything in it. */
  readonly optional?: true;
}

export interface PlannedRow {
  readonly cells: readonly ResultCell[];
  /** What it is ordered by. */
  readonly key?: OrderKey;
}

/**
 * `given`: as the subjects come. `groups`: by two texts, each in the order of its first appearance. `score`: by a group, in
 * the order of first appearance, then by a figure, with a cell for the place.
 */
export type RowOrder =
  | { readonly by: "given" }
  | { readonly by: "groups" }
  | {
      readonly by: "score";
      readonly order: "descending" | "ascending";
      /** The cell that gets the place; null: the rows have it already. */
      readonly place: number | null;
      /** In the place of a place where nothing is known of it. */
      readonly unplaced: string;
      /** In the place of a place of those who do not take part. */
      readonly notRanked: string;
    };

export type OrderKey = { readonly outer: string; readonly inner: string } | ScoreKey;

/** What a place goes by. */
export interface ScoreKey {
  readonly group: string;
  readonly score: JsonNumber | null;
  /** Bounds of a score that is open; null: unbounded. */
  readonly possible?: readonly [low: number | null, high: number | null];
  /** Lower stands before, among equal scores; null: not known. */
  readonly tie?: JsonNumber | null;
  /** Its group is not known. */
  readonly anyGroup?: true;
  /** It does not take part, or whether it does is open. */
  readonly ranks?: "no" | "open";
}

export const GIVEN: RowOrder = { by: "given" };

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

/** The values and grades that every subject of a kind has in its result, in their order. */
export function namesOfKind(
  { subjects, cells }: Tables,
  kind: string,
): { readonly values: readonly string[]; readonly grades: readonly string[] } {
  const index = subjects.findIndex((s) => s.name === kind);
  const named = cells.flatMap((c) => (c.subject === index && c.name !== null ? [c] : []));
  const names = (of: typeof named) => [...new Set(of.map((c) => c.name as string))];
  return {
    values: names(named.filter((c) => c.grade === null)),
    grades: names(named.filter((c) => c.grade !== null)),
  };
}
