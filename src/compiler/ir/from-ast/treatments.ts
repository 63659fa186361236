import type * as ast from "../../../parser/ast.ts";
import { walk } from "../../../parser/children.ts";
import type { FieldSymbol, KindSymbol } from "../../analyze/model.ts";
import { hullType } from "../../analyze/ranges.ts";
import type * as ir from "../ir.ts";
import { clauseOf, type EffectSource } from "./clauses.ts";
import { takesPlace } from "./decided.ts";
import { type Lowering, refer, type Scope, subjectScope, TRUTH } from "./lowering.ts";
import { constant, type NumberExpr, onlyWhere } from "./numbers.ts";
import { lowerPoints } from "./scores.ts";

/**
 * What a clause outside an indicator says of a figure that may not apply (`测评 不适用 的,…`), wherever the
 * figure is used: `测评 计满分`, `测评 计 60分` give it a value; `剔除后折算` takes it out of the weighted sum it is
 * part of; with `不予评定` nothing is known of what is computed from it.
 */
interface Treatment {
  readonly source: EffectSource;
  readonly effect: ast.ScoreEffect | ast.NotAssessedEffect;
}

/** The figure that an effect of a clause treats; null: it is about something else. */
export function treatedField(lowering: Lowering, effect: ast.Effect, kind: KindSymbol): FieldSymbol | null {
  if (effect.kind !== "score-effect" && effect.kind !== "not-assessed") return null;
  const named = effect.kind === "score-effect" ? effect.score?.text : undefined;
  if (named !== undefined) return mayNotApply(kind, named) ?? scoredByPeople(lowering, kind, named);
  if (effect.kind === "score-effect" && effect.verb !== "drop-and-rescale") return null;
  for (const { statement: s } of lowering.model.provisions) {
    if (s.kind !== "conditional" || !s.effects.includes(effect)) continue;
    const asked = askedAbout(s).flatMap((name) => mayNotApply(kind, name) ?? []);
    return asked.length === 1 ? asked[0]! : null;
  }
  return null;
}

/** The names of which a clause asks whether they apply. */
function askedAbout(s: ast.ConditionalClause): string[] {
  const names = new Set<string>();
  walk(s.condition, (node) => {
    if (node.kind === "is" && node.notApplicable && !node.negated && node.value.kind === "path")
      if (node.value.segments.length === 1) names.add(node.value.segments[0]!.text);
    return undefined;
  });
  return [...names];
}

function mayNotApply(kind: KindSymbol, name: string): FieldSymbol | null {
  const field = kind.fieldByName.get(name);
  return field?.applies !== undefined && field.type?.kind === "number" ? field : null;
}

/** An indicator whose marks people give is a fact, which a clause may take out of the total all the same. */
function scoredByPeople(lowering: Lowering, kind: KindSymbol, name: string): FieldSymbol | null {
  const field = kind.fieldByName.get(name);
  const implied = lowering.model.provisions.some(
    ({ statement: s }) => s.kind === "indicator" && s.name === field?.node.name,
  );
  return field && implied && field.type?.kind === "number" ? field : null;
}

const known = new WeakMap<Lowering, Map<KindSymbol, Map<FieldSymbol, Treatment[]>>>();

function treatmentsOf(lowering: Lowering, kind: KindSymbol, field: FieldSymbol): readonly Treatment[] {
  let kinds = known.get(lowering);
  if (!kinds) {
    kinds = new Map();
    known.set(lowering, kinds);
  }
  let fields = kinds.get(kind);
  if (!fields) {
    fields = allTreatments(lowering, kind);
    kinds.set(kind, fields);
  }
  return fields.get(field) ?? [];
}

/** By field, in the order of the text. */
function allTreatments(lowering: Lowering, kind: KindSymbol): Map<FieldSymbol, Treatment[]> {
  const fields = new Map<FieldSymbol, Treatment[]>();
  for (const provision of lowering.model.provisions) {
    const s = provision.statement;
    if (s.kind !== "conditional" || !lowering.appliesTo.get(provision)?.includes(kind)) continue;
    for (const effect of s.effects) {
      if (effect.kind !== "score-effect" && effect.kind !== "not-assessed") continue;
      const field = treatedField(lowering, effect, kind);
      if (field === null) continue;
      const list = fields.get(field) ?? [];
      list.push({ source: { provision, row: -1, effects: s.effects }, effect });
      fields.set(field, list);
    }
  }
  return fields;
}

/** Whether some clause says what holds where the field does not apply. */
export const isTreated = (lowering: Lowering, kind: KindSymbol, field: FieldSymbol): boolean =>
  mayNotApply(kind, field.name) !== null && treatmentsOf(lowering, kind, field).length > 0;

/** The figure as the clauses treat it; the field itself where none does. Null after a report. */
export function treated(
  lowering: Lowering,
  kind: KindSymbol,
  field: FieldSymbol,
  raw: NumberExpr,
): ir.Expr | null {
  let value: NumberExpr = raw;
  for (const { source, effect } of treatmentsOf(lowering, kind, field)) {
    const clause = clauseOf(lowering, source, kind);
    if (clause === null) return null;
    if (clause === "elsewhere") continue;
    const when = refer(takesPlace(lowering, effect, clause, kind));
    if (effect.kind === "not-assessed") {
      if (value === raw) value = nothingKnown(raw, field, clause.cite);
      continue;
    }
    if (effect.verb === "drop-and-rescale") {
      lowering.leaving.set(`${kind.index}/${field.index}`, when);
      continue;
    }
    const points = substitute(lowering, effect, raw.type, subjectScope(kind, clause.cite));
    if (!points) return null;
    value = {
      op: "if",
      type: hullType(points.type, value.type),
      condition: when,
      then: points,
      otherwise: value,
    };
  }
  return value;
}

function substitute(
  lowering: Lowering,
  effect: ast.ScoreEffect,
  type: ir.NumberType,
  scope: Scope,
): NumberExpr | null {
  if (effect.verb === "full-marks")
    return type.high
      ? constant(type.high, { ...type, low: type.high })
      : lowering.report("BF3118", { name: effect.score?.text ?? "" }, { span: effect.span });
  if (effect.amount && (effect.verb === "count" || effect.verb === "earn"))
    return lowerPoints(lowering, effect.amount, scope, type);
  return lowering.report("BF3160", { name: effect.score?.text ?? "" }, { span: effect.span });
}

/** Dividing by nothing where it does not apply; a test of it is false there (see {@link appliesOf}). */
function nothingKnown(raw: NumberExpr, field: FieldSymbol, cite: number): NumberExpr {
  const truth: ir.Expr = { op: "field", type: TRUTH, of: "subject", field: field.applies! };
  return {
    op: "divide",
    type: { ...raw.type, step: null },
    left: raw,
    right: onlyWhere(truth),
    zero: { kind: "inapplicable", name: field.name, cite },
  };
}

/** When a figure leaves the sum it is part of; null: it does not. */
export const leavesOf = (lowering: Lowering, e: ir.Expr, kind: KindSymbol): ir.Expr | null => {
  if (e.op === "cell") return lowering.rescaled.get(e.cell)?.leaves ?? null;
  return e.op === "field" && e.of === "subject"
    ? (lowering.leaving.get(`${kind.index}/${e.field}`) ?? null)
    : null;
};
