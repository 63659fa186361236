import { type Problem, problem } from "../diagnostics/problem.ts";
import type { LabelStyle } from "./ast.ts";
import { TYPE_WORDS } from "./keywords.ts";
import type { LabelMatch } from "./labels.ts";
import {
  bareCase,
  besideScope,
  brokenLine,
  deeperSibling,
  emptyOwners,
  lostColon,
  misleadingIndent,
} from "./layout-findings.ts";
import type { LabelToken, LexedLine } from "./lexer.ts";
import { ARTICLE_LEVEL, pageNumber, USUAL_LEVEL } from "./line-parts.ts";
import { isField, type Joined, joinLines, type LineNode, type LogicalLine } from "./lines.ts";
import {
  isPageNumber,
  needsColon,
  openerAt,
  ownershipOfLine,
  scopeAlone,
  startsRow,
  takesItems,
} from "./openers.ts";
import type { Token } from "./tokens.ts";

/**
 * Lines → tree. Purely lexical: labels, headings, rows and continuation lines decide the structure before any
 * grammar runs, so a slip inside a line can never move another line.
 *
 * The tree knows three ways of
 * hanging: `children` (labelled items, or all that a heading holds), `rows`, and `below` (labelled blocks under
 * a leaf clause that do not belong to its statement, such as 第二款).
 */

export interface Layout {
  readonly root: LineNode;
  readonly lines: readonly LogicalLine[];
  readonly problems: readonly Problem[];
}

export function layout(lexed: readonly LexedLine[]): Layout {
  const joined = joinLines(lexed);
  return new TreeBuilder(joined).build();
}

// ──────────────────────────────── the tree ────────────────────────────────

const TYPES: ReadonlySet<string> = new Set(TYPE_WORDS.flat());
interface Open {
  readonly node: LineNode;
  /** Level of the first labelled item below an owner. */
  first: number | undefined;
}

class TreeBuilder {
  readonly #joined: readonly Joined[];
  readonly #problems: Problem[] = [];
  readonly #root: LineNode;
  #stack: Open[];
  #levels = new Map<string, number>();
  #articleStyle: LabelStyle | undefined;
  /** The owner that takes unlabelled rows or fields. */
  #table: LineNode | undefined;
  #data: LineNode | undefined;
  #last: LineNode | undefined;

