import ts from "typescript";
import { describe, expect, it } from "vitest";
import { read, sources, treeOf } from "./sources.ts";

/** Closed lists that are read like tables: splitting them would hide the whole. */
const MAY_BE_LONG =
  /^src\/(?:diagnostics\/(?:catalogue|explanations)\/[\w-]+|parser\/(?:ast|grammar|grammar\/\w+|keywords)|compiler\/ir\/ir|diff\/sentences)\.ts$/;

describe("the sources", () => {
  it("stay within 400 lines a file", () => {
    const long = sources
      .filter((s) => !MAY_BE_LONG.test(s))
      .map((s) => [s, read(s).split("\n").length - 1] as const)
      .filter(([, lines]) => lines > 400);
    expect(long).toEqual([]);
  });

  it("name every kind in a switch, so that a new node does not compile unhandled", () => {
    const found: string[] = [];
    for (const path of sources.filter((s) => /\bdefault:/.test(read(s)))) {
      const file = treeOf(path);
      const visit = (node: ts.Node) => {
        if (
          ts.isSwitchStatement(node) &&
          ts.isPropertyAccessExpression(node.expression) &&
          /^(kind|op)$/.test(node.expression.name.text) &&
          node.caseBlock.clauses.some(ts.isDefaultClause)
        ) {
          found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(file);
    }
    expect(found).toEqual([]);
  });

  it("turn no text into code", () => {
    // The one place that runs emitted code is the loader, which sees only what the emitter's fragments allow.
    const allowed = /^src\/compiler\/emit\/load\.ts$/;
    const found = sources.filter((s) => !allowed.test(s) && /\bnew Function\b|\beval\(/.test(read(s)));
    expect(found).toEqual([]);
  });
});
