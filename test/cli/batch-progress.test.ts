import { expect, it } from "vitest";
import { Progress } from "../../src/cli/batch/progress.ts";
import { session } from "../../src/cli/session.ts";
import { textWidth } from "../../src/diagnostics/width.ts";

/** The line of progress, on terminals of different widths and on none. */

async function shown(columns: number, language: "zh" | "en", terminal = true): Promise<string[]> {
  const said: string[] = [];
  let width = columns;
  const io = {
    ...{ out() {}, colours: false, errColours: false, columns: 100, locale: "zh-CN", env: {}, terminal },
    errColumns: () => width,
    err: (text: string) => {
      said.push(text);
    },
  };
  const progress = new Progress(await session(io, { format: "text" }), language);
  const later = async () => await new Promise((done) => setTimeout(done, 210));
  await later();
  await later();
  progress.looked("data/a/村.json", 0.5);
  await later();
  progress.prepare(0.5, 10_000);
  await later();
  progress.show({ round: 0, rounds: 1, share: 0.1, rows: 100 });
  await later();
  await later();
  progress.show({ round: 0, rounds: 1, share: 0.5, rows: 5000 });
  width = Math.floor(columns / 2);
  await later();
  progress.show({ round: 0, rounds: 1, share: 0.9, rows: 90_000 });
  progress.writing(null);
  progress.end();
  return said;
}

it("has the parts that the terminal has room for, also when it becomes narrower", async () => {
  const [wide, narrow, english, none] = await Promise.all([
    shown(120, "zh"),
    shown(30, "zh"),
    shown(44, "en"),
    shown(120, "zh", false),
  ]);
  // What depends on the clock, and where the line is cleared.
  const plain = (text: string) => text.replace(/\d+/g, "#").replace("\r", "").replace("\u001b[K", "|");
  expect(wide.map(plain)).toMatchInlineSnapshot(`
    [
      "#%  查看 村.json，还要 # 秒|",
      "#%  按对象归拢，# 行，每秒 # 行，还要 # 秒|",
      "#%  第 #/# 遍，# 行，每秒 # 行，还要 # 秒|",
      "#%  第 #/# 遍，# 行，每秒 # 行，还要 # 秒|",
      "正在写文件|",
      "|",
    ]
  `);
  expect(narrow.map(plain)).toMatchInlineSnapshot(`
    [
      "#%  查看 村.json，还要 # 秒|",
      "#%  每秒 # 行，还要 # 秒|",
      "#%  每秒 # 行，还要 # 秒|",
      "#%  还要 # 秒|",
      "正在写文件|",
      "|",
    ]
  `);
  expect(english.map(plain)).toMatchInlineSnapshot(`
    [
      "#%  looking through 村.json, # s left|",
      "#%  # rows/s, # s left|",
      "#%  # rows/s, # s left|",
      "#%  # s left|",
      "writing|",
      "|",
    ]
  `);
  expect(none).toEqual([]);
  for (const line of narrow) expect(textWidth(plain(line).replace("|", ""))).toBeLessThan(30);
});
