import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { exhausted } from "../../src/cli/batch/exhausted.ts";
import { HeapExhausted } from "../../src/cli/batch/threads.ts";
import { compile } from "../../src/compiler/compile.ts";
import { UNHEARD } from "../../src/data/batch/pace.ts";
import { partitioned } from "../../src/data/batch/partitions.ts";
import { tableStreams } from "../../src/data/batch/table-stream.ts";
import { parseDataArgument } from "../../src/data/data-files.ts";
import { dataSchemaOf } from "../../src/facts/data-schema.ts";
import { SourceText } from "../../src/source/source-text.ts";

/** A group of linked subjects that is larger than a partition is to be: who it is, where a thread's memory is not enough for it. */

const folder = mkdtempSync(join(tmpdir(), "banfa-group-"));
afterAll(() => rmSync(folder, { recursive: true }));

const MEASURE = `办法 村考核
施行 2018年1月1日
对象 村,标识 编号
  编号: 文字
  所在镇: 对象 镇,反称 各村
  抽查: 抽查单 多份
对象 镇,标识 名称
  名称: 文字
记录 抽查单
  得分: 0至100分
第一条 镇: 村数 = 计数(各村)
第二条 村: 平均分 = 平均(抽查.得分)
`;

it("is named with its size and whom most rows are about", async () => {
  const { measure } = compile(new SourceText("m", MEASURE));
  const schema = dataSchemaOf(measure!);
  const tables: Readonly<Record<string, readonly string[]>> = {
    // Six lead to 甲; one is alone but for its many records.
    村: ["编号,所在镇", ...[1, 2, 3, 4, 5, 6].map((i) => `V${i},甲`), "W,乙", "X,丙"],
    镇: ["名称", "甲", "乙", "丙"],
    "村.抽查": ["编号,得分", ...[1, 2, 3, 4, 5, 6, 7].map((i) => `W,${i}`)],
  };
  const inputs = Object.entries(tables).map(([name, lines]) => {
    writeFileSync(join(folder, `${name}.csv`), `${lines.join("\n")}\n`);
    return parseDataArgument(`${name}=${join(folder, `${name}.csv`)}`);
  });
  const opened = await tableStreams(inputs, schema, { memory: 100, pace: UNHEARD });
  if (!("tables" in opened)) throw new Error("the data cannot be read");
  const path = join(folder, "rows");
  const made = await partitioned(opened.tables, schema, { path, rows: 4, past: [], pace: UNHEARD });
  if (!("source" in made)) throw new Error("no partitions");
  const { source } = made;
  const groups = [0, 1, 2].map((part) => source.group!(part));
  expect(groups).toEqual([
    { subjects: 7, rows: 7, leading: ["甲"] },
    { subjects: 2, rows: 9, leading: ["W"] },
    null,
  ]);
  const said = [0, 2].map((part) => exhausted(new HeapExhausted(part), source, 400, 600));
  source.close();
  expect(said.flatMap((of) => (of.kind === "refused" ? of.problems.map((p) => p.code) : []))).toEqual([
    "BF9044",
    "BF9041",
  ]);
});
