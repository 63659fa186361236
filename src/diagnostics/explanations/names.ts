import type { names as messages } from "../catalogue/names.ts";
import { type Explanations, FRAME, WHOLE } from "./explanation.ts";

const SUBJECT = "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n";
const VOTE =
  "办法 双评\n对象 第一书记,标识 编号\n  编号: 文字\n第一条 测评 评议:\n  1. 评委 村民代表\n  2. 档次 好 10分、差 0分\n…\n";

export const names: Explanations<typeof messages> = {
  BF2001: {
    zh: "条款里用到的名称要先声明：事实写在“对象”下面，计算的数用“=”定义，等次用“等次”声明。同一件事在规定里有两种叫法（“得分”和“考核得分”），也会出现这条提示；选定一种，通篇一致。",
    en: "A name is declared before it is used: facts under the subject, computed values with “=”, grades as a scale. A regulation that calls one thing by two names shows up here too; choose one and keep to it.",
    example: { wrong: "第三条 总分 = 得芬 + 5分", right: "第三条 总分 = 得分 + 5分" },
  },
  BF2002: {
    zh: "中文的词之间没有空格。“评为不合格”可以是“评为”加等次，也可以是一个名称；留一个空格，就只有一种读法。",
    en: "Chinese runs words together: 评为不合格 may be a verb and a grade or one name. A space leaves one reading.",
    example: { wrong: "第三条 造假 的,评为差", right: "第三条 造假 的,评为 差" },
  },
  BF2003: {
    zh: "一个名称只能有一个含义。两处声明内容不同，引用的人不知道是哪一个；内容相同，以后改了一处会忘记另一处。",
    en: "A name has one meaning. Two different declarations leave a reader guessing; two equal ones will differ after the next amendment.",
    example: {
      wrong: "第三条 总分 = 得分 + 5分\n第四条 总分 = 得分",
      right: "第三条 总分 = 得分 + 5分\n第四条 原始分 = 得分",
    },
  },
  BF2004: {
    zh: "类型说明一栏数据填什么：分数写范围（0至100分），比例写“百分比”，有无写“是否”，轻重写“等级”。写明以后，填错的数据在计算之前就能查出来。",
    en: "The type says what a column holds: a range for points, percent for shares, a flag for yes or no, levels for degrees. Wrong entries are then found before anything is computed.",
    example: { wrong: "  人口: 数字", right: "  人口: 次数", within: `${SUBJECT}…\n` },
  },
  BF2006: {
    zh: "分数、百分比、金额不能直接相加或者相比，否则结果没有意义。“上报率 × 100分”把比例换算成分数；“资金 ÷ 1万元”把金额换算成数。",
    en: "Points, shares and money are neither added nor compared: the result would mean nothing. Multiply or divide to convert one into the other.",
    example: { wrong: "第三条 总分 = 得分 + 上报率", right: "第三条 总分 = 得分 + 上报率 × 100分" },
  },
  BF2007: {
    zh: "这里需要某一种内容，例如条件要能回答“是不是”，而写在这里的是一个分数、一段文字或者一个日期。",
    en: "A certain kind of thing is needed here (a condition answers yes or no) and something else stands there: a score, a text, a date.",
    example: { wrong: "第三条 得分 的,约谈", right: "第三条 得分 低于60分 的,约谈" },
  },
  BF2008: {
    zh: "选项、等级、等次的取值在声明时已经列明，别处只能用其中的词。多一个字少一个字，都会让某些对象归不到任何一类。",
    en: "Options, levels and grades list their values when declared; only those may be used. A word that differs by one character would leave some subjects in no class.",
    example: { wrong: "第三条 类别 为 丘陵 的,约谈", right: "第三条 类别 为 山区 的,约谈" },
  },
  BF2009: {
    zh: "甲的计算要用乙，乙的计算又要用甲，就永远算不出来。常见的是“等次为优秀的，最高评为合格”这样用结果限制结果的写法：把条件改成产生这个等次的事实，或者用上一年度的结果。",
    en: "If A needs B and B needs A, neither can be computed. Often a grade limits itself (“excellent ones are at most good”): use the facts behind the grade in the condition, or last year's result.",
    example: {
      wrong: "第三条 考核等次 为 好 的,最高评为 中",
      right: "第三条 得分 80分以上 且 造假 的,最高评为 中",
    },
  },
  BF2010: {
    zh: "一句话里的名称要属于同一类对象。这里用到的名称分属两类，不知道说的是谁。要用另一类对象的数，先写明两者的关系（例如“所在单位: 对象 单位”）。",
    en: "The names in a sentence belong to one kind of subject. Here they belong to two, so it is unclear who is meant. To use a figure of another subject, declare the link between them first.",
    example: {
      wrong: "第一条 合计 = 得分 + 单位分",
      right: "第一条 合计 = 得分 + 所在单位.单位分",
      within:
        "办法 驻村考核\n对象 单位,标识 编号\n  编号: 文字\n  单位分: 0至100分\n对象 干部,标识 工号\n  工号: 文字\n  得分: 0至100分\n  所在单位: 对象 单位\n…\n",
    },
  },
  BF2011: {
    zh: "句前“某某:”里的某某，要是用“对象”声明过的一类人或者单位。",
    en: "The name before a colon at the start of a sentence is a declared kind of subject.",
    example: { wrong: "第三条 乡镇: 造假 的,约谈", right: "第三条 村: 造假 的,约谈" },
  },
  BF2012: {
    zh: "办法里有几种等次，其中不止一种有这一档，只写“评为 差”就不知道是哪一种。",
    en: "The measure has several grade scales and more than one has this grade, so “评为 差” does not say which is meant.",
    example: {
      wrong:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次:\n    60分以上 为 好\n    其余 为 差\n第四条 造假 的,评为 差",
      right:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次:\n    60分以上 为 好\n    其余 为 差\n第四条 造假 的,二次等次 评为 差",
    },
  },
  BF2013: {
    zh: "奖惩措施要在开头的“措施”里列明，条款里只能用列明的措施。这样不会有写错的措施混进结果，审阅的人也能一眼看到办法一共规定了哪些后果。",
    en: "Rewards and sanctions are listed at the top, and clauses use only those. No misspelt action slips into a result, and a reviewer sees all the consequences in one place.",
    example: { wrong: "第三条 造假 的,对 本人 约炎", right: "第三条 造假 的,对 本人 约谈" },
  },
  BF2014: {
    zh: "标识用来区分每一个对象、对应几张表，所以必须是这类对象的一个字段，而且每个对象都有。",
    en: "The key tells subjects apart and joins their tables, so it is a field of the subject that everyone has.",
    example: {
      wrong: "对象 村,标识 代码\n  编号: 文字",
      right: "对象 村,标识 编号\n  编号: 文字",
      within: "办法 村考核\n…\n",
    },
  },
  BF2015: {
    zh: "权重合计不是100%，满分就不是100分，等次的分数线也就失去了意义。多半是修改其中一项时忘了调整另一项。",
    en: "If weights do not total 100%, full marks are not what the bands assume. Usually one weight was changed and another was not.",
    example: {
      wrong: "第三条 总分 = 得分 占60%、平时得分 占50%",
      right: "第三条 总分 = 得分 占60%、平时得分 占40%",
    },
  },
  BF2016: {
    zh: "平均、合计、计数这样的函数要用在多份记录上，例如每月一份的考核表。只有一个数时，没有什么可平均。",
    en: "Mean, total and count work on several records, such as one sheet a month. Of a single figure there is nothing to average.",
    example: { wrong: "第三条 总分 = 合计(得分)", right: "第三条 总分 = 得分 + 平时得分" },
  },
  BF2017: {
    zh: "函数要的内容有固定的个数和种类，例如周岁要两个日期：出生日期和算到哪一天。",
    en: "A function takes a fixed number and kind of things: an age needs two dates, that of birth and the day up to which it is counted.",
    example: { wrong: "第三条 任职月数 = 周岁(任职日期)", right: "第三条 任职年数 = 周岁(任职日期, 评定日)" },
  },
  BF2018: {
    zh: "选项（山区、平原）没有高低，不能说“超过”。有轻重次序的，声明成“等级 无 < 一般 < 重大”。",
    en: "Options such as hills and plains have no order, so nothing exceeds them. Declare what has degrees as levels, from low to high.",
    example: { wrong: "第三条 类别 超过 山区 的,约谈", right: "第三条 类别 为 山区 的,约谈" },
  },
  BF2019: {
    zh: "范围先写小的后写大的。写反了，没有一个数落在里面。",
    en: "A range starts with the smaller number. Upside down it holds no number at all.",
    example: { wrong: "  加分: 10至0分", right: "  加分: 0至10分", within: `${SUBJECT}…\n` },
  },
  BF2020: {
    zh: "第一行写“办法 名称”，说明这是哪一份办法；结果、历史数据都靠这个名称对应。",
    en: "The first line names the measure; results and histories are matched by that name.",
    example: {
      wrong: "对象 村,标识 编号\n  编号: 文字\n",
      right: "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n",
      within: WHOLE,
    },
  },
  BF2021: {
    zh: "没有写考核谁，条款就没有适用的对象，也不知道数据有哪些栏目。",
    en: "Without a subject no clause applies to anybody, and what the data hold is unknown.",
    example: {
      wrong: "办法 村考核\n第一条【目的】宣示\n",
      right: "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n第一条【目的】宣示\n",
      within: WHOLE,
    },
  },
  BF2022: {
    zh: "要求具备三项，下面只列了两项，这个条件永远不会成立。可能是漏列了，也可能是数写错了。",
    en: "Three are required and two are listed, so the condition can never hold. Either an item is missing or the number is wrong.",
    example: {
      wrong: "第三条 具备下列情形3项以上 的,约谈:\n(一) 造假\n(二) 得分 低于60分",
      right: "第三条 具备下列情形2项以上 的,约谈:\n(一) 造假\n(二) 得分 低于60分",
    },
  },
  BF2023: {
    zh: "“依 … 评定 …”要说明每一段是什么等次。没有分段，等次就无从确定。",
    en: "“By … assign …” says which score gives which grade. Without rows there is no grade.",
    example: {
      wrong: "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次",
      right:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次:\n    60分以上 为 好\n    其余 为 差",
    },
  },
  BF2024: {
    zh: "同一个等次由两处评定，两处不一致时不知道以哪个为准。留一处作为基础，其余写成“最高评为”“降低一个等次”等限制，它们之间没有先后。",
    en: "If two places assign one grade and disagree, neither prevails. Keep one as the base and write the others as ceilings or reductions, whose order does not matter.",
    example: {
      wrong: "第三条 依 平时得分 评定 考核等次:\n  20分以上 为 好\n  其余 为 差",
      right: "第三条 平时得分 不满20分 的,最高评为 中",
    },
  },
  BF2025: {
    zh: "上限、下限、升降都是在一个基础等次上调整。没有一处评定基础等次，就没有可调整的。",
    en: "Ceilings, floors and shifts adjust a grade that something else assigns. Nothing assigns this one.",
    example: {
      wrong: "第三条\n  等次 二次等次 由高到低 好、差\n  造假 的,二次等次 评为 差",
      right:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次:\n    60分以上 为 好\n    其余 为 差\n  造假 的,二次等次 评为 差",
    },
  },
  BF2026: {
    zh: "缺省值、例子或者参数写了一个该字段不允许的值，例如满分100分的字段缺省120分，或者只有三档却要求降低五档。",
    en: "A default, a parameter or a shift has a value that cannot be: 120 points where 100 are full marks, or five grades down on a scale of three.",
    example: { wrong: "第三条 造假 的,降低5个等次", right: "第三条 造假 的,降低1个等次" },
  },
  BF2027: {
    zh: "措施带不带括号里的内容，声明和使用要一致。“不得提拔(时长)”每次使用都要写明多久，否则期限无从计算。",
    en: "Whether an action takes something in brackets is the same where it is declared and where it is used. One declared with a length needs it every time.",
    example: { wrong: "第三条 造假 的,对 本人 约谈(1年)", right: "第三条 造假 的,对 本人 约谈" },
  },
  BF2028: {
    zh: "往年的结果里只有等次、有名称的分值和填报的事实，没有临时写出的算式。先给算式起名称，往年的结果里才会有它。",
    en: "Results of earlier years hold grades, named values and facts, not formulas written on the spot. Name the formula, and from then on results have it.",
    example: {
      wrong: "第三条 上年 (得分 + 5分) 低于60分 的,约谈",
      right: "第三条 总分 = 得分 + 5分\n第四条 上年 总分 低于60分 的,约谈",
    },
  },
  BF2029: {
    zh: "“认可”只用于警告：看过、决定保留、把理由记下来。错误不能认可，因为有错误就得不出唯一的结果。",
    en: "An acceptance is for warnings: looked at, kept, with the reason on record. An error cannot be accepted, since no single result follows from it.",
    example: { wrong: "第三条 宣示\n  认可 ABC “先这样”", right: "第三条 宣示" },
  },
  BF2030: {
    zh: "一个数的计算经过的定义太多层。上限保证任何办法都能很快算完；合并中间的定义即可。",
    en: "The computation of a value passes through too many definitions. The limit keeps every measure fast; merge some of them.",
  },
  BF2031: {
    zh: "“上报率低于80”没有写%，可能是80%，也可能是80倍。两者差一百倍，不能猜。",
    en: "A share below “80” may mean 80% or eighty times. They differ a hundredfold, so it is not guessed.",
    example: { wrong: "第三条 上报率 低于 80 的,约谈", right: "第三条 上报率 低于 80% 的,约谈" },
  },
  BF2032: {
    zh: "引用的条款在本办法里没有。修订后条款重新编号，引用却没有跟着改，是最常见的原因。",
    en: "The provision cited is not in the measure. Usually articles were renumbered by an amendment and a reference was left behind.",
    example: {
      wrong: "第三条 事故 为 无 的,免除 第七条",
      right: "第三条 造假 的,约谈\n第四条 事故 为 无 的,免除 第三条",
    },
  },
  BF2033: {
    zh: "办法里有几个分值，“扣2分”没有说从哪一个里扣，结果会不同。",
    en: "The measure has several scores, and “deduct 2 points” does not say from which. The results differ.",
    example: {
      wrong: "第三条 甲分 = 得分\n第四条 乙分 = 得分 × 2\n第五条 造假 的,扣2分",
      right: "第三条 甲分 = 得分\n第四条 乙分 = 得分 × 2\n第五条 造假 的,甲分 扣2分",
    },
  },
  BF2034: {
    zh: "指标下面的各项说明怎样加分、扣分。写了别的内容，这一项就不影响指标的得分，多半不是本意。",
    en: "The items of an indicator add or deduct points. Anything else would leave its score unchanged, which is hardly meant.",
    example: {
      wrong: "第三条 指标 安全,满分10分,扣完为止:\n  1. 每 走访次数 1次 扣2分\n  2. 折算 = 5分",
      right: "第三条 指标 安全,满分10分,扣完为止:\n  1. 每 走访次数 1次 扣2分\n  2. 造假 的,扣5分",
    },
  },
  BF2035: {
    zh: "办法考核几类对象，指标没有说考核哪一类。写明以后，才知道指标要用哪一张表里的数据。",
    en: "The measure assesses several kinds of subject, and the indicator does not say which; its figures could come from either table.",
    example: {
      wrong: "第一条 指标 安全,满分10分",
      right: "第一条 村: 指标 安全,满分10分",
      within: "办法 考核\n对象 村,标识 编号\n  编号: 文字\n对象 镇,标识 编号\n  编号: 文字\n…\n",
    },
  },
  BF2036: {
    zh: "本办法只评定自己的考核对象。要限制别人（例如第一书记）在另一项考核里的等次，先声明那一项考核的等次，再写限制；结果作为建议交给那一项考核。",
    en: "A measure grades its own subjects only. To limit somebody else's grade in another assessment, declare that assessment's scale first; the result is handed over to it.",
    example: {
      wrong: "第三条 造假 的,对 第一书记 最高评为 中",
      right: "第三条 造假 的,对 第一书记,年度考核 最高评为 称职",
      within: FRAME.replace(
        "第一条",
        "  第一书记: 人员\n外部等次 年度考核 由高到低 优秀、称职、不称职\n第一条",
      ),
    },
  },
  BF2037: {
    zh: "测评的得分由评委、各档的分值和票数算出。没有评委或者没有档次，票投了也没有分。",
    en: "A vote's score comes from its raters, the points of its levels and the votes. Without raters or levels the votes count for nothing.",
    example: {
      wrong: "第三条 测评 评议:\n  1. 评委 村民代表",
      right: "第三条 测评 评议:\n  1. 评委 村民代表\n  2. 档次 好 10分、差 0分",
    },
  },
  BF2038: {
    zh: "对照表每行的条件要与表头的各项一一对应，最后一格是结果。少一格或者多一格，就不知道哪个条件对哪一项。",
    en: "Each row of a table has a test for every input and the result last. One cell more or less, and the tests no longer match the inputs.",
    example: {
      wrong: "第三条\n  对照表 类别、得分 评定 综合分:\n    | 山区 | 10分 |\n    | 其余 | 其余 | 5分 |",
      right:
        "第三条\n  对照表 类别、得分 评定 综合分:\n    | 山区 | 其余 | 10分 |\n    | 其余 | 其余 | 5分 |",
    },
  },
  BF2039: {
    zh: "“参数 甲 < 乙”声明了几个由低到高的参数，各有各的值；后面只写一个值，要么是漏了别的，要么是次序写错了。",
    en: "“甲 < 乙” declares several parameters, each above the one before. One value behind them means that the others are missing, or that the order is wrong.",
    example: {
      wrong: "参数 合格线 < 优秀线: 0至100分 = 60分",
      right: "参数 合格线 < 优秀线: 0至100分 = 合格线 60分、优秀线 90分",
    },
  },
  BF2040: {
    zh: "声明“甲 < 乙”以后，各档不重叠、不遗漏就是按这个次序证明的；值与次序相反，证明就不成立，分档会错。",
    en: "That bands neither overlap nor leave gaps is proved from the declared order. Values against it would make the bands overlap.",
    example: {
      wrong: "参数 合格线 < 优秀线: 0至100分 = 合格线 90分、优秀线 60分",
      right: "参数 合格线 < 优秀线: 0至100分 = 合格线 60分、优秀线 90分",
    },
  },
  BF2045: {
    zh: "“列为最后一名”要有一个排名。按分数线评定的等次没有名次，直接写“评为”某一档。",
    en: "“Ranked last” needs a ranking. Where the grade comes from bands, assign a grade instead.",
    example: { wrong: "第三条 造假 的,列为最后一名", right: "第三条 造假 的,评为 差" },
  },
  BF2049: {
    zh: "“不适用”是填报时写的，所以只能问填报的一栏。指标、算式得出的数什么时候不计，要说出那种情形。",
    en: "“Not applicable” is reported, so only a field can be asked about. For an indicator or a formula, say in which case it does not count.",
    example: {
      wrong:
        "第三条\n  指标 甲项,满分60分\n  指标 乙项,满分40分\n  合计分 = 甲项 + 乙项\n  乙项 为 不适用 的,乙项 剔除后折算",
      right:
        "第三条\n  指标 甲项,满分60分\n  指标 乙项,满分40分\n  合计分 = 甲项 + 乙项\n  造假 的,乙项 剔除后折算",
    },
  },
  BF2070: {
    zh: "测评的这一行只能提到测评里声明过的评委、档次等内容。",
    en: "This row of a vote mentions something that the vote has not declared: a rater group, a level.",
    example: {
      wrong: "  3. 法定人数 老党员 10人以上",
      right: "  3. 法定人数 村民代表 10人以上",
      within: VOTE,
    },
  },
  BF2071: {
    zh: "去掉几个最高分、到会多少才有效，要写明数量或者比例；还没有定的写成参数，用的时候再填。",
    en: "How many of the highest are dropped, how many must be present: a number or a share is needed. What is not settled becomes a parameter.",
    example: {
      wrong: "  3. 去掉 最高、最低",
      right: "  3. 去掉 最高 1票、最低 1票",
      within: VOTE,
    },
  },
  BF2048: {
    zh: "考核结果按月、季度、半年或年保存，往年结果也按它对照。两个月一次的，按月考核再取两期的数，结果一样，还看得出每个月。",
    en: "Results are kept by month, quarter, half-year or year. What is due every two months can be assessed by month, with figures over two periods.",
    example: {
      wrong: "考核周期 每两月\n第三条 总分 = 得分",
      right: "考核周期 每月\n第三条 总分 = 合计(近2期 得分)",
    },
  },
  BF2240: {
    zh: "“季度考核 结束后10日内”从一个程序办完起算，“初评报告 后5日内”从交出一份材料起算。名称写错了，或者那个程序没有写，就不知道哪一天到期。",
    en: "“within 10 days after the quarterly assessment” runs from the end of a procedure, or from a document that a step hands over. Where the name is misspelt or nothing makes it, no day follows.",
    example: {
      wrong:
        "第三条\n  程序 季度考核:\n    1. 县里 每季度 考核 各村\n  程序 汇总:\n    1. 县里 季度考合 结束后10日内 汇总 结果",
      right:
        "第三条\n  程序 季度考核:\n    1. 县里 每季度 考核 各村\n  程序 汇总:\n    1. 县里 季度考核 结束后10日内 汇总 结果",
    },
  },
  BF2241: {
    zh: "日历上没有的日子排不进日程。常见的是月、日写反，或者把“11月31日”当成月底。",
    en: "A day that no calendar has cannot be scheduled. Mostly the month and the day are swapped, or the last day of a month is one too many.",
    example: {
      wrong: "第三条\n  程序 上报:\n    1. 县里 每年11月31日前 报送 结果",
      right: "第三条\n  程序 上报:\n    1. 县里 每年11月30日前 报送 结果",
    },
  },
  BF2091: {
    zh: "“外部等次”只声明等次的名称：评定它的是另一个考核，时间可能在本办法之后，结果也可能受本办法影响。要把它的结果当作事实用，得有人填报。",
    en: "An external scale only names its grades: another assessment decides them, perhaps later than this one and under its influence. To use the result as a fact somebody has to report it.",
    example: {
      wrong: "第三条 年度考核 为 不称职 的,约谈",
      right: "第三条 年度考核结果 为 不称职 的,约谈",
      within: FRAME.replace(
        "第一条",
        "  年度考核结果: 等级 不称职 < 称职 < 优秀\n外部等次 年度考核 由高到低 优秀、称职、不称职\n第一条",
      ),
    },
  },
};
