/**
 * Clauses, the items of their lists, and requirements: those that nobody can meet (or breach), and those that say
 * nothing of their own.
 */
import { childrenOf } from "../../compiler/ir/children.ts";
import type * as ir from "../../compiler/ir/ir.ts";
import { type About, all, any, holds, not, type Property } from "./property.ts";

/** A clause, an item of its list that is enough for the clause, or the breach of a requirement. */
export interface Unit {
  readonly kind: number;
  readonly truth: ir.Expr;
  readonly about: About;
  /** Those that do at least what this one does: whoever meets this one and one of them gains nothing by this one. */
  readonly rivals: readonly Unit[];
}

export interface ClauseProperties {
  /** That somebody meets each clause and item. */
  readonly dead: readonly Property[];
  /** Each unit with what may make it idle. */
  readonly units: readonly Unit[];
}

export function clauseProperties(measure: ir.Measure): ClauseProperties {
  const clauses = measure.clauses.filter((c) => !measure.subjects[c.subject]!.of);
  const dead: Property[] = [];
  const units: (Unit & { clause: ir.Clause; rivals: Unit[] })[] = [];
  for (const clause of clauses) {
    const own = about(measure, clause, null);
    const when = holds(measure, clause.when);
    const property = { name: "dead", kind: clause.subject, wanted: "some" } as const;
    dead.push({ ...property, truth: when, about: own });
    const items = clause.reasons.length > 1 ? clause.reasons : [];
    for (const r of items)
      dead.push({
        ...property,
        truth: all([when, holds(measure, r.holds)]),
        about: about(measure, clause, r),
      });
    const enough = items.filter((r) => isEnough(measure, clause.when, r.holds));
    if (enough.length === items.length && items.length > 0)
      for (const r of enough)
        units.push({
          ...{ clause, kind: clause.subject },
          truth: holds(measure, r.holds),
          about: about(measure, clause, r),
          rivals: [],
        });
    else units.push({ clause, kind: clause.subject, truth: when, about: own, rivals: [] });
  }
  const effects = new Map(clauses.map((c) => [c, effectsOf(measure, c)]));
  for (const a of units) {
    const mine = effects.get(a.clause);
    if (!mine) continue;
    for (const b of units) {
      if (a === b || a.kind !== b.kind) continue;
      if (a.clause === b.clause) a.rivals.push(b);
      else {
        const theirs = effects.get(b.clause);
        if (theirs && doesAll(mine, theirs)) a.rivals.push(b);
      }
    }
  }
  const required = requirements(measure);
  return { dead: [...dead, ...required.dead], units: [...units, ...required.units] };
}

/**
 * Each requirement can be met and can be breached, and all of a kind can be met together. One whose breach is always a
 * breach of another one as well asks for nothing.
 */
function requirements(measure: ir.Measure): ClauseProperties {
  const dead: Property[] = [];
  const units: (Unit & { rivals: Unit[] })[] = [];
  for (const [kind, subject] of measure.subjects.entries()) {
    if (subject.of) continue;
    const own = measure.requirements.filter((r) => r.subject === kind);
    const breaches = own.map((r) => {
      const ok = holds(measure, r.holds);
      const missed = r.polarity === "duty" ? not(ok) : ok;
      return r.when === null ? missed : all([holds(measure, r.when), missed]);
    });
    for (const [i, r] of own.entries()) {
      const ok = holds(measure, r.holds);
      const met = r.polarity === "duty" ? ok : not(ok);
      const about = { cites: [measure.citations[r.cite]!.text], text: r.text, span: r.span };
      const property = { name: "dead", kind, wanted: "some" } as const;
      dead.push({
        ...property,
        truth: r.when === null ? met : all([holds(measure, r.when), met]),
        about: { ...about, what: "met" },
      });
      dead.push({ ...property, truth: breaches[i]!, about: { ...about, what: "breached" } });
      units.push({ kind, truth: breaches[i]!, about: { ...about, what: "requirement" }, rivals: [] });
    }
    if (own.length > 1)
      dead.push({
        ...{ name: "dead", kind, wanted: "some" },
        truth: not(any(breaches)),
        about: {
          cites: [...new Set(own.map((r) => measure.citations[r.cite]!.text))],
          text: measure.language === "zh" ? "各项要求" : "all requirements",
          what: "together",
          span: own[0]!.span,
        },
      });
  }
  for (const a of units) a.rivals.push(...units.filter((b) => b !== a && b.kind === a.kind));
  return { dead, units };
}

