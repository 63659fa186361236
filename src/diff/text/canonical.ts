import type * as ast from "../../parser/ast.ts";
import { parseRational, toText } from "../../runtime/rational.ts";

/**
 * The canonical text of a piece of the tree: equal for pieces that say the same. It does not depend on comments,
 * layout, notes, the language of keywords (the tree has one spelling of each), labels, nor the order of whatever has
 * none; it does depend on everything else that the tree holds. Written over the shape of the nodes, so that a new
 * field of a node counts until somebody says that it does not.
 */

export interface Reading {
  /** 通则: what 以上 and 以下 mean, what indicators leave unsaid. Part of the meaning of each clause that uses them. */
  readonly general: ReadonlySet<string>;
  /** What a citation stands for: the canonical text of the cited clause, so that renumbering changes nothing. */
  readonly cited: (path: readonly string[]) => string;
}

const NO_CONTENT = new Set(["span", "notes", "comments", "language", "word", "label", "items"]);
/** What stands in the text of a clause without being part of it. */
const BESIDE: ReadonlySet<string> = new Set(["note", "acceptance", "description"]);

/** Lists whose order says nothing. Rows and actions are looked at one by one. */
const UNORDERED = new Set([
  "operands",
  "effects",
  "statements",
  "attributes",
  "bounds",
  "targets",
  "options",
  "citations",
  "rules",
  "subjects",
  "values",
  "by",
  "formerly",
  "terms",
  "groupedBy",
  "from",
  "who",
]);

export function canonical(node: unknown, reading: Reading): string {
  if (node === null || node === undefined) return "-";
  if (Array.isArray(node)) return `[${node.map((n) => canonical(n, reading)).join(",")}]`;
  if (typeof node !== "object") return JSON.stringify(node);
  return ofNode(node as Readonly<Record<string, unknown>>, reading);
}

function ofNode(node: Readonly<Record<string, unknown>>, reading: Reading): string {
  if (node.kind === "number") return numberText(node as unknown as ast.NumberLiteral);
  if (node.kind === "name") return JSON.stringify((node as unknown as ast.Name).text);
  if (node.kind === "citation") return `{cited:${reading.cited((node as unknown as ast.Citation).path)}}`;
  let text = `{${String(node.kind ?? "")}`;
  for (const key of Object.keys(node).sort()) {
    if (key === "kind" || NO_CONTENT.has(key) || node[key] === undefined) continue;
    if (key === "op" && "word" in node)
      text += `;op:${operator(node as unknown as ast.ComparisonTail, reading)}`;
    else if (key === "explicit") continue;
    else if (key === "text" && "afterEnd" in node)
      continue; // a deadline keeps its words beside its parts
    else text += `;${key}:${list(node, key, reading)}`;
  }
  return `${text}${unsaid(node, reading)}}`;
}

function list(node: Readonly<Record<string, unknown>>, key: string, reading: Reading): string {
  const value = node[key];
  if (!Array.isArray(value)) return canonical(value, reading);
  const parts = value
    .filter((v) => !BESIDE.has(String((v as { kind?: unknown } | null)?.kind)))
    .map((v) => canonical(v, reading));
  const free =
    UNORDERED.has(key) ||
    (key === "rows" && rowsCommute(node)) ||
    (key === "actions" && actionsCommute(node));
  return `[${(free ? parts.sort() : parts).join(",")}]`;
}

/** Rows that exclude each other may stand in any order; places in a ranking, rungs and rows read top-down may not. */
function rowsCommute(node: Readonly<Record<string, unknown>>): boolean {
  if (node.kind === "rank-choice" || node.kind === "staged-ladder" || node.kind === "ballot") return false;
  const modes = (node.modes ?? []) as readonly { readonly kind: string }[];
  return !modes.some((m) => m.kind === "top-down");
}

/** 措施 甲 < 乙 is a chain. */
function actionsCommute(node: Readonly<Record<string, unknown>>): boolean {
  return !(node.actions as readonly { readonly absorbedByNext?: boolean }[]).some(
    (a) => a.absorbedByNext === true,
  );
}

const BELOW = new Set(["以下", "以内"]);
const ABOVE = new Set(["以上"]);

function operator(tail: ast.ComparisonTail, { general }: Reading): string {
  if (tail.explicit === true) return tail.op;
  if (tail.op === "<=" && BELOW.has(tail.word) && general.has("below-excludes")) return "<";
  return tail.op === ">=" && ABOVE.has(tail.word) && general.has("above-excludes") ? ">" : tail.op;
}

/** What a general rule of the measure settles for the nodes that leave it open. */
function unsaid(node: Readonly<Record<string, unknown>>, { general }: Reading): string {
  if (node.kind === "indicator" || node.kind === "indicator-group")
    return general.has("floor-at-zero") ? ";general:floor" : "";
  if (node.kind !== "per-occurrence" || node.partial !== undefined) return "";
  return general.has("partial-step-ignored")
    ? ";general:ignored"
    : general.has("pro-rata")
      ? ";general:pro-rata"
      : "";
}

/** 90 and 90.0 are one number. */
function numberText({ text, unit }: ast.NumberLiteral): string {
  const value = parseRational(text);
  return `#${value ? toText(value) : text}${unit ?? ""}`;
}

/** The general rules of a file, wherever they stand. */
export function generalRules(file: ast.MeasureFile): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (items: readonly ast.Item[]) => {
    for (const item of items) {
      if (item.kind === "section") look(item.body);
      else if (item.kind === "general-rule") for (const r of item.rules) found.add(r.rule);
    }
  };
  look(file.body);
  return found;
}
