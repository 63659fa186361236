import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compileModule } from "../../src/compiler/modules/index.ts";
import { filesUnder, read } from "../architecture/sources.ts";

it("the examples are type-correct", () => {
  const tsc = join("node_modules", "typescript", "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", "examples"], { encoding: "utf8" });
  expect([status, stdout]).toEqual([0, ""]);
});

it("the types beside a measure are those that the plug-in writes", () => {
  const path = "examples/browser-form/measure.banfa";
  const { module } = compileModule(read(path), { name: path });
  expect(read("examples/browser-form/measure.d.banfa.ts")).toBe(module?.types);
});

it("each example app says in both languages how to start it", () => {
  const apps = filesUnder("examples", /\.(mjs|html)$/).map((f) => f.split("/").slice(0, 2).join("/"));
  expect(new Set(apps).size).toBeGreaterThan(1);
  for (const app of new Set(apps)) {
    expect(existsSync(join(app, "README.md")), app).toBe(true);
    const text = read(join(app, "README.md"));
    expect(text).toMatch(/\p{Script=Han}{8}/u);
    expect(text).toMatch(/^```/m);
  }
});
