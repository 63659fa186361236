import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { DataInput } from "../../src/data/data-files.ts";
import type { Problem } from "../../src/diagnostics/problem.ts";
import { leaders, twoKinds } from "./schema-for-tests.ts";
import { ordinarily, throughStreams } from "./through-streams.ts";

const folder = mkdtempSync(join(tmpdir(), "banfa-streams-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const GB = new Map<string, number[]>();
/** The text in GB18030, of the characters that these tests use. */
function gb18030(text: string): Buffer {
  if (GB.size === 0) {
    const decoder = new TextDecoder("gb18030");
    for (let a = 0x81; a < 0xff; a++)
      for (let b = 0x40; b < 0xff; b++) GB.set(decoder.decode(Uint8Array.of(a, b)), [a, b]);
  }
  return Buffer.from([...text].flatMap((c) => (c < "\u0080" ? [c.charCodeAt(0)] : (GB.get(c) ?? [0x3f]))));
}

const ENCODINGS = {
  "UTF-8": (text: string) => Buffer.from(text),
  "UTF-8 with a mark": (text: string) => Buffer.from(`\ufeff${text}`),
  "UTF-16LE": (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "UTF-16BE": (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  GB18030: gb18030,
} as const;

const quoted = (cell: string) => (/[",;\t\n\r|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("", "90", "30.5", "47%", " 12 ", "缺考", "是", "县", "2018-3-1") },
  { weight: 2, arbitrary: fc.constantFrom("甲,乙", '说"话"', "两\n行", "a\r\nb", "九", "1e3", "县\n") },
);
const row = fc.tuple(
  fc.constantFrom("L1", "L2", "L3", "l4", "", "007"),
  cell,
  cell,
  cell,
  cell,
  cell,
  fc.constantFrom("", ",多", ",,"),
);
const table = fc.record({
  title: fc.constantFrom("", "年度考核表\n", "年度,考核\n\n"),
  header: fc.constantFrom(
    "编号,县,平时考核分,年终考核分,建房进度,安全事故",
    "编号,县,平时考核分(分),年终考核分,进度,*安全事故",
    "县,平时考核分,年终考核分,建房进度,安全事故,备注",
  ),
  rows: fc.array(row, { maxLength: 12 }),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  last: fc.boolean(),
});

describe("a table read in pieces", () => {
  it("is the table that is read at once, in every encoding, cut wherever", async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...(Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[])),
        fc.integer({ min: 1, max: 90 }),
        async ({ title, header, rows, end, last }, encoding, chunk) => {
          const lines = rows.map(
            ([id, ...cells]) => `${[id, ...cells.slice(0, 5).map(quoted)].join(",")}${cells[5]}`,
          );
          const text = [`${title}${header}`, ...lines].join("\n") + (last ? "\n" : "");
          const path = file("one.csv", ENCODINGS[encoding](text.replaceAll("\n", end)));
          const inputs = [{ kind: null, list: null, path }];
          expect(await throughStreams(inputs, leaders, chunk)).toEqual(await ordinarily(inputs, leaders));
        },
      ),
      { numRuns: 80 },
    );
  });

  it("joins its subjects with those of others, and with their records", async () => {
    const inputs = [
      {
        kind: "包点领导",
        list: "负面通报",
        path: file("n.csv", "编号,日期,级别\nL2,2018-3-1,县\nL9,,市\n,,\nL1,x,省\n"),
      },
      {
        kind: "包点领导",
        list: null,
        path: file("a.csv", "编号,县,平时考核分\nL1,甲,20\nL2,乙,200\nL1,丙,3\n"),
      },
      { kind: "干部", list: null, path: file("c.csv", "工号,所属领导\nC1,L2\n") },
      {
        kind: null,
        list: null,
        path: file("b.csv", "编号,县,年终考核分,建房进度,安全事故\nL2,丁,20,1,无\nL3,乙,2,,\n"),
      },
    ];
    const read = await throughStreams(inputs, twoKinds, 7);
    expect(read).toEqual(await ordinarily(inputs, twoKinds));
    expect((read as { problems: readonly Problem[] }).problems.map((p) => p.code)).toEqual(
      expect.arrayContaining(["BF4110", "BF4032"]),
    );
  });

  it("is refused with what is told of it at once", async () => {
    const cases: [string, DataInput][] = [
      ["BF4001", { kind: null, list: null, path: "没有.csv" }],
      ["BF4003", { kind: "包点领导", list: null, path: file("empty.csv", "") }],
      ["BF4013", { kind: "领导", list: null, path: file("x.csv", "编号\n1\n") }],
      ["BF4014", { kind: "包点领导", list: "通报", path: file("y.csv", "编号\n1\n") }],
      ["BF4012", { kind: null, list: null, path: file("z.csv", "名称,别的\n1,2\n") }],
      ["BF4020", { kind: "干部", list: null, path: file("w.csv", "名称,别的\n1,2\n") }],
    ];
    for (const [code, input] of cases) {
      const { problems } = await ordinarily([input], twoKinds);
      expect(problems.map((p) => p.code)).toEqual([code]);
      expect(await throughStreams([input], twoKinds)).toEqual({ problem: problems[0] });
    }
  });
});
