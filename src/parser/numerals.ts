/** Chinese numerals up to 9999, as labels and a few keywords (连续两年) use them. */

const DIGITS: ReadonlyMap<string, number> = new Map(
  [..."零一二三四五六七八九"]
    .map((c, i) => [c, i] as [string, number])
    .concat([
      ["〇", 0],
      ["两", 2],
    ]),
);
const PLACES: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** Characters a numeral is made of, for regular expressions. */
export const NUMERAL = "零〇一二两三四五六七八九十百千";

/** The value of `十七`, `二十`, `一百零三`, `二〇` or of ASCII digits; NaN when it is none. */
export function numeralValue(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if ([...text].every((c) => DIGITS.has(c))) return Number([...text].map((c) => DIGITS.get(c)).join(""));
  let total = 0;
  let digit: number | undefined;
  for (const c of text) {
    const place = PLACES.get(c);
    if (place !== undefined) {
      total += (digit ?? 1) * place;
      digit = undefined;
      continue;
    }
    const value = DIGITS.get(c);
    if (value === undefined) return Number.NaN;
    digit = value;
  }
  return total + (digit ?? 0);
}
