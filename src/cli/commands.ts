import type { CommandDefinition, OptionDefinition } from "./command.ts";
import { TEMPLATE } from "./commands-data.ts";
import { BEGINNING } from "./commands-new.ts";
import { PROCEDURES } from "./commands-procedures.ts";
import { PROVING } from "./commands-proving.ts";
import { READING } from "./commands-reading.ts";
import { DATA, GUANGXI, MEASURE, MEASURES_WITH_CASES, OUT_FORMATS, VERSIONS } from "./data-options.ts";

/**
 * The commands: how they are called and what their help says. What they do is in `commands/`, one file
 * each, loaded when asked for, so that `check` does not pay for what only `run` needs.
 */

const FORMAT = {
  flags: "--format <format>",
  zh: "输出形式：text 供人阅读，json 供程序读取；只列问题：plain 每行一条，sarif、github、junit 供代码平台和持续集成读取",
  en: "output for people (text) or programs (json); findings only: plain, one a line; sarif, github, junit for code platforms and CI",
  choices: ["text", "plain", "json", "sarif", "github", "junit"],
  default: "text",
} as const satisfies OptionDefinition;

/** Every command has these. */
const COMMON: readonly OptionDefinition[] = [
  FORMAT,
  {
    flags: "--lang <language>",
    zh: "输出语言，默认与办法文本一致",
    en: "language of the output; default: the measure's",
    choices: ["zh", "en"],
  },
  {
    flags: "--fail-on <severity>",
    zh: "warning：有警告也算不通过（退出码 1）；默认按 banfa.config.yaml，没有则为 error",
    en: "warning: warnings too give exit code 1; default: as in banfa.config.yaml, else error",
    choices: ["error", "warning"],
  },
];

/** All options of a command; one that a command defines itself replaces the common one. */
export function optionsOf(definition: CommandDefinition | undefined): readonly OptionDefinition[] {
  const own = definition?.options ?? [];
  const name = (o: OptionDefinition) => o.flags.split(" ")[0];
  return [...own, ...COMMON.filter((c) => !own.some((o) => name(o) === name(c)))];
}

