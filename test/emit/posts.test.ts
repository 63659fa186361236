import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import { SourceText } from "../../src/source/source-text.ts";

const MEASURE = `办法 村级考核
措施 惩处: 约谈、诫勉、批评、通报
记录 通报
  日期: 日期
  级别: 选项 县级、省级
对象 村,标识 村名
  村名: 文字
  得分: 0至100分
  第一书记: 人员,有任职起止
  事故: 是否,来源 应急局
  事故日期: 日期,可缺
  通报: 通报 多份
第一条 计数(通报, 级别 为 省级, 本年度) 达到 1次 的,对 事发时 第一书记 约谈
第二条 得分 低于60分 的,对 期末 第一书记 诫勉
第三条 事故 的,对 事发时(事故日期) 第一书记 批评;对 任一时的 第一书记 通报
`;

test("consequences name who held the post then, or say why nobody is named", () => {
  const { measure } = compile(new SourceText("measure.banfa", MEASURE));
  const row = { 得分: 50, 事故: true, 事故日期: "2018-06-30", 通报: [] };
  const terms = "甲(2018-01-01至2018-06-30)、乙(2018-07-01至今)";
  const notices = [
    { 日期: "2018-03-01", 级别: "省级" },
    { 日期: "2018-08-01", 级别: "省级" },
    { 日期: "2017-08-01", 级别: "省级" },
  ];
  const { result, problems } = evaluateCohort(
    load(measure!),
    {
      村: [
        { ...row, 村名: "V", 第一书记: terms, 通报: notices },
        { ...row, 村名: "W", 第一书记: [{ 姓名: "丙", 自: "2018-09-01" }] },
        { ...row, 村名: "X" },
        { ...row, 村名: "Y", 第一书记: "丁(2018-07-01至2018-06-30)" },
        { ...row, 村名: "Z", 第一书记: terms, 通报: [{ 级别: "省级" }] },
      ],
    },
    { year: 2018 },
  );
  const seen = result.subjects.map((s) => ({
    id: s.id,
    aimed: s.consequences.map((c) => `${c.action}:${c.targetIds.join("、")}`),
    open: s.undetermined.map((u) => `${u.name} ${u.because.map((c) => c.kind).join()}`),
  }));
  expect(seen).toEqual([
    { id: "V", aimed: ["约谈:甲、乙", "诫勉:乙", "批评:甲", "通报:甲、乙"], open: [] },
    { id: "W", aimed: ["诫勉:丙", "批评:", "通报:丙"], open: ["批评 vacant-post"] },
    {
      id: "X",
      aimed: ["诫勉:", "批评:", "通报:"],
      open: ["诫勉 missing-fact", "批评 missing-fact", "通报 missing-fact"],
    },
    {
      id: "Y",
      aimed: ["诫勉:", "批评:", "通报:"],
      open: ["诫勉 bad-fact", "批评 bad-fact", "通报 bad-fact"],
    },
    {
      id: "Z",
      aimed: ["诫勉:乙", "批评:甲", "通报:甲、乙"],
      open: expect.arrayContaining([expect.stringMatching(/约谈|第一条/)]),
    },
  ]);
  expect(problems.map((p) => p.issue)).toEqual(["bad-term"]);
});
