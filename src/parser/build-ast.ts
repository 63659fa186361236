import { type Problem, problem } from "../diagnostics/problem.ts";
import { join, type Span } from "../source/span.ts";
import type { Chapter, Condition, Expression, Item, Section, Statement } from "./ast.ts";
import { attach, restOfRungs } from "./attach.ts";
import { text } from "./build-declarations.ts";
import { actionOf, consequence, gather, type Part } from "./build-effects.ts";
import { butNot, type RuleResult } from "./build-rules.ts";
import { phrasesOf } from "./check-tree.ts";
import { walk } from "./children.ts";
import { DEEPEST_NESTING } from "./limits.ts";
import type { LineNode } from "./lines.ts";
import { labelOf, notesOf } from "./node-parts.ts";
import { type Prefix, peel, shapeOf, splitStatements, startsRow } from "./openers.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";
import { layerOf, wrap } from "./wrap.ts";

/**
 * The line tree → the syntax tree. Each line is parted into statements; effects that stand alone after a
 * `;` join the clause before them; scopes wrap what follows; and the last statement of a line receives the rows and items
 * below it (attach.ts).
 */

export function itemsOf(nodes: readonly LineNode[], reader: Reader): Item[] {
  return nodes.flatMap((node): Item[] => {
    if (node.line.kind === "chapter") return [chapter(node)];
    if (node.label) return [section(node, reader)];
    return statementsOf(node, reader);
  });
}

export function sectionsOf(nodes: readonly LineNode[], reader: Reader): Section[] {
  return nodes.filter((n) => n.label !== undefined).map((n) => section(n, reader));
}

function chapter(node: LineNode): Chapter {
  const token = node.tokens[0]!;
  return { kind: "chapter", span: token.span, label: token.text, title: token.meaning };
}

function section(node: LineNode, reader: Reader): Section {
  const own = node.heading ? [] : statementsOf(node, reader);
  const below = itemsOf(node.heading ? node.children : node.below, reader);
  const body = [...own, ...below];
  const first = node.label!.span;
  const last = node.tokens[node.tokens.length - 1] ?? node.title ?? node.label!;
  // Rows, steps and items hang below their statement, outside its span; the section holds them all.
  let { end } = last.span;
  for (const item of body)
    walk(item, (n) => {
      end = Math.max(end, n.span.end);
    });
  return {
    ...{
      kind: "section",
      span: { start: first.start, end },
      label: labelOf(node)!,
      heading: node.heading,
      body,
    },
    ...(node.title && { title: text(node.title) }),
  };
}

/** One statement of a line before scopes are put around it. */
interface Entry {
  statement: Statement;
  /** Effects of a clause may still join it. */
  readonly open: boolean;
}

interface Group {
  readonly prefixes: readonly Prefix[];
  readonly entries: Entry[];
}

function statementsOf(node: LineNode, reader: Reader): Statement[] {
  const first = node.tokens[0];
  if (first?.kind === "Note") return [{ kind: "note", span: first.span, text: text(first) }];
  const before = reader.problems.length;
  const statements = new LineBuilder(node, reader).statements();
  if (node.label) return statements;
  // What is indented below a line that could not be read is part of the same slip (a data block without its head).
  const head = reader.brokenHead;
  if (head && node.line.first === head.last + 1 && node.line.indent > head.indent) {
    reader.problems.length = before;
    lose(node, reader);
    reader.brokenHead = { indent: head.indent, last: node.line.last };
    return [];
  }
  const failed =
    reader.broken.length > 0 && reader.broken[reader.broken.length - 1]!.end > (first?.span.start ?? 0);
  reader.brokenHead = failed ? { indent: node.line.indent, last: node.line.last } : undefined;
  return statements;
}

class LineBuilder {
  readonly #node: LineNode;
  readonly #reader: Reader;
  readonly #groups: Group[] = [];
  #broken = false;

  constructor(node: LineNode, reader: Reader) {
    this.#node = node;
    this.#reader = reader;
  }

