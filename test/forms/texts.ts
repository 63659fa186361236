import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompileOptions } from "../../src/compiler/compile.ts";
import { examplesOf, pageNames, readPage } from "../docs/pages.ts";

/** A measure that a test holds against the oracle, with where it stands. */
export interface HeldText {
  readonly name: string;
  readonly text: string;
  readonly resolve: NonNullable<CompileOptions["resolve"]>;
}

export const POLICIES = ["guangxi", "xizang", "yanglousi", "nandan", "yingshan", "jiange"];

const good = "test/cases/check/good";

/** The measures that ship, those of the reference of the language, and the good cases of the checker. */
export function heldTexts(): HeldText[] {
  const file = (folder: string, name: string): HeldText => ({
    name: folder,
    text: readFileSync(join(folder, name), "utf8"),
    resolve: (reference) => {
      const path = join(folder, reference);
      return existsSync(path) ? { path, text: readFileSync(path, "utf8") } : null;
    },
  });
  const pages = pageNames.filter((n) => !n.endsWith(".zh-CN.md"));
  const examples = pages.flatMap((page) => {
    const all = examplesOf(readPage(page));
    return all
      .filter((e) => e.expected.severity !== "error")
      .map(
        ({ line, text }): HeldText => ({
          name: `${page}:${line}`,
          text,
          resolve: (reference) => {
            const found = all.find((e) => e.text.startsWith(`# ${reference}\n`));
            return found ? { path: reference, text: found.text } : null;
          },
        }),
      );
  });
  return [
    ...POLICIES.map((p) => file(`policies/${p}`, "measure.banfa")),
    ...readdirSync(good)
      .sort()
      .map((name) => file(join(good, name), "input.banfa")),
    ...examples,
  ];
}
