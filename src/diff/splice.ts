import { childrenOf, type Node } from "../parser/children.ts";
import { ComposedText, piecesOf } from "../source/composed-text.ts";
import { SourceText } from "../source/source-text.ts";
import { pairUnits } from "./text/pairing.ts";
import { type Unit, unitsOf } from "./text/units.ts";
import type { Change, Version } from "./types.ts";

/**
 * The old text with some of the changes made in it and the others not. The text is cut at its units: what stands on
 * the lines of a unit itself comes from the old text or from the new one, and what is numbered below it follows in
 * the order of the old text, with what was added beside the neighbours that it has in the new one.
 */
export class Splicing {
  readonly #old: Cuts;
  readonly #new: Cuts;
  readonly #newOf: ReadonlyMap<Unit, Unit>;
  readonly #oldOf: ReadonlyMap<Unit, Unit>;
  /** By the unit of the old text, or by that of the new one where it was added. */
  readonly #changes = new Map<Unit, Change>();

  constructor(before: Version, after: Version, changes: readonly Change[]) {
    this.#old = new Cuts(before);
    this.#new = new Cuts(after);
    const pairs = pairUnits(this.#old.tree, this.#new.tree);
    this.#newOf = new Map(pairs.map((p) => [p.old, p.new]));
    this.#oldOf = new Map(pairs.map((p) => [p.new, p.old]));
    for (const c of changes) {
      const unit = c.old ? this.#old.unitAt(c.old) : c.new ? this.#new.unitAt(c.new) : undefined;
      if (unit) this.#changes.set(unit, c);
    }
  }

  /** The old text with these changes in it. */
  text(made: ReadonlySet<Change>): string {
    return this.source(made, "").text;
  }

  /** The same as a text with a name; of texts that were composed, one that is composed of their pieces. */
  source(made: ReadonlySet<Change>, name: string): SourceText {
    const parts = this.#kept(this.#old.tree.root, made);
    if (!parts.some((p) => p.source instanceof ComposedText))
      return new SourceText(name, parts.map((p) => p.source.text.slice(p.start, p.end)).join(""));
    return new ComposedText<unknown>(
      name,
      parts.flatMap(({ source, start, end }) => piecesOf<unknown>(source, { start, end }, null)),
    );
  }

  #isMade(u: Unit, made: ReadonlySet<Change>): boolean {
    const change = this.#changes.get(u);
    return change !== undefined && made.has(change);
  }

