import type { data as messages } from "../catalogue/data.ts";
import type { Explanations } from "./explanation.ts";

/** BF4xxx: files and the facts in them. */
export const data: Explanations<typeof messages> = {
  BF4001: {
    zh: "文件名拼错了、扩展名被系统隐藏了，或者命令是在别的文件夹里运行的。相对路径从运行命令的文件夹算起。",
    en: "The name is misspelt, the system hides the ending, or the command runs in another folder. Relative paths start from the folder of the command.",
  },
  BF4002: {
    zh: "命令要的是一个文件，给的是文件夹。路径后面补上文件名。",
    en: "The command needs a file and was given a folder. Add the name of the file.",
  },
  BF4003: {
    zh: "文件长度为零。多半是保存或者下载没有完成；空文件不能当作“没有数据”，那会让所有人都变成未报。",
    en: "The file has no content, mostly because a save or a download was cut off. It is not taken to mean “no data”, which would leave everyone unreported.",
  },
  BF4004: {
    zh: "上限保证读取在合理的时间和内存里完成。数据确实很多的，按单位或者按对象拆成几个文件，一次都给出即可。",
    en: "The limit keeps reading within reasonable time and memory. Split large data by organisation or by subject and give all the files.",
  },
  BF4005: {
    zh: "系统不让读这个文件：没有权限，或者正被别的程序占用。Excel 打开着的文件先关闭。",
    en: "The system refuses: no permission, or another program holds the file. Close it in the spreadsheet first.",
  },
  BF4006: {
    zh: "工作簿只能作为数据（--data）读取，而且后缀要是 .xlsx：后缀是 .csv 的工作簿，别的程序也会读错。办法文本、参数、案例都是文本文件。",
    en: "A workbook is read as data (--data) only, and with the ending .xlsx: called .csv, other programs would misread it too. Measures, parameters and cases are text.",
  },
  BF4007: {
    zh: "文件内容是图片、压缩包或者 Word 文档之类，不是文字。检查是否选错了文件；Word 文档先另存为纯文本。",
    en: "The content is a picture, an archive, a word-processor document or the like. See whether it is the right file; save a document as plain text first.",
  },
  BF4008: {
    zh: "文件没有写明编码，又不是 UTF-8，就按国标编码读取，这是旧版 Excel 的默认。中文显示正常就不用管，显示成乱码的请另存为 UTF-8。",
    en: "The file names no encoding and is not UTF-8, so it was read in the national encoding, the default of older spreadsheets. If the characters look right nothing needs doing; if not, save it as UTF-8.",
  },
  BF4009: {
    zh: "两种常用编码都对不上，强行读取会得到乱码，姓名和单位就会错。用原来的程序打开，另存为 UTF-8。",
    en: "Neither of the usual encodings fits, and reading on would garble names. Open it in the program it came from and save it as UTF-8.",
  },
  BF4010: {
    zh: "读法由扩展名决定。内容对而扩展名不对的，改扩展名；不是这几种格式的，先转换。",
    en: "The ending decides how a file is read. Rename a file whose ending is wrong; convert one of another format.",
  },
  BF4011: {
    zh: "没有写入权限、磁盘满了，或者文件正被打开。写入是一次完成的：失败时原来的文件保持不变。",
    en: "No permission, a full disk, or the file is open elsewhere. Writing happens at once: after a failure the old file is as it was.",
  },
  BF4012: {
    zh: "办法考核几类对象，表头又不能说明这张表是哪一类。在命令里写明“对象名=文件”。",
    en: "The measure has several kinds of subject and the header fits more than one. Say KIND=FILE in the command.",
  },
  BF4013: {
    zh: "命令里“对象名=文件”的对象名，与办法里“对象”声明的不一致。",
    en: "The kind before the equals sign in the command is not one the measure declares.",
  },
  BF4014: {
    zh: "“对象名.列表=文件”里的列表，要是该对象用“多份”“每月一份”等声明的记录栏目。",
    en: "In KIND.LIST=FILE the list is a field of that subject declared to hold several records.",
  },
  BF4015: {
    zh: "文件按原来的编码写回，原来的程序才读得出来。GB18030（GBK）的字节有时恰好也是合法的 UTF-8；整理去掉了全角空格或标点以后，剩下的字节会被当成 UTF-8，读成乱码。",
    en: "A file keeps its encoding, so that the program it came from still reads it. Bytes of GB18030 (GBK) can happen to be valid UTF-8; once full-width spaces or punctuation are gone, what remains would be taken for UTF-8 and read as nonsense.",
  },
  BF4020: {
    zh: "程序在前几行里找含有标识列（例如编号）的一行作表头。表头用了别的名称，或者标识列没有名称，就找不到。",
    en: "The header is the first row with the id column. It is not found when the header calls the column something else or leaves its name out.",
  },
  BF4021: {
    zh: "列名与字段名差一两个字。按猜测读入可能把数据放错栏，所以要求改正；也可以在办法里给字段加别名。",
    en: "The column differs from a field by a character or two. Reading it on a guess could put data into the wrong field. Correct it, or declare an alias in the measure.",
  },
  BF4022: {
    zh: "表里有办法用不到的列，例如备注、联系电话，不影响结果。列在这里，是因为有时其实是字段名写错了。",
    en: "Columns the measure does not use, such as remarks, change nothing. They are listed because one of them may be a misspelt field.",
  },
  BF4023: {
    zh: "没有标识列，就分不清每一行是谁，也不能与往年结果、记录表对应。",
    en: "Without the id column the rows cannot be told apart, nor matched with earlier results and lists of records.",
  },
  BF4024: {
    zh: "办法要用的栏目表里没有，相关的结果只能待定。不是当作零：没有报和报了零，后果不同。",
    en: "The table lacks fields the measure uses, so what depends on them is undetermined. They are not taken for zero: unreported and zero have different consequences.",
  },
  BF4025: {
    zh: "两列同名，内容可能不同，不知道以哪一列为准。删去一列，或者改名。",
    en: "Two columns have one name and may hold different things. Delete or rename one.",
  },
  BF4026: {
    zh: "一行的格子比表头多，多半是某一格的文字里有逗号而没有加引号，从那一格起全部错位。",
    en: "A row has more cells than the header, mostly because a text holds a comma without quotation marks; from there on every cell is shifted.",
  },
  BF4027: {
    zh: "有的行末尾少了格子，缺的按未填处理。Excel 省略行末空格子时会这样，一般没有问题；如果是行中间漏了一格，后面就会错位，请核对第一处。",
    en: "Some rows end early; what is missing counts as not filled in. Spreadsheets leave out trailing empty cells, which is harmless; a cell missing in the middle would shift the rest, so look at the first place.",
  },
  BF4028: {
    zh: "一格的文字以双引号开始就要以双引号结束；文字里面的双引号写两遍。少了一个，后面许多行会并成一格。",
    en: "A cell that opens with a double quotation mark closes with one, and one inside is doubled. If one is missing many rows run together.",
  },
  BF4029: {
    zh: "表头上面有“某某县考核数据”之类的标题行，已经跳过。只是告知；如果被跳过的其实是数据，请检查表头。",
    en: "Title rows above the header were passed over. This is for information; if they were data, look at the header.",
  },
  BF4030: {
    zh: "表头写的单位和办法里的不一样，例如一个是元、一个是百分比。按哪个读都可能差很多倍，所以要求写明。",
    en: "The unit in the header is not that of the measure. Reading it either way could be wrong by a large factor.",
  },
  BF4031: {
    zh: "每个对象有多条的内容（例如通报、月度考核）放不进一格。另存一张表，每条一行，带上对象的标识。",
    en: "What a subject has several of does not fit into a cell. Put it into a table of its own, one row each with the id of the subject.",
  },
  BF4032: {
    zh: "记录里的编号在对象的表里找不到：编号写错了，或者对象的表不全。不属于任何人的记录不会计入任何人。",
    en: "The id of a record is not among the subjects: it is misspelt, or the table of subjects is incomplete. The record counts for nobody.",
  },
  BF4033: {
    zh: "这一行记录没有填是谁的。合并单元格另存为 CSV 后，只有第一行保留内容，是最常见的原因。",
    en: "The row does not say whose record it is. Merged cells keep their content in the first row only when saved as CSV, which is the usual cause.",
  },
  BF4034: {
    zh: "只有表头，没有数据。确实没有对象或者记录的，可以不理会；否则检查是不是导出时选错了范围。",
    en: "A header and no rows. If there really are none, all is well; otherwise the wrong range was exported.",
  },
  BF4035: {
    zh: "两列的名称只差一个字，多半是改表时留下的旧列，或者同一项内容填了两遍。只读名称完全相符的那一列；另一列里如果是新的内容，就会漏掉。",
    en: "Two columns whose names differ by a character: often an old column that was left behind, or one fact filled in twice. Only the one with the exact name is read; what is new in the other would be lost.",
  },
  BF4036: {
    zh: "表格上方常写“单位：万元”，说的是下面没有另写单位的各列。与办法的单位不一样时，按哪个读都可能差很多倍，所以要求写进这一列的表头。",
    en: "A title often says “单位：万元” for all columns that state no unit. Where that is not the unit of the measure, either reading may be wrong by a large factor, so the heading must say.",
  },
  BF4037: {
    zh: "一列都填百分数，中间有几格是 0.92 这样的小数：多半是这几格没有设成百分比格式。读作 0.92% 会差一百倍，请逐格核对。",
    en: "A column of percentages with a few numbers such as 0.92: mostly cells that lack the percentage format. Read as 0.92% they would be wrong by a factor of a hundred; check each.",
  },
  BF4038: {
    zh: "按月、按季的记录没有写明是哪一期，只能照先后算；中间缺报一期，后面各期就都错了一位。请加上期次一列。",
    en: "Records of months or quarters that do not say which can only be taken in turn; where one is missing in between, all behind it are off by one. Add a column for the period.",
  },
  BF4040: {
    zh: "JSON 对标点要求很严：名称和文字用半角双引号，各项之间用逗号。提示的位置或者它前面一处有误。",
    en: "JSON is strict about its marks: double quotation marks around names and texts, commas between entries. The slip is at the place named or just before it.",
  },
  BF4041: {
    zh: "JSON 的标点要用半角。中文输入法下打出的冒号、逗号、引号看上去差不多，却不能用。",
    en: "JSON uses ASCII marks. The full-width colon, comma and quotation marks of a Chinese input method look alike and do not count.",
  },
  BF4042: {
    zh: "文件没有写完就结束了：复制时漏了末尾，或者少了一个括号。",
    en: "The file ends before it is complete: the end was not copied, or a bracket is missing.",
  },
  BF4043: {
    zh: "删去最后一项以后，前一项的逗号忘了删，很常见。",
    en: "The last entry was deleted and the comma before it stayed.",
  },
  BF4044: {
    zh: "YAML 用缩进表示层次，冒号后面要有空格。这一行或者上一行的缩进、冒号、引号多半有误。",
    en: "YAML shows levels by indentation and wants a space behind a colon. Look at indentation, colons and quotes of this line and the one above.",
  },
  BF4045: {
    zh: "YAML 只认空格缩进：制表符在不同的编辑器里宽度不同，层次会看错。",
    en: "YAML is indented with spaces only: tabs differ in width from editor to editor, and so would the levels.",
  },
  BF4046: {
    zh: "同一处写了两次同样的名称，后一个会盖掉前一个，所以不接受。",
    en: "The same name stands twice in one place. One would silently replace the other, so neither is taken.",
  },
  BF4047: {
    zh: "数据只需要几层（对象、各项、记录）。这么深的嵌套多半是文件有误，上限也防止恶意文件耗尽内存。",
    en: "Data need a few levels only. Nesting this deep is a slip, and the limit keeps a hostile file from using up the memory.",
  },
  BF4048: {
    zh: "YAML 的引用可以让很小的文件展开成极大的内容。超过上限的不读；直接写出内容即可。",
    en: "References let a small YAML file expand into an enormous one. Beyond the limit it is not read; write the content out.",
  },
  BF4049: {
    zh: "数是精确计算的，但几千位的数没有实际意义，多半是粘贴错了。",
    en: "Numbers are exact, but one with thousands of digits is a slip of pasting.",
  },
  BF4050: {
    zh: "这种文件必须有这一项，没有就不知道怎样处理。格式见 schemas/README.md。",
    en: "This kind of file cannot do without the entry. schemas/README.md has the formats.",
  },
  BF4051: {
    zh: "这里不能有这一项。不悄悄忽略，因为它可能是写错位置或者写错名称的重要内容。",
    en: "No such entry belongs here. It is not silently ignored, as it may be something important under a wrong name or in a wrong place.",
  },
  BF4052: {
    zh: "名称与一个认识的差一两个字，多半是拼写错误。",
    en: "The name differs from a known one by a character or two: a spelling slip.",
  },
  BF4053: {
    zh: "这里要的是另一种形式，例如要清单而写了一个数，要文字而写了一组内容。注意缩进和短横线。",
    en: "Another form is needed here, such as a list where one number stands. Look at indentation and dashes.",
  },
  BF4054: {
    zh: "形式对，内容不在允许的范围里，例如年度不是四位数，或者不是规定的几个词之一。",
    en: "The form is right and the content is not allowed: a year that has not four digits, a word that is not one of those listed.",
  },
  BF4055: {
    zh: "数据文件最外层是“对象名: 清单”，这样一个文件可以放几类对象。",
    en: "The outermost level of a data file is KIND: LIST, so that one file can hold several kinds of subject.",
  },
  BF4056: {
    zh: "字段名与办法里的差一两个字。按猜测读入可能放错栏，所以要求改正。",
    en: "The field differs from one of the measure by a character or two. Reading it on a guess could put data into the wrong field.",
  },
  BF4057: {
    zh: "数据里有办法用不到的内容，不影响结果。列在这里，是因为有时其实是字段名写错了。",
    en: "The data hold entries the measure does not use. They change nothing; they are listed because one may be a misspelt field.",
  },
  BF4058: {
    zh: "YAML 的“---”表示另起一份内容。这里只读一份，第二份读不读都可能不合本意。",
    en: "“---” starts another document. Only one is read here, and to read or to drop the second could both be wrong.",
  },
  BF4060: {
    zh: "数据里的字段在办法里没有声明，也没有相近的。补上声明，或者从数据里删去。",
    en: "The data have a field that the measure does not declare, and none is near it. Declare it, or take it out of the data.",
  },
  BF4061: {
    zh: "没有标识的对象，结果里说不清是谁，也不能与往年结果对应。",
    en: "A subject without an id cannot be named in results nor matched with earlier years.",
  },
  BF4062: {
    zh: "两行的标识相同：可能是同一个人报了两次，也可能是编号写错了。两种情况的处理不同，程序不代为选择。",
    en: "Two rows share an id: one subject reported twice, or a wrong id. The two are put right differently, so nothing is chosen.",
  },
  BF4063: {
    zh: "这一格的内容不是该字段要的种类，例如分数栏里写了“八十”或者“见附件”。改正之前按未填处理，不会猜成零。",
    en: "The cell does not hold what the field needs, such as words in a column of points. Until it is corrected it counts as not filled in, never as zero.",
  },
  BF4064: {
    zh: "填的数超出了办法规定的范围，例如满分100分填了101分。可能多打了一位，也可能加分没有单独填。",
    en: "The number lies outside the range the measure states, such as 101 of 100 points: a digit too many, or extra points not kept apart.",
  },
  BF4065: {
    zh: "小数位数比规定的多。四舍五入还是截去，会影响排名和分数线，所以由填报的人来定。",
    en: "More decimals than the measure records. Whether they are rounded or cut can decide a rank or a threshold, so whoever reports decides.",
  },
  BF4066: {
    zh: "这一栏只能填列明的几个词。不在其中的，办法没有说怎样处理。",
    en: "Only the words listed may stand in this field. For any other the measure says nothing.",
  },
  BF4067: {
    zh: "与可填的一个词只差一两个字，多半是笔误。不自动改，因为“较大”和“重大”也只差一个字。",
    en: "The entry differs from an allowed word by a character or two. It is not corrected silently: 较大 and 重大 differ by one character too.",
  },
  BF4068: {
    zh: "0.8 可能是 0.8%，也可能是 80%，相差一百倍。整列都在 0 到 1 之间时分不清，所以要求写明百分号。",
    en: "0.8 may be 0.8% or 80%. When a whole column lies between 0 and 1 there is no telling, so the percent sign is asked for.",
  },
  BF4069: {
    zh: "日期可以写 2018-04-23、2018/4/23、2018年4月23日等。看不懂的按未填处理。",
    en: "Dates may be written 2018-04-23, 2018/4/23, 2018年4月23日 and so on. What cannot be read counts as not filled in.",
  },
  BF4070: {
    zh: "这一栏写的是另一个对象的编号，而那个对象不在数据里：编号写错了，或者少给了一个文件。",
    en: "The field names another subject by its id, and the data lack that subject: the id is wrong, or a file was not given.",
  },
  BF4071: {
    zh: "每期一份的内容，同一期出现了两份，不知道用哪一份。",
    en: "There is one record a period, and this period has two. Which one counts is unknown.",
  },
  BF4072: {
    zh: "期次写成3月、第1季度、2018-03 这样。不在考核年度里的记录不应计入，所以指出来。",
    en: "Periods are written as 3月, 第1季度 or 2018-03. A record outside the assessed year should not count, so it is pointed out.",
  },
  BF4073: {
    zh: "数据里的对象名与办法里用“对象”声明的不一致，这部分数据不知道给谁用。",
    en: "The data name a kind of subject that the measure does not declare.",
  },
  BF4074: {
    zh: "参数文件里的名称，办法里没有用“参数”声明。",
    en: "The file gives a parameter that the measure does not declare.",
  },
  BF4075: {
    zh: "参数名与办法里的差一两个字。改正之前，真正的参数没有值，受影响的结果待定。",
    en: "The name differs from a parameter by a character or two. Until it is corrected that parameter has no value and what depends on it is undetermined.",
  },
  BF4076: {
    zh: "参数的值不合它的种类或者范围，例如名额写成了小数。",
    en: "The value does not fit the parameter, such as a quota that is not a whole number.",
  },
  BF4077: {
    zh: "“参数 合格起点 < 优秀起点”保证各档不重叠、不留空当，不必先知道数值。给的数值反过来了，一个得分就会同时在两档里，所以不用。",
    en: "The order promised for open figures is what keeps the bands apart before the figures are known. With figures the other way round one score would lie in two bands, so they are not used.",
  },
  BF4080: {
    zh: "两个历史文件都有同一年度的结果。两份不一致时，连续几年的判断会不同，所以只能给一份。",
    en: "Two history files hold results of one year. If they differ, so do rules on consecutive years; give one.",
  },
  BF4081: {
    zh: "历史结果是另一份办法算出来的。同名的等次在两份办法里含义可能不同，不能混用。",
    en: "The history was computed by another measure. Grades of the same name may mean different things there.",
  },
  BF4082: {
    zh: "这里要一个日期，例如 2019-01-10。",
    en: "A date is needed here, such as 2019-01-10.",
  },
  BF4083: {
    zh: "用例重名，报告不符的时候就分不清是哪一个。",
    en: "With two cases of one name a failure could not be told apart.",
  },
  BF4084: {
    zh: "许多规定与年度有关（连续几年、施行日期），所以每个用例要有年度；可以统一写在 defaults 里。",
    en: "Many rules depend on the year, so every case has one; it may be stated once under defaults.",
  },
  BF4085: {
    zh: "用例预期了一个对象的结果，但没有给它数据。多半是编号两处写得不一样。",
    en: "The case expects a result for a subject it has no data for. Mostly the id is written differently in the two places.",
  },
  BF4086: {
    zh: "两类对象里有同样的编号，预期要写成“对象名/编号”。",
    en: "Two kinds of subject share this id; write the expectation as KIND/ID.",
  },
  BF4087: {
    zh: "任职的起止要分得出某一天是谁任职。止在起之前，或者同一个人的两段重叠，多半是日期写错了；这一栏按没有填报处理，用到它的后果待定。",
    en: "Dates of office have to tell who was in office on a day. An end before its beginning, or two overlapping terms of one person, is mostly a slip; the field counts as not reported, and consequences that need it are undetermined.",
  },
  BF4088: {
    zh: "结果文件写明自己的格式版本。版本不同，同一个字段可能有别的含义，照读就可能算错，所以不读。",
    en: "A file of results says the version of its format. Under another version a field may mean something else, so it is not read at all.",
  },
  BF4090: {
    zh: "级别按代码、歧义类别或者类别名设定。写错的名称如果悄悄忽略，以为已经设好的级别其实没有生效。",
    en: "Severities are set by code, class of ambiguity or family. Were a misspelt name ignored, a setting would seem to hold and not do so.",
  },
  BF4091: {
    zh: "错误不是意见：有错误的办法，有的人得不出唯一的结果。能调的是警告和提示的级别。",
    en: "An error is no opinion: under a measure that has one, somebody has no single result. Warnings and notes can be set.",
  },
  BF4097: {
    zh: "办法按季度、按月或者按半年考核的，历史结果和用例都要写明是哪一期：“year”写年度，“period”写季度、月份或者半年，例如 2026-Q1、2026-03、2026-H1。每年考核的办法不写“period”。常见的原因是拿了每年考核的历史结果。",
    en: "Where a measure is assessed by quarter, month or half-year, earlier results and cases say which: the year in “year”, and in “period” a quarter, month or half-year such as 2026-Q1, 2026-03 or 2026-H1. A yearly measure has no “period”. Mostly the history is that of a yearly measure.",
  },
};
