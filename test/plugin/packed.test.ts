import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer as createHttp, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, extname, join, resolve } from "node:path";
import {
  allGeneratedPositionsFor,
  LEAST_UPPER_BOUND,
  originalPositionFor,
  TraceMap,
} from "@jridgewell/trace-mapping";
import type { Browser, Page } from "playwright-core";
import { build, createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, noChromium } from "../chromium.ts";

/**
 * The package as it is packed, in a project as `npm create vite` makes it (vanilla-ts), with what the guide adds: types,
 * the development server, a worker, the built page under a strict policy, and the debugger.
 */

const FACTS = `{
  编号: "甲", 平时考核分: 24.5, 年终考核分: 33, 建房进度: 80,
  安全事故: "无", 资金问题: "无", 监管问题: "无", 弄虚作假: false, 违纪违法: false,
}`;

const FILES = {
  "index.html": `<!doctype html>
<html lang="zh"><head><meta charset="UTF-8" /><link rel="icon" href="/favicon.svg" /><title>app</title></head>
<body><p id="page"></p><p id="worker"></p><script type="module" src="/src/main.ts"></script></body></html>
`,
  "public/favicon.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`,
  "src/main.ts": `import measure, { evaluateColumns, explain, missing, type 包点领导Facts } from "./measure.banfa";
import schema from "./measure.banfa?schema";
import Judge from "./judge.ts?worker";

const facts: 包点领导Facts = ${FACTS};
const judged = (): string => {
  const outcome = measure.evaluate(facts, { kind: "包点领导", year: 2018 });
  const grade: "优秀" | "称职" | "基本称职" | "不称职" | null = outcome.grades.考核等次;
  return [grade, explain(outcome).length > 0, missing({ 编号: "乙" }, { kind: "包点领导", year: 2018 }).length > 0,
    typeof evaluateColumns, typeof schema.title].join(" ");
};
Object.assign(globalThis, { judged });
document.querySelector("#page")!.textContent = judged();

const judge = new Judge();
judge.onmessage = ({ data }: MessageEvent<string>) => {
  document.querySelector("#worker")!.textContent = data;
};
judge.postMessage(facts);
`,
  "src/judge.ts": `import measure, { type 包点领导Facts } from "./measure.banfa";

addEventListener("message", ({ data }: MessageEvent<包点领导Facts>) => {
  const { grades, reasons } = measure.evaluate(data, { kind: "包点领导", year: 2018 });
  postMessage([grades.考核等次, ...reasons].join(" "));
});
`,
  "vite.config.js": `import banfa from "banfa/vite";

export default { plugins: [banfa()] };
`,
  // As the template has it, and what the guide says to add: "banfa/client" and allowArbitraryExtensions.
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      ...{ target: "es2023", module: "esnext", lib: ["ES2023", "DOM", "DOM.Iterable"] },
      ...{ types: ["vite/client", "banfa/client"], allowArbitraryExtensions: true },
      ...{ moduleResolution: "bundler", allowImportingTsExtensions: true, verbatimModuleSyntax: true },
      ...{
        moduleDetection: "force",
        noEmit: true,
        strict: true,
        noUnusedLocals: true,
        noUnusedParameters: true,
      },
      ...{ erasableSyntaxOnly: true, noFallthroughCasesInSwitch: true, noUncheckedSideEffectImports: true },
      // Stricter than the template: what is written for others stands it.
      ...{ skipLibCheck: false, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    },
    include: ["src"],
  }),
};

const MEASURE = "node_modules/banfa/policies/guangxi/measure.banfa";
/** What the page and the worker say of these facts: 57.5 points. */
const PAGE_SAYS = "不称职 true true function string";
const WORKER_SAYS = "不称职 第十七条(一) 第十七条(二) 第二十条";
const DEFINITION = "综合得分 = 平时考核分 + 年终考核分 + 加减分";

/** What npm, TypeScript and bundlers may take where others work too. */
const SLOW = 120_000;
const SEEN = 30_000;

let folder: string;
const at = (path: string) => join(folder, path);
const tsc = () =>
  spawnSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", "."], {
    cwd: folder,
    encoding: "utf8",
  }).stdout;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "banfa-packed-"));
  mkdirSync(at("node_modules"));
  const packed = execFileSync("npm", ["pack", "--silent", "--offline", "--pack-destination", folder], {
    encoding: "utf8",
  });
  execFileSync("tar", ["-xzf", at(packed.trim().split("\n").at(-1)!), "-C", at("node_modules")]);
  renameSync(at("node_modules/package"), at("node_modules/banfa"));
  // What npm installs for it: its dependencies, and nothing else.
  const { dependencies } = JSON.parse(readFileSync(at("node_modules/banfa/package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const name of ["vite", ...Object.keys(dependencies)]) {
    mkdirSync(dirname(at(`node_modules/${name}`)), { recursive: true });
    symlinkSync(resolve("node_modules", name), at(`node_modules/${name}`));
  }
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  }
  cpSync(at(MEASURE), at("src/measure.banfa"));
}, SLOW);
afterAll(() => rmSync(folder, { recursive: true }));

