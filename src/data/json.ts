import { type PlainWord, worded } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { SourceText } from "../source/source-text.ts";
import { DEEPEST, type DocumentPath, type ReadDocument } from "./document.ts";
import { type Expected, type JsonError, type Offsets, parseJson } from "./json-parser.ts";
import type { RawValue } from "./raw.ts";

/** Reads JSON. Lines are worked out on the first question, by reading the text a second time. */
export function readJson(file: string, text: string): ReadDocument {
  const { value, error } = parseJson(text);
  if (error !== null) return { document: null, problems: [describe(file, text, error)] };
  let lines: ((path: DocumentPath) => number) | null = null;
  return {
    document: {
      file,
      value,
      lineOf(path) {
        lines ??= locator(text);
        return lines(path);
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

function describe(file: string, text: string, error: JsonError): Problem {
  const { line, column } = new SourceText(file, text).position(error.at);
  const data = { file, row: line };
  const found = String.fromCodePoint(text.codePointAt(error.at) ?? 0x20).replace(/[\r\n]/, "⏎");
  switch (error.kind) {
    case "unexpected": {
      const expected = worded("expected", EXPECTED[error.expected]);
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
