import fc from "fast-check";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { addEnumerations, addParameter, addRecord, addRecordKinds, addSubject } from "./data-model.ts";
import { Draft, type Row } from "./draft.ts";
import { anyNumber, choice, truth } from "./expressions.ts";
import { addConsequences, addGrade, addPopulation, addRequirement } from "./rules.ts";
import { Tape, tapeNumbers } from "./tape.ts";

/** One thing added to a measure, with the numbers that decide how. */
type Step = readonly [(typeof STEPS)[number], readonly number[]];
const STEPS = [
  "number",
  "grade",
  "truth",
  "choice",
  "population",
  "consequences",
  "consequences",
  "column",
  "requirement",
] as const;

/**
 * Measures as IR, valid by the invariants of ir.ts: one or two kinds of subjects that may link to each
 * other, records, parameters, then cells and rules in an order that evaluation can follow.
 */
export function arbitraryMeasure(): fc.Arbitrary<Measure> {
  return measureParts.map(buildMeasure);
}

export const measureParts = fc.record({
  period: fc.constantFrom<Measure["period"]>("year", "year", "half-year", "quarter", "month"),
  data: tapeNumbers(20),
  subjects: fc.array(tapeNumbers(30), { minLength: 1, maxLength: 2 }),
  records: fc.array(tapeNumbers(16), { maxLength: 1 }),
  parameters: fc.array(tapeNumbers(6), { maxLength: 3 }),
  steps: fc.array(fc.tuple(fc.constantFrom(...STEPS), tapeNumbers(60)), {
    minLength: 1,
    maxLength: 7,
    size: "max",
  }),
});

export interface MeasureParts {
  readonly period: Measure["period"];
  readonly data: readonly number[];
  readonly subjects: readonly (readonly number[])[];
  readonly records: readonly (readonly number[])[];
  readonly parameters: readonly (readonly number[])[];
  readonly steps: readonly Step[];
}

export function buildMeasure(parts: MeasureParts): Measure {
  const draft = new Draft();
  const data = new Tape(parts.data);
  addEnumerations(draft, data);
  for (const numbers of parts.records) addRecord(draft, new Tape(numbers));
  for (const numbers of parts.subjects) addSubject(draft, new Tape(numbers), parts.subjects.length);
  addRecordKinds(draft, data);
  for (const numbers of parts.parameters) addParameter(draft, new Tape(numbers));
  for (const [name, category, polarity, argument] of ACTIONS)
    draft.actions.push({ name, category, polarity, argument, absorbedBy: name === "诫勉谈话" ? [2] : [] });
  for (const [kind, numbers] of parts.steps) addStep(draft, kind, new Tape(numbers));
  const measure = draft.finish();
  if (parts.period === "year") return measure;
  // Only in a yearly measure has a field one value a year.
  const subjects = measure.subjects.map((s) => ({ ...s, fields: s.fields.map(({ yearly: _, ...f }) => f) }));
  return { ...measure, period: parts.period, subjects };
}

const ACTIONS = [
  ["表扬", "奖励", "positive", null],
  ["诫勉谈话", "惩处", "negative", null],
  ["不得提拔", "惩处", "negative", "时长"],
  ["扣减绩效分", "惩处", "negative", "分数"],
] as const;

function addStep(draft: Draft, kind: Step[0], tape: Tape): void {
  const records = draft.subjects.findIndex((k) => k.of);
  const subject = kind === "column" && records >= 0 ? records : tape.below(draft.subjects.length);
  const row: Row = { subject, list: null };
  switch (kind) {
    case "number":
      draft.addExpression(row, draft.name("数"), anyNumber(draft, tape, row, 3));
      return;
    case "truth":
      draft.addExpression(row, draft.name("真"), truth(draft, tape, row, 3));
      return;
    case "choice": {
      const enumeration = tape.below(draft.enumerations.length);
      draft.addExpression(row, draft.name("选"), choice(draft, tape, row, enumeration, 2));
      return;
    }
    case "column": {
      const expr = tape.chance(3) ? truth(draft, tape, row, 2) : anyNumber(draft, tape, row, 2);
      draft.addExpression(row, draft.name("列"), expr);
      return;
    }
    case "population":
      addPopulation(draft, tape, subject);
      return;
    case "grade":
      addGrade(draft, tape, subject);
      return;
    case "consequences":
      addConsequences(draft, tape, subject);
      return;
    case "requirement":
      addRequirement(draft, tape, subject);
      return;
  }
}
