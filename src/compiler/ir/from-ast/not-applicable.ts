import { labelled } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import { definedName } from "../../analyze/applies.ts";
import type { FieldSymbol, Provision } from "../../analyze/model.ts";
import { childrenOf } from "../../ir/children.ts";
import type * as ir from "../ir.ts";
import { type Draft, type Lowering, refer, type Scope, subjectScope, TRUTH } from "./lowering.ts";
import { isTreated, leavesOf } from "./treatments.ts";

/**
 * Fields that may not apply (可不适用). Whether one applies is a truth field beside it, so `X 为 不适用` is an
 * ordinary condition. A test of such a field is false where it does not apply; a figure of it stands only
 * where the text makes sure that it applies; and every provision that looks at one must say what holds
 * otherwise (BF3150).
 */

/** `X 为 不适用`, `X 不为 不适用`. */
export function lowerNotApplicable(
  lowering: Lowering,
  e: ast.IsExpression,
  value: ir.Expr,
  scope: Scope,
): ir.Expr | null {
  return askedApplies(lowering, e, ownApplies(lowering, value, scope));
}

/** `走访 为 不适用` of a list of records or several subjects, which are no values; null: of anything else. */
export function lowerSeveralNotApplicable(
  lowering: Lowering,
  e: ast.IsExpression,
  scope: Scope,
): { readonly value: ir.Expr | null } | null {
  const path = e.value.kind === "path" && e.value.segments.length === 1 ? e.value.segments[0]! : null;
  const field = path && scope.list === null ? scope.kind.fieldByName.get(path.text) : undefined;
  if (field?.type?.kind !== "list" && field?.type?.kind !== "links") return null;
  return { value: askedApplies(lowering, e, fieldApplies(field)) };
}

function askedApplies(lowering: Lowering, e: ast.IsExpression, applies: ir.Expr[]): ir.Expr | null {
  if (applies.length === 0) return neverNotApplicable(lowering, e.value);
  const all: ir.Expr = applies.length === 1 ? applies[0]! : { op: "and", type: TRUTH, args: applies };
  return e.negated ? all : { op: "not", type: TRUTH, arg: all };
}

const nameSpan = ({ statement: s }: Provision): ast.Name["span"] =>
  "name" in s && s.name ? s.name.span : "target" in s && s.target ? s.target.span : s.span;

/** Declared without 可不适用, or computed: the question has no sense. */
export function neverNotApplicable(lowering: Lowering, e: ast.Expression): null {
  const name = e.kind === "path" && e.segments.length === 1 ? e.segments[0]!.text : null;
  const rule = name === null ? null : lowering.model.provisions.find((p) => definedName(p) === name);
  if (rule)
    return lowering.report(
      "BF2049",
      { name: name! },
      { span: e.span, related: [labelled("found-here", nameSpan(rule))] },
    );
  return lowering.report("BF3151", { name: lowering.text(e.span) }, { span: e.span });
}

const fieldApplies = (field: FieldSymbol | undefined): ir.Expr[] =>
  field?.applies === undefined ? [] : [{ op: "field", type: TRUTH, of: "subject", field: field.applies }];

/**
 * The truths that what an expression itself looks at applies: its field, its list, the links on the way. A link
 * comes before what is seen through it.
 */
function ownApplies(lowering: Lowering, e: ir.Expr, scope: Scope): ir.Expr[] {
  if (e.op === "field") {
    const fields = e.of === "record" ? scope.record?.fields : scope.kind.fields;
    const applies = fields?.[e.field]?.applies;
    return applies === undefined ? [] : [{ op: "field", type: TRUTH, of: e.of, field: applies }];
  }
  if (e.op === "aggregate") return fieldApplies(scope.kind.fields[e.list]);
  if (e.op === "linked") return e.over.how === "field" ? fieldApplies(scope.kind.fields[e.over.field]) : [];
  if (e.op !== "via") return [];
  const link = scope.kind.fields[e.link];
  if (link?.type?.kind !== "link") return [];
  const there = subjectScope(lowering.model.kinds[link.type.subject]!, scope.cite);
  const inner = (e.target.op === "cell" && unnamed(lowering.drafts[e.target.cell]!)) || e.target;
  const seen = ownApplies(lowering, inner, there).map((applies): ir.Expr => {
    // A second link is followed from the linked subject, as a value of its own there.
    const target =
      applies.op === "via" ? refer(lowering.hoist(there, applies, "适用", { start: 0, end: 0 })) : applies;
    return { op: "via", type: TRUTH, link: e.link, target };
  });
  return [...fieldApplies(link), ...seen];
}

