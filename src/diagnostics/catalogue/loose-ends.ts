import { family } from "../message.ts";

/** BF3250–BF3259: what only shows where several clauses are read together: papers, panels, votes, terms. */
export const looseEnds = family({
  BF3250: {
    severity: "error",
    ambiguity: "VOC",
    zh: {
      title: "等次没有评定的办法",
      message: "后面要看“{scale}”，没有一条评定它{vote}：该是什么等次，谁也不知道。",
      help: "写“依 … 评定 {scale}:”，列出各档对应的等次。",
    },
    en: {
      title: "Nothing decides the grade",
      message: "“{scale}” is needed further on, and no clause decides it{voteEn}: nobody has one.",
      help: "Write a choice of “{scale}”, with a row for each grade.",
    },
  },
  BF3251: {
    severity: "warning",
    ambiguity: "VOC",
    zh: {
      title: "一个等次两个叫法",
      message: "“{scale}”的{grades}各有两个叫法，没有说对谁用哪一个、是不是一回事。",
      help: "只留一个叫法；不同对象叫法不同的，分别声明等次。",
    },
    en: {
      title: "A grade with two names",
      message:
        "{grades} of “{scale}” have two names each; nothing says for whom which is used, or that they are one.",
      help: "Keep one name, or declare a scale for each kind of subject.",
    },
  },
  BF3252: {
    severity: "warning",
    ambiguity: "ORPHAN",
    zh: {
      title: "报告报了没有用处",
      message: "“{paper}”由{who}自己报，没有一条用到它：不报、报得不实都没有后果。",
      help: "写明它占多少分，或者不报的怎样处理；只作参考的，用“认可”记下。",
    },
    en: {
      title: "A report that nothing goes by",
      message: "{who} hands in “{paper}” again and again, and no clause uses it; failing to has no effect.",
      help: "Say what it counts for or what follows when it is missing; record with an acceptance that it is only for information.",
    },
  },
  BF3253: {
    severity: "warning",
    ambiguity: "AMT",
    zh: {
      title: "代表几个人没有说",
      message: "{names}没有说几个人、怎样推选：找2个人和找20个人都合规定。",
      help: "写明人数（如“「10名村民代表」”）或者比例。",
    },
    en: {
      title: "How many representatives?",
      message: "For {names} neither a number nor a way of choosing is given: two people or twenty would do.",
      help: "Give a number or a share.",
    },
  },
  BF3254: {
    severity: "warning",
    ambiguity: "AMT",
    zh: {
      title: "按比例计入的分没有满分",
      message: "{parts}按比例计入“{name}”，没有说满分是多少：表按50分设计的和按100分设计的，折算出来差一半。",
      help: "写明范围，如“{first}: 0至100分”。",
    },
    en: {
      title: "A weighted part without full marks",
      message: "{parts} enter “{name}” with weights, and nothing says out of how many points they are given.",
      help: "Give the range, such as “{first}: 0 to 100 points”.",
    },
  },
  BF3255: {
    severity: "warning",
    ambiguity: "WIN",
    zh: {
      title: "“一年”从哪月到哪月没有说",
      message:
        "“{name}”按年计，而{deadline}就要“{step}”：是算到当时，还是从上一次起满一年，还是算到年底，没有说。",
      help: "在说明里写清起止（如“上年11月至本年10月”），或者写成有日期的记录，用“近12个月”“本年度”计。",
    },
    en: {
      title: "From which month to which is the year?",
      message:
        "“{name}” counts by the year, but “{step}” comes at {deadline}: up to then, since the last time, or up to the year's end?",
      help: "Say the months in the description, or use dated records and “within 12 months” or “this year”.",
    },
  },
  BF3256: {
    severity: "warning",
    ambiguity: "MULTI",
    zh: {
      title: "有几个的时候合计还是分别算",
      message: "一个“{subject}”可以有几个“{many}”，“{name}”没有说是合计的，还是每一个都要达到。",
      help: "在说明里写“合计”或者“每一个分别”；分别算的写在“{many}”里。",
    },
    en: {
      title: "All together, or for each?",
      message:
        "A “{subject}” may have several “{many}”; nothing says whether “{name}” is of all of them together or must hold for each.",
      help: "Say so in the description; what holds for each belongs in “{many}”.",
    },
  },
  BF3257: {
    severity: "warning",
    ambiguity: "SUBJ",
    zh: {
      title: "没有抽中的怎么办没有说",
      message:
        "“{name}”只抽{amount}，而它是考核的一部分：没有抽中的“{subject}”怎样考、计多少，没有一条规定。",
      help: "写明没有抽中的怎样考核，或者这一项对他们不适用。",
    },
    en: {
      title: "What of those not drawn?",
      message:
        "“{name}” takes {amount} only, but it is part of the assessment; no clause says how the other “{subject}” are assessed.",
      help: "Say how the others are assessed, or that this part does not apply to them.",
    },
  },
  BF3258: {
    severity: "warning",
    ambiguity: "VOC",
    zh: {
      title: "同一件事两处列的内容不同",
      message: "{who}“{verb}”什么，这里列{second}，{cite}列{first}：以哪一处为准没有说。",
      help: "两处写成一样的，或者写明各管什么。",
    },
    en: {
      title: "One thing, listed differently in two places",
      message:
        "What {who} must “{verb}” is {second} here and {first} in {cite}; nothing says which list holds.",
      help: "Make the lists agree, or say what each is for.",
    },
  },
  BF3259: {
    severity: "warning",
    ambiguity: "TIE",
    zh: {
      title: "票数相同的归哪一档没有说",
      message: "“{vote}”的档次没有分值，只能按票数定；“{first}”和“{second}”票数相同的归哪一档，没有说。",
      help: "给各档写分值，或者写明怎样按票数定、相同的怎么办。",
    },
    en: {
      title: "Equal numbers of votes",
      message:
        "The levels of “{vote}” have no points, so votes decide by their number; nothing says what holds when “{first}” and “{second}” get as many.",
      help: "Give each level points, or say how votes decide and what equal numbers mean.",
    },
  },
});
