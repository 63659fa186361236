import { family } from "../message.ts";

/** BF2xxx, continued: links to other subjects, against their direction, and who holds a post. */
export const links = family({
  BF2060: {
    severity: "error",
    zh: {
      title: "反称要写在联系对象的一栏上",
      message: "“{name}”{why}，不能有反称“{inverse}”。",
      help: "反称写在“所在单位: 对象 单位，反称 所属人员”这样的一栏上，由对象声明，不在记录里。",
    },
    en: {
      title: "An inverse belongs to a link",
      message: "“{name}” {whyEn}, so it cannot have the inverse “{inverse}”.",
      help: "Write the inverse on a field of a subject that links to another subject.",
    },
  },
  BF2061: {
    severity: "error",
    zh: {
      title: "这里有多个对象",
      message: "“{name}”是多个对象，不是一个值。",
      help: "用函数说明怎样算，例如“计数({name}，<条件>)”“平均({name}.得分)”。",
    },
    en: {
      title: "Several subjects stand here",
      message: "“{name}” is several subjects, not one value.",
      help: "Say with a function what to compute, such as “count({name}, <condition>)” or “mean({name}.score)”.",
    },
  },
  BF2062: {
    severity: "error",
    zh: {
      title: "联系对象的写法不对",
      message: "“{name}”{why}。",
      help: "联系一个对象写“对象 {subject}”，联系多个写“对象 {subject} 多个”；多个的只能由对象声明，不在记录里。",
    },
    en: {
      title: "A link declared wrongly",
      message: "“{name}” {whyEn}.",
      help: "Write “subject {subject}” for one subject and “subject {subject} any number” for several; several only in a subject, not in a record.",
    },
  },
  BF2064: {
    severity: "error",
    zh: {
      title: "不知道免除谁",
      message: "“{name}”不是“{subject}”填报的内容，不知道免除的是谁。",
      help: "在“对象 {subject}”里声明“{name}: 人员”，填上是谁；整个对象都免除的，不写“对 {name}”。",
    },
    en: {
      title: "Nobody knows who is exempted",
      message: "“{name}” is no field of “{subject}”, so it is not known who is exempted.",
      help: "Declare “{name}: person” in subject “{subject}”; leave the target out to exempt the subject as a whole.",
    },
  },
});
