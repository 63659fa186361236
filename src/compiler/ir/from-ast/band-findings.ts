import type { Phrase } from "../../../diagnostics/message.ts";
import { alike, inMessage, labelled, phrase, unsaid, worded } from "../../../diagnostics/phrases.ts";
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

/** A gap or an empty row, in words and with a concrete value. */
export function reportFinding(
  lowering: Lowering,
  f: Exclude<CoverageFinding, { kind: "overlap" }>,
  s: ast.BandChoice,
  rows: readonly { interval: Interval; index: number }[],
  type: ir.NumberType,
  goal: Goal,
): void {
  const node = (i: number) => s.rows[rows[i]!.index]!;
  const shown = shownIn(type);
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
        ` ${f.before}`,
      );
      return;
    }
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

/** A gap just one unit wide, whose ends have their bands. */
const isOne = ({ low, high }: Interval, one: Rational): boolean =>
  low !== null &&
  high !== null &&
  !low.included &&
  !high.included &&
  compare(subtract(high.value, low.value), one) === 0;

function intervalWords({ low, high }: Interval, shown: (r: Rational) => string): Phrase {
  const above = low && phrase(low.included ? "at-least-value" : "above-value", { value: shown(low.value) });
  const below = high && phrase(high.included ? "at-most-value" : "below-value", { value: shown(high.value) });
  if (above && below)
    return phrase("values-between", { low: above.zh, high: below.zh, lowEn: above.en, highEn: below.en });
  const end = above ?? below;
  return end ? phrase("values-on-one-side", { end: end.zh, endEn: end.en }) : phrase("every-value");
}

type Overlap = Extract<CoverageFinding, { kind: "overlap" }>;
type Row = { readonly test: ast.BandTest };

/** OVL: values that stand in two rows. A row that has several others inside it is one mistake, told once. */
export function reportOverlaps(
  lowering: Lowering,
  findings: readonly CoverageFinding[],
  row: (index: number) => Row,
  type: ir.NumberType,
): void {
  const told = new Set<number>();
  const overlaps = findings.filter((f) => f.kind === "overlap");
  for (const f of overlaps) {
    const inside = overlaps.filter((o) => f.around !== null && o.around === f.around);
    if (inside.length < 2) reportOverlap(lowering, row(f.first), row(f.second), f, type);
    else if (!told.has(f.around!)) {
      told.add(f.around!);
      reportRowAround(lowering, f.around!, inside, row, type);
    }
  }
}

const shownIn =
  ({ display }: ir.NumberType) =>
  (value: Rational): string =>
    `${toText(divide(value, display.factor))}${display.unit}`;

function reportOverlap(
  lowering: Lowering,
  first: Row,
  second: Row,
  { witness }: Overlap,
  type: ir.NumberType,
): void {
  lowering.report(
    "BF3102",
    {
      ...alike("witness", shownIn(type)(witness)),
      first: rowText(lowering, first),
      second: rowText(lowering, second),
      ...unsaid("more"),
      ...worded("ways", "bounds-include"),
    },
    {
      span: second.test.span,
      related: [labelled("other-band", first.test.span)],
      fixes: overlapFixes(lowering, first.test, second.test),
    },
    ` ${first.test.span.start}`,
  );
}

function reportRowAround(
  lowering: Lowering,
  around: number,
  inside: readonly Overlap[],
  row: (index: number) => Row,
  type: ir.NumberType,
): void {
  const first = rowText(lowering, row(around));
  const others = inside.map((o) => ({ ...o, row: row(o.first === around ? o.second : o.first) }));
  const [one, ...more] = others.map((o) => ({
    witness: shownIn(type)(o.witness),
    second: rowText(lowering, o.row),
  }));
  const further = more.map((m) => phrase("also-in-both", { ...m, first }));
  lowering.report(
    "BF3102",
    {
      ...alike("witness", one!.witness),
      first,
      second: one!.second,
      ...inMessage("more", together(further)),
      ...worded("ways", "narrow-row-around", { row: first }),
    },
    {
      span: row(around).test.span,
      related: others.map((o) => labelled("other-band", o.row.test.span)),
    },
  );
}

const together = (parts: readonly Phrase[]): Phrase => ({
  zh: parts.map((p) => p.zh).join(""),
  en: parts.map((p) => p.en).join(""),
});
