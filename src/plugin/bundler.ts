/** The bundler's side. It is bundled into the package as one file, so that an application installs nothing for it. */
export { createEsbuildPlugin, createRolldownPlugin, createRollupPlugin, createVitePlugin } from "unplugin";
