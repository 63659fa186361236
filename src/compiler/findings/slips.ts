import { labelled } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { type Node, walk } from "../../parser/children.ts";
import {
  add,
  compare,
  divide,
  multiply,
  parseRational,
  type Rational,
  rational,
  subtract,
  toText,
} from "../../runtime/rational.ts";
import type { Span } from "../../source/span.ts";
import type { Model } from "../analyze/model.ts";
import { groupBy } from "./reading.ts";

/**
 * A figure that looks like a slip: among the like points of one list it alone is about ten times as large, or as small,
 * as the nearest of the others, as when a zero too many was typed.
 */

/** Figures that must agree before one of them stands out. */
const FEWEST = 4;
const OUTLYING = rational(8n);
/** How far apart the others may be. */
const SPREAD = rational(5n);

interface Figure {
  readonly verb: string;
  readonly unit: string;
  readonly text: string;
  readonly value: Rational;
  readonly span: Span;
}

export function figureSlips(model: Model): Problem[] {
  return model.provisions.flatMap(({ statement: s }) => {
    const parts: readonly Node[] =
      "rows" in s ? (s.rows as readonly Node[]) : "items" in s && s.items ? s.items : [];
    const figures = parts.flatMap(figuresIn);
    return [...groupBy(figures, (f) => `${f.verb} ${f.unit}`).flatMap(oddOne), ...oddRung(s)];
  });
}

/** `1次`, `2次`, `30次以上`: without its zero the figure would be the next step. */
function oddRung(s: ast.Statement): Problem[] {
  if (s.kind !== "ladder" && s.kind !== "band-choice") return [];
  const rungs = s.rows.flatMap(({ test }): Figure[] => {
    const of =
      test.kind === "equals" && test.values.length === 1
        ? test.values[0]!
        : test.kind === "compare"
          ? test.test.value
          : test.kind === "between"
            ? test.range.low?.value
            : undefined;
    const value = of?.kind === "number" ? parseRational(of.text) : undefined;
    if (of?.kind !== "number" || !value) return [];
    const unit = of.unit ?? "";
    return [{ verb: "rung", unit, text: `${of.text}${unit}`, value, span: of.span }];
  });
  const ten = rational(10n);
  return rungs.flatMap((odd, i) => {
    const [first, second] = [rungs[i - 2], rungs[i - 1]];
    if (!first || !second || [first, second].some((f) => f.unit !== odd.unit)) return [];
    const step = subtract(second.value, first.value);
    const likely = add(second.value, step);
    if (step.num <= 0n || compare(multiply(likely, ten), odd.value) !== 0) return [];
    const related = [labelled("neighbour", second.span)];
    const others = [first.text, second.text];
    const words = { figure: odd.text, others, likely: `${toText(likely)}${odd.unit}` };
    return [problem("BF5110", words, { span: odd.span, related })];
  });
}

/** Points written as plain figures in an item or a row. */
function figuresIn(part: Node): Figure[] {
  const found: Figure[] = [];
  const note = (verb: string, amount: ast.Expression | undefined) => {
    if (amount?.kind !== "number") return;
    const value = parseRational(amount.text);
    if (value && value.num > 0n)
      found.push({
        verb,
        unit: amount.unit ?? "",
        text: `${amount.text}${amount.unit ?? ""}`,
        value,
        span: amount.span,
      });
  };
  walk(part, (n) => {
    if (n.kind === "score-effect" && n.to === undefined) note(n.verb, n.amount);
    return undefined;
  });
  if ("result" in part && part.kind === "row" && part.result.kind === "points")
    note("row", part.result.value);
  return found;
}

function oddOne(figures: readonly Figure[]): Problem[] {
  if (figures.length < FEWEST) return [];
  const sorted = [...figures].sort((a, b) => compare(a.value, b.value));
  const [least, second] = [sorted[0]!, sorted[1]!];
  const [most, last] = [sorted[sorted.length - 1]!, sorted[sorted.length - 2]!];
  const far = (small: Figure, large: Figure, times: Rational) =>
    compare(multiply(small.value, times), large.value) <= 0;
  const odd =
    far(last, most, OUTLYING) && !far(least, last, SPREAD)
      ? most
      : far(least, second, OUTLYING) && !far(second, most, SPREAD)
        ? least
        : undefined;
  if (odd === undefined) return [];
  const others = [...new Set(figures.filter((f) => f !== odd).map((f) => f.text))];
  const ten = rational(10, 1);
  const likely = odd === most ? divide(odd.value, ten) : multiply(odd.value, ten);
  const neighbour = figures.find((f) => f !== odd)!;
  const related = [labelled("neighbour", neighbour.span)];
  const words = { figure: odd.text, others, likely: `${toText(likely)}${odd.unit}` };
  return [problem("BF5110", words, { span: odd.span, related })];
}
