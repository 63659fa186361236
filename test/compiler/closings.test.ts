import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { lookUp } from "../../src/diagnostics/catalogue/index.ts";
import { measureOf } from "../../src/diagnostics/explanations/explanation.ts";
import { explanations } from "../../src/diagnostics/explanations/index.ts";
import { chosenFix, edited } from "../../src/diagnostics/fixes.ts";
import type { Fix, Problem } from "../../src/diagnostics/problem.ts";
import { format } from "../../src/format/format.ts";
import { SourceText } from "../../src/source/source-text.ts";

/**
 * Every way to close an ambiguity that is offered as an edit: the measure still reads, that finding is gone (or has
 * become the next open question), and nothing else has become wrong by it.
 */

const cases = join(import.meta.dirname, "../cases");
const folders = ["check/bad", "check/good"].flatMap((area) =>
  readdirSync(join(cases, area)).map((name) => ({
    name,
    text: readFileSync(join(cases, area, name, "input.banfa"), "utf8"),
  })),
);
const literal = readdirSync(join(cases, "literal"), { withFileTypes: true })
  .filter((e) => e.isDirectory())
  .map((e) => ({
    name: e.name,
    text: readFileSync(join(cases, "literal", e.name, "measure.banfa"), "utf8"),
  }));
const examples = Object.entries(explanations).flatMap(([code, { example }]) =>
  example ? [{ name: code, text: measureOf(example, "wrong") }] : [],
);

const wide = (text: string) => text.replaceAll(",", "，").replaceAll("(", "（").replaceAll(")", "）");

const problemsOf = (text: string) => compile(new SourceText("m.banfa", text)).problems;
const isOpen = (p: Problem) => lookUp(p.code)?.ambiguity !== undefined && p.accepted === undefined;
const keyOf = (p: Problem) => JSON.stringify([p.code, p.parameters]);
const count = (list: readonly Problem[], key: string) => list.filter((p) => keyOf(p) === key).length;

function check(text: string, before: readonly Problem[], p: Problem, fix: Fix): void {
  const after = problemsOf(edited(text, fix.edits));
  const shown = `${p.code} ${fix.zh}\n${edited(text, fix.edits)}`;
  const errors = after.filter((q) => q.severity === "error" && !isOpen(q)).map(keyOf);
  const known = new Set(before.map(keyOf));
  expect(
    errors.filter((key) => !known.has(key)),
    shown,
  ).toEqual([]);
  expect(count(after, keyOf(p)), shown).toBeLessThan(count(before, keyOf(p)));
  // A closing may lead to the next open question of the same sentence, to nothing else.
  // Where errors stood before, some findings were not looked for.
  if (before.some((q) => q.severity === "error")) return;
  const raised = after.filter((q) => q.accepted === undefined && !before.some((b) => b.code === q.code));
  expect(raised.filter((q) => !NEXT[p.code]?.includes(q.code)).map(keyOf), shown).toEqual([]);
  expect(chosenFix(p)).toBeNull();
}

/** The words of the language that settle a class, one by one: each silences it. */
const POSTS =
  "办法 甲\n措施 惩处: 约谈\n记录 通报\n  日期: 日期\n对象 村,标识 编号\n  编号: 文字\n" +
  "  第一书记: 人员,有任职起止\n  通报: 通报 多份\n第一条 计数(通报, 本年度) 1次以上 的,对 … 约谈\n";
const SHARED =
  "办法 甲\n措施 惩处,负向: 扣减目标分(分数)\n对象 单位,标识 代码\n  代码: 文字\n对象 队员,标识 编号\n  编号: 文字\n" +
  "  造假: 是否\n  派出单位: 对象 单位\n第一条 队员: 造假 的,对 派出单位 扣减目标分(2分)…\n";
const LINKED =
  "办法 甲\n措施 惩处: 约谈\n对象 单位,标识 代码\n  代码: 文字\n对象 队员,标识 编号\n  编号: 文字\n" +
  "  造假: 是否\n  派出单位: 对象 单位…\n第一条 队员: 造假 的,对 派出单位 约谈\n";

