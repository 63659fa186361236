import type { CalendarDate, Measure } from "../../src/compiler/ir/ir.ts";
import type { JsonValue } from "../../src/runtime/result.ts";
import type { Value } from "./value.ts";

/** What the oracle evaluates over: subjects with their facts, and the cells computed so far. */
export interface World {
  readonly measure: Measure;
  readonly subjects: readonly Subject[];
  readonly year: number;
  /** Which period of the year is assessed, from 1 on. */
  readonly period: number;
  readonly date: CalendarDate | undefined;
  readonly calendar: Holidays | undefined;
  readonly parameters: readonly Value[];
  readonly history: readonly HistoryYear[] | undefined;
}

/** Years that are covered, days off and working weekends as YYYY-MM-DD. */
export interface Holidays {
  readonly years: readonly number[];
  readonly off: readonly string[];
  readonly work: readonly string[];
}

export interface Subject {
  readonly kind: number;
  readonly id: string;
  /** By field index. */
  readonly facts: readonly Fact[];
  /** By cell id. */
  readonly cells: Map<number, Value>;
  /** A record as a subject: whose it is, and where it stands in his list (null: nobody supplied it). */
  readonly record?: { readonly owner: Subject; readonly index: number | null };
  /** Values of earlier years that came with the facts: by year, then by name of the field. */
  readonly earlier?: ReadonlyMap<number, ReadonlyMap<string, Value>>;
}

/** A fact is a value, a list of records (each: facts by field index), or a list nobody supplied. */
export type Fact =
  | Value
  | { readonly kind: "list"; readonly records: readonly (readonly Fact[])[] }
  | { readonly kind: "no-list" };

/** An earlier period as it was given back then; a `CohortResult` is one. */
export interface HistoryYear {
  readonly year: number;
  /** `2026-Q1`, `2026-03`, `2026-H1`; without it a whole year. */
  readonly period?: string;
  readonly subjects: readonly HistoryRow[];
}
export interface HistoryRow extends HistoryValues {
  readonly id: string;
  readonly kind: string;
  /** By the name of their list. */
  readonly records?: Readonly<Record<string, readonly (HistoryValues & { readonly record: string })[]>>;
}

/** What a result says of a subject or of a record. */
export interface HistoryValues {
  readonly facts: Readonly<Record<string, JsonValue>>;
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly grades: Readonly<
    Record<string, { readonly grade: string | null; readonly possible: readonly string[] }>
  >;
}

/** The row an expression speaks of: a subject, one of its records, or the subject as it was in a past year. */
export interface Scope {
  readonly world: World;
  readonly subject: Subject;
  readonly record: { readonly list: number; readonly index: number } | null;
  readonly past: PastValues | null;
}

/** An earlier period, and what came of it with the facts. `ungraded`: it is known that no grade was given. */
export interface PastValues extends HistoryValues {
  readonly given?: ReadonlyMap<string, Value>;
  readonly ungraded?: true;
}

export const scopeOf = (world: World, subject: Subject): Scope => ({
  world,
  subject,
  record: null,
  past: null,
});

export const ofKind = (world: World, kind: number): Subject[] =>
  world.subjects.filter((s) => s.kind === kind);

export function factOf(subject: Subject, field: number): Value {
  const fact = subject.facts[field];
  if (fact === undefined || fact.kind === "list" || fact.kind === "no-list") {
    throw new Error(`field ${field} holds no single value`);
  }
  return fact;
}

export function cellOf(subject: Subject, cell: number): Value {
  const value = subject.cells.get(cell);
  if (value === undefined) throw new Error(`cell ${cell} is used before it is computed`);
  return value;
}

/** The subject a link leads to: undefined when the link is unknown or leads nowhere. */
export function follow(world: World, subject: Subject, link: number): Subject | undefined {
  const field = world.measure.subjects[subject.kind]!.fields[link]!;
  const id = factOf(subject, link);
  if (field.type.kind !== "link" || id.kind !== "link") return undefined;
  const kind = field.type.subject;
  return ofKind(world, kind).find((s) => s.id === id.value);
}
