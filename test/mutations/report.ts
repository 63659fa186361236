import { readFileSync, writeFileSync } from "node:fs";
import { loadZ3 } from "../../src/prove/z3.ts";
import { audit, MEASURES, type Tally } from "./audit.ts";

/** Of the mutants that can be told apart, so many must be. */
const AIM = 0.99;

interface Asked {
  readonly every: number;
  readonly seed: number;
  readonly only: string | null;
  readonly page: boolean;
}

/** Runs the audit and prints it. @returns the exit code */
export async function report({ every, seed, only, page }: Asked): Promise<number> {
  const solver = await loadZ3();
  if (!solver) throw new Error("z3-solver is not installed");
  const tallies: Tally[] = [];
  for (const name of MEASURES) {
    if (only !== null && only !== name) continue;
    const tally = await audit(name, solver, { every, seed, cohorts: 200, timeoutMs: 10_000 });
    tallies.push(tally);
    console.log(line(tally));
    for (const missed of tally.missed) console.log(`  missed: ${missed}`);
  }
  const detected = sum(tallies, (t) => t.detected);
  const missed = sum(tallies, (t) => t.missed.length);
  const share = detected / Math.max(1, detected + missed);
  console.log(
    `${detected} of ${detected + missed} mutants that can be told apart are (${(share * 100).toFixed(2)}%)`,
  );
  if (page) for (const file of ["docs/proofs.md", "docs/proofs.zh-CN.md"]) writeTable(file, tallies, every);
  return share >= AIM ? 0 : 1;
}

const sum = (all: readonly Tally[], of: (t: Tally) => number): number => all.reduce((n, t) => n + of(t), 0);

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const ms = (n: number): string => `${Math.round(n)} ms`;

function cells(t: Tally): string[] {
  return [
    t.measure,
    ...[t.times.length, t.detected, t.same, t.open, t.missed.length].map(String),
    ms(quantile(t.times, 0.5)),
    ms(quantile(t.times, 1)),
  ];
}

const line = (t: Tally): string => {
  const [measure, mutants, detected, same, open, missed, median, worst] = cells(t);
  return `${measure}: ${mutants} mutants, ${detected} told apart, ${same} proved the same, ${open} open, ${missed} missed; median ${median}, worst ${worst}`;
};

const BEGIN = "<!-- audit -->";
const END = "<!-- /audit -->";

function writeTable(file: string, tallies: readonly Tally[], every: number): void {
  const text = readFileSync(file, "utf8");
  const [head, tail] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (head < 0 || tail < 0) throw new Error(`${file} has no place for the figures`);
  const heading = file.endsWith("zh-CN.md")
    ? ["办法", "变异", "有反例", "已证相同", "未定", "漏检", "中位", "最长"]
    : ["measure", "mutants", "told apart", "proved the same", "open", "missed", "median", "worst"];
  const all: Tally = {
    measure: file.endsWith("zh-CN.md") ? "合计" : "all",
    detected: sum(tallies, (t) => t.detected),
    same: sum(tallies, (t) => t.same),
    open: sum(tallies, (t) => t.open),
    missed: tallies.flatMap((t) => t.missed),
    times: tallies.flatMap((t) => t.times),
    bySort: {},
  };
  const rows = [heading, heading.map(() => "---"), ...[...tallies, all].map(cells)];
  const table = rows.map((r) => `| ${r.join(" | ")} |`).join("\n");
  const sample = file.endsWith("zh-CN.md") ? `每${every}个取1个。` : `One mutant in ${every}.`;
  writeFileSync(
    file,
    `${text.slice(0, head + BEGIN.length)}\n\n${sample}\n\n${table}\n\n${text.slice(tail)}`,
  );
}
