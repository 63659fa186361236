import type { Measure } from "../../compiler/ir/ir.ts";
import { consequenceText, gradeText, valueCell } from "./cells.ts";
import {
  figure,
  GIVEN,
  headed,
  id,
  keyOf,
  namesOfKind,
  own,
  type ResultColumn,
  type TablePlan,
  text,
  wide,
} from "./columns.ts";
import { declaredKinds, figureOf, type PlanView, scoreOf, typeOf, unitOf } from "./view.ts";
import type { ResultWords } from "./words.ts";

/** The tables with a row for each subject, and for each record that has results of its own. */

/** One row a subject: who it is, what was computed, the grades, why, and what follows. */
export function subjectPlans(view: PlanView, kinds: readonly string[], words: ResultWords): TablePlan[] {
  const { measure, tables } = view;
  const declared = declaredKinds(measure).filter((k) => kinds.includes(k.name));
  return declared.map(({ name: kind }) => {
    const key = keyOf(measure, kind, words);
    const facts = describing(measure, kind, key);
    const { values: computed, grades: scales } = namesOfKind(tables, kind);
    // What grades go by, also where it was reported and not computed.
    const score = scoreOf(measure, kind)?.name;
    const values = score === undefined || computed.includes(score) ? computed : [score, ...computed];
    return {
      key: "subjects" as const,
      title: (present) => (present.length > 1 ? `${words.sheets.subjects} ${kind}` : words.sheets.subjects),
      columns: [
        id(key),
        ...facts.map((f) => ({ ...text(f), optional: true as const })),
        ...values.map((v) => valueColumn(v, view, kind)),
        ...scales.map(text),
        wide(words.clausesOf),
        wide(words.consequencesOf),
        wide(words.openOf),
      ],
      order: GIVEN,
      rowsOf: function* (s) {
        if (s.kind !== kind) return;
        yield {
          cells: [
            s.id,
            ...facts.map((f) => valueCell(own(s.facts, f) ?? undefined, words)),
            ...values.map((v) => valueCell(figureOf(s, v), words)),
            ...scales.map((g) => gradeText(own(s.grades, g), words)),
            [...new Set(s.clauses.map((c) => c.cite))].join(words.separator),
            s.consequences.map((c) => consequenceText(c, words)).join(words.separator),
            [...new Set(s.undetermined.map((u) => u.name))].join(words.separator),
          ],
        };
      },
    };
  });
}

function valueColumn(name: string, { tables }: PlanView, kind: string): ResultColumn {
  const type = typeOf(tables, kind, name);
  return type?.kind === "number" ? figure(headed(name, unitOf(tables, kind, name))) : text(name);
}

/** Facts that say who somebody is: where he belongs, of what sort he is. */
const describing = (measure: Measure, kind: string, key: string): string[] =>
  (measure.subjects.find((k) => k.name === kind && !k.of)?.fields ?? [])
    .filter((f) => !f.derived && f.name !== key)
    .filter(
      ({ type }) =>
        type.kind === "text" ||
        type.kind === "link" ||
        (type.kind === "choice" && measure.enumerations[type.enumeration]?.kind === "options"),
    )
    .map((f) => f.name);

/** The lists of the kinds whose records have results of their own. */
export function recordPlans(view: PlanView, kinds: readonly string[], words: ResultWords): TablePlan[] {
  const { measure, tables } = view;
  return kinds.flatMap((kind) =>
    measure.subjects.flatMap(({ name, of }): TablePlan[] => {
      if (!of || measure.subjects[of.subject]?.name !== kind) return [];
      const list = measure.subjects[of.subject]?.fields[of.list]?.name ?? "";
      const { values, grades: scales } = namesOfKind(tables, name);
      return [
        {
          key: "records",
          title: () => `${words.sheets.records} ${list}`,
          columns: [
            id(keyOf(measure, kind, words)),
            text(words.record),
            ...values.map((v) => figure(headed(v, unitOf(tables, name, v)))),
            ...scales.map(text),
            wide(words.clausesOf),
          ],
          order: GIVEN,
          rowsOf: function* (s) {
            if (s.kind !== kind) return;
            for (const r of s.records?.[list] ?? [])
              yield {
                cells: [
                  s.id,
                  r.record,
                  ...values.map((v) => valueCell(own(r.values, v), words)),
                  ...scales.map((g) => gradeText(own(r.grades, g), words)),
                  [...new Set(r.clauses.map((c) => c.cite))].join(words.separator),
                ],
              };
          },
        },
      ];
    }),
  );
}
