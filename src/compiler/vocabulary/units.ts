import { type Rational, rational } from "../../runtime/rational.ts";

/**
 * Units of measurement: one object per unit. A unit is a multiple (`factor`) of the base unit of its
 * dimension; units of different dimensions never mix. `step` is the precision facts in this unit have
 * unless a field says otherwise (language.md, section 3), in written units.
 */
export interface Unit {
  readonly name: string;
  readonly english: string;
  readonly dimension: string;
  readonly factor: Rational;
  readonly step: Rational;
}

const ONE = rational(1);
const CENT = rational(1, 100);

const unit = (
  name: string,
  english: string,
  dimension: string,
  step: Rational,
  factor: Rational = ONE,
): Unit => ({
  name,
  english,
  dimension,
  factor,
  step,
});
const counter = (name: string, english: string): Unit => unit(name, english, name, ONE);

export const units: readonly Unit[] = [
  unit("分", "points", "分", CENT),
  unit("%", "percent", "", CENT, CENT),
  unit("‰", "permille", "", CENT, rational(1, 1000)),
  unit("百分点", "percentage points", "", CENT, CENT),
  unit("倍", "fold", "", CENT),
  unit("元", "yuan", "元", CENT),
  unit("万元", "ten thousand yuan", "元", rational(1, 1_000_000), rational(10_000)),
  unit("亿元", "hundred million yuan", "元", rational(1, 10_000_000_000), rational(100_000_000)),
  // 名 and 人 both count people: a quota of 20名 is compared with a head count in 人.
  unit("人", "people", "人", ONE),
  unit("名", "places", "人", ONE),
  unit("万人", "ten thousand people", "人", rational(1, 10_000), rational(10_000)),
  counter("人次", "person times"),
  counter("次", "times"),
  counter("户", "households"),
  counter("个", "pieces"),
  counter("项", "items"),
  counter("份", "copies"),
  counter("期", "periods"),
  counter("篇", "papers"),
  counter("件", "cases"),
  counter("村", "villages"),
  counter("级", "levels"),
  unit("等次", "grades", "等次", ONE),
  unit("天", "days", "天", ONE),
  unit("日", "days", "天", ONE),
  unit("工作日", "working days", "工作日", ONE),
  unit("月", "months", "月", ONE),
  unit("季度", "quarters", "月", rational(1), rational(3)),
  unit("年", "years", "年", ONE),
  unit("小时", "hours", "小时", CENT),
  unit("米", "metres", "米", CENT),
  unit("公里", "kilometres", "米", rational(1, 100_000), rational(1000)),
  unit("平方米", "square metres", "平方米", CENT),
  unit("亩", "mu", "亩", CENT),
];

const byName = new Map<string, Unit>();
for (const u of units) {
  byName.set(u.name, u);
  // A measure word may stand between number and unit: 1个百分点, 6个月, 5个工作日.
  if (!byName.has(`个${u.name}`)) byName.set(`个${u.name}`, u);
}
for (const u of units) {
  for (const word of u.english.split(" ").length > 1
    ? [u.english, u.english.replace(/ /g, "-")]
    : [u.english]) {
    if (!byName.has(word)) byName.set(word, u);
    if (word.endsWith("s") && !byName.has(word.slice(0, -1))) byName.set(word.slice(0, -1), u);
  }
}
byName.set("person", byName.get("人")!);

/** The unit of a spelling as it stands behind a number (分, 个百分点, points), or undefined. */
export function findUnit(spelling: string): Unit | undefined {
  return byName.get(spelling);
}

/** A product of units and powers of them: dimension text → exponent. */
type Powers = Map<string, number>;

function powers(dimension: string): Powers {
  const result: Powers = new Map();
  if (dimension === "") return result;
  const [above, ...below] = dimension.split("/");
  for (const part of above!.split("·")) if (part !== "1") result.set(part, (result.get(part) ?? 0) + 1);
  for (const side of below) for (const part of side.split("·")) result.set(part, (result.get(part) ?? 0) - 1);
  return result;
}

function dimensionText(p: Powers): string {
  const above: string[] = [];
  const below: string[] = [];
  for (const [name, exponent] of [...p].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (let i = 0; i < Math.abs(exponent); i++) (exponent > 0 ? above : below).push(name);
  }
  if (above.length === 0 && below.length === 0) return "";
  return (above.length > 0 ? above.join("·") : "1") + (below.length > 0 ? `/${below.join("·")}` : "");
}

/** The dimension of a product (`sign` 1) or a quotient (`sign` -1): 元/分 × 分 = 元. */
export function combineDimensions(a: string, b: string, sign: 1 | -1): string {
  const result = powers(a);
  for (const [name, exponent] of powers(b)) result.set(name, (result.get(name) ?? 0) + sign * exponent);
  return dimensionText(result);
}
