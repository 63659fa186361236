import type { Language } from "../../diagnostics/message.ts";
import { format } from "../../format/format.ts";
import { SourceText } from "../../source/source-text.ts";
import type { Head } from "./head.ts";

/** A small measure that checks clean, to be rewritten: one kind of subject, three grades, a veto, two consequences. */
export function blankMeasure(head: Head, language: Language): string {
  const w = WORDS[language];
  const text = `办法 ${head.name}
${head.issuer === null ? "" : `制定机关 ${head.issuer}\n`}${head.effective}

措施 ${w.reward}: ${w.praise}
措施 ${w.penalty}: ${w.talk}

# ${w.facts}
对象 ${w.village},标识 ${w.id}
  ${w.id}: 文字
  ${w.score}: 0至100分,精确到 0.01  来源 ${w.county}
  ${w.fraud}: 是否  来源 ${w.county}

${w.articles[0]}【${w.purpose}】宣示

# ${w.bands}
${w.articles[1]}【${w.grade}】
  等次 ${w.grade} 由高到低 ${w.good}、${w.fair}、${w.poor}
  依 ${w.score} 评定 ${w.grade}:
    90分以上 为 ${w.good}
    60分以上不满90分 为 ${w.fair}
    不满60分 为 ${w.poor}

${w.articles[2]}【${w.veto}】 ${w.fraud} 的,一票否决 评为 ${w.poor}

${w.articles[3]}【${w.after}】
  ${w.items[0]} ${w.grade} 为 ${w.good} 的,对 本人 ${w.praise}
  ${w.items[1]} ${w.grade} 为 ${w.poor} 的,对 本人 ${w.talk}
`;
  const laid = format(new SourceText("measure.banfa", text), { keywords: language });
  return laid.text ?? text;
}

/** @param year the first that is assessed */
export function blankCases(language: Language, year: number): string {
  const w = WORDS[language];
  const row = (id: string, score: number, fraud: string) =>
    `{ ${w.id}: ${id}, ${w.score}: ${score}, ${w.fraud}: ${fraud} }`;
  return `# ${w.about}
measure: measure.banfa
defaults: { year: ${year} }
cases:
  - name: ${w.first}
    data: { ${w.village}: [${row("A", 90, w.no)}, ${row("B", 95, w.yes)}] }
    expect:
      A: { grades: { ${w.grade}: ${w.good} } }
      B: { grades: { ${w.grade}: ${w.poor} } }
`;
}

const WORDS = {
  zh: {
    articles: ["第一条", "第二条", "第三条", "第四条"],
    items: ["(一)", "(二)"],
    reward: "奖励",
    penalty: "惩处",
    praise: "通报表扬",
    talk: "取消评优资格",
    facts: "填报的内容：一行一栏，写明由谁报",
    village: "村",
    id: "编号",
    score: "得分",
    county: "县里",
    fraud: "弄虚作假",
    purpose: "目的",
    bands: "分数线照自己的办法改",
    grade: "考核等次",
    good: "优秀",
    fair: "合格",
    poor: "不合格",
    veto: "一票否决",
    after: "结果运用",
    about: "给定数据，应得什么结果；banfa test measure.banfa 逐个核对",
    first: "90分为优秀，弄虚作假一票否决",
    yes: "是",
    no: "否",
  },
  en: {
    articles: ["Article 1", "Article 2", "Article 3", "Article 4"],
    items: ["(1)", "(2)"],
    reward: "reward",
    penalty: "penalty",
    praise: "commendation",
    talk: "no_awards",
    facts: "What is reported: a field a line, with who reports it",
    village: "village",
    id: "id",
    score: "total",
    county: "county",
    fraud: "fraud",
    purpose: "Purpose",
    bands: "Change the limits to those of your measure",
    grade: "rating",
    good: "excellent",
    fair: "passed",
    poor: "failed",
    veto: "Veto",
    after: "Consequences",
    about: "Given data, the results due; banfa test measure.banfa checks each",
    first: "90 points are excellent, fraud is a veto",
    yes: "true",
    no: "false",
  },
} as const;
