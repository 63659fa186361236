import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { decode } from "../../src/prove/decode.ts";
import { type Bounds, Encoder } from "../../src/prove/encode/encoder.ts";
import { type Assignment, Evaluation } from "../../src/prove/formulas/terms.ts";
import type { Value as Encoded } from "../../src/prove/formulas/values.ts";
import { dayNumber } from "../../src/runtime/calendar.ts";
import { rational } from "../../src/runtime/rational.ts";
import { arbitraryCase } from "../generators/case.ts";
import { arbitraryPlacementCase } from "../generators/placement-case.ts";
import { Tape, tapeNumbers } from "../generators/tape.ts";
import { evaluateWorld, type ReferenceContext } from "../reference/evaluate.ts";
import { exact } from "../reference/fraction.ts";
import type { Value } from "../reference/value.ts";
import { runs } from "./runs.ts";

/**
 * The formulas that proofs are made of against the oracle: free values at random, the data they stand for, and for
 * every cell what the formula says and what the oracle computes from those data.
 */

const BOUNDS: Bounds = { cohort: 3, records: 2, years: 2 };

function assignmentFor(encoder: Encoder, tape: Tape): Assignment {
  const all = tape.chance(2);
  const values = new Map<string, boolean | ReturnType<typeof rational>>();
  for (const term of encoder.terms.free) {
    if (term.op === "bool") values.set(term.name, (all && term.name.endsWith("|在")) || tape.chance(2));
    else if (term.op === "int" || term.op === "real") {
      const low = term.low ? Math.ceil(Number(term.low.num) / Number(term.low.den)) : -50;
      const high = term.high ? Math.floor(Number(term.high.num) / Number(term.high.den)) : low + 200;
      values.set(term.name, rational(low + tape.below(Math.max(1, high - low + 1))));
    }
  }
  return values;
}

/** As text, where the oracle has one value for it. */
function shownByOracle(v: Value): string | null {
  switch (v.kind) {
    case "number": {
      const value = exact(v.interval);
      return value ? `${value.num}/${value.den}` : null;
    }
    case "truth":
      return v.value === undefined ? null : String(v.value);
    case "choice":
      return v.possible.size === 1 ? String([...v.possible][0]) : null;
    case "date":
      return String(dayNumber(v.value.year, v.value.month, v.value.day));
    case "text":
    case "party":
    case "link":
    case "links":
    case "posts":
    case "unknown":
      return null;
  }
}

function shown(encoder: Encoder, v: Encoded, found: Evaluation): string | null {
  switch (v.kind) {
    case "number": {
      const value = found.number(encoder.numbers.flat(v.num));
      return `${value.num}/${value.den}`;
    }
    case "truth":
      return String(found.truth(v.is));
    case "choice":
      return String(v.from.filter((f) => found.truth(f)).length - 1);
    case "date":
      return String(found.number(v.day).num);
    case "name":
      return null;
  }
}

/** How many cells were looked at: a law that compares nothing holds. */
const compared = { count: 0 };

function disagreements(measure: Measure, numbers: readonly number[], year: number): string[] {
  const encoder = new Encoder([measure], { year, period: 1, bounds: BOUNDS });
  const side = encoder.sides[0]!;
  const kinds = measure.subjects.filter((k) => !k.of);
  const wrong: string[] = [];
  const cells = measure.cells.flatMap((cell) => {
    const kind = measure.subjects[cell.subject]!;
    if (kind.of) return [];
    const before = encoder.abstracted.size;
    const freeBefore = encoder.terms.free.length;
    const value = encoder.cell(side, cell.id, encoder.rowsOf(kind.name)[0]!);
    // Once something is left free, whatever uses it may say anything.
    return encoder.abstracted.size === 0 && before === 0
      ? [{ cell, value, made: encoder.terms.free.length - freeBefore }]
      : [];
  });
  for (const { value } of cells) if (value.kind === "number") encoder.numbers.flat(value.num);
  const values = assignmentFor(encoder, new Tape([...numbers]));
  const found = new Evaluation(values);
  if (!encoder.numbers.conditions.every((c) => found.truth(c))) return [];
  const data = decode(encoder, values, encoder.rowsOf(kinds[0]!.name)[0]!);
  const world = evaluateWorld(measure, data.cohort, {
    ...data.context,
    period: data.context.period ?? 1,
    history: (data.context.history ?? []) as NonNullable<ReferenceContext["history"]>,
  });
  for (const { cell, value } of cells) {
    const kind = measure.subjects[cell.subject]!.name;
    const subject = world.subjects.find((s) => s.id === `${kind}1`);
    if (!subject) continue;
    const expected = shownByOracle(subject.cells.get(cell.id)!);
    const said = shown(encoder, value, found);
    if (expected !== null && said !== null) compared.count += 1;
    if (expected !== null && said !== null && expected !== said)
      wrong.push(
        `cell ${cell.id} ${cell.name ?? ""} 「${cell.text}」: ${said}, the oracle says ${expected}\n${JSON.stringify(data, null, 1)}`,
      );
    if (wrong.length > 0) break;
  }
  return wrong;
}

describe("formulas say what the oracle computes", () => {
  test("of generated measures", () => {
    fc.assert(
      fc.property(arbitraryCase({ holes: false }), tapeNumbers(80), (c, numbers) => {
        expect(disagreements(c.measure, numbers, 2018)).toEqual([]);
      }),
      runs(150),
    );
    expect(compared.count).toBeGreaterThan(100);
  });

  test("of generated rankings", () => {
    fc.assert(
      fc.property(arbitraryPlacementCase(), tapeNumbers(80), (c, numbers) => {
        expect(disagreements(c.measure, numbers, 2018)).toEqual([]);
      }),
      runs(150),
    );
  });
});
