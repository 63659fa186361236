/**
 * What differs between two versions of a measure, clause by clause: how far it reaches (wording, structure, data needed,
 * outcome), whether it is stricter or looser for those assessed, and for whom.
 *
 * ```ts
 * import { compare } from "banfa/diff";
 *
 * const found = compare(text, text.replace("低于60分", "低于65分"));
 * found.level; // "outcome"
 * found.direction; // "stricter"
 * const [change] = found.changes;
 * found.sentences(change!, { lang: "en" })[0]; // "limit of 综合得分: 低于60分 → 低于65分"
 * ```
 *
 * Runs in a browser as in Node; a solver for proofs comes from `banfa/solver`.
 *
 * @module banfa/diff
 */
import { compile } from "../compiler/compile.ts";
import { load } from "../compiler/emit/load.ts";
import type { Resolve } from "../compiler/layers/chain.ts";
import { COMPILER_VERSION } from "../compiler/version.ts";
import type { Problem } from "../diagnostics/problem.ts";
import type { Solver } from "../prove/solver.ts";
import type { EvaluationContext } from "../runtime/context.ts";
import type { FactProblem, RawCohort } from "../runtime/fact-rows.ts";
import { Evaluator } from "../runtime/measure.ts";
import { SourceText } from "../source/source-text.ts";
import { impactBetween, readings } from "./cohort-impact.ts";
import { diffMeasures } from "./diff.ts";
import { type Evidence, evidenceFor } from "./evidence.ts";
import { type EvidenceView, viewOf, wholeView } from "./evidence-words.ts";
import type { Impact } from "./impact.ts";
import { diffGithub, diffSarif } from "./render/code-platforms.ts";
import { diffHtml } from "./render/html.ts";
import { impactHtml } from "./render/impact-html.ts";
import { impactTables } from "./render/impact-lines.ts";
import { linesOf } from "./render/lines.ts";
import { diffMarkdown } from "./render/markdown.ts";
import { headingOf, type Report, reportJson } from "./report.ts";
import type { Change, Direction, Level, MeasureDiff, Renamed, Version } from "./types.ts";

export type { Resolve } from "../compiler/layers/chain.ts";
export type { Problem } from "../diagnostics/problem.ts";
export type { Solver } from "../prove/solver.ts";
export type { EvidenceView, ExampleView } from "./evidence-words.ts";
export {
  type Consequence,
  type Impact,
  type Moved,
  NOT_ASSESSED,
  type Transition,
  UNDETERMINED,
} from "./impact.ts";
export type {
  Change,
  ChangeKind,
  Direction,
  Level,
  MeasureDiff,
  NamedSort,
  Part,
  PartForm,
  Place,
  Renamed,
  UnitKind,
} from "./types.ts";

/** The language of sentences and reports; without it that of the new text. */
export interface Speaking {
  /** Chinese or English. */
  readonly lang?: "zh" | "en";
}

/** What a report says besides the changes. */
export interface ReportOptions extends Speaking {
  /** What the versions are called: `main`, `2024`; `old` and `new` unless said otherwise. */
  readonly old?: string;
  /** See `old`. */
  readonly new?: string;
  /** Fingerprints of the changes that somebody approved. */
  readonly approved?: Iterable<string>;
  /** Told too, where the form of the report has room for it. */
  readonly impact?: Impact | null;
}

/** How texts are read. */
export interface CompareOptions {
  /** The file name that reports show, and that layers are found from. */
  readonly name?: string;
  /** Finds the base of a layer (沿用), as in `compile` of `banfa`; or one for the old text and one for the new. */
  readonly resolve?: Resolve | readonly [old: Resolve, new: Resolve];
}

/** How examples and proofs are looked for. */
export interface ProveOptions {
  /** As `loadZ3` of `banfa/solver` gives it. Without one examples are searched for, and nothing is proved. */
  readonly solver?: Solver | null;
  /** The assessed year of examples; without it that in which the new version takes effect. */
  readonly year?: number;
  /** For one question to the solver, in milliseconds; 2,000 unless said otherwise. */
  readonly timeoutMs?: number;
  /** For all together; kept only with a clock. 60,000 unless said otherwise. */
  readonly budgetMs?: number;
  /** A clock in milliseconds, as `() => performance.now()`. */
  readonly now?: () => number;
}

