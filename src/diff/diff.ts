import { sha256 } from "../source/sha256.ts";
import { type Attributed, attribute } from "./meaning/attribute.ts";
import { keyOf } from "./meaning/piece.ts";
import { type Found, findings, plainKey } from "./text/found.ts";
import { type Pair, pairUnits } from "./text/pairing.ts";
import { placeParts, unitParts } from "./text/parts.ts";
import { type Unit, type UnitTree, unitsOf } from "./text/units.ts";
import {
  type Change,
  type ChangeKind,
  type Direction,
  higher,
  joinDirections,
  type Level,
  type MeasureDiff,
  type Part,
  type Place,
  type Version,
} from "./types.ts";

/**
 * The comparison of two versions of a measure, clause by clause. The trees say which clauses correspond and how their
 * words differ; the meaning says how far a difference reaches and for whom.
 */

/** Compares two versions. Never throws; a version with errors is compared by its text alone. */
export function diffMeasures(before: Version, after: Version): MeasureDiff {
  const trees = { old: unitsOf(before), new: unitsOf(after) };
  const pairs = pairUnits(trees.old, trees.new);
  const found = findings(trees, pairs);
  const basis = before.measure && after.measure ? "meaning" : "text";
  const attributed: readonly Attributed[] =
    before.measure && after.measure
      ? attribute(before.measure, after.measure, trees, pairs, found)
      : found.map((f) => ({ ...f, differences: [], needs: f.structural }));
  const changes = attributed
    .map((a) => toChange(a, basis, trees, pairs, before, after))
    .filter((c) => c !== null)
    .sort((a, b) => a.at - b.at)
    .map((c) => c.change);
  return {
    basis,
    level: changes.length === 0 ? null : changes.map((c) => c.level).reduce(higher),
    direction: changes.map((c) => c.direction).reduce(joinDirections, "none"),
    changes,
  };
}

function toChange(
  a: Attributed,
  basis: MeasureDiff["basis"],
  trees: { old: UnitTree; new: UnitTree },
  pairs: readonly Pair[],
  before: Version,
  after: Version,
): { at: number; change: Change } | null {
  // A clause that cites a changed one has another fingerprint; unless it means something else, that is no news of it.
  if (a.sameWords === true && a.differences.length === 0 && !a.needs && onlyCites(a)) return null;
  const direction: Direction =
    basis === "text"
      ? levelOf(a, basis) === "outcome"
        ? "either"
        : "none"
      : a.differences.map((d) => d.direction).reduce(joinDirections, "none");
  const newOf = new Map(pairs.map((p) => [p.old, p.new]));
  const oldOf = new Map(pairs.map((p) => [p.new, p.old]));
  const parts: Part[] = [
    ...placeParts(a.old, a.new, newOf, oldOf),
    ...(a.old && a.new ? unitParts(a.old, before.source, a.new, after.source) : []),
  ];
  const [old, now] = [placeOf(a.old, before), placeOf(a.new, after)];
  const meaning = a.differences
    .map((d) => `${d.old ? keyOf(d.old) : ""}→${d.new ? keyOf(d.new) : ""}`)
    .sort();
  const change: Change = {
    kind: kindOf(a, newOf),
    level: levelOf(a, basis),
    direction,
    of: (a.new ?? a.old)!.kind,
    old,
    new: now,
    fingerprint: sha256([old?.fingerprint ?? "", now?.fingerprint ?? "", ...meaning].join("\n")).slice(0, 16),
    parts,
  };
  return { at: a.new ? a.new.index : positionOf(a.old!, trees, newOf), change };
}

/** Nothing differs but what a citation stands for. */
const onlyCites = ({ old: a, new: b, renamed }: Attributed): boolean =>
  a !== null && b !== null && renamed !== true;

/** Where something removed would stand: behind the nearest one before it that is still there. */
function positionOf(u: Unit, trees: { old: UnitTree }, newOf: ReadonlyMap<Unit, Unit>): number {
  for (let i = u.index - 1; i >= 0; i--) {
    const now = newOf.get(trees.old.units[i]!);
    if (now) return now.index + 0.5;
  }
  return -1;
}

function kindOf(
  { old: a, new: b, affected, sameWords }: Attributed,
  newOf: ReadonlyMap<Unit, Unit>,
): ChangeKind {
  if (a === null) return "added";
  if (b === null) return "removed";
  if (affected === true) return "affected";
  if (a.fingerprint !== b.fingerprint) return sameWords === true ? "affected" : "changed";
  if (a.parent !== null && newOf.get(a.parent) !== b.parent) return "moved";
  return plainKey(a) !== plainKey(b) ? "renumbered" : "reworded";
}

function levelOf(a: Attributed, basis: MeasureDiff["basis"]): Level {
  if (a.differences.length > 0) return "outcome";
  if (basis === "text") return a.structural && holdsRules(a) ? "outcome" : "wording";
  if (a.needs) return "data";
  if (a.old && a.new) return a.old.fingerprint === a.new.fingerprint ? "wording" : "structure";
  return holdsRules(a) ? "structure" : "wording";
}

/** A heading, a chapter or a note is only words. */
function holdsRules({ old: a, new: b }: Found): boolean {
  const filled = (u: Unit | null): boolean =>
    u !== null && u.kind !== "chapter" && (u.text !== "" || u.children.some(filled));
  return filled(a) || filled(b);
}

function placeOf(u: Unit | null, { source }: Version): Place | null {
  if (u === null) return null;
  const { file, start } = source.placeOf(u.span);
  const last = Math.max(u.span.start, u.span.end - 1);
  return {
    citation: u.citation,
    title: u.title,
    ...(file !== source.name && { file }),
    line: start.line,
    endLine: Math.max(start.line, source.placeOf({ start: u.span.start, end: last }).end.line),
    fingerprint: u.fingerprint,
    text: u.text,
  };
}
