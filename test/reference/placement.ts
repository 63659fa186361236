import type { CellBody, PlacementRow } from "../../src/compiler/ir/ir.ts";
import { evaluate } from "./expression.ts";
import {
  type End,
  fraction,
  type Interval,
  integerBelow,
  multiplyIntervals,
  point,
  roundTo,
} from "./fraction.ts";
import { groupKnown, inPool, orderStandings, type Standing, standings } from "./population.ts";
import { choiceValue, intervalOf, isExact, NONE, truthOf, type Value } from "./value.ts";
import { cellOf, ofKind, type Scope, type Subject, scopeOf, type World } from "./world.ts";

export type Placement = CellBody & { kind: "placement" };

/** A member of the pool in one scenario, where everything about it is settled. */
interface Contender {
  readonly subject: Subject;
  readonly standing: Standing;
  /** Index of the strictest ceiling; Infinity: none. */
  readonly ceiling: number;
}

/**
 * One way in which everything open may turn out, seen from the subject `s`. All combinations are tried.
 * `ties` matters only where a tie stays open: whether `s` comes before or after its equals.
 */
interface Scenario {
  readonly subjectStands: "best" | "worst";
  readonly unsureIn: { readonly better: boolean; readonly equal: boolean; readonly worse: boolean };
  readonly othersCeilings: boolean;
  readonly ownCeilings: boolean;
  readonly amounts: { readonly top: "low" | "high"; readonly bottom: "low" | "high" };
  readonly ties: "before" | "after";
}

/** Every choice of one value from each list. */
function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  const [first, ...rest] = lists;
  if (first === undefined) return [[]];
  return first.flatMap((x) => combinations(rest).map((others) => [x, ...others]));
}

/** All scenarios; a question that does not arise for this placement is asked in one way only. */
function scenarios(world: World, body: Placement, s: Subject): Scenario[] {
  const others = ofKind(world, s.kind).filter((o) => o !== s);
  const openCeiling = (o: Subject) => body.ceilings.some((c) => truthOf(cellOf(o, c.when)) === undefined);
  const ask = (arises: boolean) => (arises ? [true, false] : [true]);
  const unsure = ask(others.some((o) => inPool(body, s, o) === undefined));
  const questions = [
    [true, false],
    unsure,
    unsure,
    unsure,
    ask(others.some(openCeiling)),
    ask(openCeiling(s)),
    [true, false],
    [true, false],
    ask(body.ties === "open"),
  ];
  return combinations(questions).map(
    ([best, better, equal, worse, othersCeilings, ownCeilings, top, bottom, before]): Scenario => ({
      subjectStands: best ? "best" : "worst",
      unsureIn: { better: better!, equal: equal!, worse: worse! },
      othersCeilings: othersCeilings!,
      ownCeilings: ownCeilings!,
      amounts: { top: top ? "high" : "low", bottom: bottom ? "high" : "low" },
      ties: before ? "before" : "after",
    }),
  );
}

/**
 * The grades the rows may give to `s`.
 * @param free in the pool, and under none of the ceilings of which it is not known whether they hold
 */
export function evaluatePlacement(world: World, body: Placement, s: Subject, free = false): Value {
  const tops = body.rows.filter((r) => r.end === "top");
  const bottoms = body.rows.filter((r) => r.end === "bottom").reverse();
  // The ladder from the best outcome to the worst; null stands for `rest`.
  const ladder: (PlacementRow | null)[] = [...tops, null, ...bottoms];
  const grade = (row: PlacementRow | null) => (row === null ? (body.rest ?? NONE) : row.grade);

  const own = body.pool === null || free ? true : truthOf(cellOf(s, body.pool));
  if (own === false) return choiceValue([grade(null)]);
  if (!groupKnown(body.groups, s)) return choiceValue(ladder.map(grade));

  const outcomes = scenarios(world, body, s)
    .map((scenario) => (free ? { ...scenario, ownCeilings: false } : scenario))
    .map((scenario) => ladder.indexOf(outcome(world, body, s, scenario)));
  const worst = Math.max(...outcomes);
  // Who is left for the bottom may depend on each of the others by itself where ceilings pass some over.
  const spills =
    body.ceilings.length > 0 && bottoms.length > 0 && worst >= tops.length && anythingOpen(world, body, s);
  if (spills) outcomes.push(tops.length, ladder.length - 1);
  const between = ladder.slice(Math.min(...outcomes), Math.max(...outcomes) + 1);
  return choiceValue([...between.map(grade), ...(own === undefined ? [grade(null)] : [])]);
}

/** Whether anything is open that decides the places of the group of `s`. */
function anythingOpen(world: World, body: Placement, s: Subject): boolean {
  const open = ofKind(world, s.kind).some((o) => {
    const { best, worst } = standings(body, o);
    const belongs = inPool(body, s, o);
    if (belongs !== true) return belongs === undefined;
    return (
      orderStandings(best, worst) !== 0 || body.ceilings.some((c) => truthOf(cellOf(o, c.when)) === undefined)
    );
  });
  const amounts = body.rows.flatMap((r) => {
    const base = r.share?.base;
    return [r.amount, ...(base && base !== "everyone" ? [base] : [])];
  });
  const sizes = body.rows.map((r) => (r.share?.base === "everyone" ? everyone(world, body, s) : null));
  if (sizes.some((size) => size !== null && size.low !== size.high)) return true;
  return open || amounts.some((a) => !isExact(evaluate(a, scopeOf(world, s))));
}

