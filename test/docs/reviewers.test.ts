import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS, optionsOf } from "../../src/cli/commands.ts";
import { main } from "../../src/cli/program.ts";

/**
 * The guide for reviewers, done as it says, beside the measures of the test cases: what a block shows are lines of what the
 * command prints, in their order. A block without a command belongs to the comparison of the two versions it begins with.
 */

const home = process.cwd();
/** Proofs of the second language take time: with the applications. */
const apps = process.env.BANFA_TESTS === "apps";
const scratch = mkdtempSync(join(tmpdir(), "banfa-reviewers-"));
const inputs = {
  diff: ["old.banfa", "new.banfa", "ranked-old.banfa", "ranked-new.banfa", "cohort.csv"],
  prove: ["measure.banfa"],
  "what-if": ["measure.banfa", "villages.csv"],
};
beforeAll(() => {
  for (const [of, files] of Object.entries(inputs))
    for (const f of files) cpSync(join("test/cases/cli", of, f), join(scratch, of, f));
});
afterEach(() => process.chdir(home));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function run(command: string): Promise<string> {
  let said = "";
  const put = (text: string) => {
    said += text;
  };
  const io = {
    ...{ out: put, err: put, colours: false, errColours: false, columns: 100 },
    ...{ locale: "zh_CN.UTF-8", env: {} },
  };
  const args = command.split(" ");
  process.chdir(join(scratch, args[0]!));
  await main(args, io);
  return said;
}

/** The lines of a block that do not come in this order; how long lines are broken is no matter. */
function absent(block: string, output: string): string[] {
  const plain = (text: string) => text.replace(/\s/g, "");
  const all = plain(output);
  let from = 0;
  return block.split("\n").filter((line) => {
    if (line === "…" || line.trim() === "") return false;
    const at = all.indexOf(plain(line), from);
    if (at >= 0) from = at + plain(line).length;
    return at < 0;
  });
}

describe.each(["docs/guide/reviewers.zh-CN.md", "docs/guide/reviewers.md"])("%s", (path) => {
  const page = readFileSync(path, "utf8");
  const blocks = [...page.matchAll(/^```(\w*)\n([\s\S]*?)\n```$/gm)].map((m) => ({ of: m[1]!, text: m[2]! }));
  const language = path.includes("zh-CN") ? "" : " --lang en";
  const shown = blocks
    .filter((b) => b.of === "")
    .map((b) => b.text)
    .filter((text) => apps || language === "" || /^\$ banfa diff/.test(text));

  it.each(shown)("%s", async (block) => {
    const [, command, lines] = /^(?:\$ banfa (.*)\n)?([\s\S]*)$/.exec(block)!;
    // Evidence is looked for where a block shows it.
    const asked = command?.startsWith("diff") ? `${command} --no-proof` : command;
    expect(absent(lines!, await run(asked ?? `diff old.banfa new.banfa${language}`))).toEqual([]);
  });

  it("has approvals that approve, and calls that there are", async () => {
    const approvals = blocks.find((b) => b.of === "yaml" && b.text.includes("approvals:"))!;
    writeFileSync(join(scratch, "diff", "approvals.yaml"), approvals.text);
    const fingerprint = /fingerprint: (\w+)/.exec(approvals.text)![1]!;
    const call = "diff old.banfa new.banfa --no-proof --format json --approvals approvals.yaml";
    const { files } = JSON.parse(await run(call)) as {
      files: { changes: { fingerprint: string; approved?: unknown }[] }[];
    };
    const change = files[0]!.changes.find((c) => c.fingerprint === fingerprint)!;
    expect(change.approved).toBeTruthy();
    for (const { of, text } of blocks.filter((b) => b.of === "sh"))
      expect(spawnSync("sh", ["-n"], { input: text }).status, of).toBe(0);
    const known = COMMANDS.flatMap((c) => optionsOf(c).map((o) => /--[\w-]+/.exec(o.flags)?.[0]));
    const flags = blocks.flatMap((b) => b.text.match(/(?<=banfa .*)--[a-z-]+/g) ?? []);
    expect(flags.filter((f) => !known.includes(f))).toEqual([]);
  });
});
