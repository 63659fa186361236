import { family } from "../message.ts";

/** Layers: a measure that builds on another (沿用), and what it changes there. */
export const layers = family({
  BF2902: {
    severity: "error",
    zh: {
      title: "沿用的办法找不到",
      message: "没有找到沿用的办法“{reference}”。",
      help: "路径从本文件所在的文件夹算起；检查文件名，或者把上位办法放到那里。",
    },
    en: {
      title: "The base is not there",
      message: "The measure to build on, “{reference}”, was not found.",
      help: "The path counts from the folder of this file; check the name, or put the base there.",
    },
  },
  BF2903: {
    severity: "error",
    zh: {
      title: "沿用的不是相对路径",
      message: "“{reference}”不能沿用：要写从本文件算起的路径，用“/”分隔，以 .banfa 结尾。",
      help: "写成“../xizang/measure.banfa”这样的相对路径；网址和某台机器上的绝对路径都不行。",
    },
    en: {
      title: "The base is not a relative path",
      message:
        "“{reference}” cannot be built on: a path relative to this file is needed, with “/”, that ends in .banfa.",
      help: "Write a relative path such as “../xizang/measure.banfa”; addresses and paths of one machine do not serve.",
    },
  },
  BF2904: {
    severity: "error",
    zh: {
      title: "沿用转了一圈",
      message: "沿用“{reference}”又回到了“{name}”：两份办法不能互相沿用。",
      help: "让一份作上位办法，不沿用另一份。",
    },
    en: {
      title: "Measures that build on each other",
      message: "“{reference}” leads back to “{name}”: two measures cannot build on each other.",
      help: "Let one of them be the base, which does not build on the other.",
    },
  },
  BF2905: {
    severity: "error",
    zh: {
      title: "沿用的层数太多",
      message: "一层沿用一层，超过了 {limit} 层。",
      help: "把中间的几层合成一份。",
    },
    en: {
      title: "Too many layers",
      message: "There are more than {limit} layers, each on the next.",
      help: "Make one of some layers in between.",
    },
  },
  BF2906: {
    severity: "error",
    zh: {
      title: "上位办法里没有这一条款",
      message: "上位办法里没有“{cite}”{hint}。",
      help: "核对上位办法现在的编号；上位办法改过的，这一句也要跟着改。",
    },
    en: {
      title: "The base has no such provision",
      message: "The base has no “{cite}”{hintEn}.",
      help: "Compare the numbering of the base as it is now; where the base was changed, this sentence has to follow.",
    },
  },
  BF2907: {
    severity: "error",
    zh: {
      title: "不知道指哪一份办法的条款",
      message: "“{cite}”有几处：{names}。",
      help: "在前面写上是哪一份办法的，如“〔某办法〕第三条”。",
    },
    en: {
      title: "Which measure's provision?",
      message: "“{cite}” may be {names}.",
      help: "Name the measure in front, as in “〔measure〕Article 3”.",
    },
  },
  BF2908: {
    severity: "error",
    zh: {
      title: "要增加的条款已经有了",
      message: "上位办法里已经有“{cite}”，不能再增加。",
      help: "要改它，写“修改 {cite} …”；要另加一条，换一个编号。",
    },
    en: {
      title: "What is added is there already",
      message: "The base has “{cite}” already.",
      help: "To change it write “amend {cite} …”; to add something else, take another number.",
    },
  },
  BF2909: {
    severity: "error",
    zh: {
      title: "两句话动了同一处",
      message: "这一句动的“{cite}”，另一句“{other}”也动到：以哪一句为准看不出来。",
      help: "合成一句：要整条重写的，把新的内容写在同一句里。",
    },
    en: {
      title: "Two sentences about the same words",
      message: "“{cite}” is touched by another sentence too (“{other}”); which one holds cannot be told.",
      help: "Make one sentence of them; to write a clause anew, say all of it in one.",
    },
  },
  BF2910: {
    severity: "error",
    zh: {
      title: "没有写授权依据",
      message: "“{cite}”是{higher}制定的，{issuer}要修改或者删除它，须写明授权依据。",
      help: "在文首写“授权依据 “某办法第几条””；没有授权的，只能增加和细化，不能改动。",
    },
    en: {
      title: "No authority is named",
      message:
        "“{cite}” was made by {higherEn}; for {issuer} to change or delete it, the authority must be named.",
      help: "Write “authority “…”” at the head; without authority a layer may add and detail, not change.",
    },
  },
  BF2911: {
    severity: "error",
    zh: {
      title: "没有写制定机关",
      message: "“{cite}”是{higher}制定的，这一份没有写制定机关，看不出有没有权改它。",
      help: "在文首写“制定机关 …”；与上位办法不是同一机关的，还要写“授权依据 “…””。",
    },
    en: {
      title: "The issuer is not named",
      message:
        "“{cite}” was made by {higherEn}; this layer names no issuer, so whether it may change that cannot be told.",
      help: "Write “issued by …” at the head; another issuer than that of the base needs “authority “…”” too.",
    },
  },
  BF2912: {
    severity: "error",
    zh: {
      title: "没有这个参数",
      message: "上位办法没有名叫“{name}”的参数{hint}。",
      help: "设定只用来填上位办法留空的参数；自己的参数用“参数 …: 类型 = 值”声明。",
    },
    en: {
      title: "No such parameter",
      message: "The base has no parameter “{name}”{hintEn}.",
      help: "Only parameters that the base leaves open are set; your own are declared: “parameter …: type = value”.",
    },
  },
  BF2913: {
    severity: "error",
    zh: {
      title: "参数已经有值",
      message: "“{name}”在声明时已经定了值，不能再设定。",
      help: "只有留空的参数可以设定；要改这个值，修改声明它的条款。",
    },
    en: {
      title: "The parameter has a value",
      message: "“{name}” has a value in its declaration; it cannot be set.",
      help: "Only open parameters can be set; to change the value, amend the clause that declares it.",
    },
  },
  BF2914: {
    severity: "error",
    zh: {
      title: "参数设定了两次",
      message: "“{name}”已经设定过，不能再设定一次。",
      help: "只留一处设定；上一层已经设定的，下一层不能另设。",
    },
    en: {
      title: "A parameter set twice",
      message: "“{name}” has been set before.",
      help: "Keep one of them; what a layer has set, the next one cannot set otherwise.",
    },
  },
  BF2915: {
    severity: "error",
    zh: {
      title: "没有沿用上位办法",
      message: "设定、修改、删除、增加只能写在沿用上位办法的办法里。",
      help: "在文首写“办法 某细则 沿用 “上位办法的路径””；不沿用的，直接改原来的条款。",
    },
    en: {
      title: "No base to change",
      message: "Setting, amending, deleting and adding belong into a measure that builds on another.",
      help: "Write “measure name extends “path of the base”” at the head; without a base, change the clause itself.",
    },
  },
  BF2916: {
    severity: "error",
    zh: {
      title: "这样修改对不上",
      message: "“{cite}”{why}。",
      help: "对照上位办法现在的这一条款，写成能对上的一句。",
    },
    en: {
      title: "The amendment does not fit",
      message: "“{cite}” {whyEn}.",
      help: "Compare the clause as the base has it now, and write a sentence that fits it.",
    },
  },
  BF2917: {
    severity: "error",
    zh: {
      title: "这里不能增加",
      message: "“{cite}”{why}。",
      help: "照同级条款的编号写；没有分项的条款，先写成有分项的。",
    },
    en: {
      title: "Nothing can be added here",
      message: "“{cite}” {whyEn}.",
      help: "Number it like the provisions beside it; a clause without items has to be written with items first.",
    },
  },
  BF2918: {
    severity: "error",
    zh: {
      title: "各项都删完了",
      message: "删除“{cite}”以后，“{owner}”下面一项也不剩。",
      help: "不要这一条款的，删除整个条款；要换的，同时增加新的项。",
    },
    en: {
      title: "A list without items",
      message: "Without “{cite}”, “{owner}” has no item left.",
      help: "Delete the whole clause, or add new items to it.",
    },
  },
  BF2919: {
    severity: "error",
    zh: {
      title: "合并以后层次变了",
      message: "把这一句放进上位办法以后，“{cite}”一带的编号层次变了，读出来的不是写的意思。",
      help: "下面的各项用上位办法同级的编号样式，一句话自成一行。",
    },
    en: {
      title: "Merged, it reads otherwise",
      message: "Set into the base, the numbering around “{cite}” comes out otherwise than it was written.",
      help: "Number the items below it in the styles of the base, and give each sentence a line of its own.",
    },
  },
  BF2920: {
    severity: "error",
    zh: {
      title: "考核周期与上位办法不同",
      message: "沿用上位办法的，考核周期也是上位办法的，不能另定。",
      help: "删去这一行；周期不同的，另写一份不沿用的办法。",
    },
    en: {
      title: "Another period than that of the base",
      message: "A layer is assessed in the periods of its base; it cannot have others.",
      help: "Delete this line; for other periods write a measure that does not build on this one.",
    },
  },
  BF2922: {
    severity: "error",
    zh: {
      title: "标识不能改",
      message: "“{subject}”在上位办法里已经声明，标识是“{key}”，这里只能增加内容。",
      help: "去掉“标识 …”，只写要增加的各栏。",
    },
    en: {
      title: "The key cannot change",
      message: "The base declares “{subject}” with the key “{key}”; here only fields can be added.",
      help: "Leave out the key and write the new fields only.",
    },
  },
  BF2923: {
    severity: "error",
    zh: {
      title: "免除哪一份办法的条款没有说清",
      message: "“{cite}”上位办法有，这一份自己也有。",
      help: "在前面写上是哪一份办法的，如“〔{name}〕{cite}”。",
    },
    en: {
      title: "Which measure's provision is waived?",
      message: "The base has “{cite}”, and so has this layer.",
      help: "Name the measure in front, as in “〔{name}〕{cite}”.",
    },
  },
  BF2930: {
    severity: "error",
    zh: {
      title: "没有一个版本有效",
      message: "{day} 没有一个版本有效。文件夹里有：{versions}。",
      help: "核对各版本的“施行”“失效”，或者用 --date 写明评定日。",
    },
    en: {
      title: "No version is in force",
      message: "No version is in force on {day}. The folder has: {versionsEn}.",
      help: "Check when each takes effect and expires, or give the day of assessment with --date.",
    },
  },
  BF2931: {
    severity: "error",
    zh: {
      title: "几个版本同时有效",
      message: "{day} 有几个版本同时有效：{versions}。",
      help: "在旧版本里写上“失效 日期”（新版本施行的那一天）。",
    },
    en: {
      title: "Several versions are in force",
      message: "On {day} several versions are in force: {versionsEn}.",
      help: "Write in the older one when it expires: the day the newer one takes effect.",
    },
  },
  BF2932: {
    severity: "error",
    zh: {
      title: "不是同一份办法的版本",
      message: "文件夹里不是同一份办法的几个版本：{names}。",
      help: "一个文件夹只放一份办法的各个版本，“办法”后面的名称相同。",
    },
    en: {
      title: "Not versions of one measure",
      message: "The folder holds several measures: {namesEn}.",
      help: "Keep in a folder the versions of one measure, of one name.",
    },
  },
});
