import type { syntax as messages } from "../catalogue/syntax.ts";
import { type Explanations, WHOLE } from "./explanation.ts";

const HEADER = "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n";

export const syntax: Explanations<typeof messages> = {
  BF1001: {
    zh: "从网页或者聊天窗口粘贴的文字里，常夹带零宽空格、从右向左的控制符之类看不见的字符。它们能让两个看起来一样的名称其实不同，也能把改动藏起来不让审阅的人看见，所以一律不允许。\n\n把光标移到提示的位置，删去前后一个字重新输入；banfa check --fix 可以代为删除。",
    en: "Text pasted from web pages or chat windows often carries zero-width spaces or direction marks. They can make two names that look alike differ, or hide a change from a reviewer, so none is allowed.\n\nRetype the characters on both sides, or let banfa check --fix remove it.",
    example: { wrong: "第三条 得\u200b分 低于60分 的,约谈", right: "第三条 得分 低于60分 的,约谈" },
  },
  BF1002: {
    zh: "拉丁字母 A 和西里尔字母 А 看上去一样，却是两个字符；写在名称里，同一个名称会变成两个。这种混写多半是输入法或者粘贴造成的。",
    en: "Latin A and Cyrillic А look the same and are two characters, so one name becomes two. An input method or a paste usually brings the mixture in.",
    example: { wrong: "第三条 А类得分 = 得分 + 5分", right: "第三条 A类得分 = 得分 + 5分" },
  },
  BF1003: {
    zh: "办法里只有文字、数字和少数标点有含义。@、$、^ 之类的符号没有规定的读法，猜测它的意思就等于替起草人作决定。",
    en: "Only words, figures and a few marks have a meaning in a measure. What @, $ or ^ should mean is not for the tool to guess.",
    example: { wrong: "第三条 总分 = 得分 @ 2", right: "第三条 总分 = 得分 × 2" },
  },
  BF1004: {
    zh: "引号里的文字写在一行之内，前后引号要成对。漏了后引号，后面的规定就会被当作引文吞掉。",
    en: "Quoted text stays on one line and its marks come in pairs. Without the closing mark the rules behind it would be swallowed as text.",
    example: {
      wrong: "名称 “某县村考核办法",
      right: "名称 “某县村考核办法”",
      within: `办法 村考核\n…\n对象 村,标识 编号\n  编号: 文字\n`,
    },
  },
  BF1005: {
    zh: "括号说明哪些条件先合在一起。只有前括号时，不知道合到哪里为止，计算结果也就不止一种。",
    en: "Brackets say which conditions belong together. Without the closing one there is no telling where the group ends, and more than one result could follow.",
    example: {
      wrong: "第三条 (造假 或 事故 为 重大 的,约谈",
      right: "第三条 (造假 或 事故 为 重大) 的,约谈",
    },
  },
  BF1006: {
    zh: "这里有后括号而前面没有前括号，常见于删改条件时只删掉一半。",
    en: "A closing bracket without an opening one, as when an edit removed only half of a pair.",
    example: {
      wrong: "第三条 造假 或 事故 为 重大) 的,约谈",
      right: "第三条 (造假 或 事故 为 重大) 的,约谈",
    },
  },
  BF1010: {
    zh: "上限是为了让检查在任何情况下都很快结束。一份办法很少超过几万字；这么大的文件多半是选错了，或者把数据粘贴了进来。",
    en: "The limit keeps a check fast whatever it is given. A measure rarely has more than some ten thousand characters; a file of this size is usually the wrong one, or has data pasted into it.",
  },
  BF1011: {
    zh: "嵌套这样深的条件，审阅的人也读不准。给里层的条件或者算式起个名称，写成单独的定义，再引用这个名称，意思不变而容易核对。",
    en: "Nobody reviews conditions nested this deeply reliably. Give the inner part a name in a definition of its own: the meaning stays, and it can be checked.",
  },
  BF1012: {
    zh: "一句话里有上千个运算，多半是由程序拼出来的。分成几个有名称的小计，既能核对，说明结果时也能逐项列出。",
    en: "A statement with a thousand operations was probably put together by a program. Named subtotals can be checked, and explanations can list them.",
  },
  BF1013: {
    zh: "文件里没有文字，或者只有注释。可能是保存时出了错，也可能还没有开始写。",
    en: "The file holds no text, or only comments: a save went wrong, or nothing has been written yet.",
    example: { wrong: "# 草稿\n", right: "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n", within: WHOLE },
  },
  BF1014: {
    zh: "大部分内容都不像规定，也没有“办法”开头的一行，所以只报这一条，不逐行报错。Word 文档要先另存为纯文本（UTF-8）。",
    en: "Most of the text does not look like rules and no line starts with 办法 (measure), so this is the one message instead of one for every line. Save a word-processor document as plain text (UTF-8) first.",
    example: {
      wrong: "会议纪要\n现将上季度会议纪要印发给你们，请认真贯彻。\n联系人和电话见附件。\n此致",
      right: "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n第一条 宣示",
      within: "…\n",
    },
  },
  BF1020: {
    zh: "序号就是办法的结构：引用“第三条(一)”时，要能说清楚是哪一行。一行写两个序号，就分不清这句话属于第三条还是属于(一)。",
    en: "Labels are the structure of a measure: whoever cites 第三条(一) must know which line is meant. With two labels on one line it is unclear to which of them the statement belongs.",
    example: {
      wrong: "第三条 (一) 造假 的,约谈",
      right: "第三条\n(一) 造假 的,约谈",
    },
  },
  BF1021: {
    zh: "下面列有各项时，上一句以冒号结尾，这是两者之间唯一的联系。少了冒号，各项就成了各自独立的规定。",
    en: "A statement that owns the items below it ends in a colon; nothing else ties them together. Without it the items would be rules of their own.",
    example: {
      wrong: "第三条 有下列情形之一 的,评为 差\n(一) 造假\n(二) 事故 为 重大",
      right: "第三条 有下列情形之一 的,评为 差:\n(一) 造假\n(二) 事故 为 重大",
    },
  },
  BF1022: {
    zh: "冒号预告下面有属于这一句的各项或者各行。下面没有，可能是漏写了，也可能是各项的序号级别不对，归到了别处。",
    en: "A colon announces items or rows. If none belongs to the statement they were forgotten, or their labels put them somewhere else.",
    example: {
      wrong: "第三条 造假 的,约谈:",
      right: "第三条 造假 的,约谈",
    },
  },
  BF1023: {
    zh: "缩进只给人看，结构由序号决定。缩进与序号不一致时，读的人和计算的程序会得出不同的理解，所以提醒一下。",
    en: "Indentation is for the eye; labels decide the structure. Where they disagree, people and programs read different things.",
    example: {
      wrong: "第三条\n  (一) 造假 的,约谈\n      总分 = 得分 + 5分",
      right: "第三条\n  (一) 造假 的,约谈\n  总分 = 得分 + 5分",
    },
  },
  BF1024: {
    zh: "“90分以上 为 优秀”这样的行要有一句“依 … 评定 …:”引出来，否则不知道是谁的分数、评定的是哪一种等次。",
    en: "A row such as “90分以上 为 优秀” needs a statement 依 … 评定 …: above it, which says whose score it is and which grade it settles.",
    example: {
      wrong: "第三条\n  等次 二次等次 由高到低 好、差\n  90分以上 为 好",
      right:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次:\n    90分以上 为 好\n    其余 为 差",
    },
  },
  BF1025: {
    zh: "序号后面只有一个词的行，看不出是标题还是没有写完的规定。标题写在【】里，两者就分得清。",
    en: "A line that holds one word behind its label could be a title or an unfinished rule. Titles in 【】 settle it.",
    example: { wrong: "第三条 考核目的", right: "第三条【考核目的】宣示" },
  },
  BF1027: {
    zh: "“村:”表示后面的规定只适用于村。后面什么也没有，这一句就没有内容。",
    en: "“村:” says that what follows applies to villages only. With nothing behind it, it says nothing.",
    example: { wrong: "第三条 村:", right: "第三条 村: 造假 的,约谈" },
  },
  BF1030: {
    zh: "前面的话还读得通，到这个词就接不下去了。最常见的原因是前面漏了一个词或者一个标点。",
    en: "The sentence reads well up to this word and cannot go on with it. Usually a word or a mark before it is missing.",
    example: { wrong: "第三条 且 造假 的,约谈", right: "第三条 造假 的,约谈" },
  },
  BF1031: {
    zh: "规定由条件和结果两部分组成。只有条件时，符合了又怎样并没有说。如果它是列举的情形之一，问题在上一句：要有“有下列情形之一”并以冒号结尾。",
    en: "A rule has a condition and a result. With the condition alone nothing is said about what follows. If it is one of several circumstances, the statement above lacks 有下列情形之一 (any of the following) and its colon.",
    example: { wrong: "第三条 得分 低于60分", right: "第三条 得分 低于60分 的,约谈" },
  },
  BF1032: {
    zh: "句子在这里断了：比较没有写数字，算式没有写右边，措施没有写名称。常见于先搭架子、后来忘了补。",
    en: "The sentence breaks off: a comparison without its figure, a formula without its right side, an action without its name.",
    example: { wrong: "第三条 得分 低于 的,约谈", right: "第三条 得分 低于60分 的,约谈" },
  },
  BF1033: {
    zh: "两个名称挨在一起，中间没有词说明它们的关系：是比较、列举，还是本来就是一个名称而多打了空格？三种读法的结果各不相同。",
    en: "Two names stand side by side and nothing says how they are related: compared, enumerated, or one name with a stray space? Each reading gives another result.",
    example: { wrong: "第三条 得分 平时得分 的,约谈", right: "第三条 得分 低于 平时得分 的,约谈" },
  },
  BF1034: {
    zh: "“的”“为”“或”“可以”等少数词在句子里有固定的作用。要拿它们当名称，就写在「」里，读的人和程序都不会误会。",
    en: "A few words (的, 为, 或, 可以 …) have a fixed part in a sentence. Used as names they stand in 「」, so that neither people nor programs mistake them.",
    example: { wrong: "第三条 造假 的,对 可以 约谈", right: "第三条 造假 的,对 本人 约谈" },
  },
  BF1035: {
    zh: "这种句子有固定的格式，少了其中一个词。补上就行；如果补上以后意思不对，说明这一行本来要写的是另一种句子。",
    en: "Sentences of this kind have a fixed form, and one of its words is missing. If adding it gives the wrong meaning, another kind of sentence was intended.",
    example: {
      wrong: "第三条\n  等次 二次等次 好、差",
      right: "第三条\n  等次 二次等次 由高到低 好、差",
    },
  },
  BF1036: {
    zh: "“=”左边是名称、右边是算式，用来规定一个数怎么算。条件里要说“等于”，写“为”：这样一眼就能分清是在规定还是在比较。",
    en: "“=” says how a value is computed: a name on the left, a formula on the right. A condition says 为 (is), so that stating and comparing are never confused.",
    example: { wrong: "第三条 造假 且 得分 = 60分 的,约谈", right: "第三条 造假 且 得分 为 60分 的,约谈" },
  },
  BF1037: {
    zh: "“甲或者乙并且丙”有人读成“(甲或者乙)并且丙”，有人读成“甲或者(乙并且丙)”，处理的人就不一样。法规文字里这种歧义很常见，加上括号就没有了。",
    en: "“A or B and C” is read as (A or B) and C by some and as A or (B and C) by others, and different people are caught. Brackets end the dispute.",
    example: {
      wrong: "第三条 造假 或 事故 为 重大 且 得分 低于60分 的,约谈",
      right: "第三条 造假 或 (事故 为 重大 且 得分 低于60分) 的,约谈",
    },
  },
  BF1038: {
    zh: "“得分 -5分”读起来是得分减去5分。本意是与负5分比较时，把数字放到后面，或者用“达到”“低于”连接。",
    en: "“得分 -5分” reads as a score minus 5. To compare with minus five, join the two by a comparison.",
    example: { wrong: "第三条 得分 -5分以上 的,约谈", right: "第三条 得分 达到 -5分 的,约谈" },
  },
  BF1039: {
    zh: "逗号不说明两个条件是有一个就行，还是都要有。“造假，事故重大的”两种读法牵涉的人相差很大。",
    en: "A comma does not say whether one condition suffices or both must hold, and the two readings catch very different people.",
    example: {
      wrong: "第三条 有下列情形之一 的,约谈:\n(一) 造假 的,事故 为 重大 的",
      right: "第三条 有下列情形之一 的,约谈:\n(一) 造假 且 事故 为 重大 的",
    },
  },
  BF1040: {
    zh: "一句话只能引出一组各项。写了两处“下列情形”，就不知道下面的(一)(二)算在哪一处。",
    en: "A statement introduces one list. With two phrases such as 有下列情形之一 nobody knows to which the items belong.",
    example: {
      wrong: "第三条 有下列情形之一 或者 同时具备下列情形 的,约谈:\n(一) 造假\n(二) 事故 为 重大",
      right: "第三条 有下列情形之一 的,约谈:\n(一) 造假\n(二) 事故 为 重大",
    },
  },
  BF1041: {
    zh: "只写了结果，没有写适用于什么情况，读起来就是对每个人都适用，多半不是本意。确实人人适用的，把条件写出来。",
    en: "A result without a condition would hold for everybody, which is hardly meant. If it is, state the condition that everybody meets.",
    example: { wrong: "第三条 对 本人 约谈", right: "第三条 造假 的,对 本人 约谈" },
  },
  BF1042: {
    zh: "“80-89分”在条件里会读成80减89分。分档的行里没有算式，所以那里可以用“-”；别处写“至”。",
    en: "In a condition “80-89分” reads as 80 minus 89. Rows of bands have no formulas, so the hyphen is allowed there; elsewhere write 至 (to).",
    example: { wrong: "第三条 得分 80-89分 的,约谈", right: "第三条 得分 80至89分 的,约谈" },
  },
  BF1043: {
    zh: "“走访次数 2次”是恰好2次、2次以上，还是不满2次？规定里差一个词，牵涉的人就不同，所以必须写明。",
    en: "Does “走访次数 2次” mean exactly two visits, two or more, or fewer? One word changes who is caught, so it must be there.",
    example: { wrong: "第三条 走访次数 2次 的,约谈", right: "第三条 走访次数 不超过2次 的,约谈" },
  },
  BF1044: {
    zh: "这种句子后面必须有一个固定的词，但这一行到这里就结束了。补上那个词和它后面的内容。",
    en: "A sentence of this kind needs a certain word next, and the line ends before it. Add the word and what it introduces.",
    example: {
      wrong: "第三条\n  等次 二次等次",
      right:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次:\n    60分以上 为 好\n    其余 为 差",
    },
  },
  BF1045: {
    zh: "“的”是条件的结束。只有逗号时，分不清前一段是条件，还是并列的另一个结果。",
    en: "的 ends a condition. With only a comma one cannot tell whether the first part is a condition or another result.",
    example: { wrong: "第三条 造假,评为 差", right: "第三条 造假 的,评为 差" },
  },
  BF1046: {
    zh: "“最多扣6分”“只计一次”是对前一个结果的补充，前面要先有“扣2分”这样的结果。",
    en: "“At most 6 points”, “counted once” complete the result before them, so there must be one such as “deduct 2 points”.",
    example: { wrong: "第三条 造假 的,最多扣6分", right: "第三条 造假 的,约谈" },
  },
  BF1047: {
    zh: "上一句已经说了“有下列情形之一的，评为…”，下面各项只列情形。项里再写结果，就不知道以哪个为准。",
    en: "The statement above says what follows from “any of the following”; its items are only the circumstances. A result in an item would compete with it.",
    example: {
      wrong: "第三条 有下列情形之一 的,评为 差:\n(一) 造假 的,约谈\n(二) 事故 为 重大",
      right: "第三条 有下列情形之一 的,评为 差:\n(一) 造假\n(二) 事故 为 重大",
    },
  },
  BF1048: {
    zh: "“但…的除外”可以跟在条件句、要求、“每…次”和列项后面。分档、名次、阶梯的一行除外以后，是不作处理还是归到下一档，要由制定机关说明，所以不能写在行里。",
    en: "但 … 的除外 (but … excepted) may follow a clause, a requirement, 每…次 and an item of a list. Whether one excepted from a row of bands, ranks or rungs falls to the next row or gets nothing is for the issuer to say, so it cannot stand in a row.",
    example: {
      wrong: "第三条 依 走访次数 处理,就高:\n(一) 1次 约谈,但 造假 的除外\n(二) 2次以上 免职",
      right:
        "第三条 依 走访次数 处理,就高:\n(一) 1次 约谈\n(二) 2次以上 免职\n第四条 造假 的,免除 第三条(一)",
    },
  },
  BF1081: {
    zh: "“分级处理”的各级是条件，从低到高排列；一级也不符合的不作处理。“其余”没有条件，排不进高低。",
    en: "The rungs of 分级处理 are conditions in rising order; where none holds nothing is done. 其余 (the rest) has no place in that order.",
    example: {
      wrong: "第三条 分级处理,就高:\n(一) 走访次数 2次以上 的,免职\n(二) 其余 约谈",
      right: "第三条 分级处理,就高:\n(一) 走访次数 1次以上 的,约谈\n(二) 走访次数 2次以上 的,免职",
    },
  },
  BF1082: {
    zh: "后果写成“对 谁 给予 措施”。先写措施后写人，或者先“给予”后写人，读不出哪一个是人。",
    en: "A consequence reads 对 WHOM 给予 ACTION. With both names behind 给予 it cannot be told which is which.",
    example: { wrong: "第三条 造假 的,给予 本人 约谈", right: "第三条 造假 的,对 本人 给予 约谈" },
  },
  BF1049: {
    zh: "句子提到“下列情形”，下面却没有列出来。可能是还没有写，也可能是句末没有冒号。",
    en: "The statement speaks of “the following” and nothing follows: the items are still to be written, or the colon is missing.",
    example: {
      wrong: "第三条 有下列情形之一 的,评为 差",
      right: "第三条 有下列情形之一 的,评为 差:\n(一) 造假\n(二) 事故 为 重大",
    },
  },
  BF1050: {
    zh: "数字带着单位，才能检查分数没有和百分比、金额相比。不认识的单位多半是错别字；单位清单见语言参考的“单位”一页。",
    en: "Figures carry units so that points are never compared with percentages or money. An unknown unit is mostly a slip; the language reference lists the units.",
    example: { wrong: "第三条 得分 低于60斤 的,约谈", right: "第三条 得分 低于60分 的,约谈" },
  },
  BF1051: {
    zh: "日历上没有这一天，例如11月31日，或者平年的2月29日。",
    en: "The calendar has no such day: 31 November, say, or 29 February of a common year.",
    example: {
      wrong: "施行 2018年2月29日",
      right: "施行 2018年2月28日",
      within: "办法 村考核\n…\n对象 村,标识 编号\n  编号: 文字\n",
    },
  },
  BF1052: {
    zh: "区间要有一个下限、一个上限。“低于60分不满70分”两个都是上限，其中一个多半写错了。",
    en: "A range has one lower and one upper end. Two upper ends, as here, mean that one of them is a slip.",
    example: {
      wrong: "第三条 得分 低于60分不满70分 的,约谈",
      right: "第三条 得分 60分以上不满70分 的,约谈",
    },
  },
  BF1053: {
    zh: "“具备下列情形”没有说具备几项才算。有一项就算、全部具备才算，结果相差很大。",
    en: "“具备下列情形” does not say how many of them must hold; one and all are very different rules.",
    example: {
      wrong: "第三条 具备下列情形 的,约谈:\n(一) 造假\n(二) 事故 为 重大",
      right: "第三条 同时具备下列情形 的,约谈:\n(一) 造假\n(二) 事故 为 重大",
    },
  },
  BF1054: {
    zh: "“由”引出执行措施的机关，后面要写明对谁、采取什么措施。等次由办法评定，不由哪个机关“由…评为”。",
    en: "由 (by) names who carries out an action, so the action and its target follow. A grade is settled by the measure, not by an agent.",
    example: { wrong: "第三条 造假 的,由 县委 评为 差", right: "第三条 造假 的,由 县委 对 本人 约谈" },
  },
  BF1055: {
    zh: "“提高”“降低”“封顶”等效果作用于一个有名称的东西。算式没有名称，说不清改的是什么；先给算式起个名称。",
    en: "An effect works on something that has a name. A formula has none; define one for it first.",
    example: { wrong: "第三条 造假 的,村.考核等次 评为 差", right: "第三条 造假 的,考核等次 评为 差" },
  },
  BF1056: {
    zh: "等级有大小之分，才能说“达到重大”。统一由低到高用“<”连接，读的人不用每次分辨方向。",
    en: "Levels are ordered, so that “at least serious” means something. They are always written from low to high with “<”, so nobody has to work out the direction.",
    example: {
      wrong: "  问题: 等级 严重 > 较大 > 无",
      right: "  问题: 等级 无 < 较大 < 严重",
      within: `${HEADER}…\n`,
    },
  },
  BF1057: {
    zh: "一处“修改”替换一条规定。写成几句，就不知道每一句替换的是什么。",
    en: "An amendment replaces one rule. With several statements it is unclear what each replaces.",
  },
  BF1058: {
    zh: "宣示、声明和定义之类的句子不能再分项。下面的行如果是另外的规定，检查它们的序号级别。",
    en: "A declaratory article, a declaration or a definition has no items. If the lines below are rules of their own, look at their labels.",
    example: {
      wrong: "第三条【目的】宣示\n  (一) 总分 = 得分 + 5分",
      right: "第三条【目的】\n  (一) 总分 = 得分 + 5分",
    },
  },
  BF1059: {
    zh: "下面列了几项，但没有说明是有一项就行，还是要同时具备。公文里常省略这句话，争议也就从这里来。",
    en: "Several items follow without a word on whether one suffices or all must hold. Official texts often leave it out, and disputes start there.",
    example: {
      wrong: "第三条 造假 的,约谈:\n(一) 得分 低于60分\n(二) 事故 为 重大",
      right: "第三条 造假 且 有下列情形之一 的,约谈:\n(一) 得分 低于60分\n(二) 事故 为 重大",
    },
  },
  BF1060: {
    zh: "每种评定方式有自己的说明：排名要说并列怎么办，分档要说是否分段累计。写到别的评定方式里，就没有意义。",
    en: "Each way of choosing has its own options: a ranking says what happens to ties, bands whether they apply by slices. On another way of choosing an option means nothing.",
    example: {
      wrong:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次,并列者一并列入:\n    60分以上 为 好\n    不满60分 为 差",
      right:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次:\n    60分以上 为 好\n    不满60分 为 差",
    },
  },
  BF1061: {
    zh: "可以用保留词作字段名，但以后每次引用都要写「」，容易忘。换一个名称更省事。",
    en: "A field may be named by a reserved word, but every use then needs 「」, which is easily forgotten. Another name is less trouble.",
    example: { wrong: "  以上: 次数", right: "  以上次数: 次数", within: `${HEADER}…\n` },
  },
  BF1062: {
    zh: "中文的词之间没有空格，所以相邻的两个词要靠空格分开。程序按已声明的名称和关键词试着切分，提示里说的就是它认为的断开处。",
    en: "Chinese runs words together, so two neighbouring words need a space. The message shows where the declared names and the keywords suggest the break.",
    example: { wrong: "第三条 得分低于 平时得分 的,约谈", right: "第三条 得分 低于 平时得分 的,约谈" },
  },
  BF1063: {
    zh: "汉字的数目和名称看上去一样：“六十分”可以是一个名称。用数字写，就只有一种读法，也便于核对。",
    en: "A number in Chinese words looks like a name: 六十分 could be one. Digits can be read in one way only and are easier to check.",
    example: { wrong: "第三条 得分 低于六十分 的,约谈", right: "第三条 得分 低于60分 的,约谈" },
  },
  BF1065: {
    zh: "名称、文号和认可的理由原样保存，里面可以有任何字，所以要用引号括起来：从哪里开始、到哪里为止，才不会弄错。",
    en: "A title, a document number and the reason of an acceptance are kept as they are and may hold anything; quotation marks say where they begin and end.",
    example: {
      wrong: "名称 某县村考核办法(试行)",
      right: "名称 “某县村考核办法(试行)”",
      within: `办法 村考核\n…\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n第一条 村: 总分 = 得分 + 5分`,
    },
  },
  BF1066: {
    zh: "日期有几种写法，月和日容易看反。只用一种写法，就不会有两种读法。",
    en: "Dates are written in many ways, and month and day are easily taken for each other; one way leaves one reading.",
    example: {
      wrong: "施行 2018.6.13",
      right: "施行 2018年6月13日",
      within: `办法 村考核\n…\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n第一条 村: 总分 = 得分 + 5分`,
    },
  },
  BF1064: {
    zh: "这句话照原样读不通；把这个词换成和它相近的关键词就通了，所以多半是打错了字。",
    en: "The sentence cannot be read as it stands, but can be with the keyword that this word resembles; so it is most likely a slip.",
    example: {
      wrong:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评订 二次等次:\n    60分以上 为 好\n    不满60分 为 差",
      right:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次:\n    60分以上 为 好\n    不满60分 为 差",
    },
  },
  BF1067: {
    zh: "抬头各行是一个词、一个空格和内容：制定机关 县委;施行 2018年6月13日;文号 “县发〔2018〕3号”。词后面没有冒号——有冒号的一行，读起来是“只对这种对象的规定”。",
    en: "A line of the head is a word, a space and its content, without a colon: a line with a colon reads as a rule for that kind of subject only.",
    example: {
      wrong: "发布机关：县委",
      right: "制定机关 县委",
      within: `办法 村考核\n…\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n第一条 村: 总分 = 得分 + 5分`,
    },
  },
  BF1068: {
    zh: "“的”结束一个条件（“得分 低于60分 的”），所以不能用来说几分之几；一个数的百分之几就是它乘以这个比例。",
    en: "的 ends a condition, so it cannot say of what a percentage is taken: a share of a figure is the figure times the percentage.",
    example: { wrong: "第三条 资金 低于 资金的50% 的,约谈", right: "第三条 资金 低于 资金 × 50% 的,约谈" },
  },
  BF1069: {
    zh: "一行一档，改动时看得出改的是哪一档；从文字处理软件粘贴时，换行容易丢。",
    en: "One row a line shows which row a change is about; line ends are easily lost when text is pasted.",
    example: {
      wrong:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次:\n    60分以上 为 好 不满60分 为 差",
      right:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次:\n    60分以上 为 好\n    不满60分 为 差",
    },
  },
  BF1070: {
    zh: "考核谁，用“对象”声明；后面写怎样识别（标识），下面一行一项写他的各项事实。",
    en: "Who is assessed is declared with “subject”, followed by the key that tells them apart and, a line each, their facts.",
    example: {
      wrong: "驻村队,标识 队号:\n  队号: 文字",
      right: "对象 驻村队,标识 队号\n  队号: 文字",
      within: `办法 村考核\n…\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n第一条 村: 总分 = 得分 + 5分`,
    },
  },
  BF1071: {
    zh: "一句话写在一行里；要换行，只能在逗号、顿号、等号、括号这样没有写完的地方换。从别处粘贴来的文字常常断在不该断的地方。",
    en: "A sentence stands on one line. It may go on below only after a mark that shows it is not finished: a comma, 、, = or a bracket. Pasted text often breaks elsewhere.",
    example: { wrong: "第三条 造假 的,评为\n  差", right: "第三条 造假 的,评为 差" },
  },
  BF1072: {
    zh: "年中施行的办法，要写明从哪一期评起，否则施行以前的事算不算，各有各的理解。这是“施行”的补充，所以写在它那一行：日期后面加逗号，再写“首次评定”和年份。要表达“第一次参加考核的人怎么办”，就在对象里声明一项事实，例如“首次参加: 是否”。",
    en: "A measure that takes effect within a year says which period is assessed first, or nobody knows whether what happened before counts. That completes the effective date and stands on its line: after the date a comma, then the words and the year. For people who are assessed for the first time declare a fact of the subject instead.",
    example: {
      wrong: "施行 2018年4月23日\n首次评定 2018年",
      right: "施行 2018年4月23日,首次评定 2018年",
      within: "办法 村考核\n…\n对象 村,标识 编号\n  编号: 文字\n第一条 宣示",
    },
  },
  BF1073: {
    zh: "同一个意思只有一种写法，读的人和程序才不会各读各的：分档的两端直接连写，每月要办的事写“每月几日前”，声明对象时名称前面不用冒号。",
    en: "One meaning has one form, so that everybody reads the same: the two ends of a band stand side by side, what is due every month says so, and no colon stands before the name of a subject.",
    example: {
      wrong:
        "第三条\n  等次 二次等次 由高到低 好、中、差\n  依 得分 评定 二次等次:\n    90分以上 为 好\n    60分以上且不满90分 为 中\n    不满60分 为 差",
      right:
        "第三条\n  等次 二次等次 由高到低 好、中、差\n  依 得分 评定 二次等次:\n    90分以上 为 好\n    60分以上不满90分 为 中\n    不满60分 为 差",
    },
  },
  BF1091: {
    zh: "“村:”单独成行时，归它管的是下面有序号的各项，或者紧接着的一句。下面还有不带序号的句子，从文字看不出是只对村，还是对所有对象；缩进不能算数，粘贴时容易丢。",
    en: "“村:” alone on a line narrows the labelled items below it, or the one sentence that follows. Of further sentences without labels the text does not say whether they are about villages only or about everybody; indentation does not count, it is easily lost when text is pasted.",
    example: {
      wrong: "第三条\n  村:\n    造假 的,约谈\n    总分 = 得分 + 5分",
      right: "第三条\n  村:\n    (一) 造假 的,约谈\n    (二) 总分 = 得分 + 5分",
    },
  },
  BF1092: {
    zh: "“谁、什么时候前、办什么事”是程序的一步：不参与计算，会列进日程。规则说的是条件和结果，没有放期限的地方。",
    en: "Who does what by when is a step of a procedure: it is not computed and goes into the calendar. A rule has a condition and a result, and no place for a deadline.",
    example: {
      wrong: "第三条\n  专班 每月10日前 报送 报告",
      right: "第三条\n  程序 报送:\n    (一) 专班 每月10日前 报送 报告",
    },
  },
  BF1093: {
    zh: "“造假 的,约谈”这样的一行，单独看也是一条完整的规定。没有序号，就看不出它是上面那张表的一行，还是另外一条。",
    en: "A line such as “造假 的,约谈” is a complete rule by itself. Without a label nobody can tell whether it is a row of the table above or a rule of its own.",
    example: {
      wrong: "第三条 分级处理,就高:\n  得分 低于60分 的,约谈",
      right: "第三条 分级处理,就高:\n  (一) 得分 低于60分 的,约谈",
    },
  },
  BF1094: {
    zh: "“就高”“逐级累加”说的是同一个对象到了哪一级。一级只管一类对象、另一级管别的，就说不清谁到了哪一级。",
    en: "Which rung is reached is asked of one subject. With one rung for villages and another for teams, nobody can say who reached which.",
    example: {
      wrong: "第三条 分级处理,就高:\n  (一) 村: 得分 低于60分 的,约谈",
      right: "第三条 村: 分级处理,就高:\n  (一) 得分 低于60分 的,约谈",
    },
  },
  BF1097: {
    zh: "数字断词，所以“低于70分”“前3名”不用空格；代价是名称里有数字的要用「」括起来。",
    en: "A digit ends a word, so that “低于70分” and “前3名” need no spaces. The price: a name with digits stands in 「」.",
    example: {
      wrong: "第三条 得分2 = 得分 + 5分",
      right: "第三条 「得分2」 = 得分 + 5分",
    },
  },
  BF1098: {
    zh: "“90分以上”跟在数后面读作不低于。两个名称挨着就看不出谁和谁比，所以界限是参数等名称的，写“不低于 优秀线”。",
    en: "“90分以上” reads as not below 90. Two names side by side would not show what is compared with what, so a limit that is a name stands behind “不低于”.",
    example: {
      wrong:
        "参数 优秀线: 0至100分\n第三条 等次 等第 由高到低 优、良\n  依 得分 评定 等第:\n    优秀线 以上 为 优\n    其余 为 良",
      right:
        "参数 优秀线: 0至100分\n第三条 等次 等第 由高到低 优、良\n  依 得分 评定 等第:\n    不低于 优秀线 为 优\n    其余 为 良",
    },
  },
  BF1099: {
    zh: "名称、类型和选项都是词，只有“选项”“等级”说明后面的是可以填的词。等级有高低，才能写“低于 重大”。",
    en: "A name, a type and an option are all words; only “选项” or “等级” says that what follows is what may be filled in. Levels have an order, so that “低于 重大” has a meaning.",
    example: {
      wrong: "对象 组,标识 编号\n  编号: 文字\n  类别: 山区、平原",
      right: "对象 组,标识 编号\n  编号: 文字\n  类别: 选项 山区、平原",
    },
  },
  BF1096: {
    zh: "各类对象各有条件，编译器证明它们不重叠、不遗漏。“其余”随别的类而变，移动或者删去一类，它就悄悄变了。",
    en: "Each class has its condition, and the compiler proves that they neither overlap nor leave anybody out. “The rest” would silently change with every class that is moved or deleted.",
    example: {
      wrong: "第三条\n  得分 60分以上 的对象: 总分 = 得分 + 5分\n  其余 的对象: 总分 = 得分",
      right: "第三条\n  得分 60分以上 的对象: 总分 = 得分 + 5分\n  得分 低于60分 的对象: 总分 = 得分",
    },
  },
};
