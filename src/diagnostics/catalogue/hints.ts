import { phrases } from "../message.ts";

/** Next steps for one case of a message: whole sentences, in its `{hint}`. */
export const hints = phrases({
  "add-comparison": {
    zh: "补上比较，例如“{text} 低于{figure}”。",
    en: "Add a comparison, such as “{text} below {figure}”.",
  },
  "add-is-option": { zh: "补上“为 某选项”。", en: "Add “is OPTION”." },
  "assigns-no-grade": { zh: "这里评定的不是等次。", en: "The choice does not assign a grade scale." },
  "belongs-to": {
    zh: "它是“{owner}”的内容，这一句说的是“{subject}”。",
    en: "It belongs to “{owner}”; this sentence is about “{subject}”.",
  },
  "check-name": { zh: "检查是不是写错了名称。", en: "Check the name." },
  "check-records": { zh: "请核对记录。", en: "Check the records." },
  "choose-from": { zh: "可选：{members}。", en: "Choose from: {members}." },
  "consequence-aimed-at": {
    zh: "后果要对人或单位作出。",
    en: "A consequence is aimed at a person or an organisation.",
  },
  "count-periods-instead": { zh: "改按期数，例如“近12期 每满2次 …”。", en: "Count periods instead." },
  "count-years": {
    zh: "数有几年用“计数(近3年, 情形)”。",
    en: "To count years, use “count” with a condition.",
  },
  "declare-date-field": {
    zh: "在“记录 {record}”里声明一个“日期: 日期”。",
    en: "Declare one date field in record “{record}”.",
  },
  "declare-grades-first": {
    zh: "先写“等次 {name} 由高到低 …”。",
    en: "Declare “grades {name} descending …” first.",
  },
  "declare-in-record": {
    zh: "在“记录 {holder}”里声明它，或者写“{name} = …”定义它。",
    en: "Declare it in record “{holder}”, or define it with “{name} = …”.",
  },
  "declare-in-subject": {
    zh: "在“对象 {holder}”里声明它，或者写“{name} = …”定义它。",
    en: "Declare it in subject “{holder}”, or define it with “{name} = …”.",
  },
  "declare-scale-first": { zh: "先用“等次 …”声明。", en: "Declare a scale with “grades …” first." },
  "declared-records": { zh: "已声明的记录：{known}。", en: "Declared records: {known}." },
  "declared-scales": { zh: "已声明的等次：{scales}。", en: "Declared scales: {scales}." },
  "define-first": { zh: "先写“{name} = …”。", en: "Define “{name} = …” first." },
  "did-you-mean": { zh: "是不是“{near}”？", en: "Did you mean “{near}”?" },
  "example-of-age": {
    zh: "写成“{function}(出生日期, 评定日)”这样，先写起点。",
    en: "Write it like “{function}(birth_date, assessment_day)”, the earlier date first.",
  },
  "example-of-all-subjects": {
    zh: "例如“全体最高(得分)”“名次(得分 由高到低, 按 县, 并列者一并列入)”“全体人数”。",
    en: "For example “overall_highest(score)”.",
  },
  "example-of-column": {
    zh: "写成“{function}(月度考核表.得分)”这样。",
    en: "Write it like “{functionEn}(monthly.score)”.",
  },
  "example-of-date": {
    zh: "例如“评定日”“2018年4月23日”，或者类型是“日期”的内容。",
    en: "For example a field of type date, or a date such as 2018-4-23.",
  },
  "example-of-days": {
    zh: "写成“{function}(通知日期, 办结日期)”这样，先写起点。",
    en: "Write it like “{function}(notified_on, closed_on)”, the earlier date first.",
  },
  "example-of-option": {
    zh: "例如“{function}(级别)”；可取：{options}。",
    en: "For example “{function}(level)”; options: {options}.",
  },
  "example-of-period": {
    zh: "例如“自 评定日 起 1年”。",
    en: "For example “from assessment_date for 1 year”.",
  },
  "example-of-records": {
    zh: "写成“{function}(通报, 级别 为 国家)”这样。",
    en: "Write it like “{functionEn}(notices, level is national)”.",
  },
  "example-of-run-length": {
    zh: "写成“连续期数(考核等次 为 优秀, 中断)”这样。",
    en: "Write it like “run_length(grade is excellent, broken)”.",
  },
  "former-name": { zh: "“{name}”是旧称，现在叫“{now}”。", en: "“{name}” is a former name of “{now}”." },
  "known-functions": { zh: "可用的函数：{known}。", en: "Functions: {knownEn}." },
  "known-grades": { zh: "已有的等次：{members}。", en: "Known grades: {members}." },
  "known-keys": { zh: "可以按这些分别设定：{known}。", en: "Keys can be: {known}." },
  "link-before-dot": {
    zh: "“.”前面要是“对象 某某”一类的内容。",
    en: "What stands before the dot must be a link.",
  },
  "needs-brackets": { zh: "它是函数，后面要有括号。", en: "It is a function and needs parentheses." },
  "outcomes-of-one-type": {
    zh: "“则”和“否则”后面要是同一种内容。",
    en: "Both outcomes must be of one type.",
  },
  "points-for-each": {
    zh: "每次、每个几分，连单位写，例如“2分/次 × 次数”。",
    en: "Points for each one carry both units, as in 2分/次 × the number of times.",
  },
  "record-has": { zh: "“{record}”里有：{columns}。", en: "“{record}” has: {columns}." },
  "say-how-many-periods": {
    zh: "写“近3年”“前3年”“近3期”；要按日期数，就用带日期的记录，例如“计数(通报, 近12个月)”。",
    en: "Say how many years or periods, or count dated records instead.",
  },
  "say-how-many-years": {
    zh: "写“近3年”“前3年”；要按日期数，就用带日期的记录，例如“计数(通报, 近12个月)”。",
    en: "Say how many years, or count dated records instead.",
  },
  "say-it-once": {
    zh: "合写成一句，例如“同一 事由、单位 取最高”。",
    en: "Say it once, with all the columns.",
  },
  "sides-of-one-type": {
    zh: "两边要是同一种内容才能比较。",
    en: "Both sides of a comparison must be of one type.",
  },
  "use-count": {
    zh: "它是多份记录，要用“计数({name})”一类的函数，或者在“每份”里用。",
    en: "It is a list of records: use a function such as “count({name})”.",
  },
  "windows-of-records": {
    zh: "可以写“本年度”“本期”“近12个月”“近3年”“前3年”“自 某日 以来”。",
    en: "Write this year, this period, the past months or years, the years before, or since a date.",
  },
  "works-on-numbers": { zh: "这个函数只对数值计算。", en: "This function works on numbers." },
  "write-half-year": {
    zh: "请在“期”里写上半年或下半年；要么每条都写，要么都不写，每半年最多一条。",
    en: "Write 上半年 or 下半年 in “期”, in every record or in none; at most one each.",
  },
  "write-is-grade": { zh: "写“为 某等次”。", en: "Write “is GRADE”." },
  "write-month": {
    zh: "请在“期”里写考核期内的月份，如“3月”或“2018-03”；要么每条都写，要么都不写，每月最多一条。",
    en: "Write a month of the assessed period in “期”, such as 3 or 2018-03, in every record or in none; at most one a month.",
  },
  "write-quarter": {
    zh: "请在“期”里写考核期内的季度，如“第1季度”；要么每条都写，要么都不写，每季度最多一条。",
    en: "Write a quarter of the assessed period in “期”, such as Q1, in every record or in none; at most one a quarter.",
  },
  "write-subject": {
    zh: "联系另一个考核对象要写“对象 {name}”。",
    en: "To link to another subject write “subject {name}”.",
  },
  "write-year": { zh: "每年只有一条记录。", en: "There is one record a year." },
});
