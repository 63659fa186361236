import type { DrawRecord } from "../data/draw-record.ts";
import type { Language } from "../diagnostics/message.ts";
import { type DrawGroup, type Lot, lotText } from "../procedures/draw.ts";

/** How anybody verifies a draw with a calculator and a program that makes SHA-256: said step by step, with figures. */

/** Groups whose limits are shown; the record has all lots. */
const SHOWN = 12;

const WORDS = {
  zh: {
    head: "怎样手工核对（不用本程序）",
    count: "  1. 每组抽几个：",
    of: (g: string, how: string) => `     ${g}：${how}`,
    share: (size: number, share: string, exact: string, rounded: string, count: number) =>
      `${size} × ${share} = ${exact}${rounded === "" ? "" : `，${rounded}`}，抽${count}个`,
    fixed: (count: number) => `抽${count}个`,
    rounding: { up: "向上取整", down: "向下取整", "half-up": "四舍五入" },
    lot: "  2. 每一个的签号，是“种子/对象/标识”这段文字（UTF-8）的 SHA-256，例如：",
    sort: "  3. 同一组里签号从小到大排，最前面的抽中（0到9在a到f前面）；抽中的最大、没抽中的最小：",
    limit: (g: string, last: string, next: string) => `     ${g}：${last} ＜ ${next}`,
    full: (g: string) => `     ${g}：全部抽中`,
    more: (n: number) => `     另有${n}组`,
    all: "  4. 没抽中的签号也照第2步算，都应当比这一组抽中的最大签号大；全部签号在记录里（--out）",
    name: "全体",
  },
  en: {
    head: "To verify it by hand, without this program",
    count: "  1. How many of each group:",
    of: (g: string, how: string) => `     ${g}: ${how}`,
    share: (size: number, share: string, exact: string, rounded: string, count: number) =>
      `${size} × ${share} = ${exact}${rounded === "" ? "" : `, ${rounded}`}: ${count}`,
    fixed: (count: number) => String(count),
    rounding: { up: "rounded up", down: "rounded down", "half-up": "rounded half up" },
    lot: "  2. A lot is the SHA-256 of the text “seed/subject/id” (UTF-8), as in:",
    sort: "  3. In each group the smallest lots are drawn (0 to 9 before a to f); the largest drawn, the smallest not drawn:",
    limit: (g: string, last: string, next: string) => `     ${g}: ${last} < ${next}`,
    full: (g: string) => `     ${g}: all are drawn`,
    more: (n: number) => `     and ${n} more groups`,
    all: "  4. Work out the lots of those not drawn as in 2: all are larger than the largest drawn; the record (--out) has every lot",
    name: "all",
  },
} as const;

/** @param share as written, `20%`; null where a number of places is drawn */
export function verification(made: DrawRecord, share: string | null, language: Language): string[] {
  const words = WORDS[language];
  const nameOf = (g: DrawGroup) => [g.kind, g.group].filter((p) => p).join(" ") || words.name;
  const example = made.lots.find((l) => l.drawn) ?? made.lots[0];
  if (example === undefined) return [];
  const counts = made.groups.slice(0, SHOWN).map((g) => {
    const rounded =
      made.rounding === null || /^\d+$/.test(g.exact ?? "0") ? "" : words.rounding[made.rounding];
    const how =
      share === null ? words.fixed(g.count) : words.share(g.size, share, g.exact ?? "", rounded, g.count);
    return words.of(nameOf(g), how);
  });
  const limits = made.groups.slice(0, SHOWN).map((g) => {
    const own = made.lots
      .filter((l) => l.group === g.group && (g.kind === null || l.kind === g.kind))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1));
    const [last, next] = [own[g.count - 1], own[g.count]];
    const said = (l: Lot) => `${l.id} ${l.lot.slice(0, 16)}`;
    return next === undefined || last === undefined
      ? next === undefined
        ? words.full(nameOf(g))
        : words.limit(nameOf(g), "—", said(next))
      : words.limit(nameOf(g), said(last), said(next));
  });
  const rest = made.groups.length - SHOWN;
  return [
    words.head,
    words.count,
    ...counts,
    ...(rest > 0 ? [words.more(rest)] : []),
    words.lot,
    `     printf '%s' '${lotText(made.seed, example).replaceAll("'", `'\\''`)}' | sha256sum`,
    `     ${example.lot}`,
    words.sort,
    ...limits,
    ...(rest > 0 ? [words.more(rest)] : []),
    words.all,
  ];
}
