import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { load } from "../../src/compiler/emit/load.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { artefacts } from "../../src/compiler/modules/artefacts.ts";
import { commentText } from "../../src/compiler/modules/source-places.ts";
import { Evaluator } from "../../src/runtime/measure.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { HOSTILE, named } from "../emit/hostile-measure.ts";
import { workshop } from "./workshop.ts";

/** Names that try to leave their quotes or their comments: in code, declarations, schema and file names. */

const shop = workshop();
afterAll(() => shop.remove());

const ATTACKS = [
  // A file has no half of a character, and Ajv takes none.
  ...HOSTILE.filter((n) => n !== "\ud800"),
  "*/ globalThis.pwned = true; /*",
  "/* */ globalThis.pwned = true",
  "//# sourceMappingURL=data:application/json,{}",
  "甲\u2028globalThis.pwned = true",
  "甲\u0085globalThis.pwned = true\u000b",
  "<!-- globalThis.pwned = true",
  "\u0001" + "7\u0002",
  "JSON.parse(",
  'require("fs")',
  "class",
  "Measure",
  "7日",
  "(一)",
];

/** All files of a measure in which a text stands wherever a user can write; every part has a place in the text. */
function filesOf(n: string): Map<string, string> {
  const source = new SourceText(`${n.replace(/[/\\]/g, "")}.banfa`, `${n}\n${n}`);
  const span = { start: 0, end: source.text.length };
  const plain = named(n);
  const measure: Measure = {
    ...plain,
    title: n,
    documentNumber: n,
    citations: plain.citations.map((c) => ({ ...c, text: n, span })),
    cells: plain.cells.map((c) => ({ ...c, span })),
    clauses: plain.clauses.map((c) => ({ ...c, span })),
  };
  const files = artefacts(measure, source, ["js", "ts", "json-schema"], "banfa/runtime");
  return new Map(files.map((f) => [f.name.slice(source.name.length - ".banfa".length), f.text]));
}

const cohortOf = (n: string): unknown =>
  JSON.parse(
    `{${JSON.stringify(n)}: [{${JSON.stringify(`${n}1`)}: "1", ${JSON.stringify(n)}: 5, ${JSON.stringify(`${n}w`)}: "x"}]}`,
  );

describe("hostile names in modules", () => {
  it.each(ATTACKS)("%j is only data", (n) => {
    const files = filesOf(n);
    expect([...files.keys()].sort()).toEqual([
      ".d.ts",
      ".js",
      ".js.map",
      ".manifest.json",
      ".schema.json",
      ".ts",
      ".ts.map",
      ".validate.d.ts",
      ".validate.js",
    ]);
    for (const name of [".d.ts", ".js", ".ts", ".validate.js"]) {
      const text = files.get(name)!;
      const parsed = ts.createSourceFile(
        `measure${name}`,
        text,
        ts.ScriptTarget.ES2022,
        true,
      ) as ts.SourceFile & {
        readonly parseDiagnostics: readonly ts.Diagnostic[];
      };
      expect(parsed.parseDiagnostics.map((d) => ts.flattenDiagnosticMessageText(d.messageText, " "))).toEqual(
        [],
      );
      // What ends a comment or a script ends ours alone; Unicode marks stand in no file but as escapes.
      if (name !== ".validate.js") expect(text).not.toMatch(/<\/script|[\u0001\u0002\u2028\u2029]/i);
    }
    const orders = files
      .get(".js")!
      .split("\n")
      .filter((l) => /^\s*(?:\/\/|\*|\/\*)(?:.*[/*])?[#@]\s*sourceMappingURL=/.test(l));
    expect(orders).toHaveLength(1);

    shop.write("module.js", files.get(".js")!);
    shop.write("validate.js", files.get(".validate.js")!);
    shop.write("cohort.json", JSON.stringify(cohortOf(n)));
    const said = shop.run(`
import { readFileSync } from "node:fs";
import measure from "./module.js";
import validate from "./validate.js";
const cohort = JSON.parse(readFileSync("cohort.json", "utf8"));
const { result } = measure.evaluateAll(cohort, { year: 2018, history: [] });
process.stdout.write(JSON.stringify([result, validate(cohort), globalThis.pwned ?? null]));
`);
    const { result } = new Evaluator(load(named(n))).evaluateAll(
      cohortOf(n) as Record<string, Record<string, unknown>[]>,
      { year: 2018, history: [] },
    );
    const [theirs, valid, pwned] = JSON.parse(said) as [typeof result, boolean, unknown];
    const plain = JSON.parse(JSON.stringify(result)) as typeof result;
    expect(theirs.subjects.map((s) => s.values)).toEqual(plain.subjects.map((s) => s.values));
    expect(theirs.subjects.map((s) => s.grades)).toHaveLength(1);
    expect([valid, pwned]).toEqual([true, null]);
  });

  it("comments keep words and nothing else", () => {
    expect(commentText("  得分\n低于\u202860分 ")).toBe("得分 低于 60分");
    expect(commentText("a */ b // c <!-- d --> e")).toBe("a * / b / / c < !-- d -- > e");
    expect(commentText("办".repeat(500))).toHaveLength(120);
    expect(commentText("\ud800x")).toBe("\ufffdx");
  });
});
