import { isCalendarDay } from "../runtime/calendar.ts";

/**
 * Dates as people fill them in. Only spellings that can mean one day are read; 4/5/2018 (April or May?)
 * is left for the message about bad dates.
 */

const SEPARATED = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T]0{1,2}:00(?::00(?:\.0{1,9})?)?)?$/;
const CHINESE = /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** `YYYY-MM-DD` for 2018-4-23, 2018/4/23, 2018.4.23, 2018年4月23日, 20180423; null for anything else. */
export function isoDate(text: string): string | null {
  const folded = text.normalize("NFKC").trim();
  const separated = SEPARATED.exec(folded);
  if (separated) return checked(separated[1]!, separated[3]!, separated[4]!);
  const parts = CHINESE.exec(folded) ?? COMPACT.exec(folded);
  return parts === null ? null : checked(parts[1]!, parts[2]!, parts[3]!);
}

function checked(year: string, month: string, day: string): string | null {
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
