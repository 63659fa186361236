import { describe, expect, it } from "vitest";
import { versionOf } from "../../src/cli/diff/compare.ts";
import { sidesOf } from "../../src/cli/diff/sides.ts";
import { loadMeasure } from "../../src/cli/load-measure.ts";
import { main } from "../../src/cli/program.ts";
import { diffMeasures } from "../../src/diff/diff.ts";

const FOLDER = "examples/prefecture-layer";

async function banfa(...args: string[]): Promise<[code: number, out: string, err: string]> {
  let [out, err] = ["", ""];
  const io = { colours: false, errColours: false, columns: 100, locale: "zh_CN.UTF-8", env: {} };
  const code = await main(args, {
    ...io,
    out: (t) => {
      out += t;
    },
    err: (t) => {
      err += t;
    },
  });
  return [code, out, err];
}

describe("the prefecture's layer and the county's", () => {
  it.each([
    "prefecture.banfa",
    "county.banfa",
  ])("%s leaves nothing open that it does not explain", async (name) => {
    const { measure, problems } = await loadMeasure(`${FOLDER}/${name}`);
    expect(problems.filter((p) => p.accepted === undefined)).toEqual([]);
    expect(measure?.effective).toEqual({ year: 2019, month: 1, day: 1 });
  });

  it("has cases that hold", async () => {
    const [code, out] = await banfa("test", `${FOLDER}/county.banfa`);
    expect([code, out.split("\n")[0]]).toEqual([0, `${FOLDER}/cases.yaml：4 个案例，4 个相符，0 个不符`]);
  });

  it("is stricter than its base where it changes it", () => {
    const sides = sidesOf(["policies/xizang/measure.banfa", `${FOLDER}/prefecture.banfa`]);
    if (!sides.ok) throw new Error("not read");
    const [old, now] = [
      sides.old.read("policies/xizang/measure.banfa"),
      sides.new.read(`${FOLDER}/prefecture.banfa`),
    ];
    const { changes } = diffMeasures(versionOf(old.source!), versionOf(now.source!));
    expect(
      changes.filter((c) => c.level === "outcome").map((c) => [(c.new ?? c.old)!.citation, c.direction]),
    ).toEqual([
      ["第六条(四)", "stricter"],
      ["第七条(二)5〔示例市驻村工作考核实施细则第三条增加〕", "stricter"],
      ["〔示例市驻村工作考核实施细则〕第四条", "stricter"],
    ]);
  });
});
