import { problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { multiply, parseRational } from "../../runtime/rational.ts";
import type * as ir from "../ir/ir.ts";
import { unitOf } from "../vocabulary/units.ts";
import { typeOfNode } from "./field-types.ts";
import { pathOf, scoredItems } from "./indicator-items.ts";
import {
  citationText,
  type FieldSymbol,
  type KindSymbol,
  type Model,
  type PathStep,
  type Provision,
  type RecordSymbol,
} from "./model.ts";
import { recordKind } from "./record-kinds.ts";

/**
 * Decisions that a measure leaves to the authority: `可以` on a grade or a score, `择一` of grades, points
 * within a range. Each becomes a field of its own, named after the clause that leaves it open
 * (`决定·第七条(二)`), so that it is asked for, given and checked like any other fact; until it is given,
 * both outcomes stay possible.
 */
interface Decision {
  readonly effect: ast.Effect;
  readonly provision: Provision;
  readonly field: ast.Field;
}

const PREFIX = "决定·";
/** The option of a discretionary choice that takes none of the grades. */
export const NONE_CHOSEN = "不采用";

export const isDecision = (field: ast.Field): boolean => field.name.text.startsWith(PREFIX);

/**
 * Gives every kind of subject a field for each decision about it. It comes after the rules were assigned to
 * kinds, so that nobody is asked for a decision that does not concern him.
 */
export function withDecisions(
  model: Model,
  appliesTo: ReadonlyMap<Provision, readonly KindSymbol[]>,
): { model: Model; appliesTo: ReadonlyMap<Provision, readonly KindSymbol[]> } {
  const decisions = decisionsOf(model);
  if (decisions.length === 0) return { model, appliesTo };
  const enumerations = [...model.enumerations];
  const names = {
    kinds: new Map<string, number>(),
    records: new Map<string, number>(),
    enumerate: (e: Model["enumerations"][number]) => enumerations.push(e) - 1,
  };
  const typed = decisions.map((d) => ({
    ...d,
    type:
      openRange(d.effect, model) ??
      typeOfNode(d.field.type, names, { name: d.field.name.text, kind: "subject" }, model.problems),
  }));
  const withFields = <K extends KindSymbol | RecordSymbol>(of: K, about: readonly KindSymbol[]): K => {
    const fields: FieldSymbol[] = [...of.fields];
    for (const { provision, field, type } of typed)
      if (appliesTo.get(provision)?.some((k) => about.includes(k)))
        fields.push({ name: field.name.text, index: fields.length, node: field, type });
    return { ...of, fields, fieldByName: new Map(fields.map((f) => [f.name, f])) };
  };
  // What is decided for a record is a column of it.
  const records = model.records.map((r) =>
    withFields(
      r,
      model.kinds.filter((k) => k.of?.record === r.index),
    ),
  );
  const kinds: KindSymbol[] = [];
  for (const kind of model.kinds) {
    const owner = kind.of && kinds[kind.of.subject]!;
    kinds.push(
      kind.of && owner
        ? recordKind(kind.index, owner, owner.fields[kind.of.list]!, records[kind.of.record]!)
        : withFields(kind, [kind]),
    );
  }
  return {
    model: {
      ...model,
      kinds,
      kindByName: new Map(kinds.filter((k) => !k.of).map((k) => [k.name, k])),
      records,
      enumerations,
      decisions: new Map(decisions.map((d) => [d.effect, d.field.name.text])),
    },
    appliesTo: new Map([...appliesTo].map(([p, list]) => [p, list.map((k) => kinds[k.index]!)])),
  };
}

/** The decisions of a measure, in document order. */
function decisionsOf(model: Model): Decision[] {
  const open = model.provisions.flatMap((provision) =>
    placedEffects(provision).flatMap(({ effect, path }) => {
      const type = decisionType(effect, model.externalScales);
      return type ? [{ effect, provision, type, base: baseName(path) }] : [];
    }),
  );
  // One decision of a clause is named after it; several also say what each is about.
  const taken = new Set([...model.kinds, ...model.records].flatMap((k) => k.fields.map((f) => f.name)));
  return open.map(({ effect, provision, type, base }) => {
    const alone = open.filter((o) => o.base === base).length === 1;
    const wanted = alone ? base : `${base}·${about(effect)}`;
    let text = wanted;
    for (let n = 2; taken.has(text); n++) text = `${wanted}·${n}`;
    taken.add(text);
    const { span } = effect;
    const field: ast.Field = {
      kind: "field",
      span,
      name: { kind: "name", span, text },
      type,
      attributes: [{ kind: "optional", span }],
    };
    return { effect, provision, field };
  });
}

const baseName = (path: readonly PathStep[]): string => PREFIX + citationText(path).normalize("NFKC");

/** What a decision is about, in a word or two that do not depend on where it stands. */
function about(effect: ast.Effect): string {
  switch (effect.kind) {
    case "grade-effect": {
      const verb = { set: "评为", ceiling: "最高评为", floor: "最低评为", forbid: "不得评为" }[effect.verb];
      return verb + effect.grades.map((g) => g.text).join("或");
    }
    case "shift-effect":
      return { raise: "提高等次", lower: "降低等次", "lower-after": "再降低等次" }[effect.verb];
    case "score-effect":
      return {
        add: "加分",
        deduct: "扣分",
        earn: "得分",
        count: "计分",
        ceiling: "最高计分",
        floor: "最低计分",
        "indicator-counts": "该指标计分",
        "full-marks": "计满分",
        "drop-and-rescale": "剔除后折算",
      }[effect.verb];
    case "not-assessed":
      return "不予评定";
    case "exemption":
      return "免除";
    case "rank-last":
      return "列为最后一名";
    case "direct-grade":
      return `直接评为${effect.grade.text}`;
    case "consequence":
    case "requirement-effect":
      return "";
  }
}

/** The type of the fact that decides an effect; null when nothing about it is left to decide. */
function decisionType(effect: ast.Effect, external: ReadonlyMap<string, unknown>): ast.TypeNode | null {
  const { span } = effect;
  const name = (text: string): ast.Name => ({ kind: "name", span, text });
  const may = effect.modality === "may" || effect.modality === "discretionary";
  const yesOrNo: ast.TypeNode | null = may ? { kind: "named-type", span, name: name("是否") } : null;
  switch (effect.kind) {
    case "grade-effect":
      if (effect.scale && external.has(effect.scale.text)) return null;
      if (effect.grades.length < 2) return yesOrNo;
      return {
        kind: "options-type",
        span,
        options: [...effect.grades, ...(may ? [name(NONE_CHOSEN)] : [])],
      };
    case "shift-effect":
      return effect.scale && external.has(effect.scale.text) ? null : yesOrNo;
    case "score-effect": {
      const { amount, to } = effect;
      // On somebody else's score it is recorded as a consequence that may be.
      if (!to) return effect.targets.some((t) => t.path.length > 0) ? null : yesOrNo;
      if (amount?.kind !== "number" || to.kind !== "number")
        return { kind: "named-type", span, name: name("分") }; // its type follows from the open values
      const unit = amount.unit ?? to.unit;
      return { kind: "range-type", span, low: unit === undefined ? amount : { ...amount, unit }, high: to };
    }
    case "exemption":
      // 优先 免除 obliges nobody to exempt either.
      if (effect.verb !== "exempt" || effect.modality === "must") return null;
      return { kind: "named-type", span, name: name("是否") };
    case "not-assessed":
    case "rank-last":
    case "direct-grade":
      return yesOrNo;
    case "consequence":
    case "requirement-effect":
      return null;
  }
}

/** The type of points decided between open values: as wide as both can make it. */
function openRange(effect: ast.Effect, model: Model): ir.NumberType | null {
  if (effect.kind !== "score-effect" || !effect.to || !effect.amount) return null;
  const ends = [effect.amount, effect.to];
  const open = ends.map((e) => typeOfParameter(e, model));
  const like = open.find((t) => t !== null);
  if (!like) {
    if (ends.some((e) => e.kind !== "number"))
      model.problems.push(problem("BF2191", {}, { span: effect.span }));
    return null;
  }
  const [low, high] = ends.map((e, i): ir.NumberType | null => {
    if (e.kind !== "number") return open[i]!;
    const value = multiply(parseRational(e.text)!, e.unit ? unitOf(e.unit).factor : like.display.factor);
    return { ...like, low: value, high: value };
  });
  return { ...like, low: low?.low ?? null, high: high?.high ?? null };
}

function typeOfParameter(e: ast.Expression, model: Model): ir.NumberType | null {
  if (e.kind !== "path" || e.segments.length !== 1) return null;
  const type = model.parameterByName.get(e.segments[0]!.text)?.type;
  return type?.kind === "number" ? type : null;
}

interface PlacedEffect {
  readonly effect: ast.Effect;
  readonly path: readonly PathStep[];
}

/** The effects of a provision with the labels they stand under. */
function placedEffects(provision: Provision): PlacedEffect[] {
  const { statement: s, path } = provision;
  const at = (effects: readonly ast.Effect[], where: readonly PathStep[]): PlacedEffect[] =>
    effects.map((effect) => ({ effect, path: where }));
  if (s.kind === "conditional" || s.kind === "per-occurrence") return at(s.effects, path);
  if (
    s.kind === "ladder" ||
    s.kind === "staged-ladder" ||
    s.kind === "band-choice" ||
    s.kind === "rank-choice" ||
    s.kind === "case-choice"
  )
    return s.rows.flatMap((r) =>
      r.result.kind === "effects"
        ? at(r.result.effects, r.label ? [...path, { label: r.label, title: null }] : path)
        : [],
    );
  if (s.kind === "decision-table")
    return s.rows.flatMap((r) => (r.result.kind === "effects" ? at(r.result.effects, path) : []));
  if (s.kind !== "indicator") return [];
  return scoredItems(s).flatMap((item) =>
    item.statement.kind === "conditional" || item.statement.kind === "per-occurrence"
      ? at(item.statement.effects, pathOf(path, item))
      : [],
  );
}
