import { hasErrors, type Problem } from "../diagnostics/problem.ts";
import type { MeasureFile } from "../parser/ast.ts";
import type { SourceText } from "../source/source-text.ts";
import { applyAcceptances, unusableAcceptances } from "./analyze/acceptances.ts";
import { applicability } from "./analyze/applies.ts";
import { deadlineProblems } from "./analyze/deadlines.ts";
import { withDecisions } from "./analyze/decisions.ts";
import { declare } from "./analyze/declare.ts";
import { lint } from "./analyze/lints.ts";
import { withoutConsequences } from "./analyze/lost-names.ts";
import { findAmbiguities } from "./findings/index.ts";
import { lowerMeasure } from "./ir/from-ast.ts";
import type { Measure } from "./ir/ir.ts";
import type { Resolve } from "./layers/chain.ts";
import { ConsolidatedText, consolidate } from "./layers/consolidate.ts";
import { withoutThoseOfTheBase } from "./layers/inherited.ts";
import { noteOrigins } from "./layers/origins.ts";
import { once } from "./once.ts";

export interface Compilation {
  readonly file: MeasureFile;
  /** The text that all places are offsets into: that of the file, or the consolidated text of a layered measure. */
  readonly source: SourceText;
  /** null when there are errors. */
  readonly measure: Measure | null;
  /**
   * Everything found, in the order of the text; accepted findings carry their reason. What the measure leaves open
   * is looked for when this is first read.
   */
  readonly problems: readonly Problem[];
}

/** Sentences of a layer without a base: one message, and none where the line that names the base could not be read. */
const isWithoutBase = (p: Problem, i: number, all: readonly Problem[]): boolean =>
  !all.some((other, k) => other.code === "BF2020" || (other.code === p.code && k < i));

export interface CompileOptions {
  /** Finds the measure that a layer builds on (沿用). */
  readonly resolve?: Resolve;
}

/** Text → checked measure. Never throws for what a text says. */
export function compile(written: SourceText, { resolve }: CompileOptions = {}): Compilation {
  const { source, parsed } = consolidate(written, resolve);
  const { file, problems: read, lostNames } = parsed;
  const layers = source instanceof ConsolidatedText ? source : null;
  if (layers && !layers.fits) return { file, source, measure: null, problems: layers.problems };
  noteOrigins(file, source);
  // Remarks on how a line is written were made of its own file.
  const syntax = layers ? [...layers.problems, ...read.filter((p) => p.severity === "error")] : read;
  const declared = declare(source, file, lostNames);
  const scopeProblems: Problem[] = [];
  const { model, appliesTo } = withDecisions(declared, applicability(declared, scopeProblems));
  const { measure, problems: meaning } = lowerMeasure(model, appliesTo);
  // A row that could not be read leaves a gap; what is open shows once every line is read.
  const understood = !hasErrors(syntax);
  const lineOf = (p: Problem) => source.position(p.span?.start ?? 0).line;
  const broken = new Set(syntax.filter((p) => p.severity === "error").map(lineOf));
  const onBrokenLine = (p: Problem) => p.span !== undefined && broken.has(lineOf(p));
  // Who is assessed is there, without the word that says so or in another form.
  const unnamed = syntax.some((p) => p.code === "BF1070" || p.code === "BF1073");
  // A table has rows, though none of them could be read.
  const lostRows = (p: Problem) => p.code === "BF2023" && broken.has(lineOf(p) + 1);
  const certain = withoutConsequences(file, lostNames, [
    ...model.problems,
    ...scopeProblems,
    ...meaning,
    ...deadlineProblems(model),
  ])
    .filter((p) => !(unnamed && p.code === "BF2021") && !lostRows(p))
    .filter((p, i, all) => p.code !== "BF2915" || isWithoutBase(p, i, all))
    .filter((p) => understood || (!p.code.startsWith("BF3") && !onBrokenLine(p)));
  const found = [...syntax, ...certain];
  const sound = !hasErrors(found);
  // Findings are warnings (a test sees to it), so an evaluator need not wait for the search for them.
  const all = once(() => {
    const open = findAmbiguities(model, measure, found);
    // Findings about the whole measure make sense only when every sentence was understood.
    const whole = sound ? lint(model, measure) : [];
    const all = applyAcceptances(model, [...found, ...whole, ...open]).sort(
      (a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0),
    );
    return layers?.base ? withoutThoseOfTheBase(all, source, compile(layers.base)) : all;
  });
  return {
    file,
    source,
    measure: sound && unusableAcceptances(model).length === 0 ? measure : null,
    get problems() {
      return all();
    },
  };
}
