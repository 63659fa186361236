import { family } from "../message.ts";

/** BF4016 to BF4019: workbooks and Parquet that cannot be read at all. BF4100 to BF4119: their content, and several files together. */
export const dataWorkbooks = family({
  BF4016: {
    severity: "error",
    zh: {
      title: "旧格式或者加了密码的工作簿",
      message: "文件“{path}”是旧格式（.xls、.et）的工作簿，或者加了密码，读不了。",
      help: "请在 Excel 或 WPS 中打开它，取消密码，另存为“Excel 工作簿（.xlsx）”，再用保存出来的文件。",
    },
    en: {
      title: "A workbook of the old kind, or with a password",
      message: "“{path}” is a workbook of the old kind (.xls, .et) or has a password, and cannot be read.",
      help: 'Open it in Excel, take the password away, choose "Save as", type "Excel workbook (.xlsx)", and use the saved file.',
    },
  },
  BF4017: {
    severity: "error",
    zh: {
      title: "文件损坏",
      message: "“{path}”的内容损坏了，或者不是它的后缀所说的那种文件。",
      help: "请在 Excel 或 WPS 中打开它并另存一次；打不开的话，请重新导出。",
    },
    en: {
      title: "A damaged file",
      message: "“{path}” is damaged, or is not the kind of file that its ending says.",
      help: "Open it in Excel and save it again; if it does not open, export it anew.",
    },
  },
  BF4018: {
    severity: "error",
    zh: {
      title: "工作簿太大",
      message: "工作簿“{path}”展开后太大（{size}，上限 {limit}）。",
      help: "请删去空白的行列和不用的工作表；数据确实很多的，另存为 CSV，CSV 没有这个限制。",
    },
    en: {
      title: "The workbook is too large",
      message: "The workbook “{path}” unpacks to too much ({size}; the limit is {limit}).",
      help: "Delete empty rows and columns and sheets that are not used; save really large data as CSV, which has no such limit.",
    },
  },
  BF4019: {
    severity: "error",
    zh: {
      title: "读 Parquet 要另装 DuckDB",
      message: "读“{path}”要用 DuckDB（Parquet 文件，或者写了 --reader duckdb），这里没有安装。",
      help: "请运行 npm install @duckdb/node-api；或者把数据导出为 CSV 或 .xlsx，不写 --reader。",
    },
    en: {
      title: "Parquet needs DuckDB",
      message:
        "“{path}” is read with DuckDB (a Parquet file, or --reader duckdb), which is not installed here.",
      help: "Run npm install @duckdb/node-api; or export the data as CSV or .xlsx, and leave --reader out.",
    },
  },
  BF4100: {
    severity: "error",
    zh: {
      title: "格子里是错误值",
      message: "“{field}”这一格是错误值 {value}，没有内容可读。",
      help: "请改正公式，或者直接填上内容；改之前按未填处理。",
    },
    en: {
      title: "A cell with an error",
      message: "This cell of “{field}” holds the error {value}; there is nothing to read.",
      help: "Correct the formula or type the content; until then it counts as missing.",
    },
  },
  BF4101: {
    severity: "error",
    zh: {
      title: "公式没有算出结果",
      message: "“{field}”这一格是公式，文件里没有它的结果。",
      help: "请用 Excel 或 WPS 打开文件，保存一次，公式就有结果了；改之前按未填处理。",
    },
    en: {
      title: "A formula without a result",
      message: "This cell of “{field}” is a formula whose result is not in the file.",
      help: "Open the file in Excel and save it, which computes it; until then it counts as missing.",
    },
  },
  BF4102: {
    severity: "error",
    zh: {
      title: "工作簿里没有要读的表",
      message: "这个工作簿里没有一张表可以读：表名和表头都对不上办法里的“{names}”。",
      help: "请把工作表改名为其中一个，或者让表头写上标识列和各字段的名称；banfa template 可以生成空表。",
    },
    en: {
      title: "No sheet to read",
      message:
        "No sheet of this workbook can be read: neither names nor headers fit “{names}” of the measure.",
      help: "Name a sheet so, or give it a header with the id and the names of the fields; banfa template makes an empty form.",
    },
  },
  BF4103: {
    severity: "error",
    zh: {
      title: "工作表没有表头",
      message: "工作表“{sheet}”前 {rows} 行里找不到表头：没有一行含有标识列“{key}”。",
      help: "表头一行要写各列的名称，例如：{example}。",
    },
    en: {
      title: "A sheet without a header",
      message:
        "No header row was found in the first {rows} rows of the sheet “{sheet}”: none holds the id column “{key}”.",
      help: "The header row names the columns, for example: {example}.",
    },
  },
  BF4104: {
    severity: "error",
    zh: {
      title: "分不清工作表属于哪一种",
      message: "工作表“{sheet}”的表头与几种内容都对得上，不知道是哪一种。",
      help: "请把工作表改名为它所填的内容：{kinds}。",
    },
    en: {
      title: "A sheet that could be several things",
      message: "The header of the sheet “{sheet}” fits several kinds of content.",
      help: "Name the sheet after what it holds: {kinds}.",
    },
  },
  BF4105: {
    severity: "warning",
    zh: {
      title: "隐藏的工作表没有读",
      message: "工作表“{sheet}”是隐藏的，没有读入。",
      help: "如果要用它，请取消隐藏；不用的，可以删去。",
    },
    en: {
      title: "A hidden sheet was not read",
      message: "The sheet “{sheet}” is hidden and was not read.",
      help: "Unhide it if it counts, delete it if not.",
    },
  },
  BF4106: {
    severity: "info",
    zh: {
      title: "没有用到的工作表",
      message: "办法没有用到这些工作表：{sheets}。",
      help: "不需要处理；如果其中有该用的，请把表名改为办法里的对象或者记录的名称。",
    },
    en: {
      title: "Sheets that are not used",
      message: "The measure does not use these sheets: {sheets}.",
      help: "Nothing to do, unless one of them should be used: then name it after the kind of subject or record.",
    },
  },
  BF4107: {
    severity: "warning",
    zh: {
      title: "隐藏的行也算在内",
      message: "有 {count} 行是隐藏的（多半是筛选的结果），它们也读入了。",
      help: "如果这些行不该参加，请删去它们，而不是隐藏。",
    },
    en: {
      title: "Hidden rows count",
      message: "{count} [row is|rows are] hidden (probably by a filter) and read all the same.",
      help: "Delete rows that should not take part instead of hiding them.",
    },
  },
  BF4108: {
    severity: "info",
    zh: {
      title: "合并的格子按每行都填处理",
      message: "有 {count} 格与上面的格子合并：文字、编号、日期按填了同样的内容处理，数不读。",
      help: "不需要处理；如果不是这个意思，请取消合并。",
    },
    en: {
      title: "Joined cells count for each row",
      message:
        "{count} [cell is|cells are] joined with the one above: a text, an id or a date counts as filled in with the same, a number is not read.",
      help: "Nothing to do; if that is not meant, take the cells apart.",
    },
  },
  BF4109: {
    severity: "error",
    zh: {
      title: "数字太长，Excel 已经改动了它",
      message: "“{field}”是一个超过 15 位的数（{value}），Excel 只保留前 15 位，后面的已经不是原来的数字。",
      help: "请把这一列设为“文本”格式，再重新填写；改之前按未填处理。",
    },
    en: {
      title: "A number too long for Excel",
      message:
        "“{field}” is a number of more than 15 digits ({value}); Excel keeps 15, so the last ones are no longer what was typed.",
      help: "Give the column the format Text and type it again; until then it counts as missing.",
    },
  },
  BF4110: {
    severity: "error",
    zh: {
      title: "两处填的不一样",
      message: "“{field}”有两处填报，内容不同：{place} 是“{value}”，这里是“{other}”。",
      help: "请核对后改成一致，或者删去其中一处；改之前按未填处理，依赖它的结果待定。",
    },
    en: {
      title: "Two places say different things",
      message: "“{field}” is given twice and differently: “{value}” at {place}, “{other}” here.",
      help: "Make them agree or delete one of them; until then it counts as missing and what depends on it is undetermined.",
    },
  },
  BF4111: {
    severity: "warning",
    zh: {
      title: "有的对象只在别的文件里",
      message: "别的文件里的“{kind}”有 {count} 个不在这里：{ids}。这里的各列对它们就是没有填报。",
      help: "请核对编号是否写得一样，或者补上这些行。",
    },
    en: {
      title: "Subjects that only other files have",
      message:
        "{count} of “{kind}” in other files are missing here: {ids}. The columns of this file count as not filled in for them.",
      help: "See whether the ids are written alike, or add the rows.",
    },
  },
  BF4112: {
    severity: "warning",
    zh: {
      title: "合计、签名的一行没有读入",
      message: "这一行写的是“{text}”，当作表的合计、说明，不是“{kind}”，没有读入。",
      help: "不需要处理；如果它真是一个对象，请把编号改成别的写法。",
    },
    en: {
      title: "A row of totals or signatures was not read",
      message:
        "This row says “{text}”; taken for a total or a remark of the table and not for a “{kind}”, it was not read.",
      help: "Nothing to do; if it really is a subject, write its id differently.",
    },
  },
  BF4113: {
    severity: "error",
    zh: {
      title: "几行合用一格的数",
      message: "“{field}”这一格与上下的格子合并成一格，里面的数 {value} 是每行都填，还是几行合计，分不清。",
      help: "请取消合并，在各行分别填写；改之前这几行的“{field}”按未填处理。",
    },
    en: {
      title: "One figure for several rows",
      message:
        "This cell of “{field}” is joined with those above or below; whether {value} holds for each row or is their total cannot be told.",
      help: "Take the cells apart and fill in each row; until then “{field}” counts as missing in these rows.",
    },
  },
  BF4114: {
    severity: "error",
    zh: {
      title: "同一份记录出现在两张表里",
      message: "“{subject}”的这一份“{list}”与 {place} 的完全一样，分不清是一件事填了两遍，还是两件事。",
      help: "是一件事的，删去其中一处；确是两件事的，写在同一张表里。改之前“{subject}”的“{list}”按未填处理。",
    },
    en: {
      title: "The same record in two tables",
      message:
        "This record of “{list}” of “{subject}” is the same as the one at {place}; one event told twice or two events, nobody can tell.",
      help: "Delete one of them if they are one event, or write both into the same table. Until then “{list}” of “{subject}” counts as missing.",
    },
  },
});
