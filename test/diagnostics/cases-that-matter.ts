import type { Code } from "../../src/diagnostics/catalogue/index.ts";

/** Findings, the case each of them names, and what the measure comes to in that case: data of a test. */

type Facts = Readonly<Record<string, unknown>>;

export interface Case {
  readonly code: Code;
  /** Default: the example of the code's explanation. */
  readonly text?: string;
  /** The case in the words of the finding. */
  readonly says: string;
  readonly cohort: Readonly<Record<string, readonly Facts[]>>;
  readonly history?: readonly unknown[];
  /** The text, an edit that the finding offers, or other words in place of some. */
  readonly readings: readonly ("as written" | number | readonly [string, string])[];
  /** What each reading comes to: grades, these values, consequences. */
  readonly outcomes: readonly string[];
  readonly values?: readonly string[];
}

const villages = (...facts: readonly Facts[]) => ({
  村: facts.map((f, i) => ({ 编号: String(i + 1), ...f })),
});
const scores = (...list: readonly number[]) => villages(...list.map((得分) => ({ 得分, 造假: false })));
/** Earlier years of the village, the nearest first. */
const years = (...list: readonly (Facts | null)[]) =>
  list.map((values, i) => ({
    year: 2017 - i,
    subjects: values ? [{ id: "1", kind: "村", facts: {}, values: {}, grades: {}, ...values }] : [],
  }));
const graded = (grade: string) => ({ grades: { 考核等次: { grade, possible: [grade] } } });

const OF_TWO_COUNTERS = (rules: string) =>
  `办法 村考核\n措施 惩处: 约谈、诫勉谈话、免职\n对象 村,标识 编号\n  编号: 文字\n  市级通报次数: 次数  来源 市里\n  县级通报次数: 次数  来源 县里\n第一条【目的】宣示\n${rules}\n`;

