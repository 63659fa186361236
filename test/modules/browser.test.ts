import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileModule } from "../../src/compiler/modules/index.ts";
import { validatorModule } from "../../src/compiler/modules/validator.ts";
import { compile } from "../../src/index.ts";
import { launch, noChromium } from "../chromium.ts";
import { policy, RUNTIME } from "./workshop.ts";

/** Modules and the compiler in a browser: in a page that lets no text become code, in a worker, and all of it at once. */

const root = join(import.meta.dirname, "../..");

const COHORT = {
  包点领导: [
    { 编号: "甲", 平时考核分: 24.5, 年终考核分: 33, 建房进度: 80 },
    { 编号: "乙", 平时考核分: 29, 年终考核分: 68.25, 建房进度: 100 },
    { 编号: "丙", 平时考核分: 29, 安全事故: "损失较大" },
  ].map((r) => ({ 资金问题: "无", 监管问题: "无", 弄虚作假: false, 违纪违法: false, ...r })),
};
const CONTEXT = { year: 2018, parameters: { 优秀名额: 1 }, history: [] };

/** Says what came out, in an attribute of the page. */
const SAID = "document.documentElement.dataset.said";
const REPORT = `const report = (value) => { ${SAID} = JSON.stringify(value); };
const fail = (error) => report({ error: String(error) });
`;

const EVALUATE = `
const { outcomes, result } = measure.evaluateAll(${JSON.stringify(COHORT)}, ${JSON.stringify(CONTEXT)});
const said = { outcomes, result, sentences: explain(outcomes.包点领导[0], { lang: "zh" }) };
let evaluated = false;
try { (0, eval)("0"); evaluated = true; } catch {}
`;

const PAGES: Readonly<Record<string, string>> = {
  "/page.js": `import measure, { explain } from "/measure.js";
${REPORT}${EVALUATE}
report({ said, evaluated });`,
  "/worker.js": `import measure, { explain } from "/measure.js";
${EVALUATE}
postMessage({ said: JSON.parse(JSON.stringify(said)), evaluated });`,
  "/starts-worker.js": `${REPORT}
const worker = new Worker("/worker.js", { type: "module" });
worker.onmessage = (event) => report(event.data);
worker.onerror = fail;`,
  "/validates.js": `import validate from "/validate.js";
${REPORT}
const cohort = ${JSON.stringify(COHORT)};
report({ valid: validate(cohort), invalid: validate({ 包点领导: [{ ...cohort.包点领导[0], 平时考核分: 31 }] }),
  at: validate.errors.map((e) => e.instancePath)[0] });`,
  "/compiles.js": `import { compile } from "/compiler.js";
${REPORT}
const text = await (await fetch("/measure.banfa")).text();
const { measure, problems } = compile(text, { name: "measure.banfa" });
const explain = (outcome, options) => measure.explain(outcome, options);
${EVALUATE}
report({ said, problems: problems.map((p) => p.code) });`,
  "/compiles-modules.js": `import { compileModule } from "/modules.js";
${REPORT}
const text = await (await fetch("/measure.banfa")).text();
const { module } = compileModule(text, { name: "measure.banfa", runtime: "/runtime" });
report(module);`,
};

describe.skipIf(noChromium !== null)("in Chromium", () => {
  const text = policy("guangxi");
  const { module } = compileModule(text, { name: "measure.banfa", runtime: "/runtime" });
  const files = new Map<string, string>([
    ...Object.entries(PAGES),
    ["/measure.js", module!.code],
    ["/validate.js", validatorModule(compile(text).measure!.ir).code],
    ["/measure.banfa", text],
  ]);
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    const bundle = (contents: string) =>
      buildSync({
        stdin: { contents, resolveDir: root, loader: "ts" },
        bundle: true,
        platform: "browser",
        format: "esm",
        write: false,
      }).outputFiles[0]!.text;
    // One file with all parts: what a part exports has to be one thing.
    const paths = Object.values(RUNTIME).map((file) => `./src/runtime/${file}`);
    files.set("/runtime", bundle(paths.map((p) => `export * from "${p}";`).join("\n")));
    for (const part of Object.keys(RUNTIME)) files.set(`/runtime/${part}`, `export * from "/runtime";`);
    files.set("/compiler.js", bundle(`export * from "./src/index.ts";`));
    files.set("/modules.js", bundle(`export * from "./src/compiler/modules/index.ts";`));
    server = createServer(({ url = "/" }, response) => {
      const { pathname, searchParams } = new URL(url, "http://localhost");
      const script = searchParams.get("script");
      if (searchParams.get("policy") !== "none")
        response.setHeader(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; connect-src 'self'",
        );
      const body =
        script === null
          ? files.get(pathname)
          : `<!doctype html><script type="module" src="/${script}"></script>`;
      const type =
        script !== null ? "text/html" : pathname.endsWith(".banfa") ? "text/plain" : "text/javascript";
      response.setHeader("Content-Type", `${type}; charset=utf-8`);
      response.statusCode = body === undefined ? 404 : 200;
      response.end(body ?? "");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** What a script of a page says. */
  async function said(script: string, csp: "strict" | "none" = "strict"): Promise<Record<string, unknown>> {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/?script=${script}&policy=${csp}`);
    try {
      // A function to wait for would be code from text.
      await page.waitForSelector("html[data-said]", { state: "attached", timeout: 30_000 });
    } catch {
      throw new Error(`${script} said nothing: ${errors.join("\n")}`);
    }
    const text = (await page.locator("html").getAttribute("data-said")) ?? "";
    await page.close();
    return JSON.parse(text) as Record<string, unknown>;
  }

  const { measure, problems } = compile(text, { name: "measure.banfa" });
  const { outcomes, result } = measure!.evaluateAll(COHORT, CONTEXT);
  const expected: unknown = JSON.parse(
    JSON.stringify({
      outcomes,
      result,
      sentences: measure!.explain(outcomes.包点领导![0]!, { lang: "zh" }),
    }),
  );

  it("a module runs in a page whose policy lets no text become code", async () => {
    expect(await said("page.js")).toEqual({ said: expected, evaluated: false });
  });

  it("a module runs in a worker", async () => {
    expect(await said("starts-worker.js")).toEqual({ said: expected, evaluated: false });
  });

  it("a validator runs in a page with such a policy", async () => {
    expect(await said("validates.js")).toEqual({ valid: true, invalid: false, at: "/包点领导/0/平时考核分" });
  });

  it("the compiler compiles and evaluates", async () => {
    const found = problems.map((p) => p.code);
    expect(await said("compiles.js", "none")).toEqual({ said: expected, problems: found });
  });

  it("the compiler makes modules, under such a policy too, with the same bytes", async () => {
    expect(await said("compiles-modules.js")).toEqual(JSON.parse(JSON.stringify(module)));
  });
});
