import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ACCURACY_PAGES } from "../literal/accuracy-page.ts";
import { classPages } from "./class-pages.ts";
import { codePages } from "./code-pages.ts";

/** These pages are made from the catalogue: `npx vitest run test/docs --update` writes them anew. */

describe.each([
  ["docs/diagnostics", [...codePages()]],
  ["docs/ambiguities", [...classPages()]],
] as const)("%s", (path, pages) => {
  const folder = join(import.meta.dirname, "../..", path);
  // Pages that another test writes.
  const others: readonly string[] = path === "docs/ambiguities" ? Object.values(ACCURACY_PAGES) : [];

  it("says what the catalogue says", async () => {
    for (const [name, text] of pages) await expect(text).toMatchFileSnapshot(join(folder, name));
  });

  it("has every page in both languages, and no other", () => {
    const present = existsSync(folder) ? readdirSync(folder) : [];
    expect(present.sort()).toEqual([...pages.map(([name]) => name), ...others].sort());
  });
});
