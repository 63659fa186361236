import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

/** Records in a second file on the built program: threads that compute partitions, and a Ctrl-C while they do. */

const folder = mkdtempSync(join(tmpdir(), "banfa-partitions-threads-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

const MEASURE = `办法 村考核
施行 2018年1月1日
对象 村,标识 编号
  编号: 文字
  基础分: 0至100分
  通报: 通报单 多份
记录 通报单
  日期: 日期
  扣分: 0至5分
第一条 总分 = 基础分 - 合计(通报.扣分, 本年度)
第二条
  等次 年度等次 由高到低 优秀、合格
  依 总分 由高到低 排名 评定 年度等次,全体,并列者一并列入:
    前 200 名 为 优秀
    其余 为 合格
`;

/** Enough for several partitions. */
const SUBJECTS = 2500;

beforeAll(() => {
  writeFileSync(at("m.banfa"), MEASURE);
  const own = Array.from({ length: SUBJECTS }, (_, i) => `V${i},${(i * 7919) % 101}`);
  writeFileSync(at("own.csv"), `编号,基础分\n${own.join("\n")}\n`);
  // Not in the order of the subjects, one of nobody.
  const records = Array.from(
    { length: 3 * SUBJECTS },
    (_, i) => `V${(i * 104729) % (SUBJECTS + 1)},201${7 + (i % 2)}-03-01,${i % 6}`,
  );
  writeFileSync(at("records.csv"), `编号,日期,扣分\n${records.join("\n")}\n`);
});

const line = (out: string, ...more: string[]): string[] => [
  ...["dist/cli/main.js", "run", at("m.banfa"), "--year", "2018", "--lang", "en"],
  ...["--data", `村=${at("own.csv")}`, "--data", `村.通报=${at("records.csv")}`, "--out", out, ...more],
];

it("gives the result and the messages of all at once, on one thread and on two", () => {
  const [whole, one, two] = [[], ["--threads", "1"], ["--threads", "2"]].map((more, i) => {
    const out = at(`${i}.csv`);
    const { status, stderr } = spawnSync("node", line(out, ...more), { encoding: "utf8" });
    // Of records of nobody, and not of another way than asked for.
    const said = [stderr.includes(`V${SUBJECTS}`), stderr.includes("BF9028")];
    return { status, said, text: readFileSync(out, "utf8") };
  });
  expect(one).toEqual(whole);
  expect(two).toEqual(whole);
  expect(whole!.said).toEqual([true, false]);
});

it("leaves nothing when it is stopped", async () => {
  const own = mkdtempSync(join(folder, "stopped-"));
  const out = join(own, "result.csv");
  writeFileSync(out, "earlier\n");
  const child = spawn("node", line(out, "--threads", "2"), { stdio: ["ignore", "ignore", "pipe"] });
  const exit = new Promise((done) => child.on("exit", done));
  let said = "";
  child.stderr.on("data", (piece) => {
    said += piece;
  });
  // The folder that rows wait in tells that it is at work.
  while (readdirSync(own).length < 2) await new Promise((done) => setTimeout(done, 2));
  child.kill("SIGINT");
  expect([await exit, said.includes("BF9029")]).toEqual([130, true]);
  expect(readFileSync(out, "utf8")).toBe("earlier\n");
  expect(readdirSync(own)).toEqual(["result.csv"]);
});

it("refuses a group that is too large before it is computed, and with what it says would do it is", () => {
  const measure = MEASURE.replace(
    "记录 通报单",
    "  所在镇: 对象 镇,反称 各村\n对象 镇,标识 名称\n  名称: 文字\n记录 通报单",
  );
  writeFileSync(at("linked.banfa"), `${measure}第三条 镇: 平均分 = 平均(各村.总分)\n`);
  const own = Array.from({ length: 40_000 }, (_, i) => `V${i},${i % 101},${i < 39_000 ? "甲" : `镇${i}`}`);
  const towns = ["甲", ...Array.from({ length: 1000 }, (_, i) => `镇${39_000 + i}`)];
  const records = Array.from({ length: 80_000 }, (_, i) => `V${i % 40_000},2018-03-01,${i % 6}`);
  writeFileSync(at("linked.csv"), `编号,基础分,所在镇\n${own.join("\n")}\n`);
  writeFileSync(at("towns.csv"), `名称\n${towns.join("\n")}\n`);
  writeFileSync(at("many.csv"), `编号,日期,扣分\n${records.join("\n")}\n`);
  const data = [`村=${at("linked.csv")}`, `镇=${at("towns.csv")}`, `村.通报=${at("many.csv")}`];
  const given = ["dist/cli/main.js", "run", at("linked.banfa"), "--year", "2018", "--out", at("group.csv")];
  const run = (memory: number) =>
    spawnSync("node", [...given, ...data.flatMap((d) => ["--data", d]), "--memory", `${memory}MB`], {
      encoding: "utf8",
    });
  const refused = run(330);
  const [, subjects, least] = /BF9044[\s\S]*?(\d+)[\s\S]*--memory (\d+)MB/.exec(refused.stderr) ?? [];
  expect([refused.status, Number(subjects)]).toEqual([1, 39_001]);
  expect(readdirSync(folder).filter((f) => f.startsWith("."))).toEqual([]);
  const done = run(Number(least));
  expect([done.status, done.stderr.match(/BF90.*\n?.*/g)]).toEqual([0, null]);
});
