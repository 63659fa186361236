import { describe, expect, it } from "vitest";
import { importsOf, read } from "./sources.ts";

/** What a browser may import from the package needs nothing of Node, however far its imports go. */

const { exports } = JSON.parse(read("package.json")) as {
  readonly exports: Readonly<Record<string, string | { readonly default?: string }>>;
};

const FOR_BROWSERS = /^\.$|^\.\/(?:runtime|modules|diff)(?:\/|$)/;

const entries = Object.entries(exports).flatMap(([name, target]) =>
  FOR_BROWSERS.test(name) && typeof target === "object" && target.default !== undefined
    ? [[name, target.default.replace(/^\.\/dist\/(.*)\.js$/, "src/$1.ts")] as const]
    : [],
);

/** Files of the package and packages that a source reaches, each with the way to it. */
function reached(entry: string): Map<string, string> {
  const ways = new Map([[entry, entry]]);
  for (const [file, way] of ways)
    for (const { to, internal } of file.endsWith(".ts") ? importsOf(file) : [])
      if (!ways.has(to)) ways.set(to, `${way} → ${internal ? to : `"${to}"`}`);
  return ways;
}

describe("exports for browsers", () => {
  it("are known", () => {
    expect(entries.map(([name]) => name)).toEqual(
      expect.arrayContaining([".", "./runtime", "./runtime/full", "./modules"]),
    );
  });

  it.each(entries)("%s reaches neither node: nor a room that may", (_, entry) => {
    const wrong = [...reached(entry)].filter(([to]) => /^node:|^src\/(?:data|plugin|cli)\//.test(to));
    expect(wrong.map(([, way]) => way)).toEqual([]);
  });
});
