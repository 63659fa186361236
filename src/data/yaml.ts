import {
  Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
} from "yaml";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { SourceText } from "../source/source-text.ts";
import { DEEPEST, type DocumentPath, type ReadDocument } from "./document.ts";
import { exactNumber, newRecord, type RawValue } from "./raw.ts";

/**
 * Reads YAML 1.2 (core schema) with the line of every entry. The tree is turned into plain data here and
 * not by the library, for four reasons: long numbers stay exact, 007 stays an id, equal keys are reported,
 * and aliases are counted before they can multiply.
 */

/** Entries that aliases may add; a file within it cannot grow beyond a few megabytes. */
const MOST_ALIASED = 100_000;

/** A YAML tree takes 150 bytes of memory for each byte of text, and a second for each megabyte. */
export const YAML_LIMIT = 8 * 1024 * 1024;

type Node = Document.Parsed["contents"] | Alias | null | undefined;

export function readYaml(file: string, text: string): ReadDocument {
  const lines = new LineCounter();
  let tree: Document.Parsed;
  try {
    tree = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { document: null, problems: [problem("BF4047", { line: 1, limit: DEEPEST }, { data: { file } })] };
  }
  const slip = tree.errors[0] ?? tree.warnings[0];
  if (slip !== undefined)
    return { document: null, problems: [syntaxProblem(file, text, slip.code, slip.pos[0])] };
  const reader = new Reader(file, (offset) => lines.linePos(offset).line);
  const value = reader.read(tree.contents, 0, false);
  if (reader.problems.length > 0) return { document: null, problems: reader.problems };
  return { document: { file, value, lineOf: (path) => lineOf(tree, lines, path) }, problems: [] };
}

function syntaxProblem(file: string, text: string, code: string, offset: number): Problem {
  const source = new SourceText(file, text);
  const { line, column } = source.position(offset);
  const data = { file, row: line };
  if (code === "TAB_AS_INDENT") return problem("BF4045", { line }, { data });
  if (code === "MULTIPLE_DOCS") return problem("BF4058", { line }, { data });
  const snippet = source.line(line).trim().slice(0, 40);
  return problem("BF4044", { line, column, snippet }, { data });
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #anchors = new Map<string, Node>();
  readonly #line: (offset: number) => number;
  #aliased = 0;
  #stopped = false;

  constructor(file: string, line: (offset: number) => number) {
    this.#file = file;
    this.#line = line;
  }

  read(node: Node, depth: number, aliased: boolean): RawValue {
    if (this.#stopped || node === null || node === undefined) return null;
    const line = this.#lineOf(node);
    if (depth > DEEPEST) return this.#stop(problem("BF4047", { line, limit: DEEPEST }, this.#at(line)));
    if (aliased && ++this.#aliased > MOST_ALIASED) {
      return this.#stop(problem("BF4048", { limit: MOST_ALIASED }, this.#at(line)));
    }
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target !== undefined) return this.read(target, depth + 1, true);
      return this.#stop(problem("BF4044", { line, column: 1, snippet: `*${node.source}` }, this.#at(line)));
    }
    // The library's own lookup walks the whole tree for each alias; reading in order, the last one seen counts.
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return scalar(node);
    if (isSeq(node)) return node.items.map((item) => this.read(item as Node, depth + 1, aliased));
    if (!isMap(node)) return null;
    const record = newRecord();
    for (const pair of node.items) {
      const key = keyText(pair.key);
      const at = this.#lineOf(pair.key as Node);
      if (key === null) {
        this.problems.push(problem("BF4044", { line: at, column: 1, snippet: "?" }, this.#at(at)));
      } else if (Object.hasOwn(record, key)) {
        this.problems.push(problem("BF4046", { line: at, key }, this.#at(at)));
      } else {
        record[key] = this.read(pair.value as Node, depth + 1, aliased);
      }
    }
    return record;
  }

  #stop(p: Problem): null {
    if (!this.#stopped) this.problems.push(p);
    this.#stopped = true;
    return null;
  }

  #at(row: number) {
    return { data: { file: this.#file, row } };
  }

  #lineOf(node: Node): number {
    return node?.range ? this.#line(node.range[0]) : 1;
  }
}

const DECIMAL = /^[+-]?(?:0|[1-9]\d*|(?=\.\d))(?:\.\d*)?(?:e[+-]?\d{1,3})?$/i;

/** A number keeps its written text: 007 and 0x1F are no decimal numbers and stay texts. */
function scalar(node: Scalar): RawValue {
  const { value } = node;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "number" && typeof value !== "bigint") return null;
  const text = node.source ?? String(value);
  if (!DECIMAL.test(text)) return text;
  const plain = text
    .replace(/^\+/, "")
    .replace(/^(-?)\./, "$10.")
    .replace(/\.(?!\d)/, "");
  return exactNumber(plain) ?? text;
}

function keyText(key: unknown): string | null {
  if (!isScalar(key)) return null;
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}

function lineOf(tree: Document.Parsed, lines: LineCounter, path: DocumentPath): number {
  let node: unknown = tree.contents;
  let offset = tree.contents?.range?.[0] ?? 0;
  for (const step of path) {
    for (let hops = 0; node instanceof Alias && hops < DEEPEST; hops++) node = node.resolve(tree);
    if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
    } else if (isMap(node)) {
      const pair = node.items.find((p) => keyText(p.key) === String(step));
      if (pair === undefined) break;
      offset = pair.key instanceof Scalar ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
      continue;
    } else {
      break;
    }
    const range = (node as { range?: readonly number[] | null } | undefined)?.range;
    offset = range?.[0] ?? offset;
  }
  return lines.linePos(offset).line;
}
