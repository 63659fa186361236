import type { Column, ColumnType, DataSchema } from "../../src/facts/data-schema.ts";

/** The columns of the Guangxi measure, a money field, a link, and lists: one of each kind a reader meets. */

const column = (name: string, type: ColumnType, required = true): Column => ({
  name,
  alias: null,
  type,
  required,
});

export const number = (unit: string, low: string | null, high: string | null, step = "0.01"): ColumnType => ({
  kind: "number",
  unit,
  low,
  high,
  step,
  asFraction: false,
});

const monthly: ColumnType = {
  kind: "list",
  record: "月度表",
  frequency: "month",
  columns: [column("得分", number("分", "0", "100"))],
};
const notices: ColumnType = {
  kind: "list",
  record: "通报",
  frequency: "many",
  columns: [
    column("日期", { kind: "date" }),
    column("级别", { kind: "choice", members: ["县", "市", "自治区"] }),
  ],
};

export const leaders: DataSchema = {
  measure: "广西易地搬迁包点领导考核",
  period: "year",
  kinds: [
    {
      name: "包点领导",
      key: "编号",
      columns: [
        { ...column("编号", { kind: "text" }), alias: "id" },
        column("县", { kind: "text" }, false),
        column("平时考核分", number("分", "0", "30")),
        column("年终考核分", number("分", "0", "70")),
        column("建房进度", number("%", "0", "100")),
        column("资金", number("元", "0", null), false),
        column("安全事故", { kind: "choice", members: ["无", "损失较大", "损失严重", "人员死亡"] }),
        column("弄虚作假", { kind: "truth" }, false),
        column("到任日期", { kind: "date" }, false),
        column("负面通报", notices, false),
        column("月度考核表", monthly, false),
      ],
    },
  ],
  parameters: [
    { name: "优秀名额", type: number("名", "0", null, "1") },
    { name: "优秀比例", type: number("%", "0", "100") },
  ],
};

export const twoKinds: DataSchema = {
  ...leaders,
  kinds: [
    ...leaders.kinds,
    {
      name: "干部",
      key: "工号",
      columns: [column("工号", { kind: "text" }), column("所属领导", { kind: "link", subject: "包点领导" })],
    },
  ],
};
