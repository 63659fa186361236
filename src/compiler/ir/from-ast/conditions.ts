import { unsaid } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import type { Span } from "../../../source/span.ts";
import type { PathStep, Provision } from "../../analyze/model.ts";
import { step } from "../../analyze/provisions.ts";
import type * as ir from "../ir.ts";
import { exemptionFrom } from "./exemptions.ts";
import { lowerExpression, lowerTruth } from "./expressions.ts";
import { type Draft, type Lowering, refer, type Scope, TRUTH } from "./lowering.ts";
import { lowerSeveralNotApplicable } from "./not-applicable.ts";

/**
 * Conditions of clauses. Every elementary test becomes a truth cell, so that a result can show which tests
 * held and with which figures; a list of items becomes one *reason* per item, cited by its own label.
 */

export interface LoweredCondition {
  readonly when: Draft;
  readonly reasons: readonly ir.Reason[];
}

/** A condition with the elementary tests in it. */
export interface Part {
  readonly expr: ir.Expr;
  readonly atoms: readonly ir.Atom[];
}

/** Where a condition stands: its labels, and the items that a list phrase in it speaks of. */
export interface Place {
  readonly path: readonly PathStep[];
  readonly items: readonly ast.Section[];
  readonly provision: Provision;
}

/** A clause's condition with its reasons; null after a mistake was reported. */
export function lowerCondition(
  lowering: Lowering,
  condition: ast.Condition,
  place: Place,
  scope: Scope,
): LoweredCondition | null {
  const lists = listPhrases(condition);
  // Items without a list phrase, a phrase without items, two phrases: the parser has said so.
  if ((lists.length === 0) !== (place.items.length === 0) || lists.length > 1) return null;
  const list = lists[0];
  if (!list) {
    const part = lowerPart(lowering, condition, scope);
    if (!part) return null;
    const when = truthCell(lowering, scope, part.expr, condition.span);
    return { when, reasons: [reason(lowering, scope.cite, when, part.atoms, condition.span)] };
  }
  const items = lowerItems(lowering, list, place, scope);
  if (!items) return null;
  return combine(lowering, condition, list, items, scope);
}

function combine(
  lowering: Lowering,
  condition: ast.Condition,
  list: ast.ListCondition,
  items: LoweredItems,
  scope: Scope,
): LoweredCondition | null {
  // `A 或者 有下列情形之一`: A is a reason of the clause itself, each item one of its own.
  const disjuncts = condition.kind === "logical" && condition.op === "or" ? condition.operands : [condition];
  const own = disjuncts.filter((d) => listPhrases(d).length === 0);
  const withList = disjuncts.find((d) => listPhrases(d).length > 0)!;

  const ownParts: { node: ast.Expression; part: Part }[] = [];
  for (const node of own) {
    const part = lowerPart(lowering, node, scope);
    if (!part) return null;
    ownParts.push({ node, part });
  }
  const listPart = lowerPart(lowering, withList, scope, items.expr);
  if (!listPart) return null;

  const all = [...ownParts.map((p) => p.part.expr), listPart.expr];
  const expr: ir.Expr = all.length === 1 ? all[0]! : { op: "or", type: TRUTH, args: all };
  const when = truthCell(lowering, scope, expr, condition.span);

  const reasons: ir.Reason[] = [];
  const headParts: Part[] = ownParts.map((p) => p.part);
  // The list phrase alone needs no reason of its own: its items say it. With a count, or inside 且, it does.
  const plain = withList === list && list.mode === "any";
  if (!plain) headParts.push(listPart);
  if (headParts.length > 0) {
    const holds: ir.Expr =
      headParts.length === 1
        ? headParts[0]!.expr
        : { op: "or", type: TRUTH, args: headParts.map((p) => p.expr) };
    const cell = truthCell(lowering, scope, holds, condition.span);
    const nodes = [...ownParts.map((p) => p.node), ...(plain ? [] : [withList])];
    reasons.push({
      cite: scope.cite,
      holds: cell.id,
      atoms: headParts.flatMap((p) => p.atoms),
      text: nodes.map((n) => lowering.text(n.span)).join("或者"),
    });
  }
  return { when, reasons: [...reasons, ...items.reasons] };
}

