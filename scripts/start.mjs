/**
 * The main job on the sample data: the Guangxi measure applied to the cohort of 2018, with the results of
 * 2017 as its history, and one subject explained. Shows every command, so that it can be repeated by hand.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);

const EXAMPLE = "examples/guangxi-2018";
const COHORT = [
  "policies/guangxi/measure.banfa",
  ...["--data", `${EXAMPLE}/cohort.csv`],
  ...["--year", "2018", "--date", "2019-01-10"],
  ...["--params", `${EXAMPLE}/parameters.yaml`],
  ...["--history", `${EXAMPLE}/history-2017.json`],
];

/** Runs the command line; a failure ends the script with the same exit code. */
function banfa(args, stdout) {
  const done = spawnSync(process.execPath, ["dist/cli/main.js", ...args], {
    stdio: ["ignore", stdout, "inherit"],
    maxBuffer: 1 << 28,
    encoding: "utf8",
  });
  if (done.status !== 0) process.exit(done.status ?? 3);
  return done.stdout;
}

function show(args) {
  console.log(`\n$ npx banfa ${args.join(" ")}\n`);
  banfa(args, "inherit");
}

/** The subject with most to explain: settled, and caught by most clauses; the first of equals. */
function mostCaught() {
  const { subjects } = JSON.parse(banfa(["run", ...COHORT, "--format", "json"], "pipe"));
  const settled = subjects.filter((s) => s.undetermined.length === 0);
  const among = settled.length > 0 ? settled : subjects;
  return among.reduce((a, b) => (b.clauses.length > a.clauses.length ? b : a)).id;
}

execFileSync(process.execPath, ["scripts/build.mjs", "--if-stale", "--cli"], { stdio: "inherit" });
show(["run", ...COHORT]);
show(["explain", ...COHORT, "--subject", mostCaught()]);
