import { family } from "../message.ts";

/** BF216x: rules for each record (每份), and what is counted over records. */
export const records = family({
  BF2160: {
    severity: "error",
    zh: {
      title: "“每份”里不能写的内容",
      message: "“{text}”不是对每一份记录说的，不能写在“每份 {record}”里。",
      help: "把这一句移到“每份”外面。",
    },
    en: {
      title: "Not a rule for each record",
      message: "“{text}” is not about each record, so it cannot stand in “each {record}”.",
      help: "Move the sentence out of “each”.",
    },
  },
  BF2161: {
    severity: "error",
    zh: {
      title: "数别的记录时看不到这一份",
      message: "“{name}”是这一份“{record}”的内容；在对其他记录的统计里看不到它。",
      help: "统计的条件里只写被统计的记录和对象自己的内容；要和这一份比较，先把统计结果定义成一个名称，再在括号外面比较。",
    },
    en: {
      title: "This record is not seen inside a count of others",
      message: "“{name}” belongs to this “{record}”; a figure over other records does not see it.",
      help: "In the condition use only the records counted and the subject. To compare, define the figure as a name and compare outside the parentheses.",
    },
  },
  BF2162: {
    severity: "error",
    zh: {
      title: "统计的条件里又有统计",
      message: "“{text}”写在另一个统计的条件里，不知道它是对谁计算的。",
      help: "先把它单独定义成一个名称：对象的写在“每份”外面，每一份的写在“每份”里；再在条件里用这个名称。",
    },
    en: {
      title: "A figure inside the condition of a figure",
      message:
        "“{text}” stands in the condition of another figure; it is not clear over whom it is computed.",
      help: "Define it as a name first, outside “each” for the subject or inside it for each record; then use the name in the condition.",
    },
  },
  BF2163: {
    severity: "error",
    zh: {
      title: "记录没有期，不知道和谁比",
      message: "“{record}”没有按期一份，“{text}”不知道要和哪些记录比较。",
      help: "同一期的记录之间才能比较：把这一栏声明为“每月一份”“每季度一份”“每半年一份”或“每年一份”，而且记录里不要另设叫“期”的一栏。",
    },
    en: {
      title: "Records without periods cannot be compared",
      message: "“{record}” is not one record a period, so it is not clear which records “{text}” compares.",
      help: "Records of one period are compared: declare the list as one a month, quarter, half-year or year, and let the record have no column named 期.",
    },
  },
  BF2164: {
    severity: "error",
    zh: {
      title: "没有可以“逐一”的对象",
      message: "“{text}”只由本对象自己引起，谈不上逐一或者只计一次。",
      help: "“逐一”“只计一次”用在“每份”里，或者用在对所联系的另一个对象（例如“对 所在单位”）作出的措施上；否则删去它。",
    },
    en: {
      title: "Nothing that “each one” could mean",
      message: "“{text}” is brought about by the subject alone; it cannot be for each or once.",
      help: "“each one” and “once only” belong inside “each record”, or to measures on a linked subject; otherwise delete the word.",
    },
  },
  BF2165: {
    severity: "error",
    zh: {
      title: "几份记录都引起，数额怎么计",
      message: "“{text}”可能由几份记录分别引起，没有写明每份各计一次还是只计一次。",
      help: "在后面加上“逐一”（每份各计）、“只计一次”，或者“累加”“就重”。",
    },
    en: {
      title: "Several records bring the amount about",
      message:
        "Several records may each bring “{text}” about; nothing says whether it counts for each or once.",
      help: "Add “each one”, “once only”, “cumulate” or “heaviest”.",
    },
  },
  BF2166: {
    severity: "error",
    zh: {
      title: "参数不能是记录",
      message: "参数“{name}”是一份一份的记录；参数是事先定下的一个值。",
      help: "记录按对象填报：把它写成“对象”里的一栏；只是几个数值的，分别写成参数，或者写“参数 {name} 按 选项: …”。",
    },
    en: {
      title: "Records cannot be a parameter",
      message:
        "The parameter “{name}” is a list of records; a parameter is one value that is set beforehand.",
      help: "Records are filled in for subjects: make it a field of the subject. A few figures are parameters each, or one parameter by option.",
    },
  },
  BF2167: {
    severity: "error",
    zh: {
      title: "记录没有期，数不出先后",
      message: "“{list}”没有按期一份，“{text}”不知道哪一份在前、哪些相连。",
      help: "把这一栏声明为“每月一份”“每季度一份”“每半年一份”或“每年一份”，而且记录里不要另设叫“期”的一栏；只数次数用“计数({list}, 情形)”。",
    },
    en: {
      title: "Records without periods have no order",
      message:
        "“{list}” is not one record a period; for “{text}” it is not clear which records follow each other.",
      help: "Declare the list as one a month, quarter, half-year or year, without a column named 期; to count occurrences use “count({list}, condition)”.",
    },
  },
  BF2168: {
    severity: "error",
    zh: {
      title: "“每份”里跨期累计",
      message: "“{text}”写在“每份”里，分不清是累计这一份以前的各份，还是累计往年的同一期。",
      help: "本期内各份的累计，在“每份”外面写“计数(月报, 情形)”“合计(月报.得分)”；往年同一期的，一年考核一次时写“近3年”“前3年”；相连的各份写“上期”“连续2个月”。",
    },
    en: {
      title: "A figure over periods inside “each record”",
      message:
        "“{text}” stands inside “each record”: over the records before this one, or over the same period of earlier years?",
      help: "Over the records of the list write “count(list, condition)” or “total(list.column)” outside; over the same period of earlier years, in a yearly measure, “past 3 years”; for records in a row “last period's” or “consecutive 2 months”.",
    },
  },
  BF2169: {
    severity: "error",
    zh: {
      title: "“每份”里动对象的等次",
      message: "“{effect}”写在“每份”里，“{scale}”却是“{owner}”的等次：几份都这样的，是动一次还是每份动一次？",
      help: "移到“每份”外面，写明有几份才动：“计数({list}, 情形) 达到 1次 的,{effect}”。",
    },
    en: {
      title: "A grade of the subject inside “each record”",
      message:
        "“{effect}” stands inside “each record”, and “{scale}” is a grade of “{owner}”: moved once, or once for every such record?",
      help: "Move it outside and say how many it takes: “count({list}, condition) at least 1 time: {effect}”.",
    },
  },
  BF2193: {
    severity: "error",
    zh: {
      title: "这里不能写“历年”",
      message: "“{name}”{why}，不能写“历年”。",
      help: "去掉“历年”。一年一个、要和往年比的数，声明成按年考核的对象的字段；记录按日期数。",
    },
    en: {
      title: "No value a year here",
      message: "“{name}” {whyEn}, so “yearly” has no place here.",
      help: "Leave out “yearly”. A figure of one a year, to compare with earlier years, is a field of a subject assessed by year; records are counted by their dates.",
    },
  },
});
