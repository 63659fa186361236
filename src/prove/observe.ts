/**
 * What a result says of a subject, as formulas: grades, consequences, findings of requirements, and figures with a
 * name. Citations are no part of it: a clause that moves to another number changes nothing for anybody.
 */
import type * as ir from "../compiler/ir/ir.ts";
import { actionKey } from "./action-names.ts";
import { argumentKey, targetKey, wayOf } from "./consequence-keys.ts";
import type { Encoder, Side } from "./encode/encoder.ts";
import type { Row } from "./encode/facts.ts";
import type { Bool } from "./formulas/formula.ts";
import type { Terms } from "./formulas/terms.ts";
import { type Choice, choiceOf, truthOf } from "./formulas/values.ts";

export type Aspect = "grade" | "consequence" | "finding" | "value";

/** One thing that two versions may say differently of a subject. */
export interface Difference {
  readonly aspect: Aspect;
  /** 考核等次; 本人 诫勉; the requirement in words. */
  readonly name: string;
  /** Holds where the versions say different things. */
  readonly differs: Bool;
}

/** Everything of a kind of subject in which two versions may differ; what cannot differ is left out. */
export function differences(
  encoder: Encoder,
  kind: string,
  row: Row,
  aspects: readonly Aspect[],
): Difference[] {
  const [a, b] = encoder.sides as [Side, Side];
  const found: Difference[] = [];
  const add = (aspect: Aspect, name: string, differs: Bool) => {
    if (differs.op !== "false") found.push({ aspect, name, differs });
  };
  if (aspects.includes("grade")) named(encoder, [a, b], kind, row, true, (n, d) => add("grade", n, d));
  if (aspects.includes("consequence")) {
    const [before, after] = [consequences(encoder, a, kind, row), consequences(encoder, b, kind, row)];
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      const [x, y] = [before.get(key), after.get(key)];
      add("consequence", (x ?? y)!.name, saysOtherwise(encoder.terms, x, y));
    }
  }
  if (aspects.includes("finding")) {
    const renamed = reworded(a.measure, b.measure, kind);
    const before = findings(encoder, a, kind, row, new Map());
    const after = findings(encoder, b, kind, row, renamed);
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      const [x, y] = [before.get(key), after.get(key)];
      const { terms } = encoder;
      const differs = (part: "met" | "missed") =>
        terms.not(terms.iff(x?.[part] ?? terms.false, y?.[part] ?? terms.false));
      add("finding", (x ?? y)!.name, terms.or(differs("missed"), differs("met")));
    }
  }
  if (aspects.includes("value")) named(encoder, [a, b], kind, row, false, (n, d) => add("value", n, d));
  return found;
}

/** The cells with a name, by name: grades, or all others. */
function namedCells(measure: ir.Measure, kind: string, grades: boolean): readonly ir.Cell[] {
  const index = measure.subjects.findIndex((s) => s.name === kind);
  return measure.cells.filter(
    (c) => c.subject === index && c.name !== null && (c.body.kind === "grade") === grades,
  );
}

function named(
  encoder: Encoder,
  [a, b]: readonly [Side, Side],
  kind: string,
  row: Row,
  grades: boolean,
  add: (name: string, differs: Bool) => void,
): void {
  const { terms } = encoder;
  const others = new Map(namedCells(b.measure, kind, grades).map((c) => [c.name!, c]));
  for (const cell of namedCells(a.measure, kind, grades)) {
    const other = others.get(cell.name!);
    others.delete(cell.name!);
    // A grade that is no longer given is a difference for whoever got one; a figure is not.
    if (!other) {
      if (grades) add(cell.name!, choiceOf(encoder.cell(a, cell.id, row)).from[0]!);
      continue;
    }
    if (a.keys.cell(cell.id) === b.keys.cell(other.id)) continue;
    add(cell.name!, terms.not(sameValue(encoder, a, cell, b, other, row)));
  }
  if (grades)
    for (const cell of others.values()) add(cell.name!, choiceOf(encoder.cell(b, cell.id, row)).from[0]!);
}

function sameValue(encoder: Encoder, a: Side, x: ir.Cell, b: Side, y: ir.Cell, row: Row): Bool {
  const [left, right] = [encoder.cell(a, x.id, row), encoder.cell(b, y.id, row)];
  if (left.kind !== right.kind) return encoder.terms.false;
  if (left.kind !== "choice") return encoder.values.same(left, right);
  return sameMember(encoder, left, membersOf(a, x.type), right as Choice, membersOf(b, y.type));
}

