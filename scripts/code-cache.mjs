/**
 * Keeps what V8 makes of the built command line (src/cli/launch/chunks.ts), after it has run what is run most: a function
 * that was not called is compiled when it first is.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const cli = join(root, "dist", "cli");
const { Chunks } = await import(pathToFileURL(join(cli, "chunks.js")).href);

const MEASURE = join(root, "policies/guangxi/measure.banfa");
const DATA = ["--data", join(root, "examples/guangxi-2018/cohort.csv"), "--year", "2018"];
const scratch = mkdtempSync(join(tmpdir(), "banfa-code-"));
const COMMANDS = [
  ["check", MEASURE],
  ["run", MEASURE, ...DATA],
  ["run", MEASURE, ...DATA, "--out", join(scratch, "out.csv")],
  ["fmt", MEASURE, "--check"],
];

const silent = {
  out() {},
  err() {},
  colours: false,
  errColours: false,
  columns: 100,
  locale: "zh-CN",
  env: {},
};
const chunks = new Chunks(new URL(`${pathToFileURL(cli).href}/`));
const { main } = chunks.load("./program.cjs");
try {
  for (const command of COMMANDS) {
    const code = await main(command, silent);
    if (code > 1) throw new Error(`banfa ${command.join(" ")} ended with ${code}`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
chunks.keep();
