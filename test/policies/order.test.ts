import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { load } from "../../src/compiler/emit/load.ts";
import type { Measure } from "../../src/compiler/ir/ir.ts";
import type { Item, MeasureFile, Section } from "../../src/parser/ast.ts";
import { parse } from "../../src/parser/parse.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { comparableFromResult, diff } from "../reference/reference.ts";
import { casesOf, root } from "./support.ts";

/**
 * Clauses commute, in every measure that ships: articles and the items of condition lists are written in
 * another order, and every case comes out the same. Labels move with their text, so citations stay.
 */

const MEASURES = ["guangxi", "xizang", "yanglousi", "nandan", "yingshan", "jiange"];

for (const name of MEASURES) {
  describe(`policies/${name}, reordered`, () => {
    const path = `policies/${name}/measure.banfa`;
    const text = readFileSync(join(root, path), "utf8");
    const original = measureOf(text);
    const { cases } = casesOf(`policies/${name}/cases.yaml`, original);
    const resultsOf = (measure: Measure) => {
      const program = load(measure);
      return cases.map((test) =>
        comparableFromResult(
          evaluateCohort(program, test.cohort, {
            year: test.year,
            ...(test.date === null ? {} : { date: test.date }),
            parameters: test.parameters.values,
            ...(test.history === null ? {} : { history: test.history }),
          }).result,
        ),
      );
    };
    const expected = resultsOf(original);
    for (const seed of [1, 2, 3])
      it(`gives every case the same result, order ${seed}`, () => {
        const other = reordered(text, seed);
        expect(other).not.toBe(text);
        const actual = resultsOf(measureOf(other));
        cases.forEach((test, i) => {
          expect(diff(expected[i]!, actual[i]!), test.name).toEqual([]);
        });
      });
  });
}

function measureOf(text: string): Measure {
  const { measure, problems } = compile(new SourceText("measure.banfa", text));
  if (!measure) throw new Error(problems.map((p) => p.code).join(" "));
  return measure;
}

/** The text with its articles, and the items of every condition list in them, in another order. */
function reordered(text: string, seed: number): string {
  const { file } = parse(new SourceText("measure.banfa", text));
  const random = generator(seed);
  const sections = file.body.filter((i): i is Section => i.kind === "section");
  const head = text.slice(
    0,
    Math.min(...sections.map((s) => lineStart(text, s.span.start)), chapterStart(text, file)),
  );
  const blocks = sections.map((s) => withItems(text, s, random));
  return `${head}\n${shuffle(blocks, random).join("\n")}\n`;
}

const chapterStart = (text: string, file: MeasureFile): number => {
  const chapter = file.body.find((i) => i.kind === "chapter");
  return chapter ? lineStart(text, chapter.span.start) : text.length;
};

/** A section's text with the items of its condition lists shuffled; nested lists stay as they are. */
function withItems(text: string, section: Section, random: () => number): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === "section") visit(item.body);
      else if (item.kind === "conditional" && item.items.length > 1) {
        const spans = item.items.map((s) => ({
          start: lineStart(text, s.span.start),
          end: lineEnd(text, s.span.end),
        }));
        const texts = shuffle(
          spans.map((s) => text.slice(s.start, s.end)),
          random,
        );
        spans.forEach((s, i) => {
          edits.push({ ...s, text: texts[i]! });
        });
      }
    }
  };
  visit([section]);
  const start = lineStart(text, section.span.start);
  let out = text.slice(start, lineEnd(text, section.span.end));
  for (const e of edits.sort((a, b) => b.start - a.start))
    out = out.slice(0, e.start - start) + e.text + out.slice(e.end - start);
  return out;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};

function shuffle<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

/** A small linear congruential generator: the same orders on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
