import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesUnder, read } from "../architecture/sources.ts";
import { compared } from "./snippets.ts";

/**
 * The examples in docstrings (```ts) are type-checked as an application would be, and run; each value that a comment
 * states is compared. One that does not compile a measure itself is about the Guangxi measure.
 */

const folder = mkdtempSync(join(tmpdir(), "banfa-docs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const snippets = filesUnder("src", /\.ts$/).flatMap((path) =>
  [...read(path).matchAll(/^( *)\* ```ts\n([\s\S]*?)^ *\* ```$/gm)].map(([, , lines], index) => ({
    name: `${path} ${index + 1}`,
    // Beside the repository's files, so that names of the package resolve; never written.
    file: resolve(`test/docs/${path.replaceAll("/", "-").replace(/\.ts$/, "")}-${index + 1}.ts`),
    code: lines!
      .split("\n")
      .map((line) => compared(line.replace(/^ *\* ?/, "")))
      .join("\n"),
  })),
);

const records = [
  { 编号: "甲", 平时考核分: 24.5, 年终考核分: 33, 建房进度: 80 },
  { 编号: "乙", 平时考核分: 29, 年终考核分: 68.25, 建房进度: 100 },
].map((r) => ({ ...r, 安全事故: "无", 资金问题: "无", 监管问题: "无", 弄虚作假: false, 违纪违法: false }));

function programOf(code: string): string {
  const own = /\bcompile(?:Module)?\(/.test(code);
  const imports = own ? "" : 'import { compile as compileMeasure } from "banfa";\n';
  const measure = own ? "" : "const measure = compileMeasure(text).measure!;\n";
  return `${imports}${code}
declare global {
  var same: (got: unknown, expected: unknown, line: string) => void;
  var text: string;
  var records: readonly Readonly<Record<string, unknown>>[];
}
export {};
`.replace(/^((?:import .*\n)*)/, (head) => `${head}${measure}`);
}

const config = ts.parseJsonConfigFileContent(
  ts.readConfigFile("tsconfig.json", (path) => readFileSync(path, "utf8")).config,
  ts.sys,
  ".",
);

/** One bundle of all, so that the library in it is made once. */
beforeAll(async () => {
  const entryPoints = snippets.map(({ file, code }) => {
    const path = join(folder, basename(file));
    writeFileSync(path, programOf(code));
    return path;
  });
  const { paths = {} } = config.options;
  await build({
    entryPoints,
    ...{ bundle: true, splitting: true, platform: "node", format: "esm", logLevel: "silent" },
    ...{ outdir: join(folder, "out"), outExtension: { ".js": ".mjs" }, nodePaths: [resolve("node_modules")] },
    alias: Object.fromEntries(Object.entries(paths).map(([name, [path]]) => [name, resolve(path!)])),
  });
});

it("the reference covers what the package exports for people, by the names they import it under", () => {
  const { exports } = JSON.parse(read("package.json")) as {
    exports: Record<string, string | { types?: string }>;
  };
  const sources = Object.entries(exports).flatMap(([subpath, target]) => {
    const types = typeof target === "string" ? undefined : target.types;
    if (types === undefined || subpath === "./runtime/helpers") return [];
    if (!types.startsWith("./dist/")) return [];
    return [
      { source: types.replace(/^\.\/dist\/(.*)\.d\.ts$/, "src/$1.ts"), name: `banfa${subpath.slice(1)}` },
    ];
  });
  const { entryPoints } = JSON.parse(read("typedoc.json")) as { entryPoints: string[] };
  expect(entryPoints.toSorted()).toEqual(sources.map((s) => s.source).toSorted());
  for (const { source, name } of sources)
    expect(/^ \* @module (\S+)$/m.exec(read(source))?.[1], source).toBe(name);
});

describe("the examples in docstrings", () => {
  it("are there", () => {
    expect(snippets.length).toBeGreaterThan(8);
  });

  it("are type-correct", () => {
    const programs = new Map(snippets.map((s) => [s.file, programOf(s.code)]));
    const options = { ...config.options, noUnusedLocals: false };
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = (path) => programs.has(resolve(path)) || fileExists(path);
    host.readFile = (path) => programs.get(resolve(path)) ?? readFile(path);
    host.getSourceFile = (path, version, ...rest) => {
      const text = programs.get(resolve(path));
      return text === undefined
        ? getSourceFile(path, version, ...rest)
        : ts.createSourceFile(path, text, version, true);
    };
    const program = ts.createProgram([...programs.keys()], options, host);
    const wrong = snippets.flatMap(({ name, file }) => {
      const source = program.getSourceFile(file)!;
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
        (d) => `${name}: ${ts.flattenDiagnosticMessageText(d.messageText, "\n")}`,
      );
    });
    expect(wrong).toEqual([]);
  });

  it.each(snippets)("run: $name", async ({ file, code }) => {
    const outfile = join(folder, "out", basename(file).replace(/ts$/, "mjs"));
    let compared = 0;
    const same = (got: unknown, expected: unknown, line: string): void => {
      compared++;
      expect(got, line).toEqual(expected);
    };
    Object.assign(globalThis, { same, records, text: read("policies/guangxi/measure.banfa") });
    await import(/* @vite-ignore */ pathToFileURL(outfile).href);
    expect(compared).toBe(code.match(/^\s*same\(/gm)?.length ?? 0);
  });
});
