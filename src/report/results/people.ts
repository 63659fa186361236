import type { Tables } from "../../runtime/abi.ts";
import { explainSubject } from "../../runtime/explain.ts";
import type { JsonValue, SubjectResult } from "../../runtime/result.ts";
import { html, unfolding } from "../html.ts";
import { cellText, gradeText, valueCell } from "./cells.ts";
import { keyOf } from "./columns.ts";
import type { PageWords } from "./page-words.ts";
import { type PlanView, unitOf } from "./view.ts";
import { RESULT_WORDS } from "./words.ts";

/** One subject after the other: what was reported, what was computed, and why, folded until somebody asks. */

/** The id in the page of each subject that is explained there, by `personKey`. */
export type Explained = ReadonlyMap<string, string>;

/** @param told its kind is said, since there are several */
export function explanation(
  s: SubjectResult,
  id: string,
  input: PlanView & { readonly places: readonly string[] },
  told: boolean,
  words: PageWords,
): string {
  const { tables, language, measure } = input;
  const shared = RESULT_WORDS[language];
  const grades = Object.values(s.grades).map((g) => {
    const open = g.grade === null ? " open" : "";
    return ` <span class="badge grade${open}">${html(gradeText(g, shared))}</span>`;
  });
  const kind = told ? ` <span class="soft">${html(s.kind)}</span>` : "";
  const key = keyOf(measure, s.kind, shared);
  const sentences = [...input.places, ...explainSubject(s, language, tables)].map(
    (t) => `<li>${html(t.trim())}</li>`,
  );
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
  input: PlanView,
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
