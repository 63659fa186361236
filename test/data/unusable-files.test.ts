import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readDataFiles } from "../../src/data/data-files.ts";
import { MOST_UNPACKED } from "../../src/data/workbook/guard.ts";
import { workbookBytes } from "../../src/data/workbook/write.ts";
import { leaders, twoKinds } from "./schema-for-tests.ts";
import { zipOf } from "./zip.ts";

/** Workbooks that cannot be used, and sheets that nobody can tell: what a run says of them. */

const folder = mkdtempSync(join(tmpdir(), "banfa-unusable-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function codes(name: string, bytes: Uint8Array, schema = leaders): Promise<string[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { problems } = await readDataFiles([{ kind: null, list: null, path }], schema);
  return problems.map((p) => p.code);
}

it("says of a workbook with a password, or of the old kind, how to save it anew (BF4016)", async () => {
  const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)];
  expect(await codes("old.xlsx", Uint8Array.from(old))).toEqual(["BF4016"]);
});

it("refuses a workbook that would unpack to more than there is room for (BF4018)", async () => {
  const bomb = zipOf({ "xl/worksheets/sheet1.xml": "<worksheet/>" }, { size: () => MOST_UNPACKED + 1 });
  expect(await codes("bomb.xlsx", bomb)).toEqual(["BF4018"]);
});

it("asks which kind a sheet is of when its header and its name fit several (BF4104)", async () => {
  const alike = {
    ...twoKinds,
    kinds: twoKinds.kinds.map((k) => ({ ...k, key: "编号", columns: leaders.kinds[0]!.columns })),
  };
  const sheet = {
    name: "名单",
    rows: [
      ["编号", "县"],
      ["A", "东县"],
    ].map((row) => [...row]),
  };
  expect(await codes("sheets.xlsx", await workbookBytes([sheet], { title: "" }), alike)).toEqual(["BF4104"]);
});
