import type {
  Argument,
  Bound,
  Cell,
  Consequence,
  Measure,
  Shift,
  Target,
  Type,
} from "../../src/compiler/ir/ir.ts";
import { addDays, addMonths, showDate } from "./calendar.ts";
import { evaluate } from "./expression.ts";
import {
  addIntervals,
  exact,
  type Fraction,
  fraction,
  greater,
  type Interval,
  mapInterval,
  over,
  roundTo,
  showFraction,
  showInterval,
} from "./fraction.ts";
import { baseOf, type Grade } from "./grade.ts";
import { heldBy } from "./posts.ts";
import { NONE, type Truth, truthOf, type Value } from "./value.ts";
import { cellOf, follow, type Subject, scopeOf, type World } from "./world.ts";

/**
 * What the oracle and the product can both show of a result, as plain text: numbers in the unit they are
 * written in, sets as sorted lists. A text that begins with `~` is not exact.
 */
export interface Comparable {
  /** By kind and id: `村/3`. */
  readonly subjects: Readonly<Record<string, ComparableSubject>>;
}

export interface ComparableSubject {
  readonly values: Readonly<Record<string, string>>;
  readonly grades: Readonly<Record<string, ComparableGrade>>;
  /** `cite effect` of every reason that held in a clause that certainly fired. */
  readonly clauses: readonly string[];
  /** Cites of clauses of which it is open whether they fire. */
  readonly openClauses: readonly string[];
  readonly consequences: Readonly<Record<string, ComparableConsequence>>;
  /** `cite actions` of consequences of which it is open whether they follow, once for each row that may bring one about. */
  readonly openConsequences: readonly string[];
  /** `cite requirement: status`. */
  readonly findings: readonly string[];
}

export interface ComparableGrade {
  /** null: not given, or open. */
  readonly grade: string | null;
  /** Best first, without "none". */
  readonly possible: readonly string[];
  readonly base: { readonly grade: string | null; readonly possible: readonly string[] } | null;
  /** Effects that hold (with the cites of the reasons that hold) or may hold: see {@link showEffect}. */
  readonly effects: readonly string[];
}

/** `ceilings 称职 第二条(一)`, `raises 1≤优秀 open`. */
export const showEffect = (kind: string, what: string, certain: boolean, cites: readonly string[]): string =>
  `${kind} ${what} ${certain ? [...cites].sort().join(" ") : "open"}`;

export const showShift = (steps: number, limit: string | undefined): string =>
  limit === undefined ? `${steps}` : `${steps}≤${limit}`;

/** One measure on one target; `details` is undefined where clauses that name it differ in them. */
export interface ComparableConsequence {
  readonly cites: readonly string[];
  readonly details: string | undefined;
  /** The days that its periods cover together, `from..until`; undefined where those of one are open. */
  readonly days: string | undefined;
  readonly mitigation: readonly string[];
}

export function comparable(world: World): Comparable {
  const subjects: Record<string, ComparableSubject> = Object.create(null);
  for (const s of world.subjects)
    if (s.record?.index !== null)
      subjects[`${world.measure.subjects[s.kind]!.name}/${s.id}`] = comparableSubject(world, s);
  return { subjects };
}

/** 剔除后折算: an indicator that is out of its total has no figure of its own. */
function isOut(world: World, s: Subject, { body }: Cell): boolean {
  let e = body.kind === "expression" ? body.expr : null;
  for (; e?.op === "if" && e.out; e = e.otherwise)
    if (truthOf(evaluate(e.condition, scopeOf(world, s))) === true) return true;
  return false;
}