  constructor(joined: readonly Joined[]) {
    this.#joined = joined;
    const line = {
      kind: "statement",
      tokens: [],
      comments: [],
      first: 0,
      last: 0,
      depth: -1,
      indent: -1,
    } as const;
    this.#root = {
      ...{
        line: { ...line, blankBefore: false },
        tokens: [],
        heading: true,
        owns: undefined,
        colon: false,
        scope: false,
        level: 0,
      },
      ...{ children: [], rows: [], below: [], notes: [], bad: false },
    };
    this.#stack = [{ node: this.#root, first: undefined }];
  }

  build(): Layout {
    this.#joined.forEach((joined, i) => {
      if (joined.line.kind !== "comment") this.#place(joined, this.#following(i));
      for (const word of joined.broken) this.#report(brokenLine(joined, word));
    });
    this.#problems.push(...emptyOwners(this.#root));
    const lines = this.#joined.map((j) => j.line);
    // A comment line belongs to what follows it.
    for (let i = lines.length - 2; i >= 0; i--)
      if (lines[i]!.kind === "comment") lines[i]!.depth = lines[i + 1]!.depth;
    return { root: this.#root, lines, problems: this.#problems };
  }

  #following(i: number): readonly Token[] {
    for (let k = i + 1; k < this.#joined.length; k++) {
      const kind = this.#joined[k]!.line.kind;
      if (kind !== "comment" && kind !== "note") return this.#joined[k]!.tokens;
    }
    return [];
  }

  #place(joined: Joined, next: readonly Token[]): void {
    const first = joined.tokens[0]!;
    const labelled = first.kind === "Label";
    if (isPageNumber(joined.tokens)) this.#problems.push(pageNumber(joined.tokens));
    else if (first.kind === "Note") this.#note(joined);
    else if (first.kind === "Chapter") this.#chapter(joined);
    else if (!labelled && this.#table && (startsRow(joined.tokens) || this.#isBrokenRow(joined, next)))
      this.#row(joined, this.#table, "row");
    else if (!labelled && this.#table && this.#isBareCase(joined, this.#table))
      this.#bareCase(joined, this.#table);
    else if (!labelled && this.#data && this.#isDataLine(joined, next))
      this.#row(joined, this.#data, "field");
    else {
      this.#table = undefined;
      this.#data = undefined;
      if (labelled) this.#labelled(joined, next);
      else this.#unlabelled(joined, next);
    }
  }

  /** A row that lost its first word: a row follows it, and no statement stands between rows. */
  #isBrokenRow(joined: Joined, next: readonly Token[]): boolean {
    return (
      startsRow(next) &&
      // Rows that are conditions carry a label or a bar: without one the line is a statement, indented or not.
      !this.#table!.tokens.some((t) => t.kind === "ByCase" || t.kind === "Staged") &&
      joined.line.indent > this.#table!.line.indent &&
      // What ends in a colon is the next table, however it is indented.
      joined.tokens[joined.tokens.length - 1]!.kind !== "Colon" &&
      openerAt(joined.tokens, 0) === undefined
    );
  }

  /** A row that is a condition and has neither a label nor a bar, where nothing else can stand. */
  #isBareCase({ tokens, line }: Joined, table: LineNode): boolean {
    if (!table.tokens.some((t) => t.kind === "ByCase" || t.kind === "Staged")) return false;
    if (table.children.length > 0 || !tokens.some((t) => t.kind === "De")) return false;
    return table.rows.length === 0 || line.indent >= table.rows[0]!.line.indent;
  }

  #bareCase(joined: Joined, table: LineNode): void {
    if (table.rows.length === 0) this.#report(bareCase(joined.tokens));
    this.#row(joined, table, "row");
  }

  #isDataLine(joined: Joined, next: readonly Token[]): boolean {
    const { tokens } = joined;
    if (openerAt(tokens, 0) !== undefined) return false;
    if (isField(tokens)) return true;
    // A field without its colon: one slip inside the block, not its end.
    if (tokens[1]?.kind === "Equals" || tokens[0]?.kind === "By" || tokens[0]?.kind === "EachRecord")
      return false;
    const type = joined.line.indent > this.#data!.line.indent && TYPES.has(tokens[1]?.text ?? "");
    return type || isField(next) || tokens[0]?.kind === "Colon";
  }

  #note(joined: Joined): void {
    const host = this.#last;
    if (host && !host.heading && host.line.kind !== "chapter") {
      host.notes.push(joined.tokens[0]!);
      joined.line.depth = host.line.kind === "label" ? host.line.depth + 1 : host.line.depth;
      return;
    }
    const top = this.#stack[this.#stack.length - 1]!.node;
    joined.line.depth = top.line.depth + 1;
    top.children.push(this.#node(joined, top.level + 0.01, joined.tokens));
  }

  #chapter(joined: Joined): void {
    joined.line.kind = "chapter";
    this.#stack.length = 1;
    this.#levels.clear();
    this.#table = undefined;
    this.#data = undefined;
    const node = this.#node(joined, 1, joined.tokens);
    this.#root.children.push(node);
    this.#last = node;
  }

  #row(joined: Joined, owner: LineNode, kind: "row" | "field"): void {
    joined.line.kind = kind;
    joined.line.depth = owner.line.depth + 1;
    const node = this.#node(joined, owner.level + 0.01, joined.tokens);
    owner.rows.push(node);
    this.#last = kind === "row" ? node : owner;
  }

  #labelled(joined: Joined, next: readonly Token[]): void {
    joined.line.kind = "label";
    const label = joined.tokens[0] as LabelToken;
    const titled = joined.tokens[1]?.kind === "Title";
    const level = this.#levelOf(label.label);
    const node = this.#node(
      joined,
      level,
      joined.tokens.slice(titled ? 2 : 1),
      label,
      titled ? joined.tokens[1] : undefined,
    );
    if (level === ARTICLE_LEVEL) this.#stack.length = 1;
    if (label.label.style === "paragraph")
      while (this.#stack.length > 1 && this.#top.node.level > ARTICLE_LEVEL) this.#stack.pop();
    while (this.#stack.length > 1 && this.#closes(this.#top, level)) this.#stack.pop();
    const open = this.#top;
    joined.line.depth = open.node.line.depth + 1;
    const paragraph = label.label.style === "paragraph";
    if (!open.node.heading && open.node.owns === undefined && !paragraph)
      this.#missingColon(open.node, label);
    this.#report(besideScope(node, open.node));
    this.#report(deeperSibling(node, open.node));
    if (open.node.heading) open.node.children.push(node);
    else if (open.node.owns !== undefined && open.node.rows.length === 0 && !paragraph) {
      open.first ??= level;
      open.node.children.push(node);
    } else open.node.below.push(node);
    this.#stack.push({ node, first: undefined });
    this.#lostColon(node, next);
    this.#opens(node);
    this.#last = node;
  }

  #report(found: Problem | undefined): void {
    if (found) this.#problems.push(found);
  }

  get #top(): Open {
    return this.#stack[this.#stack.length - 1]!;
  }

  #closes(open: Open, level: number): boolean {
    if (open.node.level >= level) return true;
    if (open.node.label !== undefined || open.node.heading) return false;
    // An unlabelled statement owns labels of its first item's level and deeper, and none behind unlabelled rows;
    // a scope that took a sentence has all it narrows.
    if (open.node.scope && open.node.children.some((c) => !c.label)) return true;
    return open.node.rows.length > 0 || (open.first !== undefined && level < open.first);
  }

  #unlabelled(joined: Joined, next: readonly Token[]): void {
    while (!this.#top.node.heading && !this.#takesSentence(this.#top.node)) this.#stack.pop();
    const parent = this.#top.node;
    const node = this.#node(joined, parent.level + 0.01, joined.tokens);
    joined.line.depth = parent.line.depth + 1;
    const before = this.#last;
    if (before && !before.heading && before !== parent && joined.line.indent > before.line.indent) {
      // Unlabelled sentences one below the other are on one level; a declaration's block is seen to elsewhere.
      const sibling =
        before.line.kind === "statement" &&
        parent.children.at(-1) === before &&
        joined.line.indent > before.line.indent + 1;
      if (before.label || (sibling && !before.colon && openerAt(before.tokens, 0) === undefined))
        this.#report(misleadingIndent(node, before, parent));
    }
    this.#report(besideScope(node, parent));
    parent.children.push(node);
    this.#lostColon(node, next);
    if (node.owns !== undefined) this.#stack.push({ node, first: undefined });
    this.#opens(node);
    this.#last = node;
  }

  /**
   * `村:` alone on its line narrows what the next line begins: items, or a sentence without a label. Behind a label it
   * is a heading like any other and keeps all of them; without one nothing but the next sentence is sure to be its own.
   */
  #takesSentence({ scope, label, children }: LineNode): boolean {
    return scope && (label === undefined ? children.length === 0 : children.every((c) => !c.label));
  }

  /** A procedure, ballot or way of choosing that says nothing more on its line: what follows is its own. */
  #lostColon(node: LineNode, next: readonly Token[]): void {
    const first = next[0];
    const ownership = node.owns === undefined ? needsColon(node.tokens) : undefined;
    if (!first || ownership === undefined || node.bad) return;
    // Labels below a labelled line are met when they come.
    const labels = first.kind === "Label" && !node.label;
    if (!(ownership === "rows" && startsRow(next)) && !labels) return;
    if (labels && this.#levelOf((first as LabelToken).label) <= this.#top.node.level) return;
    node.owns = ownership;
    this.#report(lostColon(node, first));
  }

  /** Notes which block takes the unlabelled lines that follow. */
  #opens(node: LineNode): void {
    if (node.owns === "rows") this.#table = node;
    const declares = openerAt(node.tokens, 0) === "data";
    if (declares) this.#data = node;
  }

  #node(
    joined: Joined,
    level: number,
    tokens: readonly Token[],
    label?: LabelToken,
    title?: Token,
  ): LineNode {
    const last = tokens[tokens.length - 1]?.kind;
    const stops = last === "Semicolon" || last === "Stop";
    const body = stops ? tokens.slice(0, -1) : tokens;
    const owner = body[body.length - 1]?.kind === "Colon" && body[0]?.kind !== "Note";
    return {
      line: joined.line,
      ...(label && { label }),
      ...(title && { title }),
      tokens: body,
      heading: body.length === 0,
      owns: owner ? ownershipOfLine(body.slice(0, -1)) : undefined,
      colon: owner,
      scope: owner && scopeAlone(body) !== undefined,
      level,
      ...{ children: [], rows: [], below: [], notes: [], bad: joined.bad },
    };
  }

  /**
   * The level of a label. Articles reset everything; below them a style keeps the level of its first use in the
   * article, which is the usual one unless an open block awaits its first label.
   */
  #levelOf(label: LabelMatch): number {
    const style = label.style as LabelStyle;
    const isArticle = style === "article" || (USUAL_LEVEL[style] === ARTICLE_LEVEL && label.parts === 1);
    if (isArticle) {
      // 一、 is the article only in a text that is not numbered 第一条.
      this.#articleStyle ??= style;
      if (style === "article" || style === this.#articleStyle || this.#articleStyle !== "article") {
        this.#levels.clear();
        return ARTICLE_LEVEL;
      }
    }
    const key = `${style}${label.parts}`;
    const known = this.#levels.get(key);
    if (known !== undefined) return known;
    // 三、 in a text of 第一条, after (二) or 2.: a label of that list in another style.
    const open = this.#top.node;
    if (isArticle) {
      const before = this.#stack.findLast(({ node }) => node.label?.label.number === label.number - 1);
      if (before && before.node.level > ARTICLE_LEVEL) return before.node.level;
    } else if (
      // (2) after 1., which says all it has to say: no list begins with its second item.
      label.number > 1 &&
      label.parts === 1 &&
      open.label?.label.number === label.number - 1 &&
      !open.heading &&
      open.owns === undefined &&
      open.level > ARTICLE_LEVEL
    )
      return open.level;
    let level = isArticle
      ? 2.6
      : USUAL_LEVEL[style] + (label.parts - 1) * 0.1 + (style === "tortoise" ? 1 : 0);
    const awaits =
      (open.heading || open.owns !== undefined) && open.children.length === 0 && open.label !== undefined;
    if (awaits && level <= open.level && style !== "paragraph") level = open.level + 0.3;
    this.#levels.set(key, level);
    return level;
  }

  /** Items below a leaf clause: it forgot its colon, or its kind takes none. Either is said once. */
  #missingColon(owner: LineNode, label: LabelToken): void {
    const last = owner.tokens[owner.tokens.length - 1];
    if (!last || owner.below.length > 0) return;
    if (!takesItems(owner.tokens)) {
      this.#problems.push(problem("BF1058", {}, { span: label.span }));
      return;
    }
    owner.owns = ownershipOfLine(owner.tokens);
    this.#report(lostColon(owner, label));
  }
}
