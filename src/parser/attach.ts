import { problem } from "../diagnostics/problem.ts";
import { join } from "../source/span.ts";
import type {
  BallotRow,
  BandTest,
  Field,
  ProcedureStep,
  Row,
  RowResult,
  Section,
  Statement,
  TableRow,
} from "./ast.ts";
import { text } from "./build-declarations.ts";
import { gather } from "./build-effects.ts";
import type { RowOf } from "./build-rules.ts";
import { CHINESE, POSITIONAL } from "./keywords.ts";
import type { LineNode } from "./lines.ts";
import { labelOf, notesOf } from "./node-parts.ts";
import { isWord, peel, splitStatements } from "./openers.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";

/** Reads labelled blocks; given from outside because blocks hold statements and these own blocks. */
export type ReadSections = (nodes: readonly LineNode[], reader: Reader) => Section[];

/** Gives a statement what stands below its line: fields, rows, steps or items, by its kind. */
export function attach(
  statement: Statement,
  node: LineNode,
  reader: Reader,
  sectionsOf: ReadSections,
): Statement {
  switch (statement.kind) {
    case "subject":
    case "record": {
      refuse(node.children, reader);
      return { ...statement, fields: node.rows.flatMap((row) => field(row, reader)) };
    }
    case "band-choice": {
      const made = rows("bandRow", node, reader, sectionsOf);
      if (statement.target) demandResults(made, reader);
      return { ...statement, rows: made };
    }
    case "ladder":
      return { ...statement, rows: rows("bandRow", node, reader, sectionsOf) };
    case "rank-choice": {
      const made = rows("rankRow", node, reader, sectionsOf);
      if (statement.target) demandResults(made, reader);
      return { ...statement, rows: made };
    }
    case "case-choice": {
      const made = rows("caseRow", node, reader, sectionsOf);
      demandResults(made, reader);
      return { ...statement, rows: made };
    }
    case "staged-ladder":
      return { ...statement, rows: rungs(node, reader, sectionsOf) };
    case "decision-table": {
      refuse(node.children, reader);
      const shape = statement.target ? "tableResult" : "tableEffects";
      return { ...statement, rows: node.rows.flatMap((row) => tableRow(shape, row, reader)) };
    }
    case "procedure":
      return { ...statement, steps: node.children.flatMap((child) => step(child, reader)) };
    case "ballot":
      return { ...statement, rows: node.children.flatMap((child) => ballotRow(child, reader)) };
    case "indicator":
    case "indicator-group":
      return { ...statement, items: sectionsOf(node.children, reader) };
    case "conditional":
    case "bare-condition":
      return { ...statement, items: conditions(node, reader, sectionsOf) };
    case "definition":
    case "requirement": {
      const items = conditions(node, reader, sectionsOf);
      return items.length > 0 ? { ...statement, items } : statement;
    }
    case "measure":
    case "text-declaration":
    case "issuers":
    case "date-declaration":
    case "period":
    case "general-rule":
    case "acceptance":
    case "parameter":
    case "action-declaration":
    case "scale":
    case "declaratory":
    case "assertion":
    case "note":
    case "scoped":
    case "for-each-record":
    case "per-occurrence":
    case "draw":
    case "set-parameter":
    case "amend":
    case "delete":
    case "insert":
      refuse(node.children, reader);
      return statement;
  }
}

/** The items of a condition list. */
function conditions(node: LineNode, reader: Reader, sectionsOf: ReadSections): Section[] {
  const { inList } = reader;
  reader.inList = true;
  const items = sectionsOf(node.children, reader);
  reader.inList = inList;
  return items;
}

/** `90分以上 优秀` reads as a consequence called 优秀: where a grade or points are chosen, 为 was forgotten. */
function demandResults(made: readonly Row<unknown>[], reader: Reader): void {
  for (const { result } of made) {
    const first = result.kind === "effects" ? result.effects[0] : undefined;
    if (first?.kind !== "consequence" || first.targets.length > 0) continue;
    const found = first.actions[0]?.choice[0]?.name.text ?? "";
    reader.report(problem("BF1035", { word: "为", found }, { span: first.span }));
  }
}

