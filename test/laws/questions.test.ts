/** What `missing` asks first is what settles most, and asking in its order takes few questions. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, type Facts, type Measure } from "../../src/index.ts";
import type { FieldTable } from "../../src/runtime/abi.ts";
import { runs } from "./runs.ts";

const policy = (name: string): Measure =>
  compile(readFileSync(`policies/${name}/measure.banfa`, "utf8")).measure!;

/** One kind of subject of a measure, with a generator of what is true of somebody. */
function kindOf(measure: Measure, kind: string, year: number) {
  const { tables } = measure.compiled;
  const { fields, key } = tables.subjects.find((s) => s.name === kind)!;
  const id = fields[key]!.name;
  const answerTo = ({ type }: FieldTable): fc.Arbitrary<unknown> => {
    switch (type.kind) {
      case "truth":
        return fc.boolean();
      case "choice":
        return fc.constantFrom(...tables.enumerations[type.enumeration]!.members);
      case "number":
        return fc.integer({ min: 0, max: 100 }).map((n) => {
          const [low, high] = [Number(type.low ?? 0), Number(type.high ?? 0)];
          const factor = type.factor.includes("/") ? 0.01 : Number(type.factor);
          return Math.round((low + ((high - low) * n) / 100) / factor);
        });
      default:
        return fc.constant("某");
    }
  };
  const others = fields.filter((f) => f.name !== id);
  const somebody: fc.Arbitrary<Facts> = fc
    .record(Object.fromEntries(others.map((f) => [f.name, answerTo(f)])))
    .map((facts) => ({ ...facts, [id]: "甲" }));
  const context = { kind, year, history: [] };
  const openIn = (facts: Facts) =>
    measure.evaluate(facts, context).undetermined.filter((u) => u.what === "grade").length;
  return { measure, id, others, somebody, context, openIn };
}
type Kind = ReturnType<typeof kindOf>;

const guangxi = kindOf(policy("guangxi"), "包点领导", 2018);
const member = kindOf(policy("xizang"), "驻村工作队员", 2018);
const KINDS: readonly [string, Kind][] = [
  ["guangxi", guangxi],
  ["xizang", member],
];

/** Share of the answers, found by trying them all, after which no grade is open. */
function shareSettled({ measure, others, openIn }: Kind, facts: Facts, field: string): number {
  const { type } = others.find((f) => f.name === field)!;
  const { enumerations } = measure.compiled.tables;
  const answers =
    type.kind === "truth"
      ? [true, false]
      : type.kind === "choice"
        ? enumerations[type.enumeration]!.members
        : [];
  return answers.filter((a) => openIn({ ...facts, [field]: a }) === 0).length / Math.max(1, answers.length);
}

describe.each(KINDS)("%s", (_, kind) => {
  it("no other option or truth settles the grade more often than what is asked first", () => {
    fc.assert(
      fc.property(
        kind.somebody,
        fc.array(fc.nat(kind.others.length - 1), { maxLength: 4 }),
        (somebody, known) => {
          const facts: Record<string, unknown> = { [kind.id]: "甲" };
          for (const i of known) facts[kind.others[i]!.name] = somebody[kind.others[i]!.name];
          const questions = kind.measure.missing(facts, kind.context);
          expect(questions.filter((q) => q.field in facts)).toEqual([]);
          if (kind.openIn(facts) !== 1) return;
          const [first] = questions;
          for (const { name, type } of kind.others)
            if (!(name in facts) && (type.kind === "truth" || type.kind === "choice"))
              expect(shareSettled(kind, facts, name), name).toBeLessThanOrEqual((first?.settles ?? 0) + 1e-9);
        },
      ),
      runs(5),
    );
  });

  it("the grade is settled by fewer questions than in the order of the measure", () => {
    const asked = (somebody: Facts, next: (fields: readonly string[]) => string): number => {
      const facts: Record<string, unknown> = { [kind.id]: "甲" };
      for (let n = 0; ; n++) {
        const questions =
          kind.openIn(facts) === 0 ? [] : kind.measure.missing(facts, kind.context).map((q) => q.field);
        if (questions.length === 0) return n;
        const field = next(questions);
        facts[field] = somebody[field];
      }
    };
    const inOrder = kind.others.map((f) => f.name);
    let [best, plain] = [0, 0];
    for (const somebody of fc.sample(kind.somebody, { numRuns: 10, seed: 7 })) {
      best += asked(somebody, (fields) => fields[0]!);
      plain += asked(somebody, (fields) => inOrder.find((name) => fields.includes(name))!);
    }
    // Measured: two thirds and less.
    expect(best / plain).toBeLessThan(0.8);
  });
});
