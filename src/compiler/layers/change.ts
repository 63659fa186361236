import type { Problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { Node } from "../../parser/children.ts";
import { type Piece, piecesOf } from "../../source/composed-text.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { Span } from "../../source/span.ts";
import type { Link } from "./chain.ts";
import type { Origin } from "./origins.ts";
import { lastOffset, type Place, type Places } from "./places.ts";

/** What a sentence of a layer changes in the text of its base, and what it takes to find that out. */

export interface Change {
  readonly kind: "amend" | "delete" | "add";
  /** The citation as the layer writes it. */
  readonly cite: string;
  /** The sentence, in the text of the layer. */
  readonly span: Span;
  readonly numbering: string | null;
  readonly path: readonly string[];
  /** Whether the label comes with it. */
  readonly labelled: boolean;
  /** What goes, of the base's tree. */
  readonly replaces: Node | null;
  /** What comes, of the layer's tree. */
  readonly content: readonly Node[];
  /** What it takes the place of in the text of the base; empty for what is only added. */
  readonly at: Span;
  readonly pieces: readonly Piece<Origin | null>[];
  /** Among what is added at one place. */
  readonly order: readonly number[];
  readonly place: Place | null;
}

export interface ChangesRead {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
}

/** A sentence of a layer that changes its base, with the labels it stands under. */
export interface Ordered<S extends ast.Statement> {
  readonly statement: S;
  readonly origin: Origin;
}

export interface Reading {
  readonly link: Link;
  /** The measure at the bottom. */
  readonly root: Link;
  /** The base. */
  readonly below: SourceText;
  readonly places: Places;
  readonly problems: Problem[];
  /** The places that the layer deletes. */
  readonly deleted: ReadonlySet<Place>;
  /** The one place that a citation means; null after saying why there is none. */
  find(citation: ast.Citation): Place | null;
}

/** The lines that a labelled provision takes, up to its last line end. */
export function linesOf(place: Place, text: string): Span {
  const start = text.lastIndexOf("\n", place.node.label!.span.start - 1) + 1;
  const end = text.indexOf("\n", lastOffset(place.node));
  return { start, end: end < 0 ? text.length : end + 1 };
}

/** Words of the layer, marked as its own. */
export function contentOf(source: SourceText, span: Span, origin: Origin): Piece<Origin | null>[] {
  return piecesOf<Origin | null>(source, span, origin);
}
