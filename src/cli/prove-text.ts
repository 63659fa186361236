import type { Measure } from "../compiler/ir/ir.ts";
import type { Language } from "../diagnostics/message.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { visible, wrap } from "../diagnostics/width.ts";
import { type Example, PROPERTIES, type Proved } from "../prove/properties/property.ts";
import type { Proofs } from "../prove/properties/prove.ts";
import { headOf, PROPERTY_WORDS, scopeOf, sentenceOf } from "../prove/properties/sentences.ts";
import type { SourceText } from "../source/source-text.ts";
import type { Session } from "./session.ts";

/** What was proved of a measure, for people and for programs. */

const lineOf = (p: Proved, source: SourceText | null): number | null =>
  p.about.span && source ? source.placeOf(p.about.span).start.line : null;

export function proofsJson(
  measure: Measure,
  year: number,
  { proved, effort }: Proofs,
  source: SourceText | null,
  language: Language,
): object {
  const times = effort.times.toSorted((a, b) => a - b);
  const ms = (n: number | undefined) => (n === undefined ? null : Math.round(n));
  return {
    measure: { name: measure.name, title: measure.title, documentNumber: measure.documentNumber },
    year,
    properties: proved.map((p) => ({
      property: p.name,
      kind: p.kind,
      cites: p.about.cites,
      about: p.about.what,
      text: p.about.text,
      line: lineOf(p, source),
      ...p.outcome,
      sentence: sentenceOf(p, language),
      milliseconds: ms(p.milliseconds),
      queries: p.queries,
    })),
    effort: {
      queries: effort.queries,
      milliseconds: ms(times.reduce((a, b) => a + b, 0)),
      median: ms(times[times.length >> 1]),
      worst: ms(times.at(-1)),
    },
  };
}

/** What does not hold and what is not settled, as findings at their clauses. */
export function proofProblems({ proved }: Proofs): Problem[] {
  return proved.flatMap((p) => {
    const { status } = p.outcome;
    if (status === "holds") return [];
    const said = { about: headOf(p), sentence: sentenceOf(p, "zh"), sentenceEn: sentenceOf(p, "en") };
    const { span } = p.about;
    return [problem(status === "fails" ? "BF9071" : "BF9072", said, span ? { span } : {})];
  });
}

/** What fails and what is not settled one by one; what is proved as numbers, but for directions, which are news. */
export function proofsText(
  path: string,
  { proved }: Proofs,
  source: SourceText | null,
  s: Session,
  language: Language,
): string {
  const zh = language === "zh";
  const out = [s.paint.strong(visible(path))];
  if (proved.length === 0) out.push(zh ? "没有可证的内容" : "there is nothing to prove");
  for (const name of PROPERTIES) {
    const own = proved.filter((p) => p.name === name);
    if (own.length === 0) continue;
    out.push("", s.paint.strong(PROPERTY_WORDS[name][language]));
    for (const p of own.filter((p) => p.outcome.status === "fails")) {
      out.push(`  ${s.paint.error("✗")} ${place(p, source, s, language)}`);
      out.push(...indented(sentenceOf(p, language), s, 6));
      if (p.outcome.status === "fails" && p.outcome.example)
        out.push(...example(p, p.outcome.example, s, language));
    }
    for (const p of own.filter((p) => p.outcome.status === "unknown")) {
      out.push(`  ${s.paint.warning("?")} ${place(p, source, s, language)}`);
      out.push(...indented(sentenceOf(p, language), s, 6));
    }
    out.push(...held(own, s, language));
  }
  const count = (status: Proved["outcome"]["status"]) =>
    proved.filter((p) => p.outcome.status === status).length;
  const [ok, failed, open] = [count("holds"), count("fails"), count("unknown")];
  out.push(
    "",
    zh
      ? `证明 ${ok} 项，不成立 ${failed} 项，不能确定 ${open} 项`
      : `${ok} proved, ${failed} do not hold, ${open} not settled`,
  );
  return `${out.join("\n")}\n`;
}

function held(own: readonly Proved[], s: Session, language: Language): string[] {
  const lines = new Map<string, number>();
  for (const p of own) {
    if (p.outcome.status !== "holds") continue;
    const line = p.outcome.direction === undefined ? scopeOf(p.outcome, language) : sentenceOf(p, language);
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  const times = (n: number) => (n === 1 ? "" : language === "zh" ? `${n} 项，` : `${n} times: `);
  return [...lines].map(([line, n]) => `  ${s.paint.good("✓")} ${visible(times(n) + line)}`);
}

function place(p: Proved, source: SourceText | null, s: Session, language: Language): string {
  const line = lineOf(p, source);
  // A provision of a layered measure may stand in another file.
  const file = p.about.span && source ? source.placeOf(p.about.span).file : null;
  const where = file === null || file === source?.name ? "" : ` ${file}`;
  const at = line === null ? "" : where + (language === "zh" ? ` 第${line}行` : ` line ${line}`);
  return `${visible(headOf(p))}${s.paint.faint(visible(at))}`;
}

function example(p: Proved, e: Example, s: Session, language: Language): string[] {
  const zh = language === "zh";
  const lines = indented(zh ? "例如：" : "For example:", s, 6);
  for (const [kind, rows] of Object.entries(e.data.cohort))
    for (const [i, row] of rows.entries()) {
      const mark = kind === p.kind && i === 0 ? "▸" : " ";
      lines.push(...indented(`${mark} ${kind} ${factsOf(row as Record<string, unknown>)}`, s, 6));
    }
  const { parameters, history } = e.data.context;
  if (parameters && Object.keys(parameters).length > 0)
    lines.push(...indented(`${zh ? "参数" : "parameters"} ${factsOf(parameters)}`, s, 8));
  for (const h of history ?? [])
    for (const past of h.subjects) {
      const said = { ...past.facts, ...past.values };
      for (const [name, g] of Object.entries(past.grades)) said[name] = g.grade;
      lines.push(...indented(`${h.year} ${past.id} ${factsOf(said)}`, s, 8));
    }
  if (e.changed && e.changedGrades) {
    const { fact, from, to } = e.changed;
    const say = (grades: Example["grades"]) => factsOf(grades);
    lines.push(...indented(`${fact} ${from}: ${say(e.grades)}`, s, 8));
    lines.push(...indented(`${fact} ${to}: ${say(e.changedGrades)}`, s, 8));
  } else for (const sentence of e.sentences) lines.push(...indented(sentence, s, 8));
  return lines;
}

const factsOf = (row: Readonly<Record<string, unknown>>): string =>
  Object.entries(row)
    .map(([name, v]) => `${name} ${typeof v === "string" ? v : JSON.stringify(v)}`)
    .join(" · ");

function indented(text: string, s: Session, by: number): string[] {
  return wrap(visible(text.trim()), s.io.columns - by).map((l) => " ".repeat(by) + l);
}
