import type { ConditionalRule, DataValidation } from "hucre/xlsx";
import type { Language } from "../../diagnostics/message.ts";
import { type ColumnType, isPeriodName } from "../../facts/data-schema.ts";
import type { RawRecord, RawValue } from "../raw.ts";
import { isExactNumber } from "../raw.ts";
import { columnLetters, quotedSheet, sheetName } from "../workbook/names.ts";
import type { ColumnFormat } from "../workbook/styles.ts";
import type { OutCell, OutSheet, OutValue } from "../workbook/write.ts";
import { CHOICES_SHEET, GUIDE_SHEETS } from "../workbook-data.ts";
import { type FormColumn, type FormTable, keyOf } from "./form-columns.ts";
import { type FormAbout, guideSheet } from "./form-guide.ts";
import { contentText, emptyText, headingText, INAPPLICABLE, textWidth, WORDS } from "./form-words.ts";

/** The sheets of one form: how to fill it in, a sheet for each table, and the lists that drop-downs choose from. */

/** Rows that have their format before anything is written in them. */
const FORMATTED_ROWS = 300;
/** The last row of a sheet. */
const LAST = 1_048_576;
/** Ids compared with each other as they are typed; comparing a million would make every key stroke wait. */
const COMPARED = 20_000;
/** Longest list that may stand in the rule itself. */
const LONGEST_LIST = 250;

/** @param all every table of the measure, so that sheets have the same names in all forms */
export function formSheets(
  tables: readonly FormTable[],
  all: readonly FormTable[],
  about: FormAbout,
): OutSheet[] {
  const names = tableNames(all);
  const choices = new ChoiceLists(about.language);
  const sheets = tables.map((t) => tableSheet(t, names, tables, choices, about));
  return [guideSheet(tables, names, about), ...sheets, ...choices.sheets()];
}

/** Sheets are called like what they hold: 包点领导, 考核表; where two kinds have a list of a name, 驻村工作队.考核表. */
export function tableNames(tables: readonly FormTable[]): ReadonlyMap<string, string> {
  const taken = new Set(
    [...Object.values(GUIDE_SHEETS), ...Object.values(CHOICES_SHEET)].map((n) => n.toLowerCase()),
  );
  const plain = (t: FormTable) => t.list ?? t.kind.name;
  return new Map(
    tables.map((t) => {
      const clash = tables.some((o) => o !== t && plain(o) === plain(t));
      return [keyOf(t), sheetName(clash && t.list !== null ? `${t.kind.name}.${t.list}` : plain(t), taken)];
    }),
  );
}

function tableSheet(
  table: FormTable,
  names: ReadonlyMap<string, string>,
  tables: readonly FormTable[],
  choices: ChoiceLists,
  about: FormAbout,
): OutSheet {
  const { language } = about;
  const { columns } = table;
  const filled = filledRows(table, about);
  const heading = columns.map((c): OutCell => {
    const comment = [c.description, contentText(c, language), emptyText(c, language)];
    return {
      value: headingText(c, language),
      style: c.column.required ? "required" : "heading",
      comment: comment.filter((t) => t !== null && t !== "").join("\n"),
    };
  });
  const rows: OutCell[][] = [heading];
  const styles = columns.map((c) => STYLE[formatOf(c)]);
  for (let row = 0; row < Math.max(FORMATTED_ROWS, filled.length + FORMATTED_ROWS / 2); row++) {
    rows.push(
      columns.map((_, i) => {
        const value = filled[row]?.[i] ?? null;
        const style = styles[i];
        return style === undefined ? value : { value, style };
      }),
    );
  }
  const context: RuleContext = { names, tables, choices, language, frequency: table.frequency };
  return {
    name: names.get(keyOf(table)) ?? table.kind.name,
    columns: columns.map((c) => ({ width: widthOf(c, language) })),
    rows,
    heights: new Map([[0, 36]]),
    frozen: { rows: 1, columns: 1 },
    validations: columns.flatMap((c, i) => validationOf(c, i, context) ?? []),
    rules: duplicateRule(table),
    repeat: "1:1",
    tab: table.list === null ? "4472C4" : "70AD47",
  };
}

const STYLE = { text: "id", date: "date", general: undefined } as const;

function formatOf({ column, role }: FormColumn): ColumnFormat {
  if (role !== "fact") return "text";
  switch (column.type.kind) {
    case "date":
      return "date";
    case "text":
    case "party":
    case "link":
    case "links":
      return "text";
    case "number":
    case "truth":
    case "choice":
    case "list":
      return "general";
  }
}

