import { expect, it } from "vitest";
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

/**
 * Codes of the compiler (BF1 to BF3) without an example, and why; each has a case in `test/cases`. Codes from BF4
 * on speak of data, files and command lines, which no line of a measure shows.
 */
const WITHOUT_LINES: Readonly<Record<string, string>> = {
  BF1010: "a file of more than the permitted size",
  BF1011: "brackets nested past the limit",
  BF1012: "a formula past the limit",
  BF1057: "an amendment, which needs a base measure",
  BF2030: "definitions nested past the limit",
  BF2901: "what is not supported changes from version to version",
  BF2904: "it takes a second file",
  BF2905: "it takes a second file",
  BF2906: "it takes a second file",
  BF2907: "it takes a second file",
  BF2908: "it takes a second file",
  BF2909: "it takes a second file",
  BF2910: "it takes a second file",
  BF2911: "it takes a second file",
  BF2912: "it takes a second file",
  BF2913: "it takes a second file",
  BF2914: "it takes a second file",
  BF2916: "it takes a second file",
  BF2917: "it takes a second file",
  BF2918: "it takes a second file",
  BF2919: "it takes a second file",
  BF2920: "it takes a second file",
  BF2922: "it takes a second file",
  BF2923: "it takes a second file",
  BF2930: "it takes a second file",
  BF2931: "it takes a second file",
  BF2932: "it takes a second file",
  BF3123: "conditions over some twenty fields",
  BF3127: "classes over some ten fields",
  BF3192: "it comes only beside BF3116, an error",
  BF3199: "it comes only beside BF3116, an error",
};

const entries = Object.entries(explanations);
const examples = entries.flatMap(([code, { example }]) => (example ? [{ code, example }] : []));

it("shows lines for every code of the compiler that lines can show", () => {
  const compilers = entries.filter(([code, { example }]) => /^BF[123]/.test(code) && !example);
  expect(compilers.map(([code]) => code).filter((code) => !(code in WITHOUT_LINES))).toEqual([]);
});

it.each(entries)("%s is explained in both languages, in a few paragraphs", (_, explanation) => {
  for (const text of [explanation.zh, explanation.en]) {
    expect(text.split("\n\n").length).toBeLessThanOrEqual(3);
    expect(text.trim()).toBe(text);
  }
  expect(explanation.zh).toMatch(/\p{Script=Han}/u);
  expect(explanation.zh.length).toBeGreaterThan(20);
  expect(explanation.en.length).toBeGreaterThan(40);
});

it.each(examples)("$code shows lines that are wrong and right as it says", ({ code, example }) => {
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
