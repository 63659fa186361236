import { applyFixes, chosenFix } from "../diagnostics/fixes.ts";
import type { Problem } from "../diagnostics/problem.ts";
import { SourceText } from "../source/source-text.ts";
import { type CompileOptions, compile } from "./compile.ts";

/**
 * Repairs a measure by the fixes of its problems, as `check --fix` does. Every repair is tried: one after which
 * there are more errors than before, or its problem is still there, is not made.
 */

/** A fix may bring the next problem to light; each pass repairs what the one before uncovered. */
const PASSES = 8;

export interface Mended {
  readonly text: string;
  /** What was repaired, with the place in the text of its pass. */
  readonly applied: readonly Repair[];
  /** Problems whose only fix would have made things worse. */
  readonly refused: readonly Problem[];
}

export interface Repair {
  readonly problem: Problem;
  /** Line, from 1, when it was repaired. */
  readonly line: number;
}

/** @param select the problems a project wants to hear of (its severities) */
export function mend(
  source: SourceText,
  select: (problems: readonly Problem[]) => readonly Problem[] = (problems) => problems,
  options: CompileOptions = {},
): Mended {
  const applied: Repair[] = [];
  let refused: readonly Problem[] = [];
  let current = source;
  for (let pass = 0; pass < PASSES; pass++) {
    const found = problemsIn(current, options);
    const made = repair(current, found, select(found), options);
    refused = made.refused;
    if (made.applied.length === 0) break;
    for (const problem of made.applied)
      applied.push({ problem, line: current.position(problem.span?.start ?? 0).line });
    current = new SourceText(source.name, made.text);
  }
  return { text: current.text, applied, refused };
}

/** The problems of a measure, with places in its own file; what stands in the base of a layer is not mended here. */
function problemsIn(current: SourceText, options: CompileOptions): readonly Problem[] {
  const { source, problems } = compile(current, options);
  if (source === current) return problems;
  return problems.map((p) => {
    const { span, fixes = [], related: _, ...rest } = p;
    const own = fixes.flatMap((f) => {
      const edits = f.edits.map((e) => ({ ...e, at: source.locate(e.span) }));
      if (edits.some((e) => e.at.source !== current)) return [];
      return [{ ...f, edits: edits.map(({ at, text }) => ({ span: at.span, text })) }];
    });
    const at = span && source.locate(span);
    return {
      ...rest,
      ...(at?.source === current && { span: at.span }),
      ...(own.length > 0 && { fixes: own }),
    };
  });
}

interface Pass {
  readonly text: string;
  readonly applied: readonly Problem[];
  readonly refused: readonly Problem[];
}

function repair(
  source: SourceText,
  found: readonly Problem[],
  wanted: readonly Problem[],
  options: CompileOptions,
): Pass {
  const all = applyFixes(source.text, wanted);
  if (all.applied.length === 0 || isBetter(source, found, all, options)) return { ...all, refused: [] };
  // Together they do harm: one by one, so that a bad one does not keep the others out.
  let kept: readonly Problem[] = [];
  const refused: Problem[] = [];
  for (const p of wanted.filter((w) => chosenFix(w) !== null)) {
    const attempt = applyFixes(source.text, [...kept, p]);
    if (attempt.applied.length === kept.length) continue;
    if (isBetter(source, found, attempt, options)) kept = [...kept, p];
    else refused.push(p);
  }
  return { ...applyFixes(source.text, kept), refused };
}

/** No more errors, none of syntax in particular, and what was repaired is gone. */
function isBetter(
  source: SourceText,
  before: readonly Problem[],
  { text, applied }: { readonly text: string; readonly applied: readonly Problem[] },
  options: CompileOptions,
): boolean {
  const after = problemsIn(new SourceText(source.name, text), options);
  const errors = (list: readonly Problem[]) => list.filter((p) => p.severity === "error");
  const unread = (list: readonly Problem[]) => errors(list).filter((p) => p.code.startsWith("BF1"));
  if (errors(after).length > errors(before).length || unread(after).length > unread(before).length)
    return false;
  const like = (p: Problem) => {
    const key = JSON.stringify([p.code, p.parameters]);
    return (q: Problem) => JSON.stringify([q.code, q.parameters]) === key;
  };
  return applied.every((p) => after.filter(like(p)).length < before.filter(like(p)).length);
}