/** That every field an expression looks at applies: one truth each; through unnamed cells, not named ones. */
export function appliesOf(lowering: Lowering, e: ir.Expr, scope: Scope): ir.Expr[] {
  const found = new Map<string, ir.Expr>();
  const visit = (x: ir.Expr, known: readonly string[]): void => {
    for (const own of ownApplies(lowering, x, scope)) {
      const key = JSON.stringify(own);
      if (!known.includes(key)) found.set(key, own);
    }
    if (x.op === "cell") {
      const inner = unnamed(lowering.drafts[x.cell]!);
      if (inner) visit(inner, known);
    } else if (x.op === "if") {
      visit(x.condition, known);
      visit(x.then, [...known, ...certain(lowering, x.condition, true)]);
      visit(x.otherwise, [...known, ...certain(lowering, x.condition, false)]);
    } else if (x.op !== "past" && x.op !== "run" && x.op !== "aggregate" && x.op !== "via")
      for (const child of childrenOf(x)) visit(child, known);
  };
  visit(e, []);
  return [...found.values()];
}

/** A test that is false where a field it looks at does not apply. */
export function whereApplies(lowering: Lowering, test: ir.Expr | null, scope: Scope): ir.Expr | null {
  if (!test) return null;
  const applies = appliesOf(lowering, test, scope);
  return applies.length === 0 ? test : { op: "and", type: TRUTH, args: [...applies, test] };
}

const unnamed = (draft: Draft): ir.Expr | null =>
  draft.name === null && draft.body?.kind === "expression" ? draft.body.expr : null;

// ───────────────────────────── what must be said ─────────────────────────────

/**
 * Every provision that looks at a field says, under the same label, what holds when it does not apply.
 * @returns the names of those about which one does not
 */
export function checkSaid(lowering: Lowering): ReadonlySet<string> {
  const { provisions, records, kinds } = lowering.model;
  const unsaid = new Set<string>();
  if (![...kinds, ...records].some((owner) => owner.fields.some((f) => f.applies !== undefined)))
    return unsaid;
  const said = new Map<number, Set<string>>();
  for (const p of provisions) {
    const names = said.get(p.cite) ?? new Set();
    eachNode(p.statement, (node) => {
      if (node.kind === "is" && node.notApplicable === true) addNames(node.value, names);
      if (Array.isArray(node.rows) && node.rows.some(hasNotApplicableTest)) {
        addNames(node.value, names);
        addNames(node.inputs, names);
      }
    });
    said.set(p.cite, names);
  }
  for (const p of provisions) {
    if (!isRule(p)) continue;
    const fields: readonly FieldSymbol[] = [
      ...(lowering.appliesTo.get(p) ?? []).flatMap((k) => k.fields),
      ...records.flatMap((r) => r.fields),
    ];
    const names = new Set(fields.flatMap((f) => (f.applies === undefined ? [] : [f.name])));
    if (names.size === 0) continue;
    const elsewhere = new Set(
      (lowering.appliesTo.get(p) ?? []).flatMap((k) =>
        k.fields.flatMap((f) => (isTreated(lowering, k, f) ? [f.name] : [])),
      ),
    );
    eachNode(p.statement, (node) => {
      const { span, segments } = node as unknown as ast.PathExpression;
      const targets = (node.targets ?? []) as readonly ast.Target[];
      const looked = [
        ...(node.kind === "path" ? segments.map(({ text }) => ({ text, span })) : []),
        ...targets.flatMap((t) => t.path),
      ];
      for (const { text: name, span: at } of looked) {
        if (!names.has(name) || said.get(p.cite)!.has(name) || elsewhere.has(name)) continue;
        unsaid.add(name);
        lowering.report("BF3150", { name }, { span: at });
      }
    });
  }
  return unsaid;
}

const isRule = ({ statement: { kind } }: Provision): boolean =>
  kind !== "subject" && kind !== "record" && kind !== "parameter" && kind !== "procedure" && kind !== "draw";

const hasNotApplicableTest = (row: unknown): boolean => {
  const { test, tests } = row as { test?: { kind?: string }; tests?: readonly { kind?: string }[] };
  return [test, ...(tests ?? [])].some((t) => t?.kind === "not-applicable");
};

type Node = Readonly<Record<string, unknown>>;

function addNames(from: unknown, into: Set<string>): void {
  eachNode(from, (node) => {
    if (node.kind === "path")
      for (const { text } of (node as unknown as ast.PathExpression).segments) into.add(text);
  });
}

/** Every node of a tree; the depth is that of the tree, which the parser bounds. */
function eachNode(node: unknown, visit: (node: Node) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node) eachNode(item, visit);
    return;
  }
  visit(node as Node);
  for (const value of Object.values(node)) eachNode(value, visit);
}

/** No figure is taken of a field where it may not apply. `unsaid`: already reported. */
export function checkFigures(lowering: Lowering, unsaid: ReadonlySet<string>): void {
  const { kinds, records } = lowering.model;
  if (![...kinds, ...records].some((k) => k.fields.some((f) => f.applies !== undefined))) return;
  for (const draft of lowering.drafts)
    if (draft.state === "done" && draft.body) checkDraft(lowering, draft, unsaid);
}

