import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { afterAll, describe, expect, it } from "vitest";
import { MEASURE, project } from "./project.ts";

/** The three bundlers over the same project, each with the built package as an application has it. */

const ENTRY = `import measure, { evaluate, explain } from "./rules/measure.banfa";
import schema from "./rules/measure.banfa?schema";
const outcome = evaluate({ 编号: "A", 得分: 70 }, { year: 2018 });
export default [measure.kinds, outcome.grades, explain(outcome, { lang: "en" }), schema.title];
`;

const VITE = `import { build } from "vite";
import banfa from "banfa/vite";
await build({
  logLevel: "silent",
  plugins: [banfa(options)],
  build: { sourcemap: true, minify: true, lib: { entry: "main.js", formats: ["es"], fileName: () => "out.mjs" } },
});
`;
const ROLLUP = `import { rollup } from "rollup";
import banfa from "banfa/rollup";
const resolver = {
  name: "resolver",
  async resolveId(id) {
    return id.startsWith("banfa") ? (await import("node:url")).fileURLToPath(import.meta.resolve(id)) : null;
  },
};
const warnings = [];
const bundle = await rollup({
  input: "main.js",
  plugins: [resolver, banfa(options)],
  onwarn: (w) => warnings.push(w),
});
await bundle.write({ file: "dist/out.mjs", sourcemap: true });
for (const w of warnings) console.warn(w.loc.file, w.loc.line, w.loc.column, w.message);
`;
const ESBUILD = `import { build } from "esbuild";
import banfa from "banfa/esbuild";
await build({
  ...{ entryPoints: ["main.js"], outfile: "dist/out.mjs", bundle: true, minify: true, format: "esm", sourcemap: true },
  plugins: [banfa(options)],
});
`;
const BUNDLERS = { vite: VITE, rollup: ROLLUP, esbuild: ESBUILD };

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A bundler's own address, since the project's folder has only our package. */
const require = createRequire(import.meta.url);
const addressOf = (name: string): string => {
  const installed = name === "rollup" ? "@rollup/wasm-node" : name;
  const entry =
    name === "vite" ? join(resolve("node_modules/vite"), "dist/node/index.js") : require.resolve(installed);
  return pathToFileURL(entry).href;
};

function made(bundler: keyof typeof BUNDLERS, measure: string, options = "{}") {
  const script = BUNDLERS[bundler]
    .replace(`from "${bundler}"`, `from "${addressOf(bundler)}"`)
    .replace("banfa(options)", `banfa(${options})`);
  const folder = project({ "main.js": ENTRY, "rules/measure.banfa": measure, "build.mjs": script });
  folders.push(folder);
  const run = () => spawnSync(process.execPath, ["build.mjs"], { cwd: folder, encoding: "utf8" });
  return { folder, run };
}

describe.each(["vite", "rollup", "esbuild"] as const)("%s", (bundler) => {
  it("builds a measure into the application, with its types and a map to its text", async () => {
    const { folder, run } = made(bundler, MEASURE);
    const { status, stderr } = run();
    expect(stderr.replace(/^.*dist\/out\.mjs[\s\S]*?Done in.*$/m, "").trim(), stderr).toBe("");
    expect(status).toBe(0);
    const out = join(folder, "dist/out.mjs");
    const { default: result } = await import(/* @vite-ignore */ pathToFileURL(out).href);
    expect(result).toEqual([
      ["村"],
      { 考核等次: "优秀" },
      ["考核等次: starts as 优秀 (总分 140.00分, 120分以上) under 第二条; the result is 优秀."],
      "村考核",
    ]);

    const code = readFileSync(out, "utf8");
    expect(code).not.toMatch(/chevrotain|new Function/);
    // Somewhere in the bundle the sum of the first article is computed: it comes from its line.
    const map = new TraceMap(JSON.parse(readFileSync(`${out}.map`, "utf8")));
    const source = map.sources.find((s) => s?.endsWith("measure.banfa"));
    expect(source).toMatch(/(?:^|\/)rules\/measure\.banfa$/);
    expect(map.sourcesContent?.[map.sources.indexOf(source!)]).toBe(MEASURE);
    const found = new Set<number>();
    for (const [line, text] of code.split("\n").entries())
      for (let column = 0; column < text.length; column++) {
        const at = originalPositionFor(map, { line: line + 1, column });
        if (at.source === source) found.add(at.line!);
      }
    expect([...found]).toEqual(expect.arrayContaining([5, 7, 10]));

    const types = join(folder, "rules/measure.d.banfa.ts");
    expect(readFileSync(types, "utf8")).toContain('export type 考核等次 = "合格" | "优秀"');
    const { mtimeMs } = statSync(types);
    expect(run().status).toBe(0);
    expect(statSync(types).mtimeMs).toBe(mtimeMs);
  });

  it("stops at an error of the measure, with its place and both languages", () => {
    const { folder, run } = made(
      bundler,
      MEASURE.replace("得分 × 2", "得数 × 2").replace("120分以上 为", "120分以上 是"),
    );
    const { status, stderr, stdout } = run();
    expect(status).not.toBe(0);
    const said = stderr + stdout;
    expect(said).toContain("measure.banfa");
    expect(said).toMatch(/7:7|7:8|line: 7/);
    expect(said).toContain("总分 = 得数 × 2");
    expect(said).toMatch(/没有叫“得数”的名称/);
    expect(said).toMatch(/There is no value named “得数”/);
    // All errors are there, not only the first.
    expect(new Set(said.match(/BF\d{4}/g)).size).toBeGreaterThan(1);
    expect(existsSync(join(folder, "rules/measure.d.banfa.ts"))).toBe(false);
  });
});