function comparableSubject(world: World, s: Subject): ComparableSubject {
  const { measure } = world;
  const values: Record<string, string> = Object.create(null);
  const grades: Record<string, ComparableGrade> = Object.create(null);
  for (const cell of measure.cells) {
    if (cell.subject !== s.kind || cell.name === null) continue;
    if (cell.body.kind === "grade") grades[cell.name] = comparableGrade(world, s, cell);
    else
      values[cell.name] = isOut(world, s, cell) ? "不适用" : showValue(world, cell.type, cellOf(s, cell.id));
  }
  const cite = (index: number) => measure.citations[index]!.text;
  const holds = (cell: number): Truth => truthOf(cellOf(s, cell));
  const ours = measure.clauses.filter((c) => c.subject === s.kind);
  return {
    values,
    grades,
    clauses: ours
      .filter((c) => holds(c.when) === true)
      .flatMap((c) =>
        c.reasons.filter((r) => holds(r.holds) === true).map((r) => `${cite(r.cite)} ${c.effect}`),
      )
      .sort(),
    openClauses: ours
      .filter((c) => holds(c.when) === undefined)
      .map((c) => cite(c.cite))
      .sort(),
    consequences: merge(
      combined(
        lessAbsorbed(measure, s.record ? [] : measure.consequences.flatMap((q) => broughtAbout(world, s, q))),
      ),
    ),
    openConsequences: (s.record ? [] : measure.consequences)
      .flatMap((q) => {
        const actions = q.actions.map((a) => measure.actions[a.action]!.name).join("、");
        return put(world, s, q, undefined).map(() => `${cite(q.cite)} ${actions}`);
      })
      .sort(),
    findings: measure.requirements
      .filter((r) => r.subject === s.kind && (r.when === null || holds(r.when) !== false))
      .map((r) => {
        const applies = r.when === null ? true : holds(r.when);
        const met = holds(r.holds) === undefined ? undefined : holds(r.holds) === (r.polarity === "duty");
        const settled = applies === true && met !== undefined;
        return `${cite(r.cite)} ${r.text}: ${settled ? (met ? "met" : "not-met") : "undetermined"}`;
      })
      .sort(),
  };
}

/** What a consequence puts down to a subject: from him and his records, and once what others bring about for him. */
function broughtAbout(world: World, s: Subject, q: Consequence): Aimed[] {
  return put(world, s, q, true).flatMap((r) =>
    receiver(world, r, q) ? consequence(world, r, q, toHim(q.target)) : consequence(world, r, q),
  );
}

/** The rows whose consequence is put down to a subject, where their clause fires (undefined: may fire). */
function put(world: World, s: Subject, q: Consequence, fires: Truth): Subject[] {
  const clause = world.measure.clauses[q.clause]!;
  return world.subjects.filter((r) => {
    if (r.record?.index === null || clause.subject !== r.kind) return false;
    if (truthOf(cellOf(r, clause.when)) !== fires) return false;
    const to = receiver(world, r, q);
    return to ? to === s : r === s || r.record?.owner === s;
  });
}

/** 只计一次: the linked subject that it is put down to. */
function receiver(world: World, r: Subject, { repeat, target }: Consequence): Subject | undefined {
  if (repeat !== "once" || !("links" in target) || target.links.length === 0) return undefined;
  return target.links.reduce<Subject | undefined>((at, link) => at && follow(world, at, link), r);
}

/** A target as it is called among the linked subject's own. */
const toHim = (target: Target): string =>
  target.kind === "subject" ? "本人" : targetText(target).split(/[.的]/).at(-1)!.trim();

function comparableGrade(world: World, s: Subject, cell: Cell): ComparableGrade {
  if (cell.body.kind !== "grade") throw new Error("no grade");
  const { members } = world.measure.enumerations[cell.body.enumeration]!;
  const set = (possible: ReadonlySet<number>) => {
    const best = [...possible].filter((p) => p !== NONE).sort((a, b) => b - a);
    return {
      grade: possible.size === 1 && best.length === 1 ? members[best[0]!]! : null,
      possible: best.map((p) => members[p]!),
    };
  };
  const value = cellOf(s, cell.id);
  if (value.kind !== "choice") throw new Error("a grade is a choice");
  return { ...set(value.possible), base: set(baseOf(cell.body, s)), effects: effectsOf(world, s, cell.body) };
}

function effectsOf({ measure }: World, s: Subject, body: Grade): string[] {
  const { members } = measure.enumerations[body.enumeration]!;
  const holds = (cell: number): Truth => truthOf(cellOf(s, cell));
  const show = <E extends { readonly clause: number; readonly when: number }>(
    kind: string,
    effects: readonly E[],
    what: (e: E) => string,
  ): string[] =>
    effects
      .filter((e) => holds(e.when) !== false)
      .map((e) => {
        const reasons = measure.clauses[e.clause]!.reasons.filter((r) => holds(r.holds) === true);
        const cites = new Set(reasons.map((r) => measure.citations[r.cite]!.text));
        return showEffect(kind, what(e), holds(e.when) === true, [...cites]);
      });
  const bound = (e: Bound) => members[e.grade]!;
  const shift = (e: Shift) => showShift(e.steps, e.limit === null ? undefined : members[e.limit]!);
  return [
    ...show("notAssessed", body.notAssessed, () => ""),
    ...show("raises", body.raises, shift),
    ...show("reductions", body.reductions, shift),
    ...show("floors", body.floors, bound),
    ...show("ceilings", body.ceilings, bound),
    ...show("after", body.after, shift),
  ].sort();
}

