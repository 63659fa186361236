import { titled } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { join } from "../source/span.ts";
import { CHINESE, ENGLISH } from "./keywords.ts";
import { nameWithDigits, reservedName, reservedOperand } from "./misread-names.ts";
import type { Shape } from "./openers.ts";
import { isWord } from "./openers.ts";
import { optionsWithoutWord } from "./options-without-word.ts";
import { otherForm } from "./other-forms.ts";
import type { Token, TokenKind } from "./tokens.ts";

/**
 * A grammar exception → one message for a clerk. The grammar knows only "this token does not fit here";
 * what the writer probably meant shows in the tokens around it, so the guesses below look there, most telling
 * first. No message names a token kind.
 */

/** chevrotain's message provider: passes on which kind was expected, for `explain`. */
export const errorMessages = {
  buildMismatchTokenMessage: ({ expected }: { expected: { name: string } }) => expected.name,
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: () => "",
  buildEarlyExitMessage: () => "",
};

/** @param expected name of the one kind that would have fitted, or empty; @param at undefined at the end of the statement */
export function explain(
  expected: string,
  at: Token | undefined,
  tokens: readonly Token[],
  shape: Shape,
): Problem {
  const brackets = unbalanced(tokens);
  if (brackets) return brackets;
  const comma = shape === "rule" ? commaBetweenConditions(tokens) : undefined;
  if (comma) return unjoined(comma, tokens);
  const header = headerProblem(tokens, shape);
  if (header) return header;
  const subject = withoutSubject(tokens, shape);
  if (subject) return subject;
  // A category of actions without its colon: the words before the list are its name and polarity.
  if (shape === "actions" && !tokens.some((t) => t.kind === "Colon") && at)
    return problem("BF1035", { word: ":", found: at.text }, { span: at.span });
  const index = at ? tokens.indexOf(at) : tokens.length;
  const previous = tokens[index - 1];
  if (!at) return atEnd(expected, tokens);
  const span = at.span;
  const found = at.text;

  const form = otherForm(tokens, index, shape);
  if (form) return form;
  const options = shape === "field" ? optionsWithoutWord(tokens, index) : undefined;
  if (options) return options;
  const digits = nameWithDigits(tokens, index);
  if (digits) return digits;
  const operand = reservedOperand(tokens, index);
  if (operand) return operand;
  if (
    at.kind === "Equals" ||
    (previous?.kind === "Equals" && shape !== "definition" && shape !== "parameter")
  )
    return equalsInCondition(at.kind === "Equals" ? at : previous!);
  // `考核等次 = 优秀 的,…` opens like a definition.
  if (shape === "definition" && at.kind === "De") return equalsInCondition(tokens[1]!);
  const share = at.kind === "De" ? shareOf(tokens, index) : undefined;
  if (share) return share;
  if (ROW_SHAPES.has(shape) && index > 0 && ROW_STARTS.has(at.kind)) return secondRow(tokens, index);
  const next = tokens[index + 1];
  if (at.kind === "Name" && next?.kind === "Post") return nameAsLimit(at, next, tokens);
  if (at.kind === "Post" && previous?.kind === "Name") return nameAsLimit(previous, at, tokens);
  if (at.kind === "Post") {
    const minus = tokens.slice(Math.max(0, index - 3), index).find((t) => t.kind === "Minus");
    if (minus) return subtraction(minus, tokens, index);
  }
  if (STATEMENTS.has(shape) && isDeadline(tokens, index)) return problem("BF1092", {}, { span });
  const given = givenTo(tokens, index);
  if (given) return given;
  const glued = gluedWord([tokens[0], previous, at], shape);
  if (glued) return glued;
  const joint = tokens.slice(0, index).findLast((t) => t.kind === "Comma");
  // `甲 少于2次 的,乙 少于4次 的`: two conditions, each with its 的.
  if (shape === "rule" && joint && COMPARES.has(at.kind) && tokens[tokens.indexOf(joint) - 1]?.kind === "De")
    return unjoined(joint, tokens);
  // 应当 甲、乙: only in a list of words does 、 enumerate.
  if (
    at.kind === "Enumerate" &&
    CONDITION_SHAPES.has(shape) &&
    !tokens.slice(0, index).some((t) => t.kind === "On")
  )
    if (shape === "requirement" || tokens.slice(index).some((t) => t.kind === "De"))
      return unjoined(at, tokens);
  if (at.kind === "Comma" && (shape === "rule" || shape === "requirement"))
    return commaWithoutThen(at, tokens, index);
  if (previous && COMPARES.has(previous.kind) && ENDS.has(at.kind))
    return problem("BF1032", { last: previous.text }, { span: previous.span });
  if (
    isWord(at) &&
    at.kind !== "Name" &&
    (expected === "Name" || (previous && TAKES_NAME.has(previous.kind)))
  )
    return reservedName(at);
  if (previous?.kind === "Number" && at.kind === "Name" && previous.span.end === at.span.start)
    return problem("BF1050", { number: previous.text, unit: found }, { span });
  if (expected === "Post") {
    const [first, second] = tokens
      .slice(0, index)
      .filter((t) => t.kind === "Name")
      .slice(-2);
    if (first && second)
      return problem("BF1033", { first: first.text, second: second.text }, { span: second.span });
  }
  const word = spellingOf(expected as TokenKind, tokens);
  if (word !== undefined) return problem("BF1035", { word, found }, { span });
  if (previous?.kind === "Name" && at.kind === "Name")
    return problem("BF1033", { first: previous.text, second: found }, { span });
  return problem("BF1030", { found }, { span });
}

