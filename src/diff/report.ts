import type { ChangeEvidence, Evidence } from "./evidence.ts";
import { evidenceJson, proofJson } from "./evidence-json.ts";
import { nameOf, sentence } from "./sentences.ts";
import {
  type Change,
  type Direction,
  higher,
  joinDirections,
  type Level,
  type MeasureDiff,
} from "./types.ts";

/** What is told of several files: one entry each, and what approvals say. */

export interface FileDiff {
  /** `same`: no change at all. `added`, `removed`: the whole measure. */
  readonly status: "same" | "changed" | "added" | "removed" | "renamed";
  /** As the user knows the file; null where it is not. */
  readonly oldPath: string | null;
  readonly newPath: string | null;
  /** null for a whole measure added or removed. */
  readonly diff: MeasureDiff | null;
  /** Errors in the old and the new text; with any, only the texts were compared. */
  readonly errors: readonly [number, number];
}

export interface Report {
  /** What was compared: `main`, `HEAD`, a path. */
  readonly old: string;
  readonly new: string;
  readonly files: readonly FileDiff[];
  /** Fingerprints of the changes that somebody approved. */
  readonly approved: ReadonlySet<string>;
  readonly language: "zh" | "en";
  /** Who fares differently, or a proof that nobody does; none where it was not asked for. */
  readonly evidence?: ReadonlyMap<MeasureDiff, Evidence>;
}

export const evidenceOf = (report: Pick<Report, "evidence">, f: FileDiff): Evidence | undefined =>
  f.diff ? report.evidence?.get(f.diff) : undefined;

/** A whole measure that comes or goes can alter anything. */
export const levelOf = (f: FileDiff): Level | null =>
  f.diff ? f.diff.level : f.status === "same" ? null : "outcome";
export const directionOf = (f: FileDiff): Direction =>
  f.diff ? f.diff.direction : f.status === "same" ? "none" : "either";

export function summaryOf({ files }: Pick<Report, "files">): { level: Level | null; direction: Direction } {
  const levels = files.map(levelOf).filter((l) => l !== null);
  return {
    level: levels.length === 0 ? null : levels.reduce(higher),
    direction: files.map(directionOf).reduce(joinDirections, "none"),
  };
}

export const pathOf = (f: FileDiff): string => (f.newPath ?? f.oldPath)!;

/** The heading of a change: its name with its title. */
export function headingOf(c: Change, language: "zh" | "en"): string {
  const title = (c.new ?? c.old)?.title;
  return `${nameOf(c, language)}${title ? `【${title}】` : ""}`;
}

/** The JSON form, by `schemas/diff.schema.json`. */
export function reportJson(report: Report): Record<string, unknown> {
  const { level, direction } = summaryOf(report);
  return {
    diffVersion: 1,
    old: report.old,
    new: report.new,
    level,
    direction,
    files: report.files.map((f) => ({
      status: f.status,
      old: f.oldPath,
      new: f.newPath,
      level: levelOf(f),
      direction: directionOf(f),
      basis: f.diff?.basis ?? "text",
      errors: { old: f.errors[0], new: f.errors[1] },
      ...(report.evidence && { proof: proofJson(evidenceOf(report, f)?.whole, f.diff?.changes ?? []) }),
      changes: (f.diff?.changes ?? []).map((c) =>
        changeJson(
          c,
          report.approved,
          report.evidence !== undefined,
          evidenceOf(report, f)?.changes.get(c.fingerprint),
        ),
      ),
    })),
  };
}

function changeJson(
  c: Change,
  approved: ReadonlySet<string>,
  asked: boolean,
  evidence: ChangeEvidence | undefined,
): Record<string, unknown> {
  return {
    kind: c.kind,
    level: c.level,
    direction: c.direction,
    of: c.of,
    fingerprint: c.fingerprint,
    approved: approved.has(c.fingerprint),
    name: { zh: nameOf(c, "zh"), en: nameOf(c, "en") },
    old: c.old,
    new: c.new,
    parts: c.parts.map((p) => ({ ...p, zh: sentence(p, "zh"), en: sentence(p, "en") })),
    ...(asked && { evidence: evidenceJson(evidence, c) }),
  };
}
