import { expect, it } from "vitest";
import { combineDimensions, findUnit, units } from "../../src/compiler/vocabulary/units.ts";
import { UNIT_WORDS } from "../../src/parser/keywords.ts";

it("gives every unit that the parser reads a meaning", () => {
  expect(UNIT_WORDS.map(([zh]) => zh).filter((zh) => findUnit(zh) === undefined)).toEqual([]);
});

it("has units with a positive factor and step", () => {
  for (const u of units) {
    expect(u.factor.num > 0n, u.name).toBe(true);
    expect(u.step.num > 0n, u.name).toBe(true);
  }
});

it("cancels units in products and quotients", () => {
  expect(combineDimensions("元/分", "分", 1)).toBe("元");
  expect(combineDimensions("分", "分", -1)).toBe("");
  expect(combineDimensions("", "元", -1)).toBe("1/元");
  expect(combineDimensions("元·元/分", "元", -1)).toBe("元/分");
});