const membersOf = ({ measure }: Side, type: ir.Type): readonly string[] =>
  type.kind === "choice" ? measure.enumerations[type.enumeration]!.members : [];

/** By name: the scales of two versions may have other members. */
function sameMember(
  encoder: Encoder,
  a: Choice,
  inA: readonly string[],
  b: Choice,
  inB: readonly string[],
): Bool {
  const { terms, values } = encoder;
  const is = (c: Choice, members: readonly string[], name: string) =>
    members.includes(name) ? values.isMember(c, members.indexOf(name)) : terms.false;
  if (inA.join("\u0000") === inB.join("\u0000")) return values.same(a, b);
  const all = [...new Set([...inA, ...inB])];
  return terms.and(
    terms.iff(a.from[0]!, b.from[0]!),
    ...all.map((m) => terms.iff(is(a, inA, m), is(b, inB, m))),
  );
}

// ───────────────────────────── consequences ─────────────────────────────

/** Stronger first, as the runtime merges them: 应当 absorbs 可以. */
const STRENGTH: readonly ir.Modality[] = ["must", "may", "discretionary", "advisory"];

/** The same measure on the same target, by whichever clauses. What results say of it is what some of these say. */
interface Group {
  readonly name: string;
  /** What results say, by the words for it: that it is there, how binding it is, who decides, whether it is eased. */
  readonly says: ReadonlyMap<string, Bool>;
}

/** Clauses that bring the same about. */
interface Gathered {
  readonly name: string;
  readonly target: string;
  readonly spares: string;
  /** The one action, where there is no choice: what absorbs it, and is absorbed by it. */
  readonly action: number | null;
  readonly clauses: { readonly fires: Bool; readonly eased: Bool; readonly of: ir.Consequence }[];
}

function consequences(encoder: Encoder, side: Side, kind: string, row: Row): Map<string, Group> {
  const gathered = gatheredClauses(encoder, side, kind, row);
  const { terms } = encoder;
  const any = ({ clauses }: Gathered, which: (c: Gathered["clauses"][number]) => Bool | null): Bool =>
    terms.or(...clauses.flatMap((c) => which(c) ?? []));
  const found = new Map<string, Group>();
  for (const [key, group] of gathered) {
    const seen = terms.not(idle(encoder, side, group, gathered));
    const says = new Map<string, Bool>();
    const say = (what: string, which: (c: Gathered["clauses"][number]) => Bool | null) =>
      says.set(what, terms.and(seen, any(group, which)));
    say("", (c) => c.fires);
    for (const [i, least] of STRENGTH.slice(0, -1).entries())
      say(least, (c) => (STRENGTH.indexOf(c.of.modality) <= i ? c.fires : null));
    for (const by of new Set(group.clauses.flatMap((c) => c.of.by)))
      say(`by ${by}`, (c) => (c.of.by.includes(by) ? c.fires : null));
    say("eased", (c) => c.eased);
    found.set(key, { name: group.name, says });
  }
  return found;
}

function gatheredClauses(encoder: Encoder, side: Side, kind: string, row: Row): Map<string, Gathered> {
  const { measure, keys } = side;
  const { terms } = encoder;
  const index = measure.subjects.findIndex((s) => s.name === kind);
  const found = new Map<string, Gathered>();
  // What comes to a subject from elsewhere, from his records or from others, is not among these.
  const others = measure.consequences.some(
    (c) => c.repeat === "once" || measure.subjects[measure.clauses[c.clause]!.subject]!.of?.subject === index,
  );
  const absorbers = (action: number) =>
    others ? measure.actions[action]!.absorbedBy.map((by) => measure.actions[by]!.name).sort() : [];
  for (const c of measure.consequences) {
    const clause = measure.clauses[c.clause]!;
    if (clause.subject !== index) continue;
    const actions = c.actions.map((x) => [
      actionKey(measure.actions[x.action]!.name),
      argumentKey(keys, index, x.argument),
      absorbers(x.action),
    ]);
    const target = targetKey(keys, index, c.target);
    // Who is taken out of the target is not gone into: other conditions make it another consequence.
    const spares = JSON.stringify(
      c.spares.map((s) => `${keys.cell(s.when)} ${wayOf(measure, index, s.links, s.field)}`).sort(),
    );
    const parts = [target, actions, c.repeat ?? null, c.combine, spares];
    // What adds up counts each time.
    const added = c.combine === "cumulate" ? [...parts, c.modality, c.by, keys.cell(clause.when)] : parts;
    let key = JSON.stringify(added);
    while (c.combine === "cumulate" && found.has(key)) key += "+";
    const fires = truthOf(encoder.cell(side, clause.when, row));
    const eased = terms.and(
      fires,
      terms.or(...c.mitigations.map((m) => truthOf(encoder.cell(side, m.when, row)))),
    );
    const words = c.target.kind === "self" ? "本人" : c.target.text;
    const group: Gathered = found.get(key) ?? {
      name: `${words} ${actions.map(([name]) => name).join("、")}`,
      target,
      spares,
      action: c.actions.length === 1 ? c.actions[0]!.action : null,
      clauses: [],
    };
    group.clauses.push({ fires, eased, of: c });
    found.set(key, group);
  }
  return found;
}

