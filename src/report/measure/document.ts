import { writerWords } from "../../compiler/analyze/model.ts";
import type { Measure } from "../../compiler/ir/ir.ts";
import type { Origin } from "../../compiler/layers/origins.ts";
import type { Language } from "../../diagnostics/message.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { MeasureFile, Name } from "../../parser/ast.ts";
import { type Node, walk } from "../../parser/children.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { Span } from "../../source/span.ts";
import { html, idOf, linkTo } from "../html.ts";
import { MEASURE_WORDS, type MeasureWords } from "./words.ts";

/** What the page of a measure is made from. */
export interface MeasureInput {
  readonly measure: Measure;
  readonly file: MeasureFile;
  readonly source: SourceText;
  readonly problems: readonly Problem[];
  readonly language: Language;
}

/**
 * A measure as its page sees it: its words by place, with links from every name to where it is defined. A rule is
 * shown in the measure's own words, not translated back from what the compiler made of them.
 */
export class Document {
  readonly measure: Measure;
  readonly file: MeasureFile;
  readonly source: SourceText;
  readonly problems: readonly Problem[];
  readonly language: Language;
  readonly words: MeasureWords;
  /** Citations by where their provision begins. */
  readonly #cites = new Map<number, string>();
  readonly #known: ReadonlySet<string>;
  /** Places that refer to something, in the order of the text. */
  readonly #links: readonly { readonly span: Span; readonly id: string }[];

  constructor(input: MeasureInput) {
    this.measure = input.measure;
    this.file = input.file;
    this.source = input.source;
    this.problems = input.problems;
    this.language = input.language;
    this.words = MEASURE_WORDS[input.language];
    for (const c of this.measure.citations)
      if (c.path.length > 0 && !this.#cites.has(c.span.start)) this.#cites.set(c.span.start, c.text);
    this.#known = new Set(this.#cites.values());
    this.#links = this.#references();
  }

  /** The id of the provision that begins there; null: it has no citation of its own. */
  idAt(span: Span): string | null {
    const cite = this.#cites.get(span.start);
    return cite === undefined ? null : idOf("clause", cite);
  }

  cite(index: number | null): string {
    return index === null ? "" : (this.measure.citations[index]?.text ?? "");
  }

  /** Which layer wrote a provision, in the words of its citation. */
  writer(origin: Origin | undefined): { readonly before: string; readonly behind: string } {
    return origin ? writerWords(origin, this.measure.language === "en") : { before: "", behind: "" };
  }

  /** A citation that leads to its provision. */
  citeLink(cite: string): string {
    return this.#known.has(cite) ? linkTo(idOf("clause", cite), html(cite)) : html(cite);
  }

  /** The innermost provision around a place: its citation. */
  citeAround(span: Span): string | null {
    let best: { text: string; size: number } | null = null;
    for (const c of this.measure.citations) {
      if (c.path.length === 0 || c.span.start > span.start || c.span.end < span.end) continue;
      const size = c.span.end - c.span.start;
      if (best === null || size < best.size) best = { text: c.text, size };
    }
    return best?.text ?? null;
  }

  /** Where a name is used. */
  mentions(name: string): Span[] {
    const found: Span[] = [];
    walk(this.file, (node) => {
      if (node.kind === "path" && node.segments[0]?.text === name) found.push(node.span);
      return true;
    });
    return found;
  }

  /** The words of a place on one line, without comments. */
  text(span: Span): string {
    return tidy(this.#pieces(span).join(""));
  }

  /** The same as markup, with links. */
  linked(span: Span): string {
    const out: string[] = [];
    let at = span.start;
    for (const link of this.#links) {
      if (link.span.start < at || link.span.end > span.end) continue;
      out.push(html(soft(this.#pieces({ start: at, end: link.span.start }).join(""))));
      out.push(linkTo(link.id, html(soft(this.source.slice(link.span)))));
      at = link.span.end;
    }
    out.push(html(soft(this.#pieces({ start: at, end: span.end }).join(""))));
    return tidy(out.join(""));
  }

  /** A place without the comments in it. */
  #pieces(span: Span): string[] {
    const out: string[] = [];
    let at = span.start;
    for (const c of this.file.comments) {
      if (c.span.end <= at || c.span.start >= span.end) continue;
      out.push(this.source.slice({ start: at, end: Math.max(at, c.span.start) }));
      at = Math.min(c.span.end, span.end);
    }
    out.push(this.source.slice({ start: at, end: span.end }));
    return out;
  }

  #references(): { span: Span; id: string }[] {
    const targets = this.#targets();
    const found: { span: Span; id: string }[] = [];
    walk(this.file, (node) => {
      if (node.kind === "path") {
        const [first] = node.segments;
        const id = first && targets.get(first.text);
        if (id) found.push({ span: first.span, id });
      } else if (node.kind === "citation") {
        const cite = node.path.join("");
        if (this.#known.has(cite)) found.push({ span: node.span, id: idOf("clause", cite) });
      }
      return true;
    });
    return found.sort((a, b) => a.span.start - b.span.start);
  }

  /** Where each name is defined; null where several things have it, and which one is meant is a matter of scope. */
  #targets(): Map<string, string | null> {
    const targets = new Map<string, string | null>();
    const add = (name: Name, id: string | null) => {
      targets.set(name.text, targets.has(name.text) && targets.get(name.text) !== id ? null : id);
    };
    walk(this.file, (node) => {
      for (const name of defined(node)) {
        const cite = this.citeAround(name.span);
        add(name, cite === null ? null : idOf("clause", cite));
      }
      if (node.kind === "subject" || node.kind === "record")
        for (const f of node.fields) add(f.name, factId(node.name.text, f.name.text));
      if (node.kind === "parameter") for (const n of node.names) add(n, idOf("parameter", n.text));
      return true;
    });
    return targets;
  }
}

/** The id of a fact's row. */
export const factId = (owner: string, name: string): string => idOf("fact", `${owner}-${name}`);

/** The names that a statement gives a meaning. */
function defined(node: Node): readonly Name[] {
  if (
    node.kind === "definition" ||
    node.kind === "indicator" ||
    node.kind === "indicator-group" ||
    node.kind === "ballot" ||
    node.kind === "scale"
  )
    return [node.name];
  if (node.kind === "case-choice") return [node.target];
  if (node.kind === "band-choice" || node.kind === "rank-choice" || node.kind === "decision-table")
    return node.target ? [node.target] : [];
  return [];
}

/** Line ends and runs of spaces as one space. */
const soft = (text: string): string => text.replace(/\s+/g, " ");

const tidy = (text: string): string =>
  soft(text)
    .trim()
    .replace(/\s*[:：]$/, "");
