import { family } from "../message.ts";

/** What a regulation leaves open of days, deadlines and stretches of time: TIME, WIN, START, CAL, RETRO. */
export const openDates = family({
  BF3163: {
    severity: "warning",
    ambiguity: "TIME",
    zh: {
      title: "步骤没有期限",
      message: "“{procedure}”的这些步骤没有说什么时候办，1月2日办和12月31日办都不违反：{names}。",
      help: "{all}在办理人后面写期限，例如“每月10日前”“每季度结束后10日内”“每年10月下旬”。",
    },
    en: {
      title: "A step without a date",
      message:
        "These steps of “{procedure}” have no date, so that 2 January and 31 December both comply: {namesEn}.",
      help: "{allEn} After who acts, write a deadline: monthly by the 10th, within 10 days of the quarter's end, late October.",
    },
  },
  BF3164: {
    severity: "warning",
    ambiguity: "TIME",
    zh: {
      title: "处理什么时候办没有说",
      message: "{office}{action}，没有说几日内办：第二天办和拖到年底办都不违反。",
      help: "把措施声明成“{action}(期限)”，这里写“{action}(自 评定日 起 10日)”这样；或者用“认可”记下由谁掌握。",
    },
    en: {
      title: "By when is the measure taken?",
      message:
        "{action} has to be carried out{officeEn}; nothing says within how many days: the next day and the end of the year both comply.",
      help: "Declare the action as “{action}(limit)” and write “{action}(from assessment_day lasting 10 calendar days)” here, or accept this finding.",
    },
  },
  BF3165: {
    severity: "warning",
    ambiguity: "TIME",
    zh: {
      title: "没有日子的期限",
      message: "“{name}”里的“{word}”没有说几日、几月之前：晚一天的，算不算？",
      help: "在这一项的说明里写上日子（例如“接到通知后10日内”），或者改成日期并与截止日比较。",
    },
    en: {
      title: "A deadline without a day",
      message:
        "“{word}” in “{name}” says neither within how many days nor by when: is a day later still in time?",
      help: "Give the days in the description of the fact, or make it a date and compare it with the last day.",
    },
  },
  BF3168: {
    severity: "warning",
    ambiguity: "WIN",
    zh: {
      title: "在多长时间里计算没有说",
      message:
        "“{text}”没有说{names}按哪段时间算：一年的、一个月的和任职以来的都说得通；例如上一年12月30日的，还算不算？",
      help: "记录写“本年度”“近12个月”；报数的在名称或者说明里写明是哪段时间的（例如“本年度的次数”）。",
    },
    en: {
      title: "Counted within which time?",
      message:
        "“{text}” does not say over which time {names} is counted: a year, a month or the whole term. Does one of 30 December last year still count?",
      help: "Bound records by “this year” or “past 12 months”; for a reported figure say in its description of which time it is.",
    },
  },
  BF3169: {
    severity: "warning",
    ambiguity: "WIN",
    zh: {
      title: "按哪个日期归年没有说",
      message:
        "“{record}”的日期没有说是事情发生的日子还是发文的日子：例如12月30日发生、下一年1月5日才发文的，归哪一年？",
      help: "把“日期”改成“发文日期”或者“发生日期”，或者在说明里写明。",
    },
    en: {
      title: "Which date decides the year?",
      message:
        "The date of “{record}” may be that of the event or of the paper: of which year is an event of 30 December with a paper of 5 January?",
      help: "Name it after what it dates, or say so in its description.",
    },
  },
  BF3170: {
    severity: "warning",
    ambiguity: "WIN",
    zh: {
      title: "保管多久没有说",
      message: "“{what}”归档，没有说保管几年：一年以后有人申诉，还查不查得到？",
      help: "在后面写上年限，例如“归档 考核资料 5年”。",
    },
    en: {
      title: "Kept for how long?",
      message:
        "“{what}” is filed; nothing says for how many years: is it still there for an appeal a year later?",
      help: "Add how long, for example 5 years.",
    },
  },
  BF3171: {
    severity: "warning",
    ambiguity: "START",
    zh: {
      title: "“当年”是哪一年没有说",
      message:
        "“{actions}”没有说是被考核的那一年，还是结果出来的那一年：例如2020年1月评2019年的，是2019年还是2020年？",
      help: "把措施声明成带年度或者期限的（例如“不得评优(期限)”），在这里写“自 评定日 起 1年”。",
    },
    en: {
      title: "Which year is meant?",
      message:
        "“{actions}” may be of the year assessed or of the year in which the result becomes known: where 2019 is assessed in January 2020, is it 2019 or 2020?",
      help: "Declare the action with a period and write here from which day it runs.",
    },
  },
  BF3172: {
    severity: "warning",
    ambiguity: "START",
    zh: {
      title: "优先从哪天起、管多久没有说",
      message: "“{actions}”只说优先，没有说从哪天起、几年内有效：三年以前得的，现在还优先不优先？",
      help: "把措施声明成“{actions}(期限)”，在这里写“自 评定日 起 1年”；或者用“认可”记下。",
    },
    en: {
      title: "From when and how long does the advantage hold?",
      message:
        "“{actions}” is an advantage without a beginning or an end: does one of three years ago still count?",
      help: "Declare the action with a period and write here “from DATE for 1 year”, or accept this finding.",
    },
  },
  BF3173: {
    severity: "warning",
    ambiguity: "START",
    zh: {
      title: "几日内从哪天算没有说",
      message: "“{deadline}”没有说从哪件事之后起算（{what}）。",
      help: "写成“每季度结束后10日内”这样的期限。",
    },
    en: {
      title: "Days counted from what?",
      message: "“{deadline}” does not say after which event the days run ({what}).",
      help: "Write it as days after the end of a month, a quarter or a year.",
    },
  },
  BF3174: {
    severity: "warning",
    ambiguity: "CAL",
    zh: {
      title: "要用的事实那时还没有",
      message: "“{step}”{deadline}就办，最迟{date}；到那时{facts}还没有齐，例如12月31日的还没有。",
      help: "把期限移到下一年年初，或者写明只算到哪个月。",
    },
    en: {
      title: "The facts are not there yet",
      message:
        "“{step}” is due {deadline}, at the latest on {dateEn}; then {factsEn} are not complete: those of 31 December are not there yet.",
      help: "Move the deadline into the next year, or say up to which month the facts count.",
    },
  },
  BF3175: {
    severity: "warning",
    ambiguity: "CAL",
    zh: {
      title: "年底的一期要到下一年才办",
      message: "“{step}”{deadline}办：{example}。",
      help: "写明年终结果等不等这一期；不等的，写明缺的一期怎么算。",
    },
    en: {
      title: "The last period falls into the next year",
      message: "“{step}”, {deadline}: {exampleEn}.",
      help: "Say whether the year's result waits for it, and what counts for the missing period if not.",
    },
  },
  BF3176: {
    severity: "warning",
    ambiguity: "CAL",
    zh: {
      title: "每期的哪一天没有说",
      message: "“{step}”只写了“{deadline}”，没有写日子；最后一期做到12月31日，汇总已经来不及。",
      help: "写上月、日，例如“每年6月底前”“每年12月10日前”。",
    },
    en: {
      title: "Which day of each period?",
      message:
        "“{step}” is due “{deadline}” without a day; the last one can end on 31 December, too late to be used.",
      help: "Give the month and the day of each.",
    },
  },
  BF3177: {
    severity: "warning",
    ambiguity: "CAL",
    zh: {
      title: "后一步和前一步同一天到期",
      message:
        "“{step}”要用“{before}”的结果，两步都是“{deadline}”；前一步最后一天才办完，后一步就没有时间了。",
      help: "给后一步另写期限，例如多10日。",
    },
    en: {
      title: "A step is due with the one it builds on",
      message:
        "“{step}” needs the result of “{before}” and both are due “{deadline}”; the second may have no day left.",
      help: "Give the second step a later deadline.",
    },
  },
  BF3178: {
    severity: "warning",
    ambiguity: "CAL",
    zh: {
      title: "写死了年份",
      message: "“{name}”只说{year}年，办法却一年一年地考核：例如{next}年的没法核对。",
      help: "把年份去掉，改成当年的目标；只考核那一年的，写明施行和失效的日期。",
    },
    en: {
      title: "A fixed year",
      message:
        "“{name}” is about {year} only, and the measure is assessed every year: {next} cannot be tested by it.",
      help: "Name the target of the year assessed, or limit the measure to that year.",
    },
  },
  BF3179: {
    severity: "warning",
    ambiguity: "RETRO",
    zh: {
      title: "施行日在考核期中间",
      message: "办法{date}起施行，考核期从{first}开始；从{first}到施行以前的事算不算，没有说。",
      help: "写明第一期是哪一期，例如“施行 {date},首次评定 {example}”（这一期从头到尾的事都算），或者把施行日定在考核期的第一天。",
    },
    en: {
      title: "In force from inside a period",
      message:
        "The measure is in force from {dateEn}, the period assessed began on {firstEn}; what of the facts between the two?",
      help: "Say which period is the first, as in “effective {dateEn}, first assessed {exampleEn}” (all its facts then count), or let it take effect on the first day of a period.",
    },
  },
  BF3180: {
    severity: "warning",
    ambiguity: "RETRO",
    zh: {
      title: "没有施行日期",
      message: "“{name}”没有写从哪天起施行，以前的事算不算说不清。",
      help: "写“施行 2024年1月1日”。",
    },
    en: {
      title: "No effective date",
      message: "“{name}” does not say from when it holds, so nobody knows whether earlier facts count.",
      help: "Add “effective 2024-01-01”.",
    },
  },
  BF3227: {
    severity: "warning",
    ambiguity: "TIME",
    zh: {
      title: "截止的日子没有定",
      message: "这里要用{names}，办法里没有写是哪一天，也没有写由谁来定：早一天晚一天，结果不同。",
      help: "写上日期，或者写明由谁定（“来源 某机关”）；下一级办法可以用“设定”。",
    },
    en: {
      title: "The last day is not fixed",
      message:
        "{names} is needed here; the measure neither gives the day nor says who sets it: a day earlier or later changes the result.",
      help: "Give the day, or say who sets it (“source OFFICE”); a lower measure may set it.",
    },
  },
  BF3299: {
    severity: "warning",
    ambiguity: "CAL",
    zh: {
      title: "后一步比前一步早到期",
      message: "“{step}”最迟{due}，它前面的“{before}”最早{from}才办，两个期限守不住。",
      help: "对照原文改正期限或者步骤的次序；原文就是这样的，用“认可 BF3299 “理由””记下怎样办。",
    },
    en: {
      title: "A step is due before the one it follows",
      message:
        "“{step}” is due by {dueEn}, and “{before}” before it begins on {fromEn} at the earliest: there is no way to keep both.",
      help: "Put the deadline or the order of the steps right; if the regulation says so, accept BF3299 with the reason.",
    },
  },
});
