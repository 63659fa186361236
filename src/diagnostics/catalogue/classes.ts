import { family } from "../message.ts";

/** BF3xxx, continued: rules for a class of subjects, and what holds where something does not apply. */
export const classes = family({
  BF3125: {
    severity: "error",
    ambiguity: "GAP",
    zh: {
      title: "有的对象不属于任何一类",
      message: "“{name}”分几类对象分别规定，这样的对象不在其中：{witness}。",
      help: "给这些对象也写一条“<条件> 的对象：…”，或者把其中一类的条件放宽。",
    },
    en: {
      title: "Some subjects belong to no class",
      message: "“{name}” is set class by class, and such a subject is in none: {witnessEn}.",
      help: "Write a rule for those subjects too, or widen the condition of a class.",
    },
  },
  BF3126: {
    severity: "error",
    ambiguity: "OVL",
    zh: {
      title: "一个对象属于两类",
      message: "“{name}”分几类对象分别规定，这样的对象同时属于“{first}”和“{second}”：{witness}{more}。",
      help: "把其中一类的条件写得更窄，使每个对象只属于一类。",
    },
    en: {
      title: "A subject belongs to two classes",
      message:
        "“{name}” is set class by class, and such a subject is in both “{first}” and “{second}”: {witnessEn}{moreEn}.",
      help: "Narrow the condition of one class, so that every subject is in one only.",
    },
  },
  BF3127: {
    severity: "error",
    ambiguity: "OVL",
    zh: {
      title: "类别的条件太复杂，查不出有没有重叠",
      message: "“{name}”各类对象的条件组合太多，无法逐一检查有没有重叠或者遗漏。",
      help: "先把类别定义成一栏（选项）或者几个简单的条件，再按它分类。",
    },
    en: {
      title: "Too many combinations of classes to check",
      message:
        "The conditions of the classes of “{name}” combine in too many ways to rule out gaps and overlaps.",
      help: "Let a field with options name the class, or state it by fewer conditions.",
    },
  },
  BF3128: {
    severity: "error",
    ambiguity: "OVL",
    zh: {
      title: "各类对象的结果不是同一种内容",
      message: "“{name}”在各类对象里不是同一种内容（例如一类是分数，另一类是金额）。",
      help: "各类用同一个单位；不同的内容起不同的名字。",
    },
    en: {
      title: "The classes give different things",
      message: "“{name}” is not the same kind of value in every class (points in one, money in another).",
      help: "Use one unit in all classes, or give different values different names.",
    },
  },
  BF3150: {
    severity: "error",
    ambiguity: "MISS",
    zh: {
      title: "不适用的时候怎么办没有说",
      message: "“{name}”可以不适用，这里没有说不适用的时候怎么办。",
      help: "指标里写“{name} 不适用 的，计满分”（或者“计 某分”），分段里加一行“不适用 …”，条件里写“{name} 不为 不适用 且 …”，算式里写“若 {name} 为 不适用 则 … 否则 …”。",
    },
    en: {
      title: "Not said what holds where it does not apply",
      message: "“{name}” may not apply, and nothing here says what holds then.",
      help: "In an indicator give full or other marks where “{name}” is not applicable, add a band for it, test it in the condition, or use if … then … else in the formula.",
    },
  },
  BF3151: {
    severity: "error",
    ambiguity: "MISS",
    zh: {
      title: "它不会不适用",
      message: "“{name}”没有声明“可不适用”，填报时不能写不适用。",
      help: "确实可能不适用的，在这一栏的声明里加上“可不适用”；否则删去这里的话。",
    },
    en: {
      title: "It always applies",
      message: "“{name}” is not declared as one that may not apply, so nobody can report it as such.",
      help: "Declare the field as one that may be not applicable, or remove this.",
    },
  },
  BF3152: {
    severity: "error",
    ambiguity: "MISS",
    zh: {
      title: "剔除以后怎么折算看不出来",
      message: "“{name}”可能被剔除折算，这里用到它，但不是各项指标直接相加，也不是加权相加，不知道怎么折算。",
      help: "把总分写成各项指标直接相加，例如“总分 = 甲 + 乙 + 丙”，每项都写明满分，或者写成“甲 占40%、乙 占60%”；或者不剔除，写“计满分”“计 某分”。",
    },
    en: {
      title: "How to scale up what remains?",
      message: "“{name}” may leave the total, and this looks at it without being a plain or weighted sum.",
      help: "State the total as a plain sum of indicators that all have full marks, or as a weighted sum, or give the item marks instead of dropping it.",
    },
  },
  BF3160: {
    severity: "error",
    zh: {
      title: "填报的一栏只能这样处理",
      message: "“{name}”是填报的一栏，不能在这里这样加减。",
      help: "不适用的时候可以写“{name} 计满分”“{name} 计 某分”“{name} 剔除后折算”或者“不予评定”。",
    },
    en: {
      title: "What can be done to a field",
      message: "“{name}” is a reported field; points cannot be added to it here.",
      help: "Where it does not apply it can have full marks, other marks, or leave the total.",
    },
  },
  BF3260: {
    severity: "warning",
    ambiguity: "VAGUE",
    zh: {
      title: "程度没有标准",
      message: "{fields}：说的是程度，没有写到什么程度算：同一件事，一个人看来算，另一个人看来不算。",
      help: "在后面写一句说明，例如“造成损失10万元以上”；能用数字或者等级填报的，改成数字或者“等级 无 < 一般 < 严重”；由谁认定就算数的，用“认可”记下来。",
    },
    en: {
      title: "A matter of degree without a test",
      message:
        "{fields}: a matter of degree, and nothing says from where it holds: of the same matter one says yes, another no.",
      help: "Add a description with the test, report a number or levels instead, or accept the finding if somebody's judgement is meant.",
    },
  },
});
