import { clean, fold } from "./cells.ts";

/**
 * Rows under a table that speak of the table and not of a subject: totals, averages, who filled it in. Counted as
 * subjects they would stand in rankings and shares.
 */

const TOTALS = new Set(
  "合计 总计 小计 共计 累计 汇总 平均 平均分 平均数 平均值 均值 最高分 最低分 最大值 最小值 total subtotal average".split(
    " ",
  ),
);

/** With a colon behind it, so that no name of a village or person is meant. */
const SIGNATURES = new Set(
  "填表人 制表人 填报人 审核人 复核人 审批人 负责人 经办人 单位负责人 联系人 联系电话 电话 填表日期 填报日期 制表日期 填表单位 填报单位 单位盖章 备注 说明 注".split(
    " ",
  ),
);
/** No id of such a row is longer. */
const LONGEST = 40;

/** What such a row begins with, as it is written: in the cell of the id or, where that is empty, in the first that is not. */
export function remarkOf(cells: readonly string[], key: number): string | null {
  let text = clean(cells[key] ?? "");
  if (text === "") text = clean(cells.find((c) => clean(c) !== "") ?? "");
  if (text === "" || /^\d/.test(text)) return null;
  const folded = fold(text.slice(0, LONGEST));
  const colon = folded.indexOf(":");
  const found =
    colon < 0
      ? TOTALS.has(folded)
      : TOTALS.has(folded.slice(0, colon)) || SIGNATURES.has(folded.slice(0, colon));
  return found ? text.slice(0, LONGEST) : null;
}
