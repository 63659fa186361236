import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readParameters } from "../../src/data/params.ts";
import { dataSchemaOf } from "../../src/facts/data-schema.ts";
import { measureOf, root } from "./support.ts";

/** The measures set no figure that their regulation leaves open; files beside them do, and say that they only illustrate. */

const measures = readdirSync(join(root, "policies"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe.each(measures)("policies/%s", (name) => {
  const measure = measureOf(`policies/${name}/measure.banfa`);
  const path = join(root, "policies", name, "parameters-illustration.yaml");

  it("leaves its parameters open, each in the provision that does", () => {
    expect(measure.parameters.filter((p) => p.value !== null || p.cite === null)).toEqual([]);
  });

  it("has an illustration of all of them, and of nothing else", () => {
    expect(existsSync(path)).toBe(measure.parameters.length > 0);
    if (measure.parameters.length === 0) return;
    const { parameters, problems } = readParameters(path, dataSchemaOf(measure));
    expect(problems).toEqual([]);
    expect(parameters?.note).toBe("举例");
    expect(Object.keys(parameters?.values ?? {}).sort()).toEqual(
      measure.parameters.map((p) => p.name).sort(),
    );
  });
});
