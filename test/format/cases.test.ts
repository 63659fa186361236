import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { wording } from "../../src/diagnostics/problem.ts";
import { type FormatOptions, format } from "../../src/format/format.ts";
import { SourceText } from "../../src/source/source-text.ts";

/**
 * One folder per case: input.banfa beside expected.banfa, the canonical text. expected.zh.banfa and
 * expected.en.banfa, where they exist, have converted keywords. A refusal is golden too: its problems stand where
 * the text would. Run with -u to rewrite a golden, then read it.
 */
const root = join(import.meta.dirname, "../cases/format");

const CONVERSIONS: readonly (readonly [string, FormatOptions])[] = [
  ["expected.zh.banfa", { keywords: "zh" }],
  ["expected.en.banfa", { keywords: "en" }],
];

function laidOut(source: SourceText, options: FormatOptions): string {
  const { text, problems } = format(source, options);
  if (text !== null) return text;
  return problems
    .filter((p) => p.severity === "error")
    .flatMap((p) =>
      (["zh", "en"] as const).map((language) => {
        const { message, help } = wording(p, language);
        return `${source.position(p.span?.start ?? 0).line} ${p.code} ${message} ${help}\n`;
      }),
    )
    .join("");
}

describe("cases", () => {
  for (const name of readdirSync(root).sort()) {
    const folder = join(root, name);
    const source = new SourceText("input.banfa", readFileSync(join(folder, "input.banfa"), "utf8"));
    test(name, async () => {
      await expect(laidOut(source, {})).toMatchFileSnapshot(join(folder, "expected.banfa"));
    });
    for (const [file, options] of CONVERSIONS)
      if (existsSync(join(folder, file)))
        test(`${name}, keywords ${options.keywords}`, async () => {
          await expect(laidOut(source, options)).toMatchFileSnapshot(join(folder, file));
        });
  }
});
