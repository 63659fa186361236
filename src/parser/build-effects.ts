import { type Problem, problem } from "../diagnostics/problem.ts";
import { join, type Span } from "../source/span.ts";
import type {
  ActionUse,
  Citation,
  Condition,
  ConsequenceEffect,
  Effect,
  Expression,
  GradeEffect,
  Modality,
  Name,
  NumberLiteral,
  ScoreEffect,
  ShiftEffect,
  Target,
} from "./ast.ts";
import { compared, isFunction, name, type Tail } from "./build-expressions.ts";
import { citationPath, numberingNamed } from "./labels.ts";
import type { Token } from "./tokens.ts";

/** What the effect grammar makes of what it has read, and `gather`, which puts its parts together. */

export type Part =
  | { readonly kind: "effect"; readonly effect: Effect; readonly span: Span }
  | {
      readonly kind: "at-most";
      readonly verb: "deduct" | "add";
      readonly value: Expression;
      readonly span: Span;
    }
  | { readonly kind: "except"; readonly condition: Condition; readonly span: Span }
  | { readonly kind: "partial"; readonly partial: "ignored" | "pro-rata"; readonly span: Span }
  | { readonly kind: "repeat"; readonly repeat: "each" | "once"; readonly span: Span }
  | { readonly kind: "combine"; readonly combine: "cumulate" | "heaviest"; readonly span: Span };

export interface Verdict {
  readonly verb: GradeEffect["verb"];
  readonly grades: readonly Name[];
}

export interface Shift {
  readonly verb: ShiftEffect["verb"];
  readonly steps: Expression;
  readonly limit?: Name;
}

export interface Points {
  readonly verb: ScoreEffect["verb"];
  readonly amount?: Expression;
  readonly to?: Expression;
}

export type ActionName = ActionUse["choice"][number];

export type NamedTail =
  | { readonly kind: "verdict"; readonly verdict: Verdict; readonly veto: boolean }
  | { readonly kind: "shift"; readonly shift: Shift }
  | { readonly kind: "points"; readonly points: Points }
  | { readonly kind: "direct"; readonly grade: Name }
  | { readonly kind: "last" }
  | {
      readonly kind: "shall";
      readonly polarity: "duty" | "prohibition";
      readonly tail: Tail;
      readonly span: Span;
    }
  | { readonly kind: "measures"; readonly more: readonly ActionUse[] };

export function plain(span: Span): { span: Span; targets: readonly Target[]; modality: Modality } {
  return { span, targets: [], modality: "must" };
}

export function effect(made: Effect): Part {
  return { kind: "effect", effect: made, span: made.span };
}

export function modality(word: Token | undefined): Modality {
  return word === undefined || word.kind === "Shall" ? "must" : (word.meaning as Modality);
}

export function verdictVerb(word: Token): GradeEffect["verb"] {
  return word.meaning as GradeEffect["verb"];
}

export function shiftVerb(word: Token): ShiftEffect["verb"] {
  return word.meaning as ShiftEffect["verb"];
}

export function atMostVerb(word: Token): "deduct" | "add" {
  return word.meaning as "deduct" | "add";
}

export function polarity(word: Token): "duty" | "prohibition" {
  return word.meaning as "duty" | "prohibition";
}

const HELD: ReadonlyMap<string, NonNullable<Target["holder"]>["when"]> = new Map([
  ["事发时", "at-event"],
  ["期末", "at-end"],
  ["任一时", "any"],
] as const);

/** 本人 and 本单位 are the subject itself: an empty path. */
export function target(path: readonly Name[], span: Span, holder?: Target["holder"]): Target {
  // 事发时的 第一书记: with 的 the word stands like a name in front of the post.
  const when = path.length > 1 && !holder ? HELD.get(path[0]!.text) : undefined;
  if (when) return { span, path: path.slice(1), holder: { span: path[0]!.span, when } };
  const self = path.length === 1 && (path[0]!.text === "本人" || path[0]!.text === "本单位");
  return { span, path: self ? [] : path, ...(holder && { holder }) };
}

