import type { OptionDefinition } from "./command.ts";

/** What several commands take: a measure, and data for it. */

export const MEASURE = { notation: "<measure>", zh: "办法文件（.banfa）", en: "the measure (.banfa)" };

/** One, or all of a folder that have cases. */
export const MEASURES_WITH_CASES = {
  notation: "<measure>",
  zh: "办法文件（.banfa），或者文件夹：其下每份旁边有 cases.yaml 的办法",
  en: "the measure (.banfa), or a folder: every measure below it with a cases.yaml beside it",
};

/** Where what is computed goes by a day or a period. */
export const VERSIONS = {
  notation: "<measure>",
  zh: "办法文件（.banfa），或者放着各个版本的文件夹：按施行、失效选评定日有效的一个",
  en: "the measure (.banfa), or a folder of its versions: the one in force on the day of assessment",
};

export const DATA: readonly OptionDefinition[] = [
  {
    flags: "--data <file>",
    zh: "数据文件（.xlsx、.csv、.json、.yaml、.parquet），可重复，同一编号的内容合在一起；表格可写成 对象名=文件",
    en: "facts; repeatable, joined by id; a table may be given as KIND=FILE",
    required: true,
    repeatable: true,
  },
  { flags: "--year <year>", zh: "考核年度", en: "the assessed year" },
  {
    flags: "--period <period>",
    zh: "考核期，如 2026-Q1、2026-03、2026-H1；年度考核用 --year",
    en: "the assessed period, as 2026-Q1, 2026-03 or 2026-H1; for a year use --year",
  },
  { flags: "--params <file>", zh: "参数文件（.json、.yaml）", en: "values of the open parameters" },
  {
    flags: "--history <file>",
    zh: "以前年度（各期）的结果（run 的 JSON 输出），可重复",
    en: "results of earlier years or periods (JSON of run); repeatable",
    repeatable: true,
  },
  { flags: "--date <date>", zh: "评定日，如 2019-01-10", en: "the day of assessment, as 2019-01-10" },
];

export const GUANGXI = "policies/guangxi/measure.banfa --data examples/guangxi-2018/cohort.csv --year 2018";

/** How a result can be written. */
export const OUT_FORMATS = ["xlsx", "csv", "json", "parquet", "md", "html"] as const;
export type OutFormat = (typeof OUT_FORMATS)[number];
