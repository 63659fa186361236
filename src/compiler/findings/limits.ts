import { labelled, unsaid, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { add, type Rational, ZERO } from "../../runtime/rational.ts";
import { addedTo, generalRule } from "../analyze/closings.ts";
import { shownAs } from "../analyze/example-figures.ts";
import type { FieldSymbol, Model } from "../analyze/model.ts";
import { givenBy, gradeEffects, gradesOf, quoted, rulesOf } from "./rules.ts";
import { fieldNamed } from "./together.ts";

/** FLOOR: steps and sums that nothing stops, or that move on a scale that is not declared. */
export function unsaidLimits(model: Model): Problem[] {
  return [...stepsWithoutEnd(model), ...stepsWithoutScale(model), ...sumsWithoutBounds(model)];
}

/** A grade is moved and no last grade is named. */
function stepsWithoutEnd(model: Model): Problem[] {
  if (model.general.strictest) return [];
  const all = gradeEffects(model);
  return all.flatMap(({ effect, scale, rule }) => {
    if (effect.kind !== "shift-effect" || effect.limit || scale === null) return [];
    const grades = gradesOf(model, scale);
    if (!grades || grades.length === 0) return [];
    const down = effect.verb !== "raise";
    const end = down ? grades[0]! : grades.at(-1)!;
    const fixes = [
      ...addedTo(model, effect.span.end, [`${down ? "最低" : "最高"} {${end}}`]),
      ...generalRule(model, "从严"),
    ];
    const declaration = model.file.body.length > 0 ? scaleSpan(model, scale) : null;
    const settings = all.filter(
      (o) =>
        o.scale === scale &&
        o.effect.kind === "grade-effect" &&
        o.effect.verb === "set" &&
        o.effect.grades[0]!.text === end,
    );
    return [
      problem(
        "BF3208",
        {
          cite: rule.cite,
          end,
          ...worded("ways", down ? "down-to" : "up-to"),
          text: quoted(model, effect.steps.span),
        },
        {
          span: effect.span,
          related: [
            ...(declaration ? [labelled("grades-as-listed", declaration)] : []),
            ...settings.map((o) => labelled("set-directly-here", o.effect.span, { grade: end })),
          ],
          fixes,
        },
      ),
    ];
  });
}

function scaleSpan(model: Model, name: string): ast.Name["span"] | null {
  for (const { statement: s } of model.provisions)
    if (s.kind === "scale" && s.name.text === name) return s.span;
  return null;
}

/** 绩效奖降低一个等次: a step on a scale nobody declared. */
function stepsWithoutScale(model: Model): Problem[] {
  return rulesOf(model).flatMap((rule) => {
    const seen = new Set<string>();
    return givenBy(rule).flatMap((g) => {
      if (
        seen.has(g.name) ||
        !/(?:降低|提高|下调|上调|[升降])[一二两1-3]个?(?:等次|档次|等级|级|档)/.test(g.name)
      )
        return [];
      seen.add(g.name);
      return [problem("BF3209", { action: g.name }, { span: g.span })];
    });
  });
}

/** A total with a part that can be negative or has no end, that nothing bounds. */
function sumsWithoutBounds(model: Model): Problem[] {
  const rules = rulesOf(model);
  const bounded = (score: string) =>
    rules.some((r) =>
      r.effects.some(
        (e) =>
          e.kind === "score-effect" &&
          (e.verb === "ceiling" || e.verb === "floor") &&
          (e.score === undefined || e.score.text === score),
      ),
    );
  return model.provisions.flatMap(({ statement: s }) => {
    if (s.kind !== "definition" || s.value.kind !== "binary" || bounded(s.name.text)) return [];
    const terms = sumOf(s.value);
    if (terms === null || terms.length < 2) return [];
    const fields = terms.flatMap((t) =>
      t.kind === "path" && t.segments.length === 1 ? [fieldNamed(model, t.segments[0]!.text)] : [],
    );
    const loose = fields.filter((f): f is FieldSymbol => f !== undefined && isPoints(f) && goesBeyond(f));
    if (loose.length === 0 || fields.filter((f) => f && isPoints(f)).length < 2) return [];
    const part = loose[0]!;
    return [
      problem(
        "BF3210",
        { score: s.name.text, part: part.name, ...reach(s.value, fields, part) },
        {
          span: s.span,
          related: [labelled("part-may-be-negative", part.node.span)],
        },
      ),
    ];
  });
}

/** How far the sum of all parts goes; with a part of no range, the total of the others and one more. */
function reach(value: ast.BinaryExpression, fields: readonly (FieldSymbol | undefined)[], part: FieldSymbol) {
  const types = fields.map((f) => (f?.type?.kind === "number" ? f.type : null));
  const total = (side: "low" | "high"): Rational | null =>
    types.reduce<Rational | null>((sum, t) => (sum && t?.[side] ? add(sum, t[side]) : null), ZERO);
  const [low, high, type] = [total("low"), total("high"), types[0]];
  if (!isPlainSum(value) || !type) return unsaid("case");
  if (!low || !high) {
    const others = fields.map((f) => (f === part ? ZERO : f?.type?.kind === "number" ? f.type.high : null));
    const full = others.reduce<Rational | null>((sum, h) => (sum && h ? add(sum, h) : null), ZERO);
    if (!full) return unsaid("case");
    return worded("case", "one-more-than-full", {
      part: part.name,
      sum: shownAs(add(full, type.display.factor), type),
      one: shownAs(type.display.factor, type),
    });
  }
  return worded("case", "from-to", { low: shownAs(low, type), high: shownAs(high, type) });
}

const isPlainSum = (e: ast.Expression): boolean =>
  e.kind === "path" || (e.kind === "binary" && e.op === "+" && isPlainSum(e.left) && isPlainSum(e.right));

function sumOf(e: ast.Expression): ast.Expression[] | null {
  if (e.kind !== "binary") return [e];
  if (e.op !== "+" && e.op !== "-") return null;
  const [left, right] = [sumOf(e.left), sumOf(e.right)];
  return left && right && [...left, ...right];
}

const isPoints = (f: FieldSymbol): boolean => f.type?.kind === "number" && f.type.dimension === "分";
const goesBeyond = (f: FieldSymbol): boolean =>
  f.type?.kind === "number" && (f.type.low === null || f.type.low.num < 0n || f.type.high === null);
