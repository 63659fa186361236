import type { Problem } from "../diagnostics/problem.ts";
import type { RawRecord, RawValue } from "./raw.ts";

/** A JSON or YAML file as plain data that still knows on which line everything stands. */
export interface DataDocument {
  readonly file: string;
  readonly value: RawValue;
  /** The line (from 1) on which the value at a path starts; of the nearest known part above it otherwise. */
  lineOf(path: DocumentPath): number;
}

export type DocumentPath = readonly (string | number)[];

export interface ReadDocument {
  readonly document: DataDocument | null;
  readonly problems: readonly Problem[];
}

/** Deepest nesting read; data need five levels (kind, subjects, subject, list, record). */
export const DEEPEST = 64;

export function isRecord(value: RawValue | undefined): value is RawRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: RawValue | undefined): value is readonly RawValue[] {
  return Array.isArray(value);
}

/** The entry of that name, or undefined. */
export function entry(value: RawValue | undefined, name: string): RawValue | undefined {
  return isRecord(value) && Object.hasOwn(value, name) ? (value as RawRecord)[name] : undefined;
}
