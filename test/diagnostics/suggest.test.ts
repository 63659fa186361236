import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearest, nearestOf } from "../../src/diagnostics/suggest.ts";

const FIELDS = [
  "编号",
  "县",
  "平时考核分",
  "年终考核分",
  "加减分",
  "建房进度",
  "安全事故",
  "资金问题",
  "综合得分",
];

describe("nearest", () => {
  it.each([
    ["综合的分", "综合得分"],
    ["综合得份", "综合得分"],
    ["得分综合", "综合得分"],
    ["平时考核得分", "平时考核分"],
    ["建房", "建房进度"],
    ["年度建房进度", "建房进度"],
    ["安全事帮", "安全事故"],
    ["资金间题", "资金问题"],
  ])("takes %s for %s", (word, expected) => {
    expect(nearest(word, FIELDS)).toBe(expected);
  });

  it.each([["会议纪要"], ["乡镇"], ["x"], [""], ["问责"]])("proposes nothing for %s", (word) => {
    expect(nearest(word, FIELDS)).toBeNull();
  });

  it("works on grades, Latin names and other widths", () => {
    expect(nearest("优良", ["优秀", "称职", "不称职"])).toBe("优秀");
    expect(nearest("合格", ["优秀", "基本合格", "不称职"])).toBe("基本合格");
    expect(nearest("socre", ["score", "store", "grade"])).toBe("score");
    expect(nearest("ID", ["id", "idx"])).toBe("id");
    expect(nearest("ab", ["cb"])).toBeNull();
  });

  it("does not depend on the order of the candidates, and never proposes the word itself", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("甲乙丙", "考核分", "分考核"),
        fc.shuffledSubarray(FIELDS),
        (word, some) => {
          expect(nearest(word, some)).toBe(nearest(word, [...some].reverse()));
        },
      ),
    );
    expect(nearest("县", ["县"])).toBeNull();
  });

  it("lists several", () => {
    expect(nearestOf("考核分", FIELDS, 2)).toEqual(["平时考核分", "年终考核分"].sort());
  });
});

describe("editDistance", () => {
  it("counts a swap once", () => {
    expect(editDistance([..."得分"], [..."分得"])).toBe(1);
    expect(editDistance([..."甲乙丙"], [..."甲丙"])).toBe(1);
    expect(editDistance([], [..."甲"])).toBe(1);
  });

  it("is symmetric and zero only for equal words", () => {
    const word = fc.array(fc.constantFrom("甲", "乙", "丙", "a"), { maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a.join() === b.join());
      }),
    );
  });
});
