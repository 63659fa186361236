/** Facts and cells, of the subject itself, of its records, through links, and of earlier years. */
import type * as ir from "../../compiler/ir/ir.ts";
import { rational } from "../../runtime/rational.ts";
import { minus, whole } from "../formulas/linear.ts";
import { figure } from "../formulas/numbers.ts";
import type { Value } from "../formulas/values.ts";
import type { Encoder, Scope, Side } from "./encoder.ts";
import { hasDifferentDefaults, type Row } from "./facts.ts";
import { periodsBefore } from "./lists.ts";

/** A fact of a subject or a record, in the members of its own version. */
export function field(encoder: Encoder, e: ir.Expr & { op: "field" }, scope: Scope): Value {
  const { side, kind, row, record, ago } = scope;
  const list = e.of === "record" ? record!.list : null;
  if (ago > 0)
    return encoder.pastValue(scope, "fact", side.measure.subjects[kind]!.fields[e.field]!.name, e.type);
  // The records of a list that has rules are subjects of a kind of their own, whose fields are the record's.
  if (row.record && list === null) return recordAsSubject(encoder, e, scope);
  const all = encoder.declared(side, kind, e.field, list);
  const declared = all[0]!.field;
  const at: Row = record && list !== null ? { ...row, path: record.path, index: null } : row;
  if (declared.derived)
    return { kind: "truth", is: encoder.facts.applies(at, appliesTo(scope, e.field, list)) };
  if (declared.type.kind === "list" || declared.type.kind === "links") {
    encoder.abstracted.add("link");
    return encoder.free(e.type, `f${declared.name}`, scope);
  }
  // In a world of several subjects everybody has an identification of their own.
  if (encoder.world.bounds.cohort !== null && list === null && e.field === side.measure.subjects[kind]!.key)
    return encoder.facts.constantName(row.path);
  const fact = encoder.facts.of(at, encoder.inOrder(all));
  if (!hasDifferentDefaults(all)) return encoder.own(fact.value, all, e.type);
  const given = encoder.own(fact.value, all, e.type);
  return encoder.values.pick(
    encoder.facts.leftOut(at, declared.name),
    encoder.expr(declared.default!, scope),
    given,
  );
}

function appliesTo({ side, kind }: Scope, index: number, list: number | null): string {
  const own = side.measure.subjects[kind]!.fields;
  const type = list === null ? null : own[list]!.type;
  const fields = type?.kind === "list" ? side.measure.records[type.record]!.fields : own;
  return fields.find((f) => f.applies === index)!.name;
}

function recordAsSubject(encoder: Encoder, e: ir.Expr & { op: "field" }, scope: Scope): Value {
  const { side, kind, row } = scope;
  const of = side.measure.subjects[kind]!.of!;
  const { owner, at } = row.record!;
  if (e.field === of.owner) return { kind: "name", number: whole(owner.index ?? 0), nobody: false };
  if (e.field === of.period) {
    const { type } = side.measure.subjects[of.subject]!.fields[of.list]!;
    if (type.kind !== "list" || type.frequency === "many") throw new Error("a list of periods is expected");
    const before = periodsBefore(type.frequency, side.measure.period, encoder.world.period);
    return { kind: "number", num: figure(rational(before + at + 1)) };
  }
  const record = { list: of.list, path: row.path, at };
  return encoder.expr({ ...e, of: "record" }, { side, kind: of.subject, row: owner, record, ago: 0 });
}

/** A cell of the subject, of a record, or of an earlier result. */
export function cellIn(encoder: Encoder, e: ir.Expr & { op: "cell" }, scope: Scope): Value {
  const { side, row, record, ago } = scope;
  const cell = side.measure.cells[e.cell]!;
  if (ago > 0) {
    if (cell.name !== null)
      return encoder.pastValue(scope, cell.body.kind === "grade" ? "grade" : "value", cell.name, e.type);
    if (cell.body.kind === "expression") return encoder.expr(cell.body.expr, scope);
    return encoder.abstract("history", e, scope);
  }
  if (e.of === "subject") return encoder.cell(side, e.cell, row);
  return encoder.cell(side, e.cell, recordRow(encoder, side, row, record!, cell.subject));
}

/** A record as a subject of its own kind. */
function recordRow(
  encoder: Encoder,
  side: Side,
  owner: Row,
  record: { readonly path: string; readonly at: number; readonly list: number },
  kind: number,
): Row {
  const { fields } = side.measure.subjects[encoder.kindIn(side, owner)]!;
  return {
    path: record.path,
    kind: side.measure.subjects[kind]!.name,
    present: owner.present,
    index: null,
    record: { owner, list: fields[record.list]!.name, at: record.at },
  };
}

/** What a link leads to. */
export function via(encoder: Encoder, e: ir.Expr & { op: "via" }, scope: Scope): Value {
  const { side, kind, row } = scope;
  const field = side.measure.subjects[kind]!.fields[e.link]!;
  if (field.type.kind !== "link") throw new Error("not a link");
  const target = field.type.subject;
  const { name } = side.measure.subjects[target]!;
  // A record's owner is known; he is where the record stands.
  if (row.record && side.measure.subjects[kind]!.of?.owner === e.link)
    return encoder.expr(e.target, { side, kind: target, row: row.record.owner, record: null, ago: 0 });
  const at = (r: Row): Value => encoder.expr(e.target, { side, kind: target, row: r, record: null, ago: 0 });
  if (encoder.world.bounds.cohort === null) {
    const linkedRow = {
      path: `${row.path}.${field.name}`,
      kind: name,
      present: encoder.terms.true,
      index: null,
    };
    encoder.facts.of(row, encoder.inOrder(encoder.declared(side, kind, e.link, null)));
    return at(linkedRow);
  }
  const rows = encoder.rowsOf(name);
  const link = encoder.expr({ op: "field", type: field.type, of: "subject", field: e.link }, scope);
  if (link.kind !== "name") throw new Error("a link is a name");
  return rows
    .map((r) => ({ r, is: encoder.terms.isZero(minus(link.number, whole(r.index!))) }))
    .reduceRight<Value | null>((rest, { r, is }) => {
      encoder.numbers.conditions.push(
        encoder.terms.or(encoder.terms.not(row.present), encoder.terms.not(is), r.present),
      );
      return rest ? encoder.values.pick(is, at(r), rest) : at(r);
    }, null)!;
}
