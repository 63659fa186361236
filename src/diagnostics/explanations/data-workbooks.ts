import type { dataWorkbooks as messages } from "../catalogue/data-workbooks.ts";
import type { Explanations } from "./explanation.ts";

/** BF4016 to BF4019 and BF41xx: workbooks, and several files together. */
export const dataWorkbooks: Explanations<typeof messages> = {
  BF4016: {
    zh: "只读 2007 年以后的 .xlsx。旧的 .xls、WPS 的 .et 和加了密码的工作簿在磁盘上是同一种容器，从外面分不出来；打开后另存为 .xlsx、不设密码即可。",
    en: "Only .xlsx, the format since 2007, is read. Old .xls files, .et files and workbooks with a password are the same container on disk. Save as .xlsx without a password.",
  },
  BF4017: {
    zh: "下载或者传输中断、把别的文件改名成了 .xlsx，都会这样。在电子表格程序里打开再另存一次，通常就好了。",
    en: "An interrupted download does this, or another file renamed to .xlsx. Opening it in a spreadsheet program and saving it again usually helps.",
  },
  BF4018: {
    zh: "几百 KB 的工作簿可以展开成几个 GB：在很远的格子里写一个字，整张表就有一百七十亿格。上限保证读取在合理的内存里完成；真有几十万行的，请用 CSV。",
    en: "A workbook of some kilobytes can unpack to gigabytes: one word in a far corner makes a sheet of seventeen thousand million cells. The limit keeps reading within reasonable memory; for hundreds of thousands of rows use CSV.",
  },
  BF4019: {
    zh: "Parquet 是数据平台常用的格式，由 DuckDB 读取。它比较大，所以不随本程序安装，用到时另装。",
    en: "Parquet is a format of data platforms and is read by DuckDB, which is large and therefore installed only where it is needed.",
  },
  BF4100: {
    zh: "#N/A 多半是查找公式没有找到，#REF! 是引用的格子被删了，#DIV/0! 是除数为空。表里看得见的错误不能当作 0，也不能当作没有这回事。",
    en: "#N/A mostly means that a lookup found nothing, #REF! that a cell was deleted, #DIV/0! that a divisor is empty. A visible error is neither zero nor nothing.",
  },
  BF4101: {
    zh: "有的程序写出的工作簿只有公式，没有结果；结果要由 Excel 或 WPS 打开时算出来，保存后才在文件里。",
    en: "Some programs write formulas without results; a spreadsheet program computes them on opening and keeps them on saving.",
  },
  BF4102: {
    zh: "工作表先按表名认（对象名、记录名），再按表头认（要有标识列）。两样都对不上的，多半是拿错了文件，或者表头在第 10 行以后。",
    en: "A sheet is known by its name (a kind of subject or record), else by its header, which has the id. If neither fits it is mostly the wrong file, or the header stands below row 10.",
  },
  BF4103: {
    zh: "表名对上了，但前 10 行里没有一行写着标识列的名称，所以分不清哪一行是谁。表头被删掉或者改了名，就会这样。",
    en: "The name of the sheet fits, but none of its first ten rows names the id column, so nobody can be told from another. The header was deleted or renamed.",
  },
  BF4104: {
    zh: "几种对象或者记录的字段很像时，只看表头分不出来。表名写上是哪一种，就清楚了。",
    en: "Where kinds of subject or record have the same fields, the header does not tell them apart; the sheet's name does.",
  },
  BF4105: {
    zh: "隐藏的表多半是草稿或者旧数据，填表的人看不见它，所以不读。",
    en: "A hidden sheet is mostly a draft or old data that the person who fills in the form does not see, so it is not read.",
  },
  BF4106: {
    zh: "工作簿里常有说明、汇总之类的表，本来就不用读；提出来是为了不漏掉改了名的表。",
    en: "Workbooks often have sheets with notes or totals. They are named so that a renamed sheet is not overlooked.",
  },
  BF4107: {
    zh: "筛选只是不显示，行还在表里。如果静悄悄地跳过，少几个人谁也不知道；所以照读，并且说出来。",
    en: "A filter only hides rows. Skipped silently, people would be missing without anybody knowing; so they are read, and that is said.",
  },
  BF4108: {
    zh: "表格里把同一个县的几行合并成一格，意思是每一行都是这个县；文件里却只有第一行有内容。",
    en: "One cell joined over several rows means the same for each of them, while the file has the content in the first only.",
  },
  BF4109: {
    zh: "身份证号有 18 位，当作数字输入时 Excel 从第 16 位起都变成 0，而且找不回来。先把列设为文本格式，再输入。",
    en: "Identity numbers have 18 digits; typed as a number, Excel turns those from the 16th on into zeros for good. Give the column the format Text first.",
  },
  BF4110: {
    zh: "同一个对象的同一项内容由两个部门填报，数字不一样，谁的算数不能由程序来定。内容相同的不会提示。",
    en: "Two departments report the same figure of the same subject differently; which counts is not for a program to decide. Equal values raise nothing.",
  },
  BF4111: {
    zh: "几个文件的列不同，就是几个部门各填一部分，按编号拼在一起；编号写法不一（001 和 1）或者漏了人，就会有对不上的。列相同的几个文件（一个县一份）不这样提示。",
    en: "Files with different columns are parts of the same people's data, put together by id; ids written differently (001 and 1) or people left out do not meet. Files with the same columns, one a county, raise nothing.",
  },
  BF4112: {
    zh: "数据下面常有合计、平均和签名的行。当作对象，就会进入排名、拉低比例，所以不读入，但是要说出来。只认固定的几种写法：合计、小计、平均，或者后面带冒号的填表人、审核人、备注之类。",
    en: "Under the data there often are totals, averages and signatures. As subjects they would stand in rankings and lower shares, so they are not read, and this is said. Only fixed words count: 合计, 小计, 平均, or 填表人, 审核人, 备注 and the like with a colon.",
  },
  BF4113: {
    zh: "几行合并成一格的文字（县名、编号）每行都算填了；一个数却可能是合计，重复计算就多算了几倍，所以不读。",
    en: "A text in a cell joined over several rows (a county, an id) holds for each of them; a figure may be their total and counted several times, so it is not read.",
  },
  BF4114: {
    zh: "一张表复制了一份没有删，或者两个部门报了同一件事，读进来就会算两次。两张表里完全相同的记录因此要人来定。",
    en: "A sheet that was copied and not deleted, or two departments that report one event, would be counted twice. So a person decides about records that are the same in two tables.",
  },
};
