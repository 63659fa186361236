import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CohortBuilder } from "../../src/data/cohort.ts";
import { readDataFiles } from "../../src/data/data-files.ts";
import type { RawCohort } from "../../src/data/raw.ts";
import { formTables } from "../../src/data/template/form-columns.ts";
import { tableNames } from "../../src/data/template/form-sheets.ts";
import { formsBySource, wholeForm } from "../../src/data/template/template.ts";
import { type InSheet, readWorkbook } from "../../src/data/workbook/read.ts";
import { readSheet, tablesIn } from "../../src/data/workbook-data.ts";
import { dataSchemaOf } from "../../src/facts/data-schema.ts";
import { measureOf, root } from "../policies/support.ts";

/** Forms: whatever a measure asks for has its place, and what is written there comes back as it was. */

const policies = readdirSync(join(root, "policies"), { withFileTypes: true })
  .filter((e) => e.isDirectory())
  .map((e) => e.name);

const EMPTY = { language: "zh", period: "2018", cohort: {} } as const;

async function sheetsOf(bytes: Uint8Array): Promise<readonly InSheet[]> {
  const { sheets, fault } = await readWorkbook(bytes);
  expect(fault).toBeNull();
  return sheets ?? [];
}

describe.each(policies)("the form of %s", (name) => {
  const measure = measureOf(`policies/${name}/measure.banfa`);
  const schema = dataSchemaOf(measure);

  it("has a sheet for each table and a column for each field, found again by their headings", async () => {
    const { bytes } = await wholeForm(measure, EMPTY);
    const { tables, problems } = tablesIn("a.xlsx", await sheetsOf(bytes), schema, null, null);
    expect(problems).toEqual([]);
    const wanted = [...tableNames(formTables(measure, schema, "zh")).values()];
    expect(tables.map((t) => t.sheet.name)).toEqual(wanted);
    const builder = new CohortBuilder(schema);
    const found = tables.flatMap((t) => readSheet("a.xlsx", t, builder));
    // Nothing is filled in: that is all there is to say.
    expect([...new Set(found.map((p) => p.code))]).toEqual(["BF4034"]);
  });

  it.runIf(name === "guangxi" || name === "xizang")("by department asks for every field", async () => {
    const forms = await formsBySource(measure, EMPTY);
    const asked = new Set<string>();
    for (const { bytes } of forms)
      for (const t of tablesIn("a.xlsx", await sheetsOf(bytes), schema, null, null).tables)
        for (let c = 0; c < t.sheet.width; c++)
          asked.add(`${t.sheet.name} ${t.sheet.cell(0, c)?.text.split(/[（\n]/)[0]}`);
    const whole = await sheetsOf((await wholeForm(measure, EMPTY)).bytes);
    for (const t of tablesIn("a.xlsx", whole, schema, null, null).tables)
      for (let c = 1; c < t.sheet.width; c++) {
        const field = `${t.sheet.name} ${t.sheet.cell(0, c)?.text.split(/[（\n]/)[0]}`;
        expect(asked.has(field), field).toBe(true);
      }
  });
});

it("gives back what was filled in beforehand, also when it is spread over the departments' forms", async () => {
  const measure = measureOf("policies/guangxi/measure.banfa");
  const schema = dataSchemaOf(measure);
  const path = join(root, "examples/guangxi-2018/cohort.csv");
  const { cohort } = await readDataFiles([{ kind: null, list: null, path }], schema);
  const readBack = async (files: readonly { readonly bytes: Uint8Array }[]): Promise<RawCohort> => {
    const builder = new CohortBuilder(schema);
    for (const { bytes } of files)
      for (const t of tablesIn("a.xlsx", await sheetsOf(bytes), schema, null, null).tables)
        readSheet("a.xlsx", t, builder);
    return builder.cohort();
  };
  const sorted = (of: RawCohort) =>
    (of.包点领导 ?? []).map((r) =>
      Object.entries(r)
        .map((e) => JSON.stringify(e).replace(/"([\d.]+)%"/, "$1"))
        .sort(),
    );
  const options = { ...EMPTY, cohort };
  expect(sorted(await readBack([await wholeForm(measure, options)]))).toEqual(sorted(cohort));
  expect(sorted(await readBack(await formsBySource(measure, options)))).toEqual(sorted(cohort));
});
