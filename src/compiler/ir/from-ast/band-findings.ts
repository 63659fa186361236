import type { Phrase } from "../../../diagnostics/message.ts";
import { alike, inMessage, labelled, phrase, worded } from "../../../diagnostics/phrases.ts";
import type * as ast from "../../../parser/ast.ts";
import {
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  toText,
} from "../../../runtime/rational.ts";
import type { Span } from "../../../source/span.ts";
import type { CoverageFinding, Interval } from "../../analyze/coverage.ts";
import type * as ir from "../ir.ts";
import { gapFixes, overlapFixes } from "./band-fixes.ts";
import type { Goal } from "./choices.ts";
import type { Lowering } from "./lowering.ts";

/** Gaps and overlaps of bands in words: what is left out, a value that shows it, the ways to close it. */

/** The test of a row as written, without what it gives. */
export const rowText = (lowering: Lowering, row: { test: { span: Span } }): string =>
  lowering.text(row.test.span);

/** A finding about coverage, in words and with a concrete value. */
export function reportFinding(
  lowering: Lowering,
  f: CoverageFinding,
  s: ast.BandChoice,
  rows: readonly { interval: Interval; index: number }[],
  type: ir.NumberType,
  goal: Goal,
): void {
  const node = (i: number) => s.rows[rows[i]!.index]!;
  const shown = (r: Rational) => `${toText(divide(r, type.display.factor))}${type.display.unit}`;
  switch (f.kind) {
    case "gap": {
      const at = f.before ?? f.after;
      const lower = f.after === null ? null : rows[f.after]!.interval.low;
      const upper = f.before === null ? null : rows[f.before]!.interval.low;
      const half = lower && upper ? `${shown(lower.value)}以上不满${shown(upper.value)}` : null;
      const one = multiply(rational(1), type.display.factor);
      lowering.report(
        "BF3101",
        {
          ...inMessage("range", intervalWords(f.interval, shown)),
          ...worded("what", goal.kind === "grade" ? "grade" : "points"),
          ...alike("witness", shown(f.witness)),
          ...(half ? worded("ways", "narrow-band", { half, unit: shown(one) }) : worded("ways", "add-band")),
        },
        {
          span: at === null ? s.value.span : (f.after === null ? node(at) : node(f.after)).test.span,
          fixes:
            f.before === null || f.after === null
              ? []
              : gapFixes(
                  lowering,
                  node(f.after).test,
                  node(f.before).test,
                  s.value,
                  isOne(f.interval, one) ? shown(one) : null,
                ),
          ...(f.before !== null && f.after !== null
            ? {
                related: [labelled("next-band", node(f.before).test.span)],
              }
            : {}),
        },
      );
      return;
    }
    case "overlap":
      reportOverlap(lowering, node(f.first), node(f.second), f.witness, type);
      return;
    case "empty": {
      const { test } = node(f.row);
      if (test.kind === "between" && upsideDown(test.range)) {
        lowering.report("BF2019", { range: lowering.text(test.span) }, { span: test.span });
        return;
      }
      const range = type.low && type.high ? `${shown(type.low)}–${shown(type.high)}` : "允许的范围";
      lowering.report(
        "BF5104",
        {
          text: rowText(lowering, node(f.row)),
          ...worded("always", "false"),
          name: lowering.text(s.value.span),
          range,
        },
        { span: node(f.row).test.span },
      );
      return;
    }
  }
}

/** `89-80分`: both ends are figures, and no value lies between them. */
function upsideDown({ low, high }: ast.RangeTest): boolean {
  const [from, to] = [low?.value, high?.value];
  if (from?.kind !== "number" || to?.kind !== "number") return false;
  // One unit for both, or written once at the end.
  return (from.unit ?? to.unit) === to.unit && Number(from.text) > Number(to.text);
}

/** A gap just one unit wide. */
const isOne = ({ low, high }: Interval, one: Rational): boolean =>
  low !== null && high !== null && compare(subtract(high.value, low.value), one) === 0;

function intervalWords({ low, high }: Interval, shown: (r: Rational) => string): Phrase {
  const above = low && phrase(low.included ? "at-least-value" : "above-value", { value: shown(low.value) });
  const below = high && phrase(high.included ? "at-most-value" : "below-value", { value: shown(high.value) });
  if (above && below)
    return phrase("values-between", { low: above.zh, high: below.zh, lowEn: above.en, highEn: below.en });
  const end = above ?? below;
  return end ? phrase("values-on-one-side", { end: end.zh, endEn: end.en }) : phrase("every-value");
}

/** OVL: one value stands in two rows. */
export function reportOverlap(
  lowering: Lowering,
  first: { readonly test: ast.BandTest },
  second: { readonly test: ast.BandTest },
  witness: Rational,
  type: ir.NumberType,
): void {
  lowering.report(
    "BF3102",
    {
      ...alike("witness", `${toText(divide(witness, type.display.factor))}${type.display.unit}`),
      first: rowText(lowering, first),
      second: rowText(lowering, second),
    },
    {
      span: second.test.span,
      related: [labelled("other-band", first.test.span)],
      fixes: overlapFixes(lowering, first.test, second.test),
    },
  );
}
