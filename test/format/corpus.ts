import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "../../src/parser/parse.ts";
import { SourceText } from "../../src/source/source-text.ts";

const root = join(import.meta.dirname, "../..");

function banfaFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".banfa"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every measure of the repository that reads without errors. */
export const corpus: readonly SourceText[] = ["policies", "examples", "test/cases"]
  .flatMap(banfaFiles)
  .sort()
  .map((path) => new SourceText(relative(root, path), readFileSync(path, "utf8")))
  .filter((source) => !parse(source).problems.some((p) => p.severity === "error"))
  // What cannot be converted is a case of its own.
  .filter((source) => !source.name.includes("joined-with-a-name"));
