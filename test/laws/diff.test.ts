import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { declaredIn } from "../../src/diff/declared.ts";
import { diffMeasures } from "../../src/diff/diff.ts";
import { withNames } from "../../src/diff/renames.ts";
import type { Change, ChangeKind, Direction, MeasureDiff, Version } from "../../src/diff/types.ts";
import { format } from "../../src/format/format.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { mutationsOf } from "../generators/mutations.ts";

/** Laws of the comparison of versions, over the shipped measures and small amendments of them. */

const policies = readdirSync("policies", { withFileTypes: true })
  .filter((e) => e.isDirectory())
  .map((e) => [e.name, readFileSync(`policies/${e.name}/measure.banfa`, "utf8")] as const);

function version(text: string): Version {
  const source = new SourceText("measure.banfa", text);
  const { file, measure } = compile(source);
  return { source, file, measure };
}

/** A spread of the mutations that still compile; BANFA_RUNS asks for that many a measure. */
function amended(text: string): { readonly what: string; readonly version: Version }[] {
  const all = mutationsOf(text);
  const wanted = Number(process.env.BANFA_RUNS ?? "0") || 12;
  const every = Math.max(1, Math.floor(all.length / wanted));
  return all
    .filter((_, i) => i % every === 0)
    .map((m) => ({ what: `${m.what}, line ${m.line}`, version: version(m.text) }))
    .filter((m) => m.version.measure !== null);
}

const OTHER_WAY: Readonly<Record<ChangeKind, ChangeKind>> = {
  added: "removed",
  removed: "added",
  moved: "moved",
  renumbered: "renumbered",
  reworded: "reworded",
  changed: "changed",
  affected: "affected",
  renamed: "renamed",
};
const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  none: "none",
  either: "either",
  stricter: "looser",
  looser: "stricter",
};

const plain = (c: Change) =>
  JSON.stringify([c.kind, c.level, c.direction, c.old, c.new, c.parts.map((p) => JSON.stringify(p)).sort()]);
const mirrored = (c: Change): Change => ({
  ...c,
  kind: OTHER_WAY[c.kind],
  direction: OPPOSITE[c.direction],
  old: c.new,
  new: c.old,
  // Of what both ways name after the new version, only the figures turn.
  parts: c.parts.map((p) => ({ ...p, old: p.new, new: p.old })),
});
const changesOf = (d: MeasureDiff, each: (c: Change) => Change = (c) => c) =>
  d.changes.map((c) => plain(each(c))).sort();

describe.each(policies)("%s", (_name, text) => {
  const before = version(text);

  it("is equal to itself", () => {
    expect(diffMeasures(before, version(text))).toEqual({
      basis: "meaning",
      level: null,
      direction: "none",
      changes: [],
      renamed: [],
    });
  });

  it("has no change from comments and layout", () => {
    const commented = text.replace(/^(?!\s*(?:#|注))(.*\S)$/gm, "$1   # 说明").replace(/^/, "# 开头\n\n");
    expect(diffMeasures(before, version(commented)).changes).toEqual([]);
  });

  it("differs in words at most when its keywords are written in English", () => {
    const source = new SourceText("measure.banfa", text);
    const english = format(source, { keywords: "en" }).text!;
    const found = diffMeasures(before, version(english));
    expect(found.changes.filter((c) => c.level !== "wording")).toEqual([]);
  });

  it("keeps every fingerprint through comments, layout and the language of keywords", () => {
    const source = new SourceText("measure.banfa", text);
    const english = format(source, { keywords: "en" }).text!;
    for (const c of diffMeasures(before, version(english)).changes)
      expect(c.new?.fingerprint).toBe(c.old?.fingerprint);
  });

  it("tells another name as such, wherever it is written, and the mirror of it", { timeout: 120_000 }, () => {
    const all = [...declaredIn(before.measure!).values()];
    // Elsewhere in each measure, so that facts, figures, grades and measures taken have their turn.
    const wanted = Number(process.env.BANFA_RUNS ?? "0") || 1;
    let [told, at] = [0, text.length % all.length];
    for (; told < wanted; at = (at + 7) % all.length) {
      const { name } = all[at]!;
      const after = withNames(before, new Map([[name, `新${name}`]]));
      if (!after) continue;
      const there = diffMeasures(before, version(after.source.text));
      expect(
        there.changes.map((c) => c.kind),
        name,
      ).toEqual(["renamed"]);
      expect(
        there.renamed.map((n) => [n.old, n.new]),
        name,
      ).toEqual([[name, `新${name}`]]);
      expect(["structure", "data"], name).toContain(there.level);
      const back = diffMeasures(version(after.source.text), before);
      expect(changesOf(back), name).toEqual(changesOf(there, mirrored));
      told += 1;
    }
  });

  it("finds every amendment, and the mirror of it the other way round", { timeout: 120_000 }, () => {
    for (const { what, version: after } of amended(text)) {
      const there = diffMeasures(before, after);
      const back = diffMeasures(after, before);
      expect(there.changes.length, what).toBeGreaterThan(0);
      expect(changesOf(back), what).toEqual(changesOf(there, mirrored));
      expect(back.direction, what).toBe(OPPOSITE[there.direction]);
      if (what.startsWith("renumbered")) expect(there.level, what).toBe("wording");
    }
  });
});
