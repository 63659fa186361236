import { family } from "../message.ts";

/** BF4020 to BF4039: tables (CSV). */
export const dataTables = family({
  BF4020: {
    severity: "error",
    zh: {
      title: "没有表头",
      message: "这个文件前 {rows} 行里找不到表头：没有一行含有标识列“{key}”。",
      help: "表头一行要写各列的名称，例如：{example}。",
    },
    en: {
      title: "No header row",
      message: "No header row was found in the first {rows} rows: none holds the id column “{key}”.",
      help: "The header row names the columns, for example: {example}.",
    },
  },
  BF4021: {
    severity: "error",
    zh: {
      title: "列名写错了",
      message: "列“{column}”不是“{kind}”的字段，想必是“{suggestion}”。",
      help: "请把这一列的名称改为“{suggestion}”；改之前这一列没有读入。",
    },
    en: {
      title: "A misspelt column",
      message: "The column “{column}” is not a field of “{kind}”; “{suggestion}” is probably meant.",
      help: "Rename the column to “{suggestion}”; until then it is not read.",
    },
  },
  BF4022: {
    severity: "info",
    zh: {
      title: "没有用到的列",
      message: "办法没有用到这些列：{columns}。",
      help: "不需要处理；如果其中有该用的列，请把列名改成办法里的字段名。",
    },
    en: {
      title: "Columns that are not used",
      message: "The measure does not use these columns: {columns}.",
      help: "Nothing to do, unless one of them should be used: then give it the field's name.",
    },
  },
  BF4023: {
    severity: "error",
    zh: {
      title: "缺少标识列",
      message: "表头里没有标识列“{key}”，分不清各行是谁。",
      help: "请加上“{key}”列，每行填一个不重复的编号。",
    },
    en: {
      title: "The id column is missing",
      message: "The header has no id column “{key}”, so the rows cannot be told apart.",
      help: "Add a column “{key}” with a different id in each row.",
    },
  },
  BF4024: {
    severity: "warning",
    zh: {
      title: "缺少列或字段",
      message: "缺少这些列（字段）：{columns}。依赖它们的结果都将待定。",
      help: "请补上；名称要与办法里的字段名一致。",
    },
    en: {
      title: "Missing columns or fields",
      message: "These columns (fields) are missing: {columns}. What depends on them will be undetermined.",
      help: "Add them, named as the measure names the fields.",
    },
  },
  BF4025: {
    severity: "error",
    zh: {
      title: "列重复",
      message: "列“{column}”出现了两次（第 {first} 列和第 {second} 列），不知道用哪一列。",
      help: "请删去或改名其中一列；改之前两列都没有读入。",
    },
    en: {
      title: "A column occurs twice",
      message:
        "The column “{column}” occurs twice (columns {first} and {second}); which one counts is unknown.",
      help: "Delete or rename one of them; until then neither is read.",
    },
  },
  BF4026: {
    severity: "error",
    zh: {
      title: "这一行的格子比表头多",
      message: "这一行有 {found} 格，表头只有 {expected} 格，各格对不上列。",
      help: "多半是内容里有逗号而没有加引号；请给该格加上英文双引号。改之前这一行除标识外按未填处理。",
    },
    en: {
      title: "A row with more cells than the header",
      message:
        "This row has {found} [cell|cells] and the header {expected}, so cells and columns do not match.",
      help: "Probably a cell holds a comma and is not quoted: put it in double quotes. Until then the row counts as not filled in, except its id.",
    },
  },
  BF4027: {
    severity: "warning",
    zh: {
      title: "有的行格子比表头少",
      message:
        "有 {count} 行的格子比表头少（第一处有 {found} 格，表头 {expected} 格）；缺少的格子按未填处理。",
      help: "请检查这些行是否漏了分隔符。",
    },
    en: {
      title: "Rows with fewer cells than the header",
      message:
        "Rows with fewer cells than the header: {count} (the first has {found} of {expected}); the missing cells count as not filled in.",
      help: "Check whether a separator was left out in these rows.",
    },
  },
  BF4028: {
    severity: "error",
    zh: {
      title: "引号不成对",
      message: "从这一行起有一个双引号没有配对，后面的内容分不清格子。",
      help: '请检查这一行的双引号；格子内容里的双引号要写成两个（""）。',
    },
    en: {
      title: "A quote without its partner",
      message: "From this row on a double quote has no partner, so the cells cannot be told apart.",
      help: 'Check the double quotes of this row; a double quote inside a cell is written twice ("").',
    },
  },
  BF4029: {
    severity: "info",
    zh: {
      title: "表头上方有标题行",
      message: "第 {header} 行是表头，它上面的 {count} 行（“{title}”）当作标题，没有读入。",
      help: "不需要处理。",
    },
    en: {
      title: "Title rows above the header",
      message:
        "Row {header} is the header; the {count} [row above it (“{title}”) was|rows above it (“{title}”) were] taken as a title and not read.",
      help: "Nothing to do.",
    },
  },
  BF4030: {
    severity: "error",
    zh: {
      title: "表头的单位不对",
      message: "列“{column}”的表头写的单位是“{found}”，而办法里“{field}”的单位是“{expected}”。",
      help: "请核对数据，把表头括号里的单位改为“{expected}”；改之前这一列没有读入。",
    },
    en: {
      title: "A wrong unit in the header",
      message: "The header of “{column}” says the unit “{found}”, but “{field}” is measured in “{expected}”.",
      help: "Check the data and write “{expected}” in the header; until then the column is not read.",
    },
  },
  BF4031: {
    severity: "error",
    zh: {
      title: "一格放不下一个列表",
      message: "“{field}”是一个记录列表（每个对象有多条），不能写在这张表的一列里。",
      help: "请把记录另放一个 CSV 文件，含“{key}”列和各字段，并写 {example}；或者改用 JSON、YAML。",
    },
    en: {
      title: "A cell cannot hold a list",
      message:
        "“{field}” is a list of records (several for each subject) and cannot be a column of this table.",
      help: "Put the records into a CSV file of their own with a column “{key}” and write {example}; or use JSON or YAML.",
    },
  },
  BF4032: {
    severity: "error",
    zh: {
      title: "记录不属于任何对象",
      message: "这一行记录属于“{id}”，但“{kind}”的数据里没有这个编号。",
      help: "请核对编号，或者在“{kind}”的数据里补上它。",
    },
    en: {
      title: "A record of nobody",
      message: "This record belongs to “{id}”, but the data of “{kind}” hold no such id.",
      help: "Check the id, or add it to the data of “{kind}”.",
    },
  },
  BF4033: {
    severity: "error",
    zh: {
      title: "记录没有写属于谁",
      message: "这一行没有填“{key}”，不知道属于哪个对象。",
      help: "请填上“{key}”。",
    },
    en: {
      title: "A record without its subject",
      message: "This row does not fill in “{key}”, so whose record it is remains unknown.",
      help: "Fill in “{key}”.",
    },
  },
  BF4034: {
    severity: "warning",
    zh: {
      title: "表里没有数据",
      message: "表里只有表头，没有数据行。",
      help: "如果本来就没有，不需要处理；否则请检查导出是否完整。",
    },
    en: {
      title: "A table without rows",
      message: "The table has a header and no rows.",
      help: "Nothing to do if there are none; otherwise check the export.",
    },
  },
  BF4035: {
    severity: "warning",
    zh: {
      title: "与另一列相近、没有读入的列",
      message: "列“{column}”没有读入；它像是“{twin}”，可是表里已经有“{twin}”这一列了。",
      help: "请核对读入的是不是该用的那一列；多余的请删去或者改名。",
    },
    en: {
      title: "A column that resembles another and was not read",
      message: "The column “{column}” was not read; it looks like “{twin}”, which the table has already.",
      help: "Check that the column that was read is the right one; delete or rename the other.",
    },
  },
  BF4036: {
    severity: "error",
    zh: {
      title: "别处写着另一个单位",
      message:
        "“{field}”一列按“{expected}”读，可是表头上方或者表头下面写着单位“{stated}”，分不清这些数是哪个单位。",
      help: "请把单位写在这一列的表头里，例如“{heading}”；改之前这一列没有读入。",
    },
    en: {
      title: "Another unit stated elsewhere",
      message:
        "The column “{field}” would be read in “{expected}”, but the title above or a remark in the heading states the unit “{stated}”; either may hold.",
      help: "Write the unit into the heading of the column, such as “{heading}”; until then the column is not read.",
    },
  },
  BF4037: {
    severity: "warning",
    zh: {
      title: "百分数中间有小数",
      message:
        "“{field}”一列里有 {count} 格是 0 到 1 之间的小数，没有百分号（第一处是“{value}”，按 {value}% 读）。",
      help: "请核对：如果 0.92 表示 92%，改成 92 或 92%；确实不到 1% 的，写上百分号。",
    },
    en: {
      title: "Fractions among percentages",
      message:
        "The column “{field}” has {count} [number|numbers] between 0 and 1 without a percent sign (the first is “{value}”, read as {value}%).",
      help: "Check them: where 0.92 stands for 92%, write 92 or 92%; what really is below 1% gets a percent sign.",
    },
  },
  BF4038: {
    severity: "warning",
    zh: {
      title: "没有写明是哪一期",
      message: "“{list}”没有“{column}”一列：每个对象的各行依次当作第 1、2、3……期。",
      help: "请加上“{column}”一列，逐行写明是哪一期；缺报一期时，先后就对不上了。",
    },
    en: {
      title: "Records that do not say their period",
      message:
        "“{list}” has no column “{column}”: the rows of a subject are taken for the periods 1, 2, 3 … in turn.",
      help: "Add the column “{column}” and write the period of each row; where one is left out, the order is no longer right.",
    },
  },
});
