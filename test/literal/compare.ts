import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { citationText, labelText, type PathStep } from "../../src/compiler/analyze/model.ts";
import { compile } from "../../src/compiler/compile.ts";
import { HEAD, readInventory } from "../../src/data/inventory.ts";
import { lookUp } from "../../src/diagnostics/catalogue/index.ts";
import { type Problem, wording } from "../../src/diagnostics/problem.ts";
import type { MeasureFile } from "../../src/parser/ast.ts";
import { childrenOf, type Node } from "../../src/parser/children.ts";
import { SourceText } from "../../src/source/source-text.ts";
import type { Span } from "../../src/source/span.ts";

/**
 * The six regulations as literally written (test/cases/literal) against the pairs of rule and class of ambiguity
 * that their readers found. A pair is found when a finding of its class stands in, or relates to, a clause that
 * the transcription's inventory names for the rule, or below it.
 */

export interface Pair {
  readonly id: string;
  readonly class: string;
}

/** `direct`: a finding stands in the clause itself, rather than in another one and naming this one with it. */
export interface FoundPair extends Pair {
  readonly direct: boolean;
}

export interface Finding {
  readonly code: string;
  readonly class: string;
  /** The clause it stands in, as cited. */
  readonly at: string;
  readonly line: number;
  readonly message: string;
  /** The paths of labels of the clauses it stands in, first, and relates to. */
  readonly places: readonly (readonly string[])[];
}

export interface Comparison {
  readonly measure: string;
  readonly pairs: readonly Pair[];
  readonly found: readonly FoundPair[];
  readonly notFound: readonly (Pair & { readonly reason: string | null })[];
  readonly findings: readonly Finding[];
  readonly unmatched: readonly (Finding & { readonly verdict: Verdict | null })[];
  /** Entries of not-found.yaml and unmatched.yaml that are no longer true. */
  readonly stale: readonly string[];
  /** Rows of the inventory whose clause the measure does not have. */
  readonly unknownClauses: readonly string[];
}

export type Verdict = "true" | "false alarm";

/** The measures that have a transcription with an inventory. */
export function literalMeasures(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "inventory.yaml")))
    .sort();
}

export function compareAll(folder: string): Comparison[] {
  const pairs = expectedPairs(join(folder, "expected-findings.csv"));
  return literalMeasures(folder).map((name) => compareOne(folder, name, pairs));
}

