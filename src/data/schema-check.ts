import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { Phrase } from "../diagnostics/message.ts";
import { inMessage, oneOf, type PlainWord, phrase } from "../diagnostics/phrases.ts";
import { type Problem, problem } from "../diagnostics/problem.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { type DataDocument, type DocumentPath, entry, isList, isRecord } from "./document.ts";
import type { RawValue } from "./raw.ts";

/**
 * Documents against the published schemas (`schemas/`). The schemas are the one statement of each format;
 * what the validator finds is told in the catalogue's words, with the line and the names of the document.
 */

const NAMES = [
  "data",
  "parameters",
  "history",
  "cases",
  "result",
  "problems",
  "inventory",
  "output",
  "config",
  "approvals",
  "diff",
  "draw",
] as const;

export type SchemaName = (typeof NAMES)[number];

/** Most problems told of one document: beyond it they are one slip repeated. */
const MOST = 50;

let ajv: Ajv | null = null;

function validatorOf(reference: string): ValidateFunction {
  if (ajv === null) {
    ajv = new Ajv({
      strict: true,
      allErrors: true,
      verbose: true,
      allowUnionTypes: true,
      strictRequired: false,
    });
    for (const name of NAMES) ajv.addSchema(readSchema(name));
  }
  const validate = ajv.getSchema(reference);
  if (validate === undefined) throw new Error(`no schema ${reference}`);
  return validate;
}

/** A published schema, as it stands beside the program: `schemas/` is two levels above every room. */
export function readSchema(name: SchemaName): Record<string, unknown> {
  const url = new URL(`../../schemas/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as Record<string, unknown>;
}

/**
 * The problems of a part of a document against a schema (`data`, or a definition: `history#/definitions/run`).
 * @param path of that part in the document
 */
export function checkAgainst(
  document: DataDocument,
  reference: string,
  value: RawValue = document.value,
  path: DocumentPath = [],
): Problem[] {
  const [name, part] = reference.split("#");
  const validate = validatorOf(`${name}.schema.json${part === undefined ? "" : `#${part}`}`);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  // A value of the wrong form also lacks entries and breaks rules: the form is what to tell.
  const misshapen = new Set(errors.filter((e) => e.keyword === "type").map((e) => e.instancePath));
  const told = new Set<string>();
  const problems: Problem[] = [];
  for (const error of errors) {
    if (error.keyword !== "type" && misshapen.has(error.instancePath)) continue;
    if (error.keyword === "anyOf" || error.keyword === "if") continue;
    const p = describe(document, error, path);
    const key = JSON.stringify([p.code, p.data, p.parameters]);
    if (!told.has(key)) problems.push(p);
    told.add(key);
    if (problems.length >= MOST) break;
  }
  return problems;
}

function describe(document: DataDocument, error: ErrorObject, base: DocumentPath): Problem {
  const steps = stepsOf(error.instancePath, document, base);
  const extra = error.params as Record<string, unknown>;
  const parent = error.parentSchema as { properties?: object } | undefined;
  const known = Object.keys(parent?.properties ?? {});
  const at = (path: DocumentPath) => ({ data: { file: document.file, row: document.lineOf(path) } });
  const where = inMessage("where", placeName(steps));
  switch (error.keyword) {
    case "required":
      return problem("BF4050", { ...where, name: String(extra.missingProperty) }, at(steps));
    case "additionalProperties": {
      const name = String(extra.additionalProperty);
      const suggestion = nearest(name, known);
      const place = at([...steps, name]);
      return suggestion === null
        ? problem("BF4051", { ...where, name, known: known }, place)
        : problem("BF4052", { ...where, name, suggestion }, place);
    }
    case "type": {
      const expected = formNames(extra.type);
      const found = formNames(formOf(error.data as RawValue));
      return problem(
        "BF4053",
        { ...where, ...inMessage("expected", expected), ...inMessage("found", found) },
        at(steps),
      );
    }
    default: {
      const expected = ruleName(error);
      const value = shortText(error.data as RawValue);
      return problem("BF4054", { ...where, value, ...inMessage("expected", expected) }, at(steps));
    }
  }
}

/** The validator's path (`/cases/3/data`) with list indexes as numbers. */
function stepsOf(pointer: string, document: DataDocument, base: DocumentPath): (string | number)[] {
  const steps: (string | number)[] = [...base];
  let value: RawValue | undefined = document.value;
  for (const step of base) value = step === undefined ? value : child(value, step);
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replace(/~1/g, "/").replace(/~0/g, "~");
    const step: string | number = isList(value) ? Number(name) : name;
    steps.push(step);
    value = child(value, step);
  }
  return steps;
}

function child(value: RawValue | undefined, step: string | number): RawValue | undefined {
  if (typeof step === "number") return isList(value) ? value[step] : undefined;
  return entry(value, step);
}

/** `“cases”第2项的“expect”` and its English counterpart. */
export function placeName(steps: DocumentPath): Phrase {
  if (steps.length === 0) return phrase("outermost-level");
  const names = steps.map((s) =>
    typeof s === "number" ? phrase("item-of-list", { n: s + 1 }) : phrase("entry-named", { name: String(s) }),
  );
  const zh = names
    .map((n) => n.zh)
    .join("的")
    .replace(/”的第/g, "”第");
  return { zh, en: names.map((n) => n.en).join(", ") };
}

const FORMS: Readonly<Record<string, PlainWord>> = {
  object: "group-of-entries",
  array: "list",
  string: "text",
  number: "plain-number",
  integer: "whole-number",
  boolean: "true-or-false",
  null: "nothing",
};

function formNames(types: unknown): Phrase {
  const list = (Array.isArray(types) ? types : String(types).split(",")).map((t) => FORMS[String(t)]);
  const known = list.flatMap((f) => (f === undefined ? [] : [phrase(f)]));
  return { zh: oneOf(known.map((f) => f.zh)).zh, en: oneOf(known.map((f) => f.en)).en };
}

function formOf(value: RawValue): string {
  if (value === null) return "null";
  if (isList(value)) return "array";
  return isRecord(value) ? "object" : typeof value;
}

function ruleName(error: ErrorObject): Phrase {
  const params = error.params as Record<string, unknown>;
  if (error.keyword === "enum") {
    const allowed = (params.allowedValues as readonly unknown[]).map(String);
    return oneOf(allowed);
  }
  const limit = String(params.limit ?? "");
  if (error.keyword === "minimum") return phrase("at-least", { limit });
  if (error.keyword === "maximum") return phrase("at-most", { limit });
  if (error.keyword === "minLength") return phrase("not-empty");
  return phrase("of-right-format");
}

function shortText(value: RawValue): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