/** Items below something that takes none: one message, and they are still read. */
function refuse(children: readonly LineNode[], reader: Reader): void {
  const first = children[0];
  if (!first) return;
  reader.report(problem("BF1058", {}, { span: first.label?.span ?? first.tokens[0]!.span }));
}

function bodyOf(node: LineNode): readonly Token[] {
  return node.colon ? node.tokens.slice(0, -1) : node.tokens;
}

function spanOf(node: LineNode): { start: number; end: number } {
  const first = node.label ?? node.tokens[0]!;
  return join(first.span, (node.tokens[node.tokens.length - 1] ?? first).span);
}

function field(node: LineNode, reader: Reader): Field[] {
  const first = node.tokens[0]!;
  const keyword = first.quoted ? undefined : CHINESE.get(first.text);
  const read = reader.read("field", node.tokens, node.bad);
  if (!read) {
    if (isWord(first)) reader.lost.add(first.text.normalize("NFKC"));
    return [];
  }
  if (keyword && !POSITIONAL.has(keyword.kind))
    reader.report(problem("BF1061", { name: read.name.text }, { span: first.span }));
  return [read];
}

type RowShape = "bandRow" | "rankRow" | "caseRow";
type TestOf<S extends RowShape> = S extends "bandRow"
  ? BandTest
  : S extends "rankRow"
    ? import("./ast.ts").RankTest
    : import("./ast.ts").Condition | { kind: "rest"; span: BandTest["span"] };

/** The rows of a choice, labelled or not. */
function rows<S extends RowShape>(
  shape: S,
  node: LineNode,
  reader: Reader,
  sectionsOf: ReadSections,
): Row<TestOf<S>>[] {
  const lines = node.rows.length > 0 ? node.rows : node.children;
  return lines.flatMap((line): Row<TestOf<S>>[] => {
    const made = row(shape, line, reader, sectionsOf);
    return made ? [made] : [];
  });
}

function row<S extends RowShape>(
  shape: S,
  node: LineNode,
  reader: Reader,
  sectionsOf: ReadSections,
): Row<TestOf<S>> | undefined {
  const [head, ...more] = splitStatements(bodyOf(node));
  if (bodyOf(node).length === 0) unfinished(node, reader);
  const scope = shape === "caseRow" && head ? peel(head.tokens).prefixes[0] : undefined;
  if (scope) {
    const text = scope.tokens.map((t) => t.text).join("") + (scope.kind === "class" ? "的对象" : "");
    const { span } = scope.tokens[0]!;
    if (!node.bad) reader.report(problem("BF1094", { scope: text }, { span }));
    for (const t of head!.tokens) if (t.kind === "Name") reader.lost.add(t.text.normalize("NFKC"));
    return undefined;
  }
  const read = head && (reader.read(shape, head.tokens, node.bad) as RowOf<TestOf<S>> | undefined);
  if (!read) return undefined;
  let result = read.result;
  for (const part of more) {
    const next = reader.read("rule", part.tokens, node.bad);
    if (!next) continue;
    if (next.head.kind === "effects" && result.kind === "effects")
      result = withEffects(result, next.parts, reader, node);
    else if (!node.bad) reader.report(problem("BF1041", {}, { span: next.span }));
  }
  const label = labelOf(node);
  const items = node.children.length > 0 ? conditions(node, reader, sectionsOf) : [];
  const notes = notesOf(node);
  return {
    ...{ kind: "row", span: spanOf(node), test: read.test, result },
    ...(label && { label }),
    ...(items.length > 0 && { items }),
    ...(notes && { notes }),
  };
}

