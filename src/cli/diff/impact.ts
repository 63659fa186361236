import type { Measure } from "../../compiler/ir/ir.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import { type Impact, impactOf } from "../../diff/impact.ts";
import { impactTables } from "../../diff/render/impact-lines.ts";
import type { FileDiff } from "../../diff/report.ts";
import { IMPACT_WORDS } from "../../diff/sentences.ts";
import type { Options } from "../command.ts";
import { computeCohort } from "../evaluation.ts";
import type { Session } from "../session.ts";
import { table } from "../table.ts";
import type { Compared } from "./compare.ts";

/** `--data`: both versions applied to the same facts. */

export type Computed =
  | { readonly ok: true; readonly impact: Impact; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export async function impactOn(
  compared: Compared,
  options: Options,
  language: "zh" | "en",
): Promise<Computed> {
  const [pair, ...others] = compared.pairs;
  if (!pair || others.length > 0 || !pair.old.measure || !pair.new.measure)
    return { ok: false, problems: [problem("BF9062", {})] };
  const before = await computeCohort(pair.old.measure, options, language);
  if (!before.ok) return before;
  const after = await computeCohort(pair.new.measure, options, language);
  if (!after.ok) return after;
  const impact = impactOf(
    before.result,
    after.result,
    scalesOf([pair.new.measure, pair.old.measure]),
    changedIn(compared.files),
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

/** Grades best first, those of the new version before those that only the old one has. */
function scalesOf(measures: readonly Measure[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const m of measures)
    for (const e of m.enumerations) {
      if (e.kind !== "scale") continue;
      const known = found.get(e.name) ?? [];
      found.set(e.name, [...known, ...[...e.members].reverse().filter((g) => !known.includes(g))]);
    }
  return found;
}

function changedIn(files: readonly FileDiff[]): ReadonlySet<string> {
  const changes = files.flatMap((f) => f.diff?.changes ?? []).filter((c) => c.level === "outcome");
  return new Set(changes.flatMap((c) => [c.old?.citation, c.new?.citation]).filter((c) => c !== undefined));
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
