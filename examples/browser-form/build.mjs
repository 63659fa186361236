/**
 * Builds the page into a folder: three files that need no server and no network.
 *
 *   node examples/browser-form/build.mjs [OUT]        default: dist beside this file
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import banfa from "banfa/esbuild";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = process.argv[2] ?? join(here, "dist");

mkdirSync(out, { recursive: true });
await build({
  entryPoints: [join(here, "main.ts")],
  outfile: join(out, "app.js"),
  bundle: true,
  minify: true,
  // One classic script: a page opened from a disk may not load modules.
  format: "iife",
  sourcemap: true,
  plugins: [banfa()],
});
for (const file of ["index.html", "app.css"]) copyFileSync(join(here, file), join(out, file));
