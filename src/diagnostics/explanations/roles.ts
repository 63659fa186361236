import type { roles as messages } from "../catalogue/roles.ts";
import type { Explanations } from "./explanation.ts";

const VILLAGES = "办法 村考核\n施行 2024年1月1日\n措施 惩处: 约谈、免职\n对象 村,标识 编号\n  编号: 文字\n";

export const roles: Explanations<typeof messages> = {
  BF3237: {
    zh: "说明、注和认可的理由里常写“见第七条”。条款合并、改号以后，这些字不会跟着改，读的人就翻到了别的条，或者翻不到。",
    en: "Notes, descriptions and reasons say “see 第七条”. When clauses are merged or renumbered nobody mends them, and the reader looks up another clause or none.",
    example: {
      wrong: "第三条 造假 的,约谈\n  注: 程序见第九条。",
      right: "第三条 造假 的,约谈\n  注: 程序见第二条。",
    },
  },
  BF3238: {
    zh: "“上报建设进度”没有写报给哪一级。报的人各报各的，汇总的机关收不齐，也没法说谁没有报。",
    en: "“Reports the progress”, and to whom? Everybody reports somewhere, whoever compiles has not got it all, and nobody is to blame.",
    example: {
      wrong: "第三条\n  程序 进度:\n    1. 镇里 每月5日前 上报 建设进度",
      right: "第三条\n  程序 进度:\n    1. 镇里 每月5日前 上报 建设进度 给 县里",
    },
  },
  BF3283: {
    zh: "一处写“由县领导约谈”，一处只写“约谈”：是县领导都要谈，还是这里由镇里谈？办的人会照自己的理解办。",
    en: "“The county's leaders hold the talk” in one clause and only “a talk” in another: is it theirs here too, or the township's?",
    example: {
      wrong: "第三条 造假 的,由 县领导 对 本人 约谈\n第四条 走访次数 少于2次 的,对 本人 约谈",
      right: "第三条 造假 的,由 县领导 对 本人 约谈\n第四条 走访次数 少于2次 的,由 镇领导 对 本人 约谈",
    },
  },
  BF3284: {
    zh: "约谈写了由谁，免职没有写由谁。有的机关会以为自己能定，有的会等别人定。",
    en: "The talk has an office that holds it and the removal has none. One office may think it is entitled, another may wait.",
    example: {
      wrong: "第三条 走访次数 少于2次 的,由 镇领导 对 本人 约谈\n第四条 造假 的,对 本人 免职",
      right: "第三条 走访次数 少于2次 的,由 镇领导 对 本人 约谈\n第四条 造假 的,由 县委 对 本人 免职",
    },
  },
  BF3285: {
    zh: "“相关责任人”是经办的、签字的，还是分管的？追究起来，每个人都可以说不是自己。",
    en: "“The persons responsible”: who did it, who signed, or who was in charge? When it comes to it, everybody can say it is somebody else.",
    example: {
      wrong: "  相关责任人: 人员",
      right: "  相关责任人: 人员  “造假的经办人和签字人”",
      within: `${VILLAGES}  造假: 是否  来源 县里\n…\n第一条 造假 的,对 相关责任人 约谈\n`,
    },
  },
  BF3286: {
    zh: "一个乡镇有书记也有镇长，“主要领导”是一人还是两人都约谈？只填得下一个名字，另一人就漏了。",
    en: "A township has a secretary and a mayor: is one “main leader” talked to, or both? With room for one name the other is left out.",
    example: {
      wrong: "  主要领导: 人员",
      right: "  主要领导: 人员  “书记和镇长,同任此职的每一人”",
      within: `${VILLAGES}  造假: 是否  来源 县里\n…\n第一条 造假 的,对 主要领导 约谈\n`,
    },
  },
  BF3287: {
    zh: "“县委、县政府审议方案”：开一次会，还是各开各的？一家通过、一家没有通过，方案算不算审议过，没有答案。",
    en: "“The party committee and the government consider the plan”: in one meeting or two? When one passes it and the other does not, nobody can say whether it passed.",
    example: {
      wrong: "第三条\n  程序 方案:\n    1. 县委、县政府 每年1月底前 审议 方案",
      right: "第三条\n  程序 方案:\n    1. 县委、县政府 每年1月底前 共同审议 方案",
    },
  },
  BF3288: {
    zh: "“由县委、县纪委约谈”：两家一起谈，还是有一家谈过就行？只谈了一次的，算不算落实，各有各的说法。",
    en: "“A talk by the party committee and the discipline commission”: both at once, or is one enough? After one talk opinions differ on whether it was done.",
    example: {
      wrong: "第三条 造假 的,由 县委、县纪委 对 本人 约谈",
      right: "第三条 造假 的,由 「县委会同县纪委」 对 本人 约谈",
    },
  },
  BF3289: {
    zh: "工作队和队员都考核。一名队员挪用了经费，工作队算不算挪用？算，全队不称职；不算，只处理他一人。",
    en: "Team and members are both assessed. When one member diverts money, has the team? If so the whole team fails; if not, he alone does.",
    example: {
      wrong: "  挪用经费: 是否  来源 审计局",
      right: "  挪用经费: 是否  来源 审计局  “队员个人的也算”",
      within: `办法 驻村考核\n施行 2024年1月1日\n措施 惩处: 约谈\n对象 队员,标识 编号\n  编号: 文字\n  所在队: 对象 工作队  “年末的”\n对象 工作队,标识 队号\n  队号: 文字\n…\n第一条 工作队: 挪用经费 的,约谈\n第二条 队员: 所在队.挪用经费 的,约谈\n`,
    },
  },
};
