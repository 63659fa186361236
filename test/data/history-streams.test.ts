import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { historyStream, type PastSubject, withSubjects } from "../../src/data/batch/streams/history.ts";
import { type ReadHistory, readHistory } from "../../src/data/history.ts";
import { leaders } from "./schema-for-tests.ts";

const folder = mkdtempSync(join(tmpdir(), "banfa-history-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (text: string) => {
  const path = join(folder, "history.json");
  writeFileSync(path, text);
  return path;
};

function streamed(path: string, chunk: number): ReadHistory {
  const stream = historyStream(path, leaders, chunk)!;
  const { history, problems } = stream.read;
  if (history === null) return { history, problems };
  const subjects: PastSubject[] = [];
  for (const { subjects: some } of stream.subjects())
    subjects.push(...(JSON.parse(JSON.stringify(some)) as PastSubject[]));
  return { history: withSubjects(history, subjects), problems };
}

const sorted = ({ history, problems }: ReadHistory) => ({
  history,
  problems: problems.map((p) => JSON.stringify(p)).sort(),
});

const value = fc.oneof(
  fc.constantFrom(95, 0.1, "12345678901234567890.5", '县]\\"},{[', "两\u2028行", true, null),
  fc.constantFrom(["甲", "乙"], { num: "1", den: "3", text: "1/3" }, { num: "1" }, ["a", 3]),
);
const subject = fc.record(
  {
    id: fc.constantFrom("L1", "Ｌ2", 3, "", "a\\\\"),
    kind: fc.constantFrom("包点领导", "别的"),
    grades: fc.constantFrom(
      { 等次: { grade: "优秀" } },
      { 等次: { grade: null, possible: ["合格"] } },
      { 等次: {} },
      7,
    ),
    values: fc.dictionary(fc.constantFrom("总分", "__proto__", "县"), value, { maxKeys: 3 }),
    records: fc.constantFrom({ 月度考核表: [{ record: "3月", values: { 得分: 3 } }] }, { 月度考核表: [{}] }),
    外: fc.constantFrom([[], [{}]], { a: { b: [] } }),
  },
  { requiredKeys: ["kind"] },
);
const run = fc.record(
  {
    format: fc.constantFrom(1, 1, 1, 2),
    year: fc.constantFrom(2016, 2017, 2018, "2018"),
    measure: fc.constantFrom("别的办法", { name: "广西易地搬迁包点领导考核" }, null),
    subjects: fc.oneof(
      { weight: 6, arbitrary: fc.array(subject, { maxLength: 5 }) },
      { weight: 1, arbitrary: fc.constantFrom(7, {}) },
    ),
    more: fc.constantFrom([], { subjects: [1] }),
  },
  { requiredKeys: ["year"] },
);

describe("results of earlier periods read subject by subject", () => {
  it("are those that are read at once, cut wherever, and so is what is wrong with them", () => {
    fc.assert(
      fc.property(
        fc.oneof(run, fc.array(run, { maxLength: 3 })),
        fc.constantFrom(0, 1, 2),
        fc.constantFrom("\n", "\r\n"),
        fc.integer({ min: 1, max: 60 }),
        (value, indent, end, chunk) => {
          const path = file(JSON.stringify(value, null, indent).replaceAll("\n", end));
          expect(sorted(streamed(path, chunk))).toEqual(sorted(readHistory(path, leaders)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("with a slip in the syntax are told the same", () => {
    const text = JSON.stringify(
      [
        {
          year: 2017,
          measure: null,
          subjects: [
            { id: "L1", kind: "包点领导", values: { 总分: 90.5, 县: "甲\n乙" } },
            { id: "L2", kind: "包点领导" },
          ],
        },
      ],
      null,
      1,
    );
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.constantFrom("", ",", "]", "}", "[", "{", '"', ":", "\n", "，", "0", "x", "\\"),
        fc.constantFrom(0, 1, 2),
        fc.integer({ min: 1, max: 60 }),
        (at, put, cut, chunk) => {
          const path = file(text.slice(0, at) + put + text.slice(at + cut));
          expect(sorted(streamed(path, chunk))).toEqual(sorted(readHistory(path, leaders)));
        },
      ),
      { numRuns: 200 },
    );
  });
});
