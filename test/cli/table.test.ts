import { describe, expect, it } from "vitest";
import { table } from "../../src/cli/table.ts";
import { ansiPaint } from "../../src/diagnostics/render-paint.ts";

describe("table", () => {
  it("lines columns up under wide characters", () => {
    const lines = table(
      [{ head: "等次" }, { head: "人数", align: "right" }, {}],
      [
        ["优秀", "20", "x"],
        ["基本称职", "3", "y"],
      ],
      { columns: 80, indent: 2 },
    );
    expect(lines).toEqual(["  等次      人数", "  优秀        20  x", "  基本称职     3  y"]);
  });

  it("wraps the last column under itself", () => {
    expect(table([{}, {}], [["说明", "第一条第二条第三条第四条"]], { columns: 24 })).toEqual([
      "说明  第一条第二条第三条",
      "      第四条",
    ]);
  });

  it("breaks an enumeration between its items", () => {
    expect(table([{}, {}], [["宣示", "第一条、第二条、第三条、第四条"]], { columns: 24 })).toEqual([
      "宣示  第一条、第二条、",
      "      第三条、第四条",
    ]);
  });

  it("lets a row of one cell span the columns", () => {
    expect(table([{}, {}], [["第十三条 年终考核"], ["1", "县"]], { columns: 40 })).toEqual([
      "第十三条 年终考核",
      "1  县",
    ]);
  });

  it("keeps our colours but disarms escape sequences and line breaks of users", () => {
    const [line] = table([{}, {}], [[ansiPaint.good("甲"), "\u001b[8m乙\n丙"]], { columns: 40 });
    expect(line).toBe("\u001b[32m甲\u001b[39m  <U+001B>[8m乙 丙");
  });

  it("is empty for no rows without heads", () => {
    expect(table([{}], [], { columns: 40 })).toEqual([]);
  });
});
