import type { CommandDefinition } from "./command.ts";
import { MEASURE } from "./data-options.ts";

/** What holds of a measure for everybody, and what would have to be otherwise for one. */
export const PROVING: readonly CommandDefinition[] = [
  {
    name: "prove",
    arguments: [MEASURE],
    options: [
      {
        flags: "--only <names>",
        zh: "只证这些，可重复或用顿号、逗号隔开：不可能(dead)、空档(gap)、重叠(overlap)、多余(subsumed)、单调(monotone)、断言(assertion)",
        en: "prove these only; repeatable, or with commas: dead, gap, overlap, subsumed, monotone, assertion",
        repeatable: true,
      },
      {
        flags: "--year <year>",
        zh: "考核年度，默认为施行的那一年",
        en: "the assessed year; default: the year of commencement",
      },
      {
        flags: "--timeout <seconds>",
        zh: "每问一次求解器最多几秒",
        en: "for one question to the solver",
        default: "5",
      },
    ],
    zh: "证明：对任何对象，没有够不上的条款、没有空档和重叠、没有多余的规定，分数高了等次不会低；不成立的举出反例",
    en: "prove for every subject: no dead clause, no gap, no overlap, nothing idle, no higher score with a lower grade; else show an example",
    examples: [
      { command: "prove policies/guangxi/measure.banfa", zh: "证明一个办法的各项性质", en: "of one measure" },
      {
        command: "prove --only 单调 policies/guangxi/measure.banfa",
        zh: "只证等次随分数升降",
        en: "only that grades follow scores",
      },
    ],
    load: () => import("./commands/prove.ts"),
  },
];
