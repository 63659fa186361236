import type { style as messages } from "../catalogue/style.ts";
import type { Explanations } from "./explanation.ts";

export const style: Explanations<typeof messages> = {
  BF5101: {
    zh: "声明了的措施、等次、参数没有一条规定用到：可能漏写了条款，也可能是从别的办法抄来的。读的人会以为它有用。\n\n确实留给下级办法使用的，写“认可 BF5101 “理由””。",
    en: "A declared action, grade or parameter that no clause uses: a clause was forgotten, or the declaration was copied from elsewhere. Readers will assume it matters.\n\nIf it is meant for measures that build on this one, accept the finding with that reason.",
    example: {
      wrong: "对象 村,标识 编号\n  编号: 文字\n  造假: 是否 来源 纪委\n第一条 造假 的,约谈",
      right:
        "对象 村,标识 编号\n  编号: 文字\n  造假: 是否 来源 纪委\n第一条\n  造假 的,约谈\n  上年 造假 的,免职",
      within: "办法 村考核\n措施 惩处: 约谈、免职\n…\n",
    },
  },
  BF5102: {
    zh: "条款下面什么也没有，分不清是原文没有规则，还是还没有写。不计算的条款写“宣示”，每一条就都有交代。",
    en: "An empty provision may be one without rules or one not written yet. 宣示 (declaratory) says which, so that every article is accounted for.",
    example: { wrong: "第三条\n第四条 造假 的,约谈", right: "第三条【原则】宣示\n第四条 造假 的,约谈" },
  },
  BF5103: {
    zh: "“认可”记下为什么保留某个警告。条款改了，警告已经没有了，这条记录就会误导人；放错条款的，也不起作用。",
    en: "An acceptance records why a warning stays. Once the clause has changed and the warning is gone, the record misleads; in the wrong provision it does nothing.",
    example: {
      wrong: "第三条 造假 的,约谈\n  认可 BF3107 “从严掌握”",
      right: "第三条 造假 的,约谈",
    },
  },
  BF5104: {
    zh: "按照字段允许的范围，这个条件永远成立，或者永远不成立，写了等于没写。多半是数字写错了，或者字段的范围与条款不一致。",
    en: "Within the range of the field this condition always holds, or never, so it decides nothing. Mostly a figure is wrong, or the range and the clause disagree.",
    example: { wrong: "第三条 得分 达到 -5分 的,约谈", right: "第三条 得分 低于60分 的,约谈" },
  },
  BF5105: {
    zh: "后果里写了“对 第一书记 约谈”，数据里却没有第一书记是谁的一栏，结果只能写出职务，落实时还要再查。加上“第一书记: 人员”一栏，结果里就有姓名。",
    en: "A consequence falls on a role, but no field says who holds it. Results name the role and somebody has to look up the person. With a field “NAME: person” they name the person.",
    example: {
      wrong: "第三条 造假 的,对 第一书记 约谈",
      right: "第三条 造假 的,对 本人 约谈",
    },
  },
};
