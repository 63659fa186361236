import { family } from "../message.ts";

/** BF3161–BF3189, BF3220–BF3233: a slot that the text of the measure leaves empty. */
export const openSlots = family({
  BF3228: {
    severity: "warning",
    ambiguity: "AMT",
    zh: {
      title: "数额没有定",
      message: "这里要用{names}，办法里没有写是多少，也没有写由谁来定：定成多少都不违反，结果却不同。",
      help: "写上数值（“参数 … = 5分”），或者写明由谁定（“来源 某机关”）；下一级办法可以用“设定”。",
    },
    en: {
      title: "An amount is not fixed",
      message:
        "{names} is needed here; the measure neither gives it nor says who sets it: any figure complies, and each gives another result.",
      help: "Give the value (“parameter … = 5 points”), or say who sets it (“source OFFICE”); a lower measure may set it.",
    },
  },
  BF3161: {
    severity: "error",
    ambiguity: "AMT",
    zh: {
      title: "措施的数额、期限没有写",
      message: "措施“{name}”声明时带有“{argument}”，这里没有写：最轻的和最重的都不违反这一条。",
      help: "写成“{name}(…)”；原文没有写数的，声明一个参数放进去，例如“{name}(待定的{argument})”。",
    },
    en: {
      title: "The amount or length of an action is not given",
      message:
        "The action “{name}” is declared with “{argument}”, which is not given here: the least and the most both comply.",
      help: "Write “{name}(…)”; where the text has no figure, declare an open value for “{argument}” and use it.",
    },
  },
  BF3162: {
    severity: "warning",
    ambiguity: "EVID",
    zh: {
      title: "没有说由谁统计、怎样计量",
      message: "“{subject}”的这些数据没有写来源：{names}。两处报的数不一样，结果就有两个。",
      help: "{all}在各项后面写“来源 某部门”，必要时在说明里写口径和截止日；或者用“认可”记下。",
    },
    en: {
      title: "Nobody named to count or measure",
      message:
        "No source is given for these figures of “{subject}”: {namesEn}. Two offices may count otherwise, and there are two results.",
      help: "{allEn}Add “source OFFICE” to each, with the cut-off day in its description where needed, or accept this finding.",
    },
  },
  BF3163: {
    severity: "warning",
    ambiguity: "TIME",
    zh: {
      title: "步骤没有期限",
      message: "“{procedure}”的这些步骤没有说什么时候办：{names}。",
      help: "{all}当天办和拖到年底办都不违反这一条。在办理人后面写期限，例如“每月10日前”“每季度结束后10日内”“每年10月下旬”。",
    },
    en: {
      title: "A step without a date",
      message: "These steps of “{procedure}” have no date: {namesEn}.",
      help: "{allEn}Doing them at once and at the year's end both comply. After who acts, write a deadline: monthly by the 10th, within 10 days of the quarter's end, late October.",
    },
  },
  BF3164: {
    severity: "warning",
    ambiguity: "TIME",
    zh: {
      title: "处理什么时候办没有说",
      message: "{office}{action}，没有说几日内办：第二天办和拖到年底办都不违反。",
      help: "把措施声明成“{action}(期限)”，在这里写上期限；或者用“认可”记下由谁掌握。",
    },
    en: {
      title: "By when is the measure taken?",
      message:
        "{action} has to be carried out{officeEn}; nothing says within how many days: the next day and the end of the year both comply.",
      help: "Declare the action as “{action}(time limit)” and give the limit here, or accept this finding.",
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
  BF3166: {
    severity: "warning",
    ambiguity: "SCORER",
    zh: {
      title: "几方打分怎么合没有说",
      message: "“{what}”由几方给出（{who}），没有说各占多少、不一致时以谁为准。",
      help: "各方分列一项再写“甲 占40%、乙 占60%”，测评写上各组的权重，或者只留一方。",
    },
    en: {
      title: "How do several scores combine?",
      message:
        "“{what}” comes from several ({who}); nothing says their weights, or whose counts when they differ.",
      help: "Give each a fact of its own and a weight, give the groups of a vote weights, or keep one of them.",
    },
  },
  BF3167: {
    severity: "warning",
    ambiguity: "SCORER",
    zh: {
      title: "几道考核以哪道为准没有说",
      message: "“{what}”先后考核几次（{steps}），几次的分数不一样，没有说最后用哪一次。",
      help: "把各道的分数分列，写明合成的公式；只用一道的，用“认可”记下是哪一道。",
    },
    en: {
      title: "Which of several assessments counts?",
      message: "“{what}” is assessed several times ({steps}); nothing says which score is the result.",
      help: "Keep a score per stage and write the formula, or record which stage counts with an acceptance.",
    },
  },
  BF3168: {
    severity: "warning",
    ambiguity: "WIN",
    zh: {
      title: "在多长时间里计算没有说",
      message: "“{text}”没有说{names}按哪段时间算：一年的、一个月的和任职以来的都说得通。",
      help: "记录写“本年度”“近12个月”；报数的在名称或者说明里写明是哪段时间的（例如“本年度的次数”）。",
    },
    en: {
      title: "Counted within which time?",
      message: "“{text}” does not say over which time {names} is counted: a year, a month or the whole term.",
      help: "Bound records by “this year” or “past 12 months”; for a reported figure say in its description of which time it is.",
    },
  },
  BF3169: {
    severity: "warning",
    ambiguity: "WIN",
    zh: {
      title: "按哪个日期归年没有说",
      message: "“{record}”的日期没有说是事情发生的日子还是发文的日子；跨年的那一件归哪一年说不清。",
      help: "把“日期”改成“发文日期”或者“发生日期”，或者在说明里写明。",
    },
    en: {
      title: "Which date decides the year?",
      message:
        "The date of “{record}” may be that of the event or of the paper; one that spans two years fits both.",
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
      message: "“{actions}”没有说是被考核的那一年，还是结果出来的那一年。",
      help: "把措施声明成带年度或者期限的（例如“不得评优(期限)”），在这里写“自 评定日 起 1年”。",
    },
    en: {
      title: "Which year is meant?",
      message: "“{actions}” may be of the year assessed or of the year in which the result becomes known.",
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
      message: "“{step}”{deadline}就办，最迟{date}；到那时{facts}还没有齐。",
      help: "把期限移到下一年年初，或者写明只算到哪个月。",
    },
    en: {
      title: "The facts are not there yet",
      message: "“{step}” is due {deadline}, at the latest on {dateEn}; then {factsEn} are not complete.",
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
      message: "“{name}”只说{year}年，办法却一年一年地考核；别的年度没法核对。",
      help: "把年份去掉，改成当年的目标；只考核那一年的，写明施行和失效的日期。",
    },
    en: {
      title: "A fixed year",
      message:
        "“{name}” is about {year} only, and the measure is assessed every year; other years cannot be tested.",
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
  BF3181: {
    severity: "warning",
    ambiguity: "MISS",
    zh: {
      title: "缺了一项怎么算没有说",
      message: "“{name}”由几项合成（{parts}），没有说缺“{first}”的时候怎么算：按0分，还是不予评定。",
      help: "在字段后面写“缺省 0分”“可缺”，或者用“认可”记下缺项的不评定。",
    },
    en: {
      title: "What if a part is missing?",
      message:
        "“{name}” is made of {parts}; nothing says what holds without “{first}”: no points, or no result.",
      help: "Give the facts a default or mark them optional, or record that without all parts there is no result.",
    },
  },
  BF3182: {
    severity: "warning",
    ambiguity: "MISS",
    zh: {
      title: "没有报来怎么办没有说",
      message: "{who}要报“{what}”，没有说不报、迟报的时候考核怎么办。",
      help: "加一条“未报… 的,…”，或者用“认可”记下照常考核。",
    },
    en: {
      title: "What if it is not handed in?",
      message:
        "{who} hands in “{what}”; nothing says what the assessment does when it does not come, or comes late.",
      help: "Write the clause for those who do not hand it in, or record that the assessment goes on.",
    },
  },
  BF3183: {
    severity: "warning",
    ambiguity: "SUBJ",
    zh: {
      title: "对象没有规定",
      message: "“{subject}”列为对象，却没有一条规定它的指标、等次、要求或者后果：填得再好再差，结果都一样。",
      help: "写上关于它的规定，或者删去这个对象。",
    },
    en: {
      title: "A subject without a rule",
      message:
        "“{subject}” is declared as a subject, and no clause gives it an indicator, a grade, a duty or a consequence: whatever is reported of it, nothing comes of it.",
      help: "Write the clause about it, or delete the declaration.",
    },
  },
  BF3235: {
    severity: "warning",
    ambiguity: "SUBJ",
    zh: {
      title: "有一类没有规定",
      message: "“{subject}”的{named}各有规定，{others}适用哪一条没有说。",
      help: "在有关条款里加上{others}，或者写明不适用。",
    },
    en: {
      title: "One sort is left out",
      message: "There are rules for {named} of “{subject}”; nothing says which of them hold for {others}.",
      help: "Name {others} in the clauses meant, or say that they do not apply.",
    },
  },
  BF3236: {
    severity: "warning",
    ambiguity: "SUBJ",
    zh: {
      title: "程序漏了一类",
      message: "程序“{procedure}”写到{named}，没有写{others}怎么办。",
      help: "给{others}写上这一步，或者写明不经这个程序。",
    },
    en: {
      title: "A procedure leaves out one sort",
      message: "The procedure “{procedure}” speaks of {named}, and says nothing of {others}.",
      help: "Write the step for {others}, or say that they do not go through it.",
    },
  },
  BF3184: {
    severity: "warning",
    ambiguity: "MULTI",
    zh: {
      title: "一对多、中途变动没有说",
      message: "“{subject}”的{names}有几个、或者中途换了的，没有说以哪个为准。",
      help: "{all}在说明里写明，例如“期末在任的”“只能有一个”；多方各算一份的，在联系上写“反称”。",
    },
    en: {
      title: "Several, or changed within the period",
      message:
        "{namesEn} of “{subject}”: nothing says which counts when there are several, or when it changes.",
      help: "{allEn}Say so in the description (the one in office at the end, only one), or declare the inverse of the link.",
    },
  },
  BF3185: {
    severity: "warning",
    ambiguity: "ORPHAN",
    zh: {
      title: "要求没有后果",
      message: "这里有{count}项要求，做不到的没有任何后果：做到和没做到，结果一样。",
      help: "写上“…的,对 本人 …”，扣分，或者用“认可”记下只核对、不处理。",
    },
    en: {
      title: "A duty without a sanction",
      message:
        "Nothing follows from a breach of the duties here ({count}): met or not, the result is the same.",
      help: "Write the consequence or the deduction, or record that they are only checked.",
    },
  },
  BF3186: {
    severity: "warning",
    ambiguity: "ORPHAN",
    zh: {
      title: "形成的材料没有用处",
      message: "{papers}（{step}）形成以后，没有一条规定用到它：有它没它，结果一样。",
      help: "写明它影响哪一项得分或者由谁据以办理，或者用“认可”记下只留存备查。",
    },
    en: {
      title: "Nobody goes by the paper",
      message:
        "{papers} comes about ({step}), and no clause or step uses it: with or without it the result is the same.",
      help: "Say which score or whose next step depends on it, or record that it is only kept.",
    },
  },
  BF3187: {
    severity: "warning",
    ambiguity: "ORPHAN",
    zh: {
      title: "等次没有后果",
      message: "“{scale}”的这些等次没有任何后果：{grades}。评成其中一等的，与没有考核一样。",
      help: "写上各自的后果；确实没有的，用“认可”记下。",
    },
    en: {
      title: "Grades without effect",
      message:
        "Nothing follows from these grades of “{scale}”: {grades}. Whoever gets one of them fares as if there had been no assessment.",
      help: "Write what follows from each, or record that nothing does.",
    },
  },
  BF3188: {
    severity: "warning",
    ambiguity: "POOL",
    zh: {
      title: "从哪些人里抽没有说",
      message: "抽取{amount}，没有说“{from}”是放在一起抽，还是分县、分类各抽各的。",
      help: "加上“按 县 分组”，或者写“全体”。",
    },
    en: {
      title: "Drawn from whom?",
      message: "{amount} are drawn; nothing says whether “{from}” are drawn together or group by group.",
      help: "Add the groups, or say “everyone”.",
    },
  },
  BF3189: {
    severity: "warning",
    ambiguity: "MISS",
    zh: {
      title: "缺的一期怎么核对没有说",
      message: "“{text}”逐期核对“{list}”，没有说请假、缺报的那一期怎么算。",
      help: "在括号里写“缺报 剔除”“缺报 计0分”或者“缺报 不予评定”。",
    },
    en: {
      title: "What of a period without a report?",
      message:
        "“{text}” goes through “{list}”; nothing says what holds for a period excused or not reported.",
      help: "Say inside the parentheses that a missing one is dropped, counts 0 or is not assessed.",
    },
  },
  BF3220: {
    severity: "warning",
    ambiguity: "POOL",
    zh: {
      title: "抽查多少没有说",
      message: "“{what}”没有说查哪些、查多少：查一家和全都查，都算查过。",
      help: "写成“随机抽取 20% 的 …,按 县 分组”。",
    },
    en: {
      title: "How many are checked?",
      message:
        "“{what}” does not say which are checked, and how many: one of them and all of them both comply.",
      help: "Write “draw at random 20% of …”, with its groups.",
    },
  },
  BF3221: {
    severity: "warning",
    ambiguity: "POOL",
    zh: {
      title: "问了哪些人没有说",
      message: "“{name}”没有说问哪些人、问多少人；问的人不同，结果就不同。",
      help: "用“测评”写出评的人，或者在说明里写明样本（例如“随机抽30户”）。",
    },
    en: {
      title: "Who was asked?",
      message: "“{name}” does not say who is asked, and how many; other people give another figure.",
      help: "Write the survey as a vote with its groups, or give the sample in the description.",
    },
  },
  BF3222: {
    severity: "warning",
    ambiguity: "ORPHAN",
    zh: {
      title: "结果错了怎样更正没有说",
      message: "“{name}”的只追究人，失真的结果本身怎样更正没有说。",
      help: "写上重新评定的步骤，或者用“认可”记下按什么规定更正。",
    },
    en: {
      title: "How is a wrong result corrected?",
      message:
        "“{name}” has consequences for persons only; nothing says how the distorted result is corrected.",
      help: "Write the step that assesses again, or record which rule corrects it.",
    },
  },
  BF3223: {
    severity: "warning",
    ambiguity: "ORPHAN",
    zh: {
      title: "抽查发现不一致怎么办没有说",
      message: "“{name}”抽出以后，发现与原结果不同的怎么办、没有抽到的怎么算，都没有说。",
      help: "写上按抽查结果更正的条款，或者用“认可”记下只作参考。",
    },
    en: {
      title: "What if the sample differs?",
      message:
        "“{nameEn}” is drawn; nothing says what a difference found does, or how those not drawn stand.",
      help: "Write the clause that corrects results by it, or record that it is for information.",
    },
  },
  BF3224: {
    severity: "warning",
    ambiguity: "ORPHAN",
    zh: {
      title: "情形没有后果",
      message: "“{name}”列出了情形，却没有一条规定说符合的怎么办。",
      help: "写上“{name} 的,…”，或者删去。",
    },
    en: {
      title: "Circumstances without a consequence",
      message: "“{name}” lists circumstances, and no clause says what holds when they are met.",
      help: "Write what follows from “{name}”, or delete it.",
    },
  },
  BF3225: {
    severity: "warning",
    ambiguity: "MISS",
    zh: {
      title: "有一方缺席、意见不一怎么办没有说",
      message: "“{what}”要{who}几方，没有说有一方空缺或者意见不一的时候怎么办。",
      help: "写明先后和谁说了算，或者分成几步。",
    },
    en: {
      title: "What if one is absent or differs?",
      message: "“{what}” needs {who}; nothing says what holds when one post is vacant or they disagree.",
      help: "Say who comes first and who decides, or make it several steps.",
    },
  },
  BF3226: {
    severity: "warning",
    ambiguity: "MISS",
    zh: {
      title: "弃权、票没有收齐怎么算没有说",
      message: "“{vote}”没有说弃权的、没有交回的票怎么算。",
      help: "加一行“有效票 不少于 …”或者“法定人数 …”，或者用“认可”记下弃权不计。",
    },
    en: {
      title: "What of blank and missing ballots?",
      message: "“{vote}” does not say how blank ballots and those not returned count.",
      help: "Add the least share of valid votes or a quorum, or record that blank ballots do not count.",
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
  BF3229: {
    severity: "warning",
    ambiguity: "AMT",
    zh: {
      title: "指标占多少分没有说",
      message: "“{name}”只有名称，没有写满分多少，评分的人给1分和给100分都可以。",
      help: "写成“指标 {name},满分10分”；原文没有写数的，写“满分 某参数”。",
    },
    en: {
      title: "How many points has the indicator?",
      message: "“{name}” is only named; whoever scores it may give 1 point or 100.",
      help: "Write “indicator {name}, full marks 10 points”, or an open value where the text has no figure.",
    },
  },
  BF3230: {
    severity: "warning",
    ambiguity: "INC",
    zh: {
      title: "包不包括本数没有说",
      message: "“{words}”没有说包不包括本数、是哪一天：刚好到那个数、那一天的，算不算？",
      help: "写“(含)”“(不含)”；月初写明是哪几日，例如“11月初(1至5日)”。",
    },
    en: {
      title: "Is the bound itself included?",
      message:
        "“{words}” does not say whether its own figure or which day is meant: what of exactly that figure or day?",
      help: "Write “(included)” or “(excluded)”; say which days the beginning of a month means, as “11月初(1至5日)”.",
    },
  },
  BF3231: {
    severity: "warning",
    ambiguity: "LIST",
    zh: {
      title: "没有列完",
      message: "“{words}”没有列完：没有列出来的一家，算不算在内？",
      help: "列全，或者写明由谁认定其他的。",
    },
    en: {
      title: "An open list",
      message: "“{words}” leaves the list open: is one that is not named on it or not?",
      help: "Complete the list, or name who decides on the rest.",
    },
  },
  BF3232: {
    severity: "warning",
    ambiguity: "REF",
    zh: {
      title: "引用了办法以外的文件",
      message: "“{what}”不在这份办法里：手里的版本不一样，按它算的结果就不同。",
      help: "把用到的内容写进来，或者写明文号。",
    },
    en: {
      title: "Refers to another text",
      message:
        "“{what}” is not part of this measure: with another version of it at hand, what depends on it comes out otherwise.",
      help: "Take over what is needed, or give the number of the document.",
    },
  },
  BF3233: {
    severity: "warning",
    ambiguity: "DISC",
    zh: {
      title: "可以给也可以不给",
      message: "“{words}”给不给、怎样给由人掌握，办法里没有标准。",
      help: "写明给的条件；确实由机关决定的，用“认可”记下由谁决定。",
    },
    en: {
      title: "Left to discretion",
      message: "“{words}” may be given or not; the measure has no test for it.",
      help: "Write the condition, or record who decides.",
    },
  },
  BF3234: {
    severity: "warning",
    ambiguity: "POOL",
    zh: {
      title: "算哪些单位的没有说",
      message: "“{name}”取自{who}，没有说是哪些单位、哪几次的：取最低的一次和取几次的平均，分数不同。",
      help: "把单位列全，或者写成记录，用条件写明算哪些。",
    },
    en: {
      title: "Of which offices?",
      message:
        "“{name}” is taken from {who}; nothing says which offices, and which of their checks: the lowest one and the mean of several differ.",
      help: "List the offices, or make it a list of records and say with a condition which count.",
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
