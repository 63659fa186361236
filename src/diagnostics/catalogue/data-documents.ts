import { family } from "../message.ts";

/** BF4040 to BF4059: documents (JSON, YAML) and their structure. */
export const dataDocuments = family({
  BF4040: {
    severity: "error",
    zh: {
      title: "JSON 写法有误",
      message: "第 {line} 行第 {column} 列的“{found}”不该出现在这里，这里应当是{expected}。",
      help: "请检查这里和前一行：是否漏了逗号、冒号、引号或括号。",
    },
    en: {
      title: "JSON syntax",
      message: "Line {line}, column {column}: “{found}” cannot stand here; expected is {expectedEn}.",
      help: "Check this place and the line before for a missing comma, colon, quote or bracket.",
    },
  },
  BF4041: {
    severity: "error",
    zh: {
      title: "JSON 中用了中文标点",
      message: "第 {line} 行第 {column} 列用了中文标点“{found}”。",
      help: "请改成英文标点“{ascii}”。",
    },
    en: {
      title: "A full-width punctuation mark in JSON",
      message: "Line {line}, column {column} has the full-width mark “{found}”.",
      help: "Write the ASCII mark {ascii} instead.",
    },
  },
  BF4042: {
    severity: "error",
    zh: {
      title: "文件不完整",
      message: "文件在第 {line} 行就结束了，还缺{expected}。",
      help: "请确认文件没有被截断，并补上缺少的部分。",
    },
    en: {
      title: "The file ends too early",
      message: "The file ends in line {line}; {expectedEn} is still missing.",
      help: "Check that the file was not cut off and add what is missing.",
    },
  },
  BF4043: {
    severity: "error",
    zh: {
      title: "多余的逗号",
      message: "第 {line} 行第 {column} 列：最后一项后面不能有逗号。",
      help: "请删去这个逗号。",
    },
    en: {
      title: "A superfluous comma",
      message: "Line {line}, column {column}: the last item is not followed by a comma.",
      help: "Delete the comma.",
    },
  },
  BF4044: {
    severity: "error",
    zh: {
      title: "YAML 写法有误",
      message: "第 {line} 行第 {column} 列的写法看不懂（“{snippet}”附近）。",
      help: "请检查缩进是否对齐、冒号后面是否有空格、引号和括号是否成对。",
    },
    en: {
      title: "YAML syntax",
      message: "Line {line}, column {column} cannot be read (near “{snippet}”).",
      help: "Check that the indentation lines up, a space follows each colon, and quotes and brackets have partners.",
    },
  },
  BF4045: {
    severity: "error",
    zh: {
      title: "YAML 不能用制表符缩进",
      message: "第 {line} 行用了制表符（Tab）缩进。",
      help: "请改用空格。",
    },
    en: {
      title: "YAML is not indented with tabs",
      message: "Line {line} is indented with a tab.",
      help: "Use spaces.",
    },
  },
  BF4046: {
    severity: "error",
    zh: {
      title: "同一个名称写了两次",
      message: "第 {line} 行的“{key}”在同一处已经写过，不知道用哪一个。",
      help: "请删去或改名其中一个。",
    },
    en: {
      title: "A name occurs twice",
      message: "Line {line}: “{key}” was already given at the same place; which one counts is unknown.",
      help: "Delete or rename one of them.",
    },
  },
  BF4047: {
    severity: "error",
    zh: {
      title: "嵌套太深",
      message: "第 {line} 行的嵌套超过了 {limit} 层。",
      help: "数据只需要三四层：对象名、对象、字段、记录。请检查括号或缩进。",
    },
    en: {
      title: "Nested too deeply",
      message: "Line {line} is nested more than {limit} levels deep.",
      help: "Data need three or four levels: kind, subject, field, record. Check brackets or indentation.",
    },
  },
  BF4048: {
    severity: "error",
    zh: {
      title: "YAML 引用太多",
      message: "文件用引用（*别名）展开后超过了 {limit} 项。",
      help: "请减少引用，把内容直接写出来。",
    },
    en: {
      title: "Too many YAML aliases",
      message: "With its aliases (*name) expanded the file has more than {limit} entries.",
      help: "Use fewer aliases and write the content out.",
    },
  },
  BF4049: {
    severity: "error",
    zh: {
      title: "数太大",
      message: "第 {line} 行的数“{value}”太长，无法使用。",
      help: "请检查是否填错。",
    },
    en: {
      title: "A number out of bounds",
      message: "Line {line}: the number “{value}” is too long to be used.",
      help: "Check whether it is a slip.",
    },
  },
  BF4050: {
    severity: "error",
    zh: {
      title: "缺少必填的一项",
      message: "{where}缺少“{name}”。",
      help: "请补上“{name}”。",
    },
    en: {
      title: "A required entry is missing",
      message: "{whereEn} lacks “{name}”.",
      help: "Add “{name}”.",
    },
  },
  BF4051: {
    severity: "error",
    zh: {
      title: "不认识的一项",
      message: "{where}里没有“{name}”这一项。",
      help: "这里可以写：{known}。",
    },
    en: {
      title: "An unknown entry",
      message: "{whereEn} has no entry “{name}”.",
      help: "Known here are: {known}.",
    },
  },
  BF4052: {
    severity: "error",
    zh: {
      title: "不认识的一项",
      message: "{where}里没有“{name}”这一项，想必是“{suggestion}”。",
      help: "请改为“{suggestion}”。",
    },
    en: {
      title: "An unknown entry",
      message: "{whereEn} has no entry “{name}”; “{suggestion}” is probably meant.",
      help: "Write “{suggestion}”.",
    },
  },
  BF4053: {
    severity: "error",
    zh: {
      title: "内容的形式不对",
      message: "{where}应当是{expected}，现在是{found}。",
      help: "请按应有的形式改写。",
    },
    en: {
      title: "The wrong form",
      message: "{whereEn} should be {expectedEn}, but is {foundEn}.",
      help: "Rewrite it in that form.",
    },
  },
  BF4054: {
    severity: "error",
    zh: {
      title: "内容不合要求",
      message: "{where}的内容“{value}”不合要求：应当是{expected}。",
      help: "请改正。",
    },
    en: {
      title: "Content that does not fit",
      message: "{whereEn} has the content “{value}”, but should be {expectedEn}.",
      help: "Correct it.",
    },
  },
  BF4055: {
    severity: "error",
    zh: {
      title: "数据的整体形式不对",
      message: "数据文件应当先写对象名，再写该对象的清单。",
      help: "例如：{example}。",
    },
    en: {
      title: "The form of the whole data",
      message: "A data file names the kind of subject first, then lists its subjects.",
      help: "For example: {example}.",
    },
  },
  BF4056: {
    severity: "error",
    zh: {
      title: "字段名写错了",
      message: "“{kind}”没有字段“{field}”，想必是“{suggestion}”（共 {count} 处）。",
      help: "请改为“{suggestion}”；改之前这些内容没有读入。",
    },
    en: {
      title: "A misspelt field",
      message: "“{kind}” has no field “{field}”; “{suggestion}” is probably meant ({count} [place|places]).",
      help: "Write “{suggestion}”; until then it is not read.",
    },
  },
  BF4057: {
    severity: "info",
    zh: {
      title: "没有用到的字段",
      message: "办法没有用到“{kind}”的这些内容：{fields}。",
      help: "不需要处理；如果其中有该用的，请改成办法里的字段名。",
    },
    en: {
      title: "Fields that are not used",
      message: "The measure does not use these entries of “{kind}”: {fields}.",
      help: "Nothing to do, unless one of them should be used: then give it the field's name.",
    },
  },
  BF4058: {
    severity: "error",
    zh: {
      title: "YAML 文件里有多份内容",
      message: "第 {line} 行的“---”开始了第二份内容，这里只能有一份。",
      help: "请拆成几个文件，或者删去“---”。",
    },
    en: {
      title: "Several documents in one YAML file",
      message: 'The "---" in line {line} starts a second document; only one is allowed here.',
      help: 'Split the file or delete the "---".',
    },
  },
  BF4090: {
    severity: "error",
    zh: {
      title: "设置里没有这个提示",
      message: "“severity”里的“{name}”不是检查会给出的代码、歧义类别或者类别名。",
      help: "{hint}可以写代码（BF5101）、歧义类别（ORPHAN）或者 syntax、ambiguity、style。",
    },
    en: {
      title: "Settings for a finding that does not exist",
      message: "“{name}” under “severity” is no code, class of ambiguity or family that a check can find.",
      help: "{hintEn} Write a code (BF5101), a class of ambiguity (ORPHAN), or syntax, ambiguity, style.",
    },
  },
  BF4091: {
    severity: "error",
    zh: {
      title: "错误的级别不能改",
      message: "“{name}”是错误：有这种错误的办法得不出唯一的结果，级别不能改。",
      help: "从“severity”里删去这一行，并改正办法。",
    },
    en: {
      title: "Errors stay errors",
      message:
        "“{name}” is an error: a measure that has it does not determine one result, so its severity cannot be set.",
      help: "Delete this line under “severity” and correct the measure.",
    },
  },
});
