/**
 * `banfa/vite`: the plug-in for Vite; see `banfa/unplugin`.
 *
 * @module banfa/vite
 */
export { type PluginOptions, vite as default } from "./index.ts";
