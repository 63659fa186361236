import { type Problem, problem } from "../diagnostics/problem.ts";
import type { KindSchema } from "../facts/data-schema.ts";
import type { TableWhere } from "./places.ts";
import type { RawRecord, RawValue } from "./raw.ts";

/** Several files about the same subjects: who is missing in which, and when two facts are the same. */

export interface JoinedSource {
  readonly name: TableWhere;
  readonly fields: readonly string[];
  readonly records: readonly RawRecord[];
}

/** Ids named in a message; the others are counted. */
export const NAMED = 8;

/**
 * Files with the same columns are parts of one list (a county each), and whoever stands in one need not stand in the
 * others. Files with different columns are about the same people, so whoever is missing in one lacks its facts.
 */
export function joinProblems(kind: KindSchema, sources: readonly JoinedSource[]): Problem[] {
  if (sources.length < 2) return [];
  const groups = new Map<string, JoinedSource[]>();
  for (const s of sources) {
    const key = JSON.stringify([...s.fields].sort());
    groups.set(key, [...(groups.get(key) ?? []), s]);
  }
  if (groups.size < 2) return [];
  const idsOf = (s: JoinedSource) =>
    s.records.map((r) => r[kind.key]).filter((id): id is string => typeof id === "string");
  const members = [...groups.values()].map((of) => ({ of, ids: new Set(of.flatMap(idsOf)) }));
  const everyone = new Set(members.flatMap(({ ids }) => [...ids]));
  return members.flatMap(({ of, ids }) => {
    const missing = [...everyone].filter((id) => !ids.has(id));
    if (missing.length === 0) return [];
    const name = of[0]!.name;
    return [
      problem(
        "BF4111",
        {
          kind: kind.name,
          count: missing.length,
          ids: [...missing.slice(0, NAMED), ...(missing.length > NAMED ? ["…"] : [])],
        },
        { data: { ...name } },
      ),
    ];
  });
}

/** 80 and 80%, in a column of percentages, are the same; so are a number and its text. */
export function sameFact(a: RawValue, b: RawValue): boolean {
  return plain(a) === plain(b);
}

function plain(value: RawValue): string {
  if (typeof value === "object" && value !== null) {
    return "text" in value && typeof value.text === "string" ? value.text : JSON.stringify(value);
  }
  return String(value).normalize("NFKC").trim().replace(/%$/, "");
}