function widthOf(column: FormColumn, language: Language): number {
  const lines = headingText(column, language).split("\n");
  const members = column.column.type.kind === "choice" ? column.column.type.members : [];
  return Math.min(40, Math.max(10, ...[...lines, ...members].map((t) => textWidth(t) + 3)));
}

/** What is known of a subject already, in the cells of its row; of its records, the periods that are due. */
function filledRows({ kind, list, frequency, columns }: FormTable, { cohort }: FormAbout): OutValue[][] {
  const subjects = Object.hasOwn(cohort, kind.name) ? cohort[kind.name]! : [];
  if (list === null) {
    return subjects.map((s) => columns.map((c) => cellValue(own(s, c.column.name), c.column.type)));
  }
  const periods = frequency === null || frequency === "many" ? [] : PERIODS[frequency];
  return subjects.flatMap((s) => {
    const id = cellValue(own(s, kind.key), ID);
    const given = own(s, list);
    const records = Array.isArray(given) ? (given as readonly RawRecord[]) : [];
    if (records.length > 0) {
      return records.map((r) =>
        columns.map((c) => {
          if (c.role === "owner") return id;
          if (c.role === "period") return periodValue(r, periods);
          return cellValue(own(r, c.column.name), c.column.type);
        }),
      );
    }
    return periods.map((p) =>
      columns.map((c): OutValue => (c.role === "owner" ? id : c.role === "period" ? p : null)),
    );
  });
}

/** 1 as 1月, like the list that the cell chooses from. */
function periodValue(record: RawRecord, periods: readonly (string | null)[]): OutValue {
  const name = Object.keys(record).find(isPeriodName);
  const value = name === undefined ? null : own(record, name);
  const named = typeof value === "number" ? periods[value - 1] : null;
  return named ?? cellValue(value, ID);
}

const ID: ColumnType = { kind: "text" };

const own = (record: RawRecord, name: string): RawValue =>
  Object.hasOwn(record, name) ? (record[name] ?? null) : null;

function cellValue(value: RawValue, type: ColumnType): OutValue {
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value)) return value.map(String).join("、");
  if (typeof value === "object" && value !== null) return isExactNumber(value) ? String(value.text) : null;
  return typeof value === "number" && type.kind === "text" ? String(value) : value;
}

export const PERIODS = {
  month: Array.from({ length: 12 }, (_, i) => `${i + 1}月`),
  quarter: ["第一季度", "第二季度", "第三季度", "第四季度"],
  "half-year": ["上半年", "下半年"],
  year: [null],
} as const;

interface RuleContext {
  readonly names: ReadonlyMap<string, string>;
  readonly tables: readonly FormTable[];
  readonly choices: ChoiceLists;
  readonly language: Language;
  readonly frequency: FormTable["frequency"];
}

/** The rule of a column, from its first row to the last of the sheet; null: anything may be written. */
function validationOf(column: FormColumn, index: number, context: RuleContext): DataValidation | null {
  const letters = columnLetters(index);
  const words = WORDS[context.language];
  const cell = `${letters}2`;
  const base = {
    range: `${letters}2:${letters}${LAST}`,
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    inputTitle: cut(column.column.name, 30),
    inputMessage: cut(
      `${contentText(column, context.language)}\n${emptyText(column, context.language)}`,
      250,
    ),
    errorTitle: cut(column.column.name, 30),
  };
  const error = (text: string) => ({ errorMessage: cut(text, 220) });
  const content = error(`${words.wrong}: ${contentText(column, context.language)}`);
  const { type } = column.column;
  if (column.role === "id") {
    const ids = `$${letters}$2:$${letters}$${COMPARED}`;
    // COUNTIF would take two identity numbers that share their first fifteen digits for the same number.
    const formula1 = `SUMPRODUCT(--(${ids}=${cell}))<2`;
    return { ...base, type: "custom", formula1, errorStyle: "warning", ...error(words.duplicate) };
  }
  if (column.role === "owner") return idRule(base, cell, column.kind, context);
  if (column.role === "period") {
    const periods =
      context.frequency === null || context.frequency === "many" ? [] : PERIODS[context.frequency];
    const named = periods.filter((p) => p !== null);
    if (named.length === 0) return null;
    // 2018-03 is read as well as 3月.
    return { ...base, ...content, type: "list", ...context.choices.rule(named), errorStyle: "warning" };
  }
  switch (type.kind) {
    case "number":
      return { ...base, ...content, ...numberRule(type, cell, column.inapplicable) };
    case "truth":
      return { ...base, ...content, type: "list", ...context.choices.rule(["是", "否", ...also(column)]) };
    case "choice":
      return {
        ...base,
        ...content,
        type: "list",
        ...context.choices.rule([...type.members, ...also(column)]),
      };
    case "date":
      if (column.inapplicable) {
        return {
          ...base,
          ...content,
          type: "custom",
          formula1: `OR(${cell}="${INAPPLICABLE}",ISNUMBER(${cell}))`,
        };
      }
      // 1900-01-01 to 2199-12-31 as Excel counts days.
      return {
        ...base,
        ...content,
        type: "date",
        operator: "between",
        formula1: "1",
        formula2: "109574",
        errorStyle: "warning",
      };
    case "link":
      return idRule(base, cell, type.subject, context);
    case "links":
    case "text":
    case "party":
    case "list":
      return null;
  }
}

