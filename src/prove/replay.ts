/** What the real evaluators say of a subject in two versions, side by side. */

import { load } from "../compiler/emit/load.ts";
import type { Measure as MeasureIr } from "../compiler/ir/ir.ts";
import type { CompiledMeasure } from "../runtime/compiled.ts";
import { settleCohort } from "../runtime/evaluate.ts";
import { type ExplainLanguage, explainSubject } from "../runtime/explain.ts";
import { reporterOf } from "../runtime/report.ts";
import type { ConsequenceResult, FindingResult, JsonValue, SubjectResult } from "../runtime/result.ts";
import { actionKey } from "./action-names.ts";
import type { Data } from "./decode.ts";
import type { Aspect } from "./observe.ts";

/** A version of a measure, ready to be asked. */
export interface Version {
  readonly ir: MeasureIr;
  readonly compiled: CompiledMeasure;
}

export const versionOf = (ir: MeasureIr): Version => ({ ir, compiled: load(ir) });

/** One thing that a result says. */
export type Said =
  | { readonly says: "grade"; readonly grade: string | null; readonly possible: readonly string[] }
  | { readonly says: "consequence"; readonly consequence: ConsequenceResult }
  | { readonly says: "finding"; readonly status: FindingResult["status"] }
  | { readonly says: "value"; readonly value: JsonValue };

/** Something that the versions say differently; null: one of them does not say it at all. */
export interface Changed {
  readonly aspect: Aspect;
  readonly name: string;
  readonly before: Said | null;
  readonly after: Said | null;
}

/** Whether two things that results say are the same; the clauses they rest on are no part of it. */
export const sameSaid = (a: Said | null, b: Said | null): boolean => keyOf(a) === keyOf(b);

function keyOf(said: Said | null): string {
  if (said === null) return "";
  switch (said.says) {
    case "grade":
      return JSON.stringify([said.grade, said.possible]);
    case "finding":
      return said.status;
    case "value":
      return JSON.stringify(said.value);
    case "consequence": {
      const c = said.consequence;
      return JSON.stringify([
        c.argument,
        c.from,
        c.until,
        c.modality,
        [...c.by].sort(),
        c.targetIds,
        c.mitigation.length > 0,
        c.objects ?? [],
      ]);
    }
  }
}

/** The result of one subject; null where the data are not valid for the measure. */
export function resultOf(version: Version, data: Data, kind: string, id: string): SubjectResult | null {
  const { compiled } = version;
  const settled = settleCohort(compiled, data.cohort, data.context);
  if (settled.problems.length > 0) return null;
  const at = compiled.tables.subjects.findIndex((s) => s.name === kind);
  const row = settled.rows[at]?.find((r) => r.id === id);
  // The report of nobody else is needed.
  return row ? reporterOf(compiled, settled)(settled.row(at, row.index)) : null;
}

/** The sentences of a result. */
export const explained = (version: Version, result: SubjectResult, language: ExplainLanguage): string[] =>
  explainSubject(result, language, version.compiled.tables);

/**
 * What two results of one subject say differently; a citation is no difference.
 * @param renamed requirements of the second version by their words, with those of the first
 */
export function changesBetween(
  a: SubjectResult,
  b: SubjectResult,
  renamed: ReadonlyMap<string, string>,
): Changed[] {
  const said = (r: SubjectResult): Map<string, { aspect: Aspect; name: string; says: Said }> => {
    const all = new Map<string, { aspect: Aspect; name: string; says: Said }>();
    const add = (aspect: Aspect, name: string, says: Said) => {
      let key = `${aspect} ${name}`;
      while (all.has(key)) key += "'";
      all.set(key, { aspect, name, says });
    };
    const common = ({ grades, findings, values }: Common, of: string) => {
      for (const [name, g] of Object.entries(grades))
        add("grade", of + name, { says: "grade", grade: g.grade, possible: g.grade ? [] : g.possible });
      for (const f of findings)
        add("finding", of + (renamed.get(f.requirement) ?? f.requirement), {
          says: "finding",
          status: f.status,
        });
      for (const [name, value] of Object.entries(values)) add("value", of + name, { says: "value", value });
    };
    common(r, "");
    for (const [list, records] of Object.entries(r.records ?? {}))
      for (const record of records) common(record, `${list}(${record.record}) `);
    for (const c of [...r.consequences].sort((x, y) => (nameOf(x) < nameOf(y) ? -1 : 1)))
      add("consequence", nameOf(c), { says: "consequence", consequence: c });
    return all;
  };
  const [before, after] = [said(a), said(b)];
  const changed: Changed[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [x, y] = [before.get(key), after.get(key)];
    if (sameSaid(x?.says ?? null, y?.says ?? null)) continue;
    const { aspect, name, says } = (x ?? y)!;
    // A figure or a requirement that only one version has is no other result of the subject.
    if ((!x || !y) && says.says === "value") continue;
    if ((!x || !y) && says.says === "finding" && says.status !== "not-met") continue;
    changed.push({ aspect, name, before: x?.says ?? null, after: y?.says ?? null });
  }
  return changed.sort((x, y) => ORDER.indexOf(x.aspect) - ORDER.indexOf(y.aspect));
}

type Common = Pick<SubjectResult, "grades" | "findings" | "values">;

/** What matters most to somebody first. */
export const ORDER: readonly Aspect[] = ["grade", "consequence", "finding", "value"];

const nameOf = (c: ConsequenceResult): string =>
  `${c.target} ${(c.choice.length > 0 ? c.choice : [c.action]).map(actionKey).join("、")}`;
