/** Where strict code finds facts, cells, parameters and linked rows. */
import { rational } from "../../runtime/rational.ts";
import type { Expr, NumberType } from "../ir/ir.ts";
import { type Code, integer, js, member, name } from "./fragments.ts";
import { holdingOf, shapeOf } from "./represent.ts";
import type { Block, Num, Scope } from "./strict-block.ts";

type Op<K extends Expr["op"]> = Extract<Expr, { op: K }>;

/** The shape of the assessed year: evaluation only takes whole years within a million. */
const YEAR: NumberType["low"] = rational(1_000_000);

/** A number that a fact, a cell, a parameter or the call holds. */
export function reference(expr: Op<"field" | "cell" | "parameter" | "context">, scope: Scope): Num {
  switch (expr.op) {
    case "field":
    case "parameter": {
      const type = expr.type as NumberType;
      const shape = shapeOf(declaredType(expr, scope) ?? type);
      return { code: referenceCode(expr, scope), shape, held: holdingOf(shape) };
    }
    case "cell": {
      const info = scope.cells[expr.cell];
      if (!info) throw new Error("a cell is used before it is computed");
      return { code: referenceCode(expr, scope), ...info };
    }
    case "context": {
      const shape = { low: { num: -YEAR!.num, den: 1n }, high: YEAR, step: rational(1) };
      return { code: referenceCode(expr, scope), shape, held: holdingOf(shape) };
    }
  }
}

/** The declared type of a fact or parameter; its range is what the reader enforces. */
function declaredType(expr: Op<"field" | "parameter">, scope: Scope): NumberType | null {
  const { measure } = scope;
  let type: { readonly kind: string } | undefined;
  if (expr.op === "parameter") type = measure.parameters[expr.parameter]?.type;
  else if (expr.of === "subject") type = measure.subjects[scope.kind]?.fields[expr.field]?.type;
  else {
    const list = measure.subjects[scope.kind]?.fields[scope.list!]?.type;
    type = list?.kind === "list" ? measure.records[list.record]?.fields[expr.field]?.type : undefined;
  }
  return type?.kind === "number" ? (type as NumberType) : null;
}

export function referenceCode(expr: Op<"field" | "cell" | "parameter" | "context">, scope: Scope): Code {
  switch (expr.op) {
    case "field":
      if (scope.local && expr.of === "subject") return name("f", expr.field);
      return member(expr.of === "record" ? scope.record! : scope.row, "f", expr.field);
    case "cell":
      if (scope.local && expr.of === "subject") return name("c", expr.cell);
      return member(expr.of === "record" ? scope.record! : scope.row, "c", expr.cell);
    case "parameter":
      return js`x.p[${integer(expr.parameter)}]`;
    case "context":
      return expr.what === "year" ? js`x.year` : js`x.date`;
  }
}

/** The scope of the linked subject. Strict rows hold the linked row itself. */
export function linked(expr: Op<"via">, scope: Scope, block: Block): Scope {
  const type = scope.measure.subjects[scope.kind]!.fields[expr.link]!.type;
  if (type.kind !== "link") throw new Error("not a link field");
  const row = block.bind(member(scope.row, "f", expr.link));
  return { ...scope, kind: type.subject, list: null, row, record: null, local: false };
}
