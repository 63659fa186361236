import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { grades, possible, values } from "./run.ts";
import { evaluateChecked, measureOfText } from "./text.ts";

/** Classes of subjects with bands, formulas and a ranking of their own. */

const folder = join(import.meta.dirname, "../cases/check/good/classes");
const measure = measureOfText(readFileSync(join(folder, "input.banfa"), "utf8"));

let number = 0;
const village = (海拔: number | undefined, 基础分: number | undefined, 新设 = false) => ({
  编号: `${++number}`,
  海拔,
  基础分,
  户数: 10,
  新设,
});

describe("classes", () => {
  test("each subject has the value and the bands of its class", () => {
    const e = evaluateChecked(measure, {
      村: [village(4500, 75), village(4499.99, 75), village(4600, 60), village(3000, 59.99)],
    });
    expect(values(e, "得分")).toEqual([80, 75, 65, 59.99]);
    expect(grades(e, "考核等次")).toEqual(["好", "中", "中", "差"]);
  });

  test("a ranking of a class looks at that class alone", () => {
    const e = evaluateChecked(measure, {
      村: [village(2000, 50), village(1000, 40), village(3500, 85), village(100, 99, true)],
    });
    expect(grades(e, "考核等次")).toEqual(["好", "中", "中", null]);
  });

  test("whose class is not known may have the grade of either", () => {
    const e = evaluateChecked(measure, { 村: [village(undefined, 85), village(2999.99, 60)] });
    expect(possible(e, "考核等次")).toEqual([
      ["好", "中"],
      ["好", "中"],
    ]);
    const score = evaluateChecked(measure, { 村: [village(4600, undefined)] });
    expect(possible(score, "考核等次")).toEqual([["好", "中"]]);
  });
});
