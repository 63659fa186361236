import { family } from "../message.ts";

/** BF4060 to BF4079: single facts that do not fit what the measure declares. */
export const dataFacts = family({
  BF4060: {
    severity: "error",
    zh: {
      title: "没有这个字段",
      message: "“{kind}”没有字段“{field}”。",
      help: "可以用的字段是：{known}。",
    },
    en: {
      title: "No such field",
      message: "“{kind}” has no field “{field}”.",
      help: "Its fields are: {known}.",
    },
  },
  BF4061: {
    severity: "error",
    zh: {
      title: "没有填标识",
      message: "第 {number} 个“{kind}”没有填“{field}”。",
      help: "请填上一个不重复的“{field}”；填之前暂称 #{number}。",
    },
    en: {
      title: "No id",
      message: "Number {number} of “{kind}” has no “{field}”.",
      help: "Fill in a “{field}” that nobody else has; until then it is called #{number}.",
    },
  },
  BF4062: {
    severity: "error",
    zh: {
      title: "标识重复",
      message: "“{kind}”的“{field}”“{value}”重复，第 {first} 行已经有了。",
      help: "请核对：如果是同一个对象，删去多余的一行；如果不是，改成不同的编号。",
    },
    en: {
      title: "A duplicate id",
      message: "The “{field}” {value} of “{kind}” is already taken in row {first}.",
      help: "If it is the same subject, delete the extra row; if not, give it another id.",
    },
  },
  BF4063: {
    severity: "error",
    zh: {
      title: "内容不是这个字段要的",
      message: "“{field}”应当填{expected}，现在是“{value}”。",
      help: "请改正；改之前按未填处理，依赖它的结果待定。",
    },
    en: {
      title: "Not what the field holds",
      message: "“{field}” should hold {expectedEn}, but holds “{value}”.",
      help: "Correct it; until then it counts as missing and what depends on it is undetermined.",
    },
  },
  BF4064: {
    severity: "error",
    zh: {
      title: "数超出范围",
      message: "“{field}”是{value}，允许的范围是{range}。",
      help: "请核对；改之前按未填处理，依赖它的结果待定。",
    },
    en: {
      title: "A number out of range",
      message: "“{field}” is {value}; it should lie within {range}.",
      help: "Check it; until then it counts as missing and what depends on it is undetermined.",
    },
  },
  BF4065: {
    severity: "error",
    zh: {
      title: "小数位数太多",
      message: "“{field}”是{value}，应当精确到{step}。",
      help: "请按规定的位数填写（不会自动四舍五入）；改之前按未填处理。",
    },
    en: {
      title: "More decimals than allowed",
      message: "“{field}” is {value}; it is recorded in steps of {step}.",
      help: "Fill in the number with the decimals allowed (nothing is rounded silently); until then it counts as missing.",
    },
  },
  BF4066: {
    severity: "error",
    zh: {
      title: "不在可选内容之中",
      message: "“{field}”填的“{value}”不在可选内容之中。",
      help: "可以填：{known}。",
    },
    en: {
      title: "Not one of the choices",
      message: "“{field}” holds “{value}”, which is not one of the choices.",
      help: "The choices are: {known}.",
    },
  },
  BF4067: {
    severity: "error",
    zh: {
      title: "不在可选内容之中",
      message: "“{field}”填的“{value}”不在可选内容之中，想必是“{suggestion}”。",
      help: "请改为“{suggestion}”；可以填：{known}。",
    },
    en: {
      title: "Not one of the choices",
      message:
        "“{field}” holds “{value}”, which is not one of the choices; “{suggestion}” is probably meant.",
      help: "Write “{suggestion}”; the choices are: {known}.",
    },
  },
  BF4068: {
    severity: "error",
    zh: {
      title: "百分比的填法不清楚",
      message: "“{field}”一列的数都在 0 到 1 之间（如 {value}），分不清是百分数还是小数。",
      help: "如果 0.95 表示 95%，请在办法的字段上写“以小数填报”，或者把数据改成 95 或 95%；改之前这一列按未填处理。",
    },
    en: {
      title: "A percentage of doubtful scale",
      message:
        "All numbers of “{field}” lie between 0 and 1 (such as {value}); they may be percentages or fractions.",
      help: 'If 0.95 stands for 95%, declare the field "as fraction" in the measure, or write 95 or 95% in the data; until then the column counts as missing.',
    },
  },
  BF4069: {
    severity: "error",
    zh: {
      title: "日期看不懂",
      message: "“{field}”填的“{value}”不是日期。",
      help: "请写成 2018-04-23、2018/4/23 或 2018年4月23日。",
    },
    en: {
      title: "Not a date",
      message: "“{field}” holds “{value}”, which is not a date.",
      help: "Write it like 2018-04-23.",
    },
  },
  BF4070: {
    severity: "error",
    zh: {
      title: "所指的对象不存在",
      message: "“{field}”指向“{value}”，但“{target}”的数据里没有这个编号。",
      help: "请核对编号，或者补上“{target}”的数据。",
    },
    en: {
      title: "The subject pointed at does not exist",
      message: "“{field}” points at “{value}”, but the data of “{target}” hold no such id.",
      help: "Check the id, or add it to the data of “{target}”.",
    },
  },
  BF4071: {
    severity: "error",
    zh: {
      title: "同一期有两份记录",
      message: "“{field}”中“{value}”这一期有不止一份记录。",
      help: "每期只保留一份。",
    },
    en: {
      title: "Two records for one period",
      message: "“{field}” has more than one record for the period {value}.",
      help: "Keep one record for each period.",
    },
  },
  BF4072: {
    severity: "error",
    zh: {
      title: "期次看不懂",
      message: "“{field}”的期次“{value}”看不懂，或者不在考核期内。",
      help: "{hint}",
    },
    en: {
      title: "Not a period",
      message: "“{value}” is not a period of “{field}”, or lies outside the assessed one.",
      help: "{hintEn}",
    },
  },
  BF4073: {
    severity: "error",
    zh: {
      title: "没有这种考核对象",
      message: "办法里没有名为“{kind}”的考核对象。",
      help: "可以用的是：{known}。",
    },
    en: {
      title: "No such kind of subject",
      message: "The measure has no kind of subject “{kind}”.",
      help: "Known are: {known}.",
    },
  },
  BF4074: {
    severity: "error",
    zh: {
      title: "没有这个参数",
      message: "办法里没有名为“{name}”的参数。",
      help: "办法的参数有：{known}。",
    },
    en: {
      title: "No such parameter",
      message: "The measure has no parameter “{name}”.",
      help: "Its parameters are: {known}.",
    },
  },
  BF4075: {
    severity: "error",
    zh: {
      title: "没有这个参数",
      message: "办法里没有名为“{name}”的参数，想必是“{suggestion}”。",
      help: "请改为“{suggestion}”。",
    },
    en: {
      title: "No such parameter",
      message: "The measure has no parameter “{name}”; “{suggestion}” is probably meant.",
      help: "Write “{suggestion}”.",
    },
  },
  BF4076: {
    severity: "error",
    zh: {
      title: "参数的值不合要求",
      message: "参数“{name}”的值“{value}”不合要求：应当是{expected}。",
      help: "请改正；改之前这个参数按未定处理。",
    },
    en: {
      title: "An unsuitable parameter",
      message: "The parameter “{name}” has the value “{value}”, but should be {expectedEn}.",
      help: "Correct it; until then the parameter counts as open.",
    },
  },
  BF4077: {
    severity: "error",
    zh: {
      title: "参数的高低次序不对",
      message: "参数“{name}”的值“{value}”应当高于“{under}”的值，办法里写明了“{under} < {name}”。",
      help: "请核对这几个参数；改之前这一串参数都按未定处理，否则各档会重叠。",
    },
    en: {
      title: "Parameters out of order",
      message:
        "The value “{value}” of the parameter “{name}” should be above that of “{under}”: the measure says “{under} < {name}”.",
      help: "Correct them; until then all parameters of this order count as open, since the bands would overlap.",
    },
  },
  BF4087: {
    severity: "error",
    zh: {
      title: "任职起止看不懂或者互相矛盾",
      message: "“{field}”的任职起止看不懂或者互相矛盾：{value}。",
      help: "写成“甲(2024-01-01至2024-06-30)、乙(2024-07-01至今)”：起不晚于止，同一个人的几段不重叠。",
    },
    en: {
      title: "Dates of office that cannot be",
      message: "The dates of office in “{field}” cannot be read or contradict each other: {value}.",
      help: "Write names with their dates, such as “A(2024-01-01至2024-06-30)、B(2024-07-01至今)”: no end before its beginning, no overlap for one person.",
    },
  },
});
