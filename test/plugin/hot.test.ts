import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { vite as banfa } from "../../src/plugin/index.ts";
import { launch, noChromium } from "../chromium.ts";
import { MEASURE, project } from "./project.ts";

/** Vite's development server: a change of the measure reaches the page that is open. */

const HTML = (script: string) => `<!doctype html><title>x</title><p id="grade"></p><input id="note">
<script type="module" src="/${script}"></script>
`;
const SHOWS = `import * as measure from "./measure.banfa";
const show = ({ evaluate }) => {
  const { grades } = evaluate({ 编号: "A", 得分: 70 }, { year: 2018 });
  document.getElementById("grade").textContent = grades.考核等次;
};
show(measure);
`;
const ACCEPTS = `${SHOWS}
import.meta.hot?.accept("./measure.banfa", (changed) => changed && show(changed));
`;

describe.skipIf(noChromium !== null)("Vite's development server", () => {
  let folder: string;
  let server: ViteDevServer;
  let browser: Browser;
  let address: string;
  const write = (measure: string) => writeFileSync(join(folder, "measure.banfa"), measure);

  /** Saves again where a page was not listening yet when it was saved first. */
  async function saved(measure: string, seen: () => Promise<unknown>): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      write(`${measure}${"\n".repeat(attempt)}`);
      try {
        await seen();
        return;
      } catch (error) {
        if (attempt === 5) throw error;
      }
    }
  }

  beforeAll(async () => {
    folder = project({
      "measure.banfa": MEASURE,
      "plain.html": HTML("plain.js"),
      "plain.js": SHOWS,
      "hot.html": HTML("hot.js"),
      "hot.js": ACCEPTS,
    });
    server = await createServer({
      ...{ root: folder, configFile: false, logLevel: "silent", plugins: [banfa()] },
      // What is found while serving would reload the page in the middle of a test.
      optimizeDeps: { noDiscovery: true },
      server: {
        port: 0,
        host: "127.0.0.1",
        fs: { strict: false },
        watch: { usePolling: true, interval: 100 },
      },
    });
    await server.listen();
    address = server.resolvedUrls!.local[0]!;
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (path: string) => {
    const page = await browser.newPage();
    await page.goto(address + path);
    await page.waitForFunction("document.getElementById('grade').textContent !== ''");
    const shows = (grade: string) =>
      page.waitForFunction(
        `document.getElementById("grade")?.textContent === ${JSON.stringify(grade)}`,
        undefined,
        { timeout: 5000 },
      );
    await page.locator("#note").fill("kept");
    return { page, shows };
  };

  it("hands a page that asks for it the changed measure, and the page keeps its state", async () => {
    const { page, shows } = await open("hot.html");
    await shows("优秀");
    await saved(MEASURE.replaceAll("120分", "160分"), () => shows("合格"));
    expect(await page.locator("#note").inputValue()).toBe("kept");
    await saved(MEASURE, () => shows("优秀"));
  });

  it("reloads a page that does not", async () => {
    const { page, shows } = await open("plain.html");
    await shows("优秀");
    await saved(MEASURE.replaceAll("120分", "160分"), () => shows("合格"));
    expect(await page.locator("#note").inputValue()).toBe("");
    await saved(MEASURE, () => shows("优秀"));
  });

  it("shows a mistake over the page, with its place, and goes on when it is mended", async () => {
    const { page, shows } = await open("hot.html");
    const overlay = page.locator("vite-error-overlay");
    await saved(MEASURE.replace("得分 × 2", "得数 × 2"), () => overlay.waitFor({ timeout: 5000 }));
    expect(await overlay.locator(".message-body").textContent()).toContain("没有叫“得数”的名称");
    expect(await overlay.locator(".file").textContent()).toMatch(/measure\.banfa:7:7/);
    expect(await overlay.locator(".frame").textContent()).toContain("总分 = 得数 × 2");
    await saved(MEASURE.replaceAll("120分", "160分"), () => shows("合格"));
    await saved(MEASURE, () => shows("优秀"));
  });

  it("maps what it serves to the text of the measure, and keeps the types up to date", async () => {
    const served = await server.transformRequest("/measure.banfa");
    expect(served?.map).toMatchObject({ sourcesContent: [expect.stringContaining(MEASURE)] });
    expect(readFileSync(join(folder, "measure.d.banfa.ts"), "utf8")).toContain("measure.banfa:7");
  });
});
