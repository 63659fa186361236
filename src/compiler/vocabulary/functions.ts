/**
 * Built-in functions: one object per function. What a function means is its IR node (`aggregate`,
 * `population`, `min`, `max`); this table says how it is spelled and which node it becomes.
 */
export type BuiltIn =
  | {
      readonly family: "aggregate";
      readonly fn: "count" | "sum" | "mean" | "max" | "min";
      readonly zh: string;
      readonly en: string;
    }
  | {
      readonly family: "population";
      readonly fn: "rank" | "max" | "min" | "mean" | "sum" | "count";
      readonly zh: string;
      readonly en: string;
    }
  | { readonly family: "unsupported"; readonly zh: string; readonly en: string };

export const builtIns: readonly BuiltIn[] = [
  { family: "aggregate", fn: "count", zh: "计数", en: "count" },
  { family: "aggregate", fn: "sum", zh: "合计", en: "sum" },
  { family: "aggregate", fn: "mean", zh: "平均", en: "mean" },
  { family: "aggregate", fn: "max", zh: "最高", en: "highest" },
  { family: "aggregate", fn: "min", zh: "最低", en: "lowest" },
  { family: "population", fn: "rank", zh: "名次", en: "rank" },
  { family: "population", fn: "max", zh: "全体最高", en: "overall_highest" },
  { family: "population", fn: "min", zh: "全体最低", en: "overall_lowest" },
  { family: "population", fn: "mean", zh: "全体平均", en: "overall_mean" },
  { family: "population", fn: "sum", zh: "全体合计", en: "overall_sum" },
  { family: "population", fn: "count", zh: "全体人数", en: "overall_count" },
  { family: "unsupported", zh: "天数", en: "days_between" },
  { family: "unsupported", zh: "周岁", en: "age" },
  { family: "unsupported", zh: "连续期数", en: "run_length" },
];

const byName = new Map(builtIns.flatMap((f) => [[f.zh, f] as const, [f.en, f] as const]));

export function findBuiltIn(name: string): BuiltIn | undefined {
  return byName.get(name);
}
