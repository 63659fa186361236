import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Chunks } from "../../src/cli/launch/chunks.ts";

/** How the built command line loads itself: the text of its chunks, or what V8 made of them before. */

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "banfa-chunks-"));
  writeFileSync(
    join(folder, "main.cjs"),
    'exports.path = require("node:path"); exports.called = () => require("./other.cjs").answer(); exports.name = "main";',
  );
  writeFileSync(
    join(folder, "other.cjs"),
    'const main = require("./main.cjs"); exports.answer = () => [main.name, moduleUrl.startsWith("file:")];',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Main {
  readonly path: unknown;
  called(): unknown;
}

const load = () => {
  const chunks = new Chunks(pathToFileURL(`${folder}/`));
  return { chunks, main: chunks.load("./main.cjs") as Main };
};

const kept = () => {
  const [of] = readdirSync(join(folder, "code-cache"));
  return readdirSync(join(folder, "code-cache", of!)).map((f) => join(folder, "code-cache", of!, f));
};

describe("chunks of the built command line", () => {
  it("load each other, Node's own modules, and know where they are", async () => {
    const { main } = load();
    expect(main.path).toBe((await import("node:path")).default);
    expect(main.called()).toEqual(["main", true]);
  });

  it("take the code that was kept, and give the same", () => {
    const first = load();
    const said = first.main.called();
    first.chunks.keep();
    expect(kept()).toHaveLength(2);
    const second = load();
    expect(second.main.called()).toEqual(said);
    expect(second.chunks.refused).toBe(0);
  });

  it("are compiled where the kept code is of another text or cannot be used", () => {
    const first = load();
    first.main.called();
    first.chunks.keep();
    const size = statSync(kept()[0]!).size;
    for (const path of kept()) writeFileSync(path, Buffer.alloc(size, 7));
    expect(load().main.called()).toEqual(["main", true]);
    writeFileSync(join(folder, "other.cjs"), 'exports.answer = () => "changed since it was kept";');
    first.chunks.keep();
    const second = load();
    expect(second.main.called()).toBe("changed since it was kept");
    expect(second.chunks.refused).toBe(1);
  });
});
