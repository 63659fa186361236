/** How the cost grows with clauses and with subjects; linear means that the last column stays level. */
import { compile } from "../../dist/index.js";
import { makeColumns, places } from "../data.mjs";
import { context, measure } from "../guangxi.mjs";
import { fixed, median, table, timed } from "../measure.mjs";
import { fact, factCount, measureOf } from "../texts.mjs";
import { inputOf } from "./columns.mjs";

async function best(rounds, work) {
  const times = [];
  for (let i = 0; i < rounds + 1; i++) times.push(await timed(work));
  return median(times.slice(1));
}

export async function run({ quick }) {
  const rounds = quick ? 2 : 5;
  const clauses = [];
  for (const n of quick ? [50, 500] : [50, 100, 200, 500, 1000, 2000]) {
    const text = measureOf(n);
    const compiled = await best(rounds, () => compile(text));
    const { measure: m } = compile(text);
    const records = Array.from({ length: 5000 }, (_, i) => {
      const record = { 编号: `村${i}`, 得分: (i * 37) % 101 };
      for (let k = 0; k < factCount(n); k++) record[fact(k)] = (i * (k + 7)) % 101;
      return record;
    });
    const evaluated = await best(rounds, () => m.evaluateAll({ 村: records }, { year: 2026 }));
    clauses.push({ clauses: n, compileMs: compiled, nsPerRow: (evaluated * 1e6) / records.length });
  }
  table(
    "Clauses",
    ["clauses", "compile ms", "ms/100 clauses", "ns/row", "ns/row/clause"],
    clauses.map((c) => [
      c.clauses,
      fixed(c.compileMs),
      fixed((c.compileMs * 100) / c.clauses),
      fixed(c.nsPerRow),
      fixed(c.nsPerRow / c.clauses),
    ]),
  );
  const subjects = [];
  for (const n of quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000, 10_000_000]) {
    const input = inputOf(makeColumns(n));
    const call = context(places(n));
    const ms = await best(n > 1_000_000 ? 2 : rounds, () => measure.evaluateColumns(input, call));
    subjects.push({ subjects: n, ms, nsPerRow: (ms * 1e6) / n });
  }
  table(
    "Subjects, in columns, ranking included",
    ["subjects", "ms", "ns/row"],
    subjects.map((s) => [s.subjects, fixed(s.ms), fixed(s.nsPerRow)]),
  );
  return { clauses, subjects };
}
