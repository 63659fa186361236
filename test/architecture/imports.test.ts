import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Import, importsOf, room, root, sources } from "./sources.ts";

const imports: readonly Import[] = sources.flatMap(importsOf);
const internal = imports.filter((i) => i.internal);
const arrow = (i: Import) => `${i.from} → ${i.to}`;

const LANGUAGE = ["source", "diagnostics", "parser", "compiler"];
const TOOLS = [...LANGUAGE, "runtime"];

/** The rooms each room may use, besides itself. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  source: [],
  runtime: [],
  diagnostics: ["source"],
  parser: ["source", "diagnostics"],
  compiler: ["source", "diagnostics", "parser", "runtime"],
  format: TOOLS,
  diff: [...TOOLS, "prove", "report"],
  report: TOOLS,
  prove: TOOLS,
  facts: TOOLS,
  procedures: TOOLS,
  data: [...TOOLS, "facts", "procedures"],
  plugin: [...TOOLS, "data"],
  cli: [...TOOLS, "format", "diff", "prove", "facts", "procedures", "data", "report"],
  "language-server": [...TOOLS, "format", "diff", "prove", "facts", "data", "report"],
  studio: [...TOOLS, "format", "diff", "prove", "facts", "data", "report"],
};

/** Rooms that may touch files and the process; all others run unchanged in a browser. */
const WITH_IO = ["data", "plugin", "cli", "language-server", "studio"];

/** Packages a room may use; a room that is not listed uses none. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  parser: /^chevrotain$/,
  data: /^(node:.*|yaml|ajv|ajv\/.*|ajv-formats|papaparse|hucre\/xlsx|@duckdb\/node-api|chinese-days\/.*\.json|ical-generator)$/,
  plugin: /^(node:.*|unplugin)$/,
  cli: /^(node:.*|commander|yaml)$/,
  // Source maps and validators of modules.
  compiler: /^(@jridgewell\/gen-mapping|ajv|ajv\/.*)$/,
  // Charts of reports, drawn as SVG without a browser.
  report: /^echarts\/(core|charts|components|renderers)$/,
  // Proofs; loaded when they are asked for, and only where it is installed.
  prove: /^z3-solver$/,
};

/** Expressions nest, so the files that handle their families call each other; split by family, not by depth. */
const WALKS = ["src/compiler/ir/from-ast/", "src/compiler/emit/", "src/prove/encode/"];

describe("imports", () => {
  it("know every room", () => {
    expect(sources.filter((s) => room(s) !== "" && MAY_USE[room(s)] === undefined)).toEqual([]);
  });

  it("point to files that exist", () => {
    expect(internal.filter((i) => !existsSync(join(root, i.to))).map(arrow)).toEqual([]);
  });

  it("go one way: source ← diagnostics ← parser ← compiler ← tools", () => {
    const wrong = internal.filter((i) => {
      const [from, to] = [room(i.from), room(i.to)];
      return from !== "" && from !== to && !MAY_USE[from]?.includes(to);
    });
    expect(wrong.map(arrow)).toEqual([]);
  });

  // helpers.ts is what emitted code calls, so the loader has to name it.
  it("show the compiler only the ABI of the runtime", () => {
    const wrong = internal.filter(
      (i) =>
        room(i.from) === "compiler" &&
        room(i.to) === "runtime" &&
        !/^src\/runtime\/(rational|calendar|work-calendar|periods|abi|compiled|helpers)\.ts$/.test(i.to),
    );
    expect(wrong.map(arrow)).toEqual([]);
  });

  it("of packages are few, and node: stays in the rooms with I/O", () => {
    const wrong = imports.filter((i) => !i.internal && !PACKAGES[room(i.from)]?.test(i.to));
    expect(wrong.map(arrow)).toEqual([]);
    const impure = imports.filter((i) => i.to.startsWith("node:") && !WITH_IO.includes(room(i.from)));
    expect(impure.map(arrow)).toEqual([]);
  });

  it("form no cycle, but for files of one folder that walk the expression tree together", () => {
    const next = new Map<string, string[]>();
    for (const i of internal) next.set(i.from, [...(next.get(i.from) ?? []), i.to]);
    const cycles = components(sources, (file) => next.get(file) ?? []).filter(
      (files) => !WALKS.some((folder) => files.every((file) => file.startsWith(folder))),
    );
    expect(cycles).toEqual([]);
  });
});

/** Groups of files that reach each other, by Tarjan's algorithm; single files are left out. */
function components(files: readonly string[], next: (file: string) => readonly string[]): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (file: string) => {
    index.set(file, index.size);
    low.set(file, index.get(file)!);
    stack.push(file);
    for (const to of next(file)) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(file, Math.min(low.get(file)!, low.get(to)!));
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) found.push(group.sort());
  };
  for (const file of files) if (!index.has(file)) visit(file);
  return found;
}
