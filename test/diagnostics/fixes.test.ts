import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFixes, chosenFix } from "../../src/diagnostics/fixes.ts";
import { type Fix, type Problem, problem } from "../../src/diagnostics/problem.ts";

/** Fixes never change what their edits do not name, and never need a choice. */

/** Stands for everything that fixes write, so that it can be told from the text. */
const MARK = "\ue000";

const place = (text: string) =>
  fc
    .tuple(fc.nat(text.length + 2), fc.nat(text.length + 2))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const fixIn = (text: string): fc.Arbitrary<Fix> =>
  fc.record(
    {
      zh: fc.constant("改"),
      en: fc.constant("fix"),
      edits: fc.array(fc.record({ span: place(text), text: fc.constantFrom("", MARK, MARK + MARK) }), {
        maxLength: 3,
      }),
      preferred: fc.constant(true as const),
    },
    { requiredKeys: ["zh", "en", "edits"] },
  );

const withFixes = (fixes: readonly Fix[]): Problem => problem("BF1005", {}, { fixes });

const given = fc
  .string({ unit: fc.constantFrom("a", "甲", "\n", "\r", "😀"), maxLength: 30 })
  .chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.array(fc.array(fixIn(text), { maxLength: 3 }).map(withFixes), { maxLength: 6 }),
    ),
  );

describe("applying fixes", () => {
  it("never changes other text", () => {
    fc.assert(
      fc.property(given, ([text, problems]) => {
        const { text: result, applied } = applyFixes(text, problems);
        const edits = applied.flatMap((p) => chosenFix(p)!.edits);
        const gone = new Set(edits.flatMap(({ span }) => range(span.start, span.end)));
        const left = [...range(0, text.length)].filter((i) => !gone.has(i)).map((i) => text[i]);
        expect(result.replaceAll(MARK, "")).toBe(left.join(""));
        // What was written is there once for every different edit.
        const different = new Map(edits.map((e) => [JSON.stringify(e), e.text.length]));
        const written = [...different.values()].reduce((a, b) => a + b, 0);
        expect(result.length - left.join("").length).toBe(written);
      }),
    );
  });

  it("makes all edits of a fix or none", () => {
    fc.assert(
      fc.property(given, ([text, problems]) => {
        const { applied } = applyFixes(text, problems);
        const untouched = problems.filter((p) => !applied.includes(p));
        expect(applyFixes(text, applied)).toEqual(applyFixes(text, problems));
        for (const p of untouched) if (chosenFix(p) === null) expect(applyFixes(text, [p]).text).toBe(text);
      }),
    );
  });

  it("leaves what is accepted, what has no fix, and what needs a choice", () => {
    const fix = (text: string, preferred?: true): Fix => ({
      zh: "",
      en: "",
      edits: [{ span: { start: 0, end: 1 }, text }],
      ...(preferred === undefined ? {} : { preferred }),
    });
    expect(chosenFix(withFixes([]))).toBeNull();
    expect(chosenFix(withFixes([fix("x"), fix("y")]))).toBeNull();
    expect(chosenFix(withFixes([fix("x", true), fix("y", true)]))).toBeNull();
    expect(chosenFix({ ...withFixes([fix("x")]), accepted: "如此" })).toBeNull();
    expect(applyFixes("abc", [withFixes([fix("x"), fix("y", true)])]).text).toBe("ybc");
    expect(
      applyFixes("abc", [withFixes([fix("x")]), withFixes([fix("x")]), withFixes([fix("z")])]),
    ).toMatchObject({
      text: "xbc",
      applied: [{}, {}],
    });
  });
});

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
}
