import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/program.ts";
import { readJson } from "../../src/data/json.ts";
import { checkAgainst } from "../../src/data/schema-check.ts";

/** What the commands print as JSON holds to the published schema; every command in every format: formats.test.ts. */

const root = join(import.meta.dirname, "../..");
const home = process.cwd();
beforeAll(() => process.chdir(root));
afterAll(() => process.chdir(home));

const CASES = "test/cases/cli";
const GUANGXI =
  "policies/guangxi/measure.banfa --data examples/guangxi-2018/cohort.csv --year 2018 --date 2019-01-10";

const COMMANDS: readonly (readonly [string, string])[] = [
  [
    "check",
    "check policies/guangxi/measure.banfa policies/xizang/measure.banfa policies/nandan/measure.banfa",
  ],
  [
    "check",
    "check policies/yanglousi/measure.banfa policies/yingshan/measure.banfa policies/jiange/measure.banfa",
  ],
  ["check", `check ${CASES}/reports/findings.banfa ${CASES}/check-findings/accepted.banfa no-such.banfa`],
  ["check", `check --lang en ${CASES}/check-unreadable/binary.banfa`],
  ["run", `run ${GUANGXI} --params examples/guangxi-2018/parameters.yaml`],
  ["stopped", `run ${GUANGXI} --strict`],
  ["explain", `explain ${GUANGXI} --subject L0101`],
  ["stopped", `explain ${GUANGXI} --subject L9999`],
  ["test", "test policies/guangxi/measure.banfa --coverage"],
  ["test", `test ${CASES}/test-folder`],
  ["coverage", "coverage policies/guangxi"],
  ["stopped", "coverage policies"],
  ["fmt", `fmt --check policies/guangxi/measure.banfa ${CASES}/reports/untidy.banfa no-such.banfa`],
  ["fmt", "fmt --stdout policies/guangxi/measure.banfa"],
  ["diff", `diff ${CASES}/diff/old.banfa ${CASES}/diff/new.banfa --approvals ${CASES}/diff/approvals.yaml`],
  [
    "diff",
    `diff ${CASES}/diff/ranked-old.banfa ${CASES}/diff/ranked-new.banfa --data ${CASES}/diff/cohort.csv --year 2024`,
  ],
];

describe("the JSON of a command", () => {
  it.each(COMMANDS)("%s: %s", async (form, command) => {
    let out = "";
    const io = {
      out: (text: string) => {
        out += text;
      },
      err: () => {},
      colours: false,
      errColours: false,
      columns: 100,
      locale: "zh_CN.UTF-8",
      env: {},
    };
    await main([...command.split(" "), "--format", "json"], io);
    const { document } = readJson("output.json", out);
    expect(checkAgainst(document!, `output#/definitions/${form}`).map((p) => [p.code, p.parameters])).toEqual(
      [],
    );
  });
});