function withEffects(
  result: RowResult & { kind: "effects" },
  parts: Parameters<typeof gather>[0],
  reader: Reader,
  node: LineNode,
): RowResult {
  const found: Parameters<typeof gather>[2] = [];
  const { effects } = gather(parts, result.effects, found);
  if (!node.bad) for (const p of found) reader.report(p);
  return { ...result, effects };
}

/** A rung of 分级处理 has a condition; 其余 has no place there, whatever stands behind it. */
function rungs(
  node: LineNode,
  reader: Reader,
  sectionsOf: ReadSections,
): Row<import("./ast.ts").Condition>[] {
  const lines = node.rows.length > 0 ? node.rows : node.children;
  reader.lastRung = (lines[lines.length - 1] ?? node).line.last;
  return lines.flatMap((line) => {
    const first = line.tokens.find((t) => t.kind !== "Bar");
    if (first?.kind === "Rest") {
      restOfRungs(first, line.bad, reader);
      return [];
    }
    const made = row("caseRow", line, reader, sectionsOf);
    if (!made || made.test.kind === "rest") return [];
    return [{ ...made, test: made.test }];
  });
}

export function restOfRungs(rest: LineNode["tokens"][number], bad: boolean, reader: Reader): void {
  if (!bad) reader.report(problem("BF1081", { found: rest.text }, { span: rest.span }));
}

/** A label with nothing behind it, where a row, a step or an item belongs. */
function unfinished(node: LineNode, reader: Reader): void {
  const last = node.tokens[node.tokens.length - 1]?.text ?? labelOf(node)?.text;
  if (last && !node.bad) reader.report(problem("BF1032", { last }, { span: spanOf(node) }));
}

function tableRow(shape: "tableResult" | "tableEffects", node: LineNode, reader: Reader): TableRow[] {
  const cells = splitCells(bodyOf(node));
  const last = cells[cells.length - 1];
  if (!last || cells.length < 2 || cells.some((c) => c.length === 0)) {
    unfinished(node, reader);
    return [];
  }
  let quiet = node.bad;
  const tests = cells.slice(0, -1).flatMap((cell) => {
    const test = reader.read("tableTest", cell, quiet);
    quiet ||= test === undefined;
    return test ? [test] : [];
  });
  const result = reader.read(shape, last, quiet);
  return result && tests.length === cells.length - 1 ? [{ span: spanOf(node), tests, result }] : [];
}

/** What stands between the bars; the outer bars may be left out. */
function splitCells(tokens: readonly Token[]): Token[][] {
  const cells: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "Bar") cells.push([]);
    else cells[cells.length - 1]!.push(token);
  }
  if (cells[0]!.length === 0) cells.shift();
  if (cells.length > 0 && cells[cells.length - 1]!.length === 0) cells.pop();
  return cells;
}

function step(node: LineNode, reader: Reader): ProcedureStep[] {
  const label = labelOf(node);
  let quiet = node.bad;
  const acts = splitStatements(bodyOf(node)).flatMap((part) => {
    const read = reader.read("step", part.tokens, quiet);
    quiet ||= read === undefined;
    return read ? read.acts.map((act) => ({ ...act, who: read.who })) : [];
  });
  if (bodyOf(node).length === 0) unfinished(node, reader);
  refuse(node.children, reader);
  const notes = notesOf(node);
  return [
    {
      ...{ kind: "step", span: spanOf(node), acts },
      ...(label && { label }),
      ...(node.title && { title: text(node.title) }),
      ...(notes && { notes }),
    },
  ];
}

function ballotRow(node: LineNode, reader: Reader): BallotRow[] {
  const body = bodyOf(node);
  const label = labelOf(node);
  if (body.length === 0) {
    const last = node.label ?? node.tokens[0]!;
    reader.report(problem("BF1032", { last: last.text }, { span: last.span }));
    return [];
  }
  const read = reader.read("ballotRow", body, node.bad);
  refuse(node.children, reader);
  return read ? [{ ...read, ...(label && { label }) }] : [];
}
