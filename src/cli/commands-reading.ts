import type { CommandDefinition } from "./command.ts";
import { MEASURE } from "./data-options.ts";

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
];
