/** `参数 甲 < 乙 < 丙`: figures out of order are refused, and an open one lies between the others. */
import type { Tables } from "./abi.ts";
import type { FactProblem } from "./fact-problem.ts";
import { rawText } from "./fact-values.ts";
import { missing } from "./lift.ts";
import { Interval, type OpenValue } from "./open-values.ts";
import { add, compare, parseRational, subtract, ZERO } from "./rational.ts";

/** @param problems gets what does not lie above another */
export function putInOrder(
  tables: Tables,
  values: OpenValue[],
  problems: FactProblem[],
  supplied: Readonly<Record<string, unknown>>,
): void {
  const { parameters } = tables;
  for (const [top, { type }] of parameters.entries()) {
    const chain: number[] = [];
    for (let at: number | undefined = top; at !== undefined; at = parameters[at]!.above) chain.unshift(at);
    if (chain.length < 2 || type.kind !== "number" || parameters.some((p) => p.above === top)) continue;
    const step = type.step === null ? ZERO : parseRational(type.step)!;
    const at = (place: number) => values[chain[place]!] as Interval;
    let fits = true;
    for (let i = 1; fits && i < chain.length; i++) {
      const below = at(i - 1).low;
      const { low, high, why } = at(i);
      if (!below) continue;
      const least = add(below, step);
      fits = !high || (compare(high, below) > 0 && compare(high, least) >= 0);
      if (!fits)
        problems.push(outOfOrder(parameters[chain[i]!]!.name, parameters[chain[i - 1]!]!.name, supplied));
      else if (!low || compare(low, least) < 0) values[chain[i]!] = new Interval(least, high, why);
    }
    if (!fits) for (const each of chain) values[each] = open(tables, each);
    else
      for (let i = chain.length - 2; i >= 0; i--) {
        const above = at(i + 1).high;
        const { low, high, why } = at(i);
        const most = above && subtract(above, step);
        if (most && (!high || compare(high, most) > 0)) values[chain[i]!] = new Interval(low, most, why);
      }
  }
}

const outOfOrder = (
  field: string,
  under: string,
  supplied: Readonly<Record<string, unknown>>,
): FactProblem => ({
  ...{ kind: "", index: -1, id: "", field, issue: "parameter-order" },
  value: rawText(Object.hasOwn(supplied, field) ? supplied[field] : ""),
  detail: under,
});

/** The parameter as if it were not given. */
function open(tables: Tables, index: number): OpenValue {
  const { name, type, cite } = tables.parameters[index]!;
  const where = cite === null ? null : tables.citations[cite]!.text;
  return missing(type, tables, [{ kind: "open-parameter", name, cite: where }]);
}
