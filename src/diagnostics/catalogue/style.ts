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
  BF5106: {
    severity: "warning",
    zh: {
      title: "序号重复",
      message: "“{label}”前面已经用过一次，引用“{label}”时不知道是哪一处。",
      help: "改成接下来的序号。",
    },
    en: {
      title: "Label used twice",
      message: "“{label}” is used before; whoever cites it may mean either.",
      help: "Give it the next number.",
    },
  },
  BF5107: {
    severity: "warning",
    zh: {
      title: "序号不连续",
      message: "“{before}”后面接着的是“{label}”。",
      help: "检查是不是漏了一项或者写错了序号；有意跳过的，写上那个序号和“宣示”。",
    },
    en: {
      title: "Gap in the numbering",
      message: "“{before}” is followed by “{label}”.",
      help: "Check whether an item was left out or a number is wrong; keep a place free with its label and “declaratory”.",
    },
  },
  BF5108: {
    severity: "warning",
    zh: {
      title: "同一层的序号写法不一",
      message: "“{first}”和“{second}”是同一层的序号，写法不一样。",
      help: "统一成一种写法；只是点号不同的，运行 banfa fmt 会统一。",
    },
    en: {
      title: "Two ways of numbering one level",
      message: "“{first}” and “{second}” number the same level in different ways.",
      help: "Use one way; where only the mark differs, banfa fmt makes them alike.",
    },
  },
  BF5109: {
    severity: "warning",
    zh: {
      title: "这一条已经包括在另一条里",
      message: "“{condition}”的，都符合{wide}，那里已经{effect}，这里再写不起作用。",
      help: "检查数字或者后果是不是写错了：通常更窄的情形后果更重；没有错就删去一条。",
    },
    en: {
      title: "A wider clause says the same",
      message: "Whoever meets “{condition}” meets {wide}, which already brings {effect}; this adds nothing.",
      help: "Check the figure and the effect: the narrower case usually weighs more. If both are right, delete one.",
    },
  },
  BF5110: {
    severity: "warning",
    zh: {
      title: "数字和旁边的相差太大",
      message: "“{figure}”和同一组里其他的（{others}）相差近十倍。",
      help: "检查是不是多写、少写了一个零或者小数点，本来是“{likely}”；没有写错的，用“认可”记下来。",
    },
    en: {
      title: "A figure unlike its neighbours",
      message: "“{figure}” is about ten times off the others of its list ({others}).",
      help: "Check for a zero or a point too many or too few: is “{likely}” meant? Accept the finding if the figure is right.",
    },
  },
  BF5111: {
    severity: "warning",
    zh: {
      title: "要填报却没有用到",
      message: "“{subject}”要填报{names}，没有一条规定用到。",
      help: "写上用到它们的条款，或者不再要求填报。",
    },
    en: {
      title: "Reported and never used",
      message: "“{subject}” reports {names}, and no clause uses them.",
      help: "Write the clause that uses them, or do not ask for them.",
    },
  },
  BF5112: {
    severity: "warning",
    zh: {
      title: "谁也够不上",
      message: "“{text}”谁也够不上：“{first}”和“{second}”不会同时成立。",
      help: "检查数字和“且”“或”是不是写错了；多余的，删去这一条。",
    },
    en: {
      title: "Nobody can meet the clause",
      message: "Nobody meets “{text}”: “{first}” and “{second}” never hold together.",
      help: "Check the figures and whether “and” or “or” is meant; delete the clause if it is not needed.",
    },
  },
});
