import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { Told } from "../../src/cli/batch/told.ts";
import { main } from "../../src/cli/program.ts";
import { problem } from "../../src/diagnostics/problem.ts";

it("of one mistake in every row of a large file, some thousand are listed and the others counted", () => {
  const told = new Told();
  const row = (n: number) =>
    problem(
      "BF4062",
      { kind: "村", field: "编号", value: "A", first: 1 },
      { data: { file: "a.csv", row: n } },
    );
  told.addAll(
    Array.from({ length: 5002 }, (_, i) => row(i)),
    0,
  );
  const last = told.problems().at(-1)!;
  expect([told.problems().length, last.code, last.parameters]).toEqual([
    5001,
    "BF9042",
    { count: 2, errors: 2 },
  ]);
});

const folder = mkdtempSync(join(tmpdir(), "banfa-told-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (file: string) => join(folder, file);

const HEAD = `办法 村考核
施行 2018年1月1日
对象 村,标识 编号
  编号: 文字
  合格率: 百分比
`;
const GRADES = `第一条
  等次 年度等次 由高到低 合格、不合格
  村: 依 合格率 评定 年度等次:
    60%以上 为 合格
    其余 为 不合格
`;
const LINKED = `${HEAD}  所在镇: 对象 镇,反称 各村
对象 镇,标识 名称
  名称: 文字
${GRADES}第二条 镇: 平均率 = 平均(各村.合格率)
`;

/** What is said of files, with their names only. */
async function said(
  measure: string,
  files: Readonly<Record<string, string | Buffer>>,
  ...more: string[]
): Promise<string> {
  rmSync(at("out.csv"), { force: true });
  writeFileSync(at("m.banfa"), measure);
  for (const [kind, text] of Object.entries(files)) writeFileSync(at(`${kind}.csv`), text);
  const data = Object.keys(files).flatMap((kind) => ["--data", `${kind}=${at(`${kind}.csv`)}`]);
  let text = "";
  const io = {
    ...{ out() {}, colours: false, errColours: false, columns: 100, locale: "zh-CN", env: {} },
    err: (piece: string) => {
      text += piece;
    },
  };
  await main(
    ["run", at("m.banfa"), ...data, "--year", "2018", "--memory", "600MB", "--out", at("out.csv"), ...more],
    io,
  );
  return text.replaceAll(`${folder}/`, "");
}

it("names the rows whose ids are missing or occur twice, in one table and in several", async () => {
  const rows = "编号,合格率\nA,80\n,70\nB,95\n\nA,30\n";
  const one = await said(`${HEAD}${GRADES}`, { 村: rows });
  expect(one).toMatchInlineSnapshot(`
    "错误 BF9043: 这次不能限定内存：有的编号缺少或者重复（哪几行，另有说明），这些行各算哪一个，要看全部数据才能判断。
      建议：去掉 --memory，就把数据全部放在内存里计算，结果是一样的。

    村.csv:3（字段 编号）: 错误 BF4061: 第 2 个“村”没有填“编号”。
      建议：请填上一个不重复的“编号”；填之前暂称 #2。

    村.csv:6（对象 A，字段 编号）: 错误 BF4062: “村”的“编号”“A”重复，第 2 行已经有了。
      建议：请核对：如果是同一个对象，删去多余的一行；如果不是，改成不同的编号。
    "
  `);
  expect(await said(LINKED, { 村: rows, 镇: "名称\n甲\n" })).toBe(one);
});

it("names a link that leads nobody knows where", async () => {
  const rows = "编号,合格率,所在镇\nA,80,甲\nB,80,\n";
  expect(await said(LINKED, { 村: rows, 镇: "名称\n甲\n" })).toMatchInlineSnapshot(`
    "错误 BF9043: 这次不能限定内存：村.csv:3 的“所在镇”没有写明，或者写的编号找不到，可能属于任何一个，要看全部数据才能判断。
      建议：去掉 --memory，就把数据全部放在内存里计算，结果是一样的。
    "
  `);
});

it("names the first value of a column of percentages that all lie between 0 and 1", async () => {
  const rows = "编号,合格率\nA,1\nB,0.95\nC,0.9\n";
  expect(await said(`${HEAD}${GRADES}`, { 村: rows })).toMatchInlineSnapshot(`
    "村.csv:3（对象 B，字段 合格率）: 错误 BF4068: “合格率”一列的数都在 0 到 1 之间（如 0.95），分不清是百分数还是小数。
      建议：如果 0.95 表示 95%，请在办法的字段上写“以小数填报”，或者把数据改成 95 或 95%；改之前这一列按未填处理。


    办法文本有 1 个警告，banfa check m.banfa 可查看
    "
  `);
});

it("tells with --strict what is missing and what is wrong, and counts both", async () => {
  const rows = "编号,合格率\nA,80\nB,\nC,很高\n";
  expect(await said(`${HEAD}${GRADES}`, { 村: rows }, "--strict")).toMatchInlineSnapshot(`
    "村.csv:3（对象 B，字段 合格率）: 错误 BF9025: 对象“B”没有填报“合格率”。
      建议：请补报；确实没有的，请在办法里把该字段写成“可缺”或者给它“缺省”值。

    村.csv:4（对象 C，字段 合格率）: 错误 BF4063: “合格率”应当填以“%”为单位的数（0~100%），现在是“很高”。
      建议：请改正；改之前按未填处理，依赖它的结果待定。

    错误 BF9024: 要求数据齐全（--strict），但有 2 处缺失或有误，没有计算。
      建议：请先补正上面列出的数据；去掉 --strict 则照常计算，受影响的对象列为“未定”。
    "
  `);
  expect(existsSync(at("out.csv"))).toBe(false);
});

it("names the line of a broken byte, of a row without end, and a table without rows", async () => {
  // More than what the encoding is told by.
  const rows = Array.from({ length: 8000 }, (_, i) => `A${i},80,${"好".repeat(60)}`).join("\n");
  const broken = Buffer.from(`编号,合格率,说明\n${rows}\n`);
  broken[broken.indexOf("A7899,80,好") + "A7899,80,".length + 1] = 0xff;
  const measure = `${HEAD}  说明: 文字
${GRADES}`;
  expect(await said(measure, { 村: broken })).toContain("村.csv 第 7901 行的文字编码和前面的不一样");
  const endless = `编号,合格率\nA,80\nB,"${"8".repeat(5_000_000)}\n`;
  expect(await said(`${HEAD}${GRADES}`, { 村: endless })).toContain("村.csv 从第 3 行起一直没有一行结束");
  expect(await said(`${HEAD}${GRADES}`, { 村: "编号,合格率\n" })).toContain("BF4034");
  expect(await said(`${HEAD}${GRADES}`, { 村: "8".repeat(5_000_000) })).toContain("BF4020");
});
