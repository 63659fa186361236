import { sha256 } from "../source/sha256.ts";
import { type Attributed, attribute } from "./meaning/attribute.ts";
import { keyOf } from "./meaning/piece.ts";
import { declaringUnit, isSupplied, type Renaming, renamingOf } from "./renames.ts";
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
  type Renamed,
  type Version,
} from "./types.ts";

/**
 * The comparison of two versions of a measure, clause by clause. The trees say which clauses correspond and how their
 * words differ; the meaning says how far a difference reaches and for whom.
 */

/** Compares two versions. Never throws; a version with errors is compared by its text alone. */
export function diffMeasures(before: Version, after: Version): MeasureDiff {
  const renaming = renamingOf(before, after);
  if (renaming === null) return diffAs(before, before, after, null);
  return diffAs(before, renaming.before, after, renaming);
}

/** @param written the old version as it is; `before` may have new names in it */
function diffAs(written: Version, before: Version, after: Version, renaming: Renaming | null): MeasureDiff {
  const trees = { old: unitsOf(before), new: unitsOf(after) };
  const pairs = pairUnits(trees.old, trees.new);
  const renames = renamesByUnit(renaming, trees, pairs, after);
  const listed = findings(trees, pairs);
  const found = [
    ...listed,
    ...[...renames.keys()]
      .filter((p) => !listed.some((f) => f.old === p.old && f.new === p.new))
      .map((p): Found => ({ ...p, structural: false })),
  ];
  const basis = before.measure && after.measure ? "meaning" : "text";
  const attributed: readonly Attributed[] =
    before.measure && after.measure
      ? attribute(before.measure, after.measure, trees, pairs, found)
      : found.map((f) => ({ ...f, differences: [], needs: f.structural }));
  const writtenUnits = written === before ? trees.old.units : unitsOf(written).units;
  const changes = attributed
    .map((a) => toChange(a, { basis, trees, pairs, written, writtenUnits, before, after, renames }))
    .filter((c) => c !== null)
    .sort((a, b) => a.at - b.at)
    .map((c) => c.change);
  return {
    basis,
    level: changes.length === 0 ? null : changes.map((c) => c.level).reduce(higher),
    direction: changes.map((c) => c.direction).reduce(joinDirections, "none"),
    changes,
    renamed: renaming?.names ?? [],
  };
}

interface Comparing {
  readonly basis: MeasureDiff["basis"];
  readonly trees: { readonly old: UnitTree; readonly new: UnitTree };
  readonly pairs: readonly Pair[];
  readonly written: Version;
  /** The units of the old version as it is written, by `index`. */
  readonly writtenUnits: readonly Unit[];
  readonly before: Version;
  readonly after: Version;
  readonly renames: ReadonlyMap<Pair, readonly Renamed[]>;
}

/** By the units that declare what has another name. */
function renamesByUnit(
  renaming: Renaming | null,
  trees: Comparing["trees"],
  pairs: readonly Pair[],
  { measure }: Version,
): Map<Pair, Renamed[]> {
  const found = new Map<Pair, Renamed[]>();
  for (const name of renaming?.names ?? []) {
    const unit = declaringUnit(trees.new, name.new, measure!, name.of);
    const pair = pairs.find((p) => p.new === unit) ?? pairs.find((p) => p.new === trees.new.root)!;
    found.set(pair, [...(found.get(pair) ?? []), name]);
  }
  return found;
}

function toChange(a: Attributed, comparing: Comparing): { at: number; change: Change } | null {
  const { basis, trees, pairs, written, writtenUnits, before, after } = comparing;
  const names = [...comparing.renames].find(([p]) => p.old === a.old && p.new === a.new)?.[1] ?? [];
  // A clause that cites a changed one has another fingerprint; unless it means something else, that is no news of it.
  if (names.length === 0 && a.sameWords === true && a.differences.length === 0 && !a.needs && onlyCites(a))
    return null;
  const direction: Direction =
    basis === "text"
      ? levelOf(a, basis) === "outcome"
        ? "either"
        : "none"
      : a.differences.map((d) => d.direction).reduce(joinDirections, "none");
  const newOf = new Map(pairs.map((p) => [p.old, p.new]));
  const oldOf = new Map(pairs.map((p) => [p.new, p.old]));
  const parts: Part[] = [
    ...names.map((n): Part => ({ form: "name", subject: n.of ?? "", old: n.old, new: n.new })),
    ...placeParts(a.old, a.new, newOf, oldOf),
    ...(a.old && a.new ? unitParts(a.old, before.source, a.new, after.source) : []),
  ];
  const [old, now] = [placeOf(a.old && writtenUnits[a.old.index]!, written), placeOf(a.new, after)];
  const meaning = a.differences
    .map((d) => `${d.old ? keyOf(d.old) : ""}→${d.new ? keyOf(d.new) : ""}`)
    .concat(names.map((n) => `${n.old} is ${n.new}`))
    .sort();
  const own = levelOf(a, basis);
  const supplied = names.some((n) => isSupplied(n, after.measure!));
  const otherwise = a.structural || a.differences.length > 0 || a.needs || a.renamed !== undefined;
  const change: Change = {
    kind: names.length > 0 && !otherwise ? "renamed" : kindOf(a, newOf),
    level: names.length === 0 ? own : higher(own, supplied ? "data" : "structure"),
    direction,
    of: (a.new ?? a.old)!.kind,
    old,
    new: now,
    fingerprint: sha256([a.old?.fingerprint ?? "", now?.fingerprint ?? "", ...meaning].join("\n")).slice(
      0,
      16,
    ),
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
