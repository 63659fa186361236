import type { Measure } from "../compiler/ir/ir.ts";
import type { Language } from "../diagnostics/message.ts";
import { visible } from "../diagnostics/width.ts";
import {
  type Count,
  Counter,
  clauseCounts,
  type Distribution,
  distributions,
  findingCounts,
} from "../report/results/counts.ts";
import { declaredKinds, withRecords } from "../report/results/view.ts";
import type { CohortResult, ConsequenceResult } from "../runtime/result.ts";
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
    ...blocksOf(result, m, s, words),
    counted(clauseCounts(result, m), [words.clauses, words.cases, words.effect], s, words),
    counted(consequenceCounts(result, words), [words.consequences, words.cases, words.basis], s, words),
    counted(findingCounts(result), [words.findings, words.cases, words.requirement], s, words),
    counted(causeCounts(result, language), [words.open, words.affected, ""], s, words),
    rankingOf(result, m, s, language),
  ];
  return `${blocks.filter((b) => b !== "").join("\n\n")}\n`;
}

function kinds(result: CohortResult, m: Measure, s: Session, words: Words): string {
  const declared = declaredKinds(m);
  const rows = declared.map((k) => [k.name, String(result.subjects.filter((x) => x.kind === k.name).length)]);
  return table([{ head: words.subjects }, { head: words.count, align: "right" }], rows, {
    columns: s.io.columns,
    head: s.paint.info,
  }).join("\n");
}

/** One block a scale and kind of subject: the grades best first, then what has none. */
function blocksOf(result: CohortResult, m: Measure, s: Session, words: Words): string[] {
  return distributions(result, m).map((d, i) => {
    const title = m.subjects.length > 1 && i > 0 ? `${d.kind} ${d.scale}` : d.scale;
    return distributionText(title, d, s, words);
  });
}

function distributionText(title: string, d: Distribution, s: Session, words: Words): string {
  const row = (name: string, count: number, bar: (text: string) => string) => {
    const share = count / d.total;
    const length = count === 0 ? 0 : Math.max(1, Math.round(share * BAR));
    return [name, String(count), `${(share * 100).toFixed(1)}%`, bar("█".repeat(length))];
  };
  const rows = d.grades.map((g) => row(g.grade, g.count, s.paint.good));
  if (d.undetermined > 0) rows.push(row(words.undetermined, d.undetermined, s.paint.warning));
  if (d.notAssessed > 0) rows.push(row(words.notAssessed, d.notAssessed, s.paint.faint));
  return table(
    [{ head: title }, { head: words.count, align: "right" }, { head: words.share, align: "right" }, {}],
    rows,
    { columns: s.io.columns, head: s.paint.info },
  ).join("\n");
}

function counted(all: readonly Count[], heads: readonly string[], s: Session, words: Words): string {
  if (all.length === 0) return "";
  const rows = all.slice(0, MOST).map((c) => [c.label, String(c.count), c.notes.join(words.separator)]);
  if (all.length > MOST) rows.push([words.more(all.length - MOST)]);
  return table(
    heads.map((head, i) => ({ head, ...(i === 1 ? { align: "right" as const } : {}) })),
    rows,
    { columns: s.io.columns, head: s.paint.info },
  ).join("\n");
}

function consequenceCounts(result: CohortResult, words: Words): Count[] {
  const counter = new Counter();
  for (const subject of result.subjects)
    for (const c of subject.consequences) counter.add(consequenceText(c, words), ...c.cites);
  return counter.all();
}

function consequenceText(c: ConsequenceResult, words: Words): string {
  const action = c.choice.length > 0 ? c.choice.join("/") : c.action;
  const argument = c.argument === null ? "" : `(${c.argument})`;
  return `${words.target} ${c.called ?? c.target} ${action}${argument}${words.modality[c.modality]}`;
}

/** How many subjects each cause leaves unsettled. */
function causeCounts(result: CohortResult, language: Language): Count[] {
  const counter = new Counter();
  for (const subject of result.subjects) {
    const open = withRecords(subject).flatMap((x) => x.undetermined);
    const causes = open.flatMap((u) => u.because.map((c) => causeText(c, language)));
    for (const text of new Set(causes)) counter.add(text, "");
  }
  return counter.all().sort((a, b) => b.count - a.count);
}