/** That somebody meets a unit and none of the others. */
export const onlyBy = (unit: Unit, others: readonly Unit[]): Property => ({
  name: "subsumed",
  kind: unit.kind,
  wanted: "some",
  truth: all([unit.truth, not(any(others.map((o) => o.truth)))]),
  about: unit.about,
});

function about(measure: ir.Measure, clause: ir.Clause, reason: ir.Reason | null): About {
  const cite = measure.citations[(reason ?? clause).cite]!;
  const text = reason ? reason.text : clause.reasons.map((r) => r.text).join(";") || clause.effect;
  const span = reason && reason.cite !== clause.cite ? cite.span : clause.span;
  return { cites: [cite.text], text, what: reason ? "item" : "clause", span };
}

/** The item is one of the things joined by 或 of which the clause's condition is made. */
function isEnough(measure: ir.Measure, when: number, item: number): boolean {
  const inside = (id: number): boolean => {
    if (id === item) return true;
    const { body } = measure.cells[id]!;
    return body.kind === "expression" && among(body.expr);
  };
  const among = (e: ir.Expr): boolean => {
    if (e.op === "or") return e.args.some(among);
    return e.op === "cell" && e.of === "subject" && inside(e.cell);
  };
  return inside(when);
}

// ─────────────────────────────── effects ───────────────────────────────

/** What a clause does: names of effects, with a rank where there is more and less of one. */
type Effects = ReadonlyMap<string, number>;

/** Whether `b` has every effect of `a`, each at least as strong. */
const doesAll = (a: Effects, b: Effects): boolean =>
  a.size > 0 && [...a].every(([name, strength]) => (b.get(name) ?? Number.NEGATIVE_INFINITY) >= strength);

/** null: it does what cannot be compared (a score, a step up or down, an amount that adds up). */
function effectsOf(measure: ir.Measure, clause: ir.Clause): Effects | null {
  const { id, when } = clause;
  const found = new Map<string, number>();
  const own = <E extends { readonly clause: number }>(effects: readonly E[]) =>
    effects.filter((e) => e.clause === id);
  for (const cell of measure.cells) {
    const { body } = cell;
    switch (body.kind) {
      case "grade":
        if (own([...body.raises, ...body.reductions, ...body.after]).length > 0) return null;
        if (own(body.notAssessed).length > 0) found.set(`${cell.id} none`, 0);
        for (const f of own(body.floors)) found.set(`${cell.id} floor`, f.grade);
        for (const c of own(body.ceilings)) found.set(`${cell.id} ceiling`, -c.grade);
        break;
      case "placement":
        for (const c of own(body.ceilings)) found.set(`${cell.id} placed`, -c.grade);
        break;
      case "population":
        break;
      case "expression":
        if (cell.id !== when && acts(body.expr, when)) return null;
    }
  }
  for (const c of own(measure.consequences)) {
    if (c.combine === "cumulate" || c.repeat) return null;
    found.set(consequenceKey(c), 0);
  }
  return found;
}

/** The cell is more than one of several conditions: a figure depends on it, or something holds unless it does. */
function acts(e: ir.Expr, cell: number): boolean {
  if (e.op === "cell" || ((e.op === "and" || e.op === "or") && e.type.kind === "truth"))
    return e.op !== "cell" && e.args.some((x) => acts(x, cell));
  return mentions(e, cell);
}

const mentions = (e: ir.Expr, cell: number): boolean =>
  (e.op === "cell" && e.cell === cell) ||
  (e.op === "linked" && (e.where === cell || e.value === cell)) ||
  childrenOf(e).some((x) => mentions(x, cell));

function consequenceKey(c: ir.Consequence): string {
  const { actions, modality, by, mitigations, spares, target } = c;
  const plain = { actions, modality, by, mitigations, spares, target };
  return JSON.stringify(plain, (_, v: unknown) => (typeof v === "bigint" ? `${v}` : v));
}
