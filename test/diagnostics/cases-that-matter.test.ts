import { describe, expect, it } from "vitest";
import { applicability } from "../../src/compiler/analyze/applies.ts";
import { withDecisions } from "../../src/compiler/analyze/decisions.ts";
import { declare } from "../../src/compiler/analyze/declare.ts";
import { compile } from "../../src/compiler/compile.ts";
import { lowerMeasure } from "../../src/compiler/ir/from-ast.ts";
import { lookUp } from "../../src/diagnostics/catalogue/index.ts";
import { measureOf } from "../../src/diagnostics/explanations/explanation.ts";
import { explanations } from "../../src/diagnostics/explanations/index.ts";
import { edited } from "../../src/diagnostics/fixes.ts";
import { type Problem, wording } from "../../src/diagnostics/problem.ts";
import { parse } from "../../src/parser/parse.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { CLASSES } from "../docs/class-pages.ts";
import {
  type Comparable,
  type ComparableSubject,
  type HistoryYear,
  type RawCohort,
  referenceEvaluate,
} from "../reference/reference.ts";
import { CASES, type Case, NOT_RECKONED } from "./cases-that-matter.ts";

/**
 * The case that a finding names is a real one: the oracle evaluates a small measure over just that subject, figure or
 * date, and comes to what the finding says: no result, two results, or another result under each reading.
 */

const YEAR = 2018;

function found(code: string, text: string): Problem {
  const problem = compile(new SourceText("m.banfa", text)).problems.find((p) => p.code === code);
  if (!problem) throw new Error(`${code} is not raised by\n${text}`);
  return problem;
}

/** As compiled, though errors of ambiguity stand in it: what such a measure would do. */
function literally(text: string) {
  const source = new SourceText("m.banfa", text);
  const { file, problems, lostNames } = parse(source);
  expect(problems.filter((p) => p.severity === "error")).toEqual([]);
  const declared = declare(source, file, lostNames);
  const { model, appliesTo } = withDecisions(declared, applicability(declared, []));
  return lowerMeasure(model, appliesTo).measure;
}

function evaluated(text: string, c: Case): Comparable {
  return referenceEvaluate(literally(text), c.cohort as RawCohort, {
    year: YEAR,
    date: `${YEAR + 1}-01-05`,
    ...(c.history ? { history: c.history as readonly HistoryYear[] } : {}),
  });
}

/** What a reading comes to, of every subject: its grades, the values asked for, consequences and findings. */
function outcome(subjects: readonly ComparableSubject[], c: Case): string {
  return subjects
    .map((s) =>
      [
        ...Object.entries(s.grades).map(([, g]) => g.grade ?? "无"),
        ...(c.values ?? []).map((name) => `${name} ${s.values[name]}`),
        ...Object.entries(s.consequences).map(([key, d]) => {
          const amount = /\((.+)\)/.exec(d.details ?? "")?.[1];
          const days = d.days?.replace(/^\.\.$/, "") ?? "";
          return `${key.replace(/^本人: /, "")}${amount ? `(${amount})` : ""}${days && ` ${days}`}`;
        }),
      ].join(" "),
    )
    .join(" | ");
}

describe("the case that a finding names", () => {
  it.each(CASES.map((c) => [`${c.code} ${c.says}`, c] as const))("%s", (_, c) => {
    const text = c.text ?? measureOf(explanations[c.code]!.example!, "wrong");
    const problem = found(c.code, text);
    expect(wording(problem, "zh").message).toContain(c.says);
    const readings = c.readings.map((r) =>
      r === "as written"
        ? text
        : typeof r === "number"
          ? edited(text, problem.fixes![r]!.edits)
          : text.replace(r[0], r[1]),
    );
    for (const [i, r] of readings.entries()) if (c.readings[i] !== "as written") expect(r).not.toBe(text);
    const outcomes = readings.map((r) => outcome(Object.values(evaluated(r, c).subjects), c));
    expect(outcomes).toEqual(c.outcomes);
    // Readings that come to the same would show nothing.
    if (readings.length > 1) expect(new Set(outcomes).size).toBeGreaterThan(1);
  });

  it("is reckoned for every class that has one, or the reason stands here", () => {
    const reckoned = new Set(CASES.map((c) => lookUp(c.code)!.ambiguity));
    const reasons = Object.values(NOT_RECKONED).flatMap((list) => list.split(" "));
    expect(reasons.filter((name) => reckoned.has(name))).toEqual([]);
    expect([...reckoned, ...reasons].sort()).toEqual([...CLASSES].sort());
  });
});
