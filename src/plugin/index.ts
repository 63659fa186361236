/**
 * Measures as modules: `import measure from "./measure.banfa"` in Vite, Rollup, Rolldown and esbuild. The measure is
 * compiled when the application is built; the application carries `banfa/runtime` and no compiler.
 *
 * ```ts
 * import banfa from "banfa/vite";
 *
 * export default { plugins: [banfa()] };
 * ```
 *
 * @module banfa/unplugin
 */
import { dirname, isAbsolute, resolve } from "node:path";
import { wording } from "../diagnostics/problem.ts";
import {
  createEsbuildPlugin,
  createRolldownPlugin,
  createRollupPlugin,
  createVitePlugin,
} from "./bundler.ts";
import { declarationsPath, writeDeclarations } from "./declarations.ts";
import { fileOf, IMPORTED, type Languages, loadMeasure, type Message } from "./module.ts";

export type { Languages };

/** How measures become modules. */
export interface PluginOptions {
  /** The languages of messages: Chinese, English, or each after the other (`"both"`, the default). */
  readonly lang?: Languages;
  /**
   * Where the types of a measure are written, whenever they change: beside it as `measure.d.banfa.ts` (`true`, the
   * default), into a folder below the project's root (then name it in `rootDirs`), or nowhere (`false`).
   */
  readonly types?: boolean | string;
  /** Whether open points of a measure are shown as warnings; `true` unless said otherwise. */
  readonly warnings?: boolean;
}

/** A plug-in for Vite, Rollup or Rolldown. */
export interface RollupLikePlugin {
  readonly name: string;
}

/** A plug-in for esbuild. */
export interface EsbuildLikePlugin {
  readonly name: string;
  /** Called by esbuild. */
  setup(build: unknown): void | Promise<void>;
}

/** What the hooks need of a bundler. */
interface Host {
  error(message: Message): void;
  warn(message: Message): void;
  addWatchFile(id: string): void;
}

function factory(options: PluginOptions | undefined, { framework }: { readonly framework: string }) {
  const { lang = "both", types = true, warnings = true } = options ?? {};
  let root = process.cwd();
  const folder = typeof types === "string" ? types : null;

  function load(this: unknown, id: string) {
    const host = this as Host;
    // Where others show the frame, esbuild shows only the message.
    const shown = (m: Message): Message =>
      framework === "esbuild" && m.frame !== undefined ? { ...m, message: `${m.message}\n${m.frame}` } : m;
    const path = fileOf(id);
    host.addWatchFile(path);
    const { loaded, error, warnings: found, bases } = loadMeasure(id, lang);
    for (const base of bases) host.addWatchFile(base);
    if (warnings) for (const message of found) host.warn(shown(message));
    if (loaded === null || error !== null) {
      if (error !== null) host.error(shown(error));
      // Rollup and Vite have thrown by now; esbuild gathers errors and goes on.
      return { code: "export default undefined;", map: null };
    }
    const declarations =
      types === false || loaded.types === null ? null : declarationsPath(path, root, folder);
    const failed = declarations === null ? null : writeDeclarations(declarations, loaded.types!);
    if (failed !== null)
      host.warn({ message: wording(failed, lang === "zh" ? "zh" : "en").message, id: path });
    return { code: loaded.code, map: loaded.map && { ...loaded.map } };
  }

  return {
    name: "banfa",
    load: { filter: { id: IMPORTED }, handler: load },
    esbuild: { onLoadFilter: /\.banfa$/, loader: "js" as const },
    vite: {
      // Vite builds workers with a list of plug-ins of their own, and merges this one into it.
      config: () => ({ worker: { plugins: () => [vite(options)] } }),
      configResolved(config: { readonly root: string }) {
        root = config.root;
      },
    },
    // Vite and esbuild look for a file without what follows its question mark; Rollup does not.
    rollup: { resolveId },
    rolldown: { resolveId },
  };
}

function resolveId(id: string, importer: string | undefined): string | null {
  if (!id.endsWith(".banfa?schema")) return null;
  if (isAbsolute(id)) return id;
  return id.startsWith(".") && importer !== undefined ? resolve(dirname(fileOf(importer)), id) : null;
}

/** For `plugins` of a Vite configuration. */
export const vite = createVitePlugin(factory) as (options?: PluginOptions) => RollupLikePlugin;
/** For `plugins` of a Rollup configuration. */
export const rollup = createRollupPlugin(factory) as (options?: PluginOptions) => RollupLikePlugin;
/** For `plugins` of a Rolldown configuration. */
export const rolldown = createRolldownPlugin(factory) as (options?: PluginOptions) => RollupLikePlugin;
/** For `plugins` of esbuild. */
export const esbuild = createEsbuildPlugin(factory) as (options?: PluginOptions) => EsbuildLikePlugin;

/** All of them by the name of their bundler. */
export default { vite, rollup, rolldown, esbuild };
