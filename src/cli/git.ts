import { spawnSync } from "node:child_process";
import { type Problem, problem } from "../diagnostics/problem.ts";

/**
 * Questions to git, by its own program and an array of arguments: no shell reads what a user or a repository says. A
 * revision can never be taken for an option.
 */

export type GitAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

const MOST = 256 * 1024 * 1024;

/** Runs git in a folder. Its output is bytes: files may be in any encoding. */
export function git(cwd: string, args: readonly string[]): GitAnswer<Buffer> {
  const done = spawnSync("git", ["-c", "core.quotePath=false", ...args], {
    cwd,
    maxBuffer: MOST,
    windowsHide: true,
  });
  if (done.error && "code" in done.error && done.error.code === "ENOENT")
    return { ok: false, problem: problem("BF9014", {}) };
  if (done.error || done.status !== 0) {
    const said = done.stderr?.toString("utf8").trim().split("\n").at(-1) ?? "";
    if (/not a git repository/i.test(said)) return { ok: false, problem: problem("BF9015", { folder: cwd }) };
    const reason = said || (done.error?.message ?? `exit ${done.status}`);
    return { ok: false, problem: problem("BF9019", { command: args[0] ?? "", reason }) };
  }
  return { ok: true, value: done.stdout };
}

const line = (b: Buffer): string => b.toString("utf8").replace(/\r?\n$/, "");
const then = <A, B>(a: GitAnswer<A>, f: (value: A) => GitAnswer<B>): GitAnswer<B> => (a.ok ? f(a.value) : a);
const map = <A, B>(a: GitAnswer<A>, f: (value: A) => B): GitAnswer<B> =>
  then(a, (v) => ({ ok: true, value: f(v) }));

/** The top folder of the work tree. */
export const topOf = (cwd: string): GitAnswer<string> =>
  map(git(cwd, ["rev-parse", "--show-toplevel"]), line);

/** The commit that a revision names. */
export function commitOf(cwd: string, revision: string): GitAnswer<string> {
  return then(topOf(cwd), () => {
    const found = git(cwd, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
    if (found.ok) return { ok: true, value: line(found.value) };
    return { ok: false, problem: problem("BF9017", { revision }) };
  });
}

export function mergeBase(cwd: string, a: string, b: string): GitAnswer<string> {
  return map(git(cwd, ["merge-base", a, b]), line);
}

const names = (b: Buffer): string[] =>
  b
    .toString("utf8")
    .split("\0")
    .filter((name) => name.endsWith(".banfa"));

/** Measures in a commit, by paths from the top; `paths` are relative to `cwd`, none means all. */
export function filesOf(cwd: string, commit: string, paths: readonly string[]): GitAnswer<string[]> {
  const where = paths.length === 0 ? [":/"] : paths;
  // ls-tree reads no pathspec magic, so the whole tree is asked for by its own option.
  const all = paths.length === 0 ? ["--full-tree"] : ["--full-name"];
  return map(
    git(cwd, [
      "ls-tree",
      "-r",
      "-z",
      "--name-only",
      ...all,
      commit,
      "--",
      ...(paths.length === 0 ? [] : where),
    ]),
    names,
  );
}

/** Measures in the work tree, tracked or new but not ignored. */
export function workingFiles(cwd: string, paths: readonly string[]): GitAnswer<string[]> {
  const where = paths.length === 0 ? [":/"] : paths;
  const found = git(cwd, [
    "ls-files",
    "-z",
    "--cached",
    "--others",
    "--exclude-standard",
    "--full-name",
    "--",
    ...where,
  ]);
  return map(found, (b) => [...new Set(names(b))].sort());
}

/** A file as it is in a commit. */
export const contentOf = (cwd: string, commit: string, path: string): GitAnswer<Buffer> =>
  git(cwd, ["cat-file", "blob", `${commit}:${path}`]);
