import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { diffMeasures } from "../../src/diff/diff.ts";
import { evidenceFor } from "../../src/diff/evidence.ts";
import { diffGithub, diffSarif } from "../../src/diff/render/code-platforms.ts";
import { diffHtml } from "../../src/diff/render/html.ts";
import { diffMarkdown } from "../../src/diff/render/markdown.ts";
import { type Report, reportJson } from "../../src/diff/report.ts";
import { DIRECTION_WORDS, KIND_WORDS, LEVEL_WORDS, nameOf, sentence } from "../../src/diff/sentences.ts";
import type { MeasureDiff, Version } from "../../src/diff/types.ts";
import { loadZ3, type Z3Solver } from "../../src/prove/z3.ts";
import { SourceText } from "../../src/source/source-text.ts";

/**
 * Every folder below test/cases/diff holds `old.banfa` and `new.banfa`; `expected.txt` says in both languages what
 * differs, `expected.json` is the published form, `evidence.txt` what code platforms show with
 * examples and proofs. In `good` both versions compile, in `bad` one has errors.
 * `npx vitest run test/diff --update` writes what is said now; read it before you commit it.
 */
const root = "test/cases/diff";

function version(path: string): Version {
  const source = new SourceText(path.split("/").at(-1)!, readFileSync(path, "utf8"));
  const { file, measure } = compile(source);
  return { source, file, measure };
}

function told(d: MeasureDiff): string {
  const lines = [`${d.basis} ${d.level ?? "-"} ${d.direction}`];
  for (const c of d.changes) {
    for (const l of ["zh", "en"] as const) {
      const words = [KIND_WORDS[c.kind][l], LEVEL_WORDS[c.level][l], DIRECTION_WORDS[c.direction][l]].join(
        " · ",
      );
      lines.push(`${nameOf(c, l)}: ${words}`, ...c.parts.map((p) => `  ${sentence(p, l)}`));
    }
  }
  return `${lines.join("\n")}\n`;
}

/** What code platforms show, in both languages, and how SARIF ranks it. */
function evidenceTold(report: Report): string {
  const shown = (["zh", "en"] as const).map((language) =>
    diffGithub({ ...report, language }).replaceAll("%0A", "\n  "),
  );
  const { runs } = JSON.parse(diffSarif(report, "0")) as {
    runs: { results: { level: string; message: { text: string }; properties: { evidence?: string } }[] }[];
  };
  const ranks = runs[0]!.results.map(
    (r) => `${r.level} ${r.properties.evidence ?? "-"} ${r.message.text.split("\n")[0]}\n`,
  );
  return [...shown, ...ranks].join("");
}

let solver: Z3Solver | null = null;
beforeAll(async () => {
  solver = await loadZ3();
});
afterAll(() => solver?.close());

describe.each(["good", "bad"])("%s", (sort) => {
  it.each(readdirSync(join(root, sort)).sort())("%s", async (name) => {
    const place = join(root, sort, name);
    const [before, after] = [version(join(place, "old.banfa")), version(join(place, "new.banfa"))];
    expect(before.measure !== null && after.measure !== null).toBe(sort === "good");
    const diff = diffMeasures(before, after);
    await expect(told(diff)).toMatchFileSnapshot(`../cases/diff/${sort}/${name}/expected.txt`);
    const errors: [number, number] = [before.measure ? 0 : 1, after.measure ? 0 : 1];
    const file = { status: "changed", oldPath: "old.banfa", newPath: "new.banfa", diff, errors } as const;
    const report: Report = {
      old: "old.banfa",
      new: "new.banfa",
      files: [file],
      approved: new Set(),
      language: "zh",
    };
    const json = `${JSON.stringify(reportJson(report), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot(`../cases/diff/${sort}/${name}/expected.json`);
    // No text of a measure becomes markup.
    const evidence = await evidenceFor(before, after, diff, { solver, year: 2024, timeoutMs: 20_000 });
    const proved: Report = { ...report, ...(evidence && { evidence: new Map([[diff, evidence]]) }) };
    await expect(evidenceTold(proved)).toMatchFileSnapshot(`../cases/diff/${sort}/${name}/evidence.txt`);
    for (const page of [diffHtml(proved), diffMarkdown(proved)])
      expect(page).not.toMatch(/<(?:script|img|b onload)/i);
  });
});
