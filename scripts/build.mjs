/**
 * Builds dist/: every module with its types (tsc), and the command line as one bundle that starts fast.
 *
 *   node scripts/build.mjs               everything
 *   node scripts/build.mjs --if-stale    only when a source is newer than the last build
 *   node scripts/build.mjs --cli         the command line only (about a second)
 */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

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

async function bundle() {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  await build({
    absWorkingDir: root,
    entryPoints: ["src/cli/main.ts"],
    outdir: "dist/cli",
    bundle: true,
    // Commands are loaded when they are asked for; code they share is in chunks beside main.js.
    splitting: true,
    // Beside main.js: what a module finds relative to itself (schemas/) is then where it is for dist/data too.
    chunkNames: "[name]-[hash]",
    format: "esm",
    platform: "node",
    target: "node20",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    define: { BANFA_VERSION: JSON.stringify(version) },
    // CommonJS dependencies inside the bundle call require() for Node's own modules.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  chmodSync(bin, 0o755);
}

const cliOnly = process.argv.includes("--cli");
if (process.argv.includes("--if-stale") && !isStale(cliOnly && existsSync(bin) ? bin : stamp))
  process.exit(0);

if (cliOnly) {
  rmSync(join(dist, "cli"), { recursive: true, force: true });
  await bundle();
} else {
  rmSync(dist, { recursive: true, force: true });
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  try {
    execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
  } catch {
    process.exit(1); // tsc has said what is wrong
  }
  await bundle();
  writeFileSync(stamp, "");
}
