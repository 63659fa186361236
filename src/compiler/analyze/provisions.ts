import type * as ast from "../../parser/ast.ts";
import type { SourceText } from "../../source/source-text.ts";
import type * as ir from "../ir/ir.ts";
import { statementOrigin } from "../layers/origins.ts";
import type { CitationTable, PathStep, PlacedAcceptance, Provision, Scoping } from "./model.ts";

/**
 * Flattens the tree of a measure into provisions: each statement with the labels it stands under and the
 * scopes that narrow it. Items of condition lists stay with their statement; they only get an entry in the
 * outline here.
 */
export function collectProvisions(
  file: ast.MeasureFile,
  source: SourceText,
  citations: CitationTable,
  outline: ir.OutlineEntry[],
): { provisions: Provision[]; acceptances: PlacedAcceptance[] } {
  const provisions: Provision[] = [];
  const acceptances: PlacedAcceptance[] = [];

  const items = (
    body: readonly ast.Item[],
    path: readonly PathStep[],
    scoping: Scoping,
    covers: PlacedAcceptance["covers"],
  ) => {
    for (const item of body) {
      if (item.kind === "chapter") continue;
      if (item.kind === "section") section(item, path, scoping);
      else statement(item, path, scoping, covers);
    }
  };

  const section = (node: ast.Section, above: readonly PathStep[], scoping: Scoping) => {
    const path = [...above, step(node)];
    const cite = citations.intern(path, node.span);
    outline.push({ cite, depth: path.length, handling: handlingOf(node), notes: notesOf(node.body) });
    items(node.body, path, scoping, node.span);
  };

  const statement = (
    node: ast.Statement,
    path: readonly PathStep[],
    scoping: Scoping,
    covers: PlacedAcceptance["covers"],
  ) => {
    // Nothing is cited by a declaration that stands under no label.
    const writer = path.length === 0 && DATA.has(node.kind) ? null : statementOrigin(node, source);
    const cite = citations.intern(path, path.length === 0 ? { start: 0, end: 0 } : node.span, writer);
    switch (node.kind) {
      case "acceptance":
        acceptances.push({ node, covers });
        return;
      case "scoped": {
        const inner: Scoping = {
          ...scoping,
          subjects: node.subjects.length > 0 ? node.subjects : scoping.subjects,
          conditions: node.condition ? [...scoping.conditions, node.condition] : scoping.conditions,
        };
        for (const s of node.statements) statement(s, path, inner, covers);
        for (const s of node.items) section(s, path, inner);
        return;
      }
      case "for-each-record": {
        const inner: Scoping = { ...scoping, record: node.record };
        for (const s of node.statements) statement(s, path, inner, covers);
        for (const s of node.items) section(s, path, inner);
        return;
      }
      case "measure":
      case "text-declaration":
      case "issuers":
      case "date-declaration":
      case "period":
      case "general-rule":
      case "parameter":
      case "action-declaration":
      case "subject":
      case "record":
      case "scale":
      case "declaratory":
      case "note":
      case "definition":
      case "indicator":
      case "indicator-group":
      case "band-choice":
      case "rank-choice":
      case "case-choice":
      case "ladder":
      case "staged-ladder":
      case "decision-table":
      case "conditional":
      case "per-occurrence":
      case "requirement":
      case "assertion":
      case "bare-condition":
      case "ballot":
      case "procedure":
      case "draw":
      case "set-parameter":
      case "amend":
      case "delete":
      case "insert":
        provisions.push({ statement: node, path, cite, scoping });
        if (node.kind === "indicator-group") {
          for (const s of node.items) section(s, path, scoping);
          return;
        }
        if ("items" in node && node.items) for (const s of node.items) outlineItem(s, path);
    }
  };

  /** Items of a condition list are provisions of their own in the outline, not in the list of rules. */
  const outlineItem = (node: ast.Section, above: readonly PathStep[]) => {
    const path = [...above, step(node)];
    outline.push({
      cite: citations.intern(path, node.span),
      depth: path.length,
      handling: node.body.some((b) => b.kind !== "note") ? "computed" : "heading",
      notes: notesOf(node.body),
    });
    for (const item of node.body)
      if ("items" in item && item.items) for (const s of item.items) outlineItem(s, path);
  };

  items(
    file.body,
    [],
    { subjects: null, conditions: [], record: null },
    { start: 0, end: file.span.end + 1 },
  );
  return { provisions, acceptances };
}

export function step(node: ast.Section): PathStep {
  return { label: node.label, title: node.title?.text ?? null };
}

/** Notes of a provision's own statements, with those behind their rows and steps; items keep theirs. */
const notesOf = (body: readonly ast.Item[]): string[] =>
  body.flatMap((item) => (item.kind === "chapter" || item.kind === "section" ? [] : statementNotes(item)));

function statementNotes(s: ast.Statement): string[] {
  const below: (readonly ast.Text[] | undefined)[] = [];
  if ("rows" in s) for (const row of s.rows) if ("notes" in row) below.push(row.notes);
  if (s.kind === "procedure") for (const step of s.steps) below.push(step.notes);
  const inner = "statements" in s ? s.statements.flatMap(statementNotes) : [];
  return [
    ...(s.kind === "note" ? [s.text.text] : []),
    ...inner,
    ...below.flatMap((notes) => (notes ?? []).map((n) => n.text)),
    ...(s.notes ?? []).map((n) => n.text),
  ];
}

/** What stands at the head of a measure, before its data. */
export const HEAD: ReadonlySet<ast.Statement["kind"]> = new Set([
  "measure",
  "text-declaration",
  "issuers",
  "date-declaration",
  "period",
  "general-rule",
]);

/** The head, and declarations of data. */
export const DATA: ReadonlySet<ast.Statement["kind"]> = new Set([
  ...HEAD,
  "parameter",
  "action-declaration",
  "subject",
  "record",
  "scale",
  "set-parameter",
]);

/** How a labelled provision is handled, by the strongest thing it holds itself. */
function handlingOf(node: ast.Section): ir.OutlineEntry["handling"] {
  const own = node.body.filter((i): i is ast.Statement => i.kind !== "chapter" && i.kind !== "section");
  const meaningful = own.filter(
    (s) => s.kind !== "note" && s.kind !== "acceptance" && s.kind !== "assertion",
  );
  if (meaningful.length === 0) return "heading";
  if (
    meaningful.some(
      (s) => !DATA.has(s.kind) && s.kind !== "declaratory" && s.kind !== "procedure" && s.kind !== "draw",
    )
  )
    return "computed";
  if (meaningful.some((s) => s.kind === "procedure" || s.kind === "draw")) return "procedure";
  return meaningful.some((s) => s.kind === "declaratory") ? "declared" : "data";
}
