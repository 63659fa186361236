import type { CommandDefinition } from "./command.ts";
import { MEASURE } from "./data-options.ts";

/** Commands about the data of a measure. */

export const TEMPLATE: CommandDefinition = {
  name: "template",
  arguments: [MEASURE],
  options: [
    {
      flags: "--out <file>",
      zh: "一个工作簿（.xlsx），每种对象、每种记录一张表",
      en: "one workbook (.xlsx) with a sheet for each kind of subject and record",
    },
    {
      flags: "--by-source <folder>",
      zh: "每个填报单位（来源）一个工作簿，写到这个文件夹；收回后一起交给 run",
      en: "a workbook for each reporting department, into this folder; give them all to run when they come back",
    },
    { flags: "--year <year>", zh: "考核年度，写在表名里", en: "the assessed year, for the title" },
    { flags: "--period <period>", zh: "考核期，写在表名里", en: "the assessed period, for the title" },
    {
      flags: "--data <file>",
      zh: "已有的名册或者数据，预先填在表里；可重复",
      en: "a roster or data to fill in beforehand; repeatable",
      repeatable: true,
    },
  ],
  zh: "生成填报用的 Excel 表：栏目、单位、范围、下拉框和填表说明",
  en: "make the Excel form that asks for what a measure needs",
  examples: [
    {
      command: "template policies/guangxi/measure.banfa --out 2018.xlsx --year 2018",
      zh: "一个工作簿",
      en: "one workbook",
    },
    {
      command: "template policies/xizang/measure.banfa --by-source forms --data roster.csv",
      zh: "每个填报单位一个，名册已经填好",
      en: "one for each department, with the roster filled in",
    },
  ],
  load: () => import("./commands/template.ts"),
};
