import { family } from "../message.ts";

/** BF3161–BF3189, BF3220–BF3236: a slot that the text of the measure leaves empty; of days and times: open-dates.ts. */
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
      help: "{allEn} Add “source OFFICE” to each, with the cut-off day in its description where needed, or accept this finding.",
    },
  },
  BF3166: {
    severity: "warning",
    ambiguity: "SCORER",
    zh: {
      title: "几方打分怎么合没有说",
      message: "“{what}”由几方给出（{who}），没有说各占多少、不一致时以谁为准{case}。",
      help: "各方分列一项再写“甲 占40%、乙 占60%”，测评写上各组的权重，或者只留一方。",
    },
    en: {
      title: "How do several scores combine?",
      message:
        "“{what}” comes from several ({who}); nothing says their weights, or whose counts when they differ{caseEn}.",
      help: "Give each a fact of its own and a weight, give the groups of a vote weights, or keep one of them.",
    },
  },
  BF3167: {
    severity: "warning",
    ambiguity: "SCORER",
    zh: {
      title: "几道考核以哪道为准没有说",
      message: "“{what}”先后考核几次（{steps}），没有说最后用哪一次：例如一次80分、另一次60分，记多少？",
      help: "把各道的分数分列，写明合成的公式；只用一道的，用“认可”记下是哪一道。",
    },
    en: {
      title: "Which of several assessments counts?",
      message: "“{what}” is assessed several times ({steps}); nothing says which score is the result.",
      help: "Keep a score per stage and write the formula, or record which stage counts with an acceptance.",
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
      message:
        "“{subject}”的{names}有几个、或者中途换了的，没有说以哪个为准：例如6月换的，4月的事归前一个还是后一个？",
      help: "{all}在说明里写明，例如“期末在任的”“只能有一个”；多方各算一份的，在联系上写“反称”。",
    },
    en: {
      title: "Several, or changed within the period",
      message:
        "{namesEn} of “{subject}”: nothing says which counts when there are several, or when it changes: after a change in June, whose is what happened in April?",
      help: "{allEn} Say so in the description (the one in office at the end, only one), or declare the inverse of the link.",
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
      message:
        "抽取{amount}，没有说“{from}”是放在一起抽，还是分县、分类各抽各的：放在一起抽，可能有的县一个也没有抽到；各抽各的，每个县都抽{amount}。",
      help: "加上“按 县 分组”，或者写“全体”。",
    },
    en: {
      title: "Drawn from whom?",
      message:
        "{amount} are drawn; nothing says whether “{from}” are drawn together or group by group: together, a county may have none drawn; group by group, it is {amount} of every county.",
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
      message: "“{vote}”没有说弃权的、没有交回的票怎么算：例如10张票有2张没有交回，按10张算还是按8张算？",
      help: "加一行“有效票 不少于 …”或者“法定人数 …”，或者用“认可”记下弃权不计。",
    },
    en: {
      title: "What of blank and missing ballots?",
      message: "“{vote}” does not say how blank ballots and those not returned count.",
      help: "Add the least share of valid votes or a quorum, or record that blank ballots do not count.",
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
});
