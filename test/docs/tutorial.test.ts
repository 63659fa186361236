import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli/program.ts";

/**
 * The tutorial, done as it says. A block names its file: ```` ```banfa measure.banfa ```` adds lines to it, `diff` replaces
 * lines, `yaml` and `csv` write it. A `console` block is a command and what it prints; `BANFA_UPDATE=1` writes what it
 * prints now. What is there at the end is examples/new-town.
 */

const home = process.cwd();
const update = (process.env.BANFA_UPDATE ?? "") !== "";
const scratch = mkdtempSync(join(tmpdir(), "banfa-tutorial-"));
afterEach(() => process.chdir(home));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const BLOCK = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm;

async function run(command: string): Promise<string> {
  let said = "";
  const put = (text: string) => {
    said += text;
  };
  const io = {
    ...{ out: put, err: put, colours: false, errColours: false, columns: 100 },
    ...{ locale: "zh_CN.UTF-8", env: {} },
  };
  await main(command.split(" ").slice(2), io);
  return said.replace(/\n*$/, "\n");
}

/** Lines with `-` become those with `+`; others show where. */
function change(text: string, block: string): string {
  const lines = block.replace(/\n$/, "").split("\n");
  const side = (mark: string) =>
    lines
      .filter((l) => l.startsWith(mark) || l.startsWith(" "))
      .map((l) => l.slice(1))
      .join("\n");
  expect(text.split(side("-")).length, `once in the file:\n${side("-")}`).toBe(2);
  return text.replace(side("-"), () => side("+"));
}

async function play(page: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  process.chdir(folder);
  let made = "";
  let last = 0;
  for (const m of page.matchAll(BLOCK)) {
    const [block, language, file, body] = m as unknown as [string, string, string | undefined, string];
    made += page.slice(last, m.index);
    last = m.index + block.length;
    if (language === "console") {
      const [first] = body.split("\n") as [string];
      expect(first, "a command").toMatch(/^\$ npx banfa /);
      made += `\`\`\`console\n${first}\n${await run(first.slice(2))}\`\`\``;
      continue;
    }
    made += block;
    if (file === undefined) continue;
    // A file to be changed that is not there yet is the measure saved under another name.
    const before = language === "diff" ? contents(file) || contents("measure.banfa") : contents(file);
    const added = language === "banfa" && before !== "" ? `${before}\n${body}` : body;
    writeFileSync(file, language === "diff" ? change(before, body) : added);
  }
  process.chdir(home);
  return made + page.slice(last);
}

function contents(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

describe.each(["docs/guide/tutorial.zh-CN.md", "docs/guide/tutorial.md"])("%s", (path) => {
  const page = readFileSync(resolve(path), "utf8");

  it("goes as it says, and ends with the example", async () => {
    const folder = join(scratch, path);
    const made = await play(page, folder);
    if (update) {
      writeFileSync(resolve(path), made);
      for (const name of readdirSync(folder))
        writeFileSync(join(home, "examples/new-town", name), contents(join(folder, name)));
    }
    expect(made).toBe(page);
    for (const name of readdirSync(join(home, "examples/new-town")).filter((n) => !n.endsWith(".md")))
      expect(contents(join(folder, name)), name).toBe(contents(join(home, "examples/new-town", name)));
    expect(dirname(folder)).not.toBe(home);
  });

  it("has at most fifteen steps", () => {
    const steps = page.match(/^## \d+/gm) ?? [];
    expect(steps.length).toBeGreaterThan(9);
    expect(steps.length).toBeLessThanOrEqual(15);
  });
});

it("the tutorial has the same measure in both languages", () => {
  const blocks = (path: string) =>
    [...readFileSync(path, "utf8").matchAll(BLOCK)]
      .filter((m) => m[1] !== "console" && m[2] !== undefined)
      .map((m) => m[3]);
  expect(blocks("docs/guide/tutorial.md")).toEqual(blocks("docs/guide/tutorial.zh-CN.md"));
});
