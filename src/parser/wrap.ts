import { problem } from "../diagnostics/problem.ts";
import type { Citation, Name, Section, Statement, Text } from "./ast.ts";
import { text } from "./build-declarations.ts";
import { citation } from "./build-effects.ts";
import { name } from "./build-expressions.ts";
import type { Prefix } from "./openers.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";

/** What stands before a statement and goes around it: scopes, `每份 …:`, and a layer's `修改 第…条`. */

export interface Wrapped {
  readonly statements: readonly Statement[];
  readonly items: readonly Section[];
  readonly reader: Reader;
  /** Something on this line was already reported. */
  readonly quiet: boolean;
  /** A statement of this line could not be read. */
  readonly broken: boolean;
}

/** @returns undefined where the prefix could not be read, or holds nothing */
export function wrap(
  prefix: Prefix,
  { statements, items, reader, quiet, broken }: Wrapped,
): Statement | undefined {
  const { tokens } = prefix;
  const ends = [...statements.map((s) => s.span.end), tokens[tokens.length - 1]!.span.end];
  const span = { start: tokens[0]!.span.start, end: Math.max(...ends) };
  switch (prefix.kind) {
    case "subjects": {
      const subjects = tokens.filter((_, i) => i % 2 === 0).map(scopeName);
      return { kind: "scoped", span, subjects, statements, items };
    }
    case "class": {
      const condition = reader.classCondition(tokens, quiet);
      return condition && { kind: "scoped", span, subjects: [], condition, statements, items };
    }
    case "record":
      return { kind: "for-each-record", span, record: scopeName(tokens[1]!), statements, items };
    case "layer": {
      const { cited, title } = layerOf(prefix);
      const statement = statements[0];
      if (statements.length > 1) reader.report(problem("BF1057", {}, { span: statements[1]!.span }));
      const head = { span, citation: cited, ...(title && { title }) };
      if (tokens[0]!.kind === "Insert")
        return { kind: "insert", ...head, ...(statement && { statement }), items };
      if (statement) return { kind: "amend", ...head, statement };
      const last = tokens[tokens.length - 1]!;
      if (!broken) reader.report(problem("BF1032", { last: last.text }, { span: last.span }));
      return undefined;
    }
  }
}

/** The provision that a layer changes, and the title it gives it. */
export function layerOf(prefix: Prefix): { cited: Citation; title: Text | undefined } {
  const [, cited, title] = prefix.tokens;
  return { cited: citation(cited!), title: title && text(title) };
}

function scopeName(token: Token): Name {
  return name(token);
}
