import { unsaid, worded } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { add, greatest } from "../../runtime/rational.ts";
import { addedTo } from "../analyze/closings.ts";
import { shownAs } from "../analyze/example-figures.ts";
import type { Model } from "../analyze/model.ts";
import type * as ir from "../ir/ir.ts";
import { actsOf, alsoAt, clauseOf, groupBy, oncePerClause, readings, unique } from "./reading.ts";

/** AMT: figures that the measure leaves open. */
export function openAmounts(model: Model, measure: ir.Measure | null): Problem[] {
  return [
    ...openFigures(model),
    ...unmarkedIndicators(model),
    ...representatives(model),
    ...withoutFullMarks(model),
    ...(measure === null ? [] : meetingAmounts(model, measure)),
  ];
}

/** Without a value, or keyed and without one for some option. */
function leftOpen(model: Model, name: string): boolean {
  const each = [...(model.keyedParameters.get(name)?.values() ?? [name])];
  return each.some((n) => model.parameterByName.get(n)?.value === undefined);
}

/**
 * An open value that nobody is named to set. One finding per clause that needs it, since every such clause
 * has no result; one at the declaration where no clause does.
 */
function openFigures(model: Model): Problem[] {
  const set = new Set(
    model.provisions.flatMap(({ statement: s }) => (s.kind === "set-parameter" ? [s.name.text] : [])),
  );
  const open = model.provisions.flatMap(({ statement: s }) =>
    s.kind === "parameter" && !s.attributes.some((a) => a.kind === "source")
      ? s.names.filter((n) => !set.has(n.text) && leftOpen(model, n.text))
      : [],
  );
  // A vote without weights or points gets open values of its own; they are used where the vote stands.
  const votes = new Map<string, ast.Name>();
  for (const { statement: s } of model.provisions)
    if (s.kind === "ballot")
      for (const p of model.parameters)
        if (p.name.startsWith(`${s.name.text}·`) && p.value === undefined) votes.set(p.name, s.name);
  const read = readings(model);
  const uses = open.flatMap((name) => {
    const places = oncePerClause(read.get(name.text) ?? []);
    return places.map((place) => ({ name: name.text, place }));
  });
  const unread = open.filter((n) => !read.has(n.text));
  const days = new Set(
    model.provisions.flatMap(({ statement: s }) =>
      s.kind === "parameter" && s.type.kind === "named-type" && s.type.name.text === "日期"
        ? s.names.map((n) => n.text)
        : [],
    ),
  );
  // TIME where every open value of the clause is a day.
  const raise = (names: readonly string[], span: ast.Name["span"]) =>
    problem(names.every((n) => days.has(n)) ? "BF3227" : "BF3228", { names: unique(names) }, { span });
  return [
    ...unread.map((n) => raise([n.text], n.span)),
    ...groupBy(uses, (u) => clauseOf(u.place)).map((group) =>
      raise(
        group.map((u) => u.name),
        group[0]!.place.span,
      ),
    ),
    ...groupBy([...votes], ([, vote]) => vote.span.start).map((group) =>
      raise(
        group.map(([name]) => name),
        group[0]![1].span,
      ),
    ),
  ];
}

/** Indicators that people score, without marks. Those with items or a formula are checked where they are lowered. */
function unmarkedIndicators(model: Model): Problem[] {
  return model.provisions.flatMap(({ statement: s }) =>
    s.kind === "indicator" && !s.value && s.items.length === 0 && s.bounds.length === 0
      ? [problem("BF3229", { name: s.name.text }, { span: s.name.span })]
      : [],
  );
}

/** Said at every clause that does not say it. */
function combining(model: Model, group: readonly ir.Consequence[]): Fix[] {
  const ends = [...new Set(group.flatMap((c) => (c.combine === null ? [c.span.end] : [])))];
  const each = ends.map((at) => addedTo(model, at, ["累加", "就重"]));
  return (each[0] ?? []).map((fix, i) => ({ ...fix, edits: each.flatMap((fixes) => fixes[i]!.edits) }));
}

