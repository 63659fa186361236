import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { loadZ3 } from "../../src/prove/z3.ts";
import { type Audited, audit, MEASURES, type Verdict } from "./audit.ts";

/** Of the mutants that can be told apart, so many must be. */
const AIM = 0.99;

interface Asked {
  readonly every: number;
  readonly seed: number;
  readonly only: string | null;
  readonly page: boolean;
  /** 2/4: the second of four parts. */
  readonly part: readonly [number, number];
  /** File in which what came out is kept, a line a mutant; what stands there already is not done again. */
  readonly state: string | null;
  readonly solver: boolean;
}

/** Runs the audit and prints it. @returns the exit code */
export async function report(asked: Asked): Promise<number> {
  const { every, seed, only, page, part, state } = asked;
  const solver = asked.solver ? await loadZ3() : null;
  if (asked.solver && !solver) throw new Error("z3-solver is not installed");
  const known = state === null ? [] : readState(state);
  const key = (a: Pick<Audited, "measure" | "index" | "text">) => `${a.measure} ${a.index} ${a.text}`;
  const done = new Set(known.map(key));
  const all = [...known];
  for (const name of MEASURES) {
    if (only !== null && only !== name) continue;
    const audited = await audit(name, solver, {
      ...{ every, seed, part, cohorts: 200, timeoutMs: 10_000 },
      known: (measure, index, text) => done.has(key({ measure, index, text })),
      each: (a) => {
        if (state !== null) appendFileSync(state, `${JSON.stringify(a)}\n`);
      },
    });
    all.push(...audited);
    const own = all.filter((a) => a.measure === name);
    console.log(line(name, own));
    for (const a of own)
      if (a.verdict === "missed" || a.verdict === "open") console.log(`  ${a.verdict}: ${a.sort} ${a.text}`);
  }
  const [detected, missed] = [count(all, "detected"), count(all, "missed")];
  const share = detected / Math.max(1, detected + missed);
  console.log(
    `${detected} of ${detected + missed} mutants that can be told apart are (${(share * 100).toFixed(2)}%)`,
  );
  if (page) for (const file of ["docs/proofs.md", "docs/proofs.zh-CN.md"]) writeTable(file, all, every);
  return share >= AIM ? 0 : 1;
}

/** The last line may have been cut off. */
function readState(file: string): Audited[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((text) => {
      try {
        return [JSON.parse(text) as Audited];
      } catch {
        return [];
      }
    });
}

const count = (all: readonly Audited[], verdict: Verdict): number =>
  all.filter((a) => a.verdict === verdict).length;

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const ms = (n: number): string => (n < 10 ? `${n.toFixed(1)} ms` : `${Math.round(n)} ms`);

const VERDICTS: readonly Verdict[] = ["detected", "same", "open", "missed"];

function cells(name: string, all: readonly Audited[]): string[] {
  const times = all.map((a) => a.time);
  const queries = all.flatMap((a) => a.queries);
  return [
    ...[name, String(all.length), ...VERDICTS.map((v) => String(count(all, v)))],
    ...[quantile(times, 0.5), quantile(times, 1)].map(ms),
    ...[String(queries.length), ms(quantile(queries, 0.5)), ms(quantile(queries, 1))],
  ];
}

function line(name: string, all: readonly Audited[]): string {
  const [, mutants, detected, same, open, missed, median, worst, asked, each, longest] = cells(name, all);
  return `${name}: ${mutants} mutants, ${detected} told apart, ${same} proved the same, ${open} open, ${missed} missed; a comparison: median ${median}, worst ${worst}; ${asked} queries: median ${each}, worst ${longest}`;
}

const BEGIN = "<!-- audit -->";
const END = "<!-- /audit -->";

const WORDS = {
  zh: {
    head: ["办法", "变异", "有反例", "已证相同", "未定", "漏检", "每次比较:中位", "最长"],
    queries: ["询问", "每问:中位", "最长"],
    all: "合计",
    sample: (every: number) => (every === 1 ? "全部变异。" : `每${every}个取1个。`),
    share: (n: number, of: number, share: string) => `能区分的 ${of} 个变异中，${n} 个有反例（${share}%）。`,
  },
  en: {
    head: [
      ...["measure", "mutants", "told apart", "proved the same", "open", "missed"],
      ...["a comparison: median", "worst"],
    ],
    queries: ["queries", "a query: median", "worst"],
    all: "all",
    sample: (every: number) => (every === 1 ? "All mutants." : `One mutant in ${every}.`),
    share: (n: number, of: number, share: string) =>
      `Of ${of} mutants that can be told apart, ${n} are (${share}%).`,
  },
} as const;

function writeTable(file: string, all: readonly Audited[], every: number): void {
  const text = readFileSync(file, "utf8");
  const [head, tail] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (head < 0 || tail < 0) throw new Error(`${file} has no place for the figures`);
  const words = WORDS[file.endsWith("zh-CN.md") ? "zh" : "en"];
  const heading = [...words.head, ...words.queries];
  const own = MEASURES.map((name) => [name, all.filter((a) => a.measure === name)] as const);
  const rows = [
    heading,
    heading.map(() => "---"),
    ...own.flatMap(([name, audited]) => (audited.length > 0 ? [cells(name, audited)] : [])),
    cells(words.all, all),
  ];
  const table = rows.map((r) => `| ${r.join(" | ")} |`).join("\n");
  const detected = count(all, "detected");
  const of = detected + count(all, "missed");
  const share = words.share(detected, of, ((100 * detected) / Math.max(1, of)).toFixed(2));
  writeFileSync(
    file,
    `${text.slice(0, head + BEGIN.length)}\n\n${words.sample(every)} ${share}\n\n${table}\n\n${text.slice(tail)}`,
  );
}
