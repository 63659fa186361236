import { type Problem, problem } from "../diagnostics/problem.ts";
import type { Expression, Item, ListCondition, MeasureFile, Section, Statement } from "./ast.ts";
import { itemsBelow, walk } from "./children.ts";

/**
 * What the grammar cannot see in one line: whether a bare condition stands in a list of conditions, whether a phrase such as
 * 有下列情形之一 has its items, and whether items have their phrase.
 */
export function checkTree(file: MeasureFile, problems: Problem[]): void {
  for (const item of file.body) checkItem(item, false, problems);
}

/** @param listed the item hangs below a list phrase, so it must be a condition */
function checkItem(item: Item, listed: boolean, problems: Problem[]): void {
  if (item.kind === "chapter") return;
  if (item.kind === "section") {
    for (const inner of item.body) checkItem(inner, listed, problems);
    return;
  }
  checkStatement(item, listed, problems);
}

function checkStatement(s: Statement, listed: boolean, problems: Problem[]): void {
  const phrases = listPhrases(s);
  const items = itemsBelow(s);
  if (phrases.length > 1) problems.push(problem("BF1040", {}, { span: phrases[1]!.span }));
  switch (s.kind) {
    case "bare-condition":
      if (!listed && phrases.length === 0) bare(s.condition, s.span, problems);
      else checkList(phrases[0], items, s.span, problems);
      break;
    case "conditional":
    case "requirement":
    case "definition":
      if (listed) problems.push(problem("BF1047", {}, { span: s.span }));
      else checkList(phrases[0], items, s.span, problems);
      break;
    case "scoped":
    case "for-each-record":
      for (const inner of s.statements) checkStatement(inner, listed, problems);
      for (const inner of items) checkItem(inner, listed, problems);
      return;
    case "amend":
    case "insert":
      if (s.statement && s.statement.kind !== "row") checkInserted(s.statement, problems);
      for (const inner of items) checkItem(inner, true, problems);
      return;
    case "note":
      return;
    case "measure":
    case "text-declaration":
    case "issuers":
    case "date-declaration":
    case "period":
    case "general-rule":
    case "acceptance":
    case "parameter":
    case "action-declaration":
    case "subject":
    case "record":
    case "scale":
    case "declaratory":
    case "indicator":
    case "indicator-group":
    case "band-choice":
    case "rank-choice":
    case "case-choice":
    case "ladder":
    case "staged-ladder":
    case "decision-table":
    case "per-occurrence":
    case "ballot":
    case "procedure":
    case "draw":
    case "set-parameter":
    case "delete":
      if (listed) problems.push(problem("BF1047", {}, { span: s.span }));
  }
  for (const inner of items) checkItem(inner, phrases.length > 0, problems);
}

/** What a layer inserts or amends may be a clause or an item of a condition list: the base tells which. */
function checkInserted(s: Statement, problems: Problem[]): void {
  checkStatement(s, s.kind === "bare-condition" && itemsBelow(s).length === 0, problems);
}

function checkList(
  phrase: ListCondition | undefined,
  items: readonly Section[],
  span: Statement["span"],
  problems: Problem[],
): void {
  if (phrase && items.length === 0)
    problems.push(problem("BF1049", { phrase: "下列" }, { span: phrase.span }));
  if (!phrase && items.length > 0) problems.push(problem("BF1059", {}, { span }));
}

function bare(condition: Expression, span: Statement["span"], problems: Problem[]): void {
  if (condition.kind === "path" && condition.segments.length === 1) {
    const title = condition.segments[0]!.text;
    const fixes = [
      { zh: `改为【${title}】`, en: `write 【${title}】`, edits: [{ span, text: `【${title}】` }] },
    ];
    problems.push(problem("BF1025", { title }, { span, fixes }));
  } else problems.push(problem("BF1031", { text: "…" }, { span }));
}

/** The list phrases of a statement itself, not of what hangs below it. */
function listPhrases(statement: Statement): ListCondition[] {
  const found: ListCondition[] = [];
  if (statement.kind === "scoped" || statement.kind === "for-each-record") return found;
  walk(statement, (node) => {
    if (node.kind === "section" || node.kind === "row" || (node !== statement && isStatement(node.kind)))
      return false;
    if (node.kind === "list-condition") found.push(node);
    return undefined;
  });
  return found;
}

const NESTED: ReadonlySet<string> = new Set([
  "conditional",
  "bare-condition",
  "requirement",
  "definition",
  "insert",
  "amend",
]);

function isStatement(kind: string): boolean {
  return NESTED.has(kind);
}
