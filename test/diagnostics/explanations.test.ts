import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { lookUp } from "../../src/diagnostics/catalogue/index.ts";
import { measureOf } from "../../src/diagnostics/explanations/explanation.ts";
import { explanations } from "../../src/diagnostics/explanations/index.ts";
import { SourceText } from "../../src/source/source-text.ts";

/** An explanation cannot show what is not so: its wrong lines raise its code and its right lines do not. */

function found(text: string) {
  const { problems } = compile(new SourceText("example.banfa", text));
  const open = problems.filter((p) => p.accepted === undefined);
  const codes = (severity: string) => open.filter((p) => p.severity === severity).map((p) => p.code);
  return { errors: codes("error"), all: open.map((p) => p.code) };
}

const entries = Object.entries(explanations);

describe.each(entries)("%s", (code, explanation) => {
  it("is explained in both languages, in a few paragraphs", () => {
    for (const text of [explanation.zh, explanation.en]) {
      expect(text.split("\n\n").length).toBeLessThanOrEqual(3);
      expect(text.trim()).toBe(text);
    }
    expect(explanation.zh).toMatch(/\p{Script=Han}/u);
    expect(explanation.zh.length).toBeGreaterThan(20);
    expect(explanation.en.length).toBeGreaterThan(40);
  });

  it.runIf(explanation.example)("shows lines that are wrong and right as it says", () => {
    const example = explanation.example!;
    const wrong = found(measureOf(example, "wrong"));
    if (lookUp(code)?.severity === "error") expect(wrong.errors).toEqual([code]);
    else {
      expect(wrong.errors).toEqual([]);
      expect(wrong.all).toContain(code);
    }
    const right = found(measureOf(example, "right"));
    expect(right.errors).toEqual([]);
    expect(right.all).not.toContain(code);
  });
});
