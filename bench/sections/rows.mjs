/** Records in, grade, score and citations of all reasons out, for each leader. */
import { makeColumns, places, rowsOf } from "../data.mjs";
import { context, KIND, measure } from "../guangxi.mjs";
import * as hand from "../hand-written.mjs";
import { fixed, inTurns, table } from "../measure.mjs";

/** Rows that a peer takes in about a tenth of a second. */
const PEERS = { "json-logic": 50_000, filtrex: 20_000, cel: 20_000, "json-rules": 1_000, zen: 2_000 };

const plain = (r) => [r.id, r.score, r.grade, r.reasons.join()].join("|");
const fromOutcome = (o) =>
  [o.id, Math.round(o.values.综合得分 * 100), o.grades.考核等次, o.reasons.join()].join("|");

function same(name, got, expected) {
  for (const [i, line] of expected.entries())
    if (got[i] !== line) throw new Error(`${name} differs on row ${i}: ${got[i]} instead of ${line}`);
}

export async function run({ quick }) {
  const most = quick ? 20_000 : 100_000;
  const cohorts = new Map();
  const cohort = (n) => {
    const size = Math.min(n, most);
    if (!cohorts.has(size)) {
      const records = rowsOf(makeColumns(size));
      cohorts.set(size, {
        size,
        records,
        quota: places(size),
        expected: hand.integers(records, places(size)).map(plain),
      });
    }
    return cohorts.get(size);
  };
  const contenders = [];
  const add = (name, n, evaluate, show) => {
    const c = cohort(n);
    contenders.push({
      name,
      rows: c.size,
      run: () => evaluate(c.records, c.quota),
      check: async () => same(name, (await evaluate(c.records, c.quota)).map(show), c.expected),
    });
  };
  add("hand-written, integers", most, hand.integers, plain);
  add(
    "Banfa",
    most,
    (records, quota) => measure.evaluateAll({ [KIND]: records }, context(quota)).outcomes[KIND],
    fromOutcome,
  );
  contenders.push({
    name: "hand-written, floats",
    rows: most,
    run: () => hand.floats(cohort(most).records, cohort(most).quota),
    check: async () => {},
  });
  for (const [name, n] of Object.entries(PEERS))
    add(name, n, await (await import(`../peers/${name}.mjs`)).prepare(), plain);
  for (const c of contenders) await c.check();

  const results = await inTurns(contenders, quick ? 3 : 9);
  const base = results[0].ns;
  table(
    "Rows: records → grade, score, reasons (times the hand-written integers; floats are not exact)",
    ["contender", "rows", "ns/row", "×"],
    results.map((r) => [r.name, r.rows, fixed(r.ns), fixed(r.ns / base)]),
  );
  return results.map((r) => ({ ...r, ratio: r.ns / base }));
}