export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: "check",
    arguments: [
      {
        notation: "<file...>",
        zh: "办法文件（.banfa）或放各个版本的文件夹",
        en: "measures (.banfa) or folders of versions",
      },
    ],
    options: [
      { flags: "--fix", zh: "改正只有一种改法的问题，写回文件", en: "mend what has one remedy, in the file" },
      {
        flags: "--dry-run",
        zh: "与 --fix 同用：只显示会改什么",
        en: "with --fix: only show what would change",
      },
    ],
    zh: "检查办法：写法、名称、单位、空档和重叠，并列出条款、程序和待定事项",
    en: "check measures, and list their clauses, procedures and what they leave open",
    examples: [
      { command: "check policies/guangxi/measure.banfa", zh: "检查一个办法", en: "check a measure" },
      {
        command: "check --fix --dry-run a.banfa",
        zh: "显示可以自动改正的内容，不改文件",
        en: "show what can be mended, leave the file",
      },
      {
        command: "check --fail-on warning --format json a.banfa b.banfa",
        zh: "检查两个办法，有警告即不通过，输出 JSON",
        en: "two measures, warnings count, as JSON",
      },
    ],
    load: () => import("./commands/check.ts"),
  },
  {
    name: "run",
    arguments: [VERSIONS],
    options: [
      ...DATA,
      { flags: "--strict", zh: "数据有缺失或有误时不计算", en: "refuse when a fact is missing or wrong" },
      {
        flags: "--batch",
        zh: "分批计算一个很大的 CSV 或 Parquet 文件，内存只留排名要用的数；4 MB 以上自动分批",
        en: "compute one large CSV or Parquet file in batches, keeping in memory only what ranks need; from 4 MB on unasked",
      },
      {
        flags: "--memory <size>",
        zh: "分批计算最多用多少内存，如 512MB（不写是 1GB）；不够时说明至少要多少",
        en: "memory that batches may take, such as 512MB (unsaid: 1GB); too little is refused with what would do",
      },
      {
        flags: "--threads <number>",
        zh: "分批计算用几个线程；不写，有几个处理器核就用几个，内存不够时少用",
        en: "threads for batches; unsaid: as many as there are cores and the memory allows",
      },
      {
        flags: "--reader <program>",
        zh: "分批计算时谁来读 CSV：own 自己读（快），duckdb 用 DuckDB 读；Parquet 总是 DuckDB",
        en: "who reads CSV for batches: own (fast) or duckdb; Parquet is always read by DuckDB",
        choices: ["own", "duckdb"],
      },
      {
        flags: "--mark-errors <folder>",
        zh: "把有问题的数据文件各抄一份到这个文件夹（.xlsx）：有错的格子标红并写明怎么改",
        en: "write copies of the data files (.xlsx) into this folder, with the mistakes marked and explained",
      },
      {
        flags: "--out <file>",
        zh: "把结果写入文件：.xlsx 工作簿，.csv 表，.json，.parquet，.md，.html 网页",
        en: "write the result: .xlsx, .csv, .json, .parquet, .md or .html",
      },
      {
        flags: "--out-format <format>",
        zh: "结果文件的格式，文件名看不出来时用",
        en: "format of that file where its name does not say",
        choices: OUT_FORMATS,
      },
    ],
    zh: "按办法计算一批对象的等次和后果",
    en: "apply a measure to a cohort",
    examples: [
      { command: `run ${GUANGXI}`, zh: "计算并显示概要", en: "compute and show a summary" },
      {
        command: `run ${GUANGXI} --params params.yaml --out result.xlsx`,
        zh: "给定参数，结果存为工作簿",
        en: "with parameters, into a workbook",
      },
    ],
    load: () => import("./commands/run.ts"),
  },
  TEMPLATE,
  {
    name: "explain",
    arguments: [MEASURE],
    options: [
      ...DATA,
      {
        flags: "--subject <id>",
        zh: "对象的标识；几种对象同号时写 对象名=标识",
        en: "id of the subject, or KIND=ID",
        required: true,
      },
    ],
    zh: "逐句说明一个对象的结果：依据哪一条、用了哪些数、还缺什么",
    en: "say sentence by sentence why a subject got its result, and what is missing",
    examples: [
      { command: `explain ${GUANGXI} --subject L0101`, zh: "说明 L0101 的结果", en: "explain L0101" },
    ],
    load: () => import("./commands/explain.ts"),
  },
  {
    name: "test",
    arguments: [
      MEASURES_WITH_CASES,
      {
        notation: "[cases]",
        zh: "案例文件，默认同一文件夹的 cases.yaml",
        en: "cases; default: cases.yaml beside it",
      },
    ],
    options: [
      {
        flags: "--coverage",
        zh: "另外报告案例覆盖了哪些条款、所列情形、分档和界限，还缺哪些",
        en: "also say which clauses, list items, rows and boundary values the cases reach, and which not",
      },
      {
        flags: "--threshold <percent>",
        zh: "任何一类的覆盖比例低于这个百分数就算不通过；隐含 --coverage",
        en: "fail when a share is below this percentage; implies --coverage",
      },
      {
        ...FORMAT,
        zh: `${FORMAT.zh}；lcov 供编辑器显示覆盖情况（隐含 --coverage）`,
        en: `${FORMAT.en}; lcov: coverage for editors and CI (implies --coverage)`,
        choices: [...FORMAT.choices, "lcov"],
      },
    ],
    zh: "用案例检验办法：给定数据，应得等次、条款和后果",
    en: "test a measure with its cases",
    examples: [
      {
        command: "test policies/guangxi/measure.banfa",
        zh: "用旁边的 cases.yaml 检验",
        en: "with cases.yaml beside it",
      },
      {
        command: "test policies/guangxi/measure.banfa --coverage --threshold 95",
        zh: "列出案例没有覆盖的，任何一类不到 95% 即不通过",
        en: "list what no case reaches; fail below 95%",
      },
    ],
    load: () => import("./commands/test.ts"),
  },
  {
    name: "coverage",
    arguments: [
      {
        notation: "<folder>",
        zh: "办法所在的文件夹，内有 inventory.yaml",
        en: "a measure's folder with its inventory.yaml",
      },
    ],
    options: [
      {
        flags: "--ids <file>",
        zh: "全部编号和种类（CSV），默认上一级文件夹的 inventory-ids.csv",
        en: "all ids with their kinds (CSV); default: inventory-ids.csv in the folder above",
      },
    ],
    zh: "核对条款台账：规定的每条规则落在哪一条、怎样处理，有没有遗漏",
    en: "check a measure's inventory: where each rule of the regulation lives and how it is handled",
    examples: [
      { command: "coverage policies/guangxi", zh: "核对一个办法", en: "of one measure" },
      { command: "coverage --format json policies/guangxi", zh: "输出 JSON", en: "as JSON" },
    ],
    load: () => import("./commands/coverage.ts"),
  },
  {
    name: "compile",
    arguments: [MEASURE],
    options: [
      {
        flags: "--out <folder>",
        zh: "写到这个文件夹，没有就新建",
        en: "the folder to write to; made where there is none",
        required: true,
      },
      {
        flags: "--target <target>",
        zh: "js：ES 模块、源码映射和类型；ts：带类型的 TypeScript；json-schema：数据的 JSON Schema 和校验模块；可重复，或用逗号隔开；默认 js",
        en: "js: an ES module, its source map and types; ts: TypeScript; json-schema: the JSON Schema of the data and a validator; repeatable, or with commas; default: js",
        repeatable: true,
      },
      {
        flags: "--runtime <module>",
        zh: "生成的模块从哪里引入运行库",
        en: "where the module imports the runtime from",
        default: "banfa/runtime",
      },
    ],
    zh: "把办法编译成应用程序可以直接引入的模块，不用 eval",
    en: "compile a measure to a module that an application imports, without eval",
    examples: [
      {
        command: "compile policies/guangxi/measure.banfa --out build",
        zh: "编译成 JavaScript 模块",
        en: "to a JavaScript module",
      },
      {
        command: "compile policies/guangxi/measure.banfa --out build --target ts,json-schema",
        zh: "编译成 TypeScript，另附数据的 JSON Schema 和校验模块",
        en: "to TypeScript, with the JSON Schema of the data and a validator",
      },
    ],
    load: () => import("./commands/compile.ts"),
  },
  {
    name: "fmt",
    arguments: [{ notation: "<file...>", zh: "办法文件（.banfa）", en: "measures (.banfa)" }],
    options: [
      {
        flags: "--keywords <language>",
        zh: "把关键词统一换成中文或英文，名称不变",
        en: "write every keyword in Chinese or English; names stay",
        choices: ["zh", "en"],
      },
      { flags: "--check", zh: "只检查，不改文件", en: "only say whether files are laid out" },
      {
        flags: "--diff",
        zh: "只显示会改动哪些地方，不改文件；可以和 --check 一起用",
        en: "show what would change and leave the files as they are; goes with --check",
      },
      { flags: "--stdout", zh: "写到标准输出，不改文件", en: "write to standard output" },
    ],
    zh: "整理办法的排版，不改变内容",
    en: "lay out measures; their meaning stays the same",
    examples: [
      { command: "fmt policies/guangxi/measure.banfa", zh: "就地整理", en: "in place" },
      {
        command: "fmt --stdout --keywords en policies/guangxi/measure.banfa",
        zh: "换成英文关键词显示",
        en: "show it with English keywords",
      },
      { command: "fmt --check policies/guangxi/measure.banfa", zh: "只检查", en: "check only" },
    ],
    load: () => import("./commands/fmt.ts"),
  },
  {
    name: "diff",
    arguments: [
      {
        notation: "[what...]",
        zh: "旧版和新版（文件或者文件夹），或者 git 版本：main..HEAD、main...HEAD、HEAD~1，后面可以写路径",
        en: "the old and the new version (files or folders), or git revisions: main..HEAD, main...HEAD, HEAD~1, paths may follow",
      },
    ],
    options: [
      {
        ...FORMAT,
        zh: `${FORMAT.zh}；md、html 供转发`,
        en: `${FORMAT.en}; md and html to pass on`,
        choices: [...FORMAT.choices, "md", "html"],
      },
      {
        flags: "--fail-on <what>",
        zh: "有这样的变动而未经认可的，退出码 1：从严、从宽（两可的都算）、结果、填报、结构、任何；可重复",
        en: "exit code 1 for such changes that nobody approved: stricter, looser (either counts as both), outcome, data, structure, any; repeatable",
        repeatable: true,
      },
      {
        flags: "--approvals <file>",
        zh: "认可文件（.yaml）：已经认可的变动，按指纹",
        en: "approvals (.yaml): the changes somebody answers for, by fingerprint",
      },
      ...DATA.map((o) => ({ ...o, required: false })),
      {
        flags: "--base <file>",
        zh: "沿用上位办法的细则换成这份上位办法会怎样；也可以写 旧..新",
        en: "what another version of its base does to a layer; also OLD..NEW",
      },
      { flags: "--no-proof", zh: "不找例子，也不证明", en: "look for no examples and no proofs" },
      {
        flags: "--timeout <seconds>",
        zh: "每个文件的例子和证明最多用多少秒，默认 60",
        en: "seconds for examples and proofs of a file, 60 unless told",
      },
      {
        flags: "--witness-dir <dir>",
        zh: "把例子写成用例（.yaml），可以用 banfa test 运行",
        en: "write the examples as cases (.yaml) for banfa test",
      },
      {
        flags: "--setup-git",
        zh: "在本仓库里设好：git diff 按条款显示 .banfa 的变动",
        en: "set up this clone: git diff shows changes of .banfa files clause by clause",
      },
      { flags: "--undo", zh: "与 --setup-git 同用：撤销", en: "with --setup-git: take it back" },
      {
        flags: "--textconv",
        zh: "供 git 调用：输出规范排版的文本",
        en: "called by git: the text in canonical layout",
      },
      {
        flags: "--git-driver",
        zh: "供 git 调用：比较 git 交来的两个文件",
        en: "called by git: compare the two files it hands over",
      },
    ],
    zh: "比较办法的两个版本：哪一条改了，对被考核人从严还是从宽",
    en: "compare two versions of a measure: which clause changed, and for better or worse",
    examples: [
      { command: "diff old.banfa new.banfa", zh: "比较两个文件", en: "two files" },
      {
        command: "diff main...HEAD -- policies",
        zh: "分支上对 policies 的修改",
        en: "what a branch changes below policies",
      },
      {
        command: "diff county.banfa --base new-base.banfa",
        zh: "上位办法换了新版，细则的结果变不变",
        en: "what a new version of the base does to a layer",
      },
      {
        command: "diff HEAD --fail-on 从宽 --approvals approvals.yaml",
        zh: "没有认可的从宽即不通过",
        en: "fail on whatever is looser and not approved",
      },
      {
        command: "diff old.banfa new.banfa --data cohort.csv --year 2018 --format html > impact.html",
        zh: "两版都用同一批数据计算，看谁的等次变动",
        en: "apply both to the same data and see whose grade changes",
      },
    ],
    load: () => import("./commands/diff.ts"),
  },
  ...BEGINNING,
  ...READING,
  ...PROVING,
  ...PROCEDURES,
  {
    name: "explain-code",
    arguments: [{ notation: "<code>", zh: "提示的代码，如 BF3102", en: "code of a message, such as BF3102" }],
    options: [],
    zh: "说明一个提示代码：为什么有这条规则、常见原因、错误和正确的写法",
    en: "explain the code of a message: why the rule is there, how the slip comes about, a wrong and a right line",
    examples: [
      { command: "explain-code BF3102", zh: "说明 BF3102", en: "explain BF3102" },
      { command: "explain-code BF3102 --lang en", zh: "用英文说明", en: "in English" },
    ],
    load: () => import("./commands/explain-code.ts"),
  },
];
