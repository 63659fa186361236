import type { procedures as messages } from "../catalogue/procedures.ts";
import type { Explanations } from "./explanation.ts";

export const procedures: Explanations<typeof messages> = {
  BF4200: {
    zh: "进度凭记录算：哪一项任务、哪一天办完。最省事的是让 banfa schedule 写出表格，表里每项任务一行，办完的填上完成日期。也可以自己列 YAML：- { 任务: …, 完成日期: 2026-03-09 }。",
    en: "Progress is worked out from a log: which task, and the day on which it was done. The easiest log is the form that banfa schedule writes; a YAML list of `task` and `done` does as well.",
  },
  BF4201: {
    zh: "任务的编号是“条款/程序/步骤/期间”，例如“第六条(一)/月度考核/2/2026-03”。年度选错了，或者办法改过编号、改过程序的名称，旧表里的编号就对不上。",
    en: "The id of a task is clause/procedure/step/period. With another year, or after a clause or procedure was renamed, the ids of an old form fit no more.",
  },
  BF4202: {
    zh: "完成日期要写清年月日。2026.3.9、2026-03-09、2026年3月9日、20260309 都认得；“3月上旬”“已完成”不是日期。",
    en: "The day needs a year, a month and a day. “Early March” and “done” are no dates.",
  },
  BF4203: {
    zh: "一行记录说的不是办完，就是退回。退回以后，前面一步要重办，日期算到重办那天。",
    en: "A line says that something was done, or sent back. After it was sent back the step before has to be done anew.",
  },
  BF4204: {
    zh: "几个人各自要办的（例如先后签字），一人一行，“谁”写其中一个的名称，要和办法里写的一样。",
    en: "Where several have to act, such as to sign, each has a line with the name that the measure uses.",
  },
  BF4205: {
    zh: "程序里的步骤按次序办。后一步的日期比前一步早，多半是日期填错，或者前一步办了没有填。",
    en: "The steps of a procedure are done in their order. A later step with an earlier day mostly has a wrong day, or the earlier one was not filled in.",
  },
  BF4206: {
    zh: "期限从办法里的程序算来，遇放假顺延。过了最后一天还没有记录办完的，就是逾期；先确认是没有办，还是办了没有记。",
    en: "The deadline comes from the procedures of the measure and moves past days off. What is not in the log after its last day is late; see first whether it was not done or not entered.",
  },
  BF4207: {
    zh: "几步以前的材料有问题，可以直接退回到那一步，从那一步到退回的人，中间各步都要重办。只能退给前面的步骤；没有退回的，这一栏空着。",
    en: "Where something made several steps earlier is wrong it may go back there at once, and every step from there on is done anew. It can only go back to a step before; where nothing was sent back the column is empty.",
  },
  BF4210: {
    zh: "一份办法可以有几处抽查，比例、范围不同，要说明抽的是哪一处。",
    en: "A measure may have several draws with shares and lists of their own.",
  },
  BF4211: {
    zh: "抽取的结果不能靠猜。“20%”遇到9个人是1.8人，进一还是舍去结果不同；几种对象合在一起抽和分开抽也不同。要在抽以前定下来，记入记录。",
    en: "A draw leaves no room for guesses. 20% of nine is 1.8, and rounding up or down gives another result, as does drawing several kinds together. Decide before the draw; it goes into the record.",
  },
  BF4212: {
    zh: "按县分组抽的，名单里每一个都要写是哪个县的；漏了的不知道在哪一组里抽。",
    en: "Where a draw is by county, everybody on the list needs a county.",
  },
  BF4213: {
    zh: "分组要用名单里现成的一列。要按算出来的结果分组的，先算出来，作为一列写进名单。",
    en: "Groups come from a column of the list. To group by something computed, compute it first and put it into the list.",
  },
  BF4214: {
    zh: "说抽15名，名单只有12名，就全部抽中。多半是名单不全。",
    en: "Where 15 are to be drawn from 12, all 12 are. Mostly the list is not complete.",
  },
  BF4215: {
    zh: "同样的名单、同样的种子、同一版办法，抽出的总是一样。不一样，就是其中有一样变了。",
    en: "The same list, seed and measure always give the same draw. Where it differs, one of them was changed.",
  },
  BF4216: {
    zh: "名单里要有这种对象的标识那一列。几种对象各有一份名单的，写成“对象名=文件”。",
    en: "The list needs the column of the id. Where several kinds have lists of their own, give them as KIND=FILE.",
  },
  BF4217: {
    zh: "抽查可以按名称说，也可以按条款说。办法里没有抽查的，没有什么可抽。",
    en: "A draw is named by its name or its clause. A measure without draws has nothing to draw.",
  },
};
