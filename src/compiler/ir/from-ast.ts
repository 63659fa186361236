import { hinted, labelled, worded } from "../../diagnostics/phrases.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { definedName, definedNames } from "../analyze/applies.ts";
import type { KindSymbol, Model, Provision } from "../analyze/model.ts";
import { isForRecords } from "../analyze/record-kinds.ts";
import { orderCells, type UnorderedCell } from "../analyze/strata.ts";
import { renumberExpr } from "../analyze/uses.ts";
import { lowerAssertion } from "./from-ast/assertions.ts";
import { effectSources, lowerEffects, lowerRequirement } from "./from-ast/clauses.ts";
import { checkOrders, lowerField, lowerParameter } from "./from-ast/declarations.ts";
import { define } from "./from-ast/define.ts";
import { Lowering } from "./from-ast/lowering.ts";
import { checkFigures, checkSaid } from "./from-ast/not-applicable.ts";
import { lowerDraw, lowerProcedure } from "./from-ast/procedures.ts";
import { checkRescaled } from "./from-ast/rescale.ts";
import type * as ir from "./ir.ts";

/**
 * From the tree of a measure to its IR. Names, types and units are checked on the way; everything wrong
 * is reported, and the measure is meaningful only when no error was.
 */
export function lowerMeasure(
  model: Model,
  appliesTo: ReadonlyMap<Provision, readonly KindSymbol[]>,
): { measure: ir.Measure; problems: Problem[] } {
  const lowering = new Lowering(model, appliesTo, define);
  const records = model.records.map((r) => ({ name: r.name, fields: fieldsOf(lowering, r.fields) }));
  const subjects = model.kinds.map((k) => ({
    name: k.name,
    key: k.key,
    fields: fieldsOf(lowering, k.fields),
    ...(k.of && { of: rowsOf(k.of) }),
  }));
  const parameters = model.parameters.map((p) => lowerParameter(lowering, p)).filter((p) => p !== null);

  checkOrders(lowering, parameters);

  for (const p of model.provisions)
    for (const kind of appliesTo.get(p) ?? []) registerDefinitions(lowering, p, kind);
  for (const kind of model.kinds)
    for (const name of lowering.definedNames(kind.index)) lowering.demand(kind.index, name);
  const unsaid = checkSaid(lowering);
  const procedures: ir.ProcedureData[] = [];
  const draws: ir.DrawData[] = [];
  for (const p of model.provisions) {
    lowerOther(lowering, p, procedures, draws);
    for (const kind of appliesTo.get(p) ?? []) {
      for (const source of effectSources(p)) lowerEffects(lowering, source, kind);
      lowerRequirement(lowering, p, kind);
      lowerAssertion(lowering, p, kind);
    }
  }
  checkFigures(lowering, unsaid);
  checkRescaled(lowering);

  return {
    measure: assemble(lowering, { records, subjects, parameters, procedures, draws }),
    problems: lowering.problems,
  };
}

const rowsOf = ({ subject, list, owner, period }: ir.RecordRows): ir.RecordRows => ({
  subject,
  list,
  owner,
  period,
});

function fieldsOf(lowering: Lowering, fields: Model["kinds"][number]["fields"]): ir.Field[] {
  // A field whose type is wrong keeps its index; the measure is not used then.
  return fields.map(
    (f) =>
      lowerField(lowering, f) ?? {
        name: f.name,
        alias: null,
        description: null,
        type: { kind: "text" },
        optional: true,
        default: null,
        sources: [],
        asFraction: false,
        span: f.node.span,
      },
  );
}

function registerDefinitions(lowering: Lowering, p: Provision, kind: KindSymbol): void {
  const s = p.statement;
  const name = definedName(p);
  if (name === null) return;
  const field = kind.fieldByName.get(name);
  if (field && field.node.name === (s as { name?: ast.Name }).name) return; // scored by people: it is the fact
  if (field) {
    const span = "name" in s && s.name ? s.name.span : s.span;
    lowering.report(
      "BF2003",
      { name },
      {
        span,
        related: [labelled("already-field", field.node.span)],
      },
    );
    return;
  }
  const inverse = kind.inverses.get(name);
  if (inverse) {
    const related = [labelled("already-inverse", inverse.name.span)];
    lowering.report("BF2003", { name }, { span: "name" in s && s.name ? s.name.span : s.span, related });
    return;
  }
  for (const each of definedNames(p)) lowering.addDefiner(each, { provision: p, kind });
}

/** What is kept as data, and what has no meaning yet. */
function lowerOther(
  lowering: Lowering,
  p: Provision,
  procedures: ir.ProcedureData[],
  draws: ir.DrawData[],
): void {
  const s = p.statement;
  if (!fitsRecordScope(lowering, p)) return;
  switch (s.kind) {
    case "procedure":
      procedures.push(lowerProcedure(lowering, s, p.cite));
      return;
    case "draw":
      draws.push(lowerDraw(lowering, s, p.cite));
      return;
    case "amend":
    case "delete":
    case "insert":
      lowering.report("BF2915", {}, { span: s.span }); // in a layer they are gone by now
      return;
    case "set-parameter": // see settings.ts
    case "bare-condition":
      return; // a condition without an effect: the parser has said so
    case "general-rule":
    case "per-occurrence":
    case "indicator":
    case "decision-table":
    case "case-choice":
    case "indicator-group":
    case "ballot":
    case "measure":
    case "text-declaration":
    case "issuers":
    case "date-declaration":
    case "period":
    case "acceptance":
    case "parameter":
    case "action-declaration":
    case "subject":
    case "record":
    case "scale":
    case "declaratory":
    case "note":
    case "scoped":
    case "for-each-record":
    case "definition":
    case "band-choice":
    case "rank-choice":
    case "conditional":
    case "ladder":
    case "staged-ladder":
    case "requirement":
    case "assertion":
      return;
  }
}

