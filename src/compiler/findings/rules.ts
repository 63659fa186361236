import type * as ast from "../../parser/ast.ts";
import type { Span } from "../../source/span.ts";
import type { AnyLadder } from "../analyze/ladder-modes.ts";
import { citationText, type Model, type Provision } from "../analyze/model.ts";
import { perModel } from "./per-model.ts";

/**
 * The rules of a measure as findings look at them: a condition and what it brings about. A rung of a ladder
 * is a rule of its own, so that rungs can be compared like clauses.
 */
export interface Rule {
  readonly provision: Provision;
  /** `第十一条(二)`. */
  readonly cite: string;
  /** The clause or the rung. */
  readonly span: Span;
  /** null: a rung whose condition is a band of the ladder's value. */
  readonly condition: ast.Condition | null;
  /** Labelled conditions that `有下列情形之一` in the condition stands for. */
  readonly items: readonly ast.Section[];
  readonly effects: readonly ast.Effect[];
  /** The rung it is, lowest first, with its ladder; absent for a clause. */
  readonly rung?: { readonly ladder: AnyLadder; readonly index: number; readonly test: ast.BandTest | null };
}

/** Every clause and rung that has effects, in the order of the text. */
export const rulesOf = perModel((model: Model): readonly Rule[] => {
  return model.provisions.flatMap((provision) => rulesIn(provision));
});

function rulesIn(provision: Provision): Rule[] {
  const s = provision.statement;
  const cite = citationText(provision.path);
  if (s.kind === "conditional")
    return [{ provision, cite, span: s.span, condition: s.condition, items: s.items, effects: s.effects }];
  const ladder = ladderIn(s);
  return ladder ? rungsOf(provision, ladder) : [];
}

/** A statement whose rows are rungs with effects. */
export function ladderIn(s: ast.Statement): AnyLadder | null {
  if (s.kind === "ladder" || s.kind === "staged-ladder") return s;
  return s.kind === "band-choice" && s.target === undefined ? s : null;
}

/** The rungs of a ladder, lowest first as written. */
export function rungsOf(provision: Provision, ladder: AnyLadder): Rule[] {
  const rows: readonly (ast.Row<ast.BandTest> | ast.Row<ast.Condition>)[] = ladder.rows;
  return rows.flatMap((row, index): Rule[] => {
    if (row.result.kind !== "effects") return [];
    const path = row.label ? [...provision.path, { label: row.label, title: null }] : provision.path;
    const staged = ladder.kind === "staged-ladder";
    return [
      {
        provision,
        cite: citationText(path),
        span: row.span,
        condition: staged ? (row.test as ast.Condition) : null,
        items: row.items ?? [],
        effects: row.result.effects,
        rung: { ladder, index, test: staged ? null : (row.test as ast.BandTest) },
      },
    ];
  });
}

/** One measure given to one target by a rule. */
export interface Given {
  readonly rule: Rule;
  readonly effect: ast.ConsequenceEffect;
  readonly name: string;
  readonly argument: ast.Expression | undefined;
  readonly span: Span;
  /** `主要领导`; empty for the subject itself. */
  readonly target: string;
  /** It is one of several to choose from. */
  readonly chosen: boolean;
}

/** Every measure a rule gives, once for each of its targets. */
export function givenBy(rule: Rule): Given[] {
  return rule.effects.flatMap((effect) => {
    if (effect.kind !== "consequence") return [];
    return effect.actions.flatMap((use) =>
      use.choice.flatMap((one) =>
        targetNames(effect).map((target) => ({
          ...{ rule, effect, name: one.name.text, argument: one.argument, span: use.span, target },
          chosen: use.choice.length > 1,
        })),
      ),
    );
  });
}

/** The targets of an effect by their names; the subject itself is the empty name. */
export function targetNames(effect: ast.Effect): string[] {
  if (effect.targets.length === 0) return [""];
  return effect.targets.map((t) => t.path.map((n) => n.text).join("."));
}

/** What an effect does to a grade: `up` lifts or favours it, `down` limits or lowers it. */
export interface OnGrade {
  readonly rule: Rule;
  readonly effect: ast.GradeEffect | ast.ShiftEffect;
  /** The scale it is about; null when several could be meant. */
  readonly scale: string | null;
  readonly targets: readonly string[];
}

/** Every effect on a grade, with its scale. */
export const gradeEffects = perModel((model: Model): readonly OnGrade[] =>
  rulesOf(model).flatMap((rule) => gradeEffectsOf(model, rule)),
);

export function gradeEffectsOf(model: Model, rule: Rule): OnGrade[] {
  return rule.effects.flatMap((effect) =>
    effect.kind === "grade-effect" || effect.kind === "shift-effect"
      ? [{ rule, effect, scale: scaleNameOf(model, effect), targets: targetNames(effect) }]
      : [],
  );
}

/** The scale an effect names, or the only one it can mean. */
function scaleNameOf(model: Model, effect: ast.GradeEffect | ast.ShiftEffect): string | null {
  if (effect.scale) return effect.scale.text;
  const named = effect.kind === "grade-effect" ? effect.grades[0]?.text : undefined;
  const fitting = [...model.scales.values()].filter(
    (s) => named === undefined || s.node.grades.some((g) => g.name.text === named),
  );
  return fitting.length === 1 ? fitting[0]!.name : null;
}

/** The grades of a scale, lowest first; null for a scale that is not declared. */
export function gradesOf(model: Model, scale: string): readonly string[] | null {
  const own = model.scales.get(scale);
  if (own) return model.enumerations[own.enumeration]!.members;
  return model.externalScales.get(scale) ?? null;
}

/** The parts of a condition that all have to hold. */
export function conjuncts(e: ast.Condition): readonly ast.Condition[] {
  return e.kind === "logical" && e.op === "and" ? e.operands.flatMap(conjuncts) : [e];
}

/** The parts of a condition of which one has to hold; the items of a list among them. */
export function disjuncts(e: ast.Condition, items: readonly ast.Section[]): readonly ast.Condition[] {
  if (e.kind === "logical" && e.op === "or") return e.operands.flatMap((o) => disjuncts(o, items));
  if (e.kind === "list-condition" && e.mode === "any") return items.flatMap(conditionsOfItem);
  return [e];
}

/** The conditions an item of a list states. */
function conditionsOfItem(item: ast.Section): readonly ast.Condition[] {
  return item.body.flatMap((s) => {
    if (s.kind === "bare-condition")
      return s.items.length > 0 ? s.items.flatMap(conditionsOfItem) : disjuncts(s.condition, []);
    if (s.kind === "scoped") return s.items.flatMap(conditionsOfItem);
    return [];
  });
}

const wordsByText = perModel(() => new Map<string, string>());

/** The text of a node with spaces left out: two conditions that read alike are the same. */
export function wordsOf(model: Model, node: { readonly span: Span }): string {
  const text = model.source.slice(node.span);
  const known = wordsByText(model);
  let words = known.get(text);
  if (words === undefined) {
    words = text.normalize("NFKC").replace(/\s+/g, "");
    known.set(text, words);
  }
  return words;
}

/** The text of a node for a message, on one line and not too long. */
export function quoted(model: Model, span: Span, longest = 40): string {
  const text = model.source.slice(span).replace(/\s+/g, " ").trim();
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Names without repetition, in the order of the text. */
export const listed = (names: readonly string[]): string[] => [...new Set(names)];
