import { FUNCTION_WORDS } from "../../parser/keywords.ts";

/**
 * Built-in functions: one object per function. What a function means is its IR node (`aggregate`,
 * `population`, `min`, `max`); this table says how it is spelled and which node it becomes.
 */
export type BuiltIn =
  | {
      readonly family: "aggregate";
      readonly fn: "count" | "sum" | "mean" | "max" | "min";
      readonly zh: string;
    }
  | {
      readonly family: "population";
      readonly fn: "rank" | "max" | "min" | "mean" | "sum" | "count";
      readonly zh: string;
    }
  | { readonly family: "dates"; readonly op: "days-between" | "full-years"; readonly zh: string }
  | { readonly family: "run-length"; readonly zh: string };

export const builtIns: readonly BuiltIn[] = [
  { family: "aggregate", fn: "count", zh: "计数" },
  { family: "aggregate", fn: "sum", zh: "合计" },
  { family: "aggregate", fn: "mean", zh: "平均" },
  { family: "aggregate", fn: "max", zh: "最高" },
  { family: "aggregate", fn: "min", zh: "最低" },
  { family: "population", fn: "rank", zh: "名次" },
  { family: "population", fn: "max", zh: "全体最高" },
  { family: "population", fn: "min", zh: "全体最低" },
  { family: "population", fn: "mean", zh: "全体平均" },
  { family: "population", fn: "sum", zh: "全体合计" },
  { family: "population", fn: "count", zh: "全体人数" },
  { family: "dates", op: "days-between", zh: "天数" },
  { family: "dates", op: "full-years", zh: "周岁" },
  { family: "run-length", zh: "连续期数" },
];

const byName = new Map(builtIns.map((f) => [f.zh, f]));
const english = new Map<string, string>(FUNCTION_WORDS.map(([zh, en]) => [zh, en]));

/** The English spelling of a function, from the parser's table of words. */
export const englishName = (zh: string): string => english.get(zh) ?? zh;

/** By its Chinese name; the parser has turned English spellings into Chinese ones. */
export function findBuiltIn(name: string): BuiltIn | undefined {
  return byName.get(name);
}
