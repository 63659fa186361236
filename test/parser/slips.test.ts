import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasErrors } from "../../src/diagnostics/problem.ts";
import { parse } from "../../src/parser/parse.ts";
import { SourceText } from "../../src/source/source-text.ts";

/** One slip, one message: a measure with one token taken out, doubled or swapped, again and again. */
const good = join(import.meta.dirname, "../cases/parser/good");
const text = readFileSync(join(good, "guangxi/input.banfa"), "utf8");
const everything = readFileSync(join(good, "everything/input.banfa"), "utf8");

const read = (s: string) => parse(new SourceText("slip.banfa", s));

function mutants(source: string): string[] {
  const tokens = parse(new SourceText("m", source)).lines.flatMap((l) => l.tokens);
  return tokens.flatMap((token, i) => {
    const { start, end } = token.span;
    const without = source.slice(0, start) + source.slice(end);
    const doubled = `${source.slice(0, end)} ${source.slice(start)}`;
    const next = tokens[i + 1];
    const swapped = next
      ? source.slice(0, start) +
        source.slice(next.span.start, next.span.end) +
        source.slice(end, next.span.start) +
        source.slice(start, end) +
        source.slice(next.span.end)
      : without;
    return [without, doubled, swapped];
  });
}

function messages(sources: readonly string[]): number[] {
  return sources.map((s) => read(s).problems.filter((p) => p.severity === "error").length);
}

describe("a slip", () => {
  for (const [name, source, every] of [
    ["in the example", text, 2],
    ["in every construct", everything, 11],
  ] as const)
    test(`${name} costs one message`, () => {
      const broken = messages(mutants(source).filter((_, i) => i % every === 0)).filter((n) => n > 0);
      const mean = broken.reduce((a, b) => a + b, 0) / broken.length;
      const several = broken.filter((n) => n > 1).length / broken.length;
      expect(broken.sort((a, b) => a - b)[Math.floor(broken.length / 2)]).toBe(1);
      expect(mean).toBeLessThan(1.25);
      expect(several).toBeLessThan(0.1);
    });

  test("leaves the statements of other lines in place", () => {
    const whole = read(text).file.body.length;
    for (const source of mutants(text).slice(0, 150))
      expect(read(source).file.body.length).toBeGreaterThan(whole - 4);
  });
});

describe("any text", () => {
  test("gives a tree and never throws", () => {
    const words =
      "办法 第一条 (一) 1. 依 评定 为 的 , : ; 。 ( ) 或 且 非 得分 90分以上 有下列情形之一 对 本人 评为 不称职 = + - 「 “ 【 | 前3名 其余 每 若 则 否则 对象 程序 每月10日前 修改 注: # \n \t".split(
        " ",
      );
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom(...words, "\n", " "), fc.string({ unit: "grapheme", maxLength: 4 })),
          { maxLength: 60 },
        ),
        (parts) => {
          const source = parts.join("");
          const result = read(source);
          for (const p of result.problems) {
            expect(p.span!.start).toBeGreaterThanOrEqual(0);
            expect(p.span!.end).toBeLessThanOrEqual(source.length);
          }
          if (result.file.body.length === 0 && /[^\s#]/.test(source))
            expect(hasErrors(result.problems) || result.lines.length >= 0).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("nested without end is refused, not run into the ground", () => {
    for (const opener of ["(", "非 ", "上年 ", "若 甲 则 ", "连续2年 ", "最高(", "-"]) {
      const result = read(`办法 甲\n第一条 得分 = ${opener.repeat(20_000)}1`);
      expect(result.problems.length).toBe(1);
    }
    const scopes = read(`办法 甲\n第一条 ${"村: ".repeat(5000)}宣示`);
    expect(scopes.file.body.length).toBeGreaterThan(0);
  });

  test("of five megabytes and more is refused", () => {
    expect(read("甲".repeat(5_000_001)).problems.map((p) => p.code)).toEqual(["BF1010"]);
  });

  test("of a million characters is read in time that grows with its length", () => {
    const long = `${text}\n${"第九十九条 综合得分 低于70分 的,评为 不称职\n".repeat(10_000)}`;
    expect(read(long).problems).toEqual([]);
  }, 20_000);
});
