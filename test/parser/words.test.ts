import { describe, expect, test } from "vitest";
import {
  CHINESE,
  ENGLISH,
  FUNCTION_WORDS,
  KEYWORDS,
  SPECIAL_WORDS,
  SPELLINGS_APART,
  TYPE_WORDS,
  UNIT_WORDS,
} from "../../src/parser/keywords.ts";
import { citationPath, matchLabel } from "../../src/parser/labels.ts";
import { numeralValue } from "../../src/parser/numerals.ts";
import { segment } from "../../src/parser/words.ts";

describe("the keyword table", () => {
  const spellings = KEYWORDS.flatMap((k) => k.spellings.map(([zh, en]) => [zh, en] as const));

  test("is one to one", () => {
    expect(CHINESE.size).toBe(spellings.length);
    expect(ENGLISH.size).toBe(spellings.length + SPELLINGS_APART.length);
  });

  test("has English without hyphens or capitals", () => {
    for (const en of ENGLISH.keys()) expect(en).toMatch(/^[a-z']+(?: [a-z']+)*$/);
  });

  test("has Chinese spellings a lexer reads as one word", () => {
    for (const [zh] of spellings) expect(zh).toMatch(/^\p{Script=Han}+$/u);
  });

  for (const [name, table] of Object.entries({ TYPE_WORDS, FUNCTION_WORDS, SPECIAL_WORDS, UNIT_WORDS }))
    test(`${name} is one to one`, () => {
      const all = table.flat();
      expect(new Set(all).size).toBe(all.length);
    });
});

describe("segment", () => {
  const known = ["综合得分", "及格线", "得分"];
  test.each([
    ["综合得分不满及格线", ["综合得分", "不满", "及格线"]],
    ["综合得分", null],
    ["对本人通报", null],
    ["得分为及格线", ["得分", "为", "及格线"]],
    ["不认识的词", null],
  ])("%s", (word, parts) => {
    expect(segment(word, known)).toEqual(parts);
  });
});

describe("labels", () => {
  test.each([
    ["第十七条 得分", "article", "第十七条", 17],
    ["第十七条之一 得分", "article", "第十七条之一", 17],
    ["第二章 总则", "chapter", "第二章", 2],
    ["末款 得分", "paragraph", "末款", -1],
    ["二十一、宣示", "enumerated", "二十一、", 21],
    ["(十二)宣示", "parenthesised-han", "(十二)", 12],
    ["1、宣示", "dotted", "1.", 1],
    ["1.2018年以来", "dotted", "1.", 1],
    ["3.2 建房进度", "decimal", "3.2", 2],
    ["3.1 得分 低于60分", "decimal", "3.1", 1],
    ["(3) 甲", "parenthesised-digit", "(3)", 3],
    ["③ 甲", "circled", "③", 3],
    ["a. 甲", "letter", "a.", 1],
    ["〔3.2〕甲", "tortoise", "〔3.2〕", 3],
    ["Article 17 甲", "article", "Article 17", 17],
  ])("%s", (text, style, canonical, number) => {
    expect(matchLabel(text, 0)).toMatchObject({ style, text: canonical, number });
  });

  test.each(["0.5分以上", "3.5 以上 为 好", "90分以上", "第一书记 甲", "3次以上"])("none: %s", (text) => {
    expect(matchLabel(text, 0)).toBeUndefined();
  });

  test.each([
    ["第十七条(二)1", ["第十七条", "(二)", "1"]],
    ["第十七条第(二)项第1目", ["第十七条", "(二)", "1"]],
    ["第十七条第二项", ["第十七条", "(二)"]],
    ["第七条第一款(二)3", ["第七条", "第一款", "(二)", "3"]],
    ["本条", ["本条"]],
    ["第十七条之一", ["第十七条之一"]],
    ["(六)", ["本条", "(六)"]],
    ["Article 10(6)a", ["Article 10", "(6)", "a"]],
  ])("citation %s", (text, path) => {
    expect(citationPath(text)).toEqual(path);
  });
});

test("numerals", () => {
  expect(["十", "二十一", "一百零三", "两", "二〇一八", "12"].map(numeralValue)).toEqual([
    10, 21, 103, 2, 2018, 12,
  ]);
  expect(numeralValue("甲")).toBeNaN();
});
