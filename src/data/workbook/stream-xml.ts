import { Unsplittable } from "../unsplittable.ts";
import { ATTRIBUTES } from "./guard.ts";

/**
 * The text of a sheet cut where a row ends, without taking it for more than that: what cells say is the library's work.
 * Only what spreadsheet programs write is cut; with comments, sections or cells out of order a sheet is read as a whole.
 */

const SHEET_DATA = /<((?:[^\s<>/:="']{1,40}:)?)sheetData(?:\s[^<>]*?)?(\/?)>/;
/** Characters before the rows, of one row, and after them. */
const MOST_HEAD = 4 * 1024 * 1024;
const MOST_ROW = 16 * 1024 * 1024;
const MOST_TAIL = 64 * 1024 * 1024;

/** Gives out whole rows of a sheet's text. */
export class RowCutter {
  #state: "head" | "rows" | "tail" = "head";
  #pending = "";
  #prefix = "";
  #tail: string[] = [];
  #tailLength = 0;

  /** The rows that have become whole. @throws Unsplittable */
  feed(text: string): string {
    if (this.#state === "tail") {
      this.#toTail(text);
      return "";
    }
    this.#pending += text;
    if (this.#state === "head") this.#begin();
    return this.#inRows() ? this.#rows() : "";
  }

  #inRows(): boolean {
    return this.#state === "rows";
  }

  /** What stands after the rows. @throws Unsplittable */
  end(): string {
    const tail = this.#tail.join("");
    if (this.#state !== "tail" || /<[^\s<>/]*sheetData[\s/>]/.test(tail)) throw new Unsplittable();
    return tail;
  }

  #begin(): void {
    const found = SHEET_DATA.exec(this.#pending);
    if (found === null) {
      if (this.#pending.length > MOST_HEAD) throw new Unsplittable();
      return;
    }
    if (this.#pending.slice(0, found.index).includes("<!")) throw new Unsplittable();
    const rest = this.#pending.slice(found.index + found[0].length);
    this.#prefix = found[1]!;
    this.#state = "rows";
    this.#pending = rest;
    if (found[2] === "") return;
    this.#state = "tail";
    this.#toTail(rest);
  }

  #rows(): string {
    const rowEnd = `</${this.#prefix}row>`;
    const end = this.#pending.indexOf(`</${this.#prefix}sheetData`);
    let cut = end;
    if (end >= 0) {
      this.#state = "tail";
      this.#toTail(this.#pending.slice(end));
    } else {
      cut = this.#pending.lastIndexOf(rowEnd) + rowEnd.length;
      if (cut < rowEnd.length) {
        if (this.#pending.length > MOST_ROW) throw new Unsplittable();
        return "";
      }
    }
    const rows = this.#pending.slice(0, cut);
    this.#pending = end >= 0 ? "" : this.#pending.slice(cut);
    if (rows.includes("<!") || rows.includes("<?")) throw new Unsplittable();
    return rows;
  }

  #toTail(text: string): void {
    this.#tailLength += text.length;
    if (this.#tailLength > MOST_TAIL) throw new Unsplittable();
    this.#tail.push(text);
  }
}

export interface RowTag {
  /** From 1. */
  readonly number: number;
  readonly hidden: boolean;
}

export interface CellTag {
  /** Letters of its column; null: it follows the cell before. */
  readonly letters: string | null;
  readonly style: string | null;
  readonly type: string | null;
}

/** What is found in rows: where in the text a tag begins and ends, and whether it is closed at once. */
export interface RowVisitor {
  row(tag: RowTag, from: number, to: number, closed: boolean): void;
  cell(tag: CellTag, from: number, to: number, closed: boolean): void;
}

const TAG = /<(?:[^\s<>/:="']{1,40}:)?(row|c)(?=[\s/>])([^<>]*)>/g;
const attribute = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`);
const REFERENCE = attribute("r");
const STYLE = attribute("s");
const TYPE = attribute("t");
const HIDDEN = attribute("hidden");

/** The rows and cells of a text in their order. @param last number of the row before @returns that of the last @throws Unsplittable */
export function walkRows(text: string, last: number, visitor: RowVisitor): number {
  let number = last;
  TAG.lastIndex = 0;
  for (let found = TAG.exec(text); found !== null; found = TAG.exec(text)) {
    const attributes = found[2]!;
    const to = TAG.lastIndex;
    if (!ATTRIBUTES.test(attributes)) throw new Unsplittable();
    const closed = attributes.endsWith("/");
    const reference = REFERENCE.exec(attributes)?.[1] ?? null;
    if (found[1] === "row") {
      const given = reference === null ? number + 1 : Number(reference);
      if (!(Number.isInteger(given) && given > number && given <= MOST_ROWS)) throw new Unsplittable();
      number = given;
      // Only a row that says its number is hidden, to the library.
      const hidden = reference !== null && /^(?:1|true)$/.test(HIDDEN.exec(attributes)?.[1] ?? "");
      visitor.row({ number, hidden }, found.index, to, closed);
    } else {
      const place = reference === null ? null : /^([A-Za-z]{1,3})([1-9]\d{0,6})$/.exec(reference);
      if (reference !== null && Number(place?.[2]) !== number) throw new Unsplittable();
      const style = STYLE.exec(attributes)?.[1] ?? null;
      const type = TYPE.exec(attributes)?.[1] ?? null;
      visitor.cell({ letters: place?.[1] ?? null, style, type }, found.index, to, closed);
    }
    TAG.lastIndex = to;
  }
  return number;
}

const MOST_ROWS = 1_048_576;
