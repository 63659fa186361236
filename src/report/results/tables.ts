import { explainSubject } from "../../runtime/explain.ts";
import type { CohortResult, ConsequenceResult, RecordResult, SubjectResult } from "../../runtime/result.ts";
import { actionText, figuresText, gradeText, missingText, type ResultCell, valueCell } from "./cells.ts";
import { figure, headed, id, keyOf, namesOf, own, type ResultTable, text, wide } from "./columns.ts";
import { distributions } from "./counts.ts";
import { recordTables, subjectTables } from "./subject-tables.ts";
import {
  declaredKinds,
  figureOf,
  type ResultInput,
  rankedBy,
  rankingOf,
  unitOf,
  withRecords,
} from "./view.ts";
import { RESULT_WORDS, type ResultWords } from "./words.ts";

/** All tables of a result, in the order in which one reads them. What is empty is left out. */
export function resultTables(input: ResultInput): ResultTable[] {
  const { result } = input;
  const words = RESULT_WORDS[input.language];
  const has = (what: (s: SubjectResult) => readonly unknown[]) =>
    result.subjects.some((s) => what(s).length > 0);
  return [
    summary(input, words),
    grades(input, words),
    ...rankings(input, words),
    ...subjectTables(input, words),
    ...recordTables(input, words),
    ...(has((s) => s.consequences) ? [consequences(input, words)] : []),
    ...(has((s) => withRecords(s).flatMap((x) => x.undetermined)) ? [undetermined(input, words)] : []),
    ...(has((s) => withRecords(s).flatMap((x) => x.findings)) ? [requirements(input, words)] : []),
    ...(has((s) => withRecords(s).flatMap((x) => x.clauses)) ? [clauses(input, words)] : []),
    ...(result.subjects.length > 0 ? [reasons(input, words)] : []),
  ];
}

function summary({ result, measure }: ResultInput, words: ResultWords): ResultTable {
  const { measure: m, subjects } = result;
  const open = subjects.filter((s) => withRecords(s).some((x) => x.undetermined.length > 0)).length;
  const rows: [string, ResultCell][] = [
    [words.measure, m.title ?? m.name],
    [words.number, m.documentNumber ?? ""],
    [words.period, result.period ?? words.year(result.year)],
    [words.date, result.date ?? ""],
    ...declaredKinds(measure).map((k): [string, ResultCell] => [
      words.subjectsOf(k.name),
      subjects.filter((s) => s.kind === k.name).length,
    ]),
    [words.settled, subjects.length - open],
    [words.withOpen, open],
  ];
  return {
    key: "summary",
    title: words.sheets.summary,
    columns: [text(words.item), text(words.content)],
    rows: () => rows.filter(([, v]) => v !== ""),
  };
}