/** Who held a post: when, and the day of the event where it is said. */
export function holderOf(word: Token, at: Expression | undefined, span: Span): NonNullable<Target["holder"]> {
  return { span, when: word.meaning as "at-event" | "at-end" | "any", ...(at && { at }) };
}

export function citation(token: Token): Citation {
  const { of, rest } = numberingNamed(token.text);
  return {
    ...{ kind: "citation", span: token.span, text: token.text, path: citationPath(rest) },
    ...(of !== undefined && { of }),
  };
}

/** Aims an effect, and says how binding it is. */
export function aimed(targets: readonly Target[], how: Modality, part: Part, span: Span): Part {
  if (part.kind !== "effect") return part;
  if (part.effect.kind !== "consequence") return effect({ ...part.effect, targets, modality: how, span });
  // 可以 A、B: the modality holds for every measure that has none of its own.
  const actions = part.effect.actions.map((a) => (a.modality === "must" ? { ...a, modality: how } : a));
  return effect({ ...part.effect, actions, targets, modality: how, span });
}

export function byAgent(by: readonly Name[], part: Part, span: Span, found: Problem[]): Part {
  if (part.kind === "effect" && part.effect.kind === "consequence")
    return effect({ ...part.effect, by, span });
  found.push(problem("BF1054", { agent: by[0]!.text }, { span: by[0]!.span }));
  return part;
}

export function grade(verdict: Verdict, veto: boolean, scale: Name | undefined, span: Span): Part {
  return effect({ kind: "grade-effect", ...plain(span), ...verdict, veto, ...(scale && { scale }) });
}

export function shifted(shift: Shift, scale: Name | undefined, span: Span): Part {
  return effect({ kind: "shift-effect", ...plain(span), ...shift, ...(scale && { scale }) });
}

export function direct(to: Name, scale: Name | undefined, span: Span): Part {
  return effect({ kind: "direct-grade", ...plain(span), grade: to, ...(scale && { scale }) });
}

export function exemption(word: Token, citations: readonly Citation[], span: Span): Part {
  return effect({
    kind: "exemption",
    ...plain(span),
    verb: word.meaning as "exempt" | "mitigate",
    citations,
  });
}

export function points(word: Token, amount: Expression | undefined, to: Expression | undefined): Points {
  const verb = pointsVerb(word);
  return { verb, ...(amount && { amount }), ...(to && { to }) };
}

function pointsVerb(word: Token): ScoreEffect["verb"] {
  if (word.kind === "IndicatorCounts") return "indicator-counts";
  if (word.kind === "CountsFull") return "full-marks";
  if (word.kind === "DropRescale") return "drop-and-rescale";
  return word.meaning as ScoreEffect["verb"];
}

export function score(given: Points, of: Name | undefined, span: Span): Part {
  return effect({ kind: "score-effect", ...plain(span), ...given, ...(of && { score: of }) });
}

export function consequence(actions: readonly ActionUse[], span: Span): Part {
  return effect({ kind: "consequence", ...plain(span), actions });
}

export function lasting(actions: readonly ActionUse[], length: NumberLiteral): ActionUse[] {
  return actions.map((a) => ({
    ...a,
    choice: a.choice.map((c) => (c.argument ? c : { ...c, argument: length })),
  }));
}

export function actionName(token: Token, argument: Expression | undefined): ActionName {
  return { name: name(token), ...(argument && { argument }) };
}

/** A measure written like a call: `不得评优评先(1年)`. */
export function actionOf(expression: Expression): ActionUse | undefined {
  if (expression.kind === "path" && expression.segments.length === 1)
    return { span: expression.span, modality: "must", choice: [{ name: expression.segments[0]! }] };
  if (expression.kind !== "call" || isFunction(expression.callee.text) || expression.arguments.length > 1)
    return undefined;
  const only = expression.arguments[0];
  if (only !== undefined && only.kind !== "value") return undefined;
  return {
    ...{ span: expression.span, modality: "must" },
    choice: [{ name: expression.callee, ...(only && { argument: only.value }) }],
  };
}

