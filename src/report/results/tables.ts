import type { Measure } from "../../compiler/ir/ir.ts";
import { explainSubject } from "../../runtime/explain.ts";
import type { CohortResult, ConsequenceResult, RecordResult, SubjectResult } from "../../runtime/result.ts";
import { actionText, figuresText, gradeText, missingText, type ResultCell, valueCell } from "./cells.ts";
import { distributions } from "./counts.ts";
import {
  declaredKinds,
  figureOf,
  plainText,
  type ResultInput,
  rankedBy,
  rankingOf,
  typeOf,
  unitOf,
  withRecords,
} from "./view.ts";
import { RESULT_WORDS, type ResultWords } from "./words.ts";

/**
 * The results of a cohort as tables, for whoever lays them out: a workbook (a sheet each), Markdown (a section each),
 * a flat file. What is empty is left out. Rows are made when they are asked for.
 */
export interface ResultTable {
  readonly key: keyof ResultWords["sheets"];
  readonly title: string;
  readonly columns: readonly ResultColumn[];
  readonly rows: () => Iterable<readonly ResultCell[]>;
}

export interface ResultColumn {
  readonly head: string;
  /** `id`: kept as text whatever it looks like; `number`: figures; `wide`: text that may be long. */
  readonly kind: "id" | "text" | "number" | "wide";
}

const id = (head: string): ResultColumn => ({ head, kind: "id" });
const text = (head: string): ResultColumn => ({ head, kind: "text" });
const wide = (head: string): ResultColumn => ({ head, kind: "wide" });
const figure = (head: string): ResultColumn => ({ head, kind: "number" });

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

/** One row a subject: who it is, what was computed, the grades, why, and what follows. */
function subjectTables(input: ResultInput, words: ResultWords): ResultTable[] {
  const { result, measure, tables } = input;
  const kinds = declaredKinds(measure)
    .map((k) => k.name)
    .filter((kind) => result.subjects.some((s) => s.kind === kind));
  return kinds.map((kind) => {
    const subjects = result.subjects.filter((s) => s.kind === kind);
    const key = keyOf(measure, kind, words);
    const facts = describing(input, kind, key);
    const values = namesOf(subjects, (s) => s.values);
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
            ...values.map((v) => valueCell(own(s.values, v), words)),
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

function recordTables(input: ResultInput, words: ResultWords): ResultTable[] {
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
              u.possible.join(u.what === "value" ? "~" : words.separator),
              missingText(u, s.id, language),
            ];
    },
  };
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

export function consequenceText(c: ConsequenceResult, words: ResultWords): string {
  const modality = c.modality === "must" ? "" : `${words.modalities[c.modality]} `;
  const argument = c.argument === null ? "" : words.bracketed("", c.argument);
  return `${c.target}${words.colon}${modality}${actionText(c, words)}${argument}`;
}

const headed = (name: string, unit: string): string => (unit === "" ? name : `${name}(${unit})`);

export function keyOf(m: Measure, kind: string, words: ResultWords): string {
  const k = m.subjects.find((x) => x.name === kind && !x.of);
  return k?.fields[k.key]?.name ?? words.id;
}

export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Names that any of them has, in the order of their first appearance. */
export function namesOf<T>(list: readonly T[], table: (x: T) => Readonly<Record<string, unknown>>): string[] {
  const names = new Set<string>();
  for (const x of list) for (const name of Object.keys(table(x))) names.add(name);
  return [...names];
}
