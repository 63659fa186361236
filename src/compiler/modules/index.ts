/**
 * Ahead of time: a measure as a module of its own, over `banfa/runtime` alone. Nothing in it turns text into code, so
 * it runs under any content security policy.
 *
 * ```ts
 * import { compileModule } from "banfa/modules";
 *
 * const { module, problems } = compileModule(text, { name: "measure.banfa" });
 * if (module) {
 *   module.code; // an ES module: import measure, { evaluate } from …
 *   module.map; // its source map, back to the text
 *   module.types; // its declarations
 * }
 * ```
 *
 * @module banfa/modules
 */
import type { Problem } from "../../diagnostics/problem.ts";
import { SourceText } from "../../source/source-text.ts";
import { compile } from "../compile.ts";
import type { Measure } from "../ir/ir.ts";
import type { Resolve } from "../layers/chain.ts";
import { declarationsOf, javascriptModule, typescriptModule } from "./evaluator-module.ts";
import { type Manifest, manifestOf, stemOf } from "./manifest.ts";
import type { SourceMap } from "./source-map.ts";

export { type Manifest, measureHash } from "./manifest.ts";
export type { SourceMap } from "./source-map.ts";
export type { Problem };

/** What a module is to be. */
export interface ModuleOptions {
  /** Name of the measure's file, for problems and the source map; its folder is left out of the module. */
  readonly name?: string;
  /** `js` (the default) or `ts`: one text with its types. */
  readonly target?: "js" | "ts";
  /** Finds the measure that a layer builds on (沿用). */
  readonly resolve?: Resolve;
  /** Where the module imports the runtime from; "banfa/runtime" unless said otherwise. */
  readonly runtime?: string;
}

/** A measure as a module. */
export interface CompiledModule {
  /** Its text. */
  readonly code: string;
  /** From the text of the module to that of the measure. */
  readonly map: SourceMap;
  /** The declarations beside JavaScript; null for TypeScript, which has them. */
  readonly types: string | null;
  /** What it was made from, and by what. */
  readonly manifest: Manifest;
}

/** What {@link compileModule} gives back. */
export interface ModuleCompilation {
  /** null when there are errors. */
  readonly module: CompiledModule | null;
  /** Everything found, in the order of the text. */
  readonly problems: readonly Problem[];
}

/**
 * Compiles the text of a measure to a module. Equal texts, names and options give equal bytes. Never throws for what a
 * text says.
 */
export function compileModule(source: string | SourceText, options: ModuleOptions = {}): ModuleCompilation {
  const { name = "measure.banfa" } = options;
  const text = typeof source === "string" ? new SourceText(name, source) : source;
  const {
    measure,
    problems,
    source: whole,
  } = compile(text, options.resolve ? { resolve: options.resolve } : {});
  return { module: measure && moduleOf(measure, whole, options), problems };
}

/** The module of a measure that is compiled already; `source` is its text. */
export function moduleOf(measure: Measure, source: SourceText, options: ModuleOptions = {}): CompiledModule {
  const { target = "js", runtime = "banfa/runtime" } = options;
  const manifest = manifestOf(measure, source);
  const parts = { measure, source, manifest, runtime };
  const file = `${stemOf(source.name)}.${target}`;
  if (target === "ts") return { ...typescriptModule(parts, file), types: null, manifest };
  return { ...javascriptModule(parts, file), types: declarationsOf(parts), manifest };
}
