import type { Measure } from "../../compiler/ir/ir.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { impactBetween, readings } from "../../diff/cohort-impact.ts";
import type { Impact } from "../../diff/impact.ts";
import { impactTables } from "../../diff/render/impact-lines.ts";
import { IMPACT_WORDS } from "../../diff/sentences.ts";
import type { Options } from "../command.ts";
import { computeCohort } from "../evaluation.ts";
import type { Session } from "../session.ts";
import { table } from "../table.ts";
import type { Compared } from "./compare.ts";

/** `--data`: both versions applied to the same facts. */

type Result = Extract<Awaited<ReturnType<typeof computeCohort>>, { readonly ok: true }>;

export type Computed =
  | { readonly ok: true; readonly impact: Impact; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export async function impactOn(compared: Compared, options: Options): Promise<Computed> {
  const [pair, ...others] = compared.pairs;
  if (!pair || others.length > 0 || !pair.old.measure || !pair.new.measure)
    return { ok: false, problems: [problem("BF9062", {})] };
  const computed: (readonly [Result, Result, readonly [Measure, Measure]])[] = [];
  for (const measures of readings(pair.old, pair.new, pair.diff)) {
    const before = await computeCohort(measures[0], options);
    if (!before.ok) return before;
    const after = await computeCohort(measures[1], options);
    if (!after.ok) return after;
    computed.push([before, after, measures]);
    if (before.problems.length + after.problems.length === 0) break;
  }
  // Whose names the data are in shows in how much is wrong with them.
  const wrong = ([a, b]: readonly [Result, Result, unknown]) => a.problems.length + b.problems.length;
  const [before, after, measures] = computed.sort((a, b) => wrong(a) - wrong(b))[0]!;
  const impact = impactBetween(
    [before.result, after.result],
    measures,
    compared.files.flatMap((f) => f.diff?.changes ?? []),
  );
  // One mistake in the data is one message, though both versions read it.
  const seen = new Set<string>();
  const problems = [...before.problems, ...after.problems].filter((p) => {
    const key = JSON.stringify([p.code, p.data, p.parameters]);
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
  return { ok: true, impact, problems };
}

/** Longer lists end in a count of the rest on a terminal; other forms have everything. */
const MOST = 20;

export function impactText(impact: Impact, s: Session, language: "zh" | "en"): string {
  const words = IMPACT_WORDS[language];
  const out = [s.paint.strong(words.title), s.paint.faint(`${impact.subjects} ${words.subjects}`)];
  for (const t of impactTables(impact, language)) {
    out.push("", s.paint.strong(t.title));
    if (t.rows.length === 0) continue;
    const columns = t.head.map((head) => ({ head }));
    const options = { indent: 2, columns: s.io.columns, head: s.paint.faint };
    out.push(...table(columns, t.rows.slice(0, MOST), options));
    if (t.rows.length > MOST) out.push(s.paint.faint(`  ${words.more} ${t.rows.length - MOST}`));
  }
  return `\n${out.join("\n")}\n`;
}
