import type { Span } from "../source/span.ts";
import { lookUp } from "./catalogue/index.ts";
import type { Fix, Problem } from "./problem.ts";

/**
 * Fixes as edits of a text. A fix is applied as a whole or not at all, and only where nobody has to choose:
 * the problem has one fix and is none of ambiguity, or marks one of several as preferred. What the edits do not name stays as it is.
 */

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** The fix that needs no choice, or null. Accepted findings are left alone. */
export function chosenFix(p: Problem): Fix | null {
  if (p.accepted !== undefined) return null;
  // What a measure leaves open is closed by its author, even where the tool knows one way only.
  const open = lookUp(p.code)?.ambiguity !== undefined;
  const fixes = (p.fixes ?? []).filter((f) => f.edits.length > 0);
  const preferred = fixes.filter((f) => f.preferred === true);
  const candidates = preferred.length > 0 || open ? preferred : fixes;
  return candidates.length === 1 ? candidates[0]! : null;
}

export interface FixedText {
  readonly text: string;
  /** The problems whose fixes are in the text, in the order given. */
  readonly applied: readonly Problem[];
}

/** Applies the chosen fixes; where two touch the same place the first in the list goes in. */
export function applyFixes(text: string, problems: readonly Problem[]): FixedText {
  const edits: TextEdit[] = [];
  const applied: Problem[] = [];
  for (const p of problems) {
    const fix = chosenFix(p);
    if (fix === null || !fits(fix.edits, text)) continue;
    // Two problems at one place often have the same remedy: it is applied once and counts for both.
    const fresh = fix.edits.filter((e) => !edits.some((other) => same(e, other)));
    if (fresh.some((e) => edits.some((other) => touches(e.span, other.span)))) continue;
    edits.push(...fresh);
    applied.push(p);
  }
  return { text: edited(text, edits), applied };
}

/** The text with edits that do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let result = "";
  for (const { span, text: replacement } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Whether the edits stand in the text and leave each other alone. */
function fits(edits: readonly TextEdit[], text: string): boolean {
  return edits.every(
    ({ span }, i) =>
      span.start >= 0 &&
      span.start <= span.end &&
      span.end <= text.length &&
      !edits.slice(0, i).some((other) => touches(span, other.span)),
  );
}

const same = (a: TextEdit, b: TextEdit): boolean =>
  a.text === b.text && a.span.start === b.span.start && a.span.end === b.span.end;

/** Overlapping, or an insertion at the edge of the other: then their order would matter. */
function touches(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}
