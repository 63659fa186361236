import { family } from "../message.ts";

/** BF2xxx, continued: ways of choosing, rows, rankings and effects on scores. */
export const choices = family({
  BF2181: {
    severity: "error",
    zh: {
      title: "这里不能这样选",
      message: "“{mode}”在这里没有意义。",
      help: "处理写“就高”或“逐级累加”；分段计分还可以写“分段累计”；按情形和对照表只能写“依次”（从上往下，先符合的算）。",
    },
    en: {
      title: "Not a way of choosing here",
      message: "“{mode}” says nothing here.",
      help: "Rungs take “highest rung” or “rung by rung”; points by bands also “marginal”; cases and tables only “top down”.",
    },
  },
  BF2194: {
    severity: "error",
    zh: {
      title: "分段累计的每一行写比率",
      message:
        "“{row}”是一个“{value}”那样的数：分段累计用每一行的比率去乘落在这一段里的部分，不再乘一次“{value}”。",
      help: "只写比率，例如“得2%”“得0.5”；要按整段一次给一个数的，去掉“分段累计”。",
    },
    en: {
      title: "A marginal row has a rate",
      message:
        "“{row}” is a figure like “{value}” itself. A marginal row multiplies the part of “{value}” that lies in it by its rate.",
      help: "Write the rate alone, as in “scores 2%”. To give one figure for the whole band, drop the marginal mode.",
    },
  },
  BF2182: {
    severity: "error",
    zh: {
      title: "这一行没有给出结果",
      message: "“{row}”没有说{what}。",
      help: "每一行都要有结果，另外的处理写在后面，例如“{example},约谈”。",
    },
    en: {
      title: "A row without a result",
      message: "“{row}” does not say {whatEn}.",
      help: "Every row gives a result; what else it does comes after it, for example “{exampleEn}, …”.",
    },
  },
  BF2183: {
    severity: "error",
    zh: {
      title: "不能分段",
      message: "“{text}”不是数值，也没有选项可选，不能分段。",
      help: "分段要依据数值、选项或等级；是否、文字和日期用“按情形”或者“对照表”。",
    },
    en: {
      title: "No bands of this",
      message: "“{text}” is neither a number nor one of some options, so it has no bands.",
      help: "Bands need a number, options or levels; for yes or no, texts and dates choose by cases or by a table.",
    },
  },
  BF2184: {
    severity: "error",
    zh: {
      title: "两种选法相互矛盾",
      message: "“{first}”和“{second}”不能同时用。",
      help: "只留一种。",
    },
    en: {
      title: "Two ways of choosing",
      message: "“{first}” and “{second}” cannot both hold.",
      help: "Keep one of them.",
    },
  },
  BF2185: {
    severity: "error",
    zh: {
      title: "分不清在哪一行",
      message: "“{row}”这一行另有处理，可是还有一行评定同一等次，分不清是哪一行。",
      help: "处理另写一条“依 … 排名 处理:”。",
    },
    en: {
      title: "Which row is it?",
      message: "“{row}” does more than grade, but another row gives the same grade.",
      help: "Write what is done by rank as a choice of its own: “by … ranked handle:”.",
    },
  },
  BF2186: {
    severity: "error",
    zh: {
      title: "“受限者”不知道受哪个等次限制",
      message: "“{subject}”要评定的等次：{scales}。“受限者”是等次受上限限制的人，这里看不出是哪个等次。",
      help: "写明条件，例如“不含 弄虚作假 者”。",
    },
    en: {
      title: "Restricted in what?",
      message:
        "Grades of “{subject}”: {scalesEn}. Who is restricted follows from the ceilings of one of them.",
      help: "State the condition instead: “excluding those CONDITION”.",
    },
  },
  BF2187: {
    severity: "error",
    zh: {
      title: "只能把本人列为最后一名",
      message: "“{text}”要把别的人列为最后一名，可是名次是按各人自己的条件排的。",
      help: "写成对方的条件，例如“<对方的条件> 的,列为最后一名”。",
    },
    en: {
      title: "Only the subject itself is ranked last",
      message: "“{text}” is about somebody else's rank, which follows from that one's own facts.",
      help: "Write the condition of the one who is to be last.",
    },
  },
  BF2188: {
    severity: "error",
    zh: {
      title: "没有说是哪个排名",
      message: "排名不止一个（{rankings}），不知道在哪个排名里列为最后一名。",
      help: "写明排名，例如“考核等次 列为最后一名”。",
    },
    en: {
      title: "Last in which ranking?",
      message: "There are several rankings ({rankings}).",
      help: "Name the ranking before “ranked last”: what it gives, or the value that is ranked.",
    },
  },
  BF2189: {
    severity: "error",
    zh: {
      title: "其他对象的得分由它自己的条文算",
      message: "“{text}”要改“{whose}”的得分，可是它也是考核对象，得分由写给它的条文算出。",
      help: "在写给它的条文里，按与它相联系的对象计数后加减，例如“每 某情形 1个 扣2分”。",
    },
    en: {
      title: "Another subject's score follows from its own rules",
      message: "“{text}” changes the score of “{whose}”, which is assessed itself.",
      help: "Write a rule for that kind of subject which counts the subjects linked to it.",
    },
  },
  BF2190: {
    severity: "error",
    zh: {
      title: "不是数值，不能加减分",
      message: "“{text}”要对“{name}”加减分，可是它不是数值。",
      help: "写明一个得分，例如“总分 扣2分”；等次用“提高1个等次”“降低1个等次”。",
    },
    en: {
      title: "No points on what is not a number",
      message: "“{text}” changes “{name}”, which is not a number.",
      help: "Name a score before the verb; a grade is raised or lowered by steps.",
    },
  },
  BF2191: {
    severity: "error",
    zh: {
      title: "酌情的范围要事先知道",
      message: "酌情加分、扣分的范围只能用数字或者参数写明。",
      help: "写成“酌情 扣1至3分”或者“酌情 扣 下限参数 至 上限参数”；要按公式算的，先写出一个参数或者直接写公式。",
    },
    en: {
      title: "The range of discretionary points",
      message: "The range of points to be decided is stated by figures or open values only.",
      help: "Write figures or parameters for both ends; points that follow from a formula need no decision.",
    },
  },
  BF2192: {
    severity: "error",
    zh: {
      title: "每次只能加分或者扣分",
      message: "“{text}”不能每次计一回。",
      help: "按次数写“加…分”“扣…分”；只看有没有发生的，写成条件，例如“一般事故 1次以上 的,最高计 60分”。",
    },
    en: {
      title: "Only points add up per occurrence",
      message: "“{text}” cannot count once for every occurrence.",
      help: "Add or deduct points per occurrence; what only asks whether it happened is a condition.",
    },
  },
});
