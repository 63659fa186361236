import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launch, noChromium } from "../chromium.ts";

/** The page is built as its README says, opened from the disk, and used. */

const folder = mkdtempSync(join(tmpdir(), "banfa-form-"));
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, ["examples/browser-form/build.mjs", folder]);
  if (noChromium === null) browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

it("the page is three files, and small", () => {
  expect(readdirSync(folder).sort()).toEqual(["app.css", "app.js", "app.js.map", "index.html"]);
  expect(readFileSync(join(folder, "app.js")).length).toBeLessThan(120_000);
});

describe.skipIf(noChromium !== null)("the form in a browser", () => {
  beforeEach(async () => {
    await page?.context().close();
    const context = await browser.newContext({ locale: "zh-CN", offline: true });
    page = await context.newPage();
    complaints.length = 0;
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
  });

  const fact = (label: string) => page.locator("#facts").getByLabel(label, { exact: true });
  const focused = (expression: string) => page.evaluate(`document.activeElement.${expression}`);
  const grade = () => page.locator("#grades strong").textContent();
  const question = () => page.locator("#ask").textContent();
  const reasons = () => page.locator("#reasons li").allTextContents();

  it("has a labelled control for each fact, with what may be filled in", async () => {
    expect(await page.title()).toBe("驻村工作年度考核办法(示例)");
    for (const label of ["编号", "到村日期", "群众满意率", "平时考核分", "安全事故", "弄虚作假", "帮扶方式"])
      expect(await fact(label).count(), label).toBe(1);
    const options = await fact("安全事故").locator("option").allTextContents();
    expect(options).toEqual(["(未填)", "无", "一般", "较大"]);
    expect(await fact("到村日期").getAttribute("type")).toBe("date");
    const hint = await fact("平时考核分").getAttribute("aria-describedby");
    expect(await page.locator(`#${hint!.split(" ")[0]}`).textContent()).toContain("0~40");
  });

  it("asks what settles most, and comes to a verdict", async () => {
    expect(await grade()).toBe("待定");
    expect(await question()).toBe("弄虚作假");
    await page.getByRole("button", { name: "否", exact: true }).click();
    expect(await fact("弄虚作假").inputValue()).toBe("no");
    expect(await question()).toBe("安全事故");
    await page.locator("#question").getByRole("button", { name: "无" }).click();

    await fact("编号").fill("甲");
    await fact("到村日期").fill("2018-01-08");
    await fact("群众满意率").fill("90");
    await fact("平时考核分").fill("36.5");
    await fact("帮扶方式").selectOption("结对帮扶");
    expect(await grade()).toBe("待定");
    expect(await question()).toBe("帮扶记录");

    // 36.5 + 18 + 3, and no record: 57.5.
    await page.getByLabel("没有,一条也没有").check();
    expect(await grade()).toBe("不合格");
    expect(await page.locator("#question").textContent()).toBe("不缺什么了。");

    // 14 households: 28 more, 85.5.
    await page.getByRole("button", { name: "添加一条" }).click();
    await fact("办结日期").fill("2018-05-02");
    await fact("事项").selectOption("就业");
    await fact("户数").fill("14");
    expect(await grade()).toBe("优秀");
    expect((await reasons()).join()).toContain("办结户数 14户，依第一条1 每1户 加2分");

    // The wrong year for that record.
    await page.getByLabel("考核年度").fill("2019");
    expect(await grade()).toBe("不合格");
    await page.getByLabel("考核年度").fill("20");
    expect(await page.locator("#grades").textContent()).toBe("考核年度应当是四位的年份。");
    await page.getByLabel("考核年度").fill("2018");

    await page.getByRole("button", { name: "添加一条" }).click();
    await page.getByRole("group", { name: "帮扶记录 1" }).getByRole("button").click();
    expect(await page.getByRole("group", { name: "帮扶记录 1" }).count()).toBe(1);
    await page.getByRole("group", { name: "帮扶记录 1" }).getByRole("button").click();
    expect(await page.getByLabel("没有,一条也没有").isVisible()).toBe(true);

    await fact("弄虚作假").selectOption("yes");
    expect(await grade()).toBe("不合格");
    expect(complaints).toEqual([]);
  });

  it("says beside a fact what is wrong with it, in the language of the page", async () => {
    const score = fact("平时考核分");
    const error = page.locator(`#${await score.getAttribute("id")}-error`);
    await fact("编号").fill("甲");
    await score.fill("45");
    expect(await error.textContent()).toBe("45 超出范围 0~40分。");
    expect(await score.getAttribute("aria-invalid")).toBe("true");
    await page.getByRole("button", { name: "English" }).click();
    expect(await error.textContent()).toBe("45 is out of range (0~40分).");
    expect(await page.getByRole("heading", { name: "Verdict" }).count()).toBe(1);
    expect((await reasons()).at(-1)).toContain("is not settled");
    await score.fill("36.555");
    expect(await error.textContent()).toContain("too precise");
    await score.fill("36");
    expect(await error.textContent()).toBe("");
    expect(await score.getAttribute("aria-invalid")).toBe(null);

    await page.getByRole("button", { name: "Add a record" }).click();
    const households = fact("户数");
    await households.fill("-3");
    expect(await page.locator(`#${await households.getAttribute("id")}-error`).textContent()).toContain(
      "range",
    );
  });

  it("can be used with the keyboard alone", async () => {
    await fact("编号").focus();
    await page.keyboard.type("甲");
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      if ((await focused("textContent")) === "添加一条") break;
    }
    await page.keyboard.press("Enter");
    // The new record's first fact has the focus.
    expect(await focused("type")).toBe("date");
    await page.locator("#question").getByRole("button", { name: "否" }).focus();
    await page.keyboard.press("Enter");
    expect(await question()).toBe("安全事故");
    expect(await focused('closest("#question") !== null')).toBe(true);
  });
});
