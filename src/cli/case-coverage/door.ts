import { loadProbes } from "../../compiler/emit/load.ts";
import type { Measure } from "../../compiler/ir/ir.ts";
import type { MeasureFile } from "../../parser/ast.ts";
import type { OpenContext, OpenFunction } from "../../runtime/abi.ts";
import type { OpenRow } from "../../runtime/open-rows.ts";
import type { SourceText } from "../../source/source-text.ts";
import { clauseEntries } from "./clauses.ts";
import { LimitEntries } from "./limits.ts";
import { Places } from "./places.ts";
import { CATEGORIES, type Category, type Entry, type Point, Probes, Sight } from "./points.ts";
import { RowEntries } from "./rows.ts";
import { tablesOf } from "./tables.ts";
import { Words } from "./words.ts";

/** What the cases of a measure reach of it: give `observe` to each evaluation, then ask for the report. */
export class CaseCoverage {
  readonly #measure: Measure;
  readonly #source: SourceText;
  readonly #entries: readonly Entry[];
  readonly #functions: readonly OpenFunction[];
  readonly #counts: readonly number[][];
  readonly #subjects: number[];

  constructor(measure: Measure, file: MeasureFile, source: SourceText) {
    this.#measure = measure;
    this.#source = source;
    const probes = new Probes();
    const words = new Words(measure);
    const tables = tablesOf(file, source);
    const places = new Places(measure, source);
    const rows = new RowEntries(measure, probes, words, places, tables);
    this.#entries = [
      ...clauseEntries(measure, probes, tables),
      ...rows.entries,
      ...new LimitEntries(measure, probes, words, places, rows).entries,
    ].sort(
      (a, b) =>
        CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) || a.at - b.at || a.kind - b.kind,
    );
    this.#functions = loadProbes(measure, probes.list);
    this.#counts = this.#entries.map((e) => e.points.map(() => 0));
    this.#subjects = measure.subjects.map(() => 0);
  }

  readonly observe = (row: OpenRow, context: OpenContext): void => {
    this.#subjects[row.kind]!++;
    const sights = new Map<number | null, readonly Sight[]>();
    for (const [i, entry] of this.#entries.entries()) {
      if (entry.kind !== row.kind) continue;
      let seen = sights.get(entry.list);
      if (!seen) {
        const records = entry.list === null ? [null] : (row.l[entry.list]?.records ?? []);
        seen = records.map((r) => new Sight(this.#measure, this.#functions, row, r, context));
        sights.set(entry.list, seen);
      }
      for (const [k, point] of entry.points.entries())
        if (seen.some((sight) => point.seen(sight))) this.#counts[i]![k]!++;
    }
  };

  #place(at: number): { line: number; file?: string } {
    const { file, start } = this.#source.placeOf({ start: at, end: at });
    return { line: start.line, ...(file !== this.#source.name && { file }) };
  }

  report(): CoverageReport {
    const entries = this.#entries.map((entry, i): ReachedEntry => {
      const { category, what, text } = entry;
      return {
        category,
        what,
        cite: this.#measure.citations[entry.cite]!.text,
        kind: this.#measure.subjects[entry.kind]!.name,
        ...this.#place(entry.at),
        text,
        data: this.#subjects[entry.kind]! > 0,
        points: entry.points.map(({ state, fact }, k) => ({ state, fact, count: this.#counts[i]![k]! })),
      };
    });
    return {
      entries,
      shares: CATEGORIES.map((category) => shareOf(category, entries)),
      kinds: this.#measure.subjects.map((s, i) => ({ name: s.name, subjects: this.#subjects[i]! })),
    };
  }
}

export interface ReachedEntry {
  readonly category: Category;
  readonly what: Entry["what"];
  readonly cite: string;
  /** The kind of subject it is about. */
  readonly kind: string;
  /** Line in the measure, from 1. */
  readonly line: number;
  /** Where that is not the measure itself but one that it builds on. */
  readonly file?: string;
  readonly text: string;
  /** false: no case has a subject of this kind. */
  readonly data: boolean;
  /** `count`: how many subjects of the cases were there. */
  readonly points: readonly (Pick<Point, "state" | "fact"> & { readonly count: number })[];
}

export interface Share {
  readonly category: Category;
  readonly reached: number;
  readonly total: number;
}

export interface CoverageReport {
  readonly entries: readonly ReachedEntry[];
  /** By category; of all points, those that some subject reached. */
  readonly shares: readonly Share[];
  readonly kinds: readonly { readonly name: string; readonly subjects: number }[];
}

function shareOf(category: Category, entries: readonly ReachedEntry[]): Share {
  const points = entries.filter((e) => e.category === category).flatMap((e) => e.points);
  return { category, reached: points.filter((p) => p.count > 0).length, total: points.length };
}

/** Per cent, cut to one decimal, so that only a full account shows 100; nothing to reach is 100. */
export const percentOf = ({ reached, total }: Share): number =>
  total === 0 ? 100 : Math.floor((1000 * reached) / total) / 10;

/** Citations of clauses, items and rungs that hold in no case. */
export function citesNeverFired({ entries }: CoverageReport): string[] {
  const never = entries.filter(
    (e) =>
      e.points.some((p) => (p.state === "fired" || p.state === "held") && p.count === 0) ||
      (e.what === "rung" && e.points.some((p) => p.count === 0)),
  );
  const inOrder = never.toSorted((a, b) => a.line - b.line);
  return [...new Set(inOrder.map((e) => e.cite))];
}
