import { POSITIONAL } from "./keywords.ts";
import type { Token, TokenKind } from "./tokens.ts";

/**
 * What a statement is, told by its first words alone: the layout needs it to know who owns the lines below,
 * and the grammar is entered at the rule of that shape. Works on tokens before retyping.
 */

/** The grammar's entry rules. */
export type Shape =
  | "measure"
  | "textDeclaration"
  | "issuers"
  | "dateDeclaration"
  | "period"
  | "generalRule"
  | "acceptance"
  | "parameter"
  | "actions"
  | "data"
  | "scale"
  | "declaratory"
  | "assertion"
  | "indicator"
  | "indicatorGroup"
  | "ballot"
  | "procedure"
  | "draw"
  | "table"
  | "staged"
  | "byCase"
  | "choice"
  | "setParameter"
  | "delete"
  | "definition"
  | "perOccurrence"
  | "requirement"
  | "rule"
  | "condition"
  | "bandRow"
  | "rankRow"
  | "caseRow"
  | "tableTest"
  | "tableResult"
  | "tableEffects"
  | "step"
  | "ballotRow"
  | "field";

/** What a statement that ends in a colon owns. */
export type Ownership = "fields" | "rows" | "steps" | "ballot-rows" | "items";

const OPENERS: Partial<Record<TokenKind, Shape>> = {
  Measure: "measure",
  TextOf: "textDeclaration",
  Issuers: "issuers",
  DateOf: "dateDeclaration",
  PeriodOf: "period",
  General: "generalRule",
  Accept: "acceptance",
  Parameter: "parameter",
  Actions: "actions",
  Subject: "data",
  Record: "data",
  Scale: "scale",
  Declaratory: "declaratory",
  Assertion: "assertion",
  Indicator: "indicator",
  IndicatorGroup: "indicatorGroup",
  Ballot: "ballot",
  Procedure: "procedure",
  Draw: "draw",
  Table: "table",
  Staged: "staged",
  ByCase: "byCase",
  SetTo: "setParameter",
  Delete: "delete",
};

/** After one of these a declaring word is a name: `名称 为 甲 的`, `指标 = 3`. */
const CONTINUES_NAME = new Set<TokenKind>([
  ..."Colon Equals Dot De Of Is Pre IsOneOf Compare Enumerate Comma Or And Plus Minus Times Weight Per".split(
    " ",
  ),
  ..."Shall ClassOf Open Close NotApplicable RoundTo Verdict Shift Post Excepted Number Points To".split(" "),
] as TokenKind[]);

/** The shape a declaring word opens at `at`, unless what follows makes it a name. */
export function openerAt(tokens: readonly Token[], at: number): Shape | undefined {
  const first = tokens[at];
  const shape = first && !first.quoted ? OPENERS[first.kind] : undefined;
  if (!shape) return undefined;
  const next = tokens[at + 1]?.kind;
  switch (shape) {
    case "generalRule":
      return next === "Colon" ? shape : undefined;
    case "staged":
      return next === "Colon" || next === "Comma" || next === undefined ? shape : undefined;
    case "declaratory":
      return next === undefined || !CONTINUES_NAME.has(next) ? shape : undefined;
    case "assertion":
      // What is in parentheses is a condition: no function has this name.
      return next === "Open" || (next !== undefined && !CONTINUES_NAME.has(next)) ? shape : undefined;
    case "byCase":
      return next === "Points" || next === "Assign" || next === "Name" ? shape : undefined;
    case "delete":
      return next === "Citation" ? shape : undefined;
    case "setParameter":
      // 设定 加分(省级) = 3分 too.
      return tokens[at + 2]?.kind === "Equals" ||
        (tokens[at + 2]?.kind === "Open" && tokens[at + 5]?.kind === "Equals")
        ? shape
        : undefined;
    default:
      return next === undefined || CONTINUES_NAME.has(next) ? undefined : shape;
  }
}

/** The shape of a statement whose scopes have been taken off. */
export function shapeOf(tokens: readonly Token[]): Shape {
  const opener = openerAt(tokens, 0);
  if (opener) return opener;
  const first = tokens[0]?.kind;
  if (tokens[1]?.kind === "Equals") return "definition";
  if (first === "By") return "choice";
  if (first === "Shall") return "requirement";
  return tokens.some((t) => t.kind === "Per") ? "perOccurrence" : "rule";
}

