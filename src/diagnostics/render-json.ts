import type { SourceText } from "../source/source-text.ts";
import type { Span } from "../source/span.ts";
import type { Language, ParameterValue, Severity } from "./message.ts";
import { type Problem, wording } from "./problem.ts";

/** Problems for programs: everything the text form says, with places as numbers counted from 1. */

/** Where something stands; the end is behind its last character. */
export interface JsonPlace {
  /** Name of the text. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** From 1. */
  readonly endLine: number;
  /** From 1. */
  readonly endColumn: number;
}

/** A problem as JSON; `schemas/problems.schema.json` describes it. */
export interface JsonProblem {
  /** `BF3110` */
  readonly code: string;
  /** How bad it is. */
  readonly severity: Severity;
  /** A few words for what kind of problem it is. */
  readonly title: string;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What to do next. */
  readonly help: string;
  /** What the sentences are filled with; a list of names as a list. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** In the text of the measure. */
  readonly place?: JsonPlace;
  /** In a data file; rows count from 1 and include the header. */
  readonly data?: {
    readonly file: string;
    readonly row?: number;
    readonly sheet?: string;
    readonly cell?: string;
    readonly field?: string;
    readonly subject?: string;
  };
  /** Other places that explain it. */
  readonly related?: readonly { readonly place?: JsonPlace; readonly message: string }[];
  /** Ways to mend it, one of which is to be chosen. */
  readonly fixes?: readonly {
    readonly message: string;
    readonly preferred?: true;
    readonly edits: readonly { readonly place?: JsonPlace; readonly text: string }[];
  }[];
  /** Why the measure accepts it (认可). */
  readonly accepted?: string;
}

/** Absent parts are left out rather than null, so that equal problems have equal bytes. */
export function problemToJson(p: Problem, source: SourceText | null, language: Language): JsonProblem {
  const texts = wording(p, language);
  const at = (span: Span) => (source === null ? {} : { place: jsonPlace(source, span) });
  return {
    code: p.code,
    severity: p.severity,
    title: texts.title,
    message: texts.message,
    help: texts.help,
    parameters: p.parameters,
    ...(p.span === undefined ? {} : at(p.span)),
    ...(p.data === undefined ? {} : { data: p.data }),
    ...(p.related === undefined || p.related.length === 0
      ? {}
      : { related: p.related.map((r) => ({ ...at(r.span), message: r[language] })) }),
    ...(p.fixes === undefined || p.fixes.length === 0
      ? {}
      : {
          fixes: p.fixes.map((f) => ({
            message: f[language],
            ...(f.preferred === true ? { preferred: true } : {}),
            edits: f.edits.map((e) => ({ ...at(e.span), text: e.text })),
          })),
        }),
    ...(p.accepted === undefined ? {} : { accepted: p.accepted }),
  };
}

function jsonPlace(source: SourceText, span: Span): JsonPlace {
  const { file, start, end } = source.placeOf(span);
  return {
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
