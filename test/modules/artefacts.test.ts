import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/program.ts";
import { compile } from "../../src/compiler/compile.ts";
import { schemaFromIr } from "../../src/compiler/emit/schema-from-ir.ts";
import { measureHash } from "../../src/compiler/modules/index.ts";
import { sha256 } from "../../src/source/sha256.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { casesOf } from "../policies/support.ts";
import { POLICIES, policy, workshop } from "./workshop.ts";

/** The files that `banfa compile` writes. */

const shop = workshop();
afterAll(() => shop.remove());

const silent: Io = {
  out: () => {},
  err: () => {},
  colours: false,
  errColours: false,
  columns: 100,
  locale: "zh_CN.UTF-8",
  env: {},
};

/** Compiles to every target in a folder of its own. */
async function compiledIn(place: string, text: string): Promise<Map<string, string>> {
  mkdirSync(join(shop.folder, place), { recursive: true });
  const measure = shop.write(join(place, "measure.banfa"), text);
  const out = join(shop.folder, place, "out");
  expect(await main(["compile", measure, "--out", out, "--target", "js,ts,json-schema"], silent)).toBe(0);
  return new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]));
}

describe("the files", () => {
  it("are byte for byte the same wherever and whenever they are made, and name no path", async () => {
    const one = await compiledIn("one", policy("xizang"));
    const other = await compiledIn("some/other/place", policy("xizang"));
    expect([...one.keys()]).toEqual([
      "measure.d.ts",
      "measure.js",
      "measure.js.map",
      "measure.manifest.json",
      "measure.schema.json",
      "measure.ts",
      "measure.ts.map",
      "measure.validate.d.ts",
      "measure.validate.js",
    ]);
    expect(other).toEqual(one);
    for (const text of one.values()) expect(text).not.toContain(shop.folder);
  });

  it("are those of the manifest, which has their hashes and that of the text", async () => {
    const files = await compiledIn("manifest", policy("guangxi").replace(/\n/g, "\r\n"));
    const manifest = JSON.parse(files.get("measure.manifest.json")!) as {
      readonly measure: { readonly hash: string; readonly name: string };
      readonly files: readonly { readonly name: string; readonly hash: string }[];
    };
    const digest = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
    for (const { name, hash } of manifest.files) expect(digest(files.get(name)!), name).toBe(hash);
    expect(manifest.files).toHaveLength(files.size - 1);
    // Line ends are not part of a measure.
    expect(manifest.measure.hash).toBe(digest(policy("guangxi")));
    expect(measureHash(`\ufeff${policy("guangxi")}`)).toBe(manifest.measure.hash);
  });

  it("have the hashes that others compute", () => {
    for (const size of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])
      expect(sha256("办".repeat(size))).toBe(createHash("sha256").update("办".repeat(size)).digest("hex"));
  });

  it("stay as they were when a measure has errors", async () => {
    const files = await compiledIn("kept", policy("guangxi"));
    const measure = shop.write("kept/measure.banfa", "办法 甲\n第一条 得分 = 得份\n");
    const out = join(shop.folder, "kept/out");
    expect(await main(["compile", measure, "--out", out], silent)).toBe(1);
    expect(await main(["compile", measure, "--out", join(shop.folder, "never")], silent)).toBe(1);
    expect(readdirSync(out)).toEqual([...files.keys()]);
    for (const [name, text] of files) expect(readFileSync(join(out, name), "utf8")).toBe(text);
    expect(readdirSync(shop.folder)).not.toContain("never");
  });
});

describe("the validator", () => {
  it("imports nothing and says what Ajv says of the schema, on the cohorts of the cases and on broken ones", async () => {
    for (const name of POLICIES) {
      const files = await compiledIn(`validator-${name}`, policy(name));
      const code = files.get("measure.validate.js")!;
      expect(code).not.toMatch(/^import\b|\brequire\("|\bnew Function\b/m);
      const { measure } = compile(new SourceText("measure.banfa", policy(name)));
      const cohorts = casesOf(`policies/${name}/cases.yaml`, measure!).cases.map((c) => c.cohort);
      const broken = cohorts.map((cohort) =>
        Object.fromEntries(
          Object.entries(cohort).map(([kind, rows]) => [kind, rows.map((r) => ({ ...r, 不是字段: 1 }))]),
        ),
      );
      const given = [...cohorts, ...broken, { 无此对象: [] }, []];
      shop.write("given.json", JSON.stringify(given));
      const said = JSON.parse(
        shop.run(`
import { readFileSync } from "node:fs";
import validate from "./validator-${name}/out/measure.validate.js";
const given = JSON.parse(readFileSync("given.json", "utf8"));
process.stdout.write(JSON.stringify(given.map((g) => [validate(g), validate.errors])));
`),
      ) as unknown;
      const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
      const ours = ajv.compile(schemaFromIr(measure!));
      expect(said).toEqual(given.map((g) => [ours(g), ours.errors ?? null]));
    }
  });
});
