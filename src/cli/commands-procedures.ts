import type { CommandDefinition } from "./command.ts";
import { MEASURE } from "./data-options.ts";

/** The procedures of a measure: their dates, how far they are, and the draws they prescribe. */
export const PROCEDURES: readonly CommandDefinition[] = [
  {
    name: "schedule",
    arguments: [MEASURE],
    options: [
      { flags: "--year <year>", zh: "考核年度", en: "the assessed year" },
      {
        flags: "--out <file>",
        zh: "写入文件：.csv 是可以填写完成日期的表，.ics 供日历程序导入，.json 供程序读取",
        en: "write a file: .csv, a form to fill in; .ics for calendar programs; .json for programs",
      },
    ],
    zh: "日程：谁在哪一天以前做什么、交给谁；遇放假顺延，还没有公布放假安排的年度日期待定",
    en: "who does what by which day, for whom; moved past days off, open in a year whose days off are not announced",
    examples: [
      {
        command: "schedule policies/xizang/measure.banfa --year 2026",
        zh: "列出一年的日程",
        en: "the dates of a year",
      },
      {
        command: "schedule policies/xizang/measure.banfa --year 2026 --out 日程.ics",
        zh: "导出到日历",
        en: "for a calendar program",
      },
    ],
    load: () => import("./commands/schedule.ts"),
  },
  {
    name: "progress",
    arguments: [MEASURE],
    options: [
      {
        flags: "--log <file>",
        zh: "办理记录（.csv、.yaml、.json）：schedule --out 日程.csv 写出的表，填上完成日期",
        en: "the log (.csv, .yaml, .json): the form of schedule --out log.csv with the days filled in",
        required: true,
      },
      { flags: "--date <date>", zh: "看哪一天的进度，如 2026-05-12", en: "the day, as 2026-05-12" },
      {
        flags: "--year <year>",
        zh: "考核年度，默认为这一天所在的年",
        en: "the assessed year; default: that of the day",
      },
    ],
    zh: "进度：哪些办完、哪些逾期、哪些现在该办、哪些在等谁",
    en: "what is done, late, due, or waiting for whom",
    examples: [
      {
        command: "progress policies/xizang/measure.banfa --log 日程.csv --date 2026-05-12",
        zh: "5月12日的进度",
        en: "on 12 May",
      },
    ],
    load: () => import("./commands/progress.ts"),
  },
  {
    name: "sample",
    arguments: [MEASURE],
    options: [
      {
        flags: "--list <file>",
        zh: "名单（.csv、.json、.yaml），可重复；几种对象写成 对象名=文件",
        en: "the list; repeatable; KIND=FILE where there are several kinds",
        required: true,
        repeatable: true,
      },
      {
        flags: "--seed <text>",
        zh: "种子：名单定了以后才产生的公开文字，如当天的开奖号码",
        en: "the seed: a public text that came after the list, such as the day's lottery numbers",
      },
      {
        flags: "--draw <name>",
        zh: "哪一处抽查（名称或条款）；只有一处时不用写",
        en: "which draw, by name or clause; not needed where there is one",
      },
      {
        flags: "--rounding <how>",
        zh: "应抽不是整数时怎样取整，办法没有写的时候用",
        en: "how to round a share, where the measure does not say",
        choices: ["up", "down", "half-up"],
      },
      {
        flags: "--kinds <how>",
        zh: "几种对象分开抽（apart）还是放在一起抽（together），办法没有写的时候用",
        en: "several kinds of subject apart or together, where the measure does not say",
        choices: ["apart", "together"],
      },
      { flags: "--date <date>", zh: "抽取的日期，记入记录", en: "the day, for the record" },
      { flags: "--out <file>", zh: "把记录写入文件（.json）", en: "write the record (.json)" },
      {
        flags: "--verify <record>",
        zh: "照记录重抽，看结果是否一致",
        en: "draw anew as a record says, and compare",
      },
    ],
    zh: "随机抽取：同一份名单和种子总是抽出同样的结果，可以手工核对，记录在案",
    en: "a public draw: the same list and seed always give the same, to be verified by hand, with a record",
    examples: [
      {
        command:
          "sample policies/yingshan/measure.banfa --list 名单.csv --seed 2026-06-01双色球03081119 --out 抽取记录.json",
        zh: "抽取并写出记录",
        en: "draw, and write the record",
      },
      {
        command: "sample policies/yingshan/measure.banfa --list 名单.csv --verify 抽取记录.json",
        zh: "核对",
        en: "verify",
      },
    ],
    load: () => import("./commands/sample.ts"),
  },
];