const NOT_BEYOND: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ">=": ["不低于", "no lower than"],
  "<=": ["不超过", "no more than"],
  ">": ["超过", "above"],
};

/** `B起点 以上`: behind a name the limit cannot stand. */
function nameAsLimit(name: Token, word: Token, tokens: readonly Token[]): Problem {
  const span = join(name.span, word.span);
  const english = tokens.some((t) => t.kind !== "Name" && /^[a-z]/.test(t.text));
  const text = `${NOT_BEYOND[word.meaning]![english ? 1 : 0]} ${name.text}`;
  const fixes = [titled("change-to", [{ span, text }], { text })];
  return problem("BF1098", { found: `${name.text} ${word.text}`, instead: text }, { span, fixes });
}

const STATEMENTS: ReadonlySet<Shape> = new Set(["rule", "requirement", "perOccurrence"] as const);

/** `专班 每月10日前 报送 …` outside a procedure: 每月, 每季度结束后, or a day that ends in 前 or 内. */
function isDeadline(tokens: readonly Token[], index: number): boolean {
  const at = tokens[index]!;
  if (at.kind === "Cycle" || at.kind === "CycleEnd") return true;
  const [number, unit] = [tokens[index - 2], tokens[index - 1]];
  const day = number?.kind === "Number" && unit?.kind === "Unit" && /[日月]$/.test(unit.text);
  return day && /^(?:前|底前|底|以前|内|以内)$/.test(at.text) && at.kind !== "Post";
}

const SELF: ReadonlySet<string> = new Set(["本人", "本单位"]);

/** `给予 本人 通报批评`: to whom stands before what is given, behind 对. */
function givenTo(tokens: readonly Token[], index: number): Problem | undefined {
  const [give, first, second] = tokens.slice(Math.max(0, index - 2), index + 1);
  if (give?.kind !== "Filler" || first?.kind !== "Name" || second?.kind !== "Name") return undefined;
  const [who, what] = SELF.has(second.text) ? [second, first] : [first, second];
  const span = join(give.span, second.span);
  const text = `对 ${who.text} ${give.text} ${what.text}`;
  const fixes = [titled("change-to", [{ span, text }], { text })];
  return problem("BF1082", { give: give.text, who: who.text, instead: text }, { span, fixes });
}

/** `依综合得分 评定 …`, `指标安全生产,满分10分`: a keyword that lost the space beside it. */
function gluedWord(near: readonly (Token | undefined)[], shape: Shape): Problem | undefined {
  if (shape === "step" || shape === "field") return undefined;
  for (const token of near) {
    if (token?.kind !== "Name" || token.quoted) continue;
    for (const { kind, zh } of CHINESE.values()) {
      // Single characters begin and end too many names; 依 begins hardly any.
      if (token.text.length <= zh.length || (zh.length < 2 && zh !== "依")) continue;
      const rest = token.text.length - zh.length;
      const parts =
        LEADS.has(kind) && token === near[0] && token.text.startsWith(zh)
          ? [zh, token.text.slice(zh.length)]
          : TRAILS.has(kind) && token.text.endsWith(zh)
            ? [token.text.slice(0, rest), zh]
            : undefined;
      if (!parts) continue;
      const [first, second] = parts as [string, string];
      const edits = [{ span: token.span, text: `${first} ${second}` }];
      const fixes = [titled("change-to", edits, { text: `${first} ${second}` })];
      return problem("BF1062", { word: token.text, first, second }, { span: token.span, fixes });
    }
  }
  return undefined;
}

