/**
 * What can be told of the language of messages without reading them: no mark of one language in a sentence of the other,
 * no space between Chinese words, no "a error" and no "1 rows". Looked at are the catalogue and every message in the
 * golden outputs of the cases. What stands in quotation marks is the measure's own.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue/index.ts";
import type { CatalogueEntry, Language } from "../../src/diagnostics/message.ts";
import { PHRASES } from "./phrase-tables.ts";

interface Said {
  readonly where: string;
  readonly language: Language;
  readonly text: string;
}

const entries = Object.entries(catalogue) as [string, CatalogueEntry][];
const written: readonly Said[] = [
  ...entries.flatMap(([code, entry]) =>
    (["zh", "en"] as const).flatMap((language) =>
      (["title", "message", "help"] as const).map((part) => ({
        where: `${code} ${part}`,
        language,
        text: entry[language][part],
      })),
    ),
  ),
  // Words and titles stand inside of other sentences, often in quotation marks: the golden outputs show them.
  ...PHRASES.filter(({ table }) => table === "hints" || table === "labels").flatMap(({ name, phrase }) =>
    (["zh", "en"] as const).map((language) => ({ where: name, language, text: phrase[language] })),
  ),
];

const cases = join(import.meta.dirname, "../cases");
/** BF9063 holds a sentence of `banfa diff`, which sets clauses side by side as they are. */
const LINE = {
  zh: /(?:(?:错误|警告|提示) BF(?!9063)\d{4}: |= (?:建议|可以)：)(.*)$/,
  en: /(?:(?:error|warning|note) BF\d{4}: |= (?:help|fix): )(.*)$/,
} as const;

/** Without what is quoted, and without what is to be written as it is (`Write: …`). */
const own = (text: string): string =>
  text
    .replace(/“[^“”]*(?:“[^“”]*”[^“”]*)*”|「[^「」]*」|【[^【】]*】|"[^"]*"|'[^']*'/g, "¤")
    .replace(/(?:Write|写成|写在抬头¤的同一行|Write it on the line of ¤)[:：].*$/, "¤");

const shown: readonly Said[] = readdirSync(cases, { recursive: true, encoding: "utf8" })
  .filter((path) => /(?:expected|problems|transcript)\.txt$/.test(path))
  .flatMap((path) =>
    readFileSync(join(cases, path), "utf8")
      .split("\n")
      .flatMap((line, i) =>
        (["zh", "en"] as const).flatMap((language) => {
          const text = LINE[language].exec(line)?.[1];
          // `check --format junit` and its like name the severity in English and say it in Chinese.
          const foreign = text !== undefined && /\p{Script=Han}/u.test(own(text)) !== (language === "zh");
          return text === undefined || (foreign && language === "en" && !/[a-z]{3} [a-z]/.test(own(text)))
            ? []
            : [{ where: `${path}:${i + 1}`, language, text }];
        }),
      ),
  );

const all = [...written, ...shown];
const found = (language: Language, texts: readonly Said[], slip: RegExp): string[] =>
  texts
    .filter((said) => said.language === language && slip.test(own(said.text)))
    .map((said) => `${said.where}: ${said.text}`);

describe("messages", () => {
  it("are looked at in great number", () => {
    expect(shown.filter((s) => s.language === "en").length).toBeGreaterThan(400);
  });

  it("have no Chinese marks in English", () => {
    expect(found("en", all, /[、；，。：？！]/)).toEqual([]);
  });

  it("have no space between Chinese words", () => {
    expect(found("zh", all, /\p{Script=Han} +\p{Script=Han}/u)).toEqual([]);
  });

  it("have the article that the next word takes", () => {
    const a = /(?:\ba|^A|[.:] A) (?=[aeio]|un(?!i)|u[^ns])(?!one\b|eu)/;
    const an = /\b[Aa]n (?=[^aeiouhxAEFHILMNORSX\d¤{“"「<….])/;
    expect([...found("en", all, a), ...found("en", all, an)]).toEqual([]);
  });

  it("have no plural for one", () => {
    expect(
      found(
        "en",
        shown,
        /(?<![\d.,-])\b1 (?!points\b)(?:[a-z]+ )?(?!this|has|is|was|as|less|times)[a-z]{2,}(?<!s)s\b(?! of\b.*is)/,
      ),
    ).toEqual([]);
  });
});
