import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCohort } from "../../examples/guangxi-2018/cohort.ts";

const folder = join(import.meta.dirname, "../../examples/guangxi-2018");

describe("the cohort of examples/guangxi-2018", () => {
  it.each([
    ["cohort-2017.csv", 2017],
    ["cohort.csv", 2018],
  ])("%s is what the generator makes, byte for byte", (file, year) => {
    expect(makeCohort(year)).toBe(readFileSync(join(folder, file), "utf8"));
  });

  it("has the counties and cities of the regulation, several hundred points, and no number twice", () => {
    const rows = makeCohort(2018)
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(","));
    const distinct = (column: number) => new Set(rows.map((r) => r[column])).size;
    expect(distinct(1)).toBe(13);
    expect(distinct(2)).toBe(78);
    expect(rows.length).toBeGreaterThan(380);
    expect(distinct(0)).toBe(rows.length);
  });

  it("gives another cohort for another seed", () => {
    expect(makeCohort(2018, 1)).not.toBe(makeCohort(2018, 2));
  });
});
