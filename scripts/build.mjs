/**
 * Builds dist/: the modules that package.json exports and what they import, with types, and the command line as
 * one bundle that starts fast, and what the plug-in is made with, both with the licences of what is in them.
 *
 *   node scripts/build.mjs               everything
 *   node scripts/build.mjs --if-stale    only when a source is newer than the last build
 *   node scripts/build.mjs --cli         the command line only (about a second)
 */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import ts from "typescript";
import { licencesOf } from "./licences.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const bin = join(dist, "cli", "main.js");
/** Written last, so that an interrupted build counts as stale; outside dist, which is published as it is. */
const stamp = join(root, "node_modules", ".banfa-built");

function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return time;
}

function isStale(marker) {
  if (!existsSync(marker) || !existsSync(bin)) return true;
  const built = statSync(marker).mtimeMs;
  const inputs = ["package.json", "tsconfig.json", "tsconfig.build.json"].map(
    (f) => statSync(join(root, f)).mtimeMs,
  );
  return Math.max(newest(join(root, "src")), ...inputs) > built;
}

/** The sources behind the exports of the package, and what they import. @returns whether all went well */
function compile() {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const entries = Object.values(exports)
    .flatMap((e) => (typeof e === "object" && e.default ? [e.default] : []))
    .map((path) => join(root, path.replace(/^\.\/dist\/(.*)\.js$/, "src/$1.ts")));
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: report };
  const config = ts.getParsedCommandLineOfConfigFile(join(root, "tsconfig.build.json"), undefined, host);
  const program = ts.createProgram(entries, config.options);
  const found = ts.getPreEmitDiagnostics(program).concat(program.emit().diagnostics);
  for (const problem of found) report(problem);
  return found.length === 0;
}

function report(problem) {
  const format = { getCurrentDirectory: () => root, getCanonicalFileName: (f) => f, getNewLine: () => "\n" };
  process.stderr.write(ts.formatDiagnostic(problem, format));
}

async function bundle() {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { metafile, outputFiles } = await build({
    ...TIGHT,
    // The second is what threads of a run in batches start with, the third what scripts/code-cache.mjs calls.
    entryPoints: {
      main: "src/cli/main.ts",
      "batch-worker": "src/cli/batch/worker.ts",
      program: "src/cli/program.ts",
    },
    // Commands are loaded when they are asked for; code they share is in chunks beside main.js.
    splitting: true,
    // Beside main.js: what a module finds relative to itself (schemas/) is then where it is for dist/data too.
    chunkNames: "[name]-[hash]",
    // Optional and large: loaded where it is installed.
    external: ["z3-solver", "@duckdb/node-api"],
    define: { BANFA_VERSION: JSON.stringify(version) },
    metafile: true,
    write: false,
  });
  await build({
    ...TIGHT,
    entryPoints: ["main", "batch-worker", "chunks"].map((name) => `src/cli/launch/${name}.ts`),
  });
  for (const { path, text } of outputFiles) {
    writeFileSync(path.replace(/\.js$/, ".cjs"), await asScript(path, text));
  }
  writeFileSync(
    join(dist, "cli", "THIRD-PARTY.txt"),
    licencesOf(root, Object.keys(metafile.inputs), "The command line"),
  );
  chmodSync(bin, 0o755);
  execFileSync(process.execPath, [join(root, "scripts", "code-cache.mjs")], { stdio: "inherit" });
}

const TIGHT = {
  absWorkingDir: root,
  outdir: "dist/cli",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
};

/** A chunk as a script of whose code V8 can be kept (src/cli/launch/chunks.ts); esbuild splits only modules into chunks. */
async function asScript(path, text) {
  const { code } = await transform(text.replace(/^#!.*\n/, ""), {
    format: "cjs",
    platform: "node",
    target: "node20",
    // Chunks come through the loader, and what is installed does too.
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "moduleUrl" },
    minifySyntax: true,
    minifyWhitespace: true,
    sourcefile: path,
    logLevel: "warning",
  });
  return code.replaceAll(/require\("(\.\/[^"]+)\.js"\)/g, 'require("$1.cjs")');
}

/** The bundlers' side of the plug-in, as one file: who uses it installs nothing more. */
async function bundlePlugin() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["src/plugin/bundler.ts"],
    outdir: "dist/plugin",
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // A template would be printed with its line ends, and one here looks like the comment that names a source map.
    supported: { "template-literal": false },
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
  });
  // Its types name bundlers that nobody has all of; the plug-in's own do without.
  rmSync(join(dist, "plugin", "bundler.d.ts"));
  const licences = licencesOf(root, Object.keys(metafile.inputs), "The plug-in");
  writeFileSync(join(dist, "plugin", "THIRD-PARTY.txt"), licences);
}

const cliOnly = process.argv.includes("--cli");
if (process.argv.includes("--if-stale") && !isStale(cliOnly && existsSync(bin) ? bin : stamp))
  process.exit(0);

if (cliOnly) {
  rmSync(join(dist, "cli"), { recursive: true, force: true });
  await bundle();
} else {
  rmSync(dist, { recursive: true, force: true });
  if (!compile()) process.exit(1);
  await bundle();
  await bundlePlugin();
  writeFileSync(stamp, "");
}
