import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { afterAll, describe, expect, it } from "vitest";
import { SourceText } from "../../src/source/source-text.ts";
import { policy, workshop } from "./workshop.ts";

/** Errors thrown inside a module, by what it is given, come from the line of the measure. */

const shop = workshop();
afterAll(() => shop.remove());

/** Runs a script and gives what it prints to standard error; it fails. */
function failing(script: string, ...flags: readonly string[]): string {
  const path = shop.write("fails.js", script);
  const { status, stderr } = spawnSync(process.execPath, [...flags, path], {
    cwd: shop.folder,
    encoding: "utf8",
  });
  expect(status, stderr).toBe(1);
  return stderr;
}

const FACTS = `{ 编号: "甲", 年终考核分: 33, 建房进度: 80, 安全事故: "无", 资金问题: "无", 监管问题: "无",
  弄虚作假: false, 违纪违法: false, get 平时考核分() { throw new Error("no such sheet"); } }`;

const EVALUATE = `import measure from "./guangxi.js";
measure.evaluateAll({ 包点领导: [${FACTS}] }, { year: 2018, parameters: { 优秀名额: 1 }, history: [] });
`;

describe("a stack trace", () => {
  const text = policy("guangxi");
  const source = new SourceText("guangxi.banfa", text);
  const { map, code } = shop.module("guangxi", text);
  const lineOf = (words: RegExp): number => text.split("\n").findIndex((l) => words.test(l)) + 1;

  it("is on the line of the declaration whose fact throws", () => {
    const found = failing(EVALUATE, "--enable-source-maps");
    expect(found).toContain("no such sheet");
    const frame = /guangxi\.banfa:(\d+):(\d+)/.exec(found);
    expect(Number(frame?.[1])).toBe(lineOf(/^\s*平时考核分/));
  });

  it("says without them where in the module it was, which the map leads to the same line", () => {
    const found = failing(EVALUATE);
    const frame = /guangxi\.js:(\d+):(\d+)/.exec(found);
    const [line, column] = [Number(frame?.[1]), Number(frame?.[2]) - 1];
    const trace = new TraceMap(map as ConstructorParameters<typeof TraceMap>[0]);
    expect(originalPositionFor(trace, { line, column }).line).toBe(lineOf(/^\s*平时考核分/));
  });

  it("is on the line of the clause that looks at a result of an earlier year", () => {
    const found = failing(
      `import measure from "./guangxi.js";
const facts = { 编号: "甲", 平时考核分: 20, 年终考核分: 41, 建房进度: 40, 安全事故: "无", 资金问题: "无", 监管问题: "无",
  弄虚作假: false, 违纪违法: false };
const context = { year: 2018, parameters: { 优秀名额: 1 } };
const before = measure.evaluateAll({ 包点领导: [facts] }, { ...context, year: 2017, history: [] }).result;
const [subject] = before.subjects;
const grades = new Proxy({}, { get() { throw new Error("the archive is closed"); }, getOwnPropertyDescriptor() { throw new Error("the archive is closed"); } });
measure.evaluateAll({ 包点领导: [facts] }, { ...context, history: [{ ...before, subjects: [{ ...subject, grades }] }] });
`,
      "--enable-source-maps",
    );
    expect(found).toContain("the archive is closed");
    expect(Number(/guangxi\.banfa:(\d+)/.exec(found)?.[1])).toBe(lineOf(/连续2年/));
  });

  it("names the file of the measure, whose text the map has", () => {
    expect(map!.sources).toEqual(["guangxi.banfa"]);
    expect(map!.sourcesContent).toEqual([source.text]);
    expect(code).not.toContain(join(shop.folder, "guangxi.banfa"));
  });
});
