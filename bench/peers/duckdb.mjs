import { BOOLEAN, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from "@duckdb/node-api";
import { conditions, options, wordsOf } from "./conditions.mjs";

function sql(c) {
  if (c.score) return `score < ${c.score}`;
  if (c.progress) return `progress < ${c.progress}`;
  if (c.truth) return c.truth;
  return `${c.field} IN (${wordsOf(c)
    .map((w) => `'${w}'`)
    .join(", ")})`;
}

const bits = (ceiling) =>
  conditions
    .map((c, k) => ({ c, k }))
    .filter(({ c }) => c.ceiling === ceiling)
    .map(({ c, k }) => `CASE WHEN ${sql(c)} THEN ${1 << k} ELSE 0 END`)
    .join(" + ");

const query = (quota) => `
  WITH scored AS (SELECT i, ordinary + yearEnd + extra AS score, * EXCLUDE (i) FROM facts),
  judged AS (SELECT i, score, ${bits(2)} AS mild, ${bits(3)} AS severe FROM scored),
  placed AS (
    SELECT *, rank() OVER (PARTITION BY (mild + severe = 0) ORDER BY score DESC) AS place FROM judged)
  SELECT i, score::INTEGER AS score, (mild + severe)::INTEGER AS reasons,
    (CASE WHEN severe > 0 THEN 3 WHEN mild > 0 THEN 2 WHEN place <= ${quota} THEN 0 ELSE 1 END)::INTEGER AS grade
  FROM placed ORDER BY i`;

/** The table is loaded once, outside the time; the query and reading its answer are timed. One thread. */
export async function prepare(columns) {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run(
    "CREATE TABLE facts (i INTEGER, ordinary INTEGER, yearEnd INTEGER, extra INTEGER, progress INTEGER, " +
      "accident VARCHAR, funds VARCHAR, supervision VARCHAR, falsified BOOLEAN, illegal BOOLEAN)",
  );
  const types = [INTEGER, INTEGER, INTEGER, INTEGER, INTEGER, VARCHAR, VARCHAR, VARCHAR, BOOLEAN, BOOLEAN];
  const appender = await connection.createAppender("facts");
  const n = columns.ordinary.length;
  for (let from = 0; from < n; from += 2048) {
    const to = Math.min(n, from + 2048);
    const slice = (column, show) => Array.from(column.subarray(from, to), show);
    const chunk = DuckDBDataChunk.create(types, to - from);
    chunk.setColumns([
      Array.from({ length: to - from }, (_, k) => from + k),
      slice(columns.ordinary, Number),
      slice(columns.yearEnd, Number),
      slice(columns.extra, Number),
      slice(columns.progress, Number),
      slice(columns.accident, (k) => options.accident[k]),
      slice(columns.funds, (k) => options.funds[k]),
      slice(columns.supervision, (k) => options.supervision[k]),
      slice(columns.falsified, Boolean),
      slice(columns.illegal, Boolean),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return async (quota) => {
    const reader = await connection.run(query(quota));
    const out = { scores: new Int32Array(n), reasons: new Uint16Array(n), grades: new Uint8Array(n) };
    let at = 0;
    for (
      let chunk = await reader.fetchChunk();
      chunk && chunk.rowCount > 0;
      chunk = await reader.fetchChunk()
    ) {
      const [, score, reasons, grade] = [0, 1, 2, 3].map((k) => chunk.getColumnVector(k));
      for (let k = 0; k < chunk.rowCount; k++, at++) {
        out.scores[at] = score.getItem(k);
        out.reasons[at] = reasons.getItem(k);
        out.grades[at] = grade.getItem(k);
      }
    }
    return out;
  };
}