  /** A unit of the old text that stays. */
  #kept(u: Unit, made: ReadonlySet<Change>): Part[] {
    const now = this.#newOf.get(u);
    const turned = now !== undefined && this.#isMade(u, made);
    const items = this.#items(u, now, turned, made);
    const head = turned ? this.#new.head(now) : this.#old.head(u);
    return [head, ...items.flatMap((i) => [...i.text, i.gap])];
  }

  #items(u: Unit, now: Unit | undefined, turned: boolean, made: ReadonlySet<Change>): Item[] {
    const items: Item[] = this.#old.children(u).map((child) => {
      const other = this.#newOf.get(child);
      const leaves =
        this.#isMade(child, made) && (other === undefined || (now !== undefined && other.parent !== now));
      const gap = turned ? (other?.parent === now ? this.#new.gap(other!) : NOTHING) : this.#old.gap(child);
      return { unit: child, new: other, text: leaves ? [] : this.#kept(child, made), gap };
    });
    if (now === undefined) return items;
    const order = this.#new.children(now);
    if (turned && this.#changes.get(u)!.parts.some((p) => p.form === "order")) {
      const at = (i: Item) => (i.new ? order.indexOf(i.new) : -1);
      const places = items.flatMap((i, k) => (at(i) >= 0 ? [k] : []));
      const sorted = places.map((k) => items[k]!).sort((a, b) => at(a) - at(b));
      for (const [k, place] of places.entries()) items[place] = sorted[k]!;
    }
    for (const [k, child] of order.entries()) {
      const old = this.#oldOf.get(child);
      if (old && (old.parent === u || !this.#isMade(old, made))) continue;
      if (!old && !this.#isMade(child, made)) continue;
      const before = order.slice(0, k).reverse();
      const after = items.findLastIndex((i) => i.new !== undefined && before.includes(i.new));
      const nearest = before.find((b) => items.some((i) => i.new === b));
      const at = nearest === undefined ? 0 : items.findIndex((i) => i.new === nearest) + 1;
      const text = old ? this.#kept(old, made) : this.#added(child, made);
      // Without a neighbour it stands in front, behind what is declared before it.
      items.splice(after < 0 ? 0 : at, 0, { unit: child, new: child, text, gap: this.#new.gap(child) });
    }
    return items;
  }

  /** A unit that only the new text has. */
  #added(u: Unit, made: ReadonlySet<Change>): Part[] {
    const below = this.#new.children(u).flatMap((child) => {
      const old = this.#oldOf.get(child);
      const text = old ? (this.#isMade(old, made) ? this.#kept(old, made) : []) : this.#added(child, made);
      return [...text, this.#new.gap(child)];
    });
    return [this.#new.head(u), ...below];
  }
}

/** A stretch of one of the two texts. */
interface Part {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

const NOTHING: Part = { source: new SourceText("", ""), start: 0, end: 0 };

interface Item {
  readonly unit: Unit;
  readonly new: Unit | undefined;
  readonly text: readonly Part[];
  /** What stands behind it before the next. */
  readonly gap: Part;
}

/** A text cut at its units, at the ends of lines where it can be. */
class Cuts {
  readonly tree: ReturnType<typeof unitsOf>;
  readonly #text: string;
  readonly #source: SourceText;
  readonly #version: Version;
  readonly #ranges = new Map<Unit, { readonly start: number; readonly end: number }>();

  constructor(version: Version) {
    this.#version = version;
    this.tree = unitsOf(version);
    this.#source = endingInLine(version.source);
    this.#text = this.#source.text;
    this.#measure(this.tree.root);
    this.#ranges.set(this.tree.root, { start: 0, end: this.#text.length });
  }

  unitAt(place: { readonly citation: string; readonly line: number; readonly fingerprint: string }) {
    return this.tree.units.find(
      (u) =>
        u.citation === place.citation &&
        u.fingerprint === place.fingerprint &&
        this.#version.source.placeOf(u.span).start.line === place.line,
    );
  }

  children(u: Unit): readonly Unit[] {
    return [...u.children].sort((a, b) => this.#range(a).start - this.#range(b).start);
  }

  /** What stands in front of the first unit below. */
  head(u: Unit): Part {
    const { start, end } = this.#range(u);
    const [first] = this.children(u);
    return { source: this.#source, start, end: first ? this.#range(first).start : end };
  }

  /** What stands behind a unit, in front of the next one or the end of what it belongs to. */
  gap(u: Unit): Part {
    const siblings = this.children(u.parent!);
    const next = siblings[siblings.indexOf(u) + 1];
    const end = next ? this.#range(next).start : this.#range(u.parent!).end;
    return { source: this.#source, start: this.#range(u).end, end };
  }

  #range(u: Unit) {
    return this.#ranges.get(u)!;
  }

  #measure(u: Unit): void {
    for (const child of u.children) this.#measure(child);
    const last = Math.max(
      u.span.end,
      ...u.content.map(lastOffset),
      ...u.children.map((c) => this.#range(c).end),
    );
    const text = this.#text;
    const line = text.lastIndexOf("\n", u.span.start - 1) + 1;
    const start = text.slice(line, u.span.start).trim() === "" ? line : u.span.start;
    // With what follows on its last line, when that is nothing of another unit.
    const ends = text[last - 1] === "\n" ? last : text.indexOf("\n", last) + 1;
    const rest = text.slice(last, ends).replace(/#.*/, "").trim();
    this.#ranges.set(u, { start, end: rest === "" || rest === "。" ? Math.max(last, ends) : last });
  }
}

/** The text with an end to its last line. */
function endingInLine(source: SourceText): SourceText {
  const { text, name } = source;
  if (text.endsWith("\n")) return source;
  if (!(source instanceof ComposedText)) return new SourceText(name, `${text}\n`);
  const { pieces } = source as ComposedText<unknown>;
  const last = pieces.at(-1)!;
  return new ComposedText<unknown>(name, [...pieces, { ...last, text: "\n" }]);
}

function lastOffset(node: Node): number {
  let last = node.span.end;
  for (const child of childrenOf(node)) last = Math.max(last, lastOffset(child));
  return last;
}
