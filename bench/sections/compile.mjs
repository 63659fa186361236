/** Text → evaluator, and the command as a whole process. */
import { execFileSync } from "node:child_process";
import { compile } from "../../dist/index.js";
import { path } from "../guangxi.mjs";
import { fixed, median, table, timed } from "../measure.mjs";
import { measureOf } from "../texts.mjs";

export async function run({ quick }) {
  const rounds = quick ? 3 : 9;
  const cases = [
    { name: "200 clauses, warm", text: measureOf(200), limit: 50 },
    { name: "5,000 lines", text: measureOf(4_960), limit: 500 },
  ];
  const cli = new URL("../../dist/cli/main.js", import.meta.url).pathname;
  const cold = [];
  for (let i = 0; i < rounds; i++)
    cold.push(await timed(() => execFileSync(process.execPath, [cli, "check", path], { stdio: "ignore" })));
  const results = [];
  for (const { name, text, limit } of cases) {
    const { measure, problems } = compile(text);
    if (!measure)
      throw new Error(`${name} does not compile: ${problems.find((p) => p.severity === "error")?.code}`);
    // What a measure leaves open is looked for when `problems` is read; an evaluator needs none of it.
    const [evaluator, findings] = [[], []];
    for (let i = 0; i < rounds + 2; i++) {
      evaluator.push(await timed(() => compile(text).measure));
      findings.push(await timed(() => compile(text).problems));
    }
    results.push({ name, ms: median(evaluator.slice(2)), limit });
    results.push({ name: `${name}, with all findings`, ms: median(findings.slice(2)), limit: null });
  }
  results.push({ name: "banfa check, cold", ms: median(cold), limit: 250 });
  table(
    "Compile: text → evaluator",
    ["what", "ms", "aim"],
    results.map((r) => [r.name, fixed(r.ms), r.limit === null ? "" : `< ${r.limit}`]),
  );
  return results;
}
