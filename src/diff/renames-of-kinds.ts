import type { Name } from "../parser/ast.ts";
import { childrenOf, type Node } from "../parser/children.ts";
import { factShape } from "./declared.ts";
import { withNamesAt } from "./new-names.ts";
import { likeness } from "./text/likeness.ts";
import { unitsOf } from "./text/units.ts";
import type { Renamed, Version } from "./types.ts";

/** So much alike have the clauses to be. */
const ALIKE = 0.6;
/** So many pairs of names are tried, each of which compiles the measure. */
const MOST_TRIED = 12;

/**
 * Facts of one kind of subject that became others while another kind keeps the name (or has the new one already). Where
 * the name is written it may be of either kind; what is told apart is who is spoken of: a declaration, a statement about
 * this kind alone. Whether that was all shows when the measure is compiled: it has to be the same but for the name.
 *
 * @returns the names and the old version with them
 */
export function renamedWithinKinds(before: Version, after: Version): { names: Renamed[]; before: Version } {
  const names: Renamed[] = [];
  let now = before;
  let tried = 0;
  for (const kind of before.measure!.subjects) {
    const other = after.measure!.subjects.find((s) => s.name === kind.name && !s.of);
    if (kind.of || !other) continue;
    const without = (a: typeof kind, b: typeof kind) =>
      a.fields.filter((f) => f.derived !== true && !b.fields.some((g) => g.name === f.name));
    const come = without(other, kind);
    for (const gone of without(kind, other)) {
      const alike = come.filter(
        (f) =>
          !names.some((n) => n.of === kind.name && n.new === f.name) &&
          factShape(after.measure!, f) === factShape(before.measure!, gone),
      );
      for (const field of alike) {
        if (++tried > MOST_TRIED) return { names, before: now };
        const more = readAs(now, after, kind.name, gone.name, field.name);
        if (more === null) continue;
        names.push({ old: gone.name, new: field.name, sorts: ["fact"], of: kind.name });
        now = more;
        break;
      }
    }
  }
  return { names, before: now };
}

/** The old version with the other name, where that makes it more like the new one and leaves it the same measure. */
function readAs(before: Version, after: Version, kind: string, old: string, name: string): Version | null {
  const uses = usesOf(after, name);
  for (const wide of [false, true]) {
    const places = placesOf(before.file, kind, wide).filter((n) => n.text === old);
    const read = withNamesAt(before, new Map([[old, name]]), places);
    if (read && likeness(usesOf(read, name), uses) >= ALIKE) return read;
  }
  return null;
}

/** What is written where a name is used. */
const usesOf = (version: Version, name: string): string =>
  unitsOf(version)
    .units.filter((u) => u.text.includes(name))
    .map((u) => u.text)
    .join("\n");

/**
 * Names that speak of a kind: in its declaration and in statements about it alone; `wide`: and in all that does not say whom
 * it is about.
 */
function placesOf(node: Node, kind: string, wide: boolean, own = false): Name[] {
  if (node.kind === "name") return own || wide ? [node] : [];
  let [inside, open] = [own, wide];
  if (node.kind === "subject") [inside, open] = [node.name.text === kind, false];
  else if (node.kind === "scoped" && node.subjects.length > 0)
    [inside, open] = [node.subjects.every((s) => s.text === kind), false];
  return childrenOf(node).flatMap((c) => placesOf(c, kind, open, inside));
}
