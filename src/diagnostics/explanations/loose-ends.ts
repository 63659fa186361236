import type { looseEnds as messages } from "../catalogue/loose-ends.ts";
import type { Explanations } from "./explanation.ts";

/** Villages, without rules. */
const VILLAGES = "办法 村考核\n施行 2024年1月1日\n对象 村,标识 编号\n  编号: 文字\n";

export const looseEnds: Explanations<typeof messages> = {
  BF3250: {
    zh: "办法写了“评定为优秀的……、评定为不称职的……”，却没有写怎样评定。测评得出的是好、较好、一般、差，怎样换成等次要补上；补上以前，没有人得得出等次。",
    en: "A measure says what follows from each grade and never says how a grade is decided. A vote gives marks of its own; until they are mapped, nobody has a grade.",
    example: {
      wrong: "第三条 评定等次 为 差 的,约谈",
      right:
        "第三条\n  依 得分 评定 评定等次:\n    60分以上 为 好\n    不满60分 为 差\n  评定等次 为 差 的,约谈",
      within: `${VILLAGES}  得分: 0至100分  来源 县里\n措施 处理,负向: 约谈\n等次 评定等次 由高到低 好、差\n…\n`,
    },
  },
  BF3251: {
    zh: "“称职(合格)”里括号内外是两个叫法：是对个人叫称职、对集体叫合格，还是随便用哪个，引用等次的文件会理解得不一样。",
    en: "A grade with a second name in brackets: one for people and one for organisations, or either? Whoever cites the grade will read it differently.",
    example: {
      wrong:
        "  等次 评定等次 由高到低 「称职(合格)」、不称职\n  依 得分 评定 评定等次:\n    60分以上 为 「称职(合格)」\n    不满60分 为 不称职",
      right:
        "  等次 评定等次 由高到低 称职、不称职\n  依 得分 评定 评定等次:\n    60分以上 为 称职\n    不满60分 为 不称职",
      within: `${VILLAGES}  得分: 0至100分  来源 县里\n第一条\n…\n`,
    },
  },
  BF3252: {
    zh: "被考核人每月交一份自查报告，得分、等次、处理都不看它，交不交就没有区别。",
    en: "The assessed hand in a report every month, and neither points, grade nor consequence looks at it: handing it in or not makes no difference.",
    example: {
      wrong: "第三条\n  程序 月报:\n    1. 村 每月5日前 填报 走访月报 给 镇里",
      right: "第三条\n  程序 月报:\n    1. 镇里 每月5日前 填报 走访月报 给 县里",
    },
  },
  BF3253: {
    zh: "考核组里的“村民代表”是2人还是20人、由谁推选，都会改变结果。",
    en: "Two representatives or twenty, and who chooses them: the result depends on it.",
    example: {
      wrong: "第三条\n  程序 走访:\n    1. 镇里 每年10月5日前 访谈 村民代表",
      right: "第三条\n  程序 走访:\n    1. 镇里 每年10月5日前 访谈 「10名村民代表」",
    },
  },
  BF3254: {
    zh: "“占20%”先要知道一共多少分。民意测评表按50分设计的，满分的人折算下来只得10分。",
    en: "A share of 20% needs to know out of how many points. With a form of 50 points, full marks give 10 and not 20.",
    example: {
      wrong: "  民意: 分  来源 县里\n  成绩: 0至100分  来源 县里",
      right: "  民意: 0至100分  来源 县里\n  成绩: 0至100分  来源 县里",
      within: `${VILLAGES}…\n第一条 总分 = 民意 占20%、成绩 占80%\n`,
    },
  },
  BF3255: {
    zh: "要求每年到村4次，十月就考核：只到了3次、打算十二月再到的，是否达标没有答案。",
    en: "Four visits a year are required and assessed in October: is three enough for now, when the fourth is planned for December?",
    example: {
      wrong: "  到村次数: 次数  来源 县里 “每年”",
      right: "  到村次数: 次数  来源 县里 “上年10月至本年9月”",
      within: `${VILLAGES}…\n第一条\n  到村次数 少于4次 的,不予评定\n  程序 年度考核:\n    1. 县里 每年10月15日前 考核 各村\n第二条\n  等次 等次 由高到低 好、差\n  得分 = 1分\n  依 得分 评定 等次:\n    1分以上 为 好\n    其余 为 差\n`,
    },
  },
  BF3256: {
    zh: "一个单位派了三支队伍，“到村不少于4次”是每个村4次，还是三个村一共4次，差三倍。",
    en: "A unit with three teams: four visits to each village, or four in all? The difference is threefold.",
    example: {
      wrong: "  到村次数: 次数  来源 县里 “本年”",
      right: "  到村次数: 次数  来源 县里 “本年各村合计”",
      within:
        "办法 驻村考核\n施行 2024年1月1日\n措施 处理,负向: 约谈\n对象 队伍,标识 编号\n  编号: 文字\n  单位: 对象 单位  “年末的”\n对象 单位,标识 代码\n  代码: 文字\n…\n第一条 单位: 到村次数 少于4次 的,约谈\n第二条 队伍: 应当 单位.到村次数 1次以上\n",
    },
  },
  BF3257: {
    zh: "述职是考核的一部分，却只抽15人述职：其余的人这一项计多少分，没有写。",
    en: "Reporting is part of the assessment, and only fifteen are drawn to report: what do the others get for it?",
    example: {
      wrong: "第三条 抽查 大会述职 随机抽取 5名 的 村",
      right: "第三条 抽查 现场核查 随机抽取 5名 的 村",
      within: `${VILLAGES}第一条 指标 大会述职,满分10分\n…\n`,
    },
  },
  BF3258: {
    zh: "前面要求述职讲四个方面，后面又列三个方面：讲全哪一种才算合格，两处读出来不一样。",
    en: "One clause asks for a report on four matters, another lists three: which makes it complete?",
    example: {
      wrong:
        "第三条\n  程序 述职:\n    1. 村 每年3月1日前 汇报 组织、扶贫、治理\n第四条\n  程序 大会:\n    1. 村 每年4月1日前 汇报 班子、识别、基建",
      right:
        "第三条\n  程序 述职:\n    1. 村 每年3月1日前 汇报 组织、扶贫、治理\n第四条\n  程序 大会:\n    1. 村 每年4月1日前 汇报 组织、扶贫、治理",
    },
  },
  BF3259: {
    zh: "档次没有分值，只能看哪一档票多；好和较好各20票的，算哪一档没有写。",
    en: "Levels without points leave only the number of votes to go by; twenty for each of two levels give no answer.",
    example: {
      wrong: "  2. 档次 好、较好",
      right: "  2. 档次 好 10分、较好 8分",
      within: `${VILLAGES}第一条 测评 评议:\n  1. 评委 村民\n…\n`,
    },
  },
};
