import { phrases } from "../message.ts";

/** What another place has to do with a problem: said beside it. */
export const labels = phrases({
  "already-field": { zh: "它已经是填报的一栏", en: "it is already a field" },
  "already-inverse": { zh: "它已经是反称", en: "it is already an inverse" },
  "computed-here": { zh: "“{name}”在这里算出", en: "“{name}” is computed here" },
  "declared-here": { zh: "“{name}”在这里声明", en: "“{name}” is declared here" },
  "defined-here": { zh: "{name}在这里定义", en: "{name} is defined here" },
  "first-defined-here": { zh: "第一次定义在这里", en: "first defined here" },
  "first-one": { zh: "第一处在这里", en: "the first one" },
  "found-here": { zh: "它在这里得出", en: "it is found here" },
  "list-is-here": { zh: "记录在这里", en: "the list is here" },
  "lower-rungs-still": {
    zh: "到了这一级，低一级的处理还给不给",
    en: "on this rung, do the lower ones still apply?",
  },
  "needed-here": { zh: "这里要用", en: "needed here" },
  "next-band": { zh: "上面一段从这里开始", en: "the next band starts here" },
  "other-band": { zh: "另一段在这里", en: "the other band" },
  "other-class": { zh: "另一类在这里", en: "the other class" },
  "other-row": { zh: "另一行在这里", en: "the other row" },
  "threshold-is-here": { zh: "分数线在这里", en: "the threshold is here" },
  vote: { zh: "测评在这里", en: "the vote" },
});
