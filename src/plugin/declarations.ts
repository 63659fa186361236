/** The declarations of a measure as a file that TypeScript finds for `import … from "./measure.banfa"`. */
import { mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { writeFileAtomically } from "../data/atomic-write.ts";
import type { Problem } from "../diagnostics/problem.ts";

/**
 * Where the declarations of a measure stand: beside it as `measure.d.banfa.ts` (for `allowArbitraryExtensions`), or in
 * `folder` under the path it has below `root`.
 * @returns null for a measure outside `root` when there is a folder
 */
export function declarationsPath(measure: string, root: string, folder: string | null): string | null {
  const name = basename(measure).replace(/\.banfa$/, ".d.banfa.ts");
  if (folder === null) return join(dirname(measure), name);
  const below = relative(root, dirname(measure));
  return /^\.\.(?:[/\\]|$)|^(?:[A-Za-z]:|[/\\])/.test(below) ? null : join(root, folder, below, name);
}

/** Writes only what has changed, so that nothing that watches the file starts anew for nothing. */
export function writeDeclarations(path: string, types: string): Problem | null {
  try {
    if (readFileSync(path, "utf8") === types) return null;
  } catch {
    // Not there yet, or not readable: then writing says why.
  }
  mkdirSync(dirname(path), { recursive: true });
  return writeFileAtomically(path, [types]);
}
