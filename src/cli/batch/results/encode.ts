import type { Measure } from "../../../compiler/ir/ir.ts";
import { parquetColumns, parquetLine } from "../../../data/parquet-out.ts";
import { csvLine, type FlatColumns, subjectJson } from "../../../data/results-out.ts";
import type { Language } from "../../../diagnostics/message.ts";
import type { TablePlan } from "../../../report/results/columns.ts";
import { figuresOf } from "../../../report/results/figures.ts";
import { rowLine } from "../../../report/results/gather.ts";
import { pageFactsOf, pageLists } from "../../../report/results/page-facts.ts";
import { tablePlans } from "../../../report/results/tables.ts";
import type { Tables } from "../../../runtime/abi.ts";
import type { SubjectResult } from "../../../runtime/result.ts";
import type { OutFormat } from "../../data-options.ts";

/**
 * What a thread makes of the results of a batch: bytes, a part for each subject, from which a sink makes the file. The
 * parts may be put in another order on their way, since nothing in one depends on those before it.
 */

export interface EncodeSetup {
  readonly format: OutFormat;
  readonly language: Language;
  /** The kinds of subjects that the data have. */
  readonly kinds: readonly string[];
}

export interface Encoded {
  /** One subject's part after the other. */
  readonly body: Uint8Array;
  /** Bytes of each part. */
  readonly lengths: Uint32Array;
}

export type Encode = (subjects: readonly SubjectResult[]) => Encoded;

export function encoderFor(setup: EncodeSetup, tables: Tables, measure: Measure): Encode {
  const { format, language } = setup;
  switch (format) {
    case "json":
      // Whoever writes the first one leaves its comma out.
      return joined((s) => `,${subjectJson(s)}`);
    case "csv": {
      const columns = flatColumns(tables, setup.kinds);
      return joined((s) => csvLine(s, columns, language));
    }
    case "parquet": {
      const columns = parquetColumns(tables, flatColumns(tables, setup.kinds));
      return joined((s) => parquetLine(s, columns));
    }
    case "html": {
      const view = { measure, tables, language };
      const plans = pageLists(view).map((list) => list.plan);
      return joined((s) => lines(s, pageFactsOf(s, view, null), plans, true));
    }
    case "md":
    case "xlsx": {
      const plans = tablePlans({ measure, tables, language }, setup.kinds);
      return joined((s) => lines(s, figuresOf(s, measure), plans));
    }
  }
}

/**
 * What a line of a part begins with: what a subject adds to the figures, the first, second … table that it is a row of, or
 * the subject as a whole.
 */
export const FIGURES_LINE = 0x30;
export const FIRST_TABLE = FIGURES_LINE + 1;
export const SUBJECT_LINE = 0x7e;

/** @param whole for a page, which explains some of them: stands before the figures */
function lines(s: SubjectResult, figures: object, plans: readonly TablePlan[], whole = false): string {
  const line = (begin: number, text: string) => `${String.fromCharCode(begin)}${text}\n`;
  return [
    ...(whole ? [line(SUBJECT_LINE, JSON.stringify(s))] : []),
    line(FIGURES_LINE, JSON.stringify(figures)),
    ...plans.flatMap((plan, i) => Array.from(plan.rowsOf(s), (row) => line(FIRST_TABLE + i, rowLine(row)))),
  ].join("");
}

/** The columns of the flat table: names of a measure's own kinds of subjects, in the order of the results. */
export function flatColumns(tables: Tables, kinds: readonly string[]): FlatColumns {
  const values = new Set<string>();
  const grades = new Set<string>();
  for (const [kind, { name, of }] of tables.subjects.entries()) {
    if (of || !kinds.includes(name)) continue;
    for (const cell of tables.cells)
      if (cell.subject === kind && cell.name !== null) (cell.grade === null ? values : grades).add(cell.name);
  }
  return { values: [...values], grades: [...grades] };
}

function joined(textOf: (s: SubjectResult) => string): Encode {
  return (subjects) => {
    const texts = subjects.map(textOf);
    // Its memory is its own, so that it may go to another thread.
    const body = new TextEncoder().encode(texts.join(""));
    return { body, lengths: Uint32Array.from(texts, (text) => Buffer.byteLength(text)) };
  };
}
