import { family } from "../message.ts";

/** BF3190 to BF3219 and BF3240 on: rules that meet, compete, repeat each other or fall short of each other. */
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
      message: "{witnessEn} meets both {first} and {second}; nothing says which holds.",
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
        "One clause limits {whoEn} both by “{first}” and by “{second}”: does the first still say anything?",
      help: "Drop one of them, or name the targets apart.",
    },
  },
  BF3198: {
    severity: "warning",
    ambiguity: "OVL",
    zh: {
      title: "几个期限同时进行",
      message: "“{fact}”引起{own}，作出这一处理的条款又有{others}：几个期限是并行还是先后，没有说。",
      help: "写明各自从哪天起算（“自 某日 起 …”），或者用“认可”记下怎样读。",
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
      message: "{witnessEn} meets both {first} and {second}; nothing says which rung applies.",
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
      message:
        "“{first}”和“{second}”各有人数要求，没有说同一个人能不能两处都算：两边都兼着的一个人，算一处还是两处？",
      help: "写明其中一个包括另一个，或者加一条要求把两数相加；或者用“认可”记下怎样读。",
    },
    en: {
      title: "Do two headcounts share people?",
      message:
        "“{first}” and “{second}” each have a required number; nothing says whether one person who is on both counts for both.",
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
      help: "{verb}有先后的写“依次 {verb}”：先{first}，最后{last}。",
    },
    en: {
      title: "Several signatures in one step",
      message: "{who} all sign ({verb}); nothing says in which order, or what holds when one is absent.",
      help: "Where they sign one after the other write “in turn {verb}”: {first} first and {last} last.",
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
      message: "“{score}”加上“{part}”以后可以高于满分，也可以低于0分{case}，没有写限度。",
      help: "写明“{score} 最高计 …”“{score} 最低计 0分”，或者给“{part}”写上范围。",
    },
    en: {
      title: "No bounds on the total",
      message:
        "With “{part}” the total “{score}” can exceed full marks or fall below zero{caseEn}, and no bound is written.",
      help: "Bound “{score}” (at most, at least), or give “{part}” a range.",
    },
  },
  BF3211: {
    severity: "warning",
    ambiguity: "CHOICE",
    zh: {
      title: "几样里选一样，没有说按什么选",
      message:
        "{cite}“{text}”：什么情形{first}、什么情形{last}，没有说：情形相同的两个人，可以一个{first}、一个{last}。",
      help: "按情形分成几条，每条写一样；确实交给有权机关定的，用“认可”记下由谁定。",
    },
    en: {
      title: "Alternatives without a criterion",
      message:
        "{cite} “{text}”: nothing says when it is {first} and when {last}: of two alike one may get {first}, the other {last}.",
      help: "Split the clause by situations; where an authority is to decide, accept this finding and record who.",
    },
  },
  BF3212: {
    severity: "warning",
    ambiguity: "CHOICE",
    zh: {
      title: "减轻还是免除，没有说按什么定",
      message:
        "“{condition}”的，{cite}既可以减轻又可以免除，什么情形减轻、什么情形免除没有说：情形相同的两个，可以一个减轻、一个免除。",
      help: "分成两条，各写明情形；或者加一个由有权机关决定的事实。",
    },
    en: {
      title: "Reduced, or waived?",
      message:
        "For “{condition}” the effects of {cite} are both reduced and waived; nothing says when which: of two alike one may be let off and the other not.",
      help: "Give each its own situation, or add a fact that records the authority's decision.",
    },
  },
  BF3213: {
    severity: "warning",
    ambiguity: "LEVEL",
    zh: {
      title: "几级的合在一起计，没有说",
      message:
        "“{column}”里的{levels}合在一起计次，没有说各级是不是一样算：{first}1次和{last}1次，是不是合计2次？",
      help: "分别计数再相加(各级可以乘以不同的权数)，或者只计其中一级。",
    },
    en: {
      title: "Levels counted together",
      message:
        "{levels} of “{column}” are counted together; nothing says that all levels weigh the same: do one from {first} and one from {last} make two?",
      help: "Count each level apart and add them (with weights if they differ), or count one level only.",
    },
  },
  BF3214: {
    severity: "warning",
    ambiguity: "LEVEL",
    zh: {
      title: "各级的次数能不能折算，没有说",
      message: "{names}各按自己的次数算，没有说能不能折算：{second}差1次而{first}多1次的怎么办？",
      help: "写明“各级分别计算,不折算”一类的读法并用“认可”记下，或者定义一个折算后的次数。",
    },
    en: {
      title: "Do levels convert into each other?",
      message:
        "{names} each have a limit of their own; nothing says whether one converts into the other: what of one too few from {second} and one too many from {first}?",
      help: "Accept this finding with the reading taken, or define a count with the conversion in it.",
    },
  },
  BF3215: {
    severity: "warning",
    ambiguity: "LEVEL",
    zh: {
      title: "几级认定不一致时以哪个为准，没有说",
      message: "“{fact}”由几级认定：{first}认定是、{last}认定不是的，以哪个为准没有说。",
      help: "只写一个来源，或者分成几项并写明以哪一级为准；也可以用“认可”记下。",
    },
    en: {
      title: "Several authorities establish one fact",
      message:
        "“{fact}” is established at several levels; nothing says which holds when {first} says yes and {last} says no.",
      help: "Name one source, make it one fact per authority and say which prevails, or accept this finding.",
    },
  },
  BF3216: {
    severity: "warning",
    ambiguity: "SCALE",
    zh: {
      title: "只处理一次还是每次都处理，没有说",
      message: "{cite}的“{what}”只写了一次；{example}，是处理一次还是两次，没有说。",
      help: "按次数计的，把次数写进数额(次数 ÷ 1次 × …)；对所联系的单位作出的，写“,逐一”或者“,只计一次”；其他只处理一次的，用“认可”记下。",
    },
    en: {
      title: "Once, or each time?",
      message: "“{what}” in {cite} is written once; {exampleEn}, is it once or twice? Nothing says.",
      help: "Write the count into the amount (count ÷ 1 time × …); say “each one” or “once only” where the measure falls on a linked organisation; else accept this finding if once is meant.",
    },
  },
  BF3217: {
    severity: "warning",
    ambiguity: "DOUBLE",
    zh: {
      title: "一件事会不会计两次，没有说",
      message: "同一份“{record}”(或者同一件事)可能既计入“{first}”，又计入“{second}”：例如{example}。",
      help: "把条件写成互不重叠；同一件事几级都有的，写“同一 事由 计一次”；或者用“认可”记下怎样读。",
    },
    en: {
      title: "Is one matter counted twice?",
      message:
        "One “{record}” (or one matter) may enter both “{first}” and “{second}”: for example {exampleEn}.",
      help: "Make the conditions exclude each other, say that the same matter is taken once, or accept this finding with the reading taken.",
    },
  },
  BF3218: {
    severity: "warning",
    ambiguity: "DOUBLE",
    zh: {
      title: "一个事实既计分又限定等次",
      message: "“{fact}”在{first}影响得分，在{second}又单独处理：同一件事是不是算两次，没有说。",
      help: "确认两处都算的，用“认可”记下；只算一处的，从另一处去掉。",
    },
    en: {
      title: "One fact, points and a limit",
      message:
        "“{fact}” enters the points of {first} and is also dealt with by {second}; nothing says whether the same matter counts twice.",
      help: "Accept this finding if both are meant, or drop the fact from one of them.",
    },
  },
  BF3219: {
    severity: "warning",
    ambiguity: "DOUBLE",
    zh: {
      title: "程序里的通报会不会又算作一个事实",
      message: "这一步{verb}{what}，而“{fact}”有“{option}”：本办法自己的{verb}算不算，没有说。",
      help: "写明“{fact}”指谁作出的，不含本办法的这一步；或者用“认可”记下。",
    },
    en: {
      title: "Is the measure's own notice a fact it counts?",
      message:
        "This step ({verb} {what}) may itself be “{option}” of “{fact}”; nothing says whether the measure's own notice counts.",
      help: "Say whose notices “{fact}” means, or accept this finding.",
    },
  },
  BF3240: {
    severity: "warning",
    ambiguity: "CYCLE",
    zh: {
      title: "本办法的处理会不会又计一次",
      message:
        "{cite}给予“{action}”，{reader}又按“{record}”计次：本办法自己给的算不算，没有说；算的，结果会反过来引起结果。",
      help: "写明“{record}”由谁作出、哪一年的，不含本办法给予的；或者用“认可”记下怎样读。",
    },
    en: {
      title: "Does the measure count what it brings about itself?",
      message:
        "{cite} gives “{action}”, and {reader} goes by the number of “{record}”: nothing says whether the measure's own count; if so, a result feeds a result.",
      help: "Say whose “{record}” and of which year count, without those given under this measure; or accept this finding.",
    },
  },
  BF3241: {
    severity: "warning",
    ambiguity: "CYCLE",
    zh: {
      title: "没有执行处理，又成为一项事实",
      message:
        "{cite}要求“{action}”，{reader}又看“{fact}”：本期作出的处理没有执行，算本期还是下一期，没有说。",
      help: "写明看哪一期的处理，例如“上期”的；或者用“认可”记下怎样读。",
    },
    en: {
      title: "A measure not carried out is a fact again",
      message:
        "{cite} orders “{action}”, and {reader} looks at “{fact}”: nothing says whether an order of this period counts in this period or the next.",
      help: "Say which period's orders are meant, or accept this finding with the reading taken.",
    },
  },
  BF3242: {
    severity: "warning",
    ambiguity: "VOC",
    zh: {
      title: "两个名称像是同一样东西",
      message: "“{first}”和“{second}”可能指同一样东西，没有说是不是：写给“{first}”的，用不用在“{second}”上？",
      help: "是一样的，统一成一个名称；不是一样的，在声明里用“说明”写清区别。",
    },
    en: {
      title: "Two names, perhaps one thing",
      message:
        "“{first}” and “{second}” may mean the same thing; nothing says whether they do: does what is said of the one hold for the other?",
      help: "Use one name if they are; if not, describe the difference where they are declared.",
    },
  },
  BF3243: {
    severity: "warning",
    ambiguity: "VOC",
    zh: {
      title: "两套等次没有对应",
      message: "“{own}”分{grades}，“{other}”分{others}：一套怎样对应另一套，没有说。",
      help: "写明各等次怎样对应，或者用“认可”记下理由。",
    },
    en: {
      title: "Two scales that nothing maps",
      message: "“{own}” has {grades}, “{other}” has {others}; nothing says how one maps onto the other.",
      help: "Say how the grades correspond, or accept this finding with the reason.",
    },
  },
  BF3244: {
    severity: "warning",
    ambiguity: "VOC",
    zh: {
      title: "测评的档次怎样换成等次没有说",
      message: "测评“{vote}”得出档次，“{scale}”另有等次，没有一条把档次换成等次：最好的一档评什么等次？",
      help: "写“依 {vote} 评定 {scale}:”，列出各档对应的等次。",
    },
    en: {
      title: "A vote that no rule turns into grades",
      message:
        "The ballot “{vote}” yields marks, “{scale}” has grades, and no rule turns one into the other: which grade has the best mark?",
      help: "Write a choice of “{scale}” by “{vote}” with a row for each grade.",
    },
  },
  BF3245: {
    severity: "warning",
    ambiguity: "ROUND",
    zh: {
      title: "百分比算出的人数怎么取整没有说",
      message: "“{text}”：{of}人的，算出来是{gives}人，没有说怎么取整。",
      help: "写明“向上取整”“向下取整”或者“四舍五入”。",
    },
    en: {
      title: "Nothing said about rounding a share of people",
      message: "“{text}”: of {of} people it is {gives}, and nothing says how that is rounded.",
      help: "Say “rounded up”, “rounded down” or “rounded”.",
    },
  },
  BF3246: {
    severity: "warning",
    ambiguity: "ROUND",
    zh: {
      title: "算到几位小数没有说",
      message: "“{name}”是{what}，有许多位小数，又用来定等次、排名次：没有说取几位小数：例如{case}。",
      help: "写明“四舍五入到 0.01”之类；确认不取整、按精确值比的，用“认可”记下。",
    },
    en: {
      title: "To how many decimals?",
      message:
        "“{name}” is {whatEn} and decides a grade or a place; nothing says to how many decimals: {caseEn}.",
      help: "Say how it is rounded (for example to 0.01), or accept this finding to compare exact values.",
    },
  },
  BF3247: {
    severity: "warning",
    ambiguity: "ROUND",
    zh: {
      title: "填报到几位小数没有说",
      message: "“{test}”看填报的百分比，没有说“{field}”填到几位小数：取整填报的，界限两边会换边{case}。",
      help: "在“{field}”后面写“精确到 0.01”之类。",
    },
    en: {
      title: "How exact is the reported share?",
      message:
        "“{test}” goes by a reported percentage; nothing says how many decimals of “{field}” are reported, and rounding can cross the limit{caseEn}.",
      help: "Give “{field}” a step, such as 0.01.",
    },
  },
  BF3248: {
    severity: "warning",
    ambiguity: "DUP",
    zh: {
      title: "同一规定写了两次",
      message: "“{condition}”的，{first}已经{effect}，这里又写一次；两处有出入时以哪个为准？",
      help: "保留一处，另一处写“见”那一条；确认重申的，用“认可”记下。",
    },
    en: {
      title: "The same rule twice",
      message:
        "{first} already brings “{effect}” for “{condition}”, and it is said again here; which holds if they differ?",
      help: "Keep one of them, or accept this finding if the repetition is meant.",
    },
  },
});
