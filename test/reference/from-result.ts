import type { CohortResult, GradeResult, JsonValue, SubjectResult } from "../../src/runtime/result.ts";
import {
  type Comparable,
  type ComparableSubject,
  consequenceDetails,
  consequenceKey,
  merge,
  showEffect,
  showShift,
} from "./comparable.ts";
import { fraction, readFraction, showFraction } from "./fraction.ts";

/** The product's result, seen as the oracle shows its own. */
export function comparableFromResult(result: CohortResult): Comparable {
  const subjects: Record<string, ComparableSubject> = Object.create(null);
  for (const s of result.subjects) {
    subjects[`${s.kind}/${s.id}`] = subjectFromResult(s);
    for (const [list, records] of Object.entries(s.records ?? {}))
      records.forEach((r, i) => {
        const row = { ...r, id: s.id, kind: s.kind, consequences: [] };
        subjects[`${s.kind}·${list}/${s.id}/${i + 1}`] = subjectFromResult(row);
      });
  }
  return { subjects };
}

function subjectFromResult(s: SubjectResult): ComparableSubject {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(s.values))
    values[name] = value === null ? showOpen(s, name) : showJson(value);
  const grades: Record<string, ComparableSubject["grades"][string]> = Object.create(null);
  for (const [name, g] of Object.entries(s.grades)) {
    const base = g.base && { grade: g.base.grade, possible: g.base.possible };
    grades[name] = { grade: g.grade, possible: g.possible, base, effects: effectsFrom(g) };
  }
  return {
    values,
    grades,
    clauses: s.clauses.map((c) => `${c.cite} ${c.effect}`).sort(),
    openClauses: s.undetermined
      .filter((u) => u.what === "clause")
      .map((u) => u.cite)
      .sort(),
    consequences: merge(
      s.consequences.map((c) => ({
        key: consequenceKey(c.target, c.choice.length > 0 ? c.choice : [c.action]),
        cites: c.cites,
        details: consequenceDetails(c.argument, c.from, c.until, c.modality),
        from: c.from,
        until: c.until,
        mitigation: c.mitigation,
      })),
    ),
    openConsequences: s.undetermined
      .filter((u) => u.what === "consequence" && u.part === undefined)
      .map((u) => `${u.cite} ${u.name}`)
      .sort(),
    findings: s.findings.map((f) => `${f.cite} ${f.requirement}: ${f.status}`).sort(),
  };
}

function effectsFrom(g: GradeResult): string[] {
  const kinds = ["notAssessed", "raises", "reductions", "floors", "ceilings", "after"] as const;
  return kinds
    .flatMap((kind) =>
      g[kind].map((e) => {
        const what = e.steps === undefined ? (e.grade ?? "") : showShift(e.steps, e.limit);
        return showEffect(kind, what, e.certain, e.cites);
      }),
    )
    .sort();
}

/** A value without a figure: open between the bounds or members shown with it, or none at all. */
function showOpen(s: SubjectResult, name: string): string {
  const open = s.undetermined.find((u) => u.what === "value" && u.name === name);
  if (open === undefined) return "none";
  const ends = open.possible.map(readEnd);
  if (ends.length === 2 && ends.every((e) => e !== undefined)) return `~${ends.join("..")}`;
  return "~";
}

const readEnd = (text: string): string | undefined => {
  if (text === "-∞") return "-inf";
  if (text === "∞") return "+inf";
  const number = readFraction(text);
  return number && showFraction(number);
};

function showJson(value: NonNullable<JsonValue>): string {
  if (typeof value === "number") return showFraction(readFraction(String(value))!);
  if (typeof value === "object" && "num" in value) {
    return showFraction(fraction(BigInt(value.num), BigInt(value.den)));
  }
  return Array.isArray(value) ? value.join("、") : String(value);
}