/** A value as text, in the unit it is written in. */
export function showValue(world: World, type: Type, value: Value): string {
  switch (value.kind) {
    case "number": {
      if (type.kind !== "number") throw new Error("a number of another type");
      const shown = inDisplay(type, value.interval);
      // What is open is told in no more than four places.
      const end = (e: Interval["low"]) => (typeof e === "string" ? e : showArgumentNumber(e));
      return exact(shown) ? showInterval(shown) : `~${end(shown.low)}..${end(shown.high)}`;
    }
    case "truth":
      return value.value === undefined ? "~" : String(value.value);
    case "choice": {
      if (type.kind !== "choice") throw new Error("a choice of another type");
      const { members } = world.measure.enumerations[type.enumeration]!;
      const names = [...value.possible].sort((a, b) => b - a).map((p) => (p === NONE ? "none" : members[p]!));
      return names.length === 1 ? names[0]! : `~${names.join("|")}`;
    }
    case "text":
    case "link":
      return value.value;
    case "party":
    case "links":
      return value.value.join("、");
    case "posts":
      return value.value.map((p) => p.name).join("、");
    case "date":
      return showDate(value.value);
    case "unknown":
      return "~";
  }
}

const inDisplay = (type: Type & { kind: "number" }, i: Interval): Interval =>
  mapInterval(i, (x) => over(x, type.display.factor));

// ───────────────────────────── consequences ─────────────────────────────

interface Basis {
  readonly key: string;
  readonly cites: readonly string[];
  readonly details: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly mitigation: readonly string[];
}

/** A basis with what absorption looks at. */
interface Aimed extends Basis {
  readonly target: string;
  readonly names: readonly string[];
  readonly actions: readonly number[];
  readonly must: boolean;
  readonly modality: Consequence["modality"];
  readonly combine: Consequence["combine"];
  /** The amount of the argument in written units, where it is a number. */
  readonly amount: { readonly interval: Interval; readonly unit: string } | null;
}

export const consequenceKey = (target: string, actions: readonly string[]): string =>
  `${target}: ${actions.length > 1 ? `one of ${actions.join("、")}` : actions[0]}`;

export const consequenceDetails = (
  argument: string | null,
  from: string | null,
  until: string | null,
  modality: string,
): string => `${modality} (${argument ?? ""}) ${from ?? ""}..${until ?? ""}`;

/** Who a consequence is aimed at, by name or id, as far as the facts say. */
function namesOf(world: World, s: Subject, target: Target): readonly string[] {
  if (target.kind === "self") return [s.id];
  if (target.kind === "role") return [];
  let at: Subject | undefined = s;
  for (const link of target.links) at = at && follow(world, at, link);
  if (!at) return [];
  if (target.kind === "subject") return [at.id];
  const party = at.facts[target.field];
  if (party?.kind === "posts" && target.holder) return heldBy(world, s, party.value, target.holder);
  return party?.kind === "party" ? party.value : [];
}

/** 措施 甲 < 乙: where both meet one target, 甲 is idle and its basis goes to 乙. */
function lessAbsorbed(measure: Measure, all: readonly Aimed[]): Aimed[] {
  const strongerThan = (a: Aimed): Aimed | undefined => {
    if (a.actions.length > 1) return undefined;
    const by = measure.actions[a.actions[0]!]!.absorbedBy;
    return all.find(
      (b) =>
        b.must &&
        b.actions.length === 1 &&
        by.includes(b.actions[0]!) &&
        b.target === a.target &&
        a.names.every((n) => b.names.includes(n)),
    );
  };
  return all.flatMap((a) => {
    if (strongerThan(a)) return [];
    const idle = all.filter((x) => strongerThan(x)?.key === a.key);
    return [{ ...a, cites: [...a.cites, ...idle.flatMap((x) => x.cites)] }];
  });
}

function consequence(world: World, s: Subject, q: Consequence, target = targetText(q.target)): Aimed[] {
  const before = namesOf(world, s, q.target);
  const spared = q.spares
    .filter((x) => truthOf(cellOf(s, x.when)) === true)
    .flatMap(({ links, field }) =>
      namesOf(
        world,
        s,
        field === null ? { kind: "subject", links, text: "" } : { kind: "party", links, field, text: "" },
      ),
    );
  const names = before.filter((n) => !spared.includes(n));
  if (before.length > 0 && names.length === 0) return [];
  const [first] = q.actions;
  const argument = q.actions.length === 1 ? first!.argument : null;
  const shown =
    argument === null ? { text: null, from: null, until: null } : showArgument(world, s, argument);
  const cite = (index: number): string => world.measure.citations[index]!.text;
  return [
    {
      key: consequenceKey(
        target,
        q.actions.map((a) => world.measure.actions[a.action]!.name),
      ),
      cites: [cite(q.cite)],
      details: consequenceDetails(shown.text, shown.from, shown.until, q.modality),
      from: shown.from,
      until: shown.until,
      mitigation: q.mitigations.filter((m) => truthOf(cellOf(s, m.when)) === true).map((m) => cite(m.cite)),
      target,
      names,
      actions: q.actions.map((a) => a.action),
      must: q.modality === "must",
      modality: q.modality,
      combine: q.combine,
      amount: amountOf(world, s, argument),
    },
  ];
}

