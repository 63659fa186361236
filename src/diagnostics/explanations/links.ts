import type { links as messages } from "../catalogue/links.ts";
import type { Explanations } from "./explanation.ts";

const LINKED = `办法 驻村考核
对象 单位,标识 编号
  编号: 文字
对象 干部,标识 工号
  工号: 文字
  所在单位: 对象 单位,反称 所属人员
  个人分: 0至100分
…
`;

const POSTS = `办法 驻村考核
措施 惩处: 约谈
记录 通报
  日期: 日期
对象 村,标识 村名
  村名: 文字
  得分: 0至100分
  第一书记: 人员,有任职起止
  包点人: 人员
  通报: 通报 多份
…
`;

export const links: Explanations<typeof messages> = {
  BF2060: {
    zh: "“所在单位: 对象 单位,反称 所属人员”说的是：从干部看单位叫所在单位，从单位看干部叫所属人员。一栏文字或者数不指向另一个对象，也就没有反方向。",
    en: "“所在单位: 对象 单位,反称 所属人员” gives a link two names, one for each direction. A text or a number points at nobody, so it has no other direction.",
    example: {
      wrong: "  工号: 文字,反称 所属人员",
      right: "  工号: 文字\n  所在单位: 对象 单位,反称 所属人员",
      within: "办法 驻村考核\n对象 单位,标识 编号\n  编号: 文字\n对象 干部,标识 工号\n…\n",
    },
  },
  BF2061: {
    zh: "一个单位有许多所属人员，每人一个分数。直接乘以2，不知道说的是谁；要先说明取平均、合计还是计数。",
    en: "An organisation has many people, each with a score. Whose score is meant? Say mean, total or count.",
    example: {
      wrong: "第一条 单位: 单位分 = 所属人员.个人分 × 2",
      right: "第一条 单位: 单位分 = 平均(所属人员.个人分) × 2",
      within: LINKED,
    },
  },
  BF2062: {
    zh: "一个对象可以联系另一类对象中的一个，也可以联系多个；按月填报、写在记录里的只能是一个。换人换点要按时间区分的，用记录写明起止日期。",
    en: "A subject links to one subject of another kind or to several; in a record, or month by month, to one only. Changes over time are records with their dates.",
    example: {
      wrong: "  包点村: 对象 单位 每月一份",
      right: "  包点村: 对象 单位 多个",
      within:
        "办法 驻村考核\n对象 单位,标识 编号\n  编号: 文字\n对象 干部,标识 工号\n  工号: 文字\n…\n第一条【目的】宣示\n",
    },
  },
  BF2063: {
    zh: "一个单位的后果要落在每个所属人员身上，各人的结果里就要有自己的依据。所以写成对这些人的规定，条件是从他们那里看单位。",
    en: "What falls on each member of a unit must show in the result of each. So it is a rule for the members, which looks at the unit through their link.",
    example: {
      wrong: "措施 惩处: 约谈\n第一条 单位: 计数(所属人员) 超过 3人 的,对 所属人员 约谈",
      right:
        "措施 惩处: 约谈\n第一条 单位: 人数 = 计数(所属人员)\n第二条 干部: 所在单位.人数 超过 3人 的,对 本人 约谈",
      within: LINKED,
    },
  },
  BF2064: {
    zh: "“对 反对者 免除”要知道反对者是谁。没有一栏填报，就不知道该免除哪一个人，只好谁也不免或者全都免。",
    en: "To exempt “those who objected” one must know who they are. Without a field that names them either nobody or everybody would be exempted.",
    example: {
      wrong: "第二条 造假 的,对 反对者 免除 第一条",
      right: "第二条 造假 的,对 班子 免除 第一条",
      within:
        "办法 驻村考核\n措施 惩处: 约谈\n对象 村,标识 村名\n  村名: 文字\n  造假: 是否,来源 纪委\n  班子: 人员\n第一条 造假 的,对 班子 约谈\n…\n",
    },
  },
  BF2065: {
    zh: "任职起止说的是一个职务先后由谁担任，只有对象的人员、单位一栏才有；分数、文字没有任职的人。",
    en: "Dates of office say who held a post and when; only a person or organisation of a subject has them, not a score or a text.",
    example: {
      wrong: "  得分: 0至100分,有任职起止",
      right: "  第一书记: 人员,有任职起止",
      within: "办法 驻村考核\n对象 村,标识 村名\n  村名: 文字\n…\n第一条【目的】宣示\n",
    },
  },
  BF2066: {
    zh: "年中换了人，前任和后任谁来承担，规定不说就定不了。要写明是事发时的、期末的，还是任一时任过职的人。",
    en: "When the holder changed during the year, either the former or the present one may be meant. Say who: at the event, at period end, or at any time.",
    example: {
      wrong: "第一条 得分 低于60分 的,对 第一书记 约谈",
      right: "第一条 得分 低于60分 的,对 期末 第一书记 约谈",
      within: POSTS,
    },
  },
  BF2067: {
    zh: "“事发时”要有一个日期。这一条所数的记录只有一种、又只有一个日期时，就看那个日期；否则要写明看哪一个。",
    en: "The time of the event needs a date. Where the clause counts one list of records with one date, that is the date; otherwise name it.",
    example: {
      wrong: "第一条 得分 低于60分 的,对 事发时 第一书记 约谈",
      right: "第一条 计数(通报) 达到 1次 的,对 事发时 第一书记 约谈",
      within: POSTS,
    },
  },
  BF2068: {
    zh: "这一栏没有任职起止，数据里只有一份名单，分不出哪个时候是谁。",
    en: "The field has no dates of office: the data hold one list of names and cannot tell who it was at which time.",
    example: {
      wrong: "第一条 得分 低于60分 的,对 期末 包点人 约谈",
      right: "第一条 得分 低于60分 的,对 包点人 约谈",
      within: POSTS,
    },
  },
  BF2069: {
    zh: "同一个职务先后有几个人。追究责任的一条说清了是哪个时候的；免除那一条，就不再追究。",
    en: "Several people hold a post one after the other. The clause that holds somebody responsible says of which time; exempt from that clause.",
    example: {
      wrong:
        "第一条 得分 低于60分 的,对 期末 第一书记 约谈\n第二条 得分 为 0分 的,对 期末 第一书记 免除 第一条",
      right: "第一条 得分 低于60分 的,对 期末 第一书记 约谈\n第二条 得分 为 0分 的,免除 第一条",
      within: POSTS,
    },
  },
};
