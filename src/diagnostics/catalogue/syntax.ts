import { family } from "../message.ts";

/** BF1xxx: the text cannot be read as a measure. 1001–1014 the text, 1020–1029 its structure, from 1030 statements. */
export const syntax = family({
  BF1001: {
    severity: "error",
    zh: {
      title: "看不见的字符",
      message: "这里有一个看不见的字符({code})。",
      help: "删除它：这种字符会使读到的内容与实际内容不一致。",
    },
    en: {
      title: "invisible character",
      message: "There is an invisible character here ({code}).",
      help: "Remove it: such characters make the text read differently from what it says.",
    },
  },
  BF1002: {
    severity: "error",
    zh: {
      title: "形近字符",
      message: "“{word}”里混有外形相近的其他文字。",
      help: "如果本意是“{likely}”，请改用它。",
    },
    en: {
      title: "look-alike letters",
      message: '"{word}" mixes in letters of another script that look alike.',
      help: 'If you mean "{likely}", write that.',
    },
  },
  BF1003: {
    severity: "error",
    zh: {
      title: "不认识的字符",
      message: "“{found}”不是办法中使用的符号。",
      help: "删除它；如果它属于名称，请把名称写在「」里。",
    },
    en: {
      title: "unknown character",
      message: '"{found}" has no meaning in a measure.',
      help: "Remove it; if it belongs to a name, write the name in 「」.",
    },
  },
  BF1004: {
    severity: "error",
    zh: {
      title: "缺少后引号",
      message: "这里的 {open} 到行末没有配对的 {close}。",
      help: "在文字结束处补上 {close}。",
    },
    en: {
      title: "unclosed quotation",
      message: "{open} is not closed by {close} on its line.",
      help: "Add {close} where the text ends.",
    },
  },
  BF1005: {
    severity: "error",
    zh: { title: "缺少后括号", message: "这个括号没有配对的“)”。", help: "在括号内容结束处补上“)”。" },
    en: {
      title: "unclosed bracket",
      message: "This bracket has no matching ')'.",
      help: "Add ')' where its content ends.",
    },
  },
  BF1006: {
    severity: "error",
    zh: { title: "多余的后括号", message: "这个“)”前面没有配对的“(”。", help: "删除它，或者在前面补上“(”。" },
    en: {
      title: "bracket never opened",
      message: "This ')' has no matching '('.",
      help: "Remove it, or add '(' before it.",
    },
  },
  BF1010: {
    severity: "error",
    zh: {
      title: "文件过大",
      message: "文件有{size}个字符，超过{limit}个字符的上限。",
      help: "把它拆成几个办法文件。",
    },
    en: {
      title: "file too large",
      message: "The file has {size} characters; the limit is {limit}.",
      help: "Split it into several measures.",
    },
  },
  BF1011: {
    severity: "error",
    zh: {
      title: "嵌套过深",
      message: "括号和条件的嵌套超过{limit}层。",
      help: "把里层的内容先写成单独的定义，再引用它的名称。",
    },
    en: {
      title: "nested too deeply",
      message: "Brackets and conditions are nested more than {limit} deep.",
      help: "Give the inner part a name in a definition of its own and use the name.",
    },
  },
  BF1012: {
    severity: "error",
    zh: { title: "算式过长", message: "一句话里的运算超过{limit}个。", help: "把算式分成几个定义。" },
    en: {
      title: "formula too long",
      message: "One statement has more than {limit} operations.",
      help: "Divide the formula into several definitions.",
    },
  },
  BF1013: {
    severity: "error",
    zh: { title: "空文件", message: "文件里没有内容。", help: "第一行写“办法 名称”，后面逐条书写。" },
    en: {
      title: "empty file",
      message: "The file has no content.",
      help: 'Start with a line "measure NAME", then write its articles.',
    },
  },
  BF1014: {
    severity: "error",
    zh: {
      title: "不是办法",
      message: "这个文件不像一份办法：没有“办法”开头的一行，大部分内容也读不懂。",
      help: "检查文件是否选对；办法的第一行是“办法 名称”。",
    },
    en: {
      title: "not a measure",
      message:
        "This file does not look like a measure: it has no line starting with 办法 (measure), and most of it cannot be read.",
      help: 'Check that it is the right file; a measure starts with "measure NAME".',
    },
  },
  BF1020: {
    severity: "error",
    zh: {
      title: "一行有两个序号",
      message: "“{first}”后面又写了序号“{second}”。",
      help: "把“{second}”另起一行。",
    },
    en: {
      title: "two labels on one line",
      message: "{first} is followed by a second label, {second}.",
      help: "Put {second} on a line of its own.",
    },
  },
  BF1021: {
    severity: "error",
    zh: {
      title: "缺少冒号",
      message: "“{owner}”下面列有“{item}”等各项，但这一句没有以“:”结尾。",
      help: "在句末加上“:”。",
    },
    en: {
      title: "colon missing",
      message: "Items such as {item} stand below {owner}, but the statement does not end in ':'.",
      help: "End the statement with ':'.",
    },
  },
  BF1022: {
    severity: "error",
    zh: {
      title: "冒号后没有内容",
      message: "这一句以“:”结尾，但下面没有属于它的各项。",
      help: "在下面逐行列出各项(各项要有序号)；如果没有，去掉“:”。",
    },
    en: {
      title: "nothing after the colon",
      message: "The statement ends in ':', but nothing below belongs to it.",
      help: "List its labelled items or its rows on the lines below, or remove the ':'.",
    },
  },
  BF1023: {
    severity: "warning",
    zh: {
      title: "缩进与结构不一致",
      message: "这一行缩进在“{label}”之下，但按序号它属于{parent}。",
      help: "给它加上下一级序号使它属于“{label}”，或者取消缩进。",
    },
    en: {
      title: "indentation disagrees with structure",
      message: "This line is indented under {label}, but by the numbering it belongs to {parentEn}.",
      help: "Give it a label of the next level to put it under {label}, or take the indentation away.",
    },
  },
  BF1024: {
    severity: "error",
    zh: {
      title: "表外的行",
      message: "这一行像是分档或者名次表中的一行，但上面没有以“:”结尾的“依 … 评定 …”。",
      help: "在它前面写上“依 … 评定 …:”。",
    },
    en: {
      title: "row without a table",
      message:
        "This line looks like a row of bands or ranks, but no 依 (by) statement ending in ':' stands above it.",
      help: 'Write "by … assign …:" before it.',
    },
  },
  BF1025: {
    severity: "error",
    zh: {
      title: "标题没有写在【】里",
      message: "“{title}”单独成行，读不出规则。",
      help: "如果它是标题，写成“【{title}】”。",
    },
    en: {
      title: "title without 【】",
      message: '"{title}" stands alone and states no rule.',
      help: "If it is a title, write 【{title}】.",
    },
  },
  BF1027: {
    severity: "error",
    zh: {
      title: "适用对象下没有内容",
      message: "“{scope}:”后面没有规定内容。",
      help: "在同一行写上内容，或者在下面逐项列出(要有序号)。",
    },
    en: {
      title: "nothing under the subject",
      message: '"{scope}:" is followed by nothing.',
      help: "Write the rule on the same line, or list labelled items below.",
    },
  },
  BF1030: {
    severity: "error",
    zh: { title: "读不懂这里", message: "“{found}”不能出现在这里。", help: "检查它前面是否少了词或者标点。" },
    en: {
      title: "cannot be read here",
      message: '"{found}" does not fit here.',
      help: "Check whether a word or a mark is missing before it.",
    },
  },
  BF1031: {
    severity: "error",
    zh: {
      title: "只有条件，没有结果",
      message: "“{text}”只是一个条件，没有说明结果。",
      help: "写成“{text} 的,…”并写明结果；如果是列举的情形，上一句要有“有下列情形之一”并以“:”结尾。",
    },
    en: {
      title: "condition without a result",
      message: '"{text}" is only a condition; no result is stated.',
      help: 'Write "{text} then, …" with the result; if it is one of several circumstances, the statement above needs "any of the following" and a colon.',
    },
  },
  BF1032: {
    severity: "error",
    zh: { title: "话没有写完", message: "“{last}”后面没有写完。", help: "把这句话补充完整。" },
    en: {
      title: "statement unfinished",
      message: 'The statement ends too early, after "{last}".',
      help: "Complete it.",
    },
  },
  BF1033: {
    severity: "error",
    zh: {
      title: "两个词之间缺少连接",
      message: "“{first}”和“{second}”之间缺少词或者标点。",
      help: "列举用“、”；比较用“低于”“达到”“为”等；如果是一个名称，不要加空格。",
    },
    en: {
      title: "nothing joins two words",
      message: 'A word or a mark is missing between "{first}" and "{second}".',
      help: "Use '&' to enumerate, a comparison such as 'below' or 'is', or write one name without a space.",
    },
  },
  BF1034: {
    severity: "error",
    zh: {
      title: "保留词用作名称",
      message: "“{found}”是办法语言自己用的词(保留词)，不能在这里作名称。",
      help: "如果名称就是“{found}”，写成「{found}」；否则{other}。",
    },
    en: {
      title: "reserved word used as a name",
      message: '"{found}" is a word of the language itself (reserved) and cannot stand here as a name.',
      help: 'If the name is "{found}", write 「{found}」; otherwise {otherEn}.',
    },
  },
  BF1035: {
    severity: "error",
    zh: {
      title: "少了一个词",
      message: "“{found}”前面应当有“{word}”。",
      help: "补上“{word}”，或者检查“{found}”是否写错。",
    },
    en: {
      title: "word missing",
      message: '"{word}" should stand before "{found}".',
      help: 'Add "{word}", or check "{found}".',
    },
  },
  BF1036: {
    severity: "error",
    zh: {
      title: "条件里用了“=”",
      message: "“=”只用来下定义，不用来比较。",
      help: "比较用“为”或者“==”；下定义时“=”前面只写一个名称。",
    },
    en: {
      title: "'=' in a condition",
      message: "'=' defines a name; it does not compare.",
      help: "To compare use 为 (is) or '=='; in a definition only a name stands before '='.",
    },
  },
  BF1037: {
    severity: "error",
    ambiguity: "CONJ",
    zh: {
      title: "“或”与“且”混用",
      message: "“{first}”和“{second}”混用而没有括号，先后会有不同理解。",
      help: "用括号写明哪些先合在一起，例如“(甲 或 乙) 且 丙”。",
    },
    en: {
      title: "or and and mixed",
      message: '"{first}" and "{second}" are mixed without brackets, so readers will disagree on the order.',
      help: "Bracket what belongs together, such as (A or B) and C.",
    },
  },
  BF1038: {
    severity: "error",
    zh: {
      title: "负数前的减号",
      message: "“{number}”前面是名称，减号会读成减法。",
      help: "写成“{instead}”。",
    },
    en: {
      title: "minus read as a subtraction",
      message: 'A name stands before "{number}", so its minus reads as a subtraction.',
      help: 'Write "{instead}".',
    },
  },
  BF1039: {
    severity: "error",
    ambiguity: "CONJ",
    zh: {
      title: "条件之间没有连接的词",
      message: "两个条件之间只写了“{mark}”，看不出是“或者”还是“并且”。",
      help: "写明“或者”或“并且”。",
    },
    en: {
      title: "nothing joins two conditions",
      message:
        "Only “{mark}” stands between two conditions, which does not say whether one or both must hold.",
      help: "Write 或者 (or) or 并且 (and).",
    },
  },
  BF1040: {
    severity: "error",
    zh: {
      title: "一句话里有两处列举",
      message: "一句话里有两处“下列情形”，下面的各项不知道属于哪一处。",
      help: "分成两句，各自列出情形。",
    },
    en: {
      title: "two lists in one statement",
      message: "The statement refers to two lists, and the items below could belong to either.",
      help: "Make two statements, each with its own items.",
    },
  },
  BF1041: {
    severity: "error",
    zh: {
      title: "没有条件的结果",
      message: "这里只写了结果，没有写什么情况下适用。",
      help: "在前面写上条件，例如“… 的,”。",
    },
    en: {
      title: "result without a condition",
      message: "Only a result is written here, not when it applies.",
      help: 'Write the condition before it, such as "… then,".',
    },
  },
  BF1042: {
    severity: "error",
    zh: {
      title: "条件里用“-”表示区间",
      message: "“{found}”在条件里是减法，只有分档的行里“-”才表示区间。",
      help: "写成“{instead}”。",
    },
    en: {
      title: "hyphen for a range",
      message: "In a condition “{found}” subtracts; '-' joins a range only in rows.",
      help: "Write “{instead}”.",
    },
  },
  BF1043: {
    severity: "error",
    zh: {
      title: "没有说明怎样比较",
      message: "“{number}”没有说明是等于、以上还是以下。",
      help: "写成“为 {number}”“{number}以上”或“不超过{number}”。",
    },
    en: {
      title: "comparison missing",
      message: '"{number}" does not say whether exactly, at least or at most is meant.',
      help: 'Write "is {number}", "{number} or more" or "no more than {number}".',
    },
  },
  BF1044: {
    severity: "error",
    zh: { title: "话没有写完", message: "“{last}”后面应当有“{word}”。", help: "补上“{word}”和后面的内容。" },
    en: {
      title: "statement unfinished",
      message: '"{word}" should follow "{last}".',
      help: 'Add "{word}" and what comes after it.',
    },
  },
  BF1045: {
    severity: "error",
    zh: {
      title: "条件后面缺少“的”",
      message: "“{before}”和“{after}”之间只有逗号，看不出前面是条件。",
      help: "条件以“的”结尾：“… {before} 的,{after} …”。",
    },
    en: {
      title: "condition without 的",
      message: 'Only a comma stands between "{before}" and "{after}", so the condition has no end.',
      help: 'End the condition with 的 (then): "… {before} then, {after} …".',
    },
  },
  BF1046: {
    severity: "error",
    zh: {
      title: "补充的内容没有着落",
      message: "这一部分是对前面一项的补充，但前面没有它能补充的内容。",
      help: "例如“最多扣6分”前面要有“扣2分”，“只计一次”前面要有措施。",
    },
    en: {
      title: "nothing to complete",
      message: "This part completes the effect before it, but there is none it can complete.",
      help: 'For instance "deduct at most 6 points" needs a "deduct 2 points" before it.',
    },
  },
  BF1047: {
    severity: "error",
    zh: {
      title: "列举的情形里写了结果",
      message: "上一句列举的是情形，这一项却写了结果或者其他内容。",
      help: "这里只写情形；结果写在上一句里。",
    },
    en: {
      title: "result inside a list of conditions",
      message: "The statement above lists conditions, but this item states something else.",
      help: "State only the condition here, and the result in the statement above.",
    },
  },
  BF1048: {
    severity: "error",
    zh: {
      title: "行里的“除外”",
      message: "“但 … 的除外”不能写在一行里：这一行除外以后归到哪一行，看不出来。",
      help: "条件写得出的，写进条件：“… 且 非 … 的”；否则给这一行编号，另写一条“… 的,免除 第八条(一)”。",
    },
    en: {
      title: "exception in a row",
      message:
        "但 … 的除外 (but … excepted) cannot stand in a row: it does not show where those excepted go.",
      help: "Put it into the condition, as in … and not …; or label the row and exempt from it: … 的,免除 第八条(一).",
    },
  },
  BF1049: {
    severity: "error",
    zh: {
      title: "下列情形没有列出",
      message: "这一句提到“{phrase}”，但下面没有列出各项。",
      help: "句末用“:”，并在下面用序号逐项列出。",
    },
    en: {
      title: "list missing",
      message: 'The statement says "{phrase}", but no items follow.',
      help: "End it with ':' and list the labelled items below.",
    },
  },
  BF1050: {
    severity: "error",
    zh: {
      title: "不认识的单位",
      message: "“{number}”后面的“{unit}”不是认识的单位。",
      help: "检查单位；如果不是单位，在数字后面加空格。",
    },
    en: {
      title: "unknown unit",
      message: '"{unit}" after {number} is not a known unit.',
      help: "Check the unit; if it is none, put a space after the number.",
    },
  },
  BF1051: {
    severity: "error",
    zh: { title: "日期不存在", message: "没有“{date}”这一天。", help: "检查月份和日期。" },
    en: { title: "no such date", message: "{date} is not a date.", help: "Check the month and the day." },
  },
  BF1052: {
    severity: "error",
    zh: {
      title: "区间的两端不成对",
      message: "“{first}”和“{second}”不能合成一个区间。",
      help: "一端写下限，一端写上限，例如 70分以上不满90分。",
    },
    en: {
      title: "ends do not make a range",
      message: '"{first}" and "{second}" do not make a range.',
      help: "Write one lower and one upper end, such as 70 points or more under 90 points.",
    },
  },
  BF1053: {
    severity: "error",
    zh: {
      title: "没有说明几项",
      message: "“{phrase}”没有说明要具备几项。",
      help: "写成“{phrase}2项以上”，或者“同时具备下列情形”。",
    },
    en: {
      title: "how many is not said",
      message: '"{phrase}" does not say how many must hold.',
      help: 'Write "{phrase} 2 items or more", or "all of the following".',
    },
  },
  BF1054: {
    severity: "error",
    zh: {
      title: "“由”后面没有措施",
      message: "“由 {agent}”后面应当是对谁采取什么措施。",
      help: "写成“由 {agent} 对 … 给予 …”。",
    },
    en: {
      title: "no measure after 由",
      message: '"through {agent}" should be followed by a measure and whom it is aimed at.',
      help: 'Write "through {agent} on … give …".',
    },
  },
  BF1055: {
    severity: "error",
    zh: {
      title: "这里应当是一个名称",
      message: "效果前面应当是一个等次、得分或者措施的名称，不能是算式或者条件。",
      help: "如果前面是条件，用“的,”把它和结果分开。",
    },
    en: {
      title: "a single name is needed",
      message:
        "Before an effect stands the name of a grade scale, a score or a measure, not a formula or a condition.",
      help: "If it is a condition, separate it from the result with 的, (then,).",
    },
  },
  BF1056: {
    severity: "error",
    zh: {
      title: "等级的顺序",
      message: "等级由低到高写，用“<”连接，不能用“{mark}”。",
      help: "改为“<”，最低的写在最前面。",
    },
    en: {
      title: "order of levels",
      message: 'Levels are written from low to high and joined by "<", not by "{mark}".',
      help: 'Use "<" with the lowest level first.',
    },
  },
  BF1057: {
    severity: "error",
    zh: { title: "一处修改写了几句", message: "“修改”后面只能是一句规定。", help: "每处修改单独写一行。" },
    en: {
      title: "several statements in one amendment",
      message: "An amendment holds one statement.",
      help: "Write a line for each.",
    },
  },
  BF1058: {
    severity: "error",
    zh: {
      title: "下面不能列项",
      message: "这一句下面不能再列各项。",
      help: "检查序号的级别；如果下面是另外的规定，去掉句末的“:”。",
    },
    en: {
      title: "no items allowed",
      message: "This statement cannot have items below it.",
      help: "Check the level of the labels; if they are rules of their own, remove the ':'.",
    },
  },
  BF1059: {
    severity: "error",
    zh: {
      title: "没有说明各项的关系",
      message: "下面列有各项，但这一句没有写“有下列情形之一”或“同时具备下列情形”。",
      help: "在条件里写明是有其中之一、同时具备，还是具备几项以上。",
    },
    en: {
      title: "how the items count is not said",
      message:
        'Items follow, but the condition has neither "any of the following" nor "all of the following".',
      help: "Say in the condition whether any, all or a number of them must hold.",
    },
  },
  BF1060: {
    severity: "error",
    zh: {
      title: "说明用错了地方",
      message: "这一说明不适用于这种评定方式。",
      help: "排名用“并列者…”“按 … 分组”等；分档用“分段累计”“依次”；逐次处理用“逐级累加”或“就高”。",
    },
    en: {
      title: "option in the wrong place",
      message: "This option does not apply to this way of choosing.",
      help: "Ranks take ties, groups and pools; bands take marginally or top down; ladders take rung by rung or highest rung.",
    },
  },
  BF1061: {
    severity: "warning",
    zh: {
      title: "名称是保留词",
      message: "“{name}”是保留词，引用时要写成「{name}」。",
      help: "换一个名称会更方便。",
    },
    en: {
      title: "name is a reserved word",
      message: '"{name}" is a reserved word; wherever it is used it must be written 「{name}」.',
      help: "Another name would be easier to use.",
    },
  },
  BF1062: {
    severity: "error",
    zh: {
      title: "词之间少了空格",
      message: "“{word}”像是“{first}”和“{second}”连在了一起。",
      help: "在“{first}”和“{second}”之间加空格。",
    },
    en: {
      title: "space missing between words",
      message: '"{word}" looks like "{first}" and "{second}" run together.',
      help: 'Put a space between "{first}" and "{second}".',
    },
  },
  BF1063: {
    severity: "error",
    zh: {
      title: "数目写成了汉字",
      message: "“{found}”要写成数字：{instead}。",
      help: "条件、分段和金额里的数目用阿拉伯数字；只有“连续两年”“降低一个等次”这样的词后面可以用汉字。",
    },
    en: {
      title: "figure written in words",
      message: '"{found}" has to be written in digits: {instead}.',
      help: "Figures in conditions, bands and amounts are written in digits; Chinese numerals stand only behind words such as 连续 and 降低.",
    },
  },
  BF1065: {
    severity: "error",
    zh: {
      title: "文字没有写在引号里",
      message: "“{keyword}”后面的文字要写在引号里。",
      help: "写成：{keyword} “{text}”",
    },
    en: {
      title: "text without quotation marks",
      message: "The text behind “{keyword}” has to stand in quotation marks.",
      help: "Write {keyword} “{text}”.",
    },
  },
  BF1066: {
    severity: "error",
    zh: {
      title: "日期的写法",
      message: "“{found}”不是日期的写法。",
      help: "日期写成“2018年6月13日”。",
    },
    en: {
      title: "how a date is written",
      message: "“{found}” is not how a date is written.",
      help: "Write dates as 2018年6月13日 or 2018-06-13.",
    },
  },
  BF1081: {
    severity: "error",
    zh: {
      title: "分级处理里的“其余”",
      message: "“分级处理”的每一级都要写明条件，不能写“{found}”。",
      help: "写明这一级的条件，例如“通报 不足2次 的,…”；都不符合的不作处理，不用写。",
    },
    en: {
      title: "the rest of a staged ladder",
      message: 'Every rung of 分级处理 needs a condition of its own; "{found}" is none.',
      help: "Write the condition of the rung; where none holds nothing is done, and nothing need be written.",
    },
  },
  BF1082: {
    severity: "error",
    zh: {
      title: "“给予”后面先写了人",
      message: "“{give}”后面写的是措施，“{who}”是受处理的，要写在前面。",
      help: "写成“{instead}”。",
    },
    en: {
      title: "to whom, before what",
      message: 'Behind "{give}" stands what is given; "{who}" is to whom, which comes first.',
      help: 'Write "{instead}".',
    },
  },
  BF1064: {
    severity: "error",
    zh: {
      title: "关键词写错了字",
      message: "“{found}”不是声明过的名称，像是把“{word}”写错了。",
      help: "改成“{word}”；如果它确实是一个名称，先声明它。",
    },
    en: {
      title: "keyword misspelt",
      message: '"{found}" is not a declared name; it looks like "{word}" with a slip in it.',
      help: 'Write "{word}"; if it is meant as a name, declare it first.',
    },
  },
  BF1067: {
    severity: "error",
    zh: {
      title: "抬头的写法",
      message: "“{found}”像是抬头的“{keyword}”，但不是这样写。",
      help: "写成：{instead}",
    },
    en: {
      title: "how a line of the head is written",
      message: "“{found}” looks like “{keyword}” of the head, but is not written like this.",
      help: "Write: {instead}",
    },
  },
  BF1068: {
    severity: "error",
    zh: {
      title: "几分之几用乘号",
      message: "“{found}”里的“的”读不通：“的”在这里结束一个条件。",
      help: "写成“{instead}”。",
    },
    en: {
      title: "a share of a figure is a product",
      message: "的 in “{found}” cannot be read: it ends a condition.",
      help: "Write “{instead}”.",
    },
  },
  BF1069: {
    severity: "error",
    zh: {
      title: "一行里写了两档",
      message: "“{found}”起是另外一档，和前面一档写在了一行里。",
      help: "每一档单独写一行。",
    },
    en: {
      title: "two rows on one line",
      message: "Another row begins at “{found}”, on the line of the row before it.",
      help: "Give each row a line of its own.",
    },
  },
  BF1070: {
    severity: "error",
    zh: {
      title: "少了“对象”",
      message: "“{name}”后面写了“标识”，前面却没有“对象”。",
      help: "写成：对象 {name},标识 …",
    },
    en: {
      title: "the word “subject” is missing",
      message: "“{name}” has a key but does not begin with “subject”.",
      help: "Write: subject {name}, key …",
    },
  },
  BF1071: {
    severity: "error",
    zh: {
      title: "一句话断成了两行",
      message: "“{last}”和“{next}”是一句话里连着的，却断成了两行。",
      help: "写在一行里：“… {last} {next} …”。",
    },
    en: {
      title: "sentence broken into two lines",
      message: 'A line ends between "{last}" and "{next}", which belong together.',
      help: 'Write them on one line: "… {last} {next} …".',
    },
  },
  BF1072: {
    severity: "error",
    zh: {
      title: "“首次评定”写在“施行”那一行",
      message: "“{found}”说的是办法从哪一期开始评，不能单独成一句。",
      help: "写在抬头“{keyword}”的同一行：{instead}{or}",
    },
    en: {
      title: "the first assessed period stands beside the effective date",
      message: '"{found}" says which period a measure assesses first; it is no sentence of its own.',
      help: 'Write it on the line of "{keyword}": {instead}{orEn}',
    },
  },
  BF1073: {
    severity: "error",
    zh: {
      title: "换一种写法",
      message: "“{found}”在这里不是这样写。",
      help: "写成“{instead}”。{why}",
    },
    en: {
      title: "written in another form",
      message: '"{found}" is written otherwise here.',
      help: 'Write "{instead}".{whyEn}',
    },
  },
  BF1091: {
    severity: "error",
    zh: {
      title: "看不出范围管到哪里",
      message: "“{scope}:”单独成行、没有序号，只管紧接着的一句；这一句算不算在内，看不出来。",
      help: "都归它管的，给下面各句编上序号(一)(二)…；不归它管的，移到“{scope}:”前面，或者取消缩进。",
    },
    en: {
      title: "how far a scope reaches is unclear",
      message:
        '"{scope}:" alone on a line without a label narrows the one sentence below it; whether this one is meant too cannot be told.',
      help: 'If all of them are meant, label them (1) (2) …; if not, move this one in front of "{scope}:", or take the indentation away.',
    },
  },
  BF1092: {
    severity: "error",
    zh: {
      title: "办事期限写在程序里",
      message: "这一句说谁在什么时候前办什么事，是程序，不是规则。",
      help: "前面写一行“程序 报送:”，下面一步一行，各成分之间空格，例如“(一) 专班 每月10日前 报送 报告”。",
    },
    en: {
      title: "deadlines stand in a procedure",
      message: "This sentence says who does what by when: that is a procedure, not a rule.",
      help: 'Put a line "procedure Reporting:" above and write one step a line, with spaces between its parts.',
    },
  },
  BF1093: {
    severity: "error",
    zh: {
      title: "情形没有编号",
      message: "“分级处理”“按情形”下面的各行是情形，每一行要有序号，或者以“|”开头。",
      help: "依次写成(一)…、(二)…；或者在每一行前面加“|”。",
    },
    en: {
      title: "cases without labels",
      message:
        "The rows of staged handling and of a choice by cases are conditions: each has a label or begins with '|'.",
      help: "Label them (1), (2) …, or begin every line with '|'.",
    },
  },
  BF1094: {
    severity: "error",
    zh: {
      title: "范围写在一行情形前面",
      message: "各级、各情形管的是同样的对象，不能在一行前面写“{scope}:”。",
      help: "全部只对它的，写在前面：“{scope}: 分级处理,…:”；只有这一级对它的，为它另写一个“{scope}: 分级处理,…:”。",
    },
    en: {
      title: "scope before one row",
      message: 'All rungs and cases are about the same subjects; one row cannot begin with "{scope}:".',
      help: 'If all are about it, write "{scope}: staged handling, …:"; if only this row is, give it a "{scope}: staged handling, …:" of its own.',
    },
  },
  BF1097: {
    severity: "error",
    zh: {
      title: "名称里有数字",
      message: "“{name}”里有数字：数字会把名称断开，后面的读成了数。",
      help: "名称里有数字的，处处写成「{name}」；或者换成没有数字的名称。",
    },
    en: {
      title: "a name with digits",
      message: '"{name}" has digits in it: a digit ends the word, and what follows is read as a number.',
      help: "Write 「{name}」 wherever the name stands, or choose a name without digits.",
    },
  },
  BF1098: {
    severity: "error",
    zh: {
      title: "名称后面不能写以上、以下",
      message: "“{found}”：以上、以下前面要是数；界限是一个名称的，写在比较词后面。",
      help: "写成“{instead}”。",
    },
    en: {
      title: "a limit behind a name",
      message:
        '"{found}": these words follow a number. Where the limit is a name, the comparing word comes first.',
      help: 'Write "{instead}".',
    },
  },
  BF1099: {
    severity: "error",
    zh: {
      title: "选项前面没有写“选项”",
      message: "从“{first}”起是几个选项，前面没有写“{word}”。",
      help: "没有高低的写“选项 甲、乙”，由低到高的写“等级 甲 < 乙”。",
    },
    en: {
      title: "options without the word before them",
      message: 'Options begin at "{first}", and "{word}" is not written before them.',
      help: 'Write "选项 甲、乙" (options) where none is higher than another, "等级 甲 < 乙" (levels) from the lowest up.',
    },
  },
  BF1096: {
    severity: "error",
    zh: {
      title: "其余的对象是哪些",
      message: "“{found} 的对象”没有写条件：哪些对象归这一类，要写出来。",
      help: "写明条件，例如上一类是“海拔 4500米以上 的对象”，这里写“海拔 低于4500米 的对象”。",
    },
    en: {
      title: "who the rest are",
      message: 'The class "{found}" states no condition: who is in it has to be said.',
      help: "State the condition: beside a class of 4500米以上 stands one of 低于4500米.",
    },
  },
});
