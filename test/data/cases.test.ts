import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCases, resolveCases } from "../../src/data/cases.ts";
import { wording } from "../../src/diagnostics/problem.ts";
import { twoKinds } from "./schema-for-tests.ts";

const folder = mkdtempSync(join(tmpdir(), "banfa-cases-"));
afterAll(() => rmSync(folder, { recursive: true }));

function load(text: string) {
  const path = join(folder, "cases.yaml");
  writeFileSync(path, text);
  const { file, problems } = readCases(path);
  if (file === null) return { measure: null, cases: [], problems };
  const resolved = resolveCases(file, twoKinds);
  return { measure: file.measure, cases: resolved.cases, problems: resolved.problems };
}

const said = (problems: ReturnType<typeof load>["problems"]) =>
  problems.map((p) => `${p.code}:${p.data?.row} ${wording(p, "zh").message}`);

const BASE = `measure: measure.banfa
defaults:
  year: 2018
  date: '2019-01-10'
  parameters: { 优秀名额: 2, 优秀比例: 20% }
  history: []
  subject:
    包点领导: { 平时考核分: 25, 年终考核分: 60, 建房进度: 100, 安全事故: 无 }
  data:
    包点领导: [{ 编号: Z, 县: 丙 }]
`;

describe("cases", () => {
  it("are laid over the defaults", () => {
    const { measure, cases, problems } = load(`${BASE}cases:
  - name: 甲
    parameters: { 优秀比例: null }
    data:
      包点领导: [{ 编号: 007, 平时考核分: 20分, 安全事故: null }, { 编号: Z, 平时考核分: 1 }]
      干部: [{ 工号: G1, 所属领导: Z }]
    expect:
      "007": { grades: { 考核等次: [优秀, 称职], 年度考核: null }, undetermined: [考核等次], values: { 综合得分: null } }
      干部/G1: { clauses: [第二十条], consequences: ['本人:不得提拔(1年)', 约谈, { action: 免职, until: '2020-01-01' }] }
`);
    expect(said(problems)).toEqual([]);
    expect(measure).toBe("measure.banfa");
    const [only] = cases;
    expect([only?.year, only?.date, only?.history, only?.line]).toEqual([2018, "2019-01-10", [], 12]);
    expect(JSON.parse(JSON.stringify(only?.parameters.values))).toEqual({ 优秀名额: 2 });
    expect(JSON.parse(JSON.stringify(only?.cohort))).toEqual({
      包点领导: [
        { 编号: "Z", 县: "丙", 平时考核分: 1, 年终考核分: 60, 建房进度: 100, 安全事故: "无" },
        { 编号: "007", 平时考核分: 20, 年终考核分: 60, 建房进度: 100 },
      ],
      干部: [{ 工号: "G1", 所属领导: "Z" }],
    });
    const place = (index: number, field: string) =>
      only?.positions.place({ kind: "包点领导", index, field, list: null }).row;
    expect([place(0, "县"), place(0, "平时考核分"), place(1, "年终考核分")]).toEqual([10, 15, 8]);
    const [first, second] = only?.expectations ?? [];
    expect([first?.kind, first?.id, first?.line]).toEqual(["包点领导", "007", 18]);
    expect(first?.grades).toEqual(
      new Map([
        ["考核等次", ["优秀", "称职"]],
        ["年度考核", []],
      ]),
    );
    expect([first?.clauses, first?.undetermined]).toEqual([null, ["考核等次"]]);
    expect(JSON.parse(JSON.stringify(second?.consequences))).toEqual([
      { action: "不得提拔", target: "本人", argument: "1年" },
      { action: "约谈" },
      { action: "免职", until: "2020-01-01" },
    ]);
  });

  it("tell an absent history from an empty one, and read results of earlier years", () => {
    const { cases, problems } = load(`${BASE}cases:
  - { name: 无, history: null, data: { 包点领导: [{ 编号: A }] }, expect: { A: {} } }
  - name: 有
    history: [{ year: 2017, subjects: [{ id: A, kind: 包点领导, grades: { 考核等次: { grade: 称职 } }, values: { 综合得分: 70 } }] }]
    expect: { Z: {} }
`);
    expect(said(problems)).toEqual([]);
    expect(cases.map((c) => c.history?.length ?? null)).toEqual([null, 1]);
    const past = cases[1]?.history?.[0]?.subjects[0];
    expect([past?.id, past?.grades.考核等次?.possible, past?.values.综合得分]).toEqual(["A", ["称职"], 70]);
  });

  it("say on which line a slip is", () => {
    expect(
      said(
        load(`${BASE}cases:
  - name: 甲
    yaer: 2018
    expect: { Z: { grade: { 考核等次: 优秀 }, clauses: 第一条 } }
  - expect: {}
    year: '2018'
`).problems,
      ),
    ).toEqual([
      "BF4052:13 “cases”第1项里没有“yaer”这一项，想必是“year”。",
      "BF4052:14 “cases”第1项的“expect”的“Z”里没有“grade”这一项，想必是“grades”。",
      "BF4053:14 “cases”第1项的“expect”的“Z”的“clauses”应当是清单，现在是文字。",
      "BF4050:15 “cases”第2项缺少“name”。",
      "BF4053:16 “cases”第2项的“year”应当是整数，现在是文字。",
    ]);
  });

  it("say what does not fit together", () => {
    const text = BASE.replace("平时考核分: 25", "平时考合分: 25").replace("  year: 2018\n", "");
    expect(
      said(
        load(`${text}cases:
  - { name: 甲, expect: {} }
  - { name: 乙, year: 2018, date: 2018-02-30, data: { 干布: [] }, expect: { Y: {} } }
  - { name: 乙, year: 2018, history: [{ year: 2017, subjects: [] }, { year: 2017, measure: 别的, subjects: [] }], data: { 干部: [{ 工号: Z }] }, expect: { Z: {} } }
`).problems,
      ),
    ).toEqual([
      "BF4056:7 “包点领导”没有字段“平时考合分”，想必是“平时考核分”（共 1 处）。",
      "BF4084:11 用例“甲”没有写年度。",
      "BF4082:12 “2018-02-30”不是日期。",
      "BF4013:12 办法里没有名为“干布”的考核对象。",
      "BF4085:12 用例“乙”预期了“Y”的结果，但它的数据里没有这个对象。",
      "BF4083:13 有两个用例都叫“乙”（另一个在第 12 行）。",
      "BF4080:13 历史结果中“2017”出现了两次。",
      "BF4081:13 “2017”的历史结果出自“别的”，不是“广西易地搬迁包点领导考核”。",
      "BF4086:13 用例“乙”的预期“Z”对应不止一种考核对象（包点领导、干部）。",
    ]);
  });
});
