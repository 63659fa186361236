import type { Impact } from "../impact.ts";
import { IMPACT_WORDS } from "../sentences.ts";
import { gradeName } from "./impact-html.ts";

/** Tables of the impact as rows of cells, for whoever lays them out: a terminal, Markdown. */
export interface ImpactTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function impactTables(impact: Impact, language: "zh" | "en"): ImpactTable[] {
  const words = IMPACT_WORDS[language];
  const out: ImpactTable[] = impact.scales.map((t) => ({
    title: `${t.kind} · ${t.scale}`,
    head: [`${words.from} ↓ ${words.to} →`, ...t.grades.map((g) => gradeName(g, words))],
    rows: t.grades.map((g, i) => [
      gradeName(g, words),
      ...t.counts[i]!.map((n, j) => (n === 0 ? "·" : i === j ? String(n) : `→ ${n}`)),
    ]),
  }));
  out.push({
    title: impact.moved.length === 0 ? words.nobody : `${words.moved} (${impact.moved.length})`,
    head: [words.subject, words.grade, words.because],
    rows: impact.moved.map((m) => [
      m.id,
      `${{ up: "▲", down: "▼", open: "◇" }[m.direction]} ${gradeName(m.old, words)} → ${gradeName(m.new, words)}`,
      m.displaced ? words.displaced : m.because.join("、"),
    ]),
  });
  for (const [title, list] of [
    [words.gained, impact.gained],
    [words.lost, impact.lost],
  ] as const)
    if (list.length > 0)
      out.push({
        title: `${title} (${list.length})`,
        head: [words.subject, words.target, words.consequence, words.because],
        rows: list.map((c) => [c.id, c.target, c.action, c.because.join("、")]),
      });
  return out;
}
