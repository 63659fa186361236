import type { CommandDefinition } from "./command.ts";
import { DATA, GUANGXI, MEASURE } from "./data-options.ts";

/** What holds of a measure for everybody, and what would have to be otherwise for one. */
export const PROVING: readonly CommandDefinition[] = [
  {
    name: "prove",
    arguments: [MEASURE],
    options: [
      {
        flags: "--only <names>",
        zh: "只证这些，可重复或用顿号、逗号隔开：断言(assertion)、不可能(dead)、空档(gap)、重叠(overlap)、多余(subsumed)、单调(monotone)",
        en: "prove these only; repeatable, or with commas: assertion, dead, gap, overlap, subsumed, monotone",
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
    zh: "证明：对任何对象，写明的断言成立，没有够不上的条款、没有空档和重叠、没有多余的规定，分数高了等次不会低；不成立的举出反例",
    en: "prove for every subject: assertions hold, no dead clause, no gap, no overlap, nothing idle, no higher score with a lower grade; else show an example",
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
  {
    name: "what-if",
    arguments: [MEASURE],
    options: [
      ...DATA,
      {
        flags: "--subject <id>",
        zh: "对象的标识；几种对象同号时写 对象名=标识",
        en: "id of the subject, or KIND=ID",
        required: true,
      },
      { flags: "--reach <grade>", zh: "要达到的等次", en: "the grade to reach, or better", required: true },
      {
        flags: "--grade <name>",
        zh: "哪一种等次；只有一种时可以不写",
        en: "which scale; not needed where there is one",
      },
      {
        flags: "--only <facts>",
        zh: "只许改这些数据，可重复或用顿号、逗号隔开",
        en: "only these facts may change; repeatable, or with commas",
        repeatable: true,
      },
      { flags: "--keep <facts>", zh: "不许改这些数据", en: "these facts stay", repeatable: true },
      { flags: "--no-proof", zh: "只试，不证明没有更小的改动", en: "only try; prove nothing" },
    ],
    zh: "假如：一个对象的数据最少要有哪些不同，才能达到某个等次；其他人的数据不变，名次照实重排",
    en: "the least change of one subject's facts that would have led to a grade, all others as they are",
    examples: [
      {
        command: `what-if ${GUANGXI} --params examples/guangxi-2018/parameters.yaml --subject L0101 --reach 优秀`,
        zh: "L0101 怎样才能优秀",
        en: "what L0101 lacks for 优秀",
      },
    ],
    load: () => import("./commands/what-if.ts"),
  },
];
