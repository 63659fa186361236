/** What missing facts cost: the same cohort complete, with a fact missing here and there, and with one missing each. */
import { makeColumns, places, rowsOf } from "../data.mjs";
import { context, KIND, measure } from "../guangxi.mjs";
import { fixed, inTurns, table } from "../measure.mjs";

export async function run({ quick }) {
  const n = quick ? 1_000 : 5_000;
  const complete = rowsOf(makeColumns(n));
  const without = (every) =>
    complete.map((row, i) => {
      if (i % every !== 0) return row;
      const { 建房进度: _, ...rest } = row;
      return rest;
    });
  const call = context(places(n));
  const contender = (name, records) => ({
    name,
    rows: n,
    run: () => measure.evaluateAll({ [KIND]: records }, call),
  });
  const reported = {
    name: "complete, all reports",
    rows: n,
    run: () => measure.evaluateAll({ [KIND]: complete }, call).result,
  };
  const results = await inTurns(
    [
      contender("complete", complete),
      reported,
      contender("a fact missing in 1 of 100", without(100)),
      contender("a fact missing in each", without(1)),
    ],
    quick ? 3 : 7,
  );
  const base = results[1].ns;
  table(
    "Open: what missing facts cost (times a complete cohort with its reports)",
    ["cohort", "rows", "ns/row", "×"],
    results.map((r) => [r.name, r.rows, fixed(r.ns), fixed(r.ns / base)]),
  );
  return results.map((r) => ({ ...r, ratio: r.ns / base }));
}
