/** The versions that docs/versioning.md states, and what follows from them. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compileModule } from "../../src/compiler/modules/index.ts";
import { COMPILER_VERSION, LANGUAGE_VERSION } from "../../src/compiler/version.ts";
import { compile, RESULT_FORMAT } from "../../src/index.ts";
import { Evaluator } from "../../src/runtime/index.ts";

const path = "policies/guangxi/measure.banfa";
const text = readFileSync(path, "utf8");
const { measure } = compile(text, { name: path });
const { module } = compileModule(text, { name: path });

it.each([
  "docs/versioning.md",
  "docs/versioning.zh-CN.md",
])("%s states the versions of the program", (page) => {
  const rows = [...readFileSync(page, "utf8").matchAll(/^\| [^|]+ \| ([\d.]+) \|/gm)].map((m) => m[1]);
  const { manifest, abi } = module!.manifest;
  expect(rows).toEqual([COMPILER_VERSION, LANGUAGE_VERSION, RESULT_FORMAT, manifest, abi].map(String));
});

it("results carry the version of their format, as the schema says", () => {
  const { properties, required } = JSON.parse(readFileSync("schemas/result.schema.json", "utf8"));
  expect(properties.format.const).toBe(RESULT_FORMAT);
  expect(required).toContain("format");
  const { result } = measure!.evaluateAll({ 包点领导: [{ 编号: "甲" }] }, { year: 2018 });
  expect(result.format).toBe(RESULT_FORMAT);
});

it("results of a format that is not known count as not given", () => {
  const { measure: twice } = compile(`办法 村考核
措施 惩处: 约谈
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
第一条【等次】
  等次 考核等次 由高到低 合格、不合格
  依 得分 四舍五入到1分 评定 考核等次:
    60分以上 为 合格
    不满60分 为 不合格
第二条 连续2年(中断) 考核等次 为 不合格 的,对 本人 约谈
`);
  const village = { 编号: "甲", 得分: 50 };
  const known = twice!.evaluateAll({ 村: [village] }, { year: 2017, history: [] }).result;
  const foreign = { ...known, format: 2 } as unknown as typeof known;
  const because = (history?: readonly (typeof known)[]): readonly string[] =>
    twice!.evaluate(village, { year: 2018, ...(history && { history }) }).causes.map((c) => c.kind);
  expect(because([known])).toEqual([]);
  expect(because([])).toEqual([]);
  expect(because()).toEqual(["missing-history"]);
  expect(because([foreign])).toEqual(because());
});

it("a module of another form is refused", () => {
  const { compiled } = measure!;
  const other = { ...compiled, tables: { ...compiled.tables, abi: 2 } } as unknown as typeof compiled;
  expect(() => new Evaluator(other)).toThrow("compile the measure anew");
});
