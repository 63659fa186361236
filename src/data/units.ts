import { divide, type Rational, rational } from "../runtime/rational.ts";

/**
 * How a unit written in a cell relates to the unit of its field. Units are compared by their base and a
 * power of ten: 500万元 in a field of 元, 95% in a field of percentages, 3千米 in a field of 米.
 */

interface Scale {
  readonly base: string;
  readonly factor: Rational;
}

const PREFIXES: readonly (readonly [string, bigint])[] = [
  ["亿", 100_000_000n],
  ["千万", 10_000_000n],
  ["百万", 1_000_000n],
  ["万", 10_000n],
  ["千", 1_000n],
];

/** Shares have no unit of their own; a percentage point is the same step as a percent. */
const SHARES = new Map([
  ["%", rational(1, 100)],
  ["百分点", rational(1, 100)],
  ["个百分点", rational(1, 100)],
  ["‰", rational(1, 1000)],
]);

/** Spellings of one unit that forms mix freely. */
const SYNONYMS = new Map([
  ["块", "元"],
  ["圆", "元"],
  ["yuan", "元"],
  ["日", "天"],
  ["days", "天"],
  ["points", "分"],
  ["percent", "%"],
  ["公里", "千米"],
]);

function scaleOf(unit: string): Scale {
  const folded = unit.normalize("NFKC").trim();
  const name = SYNONYMS.get(folded.toLowerCase()) ?? folded;
  const share = SHARES.get(name);
  if (share !== undefined) return { base: "", factor: share };
  for (const [prefix, factor] of PREFIXES) {
    if (name.length > prefix.length && name.startsWith(prefix)) {
      const rest = name.slice(prefix.length);
      return { base: SYNONYMS.get(rest) ?? rest, factor: rational(factor) };
    }
  }
  return { base: name, factor: rational(1) };
}

/**
 * The factor that turns a number written in unit `from` into unit `to`; null when they measure different
 * things. `conversion("万元", "元")` is 10000.
 */
export function conversion(from: string, to: string): Rational | null {
  if (from === to) return rational(1);
  const a = scaleOf(from);
  const b = scaleOf(to);
  if (a.base !== b.base) return null;
  return divide(a.factor, b.factor);
}

/** The multiplier in `3.5万`, written without its unit: it scales the field's own unit. */
export function bareMultiplier(unit: string): Rational | null {
  const found = PREFIXES.find(([prefix]) => prefix === unit);
  return found === undefined ? null : rational(found[1]);
}
