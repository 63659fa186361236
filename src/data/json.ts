import { type PlainWord, worded } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { SourceText } from "../source/source-text.ts";
import { DEEPEST, type DocumentPath, type ReadDocument } from "./document.ts";
import type { Place } from "./json-cutter.ts";
import { type Expected, type JsonError, type Offsets, parseJson } from "./json-parser.ts";
import type { RawValue } from "./raw.ts";

/** A part of a larger text. */
export interface PartOfText {
  /** The place in the larger text. */
  place(at: Place): Place;
  /** It is an item of a list, which goes on after it. */
  readonly item?: true;
}

/** Reads JSON. Lines are worked out on the first question, by reading the text a second time. */
export function readJson(file: string, text: string, part: PartOfText | null = null): ReadDocument {
  const { value, error } = parseJson(text);
  if (error !== null) return { document: null, problems: [describe(file, text, error, part)] };
  let lines: ((path: DocumentPath) => number) | null = null;
  return {
    document: {
      file,
      value,
      lineOf(path) {
        lines ??= locator(text);
        const line = lines(path);
        return part === null ? line : part.place({ line, column: 1 }).line;
      },
    },
    problems: [],
  };
}

function locator(text: string): (path: DocumentPath) => number {
  const offsets: Offsets = new Map();
  const root = parseJson(text, offsets).value;
  const source = new SourceText("", text);
  return (path) => {
    let at = 0;
    let value: RawValue | undefined = root;
    for (const step of path) {
      if (typeof value !== "object" || value === null) break;
      const found = offsets.get(value)?.get(step);
      if (found === undefined) break;
      at = found;
      value = (value as Record<string | number, RawValue>)[step];
    }
    return source.position(at).line;
  };
}

const EXPECTED: Readonly<Record<Expected, PlainWord>> = {
  value: "json-value",
  key: "quoted-name",
  colon: "colon",
  "comma-or-brace": "comma-or-brace",
  "comma-or-bracket": "comma-or-bracket",
  end: "end-of-file",
  "string-end": "closing-quote",
  escape: "escape",
};

/** Of an item of a list, its place. */
export const placeOfItem = ({ line, column }: Place): PartOfText => ({
  item: true,
  place: (at) => ({
    line: line + at.line - 1,
    column: at.line === 1 ? column + at.column - 1 : at.column,
  }),
});

/** What is said of a comma behind the last item of a list. */
export const trailingComma = (file: string, { line, column }: Place): Problem =>
  problem("BF4043", { line, column }, { data: { file, row: line } });

/**
 * Of what is wrong with items and with what stands around them, the first: nothing after it is known for certain.
 * That a text ends too early is seen last.
 */
export function firstSlip(items: readonly Problem[], around: readonly Problem[]): readonly Problem[] {
  const [item, other] = [items[0], around[0]];
  if (item === undefined || other === undefined) return item === undefined ? around : items;
  const before = (other.data?.row ?? 0) - (item.data?.row ?? 0);
  const columns = Number(other.parameters.column ?? 0) - Number(item.parameters.column ?? 0);
  return other.code !== "BF4042" && (before < 0 || (before === 0 && columns < 0)) ? around : items;
}

function describe(file: string, text: string, error: JsonError, part: PartOfText | null): Problem {
  const here = new SourceText(file, text).position(error.at);
  const { line, column } = part === null ? here : part.place(here);
  const data = { file, row: line };
  const found = String.fromCodePoint(text.codePointAt(error.at) ?? 0x20).replace(/[\r\n]/, "⏎");
  switch (error.kind) {
    case "unexpected": {
      const within = part?.item === true && error.expected === "end";
      const expected = worded("expected", EXPECTED[within ? "comma-or-bracket" : error.expected]);
      return problem("BF4040", { line, column, found, ...expected }, { data });
    }
    case "ends": {
      const expected = worded("expected", EXPECTED[error.expected]);
      return problem("BF4042", { line, ...expected }, { data });
    }
    case "full-width":
      return problem("BF4041", { line, column, found, ascii: error.ascii }, { data });
    case "trailing-comma":
      return problem("BF4043", { line, column }, { data });
    case "duplicate":
      return problem("BF4046", { line, key: error.key }, { data });
    case "too-deep":
      return problem("BF4047", { line, limit: DEEPEST }, { data });
    case "number":
      return problem("BF4049", { line, value: error.text }, { data });
  }
}
