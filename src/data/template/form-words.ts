import type { Language } from "../../diagnostics/message.ts";
import type { ColumnType } from "../../facts/data-schema.ts";
import { splitUnit } from "../csv-table.ts";
import type { FormColumn, FormTable } from "./form-columns.ts";

/** What a form says to who fills it in, in one language. Parts of sentences, without full stops, as in a table. */

export const INAPPLICABLE = "不适用";

interface Words {
  readonly required: string;
  readonly optional: string;
  readonly orInapplicable: string;
  readonly otherwise: (value: string) => string;
  readonly perPeriod: Readonly<Record<NonNullable<FormTable["frequency"]>, string>>;
  readonly once: string;
  readonly everySubject: string;
  readonly number: string;
  readonly integer: string;
  readonly steps: (step: string) => string;
  readonly percent: string;
  readonly fraction: string;
  readonly yesNo: string;
  readonly oneOf: string;
  readonly date: string;
  readonly text: string;
  readonly names: string;
  readonly idOf: (kind: string) => string;
  readonly idsOf: (kind: string) => string;
  readonly id: string;
  readonly unlisted: string;
  readonly columns: readonly string[];
  readonly how: string;
  readonly rules: readonly string[];
  readonly title: (measure: string, year: string) => string;
  readonly by: (department: string) => string;
  readonly wrong: string;
  readonly duplicate: string;
  readonly unknownId: (kind: string) => string;
  readonly period: string;
  readonly years: (name: string) => string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    required: "必填",
    optional: "可不填",
    orInapplicable: "可填“不适用”",
    otherwise: (v) => `不填按 ${v} 计`,
    perPeriod: {
      month: "每个对象每月一行",
      quarter: "每个对象每季度一行",
      "half-year": "每个对象每半年一行",
      year: "每个对象每年一行",
      many: "一事一行，没有就不填行",
    },
    once: "每个对象一行",
    everySubject: "考核期内",
    number: "数",
    integer: "整数",
    steps: (s) => `精确到 ${s}`,
    percent: "百分数，填 47.5 或 47.5% 都可以",
    fraction: "小数，如 0.475",
    yesNo: "是 或 否",
    oneOf: "从下拉框里选",
    date: "日期，如 2018-04-23",
    text: "文字",
    names: "姓名或者单位名称，几个用“、”隔开",
    idOf: (k) => `“${k}”表里的编号`,
    idsOf: (k) => `“${k}”表里的编号，几个用“、”隔开`,
    id: "不重复的编号，各部门的表用同一套编号",
    unlisted: "没有写明",
    columns: ["工作表", "栏目", "填什么", "单位", "含义", "由谁填报", "能不能空着", "多少行"],
    how: "怎样填",
    rules: [
      "从第 2 行起填写，一行一个对象或者一件事；列可以移动，可以加列，表头第一行的名称不要改",
      "编号是文字：007 不会变成 7；各部门的表按编号合在一起，同一个对象的编号要写得一样",
      "黄色表头的栏目必填；空着的，依赖它的结果就是“待定”，不会当作 0",
      "有下拉框的请从里面选；超出范围时会提示",
      "不要用颜色、批注代替内容，计算时只看格子里的内容",
    ],
    title: (m, y) => `${m} 数据采集表${y}`,
    by: (d) => `填报单位：${d}`,
    wrong: "填的内容不合要求",
    duplicate: "这个编号已经填过了",
    unknownId: (k) => `“${k}”表里没有这个编号`,
    period: "哪一期",
    years: (n) => `以前年度的值另加一列，表头写 ${n}（2025年）`,
  },
  en: {
    required: "required",
    optional: "may be empty",
    orInapplicable: "or 不适用 (not applicable)",
    otherwise: (v) => `empty counts as ${v}`,
    perPeriod: {
      month: "a row per subject and month",
      quarter: "a row per subject and quarter",
      "half-year": "a row per subject and half-year",
      year: "a row per subject and year",
      many: "a row per event; none if there is none",
    },
    once: "a row per subject",
    everySubject: "in the assessed period",
    number: "a number",
    integer: "a whole number",
    steps: (s) => `in steps of ${s}`,
    percent: "a percentage: 47.5 or 47.5%",
    fraction: "a fraction, as 0.475",
    yesNo: "是 (yes) or 否 (no)",
    oneOf: "choose from the list",
    date: "a date, as 2018-04-23",
    text: "text",
    names: "names of people or bodies, with 、 between them",
    idOf: (k) => `an id of the sheet “${k}”`,
    idsOf: (k) => `ids of the sheet “${k}”, with 、 between them`,
    id: "an id that nobody else has; the same in the forms of all departments",
    unlisted: "not said",
    columns: ["Sheet", "Column", "Write", "Unit", "Meaning", "Reported by", "Empty?", "Rows"],
    how: "How to fill in",
    rules: [
      "Begin in row 2, one subject or event a row; columns may be moved or added, but keep the first line of each heading",
      "Ids are text: 007 stays 007; the forms of all departments are joined by id, so write it alike",
      "Columns with a yellow heading are required; what is empty leaves results undetermined and does not count as 0",
      "Choose from the list where there is one; a value out of range is refused",
      "Colours and comments do not count, only what is written in the cells",
    ],
    title: (m, y) => `${m}: data form${y}`,
    by: (d) => `Reported by: ${d}`,
    wrong: "Not what this column holds",
    duplicate: "This id is taken",
    unknownId: (k) => `No such id in the sheet “${k}”`,
    period: "which period",
    years: (n) => `for earlier years add a column headed ${n}（2025年）`,
  },
};

