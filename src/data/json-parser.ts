import { DEEPEST } from "./document.ts";
import { exactNumber, LONGEST_NUMBER, type MutableRecord, newRecord, type RawValue } from "./raw.ts";

/**
 * A strict JSON parser (RFC 8259) for data of people. `JSON.parse` would round long numbers, keep the last
 * of two equal keys, give objects with inherited keys and name no line; this one does none of that. It
 * stops at the first error, since what follows a slip in JSON rarely means anything.
 */

export type JsonError =
  | { readonly kind: "unexpected"; readonly at: number; readonly expected: Expected }
  | { readonly kind: "ends"; readonly at: number; readonly expected: Expected }
  | { readonly kind: "full-width"; readonly at: number; readonly ascii: string }
  | { readonly kind: "trailing-comma"; readonly at: number }
  | { readonly kind: "duplicate"; readonly at: number; readonly key: string }
  | { readonly kind: "too-deep"; readonly at: number }
  | { readonly kind: "number"; readonly at: number; readonly text: string };

export type Expected =
  | "value"
  | "key"
  | "colon"
  | "comma-or-brace"
  | "comma-or-bracket"
  | "end"
  | "string-end"
  | "escape";

/** Offsets of the entries of each object (by key) and array (by index); kept on request only. */
export type Offsets = Map<object, Map<string | number, number>>;

export type JsonResult =
  | { readonly value: RawValue; readonly error: null }
  | { readonly value: null; readonly error: JsonError };

/** @param offsets filled with the place of every entry when given */
export function parseJson(text: string, offsets: Offsets | null = null): JsonResult {
  const parser = new Parser(text, offsets);
  try {
    return { value: parser.document(), error: null };
  } catch (stop) {
    if (stop instanceof Stop) return { value: null, error: stop.error };
    throw stop;
  }
}

/** Leaves the recursion at the first error; never seen by callers. */
class Stop extends Error {
  readonly error: JsonError;
  constructor(error: JsonError) {
    super(error.kind);
    this.error = error;
  }
}

/** What an input method for Chinese types for the marks of JSON. */
const ASCII: Readonly<Record<string, string>> = {
  "\uff0c": ",",
  "\u3001": ",",
  "\uff1a": ":",
  "\u201c": '"',
  "\u201d": '"',
  "\uff02": '"',
  "\uff5b": "{",
  "\uff5d": "}",
  "\uff3b": "[",
  "\uff3d": "]",
  "\u3010": "[",
  "\u3011": "]",
};

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORD = /[A-Za-z_]\w*/y;

class Parser {
  readonly #text: string;
  readonly #offsets: Offsets | null;
  #at = 0;
  #depth = 0;

  constructor(text: string, offsets: Offsets | null) {
    this.#text = text;
    this.#offsets = offsets;
  }