describe("the plug-in", () => {
  const warned = MEASURE.replace("  来源 镇", "");

  it("shows open points as warnings with their place, unless told not to", () => {
    const { stderr } = made("rollup", warned, '{ lang: "en" }').run();
    expect(stderr).toMatch(/measure\.banfa 3 3 .*BF3162 /);
    expect(stderr).not.toMatch(/来源.*口径/);
    expect(made("rollup", warned, "{ warnings: false }").run().stderr).toBe("");
    expect(
      made("rollup", `认可 BF3162 “镇里报”\n${warned}`.replace(/^(.*\n)(.*\n)/, "$2$1")).run().stderr,
    ).toBe("");
  });

  it("writes types into a folder, or not at all", () => {
    const inFolder = made("esbuild", MEASURE, '{ types: "types" }');
    inFolder.run();
    expect(existsSync(join(inFolder.folder, "types/rules/measure.d.banfa.ts"))).toBe(true);
    expect(existsSync(join(inFolder.folder, "rules/measure.d.banfa.ts"))).toBe(false);
    const none = made("esbuild", MEASURE, "{ types: false }");
    none.run();
    expect(existsSync(join(none.folder, "rules/measure.d.banfa.ts"))).toBe(false);
  });

  it("gives TypeScript the exact types, and plain ones before the first build", () => {
    const { folder, run } = made("esbuild", MEASURE, '{ types: "types" }');
    const config = {
      compilerOptions: {
        ...{ module: "ESNext", moduleResolution: "Bundler", target: "ES2022", strict: true, noEmit: true },
        ...{ allowArbitraryExtensions: true, rootDirs: [".", "types"], types: ["banfa/client"] },
      },
      include: ["app.ts"],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    writeFileSync(
      join(folder, "app.ts"),
      `import measure from "./rules/measure.banfa";
import schema from "./rules/measure.banfa?schema";
const { grades } = measure.evaluate({ 编号: "A", 得分: 70 }, { year: 2018 });
export const title = schema.title;
export const grade: "优秀" | "合格" | null = grades.考核等次;
`,
    );
    const tsc = resolve("node_modules/typescript/bin/tsc");
    const check = () =>
      spawnSync(process.execPath, [tsc, "-p", "."], { cwd: folder, encoding: "utf8" }).stdout;
    // Any text may be a grade as long as nobody has said which.
    expect(check()).toMatch(/^app\.ts\(5,14\): error TS2322: [^\n]*\n(?:\s[^\n]*\n)*$/);
    expect(run().status).toBe(0);
    expect(check()).toBe("");
    writeFileSync(
      join(folder, "app.ts"),
      `${readFileSync(join(folder, "app.ts"), "utf8")}measure.evaluate({ 编号: "A", 分数: 1 }, { year: 2018 });\n`,
    );
    expect(check()).toContain("分数");
  });

  it("is there without a bundler's packages", () => {
    const { folder } = made("esbuild", MEASURE);
    const script = `const { vite, rollup, rolldown, esbuild } = await import("banfa/unplugin");
      console.log([vite, rollup, rolldown, esbuild].map((plugin) => plugin().name).join());`;
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(printed.trim()).toBe("banfa,banfa,banfa,banfa");
  });
});
