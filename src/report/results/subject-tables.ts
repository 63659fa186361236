import type { Measure } from "../../compiler/ir/ir.ts";
import type { RecordResult, SubjectResult } from "../../runtime/result.ts";
import { consequenceText, gradeText, valueCell } from "./cells.ts";
import {
  figure,
  headed,
  id,
  keyOf,
  namesOf,
  own,
  type ResultColumn,
  type ResultTable,
  text,
  wide,
} from "./columns.ts";
import { declaredKinds, figureOf, plainText, type ResultInput, scoreOf, typeOf, unitOf } from "./view.ts";
import type { ResultWords } from "./words.ts";

/** The tables with a row for each subject, and for each record that has results of its own. */

/** One row a subject: who it is, what was computed, the grades, why, and what follows. */
export function subjectTables(input: ResultInput, words: ResultWords): ResultTable[] {
  const { result, measure, tables } = input;
  const kinds = declaredKinds(measure)
    .map((k) => k.name)
    .filter((kind) => result.subjects.some((s) => s.kind === kind));
  return kinds.map((kind) => {
    const subjects = result.subjects.filter((s) => s.kind === kind);
    const key = keyOf(measure, kind, words);
    const facts = describing(input, kind, key);
    // What grades go by, also where it was reported and not computed.
    const score = scoreOf(measure, kind)?.name;
    const computed = namesOf(subjects, (s) => s.values);
    const values = score === undefined || computed.includes(score) ? computed : [score, ...computed];
    const scales = namesOf(subjects, (s) => s.grades);
    return {
      key: "subjects" as const,
      title: kinds.length > 1 ? `${words.sheets.subjects} ${kind}` : words.sheets.subjects,
      columns: [
        id(key),
        ...facts.map(text),
        ...values.map((v) => valueColumn(v, input, kind)),
        ...scales.map(text),
        wide(words.clausesOf),
        wide(words.consequencesOf),
        wide(words.openOf),
      ],
      rows: function* () {
        for (const s of subjects)
          yield [
            s.id,
            ...facts.map((f) => valueCell(own(s.facts, f) ?? undefined, words)),
            ...values.map((v) => valueCell(figureOf(s, v), words)),
            ...scales.map((g) => gradeText(own(s.grades, g), words)),
            [...new Set(s.clauses.map((c) => c.cite))].join(words.separator),
            s.consequences.map((c) => consequenceText(c, words)).join(words.separator),
            [...new Set(s.undetermined.map((u) => u.name))].join(words.separator),
          ];
      },
    };

    function valueColumn(name: string, of: ResultInput, owner: string): ResultColumn {
      const type = typeOf(tables, owner, name);
      return type?.kind === "number" ? figure(headed(name, unitOf(of.tables, owner, name))) : text(name);
    }
  });
}

/** Facts that say who somebody is: where he belongs, of what sort he is. */
function describing({ measure, result }: ResultInput, kind: string, key: string): string[] {
  const fields = measure.subjects.find((k) => k.name === kind && !k.of)?.fields ?? [];
  const names = fields
    .filter((f) => !f.derived && f.name !== key)
    .filter(
      ({ type }) =>
        type.kind === "text" ||
        type.kind === "link" ||
        (type.kind === "choice" && measure.enumerations[type.enumeration]?.kind === "options"),
    )
    .map((f) => f.name);
  return names.filter((n) =>
    result.subjects.some((s) => s.kind === kind && plainText(own(s.facts, n)) !== ""),
  );
}

export function recordTables(input: ResultInput, words: ResultWords): ResultTable[] {
  const { result, measure, tables } = input;
  const lists = new Map<string, { kind: string; list: string }>();
  for (const s of result.subjects)
    for (const list of Object.keys(s.records ?? {}))
      lists.set(`${s.kind}\u0000${list}`, { kind: s.kind, list });
  return [...lists.values()].map(({ kind, list }) => {
    const of = (s: SubjectResult): readonly RecordResult[] => (s.kind === kind && s.records?.[list]) || [];
    const all = result.subjects.flatMap(of);
    const values = namesOf(all, (r) => r.values);
    const scales = namesOf(all, (r) => r.grades);
    const rowKind = measure.subjects.find(
      (k) => k.of && measure.subjects[k.of.subject]?.name === kind && fieldName(measure, k.of) === list,
    );
    const unit = (name: string) => (rowKind ? unitOf(tables, rowKind.name, name) : "");
    return {
      key: "records" as const,
      title: `${words.sheets.records} ${list}`,
      columns: [
        id(keyOf(measure, kind, words)),
        text(words.record),
        ...values.map((v) => figure(headed(v, unit(v)))),
        ...scales.map(text),
        wide(words.clausesOf),
      ],
      rows: function* () {
        for (const s of result.subjects)
          for (const r of of(s))
            yield [
              s.id,
              r.record,
              ...values.map((v) => valueCell(own(r.values, v), words)),
              ...scales.map((g) => gradeText(own(r.grades, g), words)),
              [...new Set(r.clauses.map((c) => c.cite))].join(words.separator),
            ];
      },
    };
  });
}

const fieldName = (m: Measure, of: { readonly subject: number; readonly list: number }): string =>
  m.subjects[of.subject]?.fields[of.list]?.name ?? "";
