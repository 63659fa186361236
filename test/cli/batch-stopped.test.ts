import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