/** 措施 甲 < 乙: beside a binding 乙 on the same target 甲 is not listed. */
function idle(encoder: Encoder, { measure }: Side, a: Gathered, all: ReadonlyMap<string, Gathered>): Bool {
  const { terms } = encoder;
  const by = a.action === null ? [] : measure.actions[a.action]!.absorbedBy;
  if (by.length === 0) return terms.false;
  const heavier = [...all.values()].filter(
    (b) => b.target === a.target && b.action !== null && by.includes(b.action),
  );
  return terms.or(
    ...heavier.map((b) => {
      const binding = terms.or(...b.clauses.flatMap((c) => (c.of.modality === "must" ? c.fires : [])));
      // With other names taken out of it, it may not reach all of those.
      if (b.spares === "[]" || b.spares === a.spares) return binding;
      return terms.and(binding, terms.bool(`${a.name}|${a.spares}|${b.name}|${b.spares}`));
    }),
  );
}

/** Where two versions say different things of one measure on one target; what one does not know, it does not say. */
function saysOtherwise(terms: Terms, x: Group | undefined, y: Group | undefined): Bool {
  const all = new Set([...(x?.says.keys() ?? []), ...(y?.says.keys() ?? [])]);
  return terms.or(
    ...[...all].map((what) =>
      terms.not(terms.iff(x?.says.get(what) ?? terms.false, y?.says.get(what) ?? terms.false)),
    ),
  );
}

// ──────────────────────────────── findings ────────────────────────────────

function findings(
  encoder: Encoder,
  side: Side,
  kind: string,
  row: Row,
  renamed: ReadonlyMap<string, string>,
): Map<string, { name: string; met: Bool; missed: Bool }> {
  const { measure } = side;
  const { terms } = encoder;
  const found = new Map<string, { name: string; met: Bool; missed: Bool }>();
  for (const r of requirementsOf(measure, kind)) {
    const applies = r.when === null ? terms.true : truthOf(encoder.cell(side, r.when, row));
    const holds = truthOf(encoder.cell(side, r.holds, row));
    const ok = r.polarity === "duty" ? holds : terms.not(holds);
    const name = renamed.get(r.text) ?? r.text;
    const [met, missed] = [terms.and(applies, ok), terms.and(applies, terms.not(ok))];
    const known = found.get(name);
    found.set(name, {
      name,
      met: known ? terms.or(known.met, met) : met,
      missed: known ? terms.or(known.missed, missed) : missed,
    });
  }
  return found;
}

function requirementsOf(measure: ir.Measure, kind: string): readonly ir.Requirement[] {
  const index = measure.subjects.findIndex((s) => s.name === kind);
  return measure.requirements.filter((r) => r.subject === index);
}

/** Requirements whose words are others in the second measure, by their new words: the old words, by their number. */
export function reworded(before: ir.Measure, after: ir.Measure, kind: string): ReadonlyMap<string, string> {
  const [a, b] = [requirementsOf(before, kind), requirementsOf(after, kind)];
  const only = (these: readonly ir.Requirement[], those: readonly ir.Requirement[]) =>
    these.filter((r) => !those.some((o) => o.text === r.text));
  const place = (m: ir.Measure, r: ir.Requirement) => `${m.citations[r.cite]!.text} ${r.polarity}`;
  const gone = only(a, b);
  const found = new Map<string, string>();
  for (const r of only(b, a)) {
    const at = gone.findIndex((o) => place(before, o) === place(after, r));
    if (at >= 0) found.set(r.text, gone.splice(at, 1)[0]!.text);
  }
  return found;
}
