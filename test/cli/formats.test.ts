import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS, optionsOf } from "../../src/cli/commands.ts";
import { main } from "../../src/cli/program.ts";
import { proofProblems } from "../../src/cli/prove-text.ts";
import { FORMATS, type Format } from "../../src/cli/session.ts";
import { readJson } from "../../src/data/json.ts";
import { checkAgainst } from "../../src/data/schema-check.ts";
import { wording } from "../../src/diagnostics/problem.ts";
import type { JsonProblem } from "../../src/diagnostics/render-json.ts";

/**
 * Every command in every format: all of them list the same findings and end with the same exit code, whatever
 * fails has a finding that says why, and the JSON holds to the published schema.
 */

const root = join(import.meta.dirname, "../..");
const home = process.cwd();
let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "banfa-formats-"));
  for (const name of ["prove", "progress", "sample", "diff", "template", "what-if", "reports", "check-fix"])
    cpSync(join(root, "test/cases/cli", name), join(scratch, name), { recursive: true });
  writeFileSync(join(scratch, "damaged.banfa"), "办法 甲\n第一条 得芬 = 1分\n  得分 \n");
  process.chdir(scratch);
});
afterAll(() => {
  process.chdir(home);
  rmSync(scratch, { recursive: true, force: true });
});

const REPORT = "reports/measure.banfa --data reports/bad.csv --year 2024";
const WHAT_IF = "what-if/measure.banfa --data what-if/villages.csv --year 2026 --subject 2 --reach 优秀";

/** Calls with findings, of every command; the definition of the JSON schema, the call, its exit code. */
const CALLS: readonly (readonly [string, string, number])[] = [
  ["check", "check reports/findings.banfa damaged.banfa no-such.banfa", 2],
  ["check", "check --fix --dry-run check-fix/slips.banfa", 1],
  ["run", `run ${REPORT}`, 1],
  ["written", `run ${REPORT} --out result.csv`, 1],
  ["stopped", `run ${REPORT} --strict`, 1],
  ["stopped", "run reports/findings.banfa --data reports/bad.csv --year 2024", 1],
  ["explain", `explain ${REPORT} --subject A`, 1],
  ["test", "test reports/tested.banfa reports/wrong.yaml --threshold 100", 1],
  ["coverage", "coverage reports/folder --ids reports/ids.csv", 1],
  ["compile", "compile reports/measure.banfa --out built --fail-on warning", 1],
  ["stopped", "compile reports/measure.banfa --out built --target none", 2],
  ["fmt", "fmt --check reports/untidy.banfa damaged.banfa no-such.banfa", 2],
  ["diff", "diff diff/old.banfa diff/new.banfa --no-proof --fail-on any", 1],
  ["diff", "diff diff/before diff/after --no-proof", 0],
  ["stopped", "diff no-such-revision", 2],
  ["new", "new fresh --name 甲 --effective 2026-01-01", 0],
  ["stopped", "new reports --name 甲 --effective 2026-01-01", 1],
  ["page", "doc reports/measure.banfa --fail-on warning", 1],
  ["page", `report ${REPORT} --out page.html`, 1],
  ["template", "template template/measure.banfa --out form.xlsx --data template/bad.csv", 0],
  ["prove", "prove prove/measure.banfa --only 多余", 1],
  ["whatIf", `what-if ${WHAT_IF} --only 扣分、造假`, 1],
  ["schedule", "schedule progress/measure.banfa --year 2026", 0],
  ["progress", "progress progress/measure.banfa --log progress/log.csv --date 2026-11-10", 1],
  ["sample", "sample sample/measure.banfa --list sample/list.csv --seed x --draw 县级抽查", 0],
  ["explainCode", "explain-code BF1037", 0],
  ["stopped", "explain-code BF0000", 2],
  ["stopped", "chek measure.banfa", 2],
  ["stopped", "check measure.banfa --unknown", 2],
];

