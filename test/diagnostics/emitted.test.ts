import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Code, catalogue } from "../../src/diagnostics/catalogue/index.ts";
import { explanations } from "../../src/diagnostics/explanations/index.ts";

/**
 * Every message is raised somewhere under test: it stands in the golden output of a case, a test names it, or
 * the example of its explanation raises it (explanations.test.ts compiles those).
 */

const tests = join(import.meta.dirname, "..");

function filesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

it("every code is raised by a case", () => {
  const texts = [
    ...filesIn(join(tests, "cases"), /^(?:expected|problems|transcript)\.txt$/),
    ...filesIn(tests, /\.test\.ts$/),
  ].map((file) => readFileSync(file, "utf8"));
  const seen = new Set(texts.flatMap((text) => text.match(/\bBF\d{4}\b/g) ?? []));
  const exampled = new Set(Object.entries(explanations).flatMap(([code, e]) => (e.example ? [code] : [])));
  // Of ambiguities those count that are explained.
  const finished = (Object.keys(catalogue) as Code[]).filter((c) => !c.startsWith("BF3") || explanations[c]);
  expect(finished.filter((code) => !seen.has(code) && !exampled.has(code))).toEqual([]);
});
