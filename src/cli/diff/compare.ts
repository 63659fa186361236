import { compile } from "../../compiler/compile.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { diffMeasures } from "../../diff/diff.ts";
import type { FileDiff } from "../../diff/report.ts";
import type { MeasureDiff, Version } from "../../diff/types.ts";
import type { SourceText } from "../../source/source-text.ts";
import type { Side } from "./sides.ts";

/** Pairs the measures of two sides and compares each pair. */

export interface Compared {
  readonly files: readonly FileDiff[];
  readonly problems: readonly Problem[];
  /** Of the first text read: the language of the report unless another was asked for. */
  readonly language: "zh" | "en" | undefined;
  /** Both versions of each pair, for what is computed with them. */
  readonly pairs: readonly {
    readonly old: CompiledVersion;
    readonly new: CompiledVersion;
    readonly diff: MeasureDiff;
  }[];
}

/** A version with what is wrong with it. */
export interface CompiledVersion extends Version {
  readonly errors: readonly Problem[];
}

/** So much of two texts in common makes a renamed file. */
const RENAMED = 0.6;

export function compareSides(before: Side, after: Side): Compared {
  const problems: Problem[] = [];
  const read = (side: Side, path: string) => {
    const got = side.read(side.files.get(path)!);
    problems.push(...got.problems.filter((p) => p.severity === "error"));
    return got.source;
  };
  const matched = [...before.files.keys()].filter((p) => after.files.has(p)).map((p) => [p, p] as const);
  const texts = {
    old: [...before.files.keys()]
      .filter((p) => !after.files.has(p))
      .map((p) => ({ path: p, source: read(before, p) })),
    new: [...after.files.keys()]
      .filter((p) => !before.files.has(p))
      .map((p) => ({ path: p, source: read(after, p) })),
  };
  const renamed = renames(texts.old, texts.new);
  const files: FileDiff[] = [];
  const pairs: { old: CompiledVersion; new: CompiledVersion; diff: MeasureDiff }[] = [];
  let language: "zh" | "en" | undefined;

  const pair = (
    from: string,
    to: string,
    a: SourceText | null,
    b: SourceText | null,
    status: "changed" | "renamed",
  ) => {
    if (a === null || b === null) return;
    const [old, now] = [versionOf(a), versionOf(b)];
    language ??= now.file.language;
    const diff = diffMeasures(old, now);
    pairs.push({ old, new: now, diff });
    files.push({
      status: status === "changed" && diff.level === null ? "same" : status,
      oldPath: before.files.get(from)!,
      newPath: after.files.get(to)!,
      diff,
      errors: [old.errors.length, now.errors.length],
    });
  };
  for (const [path] of matched) pair(path, path, read(before, path), read(after, path), "changed");
  for (const [a, b] of renamed) pair(a.path, b.path, a.source, b.source, "renamed");
  const whole = (status: "added" | "removed", path: string, source: SourceText | null) => {
    if (source === null) return;
    const version = versionOf(source);
    language ??= version.file.language;
    const errors: [number, number] =
      status === "added" ? [0, version.errors.length] : [version.errors.length, 0];
    files.push({
      status,
      oldPath: status === "removed" ? path : null,
      newPath: status === "added" ? path : null,
      diff: null,
      errors,
    });
  };
  for (const t of texts.old)
    if (!renamed.some(([a]) => a === t)) whole("removed", before.files.get(t.path)!, t.source);
  for (const t of texts.new)
    if (!renamed.some(([, b]) => b === t)) whole("added", after.files.get(t.path)!, t.source);
  files.sort((a, b) => ((a.newPath ?? a.oldPath)! < (b.newPath ?? b.oldPath)! ? -1 : 1));
  return { files, problems, language, pairs };
}

export function versionOf(text: SourceText): CompiledVersion {
  const { source, file, measure, problems } = compile(text);
  return { source, file, measure, errors: problems.filter((p) => p.severity === "error") };
}

interface Text {
  readonly path: string;
  readonly source: SourceText | null;
}

/** Most alike first; a tie goes to the names that stand first. */
function renames(old: readonly Text[], now: readonly Text[]): (readonly [Text, Text])[] {
  const lines = (t: Text) => new Set((t.source?.text ?? "").split("\n").map((l) => l.trim()));
  const candidates = old.flatMap((a) =>
    now.map((b) => {
      const [x, y] = [lines(a), lines(b)];
      const common = [...x].filter((l) => y.has(l)).length;
      return { a, b, score: (2 * common) / (x.size + y.size) };
    }),
  );
  candidates.sort((p, q) => q.score - p.score);
  const found: (readonly [Text, Text])[] = [];
  for (const { a, b, score } of candidates)
    if (score >= RENAMED && !found.some(([x, y]) => x === a || y === b)) found.push([a, b]);
  return found;
}
