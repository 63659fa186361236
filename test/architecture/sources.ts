import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The repository's files for the tests of its invariants. Paths are relative to the root, with `/`. */

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export function filesUnder(folder: string, pattern: RegExp): string[] {
  const found: string[] = [];
  const walk = (at: string) => {
    if (!existsSync(join(root, at))) return;
    for (const entry of readdirSync(join(root, at), { withFileTypes: true })) {
      const path = posix.join(at, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (pattern.test(entry.name)) found.push(path);
    }
  };
  walk(folder);
  return found.sort();
}

export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

const trees = new Map<string, ts.SourceFile>();

/** A source as a tree; read once for all the tests, for reading them all takes a second. */
export function treeOf(path: string): ts.SourceFile {
  const known = trees.get(path);
  if (known !== undefined) return known;
  const tree = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true);
  trees.set(path, tree);
  return tree;
}

export const sources: readonly string[] = filesUnder("src", /\.ts$/);

/** The room of a source: its first folder below src/ ("" for files directly in src/). */
export function room(path: string): string {
  const parts = path.split("/");
  return parts.length > 2 ? parts[1]! : "";
}

export interface Import {
  readonly from: string;
  /** Path of the imported source, or the package name as written. */
  readonly to: string;
  readonly internal: boolean;
}

/** Every static and dynamic import of a source; type-only ones too. */
export function importsOf(path: string): Import[] {
  return ts
    .preProcessFile(read(path), true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith(".")
        ? { from: path, to: posix.normalize(posix.join(posix.dirname(path), fileName)), internal: true }
        : { from: path, to: fileName, internal: false },
    );
}
