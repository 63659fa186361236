import type { choices as messages } from "../catalogue/choices.ts";
import type { Explanations } from "./explanation.ts";

const RANKED =
  "办法 村考核\n措施 惩处: 约谈\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n  造假: 是否\n  第一书记: 人员\n等次 评比 由高到低 好、差\n…\n";

export const choices: Explanations<typeof messages> = {
  BF2181: {
    zh: "“分段累计”是把一个数切成几段、各段分别计分再相加，等次不能相加；“就高”“逐级累加”说的是几级处理怎样并用。用错了地方，读的人会各有各的理解。",
    en: "“Marginal” cuts a number into slices and adds up their points; grades do not add up. “Highest rung” and “rung by rung” say how the steps of a ladder combine. Elsewhere these words mean nothing.",
    example: {
      wrong:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次,分段累计:\n    60分以上 为 好\n    其余 为 差",
      right:
        "第三条\n  等次 二次等次 由高到低 好、差\n  依 得分 评定 二次等次:\n    60分以上 为 好\n    其余 为 差",
    },
  },
  BF2194: {
    zh: "分段累计像累进税：每一段只对落在这一段里的部分乘比率。行里再写“得分 × 2%”，就把同一个数乘了两遍。",
    en: "Marginal amounts work like a progressive tax: each row multiplies only the part that lies in it. Writing the value into the row multiplies it twice.",
    example: {
      wrong: "第三条 依 得分 评定 综合分,分段累计:\n  不满60分 得 得分 × 1%\n  60分以上 得 得分 × 2%",
      right: "第三条 依 得分 评定 综合分,分段累计:\n  不满60分 得1%\n  60分以上 得2%",
    },
  },
  BF2182: {
    zh: "每一行都要给出这张表要的结果（得多少分、评为哪一档）。只写了另外的处理，这一行的对象就没有结果。",
    en: "Every row gives what the table is for, points or a grade. A row that only does something else leaves its subjects without it.",
    example: {
      wrong: "第三条 按情形 计 系数:\n  | 造假 的 直接评为 差\n  | 其他情形 得1",
      right: "第三条 按情形 计 系数:\n  | 造假 的 得0\n  | 其他情形 得1",
    },
  },
  BF2183: {
    zh: "分段要有大小或者选项可分。“是否”只有两种，用“按情形”写更清楚；文字无从分段。",
    en: "Bands need sizes or options. Yes or no has two cases, which “by cases” states more clearly; a text has none.",
    example: {
      wrong: "第三条 依 造假 评定 系数:\n  为 1 得1\n  其余 得0",
      right: "第三条 按情形 计 系数:\n  | 造假 的 得1\n  | 其他情形 得0",
    },
  },
  BF2184: {
    zh: "两种说明的意思相反：一个要各级都算，一个只算先符合的一级。都写上，就不知道听哪一个。",
    en: "The two contradict each other: one lets every step count, the other only the first that fits.",
    example: {
      wrong: "第三条 依 走访次数 计 扣分,逐级累加,依次:\n  1次以上 得1\n  其余 得0",
      right: "第三条 依 走访次数 计 扣分:\n  1次以上 得1\n  其余 得0",
    },
  },
  BF2185: {
    zh: "附在一行后面的处理，给的是落在这一行的对象。两行评定同一等次时，从等次看不出是哪一行，所以把处理单独写成一条。",
    en: "What a row does besides grading falls on the subjects of that row. When two rows give one grade, the grade does not tell which row it was; write what is done as a rule of its own.",
    example: {
      wrong:
        "第一条 依 得分 由高到低 排名 评定 评比,全体,并列者一并列入:\n  前3名 为 好\n  后1名 为 差,约谈\n  其余 为 差",
      right:
        "第一条 依 得分 由高到低 排名 评定 评比,全体,并列者一并列入:\n  前3名 为 好\n  其余 为 差\n第二条 依 得分 由高到低 排名 处理,全体,并列者一并列入:\n  后1名 约谈",
      within: RANKED,
    },
  },
  BF2186: {
    zh: "“受限者”指等次受上限限制的人。没有等次，或者等次不止一种，就不知道说的是谁；直接写出条件。",
    en: "“The restricted” are those whose grade is under a ceiling. With no scale, or several, it is unclear who they are; state the condition.",
    example: {
      wrong: "第一条 位次 = 名次(得分 由高到低, 不含 受限者, 并列者一并列入)",
      right: "第一条 位次 = 名次(得分 由高到低, 全体, 并列者一并列入)",
      within: "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n…\n",
    },
  },
  BF2187: {
    zh: "名次由每个对象自己的事实排出，不能由别人的一条规定来改。写成被列为最后一名的对象自己的条件。",
    en: "A rank follows from each subject's own facts and is not changed by a rule about somebody else. State the condition of the one who is to be last.",
    example: {
      wrong:
        "第一条 依 得分 由高到低 排名 评定 评比,全体,并列者一并列入:\n  前3名 为 好\n  其余 为 差\n第二条 造假 的,对 第一书记 列为最后一名",
      right:
        "第一条 依 得分 由高到低 排名 评定 评比,全体,并列者一并列入:\n  前3名 为 好\n  其余 为 差\n第二条 造假 的,列为最后一名",
      within: RANKED,
    },
  },
  BF2188: {
    zh: "办法里排了几次名，“列为最后一名”不知道是在哪一个排名里，奖惩就落在不同的人身上。",
    en: "The measure ranks several times, and “ranked last” does not say where; different people would be hit.",
    example: {
      wrong:
        "第三条 依 得分 由高到低 排名 计 甲,全体,并列者一并列入:\n  前3名 得1\n  其余 得0\n第四条 依 平时得分 由高到低 排名 计 乙,全体,并列者一并列入:\n  前3名 得1\n  其余 得0\n第五条 造假 的,列为最后一名",
      right:
        "第三条 依 得分 由高到低 排名 计 甲,全体,并列者一并列入:\n  前3名 得1\n  其余 得0\n第四条 依 平时得分 由高到低 排名 计 乙,全体,并列者一并列入:\n  前3名 得1\n  其余 得0\n第五条 造假 的,甲 列为最后一名",
    },
  },
  BF2189: {
    zh: "另一类考核对象的得分由写给它的条文算出。从别处改它的分，看它的条文的人就不会知道；在它的条文里按联系的对象计数扣分。",
    en: "The score of another assessed subject follows from the rules about it. Changed from elsewhere, readers of those rules would not know; write a rule there that counts the linked subjects.",
    example: {
      wrong: "第一条 队员: 旷工 的,对 所在村,总分 扣2分",
      right: "第一条 每 计数(队员们, 旷工) 1人 总分 扣2分",
      within:
        "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n对象 队员,标识 编号\n  编号: 文字\n  所在村: 对象 村,反称 队员们\n  旷工: 是否\n第二条 村: 总分 = 得分\n…\n",
    },
  },
  BF2190: {
    zh: "加分、扣分作用于一个数。条件（是不是合格）和等次不是数，等次用“提高”“降低”几个等次。",
    en: "Points are added to a number. A condition or a grade is none; a grade is raised or lowered by steps.",
    example: {
      wrong: "第三条 合格 = 得分 60分以上\n第四条 造假 的,合格 扣2分",
      right: "第三条 总分 = 得分\n第四条 造假 的,总分 扣2分",
    },
  },
  BF2191: {
    zh: "酌情的幅度由人在规定的范围内定，所以范围要事先知道：写数字，或者写成参数。随得分变化的，直接写公式就行，不必酌情。",
    en: "A person decides within a range that is known beforehand: figures, or open values. What follows from the score is a formula and needs no decision.",
    example: {
      wrong: "第三条 总分 = 得分\n第四条 造假 的,酌情 扣 得分 × 0.1 至 得分 × 0.2",
      right: "第三条 总分 = 得分\n第四条 造假 的,酌情 扣1至3分",
    },
  },
  BF2192: {
    zh: "加分、扣分每次都能叠加，所以可以按次数计；上限、下限和“计…分”只有一个，写几遍还是那一个，按次数写会让人以为一次比一次低。",
    en: "Points add up, so they can count per occurrence; there is one ceiling or floor however often it is said, and writing it per occurrence suggests that it falls each time.",
    example: {
      wrong: "第三条 总分 = 得分\n第四条 每 走访次数 1次 总分 最高计 50分",
      right: "第三条 总分 = 得分\n第四条 走访次数 1次以上 的,总分 最高计 50分",
    },
  },
};
