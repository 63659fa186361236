import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import type { TestCase } from "../../src/data/cases.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import { Evaluator } from "../../src/runtime/measure.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { casesOf } from "../policies/support.ts";
import { POLICIES, policy, workshop } from "./workshop.ts";

/** What a module computes is what `compile` computes, where nothing may turn text into code. */

const shop = workshop(
  `export { evaluateCohort } from ${JSON.stringify(join(import.meta.dirname, "../../src/runtime/evaluate.ts"))};`,
);
afterAll(() => shop.remove());

const contextOf = (test: TestCase) => ({
  year: test.year,
  ...(test.date === null ? {} : { date: test.date }),
  parameters: test.parameters.values,
  ...(test.history === null ? {} : { history: test.history }),
});

const RUN = (name: string) => `
import { readFileSync } from "node:fs";
import { evaluateCohort } from "banfa/runtime";
import measure from "./${name}.js";
const given = JSON.parse(readFileSync("${name}.json", "utf8"));
const results = given.map(({ cohort, context }) => ({
  outcomes: measure.evaluateAll(cohort, context).outcomes,
  settled: evaluateCohort(measure.compiled, cohort, context).result,
  open: evaluateCohort(measure.compiled, cohort, context, "open").result,
}));
process.stdout.write(JSON.stringify(results));
`;

describe.each(POLICIES)("the module of %s", (name) => {
  const text = policy(name);
  const { measure } = compile(new SourceText("measure.banfa", text));
  const { cases } = casesOf(`policies/${name}/cases.yaml`, measure!);

  it("agrees with the evaluators in memory, strict and open, on every case", () => {
    expect(cases.length).toBeGreaterThan(0);
    shop.module(name, text);
    const given = cases.map((c) => ({ cohort: c.cohort, context: contextOf(c) }));
    shop.write(`${name}.json`, JSON.stringify(given));
    const compiled = load(measure!);
    const expected = given.map(({ cohort, context }) => ({
      outcomes: new Evaluator(compiled).evaluateAll(cohort, context).outcomes,
      settled: evaluateCohort(compiled, cohort, context).result,
      open: evaluateCohort(compiled, cohort, context, "open").result,
    }));
    expect(JSON.parse(shop.run(RUN(name)))).toEqual(JSON.parse(JSON.stringify(expected)));
  });
});
