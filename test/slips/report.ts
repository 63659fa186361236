import { corpus } from "./corpus.ts";
import { median, score } from "./score.ts";

/** Prints the score; with another seed, of other slips of the same kinds. Run by scripts/score-slips.mjs. */
export function report(policies: string, seed: string | undefined): void {
  const scored = score(policies, corpus(policies, seed));
  for (const s of scored.filter((c) => !c.hit)) {
    const got = s.first ? `${s.first.code} line ${s.first.line}: ${s.first.text}` : "nothing";
    console.log(`${s.kind}, ${s.measure} line ${s.line + 1}: ${(s.after ?? "(deleted)").trim()}`);
    console.log(`  expected ${s.code} line ${s.at}, got ${got}`);
  }
  const hits = scored.filter((s) => s.hit).length;
  const share = ((100 * hits) / scored.length).toFixed(1);
  console.log(`\n${hits} of ${scored.length} first messages have the expected code and line (${share}%)`);
  console.log(`messages a slip, median: ${median(scored.map((s) => s.messages))}`);
}
