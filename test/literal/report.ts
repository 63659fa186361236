import { byClass, type Comparison, compareAll, percent } from "./compare.ts";

/** Prints the comparison; `--all` also lists what is found. Run by scripts/compare-findings.mjs. */
export function report(folder: string, all: boolean): void {
  const comparisons = compareAll(folder);
  for (const c of comparisons) print(c, all);
  const sum = (of: (c: Comparison) => number) => comparisons.reduce((n, c) => n + of(c), 0);
  const line = (name: string, found: number, pairs: number, unmatched: number, findings: number) =>
    console.log(
      `${name}: ${found} of ${pairs} pairs found (${percent(found, pairs)}), ` +
        `${unmatched} of ${findings} findings match no pair (${percent(unmatched, findings)})`,
    );
  const classes = byClass(comparisons).map((r) => `  ${r.class} ${r.found}/${r.pairs}`);
  console.log(`\nfound by class\n${classes.join("\n")}\n`);
  for (const c of comparisons)
    line(c.measure, c.found.length, c.pairs.length, c.unmatched.length, c.findings.length);
  line(
    "total",
    sum((c) => c.found.length),
    sum((c) => c.pairs.length),
    sum((c) => c.unmatched.length),
    sum((c) => c.findings.length),
  );
  const direct = sum((c) => c.found.filter((p) => p.direct).length);
  console.log(
    `${direct} of the pairs found have a finding in the clause itself, the others one that names it`,
  );
}

function print(c: Comparison, all: boolean): void {
  console.log(`\n${c.measure}`);
  for (const u of c.unknownClauses) console.log(`  no such clause  ${u}`);
  if (all)
    for (const p of c.found) console.log(`  found      ${p.id} ${p.class}${p.direct ? "" : " (named)"}`);
  for (const p of c.notFound)
    console.log(`  not found  ${p.id} ${p.class}: ${p.reason ?? "(no reason given)"}`);
  for (const f of c.unmatched)
    console.log(
      `  no pair    ${f.code} ${f.at} ${f.class} (${f.verdict ?? "no verdict"}) line ${f.line}: ${f.message}`,
    );
  for (const s of c.stale) console.log(`  stale      ${s}`);
}