/**
 * `应当 资金物资 5万元以上` is a duty; `应当 通报批评、召回` and `应当 扣减(3分)` are consequences. A bare name may be either:
 * it stays a duty, and the checker, who knows the declared measures, decides.
 */
export function duty(shall: Token, condition: Condition, more: readonly ActionUse[], span: Span): Part {
  const action = condition.kind === "call" || more.length > 0 ? actionOf(condition) : undefined;
  if (action && polarity(shall) === "duty") return consequence([action, ...more], span);
  return effect({ kind: "requirement-effect", ...plain(span), polarity: polarity(shall), condition });
}

/** An effect that begins with a name: what follows tells whose name it is. */
export function named(subject: Expression, tail: NamedTail | undefined, span: Span, found: Problem[]): Part {
  if (tail?.kind === "shall") {
    const condition = compared(subject, tail.tail, join(subject.span, tail.span), found);
    return effect({ kind: "requirement-effect", ...plain(span), polarity: tail.polarity, condition });
  }
  if (tail === undefined || tail.kind === "measures") {
    const action = actionOf(subject);
    if (!action) return wrongName(subject, found, span);
    return consequence([action, ...(tail?.more ?? [])], span);
  }
  const only = subject.kind === "path" && subject.segments.length === 1 ? subject.segments[0]! : undefined;
  if (!only) return wrongName(subject, found, span);
  if (tail.kind === "direct") return direct(tail.grade, only, span);
  if (tail.kind === "last") return effect({ kind: "rank-last", ...plain(span), scale: only });
  if (tail.kind === "verdict") return grade(tail.verdict, tail.veto, only, span);
  return tail.kind === "shift" ? shifted(tail.shift, only, span) : score(tail.points, only, span);
}

function wrongName(subject: Expression, found: Problem[], span: Span): Part {
  found.push(problem("BF1055", {}, { span: subject.span }));
  return consequence([], span);
}

export function modifier(word: Token): Part {
  const { span } = word;
  if (word.kind === "ProRata") return { kind: "partial", partial: "pro-rata", span };
  if (word.kind === "PartialIgnored") return { kind: "partial", partial: "ignored", span };
  if (word.kind === "Repeat") return { kind: "repeat", repeat: word.meaning as "each" | "once", span };
  return { kind: "combine", combine: word.meaning as "cumulate" | "heaviest", span };
}

export interface Gathered {
  readonly effects: readonly Effect[];
  readonly except?: Condition;
  readonly partial?: "ignored" | "pro-rata";
}

/** Puts the parts of an effect list together; a part that completes nothing is reported. */
export function gather(parts: readonly Part[], before: readonly Effect[], found: Problem[]): Gathered {
  const effects = [...before];
  let except: Condition | undefined;
  let partial: "ignored" | "pro-rata" | undefined;
  for (const part of parts) {
    switch (part.kind) {
      case "effect":
        effects.push(part.effect);
        break;
      case "except":
        except = part.condition;
        break;
      case "partial":
        partial = part.partial;
        break;
      case "at-most":
        completeLast(effects, part, found, (e) =>
          e.kind === "score-effect" && e.verb === part.verb ? { ...e, atMost: part.value } : undefined,
        );
        break;
      case "repeat":
        completeLast(effects, part, found, (e) => onConsequence(e, { repeat: part.repeat }));
        break;
      case "combine":
        completeLast(effects, part, found, (e) => onConsequence(e, { combine: part.combine }));
        break;
    }
  }
  return { effects, ...(except && { except }), ...(partial && { partial }) };
}

function onConsequence(e: Effect, more: Partial<ConsequenceEffect>): Effect | undefined {
  return e.kind === "consequence" ? { ...e, ...more } : undefined;
}

function completeLast(
  effects: Effect[],
  part: Part,
  found: Problem[],
  complete: (last: Effect) => Effect | undefined,
): void {
  const last = effects[effects.length - 1];
  const completed = last && complete(last);
  if (completed) effects[effects.length - 1] = { ...completed, span: join(completed.span, part.span) };
  else found.push(problem("BF1046", {}, { span: part.span }));
}
