import type { CalendarDate, Measure } from "../compiler/ir/ir.ts";
import { toText } from "../runtime/rational.ts";

/** YYYY-MM-DD. */
export function dateText({ year, month, day }: CalendarDate): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The account of `check` as data: the public names of a measure, without cells or expressions. */
export function measureJson(m: Measure) {
  const cite = (index: number | null) => (index === null ? null : (m.citations[index]?.text ?? null));
  return {
    name: m.name,
    title: m.title,
    documentNumber: m.documentNumber,
    issuers: m.issuers,
    effective: m.effective === null ? null : dateText(m.effective),
    expires: m.expires === null ? null : dateText(m.expires),
    language: m.language,
    subjects: m.subjects
      .filter((k) => !k.of)
      .map((k) => ({
        name: k.name,
        key: k.fields[k.key]?.name ?? null,
        fields: k.fields.filter((f) => !f.derived).map((f) => f.name),
      })),
    scales: m.enumerations
      .filter((e) => e.kind === "scale")
      .map((e) => ({ name: e.name, grades: [...e.members].reverse() })),
    parameters: m.parameters.map((p) => ({ name: p.name, open: p.value === null, cite: cite(p.cite) })),
    clauses: m.clauses.map((c) => ({ cite: cite(c.cite), effect: c.effect })),
    consequences: m.consequences.length,
    requirements: m.requirements.length,
    outline: m.outline.map((e) => ({
      cite: cite(e.cite),
      title: m.citations[e.cite]?.title ?? null,
      depth: e.depth,
      handling: e.handling,
    })),
    procedures: m.procedures.map((p) => ({
      ...{ name: p.name, cite: cite(p.cite) },
      // What was written; `banfa schedule` has the days.
      steps: p.steps.map(({ first: _, ...s }) => ({
        ...s,
        deadline: s.deadline?.text ?? null,
        duration: s.duration?.text ?? null,
      })),
    })),
    draws: m.draws.map((d) => ({ ...d, cite: cite(d.cite), amount: toText(d.amount) })),
  };
}
