import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "banfa-batch-"));
afterAll(() => rmSync(folder, { recursive: true }));

const MEASURE = "policies/guangxi/measure.banfa";
const COHORT = "examples/guangxi-2018/cohort.csv";

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["examples/batch-job/assess.mjs", ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

describe("the batch job", () => {
  it("assesses a file of 409 and says what is open", () => {
    const result = join(folder, "result.csv");
    const { status, stdout, stderr } = run(MEASURE, COHORT, result, "--year", "2018", "--set", "优秀名额=80");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").slice(1)).toEqual([
      "考核等次: 优秀 79, 称职 275, 基本称职 33, 不称职 16, — 6",
      "not settled: 6 (违纪违法 6, 年终考核分 3)",
      "",
    ]);
    const { data } = Papa.parse<Record<string, string>>(readFileSync(result, "utf8"), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(409);
    expect(data.find((r) => r.id === "L3001")).toEqual({
      id: "L3001",
      考核等次: "不称职",
      综合得分: "99.06",
      reasons: "第十七条(二)5 第二十条",
      settled: "true",
    });
    expect(readdirSync(folder)).toEqual(["result.csv"]);
  });

  it("reads what a spreadsheet saved, names bad facts, and keeps the rest", () => {
    const cohort = join(folder, "cohort.csv");
    // 编号,弄虚作假 / 甲,是 / 乙,也许 in GB 18030
    const bytes = Buffer.from("b1e0bac52cc5aad0e9d7f7bcd90d0abcd72ccac70d0ad2d22cd2b2d0ed0d0a", "hex");
    writeFileSync(cohort, bytes);
    const result = join(folder, "bad.csv");
    const { status, stderr } = run(MEASURE, cohort, result, "--year", "2018", "--kind", "包点领导");
    expect(status).toBe(1);
    expect(stderr).toContain("record 2: “弄虚作假”应当填“是”或“否”，现在是“也许”。");
    expect(readFileSync(result, "utf8")).toContain("甲,不称职");
  });

  it("writes nothing where it cannot work", () => {
    const result = join(folder, "none.csv");
    for (const args of [
      [MEASURE, COHORT, result],
      [MEASURE, COHORT, result, "--year", "2018", "--kind", "村"],
      [COHORT, COHORT, result, "--year", "2018"],
    ]) {
      const { status, stderr } = run(...args);
      expect([status, stderr === ""]).toEqual([2, false]);
    }
    expect(readdirSync(folder)).not.toContain("none.csv");
  });
});
