import { openXlsx, writeXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { unpackedParts } from "../../src/data/workbook/guard.ts";
import { markedCopy } from "../../src/data/workbook/mark.ts";

/** A copy that goes back to who filled it in: beside the remarks nothing is other than it was. */

const LIST = { name: "问题", rows: [["哪里"]], widths: [20] };
const PICTURE = { data: new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]), type: "png" as const };
const from = { row: 4, col: 4 };

it("keeps pictures and charts, also where a sheet has both", async () => {
  const book = await writeXlsx({
    sheets: [
      {
        name: "村",
        rows: [
          ["编号", "得分"],
          ["A", 5],
        ],
        images: [{ ...PICTURE, anchor: { from } }],
      },
      {
        name: "附图",
        rows: [["A", 5]],
        images: [{ ...PICTURE, data: new Uint8Array([...PICTURE.data, 1]), anchor: { from } }],
        charts: [{ type: "bar", anchor: { from }, series: [{ values: "附图!$B$1:$B$1" }] }],
      },
    ],
  });
  const mark = { sheet: "村", row: 1, column: 1, style: "error" as const, text: "超出范围" };
  const copy = await markedCopy(book, [mark], LIST);
  const [before, after] = [unpackedParts(book), unpackedParts(copy)];
  const media = (parts: Map<string, Buffer>) =>
    [...parts]
      .flatMap(([name, bytes]) => (/media|charts\/chart/.test(name) ? [bytes.toString("hex")] : []))
      .sort();
  expect(media(before).length).toBe(3);
  expect(media(after)).toEqual(media(before));
  const { sheets } = await openXlsx(copy, { readStyles: true });
  expect(sheets.map((s) => [s.name, s.images?.length ?? 0, s.charts?.length ?? 0])).toEqual([
    ["村", 1, 0],
    ["附图", 1, 1],
    ["问题", 0, 0],
  ]);
  const pictures = sheets.map((s) => s.images?.map((i) => Buffer.from(i.data).length));
  expect(pictures).toEqual([[8], [9], undefined]);
  expect(sheets[0]!.cells?.get("1,1")?.comment?.text).toBe("超出范围");
});
