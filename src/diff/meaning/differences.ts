import type * as ir from "../../compiler/ir/ir.ts";
import type { Direction } from "../types.ts";
import { OPEN } from "./declaration-pieces.ts";
import { keyOf, type Piece } from "./piece.ts";
import { piecesOf } from "./pieces.ts";
import { type Polarity, polaritiesOf } from "./polarity.ts";
import { flip, type Relation, relate } from "./relate.ts";

/**
 * The pieces of the meaning in which two versions differ, each with what the difference is to those assessed. A piece
 * of one version is set against the piece of the other that does the same thing, where there is one.
 */
export interface Difference {
  readonly old: Piece | null;
  readonly new: Piece | null;
  readonly direction: Direction;
}

/** @param place the name of a place of the old version in the new one, where the clause has a counterpart */
export function differences(
  before: ir.Measure,
  after: ir.Measure,
  place: (old: string) => string,
): Difference[] {
  const [gone, come] = unmatched(piecesOf(before), piecesOf(after));
  const polarities = [polaritiesOf(before), polaritiesOf(after)];
  const polarity = (name: string): Polarity => {
    const [a, b] = polarities.map((p) => p.of(name));
    return a === 0 ? b! : b === 0 || a === b ? a! : "both";
  };
  const pairs = setAgainst(gone, come, place);
  const known = [before, after].map(fieldsOf);
  // What only one version declares alters nothing by itself; the rules that use it are others.
  const alone = ({ old: a, new: b }: Pairing) =>
    (a === null || b === null) && declaresOnly((a ?? b)!, known[a === null ? 0 : 1]!);
  // An open figure that is given now need not be supplied: what was left to somebody has been decided.
  const given = ({ old: a, new: b }: Pairing) =>
    a?.role === "parameter" && b?.role === "parameter" && [a, b].some((p) => p.body.id === OPEN.id);
  return pairs
    .filter((d) => !means(d) && !alone(d) && !given(d))
    .map((d) => ({ ...d, direction: directionOf(d, polarity) }));
}

/** `村.得分`, for subjects and records. */
const fieldsOf = (m: ir.Measure): ReadonlySet<string> =>
  new Set([...m.subjects, ...m.records].flatMap((o) => o.fields.map((f) => `${o.name}.${f.name}`)));

const declaresOnly = ({ role, owner }: Piece, there: ReadonlySet<string>): boolean =>
  role === "parameter" || role === "scale" || (role === "default" && !there.has(owner));

type Pairing = Pick<Difference, "old" | "new">;

function unmatched(before: readonly Piece[], after: readonly Piece[]): [Piece[], Piece[]] {
  const counts = new Map<string, number>();
  // Ceilings, floors and the like act once, however often they are said.
  const [a, b] = [once(before), once(after)];
  for (const p of b) counts.set(keyOf(p), (counts.get(keyOf(p)) ?? 0) + 1);
  const gone = a.filter((p) => {
    const left = counts.get(keyOf(p)) ?? 0;
    if (left > 0) counts.set(keyOf(p), left - 1);
    return left === 0;
  });
  const come = [...b].reverse().filter((p) => {
    const left = counts.get(keyOf(p)) ?? 0;
    if (left > 0) counts.set(keyOf(p), left - 1);
    return left > 0;
  });
  return [gone, come.reverse()];
}

const IDEMPOTENT: ReadonlySet<Piece["role"]> = new Set(["ceiling", "floor", "not-assessed"]);

function once(pieces: readonly Piece[]): Piece[] {
  const seen = new Set<string>();
  return pieces.filter((p) => {
    const key = `${keyOf(p)} ${p.sign}`;
    const first = !seen.has(key);
    seen.add(key);
    return first || !IDEMPOTENT.has(p.role);
  });
}

/**
 * First those that differ in their condition only, where one implies the other; then those in their degree only; then
 * those that do the same under another condition; then those of the same condition that act on the same thing.
 */
