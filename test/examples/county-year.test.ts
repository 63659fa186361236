import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, it } from "vitest";
import { pageFaults } from "../report/page-checks.ts";

/** The year of an office, as `examples/county-year/year.sh` does it. */

const folder = mkdtempSync(join(tmpdir(), "banfa-year-"));
afterAll(() => rmSync(folder, { recursive: true }));
const text = (name: string) => readFileSync(join(folder, name), "utf8");

describe("a year", () => {
  it("goes from forms to what is published", async () => {
    const done = spawnSync("bash", ["examples/county-year/year.sh", folder], { encoding: "utf8" });
    expect([done.status, done.stderr.includes("BF9")]).toEqual([0, false]);
    expect(readdirSync(join(folder, "forms"))).toHaveLength(9);

    // The slip is named by its cell, the gap leaves four of 48 open.
    expect(text("first-problems.txt")).toContain("移民管理局.xlsx 包点领导!B12");
    expect(text("first.txt")).toMatch(/未定\s+4\s/);
    // What goes back to the department has the slip marked.
    expect(readdirSync(join(folder, "marked"))).toContain("移民管理局.xlsx");
    const rows = async (name: string, sheet: string) =>
      (await readXlsx(readFileSync(join(folder, name)))).sheets.find((s) => s.name === sheet)!.rows;
    const first = await rows("first.xlsx", "结果");
    expect(first).toHaveLength(49);
    expect(first.find((r) => r[0] === "L0405")).toContain("待定");

    // Asked again, everybody is settled.
    expect(readdirSync(join(folder, "publish")).sort()).toEqual([
      "measure.html",
      "result.html",
      "result.xlsx",
    ]);
    const grades = (await rows("publish/result.xlsx", "等次分布")).slice(1).map((r) => [r[2], r[3]]);
    expect(grades.map(([g]) => g)).toEqual(["优秀", "称职", "基本称职", "不称职"]);
    expect(grades[0]).toEqual(["优秀", 10]);
    expect(grades.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(48);
    expect(JSON.parse(text("result.json")).subjects).toHaveLength(48);
    for (const page of ["publish/result.html", "publish/measure.html"])
      expect(pageFaults(text(page))).toEqual([]);
    expect(text("publish/result.html")).toContain("按县");
  });
});