function grades({ result, measure }: ResultInput, words: ResultWords): ResultTable {
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
      distributions(result, measure).flatMap((d) => {
        const row = (name: string, count: number): ResultCell[] => [
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

function rankings(input: ResultInput, words: ResultWords): ResultTable[] {
  const { result, measure, tables } = input;
  const all = rankedBy(measure).filter((r) => result.subjects.some((s) => s.kind === r.kind));
  return all.map((by) => {
    const subjects = result.subjects.filter((s) => s.kind === by.kind);
    const scales = namesOf(subjects, (s) => s.grades);
    return {
      key: "ranking" as const,
      title: all.length > 1 ? `${words.sheets.ranking} ${by.kind} ${by.score}` : words.sheets.ranking,
      columns: [
        ...by.groups.map(text),
        figure(words.place),
        id(keyOf(measure, by.kind, words)),
        figure(headed(by.score, unitOf(tables, by.kind, by.score))),
        ...scales.map(text),
      ],
      rows: () =>
        rankingOf(subjects, by).flatMap((g) =>
          g.rows.map(({ place, subject }) => [
            ...g.group,
            place ?? words.undetermined,
            subject.id,
            valueCell(figureOf(subject, by.score), words),
            ...scales.map((s) => gradeText(own(subject.grades, s), words)),
          ]),
        ),
    };
  });
}

/** Who must act on what, until when: by whoever acts, then by whom it is for. */
function consequences({ result }: ResultInput, words: ResultWords): ResultTable {
  return {
    key: "consequences",
    title: words.sheets.consequences,
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
    rows: () =>
      consequencesInOrder(result).map(({ subject, c }) => [
        c.by.join(words.separator),
        c.target,
        c.targetIds.join(words.separator),
        actionText(c, words),
        c.argument ?? "",
        c.from ?? "",
        c.until ?? "",
        words.modalities[c.modality],
        c.cites.join(words.separator),
        subject.kind,
        subject.id,
        c.category,
        (c.objects ?? []).join(words.separator),
        c.mitigation.join(words.separator),
      ]),
  };
}

/** By whoever acts, target and action, each in the order of first appearance. */
export function consequencesInOrder(
  result: CohortResult,
): { readonly subject: SubjectResult; readonly c: ConsequenceResult }[] {
  const groups = new Map<string, Map<string, { subject: SubjectResult; c: ConsequenceResult }[]>>();
  for (const subject of result.subjects)
    for (const c of subject.consequences) {
      const by = JSON.stringify(c.by);
      const key = JSON.stringify([c.target, c.choice.length > 0 ? c.choice : c.action]);
      if (!groups.has(by)) groups.set(by, new Map());
      const inner = groups.get(by)!;
      if (!inner.has(key)) inner.set(key, []);
      inner.get(key)!.push({ subject, c });
    }
  return [...groups.values()].flatMap((inner) => [...inner.values()].flat());
}

function undetermined({ result, language }: ResultInput, words: ResultWords): ResultTable {
  return {
    key: "undetermined",
    title: words.sheets.undetermined,
    columns: [
      text(words.kind),
      id(words.id),
      text(words.what),
      text(words.name),
      text(words.clause),
      wide(words.possible),
      wide(words.missing),
    ],
    rows: function* () {
      for (const s of result.subjects)
        for (const { prefix, x } of parts(s))
          for (const u of x.undetermined)
            yield [
              s.kind,
              s.id,
              words.whats[u.what],
              prefix + u.name,
              u.cite,
              u.what === "grade" ? u.possible.join(words.separator) : rangeText(u.possible, language),
              missingText(u, s.id, language),
            ];
    },
  };
}

/** `50分~100分`; an end of which nothing is known is not shown. */
function rangeText(possible: readonly string[], language: ResultInput["language"]): string {
  const [low, high] = possible.map((end) => (/^-?∞$/.test(end) ? null : end));
  if (possible.length !== 2 || (low !== null && high !== null)) return possible.join("~");
  if (low != null) return language === "zh" ? `${low}以上` : `${low} or more`;
  if (high != null) return language === "zh" ? `${high}以下` : `${high} or less`;
  return "";
}

function requirements({ result }: ResultInput, words: ResultWords): ResultTable {
  return {
    key: "requirements",
    title: words.sheets.requirements,
    columns: [
      text(words.kind),
      id(words.id),
      text(words.clause),
      wide(words.requirement),
      text(words.status),
      wide(words.figures),
    ],
    rows: function* () {
      for (const s of result.subjects)
        for (const { prefix, x } of parts(s))
          for (const f of x.findings)
            yield [
              s.kind,
              s.id,
              f.cite,
              prefix + f.requirement,
              words.statuses[f.status],
              figuresText(f.figures, words),
            ];
    },
  };
}

function clauses({ result }: ResultInput, words: ResultWords): ResultTable {
  return {
    key: "clauses",
    title: words.sheets.clauses,
    columns: [
      text(words.kind),
      id(words.id),
      text(words.clause),
      text(words.title),
      wide(words.when),
      wide(words.figures),
      wide(words.effect),
    ],
    rows: function* () {
      for (const s of result.subjects)
        for (const { prefix, x } of parts(s))
          for (const c of x.clauses)
            yield [
              s.kind,
              s.id,
              c.cite,
              c.title ?? "",
              prefix + c.condition,
              figuresText(c.figures, words),
              c.effect,
            ];
    },
  };
}

/** The sentences of `explain`, a row each. */
function reasons({ result, language, tables }: ResultInput, words: ResultWords): ResultTable {
  return {
    key: "reasons",
    title: words.sheets.reasons,
    columns: [text(words.kind), id(words.id), figure(words.no_), wide(words.sentence)],
    rows: function* () {
      for (const s of result.subjects)
        for (const [i, sentence] of explainSubject(s, language, tables).entries())
          yield [s.kind, s.id, i + 1, sentence.trim()];
    },
  };
}

/** A subject and its records, with what to put before a record's names. */
function* parts(s: SubjectResult): Generator<{ prefix: string; x: SubjectResult | RecordResult }> {
  yield { prefix: "", x: s };
  for (const [list, records] of Object.entries(s.records ?? {}))
    for (const x of records) yield { prefix: `${list}(${x.record}) `, x };
}
