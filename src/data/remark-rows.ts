import { clean, fold } from "./cells.ts";

/**
 * Rows under a table that speak of the table and not of a subject: totals, averages, who filled it in. Counted as
 * subjects they would stand in rankings and shares.
 */

const TOTALS = new Set(
  "合计 总计 小计 共计 累计 汇总 平均 平均分 平均数 平均值 均值 最高分 最低分 最大值 最小值 示例 样例 举例 填写示例 填报示例 例 total subtotal average example".split(
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

/** 注1、… (which a village may not be called), and what asks for a stamp; alone in their row. */
const NOTE =
  /^(?:附注|备注|说明|填表说明|填报说明|注)(?:\d{1,2}|[一二三四五六七八九十]{1,3})?[、.,:]|^\(.*\)$|盖章|签章|签字/;

/** Columns whose content is no number are lettered, the others numbered: 甲 乙 1 2 3. */
const LETTERS = [..."甲乙丙丁戊己庚辛"];
const LABELS: ReadonlySet<string> = new Set(["栏次", "列次", "行次", "栏号", "列号"]);
/** So many cells that go on in this way number columns; fewer may be what somebody reported of subject 1, or of 甲. */
const NUMBERED = 6;

/** What such a row begins with, as it is written: in the cell of the id or, where that is empty, in the first that is not. */
export function remarkOf(cells: readonly string[], key: number): string | null {
  let text = clean(cells[key] ?? "");
  if (text === "") text = clean(cells.find((c) => clean(c) !== "") ?? "");
  if (text === "") return null;
  if (/^\d/.test(text)) return text.length <= 2 ? numbersOfColumns(cells) : null;
  const folded = fold(text.slice(0, LONGEST));
  const colon = folded.indexOf(":");
  const found =
    colon < 0
      ? TOTALS.has(folded)
      : TOTALS.has(folded.slice(0, colon)) || SIGNATURES.has(folded.slice(0, colon));
  if (found || (NOTE.test(folded) && isAlone(cells))) return text.slice(0, LONGEST);
  return numbersOfColumns(cells);
}

const isAlone = (cells: readonly string[]): boolean => cells.filter((c) => clean(c) !== "").length === 1;

/** A row under the header that numbers the columns. */
function numbersOfColumns(cells: readonly string[]): string | null {
  const filled = cells.map((c) => fold(clean(c.slice(0, LONGEST)))).filter((c) => c !== "");
  const isLabelled = LABELS.has(filled[0] ?? "");
  if (filled.length < (isLabelled ? 2 : NUMBERED)) return null;
  let at = isLabelled ? 1 : 0;
  for (let i = 0; at < filled.length && filled[at] === LETTERS[i]; i++) at++;
  const numbers = filled.slice(at);
  if (numbers.length === 0) return null;
  return numbers.every((n, i) => n === String(i + 1)) ? filled.join(" ").slice(0, LONGEST) : null;
}
