import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Problem, problem } from "../../src/diagnostics/problem.ts";
import {
  inOrder,
  renderProblem,
  renderProblemLine,
  renderProblems,
  summary,
  tally,
} from "../../src/diagnostics/render.ts";
import { problemToJson } from "../../src/diagnostics/render-json.ts";
import { ansiPaint } from "../../src/diagnostics/render-paint.ts";
import { withoutColour } from "../../src/diagnostics/width.ts";
import { SourceText } from "../../src/source/source-text.ts";

const TEXT = "办法 甲\n第一条\n\t依 综合得分 评定 等次:\n  90分以上 为 优秀\n  90分以下 为 良好\n";
const source = new SourceText("m.banfa", TEXT);

function spanOf(part: string, text = TEXT) {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

/** Any catalogue entry does; what is tested is the layout. */
function sample(extras: Parameters<typeof problem>[2]): Problem {
  return problem("BF9004", { option: "--year", value: "十八", expected: "2018", expectedEn: "2018" }, extras);
}

const zh = { language: "zh" } as const;
const en = { language: "en" } as const;

describe("renderProblem", () => {
  it("underlines wide characters by columns and expands tabs", () => {
    expect(renderProblem(sample({ span: spanOf("综合得分") }), source, zh)).toBe(
      [
        "m.banfa:3:4: 错误 BF9004: --year 不能是“十八”。",
        "  |",
        "3 |     依 综合得分 评定 等次:",
        "  |        ^^^^^^^^",
        "  = 建议：请填写2018。",
      ].join("\n"),
    );
  });

  it("shows related places, fixes and acceptances, in English too", () => {
    const p: Problem = {
      ...sample({
        span: spanOf("90分以上"),
        related: [{ span: spanOf("90分以下"), zh: "与此行重叠", en: "overlaps this row" }],
        fixes: [{ zh: "90分以下(不含)", en: "90分以下(不含)", edits: [] }],
      }),
      accepted: "会议纪要",
    };
    expect(renderProblem(p, source, en)).toBe(
      [
        "m.banfa:4:3: error BF9004: --year cannot be “十八”.",
        "  |",
        "4 |   90分以上 为 优秀",
        "  |   ^^^^^^^^",
        "  = m.banfa:5:3: overlaps this row",
        "  |",
        "5 |   90分以下 为 良好",
        "  |   --------",
        "  = help: Give 2018.",
        "  = fix: 90分以下(不含)",
        "  = accepted: 会议纪要",
      ].join("\n"),
    );
  });

  it("lines up the excerpts of a problem, and lists what is too much to show", () => {
    const many = Array.from({ length: 12 }, (_, i) => `第${i + 1}行\n`).join("");
    const line = (n: number) => ({ span: spanOf(`第${n}行`, many), zh: "这里要用", en: "needed here" });
    const p = sample({ span: spanOf("第2行", many), related: [3, 11, 4, 5, 12].map(line) });
    expect(renderProblem(p, new SourceText("m.banfa", many), zh)).toBe(
      [
        "m.banfa:2:1: 错误 BF9004: --year 不能是“十八”。",
        "   |",
        " 2 | 第2行",
        "   | ^^^^^",
        "   = m.banfa:3:1: 这里要用",
        "   |",
        " 3 | 第3行",
        "   | -----",
        "   = m.banfa:11:1: 这里要用",
        "   |",
        "11 | 第11行",
        "   | ------",
        "   = m.banfa:4:1: 这里要用",
        "   |",
        " 4 | 第4行",
        "   | -----",
        "   = 这里要用，另有 2 处：第 5、12 行",
        "   = 建议：请填写2018。",
      ].join("\n"),
    );
    expect(renderProblem(p, new SourceText("m.banfa", many), en)).toContain(
      "= needed here: 2 more, line 5, 12\n",
    );
  });

  it("underlines the columns a terminal shows, whatever stands before", () => {
    const WIDTHS = {
      a: 1,
      甲: 2,
      "e\u0301": 1,
      "😀": 2,
      Ａ: 2,
      "（": 2,
      ｱ: 1,
      각: 2,
      "“": 1,
      "\t": 0,
    } as const;
    const piece = fc.constantFrom(...(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]));
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        (before, inside) => {
          const columns = (from: number, pieces: typeof before) =>
            pieces.reduce((at, c) => at + (c === "\t" ? 4 - (at % 4) : WIDTHS[c]), from);
          const text = `${before.join("")}${inside.join("")}。`;
          const span = { start: before.join("").length, end: text.length - 1 };
          const under = renderProblem(sample({ span }), new SourceText("m", text), zh).split("\n")[3]!;
          const start = columns(0, before);
          expect(under).toBe(`  | ${" ".repeat(start)}${"^".repeat(columns(start, inside) - start)}`);
        },
      ),
    );
  });

  it("marks a span over several lines, an empty one, and one at the end of the text", () => {
    const several = renderProblem(
      sample({ span: { start: TEXT.indexOf("90分以上"), end: TEXT.length - 1 } }),
      source,
      zh,
    );
    expect(several).toContain("  |   ^^^^^^^^^^^^^^^^ …5:13");
    const end = renderProblem(sample({ span: { start: TEXT.length, end: TEXT.length } }), source, zh);
    expect(end).toContain("m.banfa:6:1: ");
    expect(end).toContain("6 |\n  | ^");
  });

  it("cuts a long line around the spot", () => {
    const long = `${"甲".repeat(200)}、乙错、${"丙".repeat(200)}`;
    const text = renderProblem(sample({ span: spanOf("乙错", long) }), new SourceText("long.banfa", long), {
      ...zh,
      columns: 60,
    });
    const [, , line, under] = text.split("\n");
    expect(line).toMatch(/^1 \| …甲+、乙错、丙+…$/);
    expect(under!.indexOf("^^^^")).toBeGreaterThan(20);
  });

  it("makes control characters of the user's text visible", () => {
    const evil = "评为 \u202e优秀\u001b[2J";
    const text = renderProblem(
      problem(
        "BF9001",
        { command: "\u001b[31m", commands: "", commandsEn: "", hint: "", hintEn: "" },
        { span: spanOf("优秀", evil) },
      ),
      new SourceText("e.banfa", evil),
      zh,
    );
    expect(text).not.toMatch(/[\u001b\u202e]/);
    expect(text).toContain("评为 <U+202E>优秀<U+001B>[2J");
  });

  it("names file, row, subject and field of data", () => {
    const p = sample({ data: { file: "d.csv", row: 3, field: "县", subject: "A-1" } });
    expect(renderProblemLine(p, null, zh)).toBe(
      "d.csv:3（对象 A-1，字段 县）: 错误 BF9004: --year 不能是“十八”。",
    );
    expect(renderProblem(p, null, en)).toBe(
      "d.csv:3 (subject A-1, field 县): error BF9004: --year cannot be “十八”.\n  help: Give 2018.",
    );
  });

  it("says the same with colours", () => {
    const p = sample({ span: spanOf("综合得分") });
    const coloured = renderProblem(p, source, { ...zh, paint: ansiPaint });
    expect(coloured).toContain("\u001b[31m^^^^^^^^\u001b[39m");
    expect(withoutColour(coloured)).toBe(renderProblem(p, source, zh));
  });
});

