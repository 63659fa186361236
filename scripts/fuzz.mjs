/**
 * The property tests with many more cases than `npm test` runs.
 *
 *   npm run fuzz                               20 times the usual number
 *   BANFA_RUNS=500 BANFA_SEED=7 npm run fuzz   500 times, from another seed
 *
 * A failure prints the smallest case found; put that case under test/cases.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

function tests(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return tests(path);
    return entry.name.endsWith(".test.ts") ? [path] : [];
  });
}

/** The tests that scale with BANFA_RUNS, by themselves or through test/laws/runs.ts. */
const files = tests("test").filter((path) =>
  readFileSync(join(root, path), "utf8").match(/BANFA_RUNS|\/runs\.ts"/),
);
if (files.length === 0) {
  console.error("No test reads BANFA_RUNS.");
  process.exit(1);
}
const done = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...files], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, BANFA_RUNS: process.env.BANFA_RUNS ?? "20" },
});
process.exit(done.status ?? 1);
