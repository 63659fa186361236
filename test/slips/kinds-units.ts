import { edits, type Kind } from "./text.ts";

const DIGITS = "零一二三四五六七八九";
/** 60 → 六十, 4 → 四. */
const inWords = (n: number): string =>
  n < 10 ? DIGITS[n]! : `${n < 20 ? "" : DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? "" : DIGITS[n % 10]}`;

const COMPARED = "(?<=(?:低于|不满|少于|不少于|达到|超过|不低于))";
const compared = (unit: string) => new RegExp(`${COMPARED}(\\d+)${unit}`, "g");
const AMOUNT = /(?<= )(\d{1,2})(分|次|人|天)(?=以上)/g;

/** Figures and their units. */
export const UNITS: readonly Kind[] = [
  {
    name: "score-in-percent",
    zh: "分写成%",
    en: "marks written as percent",
    slips: (t) => edits(t, ["rule"], compared("分"), (m) => ({ put: `${m[1]}%`, code: "BF2006" })),
  },
  {
    name: "times-as-people",
    zh: "次写成人",
    en: "times written as people",
    slips: (t) => [
      ...edits(t, ["rule"], compared("次"), (m) => ({ put: `${m[1]}人`, code: "BF2006" })),
      ...edits(t, ["rule"], /(?<=[^ ]+ )(\d+)次以上/g, (m) => ({ put: `${m[1]}人以上`, code: "BF2006" })),
    ],
  },
  {
    name: "percent-dropped",
    zh: "百分比漏了%",
    en: "a percentage without %",
    slips: (t) => edits(t, ["rule"], compared("%"), (m) => ({ put: m[1]!, code: "BF2031" })),
  },
  {
    name: "unknown-unit",
    zh: "单位打错",
    en: "a unit mistyped",
    slips: (t) =>
      edits(t, ["rule"], compared("(?:分|次|人|天)"), (m) => ({ put: `${m[1]}粉`, code: "BF1050" })),
  },
  {
    name: "money-without-unit",
    zh: "金额写到“万”为止",
    en: "an amount that ends in 万",
    slips: (t) => edits(t, ["rule"], /万元/g, () => ({ put: "万", code: "BF1050" })),
  },
  {
    name: "number-in-words",
    zh: "数目写成汉字",
    en: "a figure written in words",
    slips: (t) => [
      ...edits(t, ["rule"], new RegExp(`${COMPARED}(\\d{1,2})(分|次|人|天)`, "g"), (m) => ({
        put: `${inWords(Number(m[1]))}${m[2]}`,
        code: "BF1063",
      })),
      ...edits(t, ["rule"], AMOUNT, (m) => ({ put: `${inWords(Number(m[1]))}${m[2]}`, code: "BF1063" })),
    ],
  },
  {
    name: "range-reversed",
    zh: "区间的两端写反",
    en: "the two ends of a range changed round",
    slips: (t) =>
      edits(t, ["rule", "field"], /(?<=[: ])(\d+)(至|-)(\d+)(?=分|个|人|次|项)/g, (m) =>
        m[1] === m[3] ? null : { put: `${m[3]}${m[2]}${m[1]}`, code: "BF2019" },
      ),
  },
  {
    name: "no-such-day",
    zh: "日期不存在",
    en: "a day that does not exist",
    slips: (t) =>
      edits(t, ["rule"], /(?<=^施行 \d+年)\d+月\d+日/g, () => ({ put: "6月31日", code: "BF1051" })),
  },
  {
    name: "weights-not-whole",
    zh: "权重合计不是100%",
    en: "weights that do not add up",
    slips: (t) => edits(t, ["rule"], /(?<=占)70%/g, () => ({ put: "60%", code: "BF2015" })),
  },
];
