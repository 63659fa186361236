import { isWord } from "../parser/openers.ts";
import type { TokenKind } from "../parser/tokens.ts";
import type { Word } from "./words.ts";

/**
 * The space before each word of a line. Two Chinese words need one, or they would read as one; a
 * number, its unit and what belongs to them stand together (`低于70分`, `70分以上不满90分`, `连续2年`), and English
 * words always stand apart. What may be glued is what the lexer takes apart again: see `splitTails` there.
 */

const kinds = (words: string): ReadonlySet<TokenKind | undefined> => new Set(words.split(" ") as TokenKind[]);

/** Chinese keywords that stand close to the number behind them: 扣2分, 前3名, 占10%. */
const BEFORE_NUMBER = kinds(
  "Pre Front Back Prior After Near Consecutive AddingUpTo ForEvery Per Weight Points AtMost Shift FullMarks StartsAt Limit " +
    "Together KeepPlaces List IndicatorCounts CountedAtMost Cycle CycleEnd AfterEnd",
);
/** Chinese keywords that stand close to the number or unit before them: 90分以上, 每月10日前. */
const AFTER_NUMBER = kinds("Post Edge Before AfterEnd To Decimals");
const NUMERIC = kinds("Number Unit");
/** What a parenthesis qualifies: 90分以上(不含), 连续2年(中断), 择一(免职、降职). */
const IS_QUALIFIED = kinds("Number Unit Post ChooseOne Places");
const ENDS_VALUE = kinds("Name Number Unit Date Text Close Decimals ThisYear");
const NO_SPACE_BEFORE = kinds("Comma Semicolon Stop Colon Close Dot");
/** After these a line may begin a row, so a hyphen between two numbers is a range. */
const ROW_MAY_BEGIN = kinds("Label Title Bar Citation");
const YEARS_OF_THE_CALENDAR = /^(?:19|20|21)\d\d$/;

/** The gap before each word: `""` or `" "`; the first is `""`. */
export function gapsOf(words: readonly Word[]): string[] {
  const spacing = new Spacing(words);
  return words.map((_, i) => spacing.gap(i));
}

class Spacing {
  readonly #words: readonly Word[];
  /** The open parentheses: whether each is that of a call, whose commas are followed by a space. */
  readonly #open: boolean[] = [];
  /** Nothing but the numbers of a row has been read since the line, the cell or the label began. */
  #rowBegins = true;
  /** The word before is glued, through its neighbours, to a number. */
  #chained = false;
  #tightSign = false;

  /** Whether the line has English keywords: then punctuation is followed by a space. */
  readonly #english: boolean;

  constructor(words: readonly Word[]) {
    this.#words = words;
    this.#english = words.some(
      ({ token, text }) =>
        (token.kind === "Unit" || token.role !== undefined || (token.kind !== "Name" && isWord(token))) &&
        /[A-Za-z]/.test(text),
    );
  }

  #kind(i: number): TokenKind | undefined {
    return this.#words[i]?.token.kind;
  }

  gap(i: number): string {
    const gap = i === 0 ? "" : this.#between(i);
    const kind = this.#kind(i)!;
    this.#tightSign = kind === "Minus" && (this.#isRange(i) || !ENDS_VALUE.has(this.#kind(i - 1)));
    this.#chained = NUMERIC.has(kind) || (this.#chained && gap === "" && AFTER_NUMBER.has(kind));
    this.#rowBegins = ROW_MAY_BEGIN.has(kind) || (this.#rowBegins && (NUMERIC.has(kind) || kind === "Minus"));
    if (kind === "Open") this.#open.push(this.#kind(i - 1) === "Name");
    if (kind === "Close") this.#open.pop();
    return gap;
  }

  #between(i: number): string {
    const [kind, before] = [this.#kind(i)!, this.#kind(i - 1)!];
    if (this.#isRate(i) || this.#isRate(i - 1)) return "";
    if (NO_SPACE_BEFORE.has(kind)) return "";
    switch (before) {
      case "Open":
      case "Dot":
      case "Title":
        return "";
      case "Label":
        return kind === "Title" || this.#words[i - 1]!.text.endsWith("、") ? "" : " ";
      case "Colon":
        return " ";
      case "Comma":
        return this.#english || this.#open[this.#open.length - 1] === true ? " " : "";
      case "Semicolon":
      case "Stop":
        return this.#english ? " " : "";
      case "Enumerate":
        return this.#words[i - 1]!.text === "、" ? "" : " ";
      default:
        return this.#betweenWords(i, kind, before);
    }
  }

  #betweenWords(i: number, kind: TokenKind, before: TokenKind): string {
    if (kind === "Enumerate") return this.#words[i]!.text === "、" ? "" : " ";
    if (kind === "Open") return before === "Name" || (!this.#english && IS_QUALIFIED.has(before)) ? "" : " ";
    if (kind === "Title") return before === "Citation" ? "" : " ";
    if (before === "Minus" && this.#tightSign) return "";
    if (kind === "Minus") {
      if (this.#isRange(i)) return "";
      return before === "To" && this.#chained && !this.#latin(i) ? "" : " ";
    }
    return this.#glued(i, kind, before) && !this.#latin(i) ? "" : " ";
  }

  /** Whether two words that are no punctuation stand together. */
  #glued(i: number, kind: TokenKind, before: TokenKind): boolean {
    if (kind === "Unit") return before === "Number" && !this.#readsAsDate(i);
    if (kind === "Number") {
      if (before === "To") return this.#chained;
      // 四舍五入到1分, but 四舍五入到 0.01.
      if (before === "RoundTo") return this.#kind(i + 1) === "Unit";
      return BEFORE_NUMBER.has(before);
    }
    if (kind === "Pre") {
      // 70分以上不满90分, 超过60分不满70分: the second bound of a range.
      if (before === "Post") return this.#chained;
      return NUMERIC.has(before) && this.#beforeQuantity(i) === "Pre";
    }
    if (kind === "CountedAtMost") return before === "Cycle" && this.#kind(i + 1) === "Number";
    return AFTER_NUMBER.has(kind) && this.#chained;
  }

  /** The kind before the number and unit that end at `i - 1`. */
  #beforeQuantity(i: number): TokenKind | undefined {
    let k = i - 1;
    if (this.#kind(k) === "Unit") k--;
    if (this.#kind(k) !== "Number") return undefined;
    return this.#kind(this.#kind(k - 1) === "Minus" ? k - 2 : k - 1);
  }

  /** 2018 年 is a number of years, 2018年 a year of the calendar. */
  #readsAsDate(i: number): boolean {
    return (
      YEARS_OF_THE_CALENDAR.test(this.#words[i - 1]!.text) &&
      this.#words[i]!.text.startsWith("年") &&
      !/^以[上下内外]/.test(this.#words[i + 1]?.text ?? "")
    );
  }

  /** The bar of a unit: 元/分. */
  #isRate(i: number): boolean {
    return this.#kind(i) === "Times" && this.#words[i - 1]?.token.role === "type";
  }

  /** `80-89分` at the head of a row. */
  #isRange(i: number): boolean {
    return this.#rowBegins && this.#kind(i) === "Minus" && NUMERIC.has(this.#kind(i - 1));
  }

  /** English is written with spaces: whether a Latin letter touches the place before `i`. */
  #latin(i: number): boolean {
    return /[A-Za-z]$/.test(this.#words[i - 1]!.text) || /^[A-Za-z]/.test(this.#words[i]!.text);
  }
}
