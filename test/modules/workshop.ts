import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { type CompiledModule, compileModule, type ModuleOptions } from "../../src/compiler/modules/index.ts";

/** A folder that looks like an application: the runtime as a package, modules of measures beside scripts. */

const root = join(import.meta.dirname, "../..");

export interface Workshop {
  readonly folder: string;
  write(name: string, text: string): string;
  /** Compiles a measure of `policies/` or a text, and writes the module, its map and its declarations. */
  module(name: string, text: string, options?: ModuleOptions): CompiledModule;
  /** Runs a script in Node, without the means to turn text into code. */
  run(script: string, ...flags: readonly string[]): string;
  remove(): void;
}

/** The parts of the runtime that a module imports. */
export const RUNTIME = {
  index: "index.ts",
  helpers: "helpers.ts",
  explain: "explain.ts",
  missing: "questions.ts",
  columns: "columnar.ts",
} as const;

/** @param extra more exports of the runtime, as the text of a module */
export function workshop(extra = ""): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "banfa-modules-"));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  mkdirSync(join(folder, "node_modules/banfa"), { recursive: true });
  write("package.json", '{ "type": "module" }');
  write(
    "node_modules/banfa/package.json",
    '{ "name": "banfa", "type": "module", "exports": { "./runtime": "./index.js", "./runtime/*": "./*.js" } }',
  );
  for (const [name, path] of Object.entries(RUNTIME))
    write(
      `node_modules/banfa/${name}.ts`,
      `export * from ${JSON.stringify(join(root, "src/runtime", path))};\n${name === "index" ? extra : ""}`,
    );
  buildSync({
    entryPoints: Object.keys(RUNTIME).map((name) => join(folder, `node_modules/banfa/${name}.ts`)),
    bundle: true,
    splitting: true,
    format: "esm",
    outdir: join(folder, "node_modules/banfa"),
  });
  return {
    folder,
    write,
    module(name, text, options = {}) {
      const { module, problems } = compileModule(text, { name: `${name}.banfa`, ...options });
      if (module === null) throw new Error(problems.map((p) => p.code).join(" "));
      write(`${name}.js`, `${module.code}//# sourceMappingURL=${encodeURIComponent(name)}.js.map\n`);
      write(`${name}.js.map`, JSON.stringify(module.map));
      write(`${name}.d.ts`, module.types ?? "");
      return module;
    },
    run: (script, ...flags) =>
      execFileSync(
        process.execPath,
        ["--disallow-code-generation-from-strings", ...flags, write("script.js", script)],
        { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] },
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const policy = (name: string): string =>
  readFileSync(join(root, "policies", name, "measure.banfa"), "utf8");

export const POLICIES = ["guangxi", "jiange", "nandan", "xizang", "yanglousi", "yingshan"] as const;
