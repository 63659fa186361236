import fc from "fast-check";

/**
 * Measures so small that all their subjects can be gone through: two counts, a level and a truth. Each is made twice
 * over, as a text and as functions written apart from the compiler, so that whatever is proved of it can be looked up.
 */

export interface Subject {
  readonly 甲: number;
  readonly 乙: number;
  readonly 事故: number;
  readonly 造假: boolean;
}

export const ACCIDENTS = ["无", "一般", "重大"] as const;
export const GRADES = ["不合格", "合格", "优秀"] as const;
const [MOST_A, MOST_B] = [4, 3];

export const EVERYBODY: readonly Subject[] = Array.from({ length: MOST_A + 1 }, (_, 甲) =>
  Array.from({ length: MOST_B + 1 }, (_, 乙) =>
    [0, 1, 2].flatMap((事故) => [false, true].map((造假) => ({ 甲, 乙, 事故, 造假 }))),
  ),
).flat(2);

export interface Condition {
  readonly text: string;
  holds(s: Subject): boolean;
}

export interface Row extends Condition {
  readonly grade: number;
}

export interface SmallMeasure {
  readonly text: string;
  readonly rows: readonly Row[];
  /** Any of them: 不合格. */
  readonly items: readonly Condition[];
  /** At most 合格. */
  readonly ceiling: Condition;
  readonly assertion: { readonly when: Condition; readonly grade: number };
  gradeOf(s: Subject): number;
}

const counted = (name: "甲" | "乙" | "丙", of: (s: Subject) => number, most: number) =>
  fc
    .tuple(fc.boolean(), fc.nat({ max: most }))
    .map(
      ([above, n]): Condition =>
        above
          ? { text: `${name} ${n + 1}次以上`, holds: (s) => of(s) >= n + 1 }
          : { text: `${name} 不满${n + 1}次`, holds: (s) => of(s) < n + 1 },
    );

const atom: fc.Arbitrary<Condition> = fc.oneof(
  counted("甲", (s) => s.甲, MOST_A),
  counted("乙", (s) => s.乙, MOST_B),
  counted("丙", (s) => s.甲 + s.乙, MOST_A + MOST_B),
  fc.nat({ max: 2 }).map((n): Condition => ({ text: `事故 为 ${ACCIDENTS[n]}`, holds: (s) => s.事故 === n })),
  fc
    .nat({ max: 1 })
    .map((n): Condition => ({ text: `事故 达到 ${ACCIDENTS[n + 1]}`, holds: (s) => s.事故 >= n + 1 })),
  fc.constant<Condition>({ text: "造假", holds: (s) => s.造假 }),
);

export const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 2, arbitrary: atom },
  {
    weight: 1,
    arbitrary: fc
      .tuple(atom, atom)
      .map(
        ([a, b]): Condition => ({ text: `${a.text} 且 ${b.text}`, holds: (s) => a.holds(s) && b.holds(s) }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(atom, atom)
      .map(
        ([a, b]): Condition => ({ text: `${a.text} 或者 ${b.text}`, holds: (s) => a.holds(s) || b.holds(s) }),
      ),
  },
);

/** Who is assessed, and by what. */
export const HEAD = `办法 小
施行 2026年1月1日

对象 村,标识 编号
  编号: 文字
  甲: 0至${MOST_A}次
  乙: 0至${MOST_B}次
  事故: 等级 ${ACCIDENTS.join(" < ")}
  造假: 是否

`;

export const smallMeasure: fc.Arbitrary<SmallMeasure> = fc
  .record({
    // Above 7 no sum reaches it.
    limits: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 }),
    items: fc.array(condition, { minLength: 1, maxLength: 3 }),
    ceiling: condition,
    when: condition,
    grade: fc.nat({ max: 2 }),
    turned: fc.boolean(),
  })
  .map(({ limits, items, ceiling, when, grade, turned }) => {
    const [low, high] = limits.toSorted((a, b) => a - b) as [number, number];
    const sum = (s: Subject) => s.甲 + s.乙;
    const [top, bottom] = turned ? [0, 2] : [2, 0];
    const rows: Row[] = [
      { text: `${high}次以上`, grade: top, holds: (s) => sum(s) >= high },
      { text: `${low}次以上不满${high}次`, grade: 1, holds: (s) => sum(s) >= low && sum(s) < high },
      { text: `不满${low}次`, grade: bottom, holds: (s) => sum(s) < low },
    ];
    const listed =
      items.length === 1
        ? [`  ${items[0]!.text} 的,评为 不合格`]
        : ["  有下列情形之一 的,评为 不合格:", ...items.map((c, i) => `    ${i + 1}. ${c.text}`)];
    const lines = [
      "第一条",
      "  丙 = 甲 + 乙",
      "  等次 考核等次 由高到低 优秀、合格、不合格",
      "  依 丙 评定 考核等次:",
      ...rows.map((r) => `    ${r.text} 为 ${GRADES[r.grade]}`),
      "第二条",
      ...listed,
      "第三条",
      `  ${ceiling.text} 的,不得评为 优秀`,
      "第四条",
      `  断言 ${when.text} 的,考核等次 为 ${GRADES[grade]}`,
    ];
    return {
      text: `${HEAD}${lines.join("\n")}\n`,
      ...{ rows, items, ceiling, assertion: { when, grade } },
      gradeOf: (s) => {
        if (items.some((c) => c.holds(s))) return 0;
        const base = rows.find((r) => r.holds(s))!.grade;
        return ceiling.holds(s) ? Math.min(base, 1) : base;
      },
    };
  });

/** From a number on, and below another that is near it. */
const meeting: fc.Arbitrary<[Condition, Condition]> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 1 }))
  .map(([from, more]) => [
    { text: `甲 ${from}次以上`, holds: (s) => s.甲 >= from },
    { text: `甲 不满${from + more}次`, holds: (s) => s.甲 < from + more },
  ]);

/** Two classes with a grade of their own each, which may overlap and may leave somebody out. */
export const smallClasses: fc.Arbitrary<{
  readonly text: string;
  readonly classes: readonly Condition[];
}> = fc.oneof(fc.tuple(condition, condition), meeting).map(([a, b]) => ({
  classes: [a, b],
  text: `${HEAD}第一条
  丙 = 甲 + 乙
  等次 考核等次 由高到低 优秀、合格、不合格
  ${a.text} 的对象: 依 乙 评定 考核等次:
    2次以上 为 优秀
    不满2次 为 合格
  ${b.text} 的对象: 依 甲 评定 考核等次:
    1次以上 为 合格
    不满1次 为 不合格
`,
}));
