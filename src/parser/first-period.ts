import { titled, unsaid, worded } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { join, type Span } from "../source/span.ts";
import type { LogicalLine } from "./lines.ts";
import type { Token, TokenKind } from "./tokens.ts";

/**
 * `首次评定 2018年` on a line of its own. It completes the effective date (`施行 2018年4月23日,首次评定 2018年`) and is read
 * nowhere else.
 */

/** The line of the head that says from when a measure is in force. */
export interface EffectiveLine {
  readonly span: Span;
  /** `施行` or `effective`. */
  readonly keyword: string;
  readonly text: string;
  /** It says already which period is the first. */
  readonly saysFirst: boolean;
}

/** @returns undefined where there is none */
export function effectiveLine(lines: readonly LogicalLine[]): EffectiveLine | undefined {
  for (const { tokens } of lines) {
    const [keyword, date] = tokens;
    if (keyword?.kind !== "DateOf" || keyword.meaning !== "effective" || date?.kind !== "Date") continue;
    const written = tokens.filter((t) => t.kind !== "Stop" && t.kind !== "Semicolon");
    return {
      span: join(keyword.span, written[written.length - 1]!.span),
      keyword: keyword.text,
      text: `${keyword.text} ${date.text}`,
      saysFirst: tokens.some((t) => t.kind === "FirstPeriod"),
    };
  }
  return undefined;
}

/** What may follow the words where they are no name of somebody's own. */
const FOLLOWS: ReadonlySet<TokenKind> = new Set<TokenKind>(
  "Number Date From Name Text Colon Comma Cycle Enumerate".split(" ") as TokenKind[],
);

export function firstPeriodSlip(
  tokens: readonly Token[],
  known: ReadonlySet<string>,
  effective: EffectiveLine | undefined,
): Problem | undefined {
  const [first, second] = tokens;
  if (first?.kind !== "FirstPeriod" || first.quoted || known.has(first.text)) return undefined;
  const date = tokens.findIndex((t) => t.kind === "Date" || (t.kind === "Number" && /^\d{4}$/.test(t.text)));
  const isAYear = second?.kind === "Is" && date === 2;
  if (second && !isAYear && !FOLLOWS.has(second.kind)) return undefined;
  const english = /^[a-z]/.test(first.text);
  const head = effective?.text ?? (english ? "effective 2018-04-23" : "施行 2018年4月23日");
  const year = /\d{4}/.exec(effective?.text ?? "")?.[0] ?? "2018";
  // The unit of a year, where the lexer has made none a part of the date.
  const said = date < 0 ? undefined : `${tokens[date]!.text}${unitOf(tokens[date + 1])}`;
  const period = `${first.text} ${said ?? (english ? `${year}-01-01` : `${year}年`)}`;
  const last = tokens[tokens.length - 1]!;
  const whole = join(first.span, last.span);
  const keyword = effective?.keyword ?? (english ? "effective" : "施行");
  const edits = effective && [
    { span: { start: effective.span.end, end: effective.span.end }, text: `,${period}` },
    { span: whole, text: "" },
  ];
  const fixes =
    edits && said !== undefined && !effective.saysFirst
      ? [titled("move-to-effective", edits, { keyword })]
      : [];
  return problem(
    "BF1072",
    {
      found: first.text,
      keyword,
      instead: `${head},${period}`,
      ...(said === undefined ? worded("or", "fact-of-first-time") : unsaid("or")),
    },
    { span: first.span, fixes },
  );
}

const unitOf = (token: Token | undefined): string =>
  token?.kind === "Unit" && /^年度?$/.test(token.text) ? token.text : "";
