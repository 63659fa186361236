import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { main } from "../../src/cli/program.ts";

/** Where DuckDB is not installed, Parquet cannot be read (BF4019) or written (BF9026): it is said how to get it. */

vi.mock("../../src/data/duckdb.ts", async (original) => ({
  ...(await original<typeof import("../../src/data/duckdb.ts")>()),
  openDuckdb: async () => null,
}));

const folder = mkdtempSync(join(tmpdir(), "banfa-parquet-"));
afterAll(() => rmSync(folder, { recursive: true }));
const MEASURE = "policies/guangxi/measure.banfa";

async function run(...args: readonly string[]): Promise<string> {
  let said = "";
  const put = (text: string): void => {
    said += text;
  };
  const plain = { colours: false, errColours: false, columns: 100, locale: "zh_CN.UTF-8", env: {} };
  await main(["run", MEASURE, "--year", "2018", ...args], { out: put, err: put, ...plain });
  return said;
}

it("says how to read Parquet", async () => {
  const path = join(folder, "cohort.parquet");
  writeFileSync(path, "PAR1");
  const said = await run("--data", path);
  expect(said).toContain("BF4019");
  expect(said).toContain("@duckdb/node-api");
});

it("says how to write Parquet, and leaves nothing half-written", async () => {
  const out = join(folder, "result.parquet");
  const said = await run("--data", "examples/guangxi-2018/cohort.csv", "--out", out);
  expect(said).toContain("BF9026");
  expect(said).toContain("@duckdb/node-api");
  expect(readdirSync(folder)).toEqual(["cohort.parquet"]);
});
