import { catalogue } from "../../diagnostics/catalogue/index.ts";
import { accountOfCode, type CodeAccount, isCode } from "../../diagnostics/code-account.ts";
import { FAMILIES } from "../../diagnostics/families.ts";
import type { Language } from "../../diagnostics/message.ts";
import { problem } from "../../diagnostics/problem.ts";
import { severityWord } from "../../diagnostics/render.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { visible, wrap } from "../../diagnostics/width.ts";
import { answer, stop } from "../answer.ts";
import type { Argument } from "../command.ts";
import type { Session } from "../session.ts";

/** `banfa explain-code CODE`: what stands behind a message. */
export async function execute(s: Session, args: readonly Argument[]): Promise<number> {
  const language = s.language();
  const wanted = String(args[0]);
  // People write bf3102, or only the number.
  const code = wanted.toUpperCase().replace(/^(?=\d{4}$)/, "BF");
  if (!isCode(code)) {
    const near = nearest(code, Object.keys(catalogue));
    const hint = near === null ? "" : language === "zh" ? `是不是“${near}”？` : `Did you mean ${near}? `;
    const unknown = problem("BF9007", { code: wanted, hint });
    return stop(s, [{ source: null, problems: [unknown] }], language);
  }
  const account = accountOfCode(code, language);
  return answer(s, {
    language,
    found: [],
    json: () => account,
    text: () => s.io.out(`${text(account, s, language)}\n`),
  });
}

const WORDS = {
  zh: { says: "提示", help: "建议", wrong: "错误", right: "正确", ambiguity: "歧义类别", colon: "：" },
  en: {
    says: "Message",
    help: "Help",
    wrong: "Wrong",
    right: "Right",
    ambiguity: "class of ambiguity",
    colon: ": ",
  },
} as const;

function text(a: CodeAccount, s: Session, language: Language): string {
  const words = WORDS[language];
  const family = FAMILIES.find((f) => f.name === a.family)?.[language] ?? "";
  const kinds = [
    severityWord(a.severity, language),
    family,
    ...(a.ambiguity === undefined ? [] : [`${words.ambiguity} ${a.ambiguity}`]),
  ];
  const columns = Math.min(s.io.columns, 100);
  const paragraph = (p: string, indent = "") =>
    wrap(p, columns - indent.length)
      .map((line) => indent + line)
      .join("\n");
  const labelled = (label: string, p: string) =>
    p === "" ? [] : [paragraph(`${label}${words.colon}${p}`, "  ")];
  const lines = (label: string, paint: (t: string) => string, code: string) => [
    paint(label) + words.colon.trimEnd(),
    ...code
      .trimEnd()
      .split("\n")
      .map((line) => `    ${visible(line)}`),
  ];
  return [
    `${s.paint[a.severity](a.code)} ${s.paint.strong(a.title)} ${s.paint.faint(`(${kinds.join(" · ")})`)}`,
    [...labelled(words.says, a.message), ...labelled(words.help, a.help)].join("\n"),
    ...a.explanation.map((p) => paragraph(p)),
    ...(a.example === undefined
      ? []
      : [
          lines(words.wrong, s.paint.error, a.example.wrong).join("\n"),
          lines(words.right, s.paint.good, a.example.right).join("\n"),
        ]),
  ].join("\n\n");
}
