import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { padEnd, padStart, textWidth, truncate, visible, wrap } from "../../src/diagnostics/width.ts";

describe("width", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["综合得分", 8],
    ["第17条(二)", 10],
    ["(二)", 4],
    ["（二）", 6],
    ["e\u0301", 1],
    ["\u200b", 0],
    ["ア", 2],
    ["ｱ", 1],
    ["각", 2],
    ["\u{20000}", 2],
    ["😀", 2],
    ["“×·”", 4],
    ["\u001b[31m错\u001b[39m", 2],
  ])("of %j is %i", (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it("pads and truncates by columns", () => {
    expect(padEnd("县", 4)).toBe("县  ");
    expect(padStart("县", 4)).toBe("  县");
    expect(padEnd("县城", 3)).toBe("县城");
    expect(truncate("综合得分", 8)).toBe("综合得分");
    expect(truncate("综合得分", 7)).toBe("综合得…");
    expect(truncate("综合得分", 6)).toBe("综合…");
    expect(truncate("综", 0)).toBe("");
  });

  it("never exceeds the room given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(20), (text, room) => {
        expect(textWidth(truncate(text, room))).toBeLessThanOrEqual(room);
      }),
    );
  });

  it("wraps between Han characters but keeps punctuation with the character before it", () => {
    expect(wrap("综合得分低于六十分,评为不称职。", 10)).toEqual([
      "综合得分低",
      "于六十分,",
      "评为不称",
      "职。",
    ]);
    expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
    expect(wrap("", 8)).toEqual([""]);
  });

  it("shows what a terminal would obey", () => {
    expect(visible("a\u001b[31mb\u202ec\u200b\n\t")).toBe("a<U+001B>[31mb<U+202E>c<U+200B>\n\t");
  });
});
