import { family } from "../message.ts";

/** BF5xxx: the meaning is clear, the writing could mislead. */
export const style = family({
  BF5101: {
    severity: "warning",
    ambiguity: "ORPHAN",
    zh: {
      title: "声明了却没有用到",
      message: "这些{what}没有一条规定用到：{names}。",
      help: "写上用到它们的条款，或者删去声明。",
    },
    en: {
      title: "Declared but never used",
      message: "No clause uses these {whatEn}: {names}.",
      help: "Write the clause that uses them, or delete the declaration.",
    },
  },
  BF5102: {
    severity: "warning",
    zh: {
      title: "条款是空的",
      message: "{cite}下面没有内容。",
      help: "不计算的条款写“宣示”，让每一条都有交代。",
    },
    en: {
      title: "Empty provision",
      message: "There is nothing under {cite}.",
      help: "Write “declaratory” where an article computes nothing, so that every article is accounted for.",
    },
  },
  BF5103: {
    severity: "warning",
    zh: {
      title: "认可没有对应的提醒",
      message: "这里认可了{code}，但这一条没有这样的提醒。",
      help: "删去这行“认可”，或者移到有提醒的条款里。",
    },
    en: {
      title: "Stale acceptance",
      message: "{code} is accepted here, but there is no such finding.",
      help: "Delete the acceptance, or move it to the provision that has the finding.",
    },
  },
  BF5104: {
    severity: "warning",
    zh: {
      title: "条件永远不变",
      message: "“{text}”对允许的值总是{always}：“{name}”在{range}之间。",
      help: "检查数字是不是写错了。",
    },
    en: {
      title: "The condition never changes",
      message: "“{text}” is always {alwaysEn} for the values allowed: “{name}” lies between {range}.",
      help: "Check the figure.",
    },
  },
  BF5105: {
    severity: "warning",
    ambiguity: "ROLE",
    zh: {
      title: "没有声明的角色",
      message: "“{name}”没有在“{subject}”里声明，结果里只能写出这个称呼，写不出是谁。",
      help: "在“{subject}”里加上“{name}: 人员”。{hint}",
    },
    en: {
      title: "Role not declared",
      message: "“{name}” is not declared in “{subject}”; results can name the role but not the person.",
      help: "Add “{name}: person” to “{subject}”. {hintEn}",
    },
  },
});
