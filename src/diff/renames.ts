import type { Measure } from "../compiler/ir/ir.ts";
import type { Name } from "../parser/ast.ts";
import { childrenOf, type Node } from "../parser/children.ts";
import { type Declared, declaredIn } from "./declared.ts";
import { allNames, withNames } from "./new-names.ts";
import { renamedWithinKinds } from "./renames-of-kinds.ts";
import { likeness } from "./text/likeness.ts";
import { type Unit, type UnitTree, unitsOf } from "./text/units.ts";
import type { Renamed, NamedSort as Sort, Version } from "./types.ts";

/** So much alike have the clauses to be. */
const ALIKE = 0.6;
/** So many names are tried one by one. */
const MOST_TRIED = 8;

export interface Renaming {
  readonly names: readonly Renamed[];
  /** The old version with the new names. */
  readonly before: Version;
}

/**
 * Names that became others: 建房进度 is now called 住房进度. A name that only the old version declares and one that only
 * the new version declares are the same thing under another name when they are declared as the same kind of thing and
 * the clauses that use them are alike. The old version is then read with the new names, and everything else is compared
 * with that. It is the same measure: the compiler makes the same of it but for the names, which is looked at.
 *
 * @returns null: no name became another, as far as can be seen
 */
export function renamingOf(before: Version, after: Version): Renaming | null {
  if (!before.measure || !after.measure) return null;
  const everywhere = renamedEverywhere(before, after);
  const within = renamedWithinKinds(everywhere?.before ?? before, after);
  const names = [...(everywhere?.names ?? []), ...within.names];
  return names.length === 0 ? null : { names, before: within.before };
}

function renamedEverywhere(before: Version, after: Version): Renaming | null {
  const [old, now] = [declaredIn(before.measure!), declaredIn(after.measure!)];
  const gone = [...old.values()].filter((d) => !now.has(d.name));
  const come = [...now.values()].filter((d) => !old.has(d.name));
  if (gone.length === 0 || come.length === 0) return null;
  const likely = matched(before, after, gone, come);
  const read = (of: readonly Renamed[]) => withNames(before, new Map(of.map((n) => [n.old, n.new])));
  let names = likely;
  let renamed = read(names);
  // One that is not the same thing after all takes nothing from the others.
  if (renamed === null && likely.length <= MOST_TRIED) {
    names = [];
    for (const n of likely) {
      const more = read([...names, n]);
      if (more) [names, renamed] = [[...names, n], more];
    }
  }
  if (renamed === null) return null;
  // Names that are made of others (the amounts of a vote) go with these.
  const written = new Set(allNames(before.file).map((n) => n.text));
  return { names: names.filter((n) => written.has(n.old)), before: renamed };
}

function matched(
  before: Version,
  after: Version,
  gone: readonly Declared[],
  come: readonly Declared[],
): Renamed[] {
  const [used, uses] = [usesOf(unitsOf(before), gone), usesOf(unitsOf(after), come)];
  const candidates = gone.flatMap((a, i) =>
    come.flatMap((b, j) => {
      if (a.shape !== b.shape) return [];
      const [x, y] = [used.get(a.name)!, uses.get(b.name)!];
      const score = likeness(x.text, y.text);
      // What no rule speaks of is known by its declaration alone, and many are declared alike.
      const known = x.clauses > 0 && y.clauses > 0 ? score : score * namesAlike(a.name, b.name);
      return known >= ALIKE ? [{ a, b, score: known + namesAlike(a.name, b.name) / 10, i, j }] : [];
    }),
  );
  // In a way that does not prefer a side.
  candidates.sort(
    (p, q) => q.score - p.score || p.i + p.j - q.i - q.j || Math.abs(p.i - p.j) - Math.abs(q.i - q.j),
  );
  const found: Renamed[] = [];
  for (const { a, b } of candidates)
    if (!found.some((n) => n.old === a.name || n.new === b.name))
      found.push({ old: a.name, new: b.name, sorts: a.sorts });
  return found;
}

/** 1: a character in common, or one is part of the other. */
const namesAlike = (a: string, b: string): number => ([...a].some((c) => b.includes(c)) ? 1 : 0);

interface Uses {
  /** Where it is declared and what uses it, with a mark in the place of each name that may be another. */
  readonly text: string;
  /** Provisions that use it. */
  readonly clauses: number;
}

function usesOf(tree: UnitTree, names: readonly Declared[]): ReadonlyMap<string, Uses> {
  const wanted = new Set(names.map((d) => d.name));
  const longest = [...wanted].sort((a, b) => b.length - a.length);
  const found = new Map<string, { text: string; clauses: number }>(
    longest.map((name) => [name, { text: "", clauses: 0 }]),
  );
  for (const unit of tree.units) {
    const mentioned = new Set(unit.content.flatMap((n) => ownNames(n).map((x) => x.text)));
    for (const name of mentioned) {
      const uses = found.get(name);
      if (!uses) continue;
      const others = longest.filter((n) => n !== name);
      uses.text += `${marked(marked(unit.text, [name], "□"), others, "◇")}\n`;
      if (unit.kind === "provision") uses.clauses += 1;
    }
  }
  return found;
}

const marked = (text: string, names: readonly string[], mark: string): string =>
  names.reduce((t, name) => t.replaceAll(name, mark), text);

/** The names in a node, without those of what is numbered below it and of the fields of a subject. */
function ownNames(node: Node): Name[] {
  if (node.kind === "name") return [node];
  const fields = node.kind === "subject" || node.kind === "record" ? new Set<Node>(node.fields) : null;
  return childrenOf(node).flatMap((c) => (c.kind === "section" || fields?.has(c) ? [] : ownNames(c)));
}

// ──────────────────────────────── what it means ────────────────────────────────

const COMPUTED: ReadonlySet<Sort> = new Set(["figure", "scale", "grade", "action", "set parameter"]);

/** Whether something has to be supplied under another name: facts, open figures, and results that are looked back at. */
export function isSupplied({ sorts }: Renamed, measure: Measure): boolean {
  const computed = sorts.every((s) => COMPUTED.has(s));
  return !computed || (sorts.some((s) => s !== "action" && s !== "set parameter") && looksBack(measure));
}

const BACK: ReadonlySet<unknown> = new Set(["past", "run", "run-length", "over-years"]);

function looksBack(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(looksBack);
  if ("op" in value && BACK.has(value.op)) return true;
  return Object.entries(value).some(([key, v]) => key !== "type" && key !== "span" && looksBack(v));
}

/** Where a name is declared: of those units that mention it the one that says what it is. */
export function declaringUnit(tree: UnitTree, name: string, measure: Measure, of?: string): Unit {
  const field = of === undefined ? undefined : tree.units.find((u) => u.citation === `${of}.${name}`);
  if (field) return field;
  const own = (u: Unit) => u.content.some((n) => ownNames(n).some((x) => x.text === name));
  const named = (u: Unit) =>
    u.citation === name || u.citation.split("、").includes(name) || u.citation.endsWith(`.${name}`);
  const declared = tree.units.filter((u) => u.kind !== "provision" && u.kind !== "head");
  const cell = measure.cells.find((c) => c.name === name);
  const path = cell ? measure.citations[cell.cite]!.path.join("\u0000") : null;
  return (
    declared.find(named) ??
    tree.units.find((u) => u.kind === "provision" && u.path.join("\u0000") === path && own(u)) ??
    declared.find(own) ??
    tree.units.find(own) ??
    tree.root
  );
}
