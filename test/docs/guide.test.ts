import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as modules from "../../src/compiler/modules/index.ts";
import * as diff from "../../src/diff/index.ts";
import * as library from "../../src/index.ts";
import { compared } from "./snippets.ts";

/** The guide for developers is a program: its blocks run in order, and each value a comment states is compared. */

const banfa = { ...library, ...modules, ...diff };

const page = readFileSync("docs/guide/developers.md", "utf8");
const text = readFileSync("policies/guangxi/measure.banfa", "utf8");
const records = [
  { 编号: "甲", 平时考核分: 24.5, 年终考核分: 33, 建房进度: 80 },
  { 编号: "乙", 平时考核分: 29, 年终考核分: 68.25, 建房进度: 100 },
].map((r) => ({ ...r, 安全事故: "无", 资金问题: "无", 监管问题: "无", 弄虚作假: false, 违纪违法: false }));

const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;

it("the guide for developers runs as it stands", async () => {
  const blocks = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map((m) => m[1]!);
  expect(blocks.length).toBeGreaterThan(4);
  const code = blocks
    .join("\n")
    .split("\n")
    .map((line) => line.replace(/^import (\{.*\}) from "banfa(?:\/modules|\/diff)?";$/, "const $1 = banfa;"))
    .map(compared)
    .join("\n");
  let comparisons = 0;
  const same = (got: unknown, expected: unknown, line: string): void => {
    comparisons++;
    expect(got, line).toEqual(expected);
  };
  await new AsyncFunction("banfa", "text", "records", "same", `"use strict";\n${code}`)(
    banfa,
    text,
    records,
    same,
  );
  expect(comparisons).toBeGreaterThan(5);
});
