import { enumerated, inMessage, labelled, phrase, unsaid, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { SourceText } from "../../source/source-text.ts";
import { citationText } from "../analyze/model.ts";
import { addition } from "./additions.ts";
import { amendment } from "./amendments.ts";
import type { Link } from "./chain.ts";
import { type Change, type ChangesRead, linesOf, type Ordered, type Reading } from "./change.ts";
import { type Origin, originOf, statementOrigin } from "./origins.ts";
import { nearestPlace, type Place, placesAt, placesOf } from "./places.ts";

/** What the sentences of a layer (修改, 删除, 增加) do to the text of its base. */

/** @param root the measure at the bottom: what no layer wrote is its */
export function changesOf(link: Link, root: Link, below: SourceText, under: ast.MeasureFile): ChangesRead {
  const places = placesOf(under);
  const problems: Problem[] = [];
  const sentences = sentencesOf(link, root.name);
  const find = (citation: ast.Citation): Place | null => {
    const found = placesAt(places, citation, root.name);
    if (found.length === 1) return found[0]!;
    if (found.length === 0) {
      const near = nearestPlace(places, citation, root.name);
      const hint = near === null ? unsaid("hint") : worded("hint", "nearest-is", { near });
      problems.push(problem("BF2906", { cite: citation.text, ...hint }, { span: citation.span }));
      return null;
    }
    const names = [...new Set(found.map((p) => `〔${p.numbering ?? root.name}〕${p.path.join("")}`))];
    problems.push(problem("BF2907", { cite: citation.text, names }, { span: citation.span }));
    return null;
  };

  const deletions = sentences.flatMap(({ statement, origin }) =>
    statement.kind === "delete"
      ? statement.citations.flatMap((citation) => {
          const place = find(citation);
          return place ? [{ statement, origin, citation, place }] : [];
        })
      : [],
  );
  const deleted = new Set(deletions.map((d) => d.place));
  const reading: Reading = { link, root, below, places, problems, deleted, find };
  const changes: Change[] = deletions.map(({ citation, place }) => deletion(citation, place, below));
  for (const { statement, origin } of sentences) {
    if (statement.kind === "amend") changes.push(...amendment(reading, { statement, origin }));
    if (statement.kind === "insert") changes.push(...addition(reading, { statement, origin }));
  }
  emptied(deleted, changes, problems);
  overlaps(changes, problems);
  authority(link, root, below, changes, problems);
  return { changes, problems };
}

/** The changing sentences of a layer, with who says them. */
function sentencesOf(link: Link, root: string): Ordered<ast.Statement>[] {
  const found: Ordered<ast.Statement>[] = [];
  const items = (body: readonly ast.Item[], labels: readonly ast.Label[]): void => {
    for (const item of body) {
      if (item.kind === "chapter") continue;
      if (item.kind === "section") {
        items(item.body, [...labels, item.label]);
        continue;
      }
      if (item.kind !== "amend" && item.kind !== "delete" && item.kind !== "insert") continue;
      const by = labels.length === 0 ? null : citationText(labels.map((label) => ({ label, title: null })));
      const how = item.kind === "insert" ? "added" : "amended";
      const origin = { layer: link.name, how, by, numbering: null, issuers: link.issuers, root } as const;
      found.push({ statement: item, origin });
    }
  };
  items(link.file.body, []);
  return found;
}

function deletion(citation: ast.Citation, place: Place, below: SourceText): Change {
  return {
    kind: "delete",
    cite: citation.text,
    span: citation.span,
    numbering: place.numbering,
    path: place.path,
    labelled: false,
    replaces: place.node,
    content: [],
    at: linesOf(place, below.text),
    pieces: [],
    order: [],
    place,
  };
}

/** A list all of whose items go: its owner has nothing to say any more. */
function emptied(deleted: ReadonlySet<Place>, changes: readonly Change[], problems: Problem[]): void {
  const told = new Set<Place>();
  for (const { parent } of deleted) {
    if (parent === null || told.has(parent) || deleted.has(parent)) continue;
    const listed = parent.below.filter(
      (b) => parent.node.kind !== "section" || !parent.node.body.some((item) => item === b.node),
    );
    const grows = changes.some(
      (c) => c.kind === "add" && c.path.slice(0, -1).join("\u0000") === parent.path.join("\u0000"),
    );
    if (listed.length === 0 || grows || !listed.every((b) => deleted.has(b))) continue;
    told.add(parent);
    const last = changes.findLast((c) => c.kind === "delete" && c.place?.parent === parent)!;
    problems.push(problem("BF2918", { cite: last.cite, owner: parent.text }, { span: last.span }));
  }
}

/** Two sentences that touch the same words: which of them holds would depend on their order. */
function overlaps(changes: readonly Change[], problems: Problem[]): void {
  const sorted = [...changes].sort((a, b) => a.span.start - b.span.start);
  for (const [i, b] of sorted.entries())
    for (const a of sorted.slice(0, i)) {
      const both =
        a.kind === "add" && b.kind === "add"
          ? a.numbering === b.numbering && a.path.join("\u0000") === b.path.join("\u0000")
          : a.kind === "add"
            ? b.at.start < a.at.start && a.at.start < b.at.end
            : b.kind === "add"
              ? a.at.start < b.at.start && b.at.start < a.at.end
              : a.at.start < b.at.end && b.at.start < a.at.end;
      if (!both) continue;
      const related = [labelled("other-is-here", a.span)];
      problems.push(problem("BF2909", { cite: b.cite, other: a.cite }, { span: b.span, related }));
      break;
    }
}

/** A lower issuer may detail what a higher one wrote; to change it, somebody must have allowed that. */
function authority(
  link: Link,
  root: Link,
  below: SourceText,
  changes: readonly Change[],
  problems: Problem[],
): void {
  const statements = link.file.body.filter((s) => s.kind !== "chapter" && s.kind !== "section");
  if (statements.some((s) => s.kind === "text-declaration" && s.of === "authority")) return;
  const fold = (names: readonly string[]) => [...names].sort().join("\u0000");
  const general = statements.find((s) => s.kind === "general-rule");
  const touched = [
    ...changes
      .filter((c) => c.kind !== "add")
      .map((c) => ({ cite: c.cite, span: c.span, by: authorOf(c, below)?.issuers ?? root.issuers })),
    ...(general ? [{ cite: "通则", span: general.span, by: root.issuers }] : []),
  ];
  const foreign = touched.find((t) => fold(t.by) !== fold(link.issuers));
  if (!foreign) return;
  const { cite, span } = foreign;
  const higher = inMessage("higher", foreign.by.length > 0 ? enumerated(foreign.by) : phrase("its-base"));
  if (link.issuers.length === 0) problems.push(problem("BF2911", { cite, ...higher }, { span }));
  else problems.push(problem("BF2910", { cite, ...higher, issuer: link.issuers }, { span }));
}

function authorOf(change: Change, below: SourceText): Origin | null {
  const { replaces, place } = change;
  if (replaces !== null && replaces.kind !== "section" && replaces.kind !== "row" && "span" in replaces) {
    const written = statementOrigin(replaces as ast.Statement, below);
    if (written) return written;
  }
  return (place && originOf(place.node.label!)) ?? null;
}
