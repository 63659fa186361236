import { eachMapping, generatedPositionFor, originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { afterAll, describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { compileModule } from "../../src/compiler/modules/index.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { ROWS } from "./rows.ts";
import { POLICIES, policy, workshop } from "./workshop.ts";

/** From the code of a module to the line of the measure. */

const shop = workshop();
afterAll(() => shop.remove());

describe("the source map", () => {
  it.each(POLICIES)("of %s leads every cell and every effect on a grade to its line", (name) => {
    const source = new SourceText("measure.banfa", policy(name));
    const { measure } = compile(source);
    const { module } = compileModule(source);
    const map = new TraceMap(module!.map as ConstructorParameters<typeof TraceMap>[0]);
    expect(map.sources).toEqual(["measure.banfa"]);
    const reached = new Set<string>();
    eachMapping(map, (m) => {
      if (m.source !== null) reached.add(`${m.originalLine}:${m.originalColumn}`);
    });
    // Other clauses are their conditions, which are cells.
    const effects = measure!.cells.flatMap(({ body }) =>
      body.kind === "grade"
        ? [body.raises, body.reductions, body.floors, body.ceilings, body.after, body.notAssessed].flat()
        : [],
    );
    const places = [...measure!.cells, ...effects.map((e) => measure!.clauses[e.clause]!)].map((c) => {
      const { line, column } = source.position(c.span.start);
      return `${line}:${column - 1}`;
    });
    expect(places.filter((p) => !reached.has(p))).toEqual([]);
  });

  it("leads a statement to the clause that it computes, and a breakpoint on the clause to the statement", () => {
    const source = new SourceText("measure.banfa", policy("guangxi"));
    const { module } = compileModule(source);
    const map = new TraceMap(module!.map as ConstructorParameters<typeof TraceMap>[0]);
    const lines = module!.code.split("\n");
    const line = lines.findIndex((l) => /^ {2}r\.c0 = /.test(l)) + 1;
    const from = originalPositionFor(map, { line, column: 4 });
    expect(from.name).toBe("综合得分");
    expect(source.line(from.line!)).toContain("综合得分");
    const back = generatedPositionFor(map, {
      source: "measure.banfa",
      line: from.line!,
      column: from.column!,
    });
    expect(lines[back.line! - 1]!.trim()).not.toBe("");
    // What no clause says comes from nowhere.
    const helper = lines.findIndex((l) => l.startsWith("class Row0")) + 1;
    expect(originalPositionFor(map, { line: helper, column: 0 }).line).toBeNull();
  });

  it("leads every row of a choice to its own line, as JavaScript and as TypeScript", () => {
    for (const target of ["js", "ts"] as const) {
      const { module } = compileModule(ROWS, { name: "rows.banfa", target });
      const map = new TraceMap(module!.map as ConstructorParameters<typeof TraceMap>[0]);
      const code = module!.code.split("\n");
      const reached = new Set<number>();
      eachMapping(map, (m) => {
        if (m.source === null) return;
        reached.add(m.originalLine);
        // A comment above the code names the same line.
        const said = /^\s*\/\/ rows\.banfa:(\d+)/.exec(code[m.generatedLine - 2]!)?.[1];
        if (said !== undefined && /^\s*/.exec(code[m.generatedLine - 1]!)![0].length === m.generatedColumn)
          expect(m.originalLine).toBe(Number(said));
      });
      // Whom no row names gets the rest: nothing is computed for it.
      const rows = ROWS.split("\n").flatMap((line, i) =>
        /^ {4}(?!其余 为)/.test(line) || / = /.test(line) ? [i + 1] : [],
      );
      expect(rows).toHaveLength(14);
      expect(rows.filter((line) => !reached.has(line))).toEqual([]);
      expect(map.file).toBe(`rows.${target}`);
    }
  });

  it("counts lines by the ends that its readers know", () => {
    const text = policy("guangxi").replace(/\n/g, "\r\n");
    const { module } = compileModule(text);
    expect(module!.map.mappings).toBe(compileModule(policy("guangxi")).module!.map.mappings);
    expect(module!.map.sourcesContent[0]).toBe(policy("guangxi"));
  });
});