const kinds = (words: string) => new Set(words.split(" ") as TokenKind[]);
const COMPARES = kinds("Pre Is IsOneOf Compare Post Number NotApplicable");
const LEADS = kinds(
  "By Shall EachRecord Indicator IndicatorGroup Procedure Actions Parameter Subject Record Scale",
);
const TRAILS = kinds("Pre IsOneOf Verdict Assign");
const ENDS = kinds("De Comma Or And Close Then Else");
const TAKES_NAME = kinds("On Agent Verdict DirectGrade Dot Of Assign Within Enumerate");

function atEnd(expected: string, tokens: readonly Token[]): Problem {
  const last = tokens[tokens.length - 1]!;
  const before = tokens[tokens.length - 2];
  if (last.kind === "Name" && before?.kind === "Number" && before.span.end === last.span.start)
    return problem("BF1050", { number: before.text, unit: last.text }, { span: last.span });
  if (expected === "Post" && last.kind === "Name" && before?.kind === "Name")
    return problem("BF1033", { first: before.text, second: last.text }, { span: last.span });
  const operand = reservedOperand(tokens, tokens.length);
  if (operand) return operand;
  const word = spellingOf(expected as TokenKind, tokens);
  if (word !== undefined) return problem("BF1044", { word, last: last.text }, { span: last.span });
  return problem("BF1032", { last: last.text }, { span: last.span });
}

export function unbalanced(tokens: readonly Token[]): Problem | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === "Open") open.push(token);
    else if (token.kind === "Close" && open.pop() === undefined)
      return problem("BF1006", {}, { span: token.span });
  }
  const last = open.pop();
  return last ? problem("BF1005", {}, { span: last.span }) : undefined;
}

function equalsInCondition(equals: Token): Problem {
  const fixes = [
    titled("change-to-words", [{ span: equals.span, text: "==" }], { words: "为", wordsEn: "==" }),
  ];
  return problem("BF1036", {}, { span: equals.span, fixes });
}

/** `加减分 -5分以上` reads as a subtraction. */
function subtraction(minus: Token, tokens: readonly Token[], post: number): Problem {
  const number = tokens
    .slice(tokens.indexOf(minus), post)
    .map((t) => t.text)
    .join("");
  const low = tokens[post]!.meaning.startsWith(">");
  const span = { start: minus.span.start, end: tokens[post]!.span.end };
  const text = `${low ? "不低于" : "不高于"} ${number}`;
  const fixes = [titled("change-to", [{ span, text }], { text })];
  return problem("BF1038", { number, instead: text }, { span, fixes });
}

const CONDITION_SHAPES: ReadonlySet<Shape> = new Set<Shape>(["rule", "requirement", "condition"]);

/** Two conditions with a mark between them that does not say which of the two is meant. */
function unjoined(mark: Token, tokens: readonly Token[]): Problem {
  // A 的 before the mark closed the first condition; joined, they have one 的 at the end.
  const before = tokens[tokens.indexOf(mark) - 1];
  const from = before?.kind === "De" ? before : mark;
  const joined = (word: string) => [{ span: join(from.span, mark.span), text: ` ${word} ` }];
  const fixes = [titled("join-with-or", joined("或者")), titled("join-with-and", joined("并且"))];
  return problem("BF1039", { mark: mark.text }, { span: mark.span, fixes });
}

/** `名称 某某办法(试行)` and `施行 2018.6.13`: what a line of the header should hold. */
function headerProblem(tokens: readonly Token[], shape: Shape): Problem | undefined {
  const [keyword, ...rest] = tokens;
  if (!keyword || rest.length === 0) return undefined;
  const span = join(rest[0]!.span, rest[rest.length - 1]!.span);
  const text = rest.map((t) => t.text).join("");
  if (shape === "textDeclaration" && rest.every((t) => t.kind !== "Text")) {
    const fixes = [titled("add-quotation-marks", [{ span, text: `“${text}”` }])];
    return problem("BF1065", { keyword: keyword.text, text }, { span, fixes });
  }
  // A number behind the word makes it a name, so the shape may be another.
  if (CHINESE.get(keyword.text)?.kind !== "DateOf" || rest[0]!.kind !== "Number") return undefined;
  const [, year, month, day] = /^(\d{4})[./、-]?(\d{1,2})[./、-](\d{1,2})$/.exec(text) ?? [];
  const written = `${year}年${Number(month)}月${Number(day)}日`;
  const fixes = year === undefined ? [] : [titled("change-to", [{ span, text: written }], { text: written })];
  return problem("BF1066", { found: text }, { span, fixes });
}

