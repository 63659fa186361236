/** Names and words that the parts of the declarations share. */
import type { SourceText } from "../../source/source-text.ts";
import type { Span } from "../../source/span.ts";
import { text } from "../emit/fragments.ts";
import type { Measure } from "../ir/ir.ts";
import { Identifiers } from "./identifiers.ts";
import { commentText } from "./source-places.ts";

/** What the declarations import, by part of the runtime. */
export const IMPORTED: Readonly<Record<"" | "/columns" | "/explain" | "/missing", readonly string[]>> = {
  "": [
    ...["CohortOutcomes", "ConsequenceResult", "EvaluationContext", "Evaluator", "GradeResult", "JsonNumber"],
    ...["Outcome", "RecordResult", "SubjectResult"],
  ],
  "/columns": [
    ...["CodedColumn", "ColumnsOut", "InputColumn", "NumberColumn", "OptionColumn", "ScaledColumn"],
    "TruthColumn",
  ],
  "/explain": ["ExplainLanguage"],
  "/missing": ["Question"],
};

/** Names of our own. */
const OWN = [
  ...[
    "Action",
    "Cohort",
    "Consequence",
    "Context",
    "Functions",
    "Measure",
    "NumberText",
    "Outcomes",
    "OutcomeOf",
  ],
  ...["Parameters", "Term"],
];

const FACTS = ["", "ByName", "ByAlias"] as const;
const OF_KINDS = [
  ...FACTS.map((s) => `Facts${s}`),
  ...["Draft", "Grades", "Values", "Report", "Outcome", "Columns", "ColumnResults"],
  ...FACTS.map((s) => `ColumnFacts${s}`),
];

/** Identifiers of the types of a measure, and where its parts stand. */
export class TypeNames {
  readonly measure: Measure;
  readonly enumerations: readonly string[];
  readonly records: readonly string[];
  /** By kind of subject, the stem of its types. */
  readonly kinds: readonly string[];
  readonly #source: SourceText;
  readonly #file: (of: SourceText) => string;

  constructor(measure: Measure, source: SourceText, file: (of: SourceText) => string) {
    const ids = new Identifiers([...Object.values(IMPORTED).flat(), ...OWN]);
    this.measure = measure;
    this.#source = source;
    this.#file = file;
    this.kinds = measure.subjects.map((s) => ids.take(s.name, OF_KINDS));
    this.records = measure.records.map((r) =>
      ids.take(
        r.name,
        FACTS.map((s) => `Record${s}`),
      ),
    );
    this.enumerations = measure.enumerations.map((e) => ids.take(e.name));
  }

  /** `measure.banfa:29` */
  where(span: Span): string {
    if (span.end <= span.start) return "";
    const { source, span: at } = this.#source.locate(span);
    return `${this.#file(source)}:${source.position(at.start).line}`;
  }

  cite(cite: number | null): string {
    return cite === null ? "" : (this.measure.citations[cite]?.text ?? "");
  }

  /** Kinds whose subjects are given; the rows of others are records of these. */
  get given(): readonly number[] {
    return this.measure.subjects.flatMap((s, kind) => (s.of ? [] : [kind]));
  }
}

const WORD = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;

/** A name as a property. */
export function property(name: string): string {
  const quoted = text(name).toString();
  if (name === "__proto__") return `[${quoted}]`;
  return WORD.test(name) ? name : quoted;
}

/** Names as a union of literals. */
export const union = (members: Iterable<string>): string => {
  const all = [...new Set(members)].map((m) => text(m).toString());
  return all.length === 0 ? "never" : all.join(" | ");
};

/** A doc comment of what there is to say, or nothing. */
export function doc(parts: readonly string[], indent = ""): string {
  const words = commentText(parts.filter((p) => p !== "").join("; "));
  return words === "" ? "" : `${indent}/** ${words} */\n`;
}
