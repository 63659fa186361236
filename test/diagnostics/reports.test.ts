import { Ajv } from "ajv";
import * as formats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { type Problem, problem } from "../../src/diagnostics/problem.ts";
import { renderReport } from "../../src/diagnostics/reports/render-report.ts";
import { REPORT_FORMATS, type ReportPart } from "../../src/diagnostics/reports/report.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { SARIF } from "./sarif-subset.ts";

const options = { version: "1.2.3" };

const MEASURE = `办法 村考核
认可 BF5101 “<以后>用 & 再说”
措施 惩处: 约谈
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
第一条
  等次 等次 由高到低 好、差
  依 得分 评定 等次:
    80分以上 为 好
    不满80分 为 差
第二条
`;

function part(text: string, name = "办法 1.banfa"): ReportPart {
  const source = new SourceText(name, text);
  return { name, source, problems: compile(source).problems, language: "zh" };
}

/** A problem with hostile text in every place that is shown. */
const hostile = (text: string): Problem =>
  problem("BF4064", { field: text, value: text, range: text, shown: text } as never, {
    data: { file: text, row: 3, field: text, subject: text },
  });

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      "%",
      "\n",
      "\r",
      ":",
      ",",
      "::",
      "]]>",
      "&",
      "<",
      '"',
      "'",
      "\u0000",
      "\ud800",
      "中",
    ),
  }),
);

describe("SARIF", () => {
  const ajv = new Ajv({ strict: true, allErrors: true });
  formats.default.default(ajv);
  const validate = ajv.compile(SARIF);
  const log = (parts: readonly ReportPart[]) => JSON.parse(renderReport("sarif", parts, options));

  it("has the official shape", () => {
    const broken = part(MEASURE.replace("依 得分", "依 的分"));
    for (const parts of [
      [],
      [part(MEASURE)],
      [broken],
      [broken, { ...part(MEASURE), language: "en" as const }],
    ]) {
      const made = log(parts);
      validate(made);
      expect(validate.errors).toBeNull();
    }
  });

  it("keeps to it whatever the texts hold", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const made = log([{ name: text, source: null, problems: [hostile(text)], language: "en" }]);
        validate(made);
        // A file without a name cannot be named; everything else must hold.
        if (text !== "") expect(validate.errors).toBeNull();
      }),
    );
  });

  it("suppresses what was accepted, with the reason, and points each result to its rule", () => {
    const [run] = log([part(MEASURE)]).runs;
    const accepted = run.results.find((r: { ruleId: string }) => r.ruleId === "BF5101");
    expect(accepted.suppressions).toEqual([{ kind: "inSource", justification: "<以后>用 & 再说" }]);
    for (const r of run.results) expect(run.tool.driver.rules[r.ruleIndex].id).toBe(r.ruleId);
    for (const r of run.tool.driver.rules)
      expect(r.helpUri).toMatch(/#docs\/diagnostics\/BF\d{4}\.zh-CN\.md$/);
  });

  it("writes paths as addresses", () => {
    const uri = (name: string) =>
      log([part(MEASURE, name)]).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri;
    expect(uri("政策/a b.banfa")).toBe("%E6%94%BF%E7%AD%96/a%20b.banfa");
    expect(uri("/tmp/x.banfa")).toBe("file:///tmp/x.banfa");
    expect(uri("C:\\办法\\x.banfa")).toBe("file:///C:/%E5%8A%9E%E6%B3%95/x.banfa");
  });
});

describe("GitHub's commands", () => {
  it("are one command a problem, whatever the texts hold", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const out = renderReport(
          "github",
          [{ name: text, source: null, problems: [hostile(text)], language: "zh" }],
          options,
        );
        expect(out.split(/[\r\n]/)).toHaveLength(2);
        // Nothing before the separator can end the properties or start another one.
        const properties = /^::error ([^:]*)::/.exec(out)?.[1] ?? "";
        expect(properties.split(",").map((p) => p.split("=")[0])).toEqual(["file", "line", "title"]);
      }),
    );
  });
});

describe("plain lines", () => {
  it("are one a problem, with a place first, and leave out what was accepted", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const problems = [hostile(text), { ...hostile(text), accepted: "yes" }];
        const out = renderReport("plain", [{ name: text, source: null, problems, language: "zh" }], options);
        expect(out.match(/\n/g)).toHaveLength(1);
        expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
      }),
    );
    expect(renderReport("plain", [part(MEASURE.replace("依 得分", "依 的分"))], options)).toContain(
      "办法 1.banfa:9:5: error BF2001: 没有叫“的分”的名称。\n",
    );
  });
});

/** Well-formedness as far as it can go wrong here: tags that match, quoted attributes, known entities. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  let rest = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  while (rest !== "") {
    const text = /^(?:[^<&>]|&(?:amp|lt|gt|quot|apos|#\d+);)+/.exec(rest);
    const tag = /^<(\/?)([a-z-]+)((?: [a-z]+="(?:[^"<&]|&(?:amp|lt|gt|quot|apos|#\d+);)*")*)(\/?)>/.exec(
      rest,
    );
    if (text) rest = rest.slice(text[0].length);
    else if (tag) {
      rest = rest.slice(tag[0].length);
      if (tag[1] === "/") {
        if (open.pop() !== tag[2]) return false;
      } else if (tag[4] !== "/") open.push(tag[2]!);
    } else return false;
  }
  return (
    open.length === 0 && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(xml)
  );
}

describe("JUnit", () => {
  it("is well-formed whatever the texts hold", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = [
          {
            name: text,
            source: null,
            problems: [hostile(text)],
            language: "zh" as const,
            cases: [{ name: text, problems: [] }],
          },
        ];
        expect(wellFormed(renderReport("junit", parts, options))).toBe(true);
      }),
    );
  });

  it("fails for errors, and for warnings when told so", () => {
    const failures = (failOn: "error" | "warning") =>
      /failures="(\d+)"/.exec(renderReport("junit", [{ ...part(MEASURE), failOn }], options))?.[1];
    expect(failures("error")).toBe("0");
    expect(Number(failures("warning"))).toBeGreaterThan(0);
  });

  it("shows a clean file as one test that passed", () => {
    const clean = { ...part(MEASURE), problems: [] };
    expect(renderReport("junit", [clean], options)).toContain(
      '<testcase name="办法 1.banfa" classname="办法 1.banfa"/>',
    );
  });
});

it.each(REPORT_FORMATS)("%s gives the same bytes for the same findings", (format) => {
  const once = () => renderReport(format, [part(MEASURE)], options);
  expect(once()).toBe(once());
});
