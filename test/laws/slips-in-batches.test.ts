import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { runInBatches } from "../../src/cli/batch/run.ts";
import type { Options } from "../../src/cli/command.ts";
import { computeCohort } from "../../src/cli/evaluation.ts";
import { missingFacts } from "../../src/cli/missing-facts.ts";
import { writeResult } from "../../src/cli/results-file.ts";
import { session } from "../../src/cli/session.ts";
import { compile } from "../../src/compiler/compile.ts";
import { workbookBytes } from "../../src/data/workbook/write.ts";
import type { Problem } from "../../src/diagnostics/problem.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { csvOf, type TextTable } from "../generators/tables.ts";
import { runs } from "./runs.ts";

/**
 * What no batch can tell from its own rows: whether a column of percentages is doubtful, whether an id occurs twice, which
 * months somebody lacks a record of, who is meant by a link to nobody. A run in batches has the result and the messages of
 * all at once; or none, and the messages about the rows that stand in the way.
 */

const folder = mkdtempSync(join(tmpdir(), "banfa-slips-"));
afterAll(() => rmSync(folder, { recursive: true }), 60_000);

const HEAD = `办法 村考核
施行 2018年1月1日
对象 村,标识 编号
  编号: 文字
  基础分: 0至100分
  合格率: 百分比
  完成率: 百分比,精确到1%
  在岗: 是否
`;
const RULES = `第一条
  等次 年度等次 由高到低 优秀、合格、不合格
  合格率 不足 60% 的,评为 不合格
  (一) 完成率 不足 1% 的,评为 不合格
`;
const RANKS = `第二条
  依 基础分 由高到低 排名 评定 年度等次,仅 在岗 者,全体,并列者一并列入:
    前 2 名 为 优秀
    其余 为 合格
`;
const SCORES = `第二条
  依 基础分 评定 年度等次:
    60分以上 为 优秀
    其余 为 合格
`;
const MEASURES = {
  "one table": `${HEAD}${RULES}${SCORES}`,
  "one table, ranked": `${HEAD}${RULES}${RANKS}`,
  "records and links": `${HEAD}  所在镇: 对象 镇,反称 各村
  抽查: 抽查单 多份
对象 镇,标识 名称
  名称: 文字
记录 抽查单
  入户率: 百分比
${RULES.replaceAll("\n  合格率", "\n  村: 合格率").replace("(一) ", "(一) 村: ")}${RANKS.replace("  依", "  村: 依")}第三条
  村: 抽查率 = 最高(抽查.入户率)
  镇: 平均分 = 平均(各村.基础分)
`,
  "records ranked": `${HEAD}  月报: 月报单 每季度一份
记录 月报单
  日常: 0至100分
等次 季度等次 由高到低 优秀、合格
${RULES}${SCORES}第三条 每份 月报单: 依 日常 由高到低 排名 评定 季度等次,全体,并列者一并列入:
  前1名 为 优秀
  其余 为 合格
`,
} as const;

/** Some of them within 0 to 1, some beyond, some no number, some with the sign. */
const PERCENTS = ["0", "1", "0.5", "0.955", "0.01", "60", "95", "95%", "0.5%", "", "很高"];
/** Columns lie wholly within 0 to 1, but for a few values, or anywhere. */
const percents = fc.oneof(
  fc.constant(["0", "1", "0.5", "0.95", "0.955", ""]),
  fc.constant(["0", "1", ""]),
  fc.subarray(PERCENTS, { minLength: 1 }),
);
const ids = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom("", "V0", "V1") },
);

