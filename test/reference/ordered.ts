import type { Measure, NumberType } from "../../src/compiler/ir/ir.ts";
import { fraction, greater, lesser, minus, order, plus, times, zero } from "./fraction.ts";
import { inexact, intervalOf, numberValue, type Value } from "./value.ts";

/**
 * `参数 甲 < 乙 < 丙`: every two of them are looked at by themselves, so many steps apart as there are places between.
 * Two that cannot be so leave the whole order open; otherwise each lies within what the others leave it.
 */
export function inOrder(measure: Measure, values: readonly Value[]): Value[] {
  const { parameters } = measure;
  const found = [...values];
  const below = (index: number): number[] => {
    const { above } = parameters[index]!;
    return above === null ? [] : [...below(above), above];
  };
  for (const [top, { type }] of parameters.entries()) {
    const chain = [...below(top), top];
    if (chain.length < 2 || type.kind !== "number" || parameters.some((p) => p.above === top)) continue;
    const given = chain.map((index) => intervalOf(values[index]!));
    const pairs = given.flatMap((_, i) => given.slice(i + 1).map((_, d) => [i, i + 1 + d] as const));
    const possible = pairs.every(([i, j]) => fits(type, given[i]!.low, given[j]!.high, j - i));
    for (const [i, index] of chain.entries()) {
      if (!possible) found[index] = inexact(parameters[index]!.type, measure.enumerations);
      else
        found[index] = numberValue({
          low: given
            .slice(0, i)
            .map((g, k) => moved(type, g.low, i - k))
            .reduce(greater, given[i]!.low),
          high: given
            .slice(i + 1)
            .map((g, k) => moved(type, g.high, -k - 1))
            .reduce(lesser, given[i]!.high),
        });
    }
  }
  return found;
}

type End = ReturnType<typeof intervalOf>["low"];

const moved = (type: NumberType, end: End, steps: number): End =>
  typeof end === "string" ? end : plus(end, times(fraction(steps), type.step ?? zero));

/** Whether the upper of the two can lie that many steps above the lower one. */
function fits(type: NumberType, low: End, high: End, steps: number): boolean {
  if (typeof low === "string" || typeof high === "string") return true;
  const apart = minus(high, low);
  return type.step === null ? order(apart, zero) > 0 : order(apart, times(fraction(steps), type.step)) >= 0;
}