function checkDraft(lowering: Lowering, root: Draft, unsaid: ReadonlySet<string>): void {
  const { body } = root;
  if (!body) return;
  const kind = lowering.model.kinds[root.kind]!;
  const scope: Scope = { kind, list: null, record: null, hoists: false, cite: root.cite };
  const seen = new Set<string>();
  const visit = (e: ir.Expr, known: ReadonlySet<string>, at: Scope): void => {
    if (ownApplies(lowering, e, at).some((own) => !known.has(JSON.stringify(own)))) {
      const name = nameOf(lowering, e, at);
      if (!unsaid.has(name))
        lowering.report(leavesOf(lowering, e, kind) ? "BF3152" : "BF3150", { name }, { span: root.span });
      return;
    }
    switch (e.op) {
      case "cell": {
        const inner = unnamed(lowering.drafts[e.cell]!);
        const key = `${e.cell}/${[...known].sort().join()}`;
        if (!inner || seen.has(key)) return;
        seen.add(key);
        visit(inner, known, at);
        return;
      }
      case "past":
      case "run":
      case "via":
        return;
      case "and":
      case "or": {
        const more = new Set([...known, ...e.args.flatMap((a) => certain(lowering, a, e.op === "and"))]);
        for (const a of e.args) visit(a, more, at);
        return;
      }
      case "if":
        visit(e.condition, known, at);
        visit(e.then, new Set([...known, ...certain(lowering, e.condition, true)]), at);
        visit(e.otherwise, new Set([...known, ...certain(lowering, e.condition, false)]), at);
        return;
      case "aggregate": {
        const field = at.kind.fields[e.list]!;
        const of = field.type?.kind === "list" ? lowering.model.records[field.type.record]! : null;
        const inner: Scope = { ...at, list: field, record: of };
        if (e.where) visit(e.where, known, inner);
        const more = e.where ? certain(lowering, e.where, true) : [];
        if (e.value) visit(e.value, new Set([...known, ...more]), inner);
        return;
      }
      case "linked": {
        const cells = lowering.drafts;
        const of = cells[e.value ?? e.where ?? -1];
        if (!of) return;
        const there = subjectScope(lowering.model.kinds[of.kind]!, at.cite);
        const where = e.where === null ? null : refer(cells[e.where]!);
        if (e.value !== null)
          visit(refer(cells[e.value]!), new Set(where ? certain(lowering, where, true) : []), there);
        return;
      }
      case "divide": {
        const more = e.zero?.kind === "inapplicable" && e.right.op === "if" ? e.right.condition : null;
        visit(e.left, more ? new Set([...known, ...certain(lowering, more, true)]) : known, at);
        visit(e.right, known, at);
        return;
      }
      case "number":
      case "truth":
      case "member":
      case "text":
      case "date":
      case "field":
      case "parameter":
      case "context":
      case "negate":
      case "add":
      case "multiply":
      case "min":
      case "max":
      case "round":
      case "compare":
      case "one-of":
      case "not":
      case "at-least":
      case "bands":
      case "run-length":
      case "over-years":
      case "days-between":
      case "full-years":
      case "later":
        for (const child of childrenOf(e)) visit(child, known, at);
    }
  };
  const none = new Set<string>();
  if (body.kind === "expression") {
    // Unnamed cells are looked at where they are used, with what is known there.
    if (root.name !== null || root.type.kind === "truth") visit(body.expr, none, scope);
    return;
  }
  const used =
    body.kind === "grade"
      ? body.bases.map((b) => b.value)
      : body.kind === "placement"
        ? [body.score, ...body.groups, ...(body.tieBreak ? [body.tieBreak.cell] : [])]
        : [...(body.operand === null ? [] : [body.operand]), ...body.groups];
  for (const id of used) {
    const cell = lowering.drafts[id]!;
    visit({ op: "cell", type: cell.type, of: "subject", cell: id }, none, scope);
  }
}

/** What is known to apply where a condition holds (or does not hold). */
function certain(lowering: Lowering, condition: ir.Expr, holds: boolean): string[] {
  if (condition.op === "cell") {
    const inner = unnamed(lowering.drafts[condition.cell]!);
    return inner ? certain(lowering, inner, holds) : [];
  }
  if (condition.op === "not") return certain(lowering, condition.arg, !holds);
  if (condition.op === (holds ? "and" : "or"))
    return condition.args.flatMap((a) => certain(lowering, a, holds));
  return holds && (condition.op === "field" || condition.op === "via") ? [JSON.stringify(condition)] : [];
}

function nameOf(lowering: Lowering, e: ir.Expr, scope: Scope): string {
  if (e.op === "field")
    return (e.of === "record" ? scope.record?.fields : scope.kind.fields)?.[e.field]?.name ?? "";
  if (e.op === "aggregate") return scope.kind.fields[e.list]?.name ?? "";
  if (e.op === "linked") return scope.kind.fields[e.over.field]?.name ?? "";
  if (e.op !== "via") return "";
  const link = scope.kind.fields[e.link];
  if (link?.applies !== undefined) return link.name;
  const kind = link?.type?.kind === "link" ? lowering.model.kinds[link.type.subject] : undefined;
  const inner = kind ? nameOf(lowering, e.target, { ...scope, kind }) : "";
  return `${link?.name ?? ""}.${inner}`;
}
