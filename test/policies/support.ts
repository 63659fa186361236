import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Compilation, compile } from "../../src/compiler/compile.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import { readCases, resolveCases, type TestCase } from "../../src/data/cases.ts";
import type { Problem } from "../../src/diagnostics/problem.ts";
import { dataSchemaOf } from "../../src/facts/data-schema.ts";
import { SourceText } from "../../src/source/source-text.ts";

export const root = join(import.meta.dirname, "../..");

export function compileFile(path: string): Compilation {
  return compile(new SourceText(path, readFileSync(join(root, path), "utf8")));
}

/** Every finding in a measure, of whatever kind, that no acceptance covers: code and line. */
export function openFindings(path: string): string[] {
  const source = new SourceText(path, readFileSync(join(root, path), "utf8"));
  return compile(source)
    .problems.filter((p) => p.accepted === undefined)
    .map((p) => `${p.code} ${p.span ? source.position(p.span.start).line : 0}`);
}

export function measureOf(path: string): Measure {
  const { measure, problems } = compileFile(path);
  if (measure === null) throw new Error(`${path}: ${problems.map((p) => p.code).join(" ")}`);
  return measure;
}

export function casesOf(
  path: string,
  measure: Measure,
): { cases: readonly TestCase[]; problems: readonly Problem[] } {
  const { file, problems } = readCases(join(root, path));
  if (file === null) return { cases: [], problems };
  const resolved = resolveCases(file, dataSchemaOf(measure));
  return { cases: resolved.cases, problems: [...problems, ...resolved.problems] };
}

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 26 → 二十六; up to 99. */
export function han(n: number): string {
  const tens = Math.floor(n / 10);
  return `${tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`}${DIGITS[n % 10]}`;
}

/** `第九条` with `(一)` … `(八)`. */
export function items(article: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${article}(${han(i + 1)})`);
}

/** `第七条(一)` with `1` … `4`. */
export function points(item: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${item}${i + 1}`);
}
