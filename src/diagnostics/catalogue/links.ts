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
  BF2063: {
    severity: "error",
    zh: {
      title: "后果落在多个对象上",
      message: "“{name}”是多个“{each}”，后果要落在各自身上。",
      help: "写成对“{each}”的规定：“{example}”，每个人的结果里就有自己的依据。",
    },
    en: {
      title: "A consequence for several subjects",
      message: "“{name}” are several “{each}”; each of them has to get the consequence himself.",
      help: "Write it as a rule for “{each}”: “{example}”; then the result of each shows its own basis.",
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
  BF2065: {
    severity: "error",
    zh: {
      title: "只有对象的人员、单位才有任职起止",
      message: "“{name}”{why}，不能写“有任职起止”。",
      help: "在对象里声明“第一书记: 人员，有任职起止”这样的一栏。",
    },
    en: {
      title: "Only a person or body of a subject has dates of office",
      message: "“{name}” {whyEn} and has no dates of office.",
      help: "Declare a field such as “secretary: person, with dates of office” in a subject.",
    },
  },
  BF2066: {
    severity: "error",
    ambiguity: "MULTI",
    zh: {
      title: "没有说是什么时候任职的",
      message: "“{name}”先后可能有几个人，这里没有说是哪个时候的。",
      help: "作后果的对象时写“对 事发时 {name}”“对 期末 {name}”或“对 任一时 {name}”；不能直接用在条件和算式里。",
    },
    en: {
      title: "Holding the post when is not said",
      message: "Several people may have held “{name}”; here nothing says when.",
      help: "As the target of a consequence write “at the event”, “at period end” or “at any time” before {name}; it cannot be used in conditions and formulas.",
    },
  },
  BF2067: {
    severity: "error",
    zh: {
      title: "“事发时”是哪一天说不清",
      message: "{why}，不知道“事发时”看哪个日期。",
      help: "写明日期，例如“对 事发时(事故日期) {name}”；或者让这一条只对一种带一个日期的记录计数。",
    },
    en: {
      title: "The day of the event is not clear",
      message: "{whyEn}, so the day of the event is not known.",
      help: "Name the date, as in “at the event (accident_date) {name}”, or count one list of records with one date in this clause.",
    },
  },
  BF2068: {
    severity: "error",
    zh: {
      title: "没有任职起止",
      message: "“{name}”没有任职起止，不能说“{word}”。",
      help: "在声明里写“{name}: 人员，有任职起止”，或者删去“{word}”。",
    },
    en: {
      title: "No dates of office",
      message: "“{name}” has no dates of office, so “{word}” says nothing.",
      help: "Declare “{name}: person, with dates of office”, or delete “{word}”.",
    },
  },
  BF2069: {
    severity: "error",
    zh: {
      title: "有任职起止的人不能单独免除",
      message: "“{name}”有任职起止，不能单独免除：对哪个时候的人，由追究责任的那一条说。",
      help: "写成“情形 的,免除 第某条”，免除整条；只追究某个时候的人的，在那一条里写“期末”“事发时”。",
    },
    en: {
      title: "Somebody with dates of office cannot be exempted alone",
      message:
        "“{name}” has dates of office and cannot be exempted alone: the clause that holds somebody responsible says of which time.",
      help: "Exempt from the clause as a whole (“condition: exempt from Article N”), and say there whom it means: at the end, at the event.",
    },
  },
});