function ownershipOf(shape: Shape): Ownership {
  switch (shape) {
    case "data":
      return "fields";
    case "choice":
    case "table":
    case "staged":
    case "byCase":
      return "rows";
    case "procedure":
      return "steps";
    case "ballot":
      return "ballot-rows";
    case "measure":
    case "textDeclaration":
    case "issuers":
    case "dateDeclaration":
    case "period":
    case "generalRule":
    case "acceptance":
    case "parameter":
    case "actions":
    case "scale":
    case "declaratory":
    case "assertion":
    case "indicator":
    case "indicatorGroup":
    case "draw":
    case "setParameter":
    case "delete":
    case "definition":
    case "perOccurrence":
    case "requirement":
    case "rule":
    case "condition":
    case "bandRow":
    case "rankRow":
    case "caseRow":
    case "tableTest":
    case "tableResult":
    case "tableEffects":
    case "step":
    case "ballotRow":
    case "field":
      return "items";
  }
}

/** What stands before a statement and narrows or places it. */
export type Prefix =
  | { readonly kind: "subjects"; readonly tokens: readonly Token[] }
  | { readonly kind: "class"; readonly tokens: readonly Token[] }
  | { readonly kind: "record"; readonly tokens: readonly Token[] }
  | { readonly kind: "layer"; readonly tokens: readonly Token[] };

/** Takes the scopes (`村、组:`, `C 的对象:`, `每份 表:`) and the layer's `修改 第…条` off a statement. */
export function peel(tokens: readonly Token[]): { prefixes: Prefix[]; rest: Token[] } {
  const prefixes: Prefix[] = [];
  let at = 0;
  if ((tokens[0]?.kind === "Amend" || tokens[0]?.kind === "Insert") && tokens[1]?.kind === "Citation") {
    at = tokens[2]?.kind === "Title" ? 3 : 2;
    prefixes.push({ kind: "layer", tokens: tokens.slice(0, at) });
  }
  for (;;) {
    if (openerAt(tokens, at)) break;
    const colon = colonFrom(tokens, at);
    if (colon < 0) {
      const each = eachFrom(tokens, at);
      if (each > at) {
        prefixes.push({ kind: "class", tokens: tokens.slice(at, each - 2) });
        at = each;
      }
      break;
    }
    const part = tokens.slice(at, colon);
    if (part[0]?.kind === "EachRecord") {
      if (part.length !== 2) break;
      prefixes.push({ kind: "record", tokens: part });
    } else if (
      part.length > 0 &&
      part.every((t, i) => (i % 2 === 0 ? isFreeWord(t) : t.kind === "Enumerate"))
    )
      prefixes.push({ kind: "subjects", tokens: part });
    else if (part[part.length - 1]?.kind === "ClassOf" && part.length > 1)
      prefixes.push({ kind: "class", tokens: part.slice(0, -1) });
    else break;
    at = colon + 1;
  }
  return { prefixes, rest: tokens.slice(at) };
}

/** Where `每 一般事故 1次 …` begins behind `C 的,`: a count for those in the class. */
function eachFrom(tokens: readonly Token[], at: number): number {
  const per = tokens.findIndex((t, i) => i > at && t.kind === "Per");
  return tokens[per - 1]?.kind === "Comma" && tokens[per - 2]?.kind === "De" ? per : -1;
}

function colonFrom(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    const kind = tokens[i]!.kind;
    if (kind === "Open") depth++;
    else if (kind === "Close") depth--;
    else if (kind === "Colon" && depth === 0) return i;
  }
  return -1;
}

const MARKS = new Set<TokenKind>([
  ..."Number Unit Date Text Title Label Chapter Citation Note Equals Compare Plus Minus Times Comma".split(
    " ",
  ),
  ..."Enumerate Colon Semicolon Stop Open Close Dot Bar Unknown".split(" "),
] as TokenKind[]);

/** Whether a token is written with letters: a name, or a keyword that could be one. */
export function isWord(token: Token): boolean {
  return !MARKS.has(token.kind);
}

/** A word that may name a subject where it stands; a reserved word may not. */
function isFreeWord(token: Token): boolean {
  return token.kind === "Name" || POSITIONAL.has(token.kind);
}