/** The row that takes `s` in this scenario; null: none does. */
function outcome(world: World, body: Placement, s: Subject, scenario: Scenario): PlacementRow | null {
  const me: Contender = {
    subject: s,
    standing: standings(body, s)[scenario.subjectStands],
    ceiling: strictest(body, s, scenario.ownCeilings),
  };
  const pool: Contender[] = [me];
  for (const other of ofKind(world, s.kind)) {
    if (other === s) continue;
    const standing = standings(body, other)[scenario.subjectStands === "best" ? "worst" : "best"];
    const sign = orderStandings(standing, me.standing);
    const { better, equal, worse } = scenario.unsureIn;
    const unsureIn = sign > 0 ? better : sign < 0 ? worse : equal;
    if (inPool(body, s, other) ?? unsureIn) {
      pool.push({ subject: other, standing, ceiling: strictest(body, other, scenario.othersCeilings) });
    }
  }

  const placed = new Map<Contender, PlacementRow>();
  for (const row of [
    ...body.rows.filter((r) => r.end === "top"),
    ...body.rows.filter((r) => r.end === "bottom"),
  ]) {
    const fromThisEnd = [...placed.values()].filter((r) => r.end === row.end).length;
    const places =
      placesOf(row, body, pool.length, scopeOf(world, s), scenario.amounts[row.end]) - fromThisEnd;
    const candidates = pool.filter((c) => !placed.has(c) && c.ceiling >= row.grade);
    for (const c of candidates.filter((c) => takes(body, row, places, c, candidates, me, scenario))) {
      placed.set(c, row);
    }
  }
  return placed.get(me) ?? null;
}

/** Whether `c` is among the first `places` of the candidates, counted from the row's end. */
function takes(
  body: Placement,
  row: PlacementRow,
  places: number,
  c: Contender,
  candidates: readonly Contender[],
  me: Contender,
  scenario: Scenario,
): boolean {
  const turn = row.end === "top" ? 1 : -1;
  const sign = (other: Contender) => turn * orderStandings(other.standing, c.standing);
  const ahead = candidates.filter((o) => sign(o) > 0).length;
  const equals = candidates.filter((o) => o !== c && sign(o) === 0);
  switch (body.ties) {
    case "share":
      return ahead < places;
    case "out":
      return ahead + equals.length + 1 <= places;
    case "open": {
      // Of the equals `me` stands first or last; how the rest of them stand cannot matter to `me`.
      const rankAmongEquals = (x: Contender) =>
        x === me ? turn * (scenario.ties === "before" ? -Infinity : Infinity) : candidates.indexOf(x);
      return ahead + equals.filter((o) => rankAmongEquals(o) < rankAmongEquals(c)).length < places;
    }
  }
}

function strictest(body: Placement, s: Subject, unknownHolds: boolean): number {
  const holding = body.ceilings.filter((c) => truthOf(cellOf(s, c.when)) ?? unknownHolds);
  return Math.min(Infinity, ...holding.map((c) => c.grade));
}

/** The number of places of a row; Infinity when nothing bounds it. */
function placesOf(
  row: PlacementRow,
  body: Placement,
  poolSize: number,
  scope: Scope,
  end: "low" | "high",
): number {
  const amount = intervalOf(evaluate(row.amount, scope));
  if (row.share === null) return whole(amount[end]);
  const base = baseOf(row.share.base, body, poolSize, scope);
  const number = multiplyIntervals(amount, base)[end];
  return typeof number === "string" ? whole(number) : whole(roundTo(number, fraction(1), row.share.rounding));
}

function baseOf(
  base: NonNullable<PlacementRow["share"]>["base"],
  body: Placement,
  poolSize: number,
  scope: Scope,
): Interval {
  if (base === null) return point(fraction(poolSize));
  if (base !== "everyone") return intervalOf(evaluate(base, scope));
  const { low, high } = everyone(scope.world, body, scope.subject);
  return { low: fraction(low), high: fraction(high) };
}

/** How many are in the group of `s`, at least and at most; the pool does not matter. */
function everyone(
  world: World,
  body: Placement,
  s: Subject,
): { readonly low: number; readonly high: number } {
  const all = ofKind(world, s.kind);
  const anyone = { ...body, pool: null };
  const known = all.filter((o) => groupKnown(body.groups, o));
  const sure = known.filter((o) => o === s || inPool(anyone, s, o) === true).length;
  return { low: sure, high: sure + all.length - known.length };
}

function whole(e: End): number {
  return e === "+inf" ? Infinity : e === "-inf" ? 0 : Number(integerBelow(e));
}
