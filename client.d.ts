/**
 * Types for `import … from "./measure.banfa"` where the plug-in has not written the exact ones yet: names of facts and
 * grades are not known here. `/// <reference types="banfa/client" />`, or `"types": ["banfa/client"]`.
 */
declare module "*.banfa" {
  type Full = import("./dist/runtime/full.js").FullEvaluator;
  const measure: import("./dist/runtime/index.js").Evaluator;
  export default measure;
  export const kinds: Full["kinds"];
  export const evaluate: Full["evaluate"];
  export const evaluateAll: Full["evaluateAll"];
  export const missing: Full["missing"];
  export const explain: Full["explain"];
  export const evaluateColumns: Full["evaluateColumns"];
}

/** The JSON Schema (draft-07) of the data of a measure. */
declare module "*.banfa?schema" {
  const schema: { readonly [keyword: string]: unknown };
  export default schema;
}
