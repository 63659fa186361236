import type * as ir from "../compiler/ir/ir.ts";
import { structuralKey } from "../compiler/ir/structural-key.ts";
import type { NamedSort as Sort } from "./types.ts";

/** The names that a version declares, each with what it is the name of. */

export interface Declared {
  readonly name: string;
  readonly sorts: readonly Sort[];
  /** What kind of thing it is, without any name: equal for what may be one thing under two names. */
  readonly shape: string;
}

/** By name, in the order of declaration. */
export function declaredIn(measure: ir.Measure): ReadonlyMap<string, Declared> {
  const found = new Map<string, { sorts: Sort[]; shapes: string[] }>();
  const add = (name: string, sort: Sort, shape = "") => {
    const known = found.get(name) ?? { sorts: [], shapes: [] };
    found.set(name, known);
    known.sorts.push(sort);
    known.shapes.push(`${sort} ${shape}`);
  };
  for (const s of measure.subjects) {
    if (s.of) continue;
    add(s.name, "subject");
    for (const f of s.fields) if (f.derived !== true) add(f.name, "fact", typeShape(measure, f.type));
  }
  for (const r of measure.records) {
    add(r.name, "record");
    for (const f of r.fields) if (f.derived !== true) add(f.name, "fact", typeShape(measure, f.type));
  }
  for (const e of measure.enumerations) {
    if (e.kind === "scale") add(e.name, "scale", String(e.members.length));
    // On a scale, and of levels, the place is what it is.
    for (const [i, m] of e.members.entries())
      add(m, e.kind === "scale" ? "grade" : "option", e.kind === "options" ? "" : `${i - e.members.length}`);
  }
  for (const p of measure.parameters)
    add(p.name, p.value === null ? "open parameter" : "set parameter", typeShape(measure, p.type));
  for (const a of measure.actions) add(a.name, "action", `${a.category} ${a.polarity}`);
  for (const c of measure.cells)
    if (c.name !== null) add(c.name, "figure", `${c.body.kind} ${typeShape(measure, c.type)}`);
  return new Map(
    [...found].map(([name, { sorts, shapes }]) => [name, { name, sorts, shape: shapes.sort().join(";") }]),
  );
}

/** What a fact is, without its name. */
export const factShape = (m: ir.Measure, f: Pick<ir.Field, "type">): string => typeShape(m, f.type);

/** Ranges and steps may change with the name; what is measured does not. */
function typeShape(m: ir.Measure, t: ir.Type | ir.ListType): string {
  switch (t.kind) {
    case "number":
      return structuralKey(["number", t.dimension]);
    case "choice": {
      const { kind, members } = m.enumerations[t.enumeration]!;
      return structuralKey([kind, members.length]);
    }
    case "list":
      return `list ${t.frequency}`;
    case "link":
    case "links":
    case "party":
    case "truth":
    case "text":
    case "date":
      return t.kind;
  }
}
