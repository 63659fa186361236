/** Typed arrays in, codes, scaled scores and bits of reasons out. */
import { makeColumns, places } from "../data.mjs";
import { context, KIND, measure } from "../guangxi.mjs";
import * as hand from "../hand-written.mjs";
import { fixed, inTurns, table } from "../measure.mjs";
import { prepare } from "../peers/duckdb.mjs";

const scaled = (column) => ({ scaled: column, by: 100 });

export function inputOf(c) {
  return {
    kind: KIND,
    columns: {
      平时考核分: scaled(c.ordinary),
      年终考核分: scaled(c.yearEnd),
      加减分: scaled(c.extra),
      建房进度: scaled(c.progress),
      安全事故: c.accident,
      资金问题: c.funds,
      监管问题: c.supervision,
      弄虚作假: c.falsified,
      违纪违法: c.illegal,
    },
  };
}

function check(out, expected, n) {
  const { codes } = out.grades.考核等次;
  const { citations, words } = out.reasons;
  const bit = citations.map((cite) => hand.REASONS.indexOf(cite));
  for (let i = 0; i < n; i++) {
    let reasons = 0;
    for (const [k, to] of bit.entries()) if ((words[0][i] >> k) & 1) reasons |= 1 << to;
    if (
      3 - codes[i] !== expected.grades[i] ||
      out.values.综合得分.scaled[i] !== expected.scores[i] ||
      reasons !== expected.reasons[i]
    )
      throw new Error(`Banfa differs on row ${i}`);
  }
}

export async function run({ quick }) {
  const n = quick ? 200_000 : 1_000_000;
  const columns = makeColumns(n);
  const quota = places(n);
  const input = inputOf(columns);
  const expected = hand.columnar(columns, quota);
  const call = context(quota);
  check(measure.evaluateColumns(input, call), expected, n);
  const duckdb = await prepare(columns);
  const sets = await duckdb(quota);
  // The query gives the reasons of articles 17 and 23; the rest follows from the grade.
  for (let i = 0; i < n; i++)
    if (sets.grades[i] !== expected.grades[i] || sets.scores[i] !== expected.scores[i])
      throw new Error(`DuckDB differs on row ${i}`);

  const results = await inTurns(
    [
      { name: "hand-written, columnar", rows: n, run: () => hand.columnar(columns, quota) },
      { name: "Banfa, columnar", rows: n, run: () => measure.evaluateColumns(input, call) },
      { name: "DuckDB, one thread, table loaded", rows: n, run: () => duckdb(quota) },
    ],
    quick ? 3 : 9,
  );
  const base = results[0].ns;
  table(
    "Columns: typed arrays → typed arrays (times the hand-written columns)",
    ["contender", "rows", "ns/row", "×"],
    results.map((r) => [r.name, r.rows, fixed(r.ns), fixed(r.ns / base)]),
  );
  return results.map((r) => ({ ...r, ratio: r.ns / base }));
}
