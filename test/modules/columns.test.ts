import { expect, it } from "vitest";
import { compileModule } from "../../src/compiler/modules/index.ts";
import { compile } from "../../src/index.ts";
import { examplesOf, readPage } from "../docs/pages.ts";
import { policy } from "./workshop.ts";

/** A measure with every type of fact and of result that columns hold. */
const VILLAGE = `办法 村考核
对象 村,标识 编号
  编号: 文字
  得分: 0至100分  别名 score
  扣分: 0至10分,缺省 0分
  类别: 选项 山区、平原
  造假: 是否
  到任: 日期
  备注: 文字,可缺
第一条 总分 = 得分 - 扣分
第二条 均分 = 总分 ÷ 3
第三条 所在 = 类别
第四条 新任 = 到任 不早于 2020年1月1日
第五条
  等次 考核等次 由高到低 优秀、合格
  依 总分 评定 考核等次:
    60分以上 为 优秀
    不满60分 为 合格
第六条 造假 的,最高评为 合格
第七条 任期始 = 到任
`;

const typesOf = (text: string): string => compileModule(text).module!.types!;
/** The members that a type declares, without their comments. */
const membersOf = (types: string, name: string): string =>
  types
    .slice(types.indexOf(`${name} `))
    .replace(/^[\s\S]*?\{\n/, "")
    .replace(/^\};?\n[\s\S]*|^\}\n[\s\S]*/m, "")
    .replace(/ *\/\*\*.*\*\/\n/g, "");

it("columns are declared by what rules read, and results by what they are", () => {
  const types = typesOf(VILLAGE);
  expect(membersOf(types, "type 村ColumnFactsByAlias")).toMatchInlineSnapshot(`
    "  readonly 编号?: InputColumn;
      readonly score: NumberColumn;
      readonly 扣分?: NumberColumn;
      readonly 类别: OptionColumn<类别>;
      readonly 造假: TruthColumn;
      readonly 到任: readonly string[];
      readonly 备注?: InputColumn;
    "
  `);
  expect(membersOf(types, "interface 村ColumnResults")).toMatchInlineSnapshot(`
    "  readonly grades: {
        readonly 考核等次: CodedColumn<考核等次>;
      };
      readonly values: {
        readonly 总分: ScaledColumn;
        readonly 均分: readonly JsonNumber[];
        readonly 所在: CodedColumn<类别>;
        readonly 新任: Uint8Array;
        readonly 任期始: readonly string[];
      };
    "
  `);
});

it("results are of the declared types", () => {
  const { measure } = compile(VILLAGE);
  const rows = [
    { 编号: "1", score: 1, 类别: "山区", 造假: false, 到任: "2020-01-01" },
    { 编号: "2", score: 61.5, 类别: "平原", 造假: true, 到任: "2019年1月3日" },
  ] as const;
  const column = <K extends keyof (typeof rows)[0]>(name: K) => rows.map((r) => r[name]);
  const columns = {
    ...{ score: column("score"), 类别: Uint8Array.of(0, 1), 造假: column("造假"), 到任: column("到任") },
  };
  const out = measure!.evaluateColumns({ columns }, { year: 2021, history: [] })!;
  expect(out.grades).toEqual({ 考核等次: { codes: Int8Array.of(0, 0), members: ["合格", "优秀"] } });
  const { outcomes } = measure!.evaluateAll({ 村: rows }, { year: 2021, history: [] });
  expect(out.values).toEqual({
    总分: { scaled: Int32Array.of(100, 6150), by: 100 },
    均分: outcomes.村!.map((o) => o.values.均分),
    所在: { codes: Int8Array.of(0, 1), members: ["山区", "平原"] },
    新任: Uint8Array.of(1, 0),
    任期始: ["2020-01-01", "2019-01-03"],
  });
});

it("what is not one of the declared values gives null, as all doubt does", () => {
  const { measure } = compile(VILLAGE);
  const columns = { 得分: [1], 类别: ["山区"], 造假: [false], 到任: ["2020-01-01"] };
  const given = (more: object, ids?: readonly string[]) =>
    measure!.evaluateColumns({ columns: { ...columns, ...more }, ...(ids && { ids }) }, { year: 2021 });
  expect(given({})?.size).toBe(1);
  for (const wrong of [
    ...[{ 造假: Float64Array.of(0.5) }, { 造假: Uint8Array.of(2) }, { 造假: ["是"] }],
    ...[
      { 类别: Float64Array.of(0.5) },
      { 类别: Int8Array.of(-1) },
      { 类别: Uint8Array.of(2) },
      { 类别: ["海岛"] },
    ],
    ...[
      { 到任: ["2020-02-30"] },
      { 到任: [null] },
      { 到任: Int32Array.of(1) },
      { 得分: ["1"] },
      { 得分: [101] },
    ],
    ...[{ 得分: undefined }, { 不认识: [1] }, { 得分: [1, 2] }],
  ])
    expect(given(wrong), JSON.stringify(wrong)).toBeNull();
  expect(given({ 得分: [1, 2], 类别: Uint8Array.of(0, 0), 造假: [true, false] }, ["1", "1"])).toBeNull();
  expect(given({}, [""])).toBeNull();
});

it("a kind is in the declarations when it can be given in columns, and only then", () => {
  const examples = ["records.md", "inverse-links.md"].map((page) => examplesOf(readPage(page))[0]!.text);
  for (const text of [...["guangxi", "nandan", "yingshan"].map(policy), ...examples]) {
    const { measure } = compile(text);
    const declared = [...typesOf(text).matchAll(/ evaluateColumns\(input: ([^,]+),/g)].map((m) => m[1]!);
    const kinds = measure!.ir.subjects.flatMap((s, kind) =>
      measure!.compiled.direct[kind] && !s.of ? [`${s.name}Columns`] : [],
    );
    expect(declared).toEqual(kinds.length === 0 ? ["never"] : kinds);
  }
});
