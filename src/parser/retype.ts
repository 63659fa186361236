import { POSITIONAL } from "./keywords.ts";
import { isWord, type Shape } from "./openers.ts";
import { retag, type Token, type TokenKind } from "./tokens.ts";
import { languageWord } from "./words.ts";

/**
 * Soft keywords: one pass over a statement settles, from the neighbours alone, which words are keywords here and which
 * are names. It runs before the grammar, which therefore needs no token categories and stays LL(2).
 *
 * Three steps: words in a slot that takes only names become names (whatever they are); positional keywords
 * outside their slot become names; a few kinds are told apart by position (的 in a path, 前 before a number of years).
 */
export function retype(tokens: readonly Token[], shape: Shape): void {
  const pass = new Pass(tokens, shape);
  for (let i = 0; i < tokens.length; i++) pass.settle(i);
  tokens.forEach((token, i) => {
    if (token.kind === "Name" && !token.quoted) giveRole(token, i, tokens, shape);
  });
}

const kinds = (words: string): ReadonlySet<TokenKind | undefined> => new Set(words.split(" ") as TokenKind[]);

const DECLARES = kinds(
  "Measure Parameter Actions Subject Record Scale Indicator IndicatorGroup Ballot Procedure SetTo",
);
const ENDS_VALUE: ReadonlySet<TokenKind | undefined> = new Set([
  ...kinds("De And Or Comma Close Excepted ClassOf Those Enumerate Then Else Bar"),
  undefined,
]);
const ATTRIBUTES = kinds("Default Optional MayNotApply Source Step Alias AsFraction Inverse Dated");
const TAKES_NAME = kinds(
  "Colon Enumerate Compare OptionsType LevelsType YearlyType Source Alias Inverse Default Subject",
);
const IN_STEP = kinds(
  "Cycle CycleEnd AfterEnd Edge Front Back Before After Give RandomDraw Modal Shall De On Within Grouped Rounding Excluding Only Those Mode",
);
const CLAUSE: readonly Shape[] = [
  "rule",
  "condition",
  "perOccurrence",
  "requirement",
  "bandRow",
  "rankRow",
  "caseRow",
  "tableEffects",
];
const CHOICES: readonly Shape[] = ["choice", "table", "staged", "byCase"];
const PERIOD = new Set([
  "年",
  "年度",
  "个月",
  "月",
  "季度",
  "个季度",
  "期",
  "天",
  "日",
  "周",
  "个工作日",
  "工作日",
  "小时",
]);

class Pass {
  readonly #tokens: readonly Token[];
  readonly #shape: Shape;
  /** Inside the list of 选项, 等级, 等次 or 属于, where every word is a name. */
  #list = false;

  constructor(tokens: readonly Token[], shape: Shape) {
    this.#tokens = tokens;
    this.#shape = shape;
  }