/** `村,标识 编号`: a data block that lost its first word. */
function withoutSubject(tokens: readonly Token[], shape: Shape): Problem | undefined {
  const [first, comma, key] = tokens;
  const keyed = CHINESE.get(key?.text ?? "")?.kind === "Key" || key?.text === "key";
  if (shape !== "rule" || first?.kind !== "Name" || comma?.kind !== "Comma" || !keyed) return undefined;
  // `对象村`: the word is there, its space is not.
  if (/^(?:对象|记录|subject|record)/.test(first.text)) return undefined;
  const english = key!.text === "key";
  const edits = [
    {
      span: { start: first.span.start, end: first.span.start },
      text: english ? "subject " : "对象 ",
    },
  ];
  const fixes = [titled("write-subject-before", edits)];
  return problem("BF1070", { name: first.text }, { span: first.span, fixes });
}

/** `项目资金的50%`: 的 closes a condition; a share is a product. */
function shareOf(tokens: readonly Token[], closing: number): Problem | undefined {
  const unit = tokens[closing - 1];
  const percent = unit?.kind === "Unit" ? closing - 2 : closing - 1;
  const of = tokens[percent - 1];
  const whole = tokens[percent - 2];
  if (tokens[percent]?.kind !== "Number" || of?.kind !== "De" || whole?.kind !== "Name") return undefined;
  const figure = tokens
    .slice(percent, closing)
    .map((t) => t.text)
    .join("");
  const span = join(whole.span, tokens[closing - 1]!.span);
  const instead = `${whole.text} × ${figure}`;
  const fixes = [titled("change-to", [{ span, text: instead }], { text: instead })];
  return problem("BF1068", { found: `${whole.text}的${figure}`, instead }, { span, fixes });
}

const ROW_SHAPES: ReadonlySet<Shape> = new Set<Shape>(["bandRow", "rankRow"]);
const ROW_STARTS = kinds("Number Pre Rest");

/** `90分以上 为 优秀 60分以上不满90分 为 合格`: two rows that lost the line end between them. */
function secondRow(tokens: readonly Token[], index: number): Problem {
  const [first, last] = [tokens[index]!, tokens[tokens.length - 1]!];
  const found = tokens
    .slice(index)
    .map((t) => t.text)
    .join("");
  const edits = [{ span: { start: tokens[index - 1]!.span.end, end: first.span.start }, text: "\n    " }];
  const fixes = [titled("begin-new-line", edits)];
  return problem("BF1069", { found }, { span: join(first.span, last.span), fixes });
}

const EFFECTS = kinds("Verdict DirectGrade On Agent Shall Shift Modal Exempt Points");

/** `甲 为 是,乙 为 是 的,…`: a comma before the 的 that closes the condition, and nothing done between them. */
function commaBetweenConditions(tokens: readonly Token[]): Token | undefined {
  let depth = 0;
  let comma: Token | undefined;
  let listed = false;
  for (const [i, token] of tokens.entries()) {
    if (token.kind === "Open") depth++;
    else if (token.kind === "Close") depth--;
    else if (depth > 0) continue;
    else if (token.kind === "De" && tokens[i + 1]?.kind === "Comma") return comma;
    else if (EFFECTS.has(token.kind) || token.kind === "De") return undefined;
    else if (token.kind === "Enumerate" && COMPARES.has(tokens[i + 2]?.kind ?? "Name") && !listed)
      return token;
    else if (token.kind === "Comma") comma ??= token;
    listed ||= token.kind === "IsOneOf" || token.kind === "Is";
  }
  return undefined;
}

function commaWithoutThen(comma: Token, tokens: readonly Token[], index: number): Problem {
  const next = tokens[index + 1];
  const span = comma.span;
  // Two conditions, each with its 的: they need a joining word, not a comma.
  if (tokens.slice(0, index).some((t) => t.kind === "De")) return unjoined(comma, tokens);
  if (!next) return problem("BF1032", { last: comma.text }, { span });
  const from = tokens[index - 1]?.kind === "Unit" ? index - 2 : index - 1;
  const before = tokens
    .slice(Math.max(0, from), index)
    .map((t) => t.text)
    .join("");
  return problem("BF1045", { before, after: next.text }, { span });
}

/** How a missing keyword is written, in the language of the words around it. */
function spellingOf(kind: TokenKind, tokens: readonly Token[]): string | undefined {
  const mark = MARKS[kind];
  if (mark !== undefined) return mark;
  const english = tokens.some((t) => ENGLISH.has(t.text));
  // Only where there is one word to name: of several nobody knows which was meant.
  const spellings = [...CHINESE.values()].filter((k) => k.kind === kind);
  if (spellings.length !== 1 && kind !== "Order") return undefined;
  return english ? spellings[0]!.en : spellings[0]!.zh;
}

const MARKS: Partial<Record<TokenKind, string>> = {
  Colon: ":",
  Comma: ",",
  Open: "(",
  Close: ")",
  Equals: "=",
  Compare: "<",
};
