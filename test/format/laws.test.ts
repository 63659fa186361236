import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { format } from "../../src/format/format.ts";
import { firstDifference } from "../../src/format/same-tree.ts";
import { parse } from "../../src/parser/parse.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { Tape, tapeNumbers } from "../generators/tape.ts";
import { arbitraryMeasureText } from "../generators/text.ts";
import { render } from "../generators/text-blocks.ts";
import { runs } from "../laws/runs.ts";
import { corpus } from "./corpus.ts";
import { annotate, perturb } from "./perturb.ts";

/** What holds of every measure: those of the repository, and generated ones. */

/** A tape over a whole measure takes hours to shrink; the failing line is in the message anyway. */
const unshrunk = { ...runs(16), endOnFailure: true };
const anyOf = fc.nat({ max: corpus.length - 1 });

function formatted(source: SourceText, keywords?: "zh" | "en"): SourceText {
  const { text, problems } = format(source, keywords ? { keywords } : {});
  expect(problems.filter((p) => p.severity === "error")).toEqual([]);
  return new SourceText(source.name, text!);
}

function checkLaws(source: SourceText): void {
  const once = formatted(source);
  expect(formatted(once).text).toBe(once.text);
  expect(firstDifference(parse(source).file, parse(once).file)).toBeUndefined();
  expect(once.text).toMatch(/^\S[\s\S]*\S\n$/);
  expect(once.text).not.toMatch(/\r|[ \t]\n|\n\n\n/);
  expect(remarks(once)).toEqual(remarks(source));
  checkConversion(source, once);
}

function checkConversion(source: SourceText, once: SourceText): void {
  const chinese = formatted(source, "zh");
  const english = formatted(source, "en");
  expect(formatted(english, "zh").text).toBe(chinese.text);
  expect(formatted(chinese, "en").text).toBe(english.text);
  if (isChinese(source)) expect(chinese.text).toBe(once.text);
  const difference = firstDifference(parse(source).file, parse(english).file, { acrossLanguages: true });
  expect(difference).toBeUndefined();
}

/** Without a word or a mark of the English spelling: going there and back, nothing may change. */
function isChinese(source: SourceText): boolean {
  const words = parse(source).lines.flatMap((l) => l.tokens.filter((t) => !t.quoted && t.kind !== "Name"));
  return !words.some((t) => t.kind === "Note" || /[A-Za-z&]/.test(t.text));
}

/** Comments and notes in order. */
function remarks(source: SourceText): string[] {
  const { lines } = parse(source);
  const notes = lines.flatMap((l) => l.tokens.filter((t) => t.kind === "Note"));
  const comments = lines.flatMap((l) => l.comments);
  return [...notes, ...comments]
    .sort((a, b) => a.span.start - b.span.start)
    .map((r) => r.text.trimEnd().replace(/^＃/, "#"));
}

describe("every measure of the repository", () => {
  test.each(corpus.map((source) => [source.name, source] as const))("%s", (_, source) => checkLaws(source));
});

describe("a generated measure", () => {
  test("formats to a fixed point with the same meaning", () => {
    fc.assert(
      fc.property(arbitraryMeasureText(), ({ text }) => checkLaws(new SourceText("a.banfa", render(text)))),
      runs(16),
    );
  });

  test("keeps comments, notes and breaks wherever they are", () => {
    let tried = 0;
    fc.assert(
      fc.property(arbitraryMeasureText(), tapeNumbers(600), ({ text }, places) => {
        const noted = new SourceText("a.banfa", annotate(render(text), new Tape(places)));
        if (parse(noted).problems.some((p) => p.severity === "error")) return;
        tried++;
        checkLaws(noted);
      }),
      runs(16),
    );
    expect(tried).toBeGreaterThan(12);
  });

  test("formats to the same text however it was typed", () => {
    fc.assert(
      fc.property(arbitraryMeasureText(), tapeNumbers(400), ({ text }, habits) => {
        const source = new SourceText("a.banfa", render(text));
        const typed = new SourceText("a.banfa", perturb(source.text, new Tape(habits)));
        expect(formatted(typed).text).toBe(formatted(source).text);
      }),
      runs(16),
    );
  });
});

describe("comments, notes and breaks", () => {
  test("survive anywhere in any measure", () => {
    let tried = 0;
    fc.assert(
      fc.property(anyOf, tapeNumbers(3000), (index, places) => {
        const source = corpus[index]!;
        const noted = new SourceText(source.name, annotate(source.text, new Tape(places)));
        if (parse(noted).problems.some((p) => p.severity === "error")) return;
        tried++;
        checkLaws(noted);
      }),
      unshrunk,
    );
    expect(tried).toBeGreaterThan(12);
  });
});

describe("typing habits", () => {
  test("leave no trace in any measure of the repository", () => {
    fc.assert(
      fc.property(anyOf, tapeNumbers(2000), (index, habits) => {
        const source = corpus[index]!;
        // Line ends are one of the habits, so those of the file go first.
        const plain = source.text.replaceAll("\r\n", "\n");
        const typed = new SourceText(source.name, perturb(plain, new Tape(habits)));
        expect(formatted(typed).text).toBe(formatted(source).text);
      }),
      unshrunk,
    );
  });
});