/** Is the record of 每份 declared, and the sentence one about each record? Else it is reported. */
function fitsRecordScope(lowering: Lowering, p: Provision): boolean {
  const record: ast.Name | null = p.scoping.record;
  if (!record) return true;
  const known = lowering.model.records.map((r) => r.name);
  if (!known.includes(record.text)) {
    lowering.report(
      "BF2001",
      {
        name: record.text,
        ...worded("what", "record"),
        ...hinted("declared-records", { known }),
      },
      { span: record.span },
    );
    return false;
  }
  if (isForRecords(p.statement)) return true;
  lowering.report(
    "BF2160",
    { text: lowering.text(p.statement.span), record: record.text },
    { span: p.statement.span },
  );
  return false;
}

/** Puts cells and clauses into their final order and renumbers what refers to them. */
function assemble(
  lowering: Lowering,
  parts: Pick<ir.Measure, "records" | "subjects" | "parameters" | "procedures" | "draws">,
): ir.Measure {
  const { model } = lowering;
  const unordered: UnorderedCell[] = [];
  for (const d of lowering.drafts) {
    if (d.body === null || d.state !== "done") continue;
    const { id, name, text, kind, cite, span, type, body } = d;
    unordered.push({ id, name, text, subject: kind, type, cite, span, body });
  }
  const clauseOrder = [...lowering.clauses].sort((a, b) => a.order - b.order || a.subject - b.subject);
  const clauseId = new Map(clauseOrder.map((c, i) => [c.id, i]));
  const renamed = unordered.map((c) => ({
    ...c,
    body: renumberClauses(c.body, (old) => clauseId.get(old)!),
  }));
  const { cells, newId } = orderCells(renamed);
  const id = (old: number) => newId.get(old) ?? -1;
  const atoms = (list: readonly ir.Atom[]): ir.Atom[] =>
    list.map((a) => ({ ...a, holds: id(a.holds), value: renumberExpr(a.value, id) }));
  return {
    irVersion: 1,
    language: model.file.language,
    ...model.header,
    citations: model.citations.entries,
    enumerations: lowering.model.enumerations,
    actions: lowering.actions,
    ...parts,
    cells,
    clauses: clauseOrder.map((c, i) => ({
      id: i,
      cite: c.cite,
      subject: c.subject,
      when: id(c.when.id),
      reasons: c.reasons.map((r) => ({ ...r, holds: id(r.holds), atoms: atoms(r.atoms) })),
      effect: c.effect,
      span: c.provision.statement.span,
    })),
    consequences: [...lowering.consequences]
      .sort((a, b) => a.span.start - b.span.start)
      .map((c) => ({
        ...c,
        clause: clauseId.get(c.clause)!,
        target: renumberTarget(c.target, id),
        mitigations: c.mitigations.map((m) => ({ ...m, when: id(m.when) })),
        spares: c.spares.map((m) => ({ ...m, when: id(m.when) })),
        actions: c.actions.map((a) => ({ ...a, argument: renumberArgument(a.argument, id) })),
      })),
    requirements: lowering.requirements.map((r) => ({
      ...r,
      when: r.when === null ? null : id(r.when),
      holds: id(r.holds),
      atoms: atoms(r.atoms),
    })),
    assertions: lowering.assertions.map((a) => ({
      ...a,
      when: a.when && renumberExpr(a.when, id),
      holds: renumberExpr(a.holds, id),
    })),
    outline: model.outline,
  };
}

function renumberTarget(t: ir.Target, id: (old: number) => number): ir.Target {
  if (t.kind !== "party" || !t.holder) return t;
  const { holder } = t;
  if (holder.when === "day") return { ...t, holder: { ...holder, day: renumberExpr(holder.day, id) } };
  if (holder.when !== "records") return t;
  const of = renumberExpr(holder.of, id) as typeof holder.of;
  return { ...t, holder: { ...holder, of } };
}

function renumberArgument(a: ir.Argument | null, id: (old: number) => number): ir.Argument | null {
  if (a === null) return null;
  if (a.kind === "value") return { ...a, expr: renumberExpr(a.expr, id) };
  return { ...a, from: a.from && renumberExpr(a.from, id) };
}

function renumberClauses(body: ir.CellBody, clause: (old: number) => number): ir.CellBody {
  const effects = <T extends { readonly clause: number }>(list: readonly T[]): T[] =>
    list.map((e) => ({ ...e, clause: clause(e.clause) }));
  switch (body.kind) {
    case "expression":
    case "population":
      return body;
    case "placement":
      return { ...body, ceilings: effects(body.ceilings) };
    case "grade":
      return {
        ...body,
        notAssessed: effects(body.notAssessed),
        raises: effects(body.raises),
        reductions: effects(body.reductions),
        floors: effects(body.floors),
        ceilings: effects(body.ceilings),
        after: effects(body.after),
      };
  }
}
