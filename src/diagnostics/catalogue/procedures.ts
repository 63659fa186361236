import { family } from "../message.ts";

/** BF4200 to BF4219: logs of what was done, and draws. */
export const procedures = family({
  BF4200: {
    severity: "error",
    zh: {
      title: "读不出办理记录",
      message: "这个文件里没有办理记录：至少要有“任务”和“完成日期”两列。",
      help: "用 banfa schedule 办法 --year 年度 --out 日程.csv 写出表格，办完一步填一行的完成日期。",
    },
    en: {
      title: "No log of steps",
      message: "This file holds no log: it needs at least the columns “task” and “done”.",
      help: "Write the form with banfa schedule MEASURE --year YEAR --out log.csv, and fill in the day of what is done.",
    },
  },
  BF4201: {
    severity: "error",
    zh: {
      title: "没有这项任务",
      message: "{year}年的日程里没有任务“{task}”。",
      help: "照日程表里的写，最接近的是“{near}”；办法改过编号的，重新写出日程表。",
    },
    en: {
      title: "No such task",
      message: "The schedule of {year} has no task “{task}”.",
      help: "Copy the id from the schedule; the nearest is “{near}”. Where the measure was renumbered, write the schedule anew.",
    },
  },
  BF4202: {
    severity: "error",
    zh: {
      title: "看不懂完成日期",
      message: "“{task}”的完成日期“{text}”不是一个日期。",
      help: "写成 2026-03-09 或者 2026年3月9日。",
    },
    en: {
      title: "Not a date",
      message: "“{text}”, the day on which “{task}” was done, is no date.",
      help: "Write it as 2026-03-09.",
    },
  },
  BF4203: {
    severity: "error",
    zh: {
      title: "看不懂结果",
      message: "“{task}”的结果“{text}”既不是完成，也不是退回。",
      help: "写“完成”或者“退回”；空着就是完成。",
    },
    en: {
      title: "Not an outcome",
      message: "The outcome “{text}” of “{task}” is neither done nor returned.",
      help: "Write “done” or “returned”; an empty cell is done.",
    },
  },
  BF4204: {
    severity: "error",
    zh: {
      title: "这项任务不归他办",
      message: "“{task}”由{known}办，没有“{who}”。",
      help: "从{known}里选；一起办完的，“谁”空着。",
    },
    en: {
      title: "Not theirs to do",
      message: "“{task}” is for {known} to do, not for “{who}”.",
      help: "Name one of {known}; leave it empty where all are done.",
    },
  },
  BF4205: {
    severity: "warning",
    zh: {
      title: "先后颠倒",
      message: "“{task}”{day}办完，它前面的“{before}”{earlier}。",
      help: "核对两行的日期；确实先办了后一步的，在备注里写明。",
    },
    en: {
      title: "Out of order",
      message: "“{task}” was done on {day}, but “{before}” before it {earlierEn}.",
      help: "Compare the two days; where it really went this way, say why in the remarks.",
    },
  },
  BF4206: {
    severity: "error",
    zh: {
      title: "逾期",
      message: "“{task}”应当在{day}以前办完，已经逾期{days}天；还差{who}。",
      help: "办完以后把日期记进进度表；banfa progress 列出现在该办的和在等谁。",
    },
    en: {
      title: "Late",
      message: "“{task}” was due by {day} and is {days} [day|days] late; still to act: {who}.",
      help: "Enter the day in the log once it is done; banfa progress lists what is due and who is waited for.",
    },
  },
  BF4207: {
    severity: "error",
    zh: {
      title: "退不到那一步",
      message: "“{task}”不能退回到“{text}”。",
      help: "“结果”写“退回”，“退回到”写它前面的一项任务：{known}；空着就是退给上一步。",
    },
    en: {
      title: "It cannot go back there",
      message: "“{task}” cannot be sent back to “{text}”.",
      help: "With “returned” as the outcome, name a task before it: {known}; left empty it goes to the step before.",
    },
  },
  BF4210: {
    severity: "error",
    zh: {
      title: "要说抽哪一次",
      message: "办法里有几处抽查：{draws}。",
      help: "用 --draw 写名称或者条款，例如 --draw {first}。",
    },
    en: {
      title: "Which draw?",
      message: "The measure has several draws: {draws}.",
      help: "Say which by --draw with its name or clause, as --draw {first}.",
    },
  },
  BF4211: {
    severity: "error",
    zh: {
      title: "抽取之前还有一点要定",
      message: "{what}，办法没有写。",
      help: "先定下来（最好写进办法），再用 {option} 说明。",
    },
    en: {
      title: "Something is open before the draw",
      message: "{whatEn}, and the measure does not say.",
      help: "Decide it first, best in the measure itself, and then say it by {option}.",
    },
  },
  BF4212: {
    severity: "error",
    zh: {
      title: "名单里没有写分组",
      message: "“{id}”没有填“{column}”，不知道归哪一组。",
      help: "在名单里补上“{column}”。",
    },
    en: {
      title: "No group for somebody on the list",
      message: "“{id}” has no “{column}”, so nobody can tell the group.",
      help: "Fill in “{column}” in the list.",
    },
  },
  BF4213: {
    severity: "error",
    zh: {
      title: "不能照这样分组",
      message: "抽查按“{group}”分组，名单里却没有这一列。",
      help: "抽查的分组写对象的一个字段，例如：{columns}。",
    },
    en: {
      title: "Not a group of the list",
      message: "The draw is grouped by “{group}”, which is no column of the list.",
      help: "Group a draw by a field of the subject, such as {columns}.",
    },
  },
  BF4214: {
    severity: "warning",
    zh: {
      title: "名单不够抽",
      message: "{group}只有{size}个，要抽{wanted}个；全部抽中。",
      help: "核对名单是不是全的。",
    },
    en: {
      title: "Fewer than are to be drawn",
      message: "{groupEn} has only {size}, and {wanted} are to be drawn; all of them are.",
      help: "Check that the list is complete.",
    },
  },
  BF4215: {
    severity: "error",
    zh: {
      title: "和记录对不上",
      message: "照这份名单和种子重抽，{differs}和记录不同。",
      help: "核对名单有没有改过、用的是不是抽的时候那一版办法。",
    },
    en: {
      title: "Not what the record says",
      message: "Drawn anew from this list and seed, {differs} differ from the record.",
      help: "Check whether the list was changed, and that this is the version of the measure that was drawn from.",
    },
  },
  BF4216: {
    severity: "error",
    zh: {
      title: "名单是空的",
      message: "名单里没有可以抽的{kinds}。",
      help: "用 --list 给出名单：一行一个，要有标识那一列。",
    },
    en: {
      title: "An empty list",
      message: "The list has no {kinds} to draw from.",
      help: "Give the list by --list: one a row, with the column of the id.",
    },
  },
  BF4217: {
    severity: "error",
    zh: {
      title: "没有这样的抽查",
      message: "办法里没有叫“{draw}”的抽查。",
      help: "办法里有：{draws}。",
    },
    en: {
      title: "No such draw",
      message: "The measure has no draw called “{drawEn}”.",
      help: "It has: {draws}.",
    },
  },
});
