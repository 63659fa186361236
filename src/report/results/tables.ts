import { explainSubject } from "../../runtime/explain.ts";
import { figuresLooked, openName } from "../../runtime/explain-causes.ts";
import type { ConsequenceResult, RecordResult, SubjectResult } from "../../runtime/result.ts";
import { actionText, figuresText, gradeText, missingText, valueCell } from "./cells.ts";
import {
  figure,
  GIVEN,
  headed,
  id,
  keyOf,
  namesOfKind,
  own,
  type PlannedRow,
  type ResultTable,
  type TablePlan,
  text,
  wide,
} from "./columns.ts";
import type { Distribution } from "./counts.ts";
import type { Figures } from "./figures.ts";
import { placeCell, placeKey, placeOrder } from "./places.ts";
import { recordPlans, subjectPlans } from "./subject-tables.ts";
import {
  declaredKinds,
  figureOf,
  type MeasureView,
  type PlanView,
  plainText,
  type RankedBy,
  rankedBy,
  unitOf,
} from "./view.ts";
import { RESULT_WORDS, type ResultWords } from "./words.ts";

/** The tables that a result has after those of its figures, in the order in which one reads them. @param kinds that have subjects */
export function tablePlans(view: PlanView, kinds: readonly string[]): TablePlan[] {
  const words = RESULT_WORDS[view.language];
  return [
    ...rankings(view, kinds, words),
    ...subjectPlans(view, kinds, words),
    ...recordPlans(view, kinds, words),
    consequences(words),
    undetermined(view, words),
    requirements(words),
    clauses(words),
    reasons(view, words),
  ];
}

/** The tables that stand before those, of what all results add up to. */
export const figureTables = (view: MeasureView, figures: Figures): ResultTable[] => {
  const words = RESULT_WORDS[view.language];
  const distributions = figures.distributions(view.measure);
  return [summary(view, figures, words), ...(distributions.length > 0 ? [grades(distributions, words)] : [])];
};

function summary(view: MeasureView, figures: Figures, words: ResultWords): ResultTable {
  const { head, measure } = view;
  const { measure: m } = head;
  const rows: [string, string | number][] = [
    [words.measure, m.title ?? m.name],
    [words.number, m.documentNumber ?? ""],
    [words.period, head.period ?? words.year(head.year)],
    [words.date, head.date ?? ""],
    ...declaredKinds(measure).map((k): [string, number] => [
      words.subjectsOf(k.name),
      figures.countOf(k.name),
    ]),
    [words.settled, figures.subjects - figures.open],
    [words.withOpen, figures.open],
  ];
  return {
    key: "summary",
    title: words.sheets.summary,
    columns: [text(words.item), text(words.content)],
    rows: () => rows.filter(([, v]) => v !== ""),
  };
}

function grades(distributions: readonly Distribution[], words: ResultWords): ResultTable {
  return {
    key: "grades",
    title: words.sheets.grades,
    columns: [
      text(words.kind),
      text(words.scale),
      text(words.grade),
      figure(words.count),
      figure(words.share),
    ],
    rows: () =>
      distributions.flatMap((d) => {
        const row = (name: string, count: number) => [
          d.kind,
          d.scale,
          name,
          count,
          Math.round((count / d.total) * 1000) / 10,
        ];
        return [
          ...d.grades.map((g) => row(g.grade, g.count)),
          ...(d.undetermined > 0 ? [row(words.undetermined, d.undetermined)] : []),
          ...(d.notAssessed > 0 ? [row(words.notAssessed, d.notAssessed)] : []),
        ];
      }),
  };
}

function rankings(view: PlanView, kinds: readonly string[], words: ResultWords): TablePlan[] {
  const { measure, tables } = view;
  const all = rankedBy(measure);
  return all
    .filter((r) => kinds.includes(r.kind))
    .map((by) => {
      const scales = namesOfKind(tables, by.kind).grades;
      return {
        key: "ranking" as const,
        title: (present) =>
          all.filter((r) => present.includes(r.kind)).length > 1
            ? `${words.sheets.ranking} ${by.kind} ${by.place ?? by.score}`
            : words.sheets.ranking,
        columns: [
          ...by.groups.map(text),
          figure(words.place),
          id(keyOf(measure, by.kind, words)),
          figure(headed(by.score, unitOf(tables, by.kind, by.score))),
          ...scales.map(text),
        ],
        order: placeOrder(by, by.groups.length, words.undetermined, words),
        rowsOf: (s) => (s.kind === by.kind ? [rankingRow(s, by, scales, view, words)] : []),
      };
    });
}

function rankingRow(
  s: SubjectResult,
  by: RankedBy,
  scales: readonly string[],
  view: PlanView,
  words: ResultWords,
): PlannedRow {
  const group = by.groups.map((g) => plainText(figureOf(s, g)));
  return {
    cells: [
      ...group,
      placeCell(s, by, words.undetermined),
      s.id,
      valueCell(figureOf(s, by.score), words),
      ...scales.map((g) => gradeText(own(s.grades, g), words)),
    ],
    key: placeKey(s, by, view),
  };
}

