import { phrases } from "../message.ts";

/** The case in which a finding matters, with its figures: part of the sentence of the finding. */
export const caseWords = phrases({
  "added-or-greatest": {
    zh: "：例如一处{first}、一处{second}的，合计{sum}，还是只按{greatest}",
    en: ", for example with {first} and {second}: {sum} in all, or {greatest} only",
  },
  "after-so-many": { zh: "（例如{count}的，剩{figure}）", en: " (after {count}, {figure} are left)" },
  "at-least-figure": { zh: "（最低{figure}）", en: " (to {figure})" },
  "first-with-only": { zh: "（例如第1名只有{score}）", en: " (such as a first with {score} only)" },
  "from-to": { zh: "（各项合计从{low}到{high}）", en: " (the parts total from {low} to {high})" },
  "one-more-than-full": {
    zh: "（例如其余各项满分、“{part}”{one}的，是{sum}）",
    en: " (with all else at its highest and {one} of “{part}” it is {sum})",
  },
  "reported-as-whole": {
    zh: "（例如{figure}，取整填报就成了{limit}）",
    en: " (such as {figure}, reported as {limit})",
  },
  "rounded-onto-limit": {
    zh: "{figure}，取到0.01就成了{limit}，结果不同",
    en: "{figure} becomes {limit} at two decimals, with another result",
  },
  "rounded-to-a-tie": {
    zh: "80.001分和80.004分，取到0.01就并列，不取就分先后",
    en: "80.001 and 80.004 points are equal at two decimals, and else have places of their own",
  },
  "scored-apart": {
    zh: "：例如{first}给{high}、{second}给{low}，记多少",
    en: ": with {high} of {first} and {low} of {second}, what is it",
  },
  "voted-apart": {
    zh: "：例如{first}都评“{high}”、{second}都评“{low}”，算哪一档",
    en: ": with all of {first} for “{high}” and all of {second} for “{low}”, which is it",
  },
});
