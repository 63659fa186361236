import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, it } from "vitest";
import { whyUnwritten } from "../../src/cli/batch/results/sink.ts";
import type { OutFormat } from "../../src/cli/data-options.ts";
import { writeResult } from "../../src/cli/results-file.ts";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import { readParquet } from "../../src/data/parquet.ts";
import { workbookFault } from "../../src/data/workbook/guard.ts";
import { writeLargeWorkbook } from "../../src/data/workbook/write-large.ts";
import { ZipOut } from "../../src/data/workbook/zip-out.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { pageFaults } from "../report/page-checks.ts";

/** A result in every format, read back. */

const folder = mkdtempSync(join(tmpdir(), "banfa-results-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { measure } = compile(
  new SourceText(
    "m.banfa",
    `办法 甲
措施 惩处: 谈话、不得提拔(时长)
对象 人,标识 编号
  编号: 文字
  镇: 文字,可缺
  甲分: 0至100分
  乙分: 0至100分
第一条
  得分 = (甲分 + 乙分 × 2) ÷ 3
第二条
  等次 等第 由高到低 优、良、差
  依 得分 评定 等第:
    80分以上 为 优
    60分以上不满80分 为 良
    不满60分 为 差
第三条 等第 为 差 的,由 镇党委 对 本人 谈话、不得提拔(自 评定日 起 1年)
第四条 应当 甲分 不少于 10分
`,
  ),
);
const compiled = load(measure!);
/** Identifiers that a spreadsheet would take for something else. */
const IDS = ["=1+1", "+8613", "-5", "@SUM(A1)", "\tx", "007", "2024-01-01", "|a|<b>"];
const { result } = evaluateCohort(
  compiled,
  {
    人: [
      ...IDS.map((编号, i) => ({ 编号, 镇: `=cmd|${i}`, 甲分: 90, 乙分: 90 })),
      { 编号: "分数", 甲分: 70, 乙分: 50 },
      { 编号: "差", 甲分: 5, 乙分: 5 },
      { 编号: "缺", 甲分: 90 },
    ],
  } as unknown as Parameters<typeof evaluateCohort>[1],
  { year: 2024, date: "2025-01-10" },
);
const input = { result, measure: measure!, tables: compiled.tables, language: "zh" } as const;

async function written(format: OutFormat, name = `a.${format}`): Promise<string> {
  const path = join(folder, name);
  expect(await writeResult(path, format, input)).toBeNull();
  expect(readdirSync(folder).filter((f) => f.startsWith("."))).toEqual([]);
  return path;
}

describe("a result", () => {
  it("is a workbook in which nothing is a formula and numbers are numbers", async () => {
    const bytes = readFileSync(await written("xlsx"));
    const book = await readXlsx(bytes);
    const sheets = new Map(book.sheets.map((s) => [s.name, s.rows.map((r) => [...r])]));
    expect([...sheets.keys()]).toEqual([
      "概要",
      "等次分布",
      "结果",
      "后果",
      "待定",
      "要求",
      "触发条款",
      "理由",
    ]);
    const rows = sheets.get("结果")!;
    expect(rows[0]).toEqual(["编号", "镇", "得分(分)", "等第", "触发条款", "后果", "待定事项"]);
    expect(rows.slice(1, 9).map((r) => [r[0], r[2]])).toEqual(IDS.map((id) => [id.trim(), 90]));
    const details = book.sheets.flatMap((s) => [...(s.cells?.values() ?? [])]);
    expect(details.filter((c) => c.formula !== undefined || c.type === "formula")).toEqual([]);
    const third = rows.find((r) => r[0] === "分数")!;
    expect(third[2]).toBeCloseTo(170 / 3, 9);
    expect(rows.find((r) => r[0] === "缺")).toEqual(
      [
        "缺",
        null,
        "待定",
        "未定（优、良、差）",
        null,
        null,
        "得分、等第、对 本人 谈话、不得提拔(自 评定日 起 1年)、谈话、不得提拔",
      ].map((v, i) => (i === 6 ? expect.stringContaining("得分") : v)),
    );
    expect(
      sheets
        .get("后果")!
        .filter((r) => r[10] === "差")
        .map((r) => r.slice(0, 8)),
    ).toEqual([
      ["镇党委", "本人", "差", "谈话", null, null, null, "应当"],
      ["镇党委", "本人", "差", "不得提拔", "1年", "2025-01-10", "2026-01-10", "应当"],
    ]);
    expect(sheets.get("待定")!.find((r) => r[1] === "缺")).toEqual(
      ["人", "缺", "数值", "得分", "第一条", "30~96.6667", "没有填报 乙分"].map((v, i) =>
        i === 5 ? expect.any(String) : v,
      ),
    );
    expect(
      sheets
        .get("要求")!
        .filter((r) => r[4] === "不符合")
        .map((r) => r[1]),
    ).toEqual(["差"]);
  });

  it("is a Parquet file with numbers, nothing for what is open, and lists", async () => {
    const read = await readParquet(await written("parquet"));
    if ("code" in read) throw new Error(read.code);
    expect(read.names).toEqual(["kind", "id", "得分", "等第", "clauses", "consequences", "undetermined"]);
    const row = (id: string) => read.rows.find((r) => r[1] === id)!;
    expect(row("=1+1").slice(0, 4)).toEqual(["人", "=1+1", "90.0", "优"]);
    expect(row("缺").slice(2, 4)).toEqual(["", ""]);
    expect(row("差")[5]).toBe("本人: 谈话、本人: 不得提拔");
    expect(row("分数")[4]).toBe("第三条");
  });

  it("is Markdown whose cells stay in their cells", async () => {
    const text = readFileSync(await written("md"), "utf8");
    expect(text).toContain("\\|a\\|\\<b\\>");
    const table = text.split("## 结果")[1]!.split("##")[0]!.trim().split("\n");
    expect(new Set(table.map((line) => line.split(/(?<!\\)\|/).length)).size).toBe(1);
  });

  it("is a page, JSON, or a flat table", async () => {
    expect(pageFaults(readFileSync(await written("html"), "utf8"))).toEqual([]);
    expect(JSON.parse(readFileSync(await written("json"), "utf8")).subjects).toHaveLength(11);
    const csv = readFileSync(await written("csv", "a.txt"), "utf8");
    expect(csv.split("\r\n")).toHaveLength(13);
    expect(csv).toContain("'=1+1");
  });

  it("leaves what was there where it cannot be written", async () => {
    const path = join(folder, "no", "such", "a.xlsx");
    expect((await writeResult(path, "xlsx", input))?.code).toBe("BF4011");
    expect((await writeResult(path, "md", input))?.code).toBe("BF4011");
    expect((await writeResult(path, "parquet", input))?.code).toBe("BF4011");
    expect(readdirSync(folder).filter((f) => f.startsWith("."))).toEqual([]);
  });

  it("goes on in a second sheet where one is full, each with its heading", async () => {
    const bytes: Uint8Array[] = [];
    const rows = Array.from({ length: 7 }, (_, i) => [
      { value: `=${i}`, style: "id" as const },
      { value: i / 4, style: "number" as const },
    ]);
    const sheet = {
      title: "理由",
      columns: [{ width: 9 }],
      heading: ["编号", "值"],
      size: 7,
      rows: () => rows,
    };
    await writeLargeWorkbook(
      (b) => bytes.push(b),
      [sheet, { ...sheet, title: "空", size: 0, rows: () => [] }],
      { title: "题" },
      3,
    );
    const book = await readXlsx(Buffer.concat(bytes));
    expect(book.sheets.map((s) => [s.name, s.rows])).toEqual([
      [
        "理由",
        [
          ["编号", "值"],
          ["=0", 0],
          ["=1", 0.25],
          ["=2", 0.5],
        ],
      ],
      [
        "理由 (2)",
        [
          ["编号", "值"],
          ["=3", 0.75],
          ["=4", 1],
          ["=5", 1.25],
        ],
      ],
      [
        "理由 (3)",
        [
          ["编号", "值"],
          ["=6", 1.5],
        ],
      ],
      ["空", [["编号", "值"]]],
    ]);
    expect(workbookFault(Buffer.concat(bytes))).toBeNull();
  });

  it("is not written where a workbook cannot hold it (BF9027)", async () => {
    const zip = new ZipOut(() => {}, 1000);
    const failed = await zip.part("a", [new Uint8Array(2000)]).then(
      () => null,
      (error: unknown) => whyUnwritten(error, "a.xlsx"),
    );
    expect(failed?.code).toBe("BF9027");
  });
});
