import { describe, expect, it } from "vitest";
import { MOST_UNPACKED } from "../../src/data/workbook/guard.ts";
import { cellName, columnLetters, sheetName } from "../../src/data/workbook/names.ts";
import { type InSheet, readWorkbook } from "../../src/data/workbook/read.ts";
import { workbookBytes } from "../../src/data/workbook/write.ts";
import { FORMATS, workbookParts, zipOf } from "./zip.ts";

async function sheetsOf(bytes: Uint8Array): Promise<readonly InSheet[]> {
  const read = await readWorkbook(bytes);
  expect(read.fault).toBeNull();
  return read.sheets ?? [];
}

const rowOf = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;
const firstRow = async (cells: string, more: object = {}) => {
  const parts = workbookParts([{ name: "甲", xml: rowOf(cells) }], { styles: FORMATS, ...more });
  const [sheet] = await sheetsOf(zipOf(parts));
  return Array.from({ length: sheet!.width }, (_, i) => sheet!.cell(0, i));
};

describe("a workbook that is written", () => {
  it("has the same bytes each time", async () => {
    const sheets = [{ name: "甲", rows: [["编号", { value: "A", style: "id", comment: "批注" } as const]] }];
    const first = await workbookBytes(sheets, { title: "表" });
    const second = await workbookBytes(sheets, { title: "表" });
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it("holds texts as they are, and none of them is a formula", async () => {
    const texts = [
      "=1+1",
      "+8613",
      "-2",
      "@SUM(A1)",
      "\t=1",
      "_x0041_",
      "a\u0000b",
      "a\nb",
      "<&>\"'",
      "\ud800",
      "#N/A!",
    ];
    const bytes = await workbookBytes([{ name: "甲", rows: [texts] }], { title: "" });
    const [sheet] = await sheetsOf(bytes);
    const read = texts.map((_, i) => sheet!.cell(0, i));
    expect(read.every((c) => c?.kind === "text")).toBe(true);
    expect(read.map((c) => c?.text)).toEqual([
      "=1+1",
      "+8613",
      "-2",
      "@SUM(A1)",
      "\t=1",
      "_x0041_",
      "ab",
      "a\nb",
      "<&>\"'",
      "\ufffd",
      "#N/A!",
    ]);
  });
});

describe("a cell", () => {
  it("shown as a percentage is one", async () => {
    expect(
      await firstRow('<c r="A1" s="2"><v>0.47499999999999998</v></c><c r="B1" s="1"><v>1</v></c>'),
    ).toMatchObject([
      { kind: "number", text: "47.5%" },
      { kind: "number", text: "100%" },
    ]);
  });

  it("has the fifteen digits that Excel counts", async () => {
    const [sum, long] = await firstRow(
      '<c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>450102199001011234</v></c>',
    );
    expect(sum).toMatchObject({ text: "0.3", inexact: false });
    expect(long).toMatchObject({ inexact: true });
  });

  it("with a date is that day, in either calendar", async () => {
    const cells =
      '<c r="A1" s="3"><v>43213</v></c><c r="B1"><v>43213</v></c><c r="C1" s="5"><v>43160</v></c>';
    expect(await firstRow(cells)).toMatchObject([
      { kind: "date", text: "2018-04-23" },
      { kind: "number", text: "43213", day: "2018-04-23" },
      { kind: "date", text: "2018-03" },
    ]);
    expect(
      await firstRow('<c r="A1" s="3"><v>41751</v></c><c r="B1"><v>41751</v></c>', { date1904: true }),
    ).toMatchObject([
      { kind: "date", text: "2018-04-23" },
      { kind: "number", day: "2018-04-23" },
    ]);
  });

  it("keeps the zeros that its format puts in front", async () => {
    expect(await firstRow('<c r="A1" s="4"><v>7</v></c>')).toMatchObject([{ text: "7", shown: "007" }]);
  });

  it("with an error or an uncomputed formula says so", async () => {
    const cells =
      '<c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>VLOOKUP(A1,B:B,1)</f></c><c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="str"><f>A1&amp;1</f><v>甲</v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>';
    expect(await firstRow(cells)).toMatchObject([
      { kind: "error", text: "#N/A" },
      { kind: "uncomputed" },
      { kind: "number", text: "2" },
      { kind: "text", text: "甲" },
      { kind: "error", text: "#DIV/0!" },
    ]);
  });

  it("joined downwards shows the first one's value; one joined across does not", async () => {
    const xml = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>题</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>`;
    const [sheet] = await sheetsOf(zipOf(workbookParts([{ name: "甲", xml }])));
    expect(sheet!.cell(2, 0)).toMatchObject({ text: "1" });
    expect(sheet!.cell(0, 1)).toBeNull();
  });
});

describe("a hostile file", () => {
  const faultOf = async (bytes: Uint8Array) => (await readWorkbook(bytes)).fault?.kind ?? null;

  it("is refused before it takes memory: a part larger than it says, parts too large together", async () => {
    const parts = workbookParts([
      { name: "甲", xml: rowOf(`<c r="A1" t="inlineStr"><is><t>${" ".repeat(1e6)}</t></is></c>`) },
    ]);
    expect(await faultOf(zipOf(parts, { size: (n, size) => (n.includes("sheet1") ? 1000 : size) }))).toBe(
      "damaged",
    );
    expect(await faultOf(zipOf(parts, { size: (n, size) => (n.includes("sheet1") ? 0 : size) }))).toBe(
      "damaged",
    );
    const lie = { size: (n: string, size: number) => (n.includes("sheet1") ? MOST_UNPACKED + 1 : size) };
    expect(await faultOf(zipOf(parts, lie))).toBe("too-large");
  });

  it("is refused when few cells span a huge sheet, however they say where they stand", async () => {
    const corners = (a: string, b: string) =>
      zipOf(
        workbookParts([
          { name: "甲", xml: `<sheetData><row r="1">${a}</row><row r="9">${b}</row></sheetData>` },
        ]),
      );
    expect(await faultOf(corners('<c r="A1"><v>1</v></c>', '<c r="XFD1048576"><v>1</v></c>'))).toBe(
      "too-many-cells",
    );
    expect(await faultOf(corners("<c r='A1'/>", "<c x='>' r='XFD1048576'/>"))).toBe("damaged");
    expect(await faultOf(corners("<c r='A1'/>", "<c r='&#88;FD1048576'/>"))).toBe("damaged");
  });

  it("has no entities that grow", async () => {
    const prologue =
      '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const parts = workbookParts(
      [{ name: "甲", xml: rowOf('<c r="A1" t="inlineStr"><is><t>&b;&c;</t></is></c>') }],
      { prologue },
    );
    const read = await readWorkbook(zipOf(parts));
    expect(JSON.stringify(read.sheets?.[0]?.cell(0, 0) ?? null)).not.toMatch(/aaaa|root/);
  });

  it("is told from a workbook with a password or of the old kind", async () => {
    expect(
      await faultOf(
        Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]),
      ),
    ).toBe("old-or-locked");
    expect(await faultOf(new TextEncoder().encode("编号,县\n"))).toBe("damaged");
  });
});

it("names sheets and cells as Excel does", () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  expect(cellName(16, 2)).toBe("C17");
  const taken = new Set<string>();
  expect([
    sheetName("甲/乙", taken),
    sheetName("甲/乙", taken),
    sheetName("'", taken),
    sheetName("很".repeat(40), taken),
  ]).toEqual(["甲 乙", "甲 乙 (2)", "Sheet", "很".repeat(31)]);
});
