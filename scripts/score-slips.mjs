/**
 * The corpus of slips: which first messages are not the expected ones, and the score.
 *
 *   npm run slips            the corpus in test/cases/slips
 *   npm run slips -- SEED    other slips of the same kinds, from another seed
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
// Where the command line is built, so that the bundle finds packages and schemas.
mkdirSync(join(root, "dist"), { recursive: true });
const scratch = mkdtempSync(join(root, "dist", "slips-"));
try {
  const outfile = join(scratch, "report.mjs");
  await build({
    entryPoints: [join(root, "test/slips/report.ts")],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
    outfile,
  });
  const { report } = await import(pathToFileURL(outfile).href);
  report(join(root, "policies"), process.argv[2]);
} finally {
  rmSync(scratch, { recursive: true });
}
