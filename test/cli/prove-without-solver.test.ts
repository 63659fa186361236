import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/program.ts";

/** A proof without a solver is none: every command says what to install, and what is not proved does not pass. */

vi.mock("../../src/prove/z3.ts", () => ({ loadZ3: async () => null }));

const cases = join(import.meta.dirname, "../cases/cli");
const folder = mkdtempSync(join(tmpdir(), "banfa-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<[code: number, said: string]> {
  let said = "";
  const put = (text: string): void => {
    said += text;
  };
  const plain = { colours: false, errColours: false, columns: 100, locale: "zh_CN.UTF-8", env: {} };
  const io: Io = { out: put, err: put, ...plain };
  return [await main(args, io), said];
}

it("says how to get a solver where there is none", async () => {
  const [code, said] = await run("prove", join(cases, "prove/measure.banfa"));
  expect(code).toBe(2);
  expect(said).toContain("BF9070");
  expect(said).toContain("npm install z3-solver");
});

it("leaves open what only a solver could prove the same, and what is open does not pass", async () => {
  const text = (condition: string) => `办法 村考核
施行 2026年1月1日
措施 惩处: 约谈
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
  加分: 0至100分
第一条
  ${condition} 的,对 本人 约谈
`;
  const [old, now] = ["old", "new"].map((name) => join(folder, `${name}.banfa`)) as [string, string];
  writeFileSync(old, text("得分 低于60分"));
  writeFileSync(now, text("得分 低于60分 且 得分 + 加分 低于160分"));
  const [code, said] = await run("diff", old, now, "--fail-on", "outcome");
  expect(said).toContain("npm install z3-solver");
  expect(code).toBe(1);
  const [different, example] = await run("diff", old, now.replace("new", "old"), "--fail-on", "outcome");
  expect([different, example]).toEqual([0, "没有变动\n"]);
  writeFileSync(now, text("得分 低于62分"));
  const [, found] = await run("diff", old, now);
  expect(found).toContain("≠ 例");
});

it("says of a change that nothing smaller was proved", async () => {
  const place = join(cases, "what-if");
  const [code, said] = await run(
    ...["what-if", join(place, "measure.banfa"), "--data", join(place, "villages.csv")],
    ...["--year", "2026", "--subject", "2", "--reach", "优秀"],
  );
  expect(code).toBe(0);
  expect(said).toContain("没有证明；要证明，请安装：npm install z3-solver");
});