  document(): RawValue {
    this.#blanks();
    const value = this.#value();
    this.#blanks();
    if (this.#at < this.#text.length) this.#unexpected("end");
    return value;
  }

  #value(): RawValue {
    const c = this.#text.charCodeAt(this.#at);
    if (c === 0x22) return this.#string();
    if (c === 0x7b) return this.#nested(() => this.#object());
    if (c === 0x5b) return this.#nested(() => this.#array());
    if (c === 0x2d || (c >= 0x30 && c <= 0x39)) return this.#number();
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.#text)?.[0];
    if (word !== "true" && word !== "false" && word !== "null") return this.#unexpected("value");
    this.#at += word.length;
    return word === "null" ? null : word === "true";
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > DEEPEST) throw new Stop({ kind: "too-deep", at: this.#at });
    const value = read();
    this.#depth--;
    return value;
  }

  #object(): MutableRecord {
    const record = newRecord();
    const places = this.#track(record);
    this.#at++;
    this.#blanks();
    if (this.#take(0x7d)) return record;
    for (;;) {
      const start = this.#at;
      if (this.#text.charCodeAt(start) !== 0x22) this.#unexpected("key");
      const key = this.#string();
      if (Object.hasOwn(record, key)) throw new Stop({ kind: "duplicate", at: start, key });
      this.#blanks();
      if (!this.#take(0x3a)) this.#unexpected("colon");
      this.#blanks();
      places?.set(key, start);
      record[key] = this.#value();
      this.#blanks();
      if (this.#take(0x7d)) return record;
      const comma = this.#at;
      if (!this.#take(0x2c)) this.#unexpected("comma-or-brace");
      this.#blanks();
      if (this.#text.charCodeAt(this.#at) === 0x7d) throw new Stop({ kind: "trailing-comma", at: comma });
    }
  }

  #array(): RawValue[] {
    const list: RawValue[] = [];
    const places = this.#track(list);
    this.#at++;
    this.#blanks();
    if (this.#take(0x5d)) return list;
    for (;;) {
      places?.set(list.length, this.#at);
      list.push(this.#value());
      this.#blanks();
      if (this.#take(0x5d)) return list;
      const comma = this.#at;
      if (!this.#take(0x2c)) this.#unexpected("comma-or-bracket");
      this.#blanks();
      if (this.#text.charCodeAt(this.#at) === 0x5d) throw new Stop({ kind: "trailing-comma", at: comma });
    }
  }

  #track(container: object): Map<string | number, number> | null {
    if (this.#offsets === null) return null;
    const places = new Map<string | number, number>();
    this.#offsets.set(container, places);
    return places;
  }

  #string(): string {
    const start = this.#at;
    for (let i = start + 1; i < this.#text.length; i++) {
      const c = this.#text.charCodeAt(i);
      if (c === 0x22) {
        this.#at = i + 1;
        return this.#text.slice(start + 1, i);
      }
      if (c === 0x5c) return this.#escaped(start, i);
      if (c < 0x20) return this.#unexpectedAt(i, "string-end");
    }
    throw new Stop({ kind: "ends", at: this.#text.length, expected: "string-end" });
  }

  /** A string with escapes: its end is found here, its meaning left to the platform. */
  #escaped(start: number, from: number): string {
    for (let i = from; i < this.#text.length; i++) {
      const c = this.#text.charCodeAt(i);
      if (c === 0x5c) {
        ESCAPE.lastIndex = i + 1;
        const found = ESCAPE.exec(this.#text);
        if (found === null) return this.#unexpectedAt(i, "escape");
        i += found[0].length;
      } else if (c === 0x22) {
        this.#at = i + 1;
        return JSON.parse(this.#text.slice(start, i + 1)) as string;
      } else if (c < 0x20) {
        return this.#unexpectedAt(i, "string-end");
      }
    }
    throw new Stop({ kind: "ends", at: this.#text.length, expected: "string-end" });
  }

  #number(): RawValue {
    NUMBER.lastIndex = this.#at;
    const text = NUMBER.exec(this.#text)?.[0];
    if (text === undefined) return this.#unexpected("value");
    const next = this.#text.charCodeAt(this.#at + text.length);
    // 007, 1.2.3, 95% and 1a are not numbers with something behind them but slips.
    if (/[\w.%]/.test(String.fromCharCode(next)))
      return this.#unexpectedAt(this.#at + text.length, "comma-or-brace");
    const value = exactNumber(text);
    if (value === null) {
      throw new Stop({ kind: "number", at: this.#at, text: text.slice(0, LONGEST_NUMBER) });
    }
    this.#at += text.length;
    return value;
  }

  #blanks(): void {
    for (;;) {
      const c = this.#text.charCodeAt(this.#at);
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return;
      this.#at++;
    }
  }

  #take(code: number): boolean {
    if (this.#text.charCodeAt(this.#at) !== code) return false;
    this.#at++;
    return true;
  }

  #unexpected(expected: Expected): never {
    return this.#unexpectedAt(this.#at, expected);
  }

  #unexpectedAt(at: number, expected: Expected): never {
    if (at >= this.#text.length) throw new Stop({ kind: "ends", at, expected });
    const ascii = ASCII[this.#text.charAt(at)];
    if (ascii !== undefined) throw new Stop({ kind: "full-width", at, ascii });
    throw new Stop({ kind: "unexpected", at, expected });
  }
}
