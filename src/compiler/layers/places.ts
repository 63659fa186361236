import { nearest } from "../../diagnostics/suggest.ts";
import type * as ast from "../../parser/ast.ts";
import { childrenOf, type Node, type RowNode } from "../../parser/children.ts";
import { matchLabel } from "../../parser/labels.ts";
import { citationText, labelText } from "../analyze/model.ts";
import { isStep, numberingOf } from "./origins.ts";

/** The provisions of a base by their citations: what a layer can point at. */

export type Labelled = ast.Section | RowNode | ast.ProcedureStep;

export interface Place {
  readonly node: Labelled;
  /** Labels from the outside in, as citations name them. */
  readonly path: readonly string[];
  readonly labels: readonly ast.Label[];
  /** As results cite it. */
  readonly text: string;
  /** The layer in whose own numbering it counts; null: the base's. */
  readonly numbering: string | null;
  readonly parent: Place | null;
  /** The labelled provisions right below it. */
  readonly below: Place[];
}

export interface Places {
  readonly all: readonly Place[];
  /** The outermost ones: articles. */
  readonly top: readonly Place[];
}

export function placesOf(file: ast.MeasureFile): Places {
  const all: Place[] = [];
  const top: Place[] = [];
  const visit = (node: Node, parent: Place | null): void => {
    let inside = parent;
    if ((node.kind === "section" || node.kind === "row" || isStep(node)) && node.label) {
      const labels: readonly ast.Label[] = [...(parent?.labels ?? []), node.label];
      inside = {
        node,
        path: labels.map(labelText),
        labels,
        text: citationText(labels.map((label) => ({ label, title: null }))),
        numbering: numberingOf(labels[0]),
        parent,
        below: [],
      };
      all.push(inside);
      (parent?.below ?? top).push(inside);
    }
    for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(file, null);
  return { all, top };
}

/** Whether a place counts in the numbering that a citation names, or the citation names none. */
const counts = (p: Place, { of }: ast.Citation, root: string): boolean =>
  of === undefined || (p.numbering ?? root) === of;

/**
 * The places that a citation may mean: of several, in different numberings.
 * @param root name of the measure at the bottom
 */
export function placesAt(places: Places, citation: ast.Citation, root: string): Place[] {
  return places.all.filter(
    (p) =>
      counts(p, citation, root) &&
      (p.path.join("\u0000") === citation.path.join("\u0000") ||
        // 〔3.2〕 names its whole path by itself.
        (citation.path.length === 1 &&
          /^〔.*\.|^\d+\./.test(citation.path[0]!) &&
          p.path.at(-1) === citation.path[0])),
  );
}

/** A citation that exists and is near one that does not, for the message; null when there is none at all. */
export function nearestPlace(places: Places, citation: ast.Citation, root: string): string | null {
  const known = places.all.filter((p) => counts(p, citation, root));
  // What the citation gets right, from the outside in: below that the choice is between what there is.
  for (let depth = citation.path.length - 1; depth > 0; depth--) {
    const outer = known.find(
      (p) => p.path.length === depth && p.path.every((label, i) => label === citation.path[i]),
    );
    if (!outer) continue;
    if (outer.below.length === 0) return outer.text;
    return closest(citation.path[depth]!, outer.below).text;
  }
  const top = known.filter((p) => p.parent === null);
  const near = nearest(
    citation.text,
    known.filter((p) => p.parent !== null).map((p) => p.text),
  );
  return citation.path.length > 1 && near !== null
    ? near
    : top.length > 0
      ? closest(citation.path[0]!, top).text
      : near;
}

/** Of provisions side by side, the one whose number is nearest. */
function closest(label: string, among: readonly Place[]): Place {
  const number = matchLabel(`${/^\d+$/.test(label) ? `${label}.` : label} `, 0)?.number ?? 0;
  const far = (p: Place) => Math.abs((p.node.label?.number ?? 0) - number);
  return among.reduce((a, b) => (far(b) < far(a) ? b : a));
}

/** The last offset of what belongs to a node: rows and items lie outside the span of their statement. */
export function lastOffset(node: Node): number {
  let last = node.span.end;
  for (const child of childrenOf(node)) last = Math.max(last, lastOffset(child));
  return last;
}