/** What to write in a column. */
export function contentText({ column, role, kind }: FormColumn, language: Language): string {
  const words = WORDS[language];
  const { type } = column;
  if (role === "id") return words.id;
  if (role === "owner") return words.idOf(kind);
  if (role === "period") return words.period;
  switch (type.kind) {
    case "number": {
      const what = type.asFraction
        ? words.fraction
        : type.unit === "%"
          ? words.percent
          : type.step === "1"
            ? words.integer
            : words.number;
      const step = type.step === null || type.step === "1" ? "" : words.steps(type.step);
      return [what, rangeText(type), step].filter((t) => t !== "").join(language === "zh" ? "，" : ", ");
    }
    case "truth":
      return words.yesNo;
    case "choice":
      return `${words.oneOf}${language === "zh" ? "：" : ": "}${type.members.join("、")}`;
    case "date":
      return words.date;
    case "party":
      return words.names;
    case "link":
      return words.idOf(type.subject);
    case "links":
      return words.idsOf(type.subject);
    case "text":
    case "list":
      return words.text;
  }
}

/** `0～30`, `≥0`; empty without bounds. */
export function rangeText(type: ColumnType): string {
  if (type.kind !== "number") return "";
  const { low, high } = type;
  if (low !== null && high !== null) return `${low}～${high}`;
  if (low !== null) return `≥${low}`;
  return high === null ? "" : `≤${high}`;
}

/** How wide a text is, in letters. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0xff ? 2 : 1), 0);

export function emptyText(column: FormColumn, language: Language): string {
  const words = WORDS[language];
  const parts = [
    column.fallback !== null
      ? words.otherwise(column.fallback)
      : column.column.required
        ? words.required
        : words.optional,
    ...(column.inapplicable ? [words.orInapplicable] : []),
  ];
  return parts.join(language === "zh" ? "，" : ", ");
}

/**
 * The name of the field with its unit, and below it, for who fills in the form, its range and whether it must be
 * filled in. The reader of data knows a column by the first line.
 */
export function headingText(column: FormColumn, language: Language): string {
  const { name, type } = column.column;
  // A name that has brackets itself would be taken apart in the wrong place.
  const bare = splitUnit(name).unit === null && !/[()（）[\]]/.test(name);
  const unit = type.kind === "number" && type.unit !== "" && bare ? `（${type.unit}）` : "";
  const hint = [
    rangeText(type),
    ...(column.column.required ? [WORDS[language].required] : []),
    ...(column.inapplicable ? [INAPPLICABLE] : []),
  ].filter((t) => t !== "");
  return hint.length === 0 ? `${name}${unit}` : `${name}${unit}\n${hint.join(" · ")}`;
}
