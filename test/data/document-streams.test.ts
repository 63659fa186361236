import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { twoKinds } from "./schema-for-tests.ts";
import { ordinarily, throughStreams } from "./through-streams.ts";

const folder = mkdtempSync(join(tmpdir(), "banfa-documents-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Of the kind that a list alone holds. */
async function same(text: string, kind: string | null, chunk: number): Promise<void> {
  const path = join(folder, "data.json");
  writeFileSync(path, text);
  const inputs = [{ kind, list: null, path }];
  const streamed = await throughStreams(inputs, twoKinds, chunk);
  const read = await ordinarily(inputs, twoKinds);
  if (!("problem" in streamed)) expect(streamed).toEqual(read);
  else if (!read.problems.some((p) => JSON.stringify(p) === JSON.stringify(streamed.problem)))
    expect(read.problems).toContainEqual(streamed.problem);
}

const fact = fc.oneof(
  fc.constantFrom(95, "95%", "30.50", "12345678901234567890.5", true, null, "甲", "两\n行", ["甲", "乙"]),
  fc.constantFrom('县]\\"},{[', { num: "1", den: "3", text: "1/3" }, { 甲: 1 }, [[1]], 1e3),
);
const record = fc.dictionary(fc.constantFrom("日期", "级别", "得分", "月份", "级 别", "别的"), fact, {
  maxKeys: 3,
});
const subject = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .record(
        {
          编号: fc.constantFrom("L1", "L2", 7, " l3", ""),
          id: fc.constantFrom("L9"),
          工号: fc.constantFrom("C1", "C2"),
          所属领导: fc.constantFrom("L1", "L2"),
          平时考核分: fact,
          建房进度: fact,
          安全事帮: fact,
          到任日期: fact,
          负面通报: fc.oneof(fc.array(record, { maxLength: 3 }), fact),
          月度考核表: fc.array(record, { maxLength: 2 }),
        },
        { requiredKeys: [] },
      )
      .map((r): unknown => r),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown[]>(7, "x", null, [1], {}) },
);
const list = fc.array(subject, { maxLength: 6 });
const document = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .dictionary(fc.constantFrom("包点领导", "干部", "领导"), list, { maxKeys: 2 })
      .map((r): unknown => r),
  },
  { weight: 3, arbitrary: list.map((r): unknown => r) },
  { weight: 1, arbitrary: fc.constantFrom<unknown[]>(7, "x", { 包点领导: {} }, { 包点领导: 3, 干部: [] }) },
);

describe("a document read subject by subject", () => {
  it("is the one that is read at once, cut wherever", async () => {
    await fc.assert(
      fc.asyncProperty(
        document,
        fc.constantFrom(null, "包点领导"),
        fc.constantFrom(0, 1, 2),
        fc.integer({ min: 1, max: 60 }),
        (value, kind, indent, chunk) => same(JSON.stringify(value, null, indent), kind, chunk),
      ),
      { numRuns: 50 },
    );
  });

  it("with a slip in the syntax is told the same", async () => {
    const text = JSON.stringify(
      {
        干部: [{ 工号: "C1", 所属领导: "L1" }],
        包点领导: [
          { 编号: "L1", 平时考核分: 20.5, 负面通报: [{ 日期: "2018-3-1", 级别: "县" }] },
          { 编号: "L2" },
        ],
      },
      null,
      1,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.constantFrom("", ",", "]", "}", "[", "{", '"', ":", "\n", "，", "0", "x", "\\"),
        fc.constantFrom(0, 1, 2),
        fc.integer({ min: 1, max: 60 }),
        (at, put, cut, chunk) => same(text.slice(0, at) + put + text.slice(at + cut), null, chunk),
      ),
      { numRuns: 120 },
    );
  });
});
