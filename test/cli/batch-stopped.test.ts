import { spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { main } from "../../src/cli/program.ts";

/** Ctrl-C in the middle of a large file: no result, and what was there before is as it was (BF9029). */

const folder = mkdtempSync(join(tmpdir(), "banfa-stopped-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("leaves nothing half-written", async () => {
  const out = join(folder, "result.csv");
  writeFileSync(out, "earlier\n");
  const listening = process.listenerCount("SIGINT");
  let said = "";
  const put = (text: string): void => {
    said += text;
  };
  const plain = { colours: false, errColours: false, columns: 100, locale: "zh_CN.UTF-8", env: {} };
  const data = "examples/guangxi-2018/cohort.csv";
  const running = main(
    ["run", "policies/guangxi/measure.banfa", "--data", data, "--year", "2018", "--batch", "--out", out],
    { out: put, err: put, ...plain },
  );
  while (process.listenerCount("SIGINT") === listening) await new Promise((done) => setImmediate(done));
  (process.listeners("SIGINT").at(-1) as () => void)();
  expect(await running).toBe(130);
  expect(said).toContain("BF9029");
  expect(readFileSync(out, "utf8")).toBe("earlier\n");
  expect(readdirSync(folder)).toEqual(["result.csv"]);
  expect(process.listenerCount("SIGINT")).toBe(listening);
});

it("makes no result of a file that is changed meanwhile", async () => {
  const own = mkdtempSync(join(folder, "changed-"));
  const [data, out] = [join(own, "cohort.csv"), join(own, "result.csv")];
  const rows = readFileSync("examples/guangxi-2018/cohort.csv", "utf8");
  const listening = process.listenerCount("SIGINT");
  for (const given of [
    ["--data", data],
    ["--data", data, "--data", `考核人员=${join(own, "staff.csv")}`],
  ]) {
    writeFileSync(data, rows);
    writeFileSync(join(own, "staff.csv"), "工号\nA1\n");
    let said = "";
    const put = (text: string): void => {
      said += text;
    };
    const plain = { colours: false, errColours: false, columns: 100, locale: "zh_CN.UTF-8", env: {} };
    const running = main(
      ["run", "policies/guangxi/measure.banfa", ...given, "--year", "2018", "--batch", "--out", out],
      { out: put, err: put, ...plain },
    );
    while (process.listenerCount("SIGINT") === listening) await new Promise((done) => setImmediate(done));
    writeFileSync(data, rows.slice(0, rows.lastIndexOf("\n", rows.length - 2) + 1));
    expect(await running).toBe(1);
    expect(said).toContain(`${data}: 错误 BF9046`);
    expect(readdirSync(own).sort()).toEqual(["cohort.csv", "staff.csv"]);
  }
});

/** The built program, on threads. */
const built = (...more: string[]): string[] => {
  const data = "examples/guangxi-2018/cohort.csv";
  const given = ["--data", data, "--year", "2018", "--lang", "en", "--batch"];
  return ["dist/cli/main.js", "run", "policies/guangxi/measure.banfa", ...given, ...more];
};

it("leaves nothing half-written when threads are at work", async () => {
  const own = mkdtempSync(join(folder, "threads-"));
  const out = join(own, "result.csv");
  writeFileSync(out, "earlier\n");
  const child = spawn("node", built("--out", out), { stdio: ["ignore", "ignore", "pipe"] });
  const exit = new Promise((done) => child.on("exit", done));
  let said = "";
  child.stderr.on("data", (piece) => {
    said += piece;
  });
  // The file that it grows in tells that it is at work.
  while (readdirSync(own).length < 2) await new Promise((done) => setTimeout(done, 2));
  child.kill("SIGINT");
  expect([await exit, said.includes("BF9029")]).toEqual([130, true]);
  expect(readFileSync(out, "utf8")).toBe("earlier\n");
  expect(readdirSync(own)).toEqual(["result.csv"]);
});

it("refuses a budget that is too small, and says what would do", () => {
  const out = join(folder, "none.csv");
  const { status, stderr } = spawnSync("node", built("--out", out, "--memory", "100MB"), {
    encoding: "utf8",
  });
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/BF9041[\s\S]*--memory \d+MB/);
  expect(readdirSync(folder)).not.toContain("none.csv");
});

it("is heard while many rows are put with their subjects, and says so by its exit code", async () => {
  const own = mkdtempSync(join(folder, "rows-"));
  const ids = Array.from({ length: 60_000 }, (_, i) => `甲${i}`);
  const [people, staff] = [join(own, "a.csv"), join(own, "b.csv")];
  writeFileSync(people, `编号,县\n${ids.map((id) => `${id},县`).join("\n")}\n`);
  writeFileSync(staff, `工号,失职致结果失真\n${ids.map((id) => `${id},否`).join("\n")}\n`);
  const data = ["--data", `包点领导=${people}`, "--data", `考核人员=${staff}`];
  const given = [...data, "--year", "2018", "--batch", "--out", join(own, "r.csv")];
  const child = spawn("node", ["dist/cli/main.js", "run", "policies/guangxi/measure.banfa", ...given]);
  const exit = new Promise((done) => child.on("exit", done));
  while (!readdirSync(own).some((f) => f.endsWith(".rows"))) await new Promise((done) => setTimeout(done, 2));
  child.kill("SIGTERM");
  // The rows are gone through, twice, before anybody is computed and the file of results is begun.
  expect(await exit).toBe(143);
  expect(readdirSync(own).sort()).toEqual(["a.csv", "b.csv"]);
});

it("says what a run that was killed left, and removes it when nobody has touched it for long", () => {
  const own = mkdtempSync(join(folder, "killed-"));
  const out = join(own, "r.csv");
  const { pid } = spawnSync("node", ["--version"]);
  const [old, young] = [join(own, `.r.csv.${pid}.rows`), join(own, `.r.csv.${pid}.tmp`)];
  mkdirSync(old);
  writeFileSync(join(old, "rows"), "");
  writeFileSync(young, "");
  const ago = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const path of [join(old, "rows"), old]) utimesSync(path, ago, ago);
  // Of a program that runs, and of another result.
  for (const name of [`.r.csv.${process.pid}.tmp`, `.s.csv.${pid}.tmp`]) writeFileSync(join(own, name), "");
  const { status, stderr } = spawnSync("node", built("--out", out), { encoding: "utf8" });
  expect([status, stderr.includes("BF9045"), stderr.includes(young), stderr.includes(old)]).toEqual([
    ...[0, true, true, false],
  ]);
  expect(readdirSync(own).sort()).toEqual(
    [`.r.csv.${pid}.tmp`, `.r.csv.${process.pid}.tmp`, `.s.csv.${pid}.tmp`, "r.csv"].sort(),
  );
});
