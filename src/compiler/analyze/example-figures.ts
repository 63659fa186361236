import type * as ast from "../../parser/ast.ts";
import { add, divide, negate, parseRational, type Rational, toText } from "../../runtime/rational.ts";
import type * as ir from "../ir/ir.ts";

/** Figures that show in which case an open question matters: each is reckoned from those of the text. */

export interface Beside {
  /** Just on the other side of the limit. */
  readonly figure: string;
  readonly limit: string;
}

/** A figure `off` beside the limit of a test: below `90分以上`, above `超过90分`. */
export function figureBeside(test: ast.ComparisonTail, off: Rational): Beside | null {
  const { value, op } = test;
  const limit = value.kind === "number" ? parseRational(value.text) : undefined;
  if (value.kind !== "number" || !limit || op === "==" || op === "!=") return null;
  const unit = value.unit ?? "";
  const beside = add(limit, op === "<" || op === ">=" ? negate(off) : off);
  return { figure: `${toText(beside)}${unit}`, limit: `${toText(limit)}${unit}` };
}

/** A value in the unit that its type is shown in. */
export const shownAs = (value: Rational, { display }: ir.NumberType): string =>
  `${toText(divide(value, display.factor))}${display.unit}`;

/** The first limit of the rows of bands. */
export function firstOfRows(rows: readonly ast.Row<ast.BandTest>[], off: Rational): Beside | null {
  for (const { test } of rows) {
    const ends =
      test.kind === "between"
        ? [test.range.low, test.range.high]
        : test.kind === "compare"
          ? [test.test]
          : [];
    for (const end of ends) {
      const found = end && figureBeside(end, off);
      if (found) return found;
    }
  }
  return null;
}
