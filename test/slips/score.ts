import { compile } from "../../src/compiler/compile.ts";
import { wording } from "../../src/diagnostics/problem.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { type Case, measuresIn, slipped } from "./corpus.ts";

export interface Scored extends Case {
  readonly messages: number;
  /** The first message, as `banfa check` shows it; null: nothing is said. */
  readonly first: { readonly code: string; readonly line: number; readonly text: string } | null;
  readonly hit: boolean;
}

export function score(policies: string, cases: readonly Case[]): Scored[] {
  const sources = new Map(measuresIn(policies).map((m) => [m.measure, m.source]));
  return cases.map((c) => {
    const source = new SourceText("measure.banfa", slipped(sources.get(c.measure)!, c));
    const problems = compile(source).problems.filter((p) => p.accepted === undefined);
    const [p] = problems;
    const first = p
      ? {
          code: p.code as string,
          line: source.position(p.span?.start ?? 0).line,
          text: wording(p, "zh").message,
        }
      : null;
    const hit = first !== null && c.code.split("/").includes(first.code) && first.line === c.at;
    return { ...c, messages: problems.length, first, hit };
  });
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
