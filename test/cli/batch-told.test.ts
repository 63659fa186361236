import { expect, it } from "vitest";
import { Told } from "../../src/cli/batch/told.ts";
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
