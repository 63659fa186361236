import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { declaredIn } from "../../src/diff/declared.ts";
import { diffMeasures } from "../../src/diff/diff.ts";
import { withNames } from "../../src/diff/new-names.ts";
import {
  type Change,
  type ChangeKind,
  type Direction,
  LEVELS,
  type MeasureDiff,
} from "../../src/diff/types.ts";
import { format } from "../../src/format/format.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { amended, commented, policies, version } from "./amended.ts";

/** Laws of the comparison of versions, over the shipped measures and small amendments of them. */

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
    expect(diffMeasures(before, version(commented(text))).changes).toEqual([]);
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
    for (const { what, after } of amended(text, 12)) {
      const there = diffMeasures(before, after);
      const back = diffMeasures(after, before);
      expect(there.changes.length, what).toBeGreaterThan(0);
      expect(changesOf(back), what).toEqual(changesOf(there, mirrored));
      expect(back.direction, what).toBe(OPPOSITE[there.direction]);
      if (what.startsWith("renumbered")) expect(there.level, what).toBe("wording");
    }
  });
});

/** Cases that are looked at one by one elsewhere: between them they have every kind of change. */
it("has the mirror of every kind of change, of every level and in every direction", () => {
  const root = "test/cases/diff/good";
  const seen = new Set<string>();
  for (const name of readdirSync(root)) {
    const [before, after] = ["old", "new"].map((v) =>
      version(readFileSync(`${root}/${name}/${v}.banfa`, "utf8")),
    );
    const [there, back] = [diffMeasures(before!, after!), diffMeasures(after!, before!)];
    // Where something has another name, sentences use the name of the version that is read second.
    const told = ({ parts, ...c }: Change): Change => ({
      ...c,
      parts: there.renamed.length > 0 ? [] : parts,
    });
    expect(changesOf(back, told), name).toEqual(changesOf(there, (c) => told(mirrored(c))));
    expect([back.level, back.direction], name).toEqual([there.level, OPPOSITE[there.direction]]);
    for (const c of [...there.changes, ...back.changes])
      for (const what of [c.kind, c.level, c.direction]) seen.add(what);
  }
  const all = [...Object.keys(OTHER_WAY), ...LEVELS, ...Object.keys(OPPOSITE)];
  expect([...seen].sort()).toEqual([...new Set(all)].sort());
});
