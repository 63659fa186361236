import type { grades as messages } from "../catalogue/grades.ts";
import type { Explanations } from "./explanation.ts";

export const grades: Explanations<typeof messages> = {
  BF3249: {
    zh: "等次列了四等，规定只评得出三等：漏了一档，或者那一等由别的机关评定，都要说明。升降等次可以落到任何一等，有升降的不提醒。",
    en: "Four grades are listed and the clauses end in three of them: a row was forgotten, or another office gives the fourth. A rise or fall by steps can end in any grade, so a scale with one is not reported.",
    example: {
      wrong: "    90分以上 为 优秀\n    60分以上不满90分 为 基本称职\n    不满60分 为 不称职",
      right:
        "    90分以上 为 优秀\n    70分以上不满90分 为 称职\n    60分以上不满70分 为 基本称职\n    不满60分 为 不称职",
      within:
        "办法 村考核\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n第一条\n  等次 考核等次 由高到低 优秀、称职、基本称职、不称职\n  依 得分 评定 考核等次:\n…\n",
    },
  },
};
