import { labelled } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { Model } from "../analyze/model.ts";
import { numberingOf, originOf } from "../layers/origins.ts";

/**
 * The numbers of provisions: twice the same, one left out, or two ways of writing them. A clause is cited by its number,
 * so a slip here sends a reader to the wrong clause.
 */
export function numberingSlips(model: Model): Problem[] {
  return listsIn(model.file.body)
    .flatMap(byNumbering)
    .flatMap((labels) => slips(model, labels));
}

/** A layer numbers its articles by itself, and what it adds to those of its base may leave numbers free. */
function byNumbering(labels: readonly ast.Label[]): ast.Label[][] {
  const found = new Map<string | null, ast.Label[]>();
  for (const label of labels) {
    const own = numberingOf(label);
    found.set(own, [...(found.get(own) ?? []), label]);
  }
  return [...found.values()];
}

const ARTICLES: ReadonlySet<ast.LabelStyle> = new Set(["article", "enumerated", "tortoise"]);

/** Every run of labels of one level, in the order of the text. */
function listsIn(body: readonly ast.Item[]): ast.Label[][] {
  const own: ast.Label[] = [];
  const below: ast.Label[][] = [];
  for (const item of body) {
    if (item.kind === "chapter") continue;
    if (item.kind === "section") {
      own.push(item.label);
      below.push(...listsIn(item.body));
      continue;
    }
    const items = "items" in item && item.items ? item.items : [];
    below.push(...listsIn(items));
    if ("statements" in item) below.push(...listsIn(item.statements));
    const rows = "rows" in item ? item.rows : item.kind === "procedure" ? item.steps : [];
    below.push(rows.flatMap((r) => ("label" in r && r.label ? [r.label] : [])));
  }
  return [own, ...below].filter((list) => list.length > 0);
}

function slips(model: Model, labels: readonly ast.Label[]): Problem[] {
  const found: Problem[] = [];
  const seen = new Map<string, ast.Label>();
  const first = labels[0]!;
  let mixed = false;
  let repeated = -1;
  labels.forEach((label, i) => {
    const key = JSON.stringify([label.style, label.text]);
    const before = labels[i - 1];
    const same = seen.get(key);
    if (same) {
      const related = [labelled("there-already", same.span)];
      found.push(problem("BF5106", { label: label.text }, { span: label.span, related }));
      repeated = i;
    } else if (
      before &&
      before.style === label.style &&
      originOf(label) === undefined &&
      originOf(before) === undefined &&
      jumps(before, label) &&
      !(repeated === i - 1 && follows(labels[i - 2], label))
    )
      found.push(problem("BF5107", { before: before.text, label: label.text }, { span: label.span }));
    if (!same) seen.set(key, label);
    if (!mixed && before && mark(model, label) !== mark(model, first)) {
      mixed = true;
      const words = { first: written(model, first), second: written(model, label) };
      found.push(problem("BF5108", words, { span: label.span }));
    }
  });
  return found;
}

/** Whether a number does not follow the one before; parts of a number (3.2) and the last paragraph are left alone. */
function jumps(before: ast.Label, label: ast.Label): boolean {
  if (label.style === "decimal" || label.text.includes(".") !== before.text.includes(".")) return false;
  if (/\d\.\d/.test(label.text) || label.number < 0 || before.number < 0) return false;
  if (label.inserted !== undefined)
    return label.number !== before.number || label.inserted !== (before.inserted ?? 0) + 1;
  const step = label.number - before.number;
  // Articles further apart are an excerpt, not a slip.
  return step !== 1 && !(ARTICLES.has(label.style) && step > 2);
}

/** 2. after 1. and another 1.: the second of them was the slip, and is said. */
const follows = (twoBefore: ast.Label | undefined, label: ast.Label): boolean =>
  twoBefore !== undefined && label.number === twoBefore.number + 2;

const written = (model: Model, label: ast.Label): string => model.source.slice(label.span).trim();

/** How labels of a list are written: the style and the mark behind the number, whatever its width. */
function mark(model: Model, label: ast.Label): string {
  const end = /[.、]$/.exec(written(model, label).normalize("NFKC"))?.[0] ?? "";
  return `${label.style} ${label.style === "dotted" ? end : ""}`;
}
