/**
 * What an application pays for: each module of the runtime, bundled with all that it needs, minified and compressed;
 * and whole measures as a bundler leaves them.
 */
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { emitJs } from "../../src/compiler/emit/js-from-ir.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { read, root } from "./sources.ts";

/** Bytes after `gzip -9` that each module may have, with everything it imports. */
const BUDGETS: Readonly<Record<string, number>> = {
  "./runtime": 15_000,
  "./runtime/explain": 6_000,
  "./runtime/missing": 2_500,
  "./runtime/columns": 8_000,
  "./runtime/full": 20_000,
  "./runtime/helpers": 32_000,
};

const { exports } = JSON.parse(read("package.json")) as {
  readonly exports: Readonly<Record<string, { readonly default?: string }>>;
};

/** The source of a module that is exported under that path. */
const sourceOf = (path: string): string =>
  exports[path]!.default!.replace(/^\.\/dist\/(.*)\.js$/, "src/$1.ts");

/** Resolves the package's own name to its sources, so that the test needs no build. */
const itself: Plugin = {
  name: "itself",
  setup(b) {
    b.onResolve({ filter: /^banfa(?:\/|$)/ }, ({ path }) => ({
      path: `${root}/${sourceOf(path.replace("banfa", "."))}`,
      sideEffects: false,
    }));
  },
};

async function bundled(code: string): Promise<{ readonly bytes: number; readonly files: readonly string[] }> {
  const result = await build({
    stdin: { contents: code, resolveDir: root, loader: "js" },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    metafile: true,
    plugins: [itself],
    logLevel: "silent",
  });
  const [output] = Object.values(result.metafile.outputs);
  return {
    bytes: gzipSync(result.outputFiles[0]!.contents, { level: 9 }).length,
    files: Object.entries(output!.inputs)
      .filter(([path, { bytesInOutput }]) => path !== "<stdin>" && bytesInOutput > 0)
      .map(([path]) => path),
  };
}

/** The measure as a module that an application would import. */
function moduleOf(text: string): string {
  const { measure } = compile(new SourceText("measure.banfa", text));
  return [
    'import { Evaluator } from "banfa/runtime";',
    'import * as R from "banfa/runtime/helpers";',
    `export default new Evaluator((() => {${emitJs(measure!)}})());`,
  ].join("\n");
}

describe("the runtime", () => {
  it("has a budget for every module", () => {
    expect(Object.keys(exports).filter((path) => path.startsWith("./runtime"))).toEqual(Object.keys(BUDGETS));
  });

  it.each(
    Object.entries(BUDGETS),
  )("%s has at most %i bytes and imports only the runtime", async (path, most) => {
    const { bytes, files } = await bundled(`export * from "${path.replace(".", "banfa")}";`);
    expect(files.filter((f) => !f.startsWith("src/runtime/"))).toEqual([]);
    expect(bytes).toBeLessThanOrEqual(most);
  });

  it("leaves out what a measure does not need", async () => {
    const plain = moduleOf(`办法 镇考核
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
第一条【等次】
  等次 考核等次 由高到低 合格、不合格
  依 得分 四舍五入到1分 评定 考核等次:
    60分以上 为 合格
    不满60分 为 不合格
`);
    const { bytes, files } = await bundled(plain);
    const needless =
      /\/(?:placement|population|history|looking-back|record-steps|open-lists|open-links|matters|work-calendar|report-consequences|explain|questions|columnar)[\w-]*\.ts$/;
    expect(files.filter((f) => needless.test(f))).toEqual([]);
    expect(bytes).toBeLessThanOrEqual(17_000);
  });

  it("and the measure of Guangxi fit into 31,300 bytes", async () => {
    const { bytes } = await bundled(moduleOf(read("policies/guangxi/measure.banfa")));
    expect(bytes).toBeLessThanOrEqual(31_300);
  });
});
