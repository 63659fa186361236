import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readDataFiles } from "../../src/data/data-files.ts";
import { openDuckdb, sqlText } from "../../src/data/duckdb.ts";
import { leaders } from "./schema-for-tests.ts";
import { ordinarily, throughStreams } from "./through-streams.ts";

it("a Parquet file is read like a table of texts: decimals keep their digits, days are days", async () => {
  const folder = mkdtempSync(join(tmpdir(), "banfa-parquet-"));
  const path = join(folder, "包点'领导.parquet");
  try {
    const connection = await openDuckdb();
    // An optional peer of the package, but a dependency of its development.
    expect(connection).not.toBeNull();
    await connection!.run(
      `COPY (SELECT * FROM (VALUES
        ('001', 28.25::DECIMAL(4,2), 0.1 + 0.2, 60.5::DOUBLE, '无', true, DATE '2018-04-23'),
        ('002', NULL, 61, 47.5::FLOAT, '损失较大', NULL, NULL)
      ) t("编号", "平时考核分", "年终考核分", "建房进度", "安全事故", "弄虚作假", "到任日期"))
      TO ${sqlText(path)} (FORMAT parquet)`,
    );
    connection!.closeSync();
    const { cohort, problems } = await readDataFiles([{ kind: null, list: null, path }], leaders);
    expect(problems).toEqual([]);
    expect(cohort.包点领导?.map((r) => ({ ...r }))).toEqual([
      {
        编号: "001",
        平时考核分: 28.25,
        年终考核分: 0.3,
        建房进度: 60.5,
        安全事故: "无",
        弄虚作假: true,
        到任日期: "2018-04-23",
      },
      { 编号: "002", 年终考核分: 61, 建房进度: 47.5, 安全事故: "损失较大" },
    ]);
    const inputs = [{ kind: null, list: null, path }];
    expect(await throughStreams(inputs, leaders)).toEqual(await ordinarily(inputs, leaders));
    const missing = await readDataFiles([{ kind: null, list: null, path: "没有.parquet" }], leaders);
    expect(missing.problems.map((p) => p.code)).toEqual(["BF4001"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
