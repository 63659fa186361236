import { family } from "../message.ts";

/** BF319x to BF324x: rules that meet, compete, repeat each other or fall short of each other. */
export const conflicts = family({
  BF3190: {
    severity: "warning",
    ambiguity: "REPL",
    zh: {
      title: "连续几年的处理是代替还是加上没有说",
      message:
        "每一年“{what}”已经给予{first}，连续{years}年又给予{then}：第{years}年的{first}还给不给，没有说。",
      help: "两样都给的，把{first}也写进连续{years}年的这一条；只给一样的，在前一条写明除外；或者用“认可”记下怎样读。",
    },
    en: {
      title: "Do several years replace what one year brings?",
      message:
        "Each year of “{what}” already brings {first}; {years} years in a row bring {then}. Nothing says whether year {years} still brings {first}.",
      help: "Name {first} in the clause on {years} years too if both are given, or except that case in the other clause; or accept this finding with the reading taken.",
    },
  },
  BF3191: {
    severity: "warning",
    ambiguity: "REPL",
    zh: {
      title: "什么时候单用、什么时候并用没有说",
      message: "“{text}”：几种方式什么时候只用一种、什么时候一并用，没有说。",
      help: "在各条写明给予哪几种；阶梯写“就高”或者“逐级累加”。",
    },
    en: {
      title: "Singly or together: when?",
      message: "“{text}”: nothing says when one measure is used alone and when several are.",
      help: "Name the measures in each clause; say “highest rung” or “rung by rung” on a ladder.",
    },
  },
  BF3192: {
    severity: "warning",
    ambiguity: "EXACT",
    zh: {
      title: "恰好还是至少没有说",
      message: "{cite}的“{count}”没有说是恰好{count}还是{count}以上：{next}的，这一级还算不算？",
      help: "写“{count}以上”，并在开头写“就高”或者“逐级累加”。",
    },
    en: {
      title: "Exactly, or at least?",
      message: "“{count}” in {cite} does not say exactly or at least: does {next} still stand on this rung?",
      help: "Write “{count} or more” and say whether rungs replace each other or add up.",
    },
  },
  BF3193: {
    severity: "warning",
    ambiguity: "MONO",
    zh: {
      title: "高一级反而少了处理",
      message: "{lower}有{names}，更重的{higher}没有：“{example}”的反而不给予。",
      help: "把{names}也写进{higher}，或者在开头写“逐级累加”。",
    },
    en: {
      title: "A higher rung lacks what a lower one brings",
      message: "{lower} brings {names}, the heavier {higher} does not: “{example}” is spared them.",
      help: "Name {names} in {higher} too, or let the rungs add up (“rung by rung”).",
    },
  },
  BF3194: {
    severity: "warning",
    ambiguity: "MONO",
    zh: {
      title: "更差的等次反而少了处理",
      message: "“{grade}”给予{names}，更差的“{worse}”不给予。",
      help: "在“{worse}”的一条里也写上{names}，或者用“认可”记下理由。",
    },
    en: {
      title: "A worse grade lacks what a better one brings",
      message: "“{grade}” brings {names}; the worse “{worse}” does not.",
      help: "Name {names} for “{worse}” too, or accept this finding with the reason.",
    },
  },
  BF3195: {
    severity: "warning",
    ambiguity: "OVL",
    zh: {
      title: "一个对象符合两条，结果不同",
      message: "{witness}：既符合{first}，又符合{second}，没有说以哪一条为准。",
      help: "限制的写“最高评为”；整个办法都从严的，写“通则: 从严”；或者把其中一条说得更窄。",
    },
    en: {
      title: "One subject meets two clauses with different results",
      message: "{witness} meets both {first} and {second}; nothing says which holds.",
      help: "Write “capped at” for a limit, settle it once with “general rules: the strictest wins”, or narrow one of the clauses.",
    },
  },
  BF3196: {
    severity: "warning",
    ambiguity: "OVL",
    zh: {
      title: "对同一样东西有两种处理",
      message: "{cites}同时适用时，“{first}”和“{second}”都落在“{object}”上，没有说哪一个算。",
      help: "在“措施”里写明哪一个包含哪一个，例如“{first} < {second}”；或者用“认可”记下理由。",
    },
    en: {
      title: "Two measures on one thing",
      message:
        "When {cites} apply together, “{first}” and “{second}” both fall on “{object}”; nothing says which counts.",
      help: "Say in the list of actions which absorbs which, for example “{first} < {second}”, or accept this finding with the reason.",
    },
  },
  BF3197: {
    severity: "warning",
    ambiguity: "OVL",
    zh: {
      title: "同一条里对同一人限制了两次",
      message: "{who}在同一条里既“{first}”，又“{second}”：前一个限制对他还有没有意义？",
      help: "去掉其中一处，或者把对象分开写。",
    },
    en: {
      title: "One clause limits the same target twice",
      message:
        "{who} is subject both to “{first}” and to “{second}” in one clause: does the first still say anything?",
      help: "Drop one of them, or name the targets apart.",
    },
  },
  BF3198: {
    severity: "warning",
    ambiguity: "OVL",
    zh: {
      title: "几个期限同时进行",
      message: "“{fact}”引起{own}，作出这一处理的条款又有{others}：几个期限是并行还是先后，没有说。",
      help: "写明各自从哪天起算(自 某日 起 …)，或者用“认可”记下怎样读。",
    },
    en: {
      title: "Periods that run side by side",
      message:
        "“{fact}” brings {own}, and the clause that leads to it also brings {others}; nothing says whether they run together or one after the other.",
      help: "Say when each starts (from DATE for …), or accept this finding with the reading taken.",
    },
  },
  BF3199: {
    severity: "warning",
    ambiguity: "OVL",
    zh: {
      title: "一个对象在两级上",
      message: "{witness}：同时符合{first}和{second}，没有说按哪一级。",
      help: "在开头写“就高”(只按最高一级)或者“逐级累加”(低级的也给)。",
    },
    en: {
      title: "One subject stands on two rungs",
      message: "{witness} meets both {first} and {second}; nothing says which rung applies.",
      help: "Say “highest rung” (only the highest applies) or “rung by rung” (the lower ones apply too).",
    },
  },
  BF3200: {
    severity: "warning",
    ambiguity: "OVL",
    zh: {
      title: "更差的年份反而不算",
      message: "“{scale}”一年{worse}、一年{grade}的，不符合连续{years}年{grade}：更差反而不处理？",
      help: "写成“{scale} 属于 {grade}、{worse}”，或者用“认可”记下理由。",
    },
    en: {
      title: "A worse year does not count",
      message:
        "A subject graded {worse} one year and {grade} the next has not been {grade} for {years} years in a row: is worse better here?",
      help: "Count the worse grades too (“{scale}” one of {grade}, {worse}), or accept this finding with the reason.",
    },
  },
  BF3201: {
    severity: "warning",
    ambiguity: "OVL",
    zh: {
      title: "两处人数会不会是同一批人",
      message: "“{first}”和“{second}”各有人数要求，没有说同一个人能不能两处都算。",
      help: "写明其中一个包括另一个，或者加一条要求把两数相加；或者用“认可”记下怎样读。",
    },
    en: {
      title: "Do two headcounts share people?",
      message:
        "“{first}” and “{second}” each have a required number; nothing says whether one person counts for both.",
      help: "Say that one includes the other or require their sum, or accept this finding with the reading taken.",
    },
  },
  BF3202: {
    severity: "warning",
    ambiguity: "ORDER",
    zh: {
      title: "升降和限定先后不同，结果不同",
      message: "“{scale}”在{firstCite}“{first}”，在{secondCite}“{second}”：两处都适用的，先算哪一处没有说。",
      help: "按先升、后降、最后限定计算；确认如此的，写“通则: 从严”，或者用“认可”记下理由。",
    },
    en: {
      title: "Raises, reductions and limits in an order nobody said",
      message:
        "“{scale}” is changed by “{first}” ({firstCite}) and by “{second}” ({secondCite}); nothing says which comes first when both apply.",
      help: "Raises are computed first, then reductions, limits last; confirm it with “general rules: the strictest wins”, or accept this finding with the reason.",
    },
  },
  BF3203: {
    severity: "warning",
    ambiguity: "ORDER",
    zh: {
      title: "先计分还是先升降等次没有说",
      message:
        "{cite}既给{points}，又升降{shift}：加减分以后等次可能已经变了，是在变以后再升降，还是按原来的等次升降，没有说。",
      help: "写明从哪个等次起升降(例如“依 原等次 评定 …”)，或者用“认可”记下理由。",
    },
    en: {
      title: "Points first, or the step first?",
      message:
        "{cite} gives {points} and also moves the grade by {shift}; the points may already change the grade, and nothing says which grade is moved.",
      help: "Say which grade the step starts from (for example a grade given as a fact), or accept this finding with the reason.",
    },
  },
  BF3204: {
    severity: "warning",
    ambiguity: "ORDER",
    zh: {
      title: "同一情形既有利又不利",
      message: "“{condition}”既给予{adverse}，又可以{favourable}：两者抵触的时候以哪个为准，没有说。",
      help: "在其中一条加上“但 … 的除外”，或者用“认可”记下怎样读。",
    },
    en: {
      title: "One situation, measures for and against",
      message:
        "“{condition}” brings {adverse} and also {favourable}; nothing says which prevails where they collide.",
      help: "Except one from the other, or accept this finding with the reading taken.",
    },
  },
  BF3205: {
    severity: "warning",
    ambiguity: "ORDER",
    zh: {
      title: "否决的是哪一期的等次没有说",
      message:
        "一票否决改“{scale}”，而它的得分“{mean}”是各期的平均：某一期被否决的，那一期的得分照样进平均，否决会不会因此落空？",
      help: "写明否决的是年终等次还是当期得分(例如“该指标计0分”)，或者用“认可”记下理由。",
    },
    en: {
      title: "A veto of which period?",
      message:
        "The veto acts on “{scale}”, whose score “{mean}” is a mean over periods: the score of a vetoed period still enters it.",
      help: "Say whether the veto acts on the final grade or on the period's score, or accept this finding with the reason.",
    },
  },
  BF3206: {
    severity: "warning",
    ambiguity: "ORDER",
    zh: {
      title: "几个人签，先后没有说",
      message: "{who}都要{verb}，没有说谁先谁后，缺一个人的行不行。",
      help: "按先后分成几步：先由{first}{verb}，再由{last}{verb}。",
    },
    en: {
      title: "Several signatures in one step",
      message: "{who} all sign ({verb}); nothing says in which order, or what holds when one is absent.",
      help: "Make it several steps in their order, {first} first and {last} last.",
    },
  },
  BF3207: {
    severity: "warning",
    ambiguity: "ORDER",
    zh: {
      title: "规定之间以哪个为准没有说",
      message: "{case}，以哪个为准没有说。",
      help: "写明以哪个为准，例如“不得与本办法抵触”“上级另有规定的从其规定”。",
    },
    en: {
      title: "Which norm prevails?",
      message: "Nothing says what prevails for {caseEn}.",
      help: "Say which prevails: nothing may contradict this measure, or a higher authority's rule comes first.",
    },
  },
  BF3208: {
    severity: "warning",
    ambiguity: "FLOOR",
    zh: {
      title: "升降等次没有说到哪一等为止",
      message: "{cite}的升降{text}没有说{ways}哪一等为止：已经是“{end}”的怎么办？",
      help: "写明到“{end}”为止；整个办法到头为止的，写“通则: 从严”。",
    },
    en: {
      title: "Where do the steps end?",
      message:
        "The step of {text} in {cite} does not say where it ends: what of those who already have the {waysEn} grade, “{end}”?",
      help: "Name the last grade behind the step, or settle it once with “general rules: the strictest wins”.",
    },
  },
  BF3209: {
    severity: "warning",
    ambiguity: "FLOOR",
    zh: {
      title: "升降的等级没有列出",
      message: "“{action}”升降一级，却没有列出有哪几级，最低一级的怎么办也没有说。",
      help: "用“外部等次 …”列出各级，写成对它的升降。",
    },
    en: {
      title: "A step on a scale nobody listed",
      message:
        "“{action}” moves by a step, but the steps are not listed, and nothing says what holds at the last one.",
      help: "List the scale as “external grades …” and write the step as an effect on it.",
    },
  },
  BF3210: {
    severity: "warning",
    ambiguity: "FLOOR",
    zh: {
      title: "总分的上下限没有写",
      message: "“{score}”加上“{part}”以后可以高于满分，也可以低于0分，没有写限度。",
      help: "写明“{score} 最高计 …”“{score} 最低计 0分”，或者给“{part}”写上范围。",
    },
    en: {
      title: "No bounds on the total",
      message:
        "With “{part}” the total “{score}” can exceed full marks or fall below zero, and no bound is written.",
      help: "Bound “{score}” (at most, at least), or give “{part}” a range.",
    },
  },
  BF3211: {
    severity: "warning",
    ambiguity: "CHOICE",
    zh: {
      title: "几样里选一样，没有说按什么选",
      message: "{cite}“{text}”：什么情形{first}、什么情形{last}，没有说。",
      help: "按情形分成几条，每条写一样；确实交给有权机关定的，用“认可”记下由谁定。",
    },
    en: {
      title: "Alternatives without a criterion",
      message: "{cite} “{text}”: nothing says when it is {first} and when {last}.",
      help: "Split the clause by situations; where an authority is to decide, accept this finding and record who.",
    },
  },
  BF3212: {
    severity: "warning",
    ambiguity: "CHOICE",
    zh: {
      title: "减轻还是免除，没有说按什么定",
      message: "“{condition}”的，{cite}既可以减轻又可以免除，什么情形减轻、什么情形免除没有说。",
      help: "分成两条，各写明情形；或者加一个由有权机关决定的事实。",
    },
    en: {
      title: "Reduced, or waived?",
      message:
        "For “{condition}” the effects of {cite} are both reduced and waived; nothing says when which.",
      help: "Give each its own situation, or add a fact that records the authority's decision.",
    },
  },
});
