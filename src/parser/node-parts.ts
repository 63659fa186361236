import type { Label, Text } from "./ast.ts";
import { text } from "./build-declarations.ts";
import type { LineNode } from "./lines.ts";

/** The parts of a line that mean the same whatever its statement is. */

export function labelOf(node: LineNode): Label | undefined {
  if (!node.label) return undefined;
  const { style, text: spelling, number, inserted } = node.label.label;
  if (style === "chapter") return undefined;
  return {
    ...{ span: node.label.span, style, text: spelling, number },
    ...(inserted !== undefined && { inserted }),
  };
}

export function notesOf(node: LineNode): Text[] | undefined {
  return node.notes.length > 0 ? node.notes.map(text) : undefined;
}
