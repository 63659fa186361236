import { ballotList } from "../../compiler/analyze/implied.ts";
import type * as ir from "../../compiler/ir/ir.ts";
import { childrenOf, type Node } from "../../parser/children.ts";
import type { Found } from "../text/found.ts";
import type { Pair } from "../text/pairing.ts";
import type { Unit, UnitTree } from "../text/units.ts";
import { type Difference, differences } from "./differences.ts";
import { needsOf } from "./needs.ts";
import { unitKey } from "./paths.ts";
import type { Piece } from "./piece.ts";

/** A difference of the text with the differences of meaning that it makes. */
export interface Attributed extends Found {
  readonly differences: readonly Difference[];
  /** What has to be supplied differs. */
  readonly needs: boolean;
  /** The text is the same, and the meaning is not. */
  readonly affected?: true;
}

/**
 * Every difference of meaning belongs to some difference of the text: the nearest of the clauses that it is written
 * in; else a clause that acts at a distance (an exemption, a general rule, a declaration); else it is shown at the
 * clause that now means something else (`affected`). So no difference of meaning is ever lost.
 */
export function attribute(
  before: ir.Measure,
  after: ir.Measure,
  trees: { readonly old: UnitTree; readonly new: UnitTree },
  pairs: readonly Pair[],
  found: readonly Found[],
): Attributed[] {
  const keys = new Map(pairs.map((p) => [unitKey(p.old), unitKey(p.new)]));
  const own = new Map<Found, Difference[]>(found.map((f) => [f, []]));
  const changed = new Owners(trees, found);
  const distant = found.filter((f) => f.structural && actsAtADistance(f));
  const affected = new Map<Unit, Attributed & { differences: Difference[] }>();

  for (const d of differences(before, after, (old) => keys.get(old) ?? old)) {
    if (changed.differInWords(d)) continue;
    const near = changed.of(d);
    // A clause that is word for word the same means something else by a rule elsewhere: both are told.
    const owners =
      near.length === 0 ? distant : near.every((f) => f.sameWords === true) ? [...near, ...distant] : near;
    for (const f of new Set(owners)) own.get(f)!.push(d);
    if (owners.length > 0) continue;
    const [old, now] = changed.heads(d);
    const unit = (now ?? old)!;
    const known = affected.get(unit);
    if (known) known.differences.push(d);
    else {
      const pair = pairs.find((p) => p.new === now || p.old === old);
      const at = { old: pair?.old ?? old, new: pair?.new ?? now };
      affected.set(unit, { ...at, structural: false, differences: [d], needs: false, affected: true });
    }
  }
  const [needsBefore, needsAfter] = [needsOf(before), needsOf(after)];
  const given = ({ old, new: now }: Found) => [old, now].flatMap((u) => (u ? givenBy(u) : []));
  const needs = (f: Found) =>
    (f.old ? needText(needsBefore, f.old) : "") !== (f.new ? needText(needsAfter, f.new) : "") ||
    given(f).some((key) => needsBefore.get(key) !== needsAfter.get(key));
  const listed = found.map((f) => ({ ...f, differences: own.get(f)!, needs: needs(f) }));
  // A text that differs in words only and means something else is one change, not two.
  const rest = [...affected.values()].filter((a) => {
    const at = listed.findIndex(
      (l) => (l.new !== null && l.new === a.new) || (l.old !== null && l.old === a.old),
    );
    if (at >= 0) listed[at] = { ...listed[at]!, differences: a.differences };
    return at < 0;
  });
  return [...listed, ...rest];
}

/** 参数 甲 < 乙 declares several; 参数 加分 按 级别 one for each level. */
function unitKeys(u: Unit): string[] {
  return u.kind === "parameter" ? u.citation.split("、").map((name) => `parameter ${name}`) : [unitKey(u)];
}

/** Parameters that a unit gives a value to (设定), as keys. */
const givenBy = (u: Unit): string[] =>
  u.content.flatMap((n) =>
    n.kind === "set-parameter" ? [`parameter ${n.name.text}${n.key ? `(${n.key.text})` : ""}`] : [],
  );

/** What a unit asks for, with the parameters it makes of one name. */
function needText(needs: ReadonlyMap<string, string>, u: Unit): string {
  const keys = unitKeys(u);
  // A vote is filled in on a form of its own.
  const forms = u.content.flatMap(ballotsIn);
  const own = [...needs].filter(
    ([k]) =>
      keys.some((key) => k === key || (u.kind === "parameter" && k.startsWith(`${key}(`))) ||
      forms.some((form) => k.startsWith(`field ${form}.`)),
  );
  return own.map(([k, v]) => `${k}=${v}`).join(";");
}