interface Village {
  readonly id: string | null;
  readonly score: number;
  readonly shares: readonly number[];
  readonly town: number;
  readonly quarters: readonly number[];
}
interface Slips {
  readonly villages: readonly Village[];
  readonly columns: readonly (readonly string[])[];
  /** A link to nobody, or none, is there now and then. */
  readonly towns: readonly string[];
}
const slips: fc.Arbitrary<Slips> = fc.record({
  villages: fc.array(
    fc.record({
      id: ids,
      score: fc.constantFrom(0, 40, 60, 90),
      shares: fc.array(fc.nat(99), { minLength: 4, maxLength: 4 }),
      town: fc.nat(99),
      quarters: fc.subarray([1, 2, 3]),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  columns: fc.array(percents, { minLength: 3, maxLength: 3 }),
  towns: fc.oneof(
    { weight: 4, arbitrary: fc.constant(["T0", "T1", "T2"]) },
    { weight: 1, arbitrary: fc.constant(["T0", "T1", "T9", ""]) },
  ),
});

function tablesOf({ villages, columns, towns }: Slips, name: string): TextTable[] {
  const idOf = (v: Village, i: number) => v.id ?? `V${i}`;
  const share = (v: Village, of: number, i = of) => columns[of]![v.shares[i]! % columns[of]!.length]!;
  const links = name === "records and links";
  const table = (list: string | null, header: string[], rows: string[][]): TextTable => ({
    kind: "村",
    list,
    header,
    rows,
  });
  const own = table(
    null,
    ["编号", "基础分", "合格率", "完成率", "在岗", ...(links ? ["所在镇"] : [])],
    villages.map((v, i) => [
      ...[idOf(v, i), String(v.score), share(v, 0), share(v, 1), ["是", "是", "否", ""][v.shares[2]! % 4]!],
      ...(links ? [towns[v.town % towns.length]!] : []),
    ]),
  );
  if (links)
    return [
      own,
      { kind: "镇", list: null, header: ["名称"], rows: ["T0", "T1", "T2"].map((t) => [t]) },
      table(
        "抽查",
        ["编号", "入户率"],
        villages.flatMap((v, i) => v.quarters.map((q) => [idOf(v, i), share(v, 2, q)])),
      ),
    ];
  if (name !== "records ranked") return [own];
  const reports = villages.flatMap((v, i) =>
    v.quarters.map((q) => [idOf(v, i), String(q), String(v.shares[q]!)]),
  );
  return [own, table("月报", ["编号", "季度", "日常"], reports)];
}

/** As a CSV for each table, a workbook with a sheet for each, or a document. */
const FORMS = ["csv", "csv", "xlsx", "json"] as const;

async function given(
  form: (typeof FORMS)[number],
  tables: readonly TextTable[],
  at: (file: string) => string,
): Promise<string[]> {
  const nameOf = ({ kind, list }: TextTable) => (list === null ? kind : `${kind}.${list}`);
  if (form === "csv")
    return tables.map((table, i) => {
      writeFileSync(at(`${i}.csv`), csvOf(table));
      return `${nameOf(table)}=${at(`${i}.csv`)}`;
    });
  if (form === "xlsx") {
    const sheets = tables.map((t) => ({ name: nameOf(t), rows: [t.header, ...t.rows] }));
    writeFileSync(at("d.xlsx"), await workbookBytes(sheets, { title: "" }));
    return [at("d.xlsx")];
  }
  const cohort: Record<string, Record<string, unknown>[]> = {};
  const recordOf = (header: readonly string[], row: readonly string[]) =>
    Object.fromEntries(header.flatMap((h, i) => (row[i] === "" ? [] : [[h, row[i]]])));
  for (const { kind, list, header, rows } of tables) {
    const records = rows.map((row) => recordOf(header, row));
    if (list === null) cohort[kind] = records;
    else
      for (const own of cohort[kind]!)
        own[list] = records.filter((r) => r.编号 === own.编号).map(({ 编号: _, ...record }) => record);
  }
  writeFileSync(at("d.json"), JSON.stringify(cohort, null, 1));
  return [at("d.json")];
}

const said = (problems: readonly Problem[]) =>
  problems.map(({ code, parameters, data }) => JSON.stringify([code, parameters, data])).sort();

/** What stands in the way of batches. */
const IDS = ["BF4061", "BF4062"];

describe.each(Object.entries(MEASURES))("slips in %s", (name, text) => {
  const { measure, problems: wrong } = compile(new SourceText("m", text));
  const { numRuns, seed } = runs(5);
  const samples = fc.sample(slips, { numRuns, seed });

  it("have the result and the messages of all at once, or are named", async () => {
    if (measure === null)
      throw new Error(wrong.map((p) => `${p.code} ${JSON.stringify(p.parameters)}`).join("\n"));
    const came = { done: 0, doubtful: 0, ids: 0, links: 0 };
    for (const [round, sample] of samples.entries()) {
      const at = (file: string) => join(folder, `${Object.keys(MEASURES).indexOf(name)}-${round}`, file);
      mkdirSync(at(""));
      const data = await given(FORMS[round % FORMS.length]!, tablesOf(sample, name), at);
      const options: Options = { data, year: "2018", memory: "600MB" };
      const whole = await computeCohort(measure, options);
      if (!whole.ok) throw new Error("the data cannot be read");
      const { tables } = whole.compiled;
      await writeResult(at("whole.json"), "json", { result: whole.result, measure, tables, language: "zh" });
      const io = {
        out() {},
        err() {},
        colours: false,
        errColours: false,
        columns: 100,
        locale: "zh-CN",
        env: {},
      };
      const run = async (more: Options) =>
        runInBatches(await session(io, { format: "text" }), measure, { ...options, ...more }, "zh", 2);
      const done = await run({ out: at("parts.json") });
      expect(readdirSync(at("")).filter((f) => f.startsWith("."))).toEqual([]);
      const ofIds = whole.problems.filter((p) => IDS.includes(p.code));
      if (ofIds.length > 0) {
        came.ids++;
        if (done.kind !== "refused") throw new Error(`${at("")}: ${done.kind}`);
        expect(said(done.problems.filter((p) => p.code !== "BF9043"))).toEqual(said(ofIds));
      } else if (done.kind === "refused") {
        came.links++;
        const [{ code, parameters }] = done.problems as [Problem];
        expect([code, sample.towns.length]).toEqual(["BF9043", 4]);
        expect(parameters.reason).toMatch(/(0\.csv:\d+|d\.xlsx 村!F\d+|d\.json:\d+) 的“所在镇”/);
      } else {
        if (done.kind !== "done") throw new Error(`${at("")}: ${done.kind}`);
        came.done++;
        if (whole.problems.some((p) => p.code === "BF4068")) came.doubtful++;
        const texts = ["parts", "whole"].map((of) => readFileSync(at(`${of}.json`), "utf8"));
        if (texts[0] !== texts[1]) throw new Error(`${at("")}: results differ`);
        expect(said(done.run.problems)).toEqual(said(whole.problems));
        const wanted = [...whole.problems, ...missingFacts(whole.result, whole.positions)];
        const bad = wanted.filter((p) => p.severity === "error").length;
        const strict = await run({ out: at("strict.json"), strict: true });
        if (bad === 0) expect(readFileSync(at("strict.json"), "utf8")).toBe(texts[1]);
        else if (strict.kind !== "refused") throw new Error(`${at("")}: --strict`);
        else expect([strict.sum?.parameters.count, said(strict.problems)]).toEqual([bad, said(wanted)]);
      }
    }
    const least = { done: 1, doubtful: 1, ids: 1, links: name === "records and links" ? 1 : 0 };
    for (const [what, n] of Object.entries(came))
      expect([what, n >= least[what as "done"]]).toEqual([what, true]);
  });
});
