import type {
  Attribute,
  BandTest,
  CallArgument,
  ChoiceMode,
  Citation,
  Condition,
  Effect,
  Expression,
  Field,
  IndicatorBound,
  Item,
  MeasureFile,
  Name,
  PopulationOption,
  ProcedureStep,
  RankTest,
  Row,
  RowResult,
  Section,
  Statement,
  Text,
  TypeNode,
} from "./ast.ts";

/**
 * Traversal of the syntax tree. A node is an object with a `kind`; its children are the nodes it reaches
 * without passing through another node, in the order of the text. Found by looking rather than by a
 * table per kind, so a new field of a node can never be forgotten here.
 */

export type RowNode =
  | Row<BandTest>
  | Row<RankTest>
  | Row<Condition | { readonly kind: "rest"; readonly span: Section["span"] }>;

export type Node =
  | MeasureFile
  | Item
  | Name
  | Text
  | Citation
  | Field
  | TypeNode
  | Attribute
  | IndicatorBound
  | ChoiceMode
  | PopulationOption
  | RowNode
  | RowResult
  | BandTest
  | RankTest
  | ProcedureStep
  | Effect
  | Expression
  | CallArgument;

/**
 * Where a node keeps its children once somebody asked: trees are readonly and looked at many times. Not
 * enumerable, so that nothing that compares or prints trees sees it; a WeakMap of so many keys costs the
 * collector more than it saves.
 */
const CHILDREN = Symbol("children");

/** The children of a node, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  const known = (node as { [CHILDREN]?: readonly Node[] })[CHILDREN];
  if (known) return known;
  const out: Node[] = [];
  for (const key in node) collect((node as unknown as Record<string, unknown>)[key], out);
  // A leaf costs less to look at again than to remember.
  if (out.length === 0) return NO_CHILDREN;
  if (!inOrder(out)) out.sort((a, b) => a.span.start - b.span.start);
  Object.defineProperty(node, CHILDREN, { value: out });
  return out;
}

const NO_CHILDREN: readonly Node[] = [];

function inOrder(nodes: readonly Node[]): boolean {
  for (let i = 1; i < nodes.length; i++) if (nodes[i]!.span.start < nodes[i - 1]!.span.start) return false;
  return true;
}

function collect(value: unknown, out: Node[]): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) for (const element of value) collect(element, out);
  else if ("kind" in value && "span" in value) out.push(value as Node);
  else for (const inner of Object.values(value)) collect(inner, out);
}

/** Visits a node and everything below it, parents first. Return false to stay out of a node's children. */
export function walk(node: Node, visit: (node: Node) => boolean | undefined): void {
  if (visit(node) === false) return;
  for (const child of childrenOf(node)) walk(child, visit);
}

/** The labelled items that hang below a statement; empty for kinds that have none. */
export function itemsBelow(statement: Statement): readonly Section[] {
  return "items" in statement ? (statement.items ?? []) : [];
}

/** The innermost node at an offset and the nodes around it, outermost first. */
export function pathTo(file: MeasureFile, offset: number): Node[] {
  const path: Node[] = [];
  walk(file, (node) => {
    const inside = node.span.start <= offset && offset <= node.span.end;
    // Items may lie outside the span of the statement that owns them, so only leaves are cut off.
    if (inside) path.push(node);
    return inside || "items" in node || node.kind === "section" || "rows" in node || "fields" in node;
  });
  return path;
}
