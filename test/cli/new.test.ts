import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { loadMeasure } from "../../src/cli/load-measure.ts";
import { main } from "../../src/cli/program.ts";
import { MODELS } from "../../src/cli/scaffold/models.ts";

/** `banfa new`: by flags and by questions; what comes out checks as it says, and its first case passes. */

const scratch = mkdtempSync(join(tmpdir(), "banfa-new-"));
afterAll(() => rmSync(scratch, { recursive: true }));

async function banfa(args: readonly string[], answers?: string) {
  let [out, err] = ["", ""];
  const io = {
    ...{ colours: false, errColours: false, columns: 100, locale: "zh_CN.UTF-8", env: {} },
    out: (t: string) => {
      out += t;
    },
    err: (t: string) => {
      err += t;
    },
  };
  const input = new PassThrough();
  if (answers !== undefined) input.end(answers);
  const code = await main(args, answers === undefined ? io : { ...io, input });
  return { code, out, err };
}

async function isSound(folder: string) {
  const { measure, problems } = await loadMeasure(join(folder, "measure.banfa"));
  const open = problems.filter((p) => p.accepted === undefined);
  expect(open.map((p) => p.code)).toEqual([]);
  const { code, out } = await banfa(["test", join(folder, "measure.banfa"), "--lang", "zh"]);
  expect([code, out]).toEqual([0, expect.stringContaining("0 个不符")]);
  return measure!;
}

const HEAD = ["--name", "某镇考核", "--effective", "2026-01-01"];

describe("banfa new", () => {
  it.each(["zh", "en"])("begins with a small measure that checks clean, in %s", async (lang) => {
    const folder = join(scratch, `blank-${lang}`);
    expect(
      (await banfa(["new", folder, ...HEAD, "--issuer", "某镇党委、某镇政府", "--lang", lang])).code,
    ).toBe(0);
    const measure = await isSound(folder);
    expect([measure.name, measure.issuers]).toEqual(["某镇考核", ["某镇党委", "某镇政府"]]);
    expect(measure.language).toBe(lang);
  });

  it.each(MODELS.slice(1))("begins with a copy of %s", async (model) => {
    const folder = join(scratch, model);
    expect((await banfa(["new", folder, "--from", model, ...HEAD])).code).toBe(0);
    const measure = await isSound(folder);
    expect([measure.name, measure.title, measure.effective]).toEqual([
      "某镇考核",
      null,
      { year: 2026, month: 1, day: 1 },
    ]);
  });

  it.each(["xizang", "jiange"])("begins with a layer of %s, and a case of what is open", async (model) => {
    const folder = join(scratch, `layer-${model}`);
    const base = `policies/${model}/measure.banfa`;
    expect((await banfa(["new", folder, "--layer-of", base, ...HEAD])).code).toBe(0);
    await isSound(folder);
    expect(readFileSync(join(folder, "measure.banfa"), "utf8")).toContain(`${base}”`);
  });

  it("asks on a terminal for what is not given, and again for what will not do", async () => {
    const folder = join(scratch, "asked");
    const answers = `从头\n1\n\n《某镇考核》\n\n2026年\n2026年7月1日\n${join(scratch, "blank-zh")}\n${folder}\n`;
    const { code, out } = await banfa(["new"], answers);
    expect(code).toBe(0);
    expect(out).toContain("从哪里开始");
    expect(out).toContain("  5  照抄一份来改：西藏自治区干部驻村工作精准考核暂行办法(试行)（xizang）");
    expect(out).toContain("写编号，1 到 8");
    expect(out).toContain("写一个日期");
    expect(out).toContain("换一个文件夹");
    expect((await isSound(folder)).effective).toEqual({ year: 2026, month: 7, day: 1 });
    const layer = join(scratch, "asked-layer");
    const more = `沿用\nno.banfa\n${join(folder, "measure.banfa")}\n某村细则\n某村\n\n${layer}\n`;
    expect((await banfa(["new"], more)).code).toBe(0);
    expect((await isSound(layer)).name).toBe("某村细则");
  });

  it("writes nothing over a file, nothing for a wrong flag, nothing when the answers end", async () => {
    const folder = join(scratch, "blank-zh");
    const before = readFileSync(join(folder, "measure.banfa"), "utf8");
    const again = await banfa(["new", folder, ...HEAD]);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("BF9066")]);
    expect(readFileSync(join(folder, "measure.banfa"), "utf8")).toBe(before);

    const other = join(scratch, "other");
    const wrong = await banfa(["new", other, "--name", "某镇考核", "--effective", "2026-02-30"]);
    expect(wrong.err).toContain("BF9004");
    expect((await banfa(["new", other])).err).toContain("BF9003");
    expect((await banfa(["new", other], "blank\n某镇")).err).toContain("BF9003");
    writeFileSync(join(scratch, "broken.banfa"), "办法 坏\n第一条 造假 的,约谈\n");
    const broken = await banfa(["new", other, "--layer-of", join(scratch, "broken.banfa"), ...HEAD]);
    expect(broken.code).not.toBe(0);
    expect(existsSync(other)).toBe(false);
  });
});
