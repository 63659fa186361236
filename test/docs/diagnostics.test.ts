import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codePages } from "./code-pages.ts";

/** `docs/diagnostics/` is made from the catalogue: `npx vitest run test/docs --update` writes it anew. */

const folder = join(import.meta.dirname, "../../docs/diagnostics");
const pages = [...codePages()];

describe("docs/diagnostics", () => {
  it("says what the catalogue says", async () => {
    for (const [name, text] of pages) await expect(text).toMatchFileSnapshot(join(folder, name));
  });

  it("has no page of a code that does not exist", () => {
    const names = new Set(pages.map(([name]) => name));
    expect(readdirSync(folder).filter((name) => !names.has(name))).toEqual([]);
  });
});
