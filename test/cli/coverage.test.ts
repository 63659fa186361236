import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CaseCoverage, citesNeverFired, percentOf } from "../../src/cli/case-coverage/door.ts";
import { coverageJson } from "../../src/cli/case-coverage/json.ts";
import { coverageLcov } from "../../src/cli/case-coverage/lcov.ts";
import type { Category } from "../../src/cli/case-coverage/points.ts";
import { loadMeasure } from "../../src/cli/load-measure.ts";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import { readCases, resolveCases } from "../../src/data/cases.ts";
import { dataSchemaOf } from "../../src/facts/data-schema.ts";
import { type EvaluationContext, evaluateCohort, type Mode } from "../../src/runtime/evaluate.ts";
import { SourceText } from "../../src/source/source-text.ts";

type Cohort = Parameters<typeof evaluateCohort>[1];

function coverageOf(text: string, cohorts: readonly Cohort[], given: Partial<EvaluationContext> = {}) {
  const source = new SourceText("m.banfa", text);
  const { measure, file, problems } = compile(source);
  if (measure === null) throw new Error(problems.map((p) => p.code).join(", "));
  const compiled = load(measure);
  const reportOf = (mode: Mode) => {
    const coverage = new CaseCoverage(measure, file, source);
    for (const cohort of cohorts)
      evaluateCohort(compiled, cohort, { year: 2024, history: [], ...given }, mode, coverage.observe);
    return coverage.report();
  };
  const report = reportOf("auto");
  // Which program computed the rows makes no difference to what was seen.
  expect(reportOf("open")).toEqual(report);
  /** `citation text: state count …` of a category. */
  const lines = (category: Category) =>
    report.entries
      .filter((e) => e.category === category)
      .map((e) => `${e.cite} ${e.text}: ${e.points.map((p) => `${p.state} ${p.count}`).join(", ")}`);
  return { report, lines };
}

const HEAD = `办法 村级考核
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
  次数: 次数
  甲: 是否
  乙: 是否
  丙: 是否
  类别: 选项 重点、一般
  分组: 文字
  检查: 检查 多份
记录 检查
  扣分: 0至10分
措施 惩处: 约谈、免职
`;

const village = (over: Readonly<Record<string, unknown>> = {}) => ({
  编号: "A",
  得分: 80,
  次数: 0,
  甲: false,
  乙: false,
  丙: false,
  类别: "一般",
  分组: "一",
  检查: [],
  ...over,
});
type Overrides = readonly Readonly<Record<string, unknown>>[];
const each = (...list: Overrides): Cohort[] => list.map((over) => ({ 村: [village(over)] }) as Cohort);

describe("clauses", () => {
  it("just do not fire when one test is wanting", () => {
    const text = `${HEAD}第一条 甲 且 乙 且 丙 的,对 本人 约谈`;
    const at = (...list: Overrides) => coverageOf(text, each(...list)).lines("clauses");
    expect(at({})).toEqual(["第一条 甲 且 乙 且 丙: fired 0, just-not 0"]);
    expect(at({ 甲: true }, { 甲: true, 乙: true })).toEqual(["第一条 甲 且 乙 且 丙: fired 0, just-not 1"]);
    expect(at({ 甲: true, 乙: true, 丙: true })).toEqual(["第一条 甲 且 乙 且 丙: fired 1, just-not 0"]);
  });

  it("of alternatives, negations and counts", () => {
    const text = `${HEAD}第一条 甲 或者 非 乙 的,对 本人 约谈
第二条 具备下列情形2项以上 的,对 本人 约谈:
  1. 甲
  2. 乙
  3. 丙`;
    const { lines } = coverageOf(text, each({ 乙: true }, {}, { 甲: true, 乙: true }));
    expect(lines("clauses")).toEqual([
      "第一条 甲 或者 非 乙: fired 2, just-not 1",
      "第二条 具备下列情形2项以上；甲；乙；丙: fired 1, just-not 1",
    ]);
    expect(lines("items")).toEqual([
      "第二条 具备下列情形2项以上: held 1, not-held 2",
      "第二条1 甲: held 1, not-held 2",
      "第二条2 乙: held 1, not-held 1",
      "第二条3 丙: held 0, not-held 3",
    ]);
  });

  it("count an exemption as one of the tests", () => {
    const text = `${HEAD}第一条 甲 的,对 本人 约谈
第二条 乙 的,免除 第一条`;
    const { lines } = coverageOf(text, each({ 甲: true, 乙: true }));
    expect(lines("clauses")[0]).toBe("第一条 甲: fired 0, just-not 1");
  });

  it("stay open with what they look at", () => {
    const { lines } = coverageOf(`${HEAD}第一条 甲 的,对 本人 约谈`, each({ 甲: undefined }));
    expect(lines("clauses")).toEqual(["第一条 甲: fired 0, just-not 0"]);
  });

  it("include requirements, met and not", () => {
    const text = `${HEAD}第一条 应当 甲
第二条 不得 乙`;
    const { lines } = coverageOf(text, each({ 甲: true, 乙: true }));
    expect(lines("clauses")).toEqual([
      "第一条 应当 甲: met 1, not-met 0",
      "第二条 不得 乙: met 0, not-met 1",
    ]);
  });
});