/** Both versions applied to one cohort. */
export interface CohortImpact {
  /** Who fares differently; pass it to the reports. */
  readonly impact: Impact;
  /** What is wrong with the data for the old version, and for the new one. */
  readonly problems: readonly [old: readonly FactProblem[], new: readonly FactProblem[]];
}

/** Two versions side by side. Immutable; {@link prove} gives another one. */
export class Comparison implements MeasureDiff {
  /** `text`: one version has errors; then what is no mere wording counts as `outcome` in direction `either`. */
  readonly basis: "meaning" | "text";
  /** The highest of the changes; null: there is no change at all. */
  readonly level: Level | null;
  /** For those assessed, of all changes together. */
  readonly direction: Direction;
  /** In the order of the new text; what was removed stands where it stood. */
  readonly changes: readonly Change[];
  /** Names that are others in the new version: everything else was compared as if the old one had them. */
  readonly renamed: readonly Renamed[];
  /** Errors of the old and of the new text. */
  readonly errors: readonly [old: readonly Problem[], new: readonly Problem[]];
  readonly #versions: readonly [Version, Version];
  readonly #diff: MeasureDiff;
  readonly #evidence: Evidence | null;

  /** @internal use {@link compare} */
  constructor(
    versions: readonly [Version, Version],
    errors: Comparison["errors"],
    diff: MeasureDiff,
    evidence: Evidence | null,
  ) {
    this.#versions = versions;
    this.#diff = diff;
    this.#evidence = evidence;
    this.errors = errors;
    ({ basis: this.basis, level: this.level, direction: this.direction } = diff);
    ({ changes: this.changes, renamed: this.renamed } = diff);
  }

