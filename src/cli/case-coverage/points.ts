import type { Probe } from "../../compiler/emit/probes.ts";
import type { Expr, Measure } from "../../compiler/ir/ir.ts";
import type { OpenContext, OpenFunction } from "../../runtime/abi.ts";
import type { OpenRecord, OpenRow } from "../../runtime/open-rows.ts";
import { exactOf, Interval, type OpenValue } from "../../runtime/open-values.ts";
import type { Rational } from "../../runtime/rational.ts";

/**
 * What the cases of a measure can reach. An *entry* is a clause, an item, a row or a limit in the text; its
 * *points* are what has to be seen of it: a clause that fires and one that just does not, a limit itself
 * and the value next to it. Collectors (clauses.ts, rows.ts, limits.ts) make the entries from the IR;
 * door.ts counts.
 */

export const CATEGORIES = ["clauses", "items", "rows", "boundaries"] as const;
export type Category = (typeof CATEGORIES)[number];

export type State =
  | "fired"
  | "just-not"
  | "met"
  | "not-met"
  | "held"
  | "not-held"
  | "chosen"
  | "limit"
  | "beside";

export interface Point {
  readonly state: State;
  /** The fact that reaches it, in words. */
  readonly fact: { readonly zh: string; readonly en: string };
  /** Whether a subject (or one of its records) is there. What is undetermined is neither here nor there. */
  readonly seen: (sight: Sight) => boolean;
}

export interface Entry {
  readonly category: Category;
  readonly what: "clause" | "requirement" | "item" | "rung" | "band" | "place" | "case" | "limit";
  readonly cite: number;
  /** Index of the kind of subject, and the list field whose records it is about. */
  readonly kind: number;
  readonly list: number | null;
  /** Offset in the measure's text. */
  readonly at: number;
  /** As written: a condition, a row, a test. */
  readonly text: string;
  readonly points: readonly Point[];
}

/** Expressions that have no cell of their own, each once. */
export class Probes {
  readonly list: Probe[] = [];
  readonly #known = new Map<string, number>();

  /** The number under which a sight has the value of an expression. */
  of(expr: Expr, kind: number, list: number | null): number {
    const key = `${kind}/${list ?? "-"}/${keyOf(expr)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.list.length);
    return this.list.push({ expr, kind, list }) - 1;
  }
}

export const keyOf = (expr: Expr): string =>
  JSON.stringify(expr, (_, v: unknown) => (typeof v === "bigint" ? `${v}n` : v));

const NO_RECORD = undefined as unknown as OpenRecord;

/** One subject, or one of its records, after the evaluation. */
export class Sight {
  readonly #measure: Measure;
  readonly #probes: readonly OpenFunction[];
  readonly #row: OpenRow;
  readonly #record: OpenRecord | null;
  readonly #context: OpenContext;
  readonly #values = new Map<number, OpenValue>();

  constructor(
    measure: Measure,
    probes: readonly OpenFunction[],
    row: OpenRow,
    record: OpenRecord | null,
    context: OpenContext,
  ) {
    this.#measure = measure;
    this.#probes = probes;
    this.#row = row;
    this.#record = record;
    this.#context = context;
  }

  cell(id: number): OpenValue | undefined {
    return this.#measure.cells[id]!.subject === this.#row.kind ? this.#row.c[id] : this.#record?.c[id];
  }

  value(probe: number): OpenValue {
    let value = this.#values.get(probe);
    if (value === undefined) {
      value = this.#probes[probe]!(this.#row, this.#record ?? NO_RECORD, this.#context);
      this.#values.set(probe, value);
    }
    return value;
  }

  /** Is the truth cell exactly `wanted`? */
  is(cell: number, wanted: boolean): boolean {
    return this.cell(cell) === wanted;
  }

  /** The truth value of a probe; null while it is open. */
  truth(probe: number): boolean | null {
    const value = this.value(probe);
    return typeof value === "boolean" ? value : null;
  }

  /** The number of a probe; null while it is open. */
  number(probe: number): Rational | null {
    const value = this.value(probe);
    return value instanceof Interval ? exactOf(value) : null;
  }
}
