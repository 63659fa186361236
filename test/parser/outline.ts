import type { Item, MeasureFile, Section, Statement } from "../../src/parser/ast.ts";

/**
 * A compact picture of a syntax tree for golden files: a line per section, statement, row, field and step;
 * everything smaller inline as `kind(field=…)`. Spans are left out.
 */
export function outline(file: MeasureFile): string {
  const lines: string[] = [];
  for (const item of file.body) printItem(item, 0, lines);
  return `${lines.join("\n")}\n`;
}

const BELOW = ["fields", "rows", "steps", "statements", "items", "notes"] as const;

function printItem(item: Item, depth: number, lines: string[]): void {
  const indent = "  ".repeat(depth);
  if (item.kind === "chapter") lines.push(`${indent}# ${item.label} ${item.title}`);
  else if (item.kind === "section") printSection(item, depth, lines);
  else printStatement(item, depth, lines);
}

function printSection(section: Section, depth: number, lines: string[]): void {
  const title = section.title ? `【${section.title.text}】` : "";
  lines.push(`${"  ".repeat(depth)}${section.label.text}${title}${section.heading ? "" : " leaf"}`);
  for (const item of section.body) printItem(item, depth + 1, lines);
}

function printStatement(statement: Statement, depth: number, lines: string[]): void {
  const entries = Object.entries(statement).filter(
    ([key]) => !isBelow(key) && key !== "span" && key !== "kind",
  );
  const inner = entries.map(([key, value]) => `${key}=${inline(value)}`).join(" ");
  lines.push(`${"  ".repeat(depth)}- ${statement.kind} ${inner}`.trimEnd());
  for (const key of BELOW) {
    const value = (statement as unknown as Record<string, unknown>)[key];
    if (!Array.isArray(value)) continue;
    for (const element of value) {
      if (key === "items") printSection(element as Section, depth + 1, lines);
      else if (key === "statements") printStatement(element as Statement, depth + 1, lines);
      else lines.push(`${"  ".repeat(depth + 1)}${key === "notes" ? "注" : "·"} ${inline(element)}`);
    }
  }
}

function isBelow(key: string): boolean {
  return (BELOW as readonly string[]).includes(key);
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const node = value as Record<string, unknown>;
  switch (node.kind) {
    case "name":
      return String(node.text);
    case "text":
    case "text-literal":
      return JSON.stringify(node.text);
    case "number":
      return `${node.text}${node.unit ?? ""}`;
    case "path":
      return (node.segments as { text: string }[]).map((s) => s.text).join(".");
    case "binary":
      return `(${inline(node.left)} ${node.op} ${inline(node.right)})`;
    case "boolean":
      return node.value ? "是" : "否";
    default: {
      const inner = Object.entries(node)
        .filter(
          ([key, v]) =>
            key !== "kind" && key !== "span" && v !== false && !(Array.isArray(v) && v.length === 0),
        )
        .map(([key, v]) => `${key}=${inline(v)}`)
        .join(" ");
      return `${node.kind ?? ""}{${inner}}`;
    }
  }
}
