/**
 * A made-up but plausible cohort of settlement-point leaders for the Guangxi measure: 78 counties in 13
 * cities, a few points each, one leader a point. Read `makeCohort` first; everything else serves it.
 *
 * Only integers are drawn and added, so the file is the same, byte for byte, on every machine: a
 * logarithm or a cosine may differ in its last bit from one engine to the next.
 */

const CITIES = 13;
const COUNTIES = 78;

/** Headings of the table: the field names of the measure, in the order in which an office would list them. */
const HEADINGS = [
  "编号",
  "设区市",
  "县",
  "安置点",
  "平时考核分",
  "年终考核分",
  "加减分",
  "建房进度",
  "安全事故",
  "资金问题",
  "监管问题",
  "弄虚作假",
  "违纪违法",
] as const;

/** A stream of random integers that depends on nothing but its keys (Marsaglia's 32-bit xorshift). */
class Stream {
  #state: number;

  constructor(...keys: readonly number[]) {
    // Keys are mixed one by one, so that neighbouring years and counties get unrelated streams.
    let state = 0x9e3779b9;
    for (const key of keys) state = Math.imul(state ^ key, 0x85ebca6b) ^ (state >>> 13);
    this.#state = state | 0 || 1;
    for (let i = 0; i < 8; i++) this.next();
  }

  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return x >>> 0;
  }

  /** An integer in 0 … bound − 1. */
  below(bound: number): number {
    return Math.floor((this.next() / 2 ** 32) * bound);
  }

  /** True in `perMille` of a thousand draws. */
  chance(perMille: number): boolean {
    return this.below(1000) < perMille;
  }

  /** A bell-shaped integer around 0: the sum of twelve even draws has the standard deviation of one of its units. */
  bell(deviation: number): number {
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += this.below(65536);
    return Math.round(((sum - 6 * 65535) * deviation) / 65536);
  }
}

const two = (n: number): string => String(n).padStart(2, "0");
const clamp = (n: number, low: number, high: number): number => Math.min(high, Math.max(low, n));

/** Hundredths as people write them: 2550 → 25.50. */
function decimal(hundredths: number): string {
  const size = Math.abs(hundredths);
  return `${hundredths < 0 ? "-" : ""}${Math.floor(size / 100)}.${two(size % 100)}`;
}

/** One of the levels; each rarer level is given with its chance per mille. */
function level(stream: Stream, usual: string, rarer: readonly (readonly [string, number])[]): string {
  let draw = stream.below(1000);
  for (const [name, perMille] of rarer) {
    if (draw < perMille) return name;
    draw -= perMille;
  }
  return usual;
}

/**
 * The cohort of a year as CSV with CRLF lines, as spreadsheets write it. Scores have two decimals.
 * Able leaders and well-run counties stay so from year to year; points open and close between the years.
 */
export function makeCohort(year: number, seed = 2018): string {
  const rows: string[] = [HEADINGS.join(",")];
  for (let county = 1; county <= COUNTIES; county++) {
    const lasting = new Stream(seed, county);
    const city = Math.ceil((county * CITIES) / COUNTIES);
    const countyLevel = lasting.bell(150);
    const points = 4 + lasting.below(4);
    for (let point = 1; point <= points; point++) {
      const trait = new Stream(seed, county, point);
      // One leader in twenty-five is in real trouble, and tends to stay so.
      const ability = countyLevel + trait.bell(280) - (trait.chance(40) ? 700 + trait.below(900) : 0);
      const opensIn = trait.chance(130) ? 2018 : 2017;
      const closesAfter = trait.chance(30) ? 2017 : 2020;
      if (year < opensIn || year > closesAfter) continue;
      rows.push(leader(new Stream(seed, county, point, year), ability, city, county, point).join(","));
    }
  }
  return `${rows.join("\r\n")}\r\n`;
}

function leader(draw: Stream, ability: number, city: number, county: number, point: number): string[] {
  const ordinary = clamp(2480 + Math.round(ability / 3) + draw.bell(130), 0, 3000);
  const yearEnd = clamp(5720 + ability + draw.bell(330), 0, 7000);
  const adjustment = draw.chance(140) ? 50 * (draw.below(9) - 3) : 0;
  const delay = draw.chance(45) ? 1500 + draw.below(8000) : 0;
  const progress = clamp(9700 + 2 * ability + draw.bell(900) - delay, 0, 10000);
  const facts = [
    decimal(ordinary),
    decimal(yearEnd),
    adjustment === 0 ? "" : decimal(adjustment),
    decimal(progress),
    level(draw, "无", [
      ["人员死亡", 2],
      ["损失严重", 3],
      ["损失较大", 10],
    ]),
    level(draw, "无", [
      ["严重违反规定", 4],
      ["违反规定", 16],
    ]),
    level(draw, "无", [
      ["问责", 4],
      ["通报督办", 20],
    ]),
    draw.chance(4) ? "是" : "否",
    draw.chance(8) ? "是" : "否",
  ];
  // A few returns are incomplete; the adjustment (index 2) is blank for most anyway and means none.
  if (draw.chance(14)) facts[[0, 1, 3, 8][draw.below(4)]!] = "";
  return [
    `L${two(county)}${two(point)}`,
    `市${two(city)}`,
    `县${two(county)}`,
    `县${two(county)}-${point}号点`,
    ...facts,
  ];
}
