/**
 * The main job on the sample data: the Guangxi measure applied to a cohort of 2018, with 2017 as its
 * history, and one subject explained. Prints every command, so that it can be repeated by hand.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);

const MEASURE = "policies/guangxi/measure.banfa";
const EXAMPLE = "examples/guangxi-2018";
const scratch = mkdtempSync(join(tmpdir(), "banfa-start-"));

/** Runs the command line; a failure ends the script with the same exit code. */
function banfa(args, quiet = false) {
  const shown = args.map((a) => a.replace(scratch, "out")).join(" ");
  console.log(`\n$ npx banfa ${shown}`);
  const done = spawnSync(process.execPath, ["dist/cli/main.js", ...args], {
    stdio: ["ignore", quiet ? "ignore" : "inherit", "inherit"],
  });
  if (done.status !== 0) {
    rmSync(scratch, { recursive: true, force: true });
    process.exit(done.status ?? 3);
  }
}

/** The subject with most to explain: the one that most clauses caught; the first of them for equal numbers. */
function mostCaught(file) {
  const { subjects } = JSON.parse(readFileSync(file, "utf8"));
  const settled = subjects.filter((s) => s.undetermined.length === 0);
  return (settled.length > 0 ? settled : subjects).reduce((a, b) =>
    b.clauses.length > a.clauses.length ? b : a,
  ).id;
}

execFileSync(process.execPath, ["scripts/build.mjs", "--if-stale", "--cli"], { stdio: "inherit" });

const given = (file) => (existsSync(`${EXAMPLE}/${file}`) ? `${EXAMPLE}/${file}` : null);
const before = join(scratch, "2017.json");
const result = join(scratch, "2018.json");

/** Arguments of `run` and `explain` for one year; a file that is not there is left out. */
function year(number, cohort, date, parameters, history) {
  const args = [MEASURE, "--data", `${EXAMPLE}/${cohort}`, "--year", String(number), "--date", date];
  if (given(parameters) !== null) args.push("--params", given(parameters));
  if (history !== null) args.push("--history", history);
  return args;
}

const earlier = year(2017, "cohort-2017.csv", "2018-06-30", "parameters-2017.yaml", given("first-year.json"));
const current = year(2018, "cohort.csv", "2019-01-10", "parameters.yaml", before);
banfa(["run", ...earlier, "--out", before], true);
banfa(["run", ...current, "--out", result]);
banfa(["explain", ...current, "--subject", mostCaught(result)]);
rmSync(scratch, { recursive: true, force: true });
