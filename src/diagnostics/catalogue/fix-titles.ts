import { phrases } from "../message.ts";

/** What a fix does: the title under which it is offered. */
export const fixTitles = phrases({
  "add-percent-sign": { zh: "加上%", en: "Add the percent sign" },
  "add-row": { zh: "加一行“{row}”", en: "Add a row “{rowEn}”" },
  "add-spaces": { zh: "加上空格", en: "Add the spaces" },
  "change-to": { zh: "改为“{text}”", en: "Change to “{text}”" },
  "declare-below": { zh: "声明“{lower}”低于“{higher}”", en: "Declare that “{lower}” is below “{higher}”" },
  "leave-marks-open": {
    zh: "分值留待确定：声明参数“{name}”",
    en: "Leave the marks open: declare the value “{name}”",
  },
  "round-to-first": { zh: "先四舍五入到{unit}", en: "Round to {unit} first" },
  "write-excluding": { zh: "“{text}”后面写“(不含)”", en: "Write “(excluding)” behind “{text}”" },
});
