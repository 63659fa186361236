import type { classes as messages } from "../catalogue/classes.ts";
import type { Explanations } from "./explanation.ts";

const HIGHLAND = `办法 村考核
对象 村,标识 编号
  编号: 文字
  海拔: 0至9000米
  基础分: 0至100分
  补助: 金额
第一条【目的】宣示
…
`;

const MAY_NOT_APPLY = `办法 村考核
对象 村,标识 编号
  编号: 文字
  平时: 0至100分
  测评: 0至100分,可不适用
  搬迁率: 百分比,可不适用
第一条【目的】宣示
…
`;

const RELOCATION =
  "第二条\n  指标 搬迁,满分40分,扣完为止:\n    1. 搬迁率 每 低于 100% 1个百分点 扣1分,按比例\n    2. 搬迁率 不适用 的,剔除后折算\n  指标 日常,满分60分 = 平时 × 60%\n";

export const classes: Explanations<typeof messages> = {
  BF3125: {
    zh: "分类规定时，每个对象都要属于其中一类。两类写成“超过4500米”和“低于4500米”，恰好4500米的村就没有规定。",
    en: "Where rules are set class by class, every subject belongs to one. With “above 4500 m” and “below 4500 m” a village at exactly 4500 m has no rule.",
    example: {
      wrong: "第二条\n  海拔 超过4500米 的对象: 得分 = 基础分 + 5分\n  海拔 低于4500米 的对象: 得分 = 基础分",
      right: "第二条\n  海拔 4500米以上 的对象: 得分 = 基础分 + 5分\n  海拔 不满4500米 的对象: 得分 = 基础分",
      within: HIGHLAND,
    },
  },
  BF3126: {
    zh: "“4500米以上”和“4500米以下”都包括4500米，恰好4500米的村有两个得分。",
    en: "“4500 m or more” and “4500 m or less” both include 4500 m, so a village there has two scores.",
    example: {
      wrong: "第二条\n  海拔 4500米以上 的对象: 得分 = 基础分 + 5分\n  海拔 4500米以下 的对象: 得分 = 基础分",
      right: "第二条\n  海拔 4500米以上 的对象: 得分 = 基础分 + 5分\n  海拔 不满4500米 的对象: 得分 = 基础分",
      within: HIGHLAND,
    },
  },
  BF3127: {
    zh: "各类的条件牵涉太多栏，所有组合多得检查不完，保证不了每个对象恰好属于一类。加一栏写明类别，由填报的人选，是最稳妥的写法。",
    en: "The conditions of the classes look at too many fields to try every combination, so nobody can promise that each subject is in exactly one. A field that names the class is the safest way.",
  },
  BF3128: {
    zh: "同一个名字，一类对象算出来是分数，另一类是金额，后面用到它的条文就没有办法读。",
    en: "If one name is points for one class and money for another, no clause that uses it can be read.",
    example: {
      wrong: "第二条\n  海拔 4500米以上 的对象: 结果 = 基础分\n  海拔 不满4500米 的对象: 结果 = 补助",
      right: "第二条\n  海拔 4500米以上 的对象: 结果 = 基础分 + 5分\n  海拔 不满4500米 的对象: 结果 = 基础分",
      within: HIGHLAND,
    },
  },
  BF3150: {
    zh: "没有搬迁任务的村，搬迁率不适用，既不是0%也不是没填。用到这一栏的地方都要说，不适用的时候给满分、给几分，还是不看这一项。",
    en: "A village with nobody to relocate has no relocation rate: neither 0% nor unreported. Wherever the field is used, say what holds then: full marks, some marks, or left out.",
    example: {
      wrong: "第二条 得分 = 平时 + 测评",
      right: "第二条 得分 = 若 测评 为 不适用 则 平时 否则 平时 + 测评",
      within: MAY_NOT_APPLY,
    },
  },
  BF3151: {
    zh: "只有声明了“可不适用”的一栏，填报时才能写不适用。没有声明，这句话永远用不上，多半是声明里漏了。",
    en: "Only a field declared as one that may be inapplicable can be reported so. Otherwise the sentence never applies; the declaration was probably forgotten.",
    example: {
      wrong: "第二条 得分 = 若 平时 为 不适用 则 5分 否则 平时",
      right: "第二条 得分 = 若 测评 为 不适用 则 5分 否则 测评",
      within: MAY_NOT_APPLY,
    },
  },
  BF3152: {
    zh: "剔除一项以后，其余各项要按比例放大，才和别人可比。只有总分是各项相加或者加权相加时，才知道放大多少；乘了系数、取了最高，就说不清了。",
    en: "Once an item is dropped, the others are scaled up so that scores stay comparable. By how much follows only from a plain or weighted sum, not from a multiple or a maximum.",
    example: {
      wrong: `${RELOCATION}第三条 总分 = 搬迁 × 2 + 日常`,
      right: `${RELOCATION}第三条 总分 = 搬迁 + 日常`,
      within: MAY_NOT_APPLY,
    },
  },
  BF3160: {
    zh: "填报的一栏是事实，办法不能给它加分扣分；加减的应当是算出来的得分。只有“不适用”的时候，可以说这一栏按多少计。",
    en: "A reported field is a fact; points are added to scores that are computed. Only where it does not apply may the measure say what it counts.",
    example: {
      wrong: "第二条 得分 = 平时 占40%、测评 占60%\n第三条 测评 不适用 的,测评 加5分",
      right: "第二条 得分 = 平时 占40%、测评 占60%\n第三条 测评 不适用 的,测评 计5分",
      within: MAY_NOT_APPLY,
    },
  },
  BF3260: {
    zh: "“情节严重”“成绩突出”各人有各人的尺度，同样的事这里算、那里不算。写明到什么程度，或者改用数字、等级；实在要由人判断的，记下由谁判断。\n\n检查只看名称里的程度用语和有没有说明；说明写得够不够清楚，要靠人看。",
    en: "How grave is grave, how outstanding is outstanding? The same conduct counts here and not there. State the degree, or report a number or levels; where judgement is meant, record whose.\n\nThe check looks at words of degree in the name and whether there is a description; whether that is clear enough needs a reader.",
    example: {
      wrong: "  成绩突出: 是否  来源 县里",
      right: "  成绩突出: 是否  来源 县里 “省级以上表彰一次以上”",
      within:
        "办法 村考核\n措施 奖励: 通报表扬\n对象 村,标识 编号\n  编号: 文字\n…\n第一条 成绩突出 的,通报表扬\n",
    },
  },
};