export const CASES: readonly Case[] = [
  {
    code: "BF3101",
    says: "例如89.01分",
    cohort: scores(89, 89.01, 90),
    readings: ["as written"],
    outcomes: ["中 | 无 | 好"],
  },
  {
    code: "BF3102",
    says: "60分同时落在",
    cohort: scores(60),
    readings: [0, 1],
    outcomes: ["差", "中"],
  },
  {
    code: "BF3103",
    says: "第3名和第4名同分",
    cohort: scores(90, 80, 70, 70, 60),
    readings: [0, 1],
    outcomes: ["好 | 好 | 好 | 好 | 中", "好 | 好 | 中 | 中 | 中"],
  },
  {
    code: "BF3104",
    says: "在全体里第4名、在本组里第1名",
    cohort: villages(...[90, 80, 70].map((得分) => ({ 得分, 类别: "山区" })), { 得分: 60, 类别: "平原" }),
    readings: [0, ["一并列入:", "一并列入,按 类别 分组:"]],
    outcomes: ["好 | 好 | 好 | 中", "好 | 好 | 好 | 好"],
  },
  {
    code: "BF3105",
    says: "13的20%是2.6",
    cohort: scores(99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 89, 88, 87),
    readings: [0, 1, 2],
    outcomes: [
      "好 | 好 | 中 | 中 | 中 | 中 | 中 | 中 | 中 | 中 | 中 | 中 | 中",
      "好 | 好 | 好 | 中 | 中 | 中 | 中 | 中 | 中 | 中 | 中 | 中 | 中",
      "好 | 好 | 好 | 中 | 中 | 中 | 中 | 中 | 中 | 中 | 中 | 中 | 中",
    ],
  },
  {
    code: "BF3106",
    says: "排在第1名的受上限限制",
    cohort: villages({ 得分: 90, 造假: true }, ...[80, 70, 60, 50].map((得分) => ({ 得分, 造假: false }))),
    readings: ["as written", 0],
    outcomes: ["差 | 好 | 好 | 中 | 中", "差 | 好 | 好 | 好 | 中"],
  },
  {
    code: "BF3107",
    says: "第1名只有69.99分",
    cohort: scores(69.99, 60),
    readings: ["as written", ["第四条 得分 低于70分 的,最高评为 中\n", ""]],
    outcomes: ["中 | 中", "好 | 好"],
  },
  {
    code: "BF3108",
    says: "2年都符合、只是中间隔着一年没有结果",
    cohort: scores(50),
    history: years(null, graded("差")),
    readings: [0, 1],
    outcomes: ["差", "差 免职"],
  },
  {
    code: "BF3109",
    says: "只报了一期的",
    cohort: villages({ 月报: [{ 期: "2018-03", 分数: 90 }] }),
    readings: [0, 1, 2],
    values: ["平均分"],
    outcomes: ["平均分 90", "平均分 7.5", "平均分 ~0..100"],
  },
  {
    code: "BF3113",
    says: "排不上名次的人没有等次",
    cohort: scores(90, 80, 70, 60),
    readings: ["as written"],
    outcomes: ["好 | 好 | 好 | 无"],
  },
  {
    code: "BF3116",
    says: "“2次以上”的，“1次”的处理还给不给",
    cohort: villages({ 得分: 90, 走访次数: 2 }),
    readings: [0, 1],
    outcomes: ["好 免职", "好 约谈 免职"],
  },
  {
    code: "BF3117",
    says: "例如6次的，剩-2分",
    cohort: villages({ 得分: 90, 走访次数: 6 }),
    readings: [0, 1],
    values: ["走访"],
    outcomes: ["好 走访 0", "好 走访 -2"],
  },
  {
    code: "BF3119",
    says: "只有1个百分点的一半",
    cohort: villages({ 得分: 90, 上报率: 89.5 }),
    readings: [0, 1],
    values: ["上报"],
    outcomes: ["好 上报 10", "好 上报 9.75"],
  },
  // The conditions of the rows, as clauses of their own: none of them holds.
  {
    code: "BF3121",
    says: "造假为否，得分为60分",
    cohort: villages({ 得分: 60, 造假: false }),
    readings: [
      [
        "按情形 计 系数:\n  | 造假 的 得0\n  | 非 造假 且 得分 低于60分 的 得0.5",
        "造假 的,对 本人 约谈\n第四条 非 造假 且 得分 低于60分 的,对 本人 免职",
      ],
    ],
    outcomes: ["中"],
  },
  {
    code: "BF3122",
    says: "造假为是，得分为0分",
    cohort: villages({ 得分: 0, 造假: true }),
    readings: [
      ["| 造假 的 得0", "| 造假 且 得分 60分以上 的 得0"],
      ["| 得分 低于60分 的 得0.5", "| 得分 低于60分 且 非 造假 的 得0.5"],
    ],
    values: ["系数"],
    outcomes: ["差 系数 0.5", "差 系数 0"],
  },
  {
    code: "BF3124",
    says: "合计5分，还是只按3分",
    cohort: villages({ 得分: 90, 走访次数: 1, 造假: true }),
    readings: [0, 1],
    outcomes: ["扣减绩效分(5分)", "扣减绩效分(3分)"],
  },
  {
    code: "BF3125",
    says: "海拔为4500米",
    cohort: villages(...[4499, 4500, 4501].map((海拔) => ({ 海拔, 基础分: 60, 补助: 0 }))),
    readings: [
      [
        "第二条\n  海拔 超过4500米 的对象: 得分 = 基础分 + 5分\n  海拔 低于4500米 的对象: 得分 = 基础分",
        "高 = 若 海拔 超过4500米 则 1分 否则 0分\n低 = 若 海拔 低于4500米 则 1分 否则 0分",
      ],
    ],
    values: ["高", "低"],
    outcomes: ["高 0 低 1 | 高 0 低 0 | 高 1 低 0"],
  },
  {
    code: "BF3126",
    says: "海拔为4500米",
    cohort: villages({ 海拔: 4500, 基础分: 60, 补助: 0 }),
    readings: [
      ["4500米以上", "超过4500米"],
      ["4500米以下", "低于4500米"],
    ],
    values: ["得分"],
    outcomes: ["得分 60", "得分 65"],
  },
  {
    code: "BF3141",
    says: "前年符合、上年没有结果、今年又符合",
    cohort: villages({ 得分: 90, 造假: true }),
    history: years(null, { facts: { 造假: true } }, { facts: { 造假: false } }),
    readings: [0, 1],
    values: ["年数"],
    outcomes: ["好 年数 1", "好 年数 2"],
  },
  {
    code: "BF3168",
    says: "上一年12月30日的，还算不算",
    cohort: {
      队员: [{ 编号: "1", 通报记录: [{ 日期: "2017-12-30" }, { 日期: "2018-05-01" }] }],
    },
    readings: ["as written", 0],
    outcomes: ["无", "好"],
  },
  {
    code: "BF3169",
    says: "12月30日发生、下一年1月5日才发文",
    cohort: {
      队员: [
        { 编号: "按发生日", 通报记录: [{ 日期: "2018-12-30" }] },
        { 编号: "按发文日", 通报记录: [{ 日期: "2019-01-05" }] },
      ],
    },
    readings: ["as written"],
    values: ["通报次数"],
    outcomes: ["通报次数 1 | 通报次数 0"],
  },
  {
    code: "BF3181",
    says: "缺“平时分”的时候怎么算：按0分，还是不予评定",
    cohort: villages({ 年终分: 60 }),
    readings: ["as written", 0],
    values: ["总分"],
    outcomes: ["总分 ~60..90", "总分 60"],
  },
  {
    code: "BF3192",
    text: OF_TWO_COUNTERS(
      "第二条 依 市级通报次数 处理:\n  1次 对 本人 约谈\n  2次 对 本人 诫勉谈话\n  3次以上 对 本人 免职",
    ),
    says: "“2次”没有说是恰好2次还是2次以上：3次的",
    cohort: villages({ 市级通报次数: 3, 县级通报次数: 0 }),
    readings: [0, 1],
    outcomes: ["免职", "约谈 诫勉谈话 免职"],
  },
  {
    code: "BF3199",
    text: OF_TWO_COUNTERS(
      "第二条\n  分级处理:\n    (一) 市级通报次数 1次以上 或者 县级通报次数 2次以上 的,对 本人 约谈\n    (二) 市级通报次数 2次以上 或者 县级通报次数 3次以上 的,对 本人 诫勉谈话",
    ),
    says: "市级通报次数 2次：同时符合第二条(一)和第二条(二)",
    cohort: villages({ 市级通报次数: 2, 县级通报次数: 0 }),
    readings: [0, 1],
    outcomes: ["诫勉谈话", "约谈 诫勉谈话"],
  },
  {
    code: "BF3193",
    says: "第二条“1次”",
    cohort: villages({ 通报次数: 1 }, { 通报次数: 2 }),
    readings: ["as written"],
    outcomes: ["约谈 取消奖金 | 诫勉谈话"],
  },
  {
    code: "BF3194",
    says: "“中”给予组织调整，更差的“差”不给予",
    cohort: scores(70, 50),
    readings: ["as written"],
    outcomes: ["中 组织调整 | 差 取消奖金"],
  },
  {
    code: "BF3195",
    says: "得分 59分",
    cohort: scores(59),
    readings: ["as written"],
    outcomes: ["年度考核 评为 基本称职 年度考核 评为 不称职"],
  },
  {
    code: "BF3200",
    says: "一年差、一年中的",
    cohort: scores(70),
    history: years(graded("差")),
    readings: ["as written", 0],
    outcomes: ["中", "中 组织调整"],
  },
  {
    code: "BF3190",
    says: "第2年的诫勉谈话还给不给",
    cohort: scores(50),
    history: years(graded("差")),
    readings: [
      "as written",
      ["考核等次 为 差 的,对 本人 诫勉谈话", "考核等次 为 差 且 上年 考核等次 不为 差 的,对 本人 诫勉谈话"],
    ],
    outcomes: ["差 诫勉谈话 组织调整", "差 组织调整"],
  },
  {
    code: "BF3202",
    says: "两处都适用的，先算哪一处没有说",
    cohort: villages({ 得分: 90, 走访达标: true, 造假: true }),
    // Raised first, which the top grade stops, then lowered; and the other way about.
    readings: [
      0,
      ["第三条 造假 的,降低1个等次,最低 差", "第三条 造假 且 非 走访达标 的,降低1个等次,最低 差"],
    ],
    outcomes: ["中", "好"],
  },
  {
    code: "BF3210",
    says: "其余各项满分、“加减分”1分的，是101分",
    cohort: villages({ 得分: 100, 加减分: 1 }, { 得分: 0, 加减分: -1 }),
    readings: ["as written"],
    values: ["总分"],
    outcomes: ["总分 101 | 总分 -1"],
  },
  {
    code: "BF3213",
    says: "省1次和县1次",
    cohort: villages({ 通报记录: [{ 级别: "省" }, { 级别: "县" }] }),
    readings: ["as written", ["计数(通报记录)", "计数(通报记录, 级别 为 省)"]],
    outcomes: ["约谈", ""],
  },
  {
    code: "BF3216",
    text: "办法 甲\n措施 惩处,负向: 扣减目标分(分数)\n对象 单位,标识 编号\n  编号: 文字\n对象 队员,标识 编号\n  编号: 文字\n  得分: 0至100分  来源 县里\n  派出单位: 对象 单位  “年末的,只有一个”\n第一条 队员: 得分 低于60分 的,对 派出单位 扣减目标分(2分)\n",
    says: "两个队员这样、“派出单位”是同一个，是处理一次还是两次",
    cohort: {
      单位: [{ 编号: "甲" }],
      队员: ["1", "2"].map((编号) => ({ 编号, 得分: 50, 派出单位: "甲" })),
    },
    readings: [0, 1],
    outcomes: [" | 派出单位: 扣减目标分(2分) | 派出单位: 扣减目标分(2分)", "扣减目标分(2分) |  | "],
  },
  {
    code: "BF3217",
    says: "级别 为 市",
    cohort: villages({ 通报记录: [{ 级别: "市" }] }),
    readings: ["as written"],
    values: ["甲次数", "乙次数"],
    outcomes: ["甲次数 1 乙次数 1"],
  },
  {
    code: "BF3218",
    says: "“造假”在第二条影响得分，在第三条又单独处理",
    cohort: villages({ 得分: 90, 造假: true, 迟报: false, 走访达标: false }),
    readings: ["as written", ["第三条 造假 的,评为 差\n", ""]],
    values: ["诚信"],
    outcomes: ["差 诚信 5", "好 诚信 5"],
  },
  {
    code: "BF3246",
    says: "59.996分，取到0.01就成了60分",
    cohort: villages({ 甲: 59.99, 乙: 60 }),
    readings: [
      "as written",
      ["总分 = 甲 占40%、乙 占60%", "合成分 = 甲 占40%、乙 占60%\n  总分 = 合成分 四舍五入到 0.01分"],
    ],
    values: ["总分"],
    outcomes: ["差 总分 59.996", "好 总分 60"],
  },
  {
    code: "BF3247",
    says: "例如49.6%，取整填报就成了50%",
    cohort: villages({ 得分: 60, 进度: 49.6 }, { 得分: 60, 进度: 50 }),
    readings: ["as written"],
    outcomes: ["差 | 好"],
  },
  {
    code: "BF3114",
    text: "办法 村考核\n措施 惩处: 不得提拔(时长)\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n  造假: 是否  来源 县里\n  事发日期: 日期\n第一条【目的】宣示\n第二条 造假 的,对 本人 不得提拔(1年)\n",
    says: "从评定、从作出处理还是从事发之日起，到期的日子都不同",
    cohort: villages({ 得分: 90, 造假: true, 事发日期: "2018-03-01" }),
    readings: [0, ["不得提拔(1年)", "不得提拔(自 事发日期 起 1年)"]],
    outcomes: ["不得提拔(1年) 2019-01-05..2020-01-05", "不得提拔(1年) 2018-03-01..2019-03-01"],
  },
  {
    code: "BF3276",
    says: "前几名里有他的时候，名次留着、空着还是由下一名递补",
    cohort: villages({ 得分: 90, 造假: true }, ...[80, 70, 60].map((得分) => ({ 得分, 造假: false }))),
    readings: ["as written", 0],
    outcomes: ["好 取消评先资格 | 好 | 好 | 中", "中 取消评先资格 | 好 | 好 | 好"],
  },
];

/**
 * Classes whose case no evaluator can reckon: what the finding asks is answered by people, and whatever they answer,
 * the measure computes the same until they write it.
 */
export const NOT_RECKONED: Readonly<Record<string, string>> = {
  "days on which somebody acts: the case is a day, and no figure goes by it": "TIME CAL RETRO",
  "who acts, judges or is meant": "EVID ROLE MULTI SCORER SUBJ",
  "what a word, a list or a text that is not there takes in": "INC VAGUE LIST VOC REF CONJ",
  "what somebody decides, without a test": "CHOICE DISC",
  "nothing follows, whatever the case": "ORPHAN",
  "two clauses that come to the same until one of them is changed": "DUP",
  "whether the measure's own notices are among those that are reported to it": "CYCLE",
};
