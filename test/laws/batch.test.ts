import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { load } from "../../src/compiler/emit/load.ts";
import { BatchPart, type Passed } from "../../src/runtime/batch.ts";
import { oneRowEach } from "../../src/runtime/batch-limits.ts";
import { BatchPasses } from "../../src/runtime/batch-passes.ts";
import { Packer, Unpacker } from "../../src/runtime/batch-transfer.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import type { FactProblem } from "../../src/runtime/facts.ts";
import type { SubjectResult } from "../../src/runtime/result.ts";
import { SharedCauses } from "../../src/runtime/shared-causes.ts";
import { arbitraryCase, type MeasureCase } from "../generators/case.ts";
import { arbitraryPlacementCase } from "../generators/placement-case.ts";
import { contextOf } from "./product.ts";
import { runs } from "./runs.ts";

/** A cohort in batches has the results that it has at once, whatever the batches and however columns get to other threads. */

/** Between the thread that compares all subjects and another, both ways. */
function channels() {
  const [here, there] = [new SharedCauses(), new SharedCauses()];
  const out = new Packer((cause) => here.share(cause));
  const back = new Packer((cause) => there.numberOf(cause));
  const [outUnpacker, backUnpacker] = [
    new Unpacker((number) => there.at(number)),
    new Unpacker((number) => here.at(number), 10),
  ];
  return {
    send<T, U>(pack: (p: Packer) => T, unpack: (u: Unpacker, packed: T) => U): U {
      out.begin();
      const packed = pack(out);
      const sent = structuredClone({ packed, shared: here.since(there.size) });
      there.learn(sent.shared);
      outUnpacker.begin();
      return unpack(outUnpacker, sent.packed);
    },
    sendBack<T, U>(pack: (p: Packer) => T, unpack: (u: Unpacker, packed: T) => U): U {
      back.begin();
      backUnpacker.begin();
      return unpack(backUnpacker, structuredClone(pack(back)));
    },
  };
}

/** Whether the measure can be evaluated in batches and nothing stood in the way. */
function agrees(c: MeasureCase, size: number): boolean {
  const compiled = load(c.measure);
  if (!oneRowEach(compiled)) return false;
  const context = contextOf(c.context);
  const kinds = compiled.tables.subjects.map((s) => s.name);
  const listOf = (kind: string) => (c.cohort[kind] ?? []) as readonly unknown[];
  const most = Math.max(0, ...kinds.map((k) => listOf(k).length));
  const batches = (): { cohort: Record<string, unknown[]>; starts: number[] }[] =>
    Array.from({ length: Math.ceil(most / size) }, (_, i) => ({
      cohort: Object.fromEntries(kinds.map((k) => [k, listOf(k).slice(i * size, (i + 1) * size)])),
      starts: kinds.map((k) => Math.min(i * size, listOf(k).length)),
    }));
  const passes = new BatchPasses(compiled, context);
  const part = new BatchPart(compiled, context);
  const thread = channels();
  const passedFor = (starts: readonly number[], cohort: Record<string, unknown[]>): Passed =>
    new Map(
      [...passes.passed].map(([id, column]) => {
        const kind = compiled.tables.cells[id]!.subject;
        const [from, size] = [starts[kind]!, cohort[kinds[kind]!]!.length];
        return [
          id,
          thread.send(
            (p) => p.part(column, from, from + size),
            (u, packed) => u.column(packed),
          ),
        ];
      }),
    );
  for (let round = 0; round < passes.rounds; round++) {
    for (const { cohort, starts } of batches()) {
      const gathered = part.gather(round, cohort as never, passedFor(starts, cohort), []);
      passes.add(
        thread.sendBack(
          (p) => p.gathered(gathered.gathered),
          (u, packed) => u.gathered(packed),
        ),
      );
    }
    if (part.trouble !== null) return false;
    passes.endRound();
  }
  const subjects: SubjectResult[] = [];
  const problems: FactProblem[] = [];
  for (const { cohort, starts } of batches()) {
    const done = part.report(cohort as never, passedFor(starts, cohort), []);
    subjects.push(...done.subjects());
    for (const p of done.problems)
      problems.push(p.index < 0 ? p : { ...p, index: p.index + starts[kinds.indexOf(p.kind)]! });
  }
  if (part.trouble !== null) return false;
  const whole = evaluateCohort(compiled, c.cohort, context);
  const byKind = (of: readonly SubjectResult[]) => kinds.map((k) => of.filter((s) => s.kind === k));
  expect(byKind(subjects)).toEqual(byKind(whole.result.subjects));
  const told = (of: readonly FactProblem[]) =>
    [...new Set(of.map((p) => JSON.stringify([p.kind, p.index, p.id, p.field, p.issue, p.value])))]
      // A column that the measure does not know is said once a reading.
      .filter((text) => !text.includes('"unknown-field"'))
      .sort();
  if (most > 0) expect(told(problems)).toEqual(told(whole.problems));
  return true;
}

describe("batches", () => {
  const size = fc.integer({ min: 1, max: 4 });

  test.each([
    ["generated measures", arbitraryCase({ holes: false })],
    ["generated measures with facts missing", arbitraryCase({ holes: true })],
    ["rankings", arbitraryPlacementCase()],
  ] as const)("agree with the cohort as a whole on %s", (_, cases) => {
    let taken = 0;
    fc.assert(
      fc.property(cases, size, (c, n) => {
        if (agrees(c, n)) taken++;
      }),
      runs(40),
    );
    expect(taken).toBeGreaterThan(0);
  });
});
