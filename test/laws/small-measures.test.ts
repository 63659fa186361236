import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import type { Proved } from "../../src/prove/properties/property.ts";
import { proveMeasure } from "../../src/prove/properties/prove.ts";
import { versionOf } from "../../src/prove/replay.ts";
import { Asking } from "../../src/prove/solver.ts";
import { whatIf } from "../../src/prove/what-if.ts";
import { loadZ3, type Z3Solver } from "../../src/prove/z3.ts";
import { SourceText } from "../../src/source/source-text.ts";
import {
  ACCIDENTS,
  type Condition,
  EVERYBODY,
  GRADES,
  type SmallMeasure,
  type Subject,
  smallClasses,
  HEAD as smallHead,
  smallMeasure,
} from "../generators/small-measure.ts";
import { runs } from "./runs.ts";

/** What `prove` and `what-if` say of measures of which every subject can be looked at. */

let solver: Z3Solver | null = null;
beforeAll(async () => {
  solver = await loadZ3();
});
afterAll(() => solver?.close());

const compiled = (text: string) => {
  const { measure, problems } = compile(new SourceText("m.banfa", text));
  return {
    measure,
    errors: measure ? [] : problems.filter((p) => p.severity === "error").map((p) => p.code),
  };
};

const somebody = (holds: (s: Subject) => boolean): boolean => EVERYBODY.some(holds);

/** What the functions say of one verdict. */
function expected(m: SmallMeasure, { name, about, outcome }: Proved): "holds" | "fails" {
  const is = (yes: boolean) => (yes ? "holds" : "fails");
  const { items, ceiling, assertion } = m;
  const any = (s: Subject, of: readonly Condition[]) => of.some((c) => c.holds(s));
  const units = [...items.map((c) => ({ c, cite: "第二条" })), { c: ceiling, cite: "第三条" }];
  const find = () => units.find((u) => about.cites[0]!.startsWith(u.cite) && u.c.text === about.text)!;
  switch (name) {
    case "assertion":
      return is(!somebody((s) => assertion.when.holds(s) && m.gradeOf(s) !== assertion.grade));
    case "dead":
      if (about.what === "assertion") return is(somebody(assertion.when.holds));
      if (about.what === "grade")
        return is(somebody((s) => about.text === `考核等次 ${GRADES[m.gradeOf(s)]}`));
      if (about.what === "row") return is(somebody(m.rows.find((r) => r.text === about.text)!.holds));
      if (about.cites[0] === "第二条") return is(somebody((s) => any(s, items)));
      return is(somebody(find().c.holds));
    case "gap":
      return is(EVERYBODY.every((s) => any(s, m.rows)));
    case "overlap":
      return is(!somebody((s) => m.rows.filter((r) => r.holds(s)).length > 1));
    case "subsumed": {
      // What is as strong, or stronger, may make it idle; a list of one is said by its condition.
      const own = about.cites[0]!.startsWith("第二条") ? items : [ceiling];
      const mine = own.filter((c) => c.text === about.text);
      const rest = own === items ? items.filter((c) => !mine.includes(c)) : items;
      return is(mine.length === 1 && somebody((s) => any(s, mine) && !any(s, rest)));
    }
    case "monotone": {
      const fact = about.text.startsWith("甲") ? "甲" : "乙";
      const steps = EVERYBODY.flatMap((s) => {
        const next = EVERYBODY.find(
          (o) =>
            o[fact] === s[fact] + 1 &&
            (["甲", "乙", "事故", "造假"] as const).every((f) => f === fact || o[f] === s[f]),
        );
        return next ? [m.gradeOf(next) - m.gradeOf(s)] : [];
      });
      const [rises, falls] = [steps.every((d) => d >= 0), steps.every((d) => d <= 0)];
      if (outcome.status !== "holds") return is(rises || falls);
      return is(outcome.direction === "falling" ? falls : rises);
    }
  }
}

