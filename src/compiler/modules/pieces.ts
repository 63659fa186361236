/**
 * Emitted code as a tree of brackets, for laying it out. It is the code of our own fragments and so of a small
 * sublanguage: double-quoted strings, no templates, no regular expressions, no comments.
 */
import { MARK_CLOSES, MARK_OPENS, text } from "../emit/fragments.ts";

/** A run of code without brackets and separators, a mark (see `mark` in fragments.ts), or a bracketed group. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "mark"; readonly mark: number }
  | Group;

export interface Group {
  readonly kind: "group";
  readonly open: string;
  readonly close: string;
  /** A body of statements; else items with commas between them. */
  readonly block: boolean;
  readonly items: readonly Item[];
}

export interface Item {
  readonly pieces: readonly Piece[];
  /** A comma or a semicolon, which the item keeps when it stands on a line of its own. */
  readonly ends: "," | ";" | "";
}

type Token = Piece | { readonly kind: "separator"; readonly text: "," | ";" | "\n" };

const CLOSES: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The statements of a program. */
export function piecesOf(code: string): Group {
  const reader = new Reader(code);
  const tokens = reader.tokens("");
  return { kind: "group", open: "", close: "", block: true, items: itemsOf(tokens, true) };
}

class Reader {
  readonly #code: string;
  #at = 0;
  constructor(code: string) {
    this.#code = code;
  }

  /** Up to the closing bracket, which is read too; "" is the end of the text. */
  tokens(close: string): Token[] {
    const tokens: Token[] = [];
    let run = "";
    const flush = (): void => {
      const between = run !== "" && tokens.length > 0 && tokens.at(-1)!.kind !== "separator";
      if (run.trim() !== "" || between) tokens.push({ kind: "text", text: run });
      run = "";
    };
    for (;;) {
      const c = this.#code[this.#at];
      if (c === undefined) {
        if (close !== "") throw new Error("a bracket stays open in emitted code");
        flush();
        return tokens;
      }
      if (c === '"') run += this.#string();
      else if (CLOSES[c] !== undefined) {
        this.#at++;
        const parsed = c === "(" && run.endsWith("JSON.parse") ? this.#data() : null;
        if (parsed === null) {
          flush();
          tokens.push(this.#group(c));
          continue;
        }
        run = run.slice(0, -"JSON.parse".length);
        // After an arrow a brace would open a body.
        const literal = run.trimEnd().endsWith("=>") ? `(${parsed})` : parsed;
        flush();
        tokens.push(...new Reader(literal).tokens(""));
      } else if (c === close) {
        this.#at++;
        flush();
        return tokens;
      } else if (c === "," || c === ";" || c === "\n") {
        this.#at++;
        flush();
        tokens.push({ kind: "separator", text: c });
      } else if (c === MARK_OPENS) {
        const end = this.#code.indexOf(MARK_CLOSES, this.#at);
        flush();
        tokens.push({ kind: "mark", mark: Number(this.#code.slice(this.#at + 1, end)) });
        this.#at = end + 1;
      } else {
        if (c === "'" || c === "`" || (c === "/" && /[/*]/.test(this.#code[this.#at + 1] ?? "")))
          throw new Error("emitted code has neither such strings nor comments");
        run += c;
        this.#at++;
      }
    }
  }

  #group(open: string): Group {
    const close = CLOSES[open]!;
    const tokens = this.tokens(close);
    const semicolon = tokens.some((t) => t.kind === "separator" && t.text === ";");
    // A class has no separators but line ends, an object literal has commas.
    const comma = tokens.some((t) => t.kind === "separator" && t.text === ",");
    const block = open === "{" && (semicolon || (!comma && tokens.some((t) => t.kind === "separator")));
    return { kind: "group", open, close, block, items: itemsOf(tokens, block) };
  }

  #string(): string {
    const start = this.#at++;
    while (this.#code[this.#at] !== '"') this.#at += this.#code[this.#at] === "\\" ? 2 : 1;
    return this.#code.slice(start, ++this.#at);
  }

  /** The data of `JSON.parse("…")` as a literal, where that is what stands here. */
  #data(): string | null {
    if (this.#code[this.#at] !== '"') return null;
    const json = JSON.parse(this.#string()) as string;
    this.#at++;
    return literal(JSON.parse(json));
  }
}

function itemsOf(tokens: readonly Token[], block: boolean): Item[] {
  const items: Item[] = [];
  let pieces: Piece[] = [];
  for (const token of tokens) {
    if (token.kind !== "separator") pieces.push(token);
    else if (token.text === "," && block) pieces.push({ kind: "text", text: "," });
    else if (token.text === "\n") {
      if (pieces.some((p) => p.kind !== "mark")) {
        items.push({ pieces, ends: "" });
        pieces = [];
      }
    } else if (pieces.length > 0) {
      items.push({ pieces, ends: token.text });
      pieces = [];
    } else if (items.length > 0) items[items.length - 1] = { ...items.at(-1)!, ends: token.text };
  }
  if (pieces.length > 0) items.push({ pieces, ends: "" });
  return items;
}

/** Plain data as an expression. `__proto__` is a name like any other. */
function literal(value: unknown): string {
  if (typeof value === "string") return text(value).toString();
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, part]) => `${keyOf(key)}: ${literal(part)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

const keyOf = (key: string): string => {
  if (/^[A-Za-z_]\w*$/.test(key) && key !== "__proto__") return key;
  const quoted = text(key).toString();
  return key === "__proto__" ? `[${quoted}]` : quoted;
};