  statements(): Statement[] {
    const node = this.#node;
    const tokens = node.colon ? node.tokens.slice(0, -1) : node.tokens;
    if (startsRow(tokens) && !node.label && this.#strayRow(tokens)) return [];
    if (this.#reader.headerSlip(node.tokens, node.label !== undefined, node.bad)) return [];
    const parts = splitStatements(tokens);
    parts.forEach((part, i) => {
      // A scope that ends the line has lost its colon to the line's owner mark.
      const last = i === parts.length - 1 && node.colon;
      const words = last ? [...part.tokens, ...node.tokens.slice(-1)] : part.tokens;
      const peeled = peel(words);
      const { prefixes, rest } =
        last && this.#endsList(peeled, part.afterStop) ? { prefixes: [], rest: words } : peeled;
      if (prefixes.length > DEEPEST_NESTING) {
        this.#reader.report(problem("BF1011", { limit: DEEPEST_NESTING }, { span: words[0]!.span }));
        this.#broken = true;
        return;
      }
      const body = last && rest[rest.length - 1] === words[words.length - 1] ? rest.slice(0, -1) : rest;
      if (prefixes.length > 0 || part.afterStop || this.#groups.length === 0) {
        // A full stop ends the scope too.
        this.#groups.push({ prefixes, entries: [] });
      }
      if (body.length > 0) this.#statement(body, part.afterStop);
    });
    if (this.#broken) this.#reader.lastStray = node.line.last;
    this.#attach();
    return this.#groups.flatMap((g) => this.#wrapped(g));
  }

  /**
   * `有下列情形之一 的,最高评为 良;约谈:`: the last words are an effect of the clause, not a scope: the list below
   * is that of its condition.
   */
  #endsList({ prefixes, rest }: ReturnType<typeof peel>, afterStop: boolean): boolean {
    if (rest.length > 0 || prefixes.length !== 1 || prefixes[0]!.kind !== "subjects" || afterStop)
      return false;
    const { statement, open } = this.#groups.at(-1)?.entries.at(-1) ?? {};
    return open === true && statement?.kind === "conditional" && phrasesOf(statement.condition).length > 0;
  }

  #strayRow(tokens: readonly Token[]): boolean {
    const first = tokens[0]!.kind;
    if (first === "Number" && tokens.some((t) => t.kind === "Compare" || t.kind === "De")) return false;
    // Several in a row are one slip: the head of their table.
    const follows = this.#reader.lastStray === this.#node.line.first - 1;
    this.#reader.lastStray = this.#node.line.last;
    if (tokens[0]!.kind === "Rest" && this.#reader.lastRung === this.#node.line.first - 1) {
      restOfRungs(tokens[0]!, this.#node.bad, this.#reader);
      return true;
    }
    if (!this.#node.bad && !follows)
      this.#reader.report(
        problem("BF1024", {}, { span: join(tokens[0]!.span, tokens[tokens.length - 1]!.span) }),
      );
    return true;
  }

  get #group(): Group {
    return this.#groups[this.#groups.length - 1]!;
  }

  #statement(tokens: readonly Token[], afterStop: boolean): void {
    const quiet = this.#node.bad || this.#broken;
    const layered = this.#group.prefixes[0]?.kind === "layer" && this.#group.entries.length === 0;
    if (layered && startsRow(tokens)) {
      this.#amendedRow(tokens, quiet);
      return;
    }
    const shape = shapeOf(tokens);
    if (shape === "rule") {
      const result = this.#reader.read("rule", tokens, quiet);
      if (result) this.#rule(result, afterStop);
      else this.#broken = true;
      return;
    }
    const statement = this.#reader.read(shape, tokens, quiet) as Statement | undefined;
    if (!statement) {
      this.#broken = true;
      return;
    }
    const before = this.#group.entries[this.#group.entries.length - 1];
    if (statement.kind === "requirement" && !afterStop && before?.statement.kind === "conditional") {
      // `C 的,…;应当 D`: the duty shares the condition.
      const { span, polarity, condition, except } = statement;
      const shared = {
        kind: "requirement-effect",
        span,
        targets: [],
        modality: "must",
        polarity,
        condition,
      } as const;
      const but = except ? [{ kind: "except", condition: except, span: except.span } as const] : [];
      this.#join(before, [{ kind: "effect", effect: shared, span }, ...but]);
      return;
    }
    this.#group.entries.push({ statement, open: statement.kind === "per-occurrence" });
  }

