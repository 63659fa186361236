import type { reach as messages } from "../catalogue/reach.ts";
import type { Explanations } from "./explanation.ts";

const VILLAGES = `办法 村考核
对象 村,标识 编号
  编号: 文字
  得分: 0至100分  来源 乡镇
`;

export const reach: Explanations<typeof messages> = {
  BF3270: {
    zh: "“纳入年终考核”可以是占1分，也可以是占50分。写出折算比例，两边的人才会算出同一个数；比例还没有定的，写一个参数。",
    en: "“Included in the year-end assessment” may mean one mark or fifty. A ratio makes both sides arrive at one figure; where it is not yet fixed, write an open value.",
    example: {
      wrong: "第三条\n  程序 运用:\n    1. 县里 纳入 走访情况 给 年终考核",
      right: "第三条\n  记分 = 得分 × 20%\n  程序 运用:\n    1. 县里 纳入 得分 给 年终考核",
    },
  },
  BF3271: {
    zh: "同一个结果纳入两项考核，人就可能因为一件事加两次分、扣两次分。两个名称说的是同一项考核的，读的人也分不清。",
    en: "A result that goes into two assessments counts for or against the same people twice. If the two are one under two names, no reader can tell.",
    example: {
      wrong: "第三条\n  程序 运用:\n    1. 县里 纳入 得分 给 年终考核、绩效考评",
      right: "第三条\n  程序 运用:\n    1. 县里 纳入 得分 给 年终考核",
    },
  },
  BF3272: {
    zh: "写了由谁考核，没有写按什么考核，考核的人就要自己定指标和分值，各定各的。",
    en: "An office is told to assess somebody and not by what; it has to invent the indicators, and each invents its own.",
    example: {
      wrong: "第三条\n  程序 管理:\n    1. 县里 每年12月底前 考核 分管领导",
      right: "第三条\n  程序 管理:\n    1. 县里 每年12月底前 考核 村",
      within: `${VILLAGES}第一条 村: 指标 走访,满分10分\n…\n`,
    },
  },
  BF3273: {
    zh: "几种对象都有要求的办法里，一条没有主语的处罚，读的人会问是不是大家都适用。事实只在一种对象上声明，并不说明别的对象没有这样的事。",
    en: "Where several kinds of subject have duties, a sanction without a subject makes the reader ask whether it reaches all of them. That the facts are declared for one does not mean that the others cannot do the same.",
    example: {
      wrong: "第三条 造假 的,对 本人 取消资格",
      right: "第三条 村: 造假 的,对 本人 取消资格",
      within: `办法 村考核
措施 惩处: 取消资格
对象 村,标识 编号
  编号: 文字
  造假: 是否  来源 县里
  有台账: 是否  来源 县里
对象 单位,标识 代码
  代码: 文字
  有方案: 是否  来源 县里
第一条 村: 应当 有台账
第二条 单位: 应当 有方案
…
`,
    },
  },
  BF3274: {
    zh: "对象是帮扶单位，要求却写给“牵头单位”：它是其中的哪几个，还是别的单位，数据里没有地方可填。",
    en: "The subject is the helping unit, and the duty is for “the lead unit”: which of them, or another unit? The data have no place for it.",
    example: {
      wrong: "第三条\n  程序 整合:\n    1. 牵头单位 每年3月底前 应当 成立 专班",
      right: "第三条\n  帮扶单位: 牵头 的,应当 有专班",
      within: `办法 单位考核
对象 帮扶单位,标识 代码
  代码: 文字
  牵头: 是否  来源 县里
  有专班: 是否  来源 县里
第一条 帮扶单位: 指标 走访,满分10分
…
`,
    },
  },
  BF3275: {
    zh: "“每个贫困村不少于500万元，加上其他投入各村不少于1000万元”：后半句的“各村”是所有的村，还是各贫困村，差很多钱。",
    en: "“Each poor village at least 5 million, with other funds each village at least 10 million”: whether the second half is for all villages or the poor ones is a great deal of money.",
    example: {
      wrong: "第三条\n  贫困 的,应当 政府投入 不少于500万元\n  应当 政府投入 + 社会投入 不少于1000万元",
      right:
        "第三条\n  贫困 的,应当 政府投入 不少于500万元\n  贫困 的,应当 政府投入 + 社会投入 不少于1000万元",
      within: `办法 村投入
对象 村,标识 编号
  编号: 文字
  贫困: 是否      来源 县里
  政府投入: 金额  来源 县里 “本年度的”
  社会投入: 金额  来源 县里 “本年度的”
…
`,
    },
  },
  BF3276: {
    zh: "第2名被取消评先资格：他还是第2名，第4名不能递补；或者他不再参加排名，第4名成了第3名。两种做法评出的好村不一样。",
    en: "The second loses the right to be commended. Does it stay second, so that the fourth cannot move up, or leave the ranking, so that the fourth is third? The good villages differ.",
    example: {
      wrong:
        "第三条\n  依 得分 由高到低 排名 评定 名次等次,并列者一并列入,全体:\n    前3名 为 好\n    其余 为 中",
      right:
        "第三条\n  依 得分 由高到低 排名 评定 名次等次,并列者一并列入,不含 造假 者:\n    前3名 为 好\n    其余 为 中",
      within: `办法 村考核
措施 惩处: 取消评先资格
对象 村,标识 编号
  编号: 文字
  得分: 0至100分  来源 乡镇
  造假: 是否      来源 县里
第一条
  等次 名次等次 由高到低 好、中
…
第四条 造假 的,对 本人 取消评先资格
`,
    },
  },
  BF3277: {
    zh: "“不得低于项目资金量的50%”：上级专项、上年结转算不算项目资金，分母不同，达没达到就不同。",
    en: "“At least 50% of the project funds”: with earmarked funds or last year's remainder in the base, the same sum meets the share or not.",
    example: {
      wrong: "第三条 应当 整合资金 不低于 项目资金 × 50%",
      right: "第三条 应当 整合资金 不低于 本级资金 × 50%",
      within: `办法 资金整合
对象 部门,标识 代码
  代码: 文字
  项目资金: 金额  来源 财政局
  本级资金: 金额  来源 财政局 “本年度县级预算安排的,不含上级专项和上年结转”
  整合资金: 金额  来源 财政局
…
`,
    },
  },
  BF3278: {
    zh: "“分类排名”没有说分哪几类：村和社区排在一起，还是分开排，第一名就不是同一个。",
    en: "“Ranked by category” without the categories: villages and communities together or apart give another first place.",
    example: {
      wrong: "第三条\n  程序 通报:\n    1. 县里 每年1月底前 分类排名 村",
      right:
        "第三条\n  村排名 = 名次(得分 由高到低, 按 类别, 并列者一并列入)\n  程序 通报:\n    1. 县里 每年1月底前 通报 村排名",
    },
  },
  BF3279: {
    zh: "“户户见面”里总有外出打工的：打电话算不算，等他回来再补算不算，要写明。",
    en: "“Meet every household”: some are always away. Whether a call counts, or a later visit, must be said.",
    example: {
      wrong: "第三条 应当 本年度见面次数 1次以上",
      right: "第三条 应当 本年度到访次数 1次以上",
      within: `办法 走访
对象 户,标识 户号
  户号: 文字
  本年度见面次数: 次数  来源 乡镇
  本年度到访次数: 次数  来源 乡镇 “外出的电话联系一次算一次”
…
`,
    },
  },
  BF3280: {
    zh: "统计局说120人，系统里是118人，差两人就差一档。几个来源并列的，要说以哪个为准。",
    en: "The bureau says 120, the register 118, and two persons make a band. Where several sources stand side by side, say which prevails.",
    example: {
      wrong: "  减贫人数: 人数  来源 统计局、扶贫系统",
      right: "  减贫人数: 人数  来源 扶贫系统",
      within: `${VILLAGES}…\n第一条 应当 减贫人数 不少于10人\n`,
    },
  },
  BF3281: {
    zh: "汇总、汇报、通报都写在“逢双月”：到了月底汇总，汇报和通报就只能在同一天。",
    en: "To sum up, to report and to circulate all in “even months”: summed up on the last day, the other two are left with that day.",
    example: {
      wrong: "第三条\n  程序 督查:\n    1. 督导组 逢单月 汇总 情况,通报 情况",
      right: "第三条\n  程序 督查:\n    1. 督导组 每月10日前 整理 情况,通报 情况",
    },
  },
  BF3282: {
    zh: "得分87.35分按15%折算是13.1025分。这里记13.1分，那里记13.10分或13.11分，名次近的就会换位。",
    en: "87.35 marks at 15% are 13.1025. One office records 13.1, another 13.10 or 13.11, and neighbours change places.",
    example: {
      wrong: "第三条 年终记分 = 得分 × 15%",
      right: "第三条 年终记分 = (得分 × 15%) 四舍五入到 0.01分",
    },
  },
};
