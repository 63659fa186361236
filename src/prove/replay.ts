/** What the real evaluators say of a subject in two versions, side by side. */

import { load } from "../compiler/emit/load.ts";
import type { Measure as MeasureIr } from "../compiler/ir/ir.ts";
import type { CompiledMeasure } from "../runtime/compiled.ts";
import { type ExplainLanguage, explainSubject } from "../runtime/explain.ts";
import { CohortOutcomes } from "../runtime/measure.ts";
import type { ConsequenceResult, GradeResult, JsonValue, SubjectResult } from "../runtime/result.ts";
import type { Data } from "./decode.ts";
import type { Aspect } from "./observe.ts";

/** A version of a measure, ready to be asked. */
export interface Version {
  readonly ir: MeasureIr;
  readonly compiled: CompiledMeasure;
}

export const versionOf = (ir: MeasureIr): Version => ({ ir, compiled: load(ir) });

/** Something that the versions say differently; null: one of them does not say it at all. */
export interface Changed {
  readonly aspect: Aspect;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The result of one subject; null where the data are not valid for the measure. */
export function resultOf(version: Version, data: Data, kind: string, id: string): SubjectResult | null {
  const outcomes = new CohortOutcomes(version.compiled, data.cohort, data.context);
  if (outcomes.problems.length > 0) return null;
  const outcome = outcomes.outcomes[kind]?.find((o) => o.id === id);
  return outcome?.report ?? null;
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
  const said = (r: SubjectResult): Map<string, { aspect: Aspect; name: string; says: string }> => {
    const all = new Map<string, { aspect: Aspect; name: string; says: string }>();
    const add = (aspect: Aspect, name: string, says: string) => {
      let key = `${aspect} ${name}`;
      while (all.has(key)) key += "'";
      all.set(key, { aspect, name, says });
    };
    for (const [name, g] of Object.entries(r.grades)) add("grade", name, gradeText(g));
    for (const c of [...r.consequences].sort((x, y) => (nameOf(x) < nameOf(y) ? -1 : 1)))
      add("consequence", nameOf(c), consequenceText(c));
    for (const f of r.findings) add("finding", renamed.get(f.requirement) ?? f.requirement, f.status);
    for (const [name, v] of Object.entries(r.values)) add("value", name, valueText(v));
    return all;
  };
  const [before, after] = [said(a), said(b)];
  const changed: Changed[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [x, y] = [before.get(key), after.get(key)];
    if (x?.says === y?.says) continue;
    // A figure or a requirement that only one version has is no other result of the subject.
    if ((!x || !y) && (x ?? y)!.aspect === "value") continue;
    if ((!x || !y) && (x ?? y)!.aspect === "finding" && (x ?? y)!.says !== "not-met") continue;
    const { aspect, name } = (x ?? y)!;
    changed.push({ aspect, name, before: x?.says ?? null, after: y?.says ?? null });
  }
  return changed;
}

const gradeText = (g: GradeResult): string =>
  g.grade ?? (g.possible.length > 0 ? `{${g.possible.join("、")}}` : "—");

const nameOf = (c: ConsequenceResult): string =>
  `${c.target} ${c.choice.length > 0 ? c.choice.join("、") : c.action}`;

const consequenceText = (c: ConsequenceResult): string =>
  JSON.stringify([
    c.argument,
    c.from,
    c.until,
    c.modality,
    c.by,
    c.targetIds,
    c.mitigation.length > 0,
    c.objects ?? [],
  ]);

const valueText = (v: JsonValue): string =>
  typeof v === "object" && v !== null && "text" in v ? v.text : JSON.stringify(v);
