import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { OutCell } from "../../src/data/workbook/write.ts";
import { workbookBytes } from "../../src/data/workbook/write.ts";
import { twoKinds } from "./schema-for-tests.ts";
import { ordinarily, throughStreams } from "./through-streams.ts";
import { FORMATS, workbookParts, zipOf } from "./zip.ts";

const folder = mkdtempSync(join(tmpdir(), "banfa-sheets-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const same = async (bytes: Uint8Array, kind: string | null = null, list: string | null = null) => {
  const inputs = [{ kind, list, path: file("one.xlsx", bytes) }];
  const streamed = await throughStreams(inputs, twoKinds);
  const read = await ordinarily(inputs, twoKinds);
  if ("problem" in streamed) expect(read.problems).toContainEqual(streamed.problem);
  else expect(streamed).toEqual(read);
  return streamed;
};

const SHARED = ["", "县", "甲&amp;乙", "2018-3-1", "_x0041_", " 二 "];
const shared = `<sst>${SHARED.map((t, i) => (i === 4 ? `<si><r><rPr><b/></rPr><t>${t}</t></r><r><t>尾</t></r></si>` : i === 0 ? "<si/>" : `<si><t xml:space="preserve">${t}</t></si>`)).join("")}</sst>`;

const cell = fc.oneof(
  fc.constant(""),
  fc.integer({ min: 0, max: SHARED.length - 1 }).map((i) => ` t="s"><v>${i}</v>`),
  fc
    .tuple(
      fc.constantFrom("", ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="4"', ' s="5"'),
      fc.constantFrom("7", "0.475", "43213", "0.30000000000000004", "450102199001011234", "-3", "x"),
    )
    .map(([s, v]) => `${s}><v>${v}</v>`),
  fc.constantFrom(
    ' t="e"><v>#N/A</v>',
    "><f>A1+1</f>",
    "><f>1+1</f><v>2</v>",
    '><f t="shared" si="0"/>',
    ' t="str"><f>A1</f><v>甲</v>',
    ' t="b"><v>1</v>',
    ' t="inlineStr"><is><t>县&lt;级</t></is>',
    ' t="inlineStr"><is><r><t>损失</t></r><r><rPr><color rgb="FF0000"/></rPr><t>较大</t></r></is>',
    ' t="inlineStr"><is><t>  </t></is>',
  ),
);
const row = fc.record({
  id: fc.constantFrom("L1", "L2", "L3", "", "007"),
  cells: fc.array(cell, { minLength: 5, maxLength: 5 }),
  gap: fc.constantFrom(0, 0, 0, 1, 3),
  plain: fc.boolean(),
  hidden: fc.constantFrom(false, false, true),
});
const merge = fc.record({
  column: fc.integer({ min: 0, max: 5 }),
  from: fc.integer({ min: 1, max: 20 }),
  over: fc.integer({ min: 1, max: 5 }),
  across: fc.constantFrom(0, 0, 1),
});

const HEADER = ["编号", "县", "平时考核分", "建房进度", "安全事故", "到任日期"];
const LETTERS = "ABCDEF";
const text = (t: string) => ` t="inlineStr"><is><t>${t}</t></is>`;

function sheetXml(
  rows: readonly { id: string; cells: readonly string[]; gap: number; plain: boolean; hidden: boolean }[],
  title: boolean,
  merges: readonly { column: number; from: number; over: number; across: number }[],
  prefix: string,
) {
  let number = title ? 2 : 0;
  const p = prefix === "" ? "" : `${prefix}:`;
  const line = (cells: readonly string[], attributes: string, named: boolean) =>
    `<${p}row${attributes}>${cells.map((c, i) => (c === "" && named ? "" : `<${p}c${named ? ` r="${LETTERS[i]}${number}"` : ""}${c === "" ? "/>" : `${c.replace(/<(\/?)(?=[a-z])/g, `<$1${p}`)}</${p}c>`}`)).join("")}</${p}row>`;
  let xml = title ? `<${p}row r="1"><${p}c r="A1" t="str"><${p}v>年度考核表</${p}v></${p}c></${p}row>` : "";
  number++;
  xml += line(HEADER.map(text), ` r="${number}"`, true);
  for (const { id, cells, gap, plain, hidden } of rows) {
    number += 1 + (plain ? 0 : gap);
    xml += line(
      [id === "" ? "" : text(id), ...cells],
      `${plain ? "" : ` r="${number}" spans="1:6"`}${hidden ? ' hidden="1"' : ""}`,
      !plain,
    );
  }
  const until = new Map<number, number>();
  const kept = [...merges]
    .sort((a, b) => a.from - b.from)
    .filter((m) => {
      const free = [m.column, m.column + m.across].every((c) => (until.get(c) ?? 0) < m.from);
      if (free) for (const c of [m.column, m.column + m.across]) until.set(c, m.from + m.over);
      return free;
    });
  const joined = kept
    .map(
      (m) =>
        `<${p}mergeCell ref="${LETTERS[m.column]}${m.from}:${"ABCDEFG"[m.column + m.across]}${m.from + m.over}"/>`,
    )
    .join("");
  return `<${p}sheetData>${xml}</${p}sheetData>${joined === "" ? "" : `<${p}mergeCells count="${kept.length}">${joined}</${p}mergeCells>`}`;
}

function withShared(parts: Record<string, string>): Record<string, string> {
  const relations = "xl/_rels/workbook.xml.rels";
  return {
    ...parts,
    [relations]: parts[relations]!.replace(
      "</Relationships>",
      '<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
    ),
    "xl/sharedStrings.xml": shared,
  };
}

describe("the sheets of a workbook read in pieces", () => {
  it("are those that are read at once, whatever their cells are", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 14 }),
        fc.boolean(),
        fc.array(merge, { maxLength: 4 }),
        fc.constantFrom("", "x"),
        fc.boolean(),
        fc.constantFrom("包点领导", "Sheet1"),
        async (rows, title, merges, prefix, date1904, name) => {
          const parts = workbookParts([{ name, xml: sheetXml(rows, title, merges, prefix) }], {
            styles: FORMATS,
            date1904,
          });
          expect(await same(zipOf(withShared(parts)))).not.toHaveProperty("whole");
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are those that are read at once, where a sheet has more rows than are read together", async () => {
    const count = 3000;
    const rows: OutCell[][] = [["编号", "县", "平时考核分", "年终考核分", "建房进度", "安全事故"]];
    for (let i = 0; i < count; i++)
      rows.push([
        `L${i}`,
        `县${i % 78}`,
        i % 31,
        i % 71,
        { value: (i % 100) / 100, style: "number" },
        i % 7 === 0 ? "损失" : "无",
      ]);
    const notices: OutCell[][] = [
      ["编号", "日期", "级别"],
      ...Array.from({ length: count }, (_, i): OutCell[] => [`L${(i * 7) % (count + 3)}`, "2018-3-1", "县"]),
    ];
    const bytes = await workbookBytes(
      [
        { name: "填表说明", rows: [["怎么填"]] },
        { name: "负面通报", rows: notices },
        { name: "包点领导", rows },
        { name: "备注", rows: [["别的"]] },
        { name: "干部", rows: [["工号"], ["C1"]], hidden: true },
      ],
      { title: "" },
    );
    const read = await same(bytes);
    expect(read).toHaveProperty(["cohort", "包点领导", "length"], count);
  });

  it("are refused as at once where nothing can be read, and where nothing should", async () => {
    const codeOf = async (bytes: Uint8Array) => {
      const read = await same(bytes);
      return "problem" in read ? read.problem.code : Object.keys(read)[0];
    };
    const xml = `<sheetData><row r="1"><c r="A1" t="str"><v>编号</v></c></row></sheetData>`;
    const parts = workbookParts([{ name: "包点领导", xml }]);
    expect(await codeOf(new Uint8Array())).toBe("BF4003");
    expect(await codeOf(new TextEncoder().encode("编号,县\nL1,甲\n"))).toBe("BF4017");
    expect(await codeOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0))).toBe("BF4016");
    expect(await codeOf(zipOf(workbookParts([{ name: "别的", xml: "<sheetData/>" }])))).toBe("BF4102");
    const sized = (size: number) =>
      zipOf(parts, { size: (name, real) => (name.endsWith("sheet1.xml") ? size : real) });
    // A part that is longer than it says is left to the ordinary way, and never unpacked further than it says.
    expect(
      await throughStreams([{ kind: null, list: null, path: file("lie.xlsx", sized(20)) }], twoKinds),
    ).toHaveProperty("whole");
    const large = await throughStreams(
      [{ kind: null, list: null, path: file("bomb.xlsx", sized(0xfffffff0)) }],
      twoKinds,
    );
    expect(large).toMatchObject({ problem: { code: "BF4018", parameters: { limit: "4096 MB" } } });
  });

  it("are left to the ordinary way where they are not written as spreadsheet programs do", async () => {
    const cell = '<c r="A1" t="str"><v>编号</v></c>';
    const strange = [
      `<sheetData><row r="1">${cell}<!-- </row> --></row></sheetData>`,
      `<sheetData><row r="1"><c r="A1" t="str"><v><![CDATA[</row>]]></v></c></row></sheetData>`,
      `<sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="1">${cell}</row></sheetData>`,
      `<sheetData><row r="2">${cell}</row></sheetData>`,
      `<sheetData><row r="1">${cell}</row></sheetData><sheetData/>`,
      `<sheetData><row r="1"><c r="A1" s=">"><v>1</v></c></row></sheetData>`,
      `<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData>`,
      `<sheetData><row r="1">${cell}</row>`,
    ];
    for (const xml of strange) {
      const path = file("strange.xlsx", zipOf(workbookParts([{ name: "包点领导", xml }])));
      expect(await throughStreams([{ kind: null, list: null, path }], twoKinds)).toHaveProperty("whole");
    }
  });
});
