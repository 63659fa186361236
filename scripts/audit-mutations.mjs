/**
 * Whether a comparison of versions sees what it should: mutants of the six measures, each compared with its measure.
 *
 *   npm run mutations                      every mutant; takes about an hour
 *   npm run mutations -- --every 20        one in twenty
 *   npm run mutations -- --only guangxi    one measure
 *   npm run mutations -- --page            also writes the figures into docs/proofs.md and docs/proofs.zh-CN.md
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
const { values } = parseArgs({
  options: {
    every: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    page: { type: "boolean", default: false },
  },
});
mkdirSync(join(root, "dist"), { recursive: true });
const scratch = mkdtempSync(join(root, "dist", "mutations-"));
let code = 1;
try {
  const outfile = join(scratch, "report.mjs");
  await build({
    entryPoints: [join(root, "test/mutations/report.ts")],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
    outfile,
  });
  const { report } = await import(pathToFileURL(outfile).href);
  code = await report({
    every: Number(values.every),
    seed: Number(values.seed),
    only: values.only ?? null,
    page: values.page,
  });
} finally {
  rmSync(scratch, { recursive: true });
}
// The threads of the solver would keep the process.
process.exit(code);