describe("rows", () => {
  it("of bands, the rest among them, with their lines", () => {
    const text = `${HEAD}第一条
  等次 等次 由高到低 好、中、差
  依 得分 评定 等次:
    90分以上 为 好
    60分以上不满90分 为 中
    其余 为 差`;
    const { report, lines } = coverageOf(text, each({ 得分: 95 }, { 得分: 10 }, { 得分: undefined }));
    expect(lines("rows")).toEqual([
      "第一条 得分 90分以上: chosen 1",
      "第一条 得分 60分以上不满90分: chosen 0",
      "第一条 得分 其余: chosen 1",
    ]);
    expect(report.entries.filter((e) => e.category === "rows").map((e) => e.line)).toEqual([18, 19, 20]);
  });

  it("of ranks, by group", () => {
    const text = `${HEAD}第一条
  等次 等次 由高到低 好、中、差
  依 得分 由高到低 排名 评定 等次,全体,并列者一并列入:
    前1名 为 好
    后1名 为 差
    其余 为 中`;
    const cohort = { 村: [village({ 编号: "A", 得分: 90 }), village({ 编号: "B", 得分: 80 })] } as Cohort;
    expect(coverageOf(text, [cohort]).lines("rows")).toEqual([
      "第一条 得分 前1名: chosen 1",
      "第一条 得分 后1名: chosen 1",
      "第一条 得分 其余: chosen 0",
    ]);
  });

  it("of cases and conditional formulas", () => {
    const text = `${HEAD}第一条 按情形 计 系数:
  1. 甲 且 得分 60分以上 的 得 2
  2. 非 甲 的 得 3
  3. 其他情形 得 1
第二条 加倍 = 若 乙 则 2 否则 1`;
    expect(coverageOf(text, each({ 甲: true }, { 乙: true })).lines("rows")).toEqual([
      "第一条 甲 且 得分 60分以上: chosen 1",
      "第一条 非 甲: chosen 1",
      "第一条 系数 其他情形: chosen 0",
      "第二条 乙: chosen 1",
      "第二条 加倍 其余: chosen 1",
    ]);
  });

  it("of ladders, that keep the lower rungs or not", () => {
    const rungs = `
  (一) 1次 对 本人 约谈
  (二) 2次以上 对 本人 免职`;
    const adding = coverageOf(`${HEAD}第一条 依 次数 处理,逐级累加:${rungs}`, each({ 次数: 2 }));
    expect(adding.lines("rows")).toEqual([
      "第一条(一) 次数 1次: chosen 1",
      "第一条(二) 次数 2次以上: chosen 1",
    ]);
    const replacing = coverageOf(`${HEAD}第一条 依 次数 处理,就高:${rungs}`, each({ 次数: 2 }));
    expect(replacing.lines("rows")[0]).toBe("第一条(一) 次数 1次: chosen 0");
    expect(replacing.lines("clauses")).toEqual([]);
    expect(citesNeverFired(replacing.report)).toEqual(["第一条(一)"]);
  });

  it.each([
    ["upwards", ["60分以下 得 1%", "超过60分 得 2%"]],
    ["downwards", ["超过60分 得 2%", "60分以下 得 1%"]],
  ])("of bands that each apply to their part, written %s", (_, rows) => {
    const text = `${HEAD}第一条
  依 得分 评定 奖励分,分段累计:
    ${rows.join("\n    ")}`;
    const { lines } = coverageOf(text, each({ 得分: 60 }));
    expect(lines("rows").toSorted()).toEqual([
      "第一条 得分 60分以下: chosen 1",
      "第一条 得分 超过60分: chosen 0",
    ]);
    expect(lines("boundaries")).toEqual(["第一条 得分 > 60分: limit 1, beside 0"]);
  });

  it("do not include the two sides of a clause's points", () => {
    const text = `${HEAD}第一条 总分 = 得分
第二条 甲 的,扣5分`;
    expect(coverageOf(text, each({})).lines("rows")).toEqual([]);
  });
});

