import { type Rational, rational } from "../../runtime/rational.ts";

/**
 * Units of measurement: one object per unit. A unit is a multiple (`factor`) of the base unit of its
 * dimension; units of different dimensions never mix. `step` is the precision facts in this unit have
 * unless a field says otherwise (language.md, section 3), in written units.
 */
export interface Unit {
  readonly name: string;
  readonly dimension: string;
  readonly factor: Rational;
  readonly step: Rational;
}

const ONE = rational(1);
const CENT = rational(1, 100);

const unit = (name: string, dimension: string, step: Rational, factor: Rational = ONE): Unit => ({
  name,
  dimension,
  factor,
  step,
});
const counter = (name: string): Unit => unit(name, name, ONE);

export const units: readonly Unit[] = [
  unit("分", "分", CENT),
  unit("%", "", CENT, CENT),
  unit("‰", "", CENT, rational(1, 1000)),
  unit("百分点", "", CENT, CENT),
  unit("倍", "", CENT),
  unit("元", "元", CENT),
  unit("万元", "元", rational(1, 1_000_000), rational(10_000)),
  unit("亿元", "元", rational(1, 10_000_000_000), rational(100_000_000)),
  // 名 and 人 both count people: a quota of 20名 is compared with a head count in 人.
  unit("人", "人", ONE),
  unit("名", "人", ONE),
  unit("万人", "人", rational(1, 10_000), rational(10_000)),
  counter("人次"),
  counter("次"),
  counter("户"),
  counter("个"),
  counter("项"),
  counter("份"),
  counter("期"),
  counter("篇"),
  counter("件"),
  counter("村"),
  counter("级"),
  unit("等次", "等次", ONE),
  unit("天", "天", ONE),
  unit("日", "天", ONE),
  unit("工作日", "工作日", ONE),
  unit("月", "月", ONE),
  unit("季度", "月", rational(1), rational(3)),
  unit("年", "年", ONE),
  unit("年度", "年", ONE),
  unit("周岁", "年", ONE),
  unit("周", "天", ONE, rational(7)),
  unit("分钟", "小时", rational(1, 60), rational(1, 60)),
  unit("公顷", "平方米", rational(100), rational(10_000)),
  unit("公斤", "公斤", CENT),
  unit("吨", "公斤", rational(1, 1000), rational(1000)),
  ...["条", "起", "处", "家", "场", "批", "台", "套", "辆", "头", "票", "档"].map(counter),
  unit("小时", "小时", CENT),
  unit("米", "米", CENT),
  unit("公里", "米", rational(1, 100_000), rational(1000)),
  unit("平方米", "平方米", CENT),
  unit("亩", "亩", CENT),
];

/** The dimensions in which things, people and events are counted one by one. */
export const COUNTING: ReadonlySet<string> = new Set(
  "人 人次 次 户 个 项 份 篇 件 村 条 起 处 家 场 批 台 套 辆 头 票".split(" "),
);

const byName = new Map<string, Unit>();
for (const u of units) {
  byName.set(u.name, u);
  // A measure word may stand between number and unit: 1个百分点, 6个月, 5个工作日.
  if (!byName.has(`个${u.name}`)) byName.set(`个${u.name}`, u);
}
/** The unit of a spelling as it stands behind a number (分, 个百分点); the parser has turned English spellings into Chinese ones, or undefined. */
export function findUnit(spelling: string): Unit | undefined {
  return byName.get(spelling) ?? findRate(spelling);
}

/** `元/分`, `元/户`: so much of one unit for each of another. */
function findRate(spelling: string): Unit | undefined {
  const [above, below, ...more] = spelling.split("/").map((name) => byName.get(name));
  if (!above || !below || more.length > 0) return undefined;
  const { num, den } = below.factor;
  const factor = rational(above.factor.num * den, above.factor.den * num);
  return {
    name: spelling,
    dimension: combineDimensions(above.dimension, below.dimension, -1),
    factor,
    step: above.step,
  };
}

/**
 * The unit of a spelling that the parser read as one. The parser's table and this one agree (a test), so a
 * missing unit is a fault of the program, not of the measure.
 */
export function unitOf(spelling: string): Unit {
  const unit = byName.get(spelling);
  if (!unit) throw new Error(`the unit ${spelling} has no meaning in vocabulary/units.ts`);
  return unit;
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
