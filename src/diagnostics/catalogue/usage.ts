import { family } from "../message.ts";

/** BF9xxx: the command line and the files it names. */
export const usage = family({
  BF9001: {
    severity: "error",
    zh: {
      title: "没有这个命令",
      message: "没有“{command}”这个命令。",
      help: "可用的命令有 {commands}；运行 banfa --help 查看说明。",
    },
    en: {
      title: "No such command",
      message: "There is no command “{command}”.",
      help: "The commands are {commands}; run banfa --help for what they do.",
    },
  },
  BF9002: {
    severity: "error",
    zh: {
      title: "没有这个选项",
      message: "“{command}”命令没有“{option}”这个选项。",
      help: "运行 banfa {command} --help 查看它的选项。",
    },
    en: {
      title: "No such option",
      message: "The command “{command}” has no option “{option}”.",
      help: "Run banfa {command} --help for its options.",
    },
  },
  BF9003: {
    severity: "error",
    zh: {
      title: "命令不完整",
      message: "“{command}”命令还缺 {missing}。",
      help: "例如：{example}",
    },
    en: {
      title: "Incomplete command",
      message: "The command “{command}” still needs {missing}.",
      help: "For example: {example}",
    },
  },
  BF9004: {
    severity: "error",
    zh: {
      title: "选项的值不对",
      message: "{option} 不能是“{value}”。",
      help: "请填写 {expected}。",
    },
    en: {
      title: "Wrong value of an option",
      message: "{option} cannot be “{value}”.",
      help: "Give {expected}.",
    },
  },
  BF9005: {
    severity: "error",
    zh: {
      title: "多余的内容",
      message: "“{command}”命令后面多了“{argument}”。",
      help: "文件名里有空格时请加引号；运行 banfa {command} --help 查看写法。",
    },
    en: {
      title: "Too many arguments",
      message: "“{argument}” is one argument too many for “{command}”.",
      help: "Quote a file name that contains spaces; run banfa {command} --help for the usage.",
    },
  },
  BF9010: {
    severity: "error",
    zh: {
      title: "找不到文件",
      message: "找不到文件 {file}。",
      help: "请核对文件名和所在文件夹。{hint}",
    },
    en: {
      title: "File not found",
      message: "There is no file {file}.",
      help: "Check the name and the folder. {hint}",
    },
  },
  BF9011: {
    severity: "error",
    zh: {
      title: "文件读不出来",
      message: "读不了 {file}：{reason}。",
      help: "请确认它是一个文件、没有被其他程序占用，并且您有读取权限。",
    },
    en: {
      title: "File cannot be read",
      message: "{file} cannot be read: {reason}.",
      help: "Check that it is a file, that no other program locks it, and that you may read it.",
    },
  },
  BF9012: {
    severity: "error",
    zh: {
      title: "文件写不进去",
      message: "写不了 {file}：{reason}。",
      help: "请确认文件夹存在、磁盘有空间，并且您有写入权限。",
    },
    en: {
      title: "File cannot be written",
      message: "{file} cannot be written: {reason}.",
      help: "Check that the folder exists, that the disk has room, and that you may write there.",
    },
  },
  BF9013: {
    severity: "error",
    zh: {
      title: "输出会盖掉输入",
      message: "输出文件 {file} 同时也是输入文件。",
      help: "请换一个输出文件名。",
    },
    en: {
      title: "Output would replace input",
      message: "The output file {file} is also an input.",
      help: "Choose another name for the output.",
    },
  },
  BF9014: {
    severity: "error",
    zh: {
      title: "不是办法的文本",
      message: "{file} 不是 UTF-8 文本，看起来像{kind}。",
      help: "请另存为 UTF-8 编码的纯文本（.banfa）后再试。",
    },
    en: {
      title: "Not the text of a measure",
      message: "{file} is not UTF-8 text; it looks like {kind}.",
      help: "Save it as plain text in UTF-8 (.banfa) and try again.",
    },
  },
  BF9020: {
    severity: "error",
    zh: {
      title: "办法有错误，未能计算",
      message: "{file} 有 {errors} 个错误，没有计算。",
      help: "请先改正上面列出的错误；banfa check {file} 可以单独检查。",
    },
    en: {
      title: "Not computed: the measure has errors",
      message: "{file} has {errors} error(s), so nothing was computed.",
      help: "Correct the errors listed above first; banfa check {file} checks it alone.",
    },
  },
  BF9021: {
    severity: "error",
    zh: {
      title: "没有这个对象",
      message: "数据中没有标识为“{id}”的对象。",
      help: "{hint}",
    },
    en: {
      title: "No such subject",
      message: "The data have no subject with the id “{id}”.",
      help: "{hint}",
    },
  },
  BF9022: {
    severity: "error",
    zh: {
      title: "标识不唯一",
      message: "标识“{id}”同时属于 {kinds}。",
      help: "请写明是哪一种对象，例如 --subject {example}。",
    },
    en: {
      title: "Ambiguous id",
      message: "The id “{id}” belongs to {kinds} at once.",
      help: "Say which kind is meant, for example --subject {example}.",
    },
  },
  BF9023: {
    severity: "error",
    zh: {
      title: "没有案例",
      message: "{file} 旁边没有 cases.yaml。",
      help: "请把案例写在同一文件夹的 cases.yaml 里，或者用 banfa test 办法文件 案例文件 指明。",
    },
    en: {
      title: "No cases",
      message: "There is no cases.yaml beside {file}.",
      help: "Write the cases into cases.yaml in the same folder, or name the file: banfa test MEASURE CASES.",
    },
  },
  BF9024: {
    severity: "error",
    zh: {
      title: "有缺失或有误的数据，未能计算",
      message: "要求数据齐全（--strict），但有 {count} 处缺失或有误，没有计算。",
      help: "请先补正上面列出的数据；去掉 --strict 则照常计算，受影响的对象列为“未定”。",
    },
    en: {
      title: "Not computed: facts are missing or wrong",
      message:
        "Complete data were asked for (--strict), but {count} fact(s) are missing or wrong; nothing was computed.",
      help: "Correct the data listed above; without --strict everyone is computed and those affected are undetermined.",
    },
  },
  BF9025: {
    severity: "error",
    zh: {
      title: "无法判断数据属于哪种对象",
      message: "看不出 {file} 是哪一种对象的数据，本办法有 {kinds}。",
      help: "请在文件名前写明，例如 --data {example}。",
    },
    en: {
      title: "Unclear which subjects a file holds",
      message: "It is not clear which subjects {file} holds; this measure has {kinds}.",
      help: "Name them before the file, for example --data {example}.",
    },
  },
  BF9030: {
    severity: "error",
    zh: {
      title: "未按规范排版",
      message: "{file} 的排版与规范不一致，第 {line} 行起不同。",
      help: "运行 banfa fmt {file} 即可整理，内容不会改变。",
    },
    en: {
      title: "Not in canonical layout",
      message: "{file} is not in canonical layout; it differs from line {line} on.",
      help: "Run banfa fmt {file} to lay it out; its meaning stays the same.",
    },
  },
  BF9090: {
    severity: "error",
    zh: {
      title: "程序内部错误",
      message: "程序内部出错，这不是您的问题：{reason}",
      help: "请把命令、所用文件和本条信息报告给维护者；设置 BANFA_DEBUG=1 再运行可显示详细位置。",
    },
    en: {
      title: "Internal failure",
      message: "The program itself failed; this is not your mistake: {reason}",
      help: "Please report the command, the files and this message; run again with BANFA_DEBUG=1 for the details.",
    },
  },
});