describe("boundary values", () => {
  const limits = (rule: string, ...list: Overrides) => coverageOf(`${HEAD}${rule}`, each(...list));
  const facts = ({ report }: ReturnType<typeof limits>) =>
    report.entries
      .filter((e) => e.category === "boundaries")
      .flatMap((e) => e.points.map((p) => `${p.state} ${p.fact.zh}: ${p.count}`));

  it("are the limit and one step to the other side", () => {
    expect(facts(limits("第一条 得分 低于60分 的,对 本人 约谈", { 得分: 60 }, { 得分: 59 }))).toEqual([
      "limit 得分 60分: 1",
      "beside 得分 59.99分: 0",
    ]);
    expect(facts(limits("第一条 得分 60分以下 的,对 本人 约谈", { 得分: 60.01 }))).toEqual([
      "limit 得分 60分: 0",
      "beside 得分 60.01分: 1",
    ]);
    expect(facts(limits("第一条 次数 为 3次 的,对 本人 约谈", { 次数: 2 }, { 次数: 3 }))).toEqual([
      "limit 次数 3次: 1",
      "beside 次数 与3次相差不超过1次: 1",
    ]);
  });

  it("do not ask for what the range excludes", () => {
    const text = `第一条
  等次 等次 由高到低 好、差
  依 得分 评定 等次:
    0分以上不满60分 为 差
    60-100分 为 好`;
    expect(facts(limits(text, { 得分: 0 }))).toEqual([
      "limit 得分 0分: 1",
      "limit 得分 60分: 0",
      "beside 得分 59.99分: 0",
      "limit 得分 100分: 0",
    ]);
  });

  it("of values without a step are near the limit", () => {
    const near = (sum: number) =>
      facts(
        limits("第一条 平均(检查.扣分, 缺报 剔除) 5分以上 的,对 本人 约谈", {
          检查: [{ 扣分: sum }, { 扣分: 5 }, { 扣分: 5 }],
        }),
      );
    expect(near(5)[0]).toMatch(/limit .* 5分: 1$/);
    expect(near(4.8)[1]).toMatch(/低于5分、相差不超过0\.1分: 1$/);
    expect(near(4.6)[1]).toMatch(/低于5分、相差不超过0\.1分: 0$/);
  });

  it("follow open values, case by case", () => {
    const text = `参数 底线: 分
第一条 得分 低于 底线 的,对 本人 约谈`;
    const at = (limit?: number) =>
      coverageOf(
        `${HEAD}${text}`,
        each({ 得分: 70 }),
        limit === undefined ? {} : { parameters: { 底线: limit } },
      );
    expect(facts(at(70))).toEqual(["limit 得分 等于 底线: 1", "beside 得分 刚低于 底线: 0"]);
    expect(facts(at(70.01))).toEqual(["limit 得分 等于 底线: 0", "beside 得分 刚低于 底线: 1"]);
    expect(facts(at())).toEqual(["limit 得分 等于 底线: 0", "beside 得分 刚低于 底线: 0"]);
  });

  it("are looked for in records", () => {
    const rule = "第一条 计数(检查, 扣分 3分以上) 1次以上 的,对 本人 约谈";
    expect(facts(limits(rule, { 检查: [{ 扣分: 2.99 }, { 扣分: 9 }] }))).toEqual([
      "limit 计数(检查, 扣分 3分以上) 1次: 1",
      "beside 计数(检查, 扣分 3分以上) 0次: 0",
      "limit 检查.扣分 3分: 0",
      "beside 检查.扣分 2.99分: 1",
    ]);
  });
});

