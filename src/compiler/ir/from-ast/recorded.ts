import type * as ast from "../../../parser/ast.ts";
import type { KindSymbol, ScaleSymbol } from "../../analyze/model.ts";
import type * as ir from "../ir.ts";
import { unknownMember } from "./comparisons.ts";
import { lowerTarget } from "./consequences.ts";
import { reliefOf } from "./exemptions.ts";
import { someoneElse } from "./grade-bounds.ts";
import { isOnScale, type OnScale, scaleOf } from "./grades.ts";
import { type DraftClause, type Lowering, subjectScope } from "./lowering.ts";
import { lowerAmount } from "./scores.ts";

/**
 * Effects that are recorded and change nothing that is computed here: `优先 评为 优秀` says what the authority
 * should prefer, and `对 第一书记,年度考核得分 扣2分` is about a score that is kept elsewhere. Both become
 * consequences, in words.
 */
export function isRecorded(effect: ast.Effect): boolean {
  switch (effect.kind) {
    case "grade-effect":
    case "shift-effect":
    case "not-assessed":
    case "direct-grade":
    case "rank-last":
      return effect.modality === "advisory";
    case "score-effect":
      return effect.modality === "advisory" || effect.targets.some((t) => t.path.length > 0);
    case "exemption":
    case "consequence":
    case "requirement-effect":
      return false;
  }
}

export function lowerRecorded(
  lowering: Lowering,
  effect: ast.Effect,
  clause: DraftClause,
  kind: KindSymbol,
  about: ast.Name | undefined,
): void {
  const scale = isOnScale(effect) ? gradedScale(lowering, effect, kind, about) : undefined;
  if (scale === null) return;
  const words = wordsOf(lowering, effect);
  const argument = effect.kind === "score-effect" ? pointsOf(lowering, effect, clause, kind) : null;
  if (!words || argument === "failed") return;
  const of = scale?.name ?? nameOf(effect);
  const action = lowering.action({
    name: of === undefined ? words.text : `${of} ${words.text}`,
    category: of ?? words.category,
    polarity: words.better ? "positive" : "negative",
    argument: argument && words.category,
    absorbedBy: [],
  });
  const targets: readonly ast.Target[] =
    effect.targets.length > 0 ? effect.targets : [{ span: effect.span, path: [] }];
  for (const target of targets) {
    const at = lowerTarget(lowering, target, kind, clause);
    if (!at) continue;
    if (at.kind === "subject") {
      // A subject of this measure: its score is computed, and would not know of this.
      lowering.report("BF2189", { text: lowering.text(effect.span), whose: at.text }, { span: effect.span });
      continue;
    }
    lowering.consequences.push({
      clause: clause.id,
      cite: clause.cite,
      target: at,
      actions: [{ action, argument }],
      modality: effect.modality,
      by: [],
      // Points of several clauses add up, as they do on a score that is computed.
      combine: argument && words.sums ? "cumulate" : null,
      ...reliefOf(lowering, clause, kind),
      span: effect.span,
    });
  }
}

/** The scale that the advice is about, with the grades it names; null after a mistake was reported. */
function gradedScale(
  lowering: Lowering,
  effect: OnScale,
  kind: KindSymbol,
  about: ast.Name | undefined,
): ScaleSymbol | null {
  if (effect.targets.some((t) => t.path.length > 0)) return someoneElse(lowering, effect);
  const scale = scaleOf(lowering, effect, kind, about);
  if (!scale) return null;
  const enumeration = lowering.model.enumerations[scale.enumeration]!;
  const grades =
    effect.kind === "grade-effect" ? effect.grades : effect.kind === "direct-grade" ? [effect.grade] : [];
  const wrong = grades.find((g) => !enumeration.members.includes(g.text));
  return wrong ? unknownMember(lowering, enumeration, wrong.text, scale.name, wrong.span) : scale;
}

function nameOf(effect: ast.Effect): string | undefined {
  if (effect.kind === "score-effect") return effect.score?.text;
  return "scale" in effect ? effect.scale?.text : undefined;
}

function pointsOf(
  lowering: Lowering,
  effect: ast.ScoreEffect,
  clause: DraftClause,
  kind: KindSymbol,
): ir.Argument | null | "failed" {
  if (!effect.amount) return null;
  const expr = lowerAmount(lowering, effect, subjectScope(kind, clause.cite), null);
  return expr ? { kind: "value", expr } : "failed";
}

interface Words {
  readonly text: string;
  readonly category: string;
  readonly better: boolean;
  /** Points that add up. */
  readonly sums?: boolean;
}

/** What the effect does, in the language of the measure. */
function wordsOf(lowering: Lowering, effect: ast.Effect): Words | null {
  const zh = lowering.model.file.language === "zh";
  const grade = zh ? "等次" : "grade";
  const points = zh ? "分数" : "points";
  const rank = zh ? "名次" : "rank";
  switch (effect.kind) {
    case "grade-effect": {
      const verb = (zh ? GRADED.zh : GRADED.en)[effect.verb];
      const text = `${verb} ${effect.grades.map((g) => g.text).join(zh ? "或" : " or ")}`;
      return { text, category: grade, better: effect.verb === "set" || effect.verb === "floor" };
    }
    case "direct-grade":
      return {
        text: `${zh ? "直接评为" : "directly graded"} ${effect.grade.text}`,
        category: grade,
        better: true,
      };
    case "shift-effect": {
      const verb = (zh ? SHIFTED.zh : SHIFTED.en)[effect.verb];
      const steps = lowering.text(effect.steps.span);
      return {
        text: zh ? verb + steps : `${verb} ${steps}`,
        category: grade,
        better: effect.verb === "raise",
      };
    }
    case "not-assessed":
      return { text: zh ? "不予评定" : "not assessed", category: grade, better: false };
    case "rank-last":
      return { text: zh ? "列为最后一名" : "ranked last", category: rank, better: false };
    case "score-effect": {
      const { verb } = effect;
      const better = verb === "add" || verb === "earn" || verb === "floor" || verb === "full-marks";
      return {
        text: (zh ? SCORED.zh : SCORED.en)[verb],
        category: points,
        better,
        sums: verb === "add" || verb === "deduct",
      };
    }
    case "consequence":
    case "requirement-effect":
    case "exemption":
      return null;
  }
}

const GRADED: Readonly<Record<"zh" | "en", Record<ast.GradeEffect["verb"], string>>> = {
  zh: { set: "评为", ceiling: "最高评为", floor: "最低评为", forbid: "不得评为" },
  en: { set: "graded", ceiling: "capped at", floor: "floored at", forbid: "not graded" },
};
const SHIFTED: Readonly<Record<"zh" | "en", Record<ast.ShiftEffect["verb"], string>>> = {
  zh: { raise: "提高", lower: "降低", "lower-after": "再降低" },
  en: { raise: "raised by", lower: "lowered by", "lower-after": "then lowered by" },
};
const SCORED: Readonly<Record<"zh" | "en", Record<ast.ScoreEffect["verb"], string>>> = {
  zh: {
    ...{ add: "加分", deduct: "扣分", earn: "得分", count: "计分", ceiling: "最高计分", floor: "最低计分" },
    ...{ "indicator-counts": "该指标计分", "full-marks": "计满分", "drop-and-rescale": "剔除后折算" },
  },
  en: {
    ...{ add: "points added", deduct: "points deducted", earn: "points scored", count: "points counted" },
    ...{ ceiling: "points at most", floor: "points at least", "indicator-counts": "indicator counts" },
    ...{ "full-marks": "full marks", "drop-and-rescale": "drop and rescale" },
  },
};
