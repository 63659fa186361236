import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, posix } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileModule } from "../../src/compiler/modules/index.ts";
import { compare } from "../../src/diff/index.ts";
import { compile, wording } from "../../src/index.ts";
import { launch, noChromium } from "../chromium.ts";
import { policy } from "./workshop.ts";

/** The built package in a page as it is: native modules, an import map for what it depends on, no bundler. */

const root = join(import.meta.dirname, "../..");

type Conditions = string | null | { readonly [condition: string]: Conditions };
interface Package {
  readonly name: string;
  readonly main?: string;
  readonly module?: string;
  readonly exports?: Conditions;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifest = (folder: string): Package =>
  JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Package;

/** The first of what a browser takes. */
function target(conditions: Conditions | undefined): string | null {
  if (typeof conditions === "string") return conditions;
  for (const name of ["browser", "import", "module", "default"]) {
    const found = conditions?.[name] === undefined ? null : target(conditions[name]);
    if (found !== null) return found;
  }
  return null;
}

const address = (folder: string, path: string): string => posix.join("/", folder, path);

/** The import map of a page: the exports of the package, and of each package that it needs the main module. */
function importMap(): Record<string, string> {
  const own = manifest(".");
  const map: Record<string, string> = {};
  for (const [name, to] of Object.entries(own.exports as Readonly<Record<string, Conditions>>)) {
    const path = name.includes("*") ? null : target(to);
    if (path?.endsWith(".js")) map[posix.join("banfa", name)] = address("", path);
  }
  const needed = ["chevrotain", "@jridgewell/gen-mapping"];
  expect(Object.keys(own.dependencies ?? {})).toEqual(expect.arrayContaining(needed));
  for (const name of needed) {
    const folder = `node_modules/${name}`;
    const { exports, module, main, dependencies } = manifest(folder);
    const first = typeof exports === "object" && exports !== null && "." in exports ? exports["."] : exports;
    const path = target(first) ?? module ?? main;
    // Packages of types alone have nothing to load.
    if (path !== undefined && path !== "") map[name] = address(folder, path);
    for (const other of Object.keys(dependencies ?? {})) if (!needed.includes(other)) needed.push(other);
  }
  return map;
}

const FACTS = {
  ...{
    编号: "甲",
    平时考核分: 24.5,
    年终考核分: 33,
    建房进度: 80,
    安全事故: "无",
    资金问题: "无",
    监管问题: "无",
  },
  ...{ 弄虚作假: false, 违纪违法: false },
};
const CONTEXT = { kind: "包点领导", year: 2018, parameters: { 优秀名额: 1 }, history: [] };

const SCRIPT = `
import { compile, wording } from "banfa";
import { compileModule } from "banfa/modules";
import { compare } from "banfa/diff";
import * as full from "banfa/runtime/full";

const text = await (await fetch("/policies/guangxi/measure.banfa")).text();
const { measure } = compile(text, { name: "measure.banfa" });
const facts = ${JSON.stringify(FACTS)};
const context = ${JSON.stringify(CONTEXT)};
const { grades, values } = measure.evaluate(facts, context);
const [problem] = measure.evaluate({ ...facts, 平时考核分: 31 }, context).problems;
const said = {
  grades, values, asked: measure.missing({ 编号: "甲" }, context).length,
  problem: wording(measure.describe(problem), "zh").message,
  code: compileModule(text, { name: "measure.banfa" }).module.code,
  full: Object.keys(full).length > 0,
  diff: compare(text, text.replace("低于60分", "低于65分")).json(),
};
document.documentElement.dataset.said = JSON.stringify(said);
`;

describe.skipIf(noChromium !== null)("the built package in Chromium", () => {
  let server: Server;
  let browser: Browser;
  const asked = new Set<string>();

  beforeAll(async () => {
    const page = `<!doctype html><script type="importmap">${JSON.stringify({ imports: importMap() })}</script>
<script type="module">${SCRIPT}</script>`;
    server = createServer(({ url = "/" }, response) => {
      const { pathname } = new URL(url, "http://localhost");
      const path = join(root, decodeURIComponent(pathname));
      asked.add(pathname);
      const known = pathname === "/" || (/\.(?:m?js|banfa)$/.test(pathname) && existsSync(path));
      const type = pathname === "/" ? "text/html" : /js$/.test(pathname) ? "text/javascript" : "text/plain";
      response.setHeader("Content-Type", `${type}; charset=utf-8`);
      response.statusCode = known ? 200 : 404;
      response.end(pathname === "/" ? page : known ? readFileSync(path) : "");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it("compiles, evaluates, asks, describes and makes modules without a bundler", async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    const said = page.waitForSelector("html[data-said]", { state: "attached", timeout: 30_000 });
    await said.catch(() => {
      throw new Error(`the page said nothing: ${errors.join("\n")}`);
    });
    const text = policy("guangxi");
    const { measure } = compile(text, { name: "measure.banfa" });
    const { grades, values } = measure!.evaluate(FACTS, CONTEXT);
    const [problem] = measure!.evaluate({ ...FACTS, 平时考核分: 31 }, CONTEXT).problems;
    expect(JSON.parse((await page.locator("html").getAttribute("data-said")) ?? "")).toEqual(
      JSON.parse(
        JSON.stringify({
          grades,
          values,
          asked: measure!.missing({ 编号: "甲" }, CONTEXT).length,
          problem: wording(measure!.describe(problem!), "zh").message,
          code: compileModule(text, { name: "measure.banfa" }).module!.code,
          full: true,
          diff: compare(text, text.replace("低于60分", "低于65分")).json(),
        }),
      ),
    );
    // It was the package that was asked, not a bundle.
    expect([...asked]).toEqual(expect.arrayContaining(["/dist/index.js", "/dist/facts/fact-problems.js"]));
    expect([...asked].filter((path) => path.startsWith("/dist/data/"))).toEqual([]);
  });
});
