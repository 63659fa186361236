/**
 * Assesses everyone in a CSV file and writes the results as another.
 *
 *   node examples/batch-job/assess.mjs MEASURE COHORT.csv RESULT.csv --year 2018 [--kind 包点领导] [--set 优秀名额=80]
 *
 * Exit code: 0 done; 1 done, but some of the data could not be read; 2 nothing was written.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { compile, wording } from "banfa";
import Papa from "papaparse";

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(2);
}

/** Spreadsheets save CSV as UTF-8 or, in China, as GB 18030. @param {string} path */
function readCsv(path) {
  const bytes = readFileSync(path);
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  }
  const { data, errors } = Papa.parse(text, { header: true, skipEmptyLines: "greedy" });
  if (errors[0]) stop(`${path}: row ${(errors[0].row ?? 0) + 2}: ${errors[0].message}`);
  return /** @type {Record<string, unknown>[]} */ (data);
}

/** All of the file or nothing: whoever reads it never sees half. @param {string} path @param {string} text */
function writeAtomically(path, text) {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, "wx");
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
    closeSync(file);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    year: { type: "string" },
    kind: { type: "string" },
    set: { type: "string", multiple: true, default: [] },
  },
});
const [measurePath, cohortPath, resultPath] = positionals;
if (!measurePath || !cohortPath || !resultPath || !/^\d{4}$/.test(options.year ?? ""))
  stop("assess.mjs MEASURE COHORT.csv RESULT.csv --year 2018 [--kind KIND] [--set NAME=VALUE]");

const { measure, problems } = compile(readFileSync(measurePath, "utf8"), { name: measurePath });
if (measure === null)
  stop(
    problems
      .filter((p) => p.severity === "error")
      .map((p) => wording(p, "en").message)
      .join("\n"),
  );

const kind = options.kind ?? measure.kinds[0] ?? "";
if (!measure.kinds.includes(kind)) stop(`--kind must be one of: ${measure.kinds.join(", ")}`);
const parameters = Object.fromEntries(options.set.map((pair) => pair.split(/=(.*)/s, 2)));

const records = readCsv(cohortPath);
// One call for all: ranks and shares are among these subjects. An empty history says that this is the first year.
const cohort = measure.evaluateAll(
  { [kind]: records },
  { year: Number(options.year), parameters, history: [] },
);
const outcomes = cohort.outcomes[kind] ?? [];

const rows = outcomes.map(({ id, grades, values, reasons, settled }) => ({
  id,
  ...grades,
  ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)])),
  reasons: reasons.join(" "),
  settled,
}));
writeAtomically(resultPath, `\uFEFF${Papa.unparse(rows, { escapeFormulae: true, newline: "\n" })}\n`);

/** A figure that no decimal hits is shown as its text. @param {import("banfa").JsonValue} value */
function shown(value) {
  if (Array.isArray(value)) return value.join("、");
  return typeof value === "object" && value !== null && "text" in value ? value.text : value;
}

console.log(`${outcomes.length} × ${kind} → ${resultPath}`);
for (const scale of Object.keys(outcomes[0]?.grades ?? {})) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { grades } of outcomes) {
    const grade = grades[scale] ?? "—";
    counts.set(grade, (counts.get(grade) ?? 0) + 1);
  }
  console.log(`${scale}: ${[...counts].map(([grade, count]) => `${grade} ${count}`).join(", ")}`);
}

// What is open in many results is usually the same few facts.
/** @type {Map<string, number>} */
const open = new Map();
for (const { causes } of outcomes)
  for (const name of new Set(causes.map((c) => ("field" in c ? c.field : "name" in c ? c.name : c.kind))))
    open.set(name, (open.get(name) ?? 0) + 1);
const unsettled = outcomes.filter((o) => !o.settled).length;
if (unsettled > 0)
  console.log(
    `not settled: ${unsettled} (${[...open].map(([name, count]) => `${name} ${count}`).join(", ")})`,
  );

for (const found of cohort.problems.slice(0, 20)) {
  const place = found.index < 0 ? "" : ` record ${found.index + 1}:`;
  console.error(`${cohortPath}:${place} ${wording(measure.describe(found), "zh").message}`);
}
if (cohort.problems.length > 20) console.error(`… and ${cohort.problems.length - 20} more`);
process.exitCode = cohort.problems.length > 0 ? 1 : 0;
