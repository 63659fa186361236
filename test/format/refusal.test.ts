import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/program.ts";
import { format } from "../../src/format/format.ts";
import { SourceText } from "../../src/source/source-text.ts";

/** A fault in the layout itself: what it would write says something else, so nothing is written. */

let fault = (text: string): string => text;
vi.mock("../../src/format/page.ts", async (original) => {
  const { pageOf } = await original<typeof import("../../src/format/page.ts")>();
  return { pageOf: (...args: Parameters<typeof pageOf>) => fault(pageOf(...args)) };
});

const TEXT = `办法 考核
对象 村,标识 代码
代码: 文字
得分: 0至100分 # 满分
借调: 是否
第一条
等次 级 由高到低 好、差
得分 低于60分 或者 借调 的,评为 差
注: 原文如此
`;

const FAULTS: Readonly<Record<string, readonly [string, (text: string) => string]>> = {
  "another number": ["BF6001", (t) => t.replace("低于60分", "低于6分")],
  "another word": ["BF6001", (t) => t.replace("评为 差", "评为 好")],
  "a line less": ["BF6001", (t) => t.replace("  借调: 是否\n", "")],
  "a line twice": ["BF6001", (t) => t.replace("  借调: 是否\n", "  借调: 是否\n  借调甲: 是否\n")],
  "words run together": ["BF6001", (t) => t.replace("或者 借调", "或者借调")],
  "a line cut off": ["BF6001", (t) => t.replace(",评为 差", ",评为")],
  "a label of another level": ["BF6001", (t) => t.replace("第一条", "(一)")],
  "a comment less": ["BF6002", (t) => t.replace("  # 满分", "")],
  "a note elsewhere": [
    "BF6002",
    (t) => t.replace(/ *注: 原文如此\n/, "").replace("第一条\n", "第一条\n  注: 原文如此\n"),
  ],
  "nothing at all": ["BF6001", () => ""],
};

afterEach(() => {
  fault = (text) => text;
});

describe("a layout that would change the measure is refused", () => {
  test.each(Object.entries(FAULTS))("%s", (_, [code, inject]) => {
    fault = inject;
    const { text, problems } = format(new SourceText("a.banfa", TEXT));
    expect(text).toBeNull();
    expect(problems.filter((p) => p.severity === "error").map((p) => p.code)).toEqual([code]);
  });

  test("and without a fault it is not", () => {
    expect(format(new SourceText("a.banfa", TEXT)).text).toContain("  # 满分");
  });

  test("and the file stays as it is", async () => {
    const folder = mkdtempSync(join(tmpdir(), "banfa-refusal-"));
    const path = join(folder, "a.banfa");
    writeFileSync(path, TEXT);
    fault = FAULTS["another number"]![1];
    let said = "";
    const io: Io = {
      out: () => {},
      err: (text) => {
        said += text;
      },
      colours: false,
      errColours: false,
      columns: 100,
      locale: "zh_CN.UTF-8",
      env: {},
    };
    expect(await main(["fmt", path], io)).toBe(1);
    expect(said).toContain("BF6001");
    expect(readFileSync(path, "utf8")).toBe(TEXT);
    rmSync(folder, { recursive: true });
  });
});
