import { family } from "../message.ts";

/** BF3270–BF3282: whom a rule reaches, from which base, and where its result goes on to. */
export const reach = family({
  BF3270: {
    severity: "warning",
    ambiguity: "AMT",
    zh: {
      title: "纳入另一项考核占多少没有说",
      message: "“{what}”纳入{into}，没有说在那里占多少分、多少比例：占1分和占50分都说得通。",
      help: "写一个折算，例如“记分 = {what} × 折算比例”；只作参考的，用“认可”记下。",
    },
    en: {
      title: "What does it weigh there?",
      message:
        "“{what}” goes into {into}; nothing says for how many marks or in what share: 1 and 50 both comply.",
      help: "Write a conversion, for example “marks = {what} × ratio”, or record that it is only taken note of.",
    },
  },
  BF3271: {
    severity: "warning",
    ambiguity: "DOUBLE",
    zh: {
      title: "一个结果用进了几项考核",
      message: "“{what}”既纳入{first}，又纳入{second}：是两项考核各算一次，还是同一项的两个名称，没有说。",
      help: "只算一次的，只写一项；确实各算一次的，用“认可”记下。",
    },
    en: {
      title: "One result goes into several assessments",
      message:
        "“{what}” goes into {first} and into {second}: counted twice, or two names of one assessment? Nothing says which.",
      help: "Name one of them if it counts once, or record that it counts in each.",
    },
  },
  BF3272: {
    severity: "warning",
    ambiguity: "AMT",
    zh: {
      title: "考核没有指标",
      message: "{who}要考核{whom}（“{step}”），办法里没有它的指标、分值和等次：占10分还是占100分，没有说。",
      help: "声明为对象，写上指标；按另一份办法考核的，写明是哪一份。",
    },
    en: {
      title: "An assessment without indicators",
      message:
        "{who} is to assess {whom} (“{step}”), for whom this measure has no indicator, marks or grade: by what, and for 10 marks or for 100?",
      help: "Declare the subject and its indicators, or name the measure that has them.",
    },
  },
  BF3273: {
    severity: "warning",
    ambiguity: "SUBJ",
    zh: {
      title: "后果落在谁身上没有说",
      message: "“{action}”没有写对谁：只对{own}，还是也对{others}？",
      help: "在前面写上对象，例如“{own}:”。",
    },
    en: {
      title: "Whom does the sanction reach?",
      message: "“{action}” does not say whom it reaches: only {own}, or also {others}?",
      help: "Put the subject in front, for example “{own}:”.",
    },
  },
  BF3274: {
    severity: "warning",
    ambiguity: "SUBJ",
    zh: {
      title: "要求的对象没有列入",
      message: "{who}应当“{step}”，而列为对象的是“{subject}”：哪些{subject}要做、是不是另外的单位，没有说。",
      help: "写成对“{subject}”的要求并写明哪些要做，或者把{who}声明为对象。",
    },
    en: {
      title: "A duty for somebody who is no subject",
      message:
        "{who} has a duty (“{step}”), and the subject declared is “{subject}”: which of them, or somebody else?",
      help: "Make it a duty of “{subject}” and say which of them, or declare {who} as a subject.",
    },
  },
  BF3275: {
    severity: "warning",
    ambiguity: "SUBJ",
    zh: {
      title: "后一项要求的范围没有说",
      message:
        "前一项只对“{of}”的要求“{term}”，后一项“{wider}”接着加总，却没有写范围：是都要达到，还是也只对“{of}”的？",
      help: "只对一部分的，在后一项前面也写“{of} 的,”；都要达到的，用“认可”记下。",
    },
    en: {
      title: "Is the second minimum for all?",
      message:
        "The first minimum of “{term}” is for “{of}” only; “{wider}” goes on from it without that limit: for all, or for the same ones?",
      help: "Repeat “{of}” before the second minimum, or record that it is for all.",
    },
  },
  BF3276: {
    severity: "warning",
    ambiguity: "VRANK",
    zh: {
      title: "失去资格的还占不占名次没有说",
      message:
        "“{action}”的仍然参加“{scale}”的排名：前几名里有他的时候，名次留着、空着还是由下一名递补，没有说。",
      help: "在排名后面写“不含 条件 者”（不占名次）；照占名次的，用“认可”记下理由。",
    },
    en: {
      title: "Does it keep its place?",
      message:
        "Whoever meets “{action}” is still ranked for “{scale}”: is the place kept, left empty or given to the next? Nothing says.",
      help: "Add “excluding … cases” to the ranking, or accept this finding with the reason.",
    },
  },
  BF3277: {
    severity: "warning",
    ambiguity: "POOL",
    zh: {
      title: "比例的基数没有说",
      message: "{share}以“{base}”为基数，没有说哪些算在里面：例如上年结转的、上级专项的算不算。",
      help: "在“{base}”的说明里写明算哪些、不算哪些。",
    },
    en: {
      title: "A share of what?",
      message:
        "{share} is taken of “{base}”; nothing says what belongs to it: last year's remainder, earmarked funds?",
      help: "Say in the description of “{base}” what counts and what does not.",
    },
  },
  BF3278: {
    severity: "warning",
    ambiguity: "POOL",
    zh: {
      title: "和谁一起排名没有说",
      message: "“{what}”没有说分哪几类、哪些排在一起：同一个得分，单独排是第一，合起来排可能靠后。",
      help: "写成“名次(得分 由高到低, 按 类别)”或者“依 得分 由高到低 排名”，写明“全体”“仅 … 者”“按 … 分组”。",
    },
    en: {
      title: "Who is ranked with whom?",
      message:
        "“{what}” does not say into which groups, and who is ranked with whom: first among its own may be far down among all.",
      help: "Make it a rank of a score, with its groups or “everyone”.",
    },
  },
  BF3279: {
    severity: "warning",
    ambiguity: "MISS",
    zh: {
      title: "见不到的人怎么算没有说",
      message: "“{text}”要人人都到，没有说外出、不在家的怎么算。",
      help: "在“{fact}”的说明里写明，例如“外出的电话联系一次算一次”，或者加一个条件把他们除外。",
    },
    en: {
      title: "What of those who are away?",
      message: "“{text}” holds for everybody; nothing says what counts for those who are away.",
      help: "Say it in the description of “{fact}”, or except them with a condition.",
    },
  },
  BF3280: {
    severity: "warning",
    ambiguity: "EVID",
    zh: {
      title: "几个来源不一致时以哪个为准没有说",
      message: "{fields}有几个来源（{sources}），数字不一致的时候以哪个为准没有说。",
      help: "每项只写一个来源；几个都要的，声明成几项，再写怎样合并。",
    },
    en: {
      title: "Which source prevails?",
      message: "{fields} has several sources ({sources}); nothing says which prevails when they differ.",
      help: "Name one source for each, or declare one fact for each source and say how they combine.",
    },
  },
  BF3281: {
    severity: "warning",
    ambiguity: "TIME",
    zh: {
      title: "同一期里几件事各在哪一天没有说",
      message: "{acts}都在“{deadline}”，一件接一件，没有说各在哪一天以前：都拖到最后一天也不违反。",
      help: "写上日子，例如“每月10日前”，或者分成几步各写期限。",
    },
    en: {
      title: "Several acts in one period, without days",
      message:
        "{acts} all fall in “{deadline}”, one after the other; nothing says by which day each, so all may wait for the last.",
      help: "Give the days, or make it several steps with a deadline each.",
    },
  },
  BF3282: {
    severity: "warning",
    ambiguity: "ROUND",
    zh: {
      title: "折算后取几位小数没有说",
      message: "“{name}”按比例折算后报到别处，取几位小数没有说：两边取的位数不同，记的分就不同。",
      help: "写明“四舍五入到 0.01”之类；按精确值报的，用“认可”记下。",
    },
    en: {
      title: "To how many decimals is it converted?",
      message:
        "“{name}” is converted by a ratio and used elsewhere; nothing says to how many decimals, so two offices may record two figures.",
      help: "Say how it is rounded (for example to 0.01), or record that the exact value is passed on.",
    },
  },
});