function setAgainst(
  gone: readonly Piece[],
  come: readonly Piece[],
  place: (old: string) => string,
): Pairing[] {
  const [left, right] = [[...gone], [...come]];
  const pairs: Pairing[] = [];
  const same = (a: Piece, b: Piece) => a.role === b.role && a.owner === b.owner;
  const does = (a: Piece, b: Piece) => same(a, b) && a.detail === b.detail && a.degree === b.degree;
  const stands = (a: Piece, b: Piece) => a.cites.some((c) => b.cites.includes(place(c)));
  const rounds: ((a: Piece, b: Piece) => boolean)[] = [
    (a, b) => does(a, b) && stands(a, b) && relate(a.body, b.body) !== null,
    (a, b) => does(a, b) && relate(a.body, b.body) !== null,
    (a, b) => same(a, b) && a.body.id === b.body.id && (a.detail === b.detail || a.degree !== b.degree),
    (a, b) => same(a, b) && a.body.id === b.body.id,
    (a, b) => does(a, b) && stands(a, b),
    (a, b) => does(a, b) && place(a.head) === b.head,
    // Elsewhere and under another condition: one that goes and one that comes, each with a direction of its own.
    (a, b) => !COMES_AND_GOES.has(a.role) && does(a, b),
    (a, b) => same(a, b) && place(a.head) === b.head,
  ];
  for (const fits of rounds) {
    // In an order that does not prefer a side, so that the mirror finds the same.
    const found = left.flatMap((a, i) => right.flatMap((b, j) => (fits(a, b) ? [{ a, b, i, j }] : [])));
    found.sort((x, y) => x.i + x.j - y.i - y.j || Math.abs(x.i - x.j) - Math.abs(y.i - y.j));
    for (const { a, b } of found) {
      if (!left.includes(a) || !right.includes(b)) continue;
      pairs.push({ old: a, new: b });
      left.splice(left.indexOf(a), 1);
      right.splice(right.indexOf(b), 1);
    }
  }
  return [...pairs, ...left.map((old) => ({ old, new: null })), ...right.map((p) => ({ old: null, new: p }))];
}

/** The same after all: 不满60分 and 59分以下 where there are whole points only. */
function means({ old: a, new: b }: Pairing): boolean {
  return (
    a !== null && b !== null && a.detail === b.detail && a.degree === b.degree && relate(a.body, b.body) === 0
  );
}

const toDirection = (r: Relation): Direction =>
  r === null ? "either" : r === 0 ? "none" : r === 1 ? "looser" : "stricter";

function directionOf({ old: a, new: b }: Pairing, polarity: (name: string) => Polarity): Direction {
  const p = (a ?? b)!;
  const signs = [a, b].filter((x) => x !== null).map((x) => signOf(x, polarity));
  const sign = signs.every((s) => s === signs[0]) ? signs[0]! : null;
  if (a !== null && b !== null && sign !== null) {
    const bodies = relate(a.body, b.body);
    const degrees = degreesOf(a, b);
    const toBody = bodies === null ? null : sign === 1 ? bodies : flip(bodies);
    return toDirection(both(toBody, degrees));
  }
  if (sign === null || !COMES_AND_GOES.has(p.role)) return "either";
  const worth: Relation = sign;
  return toDirection(b === null ? flip(worth) : worth);
}

const both = (a: Relation, b: Relation): Relation =>
  a === null || b === null ? null : a === 0 ? b : b === 0 || a === b ? a : null;

/** Roles of which one more is just one more condition that can come true. */
const COMES_AND_GOES: ReadonlySet<Piece["role"]> = new Set([
  "raise",
  "reduction",
  "floor",
  "ceiling",
  "consequence",
]);

/** What another grade, number of steps or force of the same effect is worth. */
function degreesOf(a: Piece, b: Piece): Relation {
  if (a.degree === b.degree) return a.detail === b.detail ? 0 : heavier(a, b);
  const rises: Relation = a.degree < b.degree ? 1 : -1;
  switch (a.role) {
    case "ceiling":
    case "floor":
    case "raise":
      return rises;
    case "reduction":
      return a.detail === b.detail ? flip(rises) : null;
    case "consequence":
      return a.detail !== b.detail || a.sign === null ? null : a.sign === 1 ? rises : flip(rises);
    case "frame":
    case "term":
    case "base":
    case "row":
    case "not-assessed":
    case "requirement":
    case "parameter":
    case "default":
    case "scale":
    case "measure":
      return null;
  }
}

/** Another measure taken of which the declarations say that it absorbs the first, or is absorbed by it. */
function heavier(a: Piece, b: Piece): Relation {
  if (!a.taken || !b.taken || a.taken.rest !== b.taken.rest || (a.sign !== 1 && a.sign !== -1)) return null;
  if (a.taken.heavier.includes(b.taken.name)) return a.sign;
  return b.taken.heavier.includes(a.taken.name) ? flip(a.sign) : null;
}

function signOf(p: Piece, polarity: (name: string) => Polarity): 1 | -1 | null {
  if (p.sign !== "by-use") return p.sign;
  const found = polarity(p.owner);
  return found === 1 || found === -1 ? found : null;
}
