import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform, versions } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Script } from "node:vm";

/**
 * Loads the chunks of the built command line. A quarter of the time of a short command went into compiling the program itself, so
 * what V8 made of it is kept beside it (`scripts/code-cache.mjs`) and taken instead of compiling it again. Node does this by itself
 * from version 22 on, and only for the user who ran the command before.
 *
 * What is kept fits one V8 on one kind of machine; elsewhere V8 refuses it, or it is not found, and the text is compiled.
 */
export class Chunks {
  readonly #folder: string;
  readonly #modules = new Map<string, { exports: unknown }>();
  readonly #scripts = new Map<string, Script>();
  readonly #native = createRequire(import.meta.url);
  /** Chunks whose kept code V8 did not take. */
  refused = 0;

  /** @param folder where the chunks are, as a URL that ends with a slash */
  constructor(folder: URL) {
    this.#folder = fileURLToPath(folder);
  }

  /** What a chunk (`./name.cjs`) exports; other names are Node's own modules and installed packages. */
  readonly load = (name: string): unknown => {
    if (!name.startsWith("./")) return this.#native(name);
    const known = this.#modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    // Known before it has run, as two chunks may need each other.
    this.#modules.set(name, module);
    const path = this.#folder + name.slice("./".length);
    const script = this.#script(name, path);
    script.runInThisContext()(module.exports, this.load, module, pathToFileURL(path).href);
    return module.exports;
  };

  /** Keeps what V8 has made of the chunks so far: with the functions that were called, and only those. */
  keep(): void {
    mkdirSync(this.#kept(), { recursive: true });
    for (const [name, script] of this.#scripts) {
      const path = this.#kept(name);
      writeFileSync(`${path}.new`, script.createCachedData());
      renameSync(`${path}.new`, path);
    }
  }

  #script(name: string, path: string): Script {
    const cachedData = readOr(this.#kept(name));
    const script = new Script(wrapped(readFileSync(path, "utf8")), {
      filename: path,
      ...(cachedData && { cachedData }),
    });
    if (script.cachedDataRejected === true) this.refused++;
    this.#scripts.set(name, script);
    return script;
  }

  #kept(name?: string): string {
    const folder = `${this.#folder}code-cache/${versions.v8}-${platform}-${arch}`;
    return name === undefined ? folder : `${folder}/${name.slice("./".length)}.bin`;
  }
}

/** `moduleUrl` stands for `import.meta.url` in a chunk. */
const wrapped = (text: string): string => `(function (exports, require, module, moduleUrl) {${text}\n})`;

function readOr(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
