import type { openSlots as messages } from "../catalogue/open-slots.ts";
import type { Explanations } from "./explanation.ts";

const VILLAGES = "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n";
const MONTHLY = `办法 队员考核
对象 队员,标识 编号
  编号: 文字
  月报: 驻村 每月一份  来源 乡镇
…
记录 驻村
  天数: 0至31天
`;

export const openSlots: Explanations<typeof messages> = {
  BF3228: {
    zh: "“相应”“适当”“按规定的权重”没有给出数字，几个人算出几个结果。没有数的地方用参数写出来，用到它的结果就一直写着待定。\n\n原文授权某个机关定的，写上“来源”，这就不算没有说。",
    en: "“Corresponding”, “appropriate” and “by the prescribed weights” give no figure, so different people arrive at different results. An open value keeps the place of the figure, and every result that needs it stays open.\n\nWhere the text empowers an office to set it, name the office as its source.",
    example: {
      wrong: "参数 加分: 分\n第三条 总分 = 得分 + 加分",
      right: "参数 加分: 分,来源 县里\n第三条 总分 = 得分 + 加分",
      within: `${VILLAGES}  得分: 0至100分\n  造假: 是否\n…\n`,
    },
  },
  BF3161: {
    zh: "措施声明时说了要带数额或者期限（例如扣多少分、几年不得提拔），用的时候没有写，就不知道扣多少、管多久。\n\n原文确实没有写的，声明一个参数放进去，结果里写待定。",
    en: "The action was declared with an amount or a length (points deducted, years of a ban); without it nobody knows how much or how long.\n\nWhere the text really gives none, declare an open value and use it; the result then says that it is open.",
    example: {
      wrong: "措施 处理: 扣分(分数)\n第三条 造假 的,对 本村 扣分",
      right: "参数 扣分数: 分\n措施 处理: 扣分(分数)\n第三条 造假 的,对 本村 扣分(扣分数)",
      within: `${VILLAGES}  造假: 是否\n…\n`,
    },
  },
  BF3162: {
    zh: "同一个完成率，按户数、按栋数、按投资额统计，结果都不一样；截止到哪天也会改变结果。不写由谁统计，争议时就没有依据。",
    en: "One completion rate counted by households, by houses or by money gives three results, and the cut-off day changes each. Without a named office there is nothing to go back to in a dispute.",
    example: {
      wrong: "  完成率: 百分比\n第一条 完成率 不满50% 的,不予评定",
      right: "  完成率: 百分比  来源 住建局 “按户数,截至年底”\n第一条 完成率 不满50% 的,不予评定",
      within: `${VILLAGES}…\n第二条\n  等次 等次 由高到低 好、差\n  得分 = 1分\n  依 得分 评定 等次:\n    1分以上 为 好\n    其余 为 差\n`,
    },
  },
  BF3166: {
    zh: "两个单位各打各的分，一个给80、一个给60，没有权重就不知道得几分。测评有几组人的，也要写各组占多少。",
    en: "One office gives 80 and another 60: without weights nobody knows the score. A vote of several groups needs their weights too.",
    example: {
      wrong: "  得分: 0至100分  来源 镇、县",
      right: "  镇评分: 0至100分  来源 镇\n  县评分: 0至100分  来源 县",
      within: `${VILLAGES}…\n第一条 宣示\n`,
    },
  },
  BF3167: {
    zh: "县里自评、市里初评、省里核验都打分，以哪一次为准要写出来。自评90分而核验70分的，结果差一个等次。",
    en: "Self-assessment, first review and verification each give a score. With 90 from the first and 70 from the last, the grade depends on which one counts.",
    example: {
      wrong: "第三条\n  程序 考核:\n    1. 县 每年1月底前 自评 各村\n    2. 市 每年2月底前 初评 各村",
      right: "第三条\n  程序 考核:\n    1. 县 每年1月底前 提交 材料 给 市\n    2. 市 每年2月底前 评定 各村",
    },
  },
  BF3181: {
    zh: "得分由几项相加，缺一项的按0分还是不予评定，要写出来。没有写的，缺了就一直待定。",
    en: "A score is added up from parts; one that is missing may count 0 or leave no result. Unsaid, the result stays open.",
    example: {
      wrong: "  平时分: 0至30分  来源 县里\n  年终分: 0至70分  来源 县里",
      right: "  平时分: 0至30分,缺省 0分  来源 县里\n  年终分: 0至70分,缺省 0分  来源 县里",
      within: `${VILLAGES}…\n第一条 总分 = 平时分 + 年终分\n`,
    },
  },
  BF3182: {
    zh: "要求每月报自查报告，不报的没有说怎么办；名单由县里报的，县里不报就没有考核对象。",
    en: "A report is due every month, and nothing says what holds without it; or the list of those assessed is handed in, and without it there is nobody to assess.",
    example: {
      wrong: "第三条\n  程序 自查:\n    1. 村 每月 提交 自查报告 给 镇里",
      right: "第三条\n  程序 检查:\n    1. 镇里 每月 检查 村",
    },
  },
  BF3183: {
    zh: "列为考核对象而没有指标、等次、要求和后果的，等于没有考核。",
    en: "Declared as assessed, without an indicator, a grade, a duty or a consequence: nothing is assessed.",
    example: {
      wrong: "第一条 村: 应当 达标",
      right: "第一条 村、站所: 应当 达标",
      within:
        "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n  达标: 是否  来源 县里\n对象 站所,标识 代码\n  代码: 文字\n  达标: 是否  来源 县里\n…\n",
    },
  },
  BF3235: {
    zh: "几类对象分别写了规定，剩下一类一条也没有提到：是按其中某一类办，还是不适用，各人会有各人的理解。",
    en: "Several sorts have rules of their own and one is named by none: it could be treated as one of them, or not at all.",
    example: {
      wrong: "第二条 类别 属于 社区 且 造假 的,对 本村 通报",
      right: "第二条 类别 属于 社区、农场 且 造假 的,对 本村 通报",
      within:
        "办法 村考核\n措施 惩处: 约谈、通报\n对象 村,标识 编号\n  编号: 文字\n  类别: 选项 行政村、社区、农场\n  造假: 是否  来源 县里\n第一条 类别 为 行政村 且 造假 的,对 本村 约谈\n…\n",
    },
  },
  BF3236: {
    zh: "程序里写到哪一类，哪一类才有路可走；漏写的一类没有人送达、没有人决定。",
    en: "A procedure that names its addressees leaves those it does not name without one.",
    example: {
      wrong: "    1. 县里 3月底前 通报 结果 给 行政村、社区",
      right: "    1. 县里 3月底前 通报 结果 给 行政村、社区、农场",
      within:
        "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n  类别: 选项 行政村、社区、农场\n第一条\n  程序 公布:\n…\n",
    },
  },
  BF3184: {
    zh: "一名领导包两个点、一个点年中换了领导，后果算到谁身上、按哪个点计分，都要写明。",
    en: "One leader in charge of two places, or a new leader in mid-year: whose result is it, and who bears the consequence?",
    example: {
      wrong: "  负责人: 人员",
      right: "  负责人: 人员  “年末在任的”",
      within: `办法 村考核\n措施 惩处: 约谈\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n…\n第一条 得分 低于60分 的,对 负责人 约谈\n`,
    },
  },
  BF3185: {
    zh: "只写“应当”而不写做不到怎么办，核对出来的问题没有去处。有意只作要求的，用“认可”记下。",
    en: "A duty without a sanction is checked for nothing. Where that is meant, record it with an acceptance.",
    example: {
      wrong: "第一条 应当 建立台账\n第二条 造假 的,对 本村 约谈",
      right: "第一条 应当 建立台账\n第二条 造假 或者 非 建立台账 的,对 本村 约谈",
      within: `办法 村考核\n措施 惩处: 约谈\n对象 村,标识 编号\n  编号: 文字\n  造假: 是否\n  建立台账: 是否\n…\n`,
    },
  },
  BF3186: {
    zh: "登记的台账、提出的意见，如果没有一条规定用到，登记与否对结果没有影响。",
    en: "A ledger that is kept or an opinion that is given changes nothing when no clause goes by it.",
    example: {
      wrong: "第三条\n  程序 督查:\n    1. 县里 每月 登记 督查台账",
      right: "第三条\n  程序 督查:\n    1. 县里 每月 登记 督查台账\n    2. 县里 每年1月底前 审核 督查台账",
    },
  },
  BF3187: {
    zh: "只有最好或者最差的等次有后果，中间几等都一样，分出来就没有用处；有时是漏写了。",
    en: "When only the best or the worst grade has a consequence, the ones between are distinguished for nothing; sometimes a clause was forgotten.",
    example: {
      wrong: "第二条 等次 为 差 的,对 本村 约谈",
      right: "第二条 等次 为 差 的,对 本村 免职\n第三条 等次 为 较差 的,对 本村 约谈",
      within: `办法 村考核\n措施 惩处: 约谈、免职\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n第一条\n  等次 等次 由高到低 好、中、较差、差\n  依 得分 评定 等次:\n    90分以上 为 好\n    75分以上不满90分 为 中\n    60分以上不满75分 为 较差\n    不满60分 为 差\n…\n`,
    },
  },
  BF3188: {
    zh: "三类对象放在一起抽20%，某一类可能一个也抽不到；分类抽就各抽20%。",
    en: "Drawing 20% of three kinds together may leave one kind without anybody; drawing each by itself does not.",
    example: {
      wrong: "第三条 抽查 复核 随机抽取 20% 的 村,向上取整",
      right: "第三条 抽查 复核 随机抽取 20% 的 村,按 类别 分组,向上取整",
    },
  },
  BF3189: {
    zh: "“每月不少于20天”，请假的月份、没有报的月份怎么算要写明，否则一个月缺报就一直待定。",
    en: "“At least 20 days a month”: a month on leave or without a report has to be provided for, or one gap leaves the duty open.",
    example: {
      wrong: "第一条 应当 计数(月报, 天数 少于20天) 为 0次",
      right: "第一条 应当 最低(月报.天数, 缺报 剔除) 不少于20天",
      within: `${MONTHLY.replace("…\n", "")}…\n`,
    },
  },
  BF3220: {
    zh: "“抽查核实”没有说抽多少，抽一份也是抽查，结果的可信程度差很远。",
    en: "“Spot-checked” is true of one report as of half of them; how far the result can be relied on differs.",
    example: {
      wrong: "第三条\n  程序 审核:\n    1. 县里 每年1月底前 抽查 报告",
      right: "第三条\n  程序 审核:\n    1. 县里 每年1月底前 随机抽取 20% 的 村,按 类别 分组,向上取整",
    },
  },
  BF3221: {
    zh: "满意度问的是全体村民还是抽30户，问贫困户还是都问，数字会差很多。",
    en: "All villagers or thirty households, the poor or everybody: the satisfaction rate differs with who is asked.",
    example: {
      wrong: "  群众满意度: 百分比  来源 统计局",
      right: "  群众满意度: 百分比  来源 统计局 “每村随机抽30户”",
      within: `${VILLAGES}…\n第一条 宣示\n`,
    },
  },
  BF3222: {
    zh: "追究了造成失真的人，失真的等次还在；是否重新评定、谁来更正要写明。",
    en: "Whoever distorted the result is held to account, and the distorted grade stands. Say who corrects it.",
    example: {
      wrong: "第三条 造成结果失真 的,对 本人 约谈",
      right: "第三条 不负责任 的,对 本人 约谈",
      within: `办法 考核纪律\n措施 惩处: 约谈\n对象 工作人员,标识 编号\n  编号: 文字\n  造成结果失真: 是否\n  不负责任: 是否\n…\n`,
    },
  },
  BF3223: {
    zh: "抽出10%复核，发现与原结果不同的怎么改，没有抽到的90%怎么算，都要说。",
    en: "Ten per cent are drawn and checked again. What does a difference change, and how do the other ninety stand?",
    example: {
      wrong: "第三条 抽查 复核 随机抽取 10% 的 村,按 类别 分组,向上取整",
      right: "第三条\n  程序 复核:\n    1. 县里 每年1月底前 随机抽取 10% 的 村,按 类别 分组,向上取整",
    },
  },
  BF3224: {
    zh: "列出了几种情形，却没有一条说符合的怎么办，多半是漏写了后果。",
    en: "Circumstances are listed and no clause says what follows; most likely the consequence was forgotten.",
    example: {
      wrong: "第三条 问题村 = 造假 或者 事故 为 重大",
      right: "第三条 问题村 = 造假 或者 事故 为 重大\n第四条 问题村 的,对 本村 约谈",
    },
  },
  BF3225: {
    zh: "几个人都要签字，其中一个岗位空缺，结果就报不上去；意见不一致时谁说了算也要写明。",
    en: "Several have to sign. With one post vacant nothing goes forward, and nothing says who decides when they differ.",
    example: {
      wrong: "第三条\n  程序 上报:\n    1. 主任、书记 每年1月底前 签字 汇总表",
      right: "第三条\n  程序 上报:\n    1. 主任 每年1月底前 签字 汇总表\n    2. 书记 每年1月底前 签字 汇总表",
    },
  },
  BF3226: {
    zh: "发出100张票收回60张，其中10张弃权，按几张算要写明。",
    en: "A hundred ballots, sixty returned, ten of them blank: of how many is the share taken?",
    example: {
      wrong: "第三条\n  测评 民意:\n    1. 评委 村民 占100%\n    2. 档次 好 100分、差 0分",
      right:
        "第三条\n  测评 民意:\n    1. 评委 村民 占100%\n    2. 档次 好 100分、差 0分\n    3. 有效票 不少于 80%",
    },
  },
  BF3229: {
    zh: "只列指标的名称而不写分值，各项孰轻孰重就由打分的人定，总分也没有上限。",
    en: "An indicator without points leaves its weight to whoever scores it, and the total without a limit.",
    example: { wrong: "第三条 指标 组织保障", right: "第三条 指标 组织保障,满分10分" },
  },
  BF3230: {
    zh: "条文里“以上”“以内”按民法典包括本数，但各地办法有的写“(含)”有的不写，读的人不敢肯定。文字说明里的不参加计算，写清楚能免去争议。",
    en: "By the Civil Code such words include the number, but measures that write “(included)” in one place and not in another make readers doubt. A description is not computed; saying it there spares the dispute.",
    example: {
      wrong: "  符合职级: 是否  来源 组织部 “副科级以上”",
      right: "  符合职级: 是否  来源 组织部 “副科级以上(含副科级)”",
      within: `${VILLAGES}…\n第一条 宣示\n`,
    },
  },
  BF3231: {
    zh: "“等”“其他”“有关部门”没有列完，还有哪些算在内，由填报的人自己定。",
    en: "“And others” and “departments concerned” leave it to whoever fills in the form what else is on the list.",
    example: {
      wrong: "  类型: 选项 红榜、黑榜、其他",
      right: "  类型: 选项 红榜、黑榜",
      within: `${VILLAGES}…\n第一条 宣示\n`,
    },
  },
  BF3232: {
    zh: "“按有关规定”“见附件”指向别的文件；那份文件不在手边，或者以后改了，这里的结果就说不清。",
    en: "“By the rules in force” or an attachment points elsewhere; when that text is not at hand or changes, the result here cannot be told.",
    example: {
      wrong: "  超过标准: 是否  来源 住建局 “按规定”",
      right: "  超过标准: 是否  来源 住建局 “人均超过25平方米”",
      within: `${VILLAGES}…\n第一条 宣示\n`,
    },
  },
  BF3233: {
    zh: "“可以”“优先”没有写给的条件，给不给由决定的人掌握，两个一样的人可以有两种结果。",
    en: "“May” and “with preference” have no test; two equal people can get two results.",
    example: {
      wrong: "第三条 考核等次 为 差 的,对 本村 可以 免职",
      right: "第三条 考核等次 为 差 的,对 本村 免职",
    },
  },
  BF3234: {
    zh: "“有关部门的检查得分”不知道是哪些部门、哪几次检查；多算一个部门，平均数就变了。",
    en: "“Scores of the departments concerned” names neither the departments nor their checks; one more of them changes the mean.",
    example: {
      wrong: "  稽查得分: 0至100分  来源 省有关部门",
      right: "  稽查得分: 0至100分  来源 省审计厅",
      within: `${VILLAGES}…\n第一条 宣示\n`,
    },
  },
};
