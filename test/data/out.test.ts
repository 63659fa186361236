import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeFileAtomically } from "../../src/data/atomic-write.ts";
import { readHistory } from "../../src/data/history.ts";
import { readJson } from "../../src/data/json.ts";
import { readParameters } from "../../src/data/params.ts";
import { csvCell, resultCsv, resultJson } from "../../src/data/results-out.ts";
import { checkAgainst } from "../../src/data/schema-check.ts";
import type { CohortResult } from "../../src/runtime/result.ts";
import { leaders } from "./schema-for-tests.ts";

const folder = mkdtempSync(join(tmpdir(), "banfa-out-"));
afterAll(() => rmSync(folder, { recursive: true }));

const grade = {
  possible: ["称职"],
  grade: "称职",
  base: { grade: "称职", possible: ["称职"], cites: ["第十七条"], text: "其余", figures: [] },
  raises: [],
  reductions: [],
  floors: [],
  ceilings: [{ cites: ["第十七条(一)"], certain: true, grade: "基本称职" }],
  after: [],
  notAssessed: [],
};
const result: CohortResult = {
  format: 1,
  measure: { name: "广西易地搬迁包点领导考核", title: null, documentNumber: "桂组发〔2018〕8号" },
  year: 2017,
  date: "2018-01-10",
  subjects: [
    {
      id: "=1+1",
      kind: "包点领导",
      facts: { 县: "甲,乙", 弄虚作假: false },
      values: { 综合得分: -5.5, 平均分: { num: "200", den: "3", text: "66.67" }, 名次: null },
      grades: {
        考核等次: grade,
        绩效等次: { ...grade, grade: null, possible: ["一等", "二等"], base: null },
      },
      clauses: [
        {
          cite: "第二十条",
          path: ["第二十条"],
          title: null,
          figures: [{ name: "综合得分", value: 58.5, unit: "分", test: "低于60分" }],
          condition: "综合得分 低于60分",
          effect: "评为 不称职",
        },
      ],
      consequences: [
        {
          target: "本人",
          targetIds: ["=1+1"],
          action: "不得提拔",
          category: "惩处",
          polarity: "negative",
          argument: "1年",
          from: null,
          until: null,
          modality: "may",
          by: [],
          choice: [],
          cites: ["第二十条"],
          mitigation: [],
        },
      ],
      findings: [],
      undetermined: [
        {
          what: "value",
          name: "名次",
          cite: "第三条",
          possible: [],
          because: [{ kind: "open-parameter", name: "优秀名额", cite: null }],
        },
      ],
    },
  ],
};

describe("results", () => {
  it("are JSON that fits the published schema and can be read back as a history", () => {
    const text = [...resultJson(result)].join("");
    expect(JSON.parse(text)).toEqual(result);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    const { document } = readJson("r.json", text);
    expect(checkAgainst(document!, "result")).toEqual([]);
    const path = join(folder, "history.json");
    writeFileSync(path, text);
    const { history, problems } = readHistory(path, { ...leaders, measure: result.measure.name });
    expect(problems).toEqual([]);
    expect(history?.[0]?.subjects[0]?.grades.考核等次?.grade).toBe("称职");
    expect(history?.[0]?.subjects[0]?.values.平均分).toEqual({ num: "200", den: "3", text: "66.67" });
  });

  it("of a format that is not known are not read", () => {
    const path = join(folder, "other-format.json");
    writeFileSync(path, JSON.stringify({ ...result, format: 2 }));
    const { history, problems } = readHistory(path, leaders);
    expect(history).toBe(null);
    expect(problems.map((p) => p.code)).toEqual(["BF4088"]);
  });

  it("are one row per subject in a table that a spreadsheet can open without running it", () => {
    expect([...resultCsv(result, "zh")].join("")).toBe(
      "\uFEFF编号,对象,综合得分,平均分,名次,考核等次,绩效等次,触发条款,后果,待定事项\r\n" +
        '"\'=1+1",包点领导,-5.5,66.67,待定,称职,待定（一等、二等）,第二十条,本人：可以不得提拔（1年）,名次\r\n',
    );
    expect(["=A1", "+1", "-1", "-1+2", "@x", "\t=1", " =1", 'a"b', "甲"].map(csvCell)).toEqual([
      '"\'=A1"',
      "+1",
      "-1",
      '"\'-1+2"',
      '"\'@x"',
      '"\'\t=1"',
      '"\' =1"',
      '"a""b"',
      "甲",
    ]);
  });

  it("without subjects are still JSON", () => {
    const text = [...resultJson({ ...result, subjects: [] })].join("");
    expect(JSON.parse(text).subjects).toEqual([]);
  });
});

describe("writing", () => {
  it("leaves the old file and nothing else when it fails", () => {
    const path = join(folder, "out.json");
    writeFileSync(path, "old");
    const before = readdirSync(folder);
    function* failing() {
      yield "new";
      throw new Error("interrupted");
    }
    expect(writeFileAtomically(path, failing())?.code).toBe("BF4011");
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(before);
    expect(writeFileAtomically(path, ["a", "b"])).toBeNull();
    expect(readFileSync(path, "utf8")).toBe("ab");
    expect(readdirSync(folder)).toEqual(before);
  });

  it("tells why a place cannot be written", () => {
    expect(writeFileAtomically(join(folder, "none", "a.json"), ["a"])?.parameters.reason).toBe("ENOENT");
    mkdirSync(join(folder, "sub"));
    expect(writeFileAtomically(join(folder, "sub"), ["a"])?.code).toBe("BF4011");
    expect(existsSync(join(folder, "sub"))).toBe(true);
  });
});

describe("parameters", () => {
  const read = (text: string) => {
    const path = join(folder, "parameters.yaml");
    writeFileSync(path, text);
    return readParameters(path, leaders);
  };

  it("are values by name, some marked as illustrations", () => {
    const { parameters, problems } = read("注: 示例\n优秀名额: { 值: 80名, 注: 假设 }\n优秀比例: 20%\n");
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(parameters?.values))).toEqual({ 优秀名额: 80, 优秀比例: "20%" });
    expect([parameters?.note, parameters?.notes.get("优秀名额")]).toEqual(["示例", "假设"]);
    expect(parameters?.positions.place("优秀比例").row).toBe(3);
  });

  it("have one form", () => {
    expect(read("优秀名额: [1]\n").problems.map((p) => [p.code, p.data?.row])).toEqual([["BF4053", 1]]);
    expect(read("优秀名额: { 值: 1, 备注: x }\n").problems.map((p) => p.code)).toEqual(["BF4052"]);
  });
});
