import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/data/json.ts";
import { checkAgainst, readSchema, type SchemaName } from "../../src/data/schema-check.ts";
import { problem } from "../../src/diagnostics/problem.ts";
import { problemToJson } from "../../src/diagnostics/render-json.ts";
import { CAUSES } from "../../src/runtime/show.ts";

const folder = fileURLToPath(new URL("../../schemas", import.meta.url));
const names = readdirSync(folder)
  .filter((f) => f.endsWith(".schema.json"))
  .map((f) => f.slice(0, -".schema.json".length) as SchemaName);

/** All `description` and `title` texts of a schema. */
function texts(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) =>
    (key === "description" || key === "title") && typeof v === "string" ? [v] : texts(v),
  );
}

describe("the published schemas", () => {
  it("compile in strict mode", () => {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false });
    for (const name of names) ajv.addSchema(readSchema(name));
    for (const name of names) expect(ajv.getSchema(`${name}.schema.json`), name).toBeTypeOf("function");
  });

  it("describe everything in Chinese and English", () => {
    for (const name of names) {
      for (const text of texts(readSchema(name))) expect(text, name).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u);
    }
  });

  it("name every kind of cause that a result can give", () => {
    const enums = (value: unknown): string[][] => {
      if (typeof value !== "object" || value === null) return [];
      const own = "enum" in value && Array.isArray(value.enum) ? [value.enum as string[]] : [];
      return [...own, ...Object.values(value).flatMap(enums)];
    };
    const causes = enums(readSchema("result")).filter((e) => e.includes("missing-fact"));
    expect(causes.map((e) => e.toSorted())).toEqual([Object.keys(CAUSES).sort()]);
  });

  it("hold for problems as the tools print them", () => {
    const p = problem("BF4001", { path: "a.csv" }, { data: { file: "a.csv", row: 1, field: "x" } });
    const text = JSON.stringify([problemToJson(p, null, "zh")]);
    const { document } = readJson("p.json", text);
    expect(checkAgainst(document!, "problems")).toEqual([]);
    const { document: wrong } = readJson("p.json", text.replace('"error"', '"bad"'));
    expect(checkAgainst(wrong!, "problems").map((q) => q.code)).toEqual(["BF4054"]);
  });
});
