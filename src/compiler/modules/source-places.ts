/** The places of a measure's text, as marks in the code that a module is made of. */
import type { SourceText } from "../../source/source-text.ts";
import type { Position, Span } from "../../source/span.ts";
import { type Code, mark } from "../emit/fragments.ts";
import { NO_PLACE, type Places } from "../emit/places.ts";
import type { Cell, Field, Measure, Parameter } from "../ir/ir.ts";

export interface Place {
  /** null: no place of the measure. */
  readonly at: Position | null;
  /** The text it is in. */
  readonly of: SourceText | null;
  /** What is computed, where it has a name. */
  readonly name: string | null;
  readonly comment: string | null;
}

export class SourcePlaces implements Places {
  /** By number of the mark; 0: none. */
  readonly places: Place[] = [{ at: null, of: null, name: null, comment: null }];
  readonly end: Code = mark(0);
  here: Code = mark(0);
  readonly #measure: Measure;
  readonly #source: SourceText;
  readonly #file: (of: SourceText) => string;

  /** @param file how comments call the text */
  constructor(measure: Measure, source: SourceText, file: (of: SourceText) => string) {
    this.#measure = measure;
    this.#source = source;
    this.#file = file;
  }

  cell(cell: Cell): Code {
    this.here = this.#add(cell.span, cell.name, this.#words(cell.cite, cell.text), true);
    return this.here;
  }

  row(span: Span | undefined): Code {
    return span === undefined
      ? NO_PLACE
      : this.#add(span, null, this.#source.text.slice(span.start, span.end), true);
  }

  clause(clause: number): Code {
    const { span, cite, effect } = this.#measure.clauses[clause]!;
    return this.#add(span, null, this.#words(cite, effect), true);
  }

  field(field: Field): Code {
    return this.#add(field.span, field.name, field.name, true);
  }

  parameter(parameter: Parameter): Code {
    return this.#add(parameter.span, parameter.name, this.#words(parameter.cite, parameter.name), true);
  }

  /** None: a debugger that looks for a line takes what stands first on it, and that has to be what decides. */
  figure(): Code {
    return this.end;
  }

  #words(cite: number | null, words: string): string {
    const citation = cite === null ? "" : (this.#measure.citations[cite]?.text ?? "");
    return [citation, words].filter((w) => w !== "").join(" ");
  }

  #add(span: Span | null, name: string | null, words: string, said: boolean): Code {
    const known = span !== null && span.end > span.start;
    const there = known ? this.#source.locate(span) : null;
    const at = there?.source.position(there.span.start) ?? null;
    const where = at === null ? "" : `${this.#file(there!.source)}:${at.line} `;
    const comment = said && words !== "" ? commentText(where + words) : null;
    this.places.push({ at, of: there?.source ?? null, name, comment });
    return mark(this.places.length - 1);
  }
}

/** Half a character is none: no file in UTF-8 can hold it. */
export const wellFormed = (words: string): string =>
  words.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

/** The words of a comment take at most so many characters. */
const LONGEST = 120;

/**
 * A text as the words of a comment of either form: no line ends (whatever a reader of the code takes for one), no end
 * of a comment or of a script, no order to a debugger, no half of a character.
 */
export function commentText(words: string): string {
  const tame = wellFormed(words)
    .replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replace(/\*(?=\/)/g, "* ")
    .replace(/\/(?=[/*])/g, "/ ")
    .replace(/<(?=[!/s])/gi, "< ")
    .replace(/--(?=>)/g, "-- ")
    .replace(/[#@](?=\s*source)/gi, "")
    .trim();
  const characters = [...tame];
  return characters.length <= LONGEST ? tame : `${characters.slice(0, LONGEST - 1).join("")}…`;
}