function expectedPairs(path: string): Pair[] {
  const [, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  return lines.map((line) => {
    const [id = "", ambiguity = ""] = line.split(",");
    return { id, class: ambiguity };
  });
}

function compareOne(folder: string, measure: string, expected: readonly Pair[]): Comparison {
  const own = join(folder, measure);
  const { inventory } = readInventory(join(own, "inventory.yaml"));
  if (inventory === null) throw new Error(`${own}/inventory.yaml cannot be read`);
  const source = new SourceText("measure.banfa", readFileSync(join(own, inventory.measure), "utf8"));
  const { file, problems } = compile(source);
  const clauses = clausesOf(file);
  const pathByCite = new Map([
    [HEAD, [] as readonly string[]],
    ...clauses.map((c) => [c.cite, c.path] as const),
  ]);
  const classes = new Set(expected.map((p) => p.class));
  const findings = problems.flatMap((p) => findingOf(p, clauses, classes, source));

  const rows = new Map(inventory.rows.map((r) => [r.id, r.clauses]));
  const pairs = expected.filter((p) => rows.has(p.id));
  const covers = (pair: Pair, f: Finding, places = f.places): boolean =>
    f.class === pair.class &&
    (rows.get(pair.id) ?? []).some((cite) => {
      const path = pathByCite.get(cite);
      return path !== undefined && places.some((place) => under(place, path));
    });
  const isFound = (p: Pair) => findings.some((f) => covers(p, f));
  const isDirect = (p: Pair) => findings.some((f) => covers(p, f, f.places.slice(0, 1)));
  const found = pairs.filter(isFound).map((p) => ({ ...p, direct: isDirect(p) }));
  const missing = pairs.filter((p) => !isFound(p));
  const extra = findings.filter((f) => !pairs.some((p) => covers(p, f)));

  const reasons = remarks(join(own, "not-found.yaml"));
  const verdicts = remarks(join(own, "unmatched.yaml"));
  const keyOfPair = (p: Pair) => `${p.id} ${p.class}`;
  const keyOfFinding = (f: Finding) => `${f.code} ${f.at}`;
  const live = new Set([...missing.map(keyOfPair), ...extra.map(keyOfFinding)]);
  return {
    measure,
    pairs,
    found,
    notFound: missing.map((p) => ({ ...p, reason: reasons.get(keyOfPair(p)) ?? null })),
    findings,
    unmatched: extra.map((f) => ({ ...f, verdict: verdictOf(verdicts.get(keyOfFinding(f))) })),
    stale: [...reasons.keys(), ...verdicts.keys()].filter((k) => !live.has(k)),
    unknownClauses: [...rows].flatMap(([id, cites]) =>
      cites.filter((c) => !pathByCite.has(c)).map((c) => `${id}: ${c}`),
    ),
  };
}

export interface ClassRecall {
  readonly class: string;
  readonly found: number;
  readonly pairs: number;
}

/** How many pairs of each class are found, over all measures; in the order of the alphabet. */
export function byClass(comparisons: readonly Comparison[]): ClassRecall[] {
  const count = (pairs: readonly Pair[], name: string) => pairs.filter((p) => p.class === name).length;
  const pairs = comparisons.flatMap((c) => c.pairs);
  const found = comparisons.flatMap((c) => c.found);
  return [...new Set(pairs.map((p) => p.class))]
    .sort()
    .map((name) => ({ class: name, found: count(found, name), pairs: count(pairs, name) }));
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`;

/** What stands above the first label is a place of its own, not above every clause. */
const under = (place: readonly string[], path: readonly string[]): boolean =>
  path.length === 0 ? place.length === 0 : path.every((label, i) => place[i] === label);

/** `key: text` of a file of remarks; no file, no remarks. */
function remarks(path: string): Map<string, string> {
  if (!existsSync(path)) return new Map();
  const read: unknown = parse(readFileSync(path, "utf8"));
  return new Map(Object.entries(read ?? {}).map(([key, value]) => [key, String(value)]));
}

/** `true: why` or `false alarm: why`. */
const verdictOf = (text: string | undefined): Verdict | null =>
  text?.startsWith("true") ? "true" : text?.startsWith("false alarm") ? "false alarm" : null;

// ─────────────────────────────── places ───────────────────────────────

interface Clause {
  readonly cite: string;
  readonly path: readonly string[];
  readonly span: Span;
}

/** Every labelled clause, row and step with its citation, outer before inner. */
function clausesOf(file: MeasureFile): Clause[] {
  const found: Clause[] = [];
  const visit = (node: Node, above: readonly PathStep[]): void => {
    const label = "label" in node && typeof node.label === "object" ? node.label : undefined;
    const path = label ? [...above, { label, title: null }] : above;
    if (label)
      found.push({ cite: citationText(path), path: path.map((s) => labelText(s.label)), span: node.span });
    for (const child of childrenOf(node)) visit(child, path);
  };
  visit(file, []);
  return found;
}

/** The clause around a span as it is cited; null above the first label. */
export const citeAt = (file: MeasureFile, span: Span): string | null =>
  clauseAt(clausesOf(file), span)?.cite ?? null;

/** The innermost clause around a span: the last that holds it and is shortest. */
function clauseAt(clauses: readonly Clause[], span: Span): Clause | null {
  let best: Clause | null = null;
  for (const c of clauses)
    if (c.span.start <= span.start && span.end <= c.span.end)
      if (best === null || c.path.length >= best.path.length) best = c;
  return best;
}

function findingOf(
  p: Problem,
  clauses: readonly Clause[],
  classes: ReadonlySet<string>,
  source: SourceText,
): Finding[] {
  const ambiguity = lookUp(p.code)?.ambiguity;
  if (ambiguity === undefined || !classes.has(ambiguity) || !p.span) return [];
  const at = clauseAt(clauses, p.span);
  const spans = [p.span, ...(p.related ?? []).map((r) => r.span)];
  return [
    {
      code: p.code,
      class: ambiguity,
      at: at?.cite ?? HEAD,
      line: source.text.slice(0, p.span.start).split("\n").length,
      message: wording(p, "zh").message,
      places: spans.map((s) => clauseAt(clauses, s)?.path ?? []),
    },
  ];
}
