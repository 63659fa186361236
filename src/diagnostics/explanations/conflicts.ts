import type { conflicts as messages } from "../catalogue/conflicts.ts";
import type { Explanations } from "./explanation.ts";

const PLAIN = `办法 村考核
措施 惩处: 约谈、免职、不得提拔(时长)、不得任职(时长)
措施 安排,正向: 安排工作
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
  造假: 是否  来源 县里
  受灾: 是否  来源 县里
  重灾: 是否  来源 县里
  被免职: 是否  来源 县里
  表现好: 是否  来源 县里
第一条【目的】宣示
…
`;

const GRADED = `办法 村考核
措施 惩处: 诫勉谈话、组织调整、取消奖金
措施 加分,正向: 考评加分(分数)
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
  造假: 是否  来源 县里
  迟报: 是否  来源 县里
  走访达标: 是否  来源 县里
第一条
  等次 考核等次 由高到低 好、中、差
  依 得分 评定 考核等次:
    80分以上 为 好
    60分以上不满80分 为 中
    不满60分 为 差
…
`;

const COUNTED = `办法 村考核
措施 惩处: 约谈、诫勉谈话、取消奖金
对象 村,标识 编号
  编号: 文字
  通报次数: 次数  来源 县里
第一条【目的】宣示
…
`;

const EXTERNAL = `办法 村考核
外部等次 年度考核 由高到低 优秀、称职、基本称职、不称职
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
  造假: 是否  来源 县里
第一条【目的】宣示
…
`;

const LEVELS = `办法 村考核
措施 惩处: 约谈、免职、考评扣分(分数)
对象 村,标识 编号
  编号: 文字
  通报记录: 通报 多份  来源 县里
记录 通报
  级别: 选项 省、市、县
  事由: 文字
第一条【目的】宣示
…
`;

