import { describe, expect, it } from "vitest";
import { BadValue } from "../../src/runtime/fact-values.ts";
import { inOffice, postText, readPosts } from "../../src/runtime/posts.ts";

const words = (raw: unknown) => {
  const terms = readPosts(raw);
  return terms instanceof BadValue ? `${terms.issue} ${terms.detail}` : terms.map(postText).join("、");
};

describe("dates of office", () => {
  it("are read from cells, texts and objects alike", () => {
    const both = "甲(至2018-06-30)、乙(2018-07-01至今)";
    expect(words(both)).toBe(both);
    expect(words("甲（至2018年6月30日）；乙（自2018-07-01起）")).toBe(both);
    expect(words(["甲(至2018-06-30)", { 姓名: "乙", 自: "2018-07-01" }])).toBe(both);
    expect(words([{ name: "甲", from: null, to: "2018-06-30" }, "乙(2018-07-01～)"])).toBe(both);
    expect(words("甲")).toBe("甲");
    expect(words([])).toBe("");
  });

  it("are refused where they cannot be", () => {
    expect(words("甲(2018-07-01至2018-06-30)")).toMatch(/^bad-term 甲/);
    expect(words("甲(至2018-06-30)、甲(2018-06-30至今)")).toMatch(/^bad-term 甲.*、甲/);
    expect(words("甲(某日至今)")).toMatch(/^bad-term/);
    expect(words("甲(2018-01-01至2018-02-01")).toMatch(/^bad-term/);
    expect(words([{ 姓名: "甲", 职务: "书记" }])).toMatch(/^wrong-type/);
    expect(words([3])).toMatch(/^wrong-type/);
    expect(words({ __proto__: null })).toMatch(/^wrong-type/);
  });

  it("say who held the post, both days included", () => {
    const terms = readPosts("甲(1970-01-02至1970-01-03)、乙(1970-01-03至今)、丙(至1970-01-01)");
    if (terms instanceof BadValue) throw new Error("unreadable");
    expect(inOffice(terms, 0, 0)).toEqual(["丙"]);
    expect(inOffice(terms, 2, 2)).toEqual(["甲", "乙"]);
    expect(inOffice(terms, 3, 9)).toEqual(["乙"]);
    expect(inOffice(terms, 0, 9)).toEqual(["甲", "乙", "丙"]);
  });
});
