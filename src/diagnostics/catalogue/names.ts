import { family } from "../message.ts";

/** BF2xxx: names, types, units, and constructs that are not supported. */
export const names = family({
  BF2001: {
    severity: "error",
    zh: { title: "没有这个名称", message: "没有叫“{name}”的{what}。", help: "{hint}" },
    en: { title: "Unknown name", message: "There is no {whatEn} named “{name}”.", help: "{hintEn}" },
  },
  BF2002: {
    severity: "error",
    zh: { title: "词与词之间少了空格", message: "“{name}”像是几个词连在了一起。", help: "写成“{split}”。" },
    en: {
      title: "A space is missing between words",
      message: "“{name}” looks like several words run together.",
      help: "Write “{split}”.",
    },
  },
  BF2003: {
    severity: "error",
    zh: {
      title: "重复声明",
      message: "“{name}”已经声明过一次。",
      help: "给其中一个换个名称，或者删去多余的一处。",
    },
    en: {
      title: "Declared twice",
      message: "“{name}” is already declared.",
      help: "Rename one of the two, or delete the one too many.",
    },
  },
  BF2004: {
    severity: "error",
    zh: {
      title: "没有这种类型",
      message: "“{name}”不是数据类型。",
      help: "可用：文字、日期、是否、百分比、金额、次数、名额、人员、单位、“0至30分”这样的范围、选项、等级、“对象 某对象”、某记录。{hint}",
    },
    en: {
      title: "Unknown type",
      message: "“{name}” is not a type of data.",
      help: "Use text, date, flag, percent, money, count, quota, person, organisation, a range such as “0 to 30 points”, options, levels, a subject or a record. {hintEn}",
    },
  },
  BF2006: {
    severity: "error",
    zh: {
      title: "单位不同",
      message: "“{left}”的单位是{leftUnit}，“{right}”的单位是{rightUnit}，不能{operation}。",
      help: "{hint}改成同一种单位，或者用乘除把一种换算成另一种。",
    },
    en: {
      title: "Units differ",
      message: "“{left}” is in {leftUnitEn} and “{right}” in {rightUnitEn}; the two cannot be {operationEn}.",
      help: "{hintEn} Use one unit for both, or convert one by multiplying or dividing.",
    },
  },
  BF2007: {
    severity: "error",
    zh: {
      title: "这里要的不是这种内容",
      message: "这里要的是{expected}，“{text}”是{found}。",
      help: "{hint}",
    },
    en: {
      title: "Not what is needed here",
      message: "{expectedEn} is needed here; “{text}” is {foundEn}.",
      help: "{hintEn}",
    },
  },
  BF2008: {
    severity: "error",
    zh: { title: "不在选项之内", message: "“{name}”不是“{of}”的选项。", help: "可选：{members}。{hint}" },
    en: {
      title: "Not one of the options",
      message: "“{name}” is not one of the values of “{of}”.",
      help: "Choose from: {members}. {hintEn}",
    },
  },
  BF2009: {
    severity: "error",
    zh: {
      title: "循环定义",
      message: "这些内容互相依赖，算不出来：{path}。",
      help: "改掉其中一环：同一考核期内的结果不能又反过来决定它自己。",
    },
    en: {
      title: "Circular definition",
      message: "These depend on each other and cannot be computed: {path}.",
      help: "Break one of the links: a result cannot feed back into itself within one period.",
    },
  },
  BF2010: {
    severity: "error",
    zh: {
      title: "不知道说的是哪类对象",
      message: "没有一类对象同时具有这里用到的名称：{names}。",
      help: "检查名称，或者在句前写明对象，例如“{example}:”。",
    },
    en: {
      title: "No subject fits",
      message: "No kind of subject has all the names used here: {names}.",
      help: "Check the names, or say which subject is meant before the sentence, for example “{example}:”.",
    },
  },
  BF2011: {
    severity: "error",
    zh: {
      title: "没有这类对象",
      message: "“{name}”不是声明过的对象。",
      help: "已声明的对象：{known}。{hint}",
    },
    en: {
      title: "Unknown subject",
      message: "“{name}” is not a declared subject.",
      help: "Declared subjects: {known}. {hintEn}",
    },
  },
  BF2012: {
    severity: "error",
    zh: {
      title: "说不清是哪个等次",
      message: "“{grade}”{why}。",
      help: "写明等次名称，例如“考核等次 最高评为 {grade}”。{hint}",
    },
    en: {
      title: "Which grade scale?",
      message: "“{grade}” {whyEn}.",
      help: "Name the scale before the verb. {hintEn}",
    },
  },
  BF2013: {
    severity: "error",
    zh: {
      title: "措施没有声明",
      message: "“{name}”没有在“措施”中声明。",
      help: "在开头的“措施”里加上它。{hint}",
    },
    en: {
      title: "Undeclared action",
      message: "“{name}” is not declared as an action.",
      help: "Add it to the actions at the top. {hintEn}",
    },
  },
  BF2014: {
    severity: "error",
    zh: {
      title: "标识有误",
      message: "对象“{subject}”的标识“{key}”{why}。",
      help: "写成“对象 {subject},标识 编号”，并声明“编号: 文字”。",
    },
    en: {
      title: "No usable key",
      message: "The key “{key}” of subject “{subject}” {whyEn}.",
      help: "Write “subject {subject}, key ID” and declare the field as text.",
    },
  },
  BF2015: {
    severity: "error",
    zh: {
      title: "权重合计不是100%",
      message: "各项权重合计是{total}，不是100%。",
      help: "检查各项“占”的百分比：{weights}。",
    },
    en: {
      title: "Weights do not total 100%",
      message: "The weights total {total}, not 100%.",
      help: "Check each weight: {weights}.",
    },
  },
  BF2016: {
    severity: "error",
    zh: {
      title: "不是多份记录",
      message: "“{name}”不是由多份记录组成的内容。",
      help: "“{function}”要用在“每月一份”“多份”这样的记录上，例如“{function}(月度考核表.得分)”。",
    },
    en: {
      title: "Not a list of records",
      message: "“{name}” does not hold records.",
      help: "“{functionEn}” works on a list of records, for example “{functionEn}(monthly.score)”.",
    },
  },
  BF2017: {
    severity: "error",
    zh: { title: "函数用法不对", message: "“{function}”{why}。", help: "{hint}" },
    en: { title: "Wrong use of a function", message: "“{function}” {whyEn}.", help: "{hintEn}" },
  },
  BF2018: {
    severity: "error",
    zh: {
      title: "不能比大小",
      message: "“{name}”没有高低次序，不能说“{word}”。",
      help: "用“为”或“属于”，或者把它声明成“等级 低 < 高”。",
    },
    en: {
      title: "No order to compare",
      message: "“{name}” has no order, so “{word}” says nothing.",
      help: "Use “is” or “is one of”, or declare it as levels.",
    },
  },
  BF2019: {
    severity: "error",
    zh: { title: "范围写反了", message: "范围“{range}”的下限高于上限。", help: "把小的写在前面。" },
    en: {
      title: "Range is upside down",
      message: "The range “{range}” starts above its end.",
      help: "Write the smaller number first.",
    },
  },
  BF2020: {
    severity: "error",
    zh: {
      title: "开头没有“办法”",
      message: "文件没有以“办法 名称”开头。",
      help: "在第一行写“办法 某某考核”。",
    },
    en: {
      title: "No “measure” line",
      message: "The file does not start with “measure NAME”.",
      help: "Write “measure …” on the first line.",
    },
  },
  BF2021: {
    severity: "error",
    zh: {
      title: "没有考核对象",
      message: "没有用“对象”声明考核谁。",
      help: "加上“对象 某某,标识 编号”和它的各项事实。",
    },
    en: {
      title: "No subject declared",
      message: "Nothing says who is assessed.",
      help: "Add “subject NAME, key ID” with its fields.",
    },
  },
  BF2022: {
    severity: "error",
    zh: {
      title: "列项不够数",
      message: "“{text}”要求具备{count}项，下面有关的只有{items}项。",
      help: "检查项数，或者补上漏写的情形。",
    },
    en: {
      title: "Fewer items than required",
      message: "“{text}” requires {count} [item|items], but only {items} below apply.",
      help: "Check the number, or add the items that are missing.",
    },
  },
  BF2023: {
    severity: "error",
    zh: {
      title: "“评定”下面没有分段",
      message: "“{text}”下面没有一行一行的分段。",
      help: "句末写冒号，下面每行写一段，例如“90分以上 为 优秀”。",
    },
    en: {
      title: "No bands below",
      message: "There are no rows below “{text}”.",
      help: "End the sentence in a colon and write one row per band below, such as “90 points or more is GRADE”.",
    },
  },
  BF2024: {
    severity: "error",
    zh: {
      title: "等次由两处评定",
      message: "“{subject}”的“{scale}”由两处评定：{first}和{second}。",
      help: "只留一处；若两处各管一部分对象，写明“<条件> 的对象:”并使其不重叠。",
    },
    en: {
      title: "Two rules assign one grade",
      message: "“{scale}” of “{subject}” is assigned in two places: {first} and {second}.",
      help: "Keep one; if each is for a part of the subjects, narrow both so that they do not overlap.",
    },
  },
  BF2025: {
    severity: "error",
    zh: {
      title: "等次没有评定的依据",
      message: "“{subject}”的“{scale}”有上限、下限或升降，却没有一处评定它。",
      help: "加上“依 某分数 评定 {scale}:”或“依 某分数 由高到低 排名 评定 {scale},…:”。",
    },
    en: {
      title: "Nothing assigns the grade",
      message: "“{scale}” of “{subject}” is limited or shifted, but nothing assigns it.",
      help: "Add “by SCORE assign {scale}:” or a ranking.",
    },
  },
  BF2026: {
    severity: "error",
    zh: { title: "值不合要求", message: "“{value}”不是“{name}”允许的值。", help: "允许：{allowed}。" },
    en: {
      title: "Value not allowed",
      message: "“{value}” is not a value that “{nameEn}” allows.",
      help: "Allowed: {allowedEn}.",
    },
  },
  BF2027: {
    severity: "error",
    zh: {
      title: "措施的括号不对",
      message: "措施“{name}”声明时没有括号里的内容，这里却写了。",
      help: "声明与使用要一致：声明“{name}(时长)”就写“{name}(1年)”。",
    },
    en: {
      title: "Argument of an action",
      message: "The action “{name}” is declared without an argument, but one is given here.",
      help: "Declaration and use must agree: declare “{name}(LENGTH)” and write “{name}(1 year)”.",
    },
  },
  BF2028: {
    severity: "error",
    zh: {
      title: "往年数据里没有这种内容",
      message: "“{text}”不能从往年结果中取得。",
      help: "往年结果里有：等次、计算出的分值、填报的事实。先把要用的内容定义成一个名称。",
    },
    en: {
      title: "Not in earlier results",
      message: "“{text}” cannot be taken from earlier results.",
      help: "Earlier results hold grades, computed values and facts. Define what you need under a name first.",
    },
  },
  BF2029: {
    severity: "error",
    zh: {
      title: "认可的代码有误",
      message: "“{code}”{why}，不能认可。",
      help: "照抄检查结果里的代码，例如 BF3107；错误必须改正，只有提醒可以认可。",
    },
    en: {
      title: "Cannot accept this code",
      message: "“{code}” {whyEn} and cannot be accepted.",
      help: "Copy the code from the check, such as BF3107; errors must be mended, only warnings can be accepted.",
    },
  },
  BF2030: {
    severity: "error",
    zh: {
      title: "层次太深",
      message: "“{name}”的定义一环套一环，超过了{limit}层。",
      help: "把中间的定义合并或拆开。",
    },
    en: {
      title: "Too deeply nested",
      message: "The definition of “{name}” is more than {limit} steps deep.",
      help: "Merge or split the definitions between.",
    },
  },
  BF2031: {
    severity: "error",
    zh: {
      title: "百分比要写%",
      message: "“{left}”是百分比，“{right}”没有写%。",
      help: "写成“{right}%”；若确指倍数，写“{right}倍”。",
    },
    en: {
      title: "Write the percent sign",
      message: "“{left}” is a share, but “{right}” has no %.",
      help: "Write “{right}%”, or “{right}倍” if a multiple is meant.",
    },
  },
  BF2032: {
    severity: "error",
    zh: {
      title: "没有这一条",
      message: "本办法没有{cite}。",
      help: "核对条款编号：写成“第九条”“第十条(六)”这样。",
    },
    en: {
      title: "No such provision",
      message: "The measure has no {cite}.",
      help: "Check the number, as in “Article 9” or “Article 10(6)”.",
    },
  },
  BF2033: {
    severity: "error",
    zh: {
      title: "没有说对哪个得分",
      message: "“{text}”没有说对哪个得分加减（{scores}）。",
      help: "写明得分，例如“总分 扣2分”。",
    },
    en: {
      title: "Which score?",
      message: "“{text}” does not say which score it changes ({scoresEn}).",
      help: "Name the score before the verb.",
    },
  },
  BF2034: {
    severity: "error",
    zh: {
      title: "指标的列项要写加分或扣分",
      message: "{label}是指标“{name}”的列项，这里没有写加多少分或扣多少分。",
      help: "写成“每 一般事故 1次 扣2分”或“未开展演练 的,扣3分”。",
    },
    en: {
      title: "An item of an indicator must say points",
      message: "{label} is an item of the indicator “{name}”, but it adds or deducts no points.",
      help: "Write “per ACCIDENT 1 times deduct 2 points” or “CONDITION then deduct 3 points”.",
    },
  },
  BF2035: {
    severity: "error",
    zh: {
      title: "不知道指标考核哪类对象",
      message: "指标“{name}”没有说考核哪类对象。",
      help: "在前面写明对象，例如“村:”，或者把指标放到写明对象的条款下面。",
    },
    en: {
      title: "Which subject has this indicator?",
      message: "Nothing says which kind of subject the indicator “{name}” is about.",
      help: "Name the subject before it, followed by a colon.",
    },
  },
  BF2036: {
    severity: "error",
    zh: {
      title: "其他人的等次不由本办法评定",
      message: "“{text}”是对其他人的等次，没有说是哪一项考核的等次。",
      help: "先写“外部等次 年度考核 由高到低 优秀、称职、…”，再写“对 某人,年度考核 不得评为 优秀”。",
    },
    en: {
      title: "Somebody else's grade is not decided here",
      message: "“{text}” is about somebody else's grade, but not of which assessment.",
      help: "Declare the other assessment as an external scale and name it before the verb.",
    },
  },
  BF2037: {
    severity: "error",
    zh: {
      title: "测评缺少评委或档次",
      message: "测评“{name}”没有写评委或者档次，算不出得分。",
      help: "写上“评委 …”和“档次 好 10分、差 0分”；没有定的权重和分值可以不写，留待以后填。",
    },
    en: {
      title: "A vote needs raters and levels",
      message: "The vote “{name}” has no raters or no levels, so it gives no score.",
      help: "Add the raters and the levels; weights and points may be left open.",
    },
  },
  BF2038: {
    severity: "error",
    zh: {
      title: "对照表的列数不对",
      message: "这一行有{cells}格条件，表头有{columns}项。",
      help: "每行写与表头一样多的格子，最后一格写结果，用“|”隔开。",
    },
    en: {
      title: "Wrong number of cells",
      message: "This row has {cells} [test|tests], but the table has {columns} [input|inputs].",
      help: "Write one cell per input and the result last, separated by “|”.",
    },
  },
  BF2039: {
    severity: "error",
    zh: {
      title: "有高低次序的参数不能同一个值",
      message: "“{order}”是几个参数，高低各不相同，一个值不知道是谁的。",
      help: "分别写明，例如“= {example}”；只写其中几个也可以，没有写的待定。",
    },
    en: {
      title: "One value for parameters in rising order",
      message: "“{order}” are several parameters, each above the one before; one value cannot be theirs.",
      help: "Give each its own, as in “= {example}”; those not named stay open.",
    },
  },
  BF2040: {
    severity: "error",
    zh: {
      title: "参数的值与写明的次序相反",
      message: "“{upper}”应当高于“{lower}”，写的却是{upperValue}和{lowerValue}。",
      help: "改其中一个的值，或者把“{lower} < {upper}”的次序改过来。",
    },
    en: {
      title: "Values against the declared order",
      message: "“{upper}” should be above “{lower}”, but they are {upperValue} and {lowerValue}.",
      help: "Correct one of the values, or the order “{lower} < {upper}”.",
    },
  },
  BF2045: {
    severity: "error",
    zh: {
      title: "没有排名，无从列为最后一名",
      message: "“{subject}”没有按排名评定的等次，“列为最后一名”不知道是哪个排名。",
      help: "先写“依 … 排名 评定 …”；不排名的，写成“评为 …”或者“最高评为 …”。",
    },
    en: {
      title: "No ranking to be last in",
      message: "No grade of “{subject}” is given by rank, so there is no ranking to be last in.",
      help: "Rank the subjects for a grade first, or give a grade or a ceiling instead.",
    },
  },
  BF2049: {
    severity: "error",
    zh: {
      title: "算出来的数不会报成不适用",
      message: "“{name}”是办法里得出的，不是填报的一栏，没有适用不适用可问。",
      help: "写它什么时候不计：由某一栏算出的，问那一栏（“完成率 不适用 的,{name} 剔除后折算”）；由人打分的，写出情形（“新设 的,{name} 剔除后折算”）。",
    },
    en: {
      title: "A computed figure is not reported as not applicable",
      message: "“{name}” is found by the measure; it is no field that could be reported as not applicable.",
      help: "Say when it does not count: by the field that it is computed from (“RATE not applicable then {name} dropped and rescaled”), or by the case.",
    },
  },
  BF2070: {
    severity: "error",
    zh: {
      title: "测评的这一行里没有这一项",
      message: "测评的这一行不认识“{name}”。",
      help: "可以写：{known}。",
    },
    en: {
      title: "Unknown entry in a row of a vote",
      message: "This row of the vote does not know “{name}”.",
      help: "Possible here: {knownEn}.",
    },
  },
  BF2071: {
    severity: "error",
    zh: {
      title: "测评的这一行没有写多少",
      message: "“{row}”没有写数量或者比例。",
      help: "例如“去掉 最高 1票、最低 1票”“法定人数 2/3以上”“有效票 80%以上”；还没有定的，写成参数。",
    },
    en: {
      title: "A row of a vote without an amount",
      message: "“{row}” does not say how many.",
      help: "Write a number or a share, such as “quorum 2/3 or more”; what is not settled can be a parameter.",
    },
  },
  BF2048: {
    severity: "error",
    zh: {
      title: "没有两个月的考核周期",
      message: "考核周期不能是“每两月”。",
      help: "按每月考核，两个月的数用“合计(近2期 …)”“平均(近2期 …)”；或者改为每季度、每半年、每年。",
    },
    en: {
      title: "No period of two months",
      message: "The period of assessment cannot be two months.",
      help: "Assess by month and take figures over “past 2 periods”, or by quarter, half-year or year.",
    },
  },
  BF2240: {
    severity: "error",
    zh: {
      title: "期限从什么时候起算不清楚",
      message: "期限从“{anchor}”起算，但没有叫这个名称的程序，也没有哪一步交出它。",
      help: "写程序的名称，或者某一步交出的材料。本办法里有：{known}。",
    },
    en: {
      title: "A deadline that runs from nothing",
      message: "The time runs from “{anchor}”, but no procedure has this name and no step hands it over.",
      help: "Name a procedure, or what a step hands over. This measure has: {known}.",
    },
  },
  BF2241: {
    severity: "error",
    zh: {
      title: "没有这样的日期",
      message: "“{deadline}”：{why}。",
      help: "对照原文改正月、日。",
    },
    en: {
      title: "No such date",
      message: "“{deadline}”: {whyEn}.",
      help: "Compare the month and the day with the regulation.",
    },
  },
  BF2091: {
    severity: "error",
    zh: {
      title: "外部等次的结果不在这里",
      message: "“{name}”由别的考核评定，本办法只记录对它的影响，不知道它评成了什么。",
      help: "条件里要用它的结果，在对象里声明一项来填报，例如“{name}结果: 等级 {grades},来源 …”，这里写“{name}结果”。",
    },
    en: {
      title: "The grade of an external scale is not known here",
      message:
        "“{name}” is decided by another assessment; this measure records effects on it and does not know what it came to.",
      help: "To ask for the result, declare a field that reports it, for instance “{name}结果: levels {grades}, source …”, and write “{name}结果” here.",
    },
  },
});
