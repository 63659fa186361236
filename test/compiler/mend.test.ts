import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { mend } from "../../src/compiler/mend.ts";
import { SourceText } from "../../src/source/source-text.ts";

/** Repairing a measure by its fixes: fewer errors, never more, and nothing left to do the second time. */

const cases = join(import.meta.dirname, "../cases");
const inputs = ["check/bad", "check/good", "parser/bad"].flatMap((area) =>
  readdirSync(join(cases, area)).map((name) => join(area, name, "input.banfa")),
);

const errors = (text: string) =>
  compile(new SourceText("m", text)).problems.filter((p) => p.severity === "error");

describe("mending", () => {
  it.each(inputs)("%s", (name) => {
    const source = new SourceText("m", readFileSync(join(cases, name), "utf8"));
    const { text, applied } = mend(source);
    expect(errors(text).length).toBeLessThanOrEqual(errors(source.text).length);
    if (applied.length === 0) expect(text).toBe(source.text);
    expect(mend(new SourceText("m", text))).toMatchObject({ text, applied: [] });
  });

  it("repairs one place once, however many problems stand there", () => {
    const text =
      "办法 甲\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n第一条 总分 = 得\u200b芬 + 5分\n";
    const { text: mended, applied } = mend(new SourceText("m", text));
    expect(applied.map((r) => r.problem.code)).toEqual(["BF1001", "BF2001"]);
    expect(mended).toContain("第一条 总分 = 得分 + 5分\n");
  });

  it("leaves what a project does not want to hear of", () => {
    const text = "办法 甲\n对象 村,标识 编号\n  编号: 文字\n  得分: 0至100分\n第一条 总分 = 得芬 + 5分\n";
    expect(mend(new SourceText("m", text), () => []).text).toBe(text);
  });
});
