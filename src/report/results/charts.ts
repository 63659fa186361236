import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { html } from "../html.ts";
import type { Threshold } from "./view.ts";

/**
 * Charts as SVG, drawn without a browser. Colours are those that the colour-blind tell apart (Okabe and Ito), and each
 * has a pattern of its own, so that nothing rests on colour alone; figures stand on the bars. Equal data give equal bytes.
 */

use([BarChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

type Option = Parameters<ReturnType<typeof init>["setOption"]>[0];

const INK = "#1b1f24";
const SOFT = "#5b6470";
const RULE = "#d4d9df";
const TEXT = { fontFamily: "inherit", fontSize: 13, color: INK };
/** Digits that tell a figure on any pattern. */
const ON_BAR = { ...TEXT, textBorderColor: "#fff", textBorderWidth: 3 };

/** Labels of axes lie inside the picture. */
const HOLDING_LABELS = { outerBoundsMode: "same", outerBoundsContain: "axisLabel" } as const;

/** A colour and a pattern. */
interface Look {
  readonly color: string;
  readonly decal: Readonly<Record<string, unknown>>;
}

const line = (rotation: number, gap: number) => ({
  symbol: "rect",
  symbolSize: 1,
  color: "rgba(0,0,0,0.35)",
  dashArrayX: [1, 0],
  dashArrayY: [2, gap],
  rotation,
});
const dots = {
  symbol: "circle",
  symbolSize: 0.7,
  color: "rgba(0,0,0,0.45)",
  dashArrayX: [
    [6, 6],
    [0, 6, 6, 0],
  ],
  dashArrayY: [5, 0],
};
const PLAIN = { symbol: "none" };

/** From the best to the worst: blue over yellow to red, each darker or lighter than its neighbours. */
const LOOKS: readonly Look[] = [
  { color: "#0072B2", decal: PLAIN },
  { color: "#56B4E9", decal: line(Math.PI / 4, 7) },
  { color: "#F0E442", decal: PLAIN },
  { color: "#E69F00", decal: dots },
  { color: "#D55E00", decal: line(-Math.PI / 4, 4) },
  { color: "#CC79A7", decal: line(0, 5) },
];
const OPEN: Look = { color: "#ffffff", decal: line(Math.PI / 4, 5) };
const NONE: Look = { color: "#c4c9cf", decal: PLAIN };

/** The looks of so many grades, spread so that the ends are always blue and red. */
export function looksOf(count: number): readonly Look[] {
  const spread: Readonly<Record<number, readonly number[]>> = {
    1: [0],
    2: [0, 4],
    3: [0, 2, 4],
    4: [0, 1, 3, 4],
  };
  const chosen = spread[count] ?? Array.from({ length: count }, (_, i) => i % LOOKS.length);
  return chosen.map((i) => LOOKS[i]!);
}

export interface Bar {
  readonly label: string;
  readonly count: number;
  /** What it stands for: a grade by its place from the best, or what has none. */
  readonly of: number | "undetermined" | "not-assessed";
}

const lookOf = (of: Bar["of"], grades: readonly Look[]): Look =>
  of === "undetermined" ? OPEN : of === "not-assessed" ? NONE : (grades[of] ?? LOOKS[0]!);

/** How many got what: a bar each, with number and share. */
export function gradeBars(bars: readonly Bar[], title: string, id: string): string {
  const total = bars.reduce((sum, b) => sum + b.count, 0);
  const looks = looksOf(bars.filter((b) => typeof b.of === "number").length);
  const share = (n: number) => (total === 0 ? "0" : ((n / total) * 100).toFixed(1));
  return draw(
    {
      grid: { left: 8, right: 96, top: 8, bottom: 8, ...HOLDING_LABELS },
      xAxis: { type: "value", show: false, max: Math.max(1, ...bars.map((b) => b.count)) },
      yAxis: { type: "category", inverse: true, data: bars.map((b) => b.label), ...categoryAxis(120) },
      series: [
        {
          type: "bar",
          barMaxWidth: 26,
          data: bars.map((b) => ({ value: b.count, itemStyle: style(lookOf(b.of, looks)) })),
          label: {
            show: true,
            position: "right",
            ...TEXT,
            formatter: (p: { readonly value?: unknown }) => `${Number(p.value)} (${share(Number(p.value))}%)`,
          },
        },
      ],
    },
    { width: 720, height: 16 + bars.length * 40 },
    title,
    id,
  );
}

/** Shares of the grades in each group, side by side. */
export function groupBars(
  groups: readonly { readonly label: string; readonly bars: readonly Bar[] }[],
  title: string,
  id: string,
): string {
  const [first] = groups;
  if (first === undefined) return "";
  const looks = looksOf(first.bars.filter((b) => typeof b.of === "number").length);
  const totals = groups.map((g) => g.bars.reduce((sum, b) => sum + b.count, 0));
  return draw(
    {
      grid: { left: 8, right: 24, top: 40, bottom: 8, ...HOLDING_LABELS },
      legend: { top: 0, left: 0, itemWidth: 22, itemHeight: 14, textStyle: TEXT },
      xAxis: {
        type: "value",
        max: 100,
        axisLabel: { ...TEXT, color: SOFT, formatter: "{value}%" },
        splitLine: { lineStyle: { color: RULE } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: groups.map((g, i) => `${short(g.label)} (${totals[i]})`),
        ...categoryAxis(150),
      },
      series: first.bars.map((bar, k) => ({
        type: "bar" as const,
        stack: "all",
        name: bar.label,
        barMaxWidth: 22,
        itemStyle: style(lookOf(bar.of, looks)),
        data: groups.map((g, i) => (totals[i] === 0 ? 0 : ((g.bars[k]?.count ?? 0) / totals[i]!) * 100)),
        label: {
          show: true,
          ...ON_BAR,
          fontSize: 12,
          formatter: (p: { readonly dataIndex: number }) => {
            const n = groups[p.dataIndex]?.bars[k]?.count ?? 0;
            // A figure needs some room.
            return n > 0 && n / totals[p.dataIndex]! > 0.04 ? String(n) : "";
          },
        },
      })),
    },
    { width: 720, height: 56 + groups.length * 30 },
    title,
    id,
  );
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Classes of equal, round width; a value at a bound belongs to the class above it, the greatest to the last. */
export function binsOf(values: readonly number[] | Float64Array): Bin[] {
  if (values.length === 0) return [];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const v of values) {
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [];
  const wanted = Math.max(5, Math.min(24, Math.ceil(Math.sqrt(values.length))));
  const width = roundWidth((high - low) / wanted || Math.abs(high) / 10 || 1);
  const first = Math.floor(low / width);
  // Counted in classes, so that rounding never moves a bound.
  const last = Math.max(first, Math.ceil(high / width) - 1);
  const bins = Array.from({ length: last - first + 1 }, (_, i) => ({
    from: tidy((first + i) * width),
    to: tidy((first + i + 1) * width),
    count: 0,
  }));
  for (const v of values) bins[Math.min(last, Math.max(first, Math.floor(tidy(v / width)))) - first]!.count++;
  return bins;
}

function roundWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((m) => m * power >= least * (1 - 1e-9)) ?? 10) || 1;
}

const tidy = (n: number): number => Number(n.toPrecision(12));

/** How scores are spread, with the bounds of the bands as lines. */
export function histogram(
  bins: readonly Bin[],
  bounds: readonly Threshold[],
  title: string,
  id: string,
): string {
  const [first] = bins;
  const last = bins.at(-1);
  if (first === undefined || last === undefined) return "";
  const width = first.to - first.from;
  const middle = (b: Bin) => b.from + width / 2;
  const inside = bounds.filter((b) => b.at > first.from && b.at < last.to);
  // Bars stand between the bounds of their classes, so the axis is one of numbers; it is cut where classes meet.
  return draw(
    {
      grid: { left: 8, right: 24, top: 30, bottom: 8, ...HOLDING_LABELS },
      xAxis: {
        type: "value",
        min: first.from,
        max: last.to,
        // Bars end at the bounds already.
        containShape: false,
        interval: width * Math.max(1, Math.ceil(bins.length / 12)),
        axisLabel: { ...TEXT, color: SOFT, formatter: (v: number) => String(tidy(v)) },
        splitLine: { show: false },
        axisLine: { show: true, lineStyle: { color: SOFT } },
        axisTick: { show: true },
      },
      yAxis: {
        type: "value",
        minInterval: 1,
        axisLabel: { ...TEXT, color: SOFT },
        splitLine: { lineStyle: { color: RULE } },
      },
      series: [
        {
          type: "bar",
          barWidth: Math.max(4, Math.floor(640 / bins.length) - 2),
          itemStyle: style({ color: "#56B4E9", decal: PLAIN }),
          data: bins.map((b) => [middle(b), b.count]),
          label: {
            show: bins.length <= 24,
            position: "top",
            ...TEXT,
            fontSize: 12,
            formatter: (p: { readonly dataIndex: number }) => String(bins[p.dataIndex]!.count || ""),
          },
          markLine: {
            symbol: "none",
            silent: true,
            lineStyle: { color: "#D55E00", type: "dashed", width: 2 },
            label: { ...TEXT, fontWeight: 700, color: "#a34700", position: "end" },
            data: inside.map((b) => ({ xAxis: b.at, label: { formatter: b.text } })),
          },
        },
      ],
    },
    { width: 720, height: 260 },
    title,
    id,
  );
}

const style = (look: Look) => ({ color: look.color, decal: look.decal, borderColor: INK, borderWidth: 0.5 });

const categoryAxis = (width: number) => ({
  axisLabel: { ...TEXT, width, overflow: "truncate" as const },
  axisTick: { show: false },
  axisLine: { lineStyle: { color: SOFT } },
});

const short = (label: string): string =>
  [...label].length > 10 ? `${[...label].slice(0, 9).join("")}…` : label;

/** Draws, and takes out what only a browser with a script could use, and the numbers that count the charts drawn. */
function draw(
  option: Option,
  size: { readonly width: number; readonly height: number },
  title: string,
  id: string,
): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
  chart.setOption({ animation: false, aria: { enabled: true, decal: { show: true } }, ...option });
  const drawn = chart.renderToSVGString({ useViewBox: true });
  chart.dispose();
  const inside = drawn
    .slice(drawn.indexOf(">") + 1, drawn.lastIndexOf("</svg>"))
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ (?:class|ecmeta_[a-z_]+|pointer-events|xmlns(?::\w+)?)="[^"]*"/g, "")
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace(/<rect width="\d+" height="\d+" x="0" y="0" fill="none"><\/rect>/, "")
    .replace(/\n+/g, "\n");
  return `<svg class="chart" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-label="${html(title)}"><title>${html(title)}</title>${inside}</svg>`;
}
