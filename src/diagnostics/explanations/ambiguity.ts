import type { ambiguity as messages } from "../catalogue/ambiguity.ts";
import type { Explanations } from "./explanation.ts";

/** Grades by the score or by rank are set in the example itself. */
const UNGRADED = `办法 村考核
措施 惩处: 约谈、免职、不得提拔(时长)、扣减绩效分(分数)
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
  上报率: 百分比
  走访次数: 次数
  类别: 选项 山区、平原
  造假: 是否  来源 县里
第一条【目的】宣示
第二条
  等次 考核等次 由高到低 好、中、差
…
`;

const RECORDS = `办法 村考核
措施 惩处: 约谈
对象 村,标识 编号
  编号: 文字
  月报: 月报单 每月一份
  通报: 通报单 多份
记录 月报单
  分数: 0至100分
记录 通报单
  日期: 日期
  事由: 文字
  扣分: 0至10分
第一条【目的】宣示
…
`;

const QUARTERLY = `办法 季度考核
考核周期 每季度
措施 惩处: 约谈
对象 干部,标识 编号
  编号: 文字
  得分: 0至100分
第一条【目的】宣示
…
`;

const RANKED = "第三条 依 得分 由高到低 排名 评定 考核等次";

export const ambiguity: Explanations<typeof messages> = {
  BF3101: {
    zh: "各段合起来要覆盖这个数的全部可能。“80至89分”和“90分以上”之间，89.5分没有等次：分数带小数，边界却按整数写，是最常见的漏洞。检查按数值的精度逐段比对，给出一个落空的值。\n\n下一段的上限写成“不满”上一段的起点，就不会漏；也可以先“四舍五入到1分”再分段。",
    en: "The bands together cover every value that can occur. Between “80 to 89” and “90 or more”, 89.5 has no grade: scores have decimals while the bounds were written for whole numbers. The check compares the bands at the step of the value and shows one that falls through.\n\nLet a band end “under” the start of the one above, or round the value first.",
    example: {
      wrong: "第三条 依 得分 评定 考核等次:\n  90分以上 为 好\n  60至89分 为 中\n  不满60分 为 差",
      right: "第三条 依 得分 评定 考核等次:\n  90分以上 为 好\n  60分以上不满90分 为 中\n  不满60分 为 差",
      within: UNGRADED,
    },
  },
  BF3102: {
    zh: "“以上”“以下”包括本数，所以“60分以上”和“60分以下”都有60分，考60分的人有两个等次。真实的办法里就有这样的写法，平时看不出，恰好考到分数线时就要争。",
    en: "“Or more” and “or less” include the figure, so “60 or more” and “60 or less” both hold 60, and who scores 60 has two grades. Real measures contain this; nobody notices until someone scores exactly that.",
    example: {
      wrong: "第三条 依 得分 评定 考核等次:\n  90分以上 为 好\n  60分以上不满90分 为 中\n  60分以下 为 差",
      right: "第三条 依 得分 评定 考核等次:\n  90分以上 为 好\n  60分以上不满90分 为 中\n  不满60分 为 差",
      within: UNGRADED,
    },
  },
  BF3103: {
    zh: "取前3名而第3、第4名同分，是取4个、取2个，还是另比一项？不说，名额和结果都定不下来。",
    en: "The first three are chosen and the third and fourth have equal scores: are four taken, or two, or does another value decide? Unsaid, neither the number nor the result is settled.",
    example: {
      wrong: `${RANKED},全体:\n  前3名 为 好\n  其余 为 中`,
      right: `${RANKED},全体,并列者一并列入:\n  前3名 为 好\n  其余 为 中`,
      within: UNGRADED,
    },
  },
  BF3104: {
    zh: "名次是和别人比出来的：和全县的比，和同一个乡镇的比，还是只和参加考核的比，结果都不同。真的是所有人一起排，也要写“全体”。",
    en: "A place depends on whom one is compared with: everyone, those of the same township, or only some. If all are ranked together, say “everyone”.",
    example: {
      wrong: `${RANKED},并列者一并列入:\n  前3名 为 好\n  其余 为 中`,
      right: `${RANKED},全体,并列者一并列入:\n  前3名 为 好\n  其余 为 中`,
      within: UNGRADED,
    },
  },
  BF3105: {
    zh: "27个村的20%是5.4个。取5个还是6个，多出来的那一个等次就不同。",
    en: "20% of 27 villages is 5.4. Whether five or six are taken decides the grade of one of them.",
    example: {
      wrong: `${RANKED},全体,并列者一并列入:\n  前20% 为 好\n  其余 为 中`,
      right: `${RANKED},全体,并列者一并列入:\n  前20%(向下取整) 为 好\n  其余 为 中`,
      within: UNGRADED,
    },
  },
  BF3106: {
    zh: "排在前3名的人因为造假不能评好，他的名额是空着，还是由第4名补上？两种都说得通，结果差一个人。",
    en: "One of the first three may not be graded well because of fraud. Is the place left empty, or does the fourth move up? Both can be meant, and they differ by one person.",
    example: {
      wrong: `${RANKED},全体,并列者一并列入:\n  前3名 为 好\n  其余 为 中\n第四条 造假 的,评为 差`,
      right: `${RANKED},不含 受限者,并列者一并列入:\n  前3名 为 好\n  其余 为 中\n第四条 造假 的,评为 差`,
      within: UNGRADED,
    },
  },
  BF3107: {
    zh: "名额说取几个，分数线说够不够格。够格的人比名额多，或者比名额少，两句话就不一致。这里按较严的一个算；如果本来就是这个意思，认可即可。",
    en: "A quota says how many, a threshold who qualifies. With more or fewer qualified people than places the two disagree. The stricter one is taken; accept the finding where that is meant.",
    example: {
      wrong: `${RANKED},不含 受限者,并列者一并列入:\n  前3名 为 好\n  其余 为 中\n第四条 得分 低于70分 的,最高评为 中`,
      right: `${RANKED},全体,并列者一并列入:\n  前3名 为 好\n  其余 为 中`,
      within: UNGRADED,
    },
  },
  BF3108: {
    zh: "前年不合格，去年请长假没有考核，今年又不合格，算不算连续两年？写“(中断)”就不算，写“(顺延)”就跳过没有结果的那一年接着数。",
    en: "Failed two years ago, not assessed last year, failed again: is that two years running? “(broken)” says no, “(skipped)” passes over the year without a result.",
    example: {
      wrong: "第三条 连续2年 考核等次 为 差 的,对 本人 免职",
      right: "第三条 连续2年(中断) 考核等次 为 差 的,对 本人 免职",
    },
  },
  BF3109: {
    zh: "12个月只报了11个月，平均是除以11，还是缺的一个月按0分除以12？缺报算0分是处罚，剔除是放过，要由办法说。",
    en: "Eleven of twelve months are reported: is the mean over eleven, or does the missing one count 0? One punishes, the other forgives; the measure has to say which.",
    example: {
      wrong: "第二条 平均分 = 平均(月报.分数)",
      right: "第二条 平均分 = 平均(月报.分数, 缺报 计0分)",
      within: RECORDS,
    },
  },
  BF3110: {
    zh: "“造假的，评为中”：本来该评差的人造了假，反而升到中？多数时候想说的是“最高评为”。评为最低一等的不会有这个问题，所以只有那时可以直接写“评为”。",
    en: "“Fraud: graded middling”: does that lift someone who would have been graded bad? Usually a ceiling is meant. For the lowest grade the question cannot arise, so there “graded” may stand alone.",
    example: { wrong: "第三条 造假 的,评为 中", right: "第三条 造假 的,最高评为 中" },
  },
  BF3111: {
    zh: "最高评为最好的一等，等于没有限制；最低评为最差的一等也是。多半是等次写错了一级。",
    en: "A ceiling at the best grade limits nothing, nor does a floor at the worst. The grade is probably one off.",
    example: { wrong: "第三条 造假 的,最高评为 好", right: "第三条 造假 的,最高评为 中" },
  },
  BF3112: {
    zh: "“是否造假”“事故等级”要有人认定。办法不写由谁认定，各单位各有说法，申诉的时候也找不到依据。由哪个部门提供，写在“来源”后面。",
    en: "Whether there was fraud, or how grave an accident was, someone has to establish. If the measure does not say who, every office has its own answer and an appeal has nothing to go by. Name the office as the source.",
    example: {
      wrong: "对象 组,标识 编号\n  编号: 文字\n  违规: 是否",
      right: "对象 组,标识 编号\n  编号: 文字\n  违规: 是否  来源 纪委",
      within: "办法 村考核\n…\n第一条 宣示\n",
    },
  },
  BF3113: {
    zh: "前3名为好，那第4名以后是什么？排名的表最后总要有一行“其余”。",
    en: "The first three are graded good; what about the fourth? A table by rank always ends with a row for the rest.",
    example: {
      wrong: `${RANKED},全体,并列者一并列入:\n  前3名 为 好`,
      right: `${RANKED},全体,并列者一并列入:\n  前3名 为 好\n  其余 为 中`,
      within: UNGRADED,
    },
  },
  BF3114: {
    zh: "“一年内不得提拔”从考核结果公布起算，还是从违纪那天、处分决定那天起算，到期日能差好几个月。",
    en: "“No promotion for a year” may run from the result, from the deed or from the decision; the end differs by months.",
    example: {
      wrong: "第三条 造假 的,对 本人 不得提拔(1年)",
      right: "第三条 造假 的,对 本人 不得提拔(自 评定日 起 1年)",
      within: UNGRADED,
    },
  },
  BF3115: {
    zh: "选项栏一共就那么几个，表里没有写到的，这样的对象就没有结果。后来给选项添了一个、忘了改表，也会这样。",
    en: "A field with options has only so many values; a subject with one the table leaves out gets no result. It also happens when an option is added later and the table is forgotten.",
    example: {
      wrong: "第三条 依 类别 评定 系数:\n  为 山区 得1.2",
      right: "第三条 依 类别 评定 系数:\n  为 山区 得1.2\n  为 平原 得1",
    },
  },
  BF3116: {
    zh: "通报1次约谈，2次免职。通报2次的，是只免职，还是约谈和免职都给？写“就高”是前一种，“逐级累加”是后一种。",
    en: "One notice brings a talk, two bring removal. With two, is it removal alone or both? “Highest rung” says the first, “rung by rung” the second.",
    example: {
      wrong: "第三条 依 走访次数 处理:\n  1次 对 本人 约谈\n  2次以上 对 本人 免职",
      right: "第三条 依 走访次数 处理,就高:\n  1次 对 本人 约谈\n  2次以上 对 本人 免职",
    },
  },
  BF3117: {
    zh: "满分10分、每次扣2分，第6次还扣不扣？扣到负分会拖累别的指标。写“扣完为止”，或者真的可以是负数，写“不设下限”。",
    en: "Ten marks and two off each time: does the sixth time still count? Negative marks pull down other indicators. Say “floor at zero”, or “no floor” where that is meant.",
    example: {
      wrong: "第三条 指标 走访,满分10分:\n  1. 每 走访次数 1次 扣2分",
      right: "第三条 指标 走访,满分10分,扣完为止:\n  1. 每 走访次数 1次 扣2分",
    },
  },
  BF3118: {
    zh: "扣分要从一个起点扣。写了扣几分，没有写满分多少，这一项得几分就算不出来。",
    en: "Points are taken off a start. With deductions but no full marks the indicator has no value.",
    example: {
      wrong: "第三条 指标 走访,扣完为止:\n  1. 每 走访次数 1次 扣2分",
      right: "第三条 指标 走访,满分10分,扣完为止:\n  1. 每 走访次数 1次 扣2分",
    },
  },
  BF3119: {
    zh: "每低1个百分点扣0.5分，低了1.6个百分点扣多少？不足一档不计，扣0.5分；按比例，扣0.8分。",
    en: "Half a point off for every percentage point below: what for 1.6? With partial steps ignored 0.5, pro rata 0.8.",
    example: {
      wrong: "第三条 指标 上报,满分10分,扣完为止:\n  1. 上报率 每 低于 90% 1个百分点 扣0.5分",
      right: "第三条 指标 上报,满分10分,扣完为止:\n  1. 上报率 每 低于 90% 1个百分点 扣0.5分,按比例",
    },
  },
  BF3120: {
    zh: "分数线留待以后定，可以写成参数。但不知道谁高谁低，就不能保证各段既不重叠也不遗漏；声明时写明次序，填数的时候也会按它检查。",
    en: "Limits may be left to be set later as open values. Unless it is known which is higher, nobody can rule out gaps and overlaps. Declared in order, they are also checked against it when they are set.",
    example: {
      wrong: "参数 优秀线: 分\n参数 合格线: 分",
      right: "参数 合格线 < 优秀线: 分",
      within:
        "办法 村考核\n…\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n第一条\n  等次 考核等次 由高到低 好、中、差\n  依 得分 评定 考核等次:\n    不低于 优秀线 为 好\n    不低于 合格线 不满 优秀线 为 中\n    低于 合格线 为 差\n",
    },
  },
  BF3121: {
    zh: "几行条件合起来，要让每个对象都落在一行里。检查会把各栏的值配成一个具体的对象，看它落不落得进去。",
    en: "The rows together have to catch every subject. The check combines values of the fields into a concrete subject that meets none of them.",
    example: {
      wrong: "第三条 按情形 计 系数:\n  | 造假 的 得0\n  | 非 造假 且 得分 低于60分 的 得0.5",
      right:
        "第三条 按情形 计 系数:\n  | 造假 的 得0\n  | 非 造假 且 得分 低于60分 的 得0.5\n  | 其他情形 得1",
    },
  },
  BF3122: {
    zh: "一个对象符合两行而两行结果不同，就要猜按哪一行。写“依次”表示从上往下看，先符合的算；或者把条件写得互不相交。",
    en: "A subject that meets two rows with different results leaves one to guess. “Top down” takes the first that fits; or make the conditions exclude each other.",
    example: {
      wrong: "第三条 按情形 计 系数:\n  | 造假 的 得0\n  | 得分 低于60分 的 得0.5\n  | 其他情形 得1",
      right: "第三条 按情形 计 系数,依次:\n  | 造假 的 得0\n  | 得分 低于60分 的 得0.5\n  | 其他情形 得1",
    },
  },
  BF3123: {
    zh: "行里的条件牵涉太多栏，所有的组合多得检查不完。写“依次”，就不需要证明它们互不相交；拆成几步，人也好读。",
    en: "The rows look at too many fields to try every combination. Read top down they need not exclude each other; in several steps people can follow them too.",
  },
  BF3124: {
    zh: "两条都扣绩效分，一个人两条都碰上，是加起来扣，还是只按重的一条扣？",
    en: "Two clauses take off performance points. Who meets both: are they added, or does only the heavier count?",
    example: {
      wrong: "第三条 造假 的,扣减绩效分(3分)\n第四条 走访次数 少于2次 的,扣减绩效分(2分)",
      right: "第三条 造假 的,扣减绩效分(3分),累加\n第四条 走访次数 少于2次 的,扣减绩效分(2分),累加",
      within: UNGRADED,
    },
  },
  BF3140: {
    zh: "“前3年得分低于60分”可以是每年都低于，有一年低于，三年加起来，或者三年平均。要哪一种就写哪一种。",
    en: "“Below 60 in the last three years” may mean every year, any year, their sum or their mean. Write the one that is meant.",
    example: {
      wrong: "第三条 前3年 得分 低于60分 的,对 本人 约谈",
      right: "第三条 计数(前3年, 得分 低于60分) 1次以上 的,对 本人 约谈",
    },
  },
  BF3141: {
    zh: "数连续了几年，碰到没有考核结果的一年怎么办，和“连续2年”一样要说：“中断”数到那一年为止，“顺延”跳过它。",
    en: "Counting how many years in a row raises the same question as “two years running”: a year without a result ends the run (“broken”) or is passed over (“skipped”).",
    example: {
      wrong: "第三条 年数 = 连续期数(造假)",
      right: "第三条 年数 = 连续期数(造假, 中断)",
    },
  },
  BF3142: {
    zh: "同一件事被通报两次，扣分不一样，只计一次时按哪一次？“取最高”留扣得最多的一份；只数次数，就没有这个问题。",
    en: "One matter is reported twice with different points. Counted once, which of them? “Take the highest” keeps the larger; counting the reports avoids the question.",
    example: {
      wrong: "第二条 合计扣分 = 合计(通报.扣分, 同一 事由 计一次)",
      right: "第二条 合计扣分 = 合计(通报.扣分, 同一 事由 取最高)",
      within: RECORDS,
    },
  },
  BF3143: {
    zh: "一季度最多计1次，而一季度有三份、分值各不相同，计的是哪一份？数次数再乘以每次的分值，就不必挑。",
    en: "At most one a quarter counts, and there are three with different figures: which one? Count them and multiply by the points of one, and nothing has to be picked.",
    example: {
      wrong: "第二条 合计扣分 = 合计(通报.扣分, 每季度最多计1次)",
      right: "第二条 合计扣分 = 计数(通报, 每季度最多计1次) × 2分/次",
      within: RECORDS,
    },
  },
  BF3290: {
    zh: "一年考核一次，“上年”就是上一次。一个季度考核一次，上年有四个结果，要说是上一期，还是几期合起来看。",
    en: "Assessed once a year, “last year's” is the result before. Assessed each quarter, last year has four; say the last period, or look at several together.",
    example: {
      wrong: "第二条 增长 = 得分 - 上年 得分",
      right: "第二条 增长 = 得分 - 上期 得分",
      within: QUARTERLY,
    },
  },
  BF3291: {
    zh: "考核结果一个季度一份，连续几份才数得出来；“连续2年”里有八个结果，是八期都要，还是每年算一个，看不出来。",
    en: "With one result a quarter, a run is a number of quarters. Two years hold eight results; whether all eight are meant does not show.",
    example: {
      wrong: "第二条 连续2年(中断) 得分 低于60分 的,对 本人 约谈",
      right: "第二条 连续2期(中断) 得分 低于60分 的,对 本人 约谈",
      within: QUARTERLY,
    },
  },
  BF3292: {
    zh: "每月一份的清单，一年里只有12份。连续13个月在这张清单里永远不会出现，连续1个月又等于没有说连续。",
    en: "A monthly list has twelve records a year. Thirteen months in a row never occur in it, and one month in a row says nothing about a run.",
    example: {
      wrong: "第二条 连续13个月(中断) 月报.分数 低于60分 的,对 本人 约谈",
      right: "第二条 连续3个月(中断) 月报.分数 低于60分 的,对 本人 约谈",
      within: RECORDS,
    },
  },
};
