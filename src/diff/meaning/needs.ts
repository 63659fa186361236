import type * as ir from "../../compiler/ir/ir.ts";
import { structuralKey } from "../../compiler/ir/structural-key.ts";

/**
 * What has to be supplied to apply a version, one text a declaration, by the names that `paths.ts` gives units. Where
 * only these differ, no rule gives another outcome on data that are valid for both.
 */
export function needsOf(m: ir.Measure): ReadonlyMap<string, string> {
  const needs = new Map<string, string>();
  const field = (owner: string, f: ir.Field) => {
    const parts = [
      f.alias,
      typeText(m, f.type),
      f.optional,
      [...f.sources].sort(),
      f.asFraction,
      f.applies !== undefined,
    ];
    needs.set(`field ${owner}.${f.name}`, structuralKey(parts));
  };
  for (const s of m.subjects) {
    if (s.of) continue;
    needs.set(`subject ${s.name}`, s.fields[s.key]?.name ?? "");
    for (const f of s.fields) if (f.derived !== true) field(s.name, f);
  }
  for (const r of m.records) {
    needs.set(`record ${r.name}`, "");
    for (const f of r.fields) field(r.name, f);
  }
  for (const p of m.parameters) if (p.value === null) needs.set(`parameter ${p.name}`, typeText(m, p.type));
  for (const e of m.enumerations)
    if (e.kind === "scale") needs.set(`scale ${e.name}`, structuralKey([e.members, e.former]));
  return needs;
}

function typeText(m: ir.Measure, t: ir.Type | ir.ListType): string {
  switch (t.kind) {
    case "number":
      return structuralKey(["number", t.dimension, t.low, t.high, t.step, t.display]);
    case "choice": {
      const e = m.enumerations[t.enumeration]!;
      return structuralKey([e.kind, e.kind === "options" ? [...e.members].sort() : e.members]);
    }
    case "link":
    case "links":
      return `${t.kind} ${m.subjects[t.subject]!.name}`;
    case "list":
      return `list ${m.records[t.record]!.name} ${t.frequency}`;
    case "party":
      return t.dated ? "party with dates" : "party";
    case "truth":
    case "text":
    case "date":
      return t.kind;
  }
}
