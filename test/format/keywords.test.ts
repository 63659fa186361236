import { describe, expect, test } from "vitest";
import { format } from "../../src/format/format.ts";
import { CHINESE, type Keyword, POSITION_SPELLINGS } from "../../src/parser/keywords.ts";
import { parse } from "../../src/parser/parse.ts";
import type { Token } from "../../src/parser/tokens.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { corpus } from "./corpus.ts";

/**
 * Chinese → English → Chinese gives the text that formatting the original gives, for every keyword of the table:
 * each is put into a measure of the repository where one of its kind stands, and the measure goes there and back.
 */

const read = (text: string) => parse(new SourceText("a.banfa", text));
const isFaulty = (text: string) => read(text).problems.some((p) => p.severity === "error");

function formatted(text: string, keywords?: "zh" | "en"): string {
  const { text: out, problems } = format(new SourceText("a.banfa", text), keywords ? { keywords } : {});
  expect(problems.filter((p) => p.severity === "error")).toEqual([]);
  return out!;
}

/** Constructs of which the measures of the repository have no example in Chinese. */
const OTHERS = `办法 村考核
通则: 以上不含本数
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
  借调: 是否
第一条
  总 = 得分 四舍五入到1分
  得分 90分以上(含) 的,总 扣1分
第二条 程序 考核:
  1. 县级部门 结束后10日内 报送 报告
`;

interface Place {
  readonly text: string;
  readonly token: Token;
}

/** Where a keyword of each kind stands in Chinese, in the shortest measures first. */
const places = new Map<string, Place[]>();
for (const text of [OTHERS, ...corpus.map((s) => s.text)].sort((a, b) => a.length - b.length)) {
  for (const { tokens } of read(text).lines)
    for (const token of tokens) {
      const keyword = CHINESE.get(token.text);
      if (token.quoted || keyword?.kind !== token.kind) continue;
      for (const key of [keyword.kind, `${keyword.kind} ${keyword.meaning}`]) {
        const known = places.get(key) ?? [];
        if (known.length < 40) places.set(key, [...known, { text, token }]);
      }
    }
}

/** A measure with the keyword in it; undefined when it fits nowhere. */
function measureWith(keyword: Keyword): string | undefined {
  const candidates = [`${keyword.kind} ${keyword.meaning}`, keyword.kind].flatMap((k) => places.get(k) ?? []);
  for (const { text, token } of candidates) {
    const { start, end } = token.span;
    const changed =
      token.text === keyword.zh ? text : `${text.slice(0, start)} ${keyword.zh} ${text.slice(end)}`;
    const stands = read(changed).lines.some((l) =>
      l.tokens.some((t) => t.kind === keyword.kind && t.text === keyword.zh),
    );
    if (stands && !isFaulty(changed)) return changed;
  }
  return undefined;
}

describe("every keyword there and back", () => {
  test.each([...CHINESE.values()].map((k) => [k.zh, k] as const))("%s", (_, keyword) => {
    const text = measureWith(keyword);
    expect(text, "no measure of the repository shows its kind").toBeDefined();
    const english = formatted(text!, "en");
    expect(english).toContain(keyword.en);
    expect(formatted(english, "zh")).toBe(formatted(text!, "zh"));
  });

  test.each(POSITION_SPELLINGS.map((p) => p.kind))("%s, told apart by its place", (kind) => {
    const of = (text: string) => read(text).lines.flatMap((l) => l.tokens.filter((t) => t.kind === kind));
    expect(corpus.some(({ text }) => of(text).length > 0)).toBe(true);
  });
});

describe("keywords that would join into another one", () => {
  const frame = (line: string) =>
    `办法 村考核\n\n对象 村,标识 编号\n  编号: 文字\n  借调: 是否\n  造假: 是否\n\n第一条\n  ${line}\n`;

  test.each([
    ["应当 非 借调", "shall be not 借调"],
    ["必须 非 借调", "must not 借调"],
    ["不得 借调", "shall not 借调"],
    ["总 = 借调 或 若 造假 则 借调 否则 造假", "总 = 借调 or provided 造假 take 借调 else 造假"],
    ["总 = 借调 且 若 造假 则 借调 否则 造假", "总 = 借调 and provided 造假 take 借调 else 造假"],
    ["总 = 借调 或者 若 造假 则 借调 否则 造假", "总 = 借调 or if if 造假 take 借调 else 造假"],
    ["总 = 借调 或 如果 造假 则 借调 否则 造假", "总 = 借调 or in case 造假 take 借调 else 造假"],
  ])("%s", (zh, en) => {
    expect(formatted(frame(zh), "en").split("\n").at(-2)).toBe(`  ${en}`);
    expect(formatted(formatted(frame(zh), "en"), "zh")).toBe(frame(zh));
  });
});
