import type { Language } from "../../diagnostics/message.ts";
import type { Session } from "../session.ts";
import { table } from "../table.ts";
import { type CoverageReport, percentOf, type ReachedEntry, type Share } from "./door.ts";
import type { Category, State } from "./points.ts";

/** The report for people: the share of each category, then what no case reaches and the fact that would. */

export const CATEGORY_WORDS: Readonly<Record<Language, Readonly<Record<Category, string>>>> = {
  zh: { clauses: "条款", items: "所列情形", rows: "分档", boundaries: "界限" },
  en: { clauses: "clauses", items: "list items", rows: "rows", boundaries: "boundary values" },
};

const WORDS = {
  zh: {
    head: ["案例覆盖", "已到", "共有", "比例"],
    none: "没有",
    missing: (n: number) => `还缺 ${n} 处`,
    line: (n: number) => `第${n}行`,
    noData: (kind: string) => `案例里没有 ${kind} 的数据`,
    states: {
      fired: "触发",
      "just-not": "刚好不触发",
      met: "符合",
      "not-met": "不符",
      held: "具备",
      "not-held": "不具备",
      chosen: "归入",
      limit: "正好",
      beside: "另一侧",
    } satisfies Record<State, string>,
    colon: "：",
    open: "（",
    close: "）",
  },
  en: {
    head: ["Reached by cases", "seen", "of", "share"],
    none: "none",
    missing: (n: number) => `${n} missing`,
    line: (n: number) => `line ${n}`,
    noData: (kind: string) => `no case has data of ${kind}`,
    states: {
      fired: "fires",
      "just-not": "just does not",
      met: "met",
      "not-met": "not met",
      held: "holds",
      "not-held": "does not hold",
      chosen: "chosen",
      limit: "at the limit",
      beside: "just beside",
    } satisfies Record<State, string>,
    colon: ": ",
    open: " (",
    close: ")",
  },
} as const;

export const percentText = (share: Share): string => `${percentOf(share)}%`;

export function coverageText(report: CoverageReport, s: Session, language: Language): string {
  const words = WORDS[language];
  const names = CATEGORY_WORDS[language];
  const shares = table(
    words.head.map((head, i) => ({ head, align: i === 0 ? ("left" as const) : ("right" as const) })),
    report.shares.map((share) =>
      share.total === 0
        ? [names[share.category], "", words.none, ""]
        : [names[share.category], String(share.reached), String(share.total), percentText(share)],
    ),
    { columns: s.io.columns, head: s.paint.strong },
  );
  const missing = report.shares.flatMap(({ category, reached, total }) => {
    if (reached === total) return [];
    const entries = report.entries.filter((e) => e.category === category);
    const head = `${names[category]}${words.colon}${words.missing(total - reached)}`;
    return ["", s.paint.strong(head), ...missingRows(entries, report, s, language)];
  });
  return [...shares, ...missing].join("\n");
}

function missingRows(
  entries: readonly ReachedEntry[],
  report: CoverageReport,
  s: Session,
  language: Language,
): string[] {
  const words = WORDS[language];
  const several = report.kinds.length > 1;
  const rows: string[][] = [];
  const without = new Map<string, ReachedEntry[]>();
  for (const entry of entries) {
    const points = entry.points.filter((p) => p.count === 0);
    if (!entry.data) without.set(entry.kind, [...(without.get(entry.kind) ?? []), entry]);
    else
      for (const p of points) {
        const kind = several ? `${words.open}${entry.kind}${words.close}` : "";
        rows.push([`${entry.cite}${kind}`, words.line(entry.line), words.states[p.state], p.fact[language]]);
      }
  }
  const options = { indent: 2, columns: s.io.columns };
  const kinds = [...without].map(([kind, list]) => {
    const cites = new Set(list.map((e) => e.cite || words.line(e.line)));
    return [words.noData(kind), [...cites].join(language === "zh" ? "、" : ", ")];
  });
  return [...table([{}, {}, {}, {}], rows, options), ...table([{}, {}], kinds, options)];
}
