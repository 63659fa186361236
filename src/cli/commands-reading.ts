import type { CommandDefinition } from "./command.ts";
import { DATA, GUANGXI, MEASURE } from "./data-options.ts";

/** What is made to be read: the measure itself as a page, and a result as one. */
export const READING: readonly CommandDefinition[] = [
  {
    name: "doc",
    arguments: [MEASURE],
    options: [
      {
        flags: "--out <file>",
        zh: "写入这个文件（.html）；默认写到标准输出",
        en: "write to this file (.html); default: standard output",
      },
    ],
    zh: "把办法做成一页可以阅读、打印的网页：条文、分档、谁会受到什么处理、要填报什么、还有什么没定",
    en: "make the measure a page to read and print: articles, bands, who is hit by what, what is reported, what is open",
    examples: [
      {
        command: "doc policies/guangxi/measure.banfa --out measure.html",
        zh: "写成网页",
        en: "as a page",
      },
      {
        command: "doc policies/guangxi/measure.banfa --lang en > measure.html",
        zh: "标题用英文",
        en: "with English headings",
      },
    ],
    load: () => import("./commands/doc.ts"),
  },
  {
    name: "report",
    arguments: [MEASURE],
    options: [
      ...DATA,
      {
        flags: "--out <file>",
        zh: "写入这个文件（.html）；默认写到标准输出",
        en: "write to this file (.html); default: standard output",
      },
      {
        flags: "--by <name>",
        zh: "按这一项分组画图，如 县；默认按办法的排名分组，或者按第一项分得开的",
        en: "group the figures by this fact or value; default: as the measure ranks, or the first that tells groups apart",
      },
      {
        flags: "--subjects <number>",
        zh: "最多逐个说明多少个对象，默认 500",
        en: "explain at most so many subjects one by one, 500 unless told",
      },
    ],
    zh: "计算一批对象，做成一页可以阅读、打印、转发的结果：等次和得分分布、排名、条款、后果、未定的、逐个说明",
    en: "apply a measure to a cohort and make the result a page: grades and scores, ranking, clauses, consequences, what is open, each subject explained",
    examples: [
      { command: `report ${GUANGXI} --out report.html`, zh: "写成网页", en: "as a page" },
      {
        command: `report ${GUANGXI} --by 设区市 --out report.html`,
        zh: "按设区市分组",
        en: "grouped by 设区市",
      },
    ],
    load: () => import("./commands/report.ts"),
  },
];
