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
  BF5106: {
    zh: "条款靠序号引用。同一层有两个“(二)”，“依第二条(二)免职”就不知道是哪一个；多半是插入一项以后忘了改后面的。",
    en: "Clauses are cited by their number. With two items (二) a decision under “第二条(二)” may rest on either; usually an item was inserted and the rest not renumbered.",
    example: {
      wrong: "第三条 有下列情形之一 的,约谈:\n  (一) 造假\n  (二) 事故 为 重大\n  (二) 走访次数 少于2次",
      right: "第三条 有下列情形之一 的,约谈:\n  (一) 造假\n  (二) 事故 为 重大\n  (三) 走访次数 少于2次",
    },
  },
  BF5107: {
    zh: "从(一)跳到(三)，可能是抄漏了一项，也可能是删去一项以后没有重新编号。读的人会去找那一项。",
    en: "From (一) to (三): an item may have been missed in copying, or deleted without renumbering. Readers will look for it.",
    example: {
      wrong: "第三条 有下列情形之一 的,约谈:\n  (一) 造假\n  (三) 事故 为 重大",
      right: "第三条 有下列情形之一 的,约谈:\n  (一) 造假\n  (二) 事故 为 重大",
    },
  },
  BF5108: {
    zh: "“1.”和“2、”混着写，或者“第一条”后面是“二、”，看起来像是两层。拼接几份文件时常会这样。",
    en: "“1.” followed by “2、”, or 第一条 followed by 二、, looks like two levels. It happens when texts are put together.",
    example: {
      wrong: "第三条 有下列情形之一 的,约谈:\n  1. 造假\n  2、 事故 为 重大",
      right: "第三条 有下列情形之一 的,约谈:\n  1. 造假\n  2. 事故 为 重大",
    },
  },
  BF5109: {
    zh: "不满50分的也不满60分，两条后果相同，窄的一条就是多余的。常见的原因是后果忘了加重，或者把“高于”写成了“低于”。",
    en: "Below 50 is also below 60; if both clauses bring the same, the narrow one is idle. Often its effect was meant to be heavier, or the comparison is the wrong way round.",
    example: {
      wrong: "第三条 得分 低于60分 的,约谈\n第四条 得分 低于50分 的,约谈",
      right: "第三条 得分 低于60分 的,约谈\n第四条 得分 低于50分 的,免职",
    },
  },
  BF5110: {
    zh: "一组扣分是2分、3分、5分，其中一个是30分，多半是多打了一个零。只看同一组里相近的数字，四个以上才比。",
    en: "In a list of 2, 3 and 5 points, 30 probably has a zero too many. Only like figures of one list are compared, four or more.",
    example: {
      wrong:
        "第三条 指标 走访,满分100分,扣完为止:\n  1. 造假 的,扣3分\n  2. 事故 为 一般 的,扣2分\n  3. 事故 为 重大 的,扣50分\n  4. 走访次数 少于2次 的,扣3分",
      right:
        "第三条 指标 走访,满分100分,扣完为止:\n  1. 造假 的,扣3分\n  2. 事故 为 一般 的,扣2分\n  3. 事故 为 重大 的,扣5分\n  4. 走访次数 少于2次 的,扣3分",
    },
  },
  BF5111: {
    zh: "填报要花人力。一栏数字报了上来，没有一条规定用到，不是漏写了条款，就是不必填。文字和日期可以只供人看，不提醒。",
    en: "Reporting takes work. A figure that no clause uses points to a forgotten clause or need not be asked for. Texts and dates may be there to be read and are left alone.",
    example: {
      wrong: "对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n  户数: 次数",
      right: "对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分",
      within: "办法 村考核\n…\n第一条 总分 = 得分\n",
    },
  },
  BF5112: {
    zh: "一条的几个条件互相排斥，或者与它所在的一类对象排斥，就没有人够得上，写了等于没写。多半是“以上”“以下”写反，或者“或”写成了“且”。",
    en: "Where the conditions of a clause exclude one another, or the class it stands in, nobody meets it. Mostly “above” and “below” are the wrong way round, or “and” stands for “or”.",
    example: {
      wrong: "第三条 得分 低于60分 且 得分 90分以上 的,约谈",
      right: "第三条 得分 低于60分 或 得分 90分以上 的,约谈",
    },
  },
};
