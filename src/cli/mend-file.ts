import { type Mended, mend } from "../compiler/mend.ts";
import { rewriteFile } from "../data/atomic-write.ts";
import { resolveOnDisk } from "../data/base-files.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { withSeverities } from "../diagnostics/severities.ts";
import { unifiedDiff } from "../source/unified-diff.ts";
import { type LoadedMeasure, loadMeasure } from "./load-measure.ts";

/** `check --fix`: a measure file with the fixes applied that need no choice. */

export interface MendedFile {
  /** As it stands now: after the repair, or as before when nothing was written. */
  readonly loaded: LoadedMeasure;
  readonly applied: Mended["applied"];
  readonly written: boolean;
  /** What changes, as a unified diff; "" for nothing. */
  readonly diff: string;
}

export async function mendFile(loaded: LoadedMeasure, dryRun: boolean): Promise<MendedFile> {
  const { written: source, config, path } = loaded;
  if (source === undefined) return { loaded, applied: [], written: false, diff: "" };
  const mended = mend(source, (problems) => withSeverities(problems, config.severities), {
    resolve: resolveOnDisk,
  });
  const extra: Problem[] = [];
  for (const p of mended.refused)
    extra.push(problem("BF9050", { code: p.code }, p.span === undefined ? {} : { span: p.span }));
  const diff = unifiedDiff(path, source.text, mended.text);
  let written = false;
  if (diff !== "" && !dryRun) {
    const failed = rewriteFile(path, mended.text, loaded.encoding);
    if (failed === null) written = true;
    else extra.push(failed);
  }
  const now = written ? await loadMeasure(path) : loaded;
  return {
    loaded: { ...now, problems: [...now.problems, ...extra] },
    applied: mended.applied,
    written,
    diff,
  };
}
