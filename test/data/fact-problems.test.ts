import { describe, expect, it } from "vitest";
import { wording } from "../../src/diagnostics/problem.ts";
import { describeFactProblem } from "../../src/facts/fact-problems.ts";
import type { DataPositions } from "../../src/facts/positions.ts";
import type { FactIssue, FactProblem } from "../../src/runtime/facts.ts";
import { leaders } from "./schema-for-tests.ts";

/** What a caller of the library can pass and no file can hold: names the readers have already sorted out. */

const positions = {
  schema: leaders,
  place: () => ({ file: "data.json", row: 1 }),
  listPlace: () => ({ file: "data.json", row: 1 }),
  firstRow: () => null,
} as unknown as DataPositions;

const said = (issue: FactIssue, over: Partial<FactProblem>) => {
  const found = { kind: "包点领导", index: 0, id: "L01", field: "", issue, value: "", detail: "", ...over };
  const p = describeFactProblem(found, positions);
  return `${p.code} ${wording(p, "en").message}`;
};

describe("names the measure does not have", () => {
  it("a kind of subject", () => {
    expect(said("unknown-kind", { kind: "学校" })).toBe("BF4073 The measure has no kind of subject “学校”.");
  });

  it("a field, with and without one that is near", () => {
    expect(said("unknown-field", { field: "身高" })).toBe("BF4060 “包点领导” has no field “身高”.");
    expect(said("unknown-field", { field: "现分", detail: "县" })).toMatch(/^BF4056 /);
  });
});

it("dates of office that cannot be", () => {
  const value = "丁(2018-07-01至2018-06-30)";
  expect(said("bad-term", { field: "第一书记", value })).toBe(
    `BF4087 The dates of office in “第一书记” cannot be read or contradict each other: ${value}.`,
  );
});
