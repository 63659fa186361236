import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import { readDataFiles } from "../../src/data/data-files.ts";
import { hasErrors } from "../../src/diagnostics/problem.ts";
import { dataSchemaOf } from "../../src/facts/data-schema.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { measureOf, root } from "./support.ts";

const measuresIn = (path: string): string[] =>
  [...readFileSync(join(root, path), "utf8").matchAll(/^```banfa\n(.*?)^```/gms)].map((m) => m[1]!);

describe.each(["docs/guide/policy-staff.zh-CN.md", "docs/guide/policy-staff.md"])("%s", (path) => {
  it("shows measures that check without errors", () => {
    const texts = measuresIn(path);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      const { problems } = compile(new SourceText(path, text));
      expect(hasErrors(problems), problems.map((p) => p.code).join(" ")).toBe(false);
    }
  });

  it("shows the same measures in both languages", () => {
    expect(measuresIn(path)).toEqual(measuresIn("docs/guide/policy-staff.md"));
  });
});

describe("examples/language-tour", () => {
  it("grades its data: open without the quota, settled with it", async () => {
    const measure = measureOf("examples/language-tour/measure.banfa");
    const schema = dataSchemaOf(measure);
    const path = join(root, "examples/language-tour/data.yaml");
    const { cohort, problems } = await readDataFiles([{ kind: null, list: null, path }], schema);
    expect(problems).toEqual([]);
    const grades = (parameters: Record<string, number>) => {
      const { result } = evaluateCohort(load(measure), cohort, { year: 2018, parameters });
      return result.subjects.map((s) => s.grades.考核等次!.possible.join("/"));
    };
    expect(grades({})).toEqual(["优秀/称职", "优秀/称职", "基本称职", "不称职"]);
    expect(grades({ 优秀名额: 1 })).toEqual(["优秀", "称职", "基本称职", "不称职"]);
  });
});
