/**
 * Safe fragments of JavaScript. A {@link Code} can only be made here: from the emitter's own templates,
 * from generated identifiers, or from quoted literals. So no text of a measure ever becomes code.
 */

/** A piece of JavaScript. The private member keeps strings from passing as code. */
export class Code {
  readonly #text: string;
  private constructor(text: string) {
    this.#text = text;
  }
  /** The text, for the door that instantiates it and for nesting. */
  toString(): string {
    return this.#text;
  }
  /** @internal only for this file */
  static unsafe(text: string): Code {
    return new Code(text);
  }
}

/** A template whose holes take only code: js`a.${slot("c", 3)} + ${integer(2)}`. */
export function js(parts: TemplateStringsArray, ...holes: readonly (Code | readonly Code[])[]): Code {
  let text = parts[0]!;
  holes.forEach((hole, i) => {
    text += hole instanceof Code ? hole.toString() : hole.map(String).join(", ");
    text += parts[i + 1]!;
  });
  return Code.unsafe(text);
}

/** Fragments one after the other, with nothing, a separator or line ends between them. */
export function joined(
  fragments: readonly Code[],
  separator: "" | ", " | " && " | " || " | " + " | "\n",
): Code {
  return Code.unsafe(fragments.map(String).join(separator));
}

/**
 * A mark that says where in the measure the code after it comes from (see places.ts). Only a module has marks, and
 * loses them in its layout; no quoted text has these characters.
 */
export function mark(number: number): Code {
  return Code.unsafe(`${MARK_OPENS}${integer(number).toString()}${MARK_CLOSES}`);
}
export const MARK_OPENS = "\u0001";
export const MARK_CLOSES = "\u0002";

/** The kinds of generated names. */
export type Prefix =
  | "f" // a fact slot
  | "c" // a cell slot
  | "l" // a list slot
  | "m" // the number of absent periods of a list
  | "v" // the rows of a kind whose link leads here
  | "k" // a constant
  | "t" // a temporary
  | "b" // rows of bands
  | "h" // a function of a past row
  | "s" // a supplied value
  | "w" // bits of reasons
  | "Row"
  | "Record"
  | "stage"
  | "F" // a column of facts
  | "C" // a column of cells
  | "W" // a column of bits of reasons
  | "K" // a column of ceilings
  | "read"
  | "direct"
  | "part" // the clauses of one word of reasons
  | "outcome";

/** A generated identifier: f3, c12, Row0_4. */
export function name(prefix: Prefix, ...numbers: readonly number[]): Code {
  if (!numbers.every((n) => Number.isSafeInteger(n) && n >= 0)) throw new RangeError("not an index");
  return Code.unsafe(prefix + numbers.join("_"));
}

/** `row.f3` for generated names. */
export const member = (object: Code, prefix: Prefix, ...numbers: readonly number[]): Code =>
  Code.unsafe(`${object.toString()}.${name(prefix, ...numbers).toString()}`);

const ESCAPES = /[\u007f-\u009f\u2028\u2029\ufeff<>]/g;

/** The one function that quotes a text: a JavaScript string that is also safe inside HTML. */
export function text(value: string): Code {
  const quoted = JSON.stringify(value).replace(
    ESCAPES,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return Code.unsafe(quoted);
}

/** An integer as a number literal. @throws RangeError beyond 2^53 */
export function integer(value: number | bigint): Code {
  const n = Number(value);
  if (!Number.isSafeInteger(n)) throw new RangeError("not a safe integer");
  return Code.unsafe(n < 0 ? `(${n})` : String(n));
}

/** An integer as a BigInt literal. */
export function bigInteger(value: bigint): Code {
  return Code.unsafe(value < 0n ? `(${value}n)` : `${value}n`);
}

export const truth = (value: boolean): Code => Code.unsafe(value ? "true" : "false");

const COMPARISONS = { "<": "<", "<=": "<=", ">": ">", ">=": ">=", "==": "===", "!=": "!==" } as const;

/** A comparison operator as code. */
export const operator = (cmp: keyof typeof COMPARISONS): Code => Code.unsafe(COMPARISONS[cmp]);

/** Plain data as an expression; goes through {@link text} as one JSON literal. */
export const data = (value: unknown): Code => js`JSON.parse(${text(JSON.stringify(value))})`;
