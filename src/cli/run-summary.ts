import type { Measure, SubjectKind } from "../compiler/ir/ir.ts";
import type { Language } from "../diagnostics/message.ts";
import { visible } from "../diagnostics/width.ts";
import type { CohortResult, ConsequenceResult, RecordResult, SubjectResult } from "../runtime/result.ts";
import { rankingOf } from "./ranking.ts";
import type { Session } from "./session.ts";
import { table } from "./table.ts";
import { causeText } from "./values.ts";

/** The result of a cohort on one screen: how many got what, which clauses caught them, what is not settled. */

const WORDS = {
  zh: {
    year: (y: number) => `${y}年度`,
    date: (d: string) => `评定日 ${d}`,
    subjects: "对象",
    share: "占比",
    count: "人数",
    undetermined: "未定",
    notAssessed: "不予评定",
    consequences: "后果",
    target: "对",
    cases: "人次",
    basis: "依据",
    clauses: "触发的条款",
    effect: "结果",
    findings: "不符合要求",
    requirement: "要求",
    open: "未定的原因",
    affected: "影响对象",
    modality: { must: "", may: "（可以）", advisory: "（优先）", discretionary: "（酌情）" },
    none: "无",
    more: (n: number) => `另有 ${n} 项`,
    separator: "、",
  },
  en: {
    year: (y: number) => String(y),
    date: (d: string) => `assessed on ${d}`,
    subjects: "Subjects",
    share: "Share",
    count: "Number",
    undetermined: "undetermined",
    notAssessed: "not assessed",
    consequences: "Consequences",
    target: "For",
    cases: "Number",
    basis: "Basis",
    clauses: "Clauses that fired",
    effect: "Effect",
    findings: "Requirements not met",
    requirement: "Requirement",
    open: "Why undetermined",
    affected: "Subjects",
    modality: { must: "", may: " (may)", advisory: " (advisory)", discretionary: " (discretionary)" },
    none: "none",
    more: (n: number) => `${n} more`,
    separator: ", ",
  },
} as const;

type Words = (typeof WORDS)[Language];

const BAR = 30;
/** Longer lists end in a count of the rest; everything is in the JSON and CSV output. */
const MOST = 20;

export function summaryText(result: CohortResult, m: Measure, s: Session, language: Language): string {
  const words = WORDS[language];
  const { title, name, documentNumber } = result.measure;
  const head = [
    title ?? name,
    documentNumber,
    result.period ?? words.year(result.year),
    result.date === null ? null : words.date(result.date),
  ];
  const blocks = [
    s.paint.strong(visible(head.filter((t) => t !== null).join(" · "))),
    kinds(result, m, s, words),
    ...distributions(result, m, s, words),
    counted(clauseCounts(result, m), [words.clauses, words.cases, words.effect], s, words),
    counted(consequenceCounts(result, words), [words.consequences, words.cases, words.basis], s, words),
    counted(findingCounts(result), [words.findings, words.cases, words.requirement], s, words),
    counted(causeCounts(result, language), [words.open, words.affected, ""], s, words),
    rankingOf(result, m, s, language),
  ];
  return `${blocks.filter((b) => b !== "").join("\n\n")}\n`;
}

function kinds(result: CohortResult, m: Measure, s: Session, words: Words): string {
  const declared = m.subjects.filter((k) => !k.of);
  const rows = declared.map((k) => [k.name, String(result.subjects.filter((x) => x.kind === k.name).length)]);
  return table([{ head: words.subjects }, { head: words.count, align: "right" }], rows, {
    columns: s.io.columns,
    head: s.paint.info,
  }).join("\n");
}

/** One block a scale and kind of subject: the grades best first, then what has none. */
function distributions(result: CohortResult, m: Measure, s: Session, words: Words): string[] {
  const blocks: string[] = [];
  for (const kind of m.subjects) {
    const subjects = resultsOf(result, m, kind);
    for (const scale of m.enumerations.filter((e) => e.kind === "scale")) {
      const graded = subjects.filter((x) => Object.hasOwn(x.grades, scale.name));
      if (graded.length === 0) continue;
      const several = m.subjects.length > 1 && blocks.length > 0;
      const title = several ? `${kind.name} ${scale.name}` : scale.name;
      blocks.push(
        distribution(
          title,
          [...scale.members].reverse(),
          graded.map((x) => x.grades[scale.name]!),
          s,
          words,
        ),
      );
    }
  }
  return blocks;
}