describe("the report", () => {
  it("marks kinds of subject without data", () => {
    const text = `${HEAD}对象 镇,标识 编号
  编号: 文字
  超期: 是否
第一条 村: 甲 的,对 本人 约谈
第二条 镇: 超期 的,对 本人 约谈`;
    const { report } = coverageOf(text, each({}));
    expect(report.entries.map((e) => [e.kind, e.data])).toEqual([
      ["村", true],
      ["镇", false],
    ]);
    expect(report.kinds).toEqual([
      { name: "村", subjects: 1 },
      { name: "镇", subjects: 0 },
    ]);
    const lcov = coverageLcov(report, "m.banfa").split("\n");
    expect(lcov).toContain("SF:m.banfa");
    expect(lcov.filter((l) => l.startsWith("BRDA"))).toEqual([
      "BRDA:18,0,0,0",
      "BRDA:18,0,1,1",
      "BRDA:19,1,0,-",
      "BRDA:19,1,1,-",
    ]);
  });

  it("is JSON with every entry", () => {
    const { report } = coverageOf(`${HEAD}第一条 甲 的,对 本人 约谈`, each({ 甲: true }));
    expect(coverageJson(report)).toEqual({
      shares: {
        clauses: { reached: 1, total: 2, percent: 50 },
        items: { reached: 0, total: 0, percent: 100 },
        rows: { reached: 0, total: 0, percent: 100 },
        boundaries: { reached: 0, total: 0, percent: 100 },
      },
      kindsWithoutData: [],
      entries: [
        {
          category: "clauses",
          what: "clause",
          cite: "第一条",
          kind: "村",
          line: 15,
          text: "甲",
          points: [
            { state: "fired", count: 1, fact: { zh: "甲", en: "甲" } },
            { state: "just-not", count: 0, fact: { zh: "只差一项：甲", en: "all but one test of: 甲" } },
          ],
        },
      ],
    });
  });

  it("counts nothing as complete, and rounds no share up to it", () => {
    expect(percentOf({ category: "rows", reached: 0, total: 0 })).toBe(100);
    expect(percentOf({ category: "rows", reached: 1999, total: 2000 })).toBe(99.9);
  });
});

const policies = readdirSync("policies", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe.each(policies)("the cases of %s", async (name) => {
  const { measure, file, source, path } = await loadMeasure(`policies/${name}/measure.banfa`);
  if (measure === null || !file || !source) throw new Error(path);
  const compiled = load(measure);
  const coverage = new CaseCoverage(measure, file, source);
  const cited = new Set<string>();
  const cases = readCases(join(path, "..", "cases.yaml")).file!;
  for (const test of resolveCases(cases, dataSchemaOf(measure)).cases) {
    const given = {
      year: test.year,
      ...(test.date === null ? {} : { date: test.date }),
      ...(test.history === null ? {} : { history: test.history }),
      parameters: test.parameters.values,
    };
    const { result } = evaluateCohort(compiled, test.cohort, given, "auto", coverage.observe);
    for (const s of result.subjects) for (const c of s.clauses) cited.add(c.cite);
  }
  const report = coverage.report();

  it("reach every clause, list item, row and boundary value, on both sides", () => {
    const missing = report.entries.filter((e) => e.points.some((p) => p.count === 0));
    expect(missing.map((e) => `${e.cite} (${e.kind}) ${e.text}`)).toEqual([]);
  });

  it("reach what their results cite, and nothing else", () => {
    const seen = report.entries.filter((e) => e.points[0]!.count > 0);
    const fired = new Set(seen.filter((e) => ["clause", "rung", "item"].includes(e.what)).map((e) => e.cite));
    expect([...cited].filter((cite) => !fired.has(cite))).toEqual([]);
    const items = seen.filter((e) => e.what === "item").map((e) => e.cite);
    expect(items.filter((cite) => !cited.has(cite))).toEqual([]);
  });
});
