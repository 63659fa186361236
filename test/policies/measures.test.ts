import { describe, expect, it } from "vitest";
import { compare } from "../../src/cli/case-check.ts";
import { load } from "../../src/compiler/emit/load.ts";
import type { Measure, SubjectKind } from "../../src/compiler/ir/ir.ts";
import type { TestCase } from "../../src/data/cases.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import { divide } from "../../src/runtime/rational.ts";
import type { CohortResult } from "../../src/runtime/result.ts";
import { comparableFromResult, diff, referenceEvaluate } from "../reference/reference.ts";
import { casesOf, han, items, measureOf, points } from "./support.ts";

/**
 * The measures of `policies/`: that they hold every article of their regulation, and
 * that their cases hold.
 */

interface Policy {
  readonly name: string;
  readonly articles: number;
  /** Items that must be there under their own number. */
  readonly items: readonly string[];
  /** Steps of a procedure that carry the labels of the regulation: article and number of labelled steps. */
  readonly steps: readonly (readonly [string, readonly string[]])[];
}

const POLICIES: readonly Policy[] = [
  {
    name: "guangxi",
    articles: 26,
    items: [
      ...items("第九条", 8),
      ...items("第十二条", 4),
      ...items("第十七条", 2),
      ...points("第十七条(一)", 4),
      ...points("第十七条(二)", 6),
    ],
    steps: [["第十三条", ["(一)", "(二)", "(三)"]]],
  },
  {
    name: "xizang",
    articles: 14,
    items: [
      ...items("第五条", 3),
      ...items("第六条", 7),
      ...items("第七条", 3),
      ...[1, 2, 3].flatMap((n) => points(`第七条(${han(n)})`, 4)),
    ],
    steps: [],
  },
];

describe.each(POLICIES)("policies/$name", (policy) => {
  const path = `policies/${policy.name}/measure.banfa`;
  const measure = measureOf(path);
  const { cases, problems } = casesOf(`policies/${policy.name}/cases.yaml`, measure);
  const compiled = load(measure);

  it("has every article in order, and every item", () => {
    const cites = measure.outline.map((entry) => measure.citations[entry.cite]!);
    const articles = cites.filter((c) => c.path.length === 1).map((c) => c.text);
    expect(articles).toEqual(Array.from({ length: policy.articles }, (_, i) => `第${han(i + 1)}条`));
    expect(cites.map((c) => c.text)).toEqual(expect.arrayContaining([...policy.items]));
    for (const [article, labels] of policy.steps) {
      const procedure = measure.procedures.find((p) => measure.citations[p.cite]!.text === article);
      expect(procedure?.steps.map((s) => s.label).filter((l) => l !== null)).toEqual(labels);
    }
  });

  it("leaves open what the regulation leaves open", () => {
    expect(measure.parameters.filter((p) => p.value !== null)).toEqual([]);
  });

  it("reads its cases without a problem", () => {
    expect(problems).toEqual([]);
  });

  it.each(cases.map((c) => [c.name, c] as const))("%s", (_, test) => {
    const { result, problems: factProblems } = evaluateCohort(compiled, test.cohort, contextOf(test));
    expect(factProblems.filter((p) => p.kind !== "missing")).toEqual([]);
    for (const expected of test.expectations) {
      const actual = result.subjects.find((s) => s.kind === expected.kind && s.id === expected.id);
      expect(actual && compare(expected, actual), `${expected.kind} ${expected.id}`).toEqual([]);
    }
  });

  it("means the same to the oracle, case by case", () => {
    for (const test of cases) {
      const { result } = evaluateCohort(compiled, test.cohort, contextOf(test));
      const slow = referenceEvaluate(measure, test.cohort, contextOf(test));
      expect(diff(slow, comparableFromResult(result)), test.name).toEqual([]);
    }
  });

  it("every reason is met by a case, and just missed by another, one step of one fact away", () => {
    const results = cases.map((test) =>
      resultOf(evaluateCohort(compiled, test.cohort, contextOf(test)).result, test.cohort, measure),
    );
    const subjects = results.flat();
    const reasons = new Set(
      measure.clauses.flatMap((c) =>
        c.reasons.map((r) => `${measure.subjects[c.subject]!.name} ${measure.citations[r.cite]!.text}`),
      ),
    );
    const uncovered = [...reasons].filter((reason) => {
      const [kind, cite] = reason.split(" ") as [string, string];
      const subject = measure.subjects.find((k) => k.name === kind)!;
      const ours = subjects.filter((s) => s.kind === kind);
      const met = ours.filter((s) => s.cites.has(cite));
      const missed = ours.filter((s) => !s.cites.has(cite) && s.settled);
      return !met.some((a) => missed.some((b) => isNeighbour(subject, a.facts, b.facts)));
    });
    expect(uncovered).toEqual([]);
  });
});

const contextOf = (test: TestCase) => ({
  year: test.year,
  ...(test.date === null ? {} : { date: test.date }),
  parameters: test.parameters.values,
  ...(test.history === null ? {} : { history: test.history }),
});

interface Seen {
  readonly kind: string;
  readonly cites: ReadonlySet<string>;
  readonly settled: boolean;
  readonly facts: Readonly<Record<string, unknown>>;
}

function resultOf(
  result: CohortResult,
  cohort: Readonly<Record<string, readonly object[]>>,
  measure: Measure,
): Seen[] {
  return result.subjects.map((s) => {
    const kind = measure.subjects.find((k) => k.name === s.kind)!;
    const key = kind.fields[kind.key]!.name;
    const rows = (cohort[s.kind] ?? []) as readonly Readonly<Record<string, unknown>>[];
    const facts = rows.find((row) => String(row[key]) === s.id) ?? {};
    const rest = Object.fromEntries(Object.entries(facts).filter(([name]) => name !== key));
    return {
      kind: s.kind,
      cites: new Set(s.clauses.map((c) => c.cite)),
      settled: s.undetermined.length === 0,
      facts: rest,
    };
  });
}

/** One fact differs, and a number by no more than its step: 69.99 and 70, 3 visits and 4. */
function isNeighbour(kind: SubjectKind, a: Seen["facts"], b: Seen["facts"]): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  const differing = [...names].filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
  const [name] = differing;
  if (differing.length !== 1 || name === undefined) return false;
  const [one, other] = [a[name], b[name]];
  if (typeof one !== "number" || typeof other !== "number") return true;
  const type = kind.fields.find((f) => f.name === name)?.type;
  if (type?.kind !== "number" || type.step === null) return false;
  const step = divide(type.step, type.display.factor);
  return Math.abs(one - other) < (1.5 * Number(step.num)) / Number(step.den);
}