/** 村民代表 in a panel or an interview, of nobody knows how many: one finding per article. */
function representatives(model: Model): Problem[] {
  const found = actsOf(model).flatMap(({ act, who, provision }) => {
    const people = [...who, ...act.what].filter(
      (n) => /[^0-9名人]代表$/.test(n.text) && !/[0-9]|[一二三五十]名/.test(n.text),
    );
    return people.length > 0 && act.draw === undefined ? [{ people, span: act.span, provision }] : [];
  });
  return groupBy(found, (f) => f.provision.path[0]?.label.span.start ?? -1).map((group) =>
    problem(
      "BF3253",
      { names: unique(group.flatMap((f) => f.people.map((n) => n.text))) },
      { span: group[0]!.span, related: alsoAt(group.slice(1), "here-too") },
    ),
  );
}

/** A weighted sum over scores that have no range: a share of how many points? One finding per clause. */
function withoutFullMarks(model: Model): Problem[] {
  const found = model.provisions.flatMap((provision) => {
    const { statement: s, scoping } = provision;
    if (s.kind !== "definition" || s.value.kind !== "weighted-sum") return [];
    const owners = scoping.record
      ? model.records.filter((r) => r.name === scoping.record!.text)
      : model.kinds.filter((k) => scoping.subjects?.some((n) => n.text === k.name) ?? true);
    const parts = s.value.terms.flatMap(({ value }) => {
      if (value.kind !== "path" || value.segments.length !== 1) return [];
      const name = value.segments[0]!.text;
      const field = owners.map((o) => o.fieldByName.get(name)).find((f) => f !== undefined);
      return field?.type?.kind === "number" && field.type.high === null ? [name] : [];
    });
    return parts.length > 0 ? [{ parts, name: s.name.text, span: s.name.span, provision }] : [];
  });
  return groupBy(found, clauseOf).map((group) => {
    const [first, ...rest] = group;
    return problem(
      "BF3254",
      { parts: unique(group.flatMap((f) => f.parts)), name: first!.name, first: first!.parts[0]! },
      { span: first!.span, related: alsoAt(rest, "here-too") },
    );
  });
}

/** Two amounts of different clauses, added up and the greater one, where both are figures. */
function together(group: readonly ir.Consequence[]) {
  const amounts = group.flatMap((c) => {
    const argument = c.actions[0]?.argument;
    return argument?.kind === "value" && argument.expr.op === "number"
      ? [{ clause: c.clause, expr: argument.expr }]
      : [];
  });
  const [first] = amounts;
  const other = amounts.find((a) => a.clause !== first!.clause);
  if (!first || !other) return unsaid("case");
  const [a, b] = [first.expr.value, other.expr.value];
  const { type } = first.expr;
  return worded("case", "added-or-greatest", {
    first: shownAs(a, type),
    second: shownAs(b, type),
    sum: shownAs(add(a, b), type),
    greatest: shownAs(greatest(a, b), type),
  });
}

/** Amounts of one action on one target from several clauses: nothing says whether they add up. */
function meetingAmounts(model: Model, measure: ir.Measure): Problem[] {
  const groups = new Map<string, ir.Consequence[]>();
  for (const c of measure.consequences) {
    const [use] = c.actions;
    if (c.actions.length > 1 || use?.argument?.kind !== "value" || use.argument.expr.type.kind !== "number")
      continue;
    const target = c.target.kind === "self" ? "" : c.target.text;
    const key = JSON.stringify([measure.clauses[c.clause]!.subject, use.action, target]);
    groups.set(key, [...(groups.get(key) ?? []), c]);
  }
  return [...groups.values()].flatMap((group) => {
    const clauses = new Set(group.map((c) => c.clause));
    if (clauses.size < 2 || group.every((c) => c.combine !== null)) return [];
    const unsaid = group.find((c) => c.combine === null)!;
    const cites = [...new Set(group.map((c) => measure.citations[c.cite]!.text))];
    const action = measure.actions[unsaid.actions[0]!.action]!.name;
    const fixes = combining(model, group);
    return [problem("BF3124", { action, cites, ...together(group) }, { span: unsaid.span, fixes })];
  });
}
