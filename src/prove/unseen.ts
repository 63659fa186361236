/**
 * What the formulas of a subject do not speak of: rules about its records (每份 …), and kinds of subjects that only one
 * version has. Where these are the same in both versions by what they are made of, nothing is missed.
 */
import type * as ir from "../compiler/ir/ir.ts";
import { actionKey } from "./action-names.ts";
import { argumentKey, targetKey } from "./consequence-keys.ts";
import { Interned, Keys } from "./encode/keys.ts";

/** The lists of a kind of subject whose records are treated by other rules in the other version. */
export function unseenLists(before: ir.Measure, after: ir.Measure, kind: string): string[] {
  const interned = new Interned();
  const [a, b] = [rulesOfRecords(before, interned, kind), rulesOfRecords(after, interned, kind)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((list) => a.get(list) !== b.get(list));
}

/** Kinds of subjects that only one of the versions has. */
export function kindsApart(before: ir.Measure, after: ir.Measure): string[] {
  const names = (m: ir.Measure) => m.subjects.filter((s) => !s.of).map((s) => s.name);
  const [a, b] = [names(before), names(after)];
  return [...a.filter((n) => !b.includes(n)), ...b.filter((n) => !a.includes(n))];
}

/** Whether results of a kind say the same but for grades and figures: the consequences and requirements are the same. */
export function sayAlike(before: ir.Measure, after: ir.Measure, kind: string): boolean {
  const interned = new Interned();
  const said = (m: ir.Measure): string => {
    const keys = new Keys(m, interned);
    const kinds = m.subjects.flatMap((s, i) => {
      const owner = s.of ? m.subjects[s.of.subject]!.name : s.name;
      return owner === kind ? [i] : [];
    });
    return kinds
      .map((i) => [...requiredOf(m, keys, i), ...followsOf(m, keys, i)].sort().join("\n"))
      .join("\n\n");
  };
  return said(before) === said(after);
}

/** By list: everything that is said of its records, in an order of its own. */
function rulesOfRecords(measure: ir.Measure, interned: Interned, kind: string): Map<string, string> {
  const keys = new Keys(measure, interned);
  const found = new Map<string, string>();
  for (const [index, { of }] of measure.subjects.entries()) {
    if (!of || measure.subjects[of.subject]!.name !== kind) continue;
    const named = measure.cells
      .filter((c) => c.subject === index && c.name !== null)
      .map((c) => `${c.name}=${keys.cell(c.id)}`);
    const list = measure.subjects[of.subject]!.fields[of.list]!.name;
    const all = [...named, ...requiredOf(measure, keys, index), ...followsOf(measure, keys, index)];
    found.set(list, all.sort().join("\n"));
  }
  return found;
}

function requiredOf(measure: ir.Measure, keys: Keys, kind: number): string[] {
  const optional = (cell: number | null) => (cell === null ? "" : keys.cell(cell));
  return measure.requirements
    .filter((r) => r.subject === kind)
    .map((r) => `${r.polarity} ${optional(r.when)} ${keys.cell(r.holds)}`);
}

function followsOf(measure: ir.Measure, keys: Keys, kind: number): string[] {
  return measure.consequences
    .filter((c) => measure.clauses[c.clause]!.subject === kind)
    .map((c) => {
      const actions = c.actions.map((x) => [
        actionKey(measure.actions[x.action]!.name),
        argumentKey(keys, kind, x.argument),
        // What is not listed beside it, and beside what it is not.
        measure.actions[x.action]!.absorbedBy.map((by) => actionKey(measure.actions[by]!.name)).sort(),
      ]);
      const target = targetKey(keys, kind, c.target);
      const { modality, by, combine } = c;
      const when = keys.cell(measure.clauses[c.clause]!.when);
      const eased = [...c.mitigations, ...c.spares].map((m) => keys.cell(m.when)).sort();
      return JSON.stringify([target, actions, modality, by, c.repeat ?? null, combine, when, eased]);
    });
}
