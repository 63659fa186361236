/** Rankings, places and figures over all subjects of a kind, in a world of a few. */
import type * as ir from "../../compiler/ir/ir.ts";
import { rational, ZERO } from "../../runtime/rational.ts";
import type { Bool } from "../formulas/formula.ts";
import { figure, type Num } from "../formulas/numbers.ts";
import { numberOf, truthOf, type Value } from "../formulas/values.ts";
import type { Encoder, Scope, Side } from "./encoder.ts";
import type { Row } from "./facts.ts";
import { extremeOf, type Member, meanOf } from "./lists.ts";

interface Pool {
  readonly pool: number | null;
  readonly groups: readonly number[];
}

/** The subjects of the kind with what decides who is compared with whom. */
class Field {
  readonly encoder: Encoder;
  readonly side: Side;
  readonly rows: readonly Row[];
  readonly inPool: readonly Bool[];
  readonly #groups: readonly (readonly Value[])[];

  constructor(encoder: Encoder, side: Side, kind: string, body: Pool) {
    this.encoder = encoder;
    this.side = side;
    this.rows = encoder.rowsOf(kind);
    const cell = (id: number, row: Row) => encoder.cell(side, id, row);
    this.inPool = this.rows.map((r) =>
      encoder.terms.and(r.present, body.pool === null ? encoder.terms.true : truthOf(cell(body.pool, r))),
    );
    this.#groups = this.rows.map((r) => body.groups.map((g) => cell(g, r)));
  }

