/**
 * The findings on the six regulations as literally written, pair by pair against
 * test/cases/literal/expected-findings.csv.
 *
 *   npm run findings            what is not found, with the reason, and what matches no pair
 *   npm run findings -- --all   also what is found
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
// Where the command line is built, so that the bundle finds packages and schemas.
mkdirSync(join(root, "dist"), { recursive: true });
const scratch = mkdtempSync(join(root, "dist", "findings-"));
try {
  const outfile = join(scratch, "report.mjs");
  await build({
    entryPoints: [join(root, "test/literal/report.ts")],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
    outfile,
  });
  const { report } = await import(pathToFileURL(outfile).href);
  report(join(root, "test/cases/literal"), process.argv.includes("--all"));
} finally {
  rmSync(scratch, { recursive: true });
}
