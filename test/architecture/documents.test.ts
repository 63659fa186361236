import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { lookUp } from "../../src/diagnostics/catalogue/index.ts";
import { filesUnder, read, root } from "./sources.ts";

const documents = [
  ...["README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].filter((f) =>
    existsSync(join(root, f)),
  ),
  ...filesUnder("docs", /\.md$/).filter((f) => !f.startsWith("docs/api/")),
  ...filesUnder("policies", /\.md$/),
  ...filesUnder("examples", /\.md$/),
];

/**
 * Paths from the root, in code spans and in commands; a pattern (`*`, `<name>`, `…`) is not a path, and
 * neither is the folder that `npm run docs` makes.
 */
const CITED =
  /(?<![\w./-])(?:src|test|docs(?!\/api)|policies|examples|scripts|schemas|\.ci)\/[\w\p{Script=Han}./-]*/gu;

describe.each(documents)("%s", (document) => {
  const text = read(document);

  it("cites paths that exist", () => {
    const paths = [...text.matchAll(CITED)]
      .filter((m) => !/[*<{…]/.test(text[m.index + m[0].length] ?? ""))
      .map((m) => m[0].replace(/[.,/]+$/, ""));
    expect(paths.filter((p) => !existsSync(join(root, p)))).toEqual([]);
  });

  it("links to files that exist", () => {
    const links = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map((m) => m[1]!);
    const local = links.filter((l) => !/^[a-z]+:/.test(l));
    expect(
      local.filter((l) => !existsSync(join(root, posix.dirname(document), decodeURIComponent(l)))),
    ).toEqual([]);
  });

  it("names messages that exist", () => {
    expect((text.match(/\bBF\d{4}\b/g) ?? []).filter((code) => lookUp(code) === undefined)).toEqual([]);
  });
});
