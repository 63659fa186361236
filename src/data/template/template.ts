import type { Measure } from "../../compiler/ir/ir.ts";
import type { Language } from "../../diagnostics/message.ts";
import { dataSchemaOf } from "../../facts/data-schema.ts";
import type { RawCohort } from "../raw.ts";
import { workbookBytes } from "../workbook/write.ts";
import { departments, formTables, tablesOf } from "./form-columns.ts";
import { formSheets } from "./form-sheets.ts";
import { WORDS } from "./form-words.ts";

/** Forms that ask for what a measure needs: one for everything, or one for each department that reports. */

export interface FormOptions {
  readonly language: Language;
  /** The assessed year or period, for the title; null: none. */
  readonly period: string | null;
  /** What is known already. */
  readonly cohort: RawCohort;
}

export interface Form {
  /** null: everybody's, or what the measure names nobody for. */
  readonly department: string | null;
  readonly columns: number;
  readonly sheets: number;
  readonly bytes: Uint8Array;
}

/** One form with everything. */
export async function wholeForm(measure: Measure, options: FormOptions): Promise<Form> {
  const tables = formTables(measure, dataSchemaOf(measure), options.language);
  return form(measure, tables, tables, null, options);
}

/** A form for each department; the last one asks for what the measure names nobody for. */
export async function formsBySource(measure: Measure, options: FormOptions): Promise<Form[]> {
  const tables = formTables(measure, dataSchemaOf(measure), options.language);
  const forms: Form[] = [];
  for (const department of departments(tables)) {
    const own = tablesOf(tables, department);
    if (own.length > 0) forms.push(await form(measure, own, tables, department, options));
  }
  return forms;
}

async function form(
  measure: Measure,
  own: ReturnType<typeof formTables>,
  all: ReturnType<typeof formTables>,
  department: string | null,
  { language, period, cohort }: FormOptions,
): Promise<Form> {
  const year = period === null ? "" : language === "zh" ? `（${period}）` : ` (${period})`;
  const title = WORDS[language].title(measure.title ?? measure.name, year);
  const sheets = formSheets(own, all, { title, department, language, cohort });
  return {
    department,
    columns: own.reduce((sum, t) => sum + t.columns.filter((c) => c.role === "fact").length, 0),
    sheets: own.length,
    bytes: await workbookBytes(sheets, { title, ...(department !== null && { description: department }) }),
  };
}