export const conflicts: Explanations<typeof messages> = {
  BF3190: {
    zh: "连续几年都差，比一年差重，处理也另写了一条。第二年既是“一年差”又是“连续两年差”，两条都符合；轻的一样还给不给，要说清。",
    en: "Several bad years weigh more than one, so they have a clause of their own. The second bad year meets both clauses; say whether the lighter measure is still given.",
    example: {
      wrong:
        "第二条 考核等次 为 差 的,对 本人 诫勉谈话\n第三条 连续2年(中断) 考核等次 为 差 的,对 本人 组织调整",
      right:
        "第二条 考核等次 为 差 的,对 本人 诫勉谈话\n第三条 连续2年(中断) 考核等次 为 差 的,对 本人 诫勉谈话、组织调整",
      within: GRADED,
    },
  },
  BF3191: {
    zh: "“可以单独使用，也可以合并使用”只说都行，没有说什么时候用哪种。两个人办同样的事会办出两种结果。",
    en: "“Singly or together” allows both and says when neither; two officers will decide the same case differently.",
    example: {
      wrong: "第二条 宣示\n  注: 各种方式可以单独使用,也可以合并使用。",
      right: "第二条 宣示\n  注: 各条写明给予哪几种方式。",
      within: GRADED,
    },
  },
  BF3192: {
    zh: "“累计2次的”读作恰好2次，3次的就不在这一级；读作2次以上，3次的既在这一级又在上一级。阶梯写明“就高”或者“逐级累加”，就不用猜。",
    en: "“A total of two” may mean exactly two, so that three is off this rung, or at least two, so that three stands on two rungs. Saying whether the rungs replace each other or add up settles it.",
  },
  BF3193: {
    zh: "一级一级往上，处理应当越来越重。高一级没有重写低一级的几样，按“就高”算就反而轻了；这样的漏写在阶梯里很常见。",
    en: "Each rung should weigh more than the one below. Where the higher rung does not repeat a measure and the rungs replace each other, it is lighter; this is easily overlooked.",
    example: {
      wrong: "第二条 依 通报次数 处理,就高:\n  1次 对 本人 约谈、取消奖金\n  2次以上 对 本人 诫勉谈话",
      right:
        "第二条 依 通报次数 处理,就高:\n  1次 对 本人 约谈、取消奖金\n  2次以上 对 本人 诫勉谈话、取消奖金",
      within: COUNTED,
    },
  },
  BF3194: {
    zh: "等次越差，处理应当越重。较好的等次有的处理，更差的没有，多半是漏写。同类里更重的(例如免职对约谈)算是包括了。",
    en: "The worse the grade, the more should follow. What a better grade brings and a worse one lacks was probably forgotten; a heavier measure of the same sort (removal beside a talk) is taken to include it.",
    example: {
      wrong: "第二条 考核等次 为 中 的,对 本人 组织调整\n第三条 考核等次 为 差 的,对 本人 取消奖金",
      right: "第二条 考核等次 为 中 的,对 本人 组织调整\n第三条 考核等次 为 差 的,对 本人 组织调整、取消奖金",
      within: GRADED,
    },
  },
  BF3195: {
    zh: "59分既低于70分又低于60分，两条都符合，一条评基本称职，一条评不称职。写“最高评为”就清楚了：几个限制同时在，最严的算。",
    en: "59 points are below 70 and below 60: both clauses are met, and they grade differently. Written as limits (“capped at”) they do not compete: the strictest holds.",
    example: {
      wrong:
        "第二条 得分 低于70分 的,对 本人,年度考核 评为 基本称职\n第三条 得分 低于60分 的,对 本人,年度考核 评为 不称职",
      right:
        "第二条 得分 低于70分 的,对 本人,年度考核 最高评为 基本称职\n第三条 得分 低于60分 的,对 本人,年度考核 最高评为 不称职",
      within: EXTERNAL,
    },
  },
  BF3196: {
    zh: "一条降低奖金，一条取消奖金，两条同时适用，结果里会两样都列。写明哪一样包括哪一样，结果就只列重的。",
    en: "One clause lowers the bonus, another cancels it; when both apply both are listed. Say which absorbs which, and only the heavier one is.",
    example: {
      wrong:
        "措施 奖金: 扣减奖金、取消奖金\n第二条 造假 的,对 本人 取消奖金\n第三条 得分 低于60分 的,对 本人 扣减奖金",
      right:
        "措施 奖金: 扣减奖金 < 取消奖金\n第二条 造假 的,对 本人 取消奖金\n第三条 得分 低于60分 的,对 本人 扣减奖金",
      within: PLAIN,
    },
  },
  BF3197: {
    zh: "同一条给同一个人两个限制，严的一个已经包括了另一个。要么有一个写错了对象，要么有一个多余。",
    en: "One clause limits the same person twice, and the stricter limit includes the other: either one of them is aimed at the wrong person, or it is superfluous.",
    example: {
      wrong: "第二条 造假 的,对 本人,年度考核 不得评为 优秀;对 本人,年度考核 最高评为 基本称职",
      right: "第二条 造假 的,对 本人,年度考核 最高评为 基本称职",
      within: EXTERNAL,
    },
  },
  BF3198: {
    zh: "免职本身带一个期限，作出免职的那一条又带一个期限。两个期限从哪天起、是同时走还是接着走，会差出一年。",
    en: "Removal brings a period of its own, and the clause that removes adds another. Whether they start together or one after the other makes a year's difference.",
    example: {
      wrong: "第二条 造假 的,对 本人 免职、不得提拔(1年)\n第三条 被免职 的,对 本人 不得任职(1年)",
      right:
        "第二条 造假 的,对 本人 免职、不得提拔(自 评定日 起 1年)\n第三条 被免职 的,对 本人 不得任职(自 评定日 起 1年)",
      within: PLAIN,
    },
  },
  BF3199: {
    zh: "两个次数用“或者”连起来各有门槛，一个先到、一个后到，就会同时站在两级上。写明“就高”或者“逐级累加”。",
    en: "Two counters with limits of their own are joined by “or”; when one runs ahead of the other a subject stands on two rungs. Say whether the highest rung applies or they add up.",
  },
  BF3200: {
    zh: "“连续2年中”只数恰好评为中的年份。一年差、一年中的更差，却不符合。",
    en: "Two years in a row graded 中 counts the years with exactly that grade: one year graded 差 and one 中 is worse, and does not qualify.",
    example: {
      wrong: "第二条 连续2年(中断) 考核等次 为 中 的,对 本人 组织调整",
      right: "第二条 连续2年(中断) 考核等次 属于 中、差 的,对 本人 组织调整",
      within: GRADED,
    },
  },
  BF3201: {
    zh: "两处各要求几个人，没有说同一个人能不能两处都算，配备的总人数就有两种算法。",
    en: "Two places each require some people; unless it is said whether one person counts for both, the total has two readings.",
    example: {
      wrong: "第二条 应当 工作人员 不少于3人\n第三条 应当 专职工作人员 不少于1人",
      right: "第二条 应当 工作人员 + 专职工作人员 不少于4人",
      within:
        "办法 镇考核\n对象 镇,标识 编号\n  编号: 文字\n  工作人员: 0至99人\n  专职工作人员: 0至99人\n…\n",
    },
  },
  BF3202: {
    zh: "先升后降与先降后升，到顶、到底的时候结果不同；先限定后升，限定就白限了。这个语言按先升、后降、最后限定算，原文没有说的要确认。",
    en: "Raising before lowering differs from the reverse at the ends of the scale, and a limit followed by a raise limits nothing. This language raises, then reduces, then limits; where the text is silent that has to be confirmed.",
    example: {
      wrong: "第二条 走访达标 的,提高1个等次,最高 好\n第三条 造假 的,降低1个等次,最低 差",
      right: "通则: 从严\n第二条 走访达标 的,提高1个等次,最高 好\n第三条 造假 的,降低1个等次,最低 差",
      within: GRADED,
    },
  },
  BF3203: {
    zh: "加了分，按分评的等次可能已经变好；再提高一个等次，是在变好以后再提高，还是从原来的等次提高，差一等。",
    en: "The points may already have improved the grade; raising it again from there or from the grade before makes a difference of one grade.",
    example: {
      wrong: "第二条 走访达标 的,对 本人 考评加分(2分);提高1个等次,最高 好",
      right: "通则: 从严\n第二条 走访达标 的,对 本人 考评加分(2分);提高1个等次,最高 好",
      within: GRADED,
    },
  },
  BF3204: {
    zh: "一条不许任职，一条又可以安排职务，说的是同一种人。不写谁除外，两条都能引用。",
    en: "One clause bars from posts, another allows giving one, for the same people; unless one is excepted from the other, both can be cited.",
    example: {
      wrong: "第二条 被免职 的,对 本人 不得任职(自 评定日 起 1年)\n第三条 被免职 的,对 本人 可以 安排工作",
      right:
        "第二条 被免职 的,对 本人 不得任职(自 评定日 起 1年)\n第三条 被免职 且 表现好 的,对 本人 可以 安排工作",
      within: PLAIN,
    },
  },
  BF3205: {
    zh: "一票否决改的是等次，得分照旧。年终得分是各月平均的，某月被否决，那个月的高分照样进平均，到年终就看不见了。",
    en: "A veto changes the grade and leaves the score. Where the year's score is a mean of months, the score of a vetoed month still enters it and the veto leaves no trace.",
    example: {
      wrong: "第二条 造假 的,一票否决 评为 差",
      right: "第二条 造假 的,评为 差",
      within:
        "办法 队员考核\n对象 队员,标识 编号\n  编号: 文字\n  月报: 月考 每月一份\n  造假: 是否  来源 县里\n记录 月考\n  得分: 0至100分\n第一条\n  年终得分 = 平均(月报.得分, 缺报 剔除)\n  等次 考核等次 由高到低 好、差\n  依 年终得分 四舍五入到 0.01分 评定 考核等次:\n    60分以上 为 好\n    不满60分 为 差\n…\n",
    },
  },
  BF3206: {
    zh: "几个人签一个字，谁先谁后、缺一个行不行，流程走到哪里才算完，都不清楚。",
    en: "Several people sign one paper: who goes first, and whether it is done when one is away, stays unclear.",
    example: {
      wrong: "第二条\n  程序 上报:\n    1. 主任、书记 每年3月底前 签字",
      right: "第二条\n  程序 上报:\n    1. 主任、书记 每年3月底前 依次 签字",
      within: GRADED,
    },
  },
  BF3207: {
    zh: "授权制定细则，或者说以前的规定作废，都会碰到两个规定不一致；不说以哪个为准，下级就各取所需。",
    en: "Allowing detailed rules, or replacing earlier ones, brings two texts that differ; unless it is said which prevails everyone picks the one that suits.",
    example: {
      wrong: "第二条 宣示\n  注: 各乡镇可以制定细则。",
      right: "第二条 宣示\n  注: 各乡镇可以制定细则,不得与本办法抵触。",
      within: GRADED,
    },
  },
  BF3208: {
    zh: "已经是最低一等的再降一等，没有去处；已经是最高一等的再提高，也是一样。写明到哪一等为止。",
    en: "A subject at the last grade has nowhere to go when lowered once more; the same holds at the top. Say where the steps end.",
    example: {
      wrong: "第二条 造假 的,降低1个等次",
      right: "第二条 造假 的,降低1个等次,最低 差",
      within: GRADED,
    },
  },
  BF3209: {
    zh: "“绩效奖降低一个等次”，绩效奖有哪几个等次没有列，降到哪里算不出来。列成外部等次，才能记录降到哪一等。",
    en: "“Lower the bonus by one step” moves on a scale nobody listed. Listed as external grades, the step can be recorded.",
    example: {
      wrong: "措施 奖金: 奖金降低一个等次\n第二条 造假 的,对 本人 奖金降低一个等次",
      right: "外部等次 奖金 由高到低 甲档、乙档、丙档\n第二条 造假 的,对 本人,奖金 降低1个等次,最低 丙档",
      within: PLAIN,
    },
  },
  BF3210: {
    zh: "基础分合起来正好100分，再加减一项没有范围的，总分可以是-5分或者130分，而等次只写到0至100分。",
    en: "The parts make exactly 100; one more part without a range can bring the total to −5 or 130, which no band expects.",
    example: {
      wrong: "  加减分: 分,缺省 0分\n第一条 总分 = 得分 + 加减分",
      right: "  加减分: 0至5分,缺省 0分\n第一条 总分 = 得分 + 加减分",
      within: "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n…\n",
    },
  },
  BF3211: {
    zh: "“免职或者降职”没有说什么情形免、什么情形降，同样的事会有不同的结果。按情形分开，或者写明由谁定并记下来。",
    en: "“Removal or demotion” does not say when which; like cases will end differently. Split it by situations, or record who decides.",
    example: {
      wrong: "第二条 造假 的,对 本人 择一(免职、约谈)",
      right: "第二条 造假 的,对 本人 免职\n第三条 得分 低于60分 的,对 本人 约谈",
      within: PLAIN,
    },
  },
  BF3212: {
    zh: "“减轻或者免除”给了两个结果，没有给分界。",
    en: "“Reduced or waived” gives two outcomes and no line between them.",
    example: {
      wrong: "第二条 得分 低于60分 的,对 本人 约谈\n第三条 受灾 的,减轻 第二条\n第四条 受灾 的,免除 第二条",
      right: "第二条 得分 低于60分 的,对 本人 约谈\n第三条 受灾 的,减轻 第二条\n第四条 重灾 的,免除 第二条",
      within: PLAIN,
    },
  },
  BF3213: {
    zh: "省里通报和县里通报合在一起数，一次顶一次。多数规定的本意是省里的更重；不写，就只能一样算。",
    en: "A notice from the province and one from the county count alike when they are counted together; most texts mean the province's to weigh more.",
    example: {
      wrong: "第二条 计数(通报记录) 2次以上 的,对 本人 约谈",
      right: "第二条 计数(通报记录, 级别 为 省) 2次以上 的,对 本人 约谈",
      within: LEVELS,
    },
  },
  BF3214: {
    zh: "市级2次或者县级3次都行，市级1次加县级2次呢？不折算就哪一级也不到。",
    en: "Two from the city or three from the county will do; what of one and two? Without a conversion neither limit is reached.",
    example: {
      wrong:
        "市级次数 = 计数(通报记录, 级别 为 市)\n县级次数 = 计数(通报记录, 级别 为 县)\n第二条 市级次数 2次以上 或者 县级次数 3次以上 的,对 本人 约谈",
      right:
        "市级次数 = 计数(通报记录, 级别 为 市)\n县级次数 = 计数(通报记录, 级别 为 县)\n第二条 市级次数 + 县级次数 3次以上 的,对 本人 约谈",
      within: LEVELS,
    },
  },
  BF3215: {
    zh: "省里核验说达标，县里核验说不达标，填哪个？写一个来源，或者分成两项再写明以哪个为准。",
    en: "The province's check says yes, the county's says no: which is reported? Name one source, or make them two facts and say which prevails.",
    example: {
      wrong: "  不达标: 是否  来源 省核验、县核验\n第一条 不达标 的,对 本人 约谈",
      right: "  不达标: 是否  来源 省核验\n第一条 不达标 的,对 本人 约谈",
      within: "办法 村考核\n措施 惩处: 约谈\n对象 村,标识 编号\n  编号: 文字\n…\n",
    },
  },
  BF3216: {
    zh: "到了次数就扣，到两倍的次数扣不扣两倍？写了一次的，就可能有人按次数乘。",
    en: "A deduction when a count is reached: twice that when the count doubles? What is written once may be multiplied by somebody.",
    example: {
      wrong: "第二条 计数(通报记录) 1次以上 的,对 本人 考评扣分(2分)",
      right: "第二条 计数(通报记录) 1次以上 的,对 本人 考评扣分(计数(通报记录) ÷ 1次 × 2分)",
      within: LEVELS,
    },
  },
  BF3217: {
    zh: "同一面红旗既算进市级次数又算进县级次数，一件事就得了两次好处。几级都会发文的，先说同一件事只计一次。",
    en: "One flag that enters both the city's count and the county's pays twice. Where several levels issue notices, say that the same matter is taken once.",
    example: {
      wrong:
        "甲次数 = 计数(通报记录, 级别 属于 省、市)\n乙次数 = 计数(通报记录, 级别 属于 市、县)\n第二条 甲次数 2次以上 的,对 本人 约谈\n第三条 乙次数 3次以上 的,对 本人 免职",
      right:
        "甲次数 = 计数(通报记录, 级别 属于 省、市, 同一 事由 计一次)\n乙次数 = 计数(通报记录, 级别 属于 市、县, 同一 事由 计一次)\n第二条 甲次数 2次以上 的,对 本人 约谈\n第三条 乙次数 3次以上 的,对 本人 免职",
      within: LEVELS,
    },
  },
  BF3218: {
    zh: "同一件事在指标里扣了分，分低了等次就低；另一条又凭它直接限定等次。罚了两次，要不要，得说。",
    en: "A matter costs points, and fewer points mean a lower grade; another clause limits the grade for it directly. That is twice; say whether it is meant.",
    example: {
      wrong: "第二条 指标 诚信,满分10分,扣完为止:\n  1. 造假 的,扣5分\n第三条 造假 的,评为 差",
      right: "第二条 指标 诚信,满分10分,扣完为止:\n  1. 迟报 的,扣5分\n第三条 造假 的,评为 差",
      within: GRADED,
    },
  },
  BF3219: {
    zh: "本办法有一步是通报问题，又有一条看“被通报”。自己通报的算不算，会让每个有问题的都再受一次处理。",
    en: "One step of the measure notifies problems, and one clause looks at notices. If its own count, everybody with a problem is dealt with twice.",
    example: {
      wrong:
        "第二条\n  程序 通报:\n    1. 县 每年3月底前 通报 存在问题\n第三条 监管问题 为 通报督办 的,对 本人 约谈",
      right:
        "第二条\n  程序 反馈:\n    1. 县 每年3月底前 反馈 存在问题\n第三条 监管问题 为 通报督办 的,对 本人 约谈",
      within:
        "办法 村考核\n措施 惩处: 约谈\n对象 村,标识 编号\n  编号: 文字\n  监管问题: 等级 无 < 通报督办  来源 省里\n第一条【目的】宣示\n…\n",
    },
  },
  BF3240: {
    zh: "本办法给予通报批评，又按被通报的次数再作处理。自己的通报也计，结果就会滚下去。在记录的说明里写清含不含。",
    en: "The measure gives public criticism and acts on the number of notices. If its own count too, results breed results. Say in the description of the record whether they do.",
    example: {
      wrong:
        "  通报记录: 通报 多份  来源 县里\n第一条 得分 低于60分 的,对 本人 通报批评\n第二条 计数(通报记录) 2次以上 的,对 本人 召回",
      right:
        "  通报记录: 通报 多份  来源 县里 “不含本办法给予的通报”\n第一条 得分 低于60分 的,对 本人 通报批评\n第二条 计数(通报记录) 2次以上 的,对 本人 召回",
      within:
        "办法 村考核\n措施 惩处: 通报批评、召回\n记录 通报\n  日期: 日期\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n…\n",
    },
  },
  BF3241: {
    zh: "本办法要求召回，又把“未及时召回”当一项事实。本期要求的、本期没有召回，能不能算在本期，要说。",
    en: "The measure orders a recall and treats “not recalled in time” as a fact. Say whether an order of this period can count in this period.",
    example: {
      wrong:
        "  未及时召回: 是否  来源 县里\n第一条 得分 低于60分 的,对 本人 召回\n第二条 未及时召回 的,对 本人 通报批评",
      right:
        "  未及时召回: 是否  来源 县里 “上年要求召回的”\n第一条 得分 低于60分 的,对 本人 召回\n第二条 未及时召回 的,对 本人 通报批评",
      within:
        "办法 村考核\n措施 惩处: 通报批评、召回\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n…\n",
    },
  },
  BF3242: {
    zh: "“帮扶责任人”和“帮扶干部”、“考评扣分”和“考核扣分”，读的人要猜是不是一样。是一样的统一名称，不一样的写上说明。",
    en: "Two names that differ in a word make the reader guess. Use one name for one thing, and describe the difference where there is one.",
    example: {
      wrong: "  帮扶责任人: 人员\n  帮扶干部: 人员\n第一条 造假 的,对 帮扶责任人、帮扶干部 约谈",
      right:
        "  帮扶责任人: 人员  “帮扶单位确定的人”\n  帮扶干部: 人员  “结对到户的人”\n第一条 造假 的,对 帮扶责任人、帮扶干部 约谈",
      within: "办法 村考核\n措施 惩处: 约谈\n对象 村,标识 编号\n  编号: 文字\n  造假: 是否  来源 县里\n…\n",
    },
  },
  BF3243: {
    zh: "本办法评好、中、差，另一个考核评优秀、称职，一套限制另一套，要先说哪个对哪个。",
    en: "This measure grades 好, 中, 差 and another one 优秀, 称职; before one limits the other it must be said which grade corresponds to which.",
    example: {
      wrong:
        "外部等次 年度考核 由高到低 优秀、称职、不称职\n第二条 考核等次 为 差 的,对 本人,年度考核 不得评为 优秀",
      right: "外部等次 年度考核 由高到低 好、中、差\n第二条 考核等次 为 差 的,对 本人,年度考核 不得评为 好",
      within: GRADED,
    },
  },
  BF3244: {
    zh: "测评得出好、较好的票，等次却是优秀、称职，没有一条把票换成等次，测评就白测了。",
    en: "The vote yields marks and the scale has grades of other names; without a rule that turns one into the other the vote has no effect.",
    example: {
      wrong: "第一条 测评 评议:\n  1. 评委 村民代表\n  2. 档次 好 10分、差 0分",
      right:
        "第一条 测评 评议:\n  1. 评委 村民代表\n  2. 档次 好 10分、差 0分\n第二条 依 评议 评定 考核等次:\n  6分以上 为 优秀\n  不满6分 为 称职",
      within: "办法 双评\n对象 第一书记,标识 编号\n  编号: 文字\n等次 考核等次 由高到低 优秀、称职\n…\n",
    },
  },
  BF3245: {
    zh: "7个人的20%是1.4个人。取1个还是2个，差一倍；人少的地方差别最大。",
    en: "20% of seven people is 1.4. One or two is a factor of two, and it matters most where people are few.",
    example: {
      wrong: "第二条\n  抽查 复核 随机抽取 20% 的 村",
      right: "第二条\n  抽查 复核 随机抽取 20% 的 村,向上取整",
      within: GRADED,
    },
  },
  BF3246: {
    zh: "按权重合成、平均出来的分数有许多位小数，89.996分和90分差一档。这个语言按精确值比；原文打算取两位小数的，要写出来。",
    en: "Weighted and averaged scores have many decimals, and 89.996 misses the band of 90. This language compares exact values; if two decimals are meant, say so.",
    example: {
      wrong:
        "第一条\n  总分 = 甲 占40%、乙 占60%\n  等次 考核等次 由高到低 好、差\n  依 总分 评定 考核等次:\n    60分以上 为 好\n    不满60分 为 差",
      right:
        "第一条\n  总分 = 甲 占40%、乙 占60%\n  等次 考核等次 由高到低 好、差\n  依 总分 四舍五入到 0.01分 评定 考核等次:\n    60分以上 为 好\n    不满60分 为 差",
      within: "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n  甲: 0至100分\n  乙: 0至100分\n…\n",
    },
  },
  BF3247: {
    zh: "实际49.6%，取整填成50%，就过了“不满50%”这条线。写明填到几位小数。",
    en: "49.6% reported as 50% passes the limit “under 50%”. Say how many decimals are reported.",
    example: {
      wrong:
        "  进度: 百分比  来源 县里\n第一条\n  等次 考核等次 由高到低 好、差\n  依 得分 评定 考核等次:\n    60分以上 为 好\n    不满60分 为 差\n第二条 进度 不满50% 的,评为 差",
      right:
        "  进度: 百分比,精确到 0.01  来源 县里\n第一条\n  等次 考核等次 由高到低 好、差\n  依 得分 评定 考核等次:\n    60分以上 为 好\n    不满60分 为 差\n第二条 进度 不满50% 的,评为 差",
      within: "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n…\n",
    },
  },
  BF3248: {
    zh: "前面已经规定造假的评为差，后面又写一遍。以后改一处忘一处，就成了两个规定。",
    en: "The grade for cheating is fixed once and then again. When one place is amended and the other forgotten there are two rules.",
    example: {
      wrong: "第二条 造假 的,评为 差\n第三条 造假 的,评为 差",
      right: "第二条 造假 的,评为 差\n第三条 迟报 的,评为 差",
      within: GRADED,
    },
  },
};
