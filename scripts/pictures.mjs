/**
 * Takes the pictures of docs/images anew: pages as they look in Chromium, on a screen, on a narrow one, in print, and to
 * eyes that tell no colours apart.
 *
 *   node scripts/pictures.mjs
 *
 * Chromium: CHROMIUM=/path, or /usr/bin/chromium (apt-get install chromium).
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { sheetPage } from "./sheet-page.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "docs", "images");
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(browserPath)) {
  console.error(
    `pictures: no Chromium at ${browserPath}; install it (apt-get install chromium) or set CHROMIUM`,
  );
  process.exit(2);
}
const MOST_BYTES = 150_000;

const folder = mkdtempSync(join(tmpdir(), "banfa-pictures-"));
const run = (program, args) => {
  const done = spawnSync(program, args, { cwd: root, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${program} ${args.join(" ")}\n${done.stdout}${done.stderr}`);
};
run(process.execPath, ["scripts/build.mjs", "--if-stale", "--cli"]);
run("bash", ["examples/county-year/year.sh", folder]);
const page = (name) => pathToFileURL(join(folder, "publish", name)).href;

const guangxi = join(root, "policies", "guangxi", "measure.banfa");
const xizang = join(root, "policies", "xizang", "measure.banfa");
const cli = join(root, "dist", "cli", "main.js");
run(process.execPath, [cli, "template", guangxi, "--out", join(folder, "form.xlsx"), "--year", "2018"]);
run(process.execPath, [cli, "template", xizang, "--out", join(folder, "xizang.xlsx"), "--year", "2018"]);
const sheet = async (file, name, options) => {
  const path = join(folder, `${file.replace(/\W/g, "-")}-${name}.html`);
  writeFileSync(path, await sheetPage(join(folder, file), name, options));
  return pathToFileURL(path).href;
};
const forms = {
  form: await sheet("form.xlsx", "包点领导", { rows: 9, columns: 12, chosen: [1, 8] }),
  guide: await sheet("form.xlsx", "填表说明", { rows: 22 }),
  records: await sheet("xizang.xlsx", "月度考核表", { rows: 11, chosen: [1, 1] }),
  marked: await sheet("marked/移民管理局.xlsx", "包点领导", { rows: 16, left: 7, note: [11, 1] }),
};

/** `at`: the id of what stands at the top of the picture. */
const PICTURES = [
  { name: "form", url: forms.form, width: 1240, height: 325 },
  { name: "form-guide", url: forms.guide, width: 1180, height: 620 },
  { name: "form-records", url: forms.records, width: 900, height: 380 },
  { name: "form-marked", url: forms.marked, width: 640, height: 380 },
  { name: "doc", url: page("measure.html"), at: "clause-第十七条", width: 940, height: 500 },
  { name: "doc-consequences", url: page("measure.html"), at: "consequences", width: 1000, height: 520 },
  { name: "report", url: page("result.html"), width: 1000, height: 820 },
  { name: "report-clauses", url: page("result.html"), at: "clauses", width: 1000, height: 620 },
  { name: "report-one", url: page("result.html"), at: "subject-9", open: true, width: 1000, height: 420 },
  { name: "report-narrow", url: page("result.html"), width: 390, height: 820 },
  {
    name: "report-grey",
    url: page("result.html"),
    at: "grades",
    width: 1000,
    height: 620,
    eyes: "achromatopsia",
  },
  { name: "report-print", url: page("result.html"), at: "grades", width: 794, height: 760, media: "print" },
];

const browser = await chromium.launch({
  executablePath: browserPath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    // Grey edges of letters take a fraction of the bytes of coloured ones.
    "--disable-lcd-text",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
mkdirSync(out, { recursive: true });
try {
  for (const { name, url, at, open, width, height, eyes, media } of PICTURES) {
    const tab = await browser.newPage({ viewport: { width, height } });
    if (media) await tab.emulateMedia({ media });
    await tab.goto(url);
    if (eyes) {
      const session = await tab.context().newCDPSession(tab);
      await session.send("Emulation.setEmulatedVisionDeficiency", { type: eyes });
    }
    if (at)
      await tab.evaluate(
        ([id, unfold]) => {
          const element = document.getElementById(id);
          if (unfold) element.open = true;
          element.scrollIntoView();
        },
        [at, open === true],
      );
    const path = join(out, `${name}.png`);
    await tab.screenshot({ path });
    await tab.close();
    const { size } = statSync(path);
    console.log(`docs/images/${name}.png ${Math.round(size / 1000)} kB`);
    if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES} bytes`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