describe("small measures", () => {
  test("have the properties that are proved, and not those that are refuted", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(smallMeasure, async (m) => {
        const { measure, errors } = compiled(m.text);
        expect(errors, m.text).toEqual([]);
        const { proved } = await proveMeasure(solver!, versionOf(measure!), { year: 2026, language: "zh" });
        for (const p of proved) {
          const about = `${p.name} ${p.about.what} ${p.about.cites[0]} ${p.about.text}\n${m.text}`;
          expect(p.outcome.status, about).toBe(expected(m, p));
          seen.add(`${p.name} ${p.outcome.status}`);
        }
      }),
      runs(3),
    );
    for (const name of ["dead", "subsumed", "monotone", "assertion"])
      expect([...seen]).toEqual(expect.arrayContaining([`${name} fails`]));
  });

  test("are refused or refuted exactly where two classes overlap or leave somebody out", async () => {
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(smallClasses, async ({ text, classes }) => {
        const count = (s: Subject) => classes.filter((c) => c.holds(s)).length;
        const [gap, overlap] = [somebody((s) => count(s) === 0), somebody((s) => count(s) > 1)];
        const { measure, errors } = compiled(text);
        if (!measure) {
          // The compiler sees what facts can be, and not how 丙 hangs together with them.
          expect(
            errors.every((e) => e === "BF3125" || e === "BF3126"),
            text,
          ).toBe(true);
          if (!text.includes("丙 不") && !/丙 \d/.test(text)) expect([gap, overlap], text).toContain(true);
          return;
        }
        looked += 1;
        const { proved } = await proveMeasure(solver!, versionOf(measure), {
          ...{ year: 2026, language: "zh", only: ["gap", "overlap"] },
        });
        for (const { name, about, outcome } of proved)
          if (about.what === "base")
            expect(`${name} ${outcome.status}`, text).toBe(
              `${name} ${(name === "gap" ? gap : overlap) ? "fails" : "holds"}`,
            );
      }),
      runs(12),
    );
    expect(looked).toBeGreaterThan(0);
  });

  test("have the least change that is proved to be one, and none where that is proved", async () => {
    await fc.assert(
      fc.asyncProperty(
        smallMeasure,
        fc.nat({ max: EVERYBODY.length - 1 }),
        fc.integer({ min: 1, max: 2 }),
        fc.boolean(),
        async (m, who, reach, narrow) => {
          const { measure } = compiled(m.text);
          const subject = EVERYBODY[who]!;
          const found = await whatIf(
            {
              measure: measure!,
              compiled: load(measure!),
              cohort: { 村: [{ ...subject, 编号: "甲村", 事故: ACCIDENTS[subject.事故] }] },
              context: { year: 2026 },
              ...{ kind: "村", index: 0, reach },
              grade: measure!.cells.find((c) => c.name === "考核等次")!,
              only: narrow ? new Set(["甲", "造假"]) : null,
              keep: new Set(),
            },
            new Asking(solver!, 10_000),
          );
          const facts = narrow ? (["甲", "造假"] as const) : (["甲", "乙", "事故", "造假"] as const);
          const others = EVERYBODY.filter(
            (o) =>
              m.gradeOf(o) >= reach &&
              (["甲", "乙", "事故", "造假"] as const).every(
                (f) => (facts as readonly string[]).includes(f) || o[f] === subject[f],
              ),
          );
          const cost = (o: Subject): [number, number] => {
            const changed = facts.filter((f) => o[f] !== subject[f]);
            const range = { 甲: 4, 乙: 3, 事故: 1, 造假: 1 } as const;
            const far = changed.reduce(
              (n, f) => n + Math.abs(Number(o[f]) - Number(subject[f])) / range[f],
              0,
            );
            return [changed.length, Math.round(far * 1e6)];
          };
          const [best] = others.map(cost).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
          if (best?.[0] === 0) expect(found.reached).toBe(true);
          else if (!best) expect([found.proof, found.alternatives], m.text).toEqual(["impossible", []]);
          else {
            expect(found.proof, m.text).toBe("least");
            const to = { ...subject } as Record<string, unknown>;
            for (const c of found.alternatives[0]!.changes)
              to[c.fact] = c.fact === "事故" ? ACCIDENTS.indexOf(c.to as "无") : c.to;
            expect(m.gradeOf(to as unknown as Subject)).toBeGreaterThanOrEqual(reach);
            expect(cost(to as unknown as Subject), m.text).toEqual(best);
          }
        },
      ),
      runs(6),
    );
  });

  test("are proved for rankings among those who are there", async () => {
    const text = `${smallHead}第一条
  丙 = 甲 + 乙
  等次 考核等次 由高到低 优秀、合格、不合格
  依 丙 由高到低 排名 评定 考核等次,并列者一并列入,不含 受限者:
    前 1 名 为 优秀
    其余 为 合格
  造假 的,评为 不合格
`;
    const { measure } = compiled(text);
    const record = (s: Subject, id: string) => ({ ...s, 编号: id, 事故: ACCIDENTS[s.事故] });
    const anybody = fc.constantFrom(...EVERYBODY);
    await fc.assert(
      fc.asyncProperty(anybody, fc.array(anybody, { minLength: 1, maxLength: 3 }), async (me, others) => {
        const cohort = { 村: [record(me, "甲村"), ...others.map((o, i) => record(o, `${i}`))] };
        const question = { measure: measure!, compiled: load(measure!), cohort, context: { year: 2026 } };
        const found = await whatIf(
          {
            ...{
              ...question,
              kind: "村",
              index: 0,
              reach: 2,
              only: new Set(["甲", "造假"]),
              keep: new Set(),
            },
            grade: measure!.cells.find((c) => c.name === "考核等次")!,
          },
          new Asking(solver!, 10_000),
        );
        const sum = (s: Subject) => s.甲 + s.乙;
        const best = Math.max(...others.filter((o) => !o.造假).map(sum), -1);
        const least = Math.max(0, best - me.乙);
        if (me.甲 >= least && !me.造假) expect(found.reached).toBe(true);
        else if (least > 4) expect([found.proof, found.alternatives]).toEqual(["impossible", []]);
        else {
          expect(found.proof).toBe("least");
          const changes = found.alternatives[0]!.changes.map((c) => [c.fact, c.to]);
          expect(changes).toEqual([
            ...(me.甲 < least ? [["甲", least]] : []),
            ...(me.造假 ? [["造假", false]] : []),
          ]);
        }
      }),
      runs(5),
    );
  });
});
