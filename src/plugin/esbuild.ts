/**
 * `banfa/esbuild`: the plug-in for esbuild; see `banfa/unplugin`.
 *
 * @packageDocumentation
 */
export { esbuild as default, type PluginOptions } from "./index.ts";
