import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ACCURACY_PAGES } from "../literal/accuracy-page.ts";
import { SLIPS_PAGES } from "../slips/slips-page.ts";
import { CLASSES, classPages } from "./class-pages.ts";
import { codePages } from "./code-pages.ts";

/** These pages are made from the catalogue: `npx vitest run test/docs --update` writes them anew. */

describe.each([
  ["docs/diagnostics", [...codePages()]],
  ["docs/ambiguities", [...classPages()]],
] as const)("%s", (path, pages) => {
  const folder = join(import.meta.dirname, "../..", path);
  // Pages that another test writes.
  const others: readonly string[] = Object.values(path === "docs/ambiguities" ? ACCURACY_PAGES : SLIPS_PAGES);

  it("says what the catalogue says", async () => {
    for (const [name, text] of pages) await expect(text).toMatchFileSnapshot(join(folder, name));
  });

  it("has every page in both languages, and no other", () => {
    const present = existsSync(folder) ? readdirSync(folder) : [];
    expect(present.sort()).toEqual([...pages.map(([name]) => name), ...others].sort());
  });
});

describe("docs/ambiguities", () => {
  const pages = new Map(classPages());
  it.each(CLASSES)("%s shows a clause of Banfa and is linked from its messages", (name) => {
    for (const ending of [".md", ".zh-CN.md"]) {
      const page = pages.get(`${name}${ending}`) ?? "";
      expect(page).toContain("```banfa");
      expect(page).toMatch(/\(\.\.\/diagnostics\/BF\d{4}(?:\.zh-CN)?\.md\)/);
    }
  });

  it("are the 38 of the inventory", () => expect(CLASSES).toHaveLength(38));
});
