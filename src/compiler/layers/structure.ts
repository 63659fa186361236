import type * as ast from "../../parser/ast.ts";
import { childrenOf, type Node } from "../../parser/children.ts";
import { labelText } from "../analyze/model.ts";
import type { Link } from "./chain.ts";
import type { Change } from "./change.ts";
import { isStep, numberingOf } from "./origins.ts";

/** The numbering that a consolidated text ought to have, and the one that it has. */

const SEPARATOR = " ";

/** The labels below a node as paths, with what stands in front of each. */
function pathsBelow(node: Node, above: string, found: string[], skip?: (node: Node) => boolean): void {
  if (skip?.(node)) return;
  let path = above;
  if ((node.kind === "section" || node.kind === "row" || isStep(node)) && node.label) {
    const own = above === "" ? (numberingOf(node.label) ?? "") : "";
    path = `${above}${own}${SEPARATOR}${labelText(node.label)}`;
    found.push(path);
  }
  for (const child of childrenOf(node)) pathsBelow(child, path, found, skip);
}

/** Every labelled provision of a text, sorted. */
export function pathsIn(file: ast.MeasureFile): string[] {
  const found: string[] = [];
  pathsBelow(file, "", found);
  return found.sort();
}

const isChange = (node: Node): boolean => node.kind === "amend" || node.kind === "insert";

/** @param under the tree of the base; its labels know their origin */
export function expectedPaths(
  under: ast.MeasureFile,
  link: Link,
  changes: readonly Change[],
): { readonly all: readonly string[]; readonly of: ReadonlyMap<Change, readonly string[]> } {
  const gone = new Set(changes.flatMap((c) => (c.replaces ? [c.replaces] : [])));
  const all: string[] = [];
  pathsBelow(under, "", all, (node) => gone.has(node));
  const of = new Map<Change, string[]>();
  for (const change of changes) {
    const own: string[] = [];
    const above = `${change.numbering ?? ""}${SEPARATOR}${change.path.join(SEPARATOR)}`;
    if (change.labelled) own.push(above);
    for (const node of change.content) pathsBelow(node, above, own);
    of.set(change, own);
    all.push(...own);
  }
  // The layer's own articles.
  for (const item of link.file.body) {
    if (item.kind !== "section") continue;
    pathsBelow(item, link.name, all, isChange);
  }
  return { all: all.sort(), of };
}
