import { describe, expect, test } from "vitest";
import { unsafe } from "../../src/format/safety.ts";
import { firstDifference, sameTree } from "../../src/format/same-tree.ts";
import type { MeasureFile } from "../../src/parser/ast.ts";
import { parse } from "../../src/parser/parse.ts";
import { SourceText } from "../../src/source/source-text.ts";

const TEXT = `办法 考核
对象 村,标识 代码
  代码: 文字
  得分: 0至100分  # 满分
第一条
  得分 低于60分 的,评为 不称职
  注: 原文如此
`;

const source = (text: string) => new SourceText("a.banfa", text);
const treeOf = (text: string): MeasureFile => parse(source(text)).file;

describe("two trees", () => {
  test("are the same whatever the spaces, widths and comments", () => {
    const typed = TEXT.replaceAll(",", "， ").replace("# 满分", "# 一百分").replaceAll("\n", "\r\n");
    expect(sameTree(treeOf(TEXT), treeOf(typed))).toBe(true);
  });

  test("differ at the first place that says something else", () => {
    const change = (from: string, to: string) =>
      firstDifference(treeOf(TEXT), treeOf(TEXT.replace(from, to)));
    expect(change("100分", "90分")).toBe("body.1.fields.1.type.high.text");
    expect(change("原文如此", "原文不是如此")).toBe("body.2.body.0.notes.0.text");
    expect(change("第一条\n", "")).toBe("body.2.kind");
    expect(change(",标识 代码", "")).toBe("body.1.key");
    expect(change("\n第一条", "\n第一条【题】")).toBe("body.2.title");
  });

  test("are the same in either keyword language, deadlines too", () => {
    const zh = treeOf("办法 考核\n第一条\n程序 考:\n1. 局 每年3月底前 备案 报告\n");
    const en = treeOf(
      "measure 考核\n第一条\nprocedure 考:\n1. 局 annually 3 month end of before 备案 报告\n",
    );
    expect(sameTree(zh, en)).toBe(false);
    expect(firstDifference(zh, en, { acrossLanguages: true })).toBeUndefined();
  });

  test("are compared without recursion, so a long sum does no harm", () => {
    const long = treeOf(`办法 考核\n第一条\n总分 = 甲${" + 甲".repeat(990)}\n`);
    expect(sameTree(long, treeOf(`办法 考核\n第一条\n总分 = 甲${"+甲".repeat(990)}\n`))).toBe(true);
  });
});

describe("a text that is to replace another is refused", () => {
  const refusal = (after: string, keywords?: "zh" | "en") => {
    const before = source(TEXT);
    const found = unsafe(before, parse(before), after, keywords);
    return found && `${found.code} ${found.parameters.line}`;
  };

  test("never when it says the same", () => {
    expect(refusal(TEXT)).toBeUndefined();
    expect(refusal(TEXT.replace("  # 满分", "      ＃ 满分  "))).toBeUndefined();
  });

  test("when a word is gone, added or another one", () => {
    expect(refusal(TEXT.replace("不称职", "称职"))).toBe("BF6001 6");
    expect(refusal(TEXT.replace("低于60分", "60分以下"))).toBe("BF6001 6");
    expect(refusal(TEXT.replace("得分: 0至100分", "得分: 0至100分,可缺"))).toBe("BF6001 4");
    expect(refusal(`${TEXT}第二条 宣示\n`)).toBe("BF6001 7");
  });

  test("when a comment or a note is gone, changed or moved", () => {
    expect(refusal(TEXT.replace("# 满分", ""))).toBe("BF6002 4");
    expect(refusal(TEXT.replace("# 满分", "# 百分"))).toBe("BF6002 4");
    expect(refusal(`# 满分\n${TEXT.replace("# 满分", "")}`)).toBe("BF6002 1");
    expect(refusal(TEXT.replace("  注: 原文如此\n", ""))).toBe("BF6002 7");
  });

  test("when converted keywords join into others", () => {
    expect(refusal(TEXT.replace("低于", "above "), "en")).toBe("BF6003 6");
  });
});
