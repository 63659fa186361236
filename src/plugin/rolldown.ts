/**
 * `banfa/rolldown`: the plug-in for Rolldown; see `banfa/unplugin`.
 *
 * @module banfa/rolldown
 */
export { type PluginOptions, rolldown as default } from "./index.ts";
