import { titled } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import type { SourceText } from "../source/source-text.ts";
import { join, type Span } from "../source/span.ts";
import { CHINESE } from "./keywords.ts";
import type { Token, TokenKind } from "./tokens.ts";

/**
 * A line of the head as a form has it (`制定机关：县委`), or by another name of the same thing (`发布机关 县委`): read as
 * they stand these are a scope and two words in a row, and what would be said of those helps nobody.
 */

const HEAD: ReadonlySet<TokenKind> = new Set<TokenKind>(["TextOf", "Issuers", "DateOf", "PeriodOf"]);

/** What forms call the lines of the head. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  制定机关: [
    ...["发布机关", "印发机关", "发文机关", "制发机关", "颁布机关", "出台机关", "发文单位", "制定单位"],
    ...["发布单位", "印发单位"],
  ],
  文号: ["发文字号", "发文号", "文件号", "文件编号"],
  名称: ["办法名称", "文件名称", "全称"],
  施行: ["施行日期", "生效日期", "实施日期", "执行日期", "生效", "实施", "起施行", "施行时间", "实施时间"],
  失效: ["失效日期", "废止日期", "有效期至", "截止日期"],
  考核周期: ["考核期", "考核频次", "考核频率", "评定周期", "考评周期"],
};

const KEYWORD = new Map(Object.entries(CALLED).flatMap(([word, names]) => names.map((n) => [n, word])));

/** @param known words the measure declares: a line that begins with one of them is no line of the head. */
export function headerSlip(tokens: readonly Token[], known: ReadonlySet<string>): Problem | undefined {
  const [first, second, third] = tokens;
  if (!first || !second) return undefined;
  if (
    second.kind === "Date" &&
    third &&
    /^起(?:施行|实施|执行|生效)$/.test(third.text) &&
    tokens.length === 3
  ) {
    const found = tokens.map((t) => t.text).join("");
    return slip(found, "施行", `施行 ${second.text}`, join(first.span, third.span));
  }
  if (first.quoted || known.has(first.text)) return undefined;
  const colon = second.kind === "Colon";
  const isKeyword = HEAD.has(first.kind);
  const keyword = isKeyword ? first.text : first.kind === "Name" ? KEYWORD.get(first.text) : undefined;
  if (keyword === undefined || (isKeyword && !colon)) return undefined;
  const rest = tokens.slice(colon ? 2 : 1);
  // `实施 达到 90%` is a condition, and `生效日期:` alone the head of something.
  if (rest.length === 0 || !STARTS.has(rest[0]!.kind)) return undefined;
  const content = rest.map((t) => t.text).join("");
  const quoted = CHINESE.get(keyword)?.kind === "TextOf" || keyword === "title";
  const instead = `${keyword} ${quoted && rest[0]!.kind !== "Text" ? `“${content}”` : written(rest)}`;
  const span = join(first.span, rest[rest.length - 1]!.span);
  const found = `${first.text}${colon ? second.text : ""}`;
  const at = colon ? join(first.span, second.span) : first.span;
  return slip(found, keyword, instead, span, at);
}

function slip(found: string, keyword: string, instead: string, span: Span, at = span): Problem {
  const fixes = [titled("change-to", [{ span, text: instead }], { text: instead })];
  return problem("BF1067", { found, keyword, instead }, { span: at, fixes });
}

const TEXT_LINE = /^([ \t　]*)(\S+?)[ \t　]*([:： \t　])[ \t　]*([^“"「\s][^“"「]*?)[ \t　]*$/u;

/**
 * `文号 县发〔2018〕1号`: a text without quotation marks holds signs that no measure has. Said once, and as what it is.
 */
export function unquotedTexts(problems: readonly Problem[], source: SourceText): Problem[] {
  const said = new Set<number>();
  return problems.flatMap((p) => {
    if (p.code !== "BF1003" || !p.span) return [p];
    const from = source.text.lastIndexOf("\n", p.span.start - 1) + 1;
    const end = source.text.indexOf("\n", p.span.start);
    const line = source.text.slice(from, end < 0 ? undefined : end).replace(/\r$/, "");
    const [, indent, word, , content] = TEXT_LINE.exec(line) ?? [];
    const keyword = word && (CHINESE.get(word)?.kind === "TextOf" ? word : KEYWORD.get(word));
    if (!keyword || CHINESE.get(keyword)?.kind !== "TextOf") return [p];
    if (said.has(from)) return [];
    said.add(from);
    const start = from + indent!.length;
    const span = { start, end: start + line.trim().length };
    const instead = `${keyword} “${content}”`;
    if (word !== keyword) return [slip(word!, keyword, instead, span)];
    const at = {
      start: from + line.lastIndexOf(content!),
      end: from + line.lastIndexOf(content!) + content!.length,
    };
    const fixes = [titled("add-quotation-marks", [{ span, text: instead }])];
    return [problem("BF1065", { keyword, text: content! }, { span: at, fixes })];
  });
}

const STARTS: ReadonlySet<TokenKind> = new Set<TokenKind>(["Name", "Text", "Date", "Number", "Cycle"]);

const written = (tokens: readonly Token[]): string =>
  tokens.map((t) => (t.kind === "Text" ? `“${t.text}”` : t.text)).join("");
