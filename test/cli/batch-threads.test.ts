import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDuckdb, sqlText } from "../../src/data/duckdb.ts";

/** A large file on the built program: threads and DuckDB. */

const folder = mkdtempSync(join(tmpdir(), "banfa-threads-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(at(name), "utf8");

const CLI = "dist/cli/main.js";
const given = ["policies/guangxi/measure.banfa", "--year", "2018", "--params", at("p.yaml"), "--lang", "en"];
const run = (data: string, out: string, ...more: string[]) =>
  spawnSync("node", [CLI, "run", ...given, "--data", `包点领导=${at(data)}`, "--out", at(out), ...more], {
    encoding: "utf8",
  });

const HEAD = "编号,县,平时考核分,年终考核分,加减分,建房进度,安全事故,资金问题,监管问题,弄虚作假,违纪违法";
const row = (i: number) =>
  `L${i},县${i % 7},${i % 97 === 0 ? "" : (i * 7919) % 30},${(i * 104729) % 70},0,${(i * 31) % 100},无,无,无,否,${i % 50 === 0 ? "是" : "否"}`;
const rows = (n: number) => Array.from({ length: n }, (_, i) => row(i));

beforeAll(() => {
  writeFileSync(at("p.yaml"), "优秀名额: 300名\n");
  // More than one piece, with a mistake in a later one.
  const lines = rows(6500);
  lines[6200] = lines[6200]!.replace(",无,", ",没有的事,");
  writeFileSync(at("data.csv"), `${HEAD}\n${lines.join("\n")}\n`);
});

describe("a large file", () => {
  it("has the same result on threads as all at once, and the same messages", () => {
    const [whole, batched] = [run("data.csv", "whole.csv"), run("data.csv", "batched.csv", "--threads", "2")];
    expect([whole.status, batched.status]).toEqual([1, 1]);
    expect(text("batched.csv")).toBe(text("whole.csv"));
    const place = `${at("data.csv")}:6202`;
    expect(whole.stderr).toContain(place);
    expect(batched.stderr).toContain(place);
    expect(batched.stderr.split("BF4066").length).toBe(whole.stderr.split("BF4066").length);
  });

  it("gets room for scores that are missing out of what threads have, or is refused before it takes more", () => {
    const lines = rows(20_000).map((line, i) =>
      i < 4000 ? line : line.replace(/^((?:[^,]*,){3})[^,]*/, "$1"),
    );
    writeFileSync(at("late.csv"), `${HEAD}\n${lines.join("\n")}\n`);
    const leastFor = (memory: number): number => {
      const { stderr } = run("late.csv", "late.refused.csv", "--memory", `${memory}MB`);
      return Number(/BF9041[\s\S]*--memory (\d+)MB/.exec(stderr)?.[1]);
    };
    const toBegin = leastFor(100);
    // It begins, and goes on until more scores turn out to be missing than there is room for.
    const toEnd = leastFor(toBegin + 8);
    expect(toEnd).toBeGreaterThan(toBegin + 8);
    const done = run("late.csv", "late.csv.csv", "--memory", `${toEnd}MB`);
    expect([done.status, done.stderr.includes("BF9041")]).toEqual([0, false]);
    run("late.csv", "late.whole.csv");
    expect(text("late.csv.csv")).toBe(text("late.whole.csv"));
  });

  it("is read by DuckDB as by our own reader, from CSV and from Parquet", async () => {
    const connection = await openDuckdb();
    if (connection === null) throw new Error("@duckdb/node-api is a development dependency");
    const table = `read_csv(${sqlText(at("data.csv"))}, all_varchar = true)`;
    await connection.run(`COPY (SELECT * FROM ${table}) TO ${sqlText(at("data.parquet"))} (FORMAT parquet)`);
    connection.closeSync();
    const own = run("data.csv", "own.json", "--batch");
    for (const [data, option] of [
      ["data.csv", "--reader=duckdb"],
      ["data.parquet", "--batch"],
    ] as const) {
      const done = run(data, `${data}.json`, option);
      expect([done.status, done.stderr.includes("BF9028")]).toEqual([own.status, false]);
      expect(text(`${data}.json`)).toBe(text("own.json"));
      expect(done.stderr).toContain(`${at(data)}:6202`);
    }
  });
});
