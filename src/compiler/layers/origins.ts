import type * as ast from "../../parser/ast.ts";
import { childrenOf, type Node, type RowNode } from "../../parser/children.ts";
import { ComposedText } from "../../source/composed-text.ts";
import type { SourceText } from "../../source/source-text.ts";

/** Who wrote a provision that the base did not write, and how it came into the consolidated text. */
export interface Origin {
  /** Name of the layer: what stands behind its 办法. */
  readonly layer: string;
  /** own: in the layer's own numbering; amended, added: in that of a base. */
  readonly how: "own" | "amended" | "added";
  /** The layer in whose numbering the provision counts: this one, or one between it and the base; null: the base's. */
  readonly numbering: string | null;
  /** The provision of the layer that says so; null when it stands under no label. */
  readonly by: string | null;
  /** Makers of the layer. */
  readonly issuers: readonly string[];
  /** Name of the measure at the bottom, in whose numbering everything counts that is nobody's own. */
  readonly root: string;
}

/**
 * A side table of the tree of a consolidated text. Labels are the keys because every path is made of them, wherever
 * a citation is put together.
 */
const ORIGINS = new WeakMap<ast.Label, Origin>();

/** Who wrote the provision of a label; undefined for the base. */
export const originOf = (label: ast.Label): Origin | undefined => ORIGINS.get(label);

/** The layer in whose own numbering a label counts; null for the base's numbering. */
export function numberingOf(label: ast.Label | undefined): string | null {
  return (label && ORIGINS.get(label))?.numbering ?? null;
}

/** The measure at the bottom of a text; the measure itself where it has no layers. */
export function rootOf(source: SourceText, name: string): string {
  if (!(source instanceof ComposedText)) return name;
  const marked = (source as ComposedText<Origin | null>).pieces.find((p) => p.mark !== null);
  return marked?.mark?.root ?? name;
}

/** Notes for every label of a tree who wrote it. Nothing to do for a text that somebody wrote as a whole. */
export function noteOrigins(file: ast.MeasureFile, source: SourceText): void {
  if (!(source instanceof ComposedText)) return;
  const text = source as ComposedText<Origin | null>;
  const mark = (offset: number): Origin | null => text.markAt(offset) ?? null;
  const visit = (node: Node): void => {
    if ((node.kind === "section" || node.kind === "row" || isStep(node)) && node.label) {
      // The words count more than the number: a layer may have amended what another one added.
      const origin = contentOrigin(node, mark) ?? mark(node.label.span.start);
      if (origin) ORIGINS.set(node.label, origin);
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(file);
}

/** A step of a procedure; the precision of a number (精确到) has the same kind and no label. */
export const isStep = (node: Node): node is ast.ProcedureStep => node.kind === "step" && "acts" in node;

/** Who wrote all the words of a label, if it was one layer. */
function contentOrigin(
  node: ast.Section | RowNode | ast.ProcedureStep,
  mark: (offset: number) => Origin | null,
): Origin | null {
  const inner: readonly Node[] =
    node.kind === "section"
      ? node.body.filter((i) => i.kind !== "note" && i.kind !== "acceptance")
      : node.kind === "row"
        ? [node.test as Node]
        : [];
  const [first, ...rest] = inner.map((n) => mark(n.span.start));
  return first && rest.every((o) => o === first) ? first : null;
}

/** Who wrote a sentence under a label of the base, itself or one of its rows; null for the base. */
export function statementOrigin(statement: ast.Statement, source: SourceText): Origin | null {
  if (!(source instanceof ComposedText)) return null;
  const text = source as ComposedText<Origin | null>;
  const own = text.markAt(statement.span.start);
  if (own) return own;
  const rows = "rows" in statement ? statement.rows : [];
  for (const row of rows) {
    const changed = text.markAt(row.span.start);
    if (changed) return changed;
  }
  return null;
}