describe("MULTI and SCALE", () => {
  it.each([
    ["BF2066", POSTS, "第一书记", "期末 第一书记"],
    ["BF2066", POSTS, "第一书记", "事发时 第一书记"],
    ["BF2066", POSTS, "第一书记", "任一时的 第一书记"],
    ["BF3216", SHARED, "", ",逐一"],
    ["BF3216", SHARED, "", ",只计一次"],
    ["BF3184", LINKED, "", "  “期末的”"],
    ["BF3184", LINKED, "", "  “事发时的”"],
    ["BF3184", LINKED, "", "  “任一时的”"],
    ["BF3184", LINKED, "", "  “只有一个,期中不变”"],
    ["BF3184", LINKED, "", ",反称 所属队员"],
  ])("%s: …%s%s", (code, within, open, closed) => {
    const raised = (words: string) =>
      problemsOf(within.replace("…", words)).filter((p) => p.code === code || p.severity === "error");
    expect(raised(open).map((p) => p.code)).toEqual([code]);
    expect(raised(closed)).toEqual([]);
  });
});

/**
 * What a closing asks next: within which year and by which of its dates; by when the measure is taken that is now the
 * only one, and what becomes of those that nobody takes any more.
 */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  BF3168: ["BF3169"],
  BF3211: ["BF3164", "BF5101"],
};

const tried = new Set<string>();
const everything = process.env.BANFA_RUNS !== undefined;

/** What is offered, without the names and figures in it: in one text the same sentence is tried once. */
const offerOf = (p: Problem, fix: Fix): string =>
  `${p.code} ${fix.zh.replace(/[“"][^”"]*[”"]/g, "…").replace(/\d+/g, "#")}`;
const OFTEN = 1;

/** Texts in which nothing was offered as they stand; in another spelling nothing is either, for the tree is the same. */
const closed = new Set<string>();

/** The other spellings with the longer checks. */
const SPELLINGS = [
  ["as it stands", (text: string) => text],
  ["with full-width punctuation", wide],
  ["in English", (text: string) => format(new SourceText("m.banfa", text), { keywords: "en" }).text ?? text],
] as const;
const spellings = everything || process.env.BANFA_TESTS === "apps" ? SPELLINGS : SPELLINGS.slice(0, 1);

describe.each(spellings)("closings, %s", (typed, form) => {
  // The long texts once are enough, unless more is asked for.
  const asItStands = typed === "as it stands";
  const long = asItStands || everything ? literal : [];
  it.each([...folders, ...long, ...examples])("$name", ({ text: original }) => {
    if (closed.has(original) && !everything) return;
    const text = form(original);
    const before = problemsOf(text);
    const offers = before.filter(isOpen).flatMap((p) => (p.fixes ?? []).map((fix) => ({ p, fix })));
    if (asItStands && offers.length === 0) closed.add(original);
    const times = new Map<string, number>();
    for (const { p, fix } of offers) {
      const offer = offerOf(p, fix);
      const done = times.get(offer) ?? 0;
      times.set(offer, done + 1);
      if (done >= OFTEN && !everything) continue;
      tried.add(p.code);
      check(text, before, p, fix);
    }
  });
});

it("offers edits for these codes", () => {
  expect([...tried].sort().join(" ")).toMatchInlineSnapshot(
    `"BF1039 BF2066 BF3101 BF3102 BF3103 BF3104 BF3105 BF3106 BF3108 BF3109 BF3110 BF3113 BF3114 BF3115 BF3116 BF3117 BF3118 BF3119 BF3120 BF3121 BF3122 BF3123 BF3124 BF3140 BF3141 BF3142 BF3166 BF3168 BF3169 BF3173 BF3179 BF3181 BF3184 BF3188 BF3189 BF3192 BF3193 BF3195 BF3196 BF3198 BF3199 BF3200 BF3202 BF3203 BF3208 BF3211 BF3215 BF3216 BF3217 BF3230 BF3231 BF3233 BF3240 BF3241 BF3245 BF3251 BF3256 BF3273 BF3275 BF3276 BF3280 BF3283 BF3286 BF3287 BF3288 BF3289 BF3290"`,
  );
});