const also = (column: FormColumn): string[] => (column.inapplicable ? [INAPPLICABLE] : []);

function numberRule(
  type: ColumnType & { readonly kind: "number" },
  cell: string,
  inapplicable: boolean,
): Omit<DataValidation, "range"> {
  const { low, high } = type;
  // Typed with its sign, 47.5% is 0.475 to Excel, and below a lower bound of 1; so a percentage is only warned about.
  const errorStyle = type.unit === "%" ? "warning" : "stop";
  if (inapplicable || (low === null && high === null)) {
    const bounds = [
      `ISNUMBER(${cell})`,
      ...(low === null ? [] : [`${cell}>=${low}`]),
      ...(high === null ? [] : [`${cell}<=${high}`]),
    ];
    const number = `AND(${bounds.join(",")})`;
    return {
      type: "custom",
      formula1: inapplicable ? `OR(${cell}="${INAPPLICABLE}",${number})` : number,
      errorStyle,
    };
  }
  const kind = type.step === "1" && type.unit !== "%" ? "whole" : "decimal";
  if (low !== null && high !== null)
    return { type: kind, operator: "between", formula1: low, formula2: high, errorStyle };
  if (low !== null) return { type: kind, operator: "greaterThanOrEqual", formula1: low, errorStyle };
  return { type: kind, operator: "lessThanOrEqual", formula1: high!, errorStyle };
}

/** An id of another sheet of the same form; of a kind that is not in it, nobody can tell. */
function idRule(
  base: Omit<DataValidation, "type">,
  cell: string,
  subject: string,
  { names, tables, language }: RuleContext,
): DataValidation | null {
  const table = tables.find((t) => t.list === null && t.kind.name === subject);
  const name = table && names.get(keyOf(table));
  if (name === undefined) return null;
  const formula1 = `SUMPRODUCT(--(${quotedSheet(name)}!$A$2:$A$${COMPARED}=${cell}))>0`;
  return {
    ...base,
    type: "custom",
    formula1,
    errorStyle: "warning",
    errorMessage: WORDS[language].unknownId(name),
  };
}

function duplicateRule({ list }: FormTable): ConditionalRule[] {
  if (list !== null) return [];
  const formula = `AND(A2<>"",SUMPRODUCT(--($A$2:$A$${COMPARED}=A2))>1)`;
  const style = { fill: { type: "pattern", pattern: "solid", bgColor: { rgb: "F8CBAD" } } } as const;
  return [{ type: "expression", priority: 1, formula, range: `A2:A${FORMATTED_ROWS}`, style }];
}

/** Lists too long for a rule, or with a comma in a member, stand on a hidden sheet of their own. */
class ChoiceLists {
  readonly #name: string;
  readonly #lists: (readonly string[])[] = [];

  constructor(language: Language) {
    this.#name = CHOICES_SHEET[language];
  }

  rule(members: readonly string[]): Pick<DataValidation, "values" | "formula1"> {
    const short =
      members.join(",").length <= LONGEST_LIST && !members.some((m) => /[,"]/.test(m) || m !== m.trim());
    if (short) return { values: [...members] };
    const known = this.#lists.findIndex((l) => JSON.stringify(l) === JSON.stringify(members));
    const at = known >= 0 ? known : this.#lists.push(members) - 1;
    const letters = columnLetters(at);
    return { formula1: `${quotedSheet(this.#name)}!$${letters}$1:$${letters}$${members.length}` };
  }

  sheets(): OutSheet[] {
    if (this.#lists.length === 0) return [];
    const height = Math.max(...this.#lists.map((l) => l.length));
    const rows = Array.from({ length: height }, (_, row) => this.#lists.map((l) => l[row] ?? null));
    return [{ name: this.#name, rows, hidden: true }];
  }
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
