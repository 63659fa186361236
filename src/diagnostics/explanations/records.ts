import type { records as messages } from "../catalogue/records.ts";
import type { Explanations } from "./explanation.ts";

const SHEETS = `办法 单位考核
措施 惩处: 约谈、扣减绩效分(分数)
记录 月报单
  得分: 0至100分
记录 通报
  级别: 选项 市、县
  分值: 0至10分
对象 单位,标识 编号
  编号: 文字
  得票: 0至100分
  月报: 月报单 每月一份
  通报: 通报 多份
等次 等次 由高到低 好、差
…
`;

export const records: Explanations<typeof messages> = {
  BF2160: {
    zh: "“每份 月报单:”后面的规定，对每一份记录各说一遍。程序、声明之类只说一遍，写在它外面。",
    en: "What follows “each record:” is said of every record. A procedure or a declaration is said once, so it stands outside.",
    example: {
      wrong: "第一条 每份 月报单: 程序 报送:\n  1. 单位 每月10日前 报送 月报",
      right: "第一条 程序 报送:\n  1. 单位 每月10日前 报送 月报",
      within: SHEETS,
    },
  },
  BF2161: {
    zh: "统计别的记录时，条件是对那些记录逐份判断的，同名的栏目分不清是哪一份的。先算出统计的数，再拿来和这一份比较。",
    en: "The condition of a figure over other records is judged for each of those, where this record is not in sight. Compute the figure first and compare it afterwards.",
    example: {
      wrong: "第一条 每份 月报单: 次数 = 计数(通报, 分值 超过 得分)",
      right: "第一条 次数 = 计数(通报, 分值 超过 5分)",
      within: SHEETS,
    },
  },
  BF2162: {
    zh: "条件里又有一个统计，它是对整个对象算一次，还是对每份记录各算一次，读的人说法不一。起个名称单独定义，就清楚了。",
    en: "A figure inside the condition of another: computed once for the subject, or for every record? A definition of its own settles it.",
    example: {
      wrong: "第一条 件数 = 计数(月报, 计数(通报) 超过 3次)",
      right: "第一条 通报次数 = 计数(通报)\n第二条 件数 = 计数(月报, 通报次数 超过 3次)",
      within: SHEETS,
    },
  },
  BF2163: {
    zh: "名次是同一期的记录之间比出来的。没有按期填报的记录，不知道哪些该放在一起比。",
    en: "Ranks compare the records of one period. Where records have no period, which of them belong together is unknown.",
    example: {
      wrong: "第一条 每份 通报: 名次值 = 名次(分值 由高到低, 全体, 并列者一并列入)",
      right: "第一条 每份 月报单: 名次值 = 名次(得分 由高到低, 全体, 并列者一并列入)",
      within: SHEETS,
    },
  },
  BF2164: {
    zh: "“逐一”“只计一次”说的是几份记录、几个对象引起同一项措施时怎么计。只有一个原因时，写上它会让人以为还有别的。",
    en: "“Each one” and “once only” say how a consequence counts that several records or subjects bring about. With a single cause they suggest others that are not there.",
    example: {
      wrong: "第一条 得票 低于60分 的,对 本人 约谈,逐一",
      right: "第一条 得票 低于60分 的,对 本人 约谈",
      within: SHEETS,
    },
  },
  BF2165: {
    zh: "有三个月不达标，是扣三次还是扣一次？规定不写，各地执行就不同。",
    en: "Three months fall short: is the amount deducted three times or once? Unless it is said, practice will differ.",
    example: {
      wrong: "第一条 每份 月报单: 得分 低于60分 的,扣减绩效分(2分)",
      right: "第一条 每份 月报单: 得分 低于60分 的,扣减绩效分(2分),逐一",
      within: SHEETS,
    },
  },
  BF2166: {
    zh: "参数是执行办法之前定下的一个值，例如名额、起点分。记录是逐个对象填报的，定不出“一个值”。",
    en: "A parameter is one value that is set before the measure is applied, such as a quota or a threshold. Records are filled in subject by subject and are not one value.",
    example: {
      wrong: "参数 标准表: 月报单 多份",
      right: "参数 及格线: 0至100分",
      within: SHEETS,
    },
  },
  BF2167: {
    zh: "“上期”“连续2个月”要知道哪一份在前、哪两份相连，只有按期一份的记录才说得清。",
    en: "“Last period's” and “consecutive 2 months” need to know which record comes first and which follow each other; only records of periods say so.",
    example: {
      wrong: "第一条 连续2期(中断) 通报.分值 超过 5分 的,对 本人 约谈",
      right: "第一条 计数(通报, 分值 超过 5分) 达到 2次 的,对 本人 约谈",
      within: SHEETS,
    },
  },
  BF2168: {
    zh: "“每份”里的一句话是对一份记录说的，“累计”却要看许多份：是本年到这一份为止，还是历年的同一期，文字上分不出。",
    en: "A sentence inside “each record” is about one record, and a total looks at many: those of the list so far, or those of one period over the years?",
    example: {
      wrong: "第一条 每份 月报单: 累计满3次 得分 低于60分 的,对 本人 约谈",
      right: "第一条 计数(月报, 得分 低于60分) 达到 3次 的,对 本人 约谈",
      within: SHEETS,
    },
  },
  BF2169: {
    zh: "年度的等次只有一个，记录有许多份。有几份符合才动、几份都符合动几次，要由这一条自己说。",
    en: "The subject has one grade and many records. How many it takes, and whether each counts, the clause has to say.",
    example: {
      wrong:
        "第一条 依 得票 评定 等次:\n  60分以上 为 好\n  其余 为 差\n第二条 每份 月报单: 得分 低于60分 的,等次 评为 差",
      right:
        "第一条 依 得票 评定 等次:\n  60分以上 为 好\n  其余 为 差\n第二条 计数(月报, 得分 低于60分) 达到 1次 的,等次 评为 差",
      within: SHEETS,
    },
  },
  BF2193: {
    zh: "“历年”说的是考核对象一年一个的数。记录自己有日期，参数随办法定，按月、按季度考核的一年不止一个，都没有“每年一个”可说。",
    en: "“yearly” is said of a figure that a subject has once a year. Records have dates of their own, parameters come with the measure, and shorter periods give several a year.",
    example: {
      wrong:
        "记录 产值单\n  产值: 历年 金额\n对象 村,标识 编号\n  编号: 文字\n  产值单: 产值单 多份\n第一条 总产值 = 合计(产值单.产值)",
      right: "对象 村,标识 编号\n  编号: 文字\n  产值: 历年 金额\n第一条 三年产值 = 合计(近3年 产值)",
      within: "办法 村考核\n…\n",
    },
  },
};
