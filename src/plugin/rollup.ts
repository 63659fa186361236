/**
 * `banfa/rollup`: the plug-in for Rollup; see `banfa/unplugin`.
 *
 * @packageDocumentation
 */
export { type PluginOptions, rollup as default } from "./index.ts";
