/** What the page itself says; names come from the measure and stay as they are written there. */
import type { FactProblem } from "banfa/runtime";

export type Language = "zh" | "en";

const WORDS = {
  zh: {
    year: "考核年度",
    verdict: "评定",
    why: "依据和说明",
    ask: "先填这一项",
    nothingToAsk: "不缺什么了。",
    goTo: "去填写",
    yes: "是",
    no: "否",
    unknown: "(未填)",
    open: "待定",
    possible: "可能为",
    add: "添加一条",
    remove: "删除这一条",
    none: "没有,一条也没有",
    row: "第",
    badYear: "考核年度应当是四位的年份。",
    language: "English",
  },
  en: {
    year: "Year",
    verdict: "Verdict",
    why: "Grounds and explanation",
    ask: "Answer this first",
    nothingToAsk: "Nothing is missing.",
    goTo: "Go to it",
    yes: "yes",
    no: "no",
    unknown: "(not filled in)",
    open: "not settled",
    possible: "still possible:",
    add: "Add a record",
    remove: "Remove this record",
    none: "None: there are no records",
    row: "No.",
    badYear: "The year should have four digits.",
    language: "中文",
  },
} as const;

export type Word = keyof (typeof WORDS)["zh"];

export const say = (word: Word, language: Language): string => WORDS[language][word];

/** What is wrong with a fact; the hint beside the field says what may be filled in. */
export function wrong({ issue, value, detail }: FactProblem, language: Language): string {
  const zh = language === "zh";
  switch (issue) {
    case "out-of-range":
      return zh ? `${value} 超出范围 ${detail}。` : `${value} is out of range (${detail}).`;
    case "too-precise":
      return zh ? `${value} 太细,应当精确到 ${detail}。` : `${value} is too precise; round it to ${detail}.`;
    case "bad-date":
      return zh ? `“${value}”不是日期。` : `“${value}” is not a date.`;
    case "doubtful-percent":
      return zh
        ? `${value} 是百分之几还是小数,分不清;请写成 47.5 这样。`
        : `${value}: per cent or a fraction? Write 47.5.`;
    case "unknown-member":
      return zh ? `没有“${value}”这一项。` : `There is no option “${value}”.`;
    case "missing-id":
      return zh ? "请填写。" : "Please fill this in.";
    case "wrong-type":
    case "bad-term":
    case "no-such-subject":
    case "duplicate-id":
    case "duplicate-period":
    case "bad-period":
    case "unknown-kind":
    case "unknown-field":
    case "unknown-parameter":
    case "bad-parameter":
    case "parameter-order":
      return zh ? `“${value}”不能用在这里。` : `“${value}” cannot stand here.`;
  }
}
