import { isoDate } from "../../data/dates.ts";

/** The head of a new measure, as it stands in the text. */
export interface Head {
  readonly name: string;
  readonly issuer: string | null;
  /** The whole line: `施行 2026年1月1日`. */
  readonly effective: string;
}

/** A name as a measure writes it; null for what no brackets can hold. */
export function nameText(name: string): string | null {
  // 《…》 and “…” are not part of a name.
  const plain = name
    .trim()
    .normalize("NFC")
    .replace(/^(?:《(.*)》|“(.*)”|"(.*)")$/, "$1$2$3");
  if (/^[\p{L}_·]{1,80}$/u.test(plain)) return plain;
  return plain !== "" && plain.length <= 80 && !/[「」『』\p{C}\n]/u.test(plain) ? `「${plain}」` : null;
}

/** `2026-01-01`, `2026年1月1日` as a line; inside a year it says that this year is the first assessed. Null: no such day. */
export function effectiveLine(day: string): string | null {
  const iso = isoDate(day);
  if (iso === null) return null;
  const [year, month, date] = iso.split("-").map(Number) as [number, number, number];
  if (year < 1900 || year > 2199) return null;
  const first = month === 1 && date === 1 ? "" : `,首次评定 ${year}年`;
  return `施行 ${year}年${month}月${date}日${first}`;
}
