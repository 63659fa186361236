import { describe, expect, test } from "vitest";
import { decode } from "../../src/data/decode.ts";
import { encode } from "../../src/data/encode.ts";

describe("text goes back into the encoding it came in", () => {
  test.each(["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"] as const)("%s", (encoding) => {
    const text = "办法 村级考核\n# 镕 € … ā 𠮷 😀 \u0080 ﹏ 㐀 龥 “”\n";
    const bytes = encode(text, encoding)!;
    expect(decode(bytes)).toEqual({ kind: "text", text, encoding });
  });

  test("every character outside the private planes", () => {
    const range = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => String.fromCharCode(i + from)).join("");
    const text = range(0x80, 0xd800) + range(0xf900, 0xfefe) + range(0xff01, 0xfff0);
    const decoded = decode(encode(text, "GB18030")!);
    expect(decoded.kind === "text" && decoded.text === text).toBe(true);
  });

  test("plain text needs no more than one byte a letter", () => {
    expect([...encode("a1", "GB18030")!]).toEqual([0x61, 0x31]);
    expect([...encode("办", "GB18030")!]).toEqual([0xb0, 0xec]);
  });

  test("or is refused: read again it would be another text", () => {
    expect(encode("一", "GB18030")).toBeNull();
    expect(encode("\uD800", "GB18030")).toBeNull();
  });
});