/** The condition of a row, with the items of its list below it, and why it may hold. */
export interface RowCondition extends Part {
  readonly items: readonly ir.Reason[];
}

export function lowerRowTest(
  lowering: Lowering,
  row: Pick<ast.Row<ast.Condition>, "label" | "items" | "test" | "span">,
  provision: Provision,
  scope: Scope,
): RowCondition | null {
  if (!row.items || row.items.length === 0) {
    const part = lowerPart(lowering, row.test, scope);
    return part && { ...part, items: [] };
  }
  const path = row.label ? [...provision.path, { label: row.label, title: null }] : provision.path;
  const lowered = lowerCondition(lowering, row.test, { path, items: row.items, provision }, scope);
  return lowered && { expr: refer(lowered.when), atoms: [], items: lowered.reasons };
}

interface LoweredItems {
  readonly expr: ir.Expr;
  readonly reasons: readonly ir.Reason[];
}

function lowerItems(
  lowering: Lowering,
  list: ast.ListCondition,
  place: Place,
  scope: Scope,
): LoweredItems | null {
  const args: ir.Expr[] = [];
  const reasons: ir.Reason[] = [];
  let failed = false;
  for (const section of place.items) {
    const item = lowerItem(lowering, section, place, scope);
    if (item === "elsewhere") continue;
    if (item === null) {
      failed = true;
      continue;
    }
    args.push(refer(item.when));
    reasons.push(...item.reasons);
  }
  if (failed) return null;
  // Items may all be about other kinds of subject: then nothing in the list can hold for this one.
  if (args.length === 0) return { expr: { op: "truth", type: TRUTH, value: false }, reasons: [] };
  if (list.mode === "any")
    return { expr: args.length === 1 ? args[0]! : { op: "or", type: TRUTH, args }, reasons };
  if (list.mode === "all")
    return { expr: args.length === 1 ? args[0]! : { op: "and", type: TRUTH, args }, reasons };
  const count = Number(list.count?.text ?? "1");
  if (!Number.isInteger(count) || count < 1 || count > args.length)
    return lowering.report(
      "BF2022",
      { text: lowering.text(list.span), count: list.count?.text ?? "", items: args.length },
      { span: list.span },
    );
  return { expr: { op: "at-least", type: TRUTH, count, args }, reasons };
}

/** One labelled item: a condition, or a scope with items of its own. "elsewhere": about other subjects. */
function lowerItem(
  lowering: Lowering,
  section: ast.Section,
  above: Place,
  outer: Scope,
): LoweredCondition | "elsewhere" | null {
  const path = [...above.path, step(section)];
  const place = (items: readonly ast.Section[]): Place => ({ path, items, provision: above.provision });
  const cite = lowering.citeItem(path, section.span);
  const scope: Scope = { ...outer, cite };
  const parts: LoweredCondition[] = [];
  let elsewhere = false;
  for (const item of section.body) {
    if (item.kind === "note" || item.kind === "chapter" || item.kind === "acceptance") continue;
    if (item.kind === "bare-condition") {
      const lowered = lowerCondition(lowering, item.condition, place(item.items), scope);
      if (!lowered) return null;
      parts.push(lowered);
    } else if (item.kind === "scoped" && !item.condition) {
      const unknown = item.subjects.find((s) => !lowering.model.kindByName.has(s.text));
      if (unknown)
        return lowering.report(
          "BF2011",
          {
            name: unknown.text,
            known: [...lowering.model.kindByName.keys()],
            ...unsaid("hint"),
          },
          { span: unknown.span },
        );
      if (!item.subjects.some((s) => s.text === scope.kind.name)) {
        elsewhere = true;
        continue;
      }
      const inner = lowerScopedItem(lowering, item, place([]), scope);
      if (!inner) return null;
      parts.push(...inner);
    } else return null; // an effect in a list: the parser has said so
  }
  if (parts.length === 0) return elsewhere ? "elsewhere" : null;
  const item = parts.length === 1 ? parts[0]! : anyOf(lowering, scope, parts, section.span);
  return lessExempted(lowering, item, path, above, scope, section.span);
}

