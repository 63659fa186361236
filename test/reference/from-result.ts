import type { CohortResult, JsonValue, SubjectResult } from "../../src/runtime/result.ts";
import {
  type Comparable,
  type ComparableSubject,
  consequenceDetails,
  consequenceKey,
  merge,
} from "./comparable.ts";
import { fraction, readFraction, showFraction } from "./fraction.ts";

/** The product's result, seen as the oracle shows its own. A value that is open shows as `~` alone. */
export function comparableFromResult(result: CohortResult): Comparable {
  const subjects: Record<string, ComparableSubject> = Object.create(null);
  for (const s of result.subjects) subjects[`${s.kind}/${s.id}`] = subjectFromResult(s);
  return { subjects };
}

function subjectFromResult(s: SubjectResult): ComparableSubject {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(s.values)) values[name] = showJson(value);
  const grades: Record<string, ComparableSubject["grades"][string]> = Object.create(null);
  for (const [name, g] of Object.entries(s.grades)) {
    const base = g.base && { grade: g.base.grade, possible: g.base.possible };
    grades[name] = { grade: g.grade, possible: g.possible, base };
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
      s.consequences.flatMap((c) =>
        c.cites.map((cite) => ({
          key: consequenceKey(c.target, c.choice.length > 0 ? c.choice : [c.action]),
          cite,
          details: consequenceDetails(c.argument, c.from, c.until, c.modality),
        })),
      ),
    ),
    findings: s.findings.map((f) => `${f.cite} ${f.requirement}: ${f.status}`).sort(),
  };
}

function showJson(value: JsonValue): string {
  if (value === null) return "~";
  if (typeof value === "number") return showFraction(readFraction(String(value))!);
  if (typeof value === "object" && "num" in value) {
    return showFraction(fraction(BigInt(value.num), BigInt(value.den)));
  }
  return Array.isArray(value) ? value.join("、") : String(value);
}
