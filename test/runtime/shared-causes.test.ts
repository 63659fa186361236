import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CauseSet, type Causes, partsBySubject, partsOf, unite } from "../../src/runtime/open-causes.ts";
import type { Cause, ManySubjects } from "../../src/runtime/result.ts";
import { SharedCauses } from "../../src/runtime/shared-causes.ts";

/** Causes of many subjects, where they were made and in another thread. */

const subject = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.constantFrom("甲", "乙", "__proto__", "constructor"),
);
const field = fc.constantFrom("得分", "上报率");
const cause: fc.Arbitrary<Cause> = fc.oneof(
  fc.record({ kind: fc.constantFrom("missing-fact", "bad-fact"), subject, field }) as fc.Arbitrary<Cause>,
  fc.record({
    ...{ kind: fc.constant("missing-period"), subject, field },
    periods: fc.array(fc.constantFrom("1月", "2月"), { maxLength: 2 }),
  }) as fc.Arbitrary<Cause>,
  fc.record({ kind: fc.constant("tie"), cite: fc.constantFrom("第一条", "第二条") }) as fc.Arbitrary<Cause>,
);
const causes = fc.array(cause, { maxLength: 40, size: "max" });

const texts = (of: Causes): string[] => of.map((c) => JSON.stringify(c));
const once = (of: readonly string[]): string[] => [...new Set(of)];

describe("causes", () => {
  test("are united without repetition, in their order", () => {
    fc.assert(
      fc.property(causes, causes, (a, b) => {
        const [one, other] = [gathered([a]), gathered([b])];
        expect(texts(unite(one, other))).toEqual(once([...texts(one), ...texts(other)]));
      }),
    );
  });

  test("are gathered without repetition, in their order", () => {
    fc.assert(
      fc.property(fc.array(causes, { maxLength: 4 }), (lists) => {
        expect(texts(gathered([...lists, ...lists]))).toEqual(once(lists.flatMap(texts)));
      }),
    );
  });

  test("of many subjects stand for the same in another thread", () => {
    let many = 0;
    fc.assert(
      fc.property(fc.array(causes, { minLength: 1, maxLength: 4 }), (lists) => {
        const set = new CauseSet();
        for (const list of lists) set.add(list);
        const [here, there] = [new SharedCauses(), new SharedCauses()];
        for (const of of set.folded()) {
          if (of.kind !== "many-subjects") continue;
          many++;
          const before = partsOfAll(of);
          expect(here.share(of)).toBe(here.share(of));
          const [[copy]] = structuredClone(here.since(there.size)) as [[ManySubjects, never]];
          there.learn(structuredClone(here.since(there.size)));
          expect(copy).toEqual(of);
          const sent = there.at(here.numberOf(of)!);
          for (const one of [of, sent]) {
            expect(partsOfAll(one)).toEqual(before);
            for (const [id, own] of before) expect(partsOf(one, id)).toEqual(own);
            expect(partsOf(one, "nobody has this id")).toEqual([]);
            expect(partsOf(one)).toEqual(before.flatMap(([, own]) => own));
          }
        }
      }),
    );
    expect(many).toBeGreaterThan(0);
  });
});

const partsOfAll = (of: ManySubjects): (readonly [string, Causes])[] =>
  [...partsBySubject(of).entries()].map(([id, part]) => [id, [part].flat()]);

function gathered(lists: readonly Causes[]): Causes {
  const set = new CauseSet();
  for (const list of lists) set.add(list);
  return set.list();
}