/** Files of a folder under a policy that allows what comes from it and no code from text. */
const strictly = (root: string): Server =>
  createHttp(({ url = "/" }, response) => {
    const path = url === "/" ? "/index.html" : url;
    const types: Readonly<Record<string, string>> = {
      ...{ ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml" },
    };
    response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'self'; img-src 'self'");
    response.setHeader("Content-Type", `${types[extname(path)] ?? "text/plain"}; charset=utf-8`);
    response.end(readFileSync(join(root, path)));
  });

describe.skipIf(noChromium !== null)("a project with the packed package", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  }, SLOW);
  afterAll(() => browser?.close());

  /** A page, and what went wrong in it. */
  async function opened(address: string): Promise<{ readonly page: Page; readonly wrong: string[] }> {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on("console", (m) => m.type() === "error" && wrong.push(m.text()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    await page.goto(address);
    return { page, wrong };
  }
  const shows = async (page: Page, id: string, words: string): Promise<void> => {
    const place = page.locator(`#${id}`);
    try {
      await place.filter({ hasText: words }).waitFor({ timeout: SEEN });
    } catch {
      throw new Error(`${id} does not show “${words}” but “${await place.textContent()}”`);
    }
  };

  describe("Vite's development server", () => {
    let server: ViteDevServer;
    let page: Page;
    let wrong: string[];
    beforeAll(async () => {
      server = await createServer({
        ...{ root: folder, configFile: at("vite.config.js"), logLevel: "silent" },
        server: { port: 0, host: "127.0.0.1", watch: { usePolling: true, interval: 100 } },
      });
      await server.listen();
      ({ page, wrong } = await opened(server.resolvedUrls!.local[0]!));
    }, SLOW);
    afterAll(() => server?.close());

    it("serves the page and the worker", async () => {
      await shows(page, "page", PAGE_SAYS);
      await shows(page, "worker", WORKER_SAYS);
      expect(wrong).toEqual([]);
    });

    it(
      "has written the types, and they hold",
      () => {
        expect(readFileSync(at("src/measure.d.banfa.ts"), "utf8")).toContain('"损失较大"');
        expect(tsc()).toBe("");
      },
      SLOW,
    );

    it("stops the debugger of the browser on a line of the measure", async () => {
      const cdp = await page.context().newCDPSession(page);
      const scripts: { readonly url: string; readonly sourceMapURL?: string }[] = [];
      cdp.on("Debugger.scriptParsed", (script) => scripts.push(script));
      await cdp.send("Debugger.enable");
      const script = scripts.find((s) => /measure\.banfa(?!\?.*schema)/.test(s.url))!;
      const inline = script.sourceMapURL!.replace(/^data:application\/json;base64,/, "");
      const map = new TraceMap(Buffer.from(inline, "base64").toString());
      const text = readFileSync(at("src/measure.banfa"), "utf8");
      expect(map.sourcesContent).toEqual([text]);
      const line = text.split("\n").findIndex((l) => l.includes(DEFINITION)) + 1;
      const column = text.split("\n")[line - 1]!.search(/\S/);
      const places = allGeneratedPositionsFor(map, {
        ...{ source: map.sources[0]!, line, column, bias: LEAST_UPPER_BOUND },
      });
      for (const { line, column } of places)
        await cdp.send("Debugger.setBreakpointByUrl", {
          ...{ url: script.url, lineNumber: line! - 1, columnNumber: column! },
        });
      const stopped = new Set<number | null>();
      cdp.on("Debugger.paused", ({ callFrames }) => {
        const { lineNumber, columnNumber = 0 } = callFrames[0]!.location;
        stopped.add(originalPositionFor(map, { line: lineNumber + 1, column: columnNumber }).line);
        void cdp.send("Debugger.resume");
      });
      await page.evaluate("judged()");
      expect([...stopped]).toEqual([line]);
      await cdp.detach();
    });

    it("shows a change in the page and in the worker, and a mistake over the page until it is mended", async () => {
      const text = readFileSync(at("src/measure.banfa"), "utf8");
      const save = (changed: string) => writeFileSync(at("src/measure.banfa"), changed);
      save(text.replace("综合得分 低于60分", "综合得分 低于40分"));
      await shows(page, "page", "基本称职");
      await shows(page, "worker", "基本称职");
      const overlay = page.locator("vite-error-overlay");
      save(text.replace(DEFINITION, `${DEFINITION} + 没有的分`));
      await overlay.waitFor({ timeout: SEEN });
      expect(await overlay.locator(".file").textContent()).toMatch(/src\/measure\.banfa:\d+:\d+/);
      expect(await overlay.locator(".frame").textContent()).toContain("没有的分");
      // As editors do that save into another file first.
      writeFileSync(at("src/measure.banfa~"), text);
      renameSync(at("src/measure.banfa~"), at("src/measure.banfa"));
      await shows(page, "worker", WORKER_SAYS);
      expect(await overlay.count()).toBe(0);
    });
  });

  it("is built, and runs with its worker where no text may become code", async () => {
    await build({ root: folder, configFile: at("vite.config.js"), logLevel: "silent" });
    const server = strictly(at("dist"));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    try {
      const { page, wrong } = await opened(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await shows(page, "page", PAGE_SAYS);
      await shows(page, "worker", WORKER_SAYS);
      expect(wrong).toEqual([]);
    } finally {
      server.close();
    }
  });
});
