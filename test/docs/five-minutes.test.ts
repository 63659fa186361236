import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read } from "../architecture/sources.ts";
import { project } from "../plugin/project.ts";
import { compared } from "./snippets.ts";

/** The first five minutes of the guide for developers, done as it says, with the built package. */

const page = read("docs/guide/developers.md");
const section = page.slice(page.indexOf("## Five minutes"), page.indexOf("\n## Compile"));
/** Blocks that begin with the name of their file. */
const files = Object.fromEntries(
  [...section.matchAll(/^```\w+\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(([, path, text]) => [path!, text!]),
);

let folder: string;
beforeAll(() => {
  folder = project({ ...files, "app/measure.banfa": read("policies/guangxi/measure.banfa") });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the first five minutes", () => {
  it("are three files", () => {
    expect(Object.keys(files)).toEqual(["vite.config.js", "tsconfig.json", "app/verdict.ts"]);
  });

  it("build, and give what the comments say", async () => {
    const lines = readFileSync(join(folder, "app/verdict.ts"), "utf8").split("\n").map(compared);
    const run = project({
      "vite.config.js": files["vite.config.js"]!,
      "app/measure.banfa": read("policies/guangxi/measure.banfa"),
      "app/verdict.ts": lines.join("\n"),
    });
    try {
      await build({
        root: run,
        configFile: join(run, "vite.config.js"),
        logLevel: "silent",
        build: { lib: { entry: "app/verdict.ts", formats: ["es"], fileName: () => "app.mjs" } },
      });
      let comparisons = 0;
      const same = (got: unknown, expected: unknown, line: string): void => {
        comparisons++;
        expect(got, line).toEqual(expected);
      };
      Object.assign(globalThis, { same });
      await import(/* @vite-ignore */ pathToFileURL(join(run, "dist/app.mjs")).href);
      expect(comparisons).toBe(4);
    } finally {
      rmSync(run, { recursive: true });
    }
  });

  it("are type-correct before the first build and after it, and a wrong option is not", async () => {
    const tsc = resolve("node_modules/typescript/bin/tsc");
    const check = () =>
      spawnSync(process.execPath, [tsc, "-p", "."], { cwd: folder, encoding: "utf8" }).stdout;
    expect(check()).toBe("");
    const configFile = join(folder, "vite.config.js");
    const lib = { entry: "app/verdict.ts", formats: ["es" as const] };
    await build({ root: folder, configFile, logLevel: "silent", build: { lib, write: false } });
    expect(readFileSync(join(folder, "app/measure.d.banfa.ts"), "utf8")).toContain('"损失较大"');
    expect(check()).toBe("");
    const app = files["app/verdict.ts"]!;
    writeFileSync(join(folder, "app/verdict.ts"), app.replace('安全事故: "无"', '安全事故: "损失轻微"'));
    expect(check()).toContain(`Type '"损失轻微"' is not assignable to type '安全事故 | null'`);
  }, 180_000);
});
