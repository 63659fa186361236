/**
 * What missing facts cost: each measure over a cohort that is complete, has a fact missing here and there, and one
 * missing in each row, all with their reports. What is settled in spite of a missing fact must be what the complete
 * cohort says.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "../../dist/index.js";
import { makeColumns, places, rowsOf } from "../data.mjs";
import { context, KIND, measure } from "../guangxi.mjs";
import { madeUp, settings, without } from "../made-up.mjs";
import { fixed, inTurns, table } from "../measure.mjs";

const YEAR = 2024;
const policies = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "policies");

/** The measures beside the one of Guangxi: records, links and figures over them. */
const OTHERS = ["jiange", "yanglousi", "nandan", "xizang", "yingshan"];

function guangxi(n) {
  const complete = rowsOf(makeColumns(n));
  const lacking = (field, every) =>
    complete.map((row, i) => {
      if (i % every !== 0) return row;
      const { [field]: _, ...rest } = row;
      return rest;
    });
  return {
    name: "guangxi",
    measure,
    call: context(places(n)),
    cohorts: Object.entries({
      complete,
      "a fact missing in 1 of 100": lacking("建房进度", 100),
      "a fact missing in each": lacking("建房进度", 1),
      "a score missing in each": lacking("平时考核分", 1),
    }).map(([name, rows]) => [name, { [KIND]: rows }]),
  };
}

function other(name, n) {
  const { measure: m } = compile(readFileSync(join(policies, name, "measure.banfa"), "utf8"), { name });
  const complete = madeUp(m.compiled, n, YEAR);
  return {
    name,
    measure: m,
    call: { year: YEAR, date: `${YEAR}-12-31`, parameters: settings(m.compiled, n, YEAR), history: [] },
    cohorts: [
      ["complete", complete],
      ["a fact missing in 1 of 100", without(complete, m.compiled, 100)],
      ["a fact missing in each", without(complete, m.compiled, 1)],
    ],
  };
}

/** @throws when a grade that is settled is another than that of the complete cohort */
function verify(name, complete, open) {
  for (const [i, subject] of open.subjects.entries())
    for (const [scale, { grade }] of Object.entries(subject.grades)) {
      const expected = complete.subjects[i].grades[scale];
      if (grade !== null && grade !== expected.grade && expected.grade !== null)
        throw new Error(`${name}: ${subject.id} is ${grade} without a fact and ${expected.grade} with it`);
    }
}

export async function run({ quick }) {
  const sizes = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
  const lines = [];
  for (const n of sizes)
    for (const make of [
      guangxi,
      ...(n === 1_000 ? OTHERS.map((name) => (k) => other(name, quick ? 200 : k)) : []),
    ]) {
      const { name, measure: m, call, cohorts } = make(n);
      const rows = Object.values(cohorts[0][1]).flat().length;
      const result = (cohort) => m.evaluateAll(cohort, call).result;
      const complete = result(cohorts[0][1]);
      for (const [, cohort] of cohorts.slice(1)) verify(name, complete, result(cohort));
      const contenders = cohorts.map(([label, cohort]) => ({ name: label, rows, run: () => result(cohort) }));
      const timed = await inTurns(contenders, quick ? 1 : n > 10_000 ? 3 : 5);
      for (const t of timed) lines.push({ measure: name, ...t, ratio: t.ns / timed[0].ns });
    }
  table(
    "Open: what missing facts cost (× complete, all with reports)",
    ["cohort", "measure", "rows", "ns/row", "×"],
    lines.map((l) => [l.name, l.measure, l.rows, fixed(l.ns), fixed(l.ratio)]),
  );
  return lines;
}
