import type { openDates as messages } from "../catalogue/open-dates.ts";
import { type Explanations, WHOLE } from "./explanation.ts";

const VILLAGES = "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n";
const NOTICES = `办法 队员考核
对象 队员,标识 编号
  编号: 文字
  通报记录: 通报 多份  来源 县里
记录 通报
  日期: 日期  “发文的日期”
`;

export const openDates: Explanations<typeof messages> = {
  BF3163: {
    zh: "“及时上报”“研究制定”没有日子，什么时候办都不算违反，后面的步骤也不知道等到哪天。",
    en: "A step to be done “promptly”, or just to be done, can never be late; and the step after it does not know how long to wait.",
    example: {
      wrong: "第三条\n  程序 上报:\n    1. 县 报送 自评报告 给 市",
      right: "第三条\n  程序 上报:\n    1. 县 每年3月底前 报送 自评报告 给 市",
    },
  },
  BF3164: {
    zh: "约谈、诫勉谈话、召回要有人去办；没有期限，拖到下一年也不算违反。",
    en: "Somebody has to hold the talk or recall the person. Without a limit, doing it next year complies as well.",
    example: {
      wrong: "措施 处理,负向: 召回\n第三条 造假 的,由 县里 对 本人 召回",
      right: "措施 处理,负向: 召回(期限)\n第三条 造假 的,由 县里 对 本人 召回(10天)",
      within: `${VILLAGES}  造假: 是否\n…\n`,
    },
  },
  BF3165: {
    zh: "“及时”“按时”“定期”没有说几日内、哪天前，是否做到就只能凭印象填。",
    en: "“Promptly”, “on time” and “regularly” give no day, so whether it was done is a matter of impression.",
    example: {
      wrong: "  及时整改: 是否  来源 县里\n第一条 应当 及时整改",
      right: "  及时整改: 是否  来源 县里 “接到通知后10日内”\n第一条 应当 及时整改",
      within: `${VILLAGES}…\n`,
    },
  },
  BF3168: {
    zh: "“到村2次以上”是一年两次还是任期内两次，“通报两次以上”隔了三年的算不算，都要写出一段时间才有答案。",
    en: "Two visits in a year or in a term of office, two notices within how many years: only a period gives the answer.",
    example: {
      wrong: "第一条 计数(通报记录) 2次以上 的,不予评定",
      right: "第一条 计数(通报记录, 近12个月) 2次以上 的,不予评定",
      within: `${NOTICES}…\n第二条\n  等次 等次 由高到低 好、差\n  得分 = 1分\n  依 得分 评定 等次:\n    1分以上 为 好\n    其余 为 差\n`,
    },
  },
  BF3169: {
    zh: "12月发生、次年1月通报的一件事，按发生的日子算上一年，按发文的日子算下一年。",
    en: "An event of December with a notice in January belongs to one year by the event and to the next by the paper.",
    example: {
      wrong: "  日期: 日期",
      right: "  日期: 日期  “发文的日期”",
      within:
        "办法 队员考核\n对象 队员,标识 编号\n  编号: 文字\n  通报记录: 通报 多份  来源 县里\n记录 通报\n…\n第一条 通报次数 = 计数(通报记录, 本年度)\n",
    },
  },
  BF3170: {
    zh: "归档的材料保管几年，决定以后还能不能复核。",
    en: "How long the papers are kept decides how long a result can be looked into again.",
    example: {
      wrong: "第三条\n  程序 归档:\n    1. 县里 每年3月底前 归档 考核资料",
      right: "第三条\n  程序 归档:\n    1. 县里 每年3月底前 归档 考核资料 5年",
    },
  },
  BF3171: {
    zh: "考核2018年，结果2019年出来：“取消当年评优资格”是取消2018年的还是2019年的，两种读法都有。",
    en: "The year 2018 is assessed and the result comes in 2019. “No awards in the year” can mean either.",
    example: {
      wrong: "措施 处理,负向: 取消当年评优资格\n第三条 造假 的,对 本村 取消当年评优资格",
      right: "措施 处理,负向: 取消评优资格(期限)\n第三条 造假 的,对 本村 取消评优资格(自 评定日 起 1年)",
      within: `${VILLAGES}  造假: 是否\n…\n`,
    },
  },
  BF3172: {
    zh: "“优先提拔”没有说从哪天起、几年内有效，三年前的优秀还算不算没有答案。",
    en: "“Promoted first” has neither a beginning nor an end: does a top grade of three years ago still count?",
    example: {
      wrong: "措施 奖励: 优先提拔\n第三条 考核等次 为 好 的,对 本人 优先 优先提拔",
      right: "措施 奖励: 提拔(期限)\n第三条 考核等次 为 好 的,对 本人 优先 提拔(自 评定日 起 1年)",
    },
  },
  BF3173: {
    zh: "“10日内”要说从哪件事之后起算：从季度结束算，还是从考核结束算，到期的日子不同。",
    en: "“Within 10 days” of what? From the end of the quarter and from the end of the assessment are different days.",
    example: {
      wrong: "第三条\n  程序 汇总:\n    1. 县里 10日内 汇总 结果",
      right: "第三条\n  程序 汇总:\n    1. 县里 每季度结束后10日内 汇总 结果",
    },
  },
  BF3174: {
    zh: "十月就考核全年，十一月、十二月的月报还没有；“全年不少于4次”在十月看，到年底才做满的也算不合格。",
    en: "An October assessment of the whole year has no November or December. “At least four a year”, tested in October, fails those who would do the fourth in December.",
    example: {
      wrong: "第三条\n  程序 年终考核:\n    1. 县里 每年10月下旬 考核 各村",
      right: "第三条\n  程序 年终考核:\n    1. 县里 每年1月底前 考核 各村",
    },
  },
  BF3175: {
    zh: "第四季度要到下一年1月才考核，年终结果等不等它要写明；不等的，四个季度的平均数就只有三个季度。",
    en: "The fourth quarter is assessed in January. Either the year's result waits, or its mean of four quarters has three.",
    example: {
      wrong: "第三条\n  程序 季度考核:\n    1. 县里 每季度结束后10日内 考核 各村",
      right: "第三条\n  程序 季度考核:\n    1. 县里 每季度 考核 各村",
    },
  },
  BF3176: {
    zh: "“每半年检查一次”没有日子，下半年的一次可以做到12月31日，年度汇总已经来不及用它。",
    en: "“Every half-year” without a day lets the second one end on 31 December, when nothing can use it any more.",
    example: {
      wrong: "第三条\n  程序 检查:\n    1. 市里 每半年 检查 各村",
      right: "第三条\n  程序 检查:\n    1. 市里 每年6月底前 检查 各村",
    },
  },
  BF3177: {
    zh: "两步都是“季度结束后10日内”，后一步要用前一步的结果；前一步第10日才办完的，后一步没有时间。",
    en: "Both steps are due within 10 days of the quarter's end, and the second needs the result of the first.",
    example: {
      wrong:
        "第三条\n  程序 季度考核:\n    1. 县里 每季度结束后10日内 考核 各村\n    2. 县里 每季度结束后10日内 汇总 结果",
      right:
        "第三条\n  程序 季度考核:\n    1. 县里 每季度结束后10日内 考核 各村\n    2. 县里 每季度结束后20日内 汇总 结果",
    },
  },
  BF3178: {
    zh: "“实现2020年目标”在2018年没法核对；每年考核的办法要写当年的目标。",
    en: "“Reached the goal of 2020” cannot be tested in 2018; a measure of every year needs the target of the year.",
    example: {
      wrong: "  「实现2020年目标」: 是否  来源 县里",
      right: "  实现当年目标: 是否  来源 县里",
      within: `${VILLAGES}…\n第一条 宣示\n`,
    },
  },
  BF3179: {
    zh: "四月才施行而从一月算起的办法，一至四月的事按当时还没有的规定处理。“首次评定 2018年”写明从2018年这一期评起，这一期的事都算；“首次评定 2019年”从下一期评起。按季度、月考核的，写那一期的第一天。",
    en: "In force in April, assessing from January: what happened until April is judged by a rule that did not exist. “first assessed 2018-01-01” says that the period of 2018 is the first and all its facts count; “first assessed 2019-01-01” starts with the next one.",
    example: {
      wrong: "施行 2018年4月23日",
      right: "施行 2018年4月23日,首次评定 2018年",
      within: "办法 村考核\n…\n对象 村,标识 编号\n  编号: 文字\n第一条 宣示\n",
    },
  },
  BF3180: {
    zh: "没有施行日期，就不知道从哪一期开始考核，以前的事算不算。",
    en: "Without an effective date nobody knows which period is the first, and whether earlier facts count.",
    example: {
      wrong: "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n第一条 宣示",
      right: "办法 村考核\n施行 2024年1月1日\n对象 村,标识 编号\n  编号: 文字\n第一条 宣示",
      within: WHOLE,
    },
  },
  BF3227: {
    zh: "要按时交的材料，哪天算按时，由一个没有写的日子决定。",
    en: "Whether papers are handed in on time depends on a day that nobody has written.",
    example: {
      wrong: "参数 截止日: 日期\n第一条 应当 上报日 <= 截止日",
      right: "参数 截止日: 日期,来源 县里\n第一条 应当 上报日 <= 截止日",
      within: `${VILLAGES}  上报日: 日期  来源 县里\n…\n`,
    },
  },
  BF3299: {
    zh: "程序里的步骤按次序办。后一步的最后一天在前一步的第一天以前，两个期限就不能都守住。",
    en: "The steps of a procedure are done in their order. Where the last day of one lies before the first day of the step it follows, both cannot be kept.",
    example: {
      wrong:
        "第三条\n  程序 年终考核:\n    1. 县里 每年10月下旬 考核 各村\n    2. 县里 每年10月15日前 报送 结果",
      right:
        "第三条\n  程序 年终考核:\n    1. 县里 每年10月下旬 考核 各村\n    2. 县里 每年11月15日前 报送 结果",
    },
  },
};
