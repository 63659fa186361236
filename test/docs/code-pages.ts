import { compile } from "../../src/compiler/compile.ts";
import { type Code, catalogue } from "../../src/diagnostics/catalogue/index.ts";
import { accountOfCode, type CodeAccount } from "../../src/diagnostics/code-account.ts";
import { FRAME, measureOf, WHOLE } from "../../src/diagnostics/explanations/explanation.ts";
import { FAMILIES } from "../../src/diagnostics/families.ts";
import type { Language } from "../../src/diagnostics/message.ts";
import { renderProblem, severityWord } from "../../src/diagnostics/render.ts";
import { visible } from "../../src/diagnostics/width.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { SLIPS_PAGES } from "../slips/slips-page.ts";

/** The pages of `docs/diagnostics/`: one per code and language and an index, made from the catalogue. */

export const LANGUAGES = ["zh", "en"] as const;

const WORDS = {
  zh: {
    other: "English",
    contents: "目录",
    ambiguity: "歧义类别",
    help: "建议",
    wrong: "错误的写法",
    right: "正确的写法",
    shown: "检查时提示：",
    around: "例子所在的办法",
    title: "提示一览",
    intro: [
      "每条提示有一个代码，写在提示的开头。`banfa explain-code BF3102` 在命令行里显示同样的内容。",
      "提示分三种：**错误**使办法没有唯一的结果，不能计算；**警告**不妨碍计算，但文字可能引起争议；**提示**只供参考。",
      "有歧义（BF3）和文风（BF5）警告而决定保留原文的，在那一条里写 `认可 代码 “理由”`。",
    ],
    slips: `打错一处时第一条提示说得对不对：[评分](${SLIPS_PAGES.zh})。`,
    frame: "没有另外说明的例子，都写在下面这份办法的末尾：",
  },
  en: {
    other: "中文",
    contents: "Contents",
    ambiguity: "class of ambiguity",
    help: "Help",
    wrong: "Wrong",
    right: "Right",
    shown: "What a check says:",
    around: "The measure around the example",
    title: "Messages",
    intro: [
      "Every message opens with a code. `banfa explain-code BF3102` shows the same on the command line.",
      "An **error** keeps a measure from having one result, so nothing is computed; a **warning** leaves the result and says that the text may be disputed; a **note** is for information.",
      "Where a warning about ambiguity (BF3) or style (BF5) is looked at and the text stays, write `认可 CODE “reason”` in that provision.",
    ],
    slips: `Whether the first message on a slip is about the slip: [the score](${SLIPS_PAGES.en}).`,
    frame: "Examples stand at the end of this measure unless they show another:",
  },
} as const;

export const pageName = (name: string, language: Language): string =>
  language === "zh" ? `${name}.zh-CN.md` : `${name}.md`;

/** File name and text of every page. */
export function* codePages(): Generator<readonly [string, string]> {
  for (const language of LANGUAGES) {
    yield [pageName("README", language), indexPage(language)];
    for (const code of codes) yield [pageName(code, language), codePage(code, language)];
  }
}

export const codes = (Object.keys(catalogue) as Code[]).sort();

function links(name: string, language: Language): string {
  const words = WORDS[language];
  const other = `[${words.other}](${pageName(name, language === "zh" ? "en" : "zh")})`;
  return name === "README" ? other : `${other} · [${words.contents}](${pageName("README", language)})`;
}

function codePage(code: Code, language: Language): string {
  const words = WORDS[language];
  const a = accountOfCode(code, language);
  const family = FAMILIES.find((f) => f.name === a.family)?.[language] ?? "";
  const kinds = [severityWord(a.severity, language), family];
  if (a.ambiguity !== undefined)
    kinds.push(`${words.ambiguity} [${a.ambiguity}](../ambiguities/${pageName(a.ambiguity, language)})`);
  const colon = language === "zh" ? "：" : ": ";
  const quoted = [a.message, ...(a.help === "" ? [] : [`${words.help}${colon}${a.help}`])];
  return [
    `# ${code}${colon}${plain(a.title)}`,
    links(code, language),
    kinds.join(" · "),
    quoted.map((q) => `> ${plain(q)}`).join("\n>\n"),
    ...a.explanation.map(plain),
    ...exampleOf(a, language),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

export function exampleOf(a: CodeAccount, language: Language): string[] {
  if (a.example === undefined) return [];
  const words = WORDS[language];
  const { wrong, right, within } = a.example;
  const around =
    within === undefined || within === WHOLE
      ? []
      : [`<details><summary>${words.around}</summary>`, fenced("banfa", within), "</details>"];
  return [
    `## ${words.wrong}`,
    fenced("banfa", visible(wrong)),
    words.shown,
    fenced("text", said(measureOf(a.example, "wrong"), a.code, language)),
    `## ${words.right}`,
    fenced("banfa", right),
    ...around,
  ];
}

/** What a check of the example prints about the code. */
export function said(text: string, code: Code, language: Language): string {
  const source = new SourceText("measure.banfa", text);
  const found = compile(source).problems.find((p) => p.code === code);
  return found === undefined ? "" : renderProblem(found, source, { language });
}

function indexPage(language: Language): string {
  const words = WORDS[language];
  const table = (family: (typeof FAMILIES)[number]) => {
    const rows = codes
      .map((code) => accountOfCode(code, language))
      .filter((a) => a.family === family.name)
      .map(
        (a) =>
          `| [${a.code}](${pageName(a.code, language)}) | ${severityWord(a.severity, language)} | ${plain(a.title)} |`,
      );
    const head = language === "zh" ? "| 代码 | 种类 | 内容 |" : "| code | kind | about |";
    return [`## BF${family.digit}: ${family[language]}`, [head, "| --- | --- | --- |", ...rows].join("\n")];
  };
  return [
    `# ${words.title}`,
    links("README", language),
    ...words.intro,
    words.slips,
    words.frame,
    fenced("banfa", FRAME),
    ...FAMILIES.flatMap(table),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

export function fenced(info: string, text: string): string {
  return `\`\`\`${info}\n${text.replace(/\n+$/, "")}\n\`\`\``;
}

/** Text as itself: what Markdown would read as markup is escaped. */
export function plain(text: string): string {
  return text.replace(/[\\`*_<|[\]#]/g, "\\$&");
}