/** 免除 may name one item: then it counts only where the exemption does not hold. */
function lessExempted(
  lowering: Lowering,
  item: LoweredCondition,
  path: readonly PathStep[],
  above: Place,
  scope: Scope,
  span: Span,
): LoweredCondition | null {
  const exempt = exemptionFrom(lowering, path, above.provision, scope.kind, above.path.length);
  if (exempt === "failed") return null;
  if (exempt === null) return item;
  const unless = (cell: Draft): Draft =>
    truthCell(
      lowering,
      scope,
      { op: "and", type: TRUTH, args: [refer(cell), { op: "not", type: TRUTH, arg: exempt }] },
      span,
    );
  return {
    when: unless(item.when),
    reasons: item.reasons.map((r) => ({ ...r, holds: unless(lowering.drafts[r.holds]!).id })),
  };
}

/** `(一) 驻村工作队员:` with the items below it: any of them. */
function lowerScopedItem(
  lowering: Lowering,
  item: ast.Scoped,
  place: Place,
  scope: Scope,
): LoweredCondition[] | null {
  const parts: LoweredCondition[] = [];
  for (const statement of item.statements) {
    if (statement.kind !== "bare-condition") return null; // an effect in a list: the parser has said so
    const lowered = lowerCondition(
      lowering,
      statement.condition,
      { ...place, items: statement.items },
      scope,
    );
    if (!lowered) return null;
    parts.push(lowered);
  }
  for (const section of item.items) {
    const lowered = lowerItem(lowering, section, place, scope);
    if (lowered === null) return null;
    if (lowered !== "elsewhere") parts.push(lowered);
  }
  return parts;
}

function anyOf(
  lowering: Lowering,
  scope: Scope,
  parts: readonly LoweredCondition[],
  span: Span,
): LoweredCondition {
  const expr: ir.Expr = { op: "or", type: TRUTH, args: parts.map((p) => refer(p.when)) };
  return { when: lowering.hoist(scope, expr, "任一情形", span), reasons: parts.flatMap((p) => p.reasons) };
}

/** A condition without list phrases (or with the list already lowered), with its elementary tests. */
export function lowerPart(lowering: Lowering, e: ast.Condition, scope: Scope, list?: ir.Expr): Part | null {
  if (e.kind === "list-condition" && list) return { expr: list, atoms: [] };
  if (e.kind === "logical") {
    const parts: Part[] = [];
    let failed = false;
    for (const o of e.operands) {
      const part = lowerPart(lowering, o, scope, list);
      if (part) parts.push(part);
      else failed = true;
    }
    if (failed) return null;
    return {
      expr: { op: e.op, type: TRUTH, args: parts.map((p) => p.expr) },
      atoms: parts.flatMap((p) => p.atoms),
    };
  }
  if (e.kind === "unary" && e.op === "not") {
    const inner = lowerPart(lowering, e.operand, scope, list);
    if (!inner) return null;
    const expr: ir.Expr = { op: "not", type: TRUTH, arg: inner.expr };
    const cell = truthCell(lowering, scope, expr, e.span);
    return {
      expr: refer(cell),
      atoms: inner.atoms.map((a) => ({ ...a, holds: cell.id, test: a.test === "" ? "否" : `非“${a.test}”` })),
    };
  }
  const expr = lowerTruth(lowering, e, scope);
  if (!expr) return null;
  const cell = truthCell(lowering, scope, expr, e.span);
  const atom = atomOf(lowering, e, expr, cell, scope);
  return { expr: refer(cell), atoms: atom ? [atom] : [] };
}