  sameGroup(i: number, j: number): Bool {
    const { terms, values } = this.encoder;
    if (i === j) return terms.true;
    return terms.and(...this.#groups[i]!.map((v, k) => values.same(v, this.#groups[j]![k]!)));
  }

  /** j is compared with i: in the pool of i's group. */
  compared(i: number, j: number): Bool {
    return this.encoder.terms.and(this.inPool[j]!, this.sameGroup(i, j));
  }
}

type Order = Pick<ir.PlacementBody, "score" | "order" | "tieBreak">;

/** i stands better than j, or as they do. */
function standing(encoder: Encoder, side: Side, by: Order, rows: readonly Row[]) {
  const { terms, numbers } = encoder;
  const read = (id: number) => rows.map((r) => numberOf(encoder.cell(side, id, r)));
  const scores = read(by.score);
  const second = by.tieBreak ? read(by.tieBreak.cell) : null;
  const above = (order: "descending" | "ascending", a: Num, b: Num) =>
    numbers.compare(order === "descending" ? ">" : "<", a, b);
  const better = (i: number, j: number): Bool => {
    const first = above(by.order, scores[i]!, scores[j]!);
    if (!second || !by.tieBreak) return first;
    const tied = numbers.compare("==", scores[i]!, scores[j]!);
    return terms.or(first, terms.and(tied, above(by.tieBreak.order, second[i]!, second[j]!)));
  };
  inOrder(encoder, rows, better);
  return { better, equal: (i: number, j: number) => terms.not(terms.or(better(i, j), better(j, i))) };
}

/**
 * The subjects beside the one that is asked about are alike, so they may as well stand in the order of the first
 * ranking: a solver need not try the others.
 */
function inOrder(encoder: Encoder, rows: readonly Row[], better: (i: number, j: number) => Bool): void {
  const { terms, numbers, ordered } = encoder;
  const { kind } = rows[0]!;
  if (ordered.has(kind)) return;
  ordered.add(kind);
  for (let i = 2; i < rows.length; i++)
    numbers.conditions.push(terms.or(terms.not(rows[i]!.present), terms.not(better(i, i - 1))));
}

export function population(encoder: Encoder, cell: ir.Cell, body: ir.PopulationBody, scope: Scope): Value {
  const { terms, numbers } = encoder;
  const { side, row } = scope;
  const self = cellOf(cell);
  if (encoder.world.bounds.cohort === null || row.index === null)
    return encoder.abstract("cohort", self, scope);
  const field = new Field(encoder, side, row.kind, body);
  const me = row.index;
  if (body.fn === "rank") {
    const { better, equal } = standing(encoder, side, { ...body, score: body.operand! }, field.rows);
    const ahead = field.rows.map((_, j) =>
      j === me
        ? terms.false
        : terms.and(
            field.compared(me, j),
            body.ties === "out" ? terms.or(better(j, me), equal(j, me)) : better(j, me),
          ),
    );
    return {
      kind: "number",
      num: numbers.add([figure(rational(1)), numbers.count(ahead)]),
    };
  }
  const members = field.rows.map((r, j): Member => {
    const value = body.operand === null ? figure(rational(1)) : numberOf(encoder.cell(side, body.operand, r));
    return { belongs: field.compared(me, j), value };
  });
  const nobody = encoder.undefinedNumber(side.keys.cell(cell.id), scope);
  switch (body.fn) {
    case "count":
      return { kind: "number", num: numbers.count(members.map((m) => m.belongs)) };
    case "sum":
      return {
        kind: "number",
        num: numbers.add(members.map((m) => numbers.pick(m.belongs, m.value, figure(ZERO)))),
      };
    case "mean":
      return { kind: "number", num: meanOf(encoder, members, nobody) };
    case "max":
    case "min":
      return { kind: "number", num: extremeOf(encoder, body.fn, members, nobody) };
  }
}

const cellOf = (cell: ir.Cell): ir.Expr => ({ op: "cell", type: cell.type, of: "subject", cell: cell.id });

export function placement(encoder: Encoder, cell: ir.Cell, body: ir.PlacementBody, scope: Scope): Value {
  const { terms, values, numbers } = encoder;
  const { side, row } = scope;
  if (encoder.world.bounds.cohort === null || row.index === null)
    return encoder.abstract("cohort", cellOf(cell), scope);
  const field = new Field(encoder, side, row.kind, body);
  const { rows } = field;
  const { better, equal } = standing(encoder, side, body, rows);
  const size = side.measure.enumerations[body.enumeration]!.members.length;
  const sizes = rows.map((_, i) => numbers.count(rows.map((_, j) => field.compared(i, j))));
  const everyone = rows.map((_, i) =>
    numbers.count(rows.map((other, j) => terms.and(other.present, field.sameGroup(i, j)))),
  );

  /** Somebody is in a tie for the last place, and nothing says who gets it. */
  const undecided: Bool[] = [];
  // By subject: which row of the table has taken it so far.
  let free: Bool[] = [...field.inPool];
  const taken: { readonly end: "top" | "bottom"; readonly grade: number; readonly who: readonly Bool[] }[] =
    [];
  const ordered = [
    ...body.rows.filter((r) => r.end === "top"),
    ...body.rows.filter((r) => r.end === "bottom"),
  ];
  for (const r of ordered) {
    const places = placesOf(encoder, r, scope, rows.length);
    const candidates = rows.map((subject, i) => {
      const barred = body.ceilings
        .filter((c) => c.grade < r.grade)
        .map((c) => truthOf(encoder.cell(side, c.when, subject)));
      return terms.and(free[i]!, terms.not(terms.or(...barred)));
    });
    const who = rows.map((_, i) => {
      const inGroup = (j: number, b: Bool) => (i === j ? b : terms.and(b, field.sameGroup(i, j)));
      const before = taken.filter((t) => t.end === r.end).flatMap((t) => t.who.map((w, j) => inGroup(j, w)));
      const ahead = rows.flatMap((_, j) => {
        if (i === j) return [];
        const stands = r.end === "top" ? better(j, i) : better(i, j);
        return [
          {
            stands: terms.and(inGroup(j, candidates[j]!), stands),
            tied: terms.and(inGroup(j, candidates[j]!), equal(j, i)),
          },
        ];
      });
      const fits = (others: readonly Bool[]) => {
        // Whoever has so many before them, and themselves, must still fit.
        const taking = numbers.add([numbers.count([...before, ...others]), figure(rational(1))]);
        const fitting = (n: Num) => numbers.compare("<=", taking, n);
        const [first] = places;
        if (places.every((n) => n === first)) return terms.and(candidates[i]!, fitting(first!));
        // By the size of the pool, or of the group: the number of places is then a figure.
        const of = r.share?.base === "everyone" ? everyone : sizes;
        const sized = places.map((n, size) =>
          terms.and(numbers.compare("==", of[i]!, figure(rational(size))), fitting(n)),
        );
        return terms.and(candidates[i]!, terms.or(...sized));
      };
      const shared = fits(ahead.map((o) => o.stands));
      if (body.ties === "share") return shared;
      const alone = fits(ahead.flatMap((o) => [o.stands, o.tied]));
      if (body.ties === "open")
        undecided.push(terms.and(field.sameGroup(row.index!, i), shared, terms.not(alone)));
      return alone;
    });
    taken.push({ end: r.end, grade: r.grade, who });
    free = free.map((f, i) => terms.and(f, terms.not(who[i]!)));
  }
  const me = row.index;
  const decided = taken.reduceRight<Value>(
    (rest, t) => values.pick(t.who[me]!, values.member(t.grade, size), rest),
    values.member(body.rest, size),
  );
  const tied = terms.or(...undecided);
  encoder.defined.push(terms.not(tied));
  // A tie elsewhere does not touch whom the rows from the top have taken already.
  const sure = terms.or(...taken.filter((t) => t.end === "top").map((t) => t.who[me]!));
  const open = encoder.free(cell.type, `tie ${cell.name ?? side.keys.cell(cell.id)}`, scope);
  return values.pick(terms.and(tied, terms.not(sure)), open, decided);
}

/** The number of places by the size of the pool, or of the group where the base is everyone. */
function placesOf(encoder: Encoder, row: ir.PlacementRow, scope: Scope, most: number): readonly Num[] {
  const { numbers } = encoder;
  const amount = encoder.number(row.amount, scope);
  const of = row.share?.base;
  const base = of && of !== "everyone" ? encoder.number(of, scope) : null;
  return Array.from({ length: most + 1 }, (_, size) => {
    if (!row.share) return amount;
    const all = base ?? figure(rational(size));
    return numbers.round(numbers.multiply(amount, all), rational(1), row.share.rounding);
  });
}
