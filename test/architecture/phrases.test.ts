/**
 * The parts of messages: hints, words, labels of other places and titles of fixes. They stand in tables of the
 * catalogue, whoever finds a problem names them by key, and nothing of a problem is worded anywhere else.
 */
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as keywords from "../../src/parser/keywords.ts";
import { PHRASE_TABLES, PHRASES } from "./phrase-tables.ts";
import { sources, treeOf } from "./sources.ts";

const TABLES = Object.fromEntries(Object.entries(PHRASE_TABLES).filter(([table]) => table !== "caseWords"));
const entries = PHRASES.filter(({ table }) => table in TABLES);

/** Without the suffix of a parameter that is itself a text in one language (`what`, `whatEn`). */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!.replace(/En$/, "")))].sort();

const outside = sources.filter((s) => !/^src\/diagnostics\/(?:catalogue|explanations)\//.test(s));

/** What has both languages beside each other and is no part of a problem. */
const NO_PART_OF_A_PROBLEM: readonly (readonly [RegExp, string])[] = [
  [/^src\/cli\//, "what a command says of its own doing, and its help"],
  [/^src\/report\//, "pages and tables of results and of measures"],
  [/^src\/diff\//, "what has changed between two versions"],
  [/^src\/prove\/(?:properties\/sentences|verdict)\.ts$/, "what was proved"],
  [/^src\/runtime\//, "reasons of results and words of data; the runtime imports nothing outside itself"],
  [/^src\/parser\/keywords\.ts$/, "the words of the language"],
  [/^src\/compiler\/ir\/from-ast\/recorded\.ts$/, "decisions as a result records them"],
  [/^src\/compiler\/findings\/effective-date\.ts$/, "the date that a fix writes into the measure"],
  [/^src\/compiler\/emit\/schema-from-ir\.ts$/, "values that a schema of data accepts"],
  [/^src\/facts\/data-schema\.ts$/, "names of columns"],
  [/^src\/data\/(?:cells|progress-log)\.ts$/, "words of data files that are read"],
  [
    /^src\/data\/(?:results-out|schedule-out|marked-files|workbook-data)\.ts$/,
    "columns and sheets of files that are written",
  ],
  [/^src\/data\/template\/form-words\.ts$/, "forms to fill in"],
  [/^src\/diagnostics\/families\.ts$/, "names of the families of codes"],
  [/^src\/diagnostics\/render\.ts$/, "the frame around every message"],
];

const LANGUAGE = new Set(
  [
    ...keywords.CHINESE.keys(),
    ...keywords.ENGLISH.keys(),
    ...[keywords.TYPE_WORDS, keywords.FUNCTION_WORDS, keywords.SPECIAL_WORDS, keywords.UNIT_WORDS].flatMap(
      (pairs) => pairs.flat(),
    ),
  ].map(String),
);

/** Words of the language and calls of commands are to be written as they are, in any language of messages. */
const isToBeWritten = (text: string): boolean =>
  LANGUAGE.has(text.replaceAll("\0", "").trim()) || /^(?:banfa |--)/.test(text);

const isText = (node: ts.Node | undefined): node is ts.StringLiteralLike | ts.TemplateExpression =>
  node !== undefined && (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node));

/** What a literal says itself, with \0 for what is put in. */
const said = (node: ts.StringLiteralLike | ts.TemplateExpression): string =>
  ts.isStringLiteralLike(node)
    ? node.text
    : [node.head.text, ...node.templateSpans.map((s) => s.literal.text)].join("\0");

function wordsIn(node: ts.Node, leaveOut: (node: ts.Node) => boolean = () => false): string[] {
  if (leaveOut(node)) return [];
  const found = isText(node) ? [said(node)] : [];
  ts.forEachChild(node, (child) => void found.push(...wordsIn(child, leaveOut)));
  return found.filter((text) => !isToBeWritten(text));
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const isEnglish = (text: string): boolean => /[A-Za-z]{2,} [a-z]/.test(text);

/** Every node of the sources that the rule speaks against, as `file:line what`. */
function against(files: readonly string[], rule: (node: ts.Node) => string | null): string[] {
  return files.flatMap((path) => {
    const file = treeOf(path);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const what = rule(node);
      if (what !== null)
        found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

/** Calls that make a problem: `problem("BF…", {…})`, `lowering.report("BF…", {…})`. */
const isProblem = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  /(?:^|\.)(?:problem|report)$/.test(node.expression.getText()) &&
  isText(node.arguments[0]) &&
  /^BF\d{4}$/.test(said(node.arguments[0]));

/** The key of a phrase, and the name of the parameter it is for. */
const isKey = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) &&
  /^(?:hinted|worded|phrase|labelled|titled|unsaid|inMessage|alike)$/.test(
    node.parent.expression.getText(),
  ) &&
  isText(node);

describe("the parts of messages", () => {
  it("say everything in both languages, with the same figures", () => {
    for (const { name, phrase } of entries) {
      expect(
        [phrase.zh, phrase.en].every((t) => t.trim() !== ""),
        `${name} is complete`,
      ).toBe(true);
      expect(placeholders(phrase.zh), `${name} placeholders`).toEqual(placeholders(phrase.en));
      if (/[A-Za-z]{2}/.test(phrase.en.replace(/\{\w+\}/g, "")))
        expect(phrase.zh, name).toMatch(/\p{Script=Han}/u);
    }
  });

  it("are whole sentences as hints, and none as labels and titles", () => {
    for (const { table, name, phrase } of entries) {
      if (table === "hints") {
        expect(phrase.zh, name).toMatch(/[。？]$/);
        expect(phrase.en, name).toMatch(/^(?:[A-Z]|“).*[.?]$/);
      }
      if (table === "labels" || table === "fixTitles") {
        expect(phrase.zh, name).not.toMatch(/[。！]$/);
        expect(phrase.en, name).not.toMatch(/[.!]$/);
      }
      if (table === "fixTitles") expect(phrase.en, name).toMatch(/^(?:[A-Z]|\{)/);
    }
  });

  it("say nothing twice", () => {
    for (const [table, phrases] of Object.entries(TABLES)) {
      const texts = Object.values(phrases).map((p) => `${p.zh} | ${p.en}`);
      expect(
        texts.filter((t, i) => texts.indexOf(t) !== i),
        table,
      ).toEqual([]);
    }
  });

  it("are all used", () => {
    const used = new Set<string>();
    against(outside, (node) => {
      if (ts.isStringLiteralLike(node)) used.add(node.text);
      return null;
    });
    expect(entries.filter(({ key }) => !used.has(key)).map((e) => e.name)).toEqual([]);
  });
});

describe("problems", () => {
  it("are given no words of their own, but for those of the language and of the user", () => {
    const found = against(outside, (node) => {
      if (!isProblem(node) || node.arguments[1] === undefined) return null;
      const own = wordsIn(node.arguments[1], isKey).filter((t) => isHan(t) || isEnglish(t));
      return own.length === 0 ? null : own.join(" | ");
    });
    expect(found).toEqual([]);
  });

  it("have no pair of parameters that is worded on the spot", () => {
    const found = against(outside, (node) =>
      ts.isPropertyAssignment(node) &&
      /[a-z]En$/.test(node.name.getText()) &&
      wordsIn(node.initializer).some((t) => /[a-z]{2}/.test(t) && t !== "en")
        ? node.getText()
        : null,
    );
    expect(found).toEqual([]);
  });

  const rest = outside.filter((s) => !NO_PART_OF_A_PROBLEM.some(([path]) => path.test(s)));

  it("find hints, labels and titles in the catalogue: no text stands beside its translation elsewhere", () => {
    const found = against(rest, (node) => {
      if (ts.isObjectLiteralExpression(node)) {
        const both = node.properties.filter((p) => /^(?:zh|en)$/.test(p.name?.getText() ?? ""));
        return both.length === 2 && both.some((p) => wordsIn(p).some((t) => /\p{L}/u.test(t)))
          ? node.getText()
          : null;
      }
      const list = ts.isCallExpression(node)
        ? node.arguments
        : ts.isArrayLiteralExpression(node)
          ? node.elements
          : [];
      const pair = list.find((a, i) => {
        const b = list[i + 1];
        if (!isText(a) || !isText(b) || isToBeWritten(said(a)) || isToBeWritten(said(b))) return false;
        return isHan(said(a)) && !isHan(said(b)) && /[a-z]{2}/.test(said(b));
      });
      return pair ? node.getText() : null;
    });
    expect(found).toEqual([]);
  });

  it("leave out only what has both languages for another reason", () => {
    const unused = NO_PART_OF_A_PROBLEM.filter(([path]) => !sources.some((s) => path.test(s)));
    expect(unused).toEqual([]);
  });
});