function amountOf(world: World, s: Subject, argument: Argument | null): Aimed["amount"] {
  if (argument?.kind !== "value") return null;
  const value = evaluate(argument.expr, scopeOf(world, s));
  const { type } = argument.expr;
  if (value.kind !== "number" || type.kind !== "number") return null;
  return { interval: inDisplay(type, value.interval), unit: type.display.unit };
}

/** 累加 adds the amounts of one action on one target, 就重 keeps the largest. */
function combined(all: readonly Aimed[]): Aimed[] {
  const strength = ["must", "may", "discretionary", "advisory"];
  return all.map((a) => {
    if (a.combine === null || a.amount === null) return a;
    const alike = all.filter(
      (b) =>
        b.combine === a.combine && b.key === a.key && b.amount !== null && b.names.join() === a.names.join(),
    );
    const intervals = alike.map((b) => b.amount!.interval);
    const total =
      a.combine === "cumulate"
        ? intervals.reduce(addIntervals)
        : intervals.reduce((x, y) => ({ low: greater(x.low, y.low), high: greater(x.high, y.high) }));
    const number = exact(total);
    const modality = strength.find((m) => alike.some((b) => b.modality === m))!;
    const text = number ? `${showArgumentNumber(number)}${a.amount.unit}` : "待定";
    return { ...a, details: consequenceDetails(text, null, null, modality) };
  });
}

export const targetText = (target: Target): string => (target.kind === "self" ? "本人" : target.text);

function showArgument(world: World, s: Subject, argument: Argument) {
  if (argument.kind === "value") {
    const value = evaluate(argument.expr, scopeOf(world, s));
    const { type } = argument.expr;
    if (value.kind === "number" && type.kind === "number") {
      const number = exact(inDisplay(type, value.interval));
      return {
        text: number ? `${showArgumentNumber(number)}${type.display.unit}` : "待定",
        from: null,
        until: null,
      };
    }
    const text = showValue(world, type, value);
    return { text: text.startsWith("~") ? "待定" : text, from: null, until: null };
  }
  const from = argument.from === null ? null : evaluate(argument.from, scopeOf(world, s));
  if (from?.kind !== "date") return { text: argument.text, from: null, until: null };
  const until = addDays(addMonths(from.value, argument.years * 12 + argument.months), argument.days);
  return { text: argument.text, from: showDate(from.value), until: showDate(until) };
}

/** Points and sums are shown to four places where the decimals never end. */
function showArgumentNumber(number: Fraction): string {
  const shown = showFraction(number);
  return shown.includes("/") ? showFraction(roundTo(number, fraction(1, 10000), "half-up")) : shown;
}

/** Merges by target and measure; every basis is kept. */
export function merge(bases: readonly Basis[]): Record<string, ComparableConsequence> {
  const merged: Record<string, ComparableConsequence> = Object.create(null);
  for (const b of bases) {
    const before = merged[b.key];
    merged[b.key] = {
      cites: [...new Set([...(before?.cites ?? []), ...b.cites])].sort(),
      mitigation: [...new Set([...(before?.mitigation ?? []), ...b.mitigation])].sort(),
      details: before === undefined || before.details === b.details ? b.details : undefined,
      days: daysOf(bases.filter((other) => other.key === b.key)),
    };
  }
  return merged;
}

/** Periods that overlap, or of which one begins on the last day of another, are one. */
function daysOf(bases: readonly Basis[]): string | undefined {
  const spans: [string, string][] = [];
  for (const { from, until } of bases) {
    if (from === null || until === null) return undefined;
    spans.push([from, until]);
  }
  const united: [string, string][] = [];
  for (const [from, until] of spans.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = united.at(-1);
    if (last && from <= last[1]) last[1] = until > last[1] ? until : last[1];
    else united.push([from, until]);
  }
  return united.map((span) => span.join("..")).join(" ");
}
