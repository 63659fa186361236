/**
 * Loads a report that is written in TypeScript. It is bundled next to the command line, so that it finds the
 * packages and the schemas, and the bundle is gone when the work is done.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * @template T
 * @param {string} entry the module, from the root of the repository
 * @param {(exports: any) => T | Promise<T>} use what to do with its exports
 * @returns {Promise<T>}
 */
export async function withBundle(entry, use) {
  mkdirSync(join(root, "dist"), { recursive: true });
  const scratch = mkdtempSync(join(root, "dist", "report-"));
  try {
    const outfile = join(scratch, "report.mjs");
    await build({
      entryPoints: [join(root, entry)],
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      logLevel: "error",
      outfile,
    });
    return await use(await import(pathToFileURL(outfile).href));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
