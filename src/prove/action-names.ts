/**
 * A grade in a scale that belongs to no subject (年度考核 不得评为 优秀) is an action named by the words of the measure,
 * keyword and all. In another keyword language it is the same action.
 */
const VERBS: readonly (readonly [string, string])[] = [
  ["cannot be graded", "不能评为"],
  ["not graded", "不得评为"],
  ["capped at", "最高评为"],
  ["floored at", "最低评为"],
  ["graded", "评为"],
];

/** The name that is the same in both keyword languages. */
export function actionKey(name: string): string {
  const verb = VERBS.find(([en]) => name.includes(` ${en} `));
  return verb ? name.replace(` ${verb[0]} `, ` ${verb[1]} `) : name;
}