  #rule(result: RuleResult, afterStop: boolean): void {
    const { head, parts, span } = result;
    const { entries } = this.#group;
    const found: Problem[] = [];
    const before = afterStop ? undefined : entries[entries.length - 1];
    const shares = before?.open === true;
    const around = before || this.#reader.inList ? undefined : this.#classAround();
    if (head.kind === "bare" && around && actionOf(head.condition)) {
      const action = consequence([actionOf(head.condition)!], head.condition.span);
      this.#clause(around, [action, ...parts], span, found);
    } else if (head.kind === "effects") {
      if (shares) this.#join(before, parts);
      else if (around) this.#clause(around, parts, span, found);
      else this.#withoutCondition(span);
    } else if (head.kind === "bare" && shares && actionOf(head.condition)) {
      this.#join(before, [consequence([actionOf(head.condition)!], head.condition.span), ...parts]);
    } else if (head.kind === "bare" && parts.length === 1 && parts[0]!.kind === "except") {
      const condition = butNot(head.condition, parts[0]!.condition);
      entries.push({ statement: { kind: "bare-condition", span, condition, items: [] }, open: false });
    } else if (head.kind === "bare" && parts.length > 0) {
      // `通报批评,取消评优` without a condition, or a condition without its 的.
      const after = parts[0]!.span;
      this.#report("BF1045", this.#written(head.condition), after);
    } else if (head.kind === "bare" || (head.kind === "conditional" && parts.length === 0))
      entries.push({
        statement: { kind: "bare-condition", span, condition: head.condition, items: [] },
        open: false,
      });
    else if (head.kind === "requirement") {
      const { condition, polarity } = head;
      const { except } = gather(parts, [], found);
      if (shares && before.statement.kind === "conditional")
        this.#join(before, [
          {
            kind: "effect",
            span,
            effect: { kind: "requirement-effect", span, targets: [], modality: "must", polarity, condition },
          },
          ...parts,
        ]);
      else
        entries.push({
          statement: { kind: "requirement", span, polarity, condition, ...(except && { except }) },
          open: false,
        });
    } else this.#clause(head.condition, parts, span, found);
    if (!this.#node.bad) for (const p of found) this.#reader.report(p);
  }

  #clause(condition: Condition, parts: readonly Part[], span: Span, found: Problem[]): void {
    const { effects, except, partial } = gather(parts, [], found);
    if (partial) found.push(problem("BF1046", {}, { span }));
    const statement: Statement = {
      ...{ kind: "conditional", span, condition, effects, items: [] },
      ...(except && { except }),
    };
    this.#group.entries.push({ statement, open: true });
  }

  /** `海拔 4500米以上 的对象: 不予评定 等次`: an effect alone happens to whoever is in the class. */
  #classAround(): Condition | undefined {
    const own = this.#group.prefixes.findLast((p) => p.kind === "class");
    if (!own) return this.#reader.enclosing;
    return this.#reader.classCondition(own.tokens, this.#node.bad || this.#broken);
  }

  /** What stands on the lines below a scope. */
  #below(prefixes: readonly Prefix[]): { items: Section[]; sentences: Statement[] } {
    const reader = this.#reader;
    const { enclosing } = reader;
    const own = prefixes.findLast((p) => p.kind === "class");
    if (own) reader.enclosing = reader.classCondition(own.tokens, this.#node.bad || this.#broken);
    const { children } = this.#node;
    const items = sectionsOf(children, reader);
    const sentences = children.flatMap((c) => (c.label ? [] : statementsOf(c, reader)));
    reader.enclosing = enclosing;
    return { items, sentences };
  }

  #join(entry: Entry, parts: readonly Part[]): void {
    const found: Problem[] = [];
    const { statement } = entry;
    if (statement.kind === "conditional" || statement.kind === "per-occurrence") {
      const { effects, except, partial } = gather(parts, statement.effects, found);
      const last = parts[parts.length - 1]!;
      const span = join(statement.span, last.span);
      if (statement.kind === "conditional") {
        if (partial) found.push(problem("BF1046", {}, { span: last.span }));
        entry.statement = { ...statement, span, effects, ...(except && { except }) };
      } else {
        entry.statement = {
          ...{ ...statement, span, effects },
          ...(partial && { partial }),
          ...(except && { except }),
        };
      }
    }
    if (!this.#node.bad) for (const p of found) this.#reader.report(p);
  }

  #withoutCondition(span: Span): void {
    if (!this.#node.bad && !this.#broken) this.#reader.report(problem("BF1041", {}, { span }));
    this.#broken = true;
  }

  #report(_code: "BF1045", before: string, after: Span): void {
    if (!this.#node.bad && !this.#broken) {
      const next = this.#node.tokens.find((t) => t.span.start >= after.start);
      this.#reader.report(problem("BF1045", { before, after: next?.text ?? "" }, { span: after }));
    }
    this.#broken = true;
  }

  #written(expression: Expression): string {
    const inside = this.#node.tokens.filter(
      (t) => t.span.start >= expression.span.start && t.span.end <= expression.span.end,
    );
    return inside.map((t) => t.text).join(" ");
  }

  #amendedRow(tokens: readonly Token[], quiet: boolean): void {
    const row = this.#reader.read("bandRow", tokens, quiet);
    const prefix = this.#group.prefixes[0]!;
    if (!row) {
      this.#broken = true;
      return;
    }
    const span = join(prefix.tokens[0]!.span, tokens[tokens.length - 1]!.span);
    const rowNode = {
      kind: "row",
      span: join(tokens[0]!.span, tokens[tokens.length - 1]!.span),
      ...row,
    } as const;
    const { cited, title } = layerOf(prefix);
    this.#groups.pop();
    if (prefix.tokens[0]!.kind === "Insert") this.#reader.report(problem("BF1024", {}, { span }));
    const statement: Statement = {
      kind: "amend",
      span,
      citation: cited,
      ...(title && { title }),
      statement: rowNode,
    };
    this.#groups.push({ prefixes: [], entries: [{ statement, open: false }] });
  }

  /** Rows, items and notes below the line go to its last statement. */
  #attach(): void {
    const node = this.#node;
    const last = this.#groups[this.#groups.length - 1];
    const entry = last?.entries[last.entries.length - 1];
    if (entry) {
      const statement = attach(entry.statement, node, this.#reader, sectionsOf);
      const notes = notesOf(node);
      entry.statement = notes ? { ...statement, notes } : statement;
      return;
    }
    if (last && last.prefixes.length > 0) return; // the scope itself takes them
    // The owner could not be read: what stands below is still checked, and its names are not called unknown.
    sectionsOf(node.children, this.#reader);
    for (const below of [...node.rows, ...node.children]) lose(below, this.#reader);
  }

  /** Puts the scopes around a group's statements, the innermost first. */
  #wrapped(group: Group): Statement[] {
    let statements = group.entries.map((e) => e.statement);
    if (group.prefixes.length === 0) return statements;
    const node = this.#node;
    const empty = statements.length === 0;
    if (empty && this.#broken) return [];
    const isLast = group === this.#groups[this.#groups.length - 1];
    let items: readonly Section[] = [];
    if (empty && isLast) ({ items, sentences: statements } = this.#below(group.prefixes));
    const notes = empty ? notesOf(node) : undefined;
    for (const prefix of [...group.prefixes].reverse()) {
      const wrapped = wrap(prefix, {
        statements,
        items,
        reader: this.#reader,
        quiet: this.#node.bad || this.#broken,
        broken: this.#broken,
      });
      statements = wrapped ? [notes ? { ...wrapped, notes } : wrapped] : [];
      items = [];
    }
    return statements;
  }
}

function lose(node: LineNode, reader: Reader): void {
  for (const token of node.tokens) if (token.kind === "Name") reader.lost.add(token.text.normalize("NFKC"));
  for (const below of [...node.rows, ...node.children, ...node.below]) lose(below, reader);
}
