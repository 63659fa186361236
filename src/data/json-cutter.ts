import { LINE_BREAK } from "../source/source-text.ts";
import type { DocumentPath } from "./document.ts";
import { Unsplittable } from "./unsplittable.ts";

/**
 * A JSON text cut into the items of its long lists and what stands around them, while it comes piece by piece. Only marks
 * and quotes are looked at; whether an item is right is found out when it is read.
 */

export interface JsonItem {
  /** Where in the document the list stands. */
  readonly list: DocumentPath;
  readonly index: number;
  readonly text: string;
  /** Where it begins in the whole text, from 1. */
  readonly line: number;
  readonly column: number;
  /** It is none: only the comma before the end of the list, which must not be there. */
  readonly comma?: true;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The document without the items of its lists. */
export interface Skeleton {
  readonly text: string;
  /** The place in the whole text of one in this. */
  place(at: Place): Place;
}

/** Characters around the items, and of one of them. */
const MOST_AROUND = 8 * 1024 * 1024;
const MOST_ITEM = 64 * 1024 * 1024;

const MARK = /["{}[\],:]/g;
const IN_STRING = /["\\\u0000-\u001f]/g;
const BLANK = /[ \t\r\n]/;
const BLANKS = /^[ \t\r\n]*/;

interface Level {
  readonly list: boolean;
  key: string;
  index: number;
}

/** A list whose items are given out. */
interface ItemList {
  readonly path: DocumentPath;
  index: number;
  /** Lists and records that are open within the item. */
  depth: number;
  /** The last comma between items. */
  comma: Place | null;
}

export class JsonCutter {
  readonly #isList: (path: DocumentPath) => boolean;
  readonly #levels: Level[] = [];
  readonly #moved: { readonly line: number; readonly to: Place }[] = [];
  #around = "";
  #pending = "";
  /** The piece that is looked at, up to where it has been given out, and up to where its lines have been counted. */
  #text = "";
  #given = 0;
  #counted = 0;
  #line = 1;
  #column = 1;
  #string = "";
  #inString = false;
  #escaped = false;
  #broken = false;
  /** Of the list whose items are given out; null: none. */
  #items: ItemList | null = null;
  #item: { text: string; readonly at: Place } | null = null;

  /** @param isList whether the list at a path is one whose items are given out */
  constructor(isList: (path: DocumentPath) => boolean) {
    this.#isList = isList;
  }

  /** The items that have become whole. @throws Unsplittable */
  feed(piece: string): JsonItem[] {
    const text = this.#pending + piece;
    // A line may end in two characters.
    const whole = text.endsWith("\r") ? text.length - 1 : text.length;
    this.#pending = text.slice(whole);
    const found: JsonItem[] = [];
    if (!this.#broken) this.#scan(text.slice(0, whole), found);
    if (this.#around.length > MOST_AROUND || (this.#item?.text.length ?? 0) > MOST_ITEM)
      throw new Unsplittable();
    return found;
  }

  /** The last item, where the text ends within it, and what stands around all of them. */
  end(): { readonly items: readonly JsonItem[]; readonly skeleton: Skeleton } {
    const items = this.feed(this.#pending === "" ? "" : "\n");
    const of = this.#items;
    if (of !== null) {
      if (this.#item !== null) items.push(this.#whole());
      this.#move({ line: this.#line, column: this.#column });
      // So that it is told that the list does not end, and not that it has no items.
      this.#around += of.index > 0 ? "0" : "";
    }
    const moved = this.#moved;
    return {
      items,
      skeleton: {
        text: this.#around,
        place: ({ line, column }) => {
          const from = moved.findLast((m) => m.line <= line);
          if (from === undefined) return { line, column };
          const on = line - from.line;
          return { line: from.to.line + on, column: on === 0 ? from.to.column + column - 1 : column };
        },
      },
    };
  }

  #scan(text: string, found: JsonItem[]): void {
    this.#text = text;
    this.#given = 0;
    this.#counted = 0;
    let at = 0;
    while (at < text.length && !this.#broken) {
      if (this.#inString) at = this.#skipString(text, at);
      else {
        MARK.lastIndex = at;
        const mark = MARK.exec(text);
        if (mark === null) break;
        at = mark.index + 1;
        this.#mark(mark[0], mark.index, found);
      }
    }
    this.#give(this.#broken ? at : text.length);
    if (this.#broken && this.#item !== null) found.push(this.#whole());
    this.#placeAt(text.length);
  }

  /** To the end of the string, or of the text. */
  #skipString(text: string, from: number): number {
    let at = from;
    if (this.#escaped) {
      at++;
      this.#escaped = false;
    }
    for (;;) {
      IN_STRING.lastIndex = at;
      const found = IN_STRING.exec(text);
      if (found === null) {
        at = text.length;
        break;
      }
      at = found.index + 1;
      if (found[0] === '"') {
        this.#inString = false;
        break;
      }
      if (found[0] !== "\\") {
        // No string goes on in another line: what is wrong stands before.
        this.#broken = true;
        break;
      }
      if (at === text.length) {
        this.#escaped = true;
        break;
      }
      at++;
    }
    if (this.#items === null) this.#string += text.slice(from, at);
    return at;
  }

  #mark(mark: string, at: number, found: JsonItem[]): void {
    if (mark === '"') {
      this.#inString = true;
      this.#string = mark;
    } else if (this.#items === null) this.#markAround(mark, at);
    else this.#markInItems(this.#items, mark, at, found);
  }

  #markAround(mark: string, at: number): void {
    const level = this.#levels.at(-1);
    if (mark === "[" && this.#isList(this.#path()) && this.#awaited(at, level)) {
      this.#give(at + 1);
      this.#items = { path: this.#path(), index: 0, depth: 0, comma: null };
    } else if (mark === "{" || mark === "[") this.#levels.push({ list: mark === "[", key: "", index: 0 });
    else if (mark === "}" || mark === "]") this.#levels.pop();
    else if (mark === ":") {
      if (level?.list === false) level.key = keyOf(this.#string);
    } else if (level?.list === true) level.index++;
  }

  /** Whether a value may stand there; else it is for who reads the text around to say so. */
  #awaited(at: number, level: Level | undefined): boolean {
    this.#give(at);
    let last = this.#around.length - 1;
    while (last >= 0 && BLANK.test(this.#around.charAt(last))) last--;
    const before = this.#around.charAt(last);
    if (level === undefined) return before === "";
    return level.list ? before === "[" || before === "," : before === ":";
  }

  #markInItems(of: ItemList, mark: string, at: number, found: JsonItem[]): void {
    if (mark === "{" || mark === "[") of.depth++;
    else if (of.depth > 0) {
      if (mark === "}" || mark === "]") of.depth--;
    } else if (mark === ",") {
      this.#give(at);
      // Where an item should stand, the comma is what is found.
      if (this.#item === null) this.#item = { text: mark, at: this.#placeAt(at) };
      found.push(this.#whole());
      of.comma = this.#placeAt(at);
      this.#given = at + 1;
    } else if (mark === "]") {
      this.#give(at);
      if (this.#item !== null) found.push(this.#whole());
      else if (of.comma !== null)
        found.push({ list: of.path, index: of.index, text: "", ...of.comma, comma: true });
      this.#items = null;
      this.#move(this.#placeAt(at));
    }
  }

  /** What comes after the items stands in a line of its own among what is around, so that its place can be told. */
  #move(to: Place): void {
    this.#around += "\n";
    this.#moved.push({ line: (this.#around.match(LINE_BREAK)?.length ?? 0) + 1, to });
  }

  /** The item that has been gathered. */
  #whole(): JsonItem {
    const of = this.#items!;
    const { text, at } = this.#item!;
    this.#item = null;
    return {
      list: of.path,
      index: of.index++,
      text: this.#broken ? text : text.replace(/[ \t\r\n]+$/, ""),
      ...at,
    };
  }

  /** The text up to there belongs to the item, or to what stands around. */
  #give(to: number): void {
    const part = this.#text.slice(this.#given, to);
    const from = this.#given;
    this.#given = to;
    if (this.#items === null) this.#around += part;
    else if (this.#item !== null) this.#item.text += part;
    else {
      const blanks = BLANKS.exec(part)![0].length;
      if (blanks < part.length) this.#item = { text: part.slice(blanks), at: this.#placeAt(from + blanks) };
    }
  }

  /** The place of what stands there in the piece. */
  #placeAt(at: number): Place {
    const part = this.#text.slice(this.#counted, at);
    this.#counted = at;
    let last = -1;
    for (const found of part.matchAll(LINE_BREAK)) {
      this.#line++;
      last = found.index + found[0].length;
    }
    this.#column = last < 0 ? this.#column + part.length : part.length - last + 1;
    return { line: this.#line, column: this.#column };
  }

  #path(): DocumentPath {
    return this.#levels.map((l) => (l.list ? l.index : l.key));
  }
}

function keyOf(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    // Said when the text around the items is read.
    return text;
  }
}
