import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { units } from "../../src/compiler/vocabulary/units.ts";
import {
  FUNCTION_WORDS,
  KEYWORDS,
  SPECIAL_WORDS,
  SPELLINGS_APART,
  TYPE_WORDS,
  UNIT_WORDS,
} from "../../src/parser/keywords.ts";
import { divide, toText } from "../../src/runtime/rational.ts";

/**
 * Parts of the language reference that are lists of what stands in the code: the words of the language, the
 * units, and what cannot be computed yet. On a page such a part stands between two comments; the test writes
 * it anew with `npx vitest run test/docs -u`.
 */

type Language = "zh" | "en";
export const PARTS: Readonly<Record<string, (language: Language) => string>> = {
  keywords: keywordTable,
  units: unitTable,
  "not-supported": notSupported,
};

const START = /^<!-- generated: ([a-z-]+) -->$/m;
const END = "<!-- end -->";

/** The page with its generated parts as the code has them now. */
export function refreshed(page: string, language: Language): string {
  const at = START.exec(page);
  if (!at) return page;
  const part = PARTS[at[1]!];
  const end = page.indexOf(END, at.index);
  if (!part || end < 0) throw new Error(`a generated part “${at[1]}” is not known or does not end`);
  return `${page.slice(0, at.index)}${at[0]}\n\n${part(language)}\n\n${page.slice(end)}`;
}

const cell = (text: string): string => `\`${text.replace(/\|/g, "\\|")}\``;

function keywordTable(language: Language): string {
  const [sort, spellings] = language === "zh" ? ["类", "写法（中文 · 英文）"] : ["kind", "spellings"];
  const groups: (readonly [string, readonly (readonly [string, string])[]])[] = KEYWORDS.map((k) => [
    k.use === "reserved" ? `${k.kind} *` : k.kind,
    k.spellings.map((s) => [s[0], s[1]] as const),
  ]);
  const others = [
    ["Type", TYPE_WORDS],
    ["Function", FUNCTION_WORDS],
    ["Special", SPECIAL_WORDS],
    ["Unit", UNIT_WORDS],
  ] as const;
  for (const [kind, words] of others) groups.push([kind, words.map((w) => [w[0], w[1]] as const)]);
  const apart = (zh: string): string =>
    SPELLINGS_APART.filter((s) => s.zh === zh)
      .map((s) => ` (${cell(s.en)})`)
      .join("");
  const rows = groups.map(
    ([kind, words]) =>
      `| ${kind} | ${words.map(([zh, en]) => `${cell(zh)} ${cell(en)}${apart(zh)}`).join(" · ")} |`,
  );
  return [`| ${sort} | ${spellings} |`, "| --- | --- |", ...rows].join("\n");
}

function unitTable(language: Language): string {
  const head =
    language === "zh" ? ["单位", "同类的基本单位", "等于", "精度"] : ["unit", "base unit", "equals", "step"];
  const rows = units.map((u) => {
    const base = u.dimension === "" ? "1" : u.dimension;
    return `| ${u.name} | ${base} | ${toText(u.factor)} | ${stepText(u.step)} |`;
  });
  return [`| ${head.join(" | ")} |`, "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** A step below a hundredth is that of the base unit: written as a fraction. */
const stepText = (step: (typeof units)[number]["step"]): string =>
  step.den > 100n
    ? `1/${toText(divide({ num: step.den, den: 1n }, { num: step.num, den: 1n }))}`
    : toText(step);

// ─────────────────────────── not supported yet ───────────────────────────

const ROOM = join(import.meta.dirname, "../../src/compiler");

/** Constructs whose words are those of the source: described here once. */
const DESCRIBED: Readonly<Record<string, string>> = {
  "this way of choosing": "分档、按情形里的其他方式（如 分段累计）",
  "trimming, valid votes or a quorum": "测评里的 去掉、有效票、法定人数",
};

function notSupported(language: Language): string {
  const found = new Map<string, string>();
  for (const file of sources(ROOM))
    for (const [zh, en] of reports(file)) if (!found.has(en)) found.set(en, zh);
  const list = [...found].map(([en, zh]) =>
    language === "zh" ? zh : en.includes("(") ? en : `${en} (${zh})`,
  );
  return [...new Set(list)]
    .sort()
    .map((words) => `- ${words}`)
    .join("\n");
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => join(folder, name));

/** Every place in a file that reports BF2901, with the words it uses. */
function reports(path: string): (readonly [zh: string, en: string])[] {
  const text = readFileSync(path, "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: (readonly [string, string])[] = [];
  const reporters = new Set(["unsupported"]);
  const visit = (node: ts.Node): void => {
    // A short name for it: `const no = (a, b) => lowering.unsupported(a, b, span)`.
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer)) {
      const { body } = node.initializer;
      if (ts.isCallExpression(body) && nameOf(body.expression) === "unsupported")
        reporters.add(node.name.getText());
    }
    if (ts.isCallExpression(node) && reporters.has(nameOf(node.expression)))
      found.push(...pairs(node.arguments[0], node.arguments[1], path));
    if (ts.isObjectLiteralExpression(node)) {
      const value = (name: string) =>
        node.properties.find((p) => ts.isPropertyAssignment(p) && p.name.getText() === name);
      const [zh, en] = [value("construct"), value("constructEn")];
      if (zh && en && ts.isPropertyAssignment(zh) && ts.isPropertyAssignment(en))
        found.push(...pairs(zh.initializer, en.initializer, path));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const nameOf = (e: ts.Expression): string =>
  ts.isPropertyAccessExpression(e) ? e.name.text : ts.isIdentifier(e) ? e.text : "";

function pairs(
  zh: ts.Expression | undefined,
  en: ts.Expression | undefined,
  path: string,
): (readonly [string, string])[] {
  const [words, wordsEn] = [literals(zh), literals(en)];
  // Both vary together; where only one does, its ways share the other's words.
  return wordsEn.flatMap((e, i) => {
    if (/^[\w$]+$/.test(e) && words.length === 0) return [];
    const z = words.length === wordsEn.length ? words[i] : words.join("、") || DESCRIBED[e];
    if (!z) throw new Error(`${path}: say in test/docs/generated.ts what “${e}” is in Chinese`);
    return [[z, e] as const];
  });
}

function literals(node: ts.Expression | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  return [];
}
