/** The head of a new measure, as it stands in the text. */
export interface Head {
  readonly name: string;
  readonly issuer: string | null;
  /** The whole line: `施行 2026年1月1日`. */
  readonly effective: string;
}

/** A name as a measure writes it; null for what no brackets can hold. */
export function nameText(name: string): string | null {
  const plain = name.trim().normalize("NFC");
  if (/^[\p{L}_·]{1,80}$/u.test(plain)) return plain;
  return plain !== "" && plain.length <= 80 && !/[「」『』\p{C}\n]/u.test(plain) ? `「${plain}」` : null;
}

/** `2026-01-01` as a line; inside a year it says that this year is the first assessed. Null: no such day. */
export function effectiveLine(day: string): string | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day.trim());
  if (!found) return null;
  const [year, month, date] = found.slice(1).map(Number) as [number, number, number];
  const there = new Date(Date.UTC(year, month - 1, date));
  if (year < 1900 || year > 2199 || there.getUTCMonth() !== month - 1 || there.getUTCDate() !== date)
    return null;
  const first = month === 1 && date === 1 ? "" : `,首次评定 ${year}年`;
  return `施行 ${year}年${month}月${date}日${first}`;
}
