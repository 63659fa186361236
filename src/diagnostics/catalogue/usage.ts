import { family } from "../message.ts";

/** BF9xxx: the command line and the files it names. */
export const usage = family({
  BF9001: {
    severity: "error",
    zh: {
      title: "没有这个命令",
      message: "没有“{command}”这个命令。",
      help: "{hint}可用的命令有 {commands}；运行 banfa --help 查看说明。",
    },
    en: {
      title: "No such command",
      message: "There is no command “{command}”.",
      help: "{hintEn} The commands are {commandsEn}; run banfa --help for what they do.",
    },
  },
  BF9002: {
    severity: "error",
    zh: {
      title: "没有这个选项",
      message: "“{command}”命令没有“{option}”这个选项。",
      help: "{hint}运行 banfa {command} --help 查看它的选项。",
    },
    en: {
      title: "No such option",
      message: "The command “{command}” has no option “{option}”.",
      help: "{hintEn} Run banfa {command} --help for its options.",
    },
  },
  BF9003: {
    severity: "error",
    zh: {
      title: "命令不完整",
      message: "“{command}”命令还缺{missing}。",
      help: "例如：{example}",
    },
    en: {
      title: "Incomplete command",
      message: "The command “{command}” still needs {missingEn}.",
      help: "For example: {example}",
    },
  },
  BF9004: {
    severity: "error",
    zh: {
      title: "选项的值不对",
      message: "{option} 不能是“{value}”。",
      help: "请填写{expected}。",
    },
    en: {
      title: "Wrong value of an option",
      message: "{option} cannot be “{value}”.",
      help: "Give {expectedEn}.",
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
  BF9006: {
    severity: "error",
    zh: {
      title: "选项不能一起用",
      message: "{first} 和 {second} 不能一起用。",
      help: "请只用其中一个。",
    },
    en: {
      title: "Options that exclude each other",
      message: "{first} and {second} cannot be used together.",
      help: "Use one of them.",
    },
  },
  BF9007: {
    severity: "error",
    zh: {
      title: "没有这个代码",
      message: "没有“{code}”这个提示代码。",
      help: "{hint}代码写在每条提示的开头，由 BF 和四位数字组成，例如 BF3102。",
    },
    en: {
      title: "No such code",
      message: "There is no message with the code “{code}”.",
      help: "{hint}The code opens every message: BF and four digits, such as BF3102.",
    },
  },
  BF9008: {
    severity: "error",
    zh: {
      title: "选项要和另一个一起用",
      message: "{option} 要和 {other} 一起用。",
      help: "请加上 {other}，或者去掉 {option}。",
    },
    en: {
      title: "Option without its companion",
      message: "{option} works only together with {other}.",
      help: "Add {other}, or leave {option} out.",
    },
  },
  BF9010: {
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
  BF9011: {
    severity: "error",
    zh: {
      title: "标识不唯一",
      message: "标识“{id}”同时属于“{kinds}”。",
      help: "请写明是哪一种对象，例如 --subject {example}。",
    },
    en: {
      title: "Ambiguous id",
      message: "The id “{id}” belongs to {kinds} at once.",
      help: "Say which kind is meant, for example --subject {example}.",
    },
  },
  BF9012: {
    severity: "error",
    zh: {
      title: "没有案例",
      message: "{file} 旁边没有 cases.yaml。",
      help: "请把案例写在同一文件夹的 cases.yaml 里，或者用“banfa test 办法文件 案例文件”指明。",
    },
    en: {
      title: "No cases",
      message: "There is no cases.yaml beside {file}.",
      help: "Write the cases into cases.yaml in the same folder, or name the file: banfa test MEASURE CASES.",
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
      title: "找不到 git",
      message: "要比较 git 里的版本，可是这台机器上找不到 git 程序。",
      help: "请安装 git；或者把两个版本存成文件，用“banfa diff 旧文件 新文件”。",
    },
    en: {
      title: "git was not found",
      message: "Versions in git were asked for, and there is no git program on this machine.",
      help: "Install git, or save both versions as files: banfa diff OLD NEW.",
    },
  },
  BF9015: {
    severity: "error",
    zh: {
      title: "不在 git 仓库里",
      message: "{folder} 不在 git 仓库里，没有版本可以比较。",
      help: "请在仓库里运行；要比较两个文件，两个文件名都要写对。",
    },
    en: {
      title: "Not a git repository",
      message: "{folder} is not in a git repository, so there are no versions to compare.",
      help: "Run it inside the repository; to compare two files, both names must be those of files.",
    },
  },
  BF9016: {
    severity: "error",
    zh: {
      title: "没有说考核哪一期",
      message: "没有说考核的是哪一期。",
      help: "加上 {option} 和{expected}。",
    },
    en: {
      title: "Which period is assessed?",
      message: "The command does not say which period is assessed.",
      help: "Add {option} with {expectedEn}.",
    },
  },
  BF9017: {
    severity: "error",
    zh: {
      title: "没有这个版本",
      message: "“{revision}”不是文件，在 git 里也没有这个版本。",
      help: "请核对分支、标签或者提交的名称；自动检查时要取得足够的历史（例如 fetch-depth: 0）。",
    },
    en: {
      title: "No such version",
      message: "“{revision}” is no file, and git knows no such revision.",
      help: "Check the name of the branch, tag or commit; in CI fetch enough history (such as fetch-depth: 0).",
    },
  },
  BF9018: {
    severity: "error",
    zh: {
      title: "没有可以比较的",
      message: "“{old}”和“{new}”不能比较：要么都是文件，要么都是文件夹，而且其中有办法（.banfa）。",
      help: "请给两个文件，或者两个文件夹；路径写错时也会这样。",
    },
    en: {
      title: "Nothing to compare",
      message:
        "“{old}” and “{new}” cannot be compared: both must be files, or both folders, with measures (.banfa) in them.",
      help: "Give two files or two folders; a misspelt path also ends here.",
    },
  },
  BF9019: {
    severity: "error",
    zh: {
      title: "git 没有完成",
      message: "git {command} 没有完成：{reason}",
      help: "请在同一文件夹里单独运行 git，看它说什么。",
    },
    en: {
      title: "git failed",
      message: "git {command} failed: {reason}",
      help: "Run git by itself in the same folder to see what it says.",
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
      message: "{file} has {errors} [error|errors], so nothing was computed.",
      help: "Correct the errors listed above first; banfa check {file} checks it alone.",
    },
  },
  BF9021: {
    severity: "error",
    zh: {
      title: "办法有错误，未能编译",
      message: "{file} 有 {errors} 个错误，没有写出任何文件。",
      help: "请先改正上面列出的错误；banfa check {file} 可以单独检查。",
    },
    en: {
      title: "Not compiled: the measure has errors",
      message: "{file} has {errors} [error|errors], so no file was written.",
      help: "Correct the errors listed above first; banfa check {file} checks it alone.",
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
        "Complete data were asked for (--strict), but {count} [fact is|facts are] missing or wrong; nothing was computed.",
      help: "Correct the data listed above; without --strict everyone is computed and those affected are undetermined.",
    },
  },
  BF9025: {
    severity: "error",
    zh: {
      title: "缺数据",
      message: "对象“{subject}”没有填报“{field}”。",
      help: "请补报；确实没有的，请在办法里把该字段写成“可缺”或者给它“缺省”值。",
    },
    en: {
      title: "A fact is missing",
      message: "“{field}” of the subject “{subject}” was not reported.",
      help: "Report it; where there may be none, declare the field optional or give it a default in the measure.",
    },
  },
  BF9026: {
    severity: "error",
    zh: {
      title: "写 Parquet 要另装 DuckDB",
      message: "要把结果写成 Parquet（{file}），写它要用 DuckDB，这里没有安装；没有写出文件。",
      help: "请运行 npm install @duckdb/node-api，或者改写成 .csv、.xlsx、.json。",
    },
    en: {
      title: "Writing Parquet needs DuckDB",
      message:
        "Results as Parquet ({file}) are written with DuckDB, which is not installed here; no file was written.",
      help: "Run npm install @duckdb/node-api, or write .csv, .xlsx or .json.",
    },
  },
  BF9027: {
    severity: "error",
    zh: {
      title: "一个工作簿放不下这么多结果",
      message: "写到 {path} 的工作簿会超过 4 GB，表格程序打不开；没有写出文件。",
      help: "请改写成 .csv、.json 或者 .parquet，再用数据库或者别的程序打开；也可以按单位分成几批计算。",
    },
    en: {
      title: "Too many results for one workbook",
      message:
        "The workbook for {path} would exceed 4 GB, which no spreadsheet program opens; no file was written.",
      help: "Write .csv, .json or .parquet, to be opened with a database or another program; or compute in several parts.",
    },
  },
  BF9028: {
    severity: "info",
    zh: {
      title: "没有分批计算",
      message: "这次没有分批计算：{reason}。",
      help: "结果是一样的，只是数据全部放在内存里。",
    },
    en: {
      title: "Not computed in batches",
      message: "This was not computed in batches: {reasonEn}.",
      help: "The result is the same; all data were held in memory.",
    },
  },
  BF9029: {
    severity: "error",
    zh: {
      title: "中途停止",
      message: "计算中途停止，没有写出结果，原有的文件没有改动。",
      help: "需要结果时请重新运行。",
    },
    en: {
      title: "Stopped half-way",
      message: "The computation was stopped; no result was written and existing files are as they were.",
      help: "Run it again when the result is needed.",
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
  BF9031: {
    severity: "error",
    zh: {
      title: "案例覆盖不足",
      message: "案例没有覆盖到要求的 {threshold}%：{below}。",
      help: "请按上面列出的事实补写案例；--coverage --format json 可列出全部，每一处都有行号。",
    },
    en: {
      title: "The cases reach too little",
      message: "The cases do not reach the {threshold}% asked for: {belowEn}.",
      help: "Write cases with the facts listed above; --coverage --format json lists everything with its line.",
    },
  },
  BF9032: {
    severity: "error",
    zh: {
      title: "案例不符",
      message: "案例“{name}”里“{subject}”的{what}应为“{expected}”，实为“{actual}”。",
      help: "{by}核对案例和办法，看哪一个写错了；banfa explain 可以逐句说明一个对象的结果。",
    },
    en: {
      title: "A case failed",
      message: "In the case “{name}” {whatEn} of {subject} should be {expected} and came out as {actual}.",
      help: "{byEn} See whether the case or the measure is mistaken; banfa explain gives the reasons for one subject.",
    },
  },
  BF9040: {
    severity: "error",
    zh: {
      title: "条款台账不齐全",
      message: "台账不齐全：{what}：{item}。",
      help: "在 inventory.yaml 里补上或者改正这一条；banfa coverage 列出全部。",
    },
    en: {
      title: "Inventory incomplete",
      message: "The inventory is incomplete: {whatEn}: {itemEn}.",
      help: "Add or correct the entry in inventory.yaml; banfa coverage lists them all.",
    },
  },
  BF9041: {
    severity: "error",
    zh: {
      title: "内存不够",
      message: "这份数据在 {budget} MB 内存里算不完。",
      help: "改成 --memory {least}MB 或者更多，再运行一次。",
    },
    en: {
      title: "Not enough memory",
      message: "These data cannot be computed within {budget} MB of memory.",
      help: "Run it again with --memory {least}MB or more.",
    },
  },
  BF9042: {
    severity: "warning",
    zh: {
      title: "问题太多，没有全部列出",
      message: "另有 {count} 处问题没有列出，其中 {errors} 处是错误。",
      help: "先改正列出的，再运行一次；同样的错误往往整列都是。",
    },
    en: {
      title: "Too many problems to list",
      message: "{count} more [problem is|problems are] not listed, {errors} of them errors.",
      help: "Mend those that are listed and run it again; the same slip often fills a whole column.",
    },
  },
  BF9043: {
    severity: "error",
    zh: {
      title: "不能限定内存",
      message: "这次不能限定内存：{reason}。",
      help: "去掉 --memory，就把数据全部放在内存里计算，结果是一样的。",
    },
    en: {
      title: "Memory cannot be bounded",
      message: "Memory cannot be bounded here: {reasonEn}.",
      help: "Leave --memory out to compute it with all data in memory; the result is the same.",
    },
  },
  BF9044: {
    severity: "error",
    zh: {
      title: "要放在一起算的太多，内存不够",
      message: "{what}，只能放在一起算，{budget} MB 内存算不完。",
      help: "先核对{names}的关联和记录有没有填错；没有填错的，改成 --memory {least}MB 或者更多，再运行一次。",
    },
    en: {
      title: "Too many belong together for the memory there is",
      message:
        "{whatEn}, which can only be computed together, and {budget} MB of memory are not enough for it.",
      help: "See first whether links and records of {names} are as they should be; if they are, run it again with --memory {least}MB or more.",
    },
  },
  BF9045: {
    severity: "info",
    zh: {
      title: "以前的一次运行留下了临时文件",
      message: "以前的一次运行被强行结束，没有来得及删除它的临时文件：{names}。",
      help: "没有别的电脑正在写这个结果的，可以删除；一小时没有动过的，下次运行时自动删除。",
    },
    en: {
      title: "An earlier run left temporary files",
      message: "An earlier run was killed and left its temporary files: {names}.",
      help: "They may be deleted unless another computer is writing this result now; a later run deletes what nobody has touched for an hour.",
    },
  },
  BF9046: {
    severity: "error",
    zh: {
      title: "数据文件在计算时变了",
      message: "计算的时候，这个文件被改动了；前后读到的不是同一份数据，没有写结果。",
      help: "等文件写完、保存、关闭以后，再运行一次。",
    },
    en: {
      title: "A data file changed while it was read",
      message:
        "This file was changed while it was computed; what was read before and after does not belong together, and no result was written.",
      help: "Run it again when the file is complete, saved and closed.",
    },
  },
  BF9050: {
    severity: "warning",
    zh: {
      title: "没有自动改正",
      message: "{code} 没有自动改正：照它的改法改了以后，错误会更多，或者这个问题还在。",
      help: "请按 {code} 的建议自己改。",
    },
    en: {
      title: "Not repaired",
      message:
        "{code} was not repaired: its fix would leave more errors, or the problem would still be there.",
      help: "Follow the help of {code} by hand.",
    },
  },
  BF9060: {
    severity: "warning",
    zh: {
      title: "认可的变动已经不在",
      message: "认可文件里的 {fingerprint}（{by}）与现在的任何变动都对不上。",
      help: "变动已经改过的，要重新看过再认可；已经合并的，请把这一项删掉。",
    },
    en: {
      title: "The approved change is not there",
      message: "{fingerprint} ({by}) in the approvals is none of the changes there are now.",
      help: "A change that became another one has to be reviewed anew; for one that was merged, remove the entry.",
    },
  },
  BF9061: {
    severity: "error",
    zh: {
      title: "有未经认可的变动",
      message: "有 {count} 处变动属于“{what}”，未经认可。",
      help: "看过以后，把它的指纹写进认可文件（--approvals），或者改回去。",
    },
    en: {
      title: "Changes nobody approved",
      message: "{count} [change|changes] of the kind {what} [is|are] not approved.",
      help: "After review put the fingerprint into the approvals (--approvals), or take the change back.",
    },
  },
  BF9062: {
    severity: "error",
    zh: {
      title: "不能用数据比较",
      message: "用数据比较（--data）要求恰好是一个办法的两个版本，而且两版都没有错误。",
      help: "请只比较一个办法；有错误的版本先用 banfa check 改正。",
    },
    en: {
      title: "No comparison on data",
      message:
        "A comparison on data (--data) takes exactly one measure in two versions, both without errors.",
      help: "Compare one measure only; correct a version with errors first (banfa check).",
    },
  },
  BF9063: {
    severity: "warning",
    zh: {
      title: "办法有变动",
      message: "{what}",
      help: "{says}",
    },
    en: {
      title: "The measure has changed",
      message: "{whatEn}",
      help: "{saysEn}",
    },
  },
  BF9064: {
    severity: "warning",
    zh: {
      title: "细则改的条款，上位办法也改了",
      message: "细则改的“{cite}”，上位办法也改了：原来是“{before}”，现在是“{after}”。",
      help: "细则的规定仍然算数；看看是不是还要照原来的改。",
    },
    en: {
      title: "The base changed what the layer changes",
      message: "The base has changed “{cite}”, which the layer changes: it was “{before}” and is “{after}”.",
      help: "What the layer says still holds; see whether it is still meant so.",
    },
  },
  BF9066: {
    severity: "error",
    zh: {
      title: "已经有这个文件",
      message: "“{path}”已经有了，没有写任何文件。",
      help: "换一个文件夹，或者先把原来的文件移开。",
    },
    en: {
      title: "The file is there already",
      message: "“{path}” exists; nothing was written.",
      help: "Take another folder, or move the file away first.",
    },
  },
  BF9070: {
    severity: "error",
    zh: {
      title: "没有求解器",
      message: "证明要用求解器 Z3，现在没有安装。",
      help: "在项目里运行 npm install z3-solver，再试一次。",
    },
    en: {
      title: "No solver",
      message: "A proof needs the solver Z3, which is not installed.",
      help: "Run npm install z3-solver in the project and try again.",
    },
  },
  BF9071: {
    severity: "error",
    zh: {
      title: "不成立",
      message: "{about}：{sentence}。",
      help: "banfa prove 举出反例；改掉这一条，或者改掉断言。",
    },
    en: {
      title: "Does not hold",
      message: "{about}: {sentenceEn}.",
      help: "banfa prove shows an example; change the clause, or the assertion.",
    },
  },
  BF9072: {
    severity: "warning",
    zh: {
      title: "没有证出来",
      message: "{about}：{sentence}。",
      help: "不能确定的，当作没有证过；退出码是 1。",
    },
    en: {
      title: "Not settled",
      message: "{about}: {sentenceEn}.",
      help: "What is not settled counts as not proved; the exit code is 1.",
    },
  },
  BF9073: {
    severity: "warning",
    zh: {
      title: "没有找到改法",
      message: "{id} 的数据同时改动不超过 {most} 项，没有找到能达到 {reach} 的。",
      help: "看 banfa explain 列出的依据；用 --only 或者 --keep 换一批可以改动的数据再试。",
    },
    en: {
      title: "No change leads there",
      message: "No change of up to {most} [fact|facts] of {id} was found that leads to {reach}.",
      help: "See the reasons in banfa explain; try other facts with --only or --keep.",
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
