import type { Tables } from "../../runtime/abi.ts";
import { explainSubject } from "../../runtime/explain.ts";
import type { CohortResult, JsonValue, SubjectResult } from "../../runtime/result.ts";
import { html, unfolding } from "../html.ts";
import { cellText, gradeText, valueCell } from "./cells.ts";
import { keyOf } from "./columns.ts";
import type { PageWords } from "./page-words.ts";
import { type ResultInput, unitOf, withRecords } from "./view.ts";
import { RESULT_WORDS } from "./words.ts";

/** One subject after the other: what was reported, what was computed, and why, folded until somebody asks. */

export const isOpen = (s: SubjectResult): boolean => withRecords(s).some((x) => x.undetermined.length > 0);

const isHit = (s: SubjectResult): boolean =>
  s.consequences.some((c) => c.polarity === "negative") ||
  withRecords(s).some((x) => x.findings.some((f) => f.status === "not-met"));

/** The id in the page of each subject that is explained there. */
export type Explained = ReadonlyMap<SubjectResult, string>;

/**
 * Whom to explain when not everybody has room: who is undetermined or worse off comes first, for they will ask. In the
 * order of the data.
 */
export function explainedOf(result: CohortResult, limit: number): Explained {
  const { subjects } = result;
  const chosen =
    subjects.length <= limit
      ? subjects
      : [
          ...subjects.filter((s) => isOpen(s) || isHit(s)),
          ...subjects.filter((s) => !isOpen(s) && !isHit(s)),
        ].slice(0, limit);
  const places = new Map(subjects.map((s, i) => [s, i]));
  const sorted = [...chosen].sort((a, b) => places.get(a)! - places.get(b)!);
  return new Map(sorted.map((s) => [s, `subject-${places.get(s)! + 1}`]));
}

export function explanations(input: ResultInput, explained: Explained, words: PageWords): string {
  return [...explained].map(([s, id]) => explanation(s, id, input, words)).join("\n");
}

function explanation(s: SubjectResult, id: string, input: ResultInput, words: PageWords): string {
  const { tables, language, measure } = input;
  const shared = RESULT_WORDS[language];
  const grades = Object.values(s.grades).map((g) => {
    const open = g.grade === null ? " open" : "";
    return ` <span class="badge grade${open}">${html(gradeText(g, shared))}</span>`;
  });
  const kinds = new Set(input.result.subjects.map((x) => x.kind));
  const kind = kinds.size > 1 ? ` <span class="soft">${html(s.kind)}</span>` : "";
  const key = keyOf(measure, s.kind, shared);
  const sentences = explainSubject(s, language, tables).map((t) => `<li>${html(t.trim())}</li>`);
  const inside = [
    known(words.facts, s.kind, without(s.facts, key), input, words),
    known(words.values, s.kind, s.values, input, words),
    `<ol>${sentences.join("")}</ol>`,
  ];
  return unfolding(
    `<b>${html(s.id)}</b>${kind}${grades.join("")}`,
    inside.join(""),
    ` class="why" id="${id}"`,
  );
}

function without(facts: Readonly<Record<string, JsonValue>>, key: string): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== key));
}

/** Names and values side by side, with units. */
function known(
  title: string,
  kind: string,
  values: Readonly<Record<string, JsonValue>>,
  input: ResultInput,
  words: PageWords,
): string {
  const shared = RESULT_WORDS[input.language];
  const list = Object.entries(values).map(([name, value]) => {
    const absent = value === null && title === words.facts;
    const text = absent
      ? `<i>${words.notReported}</i>`
      : html(cellText(valueCell(value, shared)) + unit(input.tables, kind, name, value));
    return `<span><b>${html(name)}</b> ${text}</span>`;
  });
  return list.length === 0 ? "" : `<p class="known"><em>${title}</em> ${list.join(" ")}</p>`;
}

function unit(tables: Tables, kind: string, name: string, value: JsonValue): string {
  const number = typeof value === "number" || (typeof value === "object" && value !== null && "num" in value);
  return number ? unitOf(tables, kind, name) : "";
}
