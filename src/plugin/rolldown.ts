/**
 * `banfa/rolldown`: the plug-in for Rolldown; see `banfa/unplugin`.
 *
 * @packageDocumentation
 */
export { type PluginOptions, rolldown as default } from "./index.ts";