/** What an elementary test looks at, and the test in words. */
function atomOf(
  lowering: Lowering,
  e: ast.Condition,
  expr: ir.Expr,
  cell: Draft,
  scope: Scope,
): ir.Atom | null {
  const row = inARow(lowering, e, expr, cell, scope);
  if (row) return row;
  const looked = e.kind === "compare" ? e.left : e.kind === "is" || e.kind === "between" ? e.value : null;
  const ofSeveral = e.kind === "is" && e.notApplicable && lowerSeveralNotApplicable(lowering, e, scope);
  if (looked === null || ofSeveral)
    return isReference(expr)
      ? { holds: cell.id, name: lowering.text(e.span), value: expr, test: "" }
      : { holds: cell.id, name: lowering.text(e.span), value: refer(cell), test: "" };
  // Lowered once more to have it alone; equal cells are shared, and problems are reported once.
  const at: Scope = e.kind === "is" && e.notApplicable ? { ...scope, asks: true } : scope;
  const value = lowerExpression(lowering, looked, at);
  if (!value) return null;
  const shown = isReference(value)
    ? value
    : refer(lowering.hoist(scope, value, lowering.text(looked.span), looked.span));
  return {
    holds: cell.id,
    name: lowering.text(looked.span),
    value: shown,
    test: lowering.text({ start: looked.span.end, end: e.span.end }),
  };
}

/**
 * 连续2年(中断) 得分 低于60分: the figure of this year with the test of them all; 累计满3次 C and runs over a list: how
 * many there are.
 */
function inARow(
  lowering: Lowering,
  e: ast.Condition,
  expr: ir.Expr,
  cell: Draft,
  scope: Scope,
): ir.Atom | null {
  const of = e.kind === "window" && e.operand ? e.operand : e;
  if (of.kind !== "run" && of.kind !== "accumulated") return null;
  const { condition } = of;
  const before = lowering.text({ start: e.span.start, end: condition.span.start }).trim();
  if (expr.op === "compare" && expr.cmp === ">=") {
    const count = lowering.hoist(scope, expr.left, lowering.text(e.span), e.span);
    const name = `“${lowering.text(condition.span)}”`;
    return { holds: cell.id, name, value: refer(count), test: before };
  }
  const looked =
    condition.kind === "compare"
      ? condition.left
      : condition.kind === "is" || condition.kind === "between"
        ? condition.value
        : null;
  const value = expr.op === "run" && looked && lowerExpression(lowering, looked, scope);
  if (!looked || !value || !isReference(value)) return null;
  const test = lowering.text({ start: looked.span.end, end: condition.span.end }).trim();
  return { holds: cell.id, name: lowering.text(looked.span), value, test: `${before} ${test}` };
}

const isReference = (e: ir.Expr): boolean =>
  e.op === "field" || e.op === "cell" || e.op === "parameter" || e.op === "via";

export function truthCell(lowering: Lowering, scope: Scope, expr: ir.Expr, span: Span): Draft {
  if (expr.op === "cell" && expr.of === "subject") return lowering.drafts[expr.cell]!;
  return lowering.hoist(scope, expr, lowering.text(span), span);
}

function reason(
  lowering: Lowering,
  cite: number,
  holds: Draft,
  atoms: readonly ir.Atom[],
  span: Span,
): ir.Reason {
  return { cite, holds: holds.id, atoms, text: lowering.text(span) };
}

function listPhrases(e: ast.Expression): ast.ListCondition[] {
  if (e.kind === "list-condition") return [e];
  if (e.kind === "logical") return e.operands.flatMap(listPhrases);
  if (e.kind === "unary") return listPhrases(e.operand);
  return [];
}
