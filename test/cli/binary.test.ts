import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** The built program. `npm test` builds it first; a test file run by itself passes over these without a build. */

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const bin = join(root, "dist", "cli", "main.js");

function banfa(...args: string[]) {
  const env = { ...process.env, NO_COLOR: "1", LANG: "en_GB.UTF-8", LC_ALL: "" };
  return spawnSync(process.execPath, [bin, ...args], { cwd: root, encoding: "utf8", env });
}

describe.skipIf(!existsSync(bin))("the built program", () => {
  it("checks a measure", () => {
    const done = banfa("check", "policies/guangxi/measure.banfa", "policies/xizang/measure.banfa");
    expect(done.stderr).toBe("");
    expect(done.status).toBe(0);
    expect(done.stdout).not.toContain("\u001b");
  });

  it("finds its schemas, and gives the exit code to the shell", () => {
    const done = banfa("test", "policies/guangxi/measure.banfa", "--format", "json");
    expect(done.status).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({ failed: 0 });
    expect(banfa("check", "no-such.banfa").status).toBe(2);
    expect(banfa("nothing").stderr).toContain("BF9001");
  });

  it("holds all it needs, so that it starts fast", () => {
    const seen = new Set<string>();
    const outside = new Set<string>();
    const visit = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const { fileName } of ts.preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles) {
        if (fileName.startsWith(".")) visit(join(dirname(file), fileName));
        else if (!fileName.startsWith("node:")) outside.add(fileName);
      }
    };
    // What main.js and the threads of a run in batches load (src/cli/launch/).
    for (const chunk of ["main.cjs", "batch-worker.cjs"]) visit(join(dirname(bin), chunk));
    // Optional, and loaded only by proofs and for Parquet; a message of echarts names one of its own modules.
    outside.delete("echarts/features.js");
    expect([...outside].sort()).toEqual(["@duckdb/node-api", "z3-solver"]);
    expect(seen.size).toBeGreaterThan(5);
  });
});
