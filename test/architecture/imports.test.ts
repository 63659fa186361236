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
  diff: TOOLS,
  prove: TOOLS,
  data: TOOLS,
  cli: [...TOOLS, "format", "diff", "prove", "data"],
  "language-server": [...TOOLS, "format", "diff", "prove", "data"],
  studio: [...TOOLS, "format", "diff", "prove", "data"],
};

/** Rooms that may touch files and the process; all others run unchanged in a browser. */
const WITH_IO = ["data", "cli", "language-server", "studio"];

/** Packages a room may use; a room that is not listed uses none. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  parser: /^chevrotain$/,
  data: /^(node:.*|yaml|ajv|ajv\/.*|ajv-formats|papaparse)$/,
  cli: /^(node:.*|commander|yaml)$/,
};

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

  it("show the compiler only the ABI of the runtime", () => {
    const wrong = internal.filter(
      (i) =>
        room(i.from) === "compiler" &&
        room(i.to) === "runtime" &&
        !/^src\/runtime\/(rational|calendar|abi|types)\.ts$/.test(i.to),
    );
    expect(wrong.map(arrow)).toEqual([]);
  });

  it("of packages are few, and node: stays in the rooms with I/O", () => {
    const wrong = imports.filter((i) => !i.internal && !PACKAGES[room(i.from)]?.test(i.to));
    expect(wrong.map(arrow)).toEqual([]);
    const impure = imports.filter((i) => i.to.startsWith("node:") && !WITH_IO.includes(room(i.from)));
    expect(impure.map(arrow)).toEqual([]);
  });

  it("form no cycle", () => {
    const next = new Map<string, string[]>();
    for (const i of internal) next.set(i.from, [...(next.get(i.from) ?? []), i.to]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      const at = path.indexOf(file);
      if (at >= 0) {
        cycles.push([...path.slice(at), file].join(" → "));
        return;
      }
      if (done.has(file)) return;
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of sources) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
