/** The tests that build whole applications: the plug-in in its bundlers, the examples, the five minutes of the guide. */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const run = (args, env = {}) => {
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
};
run(["scripts/build.mjs", "--if-stale"]);
run(["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)], { BANFA_TESTS: "apps" });
