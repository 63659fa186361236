import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diffMeasures } from "../../src/diff/diff.ts";
import { evidenceFor } from "../../src/diff/evidence.ts";
import { Splicing } from "../../src/diff/splice.ts";
import { format } from "../../src/format/format.ts";
import { changesBetween, resultOf, versionOf } from "../../src/prove/replay.ts";
import { prove } from "../../src/prove/verdict.ts";
import { loadZ3, type Z3Solver } from "../../src/prove/z3.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { mutationsOf } from "../generators/mutations.ts";
import { articlesExchanged } from "../generators/reordered.ts";
import { amended, commented, policies, version } from "./amended.ts";

/** Laws of evidence: what only looks different is proved to be the same, and every example is one. */

const nobody = { status: "same", within: null };
/** No question may be asked: what holds by what rules are made of needs no solver. */
const options = {
  solver: { run: () => Promise.reject(new Error("a solver was asked")) },
  year: 2024,
};

let solver: Z3Solver | null = null;
beforeAll(async () => {
  solver = await loadZ3();
});
afterAll(() => solver?.close());

describe.each(policies)("%s", (_name, text) => {
  const before = version(text);
  const same = async (after: string) => {
    const measure = version(after).measure!;
    expect(await prove(versionOf(before.measure!), versionOf(measure), options)).toEqual(nobody);
  };

  it("is proved to be the same whatever its layout, its comments and the language of its keywords", async () => {
    const source = new SourceText("measure.banfa", text);
    await same(text);
    await same(format(source, {}).text!);
    await same(format(source, { keywords: "en" }).text!);
    await same(commented(text));
  });

  it("is proved to be the same when items change places", { timeout: 60_000 }, async () => {
    const swapped = mutationsOf(text).filter((m) => m.what === "items exchanged");
    for (const m of swapped.slice(0, 3)) if (version(m.text).measure) await same(m.text);
  });

  it.each([
    ["with their numbers", false],
    ["and take the numbers of their new places", true],
  ])("is the same when articles change places %s", async (_how, renumbered) => {
    const after = version(articlesExchanged(text, text.length, renumbered));
    expect(after.source.text).not.toBe(text);
    const { changes } = diffMeasures(before, after);
    expect(
      changes.filter((c) => c.level !== "wording").map((c) => [c.kind, c.old?.citation, c.parts]),
    ).toEqual([]);
    await same(after.source.text);
  });

  it("is the old text with no change made, and the new one with all of them", { timeout: 120_000 }, () => {
    for (const { what, after } of amended(text, 2)) {
      const { changes } = diffMeasures(before, after);
      const splicing = new Splicing(before, after, changes);
      expect(splicing.text(new Set()), what).toBe(text.endsWith("\n") ? text : `${text}\n`);
      const all = version(splicing.text(new Set(changes)));
      expect(
        diffMeasures(all, after).changes.filter((c) => c.level !== "wording"),
        what,
      ).toEqual([]);
    }
  });

  it("has only examples that both versions confirm", { timeout: 300_000 }, async () => {
    for (const { what, after } of amended(text, 2)) {
      const diff = diffMeasures(before, after);
      const settings = { solver, year: 2024, timeoutMs: 1000, budgetMs: 4000, tries: 200 };
      const evidence = await evidenceFor(before, after, diff, { ...settings, now: () => performance.now() });
      for (const { proof, texts } of evidence!.changes.values()) {
        if (proof.status !== "differs") continue;
        const { kind, id, data, changes } = proof.example;
        const results = [texts.before, texts.after].map((t) =>
          resultOf(versionOf(version(t).measure!), data, kind, id),
        );
        const again = changesBetween(results[0]!, results[1]!, new Map());
        expect(again.length, what).toBeGreaterThan(0);
        if (changes[0]!.aspect === "grade") expect(again[0], what).toEqual(changes[0]);
      }
    }
  });
});
