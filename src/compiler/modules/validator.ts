/**
 * A validator of the data of a measure as a module of its own: what Ajv makes of the schema, without Ajv. It runs
 * under any content security policy; to make it, Ajv has to run code, so that is for build time.
 *
 * @module banfa/modules/validator
 */
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { type JsonSchema, schemaFromIr } from "../emit/schema-from-ir.ts";
import type { Measure } from "../ir/ir.ts";

/** What {@link validatorModule} gives back. */
export interface ValidatorModule {
  /** An ES module whose default export says whether data are valid; its `errors` says why not. */
  readonly code: string;
  /** The declarations of that module. */
  readonly types: string;
  /** What it validates by (draft-07). */
  readonly schema: JsonSchema;
}

/**
 * The validator of the data of a measure.
 * @param measure what the compiler made of the text: `compile(text).measure.ir`
 * @param head comment lines above the module and its declarations
 */
export function validatorModule(measure: Measure, head = ""): ValidatorModule {
  const schema = schemaFromIr(measure);
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    // Lengths in UTF-16, as the runtime counts them; nothing has to be imported for that.
    unicode: false,
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = standalone.default(ajv, ajv.compile(forAjv(schema) as JsonSchema));
  // Text of the measure stands in quotes, where a quote is escaped.
  if (/\brequire\("/.test(code)) throw new Error("the validator needs a module that it does not have");
  return { code: `${head}${code.replace(/^"use strict";/, "").trim()}\n`, types: head + TYPES, schema };
}

/** Ajv passes over a property of the name `__proto__`; the same as a pattern it does not. */
function forAjv(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(forAjv);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, forAjv(value)] as const);
  const own = entries.find(([key]) => key === "properties")?.[1];
  if (typeof own !== "object" || own === null || !Object.hasOwn(own, "__proto__"))
    return Object.fromEntries(entries);
  const properties = Object.entries(own);
  const patterns = entries.find(([key]) => key === "patternProperties")?.[1] as object | undefined;
  return {
    ...Object.fromEntries(entries),
    properties: Object.fromEntries(properties.filter(([name]) => name !== "__proto__")),
    patternProperties: { ...patterns, "^__proto__$": properties.find(([name]) => name === "__proto__")![1] },
  };
}

const TYPES = `export interface ValidationError {
  /** Where in the data, as a JSON pointer. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Whether data are what the schema of the measure allows; \`errors\` has what the last call found. */
export declare const validate: {
  (data: unknown): boolean;
  errors?: readonly ValidationError[] | null;
};
export default validate;
`;
