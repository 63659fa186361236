/**
 * Banfa against hand-written code and peers on the Guangxi measure, and how its costs grow. One process, one
 * thread; contenders take turns, so that what slows the machine slows all; medians; results are compared before
 * anything is timed.
 *
 *   npm run bench                       everything
 *   npm run bench -- --quick            fewer rounds and rows
 *   npm run bench -- --json FILE        the figures as JSON
 *   npm run bench -- --only rows,sweep  some sections
 */
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { quick: { type: "boolean" }, json: { type: "string" }, only: { type: "string" } },
});

if (!existsSync(join(here, "node_modules")))
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
execFileSync(process.execPath, [join(here, "..", "scripts", "build.mjs"), "--if-stale"], {
  stdio: "inherit",
});

// The command as a new process first: starting one takes longer from a process that has grown.
const sections = ["compile", "rows", "columns", "sweep", "open", "profile"];
const wanted = options.only ? options.only.split(",") : sections;
const report = {
  node: process.version,
  arch: process.arch,
  cpu: cpus()[0]?.model.trim() ?? "",
  date: new Date().toISOString().slice(0, 10),
  sections: {},
};
for (const name of sections) {
  if (!wanted.includes(name)) continue;
  const { run } = await import(`./sections/${name}.mjs`);
  report.sections[name] = await run({ quick: options.quick === true });
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
