import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/program.ts";
import { compile } from "../../src/compiler/compile.ts";
import {
  accountFor,
  type How,
  type Inventory,
  readInventory,
  readInventoryIds,
} from "../../src/data/inventory.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { measureOf, root } from "./support.ts";

/** Every rule of a regulation is accounted for: where it lives in the measure, and how it is handled. */

const policies = readdirSync(join(root, "policies"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const { ids, problems } = readInventoryIds(join(root, "policies/inventory-ids.csv"));

/** The classes of ambiguity that a reader found in each rule: the third column of the same file. */
const classes = new Map(
  readFileSync(join(root, "policies/inventory-ids.csv"), "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .map(([id, , codes]) => [id!, (codes ?? "").split(" ")]),
);

it("the ids of six regulations are known", () => {
  expect(problems).toEqual([]);
  const counts: Record<string, number> = {};
  for (const id of ids!.keys()) counts[id.slice(0, 2)] = (counts[id.slice(0, 2)] ?? 0) + 1;
  expect(counts).toEqual({ GX: 90, YL: 76, XZ: 94, ND: 129, YS: 42, JG: 40 });
});

it("six measures are accounted for", () => {
  expect(policies).toEqual(["guangxi", "jiange", "nandan", "xizang", "yanglousi", "yingshan"]);
});

describe.each(policies)("policies/%s/inventory.yaml", (name) => {
  const { inventory, problems: unread } = readInventory(join(root, "policies", name, "inventory.yaml"));
  const account =
    inventory && accountFor(inventory, ids!, measureOf(`policies/${name}/${inventory.measure}`));

  it("accounts for every rule and every provision", () => {
    expect(unread).toEqual([]);
    expect(account).toMatchObject({
      missing: [],
      unknownIds: [],
      unclaimed: [],
      unknownClauses: [],
      withoutCode: [],
      notBorneOut: [],
      complete: true,
    });
  });

  it("leaves open only what is ambiguous in that way", () => {
    expect(account!.open.filter(({ id, code }) => !classes.get(id)?.includes(code))).toEqual([]);
  });

  it("hardly declares what ought to be handled", () => {
    expect(account!.declared.ids.length).toBeLessThanOrEqual(account!.declared.allowed);
  });
});

const TEXT = `办法 甲
考核周期 每年
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
一、【目的】宣示
二、【评定】
  (一)【得分】总分 = 得分 × 2
  (二)【流程】
    程序 评定:
      1、镇 每年3月底前 公布 结果
三、【解释】宣示
`;
const sample = compile(new SourceText("a.banfa", TEXT)).measure!;
const rules = new Map([
  ["AA-1", "purpose/scope"],
  ["AA-2.1", "indicator"],
  ["AA-2.2", "deadline/calendar"],
  ["AA-3", "interpretation/precedence/delegation"],
  ["BB-1", "requirement"],
]);

type Entry = readonly [id: string, clauses: readonly string[], how: How, code?: string];
const FULL: readonly Entry[] = [
  ["AA-1", ["一"], "declared"],
  ["AA-2.1", ["二(一)"], "computed"],
  ["AA-2.2", ["二(二)"], "scheduled"],
  ["AA-3", ["三"], "declared"],
];

function inventoryOf(entries: readonly Entry[]): Inventory {
  return {
    file: "inventory.yaml",
    measure: "measure.banfa",
    rows: entries.map(([id, clauses, how, code], i) => ({
      id,
      clauses,
      how,
      code: code ?? null,
      note: null,
      line: i + 1,
    })),
  };
}

const changed = (id: string, row: Entry | null): readonly Entry[] =>
  FULL.flatMap((e) => (e[0] === id ? (row === null ? [] : [row]) : [e]));
const accountOf = (entries: readonly Entry[]) => accountFor(inventoryOf(entries), rules, sample);

describe("an account", () => {
  it("is complete when nothing is left out, of the regulations it speaks of", () => {
    expect(accountOf(FULL)).toMatchObject({
      total: 4,
      complete: true,
      counts: { computed: 1, scheduled: 1, declared: 2 },
    });
  });

  it("takes brackets of either width, and the head of the measure", () => {
    const entry: Entry = ["AA-2.1", ["二（一）", "总则"], "computed"];
    expect(accountOf(changed("AA-2.1", entry)).complete).toBe(true);
  });

  it("misses a rule, and the provision that only this rule pointed to", () => {
    const account = accountOf(changed("AA-2.1", null));
    expect(account).toMatchObject({ missing: ["AA-2.1"], unclaimed: ["二(一)"], complete: false });
  });

  it("does not ask for headings, but for provisions without a rule", () => {
    const account = accountOf(changed("AA-3", ["AA-3", ["一"], "declared"]));
    expect(account).toMatchObject({ missing: [], unclaimed: ["三"], complete: false });
  });

  it("points at citations and ids that are not there", () => {
    const account = accountOf([
      ...changed("AA-3", ["AA-3", ["三", "二(三)"], "declared"]),
      ["AA-9", ["三"], "open", "AMT"],
    ]);
    expect(account.unknownClauses).toMatchObject([{ id: "AA-3", clause: "二(三)" }]);
    expect(account.unknownIds).toEqual(["AA-9"]);
    expect(account.complete).toBe(false);
  });

  it("asks for the rungs of a ladder one by one", () => {
    const ladder = `办法 甲
考核周期 每年
措施 惩处: 约谈、通报批评
对象 村,标识 编号
  编号: 文字
  批评: 次数 来源 镇
一、分级处理,就高:
  (一) 批评 1次以上 的,对 本人 约谈
  (二) 批评 2次以上 的,对 本人 通报批评
`;
    const { measure } = compile(new SourceText("ladder.banfa", ladder));
    const first: Entry = ["AA-1", ["一", "一(一)"], "computed"];
    const known = new Map([["AA-1", "repeated-count ladder"]]);
    expect(accountFor(inventoryOf([first]), known, measure!)).toMatchObject({
      unclaimed: ["一(二)"],
      notBorneOut: [],
    });
  });

  it("lists what is open by code, and asks for one", () => {
    const open = accountOf(changed("AA-2.1", ["AA-2.1", ["二(一)"], "open", "AMT"]));
    expect(open).toMatchObject({ open: [{ id: "AA-2.1", code: "AMT" }], complete: true });
    const silent = accountOf(changed("AA-2.1", ["AA-2.1", ["二(一)"], "open"]));
    expect(silent).toMatchObject({ withoutCode: ["AA-2.1"], complete: false });
  });

  it("does not take an article's word for what it does not do", () => {
    const computed = accountOf(changed("AA-3", ["AA-3", ["三"], "computed"]));
    expect(computed).toMatchObject({ notBorneOut: [{ id: "AA-3", how: "computed" }], complete: false });
    const scheduled = accountOf(changed("AA-2.1", ["AA-2.1", ["二(一)"], "scheduled"]));
    expect(scheduled.notBorneOut).toEqual([{ id: "AA-2.1", how: "scheduled" }]);
    const whole = accountOf(changed("AA-2.1", ["AA-2.1", ["二", "二(一)"], "scheduled"]));
    expect(whole.notBorneOut).toEqual([]);
  });

  it("lets three rules in a hundred of the other kinds be declared", () => {
    const many = new Map([
      ...rules,
      ...Array.from({ length: 98 }, (_, i) => [`AA-9.${i}`, "indicator"] as const),
    ]);
    const declaring = (n: number) => {
      const others = Array.from(
        { length: 98 },
        (_, i): Entry => [`AA-9.${i}`, ["三"], i < n ? "declared" : "recorded"],
      );
      return accountFor(inventoryOf([...FULL, ...others]), many, sample);
    };
    expect(declaring(3)).toMatchObject({ declared: { allowed: 3 }, complete: true });
    expect(declaring(4)).toMatchObject({ complete: false });
    expect(declaring(4).declared.ids).toHaveLength(4);
  });
});

describe("banfa coverage", () => {
  const folder = mkdtempSync(join(tmpdir(), "banfa-coverage-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function run(...args: string[]) {
    const said = { out: "", err: "" };
    const io: Io = {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      colours: false,
      errColours: false,
      columns: 100,
      locale: "en_GB.UTF-8",
      env: {},
    };
    return { code: await main(["coverage", ...args], io), ...said };
  }

  function write(rows: string) {
    writeFileSync(join(folder, "measure.banfa"), TEXT);
    writeFileSync(join(folder, "ids.csv"), "id,kind\nAA-1,purpose/scope\nAA-2,indicator\nAA-3,discretion\n");
    writeFileSync(join(folder, "inventory.yaml"), `measure: measure.banfa\nrows:\n${rows}`);
    return [folder, "--ids", join(folder, "ids.csv")];
  }

  const ROWS = [
    "  AA-1: { clauses: [一], how: declared }",
    "  AA-2: { clauses: [二(一), 二(二)], how: open, code: AMT }",
    "  AA-3: { clauses: [三], how: declared }",
  ];

  it("prints the account and ends with 0 when it is complete", async () => {
    const { code, out } = await run(...write(ROWS.join("\n")));
    expect(out).toContain("留空的原因\n  AMT 1  AA-2");
    expect(out).toContain("3 条，齐全");
    expect(code).toBe(0);
  });

  it("ends with 1 and says what is missing, in either language", async () => {
    const args = write(ROWS.slice(0, 2).join("\n"));
    const zh = await run(...args);
    expect(zh).toMatchObject({ code: 1 });
    expect(zh.out).toMatch(/没有写到的编号 +AA-3\n没有编号指向的条款 +三\n/);
    const en = await run(...args, "--lang", "en");
    expect(en.out).toMatch(/Rules without an entry +AA-3\nProvisions without a rule +三\n/);
  });

  it("gives the same as data", async () => {
    const { code, out } = await run(...write(ROWS.slice(1).join("\n")), "--format", "json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      total: 2,
      missing: ["AA-1"],
      unclaimed: ["一"],
      rows: [{ id: "AA-2", kind: "indicator", how: "open", code: "AMT" }, { id: "AA-3" }],
    });
  });

  it("says what is wrong with the files, and ends with 2 where there are none", async () => {
    const wrong = await run(...write("  AA-1: { clauses: [一], how: done }"));
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.err).toContain("BF4054");
    expect((await run(join(folder, "nowhere"))).code).toBe(2);
    const args = write(ROWS.join("\n"));
    writeFileSync(join(folder, "ids.csv"), "number\n1\n");
    expect((await run(...args)).err).toContain("BF4020");
  });
});
