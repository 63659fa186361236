import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomically } from "../../data/atomic-write.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { git, topOf } from "../git.ts";

/**
 * `banfa diff --setup-git`: git shows measures as this program reads them. `.gitattributes` gives `*.banfa` to the
 * driver `banfa`, and the settings of this clone say what that is: `git diff` calls `banfa diff`, `git log -p` and `git
 * show` compare the canonical layout, and the heading of a hunk is the provision it stands in. `--undo` takes all of
 * it out again and leaves every other line as it is.
 */

const ATTRIBUTE = "*.banfa diff=banfa";
const SECTION = "diff.banfa";
/** A provision at the beginning of a line: 第…条, 一、, 〔3.2〕, Article 3. */
const HEADING = "^[ \\t]*(第[^ \\t]*条.*|[一二三四五六七八九十百]+、.*|〔.*|Article [0-9].*)$";

export interface Setup {
  readonly top: string;
  readonly problems: readonly Problem[];
}

/** @param program how git is to call this program: the interpreter and its script */
export function setUpGit(cwd: string, program: readonly string[]): Setup {
  const top = topOf(cwd);
  if (!top.ok) return { top: "", problems: [top.problem] };
  const file = join(top.value, ".gitattributes");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const problems: Problem[] = [];
  if (!text.split(/\r?\n/).includes(ATTRIBUTE)) {
    const failed = writeFileAtomically(file, [
      text,
      text === "" || text.endsWith("\n") ? "" : "\n",
      `${ATTRIBUTE}\n`,
    ]);
    if (failed) problems.push(failed);
  }
  const call = program.map(quoted).join(" ");
  for (const [name, value] of [
    ["textconv", `${call} diff --textconv`],
    ["command", `${call} diff --git-driver`],
    ["xfuncname", HEADING],
  ] as const) {
    const done = git(cwd, ["config", "--local", `${SECTION}.${name}`, value]);
    if (!done.ok) problems.push(done.problem);
  }
  return { top: top.value, problems };
}

export function undoGit(cwd: string): Setup {
  const top = topOf(cwd);
  if (!top.ok) return { top: "", problems: [top.problem] };
  const file = join(top.value, ".gitattributes");
  const problems: Problem[] = [];
  if (existsSync(file)) {
    const text = readFileSync(file, "utf8");
    const left = text.replace(/^\*\.banfa diff=banfa\r?\n?/gm, "");
    const failed = left === text ? null : writeFileAtomically(file, [left]);
    if (failed) problems.push(failed);
  }
  // Nothing to remove is no failure.
  git(cwd, ["config", "--local", "--remove-section", SECTION]);
  return { top: top.value, problems };
}

/** git hands the command to a POSIX shell, on Windows as well; backslashes of a path are slashes to it. */
function quoted(word: string): string {
  return `'${word.replace(/\\/g, "/").replace(/'/g, "'\\''")}'`;
}
