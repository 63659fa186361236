/**
 * `banfa/rollup`: the plug-in for Rollup; see `banfa/unplugin`.
 *
 * @module banfa/rollup
 */
export { type PluginOptions, rollup as default } from "./index.ts";
