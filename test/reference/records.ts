import type { Measure, RecordRows } from "../../src/compiler/ir/ir.ts";
import { fraction, point } from "./fraction.ts";
import { inexact, numberValue, type Value } from "./value.ts";
import type { Fact, Subject } from "./world.ts";
import { EACH_YEAR } from "./years.ts";

/**
 * The records of a list as subjects: each record that was supplied, and, where records are compared, an empty
 * one for every subject that lacks a record of a period for which somebody has one. Nobody in these cohorts
 * names periods, so the first record of a list is that of the first period.
 */
export function recordsAsSubjects(
  measure: Measure,
  kind: number,
  of: RecordRows,
  subjects: readonly Subject[],
  assessed: number,
): Subject[] {
  const list = measure.subjects[of.subject]!.fields[of.list]!.type;
  const frequency = list.kind === "list" && list.frequency !== "many" ? list.frequency : null;
  // The periods of a list count from the first of the year, whatever part of it is assessed.
  const before =
    frequency === null ? 0 : Math.floor(((assessed - 1) * EACH_YEAR[frequency]) / EACH_YEAR[measure.period]);
  const { fields, key } = measure.subjects[kind]!;
  const owners = subjects.filter((s) => s.kind === of.subject);
  const record = (owner: Subject, period: number, facts: readonly Fact[] | null): Subject => {
    const derived = (field: number): Value | undefined => {
      if (field === key) return { kind: "text", value: `${owner.id}/${period}` };
      if (field === of.owner) return { kind: "link", value: owner.id };
      return field === of.period ? numberValue(point(fraction(period + before))) : undefined;
    };
    return {
      kind,
      id: `${owner.id}/${period}`,
      facts: fields.map((f, i) => {
        const fact = derived(i) ?? facts?.[i];
        if (fact) return fact;
        if (f.type.kind === "list") throw new Error("a record holds no lists");
        return inexact(f.type, measure.enumerations);
      }),
      cells: new Map(),
      record: { owner, index: facts ? period - 1 : null },
    };
  };
  const supplied = owners.map((owner) => {
    const list = owner.facts[of.list]!;
    return list.kind === "list" ? list.records : [];
  });
  const most = Math.max(0, ...supplied.map((records) => records.length));
  const compared = measure.cells.some(
    (c) => c.subject === kind && (c.body.kind === "placement" || c.body.kind === "population"),
  );
  return owners.flatMap((owner, i) => [
    ...supplied[i]!.map((facts, at) => record(owner, at + 1, facts)),
    ...(compared && of.period !== null
      ? Array.from({ length: most - supplied[i]!.length }, (_, n) =>
          record(owner, supplied[i]!.length + n + 1, null),
        )
      : []),
  ]);
}
