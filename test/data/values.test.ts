import { tmpdir } from "node:os";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCell } from "../../src/data/cells.ts";
import { isoDate } from "../../src/data/dates.ts";
import { readJson } from "../../src/data/json.ts";
import { parseJson } from "../../src/data/json-parser.ts";
import { exactNumber } from "../../src/data/raw.ts";
import { readText } from "../../src/data/read-text.ts";
import { readYaml } from "../../src/data/yaml.ts";
import { number } from "./schema-for-tests.ts";

describe("cells", () => {
  const cell = (text: string, unit: string, header: string | null = null) =>
    readCell(text, number(unit, null, null), header);

  it("hold numbers with or without their unit", () => {
    expect(
      ["65", " 65.50分 ", "1,234.5", "+3", "-0", "−2", "．5", "1e3", "６５"].map((t) => cell(t, "分")),
    ).toEqual([65, 65.5, 1234.5, 3, 0, -2, 0.5, 1000, 65]);
    expect(["3万", "500万元", "0.5亿元", "¥20", "2千元"].map((t) => cell(t, "元"))).toEqual([
      30000, 5000000, 50000000, 20, 2000,
    ]);
    expect(["95", "95%", "95％", "0.5个百分点"].map((t) => cell(t, "%"))).toEqual([95, "95%", "95%", "0.5%"]);
    expect([cell("5000元", "万元"), cell("95%", ""), cell("5", "元", "万元"), cell("5", "%", "%")]).toEqual([
      0.5,
      0.95,
      50000,
      "5%",
    ]);
  });

  it("hand on what they cannot read", () => {
    expect(["优", "65元", "1,23", "5-10", "1.2.3", "--5", "."].map((t) => cell(t, "分"))).toEqual([
      "优",
      "65元",
      "1,23",
      "5-10",
      "1.2.3",
      "--5",
      ".",
    ]);
    expect([cell("", "分"), cell("\u3000 ", "分")]).toEqual([undefined, undefined]);
  });

  it("keep every digit", () => {
    expect(cell("12345678901234567.89", "元")).toBe("12345678901234567.89");
    expect(cell("0.123456789012345678万", "元")).toBe("1234.56789012345678");
    expect(exactNumber("0.1")).toBe(0.1);
    expect(exactNumber("9".repeat(101))).toBeNull();
  });

  it("hold truth values, names and dates as people write them", () => {
    const truth = (t: string) => readCell(t, { kind: "truth" });
    expect(["是", "√", "Y", "有", "TRUE", "1"].map(truth)).toEqual(Array(6).fill(true));
    expect(["否", "×", "n", "无", "False", "0"].map(truth)).toEqual(Array(6).fill(false));
    expect(truth("也许")).toBe("也许");
    expect(readCell("甲单位、乙单位", { kind: "party" })).toEqual(["甲单位", "乙单位"]);
    expect(readCell("无", { kind: "party" })).toEqual([]);
    expect(readCell('００７；="008"', { kind: "links", subject: "村" })).toEqual(["007", "008"]);
    expect(readCell("007", { kind: "links", subject: "村" })).toBe("007");
    expect(readCell("、", { kind: "links", subject: "村" })).toBe("、");
    expect(readCell('="007"', { kind: "link", subject: "村" })).toBe("007");
    expect(
      ["2018-4-3", "2018.04.03", "２０１８年４月３日", "20180403", "2018/4/3 0:00:00"].map(isoDate),
    ).toEqual(Array(5).fill("2018-04-03"));
    expect(["2018-02-29", "4/3/2018", "2018", "2018-4", "43193"].map(isoDate)).toEqual(Array(5).fill(null));
  });
});

describe("JSON", () => {
  it("means what the platform reads, for every value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.boolean(), (value, pretty) => {
        const text = JSON.stringify(value, null, pretty ? 1 : 0);
        const { value: read, error } = parseJson(text);
        expect(error).toBeNull();
        // Numbers of more than 15 digits stay exact and are compared by their text.
        const plain = JSON.stringify(read, (_, v) => (v?.text !== undefined && v.num ? Number(v.text) : v));
        expect(JSON.parse(plain)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("is refused exactly when the platform refuses it", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"b"',
      "1",
      "-",
      "0.5",
      "01",
      "true",
      "nul",
      " ",
      '"\\u12"',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        const { error } = parseJson(text);
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        if (error?.kind !== "duplicate") expect(error === null).toBe(valid);
      }),
    );
  });

  it("says what is wrong with a number", () => {
    const codes = (text: string) => readJson("a.json", text).problems.map((p) => p.code);
    expect(codes(`[${"9".repeat(101)}]`)).toEqual(["BF4049"]);
    expect(codes("[1.]")).toEqual(["BF4040"]);
    expect(codes("")).toEqual(["BF4042"]);
  });
});

describe("YAML", () => {
  it("keeps numbers exact and ids whole", () => {
    const { document } = readYaml(
      "a.yaml",
      "[1.10, 007, 0x1F, .5, +3, 12345678901234567.89, .inf, 2018-04-23, ~]",
    );
    expect(JSON.parse(JSON.stringify(document?.value))).toEqual([
      1.1,
      "007",
      "0x1F",
      0.5,
      3,
      { num: "1234567890123456789", den: "100", text: "12345678901234567.89" },
      ".inf",
      "2018-04-23",
      null,
    ]);
  });

  it("never throws", () => {
    const pieces = fc.constantFrom(
      "a",
      ": ",
      "- ",
      "\n",
      "  ",
      "&x ",
      "*x",
      "[",
      "]",
      "{",
      "}",
      "? ",
      "|",
      '"',
      "'",
      "!t ",
      "#",
      "\t",
      "---\n",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const { document, problems } = readYaml("a.yaml", parts.join(""));
        expect(document === null).toBe(problems.length > 0);
      }),
    );
  });
});

it("a folder is not a file", () => {
  expect(readText(tmpdir()).problems.map((p) => p.code)).toEqual(["BF4002"]);
});
