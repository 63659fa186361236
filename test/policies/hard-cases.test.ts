import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { casesOf, measureOf, root } from "./support.ts";

/** The table of policies/README.md: for each hard one a case, which `measures.test.ts` runs with all others. */

const rows = readFileSync(join(root, "policies/README.md"), "utf8")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter((cells) => cells.length === 6 && !/^-+$|^难处$/.test(cells[1]!));

it("lists the hard ones", () => {
  expect(rows.length).toBeGreaterThanOrEqual(12);
});

it.each(rows.map(([, zh, en, measure, cases]) => [zh!, en!, measure!, cases!] as const))("%s", (...row) => {
  const [, en, measure, named] = row;
  const wanted = named.split("<br>").map((text) => text.replace(/^`|`$/g, ""));
  const folder = `policies/${measure}`;
  const { cases, problems } = casesOf(`${folder}/cases.yaml`, measureOf(`${folder}/measure.banfa`));
  expect(problems).toEqual([]);
  const names = cases.map((c) => c.name);
  expect(
    wanted.filter((name) => !names.includes(name)),
    en,
  ).toEqual([]);
});