describe("lists of problems", () => {
  const problems = [
    sample({ span: spanOf("90分以下") }),
    sample({ span: spanOf("90分以上") }),
    { ...sample({}), severity: "warning" as const },
    { ...sample({}), severity: "warning" as const, accepted: "会议纪要" },
  ];

  it("come in the order of their places", () => {
    expect(inOrder(problems).map((p) => p.span?.start ?? -1)).toEqual([-1, -1, 26, 39]);
    expect(renderProblems(problems, source, zh).split("\n\n")).toHaveLength(4);
  });

  it("are summed up", () => {
    expect(tally(problems)).toEqual({ errors: 2, warnings: 1, infos: 0, accepted: 1 });
    expect(summary(problems, zh)).toBe("2 个错误，1 个警告，1 个已认可");
    expect(summary(problems, en)).toBe("2 errors, 1 warning, 1 accepted");
    expect(summary([], zh)).toBe("没有错误");
    expect(summary([], en)).toBe("no errors");
  });
});

describe("problemToJson", () => {
  it("gives places as numbers and leaves out what is absent", () => {
    expect(problemToJson(sample({ span: spanOf("90分以上") }), source, "en")).toEqual({
      code: "BF9004",
      severity: "error",
      title: "Wrong value of an option",
      message: "--year cannot be “十八”.",
      help: "Give 2018.",
      parameters: { option: "--year", value: "十八", expected: "2018", expectedEn: "2018" },
      place: { file: "m.banfa", line: 4, column: 3, endLine: 4, endColumn: 8 },
    });
    expect(Object.keys(problemToJson(sample({ data: { file: "d.csv", row: 2 } }), null, "zh"))).toContain(
      "data",
    );
  });
});
