import type { Measure } from "../../compiler/ir/ir.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { Span } from "../../source/span.ts";

/** Where things of the IR stand in the text, as near as their citations and words tell. */
export interface Place {
  readonly cite: number;
  readonly at: number;
}

export class Places {
  readonly #measure: Measure;
  readonly #source: SourceText;
  readonly #spans: readonly Span[];

  constructor(measure: Measure, source: SourceText) {
    this.#measure = measure;
    this.#source = source;
    const { citations } = measure;
    const starts = citations
      .map((c, cite) => ({ cite, start: c.span.start }))
      .sort((a, b) => a.start - b.start);
    const within = (inner: number, outer: number): boolean =>
      citations[outer]!.path.every((label, i) => citations[inner]!.path[i] === label);
    this.#spans = citations.map((c, cite) => {
      const next = starts.find((s) => s.start > c.span.start && !within(s.cite, cite));
      return { start: c.span.start, end: next?.start ?? source.text.length };
    });
  }

  /** A provision with its rows, items and inner provisions: up to the next that is not part of it. */
  span(cite: number): Span {
    return this.#spans[cite]!;
  }

  /**
   * A test that several rungs or clauses share is one cell and carries the citation of the first. When its
   * words are not there, they are looked for in the provisions around, and the innermost one there counts.
   */
  find(cite: number, text: string): Place {
    const own = this.span(cite);
    if (text === "") return { cite, at: own.start };
    for (const around of this.#around(cite)) {
      const found = this.#source.slice(this.span(around)).indexOf(text);
      if (found < 0) continue;
      const at = this.span(around).start + found;
      return { cite: around === cite ? cite : this.#innermost(at, cite), at };
    }
    return { cite, at: own.start };
  }

  /** A provision and those it stands in, innermost first. */
  #around(cite: number): number[] {
    const { path } = this.#measure.citations[cite]!;
    return this.#measure.citations
      .flatMap((c, i) => (c.path.every((label, k) => path[k] === label) ? [i] : []))
      .sort((a, b) => this.#depth(b) - this.#depth(a));
  }

  #innermost(at: number, otherwise: number): number {
    const holding = this.#spans.flatMap(({ start, end }, i) => (start <= at && at < end ? [i] : []));
    return holding.sort((a, b) => this.#depth(b) - this.#depth(a))[0] ?? otherwise;
  }

  #depth(cite: number): number {
    return this.#measure.citations[cite]!.path.length;
  }
}