async function play(call: string, format: Format): Promise<{ out: string; err: string; exit: number }> {
  const said = { out: "", err: "" };
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
    ...{ colours: false, errColours: false, columns: 100, locale: "zh_CN.UTF-8", env: {} },
  };
  rmSync("fresh", { recursive: true, force: true });
  const exit = await main([...call.split(" "), "--format", format], io);
  return { ...said, exit };
}

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly { readonly ruleId: string; readonly suppressions?: readonly unknown[] }[];
  }[];
}

/** Codes of the findings in a report, in order of the alphabet; changes of a comparison have ids of their own. */
const CODES: Readonly<Record<Exclude<Format, "text">, (text: string) => string[]>> = {
  json: (text) => open(JSON.parse(text)).map((p) => p.code),
  plain: (text) => [...text.matchAll(/^[^\n]+?: (?:error|warning|info) (BF\d{4}): /gm)].map((m) => m[1]!),
  sarif: (text) =>
    (JSON.parse(text) as Sarif).runs
      .flatMap((r) => r.results)
      .filter((r) => (r.suppressions ?? []).length === 0)
      .map((r) => r.ruleId),
  github: (text) =>
    [...text.matchAll(/^::\w+ (?:[^\n]*?,)?title=(BF\d{4})?[^\n]*$/gm)].map((m) => m[1] ?? "diff"),
  junit: (text) => [...text.matchAll(/(?:警告|错误|提示) (BF\d{4}): /g)].map((m) => m[1]!),
};

function open(result: {
  readonly problems?: JsonProblem[];
  readonly files?: readonly { readonly problems?: JsonProblem[] }[];
}): readonly JsonProblem[] {
  const all = result.problems ?? (result.files ?? []).flatMap((f) => f.problems ?? []);
  return all.filter((p) => p.accepted === undefined);
}

describe("every command in every format", () => {
  it("is called", () => {
    const called = new Set(CALLS.map(([, call]) => call.split(" ")[0]));
    expect(COMMANDS.filter((c) => !called.has(c.name)).map((c) => c.name)).toEqual([]);
    for (const c of COMMANDS) {
      const format = optionsOf(c).find((o) => o.flags.startsWith("--format "));
      expect(format?.choices, c.name).toEqual(expect.arrayContaining([...FORMATS]));
    }
  });

  it.each(CALLS)("%s: %s", async (form, call, exit) => {
    const json = await play(call, "json");
    const { document } = readJson("output.json", json.out);
    const wrong = checkAgainst(document!, `output#/definitions/${form}`);
    expect(wrong.map((p) => [p.code, p.parameters])).toEqual([]);
    const findings = CODES.json(json.out).toSorted();
    if (exit !== 0) expect(findings, "what failed").not.toEqual([]);
    expect({ err: json.err, exit: json.exit }).toEqual({ err: "", exit });
    for (const format of FORMATS) {
      if (format === "json" || format === "text") continue; // transcripts show the text
      const { out, err, exit: code } = await play(call, format);
      expect(code, format).toBe(exit);
      expect(err, format).toBe("");
      // Comparisons tell changes by level and fingerprint there; what they fail for is a finding as elsewhere.
      const own = form === "diff" && (format === "sarif" || format === "github");
      const codes = CODES[format](out).toSorted();
      if (own)
        expect(codes.filter((c) => c.startsWith("BF"))).toEqual(findings.filter((c) => c !== "BF9063"));
      else expect(codes, `${format}\n${out}`).toEqual(findings);
    }
  });
});

it("what a proof leaves open is a finding", () => {
  const about = { cites: ["第一条"], text: "得分 低于60分", what: "clause", span: null } as const;
  const outcome = { status: "unknown", reason: "time", free: [] } as const;
  const proved = [{ name: "dead", kind: "村", about, outcome, milliseconds: 5000, queries: 1 } as const];
  const found = proofProblems({ proved, effort: { queries: 1, times: [5000] } });
  expect(found.map((p) => [p.code, wording(p, "en").message])).toEqual([
    ["BF9072", "第一条 · 村 · 得分 低于60分: not settled in time (--timeout gives more)."],
  ]);
});