/** The results of a kind; of a list with rules of its own, those of the records. */
function resultsOf(
  result: CohortResult,
  m: Measure,
  kind: SubjectKind,
): readonly (SubjectResult | RecordResult)[] {
  const { of } = kind;
  if (!of) return result.subjects.filter((x) => x.kind === kind.name);
  const { name, fields } = m.subjects[of.subject]!;
  const list = fields[of.list]!.name;
  return result.subjects.flatMap((x) => (x.kind === name ? (x.records?.[list] ?? []) : []));
}

/** A subject and its records. */
const withRecords = (x: SubjectResult): readonly (SubjectResult | RecordResult)[] => [
  x,
  ...Object.values(x.records ?? {}).flat(),
];

function distribution(
  title: string,
  grades: readonly string[],
  given: readonly SubjectResult["grades"][string][],
  s: Session,
  words: Words,
): string {
  const row = (name: string, count: number, bar: (text: string) => string) => {
    const share = count / given.length;
    const length = count === 0 ? 0 : Math.max(1, Math.round(share * BAR));
    return [name, String(count), `${(share * 100).toFixed(1)}%`, bar("█".repeat(length))];
  };
  const rows = grades.map((g) => row(g, given.filter((x) => x.grade === g).length, s.paint.good));
  const open = given.filter((x) => x.grade === null && x.possible.length > 0).length;
  const none = given.filter((x) => x.grade === null && x.possible.length === 0).length;
  if (open > 0) rows.push(row(words.undetermined, open, s.paint.warning));
  if (none > 0) rows.push(row(words.notAssessed, none, s.paint.faint));
  return table(
    [{ head: title }, { head: words.count, align: "right" }, { head: words.share, align: "right" }, {}],
    rows,
    { columns: s.io.columns, head: s.paint.info },
  ).join("\n");
}

interface Count {
  readonly label: string;
  count: number;
  readonly notes: Set<string>;
}

/** Adds up under a key, keeping the order of first appearance. */
function count(into: Map<string, Count>, label: string, note: string): void {
  const entry = into.get(label) ?? { label, count: 0, notes: new Set<string>() };
  entry.count++;
  if (note !== "") entry.notes.add(note);
  into.set(label, entry);
}

function counted(counts: Map<string, Count>, heads: readonly string[], s: Session, words: Words): string {
  if (counts.size === 0) return "";
  const all = [...counts.values()];
  const rows = all.slice(0, MOST).map((c) => [c.label, String(c.count), [...c.notes].join(words.separator)]);
  if (all.length > MOST) rows.push([words.more(all.length - MOST)]);
  return table(
    heads.map((head, i) => ({ head, ...(i === 1 ? { align: "right" as const } : {}) })),
    rows,
    { columns: s.io.columns, head: s.paint.info },
  ).join("\n");
}

/** By citation, in the order of the regulation. */
function clauseCounts(result: CohortResult, m: Measure): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const subject of result.subjects) {
    for (const c of withRecords(subject).flatMap((x) => x.clauses)) count(counts, c.cite, c.effect);
  }
  const order = new Map(
    [...m.citations].sort((a, b) => a.span.start - b.span.start).map((c, i) => [c.text, i]),
  );
  return new Map([...counts].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
}

function consequenceCounts(result: CohortResult, words: Words): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const subject of result.subjects) {
    for (const c of subject.consequences) {
      count(counts, consequenceText(c, words), c.cites.join(words.separator));
    }
  }
  return counts;
}

function consequenceText(c: ConsequenceResult, words: Words): string {
  const action = c.choice.length > 0 ? c.choice.join("/") : c.action;
  const argument = c.argument === null ? "" : `(${c.argument})`;
  return `${words.target} ${c.target} ${action}${argument}${words.modality[c.modality]}`;
}

function findingCounts(result: CohortResult): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const subject of result.subjects) {
    for (const f of withRecords(subject).flatMap((x) => x.findings))
      if (f.status === "not-met") count(counts, f.cite, f.requirement);
  }
  return counts;
}

/** How many subjects each cause leaves unsettled. */
function causeCounts(result: CohortResult, language: Language): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const subject of result.subjects) {
    const open = withRecords(subject).flatMap((x) => x.undetermined);
    const causes = open.flatMap((u) => u.because.map((c) => causeText(c, language)));
    for (const text of new Set(causes)) count(counts, text, "");
  }
  return new Map([...counts].sort((a, b) => b[1].count - a[1].count));
}
