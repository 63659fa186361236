import { existsSync, statSync } from "node:fs";
import { join, posix, relative, resolve } from "node:path";
import type { Resolve } from "../../compiler/layers/chain.ts";
import { consolidate } from "../../compiler/layers/consolidate.ts";
import { resolveOnDisk } from "../../data/base-files.ts";
import { decode } from "../../data/decode.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { SourceText } from "../../source/source-text.ts";
import { measuresBelow } from "../cases-below.ts";
import { commitOf, contentOf, filesOf, type GitAnswer, mergeBase, topOf, workingFiles } from "../git.ts";
import { readSource } from "../load-measure.ts";

/** What `banfa diff` compares: two files, two folders, two revisions, or a revision and the work tree. */

/** One side of the comparison: measures by their path on that side, and how to read them. */
export interface Side {
  readonly name: string;
  /** Paths that pair the sides, with what messages call the file. */
  readonly files: ReadonlyMap<string, string>;
  readonly read: (path: string) => {
    readonly source: SourceText | null;
    readonly problems: readonly Problem[];
  };
}

export type Sides =
  | { readonly ok: true; readonly old: Side; readonly new: Side }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * A name that is a file or a folder is one; any other first name is a revision (`HEAD~1`, `main..HEAD`,
 * `main...HEAD`), and what follows it narrows it to paths.
 */
export function sidesOf(names: readonly string[], cwd = process.cwd()): Sides {
  const [first, second, ...rest] = names as [string, ...string[]];
  if (existsSync(first) && second !== undefined && rest.length === 0) return onDisk(first, second);
  if (existsSync(first)) return revisions("HEAD", null, names, cwd);
  const range = /^(.*?)(\.{2,3})(.*)$/.exec(first);
  if (range)
    return revisions(range[1] || "HEAD", range[3] || "HEAD", names.slice(1), cwd, range[2] === "...");
  return revisions(first, null, names.slice(1), cwd);
}

function onDisk(a: string, b: string): Sides {
  for (const path of [a, b])
    if (!existsSync(path))
      return { ok: false, problems: [problem("BF4001", { path }, { data: { file: path } })] };
  const [x, y] = [statSync(a).isDirectory(), statSync(b).isDirectory()];
  if (x !== y) return { ok: false, problems: [problem("BF9018", { old: a, new: b })] };
  return { ok: true, old: diskSide(a, x), new: diskSide(b, x) };
}

function diskSide(path: string, folder: boolean): Side {
  const files = folder
    ? new Map(measuresBelow(path).map((p) => [relative(path, p).replace(/\\/g, "/"), p]))
    : new Map([["", path]]);
  return { name: path, files, read: (p) => layered(readSource(p), resolveOnDisk) };
}

/** Bases in a work tree, by paths from its top. */
export const inWorkTree =
  (top: string): Resolve =>
  (reference, from) => {
    const path = posix.join(posix.dirname(from), reference);
    const { source } = path.startsWith("../") ? { source: null } : readSource(resolve(top, path));
    return source && { path, text: source.text };
  };

type Read = ReturnType<Side["read"]>;

/** A layer with its bases; what does not fit is said when it is compiled. */
export const layered = ({ source, problems }: Read, find: Resolve): Read => ({
  source: source && consolidate(source, find).source,
  problems,
});

function revisions(
  old: string,
  now: string | null,
  paths: readonly string[],
  cwd: string,
  fromBase = false,
): Sides {
  const refuse = (p: Problem): Sides => ({ ok: false, problems: [p] });
  const a = commitOf(cwd, old);
  if (!a.ok) return refuse(a.problem);
  const b = now === null ? null : commitOf(cwd, now);
  if (b && !b.ok) return refuse(b.problem);
  const base = fromBase && b ? mergeBase(cwd, a.value, b.value) : a;
  if (!base.ok) return refuse(base.problem);
  const before = commitSide(cwd, old, base.value, paths);
  if (!before.ok) return refuse(before.problem);
  const after = b ? commitSide(cwd, now!, b.value, paths) : workSide(cwd, paths);
  if (!after.ok) return refuse(after.problem);
  if (before.value.files.size + after.value.files.size === 0 && paths.length > 0)
    return refuse(problem("BF9018", { old: `${old} ${paths.join(" ")}`, new: now ?? "" }));
  return { ok: true, old: before.value, new: after.value };
}

function commitSide(cwd: string, name: string, commit: string, paths: readonly string[]): GitAnswer<Side> {
  const found = filesOf(cwd, commit, paths);
  if (!found.ok) return found;
  const baseOf: Resolve = (reference, from) => {
    const path = posix.join(posix.dirname(from), reference);
    const content = path.startsWith("../") ? null : contentOf(cwd, commit, path);
    const text = content?.ok ? decode(content.value) : null;
    return text?.kind === "text" ? { path, text: text.text } : null;
  };
  const read = (path: string) => {
    const content = contentOf(cwd, commit, path);
    if (!content.ok) return { source: null, problems: [content.problem] };
    const text = decode(content.value);
    if (text.kind === "text")
      return layered({ source: new SourceText(path, text.text), problems: [] }, baseOf);
    const unread = problem("BF4009", { path: `${name}:${path}` }, { data: { file: path } });
    return { source: null, problems: [unread] };
  };
  return { ok: true, value: { name, files: new Map(found.value.map((p) => [p, p])), read } };
}

function workSide(cwd: string, paths: readonly string[]): GitAnswer<Side> {
  const top = topOf(cwd);
  if (!top.ok) return top;
  const found = workingFiles(cwd, paths);
  if (!found.ok) return found;
  const there = found.value.filter((p) => existsSync(join(top.value, p)));
  const read = (path: string) => {
    const got = readSource(resolve(top.value, path));
    // The sides are told by the same name, wherever the command was called.
    return layered(
      { ...got, source: got.source && new SourceText(path, got.source.text) },
      inWorkTree(top.value),
    );
  };
  return { ok: true, value: { name: "", files: new Map(there.map((p) => [p, p])), read } };
}
