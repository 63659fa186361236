/**
 * `banfa/vite`: the plug-in for Vite; see `banfa/unplugin`.
 *
 * @packageDocumentation
 */
export { type PluginOptions, vite as default } from "./index.ts";
