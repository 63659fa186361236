import { family } from "../message.ts";

/** BF3xxx: the rule can be read in more than one way, or leaves cases open. */
export const ambiguity = family({
  BF3101: {
    severity: "error",
    ambiguity: "GAP",
    zh: { title: "有的值不落在任何一段", message: "{range}没有{what}：例如{witness}。", help: "{ways}" },
    en: {
      title: "Some values fall in no band",
      message: "{rangeEn} gets no {whatEn}: for example {witnessEn}.",
      help: "{waysEn}",
    },
  },
  BF3102: {
    severity: "error",
    ambiguity: "OVL",
    zh: {
      title: "一个值落在两段",
      message: "{witness}同时落在“{first}”和“{second}”{more}。",
      help: "{ways}",
    },
    en: {
      title: "A value falls in two bands",
      message: "Both “{first}” and “{second}” take in {witnessEn}{moreEn}.",
      help: "{waysEn}",
    },
  },
  BF3103: {
    severity: "error",
    ambiguity: "TIE",
    zh: {
      title: "并列怎么办没有说",
      message: "“{text}”没有说分数并列的人怎么算：{example}，两人都算、都不算，还是另看一项？",
      help: "加上“并列者一并列入”“并列者一并不列入”或“并列者依 另一项”。",
    },
    en: {
      title: "Nothing said about ties",
      message:
        "“{text}” does not say what happens when scores are equal: {exampleEn}, do both count, neither, or does another value decide?",
      help: "Add “ties share”, “ties left out” or “ties by ANOTHER VALUE”.",
    },
  },
  BF3104: {
    severity: "error",
    ambiguity: "POOL",
    zh: {
      title: "谁和谁排名没有说",
      message:
        "“{text}”没有说在哪些人当中排名：全体一起排，分开排，还是只排一部分人？例如在全体里第4名、在本组里第1名的，算第几名？",
      help: "加上“全体”“仅 条件 者”“不含 条件 者”“不含 受限者”或“按 县 分组”。",
    },
    en: {
      title: "Nothing said about who is ranked",
      message:
        "“{text}” does not say among whom the ranking is made: all together, in groups, or only some of them? Which place has one who is 4th of all and 1st of a group?",
      help: "Add “everyone”, “only … cases”, “excluding … cases”, “excluding those restricted” or groups.",
    },
  },
  BF3105: {
    severity: "error",
    ambiguity: "ROUND",
    zh: {
      title: "百分比名额怎么取整没有说",
      message: "“{text}”算出的数可能不是整数{example}，没有说怎么取整。",
      help: "写明“向下取整”“向上取整”或“四舍五入”。",
    },
    en: {
      title: "Nothing said about rounding the quota",
      message: "“{text}” may not give a whole number{exampleEn}; nothing says how it is rounded.",
      help: "Say “rounded down”, “rounded up” or “rounded”.",
    },
  },
  BF3106: {
    severity: "warning",
    ambiguity: "VRANK",
    zh: {
      title: "受限的人占不占名额没有说",
      message:
        "“{scale}”既按名次评定又有上限：例如排在第1名的受上限限制，这个名额是他占着，还是由下一名递补，没有说。",
      help: "加上“不含 受限者”（不占）；若照占名额，用“认可”记下理由。",
    },
    en: {
      title: "Do restricted subjects take a place?",
      message:
        "“{scale}” is ranked and also capped: if the first is capped, is its place taken, or does the next move up?",
      help: "Add “excluding those restricted”, or accept this finding with the reason.",
    },
  },
  BF3107: {
    severity: "warning",
    ambiguity: "QUOTA",
    zh: {
      title: "名额与分数线同时定一个等次",
      message:
        "“{scale}”由名额评定，又被{clauses}的分数线限定：排进名额而不够分数线的{case}，两处结果不一致。",
      help: "确认以较严的为准即可；用“认可 BF3107 “依据””记下来。",
    },
    en: {
      title: "A quota and a threshold fix the same grade",
      message:
        "“{scale}” is assigned by quota and also limited by the threshold of {clauses}: for a subject within the quota and below the threshold{caseEn} they disagree.",
      help: "The stricter one wins; record that this is meant with an acceptance.",
    },
  },
  BF3108: {
    severity: "error",
    ambiguity: "MISS",
    zh: {
      title: "中间没有结果怎么办没有说",
      message:
        "“{text}”没有说其中{one}没有结果时怎么算：例如{length}都符合、只是中间隔着{one}没有结果的，算不算？",
      help: "写成“连续{length}(中断)”（没有结果就断开）或“连续{length}(顺延)”（跳过没有结果的）。",
    },
    en: {
      title: "What does a period without a result do?",
      message:
        "“{text}” does not say what {oneEn} without a result does to the run: is it met where {lengthEn} fulfil it, with {oneEn} without a result between them?",
      help: "Write “consecutive {lengthEn} (broken)” or “consecutive {lengthEn} (skipped)”.",
    },
  },
  BF3109: {
    severity: "error",
    ambiguity: "MISS",
    zh: {
      title: "缺报怎么办没有说",
      message:
        "“{text}”是各期的平均，没有说缺报的一期怎么算：例如只报了一期的，就用这一期，还是其余各期按0分一起平均？",
      help: "在括号里加上“缺报 剔除”“缺报 计0分”或“缺报 不予评定”。",
    },
    en: {
      title: "What does a missing report count?",
      message:
        "“{text}” is a mean over periods; nothing says what a missing one counts: where only one is reported, is it the mean, or do the others count 0?",
      help: "Add “missing dropped”, “missing counts 0” or “missing not assessed” inside the parentheses.",
    },
  },
  BF3110: {
    severity: "error",
    ambiguity: "ORDER",
    zh: {
      title: "“评为”要说明是上限还是下限",
      message: "“评为 {grade}”不是最低一等：分数更低的人会不会因此升上来？",
      help: "写“最高评为 {grade}”（不能更好）或“最低评为 {grade}”（不能更差）。",
    },
    en: {
      title: "Is this a ceiling or a floor?",
      message: "“graded {grade}” is not the lowest grade: does it lift those who would be graded lower?",
      help: "Write “capped at {grade}” (not better) or “floored at {grade}” (not worse).",
    },
  },
  BF3111: {
    severity: "error",
    zh: {
      title: "这一句不起作用",
      message: "“{text}”对等次没有任何影响：“{grade}”已经是{end}。",
      help: "改成真正要限制的等次，或者删去。",
    },
    en: {
      title: "This says nothing",
      message: "“{text}” has no effect: “{grade}” is already the {endEn} grade.",
      help: "Name the grade that is meant, or delete it.",
    },
  },
  BF3112: {
    severity: "warning",
    ambiguity: "EVID",
    zh: {
      title: "没有说由谁认定",
      message:
        "“{subject}”的这些事实要靠认定，没有写来源：{names}。一家认定有、另一家认定没有的，结果就有两个。",
      help: "{all}在各项后面写“来源 某部门”，或者用“认可”记下由谁认定。",
    },
    en: {
      title: "Nobody named to establish the fact",
      message:
        "These facts of “{subject}” need a judgement, but no source is given: {namesEn}. Two offices may find otherwise, and there are two results.",
      help: "{allEn} Add “source OFFICE” to each, or accept this finding with the reason.",
    },
  },
  BF3113: {
    severity: "error",
    ambiguity: "GAP",
    zh: {
      title: "没有名次的人没有等次",
      message: "“{text}”没有“其余”一行，排不上名次的人没有等次。",
      help: "加上“其余 为 某等次”。",
    },
    en: {
      title: "Subjects without a place get no grade",
      message: "“{text}” has no row for the rest.",
      help: "Add “the rest is GRADE”.",
    },
  },
  BF3114: {
    severity: "warning",
    ambiguity: "START",
    zh: {
      title: "期限从哪天起算没有说",
      message: "“{action}({period})”没有说从哪天起算：从评定、从作出处理还是从事发之日起，到期的日子都不同。",
      help: "写成“{action}(自 评定日 起 {period})”，或者用“认可”记下理由。",
    },
    en: {
      title: "When does the period start?",
      message:
        "“{action}({period})” does not say when it starts: the assessment, the decision and the event each give another last day.",
      help: "Write “{action}(from DATE for {period})”, or accept this finding with the reason.",
    },
  },
  BF3115: {
    severity: "error",
    ambiguity: "GAP",
    zh: {
      title: "有的选项没有结果",
      message: "“{of}”的这些选项没有结果：{members}。",
      help: "为每个选项补上一行，或者加一行“其余 …”。",
    },
    en: {
      title: "Some options give nothing",
      message: "These values of “{of}” give no result: {members}.",
      help: "Add a row for each of them, or a row for the rest.",
    },
  },
  BF3120: {
    severity: "error",
    ambiguity: "GAP",
    zh: {
      title: "两个界限谁高谁低没有说",
      message: "不知道“{first}”和“{second}”哪个高，看不出各段会不会重叠或者漏掉。",
      help: "声明参数时写明次序，例如“参数 合格起点 < 优秀起点: 分”。",
    },
    en: {
      title: "Which limit is higher?",
      message:
        "Nothing says which of “{first}” and “{second}” is higher, so gaps and overlaps cannot be ruled out.",
      help: "Declare the open values in order, lowest first, joined by <.",
    },
  },
  BF3121: {
    severity: "error",
    ambiguity: "GAP",
    zh: {
      title: "有的情形没有结果",
      message: "这样的对象不落在任何一行：{witness}。",
      help: "补上没有写到的情形，或者加一行“其他情形”。",
    },
    en: {
      title: "Some cases give nothing",
      message: "Such a subject meets no row: {witnessEn}.",
      help: "Add rows for what is left out, or one for all other cases.",
    },
  },
  BF3122: {
    severity: "error",
    ambiguity: "OVL",
    zh: {
      title: "一个对象符合两行",
      message: "这样的对象同时符合“{first}”和“{second}”：{witness}{more}。",
      help: "把其中一行说得更窄，或者在开头写“依次”（从上往下，先符合的算）。",
    },
    en: {
      title: "A subject meets two rows",
      message: "Such a subject meets both “{first}” and “{second}”: {witnessEn}{moreEn}.",
      help: "Narrow one of the rows, or say that the rows are read top-down.",
    },
  },
  BF3123: {
    severity: "error",
    ambiguity: "OVL",
    zh: {
      title: "情形太多，查不出有没有重叠",
      message: "这些行的组合太多，无法逐一检查是否重叠。",
      help: "在开头写“依次”（从上往下，先符合的算），或者把它拆成几步。",
    },
    en: {
      title: "Too many combinations to check",
      message: "The rows combine in too many ways to check that they exclude each other.",
      help: "Say that the rows are read top-down, or split the choice into steps.",
    },
  },
  BF3124: {
    severity: "warning",
    ambiguity: "AMT",
    zh: {
      title: "几处的数额怎么合没有说",
      message: "“{action}”在{cites}都有数额，没有说同时发生时怎么算{case}。",
      help: "在措施后面加上“,累加”（合计）或“,就重”（只按最重的一处）。",
    },
    en: {
      title: "How do several amounts combine?",
      message: "“{action}” has an amount under {cites}; nothing says what holds when they meet{caseEn}.",
      help: "Say that the amounts cumulate, or that only the heaviest counts.",
    },
  },
  BF3140: {
    severity: "error",
    ambiguity: "WIN",
    zh: {
      title: "几年合起来怎么看没有说",
      message: "“{text}”说到几年，没有说是每年都要、有一年就算，还是几年合计、平均。",
      help: "写成“{window} 累计 {what}”“合计({window} {what})”“平均({window} {what}, 缺报 剔除)”“最高({window} {what})”；是情形的，写“计数({window}, 情形) 1次以上”(有一年)或者“连续N年(中断) 情形”(每年)。",
    },
    en: {
      title: "What of these years?",
      message:
        "“{text}” names several years; nothing says whether each, any, their sum or their mean is meant.",
      help: "Total, average or take the highest of “{window} {what}”; for a condition, count the years in which it held, or ask for consecutive years.",
    },
  },
  BF3141: {
    severity: "error",
    ambiguity: "MISS",
    zh: {
      title: "中间有一年没有结果怎么数没有说",
      message:
        "“{text}”连续了几期，没有说其中一年没有考核结果时怎么数：例如前年符合、上年没有结果、今年又符合的，是1期还是2期？",
      help: "在括号里加上“, 中断”（数到那一年为止）或“, 顺延”（跳过那一年）。",
    },
    en: {
      title: "What does a year without a result do to the length?",
      message:
        "The length of the run of “{text}” does not say what a year without a result does: one that fulfils it this year and two years ago, with no result between, has 1 or 2?",
      help: "Add “broken” (it ends there) or “skipped” (that year is passed over) inside the parentheses.",
    },
  },
  BF3142: {
    severity: "error",
    ambiguity: "DUP",
    zh: {
      title: "留下哪一份没有说",
      message: "“{text}”只留一份记录，没有说几份的数值不一样时留哪一份：例如一份是2、一份是5，算2还是算5？",
      help: "写“同一 {by} 取最高”（留数值最高的一份）；只数次数的，用“计数”。",
    },
    en: {
      title: "Which record is kept?",
      message:
        "“{text}” keeps one record; nothing says which when their figures differ: of 2 and 5, is it 2 or 5?",
      help: "Say that the highest of the same {by} is taken, or count them instead.",
    },
  },
  BF3143: {
    severity: "error",
    ambiguity: "DUP",
    zh: {
      title: "超过次数的按哪几份没有说",
      message:
        "“{text}”限了次数，没有说超过的时候算哪几份的数值：例如只剩一份可算，一份是2、一份是5，算哪一份？",
      help: "次数用“计数”，再乘以每次的分值；或者去掉这个限制，改用“最多扣…分”。",
    },
    en: {
      title: "Which records count within the limit?",
      message:
        "“{text}” limits how often it counts; nothing says which figures count beyond that: with room for one, of 2 and 5, which?",
      help: "Use “count” and multiply it by the points of one, or bound the points instead.",
    },
  },
  BF3116: {
    severity: "error",
    ambiguity: "REPL",
    zh: {
      title: "高一级处理是替换还是叠加没有说",
      message:
        "“{text}”没有说高一级的处理是代替低一级的，还是加在低一级之上：{higher}的，{lower}的处理还给不给？",
      help: "写“就高”（只按最高一级）或“逐级累加”（低级的也一并给予）。",
    },
    en: {
      title: "Does a higher rung replace or add?",
      message:
        "“{text}” does not say whether a higher rung replaces the lower ones or adds to them: at {higher}, does what {lower} brings still apply?",
      help: "Say “highest rung” (only the highest applies) or “rung by rung” (the lower ones apply too).",
    },
  },
  BF3117: {
    severity: "warning",
    ambiguity: "FLOOR",
    zh: {
      title: "分数的上下限没有写",
      message: "“{name}”可能{side}{case}，没有写限度。",
      help: "写明其中一种：{ways}；也可以用“通则: 扣完为止”一次写清。",
    },
    en: {
      title: "No bound on the points",
      message: "“{name}” can {sideEn}{caseEn}, and no bound is written.",
      help: "Say one of: {waysEn}, or settle it once with a general rule.",
    },
  },
  BF3118: {
    severity: "error",
    ambiguity: "AMT",
    zh: {
      title: "指标没有写分值",
      message: "“{name}”没有写满分或起评分，算不出得分。",
      help: "写成“指标 {name},满分10分:”或“指标 {name},起评0分,最高5分:”。",
    },
    en: {
      title: "The indicator has no points",
      message: "“{name}” states neither full marks nor a start, so it cannot be computed.",
      help: "Write “indicator {name}, full marks 10 points:” or a start.",
    },
  },
  BF3119: {
    severity: "error",
    ambiguity: "ROUND",
    zh: {
      title: "不足一档怎么算没有说",
      message: "“{text}”没有说不足{step}的部分怎么算：例如只有{step}的一半，按一半算，还是不算？",
      help: "加上“不足一档不计”或“按比例”；也可以写“通则: 不足一档不计”。",
    },
    en: {
      title: "What does a part of a step count?",
      message:
        "“{text}” does not say what less than {step} counts: is half of it counted as half, or not at all?",
      help: "Add that a part is not counted, or that it counts pro rata; a general rule settles it once.",
    },
  },
  BF3290: {
    severity: "error",
    ambiguity: "MISS",
    zh: {
      title: "上年有几期，没有说是哪一期",
      message: "一年考核{n}次，“{text}”没有说是哪一期的结果。",
      help: "上一期写“上期 {what}”；几期一起看写“近{n}期”“前{n}期”，例如“合计(前{n}期 {what})”。",
    },
    en: {
      title: "Which period of last year?",
      message: "A year is assessed {n} times, and “{text}” does not say which result is meant.",
      help: "Write “last period's {what}”, or look at several: “total(prior {n} periods {what})”.",
    },
  },
  BF3291: {
    severity: "error",
    ambiguity: "MISS",
    zh: {
      title: "连续的长度不是考核的期",
      message: "这里{one}一份，按“{text}”数不出连续了几期。",
      help: "写成“连续3期”或“连续3{unit}”这样；要看每月、每季度的记录，写出是哪一份清单：“连续3个月(中断) 月报.得分 低于60分”。",
    },
    en: {
      title: "A run of another length than the periods",
      message: "There is one for {oneEn} here; “{text}” does not say how many of them in a row.",
      help: "Write “consecutive 3 periods” or “consecutive 3 {unitEn}”; for monthly or quarterly records name the list: “consecutive 3 months (broken) reports.score …”.",
    },
  },
  BF3292: {
    severity: "error",
    ambiguity: "MISS",
    zh: {
      title: "清单里没有那么多期",
      message: "“{list}”在一个考核期里最多{most}份，“连续{text}”不会成立，或者总会成立。",
      help: "写2至{most}{unit}；要和更早的结果连着看，在“每份”里写“连续…”。",
    },
    en: {
      title: "Not so many periods in the list",
      message:
        "“{list}” has at most {most} [record|records] in an assessed period; “consecutive {text}” decides nothing.",
      help: "Write 2 to {most} {unitEn}; to look on into earlier results, write the run inside “each record”.",
    },
  },
});
