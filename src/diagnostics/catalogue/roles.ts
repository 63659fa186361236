import { family } from "../message.ts";

/** BF3237–BF3238, BF3283–BF3289: who acts, on whom, and texts that cite what is not there. */
export const roles = family({
  BF3237: {
    severity: "warning",
    ambiguity: "REF",
    zh: {
      title: "引用的条款不在办法里",
      message: "这里引用了{cite}，{range}。",
      help: "改成要引用的那一条；引用的是别的文件的，写明文件名，例如“《…》{cite}”。",
    },
    en: {
      title: "A text cites a clause that is not there",
      message: "{cite} is cited here; {rangeEn}.",
      help: "Cite the clause that is meant; where it belongs to another text, name that text before it: “《…》{cite}”.",
    },
  },
  BF3238: {
    severity: "warning",
    ambiguity: "ROLE",
    zh: {
      title: "报给谁没有说",
      message: "“{verb}{what}”没有写给谁：报给哪一家都不违反这一条，哪一家也都可以说没有收到。",
      help: "在后面写上“给 某机关”，例如“{verb} {what} 给 县里”。",
    },
    en: {
      title: "Handed over to whom?",
      message:
        "“{verb}{what}” names no receiver: handing it to anybody complies, and nobody has to have got it.",
      help: "Say to whom: “to OFFICE” behind what is handed over.",
    },
  },
  BF3283: {
    severity: "warning",
    ambiguity: "ROLE",
    zh: {
      title: "同一措施，一处写了由谁，一处没有写",
      message: "“{name}”在别处写了由{who}作出，这里没有写由谁：另一家作出的，算不算数？",
      help: "前面写上“由 某机关”；各处都由同一机关作出的，写成一样。",
    },
    en: {
      title: "Taken by a named office here, by nobody there",
      message:
        "“{name}” is taken by {who} in another clause; this one does not say by whom: does it count when somebody else takes it?",
      help: "Write “through OFFICE” before it, the same in every clause if it is the same.",
    },
  },
  BF3284: {
    severity: "warning",
    ambiguity: "ROLE",
    zh: {
      title: "措施由谁作出没有说",
      message: "{names}没有写由谁作出；“{example}”写了由{who}。没有写的，哪一家都可以说不归自己。",
      help: "在“对 …”前面写“由 某机关”；按管理权限由几级分别决定的，写一个程序步骤，例如“有权机关 决定 奖惩”。",
    },
    en: {
      title: "Nobody named to take the measure",
      message:
        "Nothing says who takes {names}; “{example}” is taken by {who}. Of the others each office may say that it is not its task.",
      help: "Write “through OFFICE” before it; where the competent level decides, say so in a step of a procedure.",
    },
  },
  BF3285: {
    severity: "warning",
    ambiguity: "ROLE",
    zh: {
      title: "指的是谁，从称呼看不出来",
      message: "“{name}”指哪些人、哪些单位，没有写：同一件事里的两个人，可以一个算、一个不算。",
      help: "写出具体的机关、职务；声明为一栏的，在后面用说明写清，例如“通报所涉问题的经办人和分管领导”。",
    },
    en: {
      title: "The name of the role does not tell who it is",
      message:
        "Nothing says who “{name}” is: of two people in the same matter one may be meant and the other not.",
      help: "Name the office or post; where it is a field, describe behind it who is meant.",
    },
  },
  BF3286: {
    severity: "warning",
    ambiguity: "ROLE",
    zh: {
      title: "这个职务可能不止一人",
      message:
        "“{subject}”的{names}可能不止一人(例如党委、政府各有一名)：对每一人都作出，还是只对其中一人，没有写。",
      help: "在声明的后面用说明写清，例如“同任此职的每一人”或者“只有一人”。",
    },
    en: {
      title: "Several may hold this post",
      message:
        "{names} of “{subject}” may be more than one person (of the party and of the government, say); nothing says whether all of them are meant.",
      help: "Describe it behind the declaration: everyone who holds the post, or one only.",
    },
  },
  BF3287: {
    severity: "warning",
    ambiguity: "ROLE",
    zh: {
      title: "几家一起办，怎样分工没有说",
      message:
        "“{what}”写了{who}：一起办，还是各办各的，没有写；{first}办了、{other}没有办，这一步算不算办了，说不清。",
      help: "写“共同{verb}”或者“分别{verb}”；有先后的，分成几步。",
    },
    en: {
      title: "Several act in one step",
      message:
        "“{what}” is for {who}: together, or each for itself? When {first} has done it and {other} has not, nobody can say whether the step was taken.",
      help: "Say how they act, “共同{verb}” (jointly) or “分别{verb}” (each for itself), or make a step for each.",
    },
  },
  BF3288: {
    severity: "warning",
    ambiguity: "CONJ",
    zh: {
      title: "几家作出，是会同还是任一家",
      message: "“{what}”由{who}作出：{number}家要一起，还是有一家作出就行，没有写。",
      help: "把它们写成一个：“甲会同乙”或者“甲或者乙”，放在「」里。",
    },
    en: {
      title: "Taken by several: together, or by any of them",
      message:
        "“{what}” is taken by {who}; nothing says whether all {number} have to take part or one is enough.",
      help: "Make them one actor in the words of the text, “A together with B” or “A or B”, in 「」.",
    },
  },
  BF3289: {
    severity: "warning",
    ambiguity: "ROLE",
    zh: {
      title: "是单位做的，还是其中一个人做的",
      message: "“{subject}”和“{members}”都要考核；一名{members}{facts}的，算不算“{subject}”{facts}，没有写。",
      help: "在这一项后面用说明写清，例如“所属人员的也算”或者“只算集体决定的”。",
    },
    en: {
      title: "The body's conduct, or that of one of its members",
      message:
        "Both “{subject}” and “{members}” are assessed; nothing says whether “{facts}” by one of the latter counts against the former.",
      help: "Describe it behind the field: that of its members counts too, or only what the body itself decided.",
    },
  },
});