  #kind(i: number): TokenKind | undefined {
    return this.#tokens[i]?.kind;
  }

  settle(i: number): void {
    const token = this.#tokens[i]!;
    if (token.kind === "Minus" && this.#isRangeOfType(i)) retag(token, "To");
    const previous = this.#kind(i - 1);
    this.#followList(token.kind, previous);
    if (!isWord(token) || token.kind === "Name") return;
    if (this.#takesAnyWord(i) || (POSITIONAL.has(token.kind) && !this.#inSlot(i))) {
      retag(token, "Name");
      token.meaning = "";
      return;
    }
    this.#byPosition(token, i, previous);
  }

  /** `得分: 0-100分`, `0～100分`: behind the colon of a type nothing is subtracted. */
  #isRangeOfType(i: number): boolean {
    if (this.#shape !== "field" && this.#shape !== "parameter") return false;
    const from = this.#kind(i - 1) === "Unit" ? i - 2 : i - 1;
    const before = this.#kind(from - 1) === "Minus" ? from - 2 : from - 1;
    return this.#kind(from) === "Number" && this.#kind(before) === "Colon" && this.#kind(i + 1) === "Number";
  }

  #followList(kind: TokenKind, previous: TokenKind | undefined): void {
    if (previous === "OptionsType" || previous === "LevelsType") this.#list = true;
    else if (this.#shape === "scale" && previous === "Order") this.#list = true;
    else if (previous === "IsOneOf") this.#list = true;
    else if (kind === "Comma") this.#list = this.#shape === "scale" && this.#list;
    else if (kind !== "Enumerate" && kind !== "Compare" && previous !== "Enumerate" && previous !== "Compare")
      this.#list &&= this.#shape === "scale";
  }

  #takesAnyWord(i: number): boolean {
    const token = this.#tokens[i]!;
    const previous = this.#kind(i - 1);
    const next = this.#kind(i + 1);
    const shape = this.#shape;
    if (previous === "Dot" || previous === "Of") return true;
    if (i === 0)
      return (
        shape === "field" ||
        (shape === "definition" && next === "Equals") ||
        // 每月10日前,乡镇 报送 …: a deadline may come before those who act.
        (shape === "step" && token.kind !== "Cycle" && token.kind !== "CycleEnd")
      );
    if (i === 1 && DECLARES.has(previous) && shape !== "rule") return true;
    if (shape === "actions") return token.kind !== "Polarity" || next !== "Colon";
    if (shape === "field") return this.#fieldWordIsName(i);
    if (shape === "scale" && this.#list) return token.kind !== "Formerly" || previous !== "Comma";
    // 11月初(1至5日)
    if (shape === "step" && token.kind === "To") return previous !== "Number";
    if (shape === "step") return !IN_STEP.has(token.kind) || (token.kind === "Modal" && ENDS_VALUE.has(next));
    // 按 级别: 分 = 国家 5分、无 0分
    if (
      shape === "parameter" &&
      this.#behind(i, "Equals") &&
      (previous === "Equals" || previous === "Enumerate")
    )
      return next !== undefined && next !== "Comma";
    if (shape === "parameter" && this.#list) return !ATTRIBUTES.has(token.kind) || TAKES_NAME.has(previous);
    if (previous === "Verdict" || previous === "DirectGrade") return token.kind !== "ChooseOne";
    if (previous === "Assign") return true;
    if (previous === "Is") return token.kind !== "NotApplicable" && ENDS_VALUE.has(next);
    if (previous === "IsOneOf") return ENDS_VALUE.has(next);
    return this.#list && previous === "Enumerate" && ENDS_VALUE.has(next);
  }

  /** Behind the colon of a field only its type and attributes are keywords. */
  #fieldWordIsName(i: number): boolean {
    const kind = this.#kind(i)!;
    const previous = this.#kind(i - 1);
    if (kind === "To") return previous !== "Number" && previous !== "Unit";
    if (ATTRIBUTES.has(kind)) return TAKES_NAME.has(previous);
    if (kind === "ListFrequency" || kind === "OptionsType" || kind === "LevelsType" || kind === "YearlyType")
      return false;
    return kind !== "Subject" || (previous !== "Colon" && previous !== "YearlyType");
  }

  /** Whether a positional keyword stands in its slot. */
  #inSlot(i: number): boolean {
    const kind = this.#kind(i)!;
    const previous = this.#kind(i - 1);
    const next = this.#kind(i + 1);
    const shape = this.#shape;
    const typed = shape === "field" || shape === "parameter";
    const ends = next === undefined || next === "Comma" || next === "Close";
    switch (kind) {
      case "Extends":
        return shape === "measure" && next === "Text";
      case "FirstPeriod":
        return shape === "dateDeclaration" && next === "Date";
      case "GeneralRule":
        return shape === "generalRule";
      case "Polarity":
        return shape === "actions" && next === "Colon" && i > 1;
      case "Key":
        return shape === "data" && i > 1;
      case "Formerly":
        return shape === "scale" && previous === "Comma";
      case "OptionsType":
      case "LevelsType":
      case "YearlyType":
        return typed && (previous === "Colon" || previous === "YearlyType");
      case "ListFrequency":
        return typed && previous !== "Colon" && !TAKES_NAME.has(previous);
      case "Default":
      case "Optional":
      case "MayNotApply":
      case "Source":
      case "Step":
      case "Alias":
      case "AsFraction":
      case "Inverse":
      case "Dated":
        return typed && i > 2 && !TAKES_NAME.has(previous);
      case "Subject":
        if (typed) return (previous === "Colon" || previous === "YearlyType") && next === "Name";
        return i === 0 && shape === "data";
      case "Ranked":
        return previous === "Order";
      case "Handle":
        return (shape === "choice" && ends && previous !== "By") || (shape === "table" && ends && i > 1);
      case "Mode":
        // 主任、书记 依次 签字: one after the other.
        if (shape === "step")
          return i > 0 && this.#tokens[i]!.meaning === "top-down" && this.#isVerbBehind(i);
        return CHOICES.includes(shape) && previous === "Comma";
      case "Places":
        return shape === "rankRow" && previous !== "Front" && previous !== "Back";
      case "TiesShare":
      case "TiesOut":
      case "Everyone":
      case "Rounding":
        return (previous === "Comma" || previous === "Open") && ends;
      case "TiesBy":
        return previous === "Comma" || previous === "Open";
      case "BaseOn":
        return (previous === "Comma" || previous === "Open") && this.#ahead(i, "AsBase");
      case "AsBase":
        return this.#behind(i, "BaseOn");
      case "Restricted":
        return previous === "Excluding" && next !== "Those";
      case "Grouped":
        return this.#behind(i, "Within") && previous !== "Within";
      case "KeepPlaces":
        return next === "Number";
      case "Decimals":
        return previous === "Number";
      case "Veto":
        return next === "Verdict" || (next === "Comma" && this.#kind(i + 2) === "Verdict");
      case "Filler":
        return (
          CLAUSE.includes(shape) && i > 0 && (next === "Name" || next === "ChooseOne" || next === "Modal")
        );
      case "Repeat":
      case "Combine":
        return CLAUSE.includes(shape) && previous === "Comma" && ends;
      case "ProRata":
      case "PartialIgnored":
        return shape === "generalRule" || i === 0 || (previous === "Comma" && ends);
      case "Inclusive":
        return previous === "Open" && next === "Close";
      case "Gap":
        return previous === "Open" && next === "Close";
      case "Cumulative":
        return previous === "Unit" || previous === "ThisYear" || previous === "Since";
      case "Lasting":
        return next === "Number" && this.#behind(i, "From");
      case "Since":
        return this.#behind(i, "From");
      case "Missing":
        return next === "Dropped" || next === "Points" || next === "NotAssessed";
      case "Dropped":
        return previous === "Missing";
      case "Same":
        return previous === "Comma" && this.#ahead(i, "Keep");
      case "Keep":
        return this.#behind(i, "Same");
      case "CountedAtMost":
        return previous === "Cycle" || this.#behind(i, "Per");
      case "Holder":
        return (
          (previous === "Comma" && ends) ||
          ((previous === "On" || (previous === "Enumerate" && this.#behind(i, "On"))) &&
            (next === "Name" || next === "Open"))
        );
      case "FloorAtZero":
        return shape === "generalRule" || (this.#isIndicator() && previous === "Comma");
      case "FullMarks":
      case "StartsAt":
      case "NoFloor":
      case "MayExceed":
      case "Together":
      case "BestOne":
        return this.#isIndicator() && previous === "Comma";
      case "Limit":
        if (next === "Open" || next === "Equals" || previous !== "Comma") return false;
        return this.#isIndicator() || (CLAUSE.includes(shape) && this.#behind(i, "Shift"));
      case "BallotOf":
        return shape === "ballotRow" && i === 0;
      default:
        // The declaring words: the shape was chosen by them.
        return i === 0 && !CLAUSE.includes(shape) && shape !== "definition" && shape !== "choice";
    }
  }

  #isVerbBehind(i: number): boolean {
    const next = this.#tokens[i + 1];
    return next !== undefined && isWord(next) && next.kind !== "Give";
  }

  #isIndicator(): boolean {
    return this.#shape === "indicator" || this.#shape === "indicatorGroup";
  }

  #behind(i: number, kind: TokenKind): boolean {
    for (let k = i - 1; k >= 0; k--) if (this.#kind(k) === kind) return true;
    return false;
  }

  #ahead(i: number, kind: TokenKind): boolean {
    for (let k = i + 1; k < this.#tokens.length; k++) if (this.#kind(k) === kind) return true;
    return false;
  }

  #byPosition(token: Token, i: number, previous: TokenKind | undefined): void {
    const next = this.#kind(i + 1);
    const counts = next === "Number" && PERIOD.has(this.#tokens[i + 2]?.meaning ?? "");
    if (token.kind === "De" && this.#isPath(i)) retag(token, "Of");
    else if (token.kind === "Front") {
      if (previous === "Unit" || previous === "Edge") retag(token, "Before");
      else if (counts && this.#shape !== "rankRow") retag(token, "Prior");
    } else if (
      token.kind === "Back" &&
      counts &&
      (previous === "Name" || previous === "Date" || previous === "Close")
    )
      retag(token, "After");
  }

  /** `对 所在单位 的 主要领导 …`, `所在单位 的 考核等次 为 …`: 的 joins the parts of a path. */
  #isPath(i: number): boolean {
    const next = this.#tokens[i + 1];
    if (this.#kind(i - 1) !== "Name" || next === undefined || !isWord(next)) return false;
    for (let k = i - 1; k >= 0; k--) {
      const kind = this.#kind(k);
      if (kind === "On") return next.kind === "Name" || POSITIONAL.has(next.kind);
      if (kind !== "Name" && kind !== "Enumerate" && kind !== "Of" && kind !== "Dot") break;
    }
    return next.kind === "Name" && GOES_ON.has(this.#kind(i + 2)) && this.#kind(i - 2) !== "Is";
  }
}

/** What shows, two words after 的, that a condition goes on: the 的 did not end it. */
const GOES_ON = kinds("Dot Is IsOneOf Pre Post Compare Number Or And Plus Times NotApplicable RoundTo");

/** Marks names that are words of the language: a type, a function, 本人. `meaning` becomes the Chinese spelling. */
function giveRole(token: Token, i: number, tokens: readonly Token[], shape: Shape): void {
  const previous = tokens[i - 1]?.kind;
  const typed =
    (shape === "field" || shape === "parameter") &&
    (previous === "Colon" ||
      previous === "YearlyType" ||
      (previous === "Times" && tokens[i - 2]?.role === "type"));
  const role = typed ? "type" : tokens[i + 1]?.kind === "Open" ? "function" : "special";
  if (role === "special" && (previous === "OptionsType" || previous === "Enumerate" || shape === "actions"))
    return;
  const zh = languageWord(role, token.text);
  if (zh === undefined) return;
  token.role = role;
  token.meaning = zh;
}
