import { type Code, catalogue } from "../../src/diagnostics/catalogue/index.ts";
import { accountOfCode } from "../../src/diagnostics/code-account.ts";
import { measureOf } from "../../src/diagnostics/explanations/explanation.ts";
import type { CatalogueEntry, Language } from "../../src/diagnostics/message.ts";
import { severityWord } from "../../src/diagnostics/render.ts";
import { ACCURACY_PAGES } from "../literal/accuracy-page.ts";
import { codes, exampleOf, fenced, LANGUAGES, pageName, plain, said } from "./code-pages.ts";
import { realClause } from "./real-clauses.ts";

/** The pages of `docs/ambiguities/`: one per class of ambiguity, made from the messages that report it. */

const MEANING: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  GAP: ["有的值、有的情形没有结果", "Some values or cases get no result"],
  OVL: ["同一个情形有两种结果", "One case gets two results"],
  INC: ["包不包括本数没有说", "Whether the bound is included is not said"],
  TIE: ["并列怎么办没有说", "Nothing said about ties"],
  POOL: ["在哪些人里排名、抽取、询问没有说", "Who is ranked, drawn or asked is not said"],
  VRANK: ["受限的人占不占名额没有说", "Whether a restricted subject takes a place is not said"],
  QUOTA: ["名额与分数线同时定一个等次", "A quota and a threshold fix one grade"],
  AMT: ["数额、权重、人数没有写", "An amount, weight or number is not given"],
  VAGUE: ["用词没有标准", "A term without a test"],
  TIME: ["什么时候办没有说", "No deadline or frequency"],
  WIN: ["在多长时间里计算没有说", "The period of a count is not said"],
  START: ["从哪天起算没有说", "No starting day"],
  LEVEL: ["哪一级的算、各级怎样合并没有说", "Which levels count, and how they add up"],
  CONJ: ["全部还是其一没有说", "All or any"],
  REPL: ["高一级替换还是叠加没有说", "Whether a higher rung replaces or adds"],
  EXACT: ["恰好几次还是至少几次没有说", "Exactly or at least"],
  MONO: ["更重的一级缺了较轻一级的后果", "A higher rung lacks what a lower one has"],
  ORDER: ["先后不同、结果不同", "The order changes the result"],
  FLOOR: ["没有上限、下限", "No floor or ceiling"],
  CHOICE: ["几种后果任选而没有标准", "Alternative consequences without a test"],
  ROLE: ["由谁、对谁没有说清", "Who acts, or on whom"],
  SUBJ: ["对象没有规定，或者规定没有对象", "A subject without a rule, or a rule without a subject"],
  MISS: ["缺了怎么办没有说", "Nothing said about what is missing"],
  MULTI: ["一对多、中途变动没有说", "Several, or changed within the period"],
  ROUND: ["怎样取整没有说", "Nothing said about rounding"],
  REF: ["引用的文件不在", "Refers to a text that is not there"],
  VOC: ["一物两名、一名两物", "Two names for one thing, or one for two"],
  LIST: ["没有列完", "An open list"],
  CAL: ["日历上行不通", "The calendar does not work out"],
  SCORER: ["几方打分怎么合没有说", "Several scorers without weights"],
  RETRO: ["施行以前的事算不算没有说", "What of facts before the effective date"],
  DISC: ["给不给由人掌握", "Left to discretion"],
  DUP: ["同一规定写了两遍", "One rule stated twice"],
  DOUBLE: ["一件事触发两处", "One fact counts twice"],
  CYCLE: ["结果又影响自己", "A result that feeds back into itself"],
  EVID: ["由谁认定没有说", "Nobody named to establish a fact"],
  SCALE: ["几件事算几次没有说", "Whether a consequence scales with the number"],
  ORPHAN: ["没有后果、没有用处", "Nothing follows"],
};

/** A clause for a class whose messages stand beside an error, so that their explanations have no example. */
const CLAUSES: Readonly<Record<string, readonly [code: Code, clause: string]>> = {
  EXACT: [
    "BF3192",
    "第三条 依 走访次数 处理:\n  1次 对 本人 约谈\n  2次 对 本人 免职\n  3次以上 对 本人 约谈、免职",
  ],
};

