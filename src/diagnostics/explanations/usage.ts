import type { usage as messages } from "../catalogue/usage.ts";
import type { Explanations } from "./explanation.ts";

export const usage: Explanations<typeof messages> = {
  BF9001: {
    zh: "命令是 banfa 后面的第一个词。拼写相近的命令会一并提示；banfa --help 列出全部命令和例子。",
    en: "The command is the first word behind banfa. A command spelt alike is suggested; banfa --help lists them all with examples.",
  },
  BF9002: {
    zh: "每个命令有自己的选项，另有几个是共用的（--format、--lang、--fail-on）。在别的命令里能用的选项，这里不一定有。",
    en: "Every command has options of its own beside the common ones (--format, --lang, --fail-on). One that another command knows need not exist here.",
  },
  BF9003: {
    zh: "命令缺少文件名、数据或者年度之类必须给出的内容。提示里的例子可以照着改。",
    en: "A file name, the data, the year or something else the command cannot do without is missing. Start from the example in the message.",
  },
  BF9004: {
    zh: "选项只接受规定的几个值，或者规定的写法，例如四位数的年度、2019-01-10 这样的日期。",
    en: "An option takes certain values or a certain form only, such as a year of four digits or a date like 2019-01-10.",
  },
  BF9005: {
    zh: "给的文件比命令要的多。最常见的原因是文件名里有空格而没有加引号，一个文件名被拆成了两个。",
    en: "More arguments than the command takes. Mostly a file name with a space that was not quoted, which made two names of one.",
  },
  BF9006: {
    zh: "两个选项互相矛盾，例如一个要求只检查、另一个要求输出结果。去掉不需要的那个。",
    en: "The options contradict each other, as when one asks to check only and the other to write. Drop one.",
  },
  BF9007: {
    zh: "代码由 BF 和四位数字组成，写在每条提示的开头。BF1 是写法，BF2 是名称和单位，BF3 是歧义，BF4 是数据，BF5 是文风，BF6 是排版，BF9 是命令用法。docs/diagnostics/ 里有全部代码。",
    en: "A code is BF and four digits and opens every message: BF1 syntax, BF2 names and units, BF3 ambiguity, BF4 data, BF5 style, BF6 layout, BF9 the command line. All of them are in docs/diagnostics/.",
  },
  BF9008: {
    zh: "这个选项补充另一个选项，单独写没有作用。例如 --dry-run 表示只显示 --fix 会改什么。",
    en: "The option qualifies another one and does nothing alone. --dry-run, for one, shows what --fix would change.",
  },
  BF9010: {
    zh: "对象按声明时写的标识（例如编号）查找，大小写和前面的 0 都要一致。Excel 会把 007 存成 7，这是最常见的原因。",
    en: "Subjects are found by the identifier the measure declares; case and leading zeros count. A spreadsheet that saved 007 as 7 is the usual cause.",
  },
  BF9011: {
    zh: "数据里有几种对象，其中两种用了同一个编号，所以要写明是哪一种。",
    en: "The data hold several kinds of subject and two of them use the same id, so the kind has to be named.",
  },
  BF9012: {
    zh: "案例是“给定这些事实，应当得到这个结果”的清单，用来证明办法写得对。默认写在办法旁边的 cases.yaml 里，格式见 schemas/README.md。",
    en: "Cases say “given these facts, this is the result” and prove that a measure is written correctly. They stand in cases.yaml beside it; schemas/README.md has the format.",
  },
  BF9013: {
    zh: "输出文件和某个输入文件是同一个，写下去就会盖掉原始数据，所以没有执行。",
    en: "Writing the output would replace one of the inputs, so nothing was done.",
  },
  BF9014: {
    zh: "banfa diff 比较 git 里的版本时，调用本机的 git 程序取出旧的文本。比较两个文件不需要 git。",
    en: "To compare versions in git, banfa diff asks the git program of the machine for the old text. Two files need no git.",
  },
  BF9015: {
    zh: "只写一个名称，或者写了一个不是文件的名称时，就当作 git 的版本。当前文件夹不在仓库里，就没有版本可言。",
    en: "One name, or a name that is no file, is taken for a version in git. Outside a repository there are none.",
  },
  BF9016: {
    zh: "程序自己没有时钟，考核的年度或者期由命令给出。每年考核的办法写 --year 2026；每季度、每月、每半年考核的办法写 --period 2026-Q1、--period 2026-03、--period 2026-H1。",
    en: "The program has no clock of its own; the command says which year or period is assessed. A yearly measure takes --year 2026; quarterly, monthly and half-yearly ones take --period 2026-Q1, --period 2026-03 or --period 2026-H1.",
  },
  BF9017: {
    zh: "不是文件的名称当作 git 的版本：分支、标签、提交、HEAD~1，或者 旧..新、旧...新（三个点从两者的共同祖先比起）。自动检查的机器上常常只取了最近一次提交，旧版本不在其中。",
    en: "A name that is no file is a version in git: a branch, a tag, a commit, HEAD~1, or OLD..NEW and OLD...NEW (three dots start at their common ancestor). Machines that run checks often fetch the last commit only, without the old version.",
  },
  BF9018: {
    zh: "两边要能一一对上：文件对文件，文件夹对文件夹，文件夹里按路径和相似程度配对。",
    en: "The sides have to correspond: a file to a file, a folder to a folder, where measures pair by path and by likeness.",
  },
  BF9019: {
    zh: "git 自己报告了错误，原因照录在提示里。常见的是仓库损坏、没有读的权限，或者 git 认为文件夹属于别人。",
    en: "git itself reported an error, told in the message. A damaged repository, missing rights, or a folder that git takes for somebody else's are the usual ones.",
  },
  BF9020: {
    zh: "办法有错误时，没有唯一确定的结果，计算出来的数也不可信，所以不计算。",
    en: "A measure with errors does not determine one result, and figures computed from it could not be relied on.",
  },
  BF9021: {
    zh: "有错误的办法编译不出能用的模块，做成的网页也靠不住，所以 compile 和 doc 一个文件也不写，原来的文件保持原样。",
    en: "From a measure with errors no usable module comes and no page to rely on, so compile and doc write no file at all and leave those of before as they are.",
  },
  BF9024: {
    zh: "--strict 用在正式评定：数据不齐就不出结果。不加 --strict 时，缺的数据只影响用到它的人，他们列为“未定”，并说明还缺什么。",
    en: "--strict is for the final assessment: no result while a fact is missing. Without it a missing fact touches only those it concerns; they are undetermined, with what is missing.",
  },
  BF9025: {
    zh: "用了 --strict，而这个对象缺一项计算要用的数据。空格子不当作零：没有填和填了零，后果往往不同。",
    en: "Under --strict this subject lacks a fact that is needed. An empty cell is not zero: not reported and reported as zero often have different consequences.",
  },
  BF9026: {
    zh: "Parquet 是给数据库和统计软件用的列式文件，读写它的 DuckDB 较大，多数人用不着，所以不随 banfa 一起安装。",
    en: "Parquet is a columnar file for databases and statistics. DuckDB, which reads and writes it, is large and most have no use for it, so it does not come with banfa.",
  },
  BF9027: {
    zh: "工作簿里理由、后果都逐行列出，一张表放不下的接着写在第二张；但是整个文件和其中每张表都不能超过 4 GB，再大表格程序就打不开。CSV、JSON 和 Parquet 没有这个限制。",
    en: "A workbook lists every reason and consequence; what does not fit into one sheet goes on in a second one. But neither the file nor a sheet of it may exceed 4 GB, beyond which spreadsheet programs do not open it. CSV, JSON and Parquet have no such limit.",
  },
  BF9028: {
    zh: "分批计算用于很大的表格文件（可以是几个，记录、所属关系都可以），结果写成一个文件。没有填编号的、重号的，整列百分数都在 0 到 1 之间的，没有写明属于谁的，都要看全部数据才能判断，不分批。",
    en: "Batches are for large tables (one file or several, with records and links or without), and a file of results. Missing or double ids, a column of percentages wholly within 0 to 1, and subjects that do not say to whom they belong can be judged only with all data at hand.",
  },
  BF9029: {
    zh: "按了 Ctrl-C，或者系统要求停止。结果先写在临时文件里，完整了才换上名字，所以不会留下半份结果。",
    en: "Ctrl-C was pressed, or the system asked to stop. A result is written to a temporary file and takes its name when it is complete, so that half a result is never left behind.",
  },
  BF9030: {
    zh: "统一的排版使两个版本的差异只剩内容的差异。--check 用在提交之前，只检查，不改文件。",
    en: "With one layout the difference between two versions is a difference in content. --check is for use before a commit; it changes nothing.",
  },
  BF9031: {
    zh: "--threshold 要求案例至少覆盖这么多条款、情形、分档和界限。没有案例到过的地方，写错了也发现不了。",
    en: "--threshold asks that the cases reach so many clauses, items, rows and boundary values. A mistake where no case goes is not found.",
  },
  BF9032: {
    zh: "案例写明了应有的结果，而办法算出来的不一样。先看依据的条款：多半是办法的某个数字、某个“以上/不满”与原文不一致，也可能是案例算错了。两者都要对照原文，不能为了通过而改。",
    en: "The case states a result and the measure gives another. Look at the clauses it names: usually a figure or an inclusive bound differs from the regulation, sometimes the case is wrong. Both are checked against the regulation; neither is changed merely to pass.",
  },
  BF9040: {
    zh: "台账（inventory.yaml）逐条说明规定的每一条规则写在办法的哪里、怎样处理。有规则没有交代，或者交代与办法不符，审阅的人就无法相信没有遗漏。",
    en: "The inventory (inventory.yaml) says for every rule of the regulation where the measure has it and how. A rule without an entry, or an entry the measure does not bear out, leaves a reviewer unable to trust that nothing was left out.",
  },
  BF9041: {
    zh: "分批计算的内存有上限：程序本身、每个对象的排名数据、每个线程各占一份。上限连一个线程都放不下，就不开始算，免得把机器拖垮；消息说明至少要多少。",
    en: "Batches have a limit of memory: the program, the figures that ranks are made of and each thread take their share. A limit that does not hold even one thread is refused before the machine suffers, and the message says what would do.",
  },
  BF9042: {
    zh: "很大的文件里同一个错误可能每行都有。列出五千处以后只计数，因为再多也没有人逐条看，而且内存有上限。",
    en: "In a large file the same slip may stand in every row. Beyond five thousand they are counted only: nobody reads more one by one, and memory is bounded.",
  },
  BF9043: {
    zh: "只有分批计算才能限定内存，而有的数据要全部看了才知道是什么意思，消息里写明是哪一处。那时数据全部放在内存里，要多少内存事先说不准，所以限定了内存就不算。把那一处补上或者改正，就可以限定内存。",
    en: "Only batches can bound memory, and of some data it takes all to know what they mean; the message says of which. Then all are held in memory, and how much that takes nobody can promise; so with a bound it is refused. Mend that place, and memory can be bounded.",
  },
  BF9044: {
    zh: "互相关联的对象要放在一起算，一个对象的全部记录也要。关联填错了（比如一栏里人人都填了同一个编号）会把不相干的对象连成一大组，分不开；所以先说是哪一组，谁被提到最多。",
    en: "Subjects that are linked are computed together, and so are all records of one subject. A slip in a link (a column with the same id in every row) joins subjects that have nothing to do with each other into one large group that cannot be cut; so the message says which group it is and who is named in it most.",
  },
  BF9045: {
    zh: "结果写好以前，行和各部分放在结果文件旁边的临时文件里（名字以点开头，带运行的编号），运行结束或者按 Ctrl-C 停止时都会删除。被强行结束（断电、任务管理器、kill -9）的来不及删除。别的电脑可能也在往同一个共享文件夹里写，所以没有马上删除。",
    en: "Until a result is complete its rows and parts wait in temporary files beside it (their names begin with a dot and bear the number of the run), which go when the run ends or is stopped by Ctrl-C. A run that is killed (a power cut, a task manager, kill -9) cannot remove them. They are not removed at once, since another computer may be writing to the same shared folder.",
  },
  BF9046: {
    zh: "大文件分几遍读：先读分数排名次，再读一遍写结果。中间有人存盘，或者还在往里复制，前后就不是同一份数据，名次和结果对不上。写结果以前核对每个数据文件的大小和修改时间，有一个变了就不写。",
    en: "Large files are read several times: for the scores and the ranking, then for the results. Somebody who saves the file in between, or a copy that is still under way, would give results that do not fit their ranking. Size and time of change of each data file are looked at again before a result is written, and if one is another, none is.",
  },
  BF9050: {
    zh: "--fix 改完以后会重新检查。改了反而多出错误，或者问题依旧，就不改，文件保持原样。多半是附近还有另一个错误；先改那一个，再运行一次。",
    en: "--fix checks the text again after a repair. One that adds errors, or leaves its problem, is not made. Usually another mistake stands nearby; correct that one and run it again.",
  },
  BF9060: {
    zh: "认可只对看过的那一处变动有效：旧的和新的结构、结果上的差别，任何一样再改，指纹就不同，认可也就落空。这样，看过以后再改的内容不会带着原来的认可通过。",
    en: "An approval holds for the change that was reviewed and no other: as soon as the old or the new structure or what differs in outcome is another, the fingerprint is another too. So nothing changed after review passes on the old approval.",
  },
  BF9061: {
    zh: "--fail-on 说明哪些变动必须有人认可。两可的变动可能从严也可能从宽，所以两边都算。认可文件写明指纹、谁、何时、为什么。",
    en: "--fail-on says which changes somebody has to answer for. A change that may be either counts for stricter and for looser. The approvals name the fingerprint, who, when and why.",
  },
  BF9062: {
    zh: "两个版本各自对同一批数据计算，再把结果放在一起比较。一份数据只属于一个办法，有错误的版本也算不出结果。",
    en: "Both versions are applied to the same data and their results compared. Data belong to one measure, and a version with errors gives no results.",
  },
  BF9063: {
    zh: "banfa diff 按条款比较两个版本。结果可能不同的变动算警告，只改写法、字句的算提示；--fail-on 点名而没有认可的算错误。指纹用来认可。",
    en: "banfa diff compares two versions clause by clause. A change that may alter an outcome is a warning, one of structure or wording a note, and one that --fail-on names and nobody approved an error. The fingerprint is for approvals.",
  },
  BF9064: {
    zh: "细则整句换掉了上位办法的一条，上位办法后来改了这一条，细则的结果不会变，所以容易没有人注意到。",
    en: "The layer replaces the sentence, so a later change of the base alters no result and is easily missed.",
  },
  BF9066: {
    zh: "新写的办法不覆盖已经有的文件：那里面可能有别人的工作。几个文件要么都写，要么都不写。",
    en: "A new measure never takes the place of a file that is there: it may hold somebody's work. All files are written, or none.",
  },
  BF9070: {
    zh: "z3-solver 有三十多兆，只有证明用得到，所以不随本程序安装。没有它，其他命令照常可用；banfa prove 不会把没有证的算作通过。",
    en: "z3-solver takes more than thirty megabytes and only proofs need it, so it is not installed with this program. Everything else works without it; banfa prove never counts as passed what was not proved.",
  },
  BF9071: {
    zh: "banfa prove 对任何对象、任何数据证明办法的性质。不成立就是至少有一个对象不是这样，例子已经用办法算过一遍。",
    en: "banfa prove looks at every subject with any facts. What does not hold is otherwise for at least one of them; the example was computed with the measure itself.",
  },
  BF9072: {
    zh: "有的性质在给定的时间里既没有证出来，也没有找到反例。不能确定的不算通过，所以退出码是 1。",
    en: "Of some properties there is neither a proof nor an example within the time given. What is not settled does not pass, so the exit code is 1.",
  },
  BF9073: {
    zh: "banfa what-if 依次试改一项、两项、三项数据。都达不到，多半是等次另有限制（受限、名额、一票否决），要几处一起不同才行。",
    en: "banfa what-if tries changes of one, two and three facts. Where none leads to the grade, something else holds it back, such as a ceiling, a quota or a veto, and more would have to differ.",
  },
  BF9090: {
    zh: "这是程序的缺陷，不是用户的错误。文件没有被改动。请连同命令和文件一起报告，能去掉与问题无关的内容更好。",
    en: "A defect of the program, not a mistake of yours. No file was changed. Please report it with the command and the files, shortened to what is needed if you can.",
  },
};