/** A line's statements: parted at `;` and `。` outside parentheses. `afterStop` starts afresh. */
export function splitStatements(tokens: readonly Token[]): { tokens: Token[]; afterStop: boolean }[] {
  // The general rules of a measure are one statement with semicolons in it.
  if (openerAt(tokens, 0) === "generalRule") return [{ tokens: [...tokens], afterStop: false }];
  const out: { tokens: Token[]; afterStop: boolean }[] = [];
  let current: Token[] = [];
  let depth = 0;
  let afterStop = false;
  for (const token of tokens) {
    if (token.kind === "Open") depth++;
    if (token.kind === "Close") depth = Math.max(0, depth - 1);
    if (depth === 0 && (token.kind === "Semicolon" || token.kind === "Stop")) {
      if (current.length > 0) out.push({ tokens: current, afterStop });
      afterStop = token.kind === "Stop";
      current = [];
    } else current.push(token);
  }
  if (current.length > 0) out.push({ tokens: current, afterStop });
  return out;
}

const PERIOD_UNITS = new Set(["年", "年度", "个月", "月", "季度", "个季度", "期", "天", "日", "周"]);
const ROW_STARTS = new Set<TokenKind>([
  "Number",
  "Minus",
  "Pre",
  "Compare",
  "Rest",
  "Is",
  "NotApplicable",
  "Bar",
]);

/** Whether a line begins as only a row of a choice can (language.md, section 2). */
export function startsRow(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  // The bar at the beginning may be left out; between cells it stands nowhere else.
  if (tokens.some((t) => t.kind === "Bar")) return true;
  if (!first || first.quoted) return false;
  // 其余 的对象: is a class, and said to be one without a condition.
  if (first.kind === "Rest" && tokens[1]?.kind === "ClassOf") return false;
  if (first.kind === "Front" || first.kind === "Back") {
    // 前3年 begins an expression, 前3名 a row.
    return !(
      tokens[1]?.kind === "Number" &&
      tokens[2]?.kind === "Unit" &&
      PERIOD_UNITS.has(tokens[2].meaning)
    );
  }
  return ROW_STARTS.has(first.kind);
}

/** What the last statement of a line owns. */
export function ownershipOfLine(tokens: readonly Token[]): Ownership {
  const statements = splitStatements(tokens);
  const last = statements[statements.length - 1];
  if (!last) return "items";
  return ownershipOf(shapeOf(peel([...last.tokens]).rest));
}

/** Whether the last statement of a line is of a kind that can have labelled items. */
export function takesItems(tokens: readonly Token[]): boolean {
  const statements = splitStatements(tokens);
  const last = statements[statements.length - 1];
  if (!last) return false;
  const shape = shapeOf(peel([...last.tokens]).rest);
  return OWNERS.has(shape);
}

const OWNERS = new Set<Shape>([
  "rule",
  "requirement",
  "indicator",
  "indicatorGroup",
  "procedure",
  "ballot",
  "choice",
  "staged",
  "byCase",
]);

/** The scope of a line that holds nothing else (`村:`); undefined for any other line. */
export function scopeAlone(tokens: readonly Token[]): string | undefined {
  const statements = splitStatements(tokens);
  if (statements.length !== 1) return undefined;
  const { prefixes, rest } = peel(statements[0]!.tokens);
  const last = prefixes[prefixes.length - 1];
  return rest.length === 0 && last ? last.tokens.map((t) => t.text).join("") : undefined;
}

/** What a line owns that ends without a colon and yet says nothing by itself: `程序 年终考核`, `依 得分 评定 等次`. */
export function needsColon(tokens: readonly Token[]): Ownership | undefined {
  const statements = splitStatements(tokens);
  const last = statements[statements.length - 1];
  const shape = last ? shapeOf(peel([...last.tokens]).rest) : undefined;
  return shape === "procedure" ||
    shape === "ballot" ||
    shape === "choice" ||
    shape === "staged" ||
    shape === "byCase"
    ? ownershipOf(shape)
    : undefined;
}

/** `— 3 —`, as a word processor prints it. */
export function isPageNumber(tokens: readonly Token[]): boolean {
  return (
    tokens.length === 3 &&
    tokens[0]!.kind === "Minus" &&
    tokens[1]!.kind === "Number" &&
    tokens[2]!.kind === "Minus"
  );
}
