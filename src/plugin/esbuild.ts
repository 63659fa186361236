/**
 * `banfa/esbuild`: the plug-in for esbuild; see `banfa/unplugin`.
 *
 * @module banfa/esbuild
 */
export { esbuild as default, type PluginOptions } from "./index.ts";
