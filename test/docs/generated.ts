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
 * Parts of the language reference that are lists of what stands in the code: the words of the language and the
 * units. On a page such a part stands between two comments; the test writes
 * it anew with `npx vitest run test/docs -u`.
 */

type Language = "zh" | "en";
export const PARTS: Readonly<Record<string, (language: Language) => string>> = {
  keywords: keywordTable,
  units: unitTable,
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
