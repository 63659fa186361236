import { family } from "../message.ts";
import { dataDocuments } from "./data-documents.ts";
import { dataFacts } from "./data-facts.ts";
import { dataTables } from "./data-tables.ts";

/**
 * BF4xxx: facts, parameters, histories and cases. BF4001 to BF4019 here: a file cannot be read at all or
 * cannot be written (exit code 2 of the command line, except the notes); tables (CSV) BF4020 to BF4039;
 * documents (JSON, YAML) BF4040 to BF4059; single facts BF4060 to BF4079; histories and cases from BF4080.
 */
export const data = family({
  BF4001: {
    severity: "error",
    zh: {
      title: "找不到文件",
      message: "找不到文件“{path}”。",
      help: "请检查文件名和所在文件夹是否正确；相对路径从当前文件夹算起。",
    },
    en: {
      title: "File not found",
      message: "There is no file “{path}”.",
      help: "Check the name and the folder; a relative path starts at the current folder.",
    },
  },
  BF4002: {
    severity: "error",
    zh: {
      title: "是文件夹，不是文件",
      message: "“{path}”是一个文件夹，不是文件。",
      help: "请写出文件夹里那个文件的名称。",
    },
    en: {
      title: "A folder, not a file",
      message: "“{path}” is a folder, not a file.",
      help: "Name the file inside the folder.",
    },
  },
  BF4003: {
    severity: "error",
    zh: {
      title: "文件是空的",
      message: "文件“{path}”里没有内容。",
      help: "请确认导出成功后再试；如果本来就没有记录，CSV 文件也要保留表头那一行。",
    },
    en: {
      title: "The file is empty",
      message: "The file “{path}” has no content.",
      help: "Export it again; a CSV file without records still needs its header row.",
    },
  },
  BF4004: {
    severity: "error",
    zh: {
      title: "文件太大",
      message: "文件“{path}”有 {size} MB，超过了 {limit} MB 的上限。",
      help: "请拆成几个文件；YAML 文件也可以改存为 CSV 或 JSON，它们的上限高得多。",
    },
    en: {
      title: "The file is too large",
      message: "The file “{path}” has {size} MB; the limit is {limit} MB.",
      help: "Split it; a YAML file can also be saved as CSV or JSON, whose limit is much higher.",
    },
  },
  BF4005: {
    severity: "error",
    zh: {
      title: "无法读取文件",
      message: "无法读取文件“{path}”（{reason}）。",
      help: "请确认有权限打开它，并且没有被其他程序占用。",
    },
    en: {
      title: "The file cannot be read",
      message: "The file “{path}” cannot be read ({reason}).",
      help: "Check that you may open it and that no other program holds it.",
    },
  },
  BF4006: {
    severity: "error",
    zh: {
      title: "这里不能用 Excel 工作簿",
      message: "文件“{path}”是 Excel 工作簿，不能当作文本读取。",
      help: "数据文件请用 .xlsx 作后缀（旧的 .xls、.et 先另存为 .xlsx）；别的文件请另存为文本。",
    },
    en: {
      title: "An Excel workbook where a text is needed",
      message: "The file “{path}” is an Excel workbook and cannot be read as text.",
      help: "Give data the ending .xlsx (save an old .xls or .et as .xlsx first); save other files as text.",
    },
  },
  BF4007: {
    severity: "error",
    zh: {
      title: "不是文本文件",
      message: "文件“{path}”不是文本文件（看起来是{format}）。",
      help: "请提供 .xlsx、CSV、JSON 或 YAML 文件。",
    },
    en: {
      title: "Not a text file",
      message: "The file “{path}” is not a text file (it looks like {formatEn}).",
      help: "Give an .xlsx, CSV, JSON or YAML file.",
    },
  },
  BF4008: {
    severity: "info",
    zh: {
      title: "按推断的编码读取",
      message: "文件“{path}”不是 UTF-8 编码，已按 {encoding} 读取。",
      help: "如果中文显示不对，请另存为 UTF-8（在 Excel 中是“CSV UTF-8（逗号分隔）”）。",
    },
    en: {
      title: "Read with an assumed encoding",
      message: "The file “{path}” is not UTF-8; it was read as {encoding}.",
      help: 'If the text looks wrong, save the file as UTF-8 ("CSV UTF-8" in Excel).',
    },
  },
  BF4009: {
    severity: "error",
    zh: {
      title: "认不出文字编码",
      message: "文件“{path}”的文字编码认不出来：既不是 UTF-8，也不是 GB18030（GBK）。",
      help: "请用原来的软件打开，另存为 UTF-8 编码。",
    },
    en: {
      title: "Unknown text encoding",
      message: "The text encoding of “{path}” is unknown: it is neither UTF-8 nor GB18030 (GBK).",
      help: "Open it in the program that wrote it and save it as UTF-8.",
    },
  },
  BF4010: {
    severity: "error",
    zh: {
      title: "不支持的文件类型",
      message: "不知道怎样读“{path}”：这里可以用的文件类型是 {endings}。",
      help: "请换用上述类型，或者把文件名的后缀改对。",
    },
    en: {
      title: "Unsupported type of file",
      message: "How to read “{path}” is unknown: the types that can be used here are {endings}.",
      help: "Use one of these types, or correct the ending of the file's name.",
    },
  },
  BF4011: {
    severity: "error",
    zh: {
      title: "无法写入文件",
      message: "无法写入“{path}”（{reason}），没有留下不完整的文件。",
      help: "请确认文件夹存在、可以写入、磁盘有空间，并且该文件没有在 Excel 中打开。",
    },
    en: {
      title: "The file cannot be written",
      message: "“{path}” cannot be written ({reason}); no incomplete file was left behind.",
      help: "Check that the folder exists and may be written, that the disk has room, and that the file is not open in Excel.",
    },
  },
  BF4012: {
    severity: "error",
    zh: {
      title: "没有说明文件属于哪种考核对象",
      message: "本办法有多种考核对象（{kinds}），文件“{path}”没有说明是哪一种。",
      help: "请写成“对象名=文件”，例如 {example}。",
    },
    en: {
      title: "Which kind of subject the file holds is not said",
      message: "The measure has several kinds of subject ({kinds}); which one “{path}” holds is not said.",
      help: "Write KIND=FILE, for example {example}.",
    },
  },
  BF4013: {
    severity: "error",
    zh: {
      title: "没有这种考核对象",
      message: "办法里没有名为“{name}”的考核对象。",
      help: "可以用的是：{known}。",
    },
    en: {
      title: "No such kind of subject",
      message: "The measure has no kind of subject “{name}”.",
      help: "Known are: {known}.",
    },
  },
  BF4014: {
    severity: "error",
    zh: {
      title: "没有这个记录列表",
      message: "考核对象“{kind}”没有名为“{name}”的记录列表。",
      help: "它的记录列表有：{known}。",
    },
    en: {
      title: "No such list of records",
      message: "The subject “{kind}” has no list of records “{name}”.",
      help: "Its lists are: {known}.",
    },
  },

  BF4080: {
    severity: "error",
    zh: {
      title: "同一期有两份历史结果",
      message: "历史结果中“{period}”出现了两次。",
      help: "每个年度（每一期）只保留一份结果。",
    },
    en: {
      title: "Two earlier results for one period",
      message: "The history holds {period} twice.",
      help: "Keep one result for each year or period.",
    },
  },
  BF4081: {
    severity: "warning",
    zh: {
      title: "历史结果出自另一个办法",
      message: "“{period}”的历史结果出自“{other}”，不是“{measure}”。",
      help: "请确认用的是正确的历史文件；办法改过名称的，可以不理会。",
    },
    en: {
      title: "Earlier results of another measure",
      message: "The results of {period} come from “{other}”, not from “{measure}”.",
      help: "Check that this is the right history; nothing to do if the measure was renamed.",
    },
  },
  BF4082: {
    severity: "error",
    zh: {
      title: "日期不对",
      message: "“{value}”不是日期。",
      help: "请写成 2018-12-31 的样子。",
    },
    en: {
      title: "Not a date",
      message: "“{value}” is not a date.",
      help: "Write it like 2018-12-31.",
    },
  },
  BF4083: {
    severity: "error",
    zh: {
      title: "用例重名",
      message: "有两个用例都叫“{name}”（另一个在第 {other} 行）。",
      help: "请给每个用例起不同的名称。",
    },
    en: {
      title: "Two cases with one name",
      message: "Two cases are called “{name}” (the other one is in line {other}).",
      help: "Give each case a name of its own.",
    },
  },
  BF4084: {
    severity: "error",
    zh: {
      title: "用例没有说明年度",
      message: "用例“{name}”没有写年度。",
      help: "请在该用例或者 defaults 下写 year: 2018。",
    },
    en: {
      title: "A case without a year",
      message: "The case “{name}” does not say its year.",
      help: "Write year: 2018 in the case or under defaults.",
    },
  },
  BF4085: {
    severity: "error",
    zh: {
      title: "预期中的对象不存在",
      message: "用例“{name}”预期了“{subject}”的结果，但它的数据里没有这个对象。",
      help: "它的对象有：{known}。",
    },
    en: {
      title: "An expected subject does not exist",
      message: "The case “{name}” expects a result for “{subject}”, which its data do not hold.",
      help: "Its subjects are: {known}.",
    },
  },
  BF4086: {
    severity: "error",
    zh: {
      title: "编号对应不止一个对象",
      message: "用例“{name}”的预期“{subject}”对应不止一种考核对象（{kinds}）。",
      help: "请写成“对象名/编号”。",
    },
    en: {
      title: "An id that fits several subjects",
      message: "The expectation “{subject}” of the case “{name}” fits several kinds ({kinds}).",
      help: "Write KIND/ID.",
    },
  },
  ...dataTables,
  ...dataDocuments,
  ...dataFacts,
  BF4088: {
    severity: "error",
    zh: {
      title: "历史结果的格式版本不认识",
      message: "历史结果写着格式版本“{format}”，这个版本的 banfa 只认得“{known}”。",
      help: "请用写出这份结果的那个版本，或者用现在的版本重新计算那一期。",
    },
    en: {
      title: "Unknown version of the result format",
      message:
        "The earlier results say version “{format}” of their format; this version of banfa knows “{known}”.",
      help: "Use the version of banfa that wrote them, or compute that period anew with this one.",
    },
  },
  BF4097: {
    severity: "error",
    zh: {
      title: "考核的是哪一期",
      message: "这个办法{cycle}考核一次，{given}。",
      help: "“year”写年度，“period”写{form}。",
    },
    en: {
      title: "Which period is assessed?",
      message: "The measure is assessed {cycleEn}, and {givenEn}.",
      help: "Give the year in “year” and in “period” {formEn}.",
    },
  },
  BF4015: {
    severity: "error",
    zh: {
      title: "不能按原来的编码写回",
      message: "“{path}”原来是 {encoding} 编码，整理后的文字按这种编码写回会读成别的字，所以文件没有改动。",
      help: "先把文件另存为 UTF-8，再整理一次。",
    },
    en: {
      title: "Cannot be written in the encoding it had",
      message:
        "“{path}” is in {encoding}; written back like that, the new text would be read as other characters, so the file was left as it was.",
      help: "Save the file as UTF-8 first, then try again.",
    },
  },
});
