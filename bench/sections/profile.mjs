/** Where the time goes: functions by their own share of samples, of this process or of the command as a child. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { Session } from "node:inspector";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { compile } from "../../dist/index.js";
import { makeColumns, places, rowsOf } from "../data.mjs";
import { context, KIND, measure, path } from "../guangxi.mjs";
import { table } from "../measure.mjs";
import { fact, factCount, measureOf } from "../texts.mjs";
import { inputOf } from "./columns.mjs";

const TOP = 8;

/** Milliseconds between samples mean little for one function; shares of all samples do. */
function shares({ nodes, samples, timeDeltas }) {
  const own = new Map();
  const byId = new Map(nodes.map((n) => [n.id, n.callFrame]));
  let total = 0;
  for (const [i, id] of samples.entries()) {
    const { functionName, url } = byId.get(id);
    // What starts and stops the profiler is not the work.
    if (functionName === "(idle)" || functionName === "dispatch" || url.endsWith("profile.mjs")) continue;
    const file = url === "" ? "" : ` ${basename(url).replace(/-[A-Z0-9]{8}(?=\.c?js$)/, "")}`;
    const name = `${functionName || "(anonymous)"}${file}`;
    own.set(name, (own.get(name) ?? 0) + timeDeltas[i]);
    total += timeDeltas[i];
  }
  return [...own]
    .sort((a, b) => b[1] - a[1])
    .slice(0, TOP)
    .map(([name, time]) => ({ name, share: time / total }));
}

async function profiled(work, rounds) {
  const session = new Session();
  session.connect();
  const post = (method, parameters) =>
    new Promise((resolve, reject) =>
      session.post(method, parameters, (error, result) => (error ? reject(error) : resolve(result))),
    );
  work();
  await post("Profiler.enable");
  await post("Profiler.setSamplingInterval", { interval: 200 });
  await post("Profiler.start");
  for (let i = 0; i < rounds; i++) work();
  const { profile } = await post("Profiler.stop");
  session.disconnect();
  return shares(profile);
}

function commandProfiled() {
  const folder = mkdtempSync(join(tmpdir(), "banfa-bench-"));
  const cli = new URL("../../dist/cli/main.js", import.meta.url).pathname;
  const flags = ["--cpu-prof", "--cpu-prof-interval", "100", "--cpu-prof-dir", folder];
  spawnSync(process.execPath, [...flags, cli, "check", path], { stdio: "ignore" });
  const [file] = readdirSync(folder);
  const profile = JSON.parse(readFileSync(join(folder, file), "utf8"));
  rmSync(folder, { recursive: true });
  return shares(profile);
}

export async function run({ quick }) {
  const n = quick ? 20_000 : 100_000;
  const columns = makeColumns(n);
  const records = rowsOf(columns);
  const call = context(places(n));
  const input = inputOf(columns);
  const text = measureOf(quick ? 500 : 4_960);
  const rounds = quick ? 3 : 20;
  const lacking = records.slice(0, quick ? 1_000 : 10_000).map(({ 平时考核分: _, ...rest }) => rest);
  const many = compile(measureOf(2_000)).measure;
  const villages = Array.from({ length: quick ? 500 : 5_000 }, (_, i) => ({
    ...{ 编号: `村${i}`, 得分: (i * 37) % 101 },
    ...Object.fromEntries(Array.from({ length: factCount(2_000) }, (_, k) => [fact(k), (i * (k + 7)) % 101])),
  }));
  const results = [
    {
      name: "rows",
      top: await profiled(() => measure.evaluateAll({ [KIND]: records }, call).outcomes, rounds),
    },
    {
      name: "2,000 clauses",
      top: await profiled(() => many.evaluateAll({ 村: villages }, { year: 2026 }).outcomes, rounds),
    },
    {
      name: "a score missing in each",
      top: await profiled(() => measure.evaluateAll({ [KIND]: lacking }, call).result, quick ? 2 : 5),
    },
    { name: "columns", top: await profiled(() => measure.evaluateColumns(input, call), rounds * 5) },
    { name: "compile", top: await profiled(() => compile(text), quick ? 2 : 6) },
    { name: "check, cold", top: commandProfiled() },
  ];
  table(
    "Profile: functions by their own share of the time",
    ["what", "function", "%"],
    results.flatMap(({ name, top }) => top.map((t) => [name, t.name, (t.share * 100).toFixed(1)])),
  );
  return results;
}
