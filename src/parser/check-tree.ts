import { titled } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { SourceText } from "../source/source-text.ts";
import type { Expression, Item, ListCondition, MeasureFile, Row, Section, Statement } from "./ast.ts";
import { itemsBelow, walk } from "./children.ts";
import { CHINESE } from "./keywords.ts";
import { duty, isShortenedDuty, mistyped, numberInWords } from "./mistyped.ts";
import { makeToken } from "./tokens.ts";

/**
 * What the grammar cannot see in one line: whether a bare condition stands in a list of conditions, whether
 * a phrase such as 有下列情形之一 has its items, and whether items have their phrase.
 */
export function checkTree(file: MeasureFile, source: SourceText, problems: Problem[]): void {
  const check = new TreeCheck(source, problems);
  for (const item of file.body) check.item(item, false);
}

const DECLARATORY = [...CHINESE.values()].filter((k) => k.kind === "Declaratory").map((k) => k.zh);

class TreeCheck {
  readonly #source: SourceText;
  readonly #problems: Problem[];
  /** Statements seen, and the last of them that was a condition out of place: a run of those is one slip. */
  #seen = 0;
  #lastBare = -1;

  constructor(source: SourceText, problems: Problem[]) {
    this.#source = source;
    this.#problems = problems;
  }

  /** @param listed the item hangs below a list phrase, so it must be a condition */
  item(item: Item, listed: boolean): void {
    if (item.kind === "chapter") return;
    if (item.kind === "section") {
      for (const inner of item.body) this.item(inner, listed);
      return;
    }
    this.#statement(item, listed);
  }

  #statement(s: Statement, listed: boolean): void {
    this.#seen++;
    const phrases = listPhrases(s);
    const items = itemsBelow(s);
    if (phrases.length > 1) this.#problems.push(problem("BF1040", {}, { span: phrases[1]!.span }));
    switch (s.kind) {
      case "bare-condition":
        if (!listed && phrases.length === 0) this.#bare(s.condition, s.span);
        else this.#list(phrases[0], items, s.span);
        // `有下列情形之一 的:` with its items, and nothing that follows from them.
        if (!listed && phrases.length > 0 && items.length > 0)
          this.#problems.push(
            problem("BF1031", { text: this.#source.slice(s.condition.span) }, { span: s.condition.span }),
          );
        break;
      case "conditional":
      case "requirement":
      case "definition":
        if (listed) this.#problems.push(problem("BF1047", {}, { span: s.span }));
        else this.#list(phrases[0], items, s.span);
        break;
      case "scoped":
      case "for-each-record":
        for (const inner of s.statements) this.#statement(inner, listed);
        for (const inner of items) this.item(inner, listed);
        return;
      case "amend":
      case "insert":
        if (s.statement && s.statement.kind !== "row") this.#inserted(s.statement);
        // Without a sentence of its own it is a heading.
        for (const inner of items) this.item(inner, s.statement !== undefined);
        return;
      case "note":
        return;
      case "case-choice":
      case "staged-ladder":
        for (const row of s.rows) this.#rung(row);
        break;
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
      case "assertion":
      case "indicator":
      case "indicator-group":
      case "band-choice":
      case "rank-choice":
      case "ladder":
      case "decision-table":
      case "per-occurrence":
      case "ballot":
      case "procedure":
      case "draw":
      case "set-parameter":
      case "delete":
        if (listed) this.#problems.push(problem("BF1047", {}, { span: s.span }));
    }
    // Items without a phrase were reported at their owner; what they are is then anyone's guess.
    const owns = s.kind === "bare-condition" || s.kind === "conditional" || s.kind === "requirement";
    for (const inner of items) this.item(inner, phrases.length > 0 || owns || s.kind === "definition");
  }

  /** A row may have a condition list of its own. */
  #rung(row: Row<Expression | { readonly kind: "rest"; readonly span: Section["span"] }>): void {
    const items = row.items ?? [];
    this.#list(row.test.kind === "rest" ? undefined : phrasesOf(row.test)[0], items, row.test.span);
    for (const inner of items) this.item(inner, true);
  }

  /** What a layer inserts or amends may be a clause or an item of a condition list: the base tells which. */
  #inserted(s: Statement): void {
    this.#statement(
      s,
      s.kind === "bare-condition" && (itemsBelow(s).length === 0 || phrasesOf(s.condition).length > 0),
    );
  }

  #list(phrase: ListCondition | undefined, items: readonly Section[], span: Statement["span"]): void {
    // Conditions right below that lost their labels are the list that is missing here.
    if (phrase && items.length === 0) this.#lastBare = this.#seen;
    if (phrase && items.length === 0)
      this.#problems.push(
        problem("BF1049", { phrase: this.#source.slice(phrase.span) }, { span: phrase.span }),
      );
    if (!phrase && items.length > 0) this.#problems.push(problem("BF1059", {}, { span }));
  }

  #bare(condition: Expression, span: Statement["span"]): void {
    const follows = this.#lastBare === this.#seen - 1;
    this.#lastBare = this.#seen;
    if (follows) return;
    // `造假 的` with nothing behind it is a condition, a word by itself may be anything.
    const closed = /^\s*的/.test(this.#source.text.slice(condition.span.end, condition.span.end + 20));
    if (condition.kind === "path" && condition.segments.length === 1 && !closed) {
      const title = condition.segments[0]!.text;
      const word = nearest(title, DECLARATORY);
      if (word !== null && !DECLARATORY.includes(title)) {
        this.#problems.push(mistyped({ text: title, span }, word));
        return;
      }
      if (isShortenedDuty(title)) {
        this.#problems.push(duty(title, span));
        return;
      }
      const fixes = [titled("change-to-title", [{ span, text: `【${title}】` }], { title })];
      this.#problems.push(problem("BF1025", { title }, { span, fixes }));
    } else if (!closed && condition.kind === "compare" && leadingDuty(condition.left))
      this.#problems.push(leadingDuty(condition.left)!);
    else if (condition.kind === "is" && inWords(condition.value))
      this.#problems.push(inWords(condition.value)!);
    else if (condition.kind === "text-literal")
      this.#problems.push(problem("BF1025", { title: condition.text }, { span }));
    else this.#problems.push(problem("BF1031", { text: this.#source.slice(condition.span) }, { span }));
  }
}

/** The list phrases of a statement itself, not of what hangs below it. */
function listPhrases(statement: Statement): ListCondition[] {
  return statement.kind === "scoped" || statement.kind === "for-each-record" ? [] : phrasesOf(statement);
}

/** The list phrases (有下列情形之一) in a statement or a condition, but for those of statements inside it. */
export function phrasesOf(top: Statement | Expression): ListCondition[] {
  const found: ListCondition[] = [];
  walk(top, (node) => {
    if (node.kind === "section" || node.kind === "row" || (node !== top && isStatement(node.kind)))
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

/** `应走访次数 不少于 5次`. */
function leadingDuty(e: Expression): Problem | undefined {
  const first = e.kind === "path" ? e.segments[0]! : undefined;
  return first && isShortenedDuty(first.text) ? duty(first.text, first.span) : undefined;
}

/** `不满六十分 为 差`, a row whose figure is written in words. */
function inWords(e: Expression): Problem | undefined {
  const name = e.kind === "path" && e.segments.length === 1 ? e.segments[0]! : undefined;
  return name && numberInWords([makeToken("Name", name.text, name.span, 0)], new Set());
}