const ballotsIn = (node: Node): string[] =>
  node.kind === "ballot"
    ? [ballotList(node.name.text)]
    : node.kind === "section"
      ? []
      : childrenOf(node).flatMap(ballotsIn);

/** Which found differences the places of a piece belong to. */
class Owners {
  readonly #units: readonly [ReadonlyMap<string, Unit>, ReadonlyMap<string, Unit>];
  readonly #roots: readonly [Unit, Unit];
  readonly #found = new Map<Unit, Found>();

  constructor(trees: { readonly old: UnitTree; readonly new: UnitTree }, found: readonly Found[]) {
    const byKey = (tree: UnitTree) => {
      const own = [...tree.units].reverse().flatMap((u) => unitKeys(u).map((key) => [key, u] as const));
      // Where a figure is given is where it stands.
      return new Map([...own, ...tree.units.flatMap((u) => givenBy(u).map((key) => [key, u] as const))]);
    };
    this.#units = [byKey(trees.old), byKey(trees.new)];
    this.#roots = [trees.old.root, trees.new.root];
    for (const f of found) {
      if (!f.structural) continue;
      for (const u of [f.old, f.new]) if (u) this.#found.set(u, f);
      const whole = f.old === null ? f.new : f.new === null ? f.old : null;
      if (whole) this.#below(whole, f);
    }
  }

  #below(u: Unit, f: Found): void {
    for (const c of u.children) {
      if (this.#found.has(c)) continue;
      this.#found.set(c, f);
      this.#below(c, f);
    }
  }

  /** A labelled row has no unit of its own; it belongs to the one above. */
  #unit(key: string, side: 0 | 1): Unit | undefined {
    // 参数 加分 按 级别 declares one parameter for each level.
    const open = key.startsWith("parameter ") ? key.indexOf("(") : -1;
    if (open > 0 && !this.#units[side].has(key)) return this.#units[side].get(key.slice(0, open));
    for (let at = key; ; at = at.slice(0, at.lastIndexOf("\u0000"))) {
      const unit = this.#units[side].get(at);
      if (unit || !at.includes("\u0000")) return unit;
    }
  }

  of(d: Difference): Found[] {
    const sides = [d.old, d.new].map((p, side) => (p ? this.#near(p, side as 0 | 1, otherOf(d, p)) : []));
    return [...new Set(sides.flat())];
  }

  /** Of the places of a piece those that differ; where its effect differs, that of the clause first. */
  #near(p: Piece, side: 0 | 1, other: Piece | null): Found[] {
    const at = (key: string) => this.#unit(key, side);
    const places = (keys: readonly string[]) =>
      keys.map(at).flatMap((u) => (u && this.#found.has(u) ? [this.#found.get(u)!] : []));
    const effect = other !== null && other.body.id === p.body.id;
    const [first, second] = effect ? [[p.head], p.cites] : [p.cites.filter((c) => c !== p.head), [p.head]];
    const found = places(first);
    if (found.length > 0) return found;
    const next = places(effect ? second : p.cites);
    if (next.length > 0) return next;
    const last = places(second);
    if (last.length > 0) return last;
    for (let u = at(p.cites[0]!)?.parent ?? null; u !== null; u = u.parent) {
      const f = this.#found.get(u);
      if (f) return [f];
    }
    return [];
  }

  /** The same clause, whose recorded effect is written in keywords of the other language. */
  differInWords({ old: a, new: b }: Difference): boolean {
    if (!a || !b || a.wordless === undefined || a.wordless !== b.wordless || a.body.id !== b.body.id)
      return false;
    const [x, y] = [this.#unit(a.head, 0), this.#unit(b.head, 1)];
    return x !== undefined && y !== undefined && a.degree === b.degree && x.fingerprint === y.fingerprint;
  }

  heads(d: Difference): [Unit | null, Unit | null] {
    const at = (p: Piece | null, side: 0 | 1): Unit | null =>
      p && (this.#unit(p.head, side) ?? this.#roots[side]);
    return [at(d.old, 0), at(d.new, 1)];
  }
}

const otherOf = (d: Difference, p: Piece): Piece | null => (p === d.old ? d.new : d.old);

const DISTANT: ReadonlySet<string> = new Set([
  "general-rule",
  "exemption",
  "scale",
  "action-declaration",
  "parameter",
]);

/** Clauses that say something of other clauses, and declarations. */
function actsAtADistance({ old, new: now }: Found): boolean {
  const look = (node: Node): boolean => DISTANT.has(node.kind) || childrenOf(node).some(look);
  const unit = (u: Unit): boolean =>
    u.kind === "field" ||
    u.kind === "subject" ||
    u.kind === "record" ||
    u.content.some(look) ||
    u.children.some(unit);
  return [old, now].some((u) => u !== null && unit(u));
}