/** Who must act on what, until when: by whoever acts, then by whom it is for. */
function consequences(words: ResultWords): TablePlan {
  return {
    key: "consequences",
    title: () => words.sheets.consequences,
    columns: [
      text(words.by),
      text(words.target),
      text(words.who),
      text(words.action),
      text(words.argument),
      text(words.from),
      text(words.until),
      text(words.modality),
      wide(words.basis),
      text(words.kind),
      id(words.id),
      text(words.category),
      wide(words.because),
      wide(words.mitigation),
    ],
    order: { by: "groups" },
    rowsOf: (s) =>
      s.consequences.map((c) => ({
        cells: [
          c.by.join(words.separator),
          c.called ?? c.target,
          c.targetIds.join(words.separator),
          actionText(c, words),
          c.argument ?? "",
          c.from ?? "",
          c.until ?? "",
          words.modalities[c.modality],
          c.cites.join(words.separator),
          s.kind,
          s.id,
          c.category,
          (c.objects ?? c.records ?? []).join(words.separator),
          c.mitigation.join(words.separator),
        ],
        key: consequenceKey(c),
      })),
  };
}

/** By whoever acts, then by target and action. */
export const consequenceKey = (c: ConsequenceResult): { readonly outer: string; readonly inner: string } => ({
  outer: JSON.stringify(c.by),
  inner: JSON.stringify([c.target, c.choice.length > 0 ? c.choice : c.action]),
});

function undetermined({ language }: PlanView, words: ResultWords): TablePlan {
  return {
    key: "undetermined",
    title: () => words.sheets.undetermined,
    columns: [
      text(words.kind),
      id(words.id),
      text(words.what),
      text(words.name),
      text(words.clause),
      wide(words.possible),
      wide(words.missing),
    ],
    order: GIVEN,
    rowsOf: function* (s) {
      for (const { prefix, x } of parts(s))
        for (const u of x.undetermined) {
          const open = openName(u, language);
          yield {
            cells: [
              s.kind,
              s.id,
              words.whats[u.what],
              prefix + (u.object === undefined ? open : words.bracketed(open, u.object)),
              u.cite,
              u.what === "grade" ? u.possible.join(words.separator) : rangeText(u.possible, language),
              missingText(u, s.id, language),
            ],
          };
        }
    },
  };
}

/** `50分~100分`; an end of which nothing is known is not shown. */
function rangeText(possible: readonly string[], language: MeasureView["language"]): string {
  const [low, high] = possible.map((end) => (/^-?∞$/.test(end) ? null : end));
  if (possible.length !== 2 || (low !== null && high !== null)) return possible.join("~");
  if (low != null) return language === "zh" ? `${low}以上` : `${low} or more`;
  if (high != null) return language === "zh" ? `${high}以下` : `${high} or less`;
  return "";
}

function requirements(words: ResultWords): TablePlan {
  return {
    key: "requirements",
    title: () => words.sheets.requirements,
    columns: [
      text(words.kind),
      id(words.id),
      text(words.clause),
      wide(words.requirement),
      text(words.status),
      wide(words.figures),
    ],
    order: GIVEN,
    rowsOf: function* (s) {
      for (const { prefix, x } of parts(s))
        for (const f of x.findings)
          yield {
            cells: [
              s.kind,
              s.id,
              f.cite,
              prefix + f.requirement,
              words.statuses[f.status],
              figuresText(figuresLooked(f), words),
            ],
          };
    },
  };
}

function clauses(words: ResultWords): TablePlan {
  return {
    key: "clauses",
    title: () => words.sheets.clauses,
    columns: [
      text(words.kind),
      id(words.id),
      text(words.clause),
      text(words.title),
      wide(words.when),
      wide(words.figures),
      wide(words.effect),
    ],
    order: GIVEN,
    rowsOf: function* (s) {
      for (const { prefix, x } of parts(s))
        for (const c of x.clauses)
          yield {
            cells: [
              s.kind,
              s.id,
              c.cite,
              c.title ?? "",
              prefix + c.condition,
              figuresText(c.figures, words, true),
              c.effect,
            ],
          };
    },
  };
}

/** The sentences of `explain`, a row each. */
function reasons({ language, tables }: PlanView, words: ResultWords): TablePlan {
  return {
    key: "reasons",
    title: () => words.sheets.reasons,
    columns: [text(words.kind), id(words.id), figure(words.no_), wide(words.sentence)],
    order: GIVEN,
    rowsOf: function* (s) {
      for (const [i, sentence] of explainSubject(s, language, tables).entries())
        yield { cells: [s.kind, s.id, i + 1, sentence.trim()] };
    },
  };
}

/** A subject and its records, with what to put before a record's names. */
function* parts(s: SubjectResult): Generator<{ prefix: string; x: SubjectResult | RecordResult }> {
  yield { prefix: "", x: s };
  for (const [list, records] of Object.entries(s.records ?? {}))
    for (const x of records) yield { prefix: `${list}(${x.record}) `, x };
}