function clauseOf(name: string, language: Language): string[] {
  const found = CLAUSES[name];
  if (found === undefined) return [];
  const [code, wrong] = found;
  const shown = said(measureOf({ wrong, right: wrong }, "wrong"), code, language);
  if (shown === "") throw new Error(`the clause that shows ${name} does not raise ${code}`);
  return [fenced("banfa", wrong), fenced("text", shown)];
}

const byClass = new Map<string, (typeof codes)[number][]>();
for (const code of codes) {
  const { ambiguity } = catalogue[code] as CatalogueEntry;
  if (ambiguity !== undefined) byClass.set(ambiguity, [...(byClass.get(ambiguity) ?? []), code]);
}

/** The classes of the inventory. */
export const CLASSES = Object.keys(MEANING);

/** File name and text of every page: a class that no message reports has none. */
export function* classPages(): Generator<readonly [string, string]> {
  for (const language of LANGUAGES) {
    yield [pageName("README", language), indexPage(language)];
    for (const name of [...byClass.keys()].sort())
      yield [pageName(name, language), classPage(name, language)];
  }
}

const meaning = (name: string, language: Language): string => {
  const words = MEANING[name];
  if (words === undefined) throw new Error(`say in test/docs/class-pages.ts what ${name} means`);
  return words[language === "zh" ? 0 : 1];
};

function links(name: string, language: Language): string {
  const other = language === "zh" ? "[English]" : "[中文]";
  const turn = `${other}(${pageName(name, language === "zh" ? "en" : "zh")})`;
  const contents = language === "zh" ? "目录" : "Contents";
  return name === "README" ? turn : `${turn} · [${contents}](${pageName("README", language)})`;
}

function classPage(name: string, language: Language): string {
  const colon = language === "zh" ? "：" : ": ";
  const parts = byClass.get(name)!.flatMap((code) => {
    const a = accountOfCode(code, language);
    const close = language === "zh" ? "怎样写清" : "How to close it";
    return [
      `## [${code}](../diagnostics/${pageName(code, language)})${colon}${plain(a.title)}`,
      severityWord(a.severity, language),
      `> ${plain(a.message)}`,
      ...(a.help === "" ? [] : [`**${close}**${colon}${plain(a.help)}`]),
      ...a.explanation.map(plain),
      ...exampleOf(a, language).map((part) => part.replace(/^## /, "### ")),
    ];
  });
  return page([
    `# ${name}${colon}${meaning(name, language)}`,
    links(name, language),
    ...realClause(name, language),
    ...clauseOf(name, language),
    ...parts,
  ]);
}

function indexPage(language: Language): string {
  const zh = language === "zh";
  const rows = [...byClass.keys()].sort().map((name) => {
    const own = byClass.get(name)!.map((c) => `[${c}](../diagnostics/${pageName(c, language)})`);
    return `| [${name}](${pageName(name, language)}) | ${meaning(name, language)} | ${own.join(" ")} |`;
  });
  return page([
    zh ? "# 歧义的类别" : "# Classes of ambiguity",
    links("README", language),
    zh
      ? "一份办法没有说清的地方，按类别列在这里。每一类先看实际规定里的一处，再看例子：留空的写法和检查时的提示，写清的写法。决定保留原文的，在那一条里写 `认可 代码 “理由”`。"
      : "What a measure can leave open, by class. Each begins with a place of a regulation and goes on to examples: first left open, with what a check says, then closed. Where the text stays as it is, write `认可 CODE “reason”` in that provision.",
    zh
      ? `实际的规定里能查出多少，见[对照的结果](${ACCURACY_PAGES.zh})。`
      : `How many are found in real regulations: [the comparison](${ACCURACY_PAGES.en}).`,
    [zh ? "| 类别 | 含义 | 提示 |" : "| class | meaning | messages |", "| --- | --- | --- |", ...rows].join(
      "\n",
    ),
  ]);
}

const page = (parts: readonly string[]): string => `${parts.join("\n\n")}\n`;
