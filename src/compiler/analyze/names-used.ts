import type * as ast from "../../parser/ast.ts";
import { findBuiltIn } from "../vocabulary/functions.ts";
import { scoredItems } from "./indicator-items.ts";

/**
 * The names a rule needs its subject to have. Used to find out which kinds of subject an unscoped rule is
 * about; so it leaves out what may mean something else (grades and options after 为, columns of records).
 */

/** What is known of a name from the declarations alone. */
export interface NameOracle {
  /** Whether a path leads to several: records, or subjects linked with this one. */
  isListLike(path: readonly ast.Name[]): boolean;
  isMember(name: string): boolean;
  isFieldSomewhere(name: string): boolean;
  isExternalScale(name: string): boolean;
  isAction(name: string): boolean;
}

export function namesUsed(statement: ast.Statement, oracle: NameOracle): Set<string> {
  const found = new Set<string>();
  const need = (name: string) => found.add(name);

  const expression = (e: ast.Expression): void => {
    switch (e.kind) {
      case "number":
      case "date":
      case "text-literal":
      case "boolean":
      case "list-condition":
      case "population-size":
        return;
      case "path":
        need(e.segments[0]!.text);
        return;
      case "call":
        call(e);
        return;
      case "unary":
      case "past":
        expression(e.operand);
        return;
      case "binary":
        expression(e.left);
        expression(e.right);
        return;
      case "weighted-sum":
        for (const t of e.terms) {
          expression(t.value);
          expression(t.weight);
        }
        return;
      case "round":
        expression(e.operand);
        return;
      case "if":
        expression(e.condition);
        expression(e.then);
        expression(e.otherwise);
        return;
      case "compare":
        expression(e.left);
        unlessMember(e.test.value);
        return;
      case "between":
        expression(e.value);
        return;
      case "is":
        expression(e.value);
        return;
      case "logical":
        for (const o of e.operands) expression(o);
        return;
      case "run":
      case "accumulated":
        expression(e.condition);
        return;
      case "window":
        if (e.from) expression(e.from);
        if (e.operand) expression(e.operand);
        return;
      case "period-of":
        if (e.from) expression(e.from);
        return;
      case "after":
        expression(e.from);
        return;
    }
  };

  /** A lone name on the right of a comparison may be a level of an enumeration. */
  const unlessMember = (e: ast.Expression): void => {
    if (e.kind === "path" && e.segments.length === 1 && oracle.isMember(e.segments[0]!.text)) return;
    expression(e);
  };

  const call = (e: ast.CallExpression): void => {
    const values = e.arguments.filter((a) => a.kind === "value");
    const first = values[0]?.value;
    const overRecords =
      findBuiltIn(e.callee.text)?.family === "aggregate" &&
      first?.kind === "path" &&
      oracle.isListLike(first.segments);
    if (overRecords) {
      expression(first);
      return;
    }
    for (const a of values) expression(a.value);
    for (const a of e.arguments) if (a.kind === "population") option(a.option);
  };

  const option = (o: ast.PopulationOption): void => {
    if (o.kind === "grouped") for (const e of o.by) expression(e);
    else if (o.kind === "only" || o.kind === "without") expression(o.condition);
    else if (o.kind === "ties-by" || o.kind === "base") expression(o.value);
  };

  const effects = (list: readonly ast.Effect[]): void => {
    for (const e of list) {
      for (const t of e.targets) {
        const first = t.path[0]?.text;
        if (first !== undefined && oracle.isFieldSomewhere(first)) need(first);
      }
      if ("scale" in e && e.scale && !oracle.isExternalScale(e.scale.text)) need(e.scale.text);
      if (
        e.kind === "requirement-effect" &&
        !(e.condition.kind === "path" && oracle.isAction(e.condition.segments[0]!.text))
      )
        expression(e.condition);
    }
  };

  /** Items that say themselves whom they are about do not bind their clause to a kind. */
  const items = (sections: readonly ast.Section[]): void => {
    for (const s of sections)
      for (const item of s.body) {
        if (item.kind === "bare-condition") {
          expression(item.condition);
          items(item.items);
        }
      }
  };

  switch (statement.kind) {
    case "definition":
      expression(statement.value);
      break;
    case "band-choice":
    case "ladder":
      expression(statement.value);
      for (const row of statement.rows) if (row.result.kind === "points") expression(row.result.value);
      break;
    case "rank-choice":
      expression(statement.value);
      for (const o of statement.options) option(o);
      break;
    case "decision-table":
      for (const input of statement.inputs) expression(input);
      break;
    case "case-choice":
      for (const row of statement.rows) if (row.test.kind !== "rest") expression(row.test);
      break;
    case "indicator":
      if (statement.value) expression(statement.value);
      for (const item of scoredItems(statement)) {
        if (item.subjects.length > 0) continue; // it says itself whom it is about
        for (const condition of item.conditions) expression(condition);
        for (const n of namesUsed(item.statement, oracle)) need(n);
      }
      break;
    case "per-occurrence":
      expression(statement.of);
      if (statement.against) expression(statement.against.value);
      if (statement.except) expression(statement.except);
      effects(statement.effects);
      break;
    case "staged-ladder":
      for (const row of statement.rows) expression(row.test);
      break;
    case "conditional":
      expression(statement.condition);
      if (statement.except) expression(statement.except);
      items(statement.items);
      effects(statement.effects);
      break;
    case "requirement":
      expression(statement.condition);
      if (statement.except) expression(statement.except);
      break;
    case "assertion":
      if (statement.when) expression(statement.when);
      expression(statement.holds);
      break;
    case "ballot":
      // Names of groups and levels are its own; figures may be open values or facts of the subject.
      for (const row of statement.rows) for (const e of row.entries) if (e.value) expression(e.value);
      break;
    case "measure":
    case "text-declaration":
    case "issuers":
    case "date-declaration":
    case "period":
    case "general-rule":
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
    case "indicator-group":
    case "bare-condition":
    case "procedure":
    case "draw":
    case "set-parameter":
    case "amend":
    case "delete":
    case "insert":
      break;
  }
  return found;
}
