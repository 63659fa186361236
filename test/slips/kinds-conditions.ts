import { edits, type Kind } from "./text.ts";

/** Conditions and results that do not hang together. */
export const CONDITIONS: readonly Kind[] = [
  {
    name: "of-dropped",
    zh: "条件后面漏了“的”",
    en: "a condition without its 的",
    slips: (t) =>
      edits(t, ["rule"], / 的,(?=(?:对|由|评为|最高评为|一票否决) )/g, () => ({ put: ",", code: "BF1045" })),
  },
  {
    name: "equals-in-condition",
    zh: "条件里用“=”代替“为”",
    en: "= for 为 in a condition",
    slips: (t) => edits(t, ["rule"], / 为 (?=[^ :]+ 的,)/g, () => ({ put: " = ", code: "BF1036" })),
  },
  {
    name: "connective-mixed",
    zh: "“或者”和“并且”混用",
    en: "或者 and 并且 mixed",
    slips: (t) =>
      edits(t, ["rule"], /(?<=^[^()]* (?:或|或者) [^()]*) (?:或|或者) (?=[^()]*$)/g, () => ({
        put: " 并且 ",
        code: "BF1037",
      })),
  },
  {
    name: "and-or-mixed",
    zh: "“且”改成“或”而没有加括号",
    en: "one of several 且 made 或 without brackets",
    slips: (t) =>
      edits(t, ["rule"], /(?<=^[^()]* 且 [^()]*) 且 (?=[^()]*$)/g, () => ({ put: " 或 ", code: "BF1037" })),
  },
  {
    name: "comma-between-conditions",
    zh: "两个条件之间只有逗号",
    en: "only a comma between two conditions",
    slips: (t) =>
      edits(t, ["rule"], / (?:或|或者|且|并且) (?=.* 的,)/g, (m, line) =>
        / (?:或|或者|且|并且) /.test(line.code.slice(0, m.index ?? 0)) ||
        /[(若]/.test(line.code.slice(0, m.index ?? 0))
          ? null
          : { put: "，", code: "BF1039" },
      ),
  },
  {
    name: "result-cut-off",
    zh: "写完条件就断了",
    en: "cut off after the condition",
    slips: (t) =>
      edits(t, ["rule"], / 的,(?!.* 的,).*$/g, (_, line) => ({
        put: " 的",
        code: line.code.includes("下列") ? "BF1049" : "BF1031",
      })),
  },
  {
    name: "comparison-cut-off",
    zh: "比较的词后面断了",
    en: "cut off after the word of comparison",
    slips: (t) =>
      edits(t, ["rule"], /(?<=[^ ] (?:低于|不满|少于|达到|为|不少于)) [^ ]+$/g, (m, line) =>
        / 为 /.test(line.code) &&
        /名|其余|以上|至|-/.test(line.code) &&
        (m.index ?? 0) > 0 &&
        line.code.includes("名 为")
          ? null
          : { put: "", code: "BF1032" },
      ),
  },
  {
    name: "formula-cut-off",
    zh: "算式写到运算符就断了",
    en: "a formula cut off after an operator",
    slips: (t) =>
      edits(t, ["rule"], /(?<= [+×÷]) [^+×÷]+$/g, (m) => ({
        put: "",
        code: m[0].endsWith(")") ? "BF1005" : "BF1032",
      })),
  },
  {
    name: "operator-dropped",
    zh: "算式里漏了运算符",
    en: "no operator between two names",
    slips: (t) => edits(t, ["rule"], /(?<= = [^(]*) [+×÷] (?=[^\d])/g, () => ({ put: " ", code: "BF1033" })),
  },
  {
    name: "condition-alone-in-list",
    zh: "一项情形里又写了结果",
    en: "a result inside an item of a list of circumstances",
    slips: (t) => {
      let list = false;
      return t.lines.flatMap((l) => {
        if (/下列情形.*:$/.test(l.code)) list = true;
        else if (l.sort === "blank") list = false;
        return list && /^ +\d+\. [^:]*$/.test(l.code)
          ? [{ line: l.at, after: `${l.text} 的,评为 不合格`, code: "BF1047", at: l.at + 1 }]
          : [];
      });
    },
  },
  {
    name: "never-changes",
    zh: "分数线多打了一个零",
    en: "a threshold with a nought too many",
    slips: (t) =>
      edits(t, ["rule"], /(?<=[^ ]+ (?:低于|不满)(\d\d))(?=(?:分|%)$)/g, () => ({
        put: "0",
        code: "BF5104",
      })),
  },
];
