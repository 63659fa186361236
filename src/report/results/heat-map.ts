import type { Measure } from "../../compiler/ir/ir.ts";
import { type Cell, html, htmlTable } from "../html.ts";
import { citationOrder } from "./counts.ts";
import { reach } from "./figures.ts";
import type { Group } from "./page-groups.ts";

/**
 * Which clauses fired in which group: a table that is its own picture. A cell has the number of subjects caught and is
 * the darker the larger their share of the group; the text turns white where the ground is dark.
 */
export function heatMap(
  m: Measure,
  groups: readonly Group[],
  words: {
    readonly clause: string;
    readonly effect: string;
    readonly total: string;
    readonly caption: string;
  },
): string {
  const rows = new Map<string, { effects: Set<string>; counts: number[] }>();
  for (const [g, group] of groups.entries())
    for (const [cite, { count, effects }] of group.clauses) {
      const row = reach(rows, cite, () => ({ effects: new Set<string>(), counts: groups.map(() => 0) }));
      for (const effect of effects) row.effects.add(effect);
      row.counts[g] = count;
    }
  if (rows.size === 0) return "";
  const order = citationOrder(m);
  const sorted = [...rows].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const body = sorted.map(([cite, row]): Cell[] => [
    { markup: `${html(cite)}<br><span class="soft">${html([...row.effects].join("；"))}</span>` },
    ...row.counts.map((n, g) => ({
      markup: `<span class="heat h${level(n, groups[g]!.size)}">${n === 0 ? "·" : n}</span>`,
    })),
    { markup: `<b>${row.counts.reduce((a, b) => a + b, 0)}</b>`, figure: true },
  ]);
  return htmlTable({
    caption: words.caption,
    head: [words.clause, ...groups.map((g) => `${g.label} (${g.size})`), words.total],
    rows: body,
    rowHeads: true,
    className: "heatmap",
  });
}

/** 0: nobody; then by shares of the group. */
function level(count: number, of: number): number {
  if (count === 0) return 0;
  const share = count / of;
  return share <= 0.05 ? 1 : share <= 0.1 ? 2 : share <= 0.25 ? 3 : share <= 0.5 ? 4 : 5;
}

/** One hue from light to dark: it stays in order in grey and for every eye. */
export const HEAT_STYLE = `
table.heatmap td{padding:0;text-align:center;min-width:3.2rem;height:1px}table.heatmap td.n{padding:.25rem .6rem;text-align:right}
.heat{display:grid;place-content:center;padding:.35rem .3rem;height:100%;font-variant-numeric:tabular-nums}
.h0{color:#8a929b}.h1{background:#e3eef8}.h2{background:#c3daf0}.h3{background:#93bfe3}.h4{background:#3f86c0;color:#fff}.h5{background:#0b4a80;color:#fff;font-weight:600}
.legend .heat{display:inline-block;height:auto;padding:0 .5rem;margin-right:.3rem;border:1px solid var(--line)}
table.heatmap tbody th{min-width:9rem}table.heatmap thead th:last-child{white-space:nowrap}
@media print{.heat{print-color-adjust:exact;-webkit-print-color-adjust:exact;padding:.1rem}table.heatmap{font-size:7.5pt}table.heatmap th,table.heatmap td{padding:.1rem .2rem;min-width:0}table.heatmap tbody th{min-width:7rem}table.heatmap .soft{font-size:7pt}}
`;