  /** What a change is called: the clause or declaration, with its title. */
  heading(change: Change, { lang = this.#language }: Speaking = {}): string {
    return headingOf(change, lang);
  }

  /** What a change says, a sentence each: `综合得分 的界限 低于60分 → 低于65分`. */
  sentences(change: Change, { lang = this.#language }: Speaking = {}): string[] {
    return linesOf(change, lang);
  }

  /**
   * Who fares differently because of this change alone, with both explanations; null where nothing was asked for
   * ({@link prove}), and for what only rewords.
   */
  evidence(change: Change, { lang = this.#language }: Speaking = {}): EvidenceView | null {
    return viewOf(change, this.#diff, this.#evidence ?? undefined, lang);
  }

  /** The same of both versions as they are; null where the changes say it all. */
  verdict({ lang = this.#language }: Speaking = {}): EvidenceView | null {
    return wholeView(this.#evidence ?? undefined, this.#diff, lang);
  }

  /**
   * Looks for somebody who fares differently because of each change, confirmed by evaluating both versions, or for a
   * proof that there is nobody.
   *
   * ```ts
   * import { compare } from "banfa/diff";
   *
   * const found = await compare(text, text.replace("低于60分", "低于65分")).prove({ year: 2018 });
   * const { status, example } = found.evidence(found.changes[0]!, { lang: "en" })!;
   * status; // "differs": somebody fares differently
   * example?.changes[0]; // "考核等次: 基本称职 → 不称职"
   * ```
   *
   * @returns a comparison of which `evidence`, `verdict` and all reports tell it; the same one where a version has errors
   * @throws TypeError when no year is known
   */
  async prove(options: ProveOptions = {}): Promise<Comparison> {
    const [before, after] = this.#versions;
    const { solver = null, timeoutMs = 2_000, budgetMs = 60_000, now } = options;
    const year = options.year ?? after.measure?.effective?.year;
    if (after.measure && !Number.isInteger(year)) throw new TypeError("options.year must be a whole number");
    const evidence = await evidenceFor(before, after, this.#diff, {
      ...{ solver, timeoutMs, year: year ?? 0 },
      ...(now && { now, budgetMs }),
    });
    return evidence ? new Comparison(this.#versions, this.errors, this.#diff, evidence) : this;
  }

  /**
   * Applies both versions to a cohort: who moves from which grade to which, who is displaced, and which consequences
   * come and go.
   *
   * ```ts
   * import { compare } from "banfa/diff";
   *
   * const context = { year: 2018, parameters: { 优秀名额: 1 }, history: [] };
   * const found = compare(text, text.replace("低于60分", "低于50分")).impact({ 包点领导: records }, context);
   * found?.impact.moved.map((m) => [m.id, m.old, m.new].join(" ")); // ["甲 不称职 基本称职"]
   * ```
   *
   * @returns null where one of the versions has errors
   * @throws TypeError as `evaluateAll`
   */
  impact(cohort: RawCohort, context: EvaluationContext): CohortImpact | null {
    const all = readings(...this.#versions, this.#diff).map((measures) => {
      const [old, now] = measures.map((m) => new Evaluator(load(m)).evaluateAll(cohort, context));
      const problems = [old!.problems, now!.problems] as const;
      return { measures, old: old!, now: now!, problems, wrong: problems.flat().length };
    });
    // Whose names the data are in shows in how much is wrong with them.
    const [best] = all.sort((a, b) => a.wrong - b.wrong);
    if (!best) return null;
    const impact = impactBetween([best.old.result, best.now.result], best.measures, this.changes);
    return { impact, problems: best.problems };
  }

  /** As plain data, by `banfa/schemas/diff.schema.json`. */
  json(options: ReportOptions = {}): Readonly<Record<string, unknown>> {
    const { impact } = options;
    return { ...reportJson(this.#report(options)), ...(impact && { impact }) };
  }

  /** For a comment under a pull request. Nothing of the measure's text is read as markup. */
  markdown(options: ReportOptions = {}): string {
    const report = this.#report(options);
    return diffMarkdown(report, options.impact ? impactTables(options.impact, report.language) : []);
  }

  /** One page that needs nothing else: no script, no font, no address. */
  html(options: ReportOptions = {}): string {
    const report = this.#report(options);
    return diffHtml(report, options.impact ? impactHtml(options.impact, report.language) : "");
  }

  /** SARIF 2.1.0, a result for each change. */
  sarif(options: ReportOptions = {}): string {
    return diffSarif(this.#report(options), COMPILER_VERSION);
  }

  /** Workflow commands of GitHub, an annotation for each change that is not approved and no mere wording. */
  github(options: ReportOptions = {}): string {
    return diffGithub(this.#report(options));
  }

  get #language(): "zh" | "en" {
    return this.#versions[1].file.language;
  }

  #report({ lang = this.#language, old = "old", new: now = "new", approved = [] }: ReportOptions): Report {
    const [before, after] = this.#versions;
    return {
      ...{ old, new: now, language: lang, approved: new Set(approved) },
      files: [
        {
          status: this.level === null ? "same" : "changed",
          oldPath: before.source.name,
          newPath: after.source.name,
          diff: this.#diff,
          errors: [this.errors[0].length, this.errors[1].length],
        },
      ],
      ...(this.#evidence && { evidence: new Map([[this.#diff, this.#evidence]]) }),
    };
  }
}

/**
 * Compares two versions of a measure by their texts. Never throws for what a text says; a version with errors is
 * compared by its text alone.
 *
 * ```ts
 * import { compare } from "banfa/diff";
 *
 * // A layer on its base, and on the new version of that base.
 * const layer = "办法 某市细则 沿用 “base.banfa”\n施行 2024-01-01\n第一条\n  设定 优秀名额 = 2名\n";
 * const before = () => ({ path: "base.banfa", text });
 * const after = () => ({ path: "base.banfa", text: text.replace("低于60分", "低于65分") });
 * const found = compare(layer, layer, { resolve: [before, after] });
 * found.direction; // "stricter"
 * ```
 */
export function compare(
  before: string | SourceText,
  after: string | SourceText,
  { name = "measure.banfa", resolve }: CompareOptions = {},
): Comparison {
  const [first, second] = typeof resolve === "function" ? [resolve, resolve] : (resolve ?? []);
  const read = (text: string | SourceText, find: Resolve | undefined) =>
    versionOf(typeof text === "string" ? new SourceText(name, text) : text, find);
  const [old, now] = [read(before, first), read(after, second)];
  const diff = diffMeasures(old.version, now.version);
  return new Comparison([old.version, now.version], [old.errors, now.errors], diff, null);
}

function versionOf(written: SourceText, resolve: Resolve | undefined) {
  const { source, file, measure, problems } = compile(written, resolve ? { resolve } : {});
  // Where there is a measure there are no errors, and what it leaves open is not looked for.
  const errors = measure ? [] : problems.filter((p) => p.severity === "error");
  return { version: { source, file, measure }, errors };
}
