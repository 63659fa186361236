/**
 * The package as others get it: packed, looked at by publint and attw, installed in a fresh folder, and there every
 * block of code of the READMEs and the guide for developers is type-checked and run, and every command of the
 * READMEs. Takes under a minute. dist/ must be built.
 *
 *   node scripts/check-package.mjs            packs what is in dist/
 *   node scripts/check-package.mjs FILE.tgz   looks at that one
 */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { blocksOf, programOf } from "./snippets.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const scratch = mkdtempSync(join(tmpdir(), "banfa-package-"));
const elsewhere = join(scratch, "elsewhere");
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const PAGES = ["README.md", "README.zh-CN.md", "docs/guide/developers.md"].filter((page) =>
  existsSync(join(root, page)),
);

/** Runs a program and gives what it prints. A failure shows all it printed and ends the check. */
function run(what, program, args, cwd) {
  const started = performance.now();
  try {
    const printed = execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    console.log(`✓ ${what} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    return printed;
  } catch (error) {
    console.error(`✗ ${what}\n${error.stdout ?? ""}${error.stderr ?? error}`);
    process.exit(1);
  }
}

const tool = (name) => join(root, "node_modules", ".bin", name);

function pack() {
  const given = process.argv[2];
  if (given) return resolve(given);
  run("packed", "npm", ["pack", "--silent", "--pack-destination", scratch], root);
  return join(
    scratch,
    readdirSync(scratch).find((file) => file.endsWith(".tgz")),
  );
}

function install(tarball) {
  mkdirSync(elsewhere);
  const manifest = { name: "elsewhere", private: true, type: "module" };
  writeFileSync(join(elsewhere, "package.json"), JSON.stringify(manifest));
  const flags = ["--no-audit", "--no-fund", "--silent", "--prefer-offline"];
  run("installed in a fresh folder", "npm", ["install", ...flags, tarball], elsewhere);
}

/** Only what is meant for others is in the package, and nothing points to what is not. */
function lookAtFiles() {
  const folder = join(elsewhere, "node_modules", "banfa");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const unwanted = files.filter((file) => /(?:\.test\.|(?<!\.d)\.ts$|\.tsbuildinfo$)/.test(file));
  const mapped = files.filter(
    (file) => /\.js$/.test(file) && /\n\/\/# sourceMappingURL=\S+\s*$/.test(readFileSync(file, "utf8")),
  );
  const lost = mapped.filter((file) => !existsSync(`${file}.map`));
  const needed = ["LICENSE", "README.md", "dist/cli/THIRD-PARTY.txt", "dist/plugin/THIRD-PARTY.txt"];
  const absent = needed.filter((file) => !existsSync(join(folder, file)));
  for (const [problem, list] of Object.entries({ unwanted, "without its map": lost, absent }))
    if (list.length > 0) {
      console.error(`✗ files of the package, ${problem}:\n${list.join("\n")}`);
      process.exit(1);
    }
  console.log(`✓ files of the package: ${files.length}`);
}

/** Every block as a program and as a strictly typed one. */
function runSnippets() {
  const config = {
    compilerOptions: {
      ...{ strict: true, noEmit: true, target: "ES2022", lib: ["ES2023"], types: [], skipLibCheck: false },
    },
    include: ["*.ts"],
  };
  for (const [name, module, moduleResolution] of [
    ["tsconfig.node.json", "NodeNext", "NodeNext"],
    ["tsconfig.bundler.json", "ESNext", "Bundler"],
  ]) {
    const compilerOptions = { ...config.compilerOptions, module, moduleResolution };
    writeFileSync(join(elsewhere, name), JSON.stringify({ ...config, compilerOptions }));
  }
  const programs = PAGES.map((page) => {
    const name = page.replace(/\W+/g, "-");
    const { js, ts } = programOf(blocksOf(readFileSync(join(root, page), "utf8"), /^(?:js|ts)$/));
    writeFileSync(join(elsewhere, `${name}.mjs`), js);
    writeFileSync(join(elsewhere, `${name}.ts`), ts);
    return [page, `${name}.mjs`];
  });
  const client =
    '/// <reference types="banfa/client" />\nimport measure from "./measure.banfa";\nmeasure.kinds.join();\n';
  writeFileSync(join(elsewhere, "client.ts"), client);
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  for (const config of ["tsconfig.node.json", "tsconfig.bundler.json"])
    run(`types of the blocks, ${config}`, process.execPath, [tsc, "-p", config], elsewhere);
  for (const [page, file] of programs) run(`blocks of ${page}`, process.execPath, [file], elsewhere);
}

/** The commands of the READMEs, beside the measures and the examples that they name. */
function runCommands() {
  for (const folder of ["policies", "examples"])
    cpSync(join(root, folder), join(elsewhere, folder), {
      recursive: true,
      filter: (path) => !path.includes("node_modules"),
    });
  const commands = new Set(
    PAGES.flatMap((page) => blocksOf(readFileSync(join(root, page), "utf8"), /^(?:|sh|bash)$/))
      .flatMap((block) => block.split("\n"))
      .map((line) => line.replace(/\s+#.*$/, "").trim())
      .filter((line) => line.startsWith("npx banfa ")),
  );
  for (const command of commands) {
    const [, ...words] = command.split(" ");
    run(command, "npx", ["--no-install", ...words], elsewhere);
  }
}

const tarball = pack();
run("publint", tool("publint"), ["run", tarball, "--strict"], root);
// Only ES modules: Node 20.19 and all bundlers read them, and CommonJS can import() them.
// The declaration of *.banfa (client) is no module; attw fails it for how Node 10 would look it up, which is not asked.
const HOW = ["--profile", "esm-only", "--exclude-entrypoints", "client", "--no-emoji", "--no-color"];
run("attw", tool("attw"), [tarball, ...HOW], root);
install(tarball);
lookAtFiles();
runSnippets();
runCommands();
console.log(`the package is well: ${performance.now().toFixed(0)} ms`);
